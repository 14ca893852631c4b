// SPDX-License-Identifier: MIT
#include "write/shown.hpp"

#include <tieout/model/walk.hpp>

#include <algorithm>

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
        for (const Figure& statement : statements) statements_.emplace(&statement, statements);
    });
}

std::vector<std::string_view> Places::all(const Figure& figure) const {
    std::vector<std::string_view> places;
    const auto add = [&places](const Figure& stated) {
        if (!stated.place.empty() && std::find(places.begin(), places.end(), stated.place) == places.end())
            places.push_back(stated.place);
    };
    add(figure);
    const auto found = statements_.find(&figure);
    if (found == statements_.end() || !figure.known()) return places;
    for (const Figure& other : found->second)
        if (other.known() && identical(other.value, figure.value) && other.unit == figure.unit &&
            other.sense == figure.sense)
            add(other);
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
