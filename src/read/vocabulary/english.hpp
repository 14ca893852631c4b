// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_ENGLISH_HPP
#define TIEOUT_SRC_READ_VOCABULARY_ENGLISH_HPP

// The language of English sentences and tables, as data: what words say of the figures beside them. The grammar that uses it
// knows no word; a synonym, and what it looks like without being it, is one entry of a table.

#include "read/vocabulary/phrases.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// What words say.
enum class English : std::uint8_t {
    rises,      ///< increased, up, more than: what the figure or the change beside them says became more
    falls,      ///< fell, a reduction of, below
    differs,    ///< variance, difference: by so much, one way or the other
    more,       ///< more than, above: right behind the figure of a difference
    fewer,      ///< less than, below: the same
    by,         ///< by how much: right before the figure of a change
    from,       ///< where a change begins: right before its figure, but for words of time
    to,         ///< where it leads to
    compared,   ///< compared with, against: what is compared stands behind
    time,       ///< last year's, prior: may stand between such a word and its figure
    budget,     ///< budget, estimate: what was planned
    opens,      ///< of which, comprising: what follows makes what stands before
    opens_some, ///< including: what follows is part of it
    sums,       ///< a total of, in total: what stands before makes what follows
    total,      ///< total, overall, altogether: the name of a total
    less,       ///< less, net of: what follows is taken off
    leaves,     ///< leaving, resulting in: what is left follows
    income,     ///< revenue, assets: adds to what is left
    spending,   ///< costs, liabilities: lessens it
    surplus,    ///< what is left, if there is more
    deficit,    ///< what is left, if there is less
    opening,    ///< brought forward, opening balance
    closing,    ///< carried forward, closing balance
    rate,       ///< or, equivalent to: what is told already, in percent
    numbers,    ///< page, note, section: the number behind them counts nothing
    no_things   ///< days, per, of: nor does one before these
};

/// Words that say one thing, and a sentence of each kind.
struct EnglishPhrase {
    std::string_view code; ///< of the pattern in the knowledge of the field: G05
    English says;
    /// In lower case, parted by |.
    std::string_view words;
    std::string_view example;
    std::string_view understood;
    std::array<NotExample, 2> not_examples{};
};
[[nodiscard]] std::span<const EnglishPhrase> english_phrases() noexcept;

/// The words and marks of a text, in lower case, each by itself: "of", "(", ",".
[[nodiscard]] std::vector<std::string> english_tokens(std::string_view text);
/// Where words that say this begin among tokens, from `from` on, and how many they are; size() and 0 if there are none.
struct EnglishFound {
    std::size_t at = 0;
    std::size_t length = 0;
    explicit operator bool() const noexcept { return length > 0; }
};
[[nodiscard]] EnglishFound find_english(std::span<const std::string> tokens, English says,
                                        std::size_t from = 0);
/// Whether tokens end with words that say this.
[[nodiscard]] bool end_with_english(std::span<const std::string> tokens, English says);
/// Whether they begin so.
[[nodiscard]] bool begin_with_english(std::span<const std::string> tokens, English says);

/// Whether words are English: more letters than anything else but figures.
[[nodiscard]] bool is_english(std::string_view words) noexcept;

/// Whether a number without a unit counts something, by the English words around it: 12,400 visits, 820 applications; never the
/// year 2022, page 12 or 31 March.
[[nodiscard]] bool counts_in_english(std::string_view before, std::string_view digits,
                                     std::string_view after);

} // namespace tieout::detail

#endif
