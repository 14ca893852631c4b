// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_EVERY_FORM_LAYOUTS_HPP
#define TIEOUT_TESTS_READ_EVERY_FORM_LAYOUTS_HPP

// The ways in which tables come: as an office program saves them, as a web page has them, as they are drawn out of a PDF.

#include "../adversary/print.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace tieout::test::every_form {

struct LayoutKind {
    std::string_view name;
    adversary::Print print;
};
[[nodiscard]] std::span<const LayoutKind> layouts();
/// The same with what any of them may have or not: separators, frames, blank lines.
[[nodiscard]] adversary::Print print_in(const LayoutKind& layout, std::uint64_t seed);

} // namespace tieout::test::every_form

#endif
