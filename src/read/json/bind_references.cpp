// SPDX-License-Identifier: MIT
#include "bind_references.hpp"

namespace tieout::detail {

namespace {

using At = Binding::At;

bool look_up(Binding& from, const FigureIndex& index, At at, bool in_item) {
    const std::string_view to = from.tree[at].text;
    if ((in_item && phase_named(to)) || index.find(to)) return true;
    complain(from, Problem::Kind::unknown_id, at, "figure", excerpt(to));
    return false;
}

/// A figure and its coefficient.
bool read_pair(Binding& from, At at, Reference& reference) {
    const JsonTree& tree = from.tree;
    const At to = at + 1;
    const At coefficient = to < tree[at].end ? tree[to].end : to;
    const bool pair =
        to < tree[at].end && coefficient < tree[at].end && tree[coefficient].end == tree[at].end;
    if (!pair) {
        wrong_type(from, at, "figure and coefficient");
        return false;
    }
    Decimal times;
    if (!read_number(from, coefficient, times) || !read_term(from, to, reference)) return false;
    reference.back().coefficient = times;
    return true;
}

} // namespace

void read_readings_of(Binding& from, At at, std::vector<Reference>& readings) {
    const auto add = [&](At one) {
        Reference reference;
        if (read_reference(from, one, reference)) readings.push_back(std::move(reference));
    };
    if (from.tree[at].kind != JsonKind::object) return add(at);
    constexpr std::array<std::string_view, 1> keys{"any_of"};
    if (from.tree.holds_nothing(at)) complain(from, Problem::Kind::missing_key, at, keys[0], {});
    from.tree.each(at, [&](At child) {
        if (from.tree[child].key_repeated) return;
        if (from.tree[child].key != keys[0]) return unknown_key(from, child, keys);
        if (!is(from, child, JsonKind::list, "list of references")) return;
        if (from.tree.holds_nothing(child)) wrong_type(from, child, "list of references");
        from.tree.each(child, add);
    });
}

bool read_reference(Binding& from, At at, Reference& reference) {
    if (from.tree[at].kind == JsonKind::string) return read_term(from, at, reference);
    if (!is(from, at, JsonKind::list, "figure or list of terms")) return false;
    if (from.tree.holds_nothing(at)) {
        wrong_type(from, at, "figure or list of terms");
        return false;
    }
    bool sound = true;
    from.tree.each(at, [&](At child) {
        const bool pair = from.tree[child].kind == JsonKind::list;
        sound = (pair ? read_pair(from, child, reference) : read_term(from, child, reference)) && sound;
    });
    return sound;
}

bool read_term(Binding& from, At at, Reference& reference) {
    std::string to;
    if (!read_figure_name(from, at, to)) return false;
    reference.push_back({.to = std::move(to)});
    return true;
}

bool read_figure_name(Binding& from, At at, std::string& name) {
    if (!is(from, at, JsonKind::string, "figure")) return false;
    if (from.index == nullptr)
        from.references.push_back({at, from.in_item});
    else if (!look_up(from, *from.index, at, false))
        return false;
    name = from.tree[at].text;
    return true;
}

void look_up_references(Binding& from, const FigureIndex& index) {
    for (const Binding::PendingReference& pending : from.references)
        look_up(from, index, pending.at, pending.in_item);
}

} // namespace tieout::detail
