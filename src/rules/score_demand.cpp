// SPDX-License-Identifier: MIT
#include <tieout/rules/score_demand.hpp>

#include <array>

namespace tieout {
namespace {

constexpr std::array<ScoreDemand, 9> demands{{
    {"S01",
     "row_score_follows_the_method",
     Severity::error,
     {"得分等于按评分办法算出的分数", "The score of a row is what the method gives."}},
    {"S02",
     "judged_score_within_its_range",
     Severity::error,
     {"评定的得分在评分办法规定的区间内", "A judged score lies in the range that the method leaves."}},
    {"S03",
     "actual_value_is_the_ratio",
     Severity::error,
     {"指标完成值等于按公式算出的比率", "The actual value of a row is the ratio that it is named after."}},
    {"S04",
     "scores_make_the_total_as_the_profile_counts",
     Severity::error,
     {"各行得分按评分办法计入后等于总分",
      "The scores make the total, the budget row counted as the profile says."}},
    {"S05",
     "weights_make_the_total_as_the_profile_counts",
     Severity::error,
     {"各行分值按评分办法计入后等于总分值",
      "The weights make the points that the profile has in all, the budget row counted as it says."}},
    {"S06",
     "weights_in_principle",
     Severity::warning,
     {"一级指标和预算执行率的分值与评分办法的原则规定一致",
      "Headings and the budget row have the weights that the profile gives them in principle."}},
    {"S07",
     "total_within_its_cap",
     Severity::error,
     {"总分不超过其他指标规定的上限", "The total does not exceed what another indicator allows."}},
    {"S08",
     "grade_follows_the_total",
     Severity::error,
     {"评价等级与总分所在分数段一致", "The grade is that of the total."}},
    {"S09",
     "total_follows_the_method",
     Severity::error,
     {"总分等于按评分办法重算的总分", "The total is what the method gives in all."}},
}};

} // namespace

std::span<const ScoreDemand> score_demands() noexcept { return demands; }

const ScoreDemand* find_score_demand(std::string_view code) noexcept {
    for (const ScoreDemand& demand : demands)
        if (demand.code == code) return &demand;
    return nullptr;
}

} // namespace tieout
