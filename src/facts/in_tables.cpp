// SPDX-License-Identifier: MIT
// What holds within one table: along each dimension its facts contain each other, and where their parts are all there
// are, or the known parts of a known whole, they make it.
#include "survey.hpp"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>

namespace tieout::detail {
namespace {

/// Trees deeper than this are followed no further when it is asked whether all needed parts are there.
constexpr int depth_max = 32;

/// A fact of a table, as it stands along one dimension.
struct Entry {
    std::uint64_t rest;
    std::uint32_t rank;
    FactId fact;
};

/// A member along one dimension, with the fact that stands for it, and the members that it contains directly.
struct Node {
    FactId fact;
    std::uint32_t member;
    /// Several facts stand there, and it is not known that they are the same.
    bool ambiguous = false;
    std::uint32_t first_child = no_member;
    std::uint32_t last_child = no_member;
    std::uint32_t next = no_member;
};

/// The facts of a table that differ along one dimension only, in the order in which they contain each other.
struct Group {
    const Survey& survey;
    std::size_t axis;
    std::vector<Node> nodes{};
    /// The group in which each member was last seen, and the number of this one.
    std::vector<std::uint32_t> seen{};
    std::uint32_t number = 0;

    [[nodiscard]] const Containment& containment() const noexcept { return survey.containment(axis); }
    [[nodiscard]] bool has(std::uint32_t member) const noexcept { return seen[member] == number; }
    [[nodiscard]] const Node* find(NamedMember named) const noexcept {
        const std::uint32_t member = survey.number_of(named);
        for (const Node& node : nodes)
            if (node.member == member && !node.ambiguous) return &node;
        return nullptr;
    }
};

/// One entry for each member; what of several facts there stands for it is the first in which anything stands.
void gather(Group& group, std::span<const Entry> entries) {
    ++group.number;
    group.nodes.clear();
    for (const Entry& entry : entries) {
        // Two keys may be equal by chance.
        if (!group.survey.alike(entry.fact, entries.front().fact, group.axis)) continue;
        const std::uint32_t member = group.survey.member(entry.fact, group.axis);
        if (!group.nodes.empty() && group.nodes.back().member == member) {
            Node& known = group.nodes.back();
            known.ambiguous = known.ambiguous || !group.survey.known(entry.fact);
            if (group.survey.blank(known.fact) && !group.survey.blank(entry.fact)) known.fact = entry.fact;
            continue;
        }
        group.nodes.push_back({.fact = entry.fact, .member = member});
        group.seen[member] = group.number;
    }
}

/// Hangs every member under the nearest that contains it.
void link(Group& group, std::vector<std::uint32_t>& path) {
    path.clear();
    const auto& of = group.containment().nodes;
    for (std::uint32_t i = 0; i < group.nodes.size(); ++i) {
        while (!path.empty() && of[group.nodes[path.back()].member].end <= of[group.nodes[i].member].rank)
            path.pop_back();
        if (!path.empty()) {
            Node& parent = group.nodes[path.back()];
            if (parent.last_child == no_member)
                parent.first_child = i;
            else
                group.nodes[parent.last_child].next = i;
            parent.last_child = i;
        }
        path.push_back(i);
    }
}

/// Terms that are being gathered, and what is to be said of them.
struct Terms {
    std::vector<FactTerm> terms{};
    bool blanks = false;
    bool sure = true;
};

void take(Terms& to, const Survey& survey, FactId fact, std::int8_t coefficient = 1) {
    if (survey.blank(fact)) {
        to.blanks = true;
        return;
    }
    to.sure = to.sure && survey.sure(fact);
    to.terms.push_back({.fact = fact, .coefficient = coefficient});
}

Terms taken(const Survey& survey, std::span<const FactId> facts) {
    Terms made;
    made.terms.reserve(facts.size());
    for (const FactId fact : facts) take(made, survey, fact);
    return made;
}

/// States it where anything is known of the whole and of its parts.
void state(const Group& group, FactRelations& to, FactRelation relation, const Terms& of) {
    if (of.terms.empty() || group.survey.blank(relation.whole)) return;
    relation.blanks = of.blanks && relation.kind == Kind::sum;
    if (!of.sure || !group.survey.sure(relation.whole)) relation.evidence = Evidence::open;
    relation.dimension = group.survey.access.dimension(group.axis).key();
    to.add(relation, of.terms);
}

/// Whether every needed part of a member stands in the group, or what makes it; `silent` if one may have been left out.
bool made_of_needed(const Group& group, std::uint32_t member, bool& silent, int depth = 0) {
    bool any = false;
    for (const std::uint32_t part : group.containment().parts_of(member)) {
        const facts::Belongs belongs = group.containment().nodes[part].belongs;
        if (belongs == facts::Belongs::silent) silent = silent || !group.has(part);
        if (belongs != facts::Belongs::needed) continue;
        any = true;
        if (group.has(part)) continue;
        if (depth == depth_max || !made_of_needed(group, part, silent, depth + 1)) return false;
    }
    return any;
}

/// A class that belongs to personnel expenditure; all other classes of basic expenditure are its operating part.
bool is_personnel_class(std::string_view code) noexcept {
    return code.starts_with("301") || code.starts_with("303");
}

/// The economic classes that make basic expenditure make its personnel part and its operating part, too.
void state_classes(const Group& group, FactRelations& to, FactId whole, std::span<const FactId> classes,
                   const std::unordered_map<std::uint64_t, FactId>& by_key) {
    const Survey& survey = group.survey;
    if (!survey.is(whole, StandardAxis::type, NamedMember::basic) ||
        survey.member(whole, group.axis) != all_members)
        return;
    const auto code_of = [&](FactId fact) {
        return std::string_view(survey.access.keys(group.axis)[survey.member(fact, group.axis)]);
    };
    if (!std::all_of(classes.begin(), classes.end(),
                     [&](FactId fact) { return code_of(fact).starts_with('3'); }))
        return;
    const auto type = static_cast<std::size_t>(StandardAxis::type);
    for (const bool personnel : {true, false}) {
        const NamedMember half = personnel ? NamedMember::personnel : NamedMember::operating;
        const auto found = by_key.find(survey.key_with(whole, type, survey.number_of(half)));
        if (found == by_key.end() || !survey.alike(found->second, whole, type)) continue;
        Terms terms;
        for (const FactId fact : classes)
            if (is_personnel_class(code_of(fact)) == personnel) take(terms, survey, fact);
        state(group, to, {.law = find_law(personnel ? "T37" : "T38"), .whole = found->second}, terms);
    }
}

void state_whole(const Group& group, FactRelations& to, const Node& whole,
                 const std::unordered_map<std::uint64_t, FactId>& by_key) {
    const Survey& survey = group.survey;
    std::vector<FactId> counted;
    bool countable = true;
    for (std::uint32_t i = whole.first_child; i != no_member; i = group.nodes[i].next) {
        const Node& child = group.nodes[i];
        if (group.containment().counts(child.member, whole.member)) {
            countable = countable && !child.ambiguous;
            counted.push_back(child.fact);
        } else if (!child.ambiguous && !survey.may_be_negative(whole.fact)) {
            state(group, to,
                  {.law = &law_of_which(survey, child.fact, group.axis),
                   .kind = Kind::at_most,
                   .whole = whole.fact},
                  taken(survey, {&child.fact, 1}));
        }
    }
    if (!countable || counted.empty()) return;
    const Completeness said = survey.access.parts(whole.fact, group.axis);
    if (said == Completeness::subset) {
        if (!survey.may_be_negative(whole.fact))
            state(group, to, {.law = find_law("T94"), .kind = Kind::at_most, .whole = whole.fact},
                  taken(survey, counted));
        return;
    }
    bool silent = false;
    if (said == Completeness::not_stated && !made_of_needed(group, whole.member, silent)) return;
    state(group, to,
          {.law = &law_of_parts(survey, whole.fact, group.axis), .open_list = silent, .whole = whole.fact},
          taken(survey, counted));
    if (group.axis == static_cast<std::size_t>(StandardAxis::economic))
        state_classes(group, to, whole.fact, counted, by_key);
}

/// Surplus is used, and distributed, of other funds than those appropriated.
bool knows_no_surplus(const Survey& survey, FactId fact) {
    constexpr auto axis = static_cast<std::size_t>(StandardAxis::fund);
    const std::uint32_t fiscal = survey.access.find(axis, "fiscal");
    const Containment::Node& node = survey.node(fact, axis);
    if (fiscal == unknown_member || node.rank == no_member) return false;
    const Containment::Node& of = survey.containment(axis).nodes[fiscal];
    return of.rank <= node.rank && node.rank < of.end;
}

/// Without totals, what came in is what was spent or is left.
void state_carry_over(const Group& group, FactRelations& to) {
    const Survey& survey = group.survey;
    const Node* const opening = group.find(NamedMember::opening);
    const Node* const income = group.find(NamedMember::income);
    const Node* const expenditure = group.find(NamedMember::expenditure);
    const Node* const closing = group.find(NamedMember::closing);
    if (opening == nullptr || income == nullptr || expenditure == nullptr || closing == nullptr) return;
    const bool spent = !survey.blank(expenditure->fact);
    const FactId whole = (spent ? expenditure : closing)->fact;
    Terms terms;
    take(terms, survey, opening->fact);
    take(terms, survey, income->fact);
    if (const Node* const used = group.find(NamedMember::surplus_used)) take(terms, survey, used->fact);
    if (const Node* const given = group.find(NamedMember::distribution)) take(terms, survey, given->fact, -1);
    take(terms, survey, (spent ? closing : expenditure)->fact, -1);
    // Where not all flows are said to stand here, surplus may have been used or distributed without a word of it.
    const bool all =
        survey.access.parts(whole, group.axis) == Completeness::complete || knows_no_surplus(survey, whole);
    state(group, to,
          {.law = find_law("T28"), .evidence = all ? Evidence::whole : Evidence::open, .whole = whole},
          terms);
}

void state_flows(const Group& group, FactRelations& to) {
    const Node* const in = group.find(NamedMember::total_income);
    const Node* const out = group.find(NamedMember::total_expenditure);
    if (in != nullptr && out != nullptr)
        state(group, to, {.law = find_law("T05"), .kind = Kind::equal, .whole = in->fact},
              taken(group.survey, {&out->fact, 1}));
    if (in == nullptr && out == nullptr) state_carry_over(group, to);
}

/// The facts of each table, one table after the other.
std::vector<std::vector<FactId>> by_table(const Survey& survey) {
    std::vector<std::vector<FactId>> facts(survey.access.tables());
    for (FactId fact = 0; fact < survey.size(); ++fact) facts[survey.access.table(fact)].push_back(fact);
    return facts;
}

} // namespace

void state_in_tables(const Survey& survey, FactRelations& to) {
    std::vector<Group> groups;
    for (std::size_t axis = 0; axis < survey.axes(); ++axis)
        groups.push_back({.survey = survey,
                          .axis = axis,
                          .seen = std::vector<std::uint32_t>(survey.access.keys(axis).size())});
    std::vector<Entry> entries;
    std::vector<std::uint32_t> path;
    std::unordered_map<std::uint64_t, FactId> by_key;
    for (const std::vector<FactId>& facts : by_table(survey)) {
        by_key.clear();
        for (const FactId fact : facts)
            if (survey.is(fact, StandardAxis::type, NamedMember::personnel) ||
                survey.is(fact, StandardAxis::type, NamedMember::operating))
                by_key.try_emplace(survey.key(fact), fact);
        for (Group& group : groups) {
            entries.clear();
            for (const FactId fact : facts)
                if (const std::uint32_t rank = survey.node(fact, group.axis).rank; rank != no_member)
                    entries.push_back({survey.rest(fact, group.axis), rank, fact});
            // Most tables vary along two or three dimensions only.
            if (std::all_of(entries.begin(), entries.end(),
                            [&](const Entry& each) { return each.rank == entries.front().rank; }))
                continue;
            std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
                return a.rest != b.rest   ? a.rest < b.rest
                       : a.rank != b.rank ? a.rank < b.rank
                                          : a.fact < b.fact;
            });
            for (auto at = entries.begin(); at != entries.end();) {
                const auto end =
                    std::find_if(at, entries.end(), [&](const Entry& each) { return each.rest != at->rest; });
                gather(group, {at, end});
                at = end;
                if (group.nodes.size() < 2) continue;
                link(group, path);
                for (const Node& node : group.nodes)
                    if (node.first_child != no_member && !node.ambiguous)
                        state_whole(group, to, node, by_key);
                if (group.axis == static_cast<std::size_t>(StandardAxis::flow)) state_flows(group, to);
            }
        }
    }
}

} // namespace tieout::detail
