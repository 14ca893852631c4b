// SPDX-License-Identifier: MIT
// What a filing says of the evidence and the scope of its figures: where they stand, what they are of, how sure that is.
#include <tieout/read/json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace tieout;
using ProblemKind = Problem::Kind;

namespace {

Document read_members(std::string_view members) {
    return read_filing(R"({"filing":1,)" + std::string(members) + "}", "test.json");
}
Document read_figure(std::string_view members) {
    return read_members(R"("figures":{"x":{"value":1,)" + std::string(members) + "}}");
}
Problem only_problem(const Document& document) {
    REQUIRE(document.problems.size() == 1);
    return document.problems[0];
}

} // namespace

TEST_CASE(
    "a figure is whole unless it says that it is open, and open where nobody understands what it says") {
    CHECK(read_figure(R"("label":"a")").filing->figures[0].figure.best().evidence == Evidence::whole);
    CHECK(read_figure(R"("evidence":"whole")").filing->figures[0].figure.best().evidence == Evidence::whole);
    CHECK(read_figure(R"("evidence":"open")").filing->figures[0].figure.best().evidence == Evidence::open);
    const Document unknown = read_figure(R"("evidence":"maybe")");
    CHECK(only_problem(unknown).kind == ProblemKind::unknown_word);
    CHECK(only_problem(unknown).expected == "whole, open");
    CHECK(unknown.filing->figures[0].figure.best().evidence == Evidence::open);
}

TEST_CASE("a cell has letters for its column and digits for its row") {
    const Figure figure = read_figure(R"("cell":"AA7")").filing->figures[0].figure.best();
    CHECK(figure.cell_row == 7);
    CHECK(figure.cell_column == 27);
    for (const std::string_view cell : {R"("")", R"("A")", R"("7")", R"("a7")", R"("A0")", R"("A07")",
                                        R"("A7 ")", R"("AAAAAAAA7")", R"("A99999999999")"}) {
        CAPTURE(cell);
        const Document document = read_figure(R"("cell":)" + std::string(cell));
        CHECK(only_problem(document).expected == "cell");
        CHECK(document.filing->figures[0].figure.best().cell_row == 0);
        CHECK(document.filing->figures[0].figure.known());
    }
    CHECK(only_problem(read_figure(R"("cell":7)")).kind == ProblemKind::wrong_type);
}

TEST_CASE("a figure of the filing's own says what it is of, in dimensions that there are") {
    const Document document =
        read_figure(R"("of":{"flow":"expenditure","fund":"general","period":"2022H1","body":"局机关"})");
    CHECK(document.problems.empty());
    const Aspects& of = document.filing->figures[0].of;
    CHECK(of == Aspects{.flow = "expenditure", .fund = "general", .period = "2022H1", .body = "局机关"});
    const Problem unknown = only_problem(read_figure(R"("of":{"found":"general"})"));
    CHECK(unknown.kind == ProblemKind::unknown_key);
    CHECK(unknown.pointer == "/figures/x/of/found");
    CHECK(unknown.expected == "fund");
    CHECK(aspect_of(read_figure(R"("of":{"own":{"地区":"东区"}})").filing->figures[0].of, "地区") == "东区");
    CHECK(only_problem(read_figure(R"("of":{"own":{"地区":1}})")).pointer == "/figures/x/of/own/地区");
    CHECK(only_problem(read_figure(R"("of":["general"])")).expected == "object");
    CHECK(only_problem(read_figure(R"("of":{"fund":1})")).pointer == "/figures/x/of/fund");
    CHECK(only_problem(read_figure(R"("of":{"fund":"a","fund":"b"})")).kind == ProblemKind::duplicate_key);
}

TEST_CASE("what a figure is of holds of all its statements, whichever says it") {
    const auto of = [](std::string_view statements) {
        return read_members(R"("figures":{"x":)" + std::string(statements) + "}");
    };
    CHECK(of(R"([{"value":1,"of":{"fund":"general"}},"1"])").filing->figures[0].of.fund == "general");
    CHECK(of(R"(["1",{"value":1,"of":{"fund":"general"}}])").filing->figures[0].of.fund == "general");
    CHECK(
        of(R"([{"value":1,"of":{"fund":"general"}},{"value":1,"of":{"fund":"general"}}])").problems.empty());
    const Document two = of(R"([{"value":1,"of":{"fund":"general"}},{"value":1,"of":{"fund":"fiscal"}}])");
    CHECK(only_problem(two).pointer == "/figures/x/1/of");
    CHECK(two.filing->figures[0].of.fund == "general");
}

TEST_CASE("what a figure of the model is of its place says, and no key beside it") {
    const Problem problem =
        only_problem(read_members(R"("expenditure":{"executed":{"value":1,"of":{"fund":"general"}}})"));
    CHECK(problem.kind == ProblemKind::unknown_key);
    CHECK(problem.pointer == "/expenditure/executed/of");
}

TEST_CASE("a table has an id of its own and says whether it is certified") {
    const Document document = read_members(
        R"("tables":[{"id":"table 1","unit":"万元","certified":true},{"id":"table 2","why_not":["a","b"]}])");
    CHECK(document.problems.empty());
    REQUIRE(document.filing->tables.size() == 2);
    CHECK(document.filing->tables[0].certified);
    CHECK(document.filing->tables[0].unit == unit_named("万元"));
    CHECK_FALSE(document.filing->tables[1].certified);
    CHECK(document.filing->tables[1].why_not == std::vector<std::string>{"a", "b"});
    CHECK_FALSE(document.filing->unit);

    CHECK(only_problem(read_members(R"("tables":[{"title":"a"}])")).kind == ProblemKind::missing_key);
    CHECK(only_problem(read_members(R"("tables":[{"id":"a"},{"id":"a"}])")).kind ==
          ProblemKind::duplicate_id);
    CHECK(only_problem(read_members(R"("tables":[{"id":"a","sure":true}])")).kind ==
          ProblemKind::unknown_key);
    CHECK(only_problem(read_members(R"("tables":[{"id":"a","unit":"1"}])")).kind ==
          ProblemKind::unknown_unit);
    CHECK(only_problem(read_members(R"("tables":{"a":{}})")).expected == "list");
    CHECK(only_problem(read_members(R"("tables":["a"])")).expected == "object");
}
