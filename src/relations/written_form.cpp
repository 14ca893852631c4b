// SPDX-License-Identifier: MIT
#include "written_form.hpp"

#include "kernel.hpp"

#include <tieout/numbers/date.hpp>

#include <algorithm>

namespace tieout::detail {

namespace {

/// Beyond this many terms the middle of a written sum is left out.
constexpr std::size_t written_terms_max = 40;
std::string term_text(const WrittenTerm& term, bool with_unit, bool first) {
    std::string text;
    if (abs(term.coefficient) != Decimal{1}) text = to_string(abs(term.coefficient)) + " × ";
    std::string number = digits_text(*term.figure);
    // Two signs in a row are hard to read.
    const bool sign_before = !first || term.coefficient != Decimal{1};
    if (number.starts_with('-') && sign_before) number = "(" + number + ")";
    text += number;
    if (with_unit) text += term.figure->unit.word();
    return text;
}

} // namespace

std::string date_text(const Decimal& days) {
    const auto whole = rescaled(days, 0);
    // Days that no calendar has can only have come from arithmetic on dates.
    if (!whole || abs(*whole) > Decimal{1000000}) return to_string(days);
    return to_string(date_of(static_cast<std::int32_t>(static_cast<std::int64_t>(whole->lo))));
}

std::string digits_text(const Figure& figure) {
    if (figure.state == State::none_by_word) return "0";
    if (!figure.known() && figure.state != State::approximate) return "?";
    if (figure.unit.dimension == Dimension::day) return date_text(figure.value);
    const std::string digits = figure.text.empty() ? to_string(figure.value) : figure.text;
    if (figure.sense > 0) return digits;
    return digits.starts_with('-') ? digits.substr(1) : "-" + digits;
}

std::vector<WrittenTerm> collected_terms(std::span<const Operand> operands, bool negated) {
    std::vector<WrittenTerm> terms;
    const SameFigure same(operands);
    for (std::size_t i = 0; i < operands.size(); ++i) {
        if (!same.first(i)) continue;
        const Decimal coefficient = same.collected<Decimal>(i);
        if (is_zero(coefficient)) continue;
        terms.push_back({operands[i].figure, negated ? -coefficient : coefficient});
    }
    // A sum starts with what is added.
    std::stable_partition(terms.begin(), terms.end(),
                          [](const WrittenTerm& term) { return sign(term.coefficient) > 0; });
    return terms;
}

bool one_unit(std::span<const Operand> operands) {
    // A figure that is not there has no unit to differ by.
    for (const Operand& operand : operands)
        if (operand.figure->state != State::blank && !(operand.figure->unit == operands.front().figure->unit))
            return false;
    return true;
}

std::string form_text(const std::vector<WrittenTerm>& terms, bool with_units) {
    if (terms.empty()) return "0";
    std::string text;
    const std::size_t head = terms.size() > written_terms_max ? written_terms_max / 2 : terms.size();
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (i == head) {
            text += " + …";
            i = terms.size() - head;
        }
        const bool minus = sign(terms[i].coefficient) < 0;
        text += text.empty() ? (minus ? "−" : "") : (minus ? " − " : " + ");
        text += term_text(terms[i], with_units, i == 0);
    }
    return text;
}

std::string in_brackets(const std::string& text, std::size_t term_count) {
    return term_count > 1 ? "(" + text + ")" : text;
}

} // namespace tieout::detail
