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

} // namespace tieout::detail
