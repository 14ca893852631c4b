// SPDX-License-Identifier: MIT
#include "read/sentences/evidence.hpp"

#include "read/vocabulary/wholes.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace tieout::detail {

namespace {

/// The figures of the likeliest reading.
template <class Each>
void each_mention(const Statement& statement, Each each) {
    const Reading& reading = statement.readings.front();
    if (reading.subject != no_mention) each(reading.subject);
    for (const MentionTerm& term : reading.first) each(term.figure);
    for (const MentionTerm& term : reading.second) each(term.figure);
}

/// Whether the document tells such an amount of a body before: several bodies have such, then.
bool told_of_bodies(Written& written, const Figure& figure) {
    const std::vector<Mention>& mentions = written.draft.mentions;
    const auto alike = [](const Figure& a, const Figure& b) {
        return a.unit.dimension == b.unit.dimension &&
               (a.unit.dimension != Dimension::count || addable(a, b));
    };
    for (; written.looked_at < mentions.size(); ++written.looked_at) {
        const Mention& mention = mentions[written.looked_at];
        if (mention.of.body.empty()) continue;
        const bool there = std::any_of(written.of_bodies.begin(), written.of_bodies.end(), [&](MentionId id) {
            return alike(mentions[id].figure, mention.figure);
        });
        if (!there) written.of_bodies.push_back(static_cast<MentionId>(written.looked_at));
    }
    return std::any_of(written.of_bodies.begin(), written.of_bodies.end(),
                       [&](MentionId id) { return alike(mentions[id].figure, figure); });
}

/// Bound: what a rate or a change is of stands in the sentence that states it. Where a document tells of several bodies, what
/// a name alone finds elsewhere may be another figure of that name.
bool stands_together(Written& written, const Statement& statement) {
    const Draft& draft = written.draft;
    bool together = true;
    each_mention(statement, [&](MentionId id) {
        const Mention& mention = draft.mentions[id];
        // 总计 of a table is that of whatever the table is about.
        const bool named = mention.figure.cell_row == 0 || !label_of(mention.subject).generic;
        together = together && named &&
                   (mention.figure.context == statement.context || !told_of_bodies(written, mention.figure) ||
                    is_only_asset(draft, id));
    });
    return together;
}

/// The same fact: amounts that make each other are of one year, as far as the words say one.
bool of_one_period(const Draft& draft, const Statement& statement) {
    const std::string* period = nullptr;
    bool one = true;
    each_mention(statement, [&](MentionId id) {
        const std::string& own = draft.mentions[id].figure.period;
        if (own.empty()) return;
        one = one && (period == nullptr || own == *period);
        period = &own;
    });
    return one;
}

/// The same fact: the known parts of a known whole are of its fund and body. 本年支出合计1150万元。其中财政拨款基本支出680万元，项目支出400万元.
bool of_one_scope(const Draft& draft, const Statement& statement) {
    const Reading& reading = statement.readings.front();
    if (reading.subject == no_mention || draft.mentions[reading.subject].item.empty()) return true;
    const auto known = [&](const MentionTerm& term) { return !draft.mentions[term.figure].item.empty(); };
    if (!std::all_of(reading.first.begin(), reading.first.end(), known)) return true;
    const Aspects& whole = draft.mentions[reading.subject].of;
    return std::all_of(reading.first.begin(), reading.first.end(), [&](const MentionTerm& term) {
        const Aspects& part = draft.mentions[term.figure].of;
        return (part.fund.empty() || part.fund == whole.fund) &&
               (part.body.empty() || part.body == whole.body);
    });
}

/// The same fact: a budget is no part of what was spent, nor the other way round.
bool of_one_phase(const Draft& draft, const Statement& statement) {
    const Reading& reading = statement.readings.front();
    if (reading.first.empty() || reading.second.empty()) return false;
    return draft.mentions[reading.first.front().figure].phase ==
           draft.mentions[reading.second.front().figure].phase;
}

/// Whether the sentence tells amounts of several years, and more of them than the two between which one thing changed. What a
/// change is told to be from is none of them: the words bind it.
bool several_years_told(const Scene& scene) {
    int first = 0;
    bool several = false;
    std::size_t levels = 0;
    for (const SaidId id : scene.read.said) {
        if (id == none || !is_level(scene.reach.said(id).task)) continue;
        // 2022年支出83万元（会议费57万元、培训费25万元）: parts in brackets are no amounts of other years.
        const Spot& spot = scene.spot(scene.reach.said(id).spot);
        levels += spot.depth == 0 || spot.list == none ? 1U : 0U;
        const int year = scene.reach.said(id).year;
        if (year == 0) continue;
        several = several || (first != 0 && year != first);
        first = year;
    }
    return several && levels > 2;
}

bool same_terms(const std::vector<MentionTerm>& a, const std::vector<MentionTerm>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const MentionTerm& x, const MentionTerm& y) {
        return x.figure == y.figure && x.coefficient == y.coefficient;
    });
}

