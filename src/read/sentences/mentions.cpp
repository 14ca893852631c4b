// SPDX-License-Identifier: MIT
#include "read/sentences/mentions.hpp"

#include "read/sentences/members.hpp"
#include "read/sentences/paragraph_reading.hpp"
#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/units.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

/// A figure that says something of others: its label is what is printed before it.
void mention_other(ParagraphReading& reading, ReadSentence& read, std::size_t index) {
    const Spot& spot = read.sentence.spots[index];
    Mention mention = mention_of(reading, read, spot);
    Said said;
    said.task = spot.task;
    said.label = label_of(spot.label);
    static constexpr std::pair<Task, std::string_view> names[] = {
        {Task::share, "占比"},         {Task::growth, "增长率"},
        {Task::change, "增减额"},      {Task::completion, "预算完成率"},
        {Task::saving_rate, "节约率"}, {Task::saving, "节约资金"},
        {Task::average, "人均"},       {Task::price, "单价"},
        {Task::multiple, "倍数"},      {Task::deducted, "扣分"},
        {Task::full_score, "满分"}};
    for (const auto& [task, name] : names)
        if (task == spot.task) mention.subject = std::string(name);
    if (mention.subject.empty()) mention.subject = said.label.subject;
    if (mention.subject.empty()) mention.subject = std::string(spot.label.substr(0, 120));
    while (!mention.subject.empty() && continues_utf8(mention.subject.back()) &&
           mention.subject.size() == 120)
        mention.subject.pop_back();
    mention.of.body = said.label.body;
    say(reading, read, std::move(said), std::move(mention));
}

/// 比去年同期289户, 由10辆: the level before; 年初预算5000万元 within 占…的43%: what a share is of.
void mention_base(ParagraphReading& reading, ReadSentence& read, std::size_t index, const Carried& carried) {
    const Spot& spot = read.sentence.spots[index];
    Discourse& discourse = reading.discourse;
    Mention mention = mention_of(reading, read, spot);
    Said said;
    said.task = spot.task;
    said.label = label_of(spot.task == Task::inside ? spot.match.whole : spot.match.base);
    const Label own = said.label;
    mention.phase = own.phase.value_or(spot.task == Task::inside ? Phase::executed : Phase::prior);
    if (contains(spot.match.base, "预算") && !own.phase) mention.phase = Phase::initial;
    if (mention.phase == Phase::executed && spot.task != Task::inside) mention.phase = Phase::prior;
    mention.subject = own.subject;
    mention.of.fund = own.fund;
    if (own.subject.empty() || own.generic) {
        std::string_view words;
        if (spot.movement != none) words = read.sentence.movements[spot.movement].subject;
        const Label subject = label_of(words);
        const SaidId topic = topic_of(reading, read, spot);
        if (!subject.subject.empty() && !subject.generic) {
            take_subject(subject, said, mention);
        } else if (topic != none) {
            const Said& of = discourse.said[topic];
            const Mention& of_mention = reading.draft.mentions[of.mention];
            const std::string body = own.body;
            copy_subject(of, of_mention, said, mention);
            const bool of_whole = of.sentence == discourse.sentences.size() &&
                                  may_be_of_its_whole(read.sentence, of.spot, index);
            // Where it says whose it is, it is a figure of the model as well.
            const bool sure = !of_whole && (own.previous || own.year || own.phase) &&
                              of_mention.split.empty() && mention.figure.known() &&
                              addable(mention.figure, of_mention.figure);
            if (!sure || spot.task == Task::inside) {
                mention.item.clear();
                mention.split.clear();
            }
            if (said.year == 0 && own.year) said.year = *own.year;
        }
    }
    int year = own.year.value_or(0);
    // 比上年预算数: a budget of another year is none of the model.
    if (is_budget(mention) && spot.task != Task::inside &&
        (own.previous || (year != 0 && year != discourse.year))) {
        if (year == 0 && discourse.year != 0) year = discourse.year - 1;
        mention.of.period = year != 0 ? std::to_string(year) : std::string("previous");
        mention.item.clear();
        mention.split.clear();
    }
    if (year == 0 && spot.task == Task::inside) year = carried.year;
    said.year = year;
    if (year != 0 && discourse.year != 0 && year + 1 != discourse.year && mention.phase == Phase::prior) {
        mention.item.clear();
        mention.of.period = std::to_string(year);
    }
    if (!own.part_of_year.empty() || !carried.part_of_year.empty()) mention.item.clear();
    if (mention.of.body.empty()) mention.of.body = carried.body;
    said.phase_stated = own.phase.has_value() || own.previous;
    say(reading, read, std::move(said), std::move(mention));
}

