// SPDX-License-Identifier: MIT
#include <tieout/rules/ratio_table.hpp>

#include <tieout/numbers/literals.hpp>
#include <tieout/numbers/ratio.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string_view>

using namespace tieout;
using namespace tieout::literals;

namespace {

const ComputedRatio* find(const std::vector<ComputedRatio>& computed, std::string_view name,
                          std::string_view item = {}) {
    for (const ComputedRatio& ratio : computed)
        if (ratio.entry->name == name && ratio.item == item) return &ratio;
    return nullptr;
}

Decimal percent_of(const ComputedRatio& ratio) {
    return rounded(Ratio{shifted(ratio.value->numerator, 2), ratio.value->denominator}, 2, Rounding::half_up);
}

} // namespace

TEST_CASE("every ratio has a code, a name and a clause of its own and is found by any of its names") {
    std::set<std::string_view> codes;
    std::set<std::string_view> names;
    for (const RatioEntry& entry : ratios()) {
        CAPTURE(entry.code);
        CHECK(codes.insert(entry.code).second);
        CHECK(names.insert(entry.name).second);
        CHECK_FALSE(entry.source.document.empty());
        CHECK_FALSE(entry.formula.zh.empty());
        CHECK_FALSE(entry.formula.en.empty());
        CHECK(find_ratio(entry.code) == &entry);
        CHECK(find_ratio(entry.name) == &entry);
        CHECK(find_ratio(entry.term.zh) == &entry);
    }
    CHECK(find_ratio("") == nullptr);
    CHECK(find_ratio("no_such_rate") == nullptr);
}

TEST_CASE("every indicator of the framework for bodies is there, and both execution rates") {
    // 财预〔2013〕53号 附件2: D01–D17
    for (int number = 1; number <= 17; ++number) {
        const std::string code = std::string(number < 10 ? "D0" : "D") + std::to_string(number);
        CAPTURE(code);
        CHECK(find_ratio(code) != nullptr);
    }
    CHECK(find_ratio("execution_rate_initial") != nullptr);
    CHECK(find_ratio("execution_rate_adjusted") != nullptr);
}

TEST_CASE("the published rates of five bodies are recomputed") {
    Filing filing;
    SUBCASE("控制率: 42 of 46 posts are 91.30 %") {
        filing.staff.authorised = Figure(46, "人");
        filing.staff.actual = Figure(42, "人");
        const auto computed = compute_ratios(filing);
        REQUIRE(find(computed, "staff_control_rate") != nullptr);
        CHECK(percent_of(*find(computed, "staff_control_rate")) == 91.30_dec);
    }
    SUBCASE("执行率: 6683.05 of an initial 908.63 are 735.51 %, of an adjusted 6683.05 they are 100 %") {
        filing.expenditure.initial = 908.63_wan;
        filing.expenditure.adjusted = 6683.05_wan;
        filing.expenditure.executed = 6683.05_wan;
        const auto computed = compute_ratios(filing);
        REQUIRE(find(computed, "execution_rate_initial", "/expenditure") != nullptr);
        CHECK(percent_of(*find(computed, "execution_rate_initial", "/expenditure")) == 735.51_dec);
        CHECK(percent_of(*find(computed, "execution_rate_adjusted", "/expenditure")) == 100_dec);
    }
    SUBCASE("三公经费变动率: 63.46 after 32 is 98.31 %") {
        filing.three_public.prior = 32_wan;
        filing.three_public.executed = 63.46_wan;
        CHECK(percent_of(*find(compute_ratios(filing), "three_public_change_rate")) == 98.31_dec);
    }
    SUBCASE("预算调整率: 767.86 of 1922.76 are 39.94 %") {
        filing.expenditure.initial = 1922.76_wan;
        filing.expenditure.supplementary = 767.86_wan;
        CHECK(percent_of(*find(compute_ratios(filing), "budget_adjustment_rate")) == 39.94_dec);
    }
    SUBCASE("三公经费控制率: 0.38 of 7 are 5.43 %; 公用经费控制率: 533.28 of 491.96 are 108.40 %") {
        filing.three_public.initial = 7_wan;
        filing.three_public.executed = 0.38_wan;
        filing.expenditure.basic.operating.initial = 491.96_wan;
        filing.expenditure.basic.operating.executed = 533.28_wan;
        const auto computed = compute_ratios(filing);
        CHECK(percent_of(*find(computed, "three_public_control_rate")) == 5.43_dec);
        CHECK(percent_of(*find(computed, "operating_control_rate")) == 108.40_dec);
    }
    SUBCASE("政府采购执行率: 1443.79 of 5558.3 are 25.98 %") {
        filing.procurement.initial = 5558.3_wan;
        filing.procurement.executed = 1443.79_wan;
        CHECK(percent_of(*find(compute_ratios(filing), "procurement_rate")) == 25.98_dec);
    }
}