/// Whether the sentence states another rate of the very same figures: only one of them can be of these.
bool stated_with_another_rate(const Draft& draft, const Statement& statement) {
    constexpr std::size_t looked_back_max = 12;
    const Reading& own = statement.readings.front();
    for (std::size_t back = 1; back <= std::min(looked_back_max, draft.statements.size()); ++back) {
        const Statement& other = draft.statements[draft.statements.size() - back];
        if (other.context != statement.context) return false;
        const Reading& reading = other.readings.front();
        if (other.word == statement.word && reading.kind == own.kind && reading.subject != own.subject &&
            same_terms(reading.first, own.first) && same_terms(reading.second, own.second))
            return true;
    }
    return false;
}

const Mention& mention_of(const Draft& draft, const std::vector<MentionTerm>& terms) {
    return draft.mentions[terms.front().figure];
}

/// Whether a name says no more than all that is spent: 支出, 全年支出, 预算支出.
bool plain_side(std::string_view subject) {
    static constexpr std::string_view words[] = {"支出", "全年支出", "本年支出", "预算支出", "支出预算"};
    return std::find(std::begin(words), std::end(words), subject) != std::end(words);
}

/// Whether the budget that a completion is over is that of what was spent, by name.
bool same_named(const Draft& draft, const Reading& reading) {
    if (reading.first.empty() || reading.second.empty()) return false;
    const Mention& spent = mention_of(draft, reading.first);
    const Mention& budget = mention_of(draft, reading.second);
    if (spent.subject.empty()) return false;
    return spent.subject == budget.subject || (plain_side(spent.subject) && plain_side(budget.subject));
}

/// Whether the sentence tells more rates of growth than amounts that could have grown.
bool rates_outnumber_levels(const Scene& scene) {
    std::size_t rates = 0;
    std::size_t levels = 0;
    for (const Spot& spot : scene.sentence().spots) {
        rates += spot.task == Task::growth || (spot.task == Task::aside && spot.numeral.sort == Sort::percent)
                     ? 1
                     : 0;
        levels += is_level(spot.task) ? 1 : 0;
    }
    return rates > 1 && rates > levels;
}

/// The sentence that a mention stands in; that of the scene where it stands in none.
const ReadSentence& sentence_of(const Scene& scene, MentionId mention) {
    const SaidId said = scene.reach.said_of(mention);
    const std::uint32_t sentence = said == none ? none : scene.reach.said(said).sentence;
    return sentence == none ? scene.read : scene.reach.discourse.sentences[sentence];
}

/// Whether the words name another amount alike, of another phase or year: which of them the list divides is open.
bool has_a_twin(const Draft& draft, const Scene& scene, const Reading& reading, MentionId whole,
                std::optional<Phase> named = std::nullopt) {
    const Mention& total = draft.mentions[whole];
    const auto among = [](const std::vector<MentionTerm>& terms, MentionId id) {
        return std::any_of(terms.begin(), terms.end(),
                           [&](const MentionTerm& term) { return term.figure == id; });
    };
    const auto in_reading = [&](MentionId id) {
        return id == whole || among(reading.first, id) || among(reading.second, id);
    };
    const ReadSentence& told_in = sentence_of(scene, whole);
    if (told_in.said.size() > members_max) return true;
    for (const SaidId id : told_in.said) {
        if (id == none) continue;
        const Said& said = scene.reach.said(id);
        if (!is_level(said.task) || in_reading(said.mention)) continue;
        const Mention& other = draft.mentions[said.mention];
        if (named && other.phase != *named) continue; // 占支出决算总额的: none of the budget
        if (other.subject == total.subject && addable(other.figure, total.figure)) return true;
    }
    return false;
}

