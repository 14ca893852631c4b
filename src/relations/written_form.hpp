// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_WRITTEN_FORM_HPP
#define TIEOUT_SRC_RELATIONS_WRITTEN_FORM_HPP

// Figures and forms of figures as a person would write them: 1277.71 + 2682.5 − 3.

#include <tieout/relations/relation.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tieout::detail {

/// One term of a written form.
struct WrittenTerm {
    const Figure* figure;
    Decimal coefficient;
};

/// A day number as a date.
[[nodiscard]] std::string date_text(const Decimal& days);
[[nodiscard]] std::string digits_text(const Figure& figure);

/// Terms with one collected coefficient per figure; what cancels out is not written.
[[nodiscard]] std::vector<WrittenTerm> collected_terms(std::span<const Operand> operands, bool negated);
[[nodiscard]] bool one_unit(std::span<const Operand> operands);

/// a + b − c
[[nodiscard]] std::string form_text(const std::vector<WrittenTerm>& terms, bool with_units);
[[nodiscard]] std::string in_brackets(const std::string& text, std::size_t term_count);

} // namespace tieout::detail

#endif
