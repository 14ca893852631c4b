// SPDX-License-Identifier: MIT
#include <tieout/rules/ratio_table.hpp>

#include <tieout/model/walk.hpp>
#include <tieout/relations/check.hpp>

#include <array>

namespace tieout {
namespace {

constexpr Clause framework_body{"财预〔2013〕53号 附件2 部门整体支出绩效评价共性指标体系框架", true};
constexpr Clause framework_project{"财预〔2013〕53号 附件1 项目支出绩效评价共性指标体系框架", true};
constexpr Clause hunan_form{"湖南省部门整体支出绩效评价指标评分表"};
constexpr Clause evaluation_measures{"财预〔2020〕10号 项目支出绩效评价管理办法", true};

using Subject = const RatioSubject&;
using Scope = RatioEntry::Scope;

/// The figure, or nothing where the document does not state it.
Terms just(const Stated& figure, Decimal coefficient = Decimal{1}) {
    if (!figure.stated()) return {};
    return {Term(figure, coefficient)};
}

/// The budget that was to be kept: as adjusted, else as approved; the other way round where the subject says so.
const Stated& budget(Subject s, const Item& item) {
    const Stated& first = s.initial_budget ? item.initial : item.adjusted;
    const Stated& second = s.initial_budget ? item.adjusted : item.initial;
    return first.stated() ? first : second;
}

/// a − b, where both are stated.
Terms difference(const Stated& a, const Stated& b) {
    if (!a.stated() || !b.stated()) return {};
    return {Term(a), Term(b, Decimal{-1})};
}

/// The three public expenses, or what is stated of their parts where the total is left empty.
Terms three_public(Subject s, Phase phase, Decimal coefficient = Decimal{1}) {
    const ThreePublic& item = s.filing.three_public;
    if (item.at(phase).known()) return just(item.at(phase), coefficient);
    Terms parts;
    const auto add = [&](const Stated& figure) {
        if (figure.known()) parts.emplace_back(figure, coefficient);
    };
    add(item.abroad.at(phase));
    if (item.vehicles.at(phase).known()) {
        add(item.vehicles.at(phase));
    } else {
        add(item.vehicles.purchase.at(phase));
        add(item.vehicles.operation.at(phase));
    }
    add(item.reception.at(phase));
    return parts.empty() ? just(item.at(phase), coefficient) : parts;
}

/// a − b, where both are stated.
Terms difference(Terms a, const Terms& b) {
    if (a.empty() || b.empty()) return {};
    for (const Term& term : b) a.emplace_back(term.statements, -term.coefficient);
    return a;
}

/// The phase in which the budget of an item stands.
Phase budget_phase(Subject s, const Item& item) {
    return &budget(s, item) == &item.adjusted ? Phase::adjusted : Phase::initial;
}

/// a + b; b may be left out by the document.
Terms together(const Stated& a, const Stated& b) {
    if (!a.stated()) return {};
    Terms terms{Term(a)};
    if (b.stated()) terms.emplace_back(b);
    return terms;
}

/// What was there to be spent: brought forward, approved and added.
Terms budget_at_hand(Subject s) {
    const Stated& opening = s.filing.income.opening;
    const Stated& initial = s.filing.expenditure.initial;
    const Stated& added = s.filing.expenditure.supplementary;
    if (!opening.stated() || !initial.stated() || !added.stated()) return {};
    return {Term(opening), Term(initial), Term(added)};
}

const Stated& of_project(Subject s, Stated Project::*member) {
    static const Stated nothing;
    return s.project != nullptr ? s.project->*member : nothing;
}

constexpr std::array table{
    RatioEntry{"D01",
               "staff_control_rate",
               {"在职人员控制率", "staff control rate"},
               {"在职人员数 / 编制数", "actual staff / authorised staff"},
               framework_body,
               Direction::down,
               Scope::filing,
               [](Subject s) { return just(s.filing.staff.actual); },
               [](Subject s) { return just(s.filing.staff.authorised); }},
    RatioEntry{
        "D02",
        "three_public_change_rate",
        {"三公经费变动率", "change of the three public expenses"},
        {"(本年三公经费 − 上年三公经费) / 上年三公经费", "(this year − prior year) / prior year"},
        framework_body,
        Direction::down,
        Scope::filing,
        [](Subject s) { return difference(three_public(s, Phase::executed), three_public(s, Phase::prior)); },
        [](Subject s) { return three_public(s, Phase::prior); }},
    RatioEntry{"D03",
               "key_expenditure_rate",
               {"重点支出安排率", "share of key expenditure"},
               {"重点项目支出 / 项目总支出", "key projects / project expenditure"},
               framework_body,
               Direction::up,
               Scope::filing,
               [](Subject s) { return just(s.filing.expenditure.project.key.executed); },
               [](Subject s) { return just(s.filing.expenditure.project.executed); }},
    RatioEntry{"D04",
               "budget_completion_rate",
               {"预算完成率", "budget completion"},
               {"预算完成数 / 预算数", "executed / budget (as adjusted, else as approved)"},
               framework_body,
               Direction::one,
               Scope::filing,
               [](Subject s) { return just(s.filing.expenditure.executed); },
               [](Subject s) { return just(budget(s, s.filing.expenditure)); },
               true},
    RatioEntry{"D05",
               "budget_adjustment_rate",
               {"预算调整率", "budget adjustment"},
               {"预算调整数 / 年初预算数", "supplementary budget / initial budget"},
               framework_body,
               Direction::down,
               Scope::filing,
               [](Subject s) { return just(s.filing.expenditure.supplementary); },
               [](Subject s) { return just(s.filing.expenditure.initial); }},
    RatioEntry{"D06",
               "payment_progress_rate",
               {"支付进度率", "payment progress"},
               {"实际支付进度 / 既定支付进度", "actual progress / planned progress"},
               framework_body,
               Direction::one,
               Scope::filing,
               [](Subject s) { return just(s.filing.work.progress_actual); },
               [](Subject s) { return just(s.filing.work.progress_planned); }},
    RatioEntry{"D07",
               "carry_over_rate",
               {"结转结余率", "carry-over"},
               {"结转结余总额 / 支出预算数", "closing carry-over / expenditure budget"},
               framework_body,
               Direction::down,
               Scope::filing,
               [](Subject s) { return just(s.filing.expenditure.closing); },
               [](Subject s) { return just(budget(s, s.filing.expenditure)); },
               true},
    RatioEntry{"D08",
               "carry_over_change_rate",
               {"结转结余变动率", "change of carry-over"},
               {"(年末结转结余 − 年初结转结余) / 年初结转结余", "(closing − opening) / opening"},
               framework_body,
               Direction::down,
               Scope::filing,
               [](Subject s) { return difference(s.filing.expenditure.closing, s.filing.income.opening); },
               [](Subject s) { return just(s.filing.income.opening); }},
    RatioEntry{"D09",
               "operating_control_rate",
               {"公用经费控制率", "operating expenditure against its budget"},
               {"实际支出公用经费 / 预算安排公用经费", "operating executed / operating budget"},
               framework_body,
               Direction::down,
               Scope::filing,
               [](Subject s) { return just(s.filing.expenditure.basic.operating.executed); },
               [](Subject s) { return just(budget(s, s.filing.expenditure.basic.operating)); },
               true},
    RatioEntry{"D10",
               "three_public_control_rate",
               {"三公经费控制率", "three public expenses against their budget"},
               {"三公经费实际支出数 / 三公经费预算安排数", "three public executed / budget"},
               framework_body,
               Direction::down,
               Scope::filing,
               [](Subject s) { return three_public(s, Phase::executed); },
               [](Subject s) { return three_public(s, budget_phase(s, s.filing.three_public)); },
               true},
    RatioEntry{"D11",
               "procurement_rate",
               {"政府采购执行率", "procurement execution"},
               {"实际政府采购金额 / 政府采购预算数", "procured / procurement budget"},
               framework_body,
               Direction::one,
               Scope::filing,
               [](Subject s) { return just(s.filing.procurement.executed); },
               [](Subject s) { return just(budget(s, s.filing.procurement)); },
               true},
    RatioEntry{"D12",
               "fixed_assets_use_rate",
               {"固定资产利用率", "use of fixed assets"},
               {"实际在用固定资产总额 / 所有固定资产总额", "fixed assets in use / all fixed assets"},
               framework_body,
               Direction::up,
               Scope::filing,
               [](Subject s) { return just(s.filing.assets.fixed_in_use.closing); },
               [](Subject s) { return just(s.filing.assets.fixed.closing); }},
    RatioEntry{"D13",
               "completion_rate",
               {"实际完成率", "work completed"},
               {"实际完成工作数 / 计划工作数", "completed / planned"},
               framework_body,
               Direction::up,
               Scope::filing,
               [](Subject s) { return just(s.filing.work.completed); },
               [](Subject s) { return just(s.filing.work.planned); }},
    RatioEntry{"D14",
               "timeliness_rate",
               {"完成及时率", "work completed in time"},
               {"及时完成实际工作数 / 计划工作数", "completed in time / planned"},
               framework_body,
               Direction::up,
               Scope::filing,
               [](Subject s) { return just(s.filing.work.timely); },
               [](Subject s) { return just(s.filing.work.planned); }},
    RatioEntry{"D15",
               "quality_rate",
               {"质量达标率", "work up to standard"},
               {"质量达标实际工作数 / 计划工作数", "up to standard / planned"},
               framework_body,
               Direction::up,
               Scope::filing,
               [](Subject s) { return just(s.filing.work.qualified); },
               [](Subject s) { return just(s.filing.work.planned); }},
    RatioEntry{"D16",
               "key_work_rate",
               {"重点工作办结率", "key work settled"},
               {"重点工作实际完成数 / 交办或下达数", "key work completed / assigned"},
               framework_body,
               Direction::up,
               Scope::filing,
               [](Subject s) { return just(s.filing.work.key_completed); },
               [](Subject s) { return just(s.filing.work.key_assigned); }},
    RatioEntry{"D17",
               "satisfaction_rate",
               {"满意度", "satisfaction"},
               {"满意人数 / 被调查人数", "satisfied / surveyed"},
               framework_body,
               Direction::up,
               Scope::filing,
               [](Subject s) { return just(s.filing.work.satisfied); },
               [](Subject s) { return just(s.filing.work.surveyed); }},
    RatioEntry{"E01",
               "execution_rate_initial",
               {"预算执行率(年初预算)", "execution rate on the initial budget"},
               {"全年执行数 / 年初预算数", "executed / initial budget"},
               evaluation_measures,
               Direction::one,
               Scope::item,
               [](Subject s) { return just(s.item->executed); },
               [](Subject s) { return just(s.item->initial); }},
    RatioEntry{"E02",
               "execution_rate_adjusted",
               {"预算执行率(全年预算)", "execution rate on the adjusted budget"},
               {"全年执行数 / 全年预算数", "executed / adjusted budget"},
               evaluation_measures,
               Direction::one,
               Scope::item,
               [](Subject s) { return just(s.item->executed); },
               [](Subject s) { return just(s.item->adjusted); }},
    RatioEntry{"E03",
               "fund_use_rate",
               {"资金使用率", "use of funds"},
               {"已使用资金 / (年初结转 + 本年到位)", "executed / (opening + received)"},
               framework_project,
               Direction::up,
               Scope::item,
               [](Subject s) { return just(s.item->executed); },
               [](Subject s) { return together(s.item->received, s.item->opening); }},
    RatioEntry{
        "E04",
        "procurement_saving_rate",
        {"采购节约率", "procurement saving"},
        {"(采购预算 − 采购金额) / 采购预算", "(procurement budget − procured) / procurement budget"},
        framework_project,
        Direction::up,
        Scope::filing,
        [](Subject s) { return difference(budget(s, s.filing.procurement), s.filing.procurement.executed); },
        [](Subject s) { return just(budget(s, s.filing.procurement)); },
        true},
    RatioEntry{"H01",
               "budget_completion_rate_with_carry_over",
               {"预算完成率(含结转)", "budget completion with carry-over"},
               {"(上年结转 + 年初预算 + 本年追加 − 年末结余) / (上年结转 + 年初预算 + 本年追加)",
                "(opening + initial + supplementary − closing) / (opening + initial + supplementary)"},
               hunan_form,
               Direction::one,
               Scope::filing,
               [](Subject s) { return difference(budget_at_hand(s), just(s.filing.expenditure.closing)); },
               [](Subject s) { return budget_at_hand(s); }},
    RatioEntry{"P01",
               "funds_received_rate",
               {"资金到位率", "funds received"},
               {"实际到位资金 / 计划投入资金", "received / planned"},
               framework_project,
               Direction::up,
               Scope::project,
               [](Subject s) { return just(s.item->received); },
               [](Subject s) { return just(of_project(s, &Project::funds_planned)); }},
    RatioEntry{"P02",
               "funds_timely_rate",
               {"到位及时率", "funds received in time"},
               {"及时到位资金 / 应到位资金", "received in time / due"},
               framework_project,
               Direction::up,
               Scope::project,
               [](Subject s) { return just(of_project(s, &Project::funds_timely)); },
               [](Subject s) { return just(of_project(s, &Project::funds_due)); }},
    RatioEntry{"P03",
               "output_rate",
               {"实际完成率(项目)", "output of a project"},
               {"实际产出数 / 计划产出数", "actual output / planned output"},
               framework_project,
               Direction::up,
               Scope::project,
               [](Subject s) { return just(of_project(s, &Project::output_actual)); },
               [](Subject s) { return just(of_project(s, &Project::output_planned)); }},
    RatioEntry{
        "P04",
        "project_timeliness_rate",
        {"完成及时率(项目)", "time kept by a project"},
        {"(计划完成时间 − 实际完成时间) / 计划完成时间", "(planned time − actual time) / planned time"},
        framework_project,
        Direction::up,
        Scope::project,
        [](Subject s) {
            return difference(of_project(s, &Project::time_planned), of_project(s, &Project::time_actual));
        },
        [](Subject s) { return just(of_project(s, &Project::time_planned)); }},
    RatioEntry{"P05",
               "output_quality_rate",
               {"质量达标率(项目)", "output up to standard"},
               {"质量达标产出数 / 实际产出数", "output up to standard / actual output"},
               framework_project,
               Direction::up,
               Scope::project,
               [](Subject s) { return just(of_project(s, &Project::output_qualified)); },
               [](Subject s) { return just(of_project(s, &Project::output_actual)); }},
    RatioEntry{"P06",
               "cost_saving_rate",
               {"成本节约率", "cost saved"},
               {"(计划成本 − 实际成本) / 计划成本", "(planned cost − actual cost) / planned cost"},
               framework_project,
               Direction::up,
               Scope::project,
               [](Subject s) {
                   return difference(of_project(s, &Project::cost_planned),
                                     of_project(s, &Project::cost_actual));
               },
               [](Subject s) { return just(of_project(s, &Project::cost_planned)); }}};

/// Exact, in the base unit; nothing where a figure is no number or the sum has more than 38 digits.
std::optional<Decimal> value_of(const Terms& terms) {
    try {
        Decimal sum;
        for (const Term& term : terms) {
            const Figure& figure = Stated::most_precise(term.statements);
            if (!figure.known()) return std::nullopt;
            sum += term.coefficient * figure.base_value();
        }
        return sum;
    } catch (const Overflow&) {
        return std::nullopt;
    }
}

/// Walks over everything that a ratio can be of, with the rates that are stated there.
struct RatioWalk {
    const Filing& filing;
    std::vector<ComputedRatio>& computed;
    std::string pointer{};

