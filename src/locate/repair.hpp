// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_LOCATE_REPAIR_HPP
#define TIEOUT_SRC_LOCATE_REPAIR_HPP

// Looks for corrections: values to which a known slip leads and with which every relation holds.

#include "locate/search.hpp"

#include <span>
#include <vector>

namespace tieout::detail {

/// What repairs are looked for in.
struct Patient {
    const Relations& relations;
    std::span<const Check> checks;
    /// The connected checks that the part is of.
    std::span<const std::uint32_t> connected;
    const Conventions& reading;
    const LocateOptions& limits;
    System& system;
    /// By range of the part, what its figure can be by itself; not whole where it is never wrong alone.
    std::span<const System::Extent> extents;
    /// By figure of the system: what other parts call wrong is free here.
    const std::vector<char>& wrong_elsewhere;
};

/// Adds the repairs of a part whose sets, checks and ranges are known, the simplest first.
void add_repairs(const Patient& patient, std::span<const FigureSet> sets,
                 std::span<const std::uint32_t> broken, FaultyPart& part, Work& work);

} // namespace tieout::detail

#endif
