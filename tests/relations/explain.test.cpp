// SPDX-License-Identifier: MIT
#include "notation.hpp"

#include <tieout/numbers/date.hpp>
#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

#include <array>
#include <initializer_list>
#include <string>

using namespace tieout;
using namespace tieout::literals;
using notation::Document;

namespace {

Explanation explained(std::string_view line, Language language = Language::en) {
    const CheckOptions options = notation::take_options(line);
    Document document;
    for (const auto relation : notation::separated(line, ";")) document.state(relation);
    const auto checks = check_relations(document.relations, options);
    Explanation result = explain(document.relations, checks.front(), options, language);
    result.culprits.clear(); // they end with the document
    return result;
}

std::string text(const std::optional<Decimal>& number) { return number ? to_string(*number) : "none"; }

std::string text(const std::optional<Interval>& interval) {
    if (!interval) return "none";
    return (interval->low.closed ? "[" : "(") + to_string(interval->low.at) + ", " +
           to_string(interval->high.at) + (interval->high.closed ? "]" : ")");
}

struct Numbers {
    std::string_view line;
    std::string_view stated;
    std::string_view recomputed;
    std::string_view difference;
    std::string_view allowance;
    std::string_view between;
    std::string_view unit;
};

void hold(std::initializer_list<Numbers> table) {
    for (const Numbers& row : table) {
        CAPTURE(row.line);
        const Explanation explanation = explained(row.line);
        CHECK(text(explanation.stated) == row.stated);
        CHECK(text(explanation.recomputed) == row.recomputed);
        CHECK(text(explanation.difference) == row.difference);
        CHECK(text(explanation.allowance) == row.allowance);
        CHECK(text(explanation.between) == row.between);
        CHECK(explanation.unit.word() == row.unit);
    }
}

void write(std::initializer_list<std::array<std::string_view, 2>> table) {
    for (const auto& row : table) {
        CAPTURE(row[0]);
        CHECK(explained(row[0]).arithmetic == row[1]);
    }
}

} // namespace

// "the arithmetic written out as a person would write it (`1277.71 + 2682.5 = 3960.21, stated 3960.32`)"
TEST_CASE("a sum is written as its parts, what they make, and what is stated where that differs") {
    write({
        {"sum 3960.32 = 1277.71 + 2682.5", "1277.71 + 2682.5 = 3960.21, stated 3960.32"},
        {"sum 3960.21 = 1277.71 + 2682.5", "1277.71 + 2682.5 = 3960.21"},
        {"sum 10.00 = 4 + 6", "4 + 6 = 10.00"},
        {"sum 8 = 10 - 3", "10 − 3 = 7, stated 8"},
        {"sum 7 = -3 + 10", "-3 + 10 = 7"},
        {"sum 7 = 10 + -3", "10 + (-3) = 7"},
        {"sum -7 = -4 + -3", "-4 + (-3) = -7"},
        {"sum 8 = 2*3 + 0.5*4", "2 × 3 + 0.5 × 4 = 8"},
        {"sum 4 = 10 - 2*-3", "10 − 2 × (-3) = 16, stated 4"},
        {"sum 7 = 4 - 7 + 10", "4 + 10 − 7 = 7"}, // what is added comes first
        {"sum -7 = 0 - 7", "0 − 7 = -7"},
        {"sum 5 = a:2 + a + 1", "2 × 2 + 1 = 5"},
        {"sum 1 = a:2 - a + 1", "1 = 1"},
        {"sum 1 = a:2 - a", "0 = 0, stated 1"},
        {"sum 4.00 = 4.00 + 无", "4.00 + 0 = 4.00"},
        {"sum 5 = 5", "5 = 5"},
        {"sum 6 = 5", "5 = 5, stated 6"},
        {"sum 13% = 13%{-}", "-13 = -13, stated 13"},
        {"sum 13% = -13%{-}", "13 = 13"},
        {"sum 10 = 4 + _", "4 + ? = 10"},
        {"sum _ = 4 + 6", "4 + 6 = ?"},
        {"sum 10 = 4 + 约7", "4 + 7 = 10"},
    });
}

