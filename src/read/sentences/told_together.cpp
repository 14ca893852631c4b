// SPDX-License-Identifier: MIT
// Whether figures that a change, a comparison or a total brings together are told together, with nothing between them that it
// could be of as well.

#include "read/sentences/evidence.hpp"

#include "read/vocabulary/plain.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tieout::detail {

namespace {

class ToldTogether {
  public:
    ToldTogether(const Scene& scene, const Statement& statement)
        : scene_(scene), sentence_(scene.sentence()), statement_(statement),
          reading_(statement.readings.front()) {
        if (reading_.subject != no_mention) add(reading_.subject);
        for (const MentionTerm& term : reading_.first) add(term.figure);
        for (const MentionTerm& term : reading_.second) add(term.figure);
        std::sort(here_.begin(), here_.end());
    }

    [[nodiscard]] bool change() const {
        return !is_of_each_or_another() && base_is_earlier() && year_is_of_it() && !between() &&
               !is_elsewhere() && !behind_semicolon();
    }
    /// 计划500人、人均90元，实际400人、人均100元: each of its own.
    [[nodiscard]] bool average() const {
        return std::count_if(sentence_.spots.begin(), sentence_.spots.end(),
                             [](const Spot& spot) { return spot.task == Task::average; }) == 1;
    }
    /// Every amount that stands before a total of several is one of them.
    [[nodiscard]] bool total() const {
        if (here_.empty() || elsewhere_.size() > 0) return false;
        const std::size_t last = here_.back();
        // 体检20万元；培训45万元；救助806户，共支出24万元: of what was told since the semicolon.
        for (std::size_t i = last; i-- > here_.front();) {
            if (is_here(i)) break;
            if (is_level(sentence_.spots[i].task) && i > 0 &&
                (contains(sentence_.words_before(sentence_.spots[i]), "；") ||
                 contains(sentence_.words_behind(i), "；")))
                return false;
        }
        if (here_.size() > 1 && !leads_plainly(here_[here_.size() - 2], last)) return false;
        for (std::size_t i = 0; i < last; ++i) {
            const Spot& spot = sentence_.spots[i];
            if (is_here(i) || !is_level(spot.task) || spot.depth != sentence_.spots[last].depth) continue;
            if (addable(spot.numeral.figure, sentence_.spots[last].numeral.figure)) return false;
        }
        return true;
    }
    /// A sum of which some parts are told with their year and some without may be of several.
    [[nodiscard]] bool one_year() const {
        bool with = false;
        bool without = false;
        for (const MentionTerm& term : reading_.first) {
            const SaidId said = scene_.reach.said_of(term.figure);
            if (said == none) continue;
            (scene_.reach.said(said).year != 0 ? with : without) = true;
        }
        return !(with && without);
    }

  private:
    /// 土建80万元、安装20万元，另加9%税金，合计109万元: whether nothing between the last part and the total says that more is reckoned than a
    /// sum.
    [[nodiscard]] bool leads_plainly(std::size_t part, std::size_t total) const {
        for (std::size_t i = part + 1; i < total; ++i) {
            const Spot& spot = sentence_.spots[i];
            const bool compares = spot.task == Task::share || spot.task == Task::growth ||
                                  spot.task == Task::change || spot.task == Task::base;
            if (spot.depth <= sentence_.spots[total].depth && !compares) return false;
        }
        std::vector<std::string_view> names;
        for (const MentionTerm& term : reading_.first)
            names.push_back(scene_.reach.draft.mentions[term.figure].subject);
        for (const std::string_view side : {"支出", "收入"})
            if (std::all_of(here_.begin(), here_.end(), [&](std::size_t i) {
                    return contains(sentence_.words_before(sentence_.spots[i]), side);
                }))
                names.push_back(side);
        const std::vector<std::string_view> clauses =
            clauses_of(sentence_.words_before(sentence_.spots[total]));
        return std::all_of(clauses.begin(), clauses.end(),
                           [&](std::string_view clause) { return is_plain(clause, Says::total, names); });
    }

