// SPDX-License-Identifier: MIT
#include "notation.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace tieout;
using notation::Document;
using notation::outcome_of;
using notation::outcomes_of;
using notation::result_of;

namespace {

/// Each line is a relation and what must come out of it; the notation is explained in notation.hpp.
void hold(std::string_view table) {
    std::size_t relations = 0;
    for (const std::string_view text : notation::separated(table, "\n")) {
        const std::string_view line = notation::trimmed(text.substr(0, text.find('#')));
        if (line.empty()) continue;
        const auto parts = notation::split(line, " -> ");
        REQUIRE(parts);
        CAPTURE(line);
        CHECK(result_of(notation::trimmed(parts->before)) == notation::trimmed(parts->after));
        ++relations;
    }
    CHECK(relations > 0);
}

} // namespace

// "`exact`: holds with the numbers as printed. `rounding`: does not, but some true values within the printed precision
// satisfy it. `broken`: no true values within the printed precision satisfy it." (design, section 2)
// "with scale d, x stands for the closed interval [x − ½·10⁻ᵈ, x + ½·10⁻ᵈ]. That is `nearest`, the default" (section 4)
TEST_CASE("a sum holds exactly, within its rounding, or not at all") {
    hold(R"(
        sum 10 = 4 + 6 -> exact
        sum 10.00 = 4 + 6.0 -> exact
        sum 11 = 4 + 6 -> rounding
        sum 9 = 4 + 6 -> rounding
        sum 12 = 4 + 6 -> broken                    # gap 2, and 3 · ½ allowed
        sum 8 = 4 + 6 -> broken
        sum 5498.15 = 503.49 + 4994.66 -> exact
        sum 5498.14 = 503.49 + 4994.66 -> rounding  # gap 0.01 of 0.015
        sum 5498.16 = 503.49 + 4994.66 -> rounding
        sum 5498.13 = 503.49 + 4994.66 -> broken
        sum 5498.17 = 503.49 + 4994.66 -> broken
        sum 3960.32 = 1277.71 + 2682.5 -> broken    # gap 0.11 of 0.06
        sum -10 = -4 + -6 -> exact
        sum -11 = -4 + -6 -> rounding
        sum -12 = -4 + -6 -> broken
        sum 2 = 6 - 4 -> exact
        sum 3 = 6 - 4 -> rounding
        sum 4 = 6 - 4 -> broken
        sum 5 = 4 -> rounding edge
        sum 6 = 4 -> broken
    )");
}

// "a negative coefficient swaps the ends and their openness" (section 4)
TEST_CASE("a coefficient widens the interval of its figure, a negative one turns it round") {
    hold(R"(
        sum 10 = 2*3 + 4 -> exact
        sum 11 = 2*3 + 4 -> rounding
        sum 12 = 2*3 + 4 -> rounding edge               # ½ + 2·½ + ½ = 2 allowed
        sum 13 = 2*3 + 4 -> broken
        sum 4 = 10 - 2*3 -> exact
        sum 2 = 10 - 2*3 -> rounding edge
        sum 6 = 10 - 2*3 -> rounding edge
        sum 1 = 10 - 2*3 -> broken
        sum 7 = 10 - 2*3 -> broken
        sum 0.6 = 0.2*3 -> exact
        sum 5 = 5 + 0*7 -> exact
        sum 6 = 5 + 0*7 -> rounding edge                # what counts nothing adds no width
        sum 7 = 5 + 0*7 -> broken
        @half_up sum 4 = 8{exact} - 5 -> rounding edge  # [3.5, 4.5) meets 8 − [4.5, 5.5) = (2.5, 3.5]
        @half_up sum 2 = 8{exact} - 5 -> broken         # [1.5, 2.5) does not
        sum 2 = 8{exact} - 5 -> rounding edge           # but [1.5, 2.5] does
    )");
}

// "Other ways of printing …: `half_up` (the upper end open, mirrored for negatives), `truncated` (zero stands for
// (−u, u)), `exact`. Open or closed is a property of each *end point*." (section 4)
TEST_CASE("the four ways of printing open and close their ends") {
    hold(R"(
        sum 8 = 1 + 4 + 5 -> rounding edge unlikely
        sum 12 = 1 + 4 + 5 -> rounding edge unlikely
        @half_up sum 12 = 1 + 4 + 5 -> broken           # 11.5 against (…, 11.5)
        @half_up sum 8 = 1 + 4 + 5 -> broken
        @half_up sum 11 = 1 + 4 + 5 -> rounding
        @half_up sum 5 = 4 -> broken
        @half_up sum -5 = -4 -> broken
        @half_up sum 5{nearest} = 4{nearest} -> rounding edge
        @half_up sum 5 = 4{nearest} -> rounding edge    # [4.5, …) and [3.5, 4.5]
        @half_up sum 4 = 5{nearest} -> broken           # (…, 4.5) and [4.5, 5.5]
        @half_up sum -4 = -5{nearest} -> broken
        @half_up sum -5 = -4{nearest} -> rounding edge
        @half_up equal 0 0.5{exact} -> broken           # a bare 0 beside 0.5 is known to 0.1
        @half_up equal 0{d=0} 0.5{exact} -> broken
        @half_up equal 0{d=0} -0.5{exact} -> broken
        @nearest equal 0{d=0} 0.5{exact} -> rounding coarse edge
        @truncated sum 10 = 4 + 6 -> exact
        @truncated sum 11 = 4 + 6 -> rounding
        @truncated sum 12 = 4 + 6 -> broken
        @truncated sum 9 = 4 + 6 -> broken
        @truncated sum -11 = -4 + -6 -> rounding
        @truncated sum -12 = -4 + -6 -> broken
        @truncated sum -9 = -4 + -6 -> broken
        @truncated sum 3 = 8 - 4 -> rounding            # (8 − 5, 9 − 4) = (3, 5) and [3, 4)
        @truncated sum 2 = 8 - 4 -> broken
        @truncated sum 5 = 8 - 4 -> broken
        @truncated sum 1 = 0{d=0} + 0{d=0} -> rounding  # (−2, 2) and [1, 2)
        @truncated sum 2 = 0{d=0} + 0{d=0} -> broken
        @truncated sum -1 = 0{d=0} + 0{d=0} -> rounding
        @truncated sum 1 = 4 - 4 -> broken              # (−1, 1)
        @exact sum 10 = 4 + 6 -> exact
        @exact sum 10.01 = 4 + 6 -> broken
        @exact sum 11 = 4 + 6 -> broken
        sum 11{exact} = 4 + 6 -> rounding edge          # only the parts may move, by 1
        sum 12{exact} = 4 + 6 -> broken
        sum 11{exact} = 4{exact} + 6{exact} -> broken
        sum 11{truncated} = 4{truncated} + 6{truncated} -> rounding
        sum 12{truncated} = 4{truncated} + 6{truncated} -> broken
        sum 12{half_up} = 1{half_up} + 4{half_up} + 5{half_up} -> broken
    )");
}

