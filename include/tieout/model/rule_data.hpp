// SPDX-License-Identifier: MIT
#ifndef TIEOUT_MODEL_RULE_DATA_HPP
#define TIEOUT_MODEL_RULE_DATA_HPP

// A rule as a file of rules has it: what it demands, as a relation between figures of the model, and the examples that show
// it. RuleSet::with makes a rule of it.

#include <tieout/model/filing.hpp>
#include <tieout/relations/relation.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace tieout {

struct RuleData {
    /// Where something stands in the file; lines and columns count from 1, and 0 says that there is no file.
    struct Place {
        std::size_t line = 0;
        std::size_t column = 0;
        std::string pointer{};
    };
    /// A filing in JSON that shows what the rule demands.
    struct Example {
        std::string json{};
        Place place{};
    };
    /// Where it is written.
    struct Source {
        std::string document{};
        std::string clause{};
        /// Nobody has had the text in hand.
        bool unverified = false;
    };
    std::string code{};
    Place code_place{};
    std::string name{};
    Severity severity = Severity::error;
    /// The demand in words.
    std::string demand_zh{};
    std::string demand_en{};
    Source source{};
    /// Kind and figures, by their JSON pointers; nothing else of it is used. It is stated of a filing that states them all.
    StatedRelation relation{};
    /// The smallest filing that keeps the rule, and the smallest that breaks it, as JSON.
    Example passing{};
    Example failing{};
    /// Filings that look as if they broke it, and do not: at most three.
    std::vector<Example> counter_examples{};
    /// All of it, as its file has it.
    std::string text{};
};

} // namespace tieout

#endif
