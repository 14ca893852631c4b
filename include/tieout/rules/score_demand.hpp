// SPDX-License-Identifier: MIT
#ifndef TIEOUT_RULES_SCORE_DEMAND_HPP
#define TIEOUT_RULES_SCORE_DEMAND_HPP

// What is demanded of scores, one line each. They are stated where a filing is checked by a profile.

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/relations/relation.hpp>

#include <span>
#include <string_view>

namespace tieout {

/// What is demanded of a scored filing: codes, and words for them.
struct ScoreDemand {
    /// Permanent: S01 …
    std::string_view code;
    std::string_view name;
    Severity severity;
    Words demand;
};
TIEOUT_API [[nodiscard]] std::span<const ScoreDemand> score_demands() noexcept;
TIEOUT_API [[nodiscard]] const ScoreDemand* find_score_demand(std::string_view code) noexcept;

} // namespace tieout

#endif
