// SPDX-License-Identifier: MIT
// English sentences and tables, from both sides. The texts are of our own making.
#include "read/vocabulary/english.hpp"
#include "drafts.hpp"
#include "read/vocabulary/english_tables.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::test;

namespace {

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("what something rose or fell from and to, in whatever order") {
    const Strings both{"99.0 - 95.0 - 4.0 = 0 ?",
                       "ratio 4.2% = (99.0 - 95.0) / 95.0 | ratio 4.2% = 4.0 / 95.0 ?"};
    CHECK(
        understood(
            "Employee costs rose from £95.0 million to £99.0 million, an increase of £4.0 million (4.2%).") ==
        both);
    CHECK(understood("Employee costs rose by £4.0 million, or 4.2%, from £95.0 million to £99.0 million.") ==
          both);
    CHECK(understood("Employee costs were £99.0 million (2021/22: £95.0 million), an increase of £4.0 "
                     "million or 4.2%.") == both);
    CHECK(understood("Employee costs were £99.0 million, up £4.0 million, or 4.2 percent, from the previous "
                     "year's £95.0 "
                     "million.") == both);
    // In real terms, and by nothing that is told.
    CHECK(understood("Employee costs were £99.0 million, of a total that rose 4.2% in real terms.").empty());
}

TEST_CASE("an outturn is compared with its budget") {
    CHECK(understood("Against an original budget of £50 million, £40 million was spent, an underspend of £10 "
                     "million.") == Strings{"40 - 50 + 10 = 0 ?"});
    CHECK(understood("Spending of £45.6 million exceeded the budget of £44.0 million by £1.6 million.") ==
          Strings{"45.6 - 44.0 - 1.6 = 0 ?"});
    CHECK(understood("The budget of £44.0 million was set in March, and £45.6 million was spent.").empty());
}

TEST_CASE("parts make what stands before or behind them") {
    CHECK(understood("Grants awarded totalled £9.6 million: £4.1 million to charities, £3.5 million to clubs "
                     "and £2.0 million to "
                     "schools.") == Strings{"sum 9.6 = 4.1 + 3.5 + 2.0 ?"});
    CHECK(understood("The authority spent £5.2 million on roads and £3.1 million on lighting, a total of "
                     "£8.3 million.") == Strings{"sum 8.3 = 5.2 + 3.1 ?"});
    CHECK(understood(
              "Spending of £9.6 million included £4.1 million for charities and £3.5 million for clubs.") ==
          Strings{"4.1 <= 9.6 ?", "3.5 <= 9.6 ?"});
    CHECK(understood("- Staff: £12.4 million\n\n- Premises: £3.1 million\n\nTotal: £15.5 million\n") ==
          Strings{"sum 15.5 = 12.4 + 3.1 ?"});
}

TEST_CASE("numbers without a unit count what stands behind them") {
    CHECK(understood("During the year 820 applications were received, of which 697 (85%) were approved and "
                     "123 (15%) refused.") ==
          Strings{"sum 820 = 697 + 123 ?", "share 85% = 697 / 820 ?", "share 15% = 123 / 820 ?"});
    CHECK(detail::counts_in_english("Library visits increased by ", "12,400", " to"));
    CHECK(detail::counts_in_english("the agency processed ", "580", " claims"));
    CHECK_FALSE(detail::counts_in_english("as described on page ", "12", " of the plan"));
    CHECK_FALSE(detail::counts_in_english("since the year ", "2022", " began"));
    CHECK_FALSE(detail::counts_in_english("it was paid within ", "30", " days"));
    CHECK_FALSE(detail::counts_in_english("received in total 12, ", "049", " applications"));
    CHECK_FALSE(detail::counts_in_english("购置 ", "12", " licences"));
}

TEST_CASE("an account leaves what came in less what went out") {
    CHECK(understood("The Fund opened the year with a balance of £14.0 million. Receipts of £52.5 million "
                     "and payments of £49.1 "
                     "million left a closing balance of £17.4 million.") ==
          Strings{"14.0 + 52.5 - 49.1 - 17.4 = 0 ?"});
    CHECK(understood("Receipts of £52.5 million and payments of £49.1 million were close to the plan.")
              .empty());
}

TEST_CASE("each English term is that of its example, and not of what only looks alike") {
    for (const detail::EnglishTerm& entry : detail::english_terms()) {
        CAPTURE(entry.words);
        CHECK(detail::term_of_english_head(entry.example) == entry.term);
        CHECK(detail::term_of_english_head(entry.not_example) != entry.term);
    }
    CHECK(detail::term_of_english_head("2022/23 Budget £m") == "2023年年初预算数");
    CHECK(detail::term_of_english_head("2022/23") == "2023年");
    CHECK(detail::term_of_english_head("项目").empty());
    CHECK(detail::term_of_english_row("Total income") == "合计");
    CHECK(detail::term_of_english_row("Total number of visits").empty());
    CHECK(detail::term_of_english_row("Income").empty());
}

TEST_CASE("a table of years tells its totals, changes and shares in English") {
    const auto all = understood("| | 2023 £000 | 2022 £000 | Change | % change |\n|---|---|---|---|---|\n"
                                "| Grants | 618 | 600 | 18 | 3.0% |\n| Fees | 741 | 713 | 28 | 3.9% |\n"
                                "| Total | 1,359 | 1,313 | 46 | 3.5% |\n");
    const auto tells = [&](std::string_view words) {
        return std::any_of(all.begin(), all.end(),
                           [&](const std::string& one) { return one.find(words) != one.npos; });
    };
    CHECK(tells("1359 = 618 + 741"));
    CHECK(tells("1313 = 600 + 713"));
    CHECK(tells("3.9%"));
}
