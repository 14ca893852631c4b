// SPDX-License-Identifier: MIT
#include "filing.hpp"

#include <tieout/numbers/numbers.hpp>

namespace tieout::bench {
namespace {

using namespace tieout::literals;

/// A count as evaluation tables print it.
Stated points(int count) { return Figure(count, "分"); }
Stated people(int count) { return Figure(count, "人"); }

/// Share, rate or growth as it should be printed.
Percent quotient(const Stated& part, const Stated& whole) {
    return as_percent(part.best().base_value() / whole.best().base_value(), 2, Rounding::half_up);
}
Percent growth(const Stated& from, const Stated& to) {
    return as_percent((to.best().base_value() - from.best().base_value()) / from.best().base_value(), 2,
                      Rounding::half_up);
}

void share_of(Item& item, const Stated& whole, std::string pointer) {
    item.shares.push_back({.stated = quotient(item.executed, whole), .of = {{{std::move(pointer)}}}});
}

void spend(Filing& filing) {
    Expenditure& all = filing.expenditure;
    all.prior = 1262.92_wan;
    all.initial = 1132.58_wan;
    all.supplementary = 576.53_wan;
    all.adjusted = 1709.11_wan;
    all.executed = 1704.99_wan;
    all.closing = 25.11_wan;
    all.growth.push_back({.stated = growth(all.prior, all.executed)});
    all.changes.push_back({.stated = 442.07_wan});
    all.rates.push_back({.stated = quotient(all.executed, all.adjusted), .ratio = "execution_rate_adjusted"});
    all.comparatives.push_back({.word = Comparative::Word::more});

    BasicExpenditure& basic = all.basic;
    basic.initial = 404.96_wan;
    basic.executed = 463.23_wan;
    basic.personnel.initial = 384.89_wan;
    basic.personnel.executed = 447.47_wan;
    basic.operating.initial = 20.07_wan;
    basic.operating.executed = 15.76_wan;
    share_of(basic, all.executed, "/expenditure/executed");
    share_of(basic.personnel, basic.executed, "/expenditure/basic/executed");
    share_of(basic.operating, basic.executed, "/expenditure/basic/executed");
    Split& classes = basic.split("economic", complete);
    const auto add_class = [&](std::string_view code, std::string_view label, Money initial, Money executed) {
        Part part;
        part.code = code;
        part.label = label;
        part.initial = initial;
        part.executed = executed;
        classes.items.push_back(std::move(part));
    };
    add_class("301", "工资福利支出", 384.78_wan, 446.36_wan);
    add_class("302", "商品和服务支出", 20.07_wan, 15.76_wan);
    // One unit more than the total leaves, as printed sums are.
    add_class("303", "对个人和家庭的补助", 0.11_wan, 1.12_wan);

    ProjectExpenditure& project = all.project;
    project.initial = 727.62_wan;
    project.executed = 1241.76_wan;
    project.operation.executed = 503.49_wan;
    project.special.executed = 738.27_wan;
    share_of(project, all.executed, "/expenditure/executed");
    project.projects_complete = Completenesses::all(complete);
    const auto add_project = [&](std::string_view label, Money initial, Money executed) {
        Project line;
        line.label = label;
        line.initial = initial;
        line.executed = executed;
        project.projects.push_back(std::move(line));
    };
    add_project("信访专项", 300.00_wan, 612.40_wan);
    add_project("信息化运行维护", 203.62_wan, 301.09_wan);
    add_project("政务服务大厅", 150.00_wan, 202.40_wan);
    add_project("培训", 50.00_wan, 85.87_wan);
    add_project("办公设备", 24.00_wan, 40.00_wan);

    Split& funds = all.split("fund", complete);
    funds.add("一般公共预算财政拨款", 1698.51_wan).add("其他收入", 6.48_wan);
    Split& functions = all.split("function", complete);
    functions.add("一般公共服务支出", 1502.10_wan)
        .add("社会保障和就业支出", 120.55_wan)
        .add("住房保障支出", 82.34_wan);
}

void receive(Filing& filing) {
    filing.income.prior = 1250.40_wan;
    filing.income.executed = 1709.11_wan;
    filing.income.opening = 20.99_wan;
    filing.income.growth.push_back({.stated = growth(filing.income.prior, filing.income.executed)});
    filing.income.split("fund", complete).add("财政拨款", 1702.63_wan).add("其他收入", 6.48_wan);
    filing.total_income.executed = 1730.10_wan;
    filing.total_expenditure.executed = 1730.10_wan;
}

void spend_publicly(ThreePublic& item) {
    item.initial = 12.50_wan;
    item.executed = 8.86_wan;
    item.prior = 9.43_wan;
    item.growth.push_back({.stated = growth(item.prior, item.executed)});
    item.abroad.executed = 0.00_wan;
    item.vehicles.initial = 5.50_wan;
    item.vehicles.executed = 5.20_wan;
    item.vehicles.purchase.executed = 0.00_wan;
    item.vehicles.operation.executed = 5.20_wan;
    item.reception.initial = 7.00_wan;
    // The same amount in a table in 元 and in the text.
    item.reception.executed = {Figure(3.66_wan), Figure(36597.00_yuan)};
    item.reception.domestic.executed = 3.66_wan;
    item.reception.abroad.executed = 0.00_wan;
}

void evaluate(Filing& filing) {
    Evaluation& table = filing.evaluation;
    table.budget.adjusted = 1709.11_wan;
    table.budget.executed = 1704.99_wan;
    table.budget.rates.push_back(
        {.stated = quotient(table.budget.executed, table.budget.adjusted), .of = {{{"adjusted"}}}});
    table.budget.weight = points(10);
    table.budget.score = points(10);
    const auto indicator = [](std::string_view name, int weight, int score) {
        Indicator row;
        row.name = name;
        row.weight = points(weight);
        row.score = points(score);
        return row;
    };
    const auto tier = [](std::string_view name, int weight, std::vector<Indicator> rows) {
        Indicator heading;
        heading.name = name;
        heading.weight = points(weight);
        heading.indicators = std::move(rows);
        return heading;
    };
    table.indicators.push_back(tier("产出指标", 50,
                                    {indicator("数量指标", 15, 15), indicator("质量指标", 15, 14),
                                     indicator("时效指标", 10, 10), indicator("成本指标", 10, 10)}));
    table.indicators.push_back(
        tier("效益指标", 30, {indicator("社会效益", 20, 19), indicator("可持续影响", 10, 10)}));
    table.indicators.push_back(tier("满意度指标", 10, {indicator("服务对象满意度", 10, 9)}));
    table.weight = points(100);
    table.score = points(97);
}

/// What the document counts beside its money: work orders by channel, settled and in time.
void count(Filing& filing) {
    const auto figure = [&](std::string id, Figure stated) {
        filing.figures.push_back({std::move(id), Stated(std::move(stated))});
    };
    figure("orders", Figure(2930, "件"));
    figure("by_telephone", Figure(1812, "件"));
    figure("by_letter", Figure(704, "件"));
    figure("in_person", Figure(414, "件"));
    figure("settled", Figure(2608, "件"));
    figure("settled_rate", Figure(89.01_pct));
    figure("in_time", Figure(2511, "件"));
    figure("in_time_rate", Figure(96.28_pct));
    filing.relations.push_back({.id = "orders",
                                .kind = Kind::sum,
                                .subject = "orders",
                                .first = {{"by_telephone"}, {"by_letter"}, {"in_person"}}});
    filing.relations.push_back({.id = "settled",
                                .kind = Kind::ratio,
                                .subject = "settled_rate",
                                .first = {{"settled"}},
                                .second = {{"orders"}}});
    filing.relations.push_back({.id = "in_time",
                                .kind = Kind::ratio,
                                .subject = "in_time_rate",
                                .first = {{"in_time"}},
                                .second = {{"settled"}}});
    filing.relations.push_back(
        {.id = "no_more", .kind = Kind::at_most, .first = {{"settled"}}, .second = {{"orders"}}});
}

} // namespace

Filing usual_filing() {
    Filing filing;
    filing.body.name = "某市信访局";
    filing.year = 2020;
    filing.unit = unit::wan_yuan;
    filing.staff.authorised = people(46);
    filing.staff.actual = people(42);
    filing.rates.push_back({.stated = 91.30_pct, .ratio = "staff_control_rate"});
    receive(filing);
    spend(filing);
    spend_publicly(filing.three_public);
    filing.procurement.initial = 400.00_wan;
    filing.procurement.executed = 372.34_wan;
    filing.procurement.goods.executed = 8.57_wan;
    filing.procurement.works.executed = 0.00_wan;
    filing.procurement.services.executed = 363.77_wan;
    filing.assets.closing = 2033.92_wan;
    filing.assets.current.closing = 50.82_wan;
    filing.assets.fixed.opening = 2858.66_wan;
    filing.assets.fixed.closing = 3112.91_wan;
    filing.assets.fixed_increase.executed = 254.25_wan;
    filing.assets.fixed_decrease.executed = 0.00_wan;
    filing.assets.depreciation.closing = 1129.81_wan;
    filing.assets.fixed_net.closing = 1983.10_wan;
    evaluate(filing);
    count(filing);
    return filing;
}

} // namespace tieout::bench
