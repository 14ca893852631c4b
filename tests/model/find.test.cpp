// SPDX-License-Identifier: MIT
#include <tieout/model/find.hpp>

#include <tieout/model/walk.hpp>
#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace tieout;
using namespace tieout::literals;

namespace {

Filing some_filing() {
    Filing filing;
    filing.expenditure.executed = Stated(1709.11_wan);
    filing.expenditure.executed.also(Figure(1709.2_wan));
    filing.income.split("fund").add("财政拨款", 1702.63_wan).add("其他收入", 6.48_wan);
    filing.income.split("a/b~c").add("x", 1_wan);
    filing.assets.fixed.changes.push_back({.stated = 254.25_wan});
    filing.figures.push_back({"orders", Stated(Figure(6186, "件"))});
    filing.figures.push_back({"a/b~c", Stated(Figure(7, "件"))});
    Indicator tier;
    tier.indicators.emplace_back().score = Stated(Figure(9, "分"));
    filing.evaluation.indicators.push_back(tier);
    return filing;
}

std::string first_text(std::optional<std::span<const Figure>> found) {
    return !found ? "not found" : found->empty() ? "not stated" : to_string(found->front().value);
}

} // namespace

TEST_CASE("a reference finds every place where its figure is stated, or one of them") {
    const Filing filing = some_filing();
    const FigureIndex index(filing);
    for (const bool indexed : {false, true}) {
        const auto find = [&](std::string_view to) {
            return indexed ? index.find(to) : find_figure(filing, to);
        };
        CAPTURE(indexed);
        REQUIRE(find("/expenditure/executed"));
        CHECK(find("/expenditure/executed")->size() == 2);
        CHECK(find("/expenditure/executed/1")->size() == 1);
        CHECK(first_text(find("/expenditure/executed/1")) == "1709.2");
        CHECK(first_text(find("/income/splits/fund/items/1/executed")) == "6.48");
        CHECK(first_text(find("/income/splits/a~1b~0c/items/0/executed")) == "1");
        CHECK(first_text(find("/assets/fixed/changes/0/stated")) == "254.25");
        CHECK(first_text(find("/evaluation/indicators/0/indicators/0/score")) == "9");
        CHECK(first_text(find("orders")) == "6186");
        CHECK(first_text(find("/figures/orders")) == "6186");
        CHECK(first_text(find("/figures/orders/0")) == "6186");
        CHECK(first_text(find("a/b~c")) == "7");
        CHECK(first_text(find("/figures/a~1b~0c")) == "7");
    }
}

TEST_CASE("a figure that the document leaves out is found without statements") {
    const Filing filing = some_filing();
    CHECK(first_text(find_figure(filing, "/expenditure/initial")) == "not stated");
    const Filing empty;
    CHECK(first_text(find_figure(empty, "/three_public/vehicles/purchase/executed")) == "not stated");
}

TEST_CASE("what the model does not have is not found") {
    const Filing filing = some_filing();
    const FigureIndex index(filing);
    for (const char* reference : {"",
                                  "/",
                                  "//",
                                  "/expenditure",
                                  "/expenditure/",
                                  "/expenditure/executed/",
                                  "/expenditure/executed/2",
                                  "/expenditure/executed/01",
                                  "/expenditure/executed/-1",
                                  "/expenditure/executed/0/value",
                                  "/expenditure/executed/99999999999999999999",
                                  "/expenditure/spent",
                                  "expenditure/executed",
                                  "/income/label",
                                  "/income/splits",
                                  "/income/splits/none/items/0/executed",
                                  "/income/splits/fund/items/2/executed",
                                  "/income/splits/fund/items/x/executed",
                                  "/income/splits/a/b~c/items/0/executed",
                                  "/figures",
                                  "/figures/",
                                  "/figures/none",
                                  "/figures/orders/1",
                                  "/figures/a~2b",
                                  "/figures/a~",
                                  "/year",
                                  "/relations/0",
                                  "no such"}) {
        CAPTURE(reference);
        CHECK_FALSE(find_figure(filing, reference).has_value());
        CHECK_FALSE(index.find(reference).has_value());
    }
}

TEST_CASE("every figure is found under the pointer that a walk gives it") {
    const Filing filing = some_filing();
    const FigureIndex index(filing);
    std::size_t seen = 0;
    each_figure(filing, [&](const std::string& pointer, const Stated& figure) {
        CAPTURE(pointer);
        ++seen;
        const auto found = find_figure(filing, pointer);
        REQUIRE(found);
        CHECK(found->data() == figure.statements().data());
        REQUIRE(index.find(pointer));
        CHECK(index.find(pointer)->data() == figure.statements().data());
    });
    CHECK(seen == 8);
}
