// SPDX-License-Identifier: MIT
// What holds between facts wherever they stand: only where nothing is unknown of them.
#include "survey.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace tieout::detail {
namespace {

/// Steps from member to member that wholes in other tables are looked for with.
constexpr std::size_t work_max = 4'000'000;
/// Trees deeper than this are followed no further.
constexpr int depth_max = 32;

/// The facts that are the same, by their key, in the order in which they were stated.
using Alike = std::unordered_map<std::uint64_t, std::vector<FactId>>;

Alike alike(const Survey& survey) {
    Alike made;
    made.reserve(survey.size());
    for (FactId fact = 0; fact < survey.size(); ++fact) {
        if (!survey.known(fact) || survey.blank(fact)) continue;
        std::vector<FactId>& same = made[survey.key(fact)];
        // Two keys may be equal by chance.
        if (same.empty() || survey.alike(same.front(), fact, survey.axes())) same.push_back(fact);
    }
    return made;
}

/// The facts that are of the same but along one dimension, where they are of that member.
std::span<const FactId> with(const Survey& survey, const Alike& all, FactId fact, std::size_t axis,
                             std::uint32_t member) {
    if (member == unknown_member) return {};
    const auto found = all.find(survey.key_with(fact, axis, member));
    if (found == all.end() || !survey.alike(found->second.front(), fact, axis) ||
        survey.member(found->second.front(), axis) != member)
        return {};
    return found->second;
}

/// The one that stands for all: the first that is sure, else the first.
FactId best(const Survey& survey, std::span<const FactId> same) {
    const auto sure = std::find_if(same.begin(), same.end(), [&](FactId fact) { return survey.sure(fact); });
    return sure == same.end() ? same.front() : *sure;
}

Evidence evidence(const Survey& survey, FactId a, FactId b) {
    return survey.sure(a) && survey.sure(b) ? Evidence::whole : Evidence::open;
}

/// The same aspects in two places are one figure. What is open is held against the others by itself.
void state_equal(const Survey& survey, std::span<const FactId> same, FactRelations& to) {
    if (same.size() < 2) return;
    std::vector<FactTerm> sure;
    std::vector<FactTerm> open;
    const FactId first = best(survey, same);
    for (const FactId fact : same)
        if (fact != first) (survey.sure(fact) ? sure : open).push_back({.fact = fact});
    const FactRelation relation{.law = find_law("T90"), .kind = Kind::equal, .whole = first};
    if (!survey.sure(first)) sure.clear();
    if (!sure.empty()) to.add(relation, sure);
    if (open.empty()) return;
    to.add(relation, open);
    to.last().evidence = Evidence::open;
}

/// A pair of the same table if there is one, else those that stand for all.
std::pair<FactId, FactId> nearest_pair(const Survey& survey, std::span<const FactId> a,
                                       std::span<const FactId> b) {
    constexpr std::size_t tried = 8;
    for (const FactId one : a.subspan(0, std::min(a.size(), tried)))
        for (const FactId other : b.subspan(0, std::min(b.size(), tried)))
            if (survey.access.table(one) == survey.access.table(other)) return {one, other};
    return {best(survey, a), best(survey, b)};
}

/// Both totals are equal; where they stand in one table that is said there.
void state_totals(const Survey& survey, const Alike& all, std::span<const FactId> in, FactRelations& to) {
    constexpr auto axis = static_cast<std::size_t>(StandardAxis::flow);
    if (!survey.is(in.front(), StandardAxis::flow, NamedMember::total_income)) return;
    const auto out = with(survey, all, in.front(), axis, survey.number_of(NamedMember::total_expenditure));
    if (out.empty()) return;
    const auto [a, b] = nearest_pair(survey, in, out);
    if (survey.access.table(a) == survey.access.table(b)) return;
    to.add({.law = find_law("T05"),
            .kind = Kind::equal,
            .evidence = evidence(survey, a, b),
            .whole = a,
            .dimension = survey.access.dimension(axis).key()},
           std::array{FactTerm{.fact = b}});
}

/// What is wider is at least what is narrower: the nearest only, and only where no sum of one table says it.
void state_wider(const Survey& survey, const Alike& all, std::span<const FactId> same, std::size_t axis,
                 const std::unordered_set<std::uint64_t>& made_of_parts, FactRelations& to) {
    const FactId first = same.front();
    if (survey.may_be_negative(first)) return;
    const auto& nodes = survey.containment(axis).nodes;
    int depth = 0;
    for (std::uint32_t member = nodes[survey.member(first, axis)].parent;
         member != no_member && depth < depth_max; member = nodes[member].parent, ++depth) {
        const auto wider = with(survey, all, first, axis, member);
        if (wider.empty()) continue;
        const auto [part, whole] = nearest_pair(survey, same, wider);
        const bool in_one_table = survey.access.table(part) == survey.access.table(whole);
        if (in_one_table && made_of_parts.contains(std::uint64_t{whole} * dimensions_max + axis)) return;
        const bool certified = survey.in_certified_table(part) && survey.in_certified_table(whole);
        to.add({.law = find_law("T98"),
                .kind = Kind::at_most,
                .severity = certified ? Severity::error : Severity::warning,
                .evidence = evidence(survey, part, whole),
                .whole = whole,
                .dimension = survey.access.dimension(axis).key()},
               std::array{FactTerm{.fact = part}});
        return;
    }
}

/// The parts that stand in one table, and differ along one dimension only.
struct PartsOfTable {
    std::unordered_map<std::uint32_t, FactId> by_member{};
    /// Whether the parts of a member stand there in full: known once it was asked.
    std::unordered_map<std::uint32_t, bool> covered{};
};

/// Whether every part of a member stands in the table, itself or in its own parts.
bool covered(const Survey& survey, std::size_t axis, PartsOfTable& parts, std::uint32_t member,
             std::size_t& work, int depth = 0) {
    if (const auto known = parts.covered.find(member); known != parts.covered.end()) return known->second;
    const auto named = survey.containment(axis).parts_of(member);
    bool whole = !named.empty() && depth < depth_max;
    for (auto part = named.begin(); whole && part != named.end(); ++part, ++work)
        whole = parts.by_member.contains(*part) || covered(survey, axis, parts, *part, work, depth + 1);
    return parts.covered[member] = whole;
}

/// The facts of the table that a covered member is made of.
void take_cover(const Survey& survey, std::size_t axis, const PartsOfTable& parts, std::uint32_t member,
                std::vector<FactTerm>& terms, int depth = 0) {
    for (const std::uint32_t part : survey.containment(axis).parts_of(member)) {
        if (const auto found = parts.by_member.find(part); found != parts.by_member.end())
            terms.push_back({.fact = found->second});
        else if (depth < depth_max)
            take_cover(survey, axis, parts, part, terms, depth + 1);
    }
}

/// A whole in one table, and all its parts in another that lacks it.
void state_cover(const Survey& survey, const Alike& all, std::size_t axis, PartsOfTable& parts,
                 std::size_t& work, FactRelations& to) {
    const auto& nodes = survey.containment(axis).nodes;
    std::unordered_set<std::uint32_t> asked;
    std::vector<std::uint32_t> wholes;
    for (const auto& [member, fact] : parts.by_member)
        for (std::uint32_t up = nodes[member].parent; up != no_member && asked.insert(up).second;
             up = nodes[up].parent, ++work)
            if (!parts.by_member.contains(up)) wholes.push_back(up);
    std::sort(wholes.begin(), wholes.end());
    const FactId any = parts.by_member.begin()->second;
    for (const std::uint32_t member : wholes) {
        const auto elsewhere = with(survey, all, any, axis, member);
        // What stands beside its parts is held against them in its own table.
        const bool beside = std::any_of(elsewhere.begin(), elsewhere.end(), [&](FactId fact) {
            return survey.access.table(fact) == survey.access.table(any);
        });
        if (elsewhere.empty() || beside || !covered(survey, axis, parts, member, work)) continue;
        std::vector<FactTerm> cover;
        take_cover(survey, axis, parts, member, cover);
        FactRelation relation{.kind = Kind::sum,
                              .whole = best(survey, elsewhere),
                              .dimension = survey.access.dimension(axis).key()};
        relation.law = &law_of_parts(survey, relation.whole, axis);
        bool sure = survey.sure(relation.whole);
        std::vector<FactTerm> terms;
        for (const FactTerm& term : cover) {
            if (survey.blank(term.fact)) {
                relation.blanks = true;
                continue;
            }
            sure = sure && survey.sure(term.fact);
            terms.push_back(term);
        }
        relation.evidence = sure ? Evidence::whole : Evidence::open;
        if (!terms.empty()) to.add(relation, terms);
    }
}

/// Groups the facts of each table that differ along one dimension only, and looks for their wholes elsewhere.
void state_covers(const Survey& survey, const Alike& all, std::size_t axis, FactRelations& to) {
    if (survey.access.dimension(axis).shape() != facts::Shape::tree) return;
    struct Entry {
        std::uint32_t table;
        std::uint64_t rest;
        FactId fact;
    };
    std::vector<Entry> entries;
    for (FactId fact = 0; fact < survey.size(); ++fact)
        // Parts of which none is contained in another make no whole.
        if (survey.known(fact) && survey.node(fact, axis).parent != no_member &&
            !survey.access.table_at(survey.access.table(fact)).alone)
            entries.push_back({survey.access.table(fact), survey.rest(fact, axis), fact});
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.table != b.table ? a.table < b.table : a.rest != b.rest ? a.rest < b.rest : a.fact < b.fact;
    });
    std::size_t work = 0;
    PartsOfTable parts;
    for (auto at = entries.begin(); at != entries.end();) {
        const auto end = std::find_if(at, entries.end(), [&](const Entry& each) {
            return each.table != at->table || each.rest != at->rest;
        });
        if (end - at > 1 && work < work_max) {
            parts.by_member.clear();
            parts.covered.clear();
            for (const Entry& each : std::span(at, end))
                if (survey.alike(each.fact, at->fact, axis))
                    parts.by_member.try_emplace(survey.member(each.fact, axis), each.fact);
            state_cover(survey, all, axis, parts, work, to);
        }
        at = end;
    }
    if (work >= work_max) to.left_out();
}