    /// 标准由每人80元提高到100元，增加28万元, 床位由80张增至100张，增收30%: a price changes otherwise than what is paid, and a count otherwise
    /// than what it brings.
    [[nodiscard]] bool is_of_each_or_another() const {
        if (here_.empty()) return false;
        const SaidId after = to();
        const bool money = after != none && scene_.reach.figure(after).unit.dimension == Dimension::money;
        // 单车费用2.7万元，较上年3万元减少3万元: what changed stands before.
        if (here_.front() > 0 && may_be_of_each(sentence_.words_before(sentence_.spots[here_.front() - 1])))
            return true;
        bool in_yuan = false;
        bool in_more = false;
        for (const std::size_t i : here_) {
            const Spot& spot = sentence_.spots[i];
            const std::string_view words = sentence_.words_before(spot);
            if (may_be_of_each(words) || (!money && says_another_changed(words))) return true;
            const Unit& unit = spot.numeral.figure.unit;
            if (unit.dimension != Dimension::money) continue;
            (unit.power == 0 ? in_yuan : in_more) = true;
        }
        if (in_yuan && in_more) return true;
        for (std::size_t i = here_.front() + 1; i < here_.back(); ++i)
            if (!is_here(i) && may_be_what_changed(sentence_.spots[i], money)) return true;
        return rate_behind_reason();
    }

    /// Whether a figure in between may be what the last one is of.
    [[nodiscard]] bool may_be_what_changed(const Spot& spot, bool money) const {
        // 运行维护费24万元（上年32万元），车均费用2.4万元，下降40%
        if (spot.task == Task::average || spot.task == Task::price ||
            may_be_of_each(sentence_.words_before(spot)))
            return true;
        if (spot.depth > sentence_.spots[here_.back()].depth) return false;
        // 比上年增加2亿元，其中专项增加1亿元，增长20%
        const bool change = spot.task == Task::change || spot.task == Task::aside;
        if (change && spot.numeral.sort == Sort::amount) return true;
        // 床位由80张增加到100张，增加收入30万元，增长30%; 接待费8万元，主要是批次减少30批次，下降37.5%
        return spot.numeral.figure.unit.dimension == (money ? Dimension::count : Dimension::money);
    }

    /// 土地出让收入8亿元，主要是出让面积减少，下降23%: the rate may be of what the reason names.
    [[nodiscard]] bool rate_behind_reason() const {
        if (here_.size() < 2) return false;
        const Spot& last = sentence_.spots[here_.back()];
        const std::vector<std::string_view> clauses = clauses_of(sentence_.words_before(last));
        static constexpr std::array<std::string_view, 6> changes{"增加", "减少", "增长",
                                                                 "下降", "上升", "降低"};
        return std::any_of(clauses.begin(), clauses.end(), [&](std::string_view clause) {
            return is_reason(clause) && contains_any(clause, changes) &&
                   clause.data() != clauses.back().data();
        });
    }

    void add(MentionId id) {
        const SaidId said = scene_.reach.said_of(id);
        if (said == none) return;
        const Said& of = scene_.reach.said(said);
        if (of.sentence == scene_.number())
            here_.push_back(of.spot);
        else
            elsewhere_.push_back(said);
    }
    [[nodiscard]] bool is_here(std::size_t spot) const {
        return std::binary_search(here_.begin(), here_.end(), spot);
    }

    /// What changed, and what it was before, if a figure says so.
    [[nodiscard]] SaidId to() const {
        if (reading_.kind != Kind::ratio) return scene_.reach.said_of(reading_.first.front().figure);
        // (from − to) / from, change / (to − change), change / from
        if (reading_.first.size() == 2) return scene_.reach.said_of(reading_.first[1].figure);
        return scene_.reach.said_of(
            (reading_.second.size() > 1 ? reading_.second : reading_.first).front().figure);
    }
    [[nodiscard]] SaidId base() const {
        if (statement_.word == "change")
            return reading_.first.size() > 2 ? scene_.reach.said_of(reading_.first[1].figure)
                                             : static_cast<SaidId>(none);
        return reading_.second.size() == 1 ? scene_.reach.said_of(reading_.second.front().figure)
                                           : static_cast<SaidId>(none);
    }

