// SPDX-License-Identifier: MIT
#include "read/tables/heads.hpp"
#include "read/tables/formula.hpp"
#include "read/vocabulary/heads.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout::detail;

TEST_CASE("every word of heads is found in its example, and not in what only looks like it") {
    for (const HeadWord& entry : head_words()) {
        INFO(entry.word);
        const HeadWord* const found = head_word_in(entry.example);
        REQUIRE(found != nullptr);
        CHECK(found->role == entry.role);
        CHECK(found->tier == entry.tier);
        if (entry.not_example.empty()) continue;
        const HeadWord* const other = head_word_in(entry.not_example);
        CHECK((other == nullptr || other->role != entry.role));
    }
}

TEST_CASE("every word of labels is found in its example, and not in what only looks like it") {
    for (const LabelWord& entry : label_words()) {
        INFO(entry.word);
        CHECK(row_word_of(entry.example) == entry.is);
        if (!entry.not_example.empty()) CHECK(row_word_of(entry.not_example) != entry.is);
    }
}

TEST_CASE("a head says phase, year, unit, fund and formula") {
    const Head head = looked_up(head_of({"2022年决算数（万元）"}));
    CHECK(head.role == HeadRole::amount);
    CHECK(head.phase == tieout::Phase::executed);
    CHECK(head.year == 2022);
    CHECK(head.unit == tieout::unit_named("万元"));
    CHECK(looked_up(head_of({"一般公共预算财政拨款"})).fund == "general");
    CHECK(looked_up(head_of({"政府性基金预算财政拨款"})).fund == "government");
    CHECK(head_of({"执行率（B/A）"}).formula == "B/A");
    CHECK(head_of({"累计折旧"}).role != HeadRole::running);
    CHECK(head_of({"累计支出"}).role == HeadRole::running);
    CHECK(head_of({"完成日期"}).role == HeadRole::date);
}

TEST_CASE("what each part has in each phase is read as each phase with its parts") {
    CHECK(head_of({"公务接待费", "预算数"}).path == head_of({"预算数", "公务接待费"}).path);
    CHECK(head_of({"合计", "决算数"}).total);
    // 收入 over 决算数 names a half of the table, and no part.
    CHECK(head_of({"收入", "决算数"}).path.front() == "收入");
}

TEST_CASE("a label says number, 其中, sign and total") {
    CHECK(row_label("一、本年收入合计").total);
    CHECK(row_label("一、本年收入合计").numbering == 1);
    CHECK(row_label("其中：公用经费").within);
    CHECK(row_label("减：累计折旧").sign == -1);
    CHECK(row_label("加：本年增加").sign == 1);
    CHECK(row_label("合计").bare);
    CHECK_FALSE(row_label("收入合计").bare);
    CHECK(row_label("增长率").derived());
    CHECK_FALSE(row_label("合计").derived());
    CHECK_FALSE(row_label("总计划").total);
}

TEST_CASE("formulas in heads name the columns that they are made of") {
    CHECK(formula_of("A").mark == "A");
    CHECK_FALSE(formula_of("A").says_something());
    const Formula rate = formula_of("B/A*100%");
    REQUIRE(rate.says_something());
    CHECK(rate.first.front().mark == "B");
    CHECK(rate.second.front().mark == "A");
    const Formula sum = formula_of("3=1+2");
    CHECK(sum.mark == "3");
    REQUIRE(sum.first.size() == 2);
    const Formula growth = formula_of("(B-A)/A");
    REQUIRE(growth.first.size() == 2);
    CHECK(growth.first[1].sign == -1);
    for (const std::string other : {"", "A+", "+", "A*B", "A/", "含税", "ABCDEF/B"})
        CHECK_FALSE(formula_of(other).says_something());
}