/// Whether the whole is known to have more parts than the list names.
bool parts_are_missing(const Scene& scene, const Reading& reading) {
    const SaidId whole = scene.reach.said_of(reading.subject);
    if (whole == none) return false;
    const std::string& whole_key = scene.reach.said(whole).label.key;
    if (whole_key != "/three_public") return parts_of_whole(whole_key).size() > reading.first.size();
    // Vehicles may be told as one or as two.
    std::size_t told = 0;
    for (const MentionTerm& term : reading.first) {
        const SaidId part = scene.reach.said_of(term.figure);
        if (part == none) continue;
        const std::string& key = scene.reach.said(part).label.key;
        if (key == "/three_public/abroad" || key == "/three_public/reception" ||
            key == "/three_public/vehicles")
            told += 2;
        if (key == "/three_public/vehicles/purchase" || key == "/three_public/vehicles/operation") told += 1;
    }
    return told < 6;
}

/// Whether the words of a share name what it is of: 占基本支出的.
bool names_its_whole(const Scene& scene, const Reading& reading) {
    const std::size_t share = scene.spot_of(reading.subject);
    if (share >= scene.sentence().spots.size()) return false;
    const Label whole = label_of(scene.spot(share).match.whole);
    return !whole.subject.empty() && !whole.generic;
}

/// The phase that the words of a share name of what it is of: 占支出决算总额的.
std::optional<Phase> phase_named(const Scene& scene, const Reading& reading) {
    const std::size_t share = scene.spot_of(reading.subject);
    if (share >= scene.sentence().spots.size()) return std::nullopt;
    return label_of(scene.spot(share).match.whole).phase;
}

/// Whether lists stand within lists before a share: to which of them one without a name belongs is open.
bool lists_within_lists(const Scene& scene, const Reading& reading) {
    if (names_its_whole(scene, reading)) return false;
    const std::size_t share = scene.spot_of(reading.subject);
    std::size_t with_members = 0;
    for (const List& list : scene.sentence().lists)
        with_members += list.members.empty() || list.members.front().spot > share ? 0 : 1;
    return with_members > 1;
}

/// Whether what a share is of is told to be a share of something else itself, and no words name it: the share behind a list
/// may be of the list's total, or of what that total is a part of.
bool of_a_part(const Scene& scene, const Reading& reading) {
    const std::vector<Spot>& spots = scene.sentence().spots;
    const std::size_t own = scene.spot_of(reading.subject);
    if (own < spots.size() && !spots[own].match.whole.empty()) return false;
    const std::size_t next = scene.spot_of(reading.second.front().figure) + 1;
    // 总计1022万元，分别占34%、14%、52%: the first of them is of the same.
    if (next < spots.size() && own < spots.size() && spots[own].run != none &&
        spots[own].run == spots[next].run)
        return false;
    return next < spots.size() && next != own && spots[next].task == Task::share;
}

/// Whether the sentence tells of several amounts that were spent before a rate that brings its budget along: 首期5万元，二期3万元，
/// 占预算10万元的80%.
bool several_spent(const Scene& scene, const Reading& reading) {
    const std::vector<Spot>& spots = scene.sentence().spots;
    const std::size_t budget = scene.spot_of(reading.second.front().figure);
    if (budget >= spots.size() || spots[budget].task != Task::inside) return false;
    std::size_t spent = 0;
    for (std::size_t i = 0; i < budget; ++i) {
        if (spots[i].task != Task::level || scene.read.said[i] == none) continue;
        const Mention& mention = scene.reach.mention(scene.read.said[i]);
        spent += !is_budget(mention) && mention.figure.unit.dimension == Dimension::money ? 1 : 0;
    }
    return spent > 1;
}

