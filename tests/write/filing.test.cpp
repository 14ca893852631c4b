// SPDX-License-Identifier: MIT
#include <tieout/write/filing.hpp>

#include "golden.hpp"

#include <tieout/rules/report.hpp>
#include <tieout/rules/rule.hpp>
#include <tieout/write/json.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace tieout;
using Json = nlohmann::ordered_json;

std::string result_of(const Filing& filing) {
    const Report report = check(filing);
    return report_json({}, report, Names(report), {}, Language::en);
}

/// What is written is read back without problems, is written alike again, and gives the same checks.
void check_round_trip(const Filing& filing) {
    const std::string written = filing_json(filing);
    const Document again = read_filing(written, "again");
    CAPTURE(written);
    for (const Problem& problem : again.problems)
        CHECK_MESSAGE(false, problem.pointer, " ", problem.expected);
    REQUIRE(again.filing);
    CHECK(filing_json(*again.filing) == written);
    CHECK(result_of(*again.filing) == result_of(filing));
    CHECK(Json::parse(filing_json_line(filing)) == Json::parse(written));
}

} // namespace

TEST_CASE("the example filings are written so that they read back as they were") {
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(test::project_path("examples/filings"))) {
        if (entry.path().extension() != ".json") continue;
        CAPTURE(entry.path().string());
        const Document document = read_filing(test::file_text(entry.path()), "example");
        REQUIRE(document.filing);
        check_round_trip(*document.filing);
        ++seen;
    }
    CHECK(seen >= 5);
    const Document small = test::project_document("tests/cases/write/small.json");
    REQUIRE(small.filing);
    check_round_trip(*small.filing);
}

TEST_CASE("the examples of every rule are written so that they read back as they were") {
    for (const Rule& rule : rules())
        for (const std::string_view example : {rule.passing, rule.failing}) {
            CAPTURE(rule.code);
            check_round_trip(test::filing_of(example));
        }
}

TEST_CASE("every form of figure keeps what it says") {
    const Filing filing = test::filing_of(R"({"filing":1,"unit":"万元","rounding":"half_up","expenditure":{
        "prior":1.50,"initial":null,"supplementary":"——","adjusted":"无","executed":"约030余",
        "received":{"value":"1,709.10元","decimals":2,"rounding":"exact","period":"2021","place":"表1","context":"c",
                    "label":"总","trust":"2.5","fixed":true,"unit_missing":true},
        "opening":[1500,{"value":"150","decimals":-1},"０","0.00"],"closing":"-3.20",
        "growth":[{"stated":{"value":"13.00%","sense":-1},"phase":"executed","from":"initial"},
                  {"stated":"96.6‰","from":{"any_of":["prior",[["initial","1"],["/expenditure/prior","-0.5"]]]}}],
        "comparatives":[{"word":"less","phase":"closing","with":"opening"}],
        "rates":[{"stated":"2.5个百分点","ratio":"execution_rate_adjusted","of":"adjusted"}],
        "splits":{"a/b~c":{"complete":{"prior":true,"initial":false},"items":[{"label":"x","sign":-1,"code":"301","prior":"1"},{}]}}},
        "dates":{"signed":"2020年6月18日","published":"2021-06-21"},"balance":"approximate",
        "staff":{"kinds_complete":false,"kinds":[{"label":"行政","authorised":"8名"}]},
        "evaluation":{"indicators":[{"name":"n","comparison":"at_least","target":"90%","weight":"5分","score":5}]}})");
    check_round_trip(filing);
    const Json written = Json::parse(filing_json(filing));
    CHECK(written["expenditure"]["prior"] == "1.50");
    CHECK(written["expenditure"]["initial"] == "");
    CHECK(written["expenditure"]["executed"] == "约030");
    CHECK(written["expenditure"]["supplementary"] == "——");
    CHECK(written["expenditure"]["adjusted"] == "无");
    CHECK(written["expenditure"]["received"]["unit"] == "元");
    CHECK(written["expenditure"]["growth"][0]["stated"]["sense"] == -1);
    CHECK(written["expenditure"]["splits"].begin().key() == "a/b~c");
    CHECK(written["dates"]["signed"] == "2020年6月18日");
}

TEST_CASE("what was not believed is not believed when it is read again") {
    for (const std::string_view income :
         {R"("executed":1,"executed":2)", R"("executed":{"value":"1","decimals":-1000})",
          R"("executed":{"value":1,"unit":"？"})", R"("executed":{})", R"("executed":"1,23")"}) {
        CAPTURE(income);
        const Document read = read_filing(R"({"filing":1,"income":{)" + std::string(income) + "}}", "first");
        REQUIRE(read.filing);
        CHECK_FALSE(read.problems.empty());
        const Document again = read_filing(filing_json(*read.filing), "again");
        CHECK(again.filing->income.executed.best().state == State::unreadable);
        CHECK(filing_json(*again.filing) == filing_json(*read.filing));
    }
}

TEST_CASE("every kind of relation keeps what it says") {
    check_round_trip(test::filing_of(R"({"filing":1,
        "figures":{"a":{"value":"1.0"},"b":{"value":"2.0"},"c":{"value":"3.0"},"r":{"value":"50%"}},
        "relations":[
         {"id":"1","kind":"sum","total":"c","parts":["a","b"],"coefficients":["1","1.0"]},
         {"id":"2","kind":"sum","total":"c","parts":["a"],"complete":false,"blanks":true,"severity":"warning"},
         {"id":"3","kind":"ratio","quotient":"r","numerator":["a",["b","-1"]],"denominator":"b"},
         {"id":"4","kind":"growth","rate":"r","from":"a","to":["b"]},
         {"id":"5","kind":"share","share":"r","part":"a","whole":["a","b"],"approximate":true},
         {"id":"6","kind":"equal","figures":["a","b"],"demand":"same"},
         {"id":"7","kind":"at_most","lesser":"a","greater":"c"},
         {"id":"8","kind":"product","product":"c","factors":["a","b"]},
         {"id":"9","kind":"linear","terms":[["c","1"],["a","-0.6"]],"at_least":{"value":"0"}},
         {"id":"10","kind":"linear","terms":["c"],"less_than":{"value":"4"}},
         {"id":"11","kind":"linear","terms":["c"],"equals":"3"},
         {"id":"12","kind":"linear","terms":["c"],"more_than":2},
         {"id":"13","kind":"average","average":"b","parts":["a","c"],"blanks":true}]})"));
}