// "Counts, weights, awarded scores, unit prices, targets and thresholds are `exact`" (section 4)
TEST_CASE("counts, scores and prices are exact, measures and counts in ten thousands are not") {
    hold(R"(
        sum 10件 = 4件 + 6件 -> exact
        sum 11件 = 4件 + 6件 -> broken
        sum 11分 = 4分 + 6分 -> broken
        sum 11元/盒 = 4元/盒 + 6元/盒 -> broken
        sum 11公里 = 4公里 + 6公里 -> rounding
        sum 12公里 = 4公里 + 6公里 -> broken
        sum 11万件 = 4万件 + 6万件 -> rounding
        @truncated sum 11件 = 4件 + 6件 -> broken
        @half_up sum 5件 = 4件 -> broken
        sum 11件{nearest} = 4件{nearest} + 6件 -> rounding edge
        sum 12件{nearest} = 4件{nearest} + 6件 -> broken
        equal 5件 5.0件 -> exact
        equal 5件 6件 -> broken
    )");
}

// "`无` and 零 are exactly zero; a bare `0` takes, in each relation, the finest scale of the other figures there."
TEST_CASE("无 is nothing, 0.00 is next to nothing, and a bare 0 is as precise as its neighbours") {
    hold(R"(
        sum 4.00 = 4.00 + 无 -> exact
        sum 4.01 = 4.00 + 无 -> rounding edge         # 0.01 allowed
        sum 4.02 = 4.00 + 无 -> broken
        sum 4.01 = 4.00 + 0.00 -> rounding           # 0.015 allowed
        sum 4.02 = 4.00 + 0.00 -> broken
        sum 4.01 = 4.00 + 0 -> rounding
        sum 4.02 = 4.00 + 0 -> broken
        sum 4.02 = 4.00 + 0.0 -> rounding coarse     # 0.06 allowed, 0.015 at two digits
        sum 4.30 = 4.00 + 0{d=0} -> rounding coarse  # stated to whole units: not bare
        sum 4.1 = 4.00 + 0 -> broken                 # 0.06 allowed
        sum 0 = 0.004 - 0.003 -> rounding            # 0.0015 allowed
        sum 0 = 0.005 - 0.003 -> broken
        sum 0 = 0 + 0 -> exact
        sum 0 = 无 -> exact
        sum 4万元 = 4万元 + 零万元 -> exact
        sum 100.00元 = 99.99元 + 0万元 -> rounding       # 0 万元 is known to 0.01 元
        sum 100.02元 = 100.00元 + 0万元 -> broken
        equal 无 0.00 -> exact
        equal 无 0.01 -> broken
        equal 0.00 0.01 -> rounding edge
        equal 0 0.01 -> rounding edge
        equal 0 0.02 -> broken
        equal 0件 无件 -> undecided unreadable          # 无件 is no word for zero
        sum 0件 = 无人 -> exact
    )");
}

// "`coarse` (would be broken at the common scale; names the coarse figures)"; "`--scale common` gives all figures of a
// relation in one unit the finest scale among them" (section 4)
TEST_CASE("a figure printed coarser than its neighbours is noted as coarse, and the common scale breaks it") {
    hold(R"(
        sum 3960.22 = 1277.71 + 2682.5 -> rounding               # gap 0.01: within 0.015 even at two digits
        sum 3960.23 = 1277.71 + 2682.5 -> rounding coarse
        sum 3960.26 = 1277.71 + 2682.5 -> rounding coarse
        sum 3960.27 = 1277.71 + 2682.5 -> rounding coarse edge   # 0.06 of 0.06
        sum 3960.28 = 1277.71 + 2682.5 -> broken
        @common sum 3960.21 = 1277.71 + 2682.5 -> exact
        @common sum 3960.22 = 1277.71 + 2682.5 -> rounding
        @common sum 3960.23 = 1277.71 + 2682.5 -> broken
        sum 11.0 = 4 + 6 -> rounding coarse
        sum 11.0件 = 4件 + 6件 -> broken
        sum 0.7 = 0.2*3 -> rounding coarse
        sum 1709.12万元 = 467.35万元 + 12417600元 -> rounding         # other units keep their scale
        @common sum 1709.12万元 = 467.35万元 + 12417600元 -> rounding
        @common sum 1709.1万元 = 467.35万元 + 12417600元 -> rounding  # 0.01 of 0.01005
        sum 1709.1万元 = 467.35万元 + 12417600元 -> rounding
        sum 1709.1万元 = 467.32万元 + 12417600元 -> rounding coarse   # 0.02 of 0.05505, of 0.01005 at two digits
        @common sum 1709.1万元 = 467.32万元 + 12417600元 -> broken
    )");
}

// "*edge* (holds only where end points touch, as when one figure is printed twice one unit apart, 尾差)"
// "*unlikely* (12·gap² > 9·Σc²u² over all terms: so many rounded items that almost any total would pass)"
TEST_CASE("touching ends and improbable sums are noted") {
    hold(R"(
        sum 11 = 1 + 4 + 5 -> rounding
        sum 12 = 1 + 4 + 5 -> rounding edge unlikely                           # 48 > 36
        sum 13 = 1 + 2 + 3 + 5 -> rounding unlikely                            # 48 > 45
        sum 13 = 1 + 1 + 3 + 5 + 1 -> rounding                                 # gap 2: 48 < 54
        sum 14 = 1 + 1 + 3 + 5 + 1 -> rounding edge unlikely                   # gap 3: 108 > 54
        sum 15 = 1 + 1 + 3 + 5 + 1 -> broken
        sum 99 = 10 + 10 + 10 + 10 + 10 + 10 + 10 + 10 + 10 + 10 -> rounding
        sum 103 = 10 + 10 + 10 + 10 + 10 + 10 + 10 + 10 + 10 + 10 -> rounding unlikely  # 108 > 99
        sum 102 = 10 + 10 + 10 + 10 + 10 + 10 + 10 + 10 + 10 + 10 -> rounding  # 48 < 99
        sum 5498.15 = 5498.14 -> rounding edge
    )");
}