    /// 2022年585万元，本年472万元，下降19.3%: what it was before is of an earlier year, or a budget.
    [[nodiscard]] bool base_is_earlier() const {
        const SaidId before = base();
        const SaidId after = to();
        if (before == none || after == none) return true;
        const Said& said = scene_.reach.said(before);
        static constexpr std::array<std::string_view, 3> present{"本年", "今年", "当年"};
        // A cell of a table stands in no sentence.
        if (said.sentence != none &&
            contains_any(scene_.reach.discourse.sentences[said.sentence].sentence.spots[said.spot].label,
                         present))
            return false;
        if (said.year != 0 && scene_.reach.said(after).year == 0 && later_than(said.year + 1)) return false;
        if (said.task == Task::base || said.task == Task::from) return true;
        const Mention& mention = scene_.reach.mention(before);
        if (is_prior(mention) || is_budget(mention) || mention.phase == Phase::opening || said.label.previous)
            return true;
        const int year = scene_.reach.said(after).year;
        if (said.year != 0 && year != 0) return said.year < year;
        return said.year == 0 && year == 0;
    }

    /// 2022年820人，2023年554人。聘用人员591人，较上年增加51人，2021年为596人: whether amounts of a later year are told in the paragraph.
    [[nodiscard]] bool later_than(int year) const {
        const ReadPassage& passage = scene_.reach.discourse.passages[scene_.read.passage];
        constexpr std::uint32_t sentences_max = 12;
        const std::uint32_t here = scene_.number();
        for (std::uint32_t s =
                 std::max(passage.first_sentence, here < sentences_max ? 0 : here - sentences_max);
             s <= here; ++s)
            for (const SaidId said : scene_.reach.discourse.sentences[s].said)
                if (said != none && scene_.reach.said(said).year > year) return true;
        return false;
    }

    /// 2022年比2021年减少21家: of an amount that is told to be of that year.
    [[nodiscard]] bool year_is_of_it() const {
        if (here_.empty()) return true;
        for (const std::size_t i : here_) {
            const Spot& spot = sentence_.spots[i];
            if (spot.task != Task::change && spot.task != Task::growth) continue;
            const std::string_view words = behind_last(sentence_.words_before(spot), clause_marks);
            constexpr std::size_t digits = 4;
            if (words.size() <= digits || words.front() < '0' || words.front() > '9' ||
                !begins_with(words.substr(digits), "年"))
                continue;
            const SaidId after = to();
            if (after != none && std::to_string(scene_.reach.said(after).year) != words.substr(0, digits))
                return false;
        }
        return true;
    }

    /// Whether another amount stands between the first and the last of its figures.
    [[nodiscard]] bool between() const {
        if (here_.empty()) return false;
        const Spot& last = sentence_.spots[here_.back()];
        const SaidId after = to();
        const SaidId before = base();
        // 甲队运行费27万元；乙队运行费9万元，比上年减少3万元
        if (before != none && after != none && before < after &&
            scene_.reach.said(before).sentence == scene_.number() &&
            scene_.reach.said(after).sentence == scene_.number() &&
            contains(sentence_.words(sentence_.spots[scene_.reach.said(before).spot].numeral.end,
                                     sentence_.spots[scene_.reach.said(after).spot].numeral.begin),
                     "；"))
            return true;
        for (std::size_t i = here_.front() + 1; i < here_.back(); ++i) {
            const Spot& spot = sentence_.spots[i];
            // 支出100万元，预算117万元，完成85.6%，比上年增加29万元: what was spent, not what was planned.
            if (spot.task == Task::completion && after != none && is_budget(scene_.reach.mention(after)))
                return true;
            if (is_here(i) || !is_level(spot.task) || spot.depth > last.depth || scene_.read.said[i] == none)
                continue;
            const Said& said = scene_.reach.said(scene_.read.said[i]);
            const Mention& mention = scene_.reach.mention(scene_.read.said[i]);
            if (is_budget(mention) || spot.run != none) continue;
            if (after != none && said.label.key == scene_.reach.said(after).label.key) continue;
            if (after != none && addable(mention.figure, scene_.reach.figure(after))) return true;
        }
        return false;
    }

    /// 与上年相比，总收入增加20万元: whether the words say what changed.
    [[nodiscard]] bool names_subject() const {
        return std::any_of(here_.begin(), here_.end(), [&](std::size_t i) {
            const std::uint32_t movement = sentence_.spots[i].movement;
            return movement != none && !sentence_.movements[movement].subject.empty();
        });
    }