/// 收、支总计均为x: the total of both sides.
bool mention_both_sides(ParagraphReading& reading, ReadSentence& read, std::size_t index) {
    const Spot& spot = read.sentence.spots[index];
    const Sentence& sentence = read.sentence;
    if (spot.task != Task::level || spot.run != none) return false;
    std::size_t begin = std::max<std::size_t>(spot.gap, sentence.begin);
    if (spot.numeral.begin - begin > 120)
        begin = whole_character_from(sentence.text, spot.numeral.begin - 120);
    const std::string_view before = sentence.text.substr(begin, spot.numeral.begin - begin);
    bool found = false;
    std::size_t where = 0;
    for (const std::string_view words :
         {"收、支总计", "收支总计", "收入支出总计", "收入、支出总计", "收入和支出总计", "总收入支出",
          "收、支决算总计", "收支决算总计", "收入支出决算总计"}) {
        const std::size_t at = before.rfind(words);
        if (at == before.npos) continue;
        static constexpr std::string_view copulas[] = {"", "为", "均为", "各为", "各", "是", "数为", "均"};
        if (!is_any(before.substr(at + words.size()), copulas)) continue;
        found = true;
        where = at;
    }
    if (!found) return false;
    const Label label = label_of(before.substr(0, where));
    const std::string fund = std::string(fund_in(before));
    const Discourse& discourse = reading.discourse;
    const bool prior = label.previous || (label.year && *label.year + 1 == discourse.year);
    const bool other = label.year && !prior && *label.year != discourse.year && discourse.year != 0;
    for (const std::string_view item : {"/total_income", "/total_expenditure"}) {
        const bool income = item == "/total_income";
        Mention mention = mention_of(reading, read, spot);
        mention.subject =
            (fund.empty() ? std::string() : std::string("财政拨款")) + (income ? "收入总计" : "支出总计");
        mention.phase = prior ? Phase::prior : Phase::executed;
        mention.of.fund = fund.empty() ? std::string(reading.headings.fund()) : fund;
        if (other) mention.of.period = std::to_string(*label.year);
        if (!other && mention.of.fund.empty())
            mention.item = prior && !income ? std::string_view("/expenditure") : item;
        mention.certain = true;
        Said said;
        said.task = Task::level;
        said.label = label_of(mention.subject);
        said.label.key = mention.of.fund + (income ? "收入总计" : "支出总计");
        if (mention.of.fund.empty())
            said.label.key = income ? "/total_income" : prior ? "/expenditure" : "/total_expenditure";
        said.year = label.year.value_or(0);
        said.phase_stated = true;
        // The one is told at the place of the figure, the other stands beside it.
        if (income) {
            say(reading, read, std::move(said), std::move(mention));
            read.said.pop_back();
        } else {
            say(reading, read, std::move(said), std::move(mention));
        }
    }
    return true;
}

/// “三公”经费预算数/决算数：: whether the words before the first pair of figures say the order of both.
bool tells_budget_and_final(const Sentence& sentence) {
    constexpr std::size_t longest = 300;
    const std::string_view words =
        sentence.words(sentence.begin, sentence.spots.front().numeral.begin).substr(0, longest);
    const std::size_t stroke = words.find("/");
    if (stroke == words.npos) return false;
    static constexpr std::string_view budgets[] = {"预算", "预算数", "年初预算数", "年初预算"};
    static constexpr std::string_view finals[] = {"决算", "支出", "执行", "实际"};
    return !ends_with_any(words.substr(0, stroke), budgets).empty() &&
           !begins_with_any(words.substr(stroke + 1), finals).empty();
}