TEST_CASE("readings, sentences and places keep what they say") {
    const std::string_view text =
        R"({"filing":1,"figures":{"a":{"value":"1.0","label":"甲","line":3,"column":14,"context":"s/1","mark":[3,3]},)"
        R"("b":["2.0",{"value":"2","context":"s/1","mark":[9,1]}]},"relations":[)"
        R"({"id":"1","any_of":[{"kind":"sum","total":"a","parts":["b"],"complete":false},)"
        R"({"kind":"linear","terms":["a"],"equals":{"value":"1.0"},"approximate":true,"evidence":"open"}],"evidence":"open",)"
        R"("severity":"warning","approximate":true,"demand":"d","context":"s/1"},)"
        R"({"id":"2","kind":"equal","figures":["a","b"],"context":"s/1"}],"sentences":{"s/1":"共1.0和2","s2":""}})";
    const Filing filing = test::filing_of(text);
    check_round_trip(filing);
    CHECK(filing_json_line(filing) == text);
}

TEST_CASE("evidence, cells, tables and what figures are of keep what they say") {
    const std::string_view text =
        R"({"filing":1,"expenditure":{"executed":{"value":"1.0","cell":"AB12","context":"table 1","evidence":"open"}},)"
        R"("figures":{"a":{"value":"1.0","of":{"flow":"expenditure","fund":"general","period":"2022H1","body":"局机关","own":{"地区":"东区"}}},)"
        R"("b":[{"value":"2.0","of":{"fund":"*"}},{"value":"2","unit":"万元"}]},"relations":[)"
        R"({"id":"1","kind":"equal","figures":["a","b"],"evidence":"open"}],"tables":[)"
        R"({"id":"table 1","form":"公开01表","title":"收支总表","unit":"万元","certified":true,"place":"第3页"},)"
        R"({"id":"table 2","certified":false,"why_not":["labels","pages"]}]})";
    const Filing filing = test::filing_of(text);
    check_round_trip(filing);
    CHECK(filing_json_line(filing) == text);
    CHECK(filing.expenditure.executed.best().evidence == Evidence::open);
    CHECK(filing.expenditure.executed.best().cell_row == 12);
    CHECK(filing.expenditure.executed.best().cell_column == 28);
    CHECK(filing.figures[0].of.period == "2022H1");
    CHECK(filing.figures[1].of.fund == "*");
    CHECK(filing.tables[0].certified);
    CHECK(filing.tables[1].why_not.size() == 2);
}

TEST_CASE("figures keep the page, the sheet, the paragraph, the table or the note that they stand in") {
    const std::string_view text =
        R"({"filing":1,"figures":{"a":{"value":"1.0","page":7},"b":[{"value":"2.0","sheet":"公开05表","cell":"C12"},)"
        R"({"value":"2.0","sheet":"Sheet 2"}],"c":{"value":"3.0","paragraph":31},)"
        R"("d":{"value":"3.0","table_number":2,"cell":"A1"},"e":{"value":"3.0","note":1},)"
        R"("f":{"value":"1.0","sheet":"公开05表"}}})";
    const Filing filing = test::filing_of(text);
    check_round_trip(filing);
    CHECK(filing_json_line(filing) == text);
    CHECK(filing.sheets == std::vector<std::string>{"公开05表", "Sheet 2"});
    CHECK(filing.figures[0].figure.best().part == FilePart(FilePart::Kind::page, 7));
    CHECK(filing.figures[1].figure.statements()[1].part == FilePart(FilePart::Kind::sheet, 2));
    CHECK(filing.figures[5].figure.best().part == FilePart(FilePart::Kind::sheet, 1));
}

TEST_CASE("a filing built in code reads back with the digits it was given") {
    Filing filing;
    filing.year = 2020;
    filing.expenditure.executed = Money(Decimal::of(170911, 2), MoneyUnit::wan_yuan);
    filing.expenditure.basic.executed = Money(Decimal::of(46735, 2), MoneyUnit::wan_yuan);
    filing.expenditure.project.executed = Money(Decimal::of(1241760000, 2), MoneyUnit::yuan);
    filing.expenditure.split("fund", complete)
        .add("财政拨款", Money(Decimal::of(17, 0), MoneyUnit::wan_yuan), -1);
    check_round_trip(filing);
}

TEST_CASE("an exponent is written out, with the digits that it leaves unknown") {
    CHECK(filing_json_line(test::filing_of(R"({"filing":1,"figures":{"a":1.5e3}})")) ==
          R"({"filing":1,"figures":{"a":{"value":"1500","decimals":-2}}})");
}

TEST_CASE("zeros that a number built in code does not know are not claimed") {
    Filing filing;
    filing.expenditure.executed = Money(Decimal::of(12, -2), MoneyUnit::yuan);
    CHECK(filing_json_line(filing) ==
          R"({"filing":1,"expenditure":{"executed":{"value":"1200","unit":"元","decimals":-2}}})");
}

TEST_CASE("what is not stated is left out") { CHECK(filing_json_line(Filing{}) == R"({"filing":1})"); }
