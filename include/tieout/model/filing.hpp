// SPDX-License-Identifier: MIT
#ifndef TIEOUT_MODEL_FILING_HPP
#define TIEOUT_MODEL_FILING_HPP

// A filing is what one body files for one year: where its money came from, what it spent, on what, and what that
// achieved. It holds what the document states and nothing that was recomputed.
//
//     Filing filing;
//     filing.year = 2020;
//     filing.expenditure.executed = 1709.11_wan;
//     filing.expenditure.basic.executed = 467.35_wan;
//     filing.expenditure.project.executed = 1241.76_wan;

#include <tieout/model/aspects.hpp>
#include <tieout/model/item.hpp>
#include <tieout/relations/relation.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// The body that files (单位).
struct Body {
    std::string name{};
    /// Level of government: 中央, 省, 市, 县, 乡.
    std::string level{};
};

/// Dates that the document gives of itself.
struct Dates {
    Stated signed_on{};    ///< 落款日期
    Stated published_on{}; ///< 发布日期
};

/// Staff of one kind (行政, 事业, 工勤).
struct StaffKind {
    std::string label{};
    Stated authorised{};
    Stated actual{};
};

/// Staffing (人员情况).
struct Staff {
    Stated authorised{}; ///< 编制数
    Stated actual{};     ///< 在职人员数
    Completeness kinds_complete = Completeness::not_stated;
    /// In the order of the document.
    std::vector<StaffKind> kinds{};
};

/// Basic expenditure (基本支出).
struct BasicExpenditure : Item {
    Item personnel{}; ///< 人员经费
    Item operating{}; ///< 公用经费
};

/// One project (项目), with what the ratios of project expenditure need.
struct Project : Item {
    Stated output_planned{};   ///< 计划产出数
    Stated output_actual{};    ///< 实际产出数
    Stated output_timely{};    ///< 及时完成数
    Stated output_qualified{}; ///< 质量达标产出数
    Stated time_planned{};     ///< 计划完成时间, a duration
    Stated time_actual{};      ///< 实际完成时间, a duration
    Stated cost_planned{};     ///< 计划成本
    Stated cost_actual{};      ///< 实际成本
    Stated funds_planned{};    ///< 计划投入资金
    Stated funds_due{};        ///< 应到位资金
    Stated funds_timely{};     ///< 及时到位资金
};

/// Project expenditure (项目支出).
struct ProjectExpenditure : Item {
    Item operation{};    ///< 运行维护经费
    Item special{};      ///< 专项资金
    Item construction{}; ///< 其中:基本建设类项目
    Item key{};          ///< 重点项目支出
    /// Whether operation and special funds are said to be all project expenditure.
    Completeness parts_complete = Completeness::not_stated;
    Completenesses projects_complete{};
    /// In the order of the document.
    std::vector<Project> projects{};
};

/// Expenditure of the year (本年支出).
struct Expenditure : Item {
    BasicExpenditure basic{};
    ProjectExpenditure project{};
    Item remitted{};   ///< 上缴上级支出
    Item business{};   ///< 经营支出
    Item subsidised{}; ///< 对附属单位补助支出
};

/// Official vehicles (公务用车购置及运行维护费).
struct Vehicles : Item {
    Item purchase{};  ///< 公务用车购置费
    Item operation{}; ///< 公务用车运行维护费
};

/// Official receptions (公务接待费).
struct Reception : Item {
    Item domestic{}; ///< 国内接待费
    Item abroad{};   ///< 国(境)外接待费
    Stated groups{}; ///< 接待批次
    Stated guests{}; ///< 接待人次
};

/// The three public expenses ("三公"经费).
struct ThreePublic : Item {
    Item abroad{}; ///< 因公出国(境)费
    Vehicles vehicles{};
    Reception reception{};
};

/// Government procurement (政府采购). Phases: budget in initial or adjusted, contracted in executed.
struct Procurement : Item {
    Item goods{};          ///< 货物
    Item works{};          ///< 工程
    Item services{};       ///< 服务
    Item sme_reserved{};   ///< 授予中小企业
    Item small_reserved{}; ///< 其中:授予小微企业
};

/// Assets (资产). The phases used are opening and closing.
struct Assets : Item {
    Item current{};        ///< 流动资产
    Item fixed{};          ///< 固定资产原值
    Item depreciation{};   ///< 累计折旧
    Item fixed_net{};      ///< 固定资产净值
    Item other{};          ///< 其他资产
    Item fixed_increase{}; ///< 本年增加
    Item fixed_decrease{}; ///< 本年减少
    Item fixed_in_use{};   ///< 实际在用固定资产
    Item liabilities{};    ///< 负债
    Item net_assets{};     ///< 净资产
    /// Whether current, fixed and other assets are said to be all assets.
    Completeness parts_complete = Completeness::not_stated;
};

/// Counts of work planned and done, for the ratios of performance (履职情况).
struct Work {
    Stated planned{};          ///< 计划工作数
    Stated completed{};        ///< 实际完成工作数
    Stated timely{};           ///< 及时完成工作数
    Stated qualified{};        ///< 质量达标工作数
    Stated key_assigned{};     ///< 交办或下达重点工作数
    Stated key_completed{};    ///< 重点工作实际完成数
    Stated surveyed{};         ///< 被调查人数
    Stated satisfied{};        ///< 满意人数
    Stated progress_actual{};  ///< 实际支付进度
    Stated progress_planned{}; ///< 既定支付进度
};

