// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_COMPOUND_HPP
#define TIEOUT_SRC_READ_OFFICE_COMPOUND_HPP

// Compound files, which old Office and WPS files are, and new ones with a password: what they are, the names of their streams say.

#include <string_view>

namespace tieout::detail {

/// Whether bytes begin as a compound file does.
[[nodiscard]] bool is_compound_file(std::string_view bytes) noexcept;

/// Whether a compound file has a stream of that name, in ASCII, at its root: what documents within it hold is theirs.
/// Fails: no, also where its list of streams cannot be read.
[[nodiscard]] bool compound_holds(std::string_view bytes, std::string_view name) noexcept;

} // namespace tieout::detail

#endif
