// SPDX-License-Identifier: MIT
#include "accounts.hpp"

#include <charconv>
#include <string_view>

namespace tieout::bench {
namespace {

constexpr std::array<std::string_view, 16> bodies{
    "信访局",         "水利局",   "档案馆",         "图书馆",          "统计局",   "林业站",
    "文化馆",         "司法局",   "审计局",         "博物馆",          "疾控中心", "应急管理局",
    "行政审批服务局", "体育中心", "农业技术推广站", "公共资源交易中心"};
constexpr std::array<std::string_view, 16> projects{
    "信息化运维", "设备购置", "业务培训", "房屋修缮", "专项普查", "政策宣传", "防汛物资", "档案整理",
    "大厅运行",   "执法检查", "设备更新", "水质监测", "公益演出", "技能竞赛", "站点补助", "数据库建设"};
constexpr std::array<std::string_view, 4> funds{"财政拨款", "基金预算", "事业收入", "其他收入"};
constexpr std::array<std::string_view, 8> functions{"201", "208", "210", "221", "205", "213", "211", "229"};
constexpr std::array<std::string_view, 5> classes{"301", "302", "303", "310", "399"};
constexpr std::array<std::string_view, staff_kinds> kinds{"行政", "事业"};
constexpr std::array<std::string_view, output_rows> output_names{"数量", "质量", "时效", "成本"};
constexpr std::array<std::string_view, outcome_rows> outcome_names{"经济", "社会", "可持续"};
constexpr std::array<std::string_view, 4> quantity_names{"办理", "培训", "检查", "宣传"};
constexpr std::array<std::string_view, channels> channel_names{"网络", "来信", "来访"};

/// Appends JSON: what stands fast is text, and only commas have to be thought of.
class Line {
  public:
    Line(std::string& to, bool quoted) : to_(to), quote_(quoted ? "\"" : "") {}

    Line& text(std::string_view text) {
        to_.append(text);
        return *this;
    }
    Line& whole(std::int64_t number) {
        std::array<char, 24> digits; // NOLINT(cppcoreguidelines-pro-type-member-init)
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        to_.append(digits.data(), end.ptr);
        return *this;
    }
    /// In hundredths or tenths, with all its decimals.
    Line& decimal(Number number, int decimals) {
        const std::int64_t unit = decimals == 2 ? 100 : 10;
        if (number < 0) {
            to_ += '-';
            number = -number;
        }
        whole(number / unit);
        to_ += '.';
        std::int64_t rest = number % unit;
        if (decimals == 2) {
            to_ += static_cast<char>('0' + rest / 10);
            rest %= 10;
        }
        to_ += static_cast<char>('0' + rest);
        return *this;
    }
    /// `"key":1.23`, behind whatever comes before it.
    Line& amount(std::string_view before, Number number) {
        return text(before).text(quote_).decimal(number, 2).text(quote_);
    }
    Line& points(std::string_view before, Number tenths) {
        return text(before).text(quote_).decimal(tenths, 1).text(quote_);
    }
    Line& count(std::string_view before, Number number) {
        return text(before).text(quote_).whole(number).text(quote_);
    }
    Line& comma_unless_first(std::size_t index) {
        if (index != 0) to_ += ',';
        return *this;
    }
    /// A row of the evaluation that has no rows below it.
    void row(std::size_t index, std::string_view name, Number weight) {
        comma_unless_first(index).text(R"({"name":")").text(name).count(R"(","weight":)", weight).text("}");
    }

