// SPDX-License-Identifier: MIT
#ifndef TIEOUT_MODEL_TERMS_HPP
#define TIEOUT_MODEL_TERMS_HPP

// The official terms of the members of a filing: what output calls a figure that the document gives no label.
//
//     term_of("/three_public/vehicles/operation")->zh   ->  "公务用车运行维护费"

#include <tieout/base/language.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace tieout {

/// The end of a pointer to a member, and its term. An entry that begins with a slash is the whole pointer.
struct MemberTerm {
    std::string_view path;
    Words term;
};

inline constexpr std::array member_terms{
    MemberTerm{"dates/signed", {"落款日期", "date of signing"}},
    MemberTerm{"dates/published", {"发布日期", "date of publication"}},
    MemberTerm{"staff/authorised", {"编制数", "authorised staff"}},
    MemberTerm{"staff/actual", {"在职人员数", "actual staff"}},
    MemberTerm{"authorised", {"编制数", "authorised"}},
    MemberTerm{"actual", {"实际完成值", "actual"}},
    MemberTerm{"/income", {"本年收入", "income of the year"}},
    MemberTerm{"surplus_used", {"使用非财政拨款结余", "surplus used"}},
    MemberTerm{"total_income", {"收入总计", "total income"}},
    MemberTerm{"/expenditure", {"本年支出", "expenditure of the year"}},
    MemberTerm{"expenditure/basic", {"基本支出", "basic expenditure"}},
    MemberTerm{"basic/personnel", {"人员经费", "personnel expenditure"}},
    MemberTerm{"basic/operating", {"公用经费", "operating expenditure"}},
    MemberTerm{"expenditure/project", {"项目支出", "project expenditure"}},
    MemberTerm{"project/operation", {"运行维护经费", "operation and maintenance"}},
    MemberTerm{"project/special", {"专项资金", "special funds"}},
    MemberTerm{"project/construction", {"基本建设类项目", "construction projects"}},
    MemberTerm{"project/key", {"重点项目支出", "key projects"}},
    MemberTerm{"remitted", {"上缴上级支出", "remitted to higher bodies"}},
    MemberTerm{"expenditure/business", {"经营支出", "business expenditure"}},
    MemberTerm{"subsidised", {"对附属单位补助支出", "passed on to affiliates"}},
    MemberTerm{"distribution", {"结余分配", "surplus distributed"}},
    MemberTerm{"total_expenditure", {"支出总计", "total expenditure"}},
    MemberTerm{"/three_public", {"“三公”经费", "three public expenses"}},
    MemberTerm{"three_public/abroad", {"因公出国(境)费", "travel abroad"}},
    MemberTerm{"three_public/vehicles", {"公务用车购置及运行维护费", "vehicles"}},
    MemberTerm{"vehicles/purchase", {"公务用车购置费", "purchase of vehicles"}},
    MemberTerm{"vehicles/operation", {"公务用车运行维护费", "operation of vehicles"}},
    MemberTerm{"three_public/reception", {"公务接待费", "receptions"}},
    MemberTerm{"reception/domestic", {"国内接待费", "receptions at home"}},
    MemberTerm{"reception/abroad", {"国(境)外接待费", "receptions abroad"}},
    MemberTerm{"reception/groups", {"接待批次", "receptions held"}},
    MemberTerm{"reception/guests", {"接待人次", "guests received"}},
    MemberTerm{"/procurement", {"政府采购", "government procurement"}},
    MemberTerm{"procurement/goods", {"货物采购", "goods procured"}},
    MemberTerm{"procurement/works", {"工程采购", "works procured"}},
    MemberTerm{"procurement/services", {"服务采购", "services procured"}},
    MemberTerm{"sme_reserved", {"授予中小企业合同金额", "awarded to small and medium firms"}},
    MemberTerm{"small_reserved", {"授予小微企业合同金额", "awarded to small firms"}},
    MemberTerm{"operating_cost", {"机关运行经费", "operating cost of the organs"}},
    MemberTerm{"/assets", {"资产", "assets"}},
    MemberTerm{"assets/current", {"流动资产", "current assets"}},
    MemberTerm{"assets/fixed", {"固定资产原值", "fixed assets"}},
    MemberTerm{"assets/depreciation", {"累计折旧", "accumulated depreciation"}},
    MemberTerm{"assets/fixed_net", {"固定资产净值", "fixed assets, net"}},
    MemberTerm{"assets/other", {"其他资产", "other assets"}},
    MemberTerm{"fixed_increase", {"本年增加固定资产", "fixed assets added"}},
    MemberTerm{"fixed_decrease", {"本年减少固定资产", "fixed assets retired"}},
    MemberTerm{"fixed_in_use", {"在用固定资产", "fixed assets in use"}},
    MemberTerm{"liabilities", {"负债", "liabilities"}},
    MemberTerm{"net_assets", {"净资产", "net assets"}},
    MemberTerm{"work/planned", {"计划工作数", "work planned"}},
    MemberTerm{"work/completed", {"实际完成工作数", "work completed"}},
    MemberTerm{"work/timely", {"及时完成工作数", "work completed in time"}},
    MemberTerm{"work/qualified", {"质量达标工作数", "work up to standard"}},
    MemberTerm{"work/key_assigned", {"交办重点工作数", "key work assigned"}},
    MemberTerm{"work/key_completed", {"重点工作完成数", "key work completed"}},
    MemberTerm{"work/surveyed", {"被调查人数", "persons surveyed"}},
    MemberTerm{"work/satisfied", {"满意人数", "persons satisfied"}},
    MemberTerm{"progress_actual", {"实际支付进度", "actual progress of payment"}},
    MemberTerm{"progress_planned", {"既定支付进度", "planned progress of payment"}},
    MemberTerm{"output_planned", {"计划产出数", "planned output"}},
    MemberTerm{"output_actual", {"实际产出数", "actual output"}},
    MemberTerm{"output_timely", {"及时完成数", "output in time"}},
    MemberTerm{"output_qualified", {"质量达标产出数", "output up to standard"}},
    MemberTerm{"time_planned", {"计划完成时间", "planned time"}},
    MemberTerm{"time_actual", {"实际完成时间", "actual time"}},
    MemberTerm{"cost_planned", {"计划成本", "planned cost"}},
    MemberTerm{"cost_actual", {"实际成本", "actual cost"}},
    MemberTerm{"funds_planned", {"计划投入资金", "funds planned"}},
    MemberTerm{"funds_due", {"应到位资金", "funds due"}},
    MemberTerm{"funds_timely", {"及时到位资金", "funds received in time"}},
    MemberTerm{"evaluation/budget", {"年度资金总额", "budget of the year"}},
    MemberTerm{"budget/weight", {"预算执行率分值", "weight of budget execution"}},
    MemberTerm{"budget/score", {"预算执行率得分", "score of budget execution"}},
    MemberTerm{"evaluation/weight", {"总分值", "total weight"}},
    MemberTerm{"evaluation/score", {"总得分", "total score"}},
    MemberTerm{"weight", {"分值", "weight"}},
    MemberTerm{"score", {"得分", "score"}},
    MemberTerm{"target", {"指标值", "target"}},
    MemberTerm{"shares", {"占比", "share"}},
    MemberTerm{"growth", {"增长率", "growth"}},
    MemberTerm{"changes", {"增减额", "change"}},
    MemberTerm{"rates", {"列报比率", "stated rate"}},
};

/// The term of the member at the end of this pointer, by its longest entry.
[[nodiscard]] constexpr std::optional<Words> term_of(std::string_view pointer) noexcept {
    const MemberTerm* best = nullptr;
    for (const MemberTerm& entry : member_terms) {
        // Most entries end otherwise, and are told by their last character.
        if (pointer.empty() || pointer.back() != entry.path.back()) continue;
        const bool whole = entry.path.starts_with('/');
        const bool fits = whole ? pointer == entry.path
                                : pointer.ends_with(entry.path) && pointer.size() > entry.path.size() &&
                                      pointer[pointer.size() - entry.path.size() - 1] == '/';
        if (fits && (best == nullptr || entry.path.size() > best->path.size())) best = &entry;
    }
    if (best == nullptr) return std::nullopt;
    return best->term;
}

} // namespace tieout

#endif