void mention_sentence(ParagraphReading& reading, Sentence&& sentence) {
    ReadSentence read;
    read.sentence = std::move(sentence);
    read.passage = reading.index;
    if (!read.sentence.spots.empty()) read.context = context_of(read.sentence, reading.draft);
    Carried carried;
    std::size_t clause = 0;
    std::vector<Label> run_names;
    for (std::size_t i = 0; i < read.sentence.spots.size(); ++i) {
        const Spot& spot = read.sentence.spots[i];
        for (; clause < read.sentence.clauses.size() && clause < spot.clause; ++clause) {
            const Clause& words = read.sentence.clauses[clause];
            if (words.has_figure) continue;
            carry(read.sentence.words(words.begin, words.end), carried);
            if (words.depth == 0)
                if (const std::string_view whole = within_in(words_to(read.sentence, words.end));
                    !whole.empty()) {
                    read.within = whole;
                    read.within_from = static_cast<std::uint32_t>(i);
                }
        }
        if (spot.mark == Mark::semicolon || contains(read.sentence.words_before(spot).substr(0, 30), "；"))
            carried.previous = false;
        if (spot.numeral.sort == Sort::score && spot.task != Task::full_score &&
            spot.task != Task::deducted) {
            mention_score(reading.headings, read.sentence, i, reading.draft);
            mention_other(reading, read, i);
            if (is_evaluation(reading.headings, read.sentence, i)) {
                Mention& mention = reading.draft.mentions[reading.discourse.said.back().mention];
                mention.item = "/evaluation/score";
                mention.certain = true;
            }
            continue;
        }
        switch (spot.task) {
        case Task::base:
        case Task::from:
        case Task::inside:
            mention_base(reading, read, i, carried);
            continue;
        case Task::level:
        case Task::to:
        case Task::total:
        case Task::result:
        case Task::added:
        case Task::taken:
        case Task::balance:
        case Task::aside:
            break;
        default:
            mention_other(reading, read, i);
            continue;
        }
        if (mention_both_sides(reading, read, i)) continue;
        if (spot.task == Task::balance && spot.depth == 0)
            if (const std::string_view fund = fund_in(read.sentence.words_before(spot)); !fund.empty())
                carried.account = fund;
        Label label = label_of(spot.label);
        if (spot.numeral.sort == Sort::count && is_newly_counted(spot.label)) label.aside = false;
        // 两项年初共核定34.5万元
        if (spot.task == Task::total && !label.phase && contains(spot.label, "核定"))
            label.phase = Phase::initial;
        if (!spot.named_behind.empty()) {
            const Label own = std::exchange(label, label_of(spot.named_behind));
            if (own.phase) label.phase = own.phase;
            label.previous = own.previous;
            label.year = own.year;
        }
        if (spot.run != none) {
            const Run& run = read.sentence.runs[spot.run];
            if (run.first == i) run_names = names_of_run(read.sentence, run);
            const std::size_t place = i - run.first;
            if (run_names.size() == run.count) {
                label = run_names[place];
                label.previous = label.previous || label_of(read.sentence.spots[run.first].label).previous;
            } else if (run_names.empty() && place != 0) {
                label = label_of(read.sentence.spots[run.first].label);
            }
            // Names that stand at the run before it: 三个项目预算分别为…，支出分别为….
            if ((label.subject.empty() || label.generic) && run.respectively)
                for (std::size_t k = spot.run; k-- > 0 && spot.run - k <= runs_looked_back_max;) {
                    const Run& other = read.sentence.runs[k];
                    if (other.first >= run.first || other.count != run.count) continue;
                    const Said& of = reading.discourse.said[read.said[other.first + place]];
                    if (!is_level(of.task)) continue;
                    const Label own = label;
                    label = of.label;
                    label.phase = own.phase;
                    label.previous = own.previous; // 上年分别为400万元、125万元
                    label.year = own.year;
                    break;
                }
        }
        if (spot.task == Task::to) {
            // Where a change leads to is of what the words before the change name.
            static constexpr std::array<std::string_view, 5> marks{"，", "；", "：", "。", "（"};
            label = label_of(behind_last(spot.match.before, marks));
            // 年初预算500万元，调整为560万元
            if (contains(read.sentence.words_before(spot), "调整") &&
                (!label.phase || *label.phase == Phase::initial))
                label.phase = Phase::adjusted;
            if (spot.movement != none) {
                const Movement& movement = read.sentence.movements[spot.movement];
                if (movement.base != none) {
                    const Said& base = reading.discourse.said[read.said[movement.base]];
                    label = base.label;
                    label.previous = false;
                    label.year.reset();
                    label.phase.reset();
                }
            }
        }
        if (spot.task == Task::balance && known_part(label.subject, true) == nullptr) {
            Label balance = label_of(spot.match.name);
            balance.fund = label.fund;
            balance.body = label.body;
            label = std::move(balance);
        }
        const bool before_stroke =
            i + 1 < read.sentence.spots.size() && read.sentence.spots[i + 1].behind_stroke;
        if (before_stroke || spot.behind_stroke) {
            // Two figures of one name: budget and final where the words say so, else nobody knows which is which.
            if (tells_budget_and_final(read.sentence))
                label.phase = before_stroke ? Phase::initial : Phase::executed;
            else
                label.aside = true;
        }
        mention_level(reading, read, i, std::move(label), carried);
    }
    // 年中追加5万元，年初结转3万元: what was added is then not all by which the budget grew.
    const auto mention_at = [&](SaidId id) -> Mention& {
        return reading.draft.mentions[reading.discourse.said[id].mention];
    };
    const bool carried_over = std::any_of(read.said.begin(), read.said.end(), [&](SaidId id) {
        return mention_at(id).phase == Phase::opening || contains(mention_at(id).subject, "结转");
    });
    // 年中追加80万元，压减20万元: nor where some of it was taken off again.
    const bool taken_off =
        std::any_of(read.sentence.spots.begin(), read.sentence.spots.end(), [&](const Spot& spot) {
            static constexpr std::array<std::string_view, 9> words{"压减", "核减", "调减", "追减", "收回",
                                                                   "减少", "上缴", "调出", "扣减"};
            return contains_any(read.sentence.words_before(spot), words);
        });
    if (carried_over || taken_off)
        for (const SaidId id : read.said)
            if (mention_at(id).phase == Phase::supplementary) mention_at(id).certain = false;
    // 收入总计850万元，支出总计820万元，结余30万元: totals that differ by what is left are not those of the form.
    const bool left = std::any_of(read.sentence.spots.begin(), read.sentence.spots.end(),
                                  [](const Spot& spot) { return contains(spot.label, "结余"); });
    // 年初结转30万元，当年收入总计400万元: of the year alone, where what was carried over is told beside it.
    static constexpr std::array<std::string_view, 2> of_year{"当年", "本年"};
    if (left)
        for (std::size_t i = 0; i < read.said.size(); ++i) {
            Mention& mention = mention_at(read.said[i]);
            if (!mention.item.starts_with("/total_")) continue;
            mention.certain = false;
            if (carried_over && contains_any(read.sentence.spots[i].label, of_year)) mention.item.clear();
        }
    std::vector<SaidId> levels;
    for (std::size_t i = 0; i < read.sentence.spots.size(); ++i) {
        const Spot& spot = read.sentence.spots[i];
        if (is_level(spot.task) && spot.list == none && spot.depth == 0 && !spot.reason &&
            is_level(reading.discourse.said[read.said[i]].task))
            levels.push_back(read.said[i]);
    }
    if (!levels.empty() && read.within.empty()) reading.before = std::move(levels);
    reading.discourse.sentences.push_back(std::move(read));
}