    /// 机关运行经费52万元，用于…。上年机关运行经费为62万元，本年减少10万元: whether the base has the name of what changed, which the paragraph
    /// tells one amount of.
    [[nodiscard]] bool is_named_by_base(SaidId after) const {
        const SaidId before = base();
        if (before == none || scene_.reach.said(before).sentence != scene_.number()) return false;
        const Label& label = scene_.reach.said(after).label;
        // Its own words name it, and not what was spoken of before: 上年为62万元.
        const Label own = label_of(sentence_.spots[scene_.reach.said(before).spot].label);
        if (label.generic || label.side || label.key.empty() || label.key != own.key) return false;
        const ReadPassage& passage = scene_.reach.discourse.passages[scene_.read.passage];
        std::size_t told = 0;
        for (std::uint32_t s = passage.first_sentence; s < passage.last_sentence; ++s)
            for (const SaidId said : scene_.reach.discourse.sentences[s].said)
                told += said != none && is_level(scene_.reach.said(said).task) && said != before &&
                                scene_.reach.said(said).label.key == label.key
                            ? 1U
                            : 0U;
        return told == 1;
    }

    /// Whether one of its figures stands in another sentence that tells other things as well.
    [[nodiscard]] bool is_elsewhere() const {
        const SaidId after = to();
        if (after == none) return false;
        const std::string& key = scene_.reach.said(after).label.key;
        return std::any_of(elsewhere_.begin(), elsewhere_.end(), [&](SaidId id) {
            const Said& said = scene_.reach.said(id);
            if (said.sentence == none || is_only_asset(scene_.reach.draft, said.mention)) return false;
            // What is told later, or has no name of its own, may be of something else.
            if (said.sentence > scene_.number() ||
                (said.label.side && id == base() && said.sentence != scene_.reach.said(after).sentence))
                return true;
            if (id == after && (names_subject() || is_named_by_base(id))) return false;
            // A name of its own finds it anywhere; 支出 and 上年 do not.
            if (!said.label.generic && !said.label.side && !key.empty() && said.label.key == key &&
                scene_.reach.said(after).sentence == scene_.number())
                return false;
            const ReadSentence& sentence = scene_.reach.discourse.sentences[said.sentence];
            return std::any_of(sentence.said.begin(), sentence.said.end(), [&](SaidId other) {
                return other != none && is_level(scene_.reach.said(other).task) &&
                       addable(scene_.reach.figure(other), scene_.reach.figure(id)) &&
                       scene_.reach.said(other).label.key != said.label.key;
            });
        });
    }

    /// 运行费34万元，其中燃油费17万元；比上年增加4万元: behind a semicolon it may be of any that were told before.
    [[nodiscard]] bool behind_semicolon() const {
        for (const std::size_t i : here_) {
            const Spot& spot = sentence_.spots[i];
            if (spot.movement == none || sentence_.movements[spot.movement].first != i ||
                !sentence_.movements[spot.movement].subject.empty())
                continue;
            if (!contains(sentence_.words_before(spot), "；")) continue;
            const std::string* key = nullptr;
            for (std::size_t k = 0; k < i; ++k) {
                if (scene_.read.said[k] == none || !is_level(sentence_.spots[k].task)) continue;
                const Mention& mention = scene_.reach.mention(scene_.read.said[k]);
                if (is_budget(mention) || is_prior(mention)) continue;
                if (mention.figure.unit.dimension != Dimension::money) continue;
                const std::string& own = scene_.reach.said(scene_.read.said[k]).label.key;
                if (key != nullptr && *key != own) return true;
                key = &own;
            }
        }
        return false;
    }

    const Scene& scene_;
    const Sentence& sentence_;
    const Statement& statement_;
    const Reading& reading_;
    std::vector<std::size_t> here_{};
    std::vector<SaidId> elsewhere_{};
};

} // namespace

bool is_told_together(const Scene& scene, const Statement& statement) {
    const auto told = [&] { return ToldTogether(scene, statement); };
    if (statement.word == "change" || statement.word == "growth") return told().change();
    if (statement.word == "average") return told().average();
    if (statement.word == "total") return told().total();
    if (statement.word == "sum") return told().one_year();
    return true;
}

} // namespace tieout::detail