  private:
    std::string& to_;
    std::string_view quote_;
};

void write_staff(Line& to, const Accounts& a) {
    to.count(R"(,"staff":{"authorised":)", a.authorised).count(R"(,"actual":)", a.actual);
    if (a.form->staff_kinds) {
        to.text(R"(,"kinds_complete":true,"kinds":[)");
        for (std::size_t i = 0; i < staff_kinds; ++i)
            to.comma_unless_first(i)
                .text(R"({"label":")")
                .text(kinds[i])
                .count(R"(","authorised":)", a.kinds_authorised[i])
                .count(R"(,"actual":)", a.kinds_actual[i])
                .text("}");
        to.text("]");
    }
    to.text("}");
}

void write_income(Line& to, const Accounts& a) {
    to.amount(R"(,"income":{"prior":)", a.income_prior)
        .amount(R"(,"executed":)", a.income)
        .amount(R"(,"opening":)", a.opening)
        .amount(R"(,"growth":[{"stated":)", a.income_growth)
        .text(R"(}],"splits":{"fund":{"complete":true,"items":[)");
    for (std::size_t i = 0; i < a.form->funds; ++i)
        to.comma_unless_first(i)
            .text(R"({"label":")")
            .text(funds[i])
            .amount(R"(","executed":)", a.funds[i])
            .text("}");
    to.text("]}}}");
    if (!a.form->both_totals) to.amount(R"(,"surplus_used":{"executed":)", a.surplus_used).text("}");
    to.amount(R"(,"total_income":{"executed":)", a.total_income).text("}");
}

void write_basic(Line& to, const Accounts& a) {
    const bool budgets = a.form->class_budgets;
    to.text(R"(,"basic":{)");
    if (budgets) to.amount(R"("initial":)", a.basic_initial).text(",");
    to.amount(R"("executed":)", a.basic).text(R"(,"splits":{"economic":{"complete":true,"items":[)");
    for (std::size_t i = 0; i < a.form->classes; ++i) {
        to.comma_unless_first(i).text(R"({"code":")").text(classes[i]).text("\"");
        if (budgets) to.amount(R"(,"initial":)", a.classes_initial[i]);
        to.amount(R"(,"executed":)", a.classes[i]).text("}");
    }
    to.amount(R"(]}},"shares":[{"stated":)", a.basic_share)
        .text(R"(,"of":"/expenditure/executed"}])")
        .amount(R"(,"personnel":{"executed":)", a.personnel)
        .amount(R"(,"shares":[{"stated":)", a.personnel_share)
        .text(R"(,"of":"/expenditure/basic/executed"}]})")
        .amount(R"(,"operating":{"executed":)", a.operating)
        .text("}}");
}

void write_project(Line& to, const Accounts& a) {
    to.text(R"(,"project":{)");
    to.amount(R"("prior":)", a.project_prior)
        .amount(R"(,"initial":)", a.project_initial)
        .amount(R"(,"executed":)", a.project)
        .text(R"(,"projects_complete":true,"projects":[)");
    for (std::size_t i = 0; i < a.form->projects; ++i) {
        to.comma_unless_first(i)
            .text(R"({"label":")")
            .text(projects[a.project_names[i].name])
            .whole(a.project_names[i].number)
            .text("\"");
        to.amount(R"(,"prior":)", a.projects_prior[i])
            .amount(R"(,"initial":)", a.projects_initial[i])
            .amount(R"(,"executed":)", a.projects[i])
            .text("}");
    }
    to.text("]}");
}

void write_expenditure(Line& to, const Accounts& a) {
    to.amount(R"(,"expenditure":{"prior":)", a.prior)
        .amount(R"(,"initial":)", a.initial)
        .amount(R"(,"supplementary":)", a.supplementary)
        .amount(R"(,"adjusted":)", a.adjusted)
        .amount(R"(,"executed":)", a.executed)
        .amount(R"(,"closing":)", a.closing)
        .text(R"(,"splits":{"function":{"complete":true,"items":[)");
    for (std::size_t i = 0; i < a.form->functions; ++i) {
        to.comma_unless_first(i).text(R"({"code":")").text(functions[i]).text("\"");
        to.amount(R"(,"prior":)", a.functions_prior[i])
            .amount(R"(,"initial":)", a.functions_initial[i])
            .amount(R"(,"executed":)", a.functions[i])
            .text("}");
    }
    to.amount(R"(]}},"growth":[{"stated":)", a.growth)
        .amount(R"(}],"rates":[{"stated":)", a.execution_rate)
        .text(R"(,"ratio":"execution_rate_adjusted"}],"comparatives":[{"word":")")
        .text(a.executed > a.prior ? R"(more"}])" : R"(less"}])");
    write_basic(to, a);
    write_project(to, a);
    if (a.form->both_totals)
        to.amount(R"(},"total_expenditure":{"executed":)", a.total_expenditure).text("}");
    else
        to.amount(R"(},"distribution":{"executed":)", 0).text("}");
}

void write_three_public(Line& to, const Accounts& a) {
    to.amount(R"(,"three_public":{"prior":)", a.public_prior)
        .amount(R"(,"initial":)", a.public_initial)
        .amount(R"(,"executed":)", a.public_executed)
        .amount(R"(,"growth":[{"stated":)", a.public_growth)
        .text("}]");
    if (a.form->abroad) to.amount(R"(,"abroad":{"executed":)", a.abroad).text("}");
    to.amount(R"(,"vehicles":{"executed":)", a.vehicles);
    if (a.form->vehicle_parts)
        to.amount(R"(,"purchase":{"executed":)", a.purchase)
            .amount(R"(},"operation":{"executed":)", a.running)
            .text("}");
    to.amount(R"(},"reception":{"executed":)", a.reception).text("}}");
}