// "`undecided`: a term is missing, blank, not applicable or approximate …; it says which." (section 2)
// "a sum needs one [dimension]" (section 3)
TEST_CASE("what is missing, not applicable, approximate, unreadable or of another dimension leaves a sum "
          "undecided") {
    hold(R"(
        sum 10 = 4 + _ -> undecided missing
        sum _ = 4 + 6 -> undecided missing
        sum 10 = 4 + —— -> undecided not_applicable
        sum 10 = 4 + / -> undecided not_applicable
        sum 10 = 4 + 约6 -> undecided approximate
        sum 10 = 4 + 6左右 -> undecided approximate
        sum 10 = 4 + abc -> undecided unreadable
        sum 10万元 = 4万元 + 6件 -> undecided mixed_units
        sum 10% = 4% + 6 -> undecided mixed_units
        sum 10元/盒 = 4元 + 6元 -> undecided mixed_units
        sum 10% = 4% + 6个百分点 -> exact
        sum 10% = 40‰ + 6% -> exact
        sum 11% = 40‰ + 6% -> rounding
        ~ sum 10 = 4 + 6 -> exact
        ~ sum 11 = 4 + 6 -> undecided approximate
        ~ sum 19 = 4 + 6 -> undecided approximate
    )");
}

// "Units convert exactly, by a shift of the scale." (section 3)
TEST_CASE("mixed units of one dimension are added with the precision of each") {
    hold(R"(
        sum 1709.11万元 = 467.35万元 + 12417600元 -> exact
        sum 1709.12万元 = 467.35万元 + 12417600元 -> rounding  # gap 100 元, 50 + 50 + ½ allowed
        sum 1709.13万元 = 467.35万元 + 12417600元 -> broken
        sum 1709.12万元 = 467.35万元 + 12417600元{exact} -> rounding edge
        sum 1709.12万元 = 467.35万元 + 12417599元{exact} -> broken
        sum 1亿元 = 9999万元 + 1万元 -> exact
        sum 2亿元 = 9999万元 + 1万元 -> broken
        sum 1亿元 = 5000万元 -> rounding
        sum 1亿元 = 4999.5万元{d=0} -> rounding edge          # [4999, 5000] and [5000, 15000]
        sum 1亿元 = 4999.5万元 -> broken
        sum 3千元 = 1000元 + 2千元 -> exact
        sum 2百万元 = 100万元 + 1000千元 -> exact
    )");
}

// "A list of parts that the document does not call complete" (section 5: "One that is not must not exceed its item,
// provided all stated parts are ≥ 0"; section 10: Furong's project budgets)
TEST_CASE("an open list may fall short of its total, which is undecided, but not exceed it") {
    hold(R"(
        sum? 313.88 = 300.00 + 13.88 -> exact
        sum? 313.88 = 300.00 + 13.89 -> rounding
        sum? 313.88 = 300.00 + 13.87 -> rounding
        sum? 313.88 = 300.00 + 13.90 -> broken
        sum? 313.88 = 300.00 + 13.86 -> undecided open_list
        sum? 313.88 = 300.00 + 9.23 -> undecided open_list
        sum? 313.88 = 320.00 + -1.00 -> undecided open_list  # what is not listed may be negative too
        sum? 313.88 = 320.00 - 1.00 -> undecided open_list
        sum? 313.88 = 300.00 + _ -> undecided missing
        sum? 3件 = 1件 + 1件 -> undecided open_list
        sum? 3件 = 1件 + 3件 -> broken
    )");
}

TEST_CASE("a part that is left blank adds nothing to a sum that holds, and may be what is missing") {
    const auto with = [](std::string_view part, bool open_list) {
        const Stated total(Figure(*parse_decimal("30.00"), unit::wan_yuan));
        const Stated basic(Figure(*parse_decimal("20.00"), unit::wan_yuan));
        const Stated project(Figure(*parse_decimal(part), unit::wan_yuan));
        Relations relations;
        relations.state({.kind = Kind::sum, .open_list = open_list, .blanks = true}, total,
                        std::array<Term, 2>{basic, project}, {});
        // What is stated behind it has no blanks of its own.
        relations.sum(total, {basic, project});
        return outcomes_of(check_relations(relations, {}));
    };
    CHECK(with("10.00", false) == "exact; exact");
    CHECK(with("9.99", false) == "rounding; rounding");
    CHECK(with("9.00", false) == "undecided doubted; broken");
    CHECK(with("9.00", true) == "undecided open_list; broken");
    CHECK(with("11.00", false) == "broken; broken");
    // What is blank may be negative as well, where another part is.
    CHECK(with("-1.00", false) == "undecided doubted; broken");
}

TEST_CASE("a figure that stands twice in a sum moves once") {
    hold(R"(
        sum 0{d=0} = a:5 - a -> exact
        sum 1 = a:5 - a -> broken
        sum 10 = a:5 + a -> exact
        sum 11 = a:5 + a -> rounding
        sum 12 = a:5 + a -> broken
        sum t:10 = t - 2{exact} -> broken
        sum t:10 = t + 无 -> exact
        sum t:10 = 2*t - 10 -> exact
        sum t:10 = 2*t - 9 -> rounding edge  # t = 9 ± ½
        sum t:10 = 2*t - 8 -> broken
    )");
}

// "A figure stated several times is a relation of its own (equal, after conversion to one unit, within the coarser
// scale)." (section 4)
TEST_CASE("statements of one figure agree if their intervals share a point") {
    hold(R"(
        equal 5 5 -> exact
        equal 5 5.0 -> exact
        equal 5 6 -> rounding edge
        equal 5498.14 5498.15 -> rounding edge
        equal 5498.14 5498.16 -> broken
        equal 5 7 -> broken
        equal -5 -6 -> rounding edge
        equal 12.3 12.34 -> rounding coarse
        equal 12.3 12.35 -> rounding coarse
        equal 12.3 12.36 -> broken
        equal 12.3 12.25 -> rounding coarse
        equal 12.3 12.24 -> broken
        equal 12.3 12.35{exact} -> rounding coarse edge
        equal 12.3 12.351{exact} -> broken
        equal 12.3 12.31{exact} -> rounding coarse  # inside, not at an end
        equal 12.3 12.31{exact} 12.310{exact} -> rounding coarse
        @common equal 12.3 12.34 -> broken
        equal 1 2 1 -> rounding edge
        equal 1 2 3 -> broken
        equal 5 5 5 5 -> exact
        @half_up equal 5 6 -> broken
        @truncated equal 5 6 -> broken
        @truncated equal 12.3 12.39 -> rounding coarse
        @truncated equal 12.3 12.4 -> broken
        @truncated equal 12.3 12.29 -> broken
        @exact equal 5 5.1 -> broken
        equal 1709.11万元 17091100元 -> exact
        equal 1709.11万元 17091149元 -> rounding
        equal 1709.11万元 17091150元 -> rounding
        equal 1709.11万元 17091151元 -> broken         # [17091150.5, …] above 17091150
        equal 97.82% 978.2‰ -> exact
        equal 97.82% 978‰ -> rounding
        equal 5 _ -> undecided missing
        equal 5 约5 -> undecided approximate
        equal 5件 5 -> undecided mixed_units
        equal -13% 13%{-} -> exact                  # 减少13%
        equal -13% 13% -> broken
    )");
}

