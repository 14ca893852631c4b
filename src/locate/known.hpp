// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_LOCATE_KNOWN_HPP
#define TIEOUT_SRC_LOCATE_KNOWN_HPP

#include <tieout/locate/locate.hpp>

namespace tieout::detail {

/// As tieout::locate(), for who may know already that all that holds can hold together.
[[nodiscard]] Located locate(const Relations& relations, std::span<const Check> checks,
                             const CheckOptions& options, const LocateOptions& limits, bool together);

} // namespace tieout::detail

#endif