TEST_CASE("a ratio with a divisor of zero, or a figure that is no number, has no value") {
    Filing filing;
    filing.staff.authorised = Figure(0, "人");
    filing.staff.actual = Figure(42, "人");
    filing.three_public.initial = Stated(Figure{});
    filing.three_public.executed = 0.38_wan;
    const auto computed = compute_ratios(filing);
    CHECK_FALSE(find(computed, "staff_control_rate")->value);
    CHECK_FALSE(find(computed, "three_public_control_rate")->value);
}

TEST_CASE("an empty total of the three public expenses gives way to its parts: 8.8 of 27.66 are 31.81 %") {
    Filing filing;
    ThreePublic& item = filing.three_public;
    item.initial = Stated(Figure{});
    item.executed = Stated(Figure{});
    item.vehicles.operation.initial = 14_wan;
    item.vehicles.operation.executed = 5.2_wan;
    item.reception.initial = 13.66_wan;
    item.reception.executed = 3.6_wan;
    CHECK(percent_of(*find(compute_ratios(filing), "three_public_control_rate")) == 31.81_dec);
}

TEST_CASE("a ratio is not there unless the filing states both parts") {
    Filing filing;
    filing.staff.actual = Figure(42, "人");
    CHECK(compute_ratios(filing).empty());
}

TEST_CASE("the ratios of a project are of that project") {
    Filing filing;
    Project project;
    project.output_planned = Figure(200, "件");
    project.output_actual = Figure(180, "件");
    project.output_qualified = Figure(171, "件");
    project.cost_planned = 50.00_wan;
    project.cost_actual = 48.50_wan;
    filing.expenditure.project.projects.push_back(project);
    const auto computed = compute_ratios(filing);
    constexpr std::string_view at = "/expenditure/project/projects/0";
    CHECK(percent_of(*find(computed, "output_rate", at)) == 90_dec);
    // 附件1: over actual output, unlike the indicator of the body
    CHECK(percent_of(*find(computed, "output_quality_rate", at)) == 95_dec);
    CHECK(percent_of(*find(computed, "cost_saving_rate", at)) == 3_dec);
}

TEST_CASE("a stated rate is compared with what the table recomputes") {
    Filing filing;
    filing.staff.authorised = Figure(46, "人");
    filing.staff.actual = Figure(42, "人");
    SUBCASE("91% is 91.30 % rounded") {
        filing.rates.push_back({.stated = 91_pct, .ratio = "staff_control_rate"});
        CHECK_FALSE(check(filing).broken());
    }
    SUBCASE("92% is not") {
        filing.rates.push_back({.stated = 92_pct, .ratio = "staff_control_rate"});
        CHECK(check(filing).broken());
    }
    SUBCASE("by its official term") {
        filing.rates.push_back({.stated = 92_pct, .ratio = "在职人员控制率"});
        CHECK(check(filing).broken());
    }
}
