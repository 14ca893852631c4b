// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_EVERY_FORM_FORM_AMOUNTS_HPP
#define TIEOUT_TESTS_READ_EVERY_FORM_FORM_AMOUNTS_HPP

// Amounts for the cells of a form, of which only is known what they are of, so that everything that follows from that holds:
// the narrowest cells are drawn, the others are what they contain, and what came in is what went out and what is left.

#include "../adversary/account.hpp"

#include <tieout/model/aspects.hpp>

#include <cstddef>
#include <vector>

namespace tieout::test::every_form {

inline constexpr std::size_t no_number = static_cast<std::size_t>(-1);

struct FilledCell {
    Aspects of{};
    adversary::Amount amount = 0;
    /// Of the figure that is printed there among those of the document; none where the cell is left blank.
    std::size_t number = no_number;
};

/// Whether one is all or a part of the other, along every dimension.
[[nodiscard]] bool contains(const Aspects& whole, const Aspects& part);
void draw_amounts(Random& random, std::vector<FilledCell>& cells);

} // namespace tieout::test::every_form

#endif
