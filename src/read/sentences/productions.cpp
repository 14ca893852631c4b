// SPDX-License-Identifier: MIT
// What several families of productions share.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/wholes.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

void Written::divided(Breakdown breakdown) {
    by_total[breakdown.totals.front()].push_back(divisions.size());
    if (breakdown.parts.size() > 1)
        for (const Breakdown::Part& part : breakdown.parts) by_part.emplace(part.said, divisions.size());
    divisions.push_back(std::move(breakdown));
}

const Breakdown* Written::division_of(SaidId total) const {
    const auto found = by_total.find(total);
    if (found == by_total.end()) return nullptr;
    for (auto index = found->second.rbegin(); index != found->second.rend(); ++index)
        if (divisions[*index].parts.size() > 1) return &divisions[*index];
    return nullptr;
}

const Breakdown* Written::division_with(SaidId part) const {
    const auto found = by_part.find(part);
    return found == by_part.end() ? nullptr : &divisions[found->second];
}

bool Written::knows(const Breakdown& breakdown) const {
    const auto found = by_total.find(breakdown.totals.front());
    if (found == by_total.end()) return false;
    constexpr std::size_t compared_max = 16; // lists of one amount
    const std::size_t size = found->second.size();
    for (std::size_t i = size > compared_max ? size - compared_max : 0; i < size; ++i) {
        const Breakdown& other = divisions[found->second[i]];
        if (other.parts.size() == breakdown.parts.size() &&
            std::equal(other.parts.begin(), other.parts.end(), breakdown.parts.begin(),
                       [](const Breakdown::Part& a, const Breakdown::Part& b) { return a.said == b.said; }))
            return true;
    }
    return false;
}

MentionId id_of(const Reach& reach, SaidId said) { return reach.said(said).mention; }

MentionTerm term(const Reach& reach, SaidId said, int coefficient) {
    return {id_of(reach, said), Decimal(coefficient)};
}

