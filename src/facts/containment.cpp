// SPDX-License-Identifier: MIT
#include "containment.hpp"

#include <algorithm>

namespace tieout::detail {
namespace {

bool is_code(std::string_view key) noexcept {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The member that contains a code directly, among those that are named; "*" where none does.
std::uint32_t parent_of_code(const FactsAccess& facts, std::size_t axis, std::string_view key) {
    if (!is_code(key)) return all_members;
    const auto lengths = facts.dimension(axis).lengths();
    if (std::find(lengths.begin(), lengths.end(), key.size()) == lengths.end()) return no_member;
    for (auto length = lengths.rbegin(); length != lengths.rend(); ++length) {
        if (*length >= key.size()) continue;
        if (const std::uint32_t found = facts.find(axis, key.substr(0, *length)); found != unknown_member)
            return found;
    }
    return all_members;
}

std::vector<std::uint32_t> parents_of(const FactsAccess& facts, std::size_t axis, Containment& made) {
    const facts::Dimension& dimension = facts.dimension(axis);
    const auto keys = facts.keys(axis);
    std::vector<std::uint32_t> parents(keys.size(), no_member);
    const auto named = dimension.members();
    const bool has_all = std::any_of(named.begin(), named.end(),
                                     [](const facts::Member& each) { return each.parent == facts::all; });
    for (std::uint32_t member = all_members + 1; member < keys.size(); ++member) {
        if (dimension.shape() == facts::Shape::codes)
            parents[member] = parent_of_code(facts, axis, keys[member]);
        else if (dimension.shape() == facts::Shape::list || has_all)
            parents[member] = all_members;
    }
    for (const facts::Member& each : named) {
        const std::uint32_t member = facts.find(axis, each.key);
        if (member <= all_members) continue;
        const std::uint32_t parent = each.parent.empty() ? no_member : facts.find(axis, each.parent);
        parents[member] = parent == unknown_member ? no_member : parent;
        made.nodes[member].belongs = each.belongs;
    }
    return parents;
}

/// The children of each member, one after the other: those of m are of[first[m]] … of[first[m + 1] − 1].
struct Children {
    std::vector<std::uint32_t> of{};
    std::vector<std::uint32_t> first{};
};

template <class Chosen>
Children children_of(std::span<const std::uint32_t> parents, Chosen chosen) {
    Children made;
    const auto each = [&](auto use) {
        for (std::uint32_t member = all_members; member < parents.size(); ++member)
            if (parents[member] != no_member && chosen(member)) use(member, parents[member]);
    };
    made.first.assign(parents.size() + 1, 0);
    each([&](std::uint32_t, std::uint32_t parent) { ++made.first[parent + 1]; });
    for (std::size_t i = 1; i <= parents.size(); ++i) made.first[i] += made.first[i - 1];
    made.of.resize(made.first.back());
    std::vector<std::uint32_t> next(made.first.begin(), made.first.end() - 1);
    each([&](std::uint32_t member, std::uint32_t parent) { made.of[next[parent]++] = member; });
    return made;
}

} // namespace

Containment containment_of(const FactsAccess& facts, std::size_t axis) {
    Containment made;
    const std::size_t count = facts.keys(axis).size();
    made.nodes.resize(count);
    const std::vector<std::uint32_t> parents = parents_of(facts, axis, made);
    const Children all = children_of(parents, [](std::uint32_t) { return true; });
    const std::size_t in_tree = std::min(count, facts.dimension(axis).members().size() + all_members + 1);
    Children parts = children_of(parents, [&](std::uint32_t member) {
        return member < in_tree && made.nodes[member].belongs != facts::Belongs::of_which;
    });
    made.named = std::move(parts.of);
    made.first = std::move(parts.first);

    std::uint32_t rank = 0;
    struct Step {
        std::uint32_t member;
        std::uint32_t child;
    };
    std::vector<Step> path;
    const auto enter = [&](std::uint32_t member, std::uint32_t parent) {
        Containment::Node& node = made.nodes[member];
        node.rank = rank++;
        node.parent = parent;
        node.aside = node.belongs == facts::Belongs::of_which ? node.rank
                     : parent == no_member                    ? no_member
                                                              : made.nodes[parent].aside;
        path.push_back({member, all.first[member]});
    };
    const auto walk = [&](std::uint32_t root) {
        enter(root, no_member);
        while (!path.empty()) {
            Step& step = path.back();
            if (step.child == all.first[step.member + 1]) {
                made.nodes[step.member].end = rank;
                path.pop_back();
                continue;
            }
            const std::uint32_t child = all.of[step.child++];
            if (made.nodes[child].rank == no_member) enter(child, step.member);
        }
    };
    walk(all_members);
    for (std::uint32_t member = all_members + 1; member < count; ++member)
        if (parents[member] == no_member) walk(member);
    // Those that contain each other in a circle contain nothing.
    for (std::uint32_t member = all_members + 1; member < count; ++member)
        if (made.nodes[member].rank == no_member) {
            made.nodes[member].rank = rank++;
            made.nodes[member].end = rank;
        }
    return made;
}

} // namespace tieout::detail
