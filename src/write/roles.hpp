// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_WRITE_ROLES_HPP
#define TIEOUT_SRC_WRITE_ROLES_HPP

#include <tieout/base/language.hpp>
#include <tieout/relations/relation.hpp>

#include <string_view>

namespace tieout::detail {

/// What stands before a figure of a finding: what it does in its relation, in a word.
[[nodiscard]] std::string_view role_text(const Relation& relation, const Operand& operand, Language language);

} // namespace tieout::detail

#endif
