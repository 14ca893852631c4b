// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_WRITE_FINDINGS_HPP
#define TIEOUT_SRC_WRITE_FINDINGS_HPP

// What is wrong with a document or to be looked at, as one list, for the formats that other programs read.

#include <tieout/base/language.hpp>
#include <tieout/rules/report.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// A finding with its words.
struct Finding {
    using Level = tieout::Finding::Level;
    Level level = Level::error;
    /// The code of its rule; "own" for what the document itself states, J01 for checks that are impossible together.
    std::string_view code{};
    /// Stable between drafts of a document.
    std::string id{};
    /// What is demanded, and the figures written out.
    std::string demand{};
    std::string arithmetic{};
    /// The figure that the others lead to, or the first.
    const Figure* figure = nullptr;
    /// All others, each once.
    std::vector<const Figure*> others{};
    /// The check; null where it is several together.
    const Check* check = nullptr;
};

/// Errors, then what is impossible together, then warnings, what is for information only and what is to be looked at, each in
/// the order of the checks.
[[nodiscard]] std::vector<Finding> findings_of(const ReportView& report, const Names& names,
                                               Language language);

/// The code of a relation in these formats.
[[nodiscard]] std::string_view finding_code(const Relation& relation) noexcept;

/// Demand and arithmetic in one text.
[[nodiscard]] std::string message_of(const Finding& finding);

} // namespace tieout::detail

#endif