    void of(const RatioEntry& entry, const RatioSubject& subject, const std::vector<Rate>& stated) {
        ComputedRatio ratio;
        ratio.entry = &entry;
        ratio.item = pointer;
        ratio.numerator = entry.numerator(subject);
        ratio.denominator = entry.denominator(subject);
        if (ratio.numerator.empty() || ratio.denominator.empty()) return;
        for (const Rate& rate : stated)
            if (find_ratio(rate.ratio) == &entry) ratio.stated = &rate.stated;
        if (entry.on_either_budget && ratio.stated != nullptr && !ties(ratio)) {
            // What is stated may be of the other budget; it is shown beside the one that it fits.
            RatioSubject other = subject;
            other.initial_budget = true;
            ComputedRatio on_initial = ratio;
            on_initial.numerator = entry.numerator(other);
            on_initial.denominator = entry.denominator(other);
            if (ties(on_initial)) ratio = std::move(on_initial);
        }
        const auto numerator = value_of(ratio.numerator);
        const auto denominator = value_of(ratio.denominator);
        if (numerator && denominator) ratio.value = checked_ratio(*numerator, *denominator);
        computed.push_back(std::move(ratio));
    }

    static bool ties(const ComputedRatio& ratio) {
        if (!ratio.stated->stated()) return true;
        Relations relations;
        relations.ratio(*ratio.stated, ratio.numerator, ratio.denominator);
        return check_relation(relations, 0, {}).outcome != Outcome::broken;
    }