TEST_CASE("a bound holds if the lesser can be at most the greater") {
    hold(R"(
        at_most 5 <= 5 -> exact
        at_most 5 <= 6 -> exact
        at_most 6 <= 5 -> rounding edge
        at_most 7 <= 5 -> broken
        at_most 5.4 <= 5 -> rounding coarse
        at_most 5.6 <= 5 -> broken
        at_most 5.5{exact} <= 5 -> rounding coarse edge
        at_most 5.51{exact} <= 5 -> broken
        @half_up at_most 6 <= 5 -> broken
        @half_up at_most -5 <= -6 -> broken
        @truncated at_most 6 <= 5 -> broken
        @truncated at_most 5.9 <= 5 -> rounding coarse unlikely  # 12 · 0.81 > 9 · 1.01
        at_most -5 <= -6 -> rounding edge
        at_most -4 <= -6 -> broken
        at_most 3 + 3 <= 5 -> rounding
        at_most 4 + 3 <= 5 -> broken
        at_most 5 <= 2 + 2 -> rounding
        at_most 6 <= 2 + 2 -> broken
        at_most 2*3 <= 5 -> rounding
        at_most 5件 <= 5件 -> exact
        at_most 6件 <= 5件 -> broken
        at_most a:5 <= a -> exact
        at_most a:5 <= a - 1件 -> undecided mixed_units
        at_most 531.07万元 <= 525.10万元 -> broken
        at_most 5251000元 <= 525.10万元 -> exact
        at_most 5251050元{exact} <= 525.10万元 -> rounding edge
        at_most 5251051元{exact} <= 525.10万元 -> broken
        at_most 无 <= 0.00 -> exact
        at_most 5 <= _ -> undecided missing
        at_most 约5 <= 6 -> undecided approximate
    )");
}

// "A linear relation holds if its interval and the constant's share a point" (section 4); "A `linear` has one of
// `equals`, `at_least`, `at_most`, `more_than`, `less_than`, a constant with the unit of the terms unless it says
// otherwise" (section 7.3)
TEST_CASE("a linear form stands to its constant in one of five ways") {
    hold(R"(
        linear 60 == 60 -> exact
        linear 60 == 60.4 -> rounding
        linear 60 == 60.5 -> rounding edge
        linear 60 == 59.5 -> rounding edge
        linear 60 == 60.6 -> broken
        linear 60 == 59.4 -> broken
        linear 30 + 31 == 60 -> rounding edge
        linear 30 + 32 == 60 -> broken
        linear 60 >= 60 -> exact
        linear 61 >= 60 -> exact
        linear 60 >= 60.4 -> rounding
        linear 60 >= 60.5 -> rounding edge
        linear 60 >= 60.6 -> broken
        linear 60 <= 60 -> exact
        linear 60 <= 59.6 -> rounding
        linear 60 <= 59.5 -> rounding edge
        linear 60 <= 59.4 -> broken
        linear 61 > 60 -> exact
        linear 60 > 60 -> rounding
        linear 60 > 60.4 -> rounding
        linear 60 > 60.5 -> broken                         # an end that touches is not more
        linear 59 < 60 -> exact
        linear 60 < 60 -> rounding
        linear 60 < 59.6 -> rounding
        linear 60 < 59.5 -> broken
        linear 60件 >= 60 -> exact
        linear 60件 > 60 -> broken
        linear 60分 + 40分 == 100 -> exact
        linear 60分 + 50分 == 100 -> broken
        @half_up linear 60 >= 60.5 -> broken
        @half_up linear 60 <= 59.5 -> rounding edge
        @half_up linear -60 >= -59.5 -> rounding edge
        @half_up linear -60 <= -60.5 -> broken
        @half_up linear -1*60 >= -59.5 -> rounding edge    # −[59.5, 60.5)
        @half_up linear -1*60 <= -60.5 -> broken
        @truncated linear 60 >= 60.8 -> rounding
        @truncated linear 60 >= 60.9 -> rounding unlikely  # 12 · 0.81 > 9
        @truncated linear 60 >= 61 -> broken
        @truncated linear 60 <= 59.9 -> broken
        linear 10万元 - 0.6*16万元 >= 0 -> exact
        linear 10万元 - 0.6*17万元 >= 0 -> rounding
        linear 10万元 - 0.6*18万元 >= 0 -> rounding edge       # −0.8 of ½ + 0.6·½
        linear 10万元 - 0.6*19万元 >= 0 -> broken
        linear 10万元 >= 100000元 -> exact
        linear 10万元 >= 105000元 -> rounding edge
        linear 10万元 >= 105001元 -> broken
        linear 10万元 == 10 -> exact                         # the constant takes the unit of the terms
        linear 10万元 >= 11 -> broken
        linear 97.82% <= 100 -> exact
        linear 10万元 == 10件 -> undecided mixed_units
        linear 10万元 + 1件 >= 0 -> undecided mixed_units
        linear 10 + _ >= 0 -> undecided missing
        linear a:10 - a >= 0 -> exact
        linear a:10 - a > 0 -> broken
    )");
}

