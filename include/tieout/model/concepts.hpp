// SPDX-License-Identifier: MIT
#ifndef TIEOUT_MODEL_CONCEPTS_HPP
#define TIEOUT_MODEL_CONCEPTS_HPP

// The concepts of a filing: each member with its official term and the words that documents use for it. What output calls
// a figure without a label, and what a reader of documents takes for a part of a filing, are one table.
//
//     term_of("/three_public/vehicles/operation")->zh   ->  "公务用车运行维护费"

#include <tieout/base/language.hpp>
#include <tieout/model/item.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace tieout {

/// One member of a filing, or one of its phases that has a name of its own.
struct Concept {
    /// Pointer of the member, from the root where it begins with a slash; otherwise the end of one.
    std::string_view pointer;
    /// The official term.
    Words term;
    /// What documents call it, separated by |, without years, phases and verbs, in plain brackets; empty where it is told
    /// by its place alone. Of several entries for one member the first has the surest words.
    std::string_view words{};
    /// The phase that the words say by themselves, if they say one.
    std::optional<Phase> phase{};
    /// Figures of it are amounts, or counts.
    bool amount = true;
};

/// In the order of describe.hpp, the name of a member before the names of its phases.
inline constexpr std::array concept_table{
    Concept{"dates/signed", {"落款日期", "date of signing"}},
    Concept{"dates/published", {"发布日期", "date of publication"}},
    Concept{"/staff/authorised",
            {"编制数", "authorised staff"},
            "编制数|人员编制|核定编制|单位核定编制|编制人数|人员编制数|实有人员编制|核定人员编制",
            {},
            false},
    Concept{"/staff/actual",
            {"在职人员数", "actual staff"},
            "在职人员|实有在职在编|实际在职人数|在职在编|在职人数|实有在职人员|年末实有在职人员",
            {},
            false},
    Concept{"authorised", {"编制数", "authorised"}},
    Concept{"actual", {"实际完成值", "actual"}},
    Concept{
        "/income", {"本年收入", "income of the year"}, "本年收入合计|本年收入|本年总收入|收入决算|部门收入"},
    Concept{"/income", {"本年收入", "income of the year"}, "本年财政拨款收入|财政拨款总收入"},
    Concept{"/income",
            {"年初结转和结余", "balance brought forward"},
            "上年结转结余|上年结转|年初结转和结余|年初结转结余|上年结转和结余|年初财政拨款结转和结余",
            Phase::opening},
    Concept{"/income", {"预算收入", "budgeted income"}, "预算收入", Phase::adjusted},
    Concept{"/surplus_used",
            {"使用非财政拨款结余", "surplus used"},
            "使用非财政拨款结余|使用非财政拨款结余和专用结余|用事业基金弥补收支差额"},
    Concept{
        "/total_income", {"收入总计", "total income"}, "收入总计|总收入|部门整体总收入|部门总收入|整体收入"},
    Concept{"/total_income", {"收入总计", "total income"}, "收入合计"},
    Concept{"/expenditure",
            {"本年支出", "expenditure of the year"},
            "本年支出合计|支出合计|本年支出|部门支出|全年支出"},
    Concept{"/expenditure",
            {"本年支出", "expenditure of the year"},
            "总支出|支出总额|部门整体支出|整体支出|总支出决算|全年总支出|年度总支出|本年总支出"},
    Concept{"/expenditure", {"本年支出", "expenditure of the year"}, "财政拨款总支出|财政拨款支出合计"},
    Concept{"/expenditure", {"本年支出", "expenditure of the year"}, "年度资金总额|共支出资金|支出资金"},
    Concept{"/expenditure",
            {"部门预算", "budget of the body"},
            "部门预算|单位预算|部门预算收入|部门预算总额|预算总额|年初部门预算",
            Phase::initial},
    Concept{"/expenditure",
            {"追加预算", "supplementary budget"},
            "追加预算|年中追加|年中追加预算|预算追加|追加资金|追加预算资金",
            Phase::supplementary},
    Concept{"/expenditure",
            {"部门决算", "final accounts of the body"},
            "部门决算|单位决算|决算支出|部门决算支出",
            Phase::executed},
    Concept{"/expenditure",
            {"年末结转和结余", "balance carried forward"},
            "年末结转和结余|年末结转结余|年末结余",
            Phase::closing},
    Concept{
        "/expenditure/basic", {"基本支出", "basic expenditure"}, "基本支出|财政拨款基本支出|基本支出总额"},
    Concept{"/expenditure/basic/personnel",
            {"人员经费", "personnel expenditure"},
            "人员经费|人员经费支出|人员支出"},
    Concept{"/expenditure/basic/operating",
            {"公用经费", "operating expenditure"},
            "公用经费|日常公用经费|公用经费支出|日常公用经费支出|日常公用支出|公用支出"},
    Concept{"/expenditure/project",
            {"项目支出", "project expenditure"},
            "项目支出|项目支出总资金|项目资金|项目经费|项目|项目资金支出|项目支出总额"},
    Concept{"/expenditure/project",
            {"上年结转项目经费", "project funds brought forward"},
            "上年结转项目经费|项目上年结转",
            Phase::opening},
    Concept{"/expenditure/project/operation",
            {"运行维护经费", "operation and maintenance"},
            "运行维护经费|运行维护费支出"},
    Concept{"/expenditure/project/special", {"专项资金", "special funds"}, "专项资金|专项经费|专项资金支出"},
    Concept{"project/construction", {"基本建设类项目", "construction projects"}},
    Concept{"project/key", {"重点项目支出", "key projects"}},
    Concept{"/expenditure/remitted", {"上缴上级支出", "remitted to higher bodies"}, "上缴上级支出"},
    Concept{"/expenditure/business", {"经营支出", "business expenditure"}, "经营支出"},
    Concept{"/expenditure/subsidised",
            {"对附属单位补助支出", "passed on to affiliates"},
            "对附属单位补助支出|对附属单位补助"},
    Concept{"/distribution", {"结余分配", "surplus distributed"}, "结余分配"},
    Concept{"/total_expenditure", {"支出总计", "total expenditure"}, "支出总计"},
    Concept{"/three_public",
            {"“三公”经费", "three public expenses"},
            "“三公”经费|三公经费|“三公”经费支出|三公经费支出|三公经费合计|“三公”经费总额"},
    Concept{"/three_public/abroad",
            {"因公出国(境)费", "travel abroad"},
            "因公出国(境)费|因公出国(境)费用|因公出国(境)经费|因公出国(境)费支出|因公出国(境)费用支出|"
            "因公出国(境)支出|出国经费|出国(境)费|出国(境)经费|因公出国费|因公出国(境)"},
    Concept{"/three_public/vehicles",
            {"公务用车购置及运行维护费", "vehicles"},
            "公务用车购置及运行维护费|公务用车购置及运行费|公务用车购置及运行维护费支出|"
            "公务用车购置和维护经费|公务用车购置和运行维护费|公务用车购置及运行维护经费|公车购置及运行费|"
            "公务用车费|公务用车购置及运行费支出"},
    Concept{"/three_public/vehicles/purchase",
            {"公务用车购置费", "purchase of vehicles"},
            "公务用车购置费|公务用车购置|公车购置|公务用车购置支出|公车购置费|公务用车购置费支出"},
    Concept{"/three_public/vehicles/operation",
            {"公务用车运行维护费", "operation of vehicles"},
            "公务用车运行维护费|公务用车运行维护|公车运行维护|公务用车运行费|公务用车运行维护支出|"
            "公车运行维护费|公务用车运行维护费支出|公务用车运行维护经费"},
    Concept{"/three_public/reception",
            {"公务接待费", "receptions"},
            "公务接待费|公务接待|公务接待费用|公务接待费支出|公务接待费用支出|公务接待经费|接待费"},
    Concept{"/three_public/reception/domestic",
            {"国内接待费", "receptions at home"},
            "国内接待费|国内接待费支出|国内公务接待费|国内公务接待支出|外宾以外接待费"},
    Concept{"/three_public/reception/abroad",
            {"国(境)外接待费", "receptions abroad"},
            "国(境)外接待费|国(境)外接待费支出|国(境)外公务接待支出"},
    Concept{"/three_public/reception/groups",
            {"接待批次", "receptions held"},
            "国内公务接待批次|接待批次|公务接待批次",
            {},
            false},
    Concept{"/three_public/reception/guests",
            {"接待人次", "guests received"},
            "国内公务接待人次|接待人次|公务接待人次",
            {},
            false},
    Concept{"/procurement",
            {"政府采购", "government procurement"},
            "政府采购|政府采购金额|政府采购支出总额|政府采购总额|政府采购支出|政府采购预算"},
    Concept{"/procurement/goods", {"货物采购", "goods procured"}, "政府采购货物支出|货物支出|货物类"},
    Concept{"/procurement/works", {"工程采购", "works procured"}, "政府采购工程支出|工程支出|工程类"},
    Concept{"/procurement/services", {"服务采购", "services procured"}, "政府采购服务支出|服务支出|服务类"},
    Concept{"/procurement/sme_reserved",
            {"授予中小企业合同金额", "awarded to small and medium firms"},
            "授予中小企业合同金额|授予中小企业合同"},
    Concept{"/procurement/small_reserved",
            {"授予小微企业合同金额", "awarded to small firms"},
            "授予小微企业合同金额|授予小微企业合同"},
    Concept{"/operating_cost",
            {"机关运行经费", "operating cost of the organs"},
            "机关运行经费|机关运行经费支出|机关运行经费财政拨款"},
    Concept{"/assets", {"资产", "assets"}, "资产合计|资产总额|资产总计|总资产|资产", Phase::closing},
    Concept{"/assets/current",
            {"流动资产", "current assets"},
            "流动资产|流动资产合计|流动资产为其他应收款",
            Phase::closing},
    Concept{"/assets/fixed", {"固定资产原值", "fixed assets"}, "固定资产|固定资产原值", Phase::closing},
    Concept{"/assets/depreciation",
            {"累计折旧", "accumulated depreciation"},
            "累计折旧|固定资产累计折旧|减累计折旧|减：累计折旧",
            Phase::closing},
    Concept{"/assets/fixed_net", {"固定资产净值", "fixed assets, net"}, "固定资产净值", Phase::closing},
    Concept{"assets/other", {"其他资产", "other assets"}},
    Concept{"fixed_increase", {"本年增加固定资产", "fixed assets added"}},
    Concept{"fixed_decrease", {"本年减少固定资产", "fixed assets retired"}},
    Concept{"fixed_in_use", {"在用固定资产", "fixed assets in use"}},
    Concept{"/assets/liabilities", {"负债", "liabilities"}, "负债|负债合计|负债总额|总负债", Phase::closing},
    Concept{"/assets/net_assets", {"净资产", "net assets"}, "净资产|净资产合计", Phase::closing},
    Concept{"work/planned", {"计划工作数", "work planned"}},
    Concept{"work/completed", {"实际完成工作数", "work completed"}},
    Concept{"work/timely", {"及时完成工作数", "work completed in time"}},
    Concept{"work/qualified", {"质量达标工作数", "work up to standard"}},
    Concept{"work/key_assigned", {"交办重点工作数", "key work assigned"}},
    Concept{"work/key_completed", {"重点工作完成数", "key work completed"}},
    Concept{"work/surveyed", {"被调查人数", "persons surveyed"}},
    Concept{"work/satisfied", {"满意人数", "persons satisfied"}},
    Concept{"progress_actual", {"实际支付进度", "actual progress of payment"}},
    Concept{"progress_planned", {"既定支付进度", "planned progress of payment"}},
    Concept{"output_planned", {"计划产出数", "planned output"}},
    Concept{"output_actual", {"实际产出数", "actual output"}},
    Concept{"output_timely", {"及时完成数", "output in time"}},
    Concept{"output_qualified", {"质量达标产出数", "output up to standard"}},
    Concept{"time_planned", {"计划完成时间", "planned time"}},
    Concept{"time_actual", {"实际完成时间", "actual time"}},
    Concept{"cost_planned", {"计划成本", "planned cost"}},
    Concept{"cost_actual", {"实际成本", "actual cost"}},
    Concept{"funds_planned", {"计划投入资金", "funds planned"}},
    Concept{"funds_due", {"应到位资金", "funds due"}},
    Concept{"funds_timely", {"及时到位资金", "funds received in time"}},
    Concept{"evaluation/budget", {"年度资金总额", "budget of the year"}},
    Concept{"budget/weight", {"预算执行率分值", "weight of budget execution"}},
    Concept{"budget/score", {"预算执行率得分", "score of budget execution"}},
    Concept{"evaluation/weight", {"总分值", "total weight"}},
    Concept{"evaluation/score", {"总得分", "total score"}},
    Concept{"weight", {"分值", "weight"}},
    Concept{"score", {"得分", "score"}},
    Concept{"target", {"指标值", "target"}},
    Concept{"shares", {"占比", "share"}},
    Concept{"growth", {"增长率", "growth"}},
    Concept{"changes", {"增减额", "change"}},
    Concept{"rates", {"列报比率", "stated rate"}},
};

/// The term of the member at the end of this pointer, by its longest entry; the first of equals.
[[nodiscard]] constexpr std::optional<Words> term_of(std::string_view pointer) noexcept {
    const Concept* best = nullptr;
    for (const Concept& entry : concept_table) {
        // Most entries end otherwise, and are told by their last character.
        if (pointer.empty() || pointer.back() != entry.pointer.back()) continue;
        const bool whole = entry.pointer.starts_with('/');
        const bool fits = whole ? pointer == entry.pointer
                                : pointer.ends_with(entry.pointer) && pointer.size() > entry.pointer.size() &&
                                      pointer[pointer.size() - entry.pointer.size() - 1] == '/';
        if (fits && (best == nullptr || entry.pointer.size() > best->pointer.size())) best = &entry;
    }
    if (best == nullptr) return std::nullopt;
    return best->term;
}

} // namespace tieout

#endif
