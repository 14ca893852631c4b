// SPDX-License-Identifier: MIT
#include <tieout/numbers/date.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>

using namespace tieout;

static_assert(days_of({1970, 1, 1}) == 0);
static_assert(days_of({2020, 6, 18}) == 18431);
static_assert(days_of({1969, 12, 31}) == -1);
static_assert(date_of(18431) == Date{2020, 6, 18});

TEST_CASE("days count one by one through every calendar year") {
    std::int32_t days = days_of({1, 1, 1});
    bool agrees = true;
    for (int year = 1; year <= 9999; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; is_day({year, month, day}); ++day, ++days) {
                const Date date{year, month, day};
                agrees = agrees && days_of(date) == days && date_of(days) == date;
            }
        }
    }
    CHECK(agrees);
    CHECK(days - days_of({1, 1, 1}) == 3652059);
}

TEST_CASE("February has a 29th in leap years only") {
    CHECK(is_day({2020, 2, 29}));
    CHECK_FALSE(is_day({2021, 2, 29}));
    CHECK_FALSE(is_day({1900, 2, 29}));
    CHECK(is_day({2000, 2, 29}));
    CHECK_FALSE(is_day({2020, 2, 30}));
    CHECK_FALSE(is_day({2020, 13, 1}));
    CHECK_FALSE(is_day({2020, 0, 1}));
    CHECK_FALSE(is_day({2020, 4, 31}));
    CHECK_FALSE(is_day({0, 1, 1}));
}

TEST_CASE("dates are read as documents print them") {
    const std::optional<Date> june{Date{2020, 6, 18}};
    CHECK(parse_date("2020-06-18") == june);
    CHECK(parse_date("2020-6-18") == june);
    CHECK(parse_date("2020年6月18日") == june);
    CHECK(parse_date("2020年06月18号") == june);
    CHECK(parse_date(" 2020 年 6 月\u300018 日 ") == june);
    CHECK(parse_date("２０２０年６月１８日") == june);
    CHECK(parse_date("２０２０－０６－１８") == june);
}

TEST_CASE("what is no day is not read as a date") {
    for (const char* text : {"", " ", "2020", "2020-06", "2020-06-31", "2020年6月", "2020年6月18",
                             "2020-06-18x", "20200618", "06-18-2020", "2020/06/18", "2020年6-18日",
                             "12020-06-18", "2020-006-18", "2021年2月29日", "二〇二〇年六月", "\xFF"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text).has_value());
    }
}

TEST_CASE("dates are written with all their digits") {
    CHECK(to_string(Date{2020, 6, 18}) == "2020-06-18");
    CHECK(to_string(Date{987, 12, 1}) == "0987-12-01");
}