/// 支出决算80万元。收回指标15万元，调整预算85万元，完成调整预算的94.12%; 预算300万元，到位280万元，支出252万元，执行率90%: whether the
/// paragraph tells right before that something else was spent, or that less came in than was planned, so that the rate is of these.
bool spent_or_received_before(const Scene& scene, const Reading& reading) {
    static constexpr std::string_view spends[] = {"支出", "决算", "执行", "完成", "使用", "实际", "开支"};
    static constexpr std::string_view received[] = {"到位"};
    const std::size_t own = scene.spot_of(reading.first.front().figure);
    const std::vector<Spot>& spots = scene.sentence().spots;
    const bool says_spent = own >= spots.size() || spots[own].run != none ||
                            contains_any(scene.sentence().words_before(spots[own]), spends);
    const std::uint32_t first = scene.reach.discourse.passages[scene.read.passage].first_sentence;
    constexpr std::uint32_t looked_back_max = 2;
    const std::uint32_t here = scene.number();
    for (std::uint32_t s = std::max(first, here < looked_back_max ? 0 : here - looked_back_max); s <= here;
         ++s) {
        const ReadSentence& told = scene.reach.discourse.sentences[s];
        for (std::size_t i = 0; i < told.said.size(); ++i) {
            const SaidId id = told.said[i];
            if (id == none || (s == here && i == own) || !is_level(scene.reach.said(id).task)) continue;
            const std::string_view words = told.sentence.words_before(told.sentence.spots[i]);
            if (contains_any(words, received)) return true;
            const bool before = s < here || i < own;
            if (before && !says_spent && !is_budget(scene.reach.mention(id)) && contains_any(words, spends))
                return true;
        }
    }
    return false;
}

/// Whether the sentence tells of one purchase: a price, how many, and what they came to, and nothing else that any of these could
/// belong to.
bool tells_one_purchase(const Scene& scene, const Reading& reading) {
    std::size_t figures = 0;
    for (const SaidId id : scene.read.said) figures += id == none ? 0 : 1;
    const std::size_t own = reading.first.size() + 1;
    if (figures != own) return false;
    const auto here = [&](MentionId id) { return scene.spot_of(id) < scene.sentence().spots.size(); };
    return here(reading.subject) && std::all_of(reading.first.begin(), reading.first.end(),
                                                [&](const MentionTerm& term) { return here(term.figure); });
}

} // namespace

bool is_only_asset(const Draft& draft, MentionId id) {
    const Mention& own = draft.mentions[id];
    // No report tells as many figures.
    constexpr std::size_t mentions_max = 20'000;
    if (!begins_with(own.item, "/assets") || !own.of.body.empty() || draft.mentions.size() > mentions_max)
        return false;
    return std::count_if(draft.mentions.begin(), draft.mentions.end(), [&](const Mention& mention) {
               return mention.item == own.item && mention.split == own.split && mention.phase == own.phase;
           }) == 1;
}

bool is_beyond_doubt(Written& written, const Scene& scene, const Statement& statement) {
    const Draft& draft = written.draft;
    // No sentence that means one thing tells so many figures.
    if (scene.sentence().spots.size() > members_max) return false;
    if (!clauses_are_plain(scene, statement) || !is_told_together(scene, statement)) return false;
    switch (statement.readings.front().kind) {
    case Kind::growth:
    case Kind::ratio:
    case Kind::share: {
        if (!stands_together(written, statement) || stated_with_another_rate(draft, statement)) return false;
        if (statement.word == "share")
            return !lists_within_lists(scene, statement.readings.front()) && of_one_phase(draft, statement) &&
                   !of_a_part(scene, statement.readings.front()) &&
                   !has_a_twin(draft, scene, statement.readings.front(),
                               statement.readings.front().second.front().figure,
                               phase_named(scene, statement.readings.front()));
        if (statement.word == "completion" && (!same_named(draft, statement.readings.front()) ||
                                               several_spent(scene, statement.readings.front()) ||
                                               spent_or_received_before(scene, statement.readings.front())))
            return false;
        const Reading& own = statement.readings.front();
        if (statement.word == "growth" && has_a_twin(draft, scene, own, own.first.front().figure))
            return false;
        return !several_years_told(scene) && !rates_outnumber_levels(scene);
    }
    case Kind::product:
        return tells_one_purchase(scene, statement.readings.front());
    case Kind::sum:
        return of_one_period(draft, statement) && of_one_scope(draft, statement) &&
               tells_all_parts(scene, statement) && statement.readings.front().subject != no_mention &&
               !has_a_twin(draft, scene, statement.readings.front(), statement.readings.front().subject) &&
               !parts_are_missing(scene, statement.readings.front());
    case Kind::linear:
        return statement.word != "change" ||
               (stands_together(written, statement) && !several_years_told(scene));
    case Kind::average:
    case Kind::equal:
    case Kind::at_most:
    case Kind::present:
    case Kind::absent:
    case Kind::unit:
        break;
    }
    return true;
}

} // namespace tieout::detail
