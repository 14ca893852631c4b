// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_GRAMMAR_HPP
#define TIEOUT_SRC_READ_VOCABULARY_GRAMMAR_HPP

// What the words around a figure make of it: a share of something, a change, a rate, or an amount of its own. The
// phrases are one table; a new phrase is one entry in it, with a sentence that is its test.

#include "read/vocabulary/numerals.hpp"

#include <tieout/relations/relation.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tieout::detail {

/// What a figure does in its sentence.
enum class Part : std::uint8_t {
    level,      ///< an amount or a count of its own
    share,      ///< 占…的 p%
    growth,     ///< 增长 p%
    change,     ///< 增加 d
    base,       ///< 比去年同期 289户: the level that a change starts from
    completion, ///< 完成预算的 p%
    rate,       ///< 办结率 p%
    points,     ///< 提高 k 个百分点
    saving,     ///< 节约资金 d
    saving_rate ///< 节约率 p%
};

/// Sorts of figures that a phrase speaks of, as bits.
enum SortBits : unsigned {
    of_percent = 1U << static_cast<unsigned>(Sort::percent),
    of_points = 1U << static_cast<unsigned>(Sort::points),
    of_amount = 1U << static_cast<unsigned>(Sort::amount),
    of_quantity =
        of_amount | 1U << static_cast<unsigned>(Sort::count) | 1U << static_cast<unsigned>(Sort::plain)
};

struct Phrase {
    std::string_view code; ///< of the pattern in the knowledge of the field: G04
    Part part;
    unsigned sorts;
    /// RE2 over the words before the figure, # in its place, and a few words behind it. Groups: whole, base, budget,
    /// name, subject capture what the words name; fall is there if they say that it became less.
    std::string_view words;
    /// A sentence, and what is understood of it as the test writes it down.
    std::string_view example;
    std::string_view understood;
};
[[nodiscard]] std::span<const Phrase> phrases() noexcept;

/// Words without a figure that compare the amount before them with its budget, or with the year before.
struct Remark {
    std::string_view code;
    Comparison comparison;
    bool with_budget;
    /// RE2 over the words between two figures.
    std::string_view words;
    std::string_view example;
    std::string_view understood;
};
[[nodiscard]] std::span<const Remark> remarks() noexcept;
/// The first remark that the words hold, or nothing.
[[nodiscard]] const Remark* match_remark(std::string_view words);

/// How a list is opened, and what the word says of its being complete.
struct Opener {
    std::string_view word;
    bool complete; ///< all there is
    bool subset;   ///< some of it
    /// What follows may be something else than parts: A、B和C分别为1、2和3.
    bool unsure;
    std::string_view example;
    std::string_view understood;
};
/// The longest that end alike come first.
[[nodiscard]] std::span<const Opener> openers() noexcept;

/// The phrase that holds, and what it captured; views of the text given.
struct PhraseMatch {
    const Phrase* phrase = nullptr;
    std::string_view whole{};
    std::string_view base{};
    std::string_view budget{};
    std::string_view name{};
    std::string_view subject{};
    bool fall = false;
    bool has_base = false;
};
/// `around` is the words before the figure since the one before it, #, and the words behind.
[[nodiscard]] PhraseMatch match_phrase(Sort sort, std::string_view around);

} // namespace tieout::detail

#endif