// "Mixed units in one relation."
TEST_CASE("every number has its unit where they differ, and the result is in that of the total") {
    write({
        {"sum 1709.11万元 = 467.35万元 + 12417600元", "467.35万元 + 12417600元 = 1709.11万元"},
        {"sum 1709.13万元 = 467.35万元 + 12417600元",
         "467.35万元 + 12417600元 = 1709.1100万元, stated 1709.13万元"},
        {"sum 17091300元 = 467.35万元 + 1241.76万元",
         "467.35万元 + 1241.76万元 = 17091100元, stated 17091300元"},
        {"sum 11% = 40‰ + 6%", "40‰ + 6% = 10.0%, stated 11%"},
        {"sum 10万元 = 4万元 + 6件", "4万元 + 6件 = 10万元"},
        {"at_most 531.07万元 <= 5251000元", "531.07万元 > 5251000元"},
        {"equal 1709.11万元 17091100元", "1709.11万元 = 17091100元"},
        {"linear 10万元 - 95000元 >= 1万元", "10万元 − 95000元 = 0.5000万元 < 1万元"},
        {"share 50% = 5000元 / 1万元", "5000元 / 1万元 = 50.00%, stated 50%"},
    });
}

TEST_CASE("a bound is written with the sign that the printed numbers have") {
    write({
        {"at_most 5 <= 6", "5 ≤ 6"},
        {"at_most 6 <= 6", "6 ≤ 6"},
        {"at_most 7 <= 6", "7 > 6"},
        {"at_most 3 + 4 <= 6", "3 + 4 = 7 > 6"},
        {"at_most 3 <= 1 + 1", "3 > 1 + 1 = 2"},
        {"at_most 2*3 <= 7", "2 × 3 ≤ 7"},
        {"at_most -5 <= -6", "-5 > -6"},
        {"at_most 5 <= _", "5 ≤ ?"},
    });
}

TEST_CASE("a linear form is written with its value and the bound that it meets or misses") {
    write({
        {"linear 60 + 50 == 100", "60 + 50 = 110 ≠ 100"},
        {"linear 60 + 40 == 100", "60 + 40 = 100"},
        {"linear 60 <= 100", "60 ≤ 100"},
        {"linear 60 >= 100", "60 < 100"},
        {"linear 60 > 60", "60 ≤ 60"},
        {"linear 60 < 60", "60 ≥ 60"},
        {"linear 61 > 60", "61 > 60"},
        {"linear 10 - 0.6*17 >= 0", "10 − 0.6 × 17 = -0.2 < 0"},
        {"linear -1*60 <= 0", "−60 ≤ 0"},
        {"linear a:5 - a > 0", "0 = 0 ≤ 0"},
        {"linear 10 + _ >= 0", "10 + ? ≥ 0"},
    });
}

TEST_CASE("statements of one figure are written once each, those that agree first") {
    write({
        {"equal 5498.14 5498.15", "5498.14 ≠ 5498.15"},
        {"equal 5 5", "5 = 5"},
        {"equal 5 5 5.0 5", "5 = 5.0"},
        {"equal 5 6 5.0 7 6", "5 = 5.0 ≠ 6 ≠ 7"},
        {"equal 无 0.00", "0 = 0.00"},
        {"equal 5 _", "5 ≠ ?"},
        {"equal -13% 13%{-}", "-13 = -13"},
    });
}

TEST_CASE("a quotient is written with its terms, two digits more than stated, and what is stated") {
    write({
        {"ratio 97.82% = 2608.00 / 2666.12", "2608.00 / 2666.12 = 97.8201%, stated 97.82%"},
        {"share 33% = 1件 / 3件", "1 / 3 = 33.33%, stated 33%"},
        {"share 66.7% = 2件 / 3件", "2 / 3 = 66.667%, stated 66.7%"},
        {"ratio 667‰ = 2件 / 3件", "2 / 3 = 666.67‰, stated 667‰"},
        {"ratio 0.33 = 1件 / 3件", "1 / 3 = 0.3333, stated 0.33"},
        {"ratio -0.33 = -1件 / 3件", "-1 / 3 = -0.3333, stated -0.33"},
        {"ratio 50% = 3 - 2 / 1 + 1", "(3 − 2) / (1 + 1) = 50.00%, stated 50%"},
        {"ratio 5000元/件 = 1万元 / 2件", "1万元 / 2件 = 5000.00元/件, stated 5000元/件"},
        {"ratio 50% = 1 / 无", "1 / 0, stated 50%"},
        {"ratio 50% = 1 / _", "1 / ?, stated 50%"},
        {"ratio 50% = 1万元 / 2件", "1万元 / 2件, stated 50%"},
        {"ratio 50% = 1 / 2 - 1", "1 / (2 − 1) = 100.00%, stated 50%"},
    });
}

