// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_JSON_VALUE_HPP
#define TIEOUT_WRITE_JSON_VALUE_HPP

// JSON as the writers build it: objects keep the order in which their members were added.

#include <tieout/write/json.hpp>

#include <nlohmann/json.hpp>

#include <span>
#include <string>

namespace tieout::detail {

using Json = nlohmann::ordered_json;

[[nodiscard]] std::string dumped(const Json& value, JsonLayout layout);
/// The members that every document has in the output: where it is from.
[[nodiscard]] Json head_json(const DocumentInfo& document);
[[nodiscard]] Json problems_json(std::span<const Problem> problems, Language language);

} // namespace tieout::detail

#endif
