// SPDX-License-Identifier: MIT
#include <tieout/facts/dimension.hpp>

#include <array>
#include <utility>

namespace tieout::facts {
namespace {

using enum Belongs;

/// 收支性质. What was carried in or out may be negative, so that these two bound nothing.
Dimension flow() {
    return Dimension::tree("flow", {{"total_income", "", part, "收入总计"},
                                    {"income", "total_income", needed, "本年收入"},
                                    {"surplus_used", "total_income", silent, "使用非财政拨款结余"},
                                    {"opening", "total_income", needed, "年初结转和结余"},
                                    {"total_expenditure", "", part, "支出总计"},
                                    {"expenditure", "total_expenditure", needed, "本年支出"},
                                    {"distribution", "total_expenditure", silent, "结余分配"},
                                    {"closing", "total_expenditure", needed, "年末结转和结余"}})
        .bounding()
        .called("收支性质");
}

/// 资金来源.
Dimension fund() {
    return Dimension::tree("fund", {{"fiscal", "*", part, "财政拨款"},
                                    {"general", "fiscal", part, "一般公共预算财政拨款"},
                                    {"government", "fiscal", part, "政府性基金预算财政拨款"},
                                    {"state_capital", "fiscal", part, "国有资本经营预算财政拨款"},
                                    {"social_insurance", "*", part, "社会保险基金"},
                                    {"special_account", "*", part, "财政专户管理资金"},
                                    {"unit_funds", "*", part, "单位资金"},
                                    {"superior", "unit_funds", part, "上级补助收入"},
                                    {"institutional", "unit_funds", part, "事业收入"},
                                    {"trading", "unit_funds", part, "经营收入"},
                                    {"affiliated", "unit_funds", part, "附属单位上缴收入"},
                                    {"other", "unit_funds", part, "其他收入"},
                                    {"carried_over", "*", part, "上年结转资金"}})
        .bounding()
        .called("资金来源");
}

/// 支出类型.
Dimension type() {
    return Dimension::tree("type", {{"basic", "*", needed, "基本支出"},
                                    {"personnel", "basic", needed, "人员经费"},
                                    {"operating", "basic", needed, "公用经费"},
                                    {"project", "*", needed, "项目支出"},
                                    {"operation", "project", part, "运行维护经费"},
                                    {"work", "project", part, "业务工作经费"},
                                    {"special", "project", part, "专项资金"},
                                    {"construction", "project", of_which, "基本建设类项目"},
                                    {"key", "project", of_which, "重点项目"},
                                    {"remitted", "*", part, "上缴上级支出"},
                                    {"trading", "*", part, "经营支出"},
                                    {"subsidised", "*", part, "对附属单位补助支出"}})
        .called("支出类型");
}

/// 专门事项. They overlap, and are no parts of one whole.
Dimension item() {
    return Dimension::tree("item",
                           {{"three_public", "", part, "“三公”经费"},
                            {"abroad", "three_public", needed, "因公出国（境）费"},
                            {"vehicles", "three_public", needed, "公务用车购置及运行维护费"},
                            {"purchase", "vehicles", needed, "公务用车购置费"},
                            {"operation", "vehicles", needed, "公务用车运行维护费"},
                            {"reception", "three_public", needed, "公务接待费"},
                            {"domestic", "reception", needed, "国内接待费"},
                            {"foreign_guests", "domestic", of_which, "外事接待费"},
                            {"reception_abroad", "reception", needed, "国（境）外接待费"},
                            {"meetings", "", part, "会议费"},
                            {"training", "", part, "培训费"},
                            {"operating_cost", "", part, "机关运行经费"},
                            {"administrative", "operating_cost", part, "行政单位"},
                            {"like_civil_service", "operating_cost", part, "参照公务员法管理事业单位"},
                            {"procurement", "", part, "政府采购"},
                            {"goods", "procurement", needed, "货物"},
                            {"works", "procurement", needed, "工程"},
                            {"services", "procurement", needed, "服务"},
                            {"sme", "procurement", of_which, "授予中小企业合同金额"},
                            {"small", "sme", of_which, "授予小微企业合同金额"},
                            {"vehicles_kept", "", part, "车辆"},
                            {"evaluated", "", part, "年度资金总额"}})
        .called("专门事项");
}

std::array<Dimension, 9> made() {
    return {flow(),
            fund(),
            type(),
            Dimension::codes("function", {3, 5, 7}).called("支出功能分类"),
            Dimension::codes("economic", {3, 5}).called("支出经济分类"),
            item(),
            Dimension::tree("phase", {{"prior", "", part, "上年决算数"},
                                      {"initial", "", part, "年初预算数"},
                                      {"supplementary", "", part, "追加预算数"},
                                      {"adjusted", "", part, "全年预算数"},
                                      {"received", "", part, "实际到位数"},
                                      {"executed", "", part, "决算数"},
                                      {"opening", "", part, "年初数"},
                                      {"closing", "", part, "年末数"}})
                .called("阶段"),
            Dimension::tree("period", {}).called("期间"),
            Dimension::list("body").called("单位")};
}

} // namespace

std::span<const Dimension> standard_dimensions() {
    static const std::array<Dimension, 9> dimensions = made();
    return dimensions;
}

} // namespace tieout::facts