/// An economic class, and the three public expense of the same name.
struct Link {
    std::string_view economic;
    std::string_view item;
};
/// 因公出国费用 is left out: of some bodies it holds what is no three public expense.
constexpr Link links[] = {{"30217", "reception"}, {"30231", "operation"}, {"31013", "purchase"}};

/// What basic expenditure shows for a class is within the three public expense of that name, of the same fund or of what
/// is appropriated. No text demands it, so that it is only doubted.
void state_link(const Survey& survey, const Alike& all, std::span<const FactId> same, FactRelations& to) {
    constexpr auto economic = static_cast<std::size_t>(StandardAxis::economic);
    constexpr auto type = static_cast<std::size_t>(StandardAxis::type);
    constexpr auto fund = static_cast<std::size_t>(StandardAxis::fund);
    constexpr auto item = static_cast<std::size_t>(StandardAxis::item);
    const FactId part = best(survey, same);
    const std::uint32_t code = survey.member(part, economic);
    if (code <= all_members || survey.member(part, type) <= all_members ||
        survey.member(part, item) != all_members)
        return;
    for (const Link& link : links) {
        if (survey.access.keys(economic)[code] != link.economic) continue;
        const std::uint32_t wanted = survey.access.find(item, link.item);
        if (wanted == unknown_member) return;
        // The key with the class and the type left open, and the item named.
        std::uint64_t key = survey.key_with(part, economic, all_members);
        key += survey.key_with(part, type, all_members) - survey.key(part);
        key += survey.key_with(part, item, wanted) - survey.key(part);
        for (std::uint32_t member = survey.member(part, fund); member != no_member;
             member = survey.containment(fund).nodes[member].parent) {
            const auto found = all.find(key + survey.key_with(part, fund, member) - survey.key(part));
            if (found == all.end() || survey.member(found->second.front(), item) != wanted) continue;
            to.add({.law = find_law("T99"),
                    .kind = Kind::at_most,
                    .severity = Severity::warning,
                    .evidence = Evidence::open,
                    .whole = best(survey, found->second),
                    .dimension = survey.access.dimension(item).key()},
                   std::array{FactTerm{.fact = part}});
            return;
        }
    }
}

} // namespace

