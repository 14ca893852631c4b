// SPDX-License-Identifier: MIT
#include "read/tables/formula.hpp"

#include <algorithm>
#include <optional>

namespace tieout::detail {

namespace {

constexpr std::size_t longest_formula = 60;
constexpr std::size_t longest_mark = 4;

bool is_mark_character(char c) noexcept {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// A+B-C, within brackets or not; nothing if it is something else.
std::optional<std::vector<FormulaTerm>> terms_of(std::string_view text) {
    if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
    std::vector<FormulaTerm> terms;
    std::int8_t sign = 1;
    while (!text.empty()) {
        std::size_t size = 0;
        while (size < text.size() && is_mark_character(text[size])) ++size;
        if (size == 0 || size > longest_mark) return std::nullopt;
        terms.push_back({std::string(text.substr(0, size)), sign});
        text.remove_prefix(size);
        if (text.empty()) break;
        if (text.front() != '+' && text.front() != '-') return std::nullopt;
        sign = text.front() == '-' ? std::int8_t{-1} : std::int8_t{1};
        text.remove_prefix(1);
        if (text.empty()) return std::nullopt;
    }
    return terms;
}

} // namespace

Formula formula_of(std::string_view printed) {
    Formula formula;
    if (printed.empty() || printed.size() > longest_formula) return formula;
    std::string text(printed);
    std::erase(text, ' ');
    // A spreadsheet prints 4 as 4.00.
    if (const std::size_t point = text.find('.');
        point != text.npos && text.find_first_not_of('0', point + 1) == text.npos)
        text.resize(point);
    if (const std::size_t equals = text.find('='); equals != text.npos) {
        formula.mark = text.substr(0, equals);
        text.erase(0, equals + 1);
    }
    for (const std::string_view end : {"*100%", "*100"})
        if (std::string_view(text).ends_with(end)) text.resize(text.size() - end.size());
    const std::size_t over = text.find('/');
    std::optional<std::vector<FormulaTerm>> first = terms_of(std::string_view(text).substr(0, over));
    if (!first) return {};
    if (over == text.npos) {
        if (first->size() == 1 && formula.mark.empty()) {
            formula.mark = first->front().mark;
            return formula;
        }
        formula.first = std::move(*first);
        return formula;
    }
    std::optional<std::vector<FormulaTerm>> second = terms_of(std::string_view(text).substr(over + 1));
    if (!second || second->empty()) return {};
    formula.first = std::move(*first);
    formula.second = std::move(*second);
    return formula;
}

std::vector<std::optional<ColumnFormula>> column_formulas(const std::vector<Head>& heads) {
    std::vector<Formula> formulas;
    formulas.reserve(heads.size());
    for (const Head& head : heads) formulas.push_back(formula_of(head.formula));
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    const auto column_of = [&](std::string_view mark) {
        std::size_t found = none;
        for (std::size_t k = 0; k < heads.size(); ++k)
            if (!mark.empty() && formulas[k].mark == mark) {
                if (found != none) return none;
                found = k;
            }
        return found;
    };
    std::vector<std::optional<ColumnFormula>> found(heads.size());
    for (std::size_t k = 0; k < heads.size(); ++k) {
        if (!formulas[k].says_something()) continue;
        ColumnFormula formula;
        bool known = true;
        for (const auto* side : {&formulas[k].first, &formulas[k].second})
            for (const FormulaTerm& term : *side) {
                const std::size_t column = column_of(term.mark);
                known = known && column != none && column != k;
                (side == &formulas[k].first ? formula.first : formula.second).emplace_back(column, term.sign);
            }
        if (known) found[k] = std::move(formula);
    }
    return found;
}

bool is_row_of_formulas(const Grid& grid, std::uint32_t row) {
    constexpr std::size_t fewest = 3;
    std::vector<Formula> formulas;
    for (std::uint32_t c = 0; c < grid.columns(); ++c) {
        if (!grid.begins(row, c) || grid.text(row, c).empty()) continue;
        Formula formula = formula_of(grid.text(row, c));
        if (formula.mark.empty()) return false;
        formulas.push_back(std::move(formula));
    }
    const auto is_mark = [&](const FormulaTerm& term) {
        return std::any_of(formulas.begin(), formulas.end(),
                           [&](const Formula& formula) { return formula.mark == term.mark; });
    };
    return formulas.size() >= fewest &&
           std::any_of(formulas.begin(), formulas.end(),
                       [](const Formula& formula) { return formula.says_something(); }) &&
           std::all_of(formulas.begin(), formulas.end(), [&](const Formula& formula) {
               return std::all_of(formula.first.begin(), formula.first.end(), is_mark) &&
                      std::all_of(formula.second.begin(), formula.second.end(), is_mark);
           });
}

} // namespace tieout::detail