TEST_CASE("growth is written as the change over the base, and what cancels is not written") {
    write({
        {"growth 20% : 100 => 120", "(120 − 100) / 100 = 20.00%, stated 20%"},
        {"growth 12.82% : 1728.85 => 1983.10", "(1983.10 − 1728.85) / 1728.85 = 14.7063%, stated 12.82%"},
        {"growth 20%{-} : 5 => 4", "(4 − 5) / 5 = -20.00%, stated -20%"},
        {"growth 10% : a:50 + 50 => a + 60", "(60 − 50) / (50 + 50) = 10.00%, stated 10%"},
        {"growth 0% : a:50 => a", "0 / 50 = 0.00%, stated 0%"},
        {"growth 20% : 无 => 5", "(5 − 0) / 0, stated 20%"},
    });
}

TEST_CASE("a product is written with the unit of every factor") {
    write({
        {"product 4800元 = 48元/盒 x 100盒", "48元/盒 × 100盒 = 4800元"},
        {"product 0.48万元 = 48元/盒 x 100盒", "48元/盒 × 100盒 = 0.48万元"},
        {"product 4801元 = 48元/盒 x 100盒", "48元/盒 × 100盒 = 4800元, stated 4801元"},
        {"product 6 = 2 x _", "2 × ? = 6"},
    });
}

TEST_CASE("the words between the numbers are in the language asked for") {
    CHECK(explained("sum 3960.32 = 1277.71 + 2682.5", Language::zh).arithmetic ==
          "1277.71 + 2682.5 = 3960.21, 列报 3960.32");
    CHECK(explained("share 34% = 1件 / 3件", Language::zh).arithmetic == "1 / 3 = 33.33%, 列报 34%");
    CHECK(explained("at_most 7 <= 6", Language::zh).arithmetic == "7 > 6");
}

TEST_CASE("all readings are written where none holds, and the one that holds where one does") {
    write({
        {"closed ratio 10% = 1件 / 2件 || ratio 10% = 1件 / 3件",
         "1 / 2 = 50.00%, stated 10%; 1 / 3 = 33.33%, stated 10%"},
        {"open ratio 10% = 1件 / 2件 || ratio 10% = 1件 / 3件",
         "1 / 2 = 50.00%, stated 10%; 1 / 3 = 33.33%, stated 10%"},
        {"closed ratio 33% = 1件 / 2件 || ratio 33% = 1件 / 3件", "1 / 3 = 33.33%, stated 33%"},
    });
}

TEST_CASE("a long sum is written with its beginning and its end") {
    Document document;
    std::vector<Term> parts;
    for (int i = 1; i <= 100; ++i) parts.emplace_back(document.keep(Stated(Figure(Decimal{i}))));
    document.relations.sum(document.keep(Stated(Figure(Decimal{5050}))), parts);
    const auto check = check_relation(document.relations, 0, {});
    CHECK(check.outcome == Outcome::exact);
    const std::string written = explain(document.relations, check, {}, Language::en).arithmetic;
    CHECK(written.starts_with("1 + 2 + 3 + "));
    CHECK(written.find(" + 20 + … + 81 + ") != std::string::npos);
    CHECK(written.ends_with(" + 99 + 100 = 5050"));
}

TEST_CASE("numbers are written as the document prints them") {
    Document document;
    Figure figure(Decimal::of(146700, 2));
    figure.text = "1467.00";
    Figure reversed(Decimal::of(13, 0), unit::percent);
    reversed.text = "13";
    reversed.sense = -1;
    document.relations.sum(document.keep(figure), {Term(document.keep(Figure(1467_dec)))});
    document.relations.equal({document.keep(reversed), document.keep(Figure(-13_pct))});
    const auto checks = check_relations(document.relations, {});
    CHECK(explain(document.relations, checks[0], {}, Language::en).arithmetic == "1467 = 1467.00");
    CHECK(explain(document.relations, checks[1], {}, Language::en).arithmetic == "-13 = -13");
}

