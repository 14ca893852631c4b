// SPDX-License-Identifier: MIT
#include "write/shown.hpp"

#include <tieout/model/place.hpp>
#include <tieout/model/walk.hpp>

#include <map>
#include <set>
#include <utility>

namespace tieout::detail {

bool remarkable(const Check& check) noexcept {
    return check.outcome == Outcome::broken || check.outcome == Outcome::undecided || check.notes.any();
}

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

std::string place_text(const Filing& filing, const Figure& figure, Language language) {
    return place_of(filing, figure, language);
}

Places::Places(const Filing& filing, Language language) : filing_(filing), language_(language) {
    each_figure(filing, [this](const Stated& figure) {
        const auto statements = figure.statements();
        if (statements.size() < 2) return;
        std::map<std::string, std::vector<std::string>*> by_value;
        std::set<std::pair<const std::vector<std::string>*, std::string>> added;
        for (const Figure& statement : statements) {
            if (!statement.known()) continue;
            std::string value = to_string(statement.value);
            value += statement.unit.word();
            value += statement.sense < 0 ? '-' : '+';
            std::vector<std::string>*& group = by_value[value];
            if (group == nullptr) group = &groups_.emplace_back();
            group_of_.emplace(&statement, group);
            if (group->size() > places_max) continue;
            std::string place = place_text(filing_, statement, language_);
            if (!place.empty() && added.emplace(group, place).second) group->push_back(std::move(place));
        }
    });
}

std::vector<std::string> Places::all(const Figure& figure, std::size_t most) const {
    std::vector<std::string> places;
    const std::string own = place_text(filing_, figure, language_);
    if (!own.empty()) places.push_back(own);
    const auto found = group_of_.find(&figure);
    if (found == group_of_.end()) return places;
    for (const std::string& place : *found->second) {
        if (place == own) continue;
        places.push_back(places.size() < most ? place : "…");
        if (places.size() > most) break;
    }
    return places;
}

std::string joined(std::span<const std::string> texts, std::string_view between) {
    std::string result;
    for (const std::string& text : texts) {
        if (!result.empty()) result += between;
        result += text;
    }
    return result;
}

} // namespace tieout::detail