namespace {

/// The figures of the likeliest reading.
template <class Each>
void each_mention(const Statement& statement, Each each) {
    const Reading& reading = statement.readings.front();
    if (reading.subject != no_mention) each(reading.subject);
    for (const MentionTerm& term : reading.first) each(term.figure);
    for (const MentionTerm& term : reading.second) each(term.figure);
}

/// Bound: what a rate or a change is of stands in the sentence that states it. Where a document tells of several bodies, what
/// a name alone finds elsewhere may be another figure of that name.
bool stands_together(Written& written, const Statement& statement) {
    const Draft& draft = written.draft;
    for (; written.looked_at < draft.mentions.size(); ++written.looked_at)
        written.several_bodies = written.several_bodies || !draft.mentions[written.looked_at].of.body.empty();
    if (!written.several_bodies) return true;
    bool together = true;
    each_mention(statement, [&](MentionId id) {
        together = together && draft.mentions[id].figure.context == statement.context;
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

/// The same fact: a budget is no part of what was spent, nor the other way round.
bool of_one_phase(const Draft& draft, const Statement& statement) {
    const Reading& reading = statement.readings.front();
    if (reading.first.empty() || reading.second.empty()) return false;
    return draft.mentions[reading.first.front().figure].phase ==
           draft.mentions[reading.second.front().figure].phase;
}

/// Years of which the sentence tells amounts, counted up to two. What a change is told to be from is none of them: the words
/// bind it.
std::size_t years_told(const Scene& scene) {
    int first = 0;
    for (const SaidId id : scene.read.said) {
        if (id == none || !is_level(scene.reach.said(id).task)) continue;
        const int year = scene.reach.said(id).year;
        if (year == 0 || year == first) continue;
        if (first != 0) return 2;
        first = year;
    }
    return first == 0 ? 0 : 1;
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

/// Whether the budget that a completion is over is that of what was spent, by name.
bool same_named(const Draft& draft, const Reading& reading) {
    if (reading.first.empty() || reading.second.empty()) return false;
    const Mention& spent = mention_of(draft, reading.first);
    const Mention& budget = mention_of(draft, reading.second);
    return !spent.subject.empty() && spent.subject == budget.subject;
}

/// Whether the sentence tells more rates of growth than amounts that could have grown.
bool rates_outnumber_levels(const Scene& scene) {
    std::size_t rates = 0;
    std::size_t levels = 0;
    for (const Spot& spot : scene.sentence().spots) {
        rates += spot.task == Task::growth || (spot.task == Task::aside && spot.numeral.sort == Sort::percent)
                     ? 1
                     : 0;
        levels += spot.task == Task::level ? 1 : 0;
    }
    return rates > 1 && rates > levels;
}

/// What was said of a mention; null of one that no sentence or table made. Both stand in the order in which they were read.
const Said* said_of(const Discourse& discourse, MentionId mention) {
    const auto found = std::lower_bound(discourse.said.begin(), discourse.said.end(), mention,
                                        [](const Said& said, MentionId id) { return said.mention < id; });
    return found != discourse.said.end() && found->mention == mention ? &*found : nullptr;
}

/// The sentence that a mention stands in; that of the scene where it stands in none.
const ReadSentence& sentence_of(const Scene& scene, MentionId mention) {
    const Discourse& discourse = scene.reach.discourse;
    const Said* const said = said_of(discourse, mention);
    return said != nullptr && said->sentence != none ? discourse.sentences[said->sentence] : scene.read;
}

/// Whether the words name another amount alike, of another phase or year: which of them the list divides is open.
bool has_a_twin(const Draft& draft, const Scene& scene, const Reading& reading, MentionId whole) {
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
        if (other.subject == total.subject && addable(other.figure, total.figure)) return true;
    }
    return false;
}

/// Whether the whole is known to have more parts than the list names.
bool parts_are_missing(const Draft& draft, const Scene& scene, const Reading& reading) {
    if (const Said* const said = said_of(scene.reach.discourse, reading.subject))
        return parts_of_whole(said->label.key).size() > reading.first.size();
    return draft.mentions[reading.subject].item == "/three_public" && reading.first.size() < 3;
}

/// The spot of a mention in the sentence, or how many there are.
std::size_t spot_of(const Scene& scene, MentionId mention) {
    const std::vector<SaidId>& said = scene.read.said;
    std::size_t at = 0;
    while (at < said.size() && (said[at] == none || scene.reach.said(said[at]).mention != mention)) ++at;
    return at;
}

/// Whether lists stand within lists before a share: to which of them one without a name belongs is open.
bool lists_within_lists(const Scene& scene, const Reading& reading) {
    const std::size_t share = spot_of(scene, reading.subject);
    std::size_t with_members = 0;
    for (const List& list : scene.sentence().lists)
        with_members += list.members.empty() || list.members.front().spot > share ? 0 : 1;
    return with_members > 1;
}

/// Whether what a share is of is told to be a share of something else itself, and no words name it: the share behind a list
/// may be of the list's total, or of what that total is a part of.
bool of_a_part(const Scene& scene, const Reading& reading) {
    const std::vector<Spot>& spots = scene.sentence().spots;
    const std::size_t own = spot_of(scene, reading.subject);
    if (own < spots.size() && !spots[own].match.whole.empty()) return false;
    const std::size_t next = spot_of(scene, reading.second.front().figure) + 1;
    return next < spots.size() && next != own && spots[next].task == Task::share;
}

/// Whether the sentence tells of several amounts that were spent before a rate that brings its budget along: 首期5万元，二期3万元，
/// 占预算10万元的80%.
bool several_spent(const Scene& scene, const Reading& reading) {
    const std::vector<Spot>& spots = scene.sentence().spots;
    const std::size_t budget = spot_of(scene, reading.second.front().figure);
    if (budget >= spots.size() || spots[budget].task != Task::inside) return false;
    std::size_t spent = 0;
    for (std::size_t i = 0; i < budget; ++i) {
        if (spots[i].task != Task::level || scene.read.said[i] == none) continue;
        const Mention& mention = scene.reach.mention(scene.read.said[i]);
        spent += !is_budget(mention) && mention.figure.unit.dimension == Dimension::money ? 1 : 0;
    }
    return spent > 1;
}

/// Whether the sentence tells of one purchase: a price, how many, and what they came to, and nothing else that any of these could
/// belong to.
bool tells_one_purchase(const Scene& scene, const Reading& reading) {
    std::size_t figures = 0;
    for (const SaidId id : scene.read.said) figures += id == none ? 0 : 1;
    const std::size_t own = reading.first.size() + 1;
    if (figures != own) return false;
    const auto here = [&](MentionId id) { return spot_of(scene, id) < scene.sentence().spots.size(); };
    return here(reading.subject) && std::all_of(reading.first.begin(), reading.first.end(),
                                                [&](const MentionTerm& term) { return here(term.figure); });
}

/// What the families of phrases have in common of the conditions under which a statement is beyond doubt.
bool is_beyond_doubt(Written& written, const Scene& scene, const Statement& statement) {
    const Draft& draft = written.draft;
    // No sentence that means one thing tells so many figures.
    if (scene.sentence().spots.size() > members_max) return false;
    switch (statement.readings.front().kind) {
    case Kind::growth:
    case Kind::ratio:
    case Kind::share: {
        if (!stands_together(written, statement) || stated_with_another_rate(draft, statement)) return false;
        if (statement.word == "share")
            return !lists_within_lists(scene, statement.readings.front()) && of_one_phase(draft, statement) &&
                   !of_a_part(scene, statement.readings.front()) &&
                   !has_a_twin(draft, scene, statement.readings.front(),
                               statement.readings.front().second.front().figure);
        if (statement.word == "completion" && (!same_named(draft, statement.readings.front()) ||
                                               several_spent(scene, statement.readings.front())))
            return false;
        const Reading& own = statement.readings.front();
        if (statement.word == "growth" && has_a_twin(draft, scene, own, own.first.front().figure))
            return false;
        return years_told(scene) < 2 && !rates_outnumber_levels(scene);
    }
    case Kind::product:
        return tells_one_purchase(scene, statement.readings.front());
    case Kind::sum:
        return of_one_period(draft, statement) && statement.readings.front().subject != no_mention &&
               !has_a_twin(draft, scene, statement.readings.front(), statement.readings.front().subject) &&
               !parts_are_missing(draft, scene, statement.readings.front());
    case Kind::linear:
        return statement.word != "change" || (stands_together(written, statement) && years_told(scene) < 2);
    case Kind::equal:
    case Kind::at_most:
    case Kind::present:
    case Kind::absent:
    case Kind::unit:
        break;
    }
    return true;
}

} // namespace

void state(Written& written, const Scene& scene, std::string_view word, std::string_view code,
           std::vector<Reading> readings, bool whole) {
    if (readings.empty()) return;
    Statement statement;
    statement.word = word;
    statement.evidence = evidence_if(whole && readings.size() <= candidates_max);
    if (readings.size() > candidates_max) readings.resize(candidates_max);
    statement.readings = std::move(readings);
    statement.context = scene.read.context;
    if (statement.context.empty()) {
        const Reading& first = statement.readings.front();
        const MentionId named = first.subject != no_mention ? first.subject : first.first.front().figure;
        statement.context = written.draft.mentions[named].figure.context;
    }
    statement.why = std::string(code);
    if (statement.evidence == Evidence::whole && !is_beyond_doubt(written, scene, statement))
        statement.evidence = Evidence::open;
    written.draft.statements.push_back(std::move(statement));
}

bool is_free_level(const Scene& scene, std::size_t at) {
    const Spot& spot = scene.spot(at);
    const Task task = scene.reach.said(scene.said_at(at)).task;
    return is_level(spot.task) && is_level(task) && !spot.reason;
}

std::uint32_t level_before(const Scene& scene, std::size_t at) {
    const std::uint32_t depth = scene.spot(at).depth;
    for (std::size_t i = at; i-- > reach_back(at);) {
        if (scene.spot(i).depth > depth || !is_free_level(scene, i)) continue;
        return static_cast<std::uint32_t>(i);
    }
    return none;
}

int year_of(const Reach& reach, SaidId said) {
    const int year = reach.said(said).year;
    if (year != 0) return year;
    if (reach.discourse.year == 0) return 0;
    return is_prior(reach.mention(said)) ? reach.discourse.year - 1 : reach.discourse.year;
}

std::vector<SaidId> totals_around(const Scene& scene, std::size_t at) {
    std::vector<SaidId> totals;
    std::uint32_t list = scene.spot(at).list;
    for (std::size_t steps = 0; list != none && steps < nesting_max; ++steps) {
        const List& one = scene.sentence().lists[list];
        // 收入5万元，上年4万元，其中：…: of the one that is of the time of the part, where the words leave no list of several.
        const bool prior = is_prior(scene.reach.mention(scene.said_at(at)));
        SaidId nearest = none;
        for (const std::uint32_t total : one.totals) {
            if (total >= at) continue;
            if (one.opening == Opening::bare) {
                totals.push_back(scene.said_at(total));
                continue;
            }
            if (nearest == none) nearest = scene.said_at(total);
            if (is_prior(scene.reach.mention(scene.said_at(total))) != prior) continue;
            nearest = scene.said_at(total);
            break;
        }
        if (nearest != none) totals.push_back(nearest);
        if (one.totals.empty())
            for (const SaidId said : levels_of_sentence_before(scene)) totals.push_back(said);
        list = one.outer;
    }
    return totals;
}

std::vector<SaidId> whole_within(const Scene& scene, std::size_t at) {
    if (scene.read.within.empty() || at < scene.read.within_from) return {};
    const Reach& reach = scene.reach;
    const Label label = label_of(scene.read.within);
    const SaidId here = scene.said_at(at);
    const auto fits = [&](SaidId said) {
        const Mention& mention = reach.mention(said);
        return said != here && reach.known(said) && is_level(reach.said(said).task) && !is_prior(mention) &&
               (label.fund.empty() || mention.of.fund.empty() || label.fund == mention.of.fund) &&
               mention.of.body == (label.body.empty() ? reach.mention(here).of.body : label.body) &&
               (!label.phase || *label.phase == mention.phase || !is_budget(mention));
    };
    SaidId whole = reach.latest(label.key, scene.said_at(scene.read.within_from), fits);
    // 财政拨款支出预算中，A、B和C，财政拨款支出预算…: it may stand behind its parts.
    const SaidId behind = reach.next(label.key, scene.said_at(scene.read.within_from), fits);
    if (behind != none && (whole == none || reach.said(behind).sentence == reach.said(here).sentence))
        whole = behind;
    if (whole == none) return {};
    return {whole};
}

std::vector<SaidId> levels_of_sentence_before(const Scene& scene) {
    std::vector<SaidId> levels;
    const Discourse& discourse = scene.reach.discourse;
    const auto here = static_cast<std::uint32_t>(&scene.read - discourse.sentences.data());
    const std::uint32_t first = discourse.passages[scene.read.passage].first_sentence;
    constexpr std::uint32_t sentences_max = 12;
    for (std::uint32_t s = here; s-- > first && here - s <= sentences_max && levels.empty();) {
        const ReadSentence& before = discourse.sentences[s];
        const std::size_t size = before.said.size();
        for (std::size_t i = size > members_max ? size - members_max : 0; i < size; ++i) {
            const Spot& spot = before.sentence.spots[i];
            if (is_level(spot.task) && is_level(discourse.said[before.said[i]].task) && spot.list == none &&
                spot.depth == 0 && !spot.reason)
                levels.push_back(before.said[i]);
        }
    }
    return levels;
}

std::vector<SaidId> levels_of_head(const Scene& scene) {
    std::vector<SaidId> levels;
    const Discourse& discourse = scene.reach.discourse;
    const std::uint32_t head = discourse.passages[scene.read.passage].head;
    if (head == none) return levels;
    const ReadPassage& passage = discourse.passages[head];
    for (std::uint32_t s = passage.last_sentence; s-- > passage.first_sentence && levels.empty();) {
        const ReadSentence& before = discourse.sentences[s];
        for (std::size_t i = 0; i < std::min(before.said.size(), members_max); ++i) {
            const Spot& spot = before.sentence.spots[i];
            if (is_level(spot.task) && is_level(discourse.said[before.said[i]].task) && spot.depth == 0 &&
                !spot.reason && levels.size() < candidates_max)
                levels.push_back(before.said[i]);
        }
    }
    return levels;
}

bool in_paragraph(const Scene& scene, SaidId said) {
    const Said& of = scene.reach.said(said);
    return of.sentence != none && of.passage == scene.read.passage;
}

SaidId budget_of(const Scene& scene, SaidId level, std::string_view words) {
    const Reach& reach = scene.reach;
    const bool initial = contains(words, "年初");
    const bool adjusted = contains(words, "调整") || contains(words, "全年");
    const auto fits = [&](SaidId said) {
        const Mention& mention = reach.mention(said);
        if (said == level || !is_budget(mention) || !reach.known(said)) return false;
        if (initial && mention.phase != Phase::initial) return false;
        if (adjusted && mention.phase != Phase::adjusted && contains(words, "调整")) return false;
        if (!addable(mention.figure, reach.figure(level))) return false;
        if (mention.split != reach.mention(level).split) return false;
        const int a = reach.said(said).year;
        const int b = reach.said(level).year;
        if (a != 0 && b != 0 && a != b) return false;
        return reach.same_scope(said, level) || (mention.of.body == reach.mention(level).of.body &&
                                                 mention.of.fund == reach.mention(level).of.fund);
    };
    const std::string& key = reach.said(level).label.key;
    const Label& label = reach.said(level).label;
    const auto nameless = [&] {
        // Of what has no name of its own: the budget without one that stands nearest before it in its sentence, behind it, or in
        // the sentences before.
        const auto may = [&](SaidId said) {
            const Label& other = reach.said(said).label;
            return (other.key.empty() || other.generic || other.side) && is_level(reach.said(said).task) &&
                   fits(said);
        };
        const auto here = static_cast<std::uint32_t>(&scene.read - reach.discourse.sentences.data());
        const std::uint32_t first = reach.discourse.passages[scene.read.passage].first_sentence;
        for (std::uint32_t s = here + 1; s-- > first && here - s < 3;) {
            const std::vector<SaidId>& all = reach.discourse.sentences[s].said;
            const Said& of = reach.said(level);
            const std::size_t from = of.sentence == s ? of.spot : all.size();
            for (std::size_t i = from; i-- > reach_back(from);)
                if (may(all[i])) return all[i];
            for (std::size_t i = from + 1; i < all.size() && i - from <= spots_looked_back_max; ++i)
                if (may(all[i])) return all[i];
        }
        return none;
    };
    if (key.empty()) return nameless();
    // The nearest in the sentence, in the paragraph, and before.
    SaidId found =
        reach.latest(key, level, [&](SaidId said) { return in_paragraph(scene, said) && fits(said); });
    if (found == none) found = reach.next(key, level, fits);
    if (found == none && (label.generic || label.side)) found = nameless();
    if (found == none) found = reach.latest(key, level, [&](SaidId said) { return fits(said); });
    return found;
}

SaidId base_of(const Scene& scene, SaidId level, std::string_view words) {
    const Reach& reach = scene.reach;
    const Label than = label_of(words);
    const int year = than.year ? *than.year : year_of(reach, level) != 0 ? year_of(reach, level) - 1 : 0;
    const bool opening = contains(words, "年初") && !contains(words, "预算");
    const std::string& key = reach.said(level).label.key;
    const auto fits = [&](SaidId said) {
        if (said == level || !reach.known(said)) return false;
        const Mention& mention = reach.mention(said);
        if (!addable(mention.figure, reach.figure(level)) || mention.split != reach.mention(level).split)
            return false;
        const Task task = reach.said(said).task;
        if (task == Task::base || task == Task::from || !reach.same_scope(said, level)) return false;
        if (opening) return mention.phase == Phase::opening;
        if (is_budget(mention) != is_budget(reach.mention(level)) &&
            !(is_budget(reach.mention(level)) && !is_budget(mention)))
            return false;
        if (than.year || year != 0) {
            const int own = year_of(reach, said);
            return own != 0 && own == year && (reach.said(said).year != 0 || is_prior(mention));
        }
        return is_prior(mention);
    };
    if (key.empty()) {
        // What has no name: 2017年安排42万元，2016年安排49万元.
        const Said& of = reach.said(level);
        const std::vector<SaidId>& all = scene.read.said;
        const bool here = of.sentence != none && &reach.discourse.sentences[of.sentence] == &scene.read;
        const std::size_t end = here ? std::min(all.size(), of.spot + spots_looked_back_max) : all.size();
        for (std::size_t i = end; i-- > reach_back(here ? of.spot : end);)
            if (reach.said(scene.read.said[i]).label.key.empty() &&
                is_level(reach.said(scene.read.said[i]).task) && fits(scene.read.said[i]))
                return scene.read.said[i];
        return none;
    }
    SaidId found =
        reach.latest(key, level, [&](SaidId said) { return in_paragraph(scene, said) && fits(said); });
    if (found == none) found = reach.next(key, level, fits);
    if (found == none) found = reach.latest(key, level, fits);
    return found;
}

} // namespace tieout::detail