TEST_CASE("dates are written as dates, and their difference is in days") {
    const auto day = [](const Date& date) { return Figure(Decimal{days_of(date)}, unit::day); };
    Document document;
    const Stated& signed_on = document.keep(day({2020, 6, 18}));
    const Stated& published = document.keep(day({2020, 5, 1}));
    document.relations.linear({signed_on}, Comparison::at_least, Decimal{days_of({2020, 12, 31})}, unit::day);
    document.relations.at_most(Term(signed_on), Term(published));
    document.relations.linear({Term(signed_on), Term(published, Decimal{-1})}, Comparison::at_most,
                              Decimal{20}, unit::day);
    document.relations.equal({signed_on, published});
    const auto checks = check_relations(document.relations, {});
    const std::array<std::string_view, 4> written{"2020-06-18 < 2020-12-31", "2020-06-18 > 2020-05-01",
                                                  "2020-06-18 − 2020-05-01 = 48 > 20",
                                                  "2020-06-18 ≠ 2020-05-01"};
    const std::array<int, 4> difference{196, 48, -28, 48};
    for (std::size_t i = 0; i < checks.size(); ++i) {
        CHECK(checks[i].outcome == Outcome::broken);
        const Explanation explanation = explain(document.relations, checks[i], {}, Language::en);
        CHECK(explanation.arithmetic == written[i]);
        CHECK(explanation.difference == Decimal{difference[i]});
        CHECK_FALSE(explanation.stated);
        CHECK_FALSE(explanation.recomputed);
        CHECK_FALSE(explanation.allowance);
        CHECK_FALSE(explanation.between);
    }
}

// "`difference` = stated − recomputed; a recomputed quotient is given to two digits beyond the printed scale, rounded
// half up; `allowance` is the largest difference on that side that would hold" (design, section 7.2)
TEST_CASE("an explanation says by how much, and how much was allowed") {
    hold({
        {"sum 3960.32 = 1277.71 + 2682.5", "3960.32", "3960.21", "0.11", "0.060", "[3960.155, 3960.265]", ""},
        {"sum 3960.10 = 1277.71 + 2682.5", "3960.10", "3960.21", "-0.11", "0.060", "[3960.155, 3960.265]",
         ""},
        {"sum 531.07万元 = 525.10万元", "531.07", "525.10", "5.97", "0.010", "[525.095, 525.105]", "万元"},
        {"sum 5489.15 = 3021.47 + 2467.68", "5489.15", "5489.15", "0.00", "0.015", "[5489.140, 5489.160]",
         ""},
        {"sum 11件 = 4件 + 6件", "11", "10", "1", "0", "[10, 10]", "件"},
        {"@half_up sum 12 = 1 + 4 + 5", "12", "10", "2", "1", "[8.5, 11.5)", ""}, // 2 is not allowed, 1 is
        {"@half_up sum 11 = 4 + 6", "11", "10", "1", "1", "[9.0, 11.0)", ""}, // 1.5 is no printed difference
        {"@truncated sum 12 = 4 + 6", "12", "10", "2", "1", "[10, 12)", ""},
        {"@truncated sum 9 = 4 + 6", "9", "10", "-1", "0", "[10, 12)", ""},
        {"sum 1 = a:5 - a", "1", "0", "1", "0.5", "[0, 0]", ""},
        {"sum 1709.13万元 = 467.35万元 + 12417600元", "1709.13", "1709.1100", "0.0200", "0.01005",
         "[1709.10495, 1709.11505]", "万元"},
        {"at_most 7 <= 5", "7", "5", "2", "1.0", "[4.5, 5.5]", ""},
        {"at_most 5 <= 7", "5", "7", "-2", "none", "[6.5, 7.5]", ""}, // any difference on that side holds
        {"linear 60 + 50 == 100", "100", "110", "-10", "1.0", "[109.0, 111.0]", ""},
        {"linear 60 >= 70", "70", "60", "10", "0.5", "[59.5, 60.5]", ""},
        {"linear 60 <= 70", "70", "60", "10", "none", "[59.5, 60.5]", ""},
        {"linear 60件 > 60", "60", "60", "0", "none", "[60, 60]", "件"}, // not even none is allowed
        {"linear 10万元 >= 110000元", "110000", "100000", "10000", "5000", "[95000, 105000]", "元"},
        {"equal 5498.14 5498.16", "5498.14", "5498.16", "-0.02", "0.010", "[5498.155, 5498.165]", ""},
        {"equal 5 9 7", "5", "9", "-4", "1.0", "[8.5, 9.5]", ""}, // the farthest
        {"product 4801元 = 48元/盒 x 100盒", "4801", "4800", "1", "0.5", "[4800, 4800]", "元"},
        {"ratio 34% = 1件 / 3件", "34", "33.33", "0.67", "0.50", "[33.33, 33.34]", "%"},
        {"ratio 32% = 1件 / 3件", "32", "33.33", "-1.33", "0.49", "[33.33, 33.34]", "%"}, // down to 32.84
        {"ratio 61% = 1 / 3", "61", "33.33", "27.67", "27.17", "[14.28, 60.00]", "%"},
        {"ratio -101% = 1 / -2", "-101", "-50.00", "-51.00", "50.50", "[-100.00, -20.00]", "%"},
        {"@half_up ratio 101% = 1 / 2", "101", "50.00", "51.00", "50.49", "(20.00, 100.00)", "%"},
        {"ratio 50% = 1 / 2 - 1", "50", "100.00", "-50.00", "none", "none", "%"},
        {"sum 10 = 4 + _", "none", "none", "none", "none", "none", ""},
        {"ratio 50% = 1 / 无", "50", "none", "none", "none", "none", "%"},
    });
}

