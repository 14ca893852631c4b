// SPDX-License-Identifier: MIT
#include "read/vocabulary/plain.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string_view>
#include <vector>

namespace tieout::detail {
namespace {

constexpr std::array<std::string_view, 1> meetings{"会议费"};

bool says_change(std::string_view words) { return is_plain(words, Says::change, meetings); }

TEST_CASE("a change over the year before, or over a budget, is said in words that are known") {
    for (const std::string_view words : {"比上年增长", "较上年决算数减少", "会议费比2022年下降",
                                         "与上年同期相比", "比年初预算数增加", "同比增幅为", "降低了"}) {
        CAPTURE(words);
        CHECK(says_change(words));
    }
}

TEST_CASE("a change over anything else, or of anything else, is not") {
    for (const std::string_view words : {"比前三年平均水平增长", "四季度增长", "比上年预算增加",
                                         "比执行数增加", "上年增长", "较三季度末增加", "其中培训费减少"}) {
        CAPTURE(words);
        CHECK_FALSE(says_change(words));
    }
}

TEST_CASE("the year before is named only behind a word that compares with it") {
    CHECK(says_change("比上年下降"));
    CHECK_FALSE(says_change("上年下降"));
    // A budget of that year is another figure than what was spent in it.
    CHECK(says_change("比年初预算下降"));
    CHECK_FALSE(says_change("比上年年初预算下降"));
    CHECK_FALSE(says_change("比2022年年初预算下降"));
}

TEST_CASE("what an amount is for each, or in all, is said by few words") {
    CHECK(is_plain("人均", Says::average, {}));
    CHECK_FALSE(is_plain("人均餐费", Says::average, {}));
    CHECK(is_plain("共计", Says::product, {}));
    CHECK_FALSE(is_plain("押金共计", Says::product, {}));
    CHECK(is_plain("节约率", Says::saving, {}));
    CHECK_FALSE(is_plain("货物类节约率", Says::saving, {}));
}

TEST_CASE("an account is told by its flows and balances, and by nothing that stands beside them") {
    CHECK(is_plain("年末结转和结余", Says::account, {}));
    CHECK_FALSE(is_plain("下属单位年末结转", Says::account, {}));
}

TEST_CASE("clauses end at commas, semicolons, colons and full stops") {
    CHECK(clauses_of("与上年相比，收入增加") == std::vector<std::string_view>{"与上年相比", "收入增加"});
    CHECK(clauses_of("").size() == 1);
    CHECK(clauses_of("其中：A、B；").size() == 3);
}

TEST_CASE("reasons, rests and qualifications are known by how they begin") {
    CHECK(is_reason("主要是人员增加"));
    CHECK_FALSE(is_reason("人员增加"));
    CHECK(names_the_rest("其余为经营支出"));
    CHECK_FALSE(names_the_rest("其他支出"));
    CHECK(qualifies("（不含未到期件）"));
    CHECK_FALSE(qualifies("（含税）增加"));
}

} // namespace
} // namespace tieout::detail
