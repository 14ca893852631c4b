// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_SCORE_HPP
#define TIEOUT_WRITE_SCORE_HPP

// Prints scored trees and the profiles that they are scored by. The page docs/profiles.md is what
// profiles_markdown() gives.
//
//     const Score result = score(filing, profile);
//     const Report report = check(filing, profile);
//     std::cout << score_text({"yiyang.json"}, result, report, Names(report), {.language = Language::en});

#include <tieout/base/export.hpp>
#include <tieout/score/score.hpp>
#include <tieout/write/json.hpp>
#include <tieout/write/text.hpp>

#include <span>
#include <string>

namespace tieout {

/// The tree with weights, stated and recomputed scores, and how they came about; then what is broken of them.
TIEOUT_API [[nodiscard]] std::string score_text(const DocumentInfo& document, const Score& score,
                                                const ReportView& report, const Names& names,
                                                const TextOptions& options);

/// The same as one JSON object, the rows nested as the indicators are.
TIEOUT_API [[nodiscard]] std::string score_json(const DocumentInfo& document, const Score& score,
                                                const ReportView& report, const Names& names,
                                                std::span<const Problem> problems, Language language,
                                                JsonLayout layout = JsonLayout::indented);

/// Whether a check is of scores, weights or grade.
TIEOUT_API [[nodiscard]] bool is_of_scores(const Relation& relation) noexcept;

/// Every profile on one line: name, version, title.
TIEOUT_API [[nodiscard]] std::string profiles_text(std::span<const Profile* const> profiles,
                                                   const TextOptions& options);
TIEOUT_API [[nodiscard]] std::string profiles_json(std::span<const Profile* const> profiles,
                                                   Language language);

/// One profile: what it weighs, by which methods, and where each number is written.
TIEOUT_API [[nodiscard]] std::string profile_text(const Profile& profile, const TextOptions& options);

/// All of them, and the primitives, as a page in Markdown.
TIEOUT_API [[nodiscard]] std::string profiles_markdown(std::span<const Profile* const> profiles);

} // namespace tieout

#endif