TEST_CASE("an explanation names the figures that leave a check undecided or make it coarse") {
    const auto culprits = [](std::string_view line) {
        Document document(line);
        const Check check = check_relations(document.relations, {}).front();
        std::string text;
        for (const Figure* figure : explain(document.relations, check, {}, Language::en).culprits)
            text += (text.empty() ? "" : " ") + figure->place;
        return text;
    };
    CHECK(culprits("sum 10 = 4 + _") == "_");
    CHECK(culprits("sum 10 = —— + 约6") == "—— 约6");
    CHECK(culprits("sum 10 = 4 + 6") == "");
    CHECK(culprits("sum 3960.27 = 1277.71 + 2682.5") == "2682.5");
    CHECK(culprits("ratio 50% = 1 / 2 - 1") == "2 1");
    CHECK(culprits("growth 50% : 无 => 1") == "无");
    CHECK(culprits("sum 10 = 4 + 6件") == "10 4 6件");
    CHECK(culprits("unit 404.96{unitless}") == "404.96");
    CHECK(culprits("sum? 10 = 4") == "10");
    CHECK(culprits("open ratio 10% = 1件 / 2件 || ratio 10% = 1件 / 3件") == "10%");
}

TEST_CASE("an operand stands for its interval in the relation") {
    Document document("sum 4.01 = 4.00 + 0 + 无 + 约3");
    const Relation& relation = document.relations.all()[0];
    const auto operands = document.relations.operands(relation);
    const auto shown = [&](std::size_t index) {
        return text(interval_in(document.relations, relation, operands[index], {}));
    };
    CHECK(shown(0) == "[4.005, 4.015]");
    CHECK(shown(2) == "[-0.005, 0.005]"); // as fine as its neighbours
    CHECK(shown(3) == "[0, 0]");
    CHECK(shown(4) == "none");
}

TEST_CASE("figures beyond 38 digits are explained as far as they can be") {
    const Explanation wide =
        explained("sum 99999999999999999999999999999999999999 = "
                  "49999999999999999999999999999999999999 + 50000000000000000000000000000000000002");
    CHECK(wide.arithmetic ==
          "49999999999999999999999999999999999999 + 50000000000000000000000000000000000002 = …, "
          "stated 99999999999999999999999999999999999999");
    CHECK(text(wide.difference) == "-2");
    CHECK(text(wide.allowance) == "1.5");
}