// "A quotient N/D = r … holds iff min(N − r_hi·D) ≤ 0 ≤ max(N − r_lo·D) over the box (strict where an open end is
// used)" (section 4); "For a quotient: rounded to the printed scale, the printed operands give the printed result."
TEST_CASE("a quotient is exact if the printed operands round to the printed result") {
    hold(R"(
        ratio 33% = 1件 / 3件 -> exact
        ratio 34% = 1件 / 3件 -> broken
        ratio 33.3% = 1件 / 3件 -> exact
        ratio 33.4% = 1件 / 3件 -> broken
        ratio 333‰ = 1件 / 3件 -> exact
        ratio 334‰ = 1件 / 3件 -> broken
        ratio 0.5 = 1万元 / 2万元 -> exact
        ratio 50% = 5000元 / 1万元 -> exact
        ratio 5000元/件 = 1万元 / 2件 -> exact
        ratio 33%{exact} = 1件 / 3件 -> broken
        ratio 50%{exact} = 1件 / 2件 -> exact
        ratio 13% = 1件 / 8件 -> exact                     # 12.5 %: nobody can know how a writer rounds ties
        ratio 12% = 1件 / 8件 -> exact
        @half_up ratio 13% = 1件 / 8件 -> exact
        @half_up ratio 12% = 1件 / 8件 -> broken
        @half_up ratio -13% = -1件 / 8件 -> exact
        @half_up ratio -12% = -1件 / 8件 -> broken
        @truncated ratio 12% = 1件 / 8件 -> exact
        @truncated ratio 13% = 1件 / 8件 -> broken
        @truncated ratio 0% = 1件 / 101件 -> exact
        @truncated ratio 0% = 1件 / 100件 -> broken
        ratio 96.63% = 1709.11万元 / 1768.72万元 -> exact
        ratio 83.03% = 8901件 / 10000件 -> broken
        share 27.34% = 467.35万元 / 1709.11万元 -> exact
        share 27.35% = 467.35万元 / 1709.11万元 -> rounding  # at most 467.355 / 1709.105 = 27.34501 %
        share 27.35% = 467.35万元{exact} / 1709.11万元{exact} -> broken
        share 27.36% = 467.35万元 / 1709.11万元 -> broken
        ~ ratio 34% = 1件 / 3件 -> undecided approximate
    )");
}

TEST_CASE("a quotient of rounded figures reaches from its least to its greatest corner") {
    hold(R"(
        ratio 60% = 1 / 3 -> rounding                       # 1 / 3 lies in [1/7, 0.6]
        ratio 60.5%{d=0} = 1 / 3 -> rounding edge
        ratio 61% = 1 / 3 -> broken
        ratio 14% = 1 / 3 -> rounding
        ratio 13% = 1 / 3 -> broken
        ratio 100% = 1 / 2 -> rounding                      # [0.2, 1]
        ratio 100.5%{d=0} = 1 / 2 -> rounding edge
        ratio 101% = 1 / 2 -> broken
        ratio 20% = 1 / 2 -> rounding
        ratio 19.5%{d=0} = 1 / 2 -> rounding edge
        ratio 19% = 1 / 2 -> broken
        @half_up ratio 100.5%{d=0} = 1 / 2 -> broken
        @half_up ratio 19.5%{d=0} = 1 / 2 -> broken
        ratio 100.5%{d=0,half_up} = 1 / 2 -> rounding edge  # [1, 1.01) and [0.2, 1]
        ratio 19.5%{d=0,half_up} = 1 / 2 -> broken          # [0.19, 0.2) and [0.2, 1]
        @truncated ratio 50% = 1 / 2 -> exact
        @truncated ratio 99% = 1 / 2 -> rounding            # (1/3, 1)
        @truncated ratio 100% = 1 / 2 -> broken
        @truncated ratio 33% = 1 / 2 -> rounding
        @truncated ratio 32% = 1 / 2 -> broken
        ratio -50% = -1 / 2 -> exact
        ratio -100% = -1 / 2 -> rounding
        ratio -101% = -1 / 2 -> broken
        ratio 0% = 0{d=0} / 2 -> exact
        ratio -33% = 0{d=0} / 2 -> rounding
        ratio -34% = 0{d=0} / 2 -> broken
        ratio 40% = 1.0 / 3 -> rounding coarse
        ratio 35% = 1.0 / 3 -> rounding
        ratio 50% = 1.0 / 3 -> broken
        ratio 50%{-} = -1 / 2 -> exact
        share 50% = 1 + 1 / 2 + 2 -> exact
        share 90% = 1 + 1 / 2 + 2 -> rounding               # [1/5, 1]
        share 100% = 1 + 1 / 2 + 2 -> rounding unlikely     # 12 · 2² > 9 · (4 + 0.04²)
        share 101% = 1 + 1 / 2 + 2 -> broken
        ratio 50% = 3 - 2 / 2 -> exact
        ratio 133% = 3 - 2 / 2 -> rounding                  # [0, 2/1.5]
        ratio 134% = 3 - 2 / 2 -> broken
    )");
}

// "a/(a+b): [a_lo/(a_lo+b_hi), a_hi/(a_hi+b_lo)]": a figure above and below the line is one figure (validation,
// section 3); "coefficients collected per figure" (section 4)
TEST_CASE("a figure above and below the line moves once") {
    hold(R"(
        share 50% = a:1 / a + 1 -> exact
        share 75% = a:1 / a + 1 -> rounding  # [25 %, 75 %], not [16.7 %, 150 %]
        share 75.5%{d=0} = a:1 / a + 1 -> rounding edge
        share 76% = a:1 / a + 1 -> broken
        share 25% = a:1 / a + 1 -> rounding
        share 24.5%{d=0} = a:1 / a + 1 -> rounding edge
        share 24% = a:1 / a + 1 -> broken
        share 100% = a:1 / a -> exact
        share 99% = a:1 / a -> broken
        share 200% = 2*a:1 / a -> exact
        ratio 0{d=0} = a:1 - a / a -> exact
    )");
}

