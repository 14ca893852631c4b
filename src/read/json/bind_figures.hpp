// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_BIND_FIGURES_HPP
#define TIEOUT_SRC_READ_JSON_BIND_FIGURES_HPP

// Figures of a filing: a number, a string as printed, null, or an object with all that is said of one; or a list of
// these where one is stated several times.

#include "binding.hpp"

#include <tieout/model/aspects.hpp>
#include <tieout/model/describe.hpp>

namespace tieout::detail {

/// Reads a figure in all its statements. `of` is where it goes what a figure of the filing's own is of; null where the
/// place of the figure says that.
void read_stated(Binding& from, Binding::At at, Stated& figure, Expects expects, Aspects* of = nullptr);

/// Number, string as printed, or null; and the unit that is printed with it.
bool read_value(Binding& from, Binding::At at, Figure& figure, Expects expects,
                std::optional<Unit>& printed_unit);

bool read_printing(Binding& from, Binding::At at, std::optional<Printing>& printing);
/// 1 or −1.
bool read_sign(Binding& from, Binding::At at, std::int8_t& sign);
/// That marks cover whole characters of sentences that the filing gives; when all of them are read.
void check_marks(Binding& from);

} // namespace tieout::detail

#endif