void state_everywhere(const Survey& survey, FactRelations& to) {
    // Which wholes are made of their parts where they stand.
    std::unordered_set<std::uint64_t> made_of_parts;
    for (const FactRelation& relation : to.all())
        if (relation.kind == Kind::sum && !relation.dimension.empty())
            made_of_parts.insert(std::uint64_t{relation.whole} * dimensions_max +
                                 survey.access.axis(relation.dimension));
    const Alike all = alike(survey);
    // In the order in which they were stated: the first of each stands for its key.
    for (FactId fact = 0; fact < survey.size(); ++fact) {
        if (!survey.known(fact) || survey.blank(fact)) continue;
        const std::vector<FactId>& same = all.at(survey.key(fact));
        if (same.front() != fact) continue;
        state_equal(survey, same, to);
        state_totals(survey, all, same, to);
        for (std::size_t axis = 0; axis < survey.axes(); ++axis)
            if (survey.access.dimension(axis).is_bounding())
                state_wider(survey, all, same, axis, made_of_parts, to);
        state_link(survey, all, same, to);
    }
    for (std::size_t axis = 0; axis < survey.axes(); ++axis) state_covers(survey, all, axis, to);
}

FactRelations stated_relations(const Facts& facts) {
    const Survey survey(facts);
    FactRelations relations;
    state_in_tables(survey, relations);
    state_everywhere(survey, relations);
    relations.sort();
    return relations;
}

} // namespace tieout::detail

namespace tieout {

FactRelations relations_of(const Facts& facts) { return detail::stated_relations(facts); }

} // namespace tieout