// "if D can be zero it is undecided" (section 4)
TEST_CASE("a divisor that can be zero leaves a quotient undecided, a negative one does not") {
    hold(R"(
        ratio 50% = 1 / 0 -> undecided zero_divisor
        ratio 50% = 1 / 无 -> undecided zero_divisor
        ratio 50% = 1 / 0.4{d=0} -> undecided zero_divisor
        ratio 50% = 1 / 0.5{d=0} -> undecided zero_divisor  # [0, 1]
        ratio 50% = 1 / -0.5{d=0} -> undecided zero_divisor
        ratio 167% = 1 / 0.6 -> exact
        ratio 50% = 1 / 2 - 1 -> undecided zero_divisor
        @half_up ratio 50% = 1 / 2 - 1 -> rounding          # ]0, 2[: never zero, and the quotient from 0.25 upwards
        @half_up ratio 25% = 1 / 2 - 1 -> rounding
        @half_up ratio 24% = 1 / 2 - 1 -> broken
        @half_up ratio 24.5%{d=0} = 1 / 2 - 1 -> broken
        ratio -50% = 1 / -2 -> exact
        ratio -20% = 1 / -2 -> rounding
        ratio -19.5%{d=0} = 1 / -2 -> rounding edge
        ratio -19% = 1 / -2 -> broken
        ratio -100% = 1 / -2 -> rounding
        ratio -101% = 1 / -2 -> broken
        ratio 50% = -1 / -2 -> exact
        ratio 100.5%{d=0} = -1 / -2 -> rounding edge
        ratio 100.5%{d=0,half_up} = -1{half_up} / -2 -> broken
        ratio 50% = 1 / 1 + _ -> undecided missing
        ratio 50% = 1 / —— -> undecided not_applicable
        ratio _ = 1 / 2 -> undecided missing
        ratio 约50% = 1 / 2 -> undecided approximate
        ratio 50%以上 = 1 / 2 -> undecided approximate
        ratio 50% = 1万元 / 2件 -> undecided mixed_units
        ratio 50% = 1万元 + 1件 / 2万元 -> undecided mixed_units
        ratio 50% = 1万元 / 1万元 + 1件 -> undecided mixed_units
    )");
}

// "growth: x1/x0 - 1, not (x1-x0)/x0. For 5 -> 4 (d=0): exact [-36.4 %, 0], naive [-44.4 %, 0]" (validation, section 3);
// "and so is growth from a base that is not positive" (section 4)
TEST_CASE("growth moves its base once, and asks for a positive one") {
    hold(R"(
        growth 20% : 100 => 120 -> exact
        growth 20% : 120 => 144 -> exact
        growth 25% : 120 => 144 -> broken
        growth -20% : 5 => 4 -> exact
        growth 20%{-} : 5 => 4 -> exact  # 下降20%
        growth 20% : 5 => 4 -> broken
        growth -36% : 5 => 4 -> rounding
        growth -37% : 5 => 4 -> broken   # −36.5 < −36.36
        growth -40% : 5 => 4 -> broken
        growth 0% : 5 => 4 -> rounding
        growth 0.5%{d=0} : 5 => 4 -> rounding edge
        growth 1% : 5 => 4 -> broken
        growth 0.00% : 5件 => 5件 -> exact
        growth 10% : 50 + 50 => 60 + 50 -> exact
        growth 10% : a:50 + 50 => a + 60 -> exact
        growth -100% : 5 => 无 -> exact
        growth 20% : 0 => 5 -> undecided zero_divisor
        growth 20% : 0.4{d=0} => 5 -> undecided zero_divisor
        growth 900% : 0.5{d=0} => 5 -> undecided zero_divisor
        growth 20% : 无 => 5 -> undecided base_not_positive
        growth -200% : -5 => 5 -> undecided base_not_positive
        growth 20% : 100 => _ -> undecided missing
        growth 20% : —— => 120 -> undecided not_applicable
        growth 20% : 100万元 => 120件 -> undecided mixed_units
    )");
}

// "a product or quotient may mix" dimensions (section 3)
TEST_CASE("an average is the sum of its parts over their number, within its rounding and theirs") {
    hold(R"(
        average 2 = 1 + 2 + 3 -> exact
        average 2.33 = 1.00 + 2.00 + 4.00 -> rounding
        average 2.34 = 1.00 + 2.00 + 4.00 -> rounding
        average 2.35 = 1.00 + 2.00 + 4.00 -> broken
        average 2.4人 = 1人 + 2人 + 4人 -> broken
        average 2 = 1 + _ + 3 -> undecided missing
    )");
}

TEST_CASE("a product multiplies the intervals of its factors") {
    hold(R"(
        product 4800元 = 48元/盒 x 100盒 -> exact
        product 0.48万元 = 48元/盒 x 100盒 -> exact
        product 0.5万元 = 48元/盒 x 100盒 -> rounding  # not the product as printed, but it rounds to it
        product 0.485万元{d=2} = 48元/盒 x 100盒 -> rounding edge
        product 0.49万元 = 48元/盒 x 100盒 -> broken
        product 50万元 = 50% x 100万元 -> exact
        product 6 = 2 x 3 -> exact
        product 9 = 2 x 3 -> rounding             # [3.75, 8.75]
        product 9.25{d=0} = 2 x 3 -> rounding edge
        product 10 = 2 x 3 -> broken
        product 4 = 2 x 3 -> rounding
        product 3.25{d=0} = 2 x 3 -> rounding edge
        product 3 = 2 x 3 -> broken
        @half_up product 9.25{d=0} = 2 x 3 -> broken
        @half_up product 3.25{d=0} = 2 x 3 -> broken
        product -6 = -2 x 3 -> exact
        product -9 = -2 x 3 -> rounding
        product -10 = -2 x 3 -> broken
        product 0.00 = 无 x 3 -> exact
        product 0.01 = 无 x 3 -> broken
        product 0.5{d=0} = 无 x 0{truncated,d=0} -> rounding edge # nothing times anything is nothing, open ends or not
        product 1 = 0{d=0} x 3 -> rounding        # [−1.75, 1.75]
        product 3 = 0{d=0} x 3 -> broken
        product 24件 = 2件 x 3件 x 4件 -> exact
        product 25件 = 2件 x 3件 x 4件 -> broken
        product 6 = 2 x _ -> undecided missing
        product 6 = 约2 x 3 -> undecided approximate
    )");
}

// "A missing value leaves a rule undecided, unless the rule demands that very value." (style)
TEST_CASE("what the document must or must not give, and the unit that it must print") {
    hold(R"(
        present 5 -> exact
        present 无 -> exact
        present 0 -> exact
        present 约5 -> exact
        present _ -> broken
        present 5 _ -> broken
        present 5 6 -> exact
        present [_|5] -> exact  # stated once is stated
        absent _ -> exact
        absent —— -> exact      # says itself that there is no such figure
        absent 5 -> broken
        absent 无 -> broken
        absent [_|5] -> broken
        unit 404.96{unitless} -> undecided unit_missing
        unit 404.96万元 -> exact
    )");
}