void write_procurement(Line& to, const Accounts& a) {
    to.amount(R"(,"procurement":{"initial":)", a.procurement_initial)
        .amount(R"(,"executed":)", a.procurement)
        .amount(R"(,"goods":{"executed":)", a.goods)
        .amount(R"(},"works":{"executed":)", a.works)
        .amount(R"(},"services":{"executed":)", a.services);
    if (a.form->small_firms)
        to.amount(R"(},"sme_reserved":{"executed":)", a.medium_firms)
            .amount(R"(},"small_reserved":{"executed":)", a.small_firms);
    to.text("}}");
}

void write_assets(Line& to, const Accounts& a) {
    to.amount(R"(,"assets":{"closing":)", a.assets)
        .amount(R"(,"current":{"closing":)", a.current)
        .text(R"(},"fixed":{)");
    if (a.form->fixed_assets_move) to.amount(R"("opening":)", a.fixed_opening).text(",");
    to.amount(R"("closing":)", a.fixed)
        .amount(R"(},"depreciation":{"closing":)", a.depreciation)
        .amount(R"(},"fixed_net":{"closing":)", a.fixed_net);
    if (a.form->fixed_assets_move)
        to.amount(R"(},"fixed_increase":{"executed":)", a.fixed_increase)
            .amount(R"(},"fixed_decrease":{"executed":)", a.fixed_decrease);
    to.text(R"(},"parts_complete":true})");
}

void write_tier(Line& to, const Accounts& a, std::size_t tier, std::string_view name) {
    to.comma_unless_first(tier).text(R"({"name":")").text(name).count(R"(","weight":)", a.tier_weights[tier]);
    if (a.form->scores) to.points(R"(,"score":)", a.tier_scores[tier]);
}

void write_evaluation(Line& to, const Accounts& a) {
    to.amount(R"(,"evaluation":{"budget":{"adjusted":)", a.adjusted)
        .amount(R"(,"executed":)", a.executed)
        .amount(R"(,"rates":[{"stated":)", a.evaluated_rate)
        .count(R"(,"of":"adjusted"}],"weight":)", a.budget_weight);
    if (a.form->scores) to.points(R"(,"score":)", a.budget_score);
    to.text(R"(},"indicators":[)");
    write_tier(to, a, 0, "产出");
    to.text(R"(,"indicators":[{"name":")")
        .text(output_names[0])
        .count(R"(","weight":)", a.output_weights[0])
        .text(R"(,"indicators":[)");
    for (std::size_t i = 0; i < a.form->quantities; ++i) to.row(i, quantity_names[i], a.quantity_weights[i]);
    to.text("]}");
    for (std::size_t i = 1; i < output_rows; ++i) to.row(i, output_names[i], a.output_weights[i]);
    to.text("]}");
    write_tier(to, a, 1, "效益");
    to.text(R"(,"indicators":[)");
    for (std::size_t i = 0; i < outcome_rows; ++i) to.row(i, outcome_names[i], a.outcome_weights[i]);
    to.text("]}");
    write_tier(to, a, 2, "满意度");
    to.count(R"(}],"weight":)", a.weight);
    if (a.form->scores) to.points(R"(,"score":)", a.score);
    to.text("}");
}

void write_work(Line& to, const Accounts& a) {
    to.count(R"(,"figures":{"受理":{"value":)", a.orders)
        .count(R"(,"unit":"件"},"办结":{"value":)", a.settled)
        .amount(R"(,"unit":"件"},"办结率":{"value":)", a.settled_rate)
        .text(R"(,"unit":"%"})");
    for (std::size_t i = 0; i < channels; ++i)
        to.text(",\"").text(channel_names[i]).count(R"(":{"value":)", a.channels[i]).text(R"(,"unit":"件"})");
    to.text(R"(},"relations":[)"
            R"({"id":"受理","kind":"sum","total":"受理","parts":["网络","来信","来访"]},)"
            R"({"id":"办结率","kind":"ratio","quotient":"办结率","numerator":"办结","denominator":"受理"}])");
}

} // namespace

void write(const Accounts& a, bool quoted, std::string& to) {
    Line line(to, quoted);
    line.text(R"({"filing":1,"body":{"name":"某市)")
        .text(bodies[a.body])
        .whole(static_cast<std::int64_t>(a.document))
        .text(R"("},"year":)")
        .whole(a.year)
        .text(R"(,"unit":"万元")");
    write_staff(line, a);
    write_income(line, a);
    write_expenditure(line, a);
    write_three_public(line, a);
    if (a.form->procurement) write_procurement(line, a);
    if (a.form->assets) write_assets(line, a);
    write_evaluation(line, a);
    if (a.form->staff_kinds)
        line.amount(R"(,"rates":[{"stated":)", a.staff_rate).text(R"(,"ratio":"staff_control_rate"}])");
    if (a.form->work) write_work(line, a);
    line.text("}\n");
}

} // namespace tieout::bench
