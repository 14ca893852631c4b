// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_SCORE_SCORE_PARTS_HPP
#define TIEOUT_SRC_SCORE_SCORE_PARTS_HPP

// What recomputing scores and stating their relations share: the values behind a row, and what a cap allows.

#include <tieout/score/score.hpp>

#include <optional>

namespace tieout::detail {

/// What a figure stands for, in the base unit; `finest` is the finest scale beside it.
[[nodiscard]] Interval interval_in_base(const Figure& figure, std::optional<int> finest,
                                        const CheckOptions& options);

/// What a ratio is of in this filing.
[[nodiscard]] RatioSubject subject_of(const Filing& filing, const RatioEntry& entry);

/// The value of a ratio, as printed and within its rounding; nothing where a figure is missing or the divisor may not
/// be positive.
[[nodiscard]] std::optional<RowValue> ratio_value(const Filing& filing, const RatioEntry& entry,
                                                  bool initial_budget, const CheckOptions& options);

/// The points that a cap allows in all; nothing where what decides is not stated.
[[nodiscard]] std::optional<Points> cap_of(const Filing& filing, const Profile& profile, const CapRule& rule,
                                           const CheckOptions& options);

} // namespace tieout::detail

#endif