// "Other relations use the statement from their own table or sentence, else the most precise; where statements
// disagree they are broken only if they fail with each. Equal statements count once" (section 4)
TEST_CASE("a relation uses the statements of its own table, else the most precise, else any that fits") {
    hold(R"(
        sum [10@t|12@u] = 4@t + 6@t -> exact
        sum [12@t|10@u] = 4@t + 6@t -> broken
        sum [12@t|10@t] = 4@t + 6@t -> exact                               # the table itself says both
        sum [12@t|13@t] = 4@t + 6@t -> broken
        sum [10@t|10@u] = [4@t|4@u] + [6@t|6@u] -> exact
        sum [10@t|10@u] = [4@t|5@u] + [6@t|6@u] -> exact; rounding
        sum [10@t|20@u] = [4@t|15@u] + [6@t|9@u] -> exact; broken
        sum [10@t|20@u] = 4@t + [6@v|7@w] -> exact
        sum [10@t|20@u] = 4@t + [9@v|6@w] -> exact
        sum [10@t|20@u] = 4@t + [9@v|8@w] -> broken
        sum [10|12] = 4 + 6 -> exact
        sum [12|10] = 4 + 6 -> exact
        sum [12|11] = 4 + 6 -> rounding
        sum [12|13] = 4 + 6 -> broken
        sum [12|10.0] = 4 + 6 -> exact
        sum [10|12.0] = 4 + 6 -> exact
        sum [10|_] = 4 + 6 -> exact
        sum [_|10] = 4 + 6 -> exact
        sum [_|——] = 4 + 6 -> undecided missing
        sum [12|约10] = 4 + 6 -> broken
        sum [10|10|10] = 4 + 6 -> exact
        sum [1709.11万元@t|17091123元@t] = 467.35万元@t + 12417623元@t -> exact  # the finer of the two
        equal [5|5.0] 5 -> exact
        equal [5|6] -> rounding edge
        equal [5|7] -> broken
        share 50% = a:[1件|3件] / a + 1件 -> exact
        share 75% = a:[1件|3件] / a + 1件 -> exact
        share 25% = a:[1件|3件] / a + 1件 -> broken                           # 1 / (3 + 1) mixes two statements of one figure
        growth 20% : [100|110] => [120|132] -> exact
        growth 9% : [100|110] => [120|132] -> exact
        growth 32% : [100件|110件] => [120件|132件] -> exact
        growth 33% : [100件|110件] => [120件|132件] -> broken
        # What was not tried cannot be accused: nine figures with two statements each.
        sum 99 = [1|2] + [1|2] + [1|2] + [1|2] + [1|2] + [1|2] + [1|2] + [1|2] + [1|2] -> undecided several_readings
        sum 99 = [1|2] + [1|2] + [1|2] + [1|2] -> broken
    )");
}

// "where the document does not name it, all candidates are tried (…) and one that holds is the reading" (section 5);
// "the text leaves several readings" (section 2)
TEST_CASE("one reading that holds is the reading") {
    hold(R"(
        closed ratio 50% = 1件 / 2件 || ratio 50% = 1件 / 3件 -> exact
        closed ratio 33% = 1件 / 2件 || ratio 33% = 1件 / 3件 -> exact
        open ratio 33% = 1件 / 2件 || ratio 33% = 1件 / 3件 -> exact
        closed ratio 10% = 1件 / 2件 || ratio 10% = 1件 / 3件 -> broken
        open ratio 10% = 1件 / 2件 || ratio 10% = 1件 / 3件 -> undecided several_readings
        closed ratio 10% = 1件 / _ || ratio 10% = 1件 / 3件 -> undecided missing
        closed ratio 10% = 1件 / 3件 || ratio 10% = 1件 / _ -> undecided missing
        open ratio 10% = 1件 / _ || ratio 10% = 1件 / 3件 -> undecided several_readings
        open ratio 10% = 1件 / _ -> undecided missing
        closed ratio 33% = 1件 / _ || ratio 33% = 1件 / 3件 -> exact
        closed ratio 50% = 1 / 3 || ratio 50% = 1 / 2 -> exact
        closed ratio 50% = 1 / 3 || ratio 50% = 7件 / 8件 -> rounding
        open ratio 10% = 1件 / 2件 ; sum 11件 = 4件 + 6件 -> undecided several_readings; broken
        closed sum 10 = 4 || sum 10 = 4 + 6 ; closed sum 11 = 4 || sum 19 = 3 -> exact; broken
    )");
}

TEST_CASE("the reading that holds best is the one that the check names") {
    Document document("closed ratio 33% = 1 / 2 || ratio 33% = 1件 / 3件 || ratio 33% = 1件 / 7件");
    const auto checks = check_relations(document.relations, {});
    REQUIRE(checks.size() == 1);
    CHECK(checks[0].relation == 1);
    CHECK(checks[0].first_reading == 0);
    CHECK(checks[0].readings == 3);
}

// "*truncated* (something is broken under `nearest` and nothing would be if every figure of the document were
// truncated; those checks are then `rounding`)" (section 4)
TEST_CASE("a document whose figures were all cut off is recognised by that") {
    hold(R"(
        @document sum 13 = 1 + 2 + 3 + 4 -> rounding truncated                # gap 3: [13, 14) and [10, 14)
        @document sum 14 = 1 + 2 + 3 + 4 -> broken
        @document sum 7 = 1 + 2 + 3 + 4 -> broken
        @nearest sum 13 = 1 + 2 + 3 + 4 -> broken                             # somebody said how it rounds
        @half_up sum 13 = 1 + 2 + 3 + 4 -> broken
        @document ratio 66% = 2件 / 3件 -> rounding truncated
        @document ratio 66% = 2件 / 3件 ; ratio 67% = 2件 / 3件 -> broken; exact  # 67 would be broken then
        @document ratio 66% = 2件 / 3件 ; sum 10 = 4 + 6 ; sum 12 = 5 + 6 -> rounding truncated; exact; rounding
        @document ratio 66% = 2件 / 3件 ; sum 9 = 4 + 6 -> broken; rounding
        @document ratio 66%{nearest} = 2件 / 3件 -> broken                      # says itself how it was rounded
        @document sum 13件 = 1件 + 2件 + 3件 + 4件 -> broken
        @document sum 10 = 4 + 6 -> exact
        # What no rounding touches says nothing about how the others were rounded.
        @document ratio 66% = 2件 / 3件 ; present _ -> rounding truncated; broken
    )");
    Document document("sum 13 = 1 + 2 + 3 + 4");
    const CheckOptions said{.document_rounding = Printing::nearest};
    CHECK(outcomes_of(check_relations(document.relations, said)) == "broken");
}

