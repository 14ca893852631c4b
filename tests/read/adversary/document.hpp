// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_DOCUMENT_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_DOCUMENT_HPP

// A document of the adversary: everything in it ties out, so that whoever accuses a figure of it is wrong.

#include "print.hpp"

#include <cstdint>
#include <string_view>

namespace tieout::test::adversary {

struct Document {
    std::uint64_t seed = 0;
    Told told{};
    Print print{};
};

/// With `only`, of no structures but those whose name has it in it.
[[nodiscard]] Document document_of(std::uint64_t seed, std::string_view only = {});

/// The same with one digit of one figure altered that stands in a stated relation; nothing if there is none. Gives the
/// index of the figure in `told.numbers`.
[[nodiscard]] std::size_t alter(Document& document, std::uint64_t seed);
inline constexpr std::size_t nothing_altered = static_cast<std::size_t>(-1);

} // namespace tieout::test::adversary

#endif
