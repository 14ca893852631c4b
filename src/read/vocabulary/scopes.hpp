// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_SCOPES_HPP
#define TIEOUT_SRC_READ_VOCABULARY_SCOPES_HPP

// Whose figures the name of a table, or a heading over tables, says that they are: 全市, 市本级, 某局本级, 某中心.

#include <string_view>

namespace tieout::detail {

/// The words of a name that say whose figures they are; nothing if none do: 某中心支出决算表 → 某中心.
[[nodiscard]] std::string_view scope_in_name(std::string_view name) noexcept;
/// Whether a heading is nothing but that: 二、市本级.
[[nodiscard]] std::string_view scope_of_heading(std::string_view heading) noexcept;
/// Whether two such words name different ones. 某局 and 某市某局 are one; 某局 and 局本级, or 某局 and 某局某站, are not.
[[nodiscard]] bool differ_in_scope(std::string_view one, std::string_view other) noexcept;

} // namespace tieout::detail

#endif
