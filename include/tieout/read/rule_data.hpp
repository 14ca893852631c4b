// SPDX-License-Identifier: MIT
#ifndef TIEOUT_READ_RULE_DATA_HPP
#define TIEOUT_READ_RULE_DATA_HPP

// Reads files of rules. What cannot be understood is a located problem. load_rules() makes a set of rules of them, and tries
// their examples.

#include <tieout/base/export.hpp>
#include <tieout/base/problem.hpp>
#include <tieout/model/rule_data.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// What was read from one text: the rules as far as they were understood, and everything that was not.
struct RuleDataDocument {
    std::string source{};
    std::vector<RuleData> rules{};
    /// In the order of the text.
    std::vector<Problem> problems{};
};

/// The form of the text is docs/rules.schema.json.
TIEOUT_API [[nodiscard]] RuleDataDocument read_rule_data(std::string_view json, std::string_view source);

} // namespace tieout

#endif