    void item(const Item& item, const Project* project) {
        for (const RatioEntry& entry : table)
            if (entry.scope == Scope::item || (entry.scope == Scope::project && project != nullptr))
                of(entry, {filing, &item, project}, item.rates);
    }

    template <class T>
    void members(const T& described) {
        describe(described, [&](std::string_view key, const auto& member, Expects) { step(key, member); });
    }
    template <class T>
    void step(std::string_view key, const T& member) {
        const std::size_t length = pointer.size();
        detail::append_step(pointer, key);
        value(member);
        pointer.resize(length);
    }
    void value(const std::vector<Split>& splits) {
        for (const Split& split : splits) step(split.name, split);
    }
    void value(const std::vector<NamedFigure>&) {}
    void value(const std::vector<StatedRelation>&) {}
    void value(const std::vector<Sentence>&) {}
    void value(const std::vector<SourceTable>&) {}
    void value(const std::vector<Reference>&) {}
    void value(const std::vector<Comparative>&) {}
    void value(const Stated&) {}
    template <class T>
    void value(const std::vector<T>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) step(std::to_string(i), list[i]);
    }
    template <class T>
    void value(const T& other) {
        if constexpr (std::same_as<T, Project>)
            item(other, &other);
        else if constexpr (std::derived_from<T, Item>)
            item(other, nullptr);
        if constexpr (requires { describe(other, [](std::string_view, const auto&, Expects) {}); })
            members(other);
    }
};

} // namespace

std::span<const RatioEntry> ratios() noexcept { return table; }

const RatioEntry* find_ratio(std::string_view name) noexcept {
    for (const RatioEntry& entry : table)
        if (name == entry.name || name == entry.code || name == entry.term.zh) return &entry;
    return nullptr;
}

std::vector<ComputedRatio> compute_ratios(const Filing& filing) {
    std::vector<ComputedRatio> computed;
    RatioWalk walk{filing, computed};
    for (const RatioEntry& entry : table)
        if (entry.scope == Scope::filing) walk.of(entry, {filing}, filing.rates);
    walk.members(filing);
    return computed;
}

} // namespace tieout