// "for a figure, a document or a run, in that precedence" (section 4)
TEST_CASE("a figure, the document and the run say how to round, in this order") {
    Document document("sum 5 = 4");
    using enum Printing;
    CHECK(outcome_of(check_relation(document.relations, 0, {.rounding = half_up})) == "broken");
    CHECK(outcome_of(check_relation(document.relations, 0,
                                    {.rounding = half_up, .document_rounding = nearest})) == "rounding edge");
    CHECK(outcome_of(check_relation(document.relations, 0,
                                    {.rounding = nearest, .document_rounding = half_up})) == "broken");
    Document spoken("sum 5{nearest} = 4{nearest}");
    CHECK(outcome_of(check_relation(spoken.relations, 0, {.document_rounding = half_up})) == "rounding edge");
}

TEST_CASE("the coarse figures are those that the common scale makes finer") {
    Document document("sum 3960.27 = 1277.71 + 2682.5 + 0 + 3件");
    const Relation& relation = document.relations.all()[0];
    const auto coarse = coarse_figures(document.relations, relation, {});
    REQUIRE(coarse.size() == 1);
    CHECK(coarse[0]->value == Decimal::of(26825, 1));
    const auto operands = document.relations.operands(relation);
    CHECK(precision_of(document.relations, relation, operands[3], {}) == Precision{2, Printing::nearest});
    CHECK(precision_of(document.relations, relation, operands[4], {}).printing == Printing::exact);
    CHECK(precision_of(document.relations, relation, operands[2], {}) == Precision{1, Printing::nearest});
    CHECK(precision_of(document.relations, relation, operands[2], {.scale = ScaleReading::common}) ==
          Precision{2, Printing::nearest});
}

// "leaving it is an error or a wider number, never a wrong one" (section 3); "Hostile input … ends in a clear error,
// never in a crash, a hang or a wrong verdict" (section 9)
TEST_CASE("figures of 38 digits and scales of 90 are decided like any other") {
    hold(R"(
        sum 99999999999999999999999999999999999999 = 49999999999999999999999999999999999999 + 50000000000000000000000000000000000000 -> exact
        sum 99999999999999999999999999999999999999 = 49999999999999999999999999999999999999 + 50000000000000000000000000000000000001 -> rounding
        sum 99999999999999999999999999999999999999 = 49999999999999999999999999999999999999 + 50000000000000000000000000000000000002 -> broken
        sum 99999999999999999999999999999999999999 = 99999999999999999999999999999999999998 -> rounding edge
        @half_up sum 99999999999999999999999999999999999999 = 99999999999999999999999999999999999998 -> broken
        @truncated sum 99999999999999999999999999999999999999 = 99999999999999999999999999999999999998 -> broken
        sum 99999999999999999999999999999999999999 = 99999999999999999999999999999999999999 + 0.00000000000000000000000000000000000002 -> rounding coarse
        at_most 99999999999999999999999999999999999999亿元 <= 1元 -> broken
        equal 99999999999999999999999999999999999999亿元 9999999999999999999999999999999999999900000000元 -> undecided unreadable  # longer than any figure is
        share 50% = a:44444444444444444444444444444444444444 / a + 44444444444444444444444444444444444444 -> exact
        share 51% = a:44444444444444444444444444444444444444 / a + 44444444444444444444444444444444444444 -> broken
        ratio 50.00000000000000000000000000000001% = 44444444444444444444444444444444444444 / 88888888888888888888888888888888888888 -> broken
        growth 100% : 44444444444444444444444444444444444444 => 88888888888888888888888888888888888888 -> exact
        product 1 = 99999999999999999999999999999999999999 x 99999999999999999999999999999999999999 -> broken
        linear 99999999999999999999999999999999999999*99999999999999999999999999999999999999 > 0 -> exact
        linear 99999999999999999999999999999999999999*99999999999999999999999999999999999999 <= 0 -> broken
    )");
    // Scales at the ends of their range: 10^90 and 10^-90 beside each other.
    for (const int low : {-90, -99}) {
        for (const int high : {90, 98}) {
            Document document;
            Stated& huge = document.keep(Stated(Figure(Decimal::of(7, low), unit::yi_yuan)));
            Stated& tiny = document.keep(Stated(Figure(Decimal::of(7, high), unit::yi_yuan)));
            Stated& rate = document.keep(Stated(Figure(Decimal::of(100, 0), unit::percent)));
            document.relations.sum(huge, {huge, tiny});
            document.relations.sum(huge, {tiny});
            document.relations.at_most(huge, tiny);
            document.relations.at_most(tiny, huge);
            document.relations.ratio(rate, {huge}, {huge, tiny});
            document.relations.equal({huge, tiny});
            document.relations.product(huge, {huge, tiny});
            document.relations.growth(rate, Term(tiny), Term(huge));
            const auto checks = check_relations(document.relations, {.rounding = Printing::nearest});
            // t stands on both sides of the first: the rest, 7e-90 ± 5e-91, is not zero.
            CHECK(outcomes_of(checks) == "broken; broken; broken; exact; exact; broken; broken; broken");
            for (const Check& check : checks) (void)explain(document.relations, check, {}, Language::en);
        }
    }
}

TEST_CASE("statements beyond the range of decimals disagree without a crash") {
    Document document;
    Stated& total = document.keep(
        Stated{Figure(Decimal::of(7, -99), unit::yi_yuan), Figure(Decimal::of(8, -99), unit::yi_yuan)});
    Stated& part = document.keep(Stated(Figure(Decimal::of(-8, -99), unit::yi_yuan)));
    document.relations.sum(total, {part}, true);
    document.relations.equal({total, part});
    CHECK(outcomes_of(check_relations(document.relations, {})) == "undecided open_list; broken");
}

TEST_CASE("every outcome, note and reason has a code and words in both languages") {
    for (const Outcome outcome : {Outcome::exact, Outcome::rounding, Outcome::broken, Outcome::undecided}) {
        CHECK_FALSE(described(outcome).code.empty());
        CHECK_FALSE(described(outcome).words.in(Language::zh).empty());
        CHECK_FALSE(described(outcome).words.in(Language::en).empty());
    }
    for (const Note note : all_notes) {
        CHECK_FALSE(described(note).code.empty());
        CHECK_FALSE(described(note).words.in(Language::zh).empty());
        CHECK_FALSE(described(note).words.in(Language::en).empty());
    }
    for (int i = 1; i <= static_cast<int>(Reason::too_many_digits); ++i) {
        CHECK_FALSE(described(static_cast<Reason>(i)).code.empty());
        CHECK_FALSE(described(static_cast<Reason>(i)).words.in(Language::zh).empty());
        CHECK_FALSE(described(static_cast<Reason>(i)).words.in(Language::en).empty());
    }
}
