// SPDX-License-Identifier: MIT
#include "write/shown.hpp"

#include <tieout/model/walk.hpp>

#include <map>
#include <set>
#include <utility>

namespace tieout::detail {

std::string number_text(const Figure& figure) {
    if (!figure.text.empty()) return figure.text;
    switch (figure.state) {
    case State::value:
    case State::approximate:
        return to_string(figure.value);
    case State::none_by_word:
        return "无";
    case State::not_applicable:
        return "——";
    case State::blank:
    case State::unreadable:
        break;
    }
    return {};
}

Decimal written_coefficient(const Operand& operand) {
    const bool moved = operand.role == Role::part || operand.role == Role::greater;
    return moved ? -operand.coefficient : operand.coefficient;
}

Places::Places(const Filing& filing) {
    each_figure(filing, [this](const std::string&, const Stated& figure) {
        const auto statements = figure.statements();
        if (statements.size() < 2) return;
        std::map<std::string, std::vector<std::string_view>*> by_value;
        std::set<std::pair<const std::vector<std::string_view>*, std::string_view>> added;
        for (const Figure& statement : statements) {
            if (!statement.known()) continue;
            std::string value = to_string(statement.value);
            value += statement.unit.word();
            value += statement.sense < 0 ? '-' : '+';
            std::vector<std::string_view>*& group = by_value[value];
            if (group == nullptr) group = &groups_.emplace_back();
            group_of_.emplace(&statement, group);
            if (group->size() <= places_max && !statement.place.empty() &&
                added.emplace(group, statement.place).second)
                group->push_back(statement.place);
        }
    });
}

std::vector<std::string_view> Places::all(const Figure& figure) const {
    std::vector<std::string_view> places;
    if (!figure.place.empty()) places.push_back(figure.place);
    const auto found = group_of_.find(&figure);
    if (found == group_of_.end()) return places;
    for (const std::string_view place : *found->second) {
        if (place == figure.place) continue;
        places.push_back(places.size() < places_max ? place : "…");
        if (places.size() > places_max) break;
    }
    return places;
}

std::string joined(std::span<const std::string_view> texts, std::string_view between) {
    std::string result;
    for (const std::string_view text : texts) {
        if (!result.empty()) result += between;
        result += text;
    }
    return result;
}

} // namespace tieout::detail
