// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_NOT_STATED_HPP
#define TIEOUT_SRC_RELATIONS_NOT_STATED_HPP
// What a relation needs and the document does not say.

#include <tieout/relations/relation.hpp>

namespace tieout {

/// Stands for a figure that the document does not state (未列报): what needs it is undecided. Where two relations need one,
/// these are two: nothing says that it is the same figure.
[[nodiscard]] Term not_stated();
/// Whether these statements are that.
[[nodiscard]] bool is_not_stated(const Figure* statements);

} // namespace tieout

#endif