/// How a target binds the actual value.
enum class Target : std::uint8_t { not_stated, at_least, at_most, equals, qualitative };

/// One indicator (绩效指标) of any tier; only the lowest tier carries target, actual and score.
struct Indicator {
    std::string name{};
    /// Points (分值): of a row, or declared in the heading of a tier.
    Stated weight{};
    Target comparison = Target::not_stated;
    Stated target{};
    Stated actual{};
    Stated score{};
    std::string reason{};
    /// The next lower tier, in the order of the document.
    std::vector<Indicator> indicators{};
};

/// The budget-execution row of a self-evaluation table (年度资金总额).
struct BudgetRow : Item {
    Stated weight{};
    Stated score{};
};

/// A self-evaluation table (绩效自评表).
struct Evaluation {
    BudgetRow budget{};
    /// First tier (一级指标), in the order of the document.
    std::vector<Indicator> indicators{};
    /// A subset need not have all points of the evaluation.
    Completeness indicators_complete = Completeness::not_stated;
    Stated weight{}; ///< declared total weight; 100 where none is declared
    Stated score{};  ///< declared total score
    std::string grade{};
};

/// A figure that is not a known part of a filing, under the id that relations use.
struct NamedFigure {
    std::string id{};
    Stated figure{};
    /// What it is of, as far as that is known.
    Aspects of{};
};

/// The words of a context: a sentence or a row of a table, without its line breaks and with single spaces.
struct Sentence {
    /// What the context of a figure or a relation names.
    std::string id{};
    std::string words{};
};

/// A table of the document that a filing was read from (来源表格), as the context of figures names it.
struct SourceTable {
    std::string id{};
    /// The form that it was known by.
    std::string form{};
    std::string title{};
    /// Of its amounts, where a frame or a caption says so.
    std::optional<Unit> unit{};
    /// Whether nothing in how it was read could be the reason that something in it does not hold.
    bool certified = false;
    /// What keeps it from being certified.
    std::vector<std::string> why_not{};
    /// Where it stands in the document, in words.
    std::string place{};
};

/// A relation that a filing itself brings, or several of which one must hold.
struct StatedRelation {
    std::string id{};
    Kind kind = Kind::sum;
    Severity severity = Severity::error;
    /// The words say 基本 or 大致.
    bool approximate = false;
    /// A list that is not said to be complete.
    bool open_list = false;
    /// A part of it is left blank: it adds nothing to a sum that then holds, and what it could be is doubted.
    bool blanks = false;
    /// The demand in words.
    std::string demand{};
    /// Total, quotient, rate, share or product.
    std::string subject{};
    /// Parts, numerator, part, figures, lesser, factors, terms; for growth `to`.
    Reference first{};
    /// Denominator, whole, greater; for growth `from`.
    Reference second{};
    Comparison comparison = Comparison::equals;
    Decimal constant{};
    /// Unit of the constant; that of the terms where it says none.
    std::optional<Unit> constant_unit{};
    /// The sentence that states it, by its id.
    std::string context{};
    /// The readings that the words leave: one that holds is the reading. Its own kind and figures are then not used,
    /// and of a reading nothing but these, its evidence, and whether it is approximate.
    std::vector<StatedRelation> any_of{};
    /// Open: the words leave something open, so that it is doubted, and not broken, if it (or none of any_of) holds.
    Evidence evidence = Evidence::whole;
};

/// Whether the document says that income and expenditure balance (收支平衡).
enum class Balance : std::uint8_t { not_stated, stated, approximate };

/// What one body files for one year (部门决算, 部门整体支出绩效自评).
struct Filing {
    Body body{};
    std::optional<int> year{};
    std::string title{};
    /// The unit of amounts that are printed without one of their own.
    std::optional<Unit> unit{};
    /// How the document rounds, where it says so.
    std::optional<Printing> rounding{};
    Dates dates{};
    Staff staff{};
    Item income{};             ///< 本年收入; its opening is 年初结转和结余
    Item surplus_used{};       ///< 使用非财政拨款结余
    Item total_income{};       ///< 收入总计
    Expenditure expenditure{}; ///< 本年支出; its closing is 年末结转和结余
    Item distribution{};       ///< 结余分配
    Item total_expenditure{};  ///< 支出总计
    Balance balance = Balance::not_stated;
    ThreePublic three_public{};
    Procurement procurement{};
    Item operating_cost{}; ///< 机关运行经费
    Assets assets{};
    Work work{};
    Evaluation evaluation{};
    /// Ratios that the document states of the body as a whole.
    std::vector<Rate> rates{};
    /// Other items, in the order of the document.
    std::vector<Item> items{};
    /// In the order of the document; ids are unique.
    std::vector<NamedFigure> figures{};
    std::vector<StatedRelation> relations{};
    /// What its figures and relations are quoted from, in the order of the document; ids are unique.
    std::vector<Sentence> sentences{};
    /// The tables that its figures were read from, in the order of the document; ids are unique.
    std::vector<SourceTable> tables{};
    /// The names of the sheets that its figures stand on (工作表名称), as the parts of figures count them.
    std::vector<std::string> sheets{};
};

} // namespace tieout

#endif
