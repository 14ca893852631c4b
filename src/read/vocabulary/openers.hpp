// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_OPENERS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_OPENERS_HPP

// The words that open a list, and those that leave it open.

#include "read/vocabulary/phrases.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace tieout::detail {

/// What the word that opens a list says of its being complete.
enum class Opening : std::uint8_t {
    divides,  ///< all there is: 分为
    includes, ///< all there is, unless something says otherwise: 包括
    among,    ///< some of it, or all: 其中
    partly,   ///< some of it: 主要是
    pairs,    ///< names and figures in one order: 分别为
    bare      ///< no word: a colon, a bracket, or nothing
};

struct Opener {
    std::string_view word;
    Opening opening;
    std::string_view example;
    std::string_view understood;
    std::array<NotExample, 3> not_examples{};
};
/// The longest that end alike come first.
[[nodiscard]] std::span<const Opener> openers() noexcept;

/// Whether what stands behind the last member of a list says that there is more: 等, 及其他零星支出.
[[nodiscard]] bool leaves_open(std::string_view after) noexcept;

/// The words of the one sort of parts that stand for all the others: 其他13个.
[[nodiscard]] bool is_rest(std::string_view name) noexcept;

} // namespace tieout::detail

#endif