/// The paragraph that this one is an item of.
std::uint32_t head_of(const Discourse& discourse, const ReadPassage& paragraph) {
    constexpr std::size_t looked_back_max = 60;
    std::size_t looked = 0;
    std::size_t taken = none;
    for (std::size_t i = discourse.passages.size(); i-- > 0 && looked < looked_back_max; ++looked) {
        const ReadPassage& other = discourse.passages[i];
        if (paragraph.depth != 0 && i == taken) return none; // it has items of another numbering
        if (other.head != none && other.depth != paragraph.depth) taken = other.head;
        if (paragraph.depth == 0) {
            // Items without numbers: “农林水支出（类）” …
            if (other.announces) return static_cast<std::uint32_t>(i);
            if (paragraph.continues) return none;
            if (other.depth == 0 && other.head != none &&
                other.text.substr(0, 3) == paragraph.text.substr(0, 3) && paragraph.text.starts_with("“"))
                return other.head;
            return none;
        }
        if (other.announces && paragraph.number <= 1) return static_cast<std::uint32_t>(i);
        // Lines without a number between two items go on with the first.
        if (other.depth == 0 && paragraph.number > 1 && !other.announces) continue;
        if (other.depth == paragraph.depth) return other.number + 1 == paragraph.number ? other.head : none;
        if (other.depth < paragraph.depth)
            return paragraph.number <= 1 ? static_cast<std::uint32_t>(i) : none;
    }
    return none;
}

/// 以下金额单位均为万元。: the unit that a sentence without figures gives to all behind it.
std::optional<Unit> unit_of_document(std::string_view text, const std::vector<Sentence>& sentences) {
    for (const Sentence& sentence : sentences) {
        const std::string_view words = text.substr(sentence.begin, sentence.end - sentence.begin);
        static constexpr std::array<std::string_view, 5> of_all{"以下", "均", "本报告", "下列", "如无"};
        if (!sentence.spots.empty() || !contains(words, "单位") || !contains_any(words, of_all)) continue;
        if (const std::optional<Unit> unit = unit_of_all(words)) return unit;
    }
    return std::nullopt;
}

} // namespace

