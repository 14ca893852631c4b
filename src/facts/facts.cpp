// SPDX-License-Identifier: MIT
#include <tieout/facts/facts.hpp>

#include "access.hpp"

#include <algorithm>
#include <utility>

namespace tieout {

using detail::all_members;
using detail::dimensions_max;
using detail::unknown_member;

Facts::Facts() {
    for (const facts::Dimension& each : facts::standard_dimensions()) dimension(each);
    // What stands in no table: nothing is said of it, and it is nobody's certified table.
    tables_.push_back({.of = {.certified = false}});
    table_numbers_.emplace(std::string(), 0);
}

Facts& Facts::dimension(facts::Dimension dimension) {
    if (!figures_.empty()) return *this;
    const std::size_t at = axis_number(dimension.key());
    if (at == axes_.size()) {
        if (axes_.size() == dimensions_max) return *this;
        axes_.push_back({.of = std::move(dimension)});
    } else {
        axes_[at] = {.of = std::move(dimension)};
    }
    Axis& axis = axes_[at];
    axis.keys = {std::string(), std::string(facts::all)};
    axis.numbers = {{axis.keys[0], unknown_member}, {axis.keys[1], all_members}};
    // Those of a tree are known from the beginning: what contains what does not depend on what is stated.
    for (const facts::Member& each : axis.of.members()) static_cast<void>(member(axis, each.key));
    return *this;
}

Facts& Facts::scope(Aspects aspects) {
    scope_ = std::move(aspects);
    return *this;
}

Facts& Facts::table(FactTable table) {
    const std::uint32_t number = table_number(table.id);
    tables_[number].of = std::move(table);
    return *this;
}

void Facts::reserve(std::size_t facts) {
    figures_.reserve(facts);
    table_.reserve(facts);
    members_.reserve(facts * axes_.size());
}

std::uint32_t Facts::member(Axis& axis, std::string_view key) {
    if (axis.keys[axis.last] == key) return axis.last;
    const auto found = axis.numbers.find(key);
    if (found != axis.numbers.end()) return axis.last = found->second;
    axis.last = static_cast<std::uint32_t>(axis.keys.size());
    axis.keys.emplace_back(key);
    axis.numbers.emplace(std::string(key), axis.last);
    return axis.last;
}

std::uint32_t Facts::table_number(std::string_view id) {
    if (tables_[last_table_].of.id == id) return last_table_;
    const auto [found, added] =
        table_numbers_.try_emplace(std::string(id), static_cast<std::uint32_t>(tables_.size()));
    if (added) tables_.push_back({.of = {.id = std::string(id)}});
    return last_table_ = found->second;
}

std::size_t Facts::axis_number(std::string_view key) const noexcept {
    const auto found =
        std::find_if(axes_.begin(), axes_.end(), [&](const Axis& axis) { return axis.of.key() == key; });
    return static_cast<std::size_t>(found - axes_.begin());
}

FactId Facts::state(const Aspects& of, Figure figure, FactPlace place) {
    const auto fact = static_cast<FactId>(figures_.size());
    for (Axis& axis : axes_) {
        std::string_view key;
        if (const std::size_t at = static_cast<std::size_t>(&axis - axes_.data()); at < aspect_table.size())
            key = of.*aspect_table[at].member;
        else
            key = aspect_of(of, axis.of.key());
        if (key.empty()) key = aspect_of(scope_, axis.of.key());
        members_.push_back(member(axis, key));
    }
    table_.push_back(table_number(place.table));
    if (figure.place.empty() && !(place.table.empty() && place.cell.empty())) {
        const FactTable& table = tables_[table_.back()].of;
        figure.place = table.title.empty() ? table.id : table.title;
        if (!figure.place.empty() && !place.cell.empty()) figure.place += ' ';
        figure.place += place.cell;
    }
    figures_.push_back(std::move(figure));
    return fact;
}

Facts& Facts::parts(std::string_view table, std::string_view dimension, Completeness completeness) {
    const std::size_t axis = axis_number(dimension);
    if (axis == axes_.size()) return *this;
    std::vector<Completeness>& said = tables_[table_number(table)].parts;
    said.resize(std::max(said.size(), axis + 1), Completeness::not_stated);
    said[axis] = completeness;
    return *this;
}

Facts& Facts::parts(FactId whole, std::string_view dimension, Completeness completeness) {
    const std::size_t axis = axis_number(dimension);
    if (axis < axes_.size() && whole < figures_.size())
        own_parts_[std::uint64_t{whole} * dimensions_max + axis] = completeness;
    return *this;
}

Aspects Facts::aspects(FactId fact) const {
    Aspects of;
    const auto members = detail::FactsAccess{*this}.members(fact);
    for (std::size_t axis = 0; axis < axes_.size(); ++axis)
        if (members[axis] != unknown_member)
            set_aspect(of, axes_[axis].of.key(), axes_[axis].keys[members[axis]]);
    return of;
}

std::size_t Facts::number_of(const Figure& figure) const noexcept {
    const std::less<> before;
    if (figures_.empty() || before(&figure, figures_.data()) ||
        !before(&figure, figures_.data() + figures_.size()))
        return size();
    return static_cast<std::size_t>(&figure - figures_.data());
}

std::string Facts::key_of(FactId fact) const {
    std::vector<std::pair<std::string_view, std::string_view>> known;
    const auto members = detail::FactsAccess{*this}.members(fact);
    for (std::size_t axis = 0; axis < axes_.size(); ++axis)
        if (members[axis] != unknown_member)
            known.emplace_back(axes_[axis].of.key(), axes_[axis].keys[members[axis]]);
    std::sort(known.begin(), known.end());
    std::string key;
    for (const auto& [dimension, member] : known) {
        if (!key.empty()) key += ',';
        key += dimension;
        key += '=';
        key += member;
    }
    return key;
}

std::string Facts::name_of(FactId fact) const {
    if (!figures_[fact].label.empty()) return figures_[fact].label;
    std::string name;
    const auto members = detail::FactsAccess{*this}.members(fact);
    for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
        if (members[axis] == unknown_member || members[axis] == all_members) continue;
        const std::string& key = axes_[axis].keys[members[axis]];
        const facts::Member* const known = axes_[axis].of.find(key);
        if (!name.empty()) name += ' ';
        name += known != nullptr && !known->term.empty() ? known->term : key;
    }
    return name;
}

} // namespace tieout
