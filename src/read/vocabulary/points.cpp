// SPDX-License-Identifier: MIT
#include "read/vocabulary/points.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>

namespace tieout::detail {

namespace {

using At = PointWord::At;
/// The first that fits counts.
constexpr PointWord point_word_list[] = {
    {PointRow::last, "最终", At::start, "最终得分", ""},
    {PointRow::last, "最后得分", At::whole, "最后得分", ""},
    {PointRow::last, "实得分", At::whole, "实得分", ""},
    {PointRow::last, "实际得分", At::whole, "实际得分", ""},
    {PointRow::last, "综合得分", At::whole, "综合得分", ""},
    {PointRow::last, "折算得分", At::whole, "折算得分", ""},
    {PointRow::last, "折算后得分", At::whole, "折算后得分", ""},
    {PointRow::last, "考核得分", At::whole, "考核得分", ""},
    {PointRow::last, "评定得分", At::whole, "评定得分", ""},
    {PointRow::bonus, "加分", At::end, "创新加分", "创新得分"},
    {PointRow::bonus, "加分项", At::start, "加分项目", "加分析报告数"},
    {PointRow::bonus, "加分项", At::end, "创新加分项", ""},
    {PointRow::bonus, "加分指标", At::end, "加分指标", "增加分析指标"},
    {PointRow::bonus, "加分因素", At::end, "加分因素", ""},
    {PointRow::bonus, "附加分", At::start, "附加分", "附加值提升率"},
    {PointRow::bonus, "附加项", At::start, "附加项", ""},
    {PointRow::bonus, "奖励分", At::start, "奖励分", "奖励资金发放率"},
    {PointRow::bonus, "加减分", At::start, "加减分项", ""},
    {PointRow::deduction, "扣分", At::start, "扣分项", ""},
    {PointRow::deduction, "扣分", At::end, "违规扣分", ""},
    {PointRow::deduction, "扣分项", At::end, "违规扣分项", ""},
    {PointRow::deduction, "扣减分", At::start, "扣减分值", "扣减比例"},
    {PointRow::deduction, "倒扣", At::start, "倒扣分", ""},
    {PointRow::deduction, "减分", At::start, "减分项", "减分析"},
    {PointRow::deduction, "减分项", At::end, "减分项", ""},
    {PointRow::deduction, "扣分指标", At::end, "扣分指标", ""},
    {PointRow::subtotal, "小计", At::start, "小计", ""},
    {PointRow::subtotal, "小计", At::end, "产出指标小计", ""},
    {PointRow::subtotal, "小结", At::whole, "小结", ""},
    {PointRow::total, "总分", At::whole, "总分", "总分馆建设"},
    {PointRow::total, "总分值", At::whole, "总分值", ""},
    {PointRow::total, "总得分", At::whole, "总得分", ""},
    {PointRow::total, "合计", At::whole, "合计", ""},
    {PointRow::total, "总计", At::whole, "总计", ""},
    {PointRow::total, "共计", At::whole, "共计", ""},
    {PointRow::total, "合计得分", At::whole, "合计得分", ""},
    {PointRow::total, "得分合计", At::end, "得分合计", ""},
    {PointRow::total, "分值合计", At::end, "分值合计", ""},
    {PointRow::total, "总评分", At::whole, "总评分", ""},
    {PointRow::total, "自评总分", At::whole, "自评总分", ""},
    {PointRow::total, "评价总分", At::whole, "评价总分", ""},
    {PointRow::total, "总体得分", At::whole, "总体得分", ""},
    {PointRow::total, "总得分", At::end, "考核总得分", ""},
    {PointRow::total, "总分", At::end, "考核总分", "总分馆"},
    {PointRow::subtotal, "合计", At::end, "基础分合计", "合计"},
    {PointRow::within, "其中", At::start, "其中：数量", ""},
    {PointRow::within, "其：中", At::start, "其：中数量", ""},
};

/// Names of the two tiers that the forms of self-evaluation have, without 指标 behind them.
constexpr std::array<std::string_view, 9> first_tier{"决策",   "过程",     "投入", "管理", "产出",
                                                     "满意度", "项目效益", "效益", "履职"};
constexpr std::array<std::string_view, 15> second_tier{
    "数量",       "质量",     "时效",     "成本",           "社会",     "经济",     "生态",    "可持续",
    "可持续影响", "社会效益", "经济效益", "服务对象满意度", "生态效益", "项目立项", "绩效目标"};

} // namespace

std::span<const PointWord> point_words() noexcept { return point_word_list; }

PointRow point_row_of(std::string_view label) noexcept {
    for (const PointWord& entry : point_word_list)
        if (entry.at == At::whole   ? label == entry.word
            : entry.at == At::start ? begins_with(label, entry.word)
                                    : ends_with(label, entry.word)) {
            // 加分析报告 goes on with a word of its own.
            if (entry.at == At::start && label.substr(entry.word.size()).starts_with("析")) continue;
            return entry.is;
        }
    return PointRow::listed;
}

ScoreScale scale_of_score(std::string_view head) noexcept {
    const auto any = [&](const auto& words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return head.find(word) != head.npos; });
    };
    constexpr std::array<std::string_view, 4> hundred{"百分制", "折算前", "换算前", "原始"};
    constexpr std::array<std::string_view, 5> weighted{"加权", "折算", "换算", "折合", "权重得分"};
    if (any(hundred)) return ScoreScale::hundred;
    return any(weighted) ? ScoreScale::weighted : ScoreScale::points;
}

bool counts_points(std::string_view head) noexcept { return head.find("权重") == head.npos; }

int tier_of_scheme(std::string_view name) noexcept {
    constexpr std::string_view indicator = "指标";
    if (name.size() > indicator.size() && name.ends_with(indicator)) name.remove_suffix(indicator.size());
    const auto is = [&](std::string_view word) { return name == word; };
    if (std::any_of(first_tier.begin(), first_tier.end(), is)) return 1;
    return std::any_of(second_tier.begin(), second_tier.end(), is) ? 2 : 0;
}

} // namespace tieout::detail
