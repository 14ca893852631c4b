// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_TOGETHER_HPP
#define TIEOUT_WRITE_TOGETHER_HPP

// Prints what several documents of one body agree and disagree in.
//
//     std::cout << together_text(check_together(documents), {.language = Language::en});

#include <tieout/base/export.hpp>
#include <tieout/rules/together.hpp>
#include <tieout/write/json.hpp>
#include <tieout/write/text.hpp>

#include <span>
#include <string>

namespace tieout {

/// Which documents were bound, what disagrees with both places, what was restated, and what agrees.
TIEOUT_API [[nodiscard]] std::string together_text(const Together& together, const TextOptions& options);

/// The same as one JSON object, with a line end behind it.
TIEOUT_API [[nodiscard]] std::string together_json(const Together& together,
                                                   std::span<const Problem> problems, Language language);

} // namespace tieout

#endif