void mention_paragraph(const Page& page, const Passage& passage, Headings& headings, Discourse& discourse,
                       Draft& draft) {
    const std::string_view text = passage.text;
    const std::size_t number = list_number_of(text);
    // 以下金额单位均为万元。: a sentence of its own, without a figure.
    std::vector<Sentence> sentences = sentences_of(text, number, headings.unit());
    if (const std::optional<Unit> unit = unit_of_document(text, sentences); unit) {
        headings.unit_of_document = unit;
        sentences = sentences_of(text, number, headings.unit());
    }
    std::size_t first_figure = text.npos;
    for (const Sentence& sentence : sentences)
        if (first_figure == text.npos && !sentence.spots.empty())
            first_figure = sentence.spots.front().numeral.begin;
    ReadPassage paragraph;
    paragraph.text = text;
    paragraph.depth = depth_of_line(text);
    paragraph.number = number_of_line(text);
    paragraph.heading = read_heading(text, first_figure, headings);
    paragraph.announces = text.ends_with("：");
    if (paragraph.announces) {
        const std::size_t last = text.rfind("。");
        paragraph.fund = std::string(fund_in(last == text.npos ? text : text.substr(last)));
    }
    paragraph.continues =
        paragraph.depth == 0 && !discourse.passages.empty() && discourse.passages.back().text.ends_with("；");
    paragraph.head = head_of(discourse, paragraph);
    // 2、…（项） with its figures in the next line: that line is the item.
    if (paragraph.depth == 0 && !discourse.passages.empty() && first_figure != text.npos) {
        const ReadPassage& item = discourse.passages.back();
        if (item.depth != 0 && item.heading && item.first_sentence + 2 >= item.last_sentence &&
            contains(item.text, "（类）") && item.text.size() < 300) {
            paragraph.depth = item.depth;
            paragraph.number = item.number;
            paragraph.head = item.head;
            paragraph.class_words = item.class_words;
            discourse.passages.back().told_below = true;
        }
    }
    if (const std::size_t at = text.find("（类）");
        at != text.npos && paragraph.depth != 0 && paragraph.class_words.empty())
        paragraph.class_words = text.substr(number, at - std::min(at, number));
    paragraph.first_sentence = static_cast<std::uint32_t>(discourse.sentences.size());
    paragraph.last_sentence = paragraph.first_sentence;
    discourse.passages.push_back(paragraph);
    ParagraphReading reading{page,      passage, headings,
                             discourse, draft,   static_cast<std::uint32_t>(discourse.passages.size() - 1)};
    for (Sentence& sentence : sentences) mention_sentence(reading, std::move(sentence));
    discourse.passages.back().last_sentence = static_cast<std::uint32_t>(discourse.sentences.size());
}

void mention_tables(MentionId first, Discourse& discourse, const Draft& draft) {
    // The figures of a row have one name, and columns name rows alike.
    std::unordered_map<std::string_view, std::string> keys;
    const auto key_of = [&](const std::string& subject) -> const std::string& {
        const auto [key, added] = keys.try_emplace(subject);
        if (added) key->second = label_of(subject).key;
        return key->second;
    };
    for (std::size_t i = first; i < draft.mentions.size(); ++i) {
        const Mention& mention = draft.mentions[i];
        if (mention.figure.unit.dimension == Dimension::percent || mention.subject.empty()) continue;
        // A column of changes holds none of the amounts that its rows name.
        static constexpr std::string_view changes[] = {"增减", "增加", "减少", "差额",
                                                       "差异", "增长", "变动", "下降"};
        const std::string_view place = mention.figure.place;
        if (contains_any(place.substr(place.rfind(' ') + 1), changes)) continue;
        Said said;
        said.mention = static_cast<MentionId>(i);
        said.label.subject = said.label.core = mention.subject;
        said.label.key =
            !mention.item.empty() && mention.split.empty() ? mention.item : key_of(mention.subject);
        said.label.fund = mention.of.fund;
        said.phase_stated = true;
        said.passage = static_cast<std::uint32_t>(discourse.passages.size());
        // 本年支出 under a head that makes it no amount of the model is something else of that name.
        const bool of_another = mention.item.empty() && said.label.key.starts_with('/');
        if (!said.label.key.empty() && !of_another)
            discourse.by_key[said.label.key].push_back(static_cast<SaidId>(discourse.said.size()));
        discourse.said.push_back(std::move(said));
    }
}

} // namespace tieout::detail
