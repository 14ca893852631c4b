// SPDX-License-Identifier: MIT
#ifndef TIEOUT_VERSION_HPP
#define TIEOUT_VERSION_HPP

// The version of tieout, in the one place where it is written: the build reads it from here.
//
//     fmt::print("tieout {}\n", tieout::version);

#include <string_view>

namespace tieout {

/// The version of the library and of the program, as major.minor.patch.
inline constexpr std::string_view version = "0.1.0";

} // namespace tieout

#endif
