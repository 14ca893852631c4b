// SPDX-License-Identifier: MIT
#include <tieout/facts/laws.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace tieout {
namespace {

constexpr std::string_view accounts_form = "财决01 收入支出决算总表 审核公式";
constexpr std::string_view income_form = "收入决算表 审核公式";
constexpr std::string_view expenditure_form = "支出决算表 审核公式";
constexpr std::string_view fiscal_form = "财政拨款收入支出决算总表 审核公式";
constexpr std::string_view basic_form = "一般公共预算财政拨款基本支出决算表 审核公式";
constexpr std::string_view three_public_form = "财政拨款“三公”经费支出决算表 审核公式";
constexpr std::string_view evaluation_form = "项目支出绩效自评表";
constexpr std::string_view procurement_form = "部门决算公开: 政府采购支出";
constexpr std::string_view operation_form = "机构运行信息表";
constexpr std::string_view arithmetic = "列报数据的算术关系";

constexpr std::array law_table{
    Law{"T01",
        "income_is_the_sum_of_its_sources",
        Severity::error,
        {"收入等于各项资金来源之和", "Income equals the sum of its sources."},
        income_form},
    Law{"T02",
        "total_income_is_income_surplus_and_carry_over",
        Severity::error,
        {"收入总计等于本年收入、使用非财政拨款结余与年初结转和结余之和",
         "Total income equals the income of the year, surplus used and what was brought forward."},
        accounts_form},
    Law{"T03",
        "expenditure_is_the_sum_of_its_functions",
        Severity::error,
        {"支出合计等于各功能分类支出之和", "Expenditure equals the sum of its functional classes."},
        expenditure_form},
    Law{"T04",
        "total_expenditure_is_expenditure_and_carry_over",
        Severity::error,
        {"支出总计等于本年支出、结余分配与年末结转和结余之和",
         "Total expenditure equals the expenditure of the year, surplus distributed and what is carried "
         "forward."},
        accounts_form},
    Law{"T05",
        "total_income_is_total_expenditure",
        Severity::error,
        {"收入总计等于支出总计", "Total income equals total expenditure."},
        accounts_form},
    Law{"T06",
        "basic_is_personnel_and_operating",
        Severity::error,
        {"基本支出等于人员经费与公用经费之和",
         "Basic expenditure equals personnel and operating expenditure."},
        accounts_form},
    Law{"T07",
        "expenditure_is_basic_project_and_others",
        Severity::error,
        {"支出合计等于基本支出、项目支出、上缴上级支出、经营支出与对附属单位补助支出之和",
         "Expenditure equals basic and project expenditure (and what is remitted, spent in business or "
         "passed "
         "on)."},
        accounts_form},
    Law{"T08",
        "construction_is_part_of_projects",
        Severity::error,
        {"项目支出不小于其中的基本建设类项目", "Construction does not exceed project expenditure."},
        accounts_form},
    Law{"T09",
        "economic_classes_make_the_total",
        Severity::error,
        {"合计等于各经济分类支出之和", "The total equals the sum of its economic classes."},
        accounts_form},
    Law{"T28",
        "what_came_in_is_spent_or_left",
        Severity::error,
        {"年初结转与本年收入之和等于支出与年末结转之和",
         "What was brought forward and received equals what was spent and is left."},
        fiscal_form},
    Law{"T37",
        "personnel_is_wages_and_household_aid",
        Severity::error,
        {"人员经费等于工资福利支出（301）与对个人和家庭的补助（303）之和",
         "Personnel expenditure equals wages (301) and aid to persons and households (303)."},
        basic_form},
    Law{"T38",
        "operating_is_the_other_classes",
        Severity::error,
        {"公用经费等于基本支出中301、303以外各经济分类之和",
         "Operating expenditure equals the classes of basic expenditure other than 301 and 303."},
        basic_form},
    Law{"T39",
        "class_is_the_sum_of_its_items",
        Severity::error,
        {"上级科目金额等于所属下级科目金额之和", "A class equals the sum of the items coded under it."},
        basic_form},
    Law{"T42",
        "three_public_is_the_sum_of_its_parts",
        Severity::error,
        {"“三公”经费合计等于因公出国（境）费、公务用车购置及运行维护费与公务接待费之和",
         "The three public expenses equal travel abroad, vehicles and receptions."},
        three_public_form},
    Law{"T43",
        "vehicles_are_purchase_and_operation",
        Severity::error,
        {"公务用车购置及运行维护费等于公务用车购置费与公务用车运行维护费之和",
         "Vehicles equal their purchase and their operation."},
        three_public_form},
    Law{"T56",
        "fund_sources_make_the_expenditure",
        Severity::error,
        {"按资金来源各项之和等于合计", "The amounts by fund source make the total."},
        evaluation_form},
    Law{"T59",
        "procurement_is_goods_works_services",
        Severity::error,
        {"政府采购金额等于货物、工程与服务采购之和", "Procurement equals goods, works and services."},
        procurement_form},
    Law{"T84",
        "project_is_operation_work_and_special",
        Severity::error,
        {"项目支出等于业务工作经费、运行维护经费与专项资金之和",
         "Project expenditure equals what is spent on work, on operation and from special funds."},
        evaluation_form},
    Law{"T85",
        "reception_is_domestic_and_abroad",
        Severity::error,
        {"公务接待费等于国内接待费与国（境）外接待费之和",
         "Receptions equal those at home and those abroad."},
        operation_form},
    Law{"T90",
        "same_figure_everywhere",
        Severity::error,
        {"同一数据各处一致", "The same figure is the same everywhere."},
        arithmetic},
    Law{"T94",
        "part_within_its_whole",
        Severity::error,
        {"其中数不超过总数", "What is named as a part does not exceed its whole."},
        arithmetic},
    Law{"T97",
        "parts_make_the_whole",
        Severity::error,
        {"合计等于所列全部各项之和", "The whole equals the sum of all its parts."},
        arithmetic},
    Law{"T98",
        "narrower_within_wider",
        Severity::warning,
        {"口径较窄的数据不超过口径较宽的数据", "What is narrower does not exceed what is wider."},
        arithmetic},
    Law{"T99",
        "class_within_named_item",
        Severity::warning,
        {"基本支出中的该项经济科目不超过“三公”经费中的同名项目",
         "What basic expenditure shows for a class does not exceed the three public expense of that name."},
        "一般公共预算财政拨款基本支出决算表、财政拨款“三公”经费支出决算表 表间关系"},
};

static_assert(std::is_sorted(law_table.begin(), law_table.end(),
                             [](const Law& a, const Law& b) { return a.code < b.code; }));

} // namespace

std::span<const Law> laws() noexcept { return law_table; }

const Law* find_law(std::string_view code) noexcept {
    for (const Law& law : law_table)
        if (law.code == code) return &law;
    return nullptr;
}

void FactRelations::add(FactRelation relation, std::span<const FactTerm> terms) {
    relation.first = static_cast<std::uint32_t>(terms_.size());
    relation.count = static_cast<std::uint32_t>(terms.size());
    terms_.insert(terms_.end(), terms.begin(), terms.end());
    relations_.push_back(relation);
}

void FactRelations::sort() {
    std::stable_sort(relations_.begin(), relations_.end(),
                     [](const FactRelation& a, const FactRelation& b) { return a.whole < b.whole; });
}

std::string id_of(const Facts& facts, const FactRelation& relation) {
    std::string id(relation.law->code);
    id += '@';
    id += facts.key_of(relation.whole);
    // These are stated along any dimension, so that it is not known by the code which.
    if (!relation.dimension.empty() && (relation.law->code == "T94" || relation.law->code >= "T97")) {
        id += '/';
        id += relation.dimension;
    }
    return id;
}

} // namespace tieout
