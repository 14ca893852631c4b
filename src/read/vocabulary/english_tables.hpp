// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_ENGLISH_TABLES_HPP
#define TIEOUT_SRC_READ_VOCABULARY_ENGLISH_TABLES_HPP

// English heads of columns and labels of rows, and the official terms that they stand for: what is known of the terms is then
// known of them. Each is one entry, with an example of it and one that looks alike and says something else.

#include <span>
#include <string>
#include <string_view>

namespace tieout::detail {

struct EnglishTerm {
    /// All words of a head, in lower case and without its unit; others behind |.
    std::string_view words;
    std::string_view term;
    std::string_view example;
    std::string_view not_example;
};
[[nodiscard]] std::span<const EnglishTerm> english_terms() noexcept;

/// The official term for the head of a column: % change → 增长率, 2022/23 Budget → 2023年年初预算数; empty for one that is not
/// English, or says nothing that is known.
[[nodiscard]] std::string term_of_english_head(std::string_view head);
/// The same for the label of a row: Total income → 合计, whatever it is a total of.
[[nodiscard]] std::string_view term_of_english_row(std::string_view label);

} // namespace tieout::detail

#endif
