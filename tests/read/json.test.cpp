// SPDX-License-Identifier: MIT
#include <tieout/read/json.hpp>

#include <tieout/model/find.hpp>
#include <tieout/numbers/date.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace tieout;
using ProblemKind = Problem::Kind;

namespace {

/// A filing whose members these are.
std::string filing_of(std::string_view members) { return R"({"filing":1,)" + std::string(members) + "}"; }

Document read(std::string_view json) { return read_filing(json, "test.json"); }
Document read_members(std::string_view members) { return read(filing_of(members)); }

/// The figure "x" of a filing that is otherwise empty.
Figure read_one(std::string_view figure, std::string_view unit = {}) {
    std::string members = R"("figures":{"x":)" + std::string(figure) + "}";
    if (!unit.empty()) members += R"(,"unit":")" + std::string(unit) + "\"";
    const Document document = read_members(members);
    CAPTURE(members);
    REQUIRE(document.filing);
    REQUIRE(document.filing->figures.size() == 1);
    REQUIRE(document.filing->figures[0].figure.statements().size() == 1);
    return document.filing->figures[0].figure.statements()[0];
}

/// The one problem of a document.
Problem only_problem(const Document& document) {
    REQUIRE(document.problems.size() == 1);
    return document.problems[0];
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

std::vector<Document> read_all(std::string_view text) {
    std::vector<Document> documents;
    read_filings(text, "stream", [&](Document&& document) { documents.push_back(std::move(document)); });
    return documents;
}

} // namespace

// ── figures ──

TEST_CASE("a number keeps the digits that it is written with") {
    const Figure figure = read_one("20.70");
    CHECK(figure.state == State::value);
    CHECK(identical(figure.value, Decimal::of(2070, 2)));
    CHECK(figure.text == "20.70");
    CHECK(figure.unit == unit::plain);
    CHECK_FALSE(figure.bare_zero);

    CHECK(identical(read_one("1.5e3").value, Decimal::of(15, -2)));
    CHECK(read_one("1.5e3").text == "1.5e3");
    CHECK(identical(read_one("-0.05").value, Decimal::of(-5, 2)));
    CHECK(read_one("0").bare_zero);
    CHECK_FALSE(read_one("0.00").bare_zero);
    CHECK(to_string(read_one("99999999999999999999999999999999999999").value) ==
          "99999999999999999999999999999999999999");
}

TEST_CASE("a string is read as it was printed") {
    const auto is = [](std::string_view json, State state, std::string_view text, std::string_view unit) {
        const Figure figure = read_one(json);
        CAPTURE(json);
        CHECK(figure.state == state);
        CHECK(figure.text == text);
        CHECK(figure.unit.word() == unit);
    };
    is(R"("4,419.00元")", State::value, "4419.00", "元");
    is(R"("９６．６３％")", State::value, "96.63", "%");
    is(R"(" 1 709.11 万元 ")", State::value, "1709.11", "万元");
    is(R"("48元/盒")", State::value, "48", "元/盒");
    is(R"("－5.30")", State::value, "-5.30", "");
    is(R"("+5.30%")", State::value, "+5.30", "%");
    is(R"("007")", State::value, "007", "");
    is(R"("\u0039\u002E5")", State::value, "9.5", "");
    is(R"("")", State::blank, "", "");
    is(R"(" \u3000 ")", State::blank, "", "");
    is(R"("——")", State::not_applicable, "——", "");
    is(R"("无")", State::none_by_word, "无", "");
    is(R"("零元")", State::none_by_word, "零元", "元");
    is(R"("约30件")", State::approximate, "30", "件");
    is(R"("30余万件")", State::approximate, "30", "万件");
    is("null", State::blank, "", "");
}

TEST_CASE("a figure may be an object with all that is known of it") {
    const Figure figure = read_one(R"({"label":"支出总额","value":"-3960.32","unit":"万元","decimals":2,
        "rounding":"half_up","period":"2021","place":"annex 1","context":"annex","trust":"2.5","fixed":true,
        "sense":-1,"unit_missing":true})");
    CHECK(identical(figure.value, Decimal::of(-396032, 2)));
    CHECK(figure.unit == unit::wan_yuan);
    CHECK(figure.label == "支出总额");
    CHECK(figure.decimals == 2);
    CHECK(figure.printing == Printing::half_up);
    CHECK(figure.period == "2021");
    CHECK(figure.place == "annex 1");
    CHECK(figure.context == "annex");
    CHECK(figure.trust == Decimal::of(25, 1));
    CHECK(figure.fixed);
    CHECK(figure.sense == -1);
    CHECK(figure.unit_missing);
    CHECK(figure.text == "-3960.32");

    CHECK(read_one(R"({"value":null,"unit":"元"})").state == State::blank);
    CHECK(read_one(R"({"value":null,"unit":"元"})").unit == unit::yuan);
    CHECK_FALSE(read_one(R"({"value":5,"decimals":null})").decimals.has_value());
    CHECK(read_one(R"({"unit":"%","value":"96.63%"})").unit == unit::percent);
    CHECK(read_one(R"({"unit":"％","value":"96.63%"})").unit == unit::percent);
}

TEST_CASE("a list holds every place where a figure is stated") {
    const Document document =
        read_members(R"("income":{"executed":["1,709.11",{"value":1709.1,"place":"表1"},null]})");
    REQUIRE(document.filing);
    CHECK(document.problems.empty());
    const auto statements = document.filing->income.executed.statements();
    REQUIRE(statements.size() == 3);
    CHECK(statements[0].text == "1709.11");
    CHECK(statements[1].place == "表1");
    CHECK(statements[2].state == State::blank);
}

TEST_CASE("a figure without a unit takes the one that is expected there") {
    const Document document =
        read_members(R"("income":{"executed":1,"shares":[{"stated":2}],"changes":[{"stated":3}]},
        "staff":{"actual":42},"evaluation":{"score":98},"work":{"planned":5},"figures":{"x":6},
        "dates":{"signed":"2020年6月18日","published":""},"three_public":{"executed":"3元"},"unit":"万元")");
    REQUIRE(document.filing);
    CHECK(document.problems.empty());
    const Filing& filing = *document.filing;
    CHECK(filing.unit == unit::wan_yuan);
    CHECK(filing.income.executed.best().unit == unit::wan_yuan);
    CHECK(filing.income.shares[0].stated.best().unit == unit::percent);
    CHECK(filing.income.changes[0].stated.best().unit == unit::wan_yuan);
    CHECK(filing.staff.actual.best().unit.word() == "人");
    CHECK(filing.evaluation.score.best().unit.word() == "分");
    CHECK(filing.work.planned.best().unit == unit::plain);
    CHECK(filing.figures[0].figure.best().unit == unit::plain);
    CHECK(filing.three_public.executed.best().unit == unit::yuan);
    const Figure& signed_on = filing.dates.signed_on.best();
    CHECK(signed_on.unit == unit::day);
    CHECK(signed_on.value == Decimal(days_of({2020, 6, 18})));
    CHECK(signed_on.text == "2020年6月18日");
    CHECK(filing.dates.published_on.best().state == State::blank);
    CHECK(read_members(R"("income":{"executed":1})").filing->income.executed.best().unit == unit::plain);
}

// ── the model ──

TEST_CASE("a filing is read member by member") {
    const Document document = read(R"({
      "filing": 1, "year": 2020, "title": "t", "rounding": "truncated", "balance": "approximate",
      "body": {"name": "某局", "level": "县"},
      "staff": {"authorised": 18, "kinds_complete": true, "kinds": [{"label": "行政", "authorised": "8人"}]},
      "expenditure": {"label": "支出", "code": "2", "reason": "why", "prior": "1262.92",
        "splits": {"fund": {"complete": {"executed": true, "initial": false}, "items": [
                       {"label": "财政", "executed": 1702.63}, {"label": "折旧", "executed": 1, "sign": -1}]},
                   "type": {"complete": true, "items": []}, "other": {"complete": false}},
        "growth": [{"stated": "35.33%", "phase": "executed", "from": "prior"}],
        "rates": [{"stated": "100%", "ratio": "D04", "of": ["initial", ["/income/executed", "-0.5"]]}],
        "shares": [{"stated": "5%", "of": {"any_of": ["/income/executed", ["initial", "adjusted"]]}}],
        "comparatives": [{"word": "more", "phase": "executed", "with": "initial"}],
        "basic": {"personnel": {"executed": 451.59}},
        "project": {"projects_complete": true, "projects": [{"label": "p", "output_planned": "8件"}]}},
      "assets": {"parts_complete": false},
      "evaluation": {"grade": "优", "budget": {"weight": 10}, "indicators": [{"name": "产出", "weight": "50分",
        "indicators": [{"name": "数量", "comparison": "at_least", "target": "100%", "actual": "98%", "score": 9}]}]},
      "rates": [{"stated": "91%", "ratio": "staff_control_rate"}],
      "items": [{"label": "还有", "closing": 5}]
    })");
    for (const Problem& problem : document.problems) FAIL_CHECK(problem.pointer, ": ", problem.expected);
    REQUIRE(document.filing);
    const Filing& filing = *document.filing;
    CHECK(filing.year == 2020);
    CHECK(filing.title == "t");
    CHECK(filing.rounding == Printing::truncated);
    CHECK(filing.balance == Balance::approximate);
    CHECK(filing.body.name == "某局");
    CHECK(filing.staff.kinds_complete == Completeness::complete);
    CHECK(filing.staff.kinds.at(0).label == "行政");
    const Expenditure& expenditure = filing.expenditure;
    CHECK(expenditure.code == "2");
    CHECK(expenditure.reason == "why");
    REQUIRE(expenditure.splits.size() == 3);
    const Split& fund = expenditure.splits[0];
    CHECK(fund.name == "fund");
    CHECK(fund.complete[Phase::executed] == Completeness::complete);
    CHECK(fund.complete[Phase::initial] == Completeness::subset);
    CHECK(fund.complete[Phase::prior] == Completeness::not_stated);
    REQUIRE(fund.items.size() == 2);
    CHECK(fund.items[0].sign == 1);
    CHECK(fund.items[1].sign == -1);
    CHECK(expenditure.splits[1].complete[Phase::closing] == Completeness::complete);
    CHECK(expenditure.splits[2].complete[Phase::closing] == Completeness::subset);
    REQUIRE(expenditure.growth.at(0).from.size() == 1);
    CHECK(expenditure.growth[0].from[0].at(0).to == "prior");
    const Rate& rate = expenditure.rates.at(0);
    CHECK(rate.ratio == "D04");
    REQUIRE(rate.of.size() == 1);
    REQUIRE(rate.of[0].size() == 2);
    CHECK(rate.of[0][0].coefficient == Decimal(1));
    CHECK(rate.of[0][1].to == "/income/executed");
    CHECK(rate.of[0][1].coefficient == Decimal::of(-5, 1));
    REQUIRE(expenditure.shares.at(0).of.size() == 2);
    CHECK(expenditure.shares[0].of[1].size() == 2);
    CHECK(expenditure.comparatives.at(0).word == Comparative::Word::more);
    CHECK(expenditure.comparatives[0].with == Phase::initial);
    CHECK(expenditure.basic.personnel.executed.best().text == "451.59");
    CHECK(expenditure.project.projects_complete[Phase::prior] == Completeness::complete);
    CHECK(expenditure.project.projects.at(0).output_planned.best().unit.word() == "件");
    CHECK(filing.assets.parts_complete == Completeness::subset);
    const Indicator& row = filing.evaluation.indicators.at(0).indicators.at(0);
    CHECK(row.comparison == Target::at_least);
    CHECK(row.target.best().unit == unit::percent);
    CHECK(row.score.best().text == "9");
    CHECK(filing.evaluation.grade == "优");
    CHECK(filing.rates.at(0).ratio == "staff_control_rate");
    CHECK(filing.items.at(0).closing.stated());
}

// ── where figures are printed ──

TEST_CASE("a figure says at which line and column it is printed, and where in the words of its sentence") {
    const Document document = read_members(
        R"("sentences":{"s1":"总支出1709.11万元","s2":""},"expenditure":{"executed":[
           {"value":"1709.11","line":12,"column":4294967295,"context":"s1","mark":[9,7]},{"value":"1709.11"}]})");
    CHECK(document.problems.empty());
    REQUIRE(document.filing);
    REQUIRE(document.filing->sentences.size() == 2);
    CHECK(document.filing->sentences[0].id == "s1");
    CHECK(document.filing->sentences[0].words == "总支出1709.11万元");
    CHECK(document.filing->sentences[1].words.empty());
    const auto statements = document.filing->expenditure.executed.statements();
    CHECK(statements[0].line == 12);
    CHECK(statements[0].column == 4294967295);
    CHECK(statements[0].mark == 9);
    CHECK(statements[0].mark_length == 7);
    CHECK(statements[1].line == 0);
    CHECK(statements[1].column == 0);
    CHECK(statements[1].mark_length == 0);
}

TEST_CASE("a place that is none is a problem where it is given, and the figure is read all the same") {
    struct Case {
        std::string_view given;
        std::string_view pointer;
        std::string_view expected;
    };
    for (const Case& one : {
             Case{R"("line":0)", "line", "integer from 1"},
             Case{R"("line":"3")", "line", "integer from 1"},
             Case{R"("column":1.5)", "column", "integer from 1"},
             Case{R"("column":4294967296)", "column", "integer from 1"},
             Case{R"("mark":9)", "mark", "first byte and length"},
             Case{R"("mark":[9])", "mark", "first byte and length"},
             Case{R"("mark":[9,1,1])", "mark", "first byte and length"},
             Case{R"("mark":[-1,1])", "mark/0", "integer from 0"},
             Case{R"("mark":[9,0])", "mark/1", "integer from 1"},
             Case{R"("mark":[0,1])", "mark", "place in a sentence of the filing"}, // cuts a character
             Case{R"("mark":[1,2])", "mark", "place in a sentence of the filing"},
             Case{R"("mark":[9,8])", "mark", "place in a sentence of the filing"},
             Case{R"("mark":[4294967295,4294967295])", "mark", "place in a sentence of the filing"},
         }) {
        const Document document =
            read_members(R"("figures":{"x":{"value":"1.50","context":"s",)" + std::string(one.given) +
                         R"(}},"sentences":{"s":"总支出1709.11"})");
        CAPTURE(one.given);
        const Problem problem = only_problem(document);
        CHECK(problem.kind == ProblemKind::wrong_type);
        CHECK(problem.pointer == "/figures/x/" + std::string(one.pointer));
        CHECK(problem.expected == one.expected);
        CHECK(document.filing->figures.at(0).figure.known());
    }
    // Marks need words to be in.
    for (const std::string_view figure :
         {R"({"value":1,"mark":[0,1]})", R"({"value":1,"context":"t","mark":[0,1]})"})
        CHECK(only_problem(
                  read_members(R"("figures":{"x":)" + std::string(figure) + R"(},"sentences":{"s":"1"})"))
                  .expected == "place in a sentence of the filing");
}

TEST_CASE("a sentence has an id of its own and words") {
    CHECK(only_problem(read_members(R"("sentences":[])")).pointer == "/sentences");
    CHECK(only_problem(read_members(R"("sentences":{"s":1})")).pointer == "/sentences/s");
    CHECK(only_problem(read_members(R"("sentences":{"":"x"})")).expected == "id");
    CHECK(only_problem(read_members(R"("sentences":{"s":"x","s":"y"})")).kind == ProblemKind::duplicate_key);
    CHECK(only_problem(read_members(R"("sentences":{")" + repeated("s", 257) + R"(":"x"})")).kind ==
          ProblemKind::limit);
}

// ── relations ──

TEST_CASE("a relation can be several readings of its words") {
    const Document document = read_members(R"("figures":{"a":1,"b":2,"c":3},"relations":[
      {"id":"r1","any_of":[{"kind":"share","share":"a","part":"b","whole":"c"},
                           {"kind":"linear","terms":"a","equals":1,"approximate":true}],
       "evidence":"open","severity":"warning","demand":"为何","context":"s1"},
      {"id":"r2","any_of":[{"kind":"equal","figures":["a","b"],"evidence":"open"}],"evidence":"whole","approximate":true},
      {"id":"r3","kind":"sum","total":"a","parts":["b"],"context":"s1"}],"sentences":{"s1":"甲占乙"})");
    for (const Problem& problem : document.problems) FAIL_CHECK(problem.pointer, ": ", problem.expected);
    REQUIRE(document.filing);
    const auto& relations = document.filing->relations;
    REQUIRE(relations.size() == 3);
    CHECK(relations[0].id == "r1");
    CHECK(relations[0].evidence == Evidence::open);
    CHECK(relations[0].severity == Severity::warning);
    CHECK(relations[0].demand == "为何");
    CHECK(relations[0].context == "s1");
    REQUIRE(relations[0].any_of.size() == 2);
    CHECK(relations[0].any_of[0].kind == Kind::share);
    CHECK(relations[0].any_of[0].second.at(0).to == "c");
    CHECK_FALSE(relations[0].any_of[0].approximate);
    CHECK(relations[0].any_of[1].kind == Kind::linear);
    CHECK(relations[0].any_of[1].approximate);
    CHECK(relations[1].evidence == Evidence::whole);
    CHECK(relations[1].any_of[0].evidence == Evidence::open);
    CHECK(relations[1].approximate);
    CHECK(relations[2].any_of.empty());
    CHECK(relations[2].context == "s1");
}

TEST_CASE("every word for a relation is read") {
    const Document document =
        read_members(R"("figures":{"a":1,"b":2,"c":3,"d":4},"income":{"executed":[5,6]},"relations":[
      {"id":"r1","kind":"sum","total":"a","parts":["b","c"],"coefficients":["1",-0.5],"complete":false,"blanks":true},
      {"id":"r2","kind":"ratio","quotient":"a","numerator":["a",["b","-1"]],"denominator":"/income/executed/1"},
      {"id":"r3","kind":"growth","rate":"a","from":"b","to":"c","severity":"warning","approximate":true},
      {"id":"r4","kind":"share","share":"a","part":"b","whole":["c","d"],"demand":"为何"},
      {"id":"r5","kind":"equal","figures":["a","/figures/b"]},
      {"id":"r6","kind":"at_most","lesser":"a","greater":["b","c"]},
      {"id":"r7","kind":"product","product":"a","factors":["b","c","d"]},
      {"id":"r8","kind":"linear","terms":[["c","1"],["d","-0.6"]],"at_least":{"value":"0","unit":"万元"}},
      {"id":"r9","kind":"linear","terms":"a","equals":"1.50元"},
      {"id":"r10","kind":"linear","terms":"a","at_most":2},
      {"id":"r11","kind":"linear","terms":"a","more_than":{"value":-3}},
      {"id":"r12","kind":"linear","terms":"a","less_than":"4"}])");
    for (const Problem& problem : document.problems) FAIL_CHECK(problem.pointer, ": ", problem.expected);
    REQUIRE(document.filing);
    const auto& relations = document.filing->relations;
    REQUIRE(relations.size() == 12);

    CHECK(relations[0].id == "r1");
    CHECK(relations[0].kind == Kind::sum);
    CHECK(relations[0].subject == "a");
    REQUIRE(relations[0].first.size() == 2);
    CHECK(relations[0].first[1].to == "c");
    CHECK(relations[0].first[1].coefficient == Decimal::of(-5, 1));
    CHECK(relations[0].open_list);
    CHECK(relations[0].blanks);
    CHECK_FALSE(relations[1].open_list);
    CHECK_FALSE(relations[1].blanks);

    CHECK(relations[1].kind == Kind::ratio);
    REQUIRE(relations[1].first.size() == 2);
    CHECK(relations[1].first[1].coefficient == Decimal(-1));
    CHECK(relations[1].second.at(0).to == "/income/executed/1");

    CHECK(relations[2].kind == Kind::growth);
    CHECK(relations[2].first.at(0).to == "c");
    CHECK(relations[2].second.at(0).to == "b");
    CHECK(relations[2].severity == Severity::warning);
    CHECK(relations[2].approximate);

    CHECK(relations[3].kind == Kind::share);
    CHECK(relations[3].second.size() == 2);
    CHECK(relations[3].demand == "为何");
    CHECK(relations[4].kind == Kind::equal);
    CHECK(relations[4].first.size() == 2);
    CHECK(relations[5].kind == Kind::at_most);
    CHECK(relations[5].second.size() == 2);
    CHECK(relations[6].kind == Kind::product);
    CHECK(relations[6].first.size() == 3);

    CHECK(relations[7].kind == Kind::linear);
    CHECK(relations[7].comparison == Comparison::at_least);
    CHECK(relations[7].constant_unit == unit::wan_yuan);
    CHECK(relations[8].comparison == Comparison::equals);
    CHECK(identical(relations[8].constant, Decimal::of(150, 2)));
    CHECK(relations[8].constant_unit == unit::yuan);
    CHECK(relations[9].comparison == Comparison::at_most);
    CHECK_FALSE(relations[9].constant_unit.has_value());
    CHECK(relations[10].comparison == Comparison::more_than);
    CHECK(relations[10].constant == Decimal(-3));
    CHECK(relations[11].comparison == Comparison::less_than);
}

TEST_CASE("a relation that is not understood whole is left out, the others stay") {
    const auto with = [](std::string_view relation) {
        return read_members(R"("figures":{"a":1,"b":2},"relations":[)" + std::string(relation) +
                            R"(,{"id":"good","kind":"equal","figures":["a","b"]}])");
    };
    struct Case {
        std::string_view relation;
        Problem::Kind kind;
        std::string_view pointer;
        std::string_view expected;
    };
    for (const Case& one : {
             Case{R"({"kind":"equal","figures":["a"]})", ProblemKind::missing_key, "/relations/0", "id"},
             Case{R"({"id":"r","figures":["a"]})", ProblemKind::missing_key, "/relations/0", "kind"},
             Case{R"({"any_of":[{"kind":"equal","figures":["a"]}]})", ProblemKind::missing_key,
                  "/relations/0", "id"},
             Case{R"({"id":"r","any_of":[]})", ProblemKind::wrong_type, "/relations/0/any_of",
                  "list of relations"},
             Case{R"({"id":"r","any_of":{"kind":"equal","figures":["a"]}})", ProblemKind::wrong_type,
                  "/relations/0/any_of", "list of relations"},
             Case{R"({"id":"r","any_of":[{"kind":"equal","figures":["a"]},{"figures":["a"]}]})",
                  ProblemKind::missing_key, "/relations/0/any_of/1", "kind"},
             Case{R"({"id":"r","any_of":[{"kind":"equal","figures":["a"],"id":"x"}]})",
                  ProblemKind::unknown_key, "/relations/0/any_of/0/id", "kind"},
             Case{R"({"id":"r","any_of":[{"any_of":[{"kind":"equal","figures":["a"]}]}]})",
                  ProblemKind::missing_key, "/relations/0/any_of/0", "kind"},
             Case{R"({"id":"r","any_of":[{"kind":"equal","figures":["c"]}]})", ProblemKind::unknown_id,
                  "/relations/0/any_of/0/figures/0", "figure"},
             Case{R"({"id":"r","kind":"equal","figures":["a"],"any_of":[{"kind":"equal","figures":["a"]}]})",
                  ProblemKind::unknown_key, "/relations/0/any_of", "id"},
             Case{R"({"id":"r","kind":"equal","figures":["a"],"closed":true})", ProblemKind::unknown_key,
                  "/relations/0/closed", "id"},
             Case{R"({"id":"r","any_of":[{"kind":"equal","figures":["a"]}],"evidence":"no"})",
                  ProblemKind::unknown_word, "/relations/0/evidence", "whole, open"},
             Case{R"({"id":"r","any_of":[{"kind":"equal","figures":["a"],"evidence":1}]})",
                  ProblemKind::wrong_type, "/relations/0/any_of/0/evidence", "string"},
             Case{R"({"id":"r","any_of":[{"kind":"equal","figures":["a"]}],"figures":["a"]})",
                  ProblemKind::unknown_key, "/relations/0/figures", "id"},
             Case{R"({"id":"r","kind":"equal"})", ProblemKind::missing_key, "/relations/0", "figures"},
             Case{R"({"id":"r","kind":"sums","total":"a","parts":["b"]})", ProblemKind::unknown_word,
                  "/relations/0/kind", "sum, equal, at_most, linear, ratio, share, growth, product, average"},
             Case{R"({"id":"r","kind":"sum","total":"a","part":["b"],"parts":["b"]})",
                  ProblemKind::unknown_key, "/relations/0/part", "parts"},
             Case{R"({"id":"r","kind":"sum","total":"a","parts":["c"]})", ProblemKind::unknown_id,
                  "/relations/0/parts/0", "figure"},
             Case{R"({"id":"r","kind":"sum","total":"prior","parts":["b"]})", ProblemKind::unknown_id,
                  "/relations/0/total", "figure"},
             Case{R"({"id":"r","kind":"sum","total":"a","parts":[]})", ProblemKind::wrong_type,
                  "/relations/0/parts", "list of figures"},
             Case{R"({"id":"r","kind":"sum","total":"a","parts":"b"})", ProblemKind::wrong_type,
                  "/relations/0/parts", "list of figures"},
             Case{R"({"id":"r","kind":"sum","total":"a","parts":["b"],"coefficients":["1","2"]})",
                  ProblemKind::wrong_type, "/relations/0/coefficients", "one number for each part"},
             Case{R"({"id":"r","kind":"sum","total":"a","parts":["b"],"coefficients":["x"]})",
                  ProblemKind::not_a_number, "/relations/0/coefficients/0", "number"},
             Case{R"({"id":"r","kind":"at_most","lesser":[["a"]],"greater":"b"})", ProblemKind::wrong_type,
                  "/relations/0/lesser/0", "figure and coefficient"},
             Case{R"({"id":"r","kind":"at_most","lesser":[["a","1","2"]],"greater":"b"})",
                  ProblemKind::wrong_type, "/relations/0/lesser/0", "figure and coefficient"},
             Case{R"({"id":"r","kind":"at_most","lesser":[],"greater":"b"})", ProblemKind::wrong_type,
                  "/relations/0/lesser", "figure or list of terms"},
             Case{R"({"id":"r","kind":"at_most","lesser":{},"greater":"b"})", ProblemKind::wrong_type,
                  "/relations/0/lesser", "figure or list of terms"},
             Case{R"({"id":"r","kind":"linear","terms":"a"})", ProblemKind::missing_key, "/relations/0",
                  "equals, at_least, at_most, more_than, less_than"},
             Case{R"({"id":"r","kind":"linear","terms":"a","equals":1,"at_most":2})",
                  ProblemKind::duplicate_key, "/relations/0/at_most", ""},
             Case{R"({"id":"r","kind":"linear","terms":"a","equals":{"unit":"元"}})",
                  ProblemKind::missing_key, "/relations/0/equals", "value"},
             Case{R"({"id":"r","kind":"linear","terms":"a","equals":"约3"})", ProblemKind::not_a_number,
                  "/relations/0/equals", "number"},
             Case{R"({"id":"r","kind":"linear","terms":"a","equals":{"value":"3元","unit":"万元"}})",
                  ProblemKind::unknown_unit, "/relations/0/equals", "元"},
             Case{R"({"id":"r","kind":"equal","figures":["a"],"severity":"fatal"})",
                  ProblemKind::unknown_word, "/relations/0/severity", "info, error, warning"},
             Case{R"({"id":"r","kind":"equal","figures":["a"],"kind":"equal"})", ProblemKind::duplicate_key,
                  "/relations/0/kind", ""},
             Case{R"({"id":"","kind":"equal","figures":["a"]})", ProblemKind::wrong_type, "/relations/0/id",
                  "id"},
             Case{R"(5)", ProblemKind::wrong_type, "/relations/0", "object"},
         }) {
        CAPTURE(one.relation);
        const Document document = with(one.relation);
        const Problem problem = only_problem(document);
        CHECK(problem.kind == one.kind);
        CHECK(problem.pointer == one.pointer);
        CHECK(problem.expected == one.expected);
        REQUIRE(document.filing);
        REQUIRE(document.filing->relations.size() == 1);
        CHECK(document.filing->relations[0].id == "good");
    }
    const Document twice = with(R"({"id":"good","kind":"equal","figures":["b"]})");
    CHECK(only_problem(twice).kind == ProblemKind::duplicate_id);
    CHECK(only_problem(twice).pointer == "/relations/1/id");
    CHECK(only_problem(twice).seen == "good");
}

TEST_CASE("a reference may stand before the figure that it names") {
    const Document document = read_members(
        R"("relations":[{"id":"r","kind":"equal","figures":["a","/staff/authorised"]}],"figures":{"a":1})");
    CHECK(document.problems.empty());
    CHECK(document.filing->relations.size() == 1);
}

TEST_CASE("a claim may name a phase of its own item, but of no other") {
    CHECK(read_members(R"("income":{"growth":[{"stated":1,"from":"prior"}]})").problems.empty());
    CHECK(read_members(R"("income":{"splits":{"s":{"items":[{"shares":[{"stated":1,"of":"initial"}]}]}}})")
              .problems.empty());
    const Document document = read_members(R"("rates":[{"stated":1,"of":"prior"}])");
    CHECK(only_problem(document).kind == ProblemKind::unknown_id);
    CHECK(only_problem(document).pointer == "/rates/0/of");
    // The claim stays, and so does the name: without it the claim would be one that names nothing.
    REQUIRE(document.filing->rates.at(0).of.size() == 1);
}

// ── problems ──

TEST_CASE("every problem says where it is, what was expected and what was seen") {
    const std::string text = "{\"filing\": 1,\n  \"body\": {\"name\": \"某某局\", \"levle\": \"县\"},\n"
                             "  \"staff\": {\"actual\": \"四十二\"}\n}";
    const Document document = read(text);
    REQUIRE(document.problems.size() == 2);
    const Problem& key = document.problems[0];
    CHECK(key.kind == ProblemKind::unknown_key);
    CHECK(key.source == "test.json");
    CHECK(key.line == 2);
    CHECK(key.column == 27); // in characters: the name before it has three, in nine bytes
    CHECK(key.pointer == "/body/levle");
    CHECK(key.expected == "level");
    CHECK(key.seen == "levle");
    const Problem& number = document.problems[1];
    CHECK(number.kind == ProblemKind::not_a_number);
    CHECK(number.line == 3);
    CHECK(number.column == 23);
    CHECK(number.pointer == "/staff/actual");
    CHECK(number.expected == "number");
    CHECK(number.seen == "四十二");
    REQUIRE(document.filing);
    CHECK(document.filing->body.name == "某某局");
    CHECK(document.filing->staff.actual.best().state == State::unreadable);
    CHECK(document.filing->staff.actual.best().text == "四十二");
}

TEST_CASE("each kind of problem within a filing is found, and the rest is read") {
    struct Case {
        std::string_view members;
        Problem::Kind kind;
        std::string_view pointer;
        std::string_view expected;
        std::string_view seen;
    };
    for (const Case& one : {
             Case{R"("year":"2020")", ProblemKind::wrong_type, "/year", "year", "\"2020\""},
             Case{R"("year":2020.5)", ProblemKind::wrong_type, "/year", "year", "2020.5"},
             Case{R"("year":0)", ProblemKind::wrong_type, "/year", "year", "0"},
             Case{R"("year":10000)", ProblemKind::wrong_type, "/year", "year", "10000"},
             Case{R"("year":null)", ProblemKind::wrong_type, "/year", "year", "null"},
             Case{R"("title":5)", ProblemKind::wrong_type, "/title", "string", "5"},
             Case{R"("income":[1])", ProblemKind::wrong_type, "/income", "object",
                  "[1],\"items\":[{\"label\":\"rest\"}]}"},
             Case{R"("rates":{})", ProblemKind::wrong_type, "/rates", "list",
                  "{},\"items\":[{\"label\":\"rest\"}]}"},
             Case{R"("income":{"executed":true})", ProblemKind::wrong_type, "/income/executed", "figure",
                  "true"},
             Case{R"("income":{"executed":[[1]]})", ProblemKind::wrong_type, "/income/executed/0", "figure",
                  "[1]]},\"items\":[{\"label\":\"rest\"}]}"},
             Case{R"("income":{"executed":[]})", ProblemKind::wrong_type, "/income/executed", "figure",
                  "[]},\"items\":[{\"label\":\"rest\"}]}"},
             Case{R"("income":{"executed":{"unit":"元"}})", ProblemKind::missing_key, "/income/executed",
                  "value", ""},
             Case{R"("income":{"executed":{"value":1,"vlaue":2}})", ProblemKind::unknown_key,
                  "/income/executed/vlaue", "value", "vlaue"},
             Case{R"("income":{"executed":"1.2.3"})", ProblemKind::not_a_number, "/income/executed", "number",
                  "1.2.3"},
             Case{R"("income":{"executed":01})", ProblemKind::not_a_number, "/income/executed", "number",
                  "01"},
             Case{R"("income":{"executed":1.})", ProblemKind::not_a_number, "/income/executed", "number",
                  "1."},
             Case{R"("income":{"executed":-})", ProblemKind::not_a_number, "/income/executed", "number", "-"},
             Case{R"("income":{"executed":{"value":1,"unit":5}})", ProblemKind::wrong_type,
                  "/income/executed/unit", "unit", "5"},
             Case{R"("income":{"executed":{"value":1,"unit":"万元的"}})", ProblemKind::unknown_unit,
                  "/income/executed/unit", "unit", "万元的"},
             Case{R"("income":{"executed":{"value":"1元","unit":"万元"}})", ProblemKind::unknown_unit,
                  "/income/executed/unit", "元", "万元"},
             Case{R"("unit":"人")", ProblemKind::unknown_unit, "/unit", "元, 千元, 万元, 百万元, 亿元", "人"},
             Case{R"("rounding":"up")", ProblemKind::unknown_word, "/rounding",
                  "nearest, half_up, truncated, exact", "up"},
             Case{R"("balance":"ok")", ProblemKind::unknown_word, "/balance", "stated, approximate", "ok"},
             Case{R"("income":{"executed":{"value":1,"rounding":"x"}})", ProblemKind::unknown_word,
                  "/income/executed/rounding", "nearest, half_up, truncated, exact", "x"},
             Case{R"("income":{"executed":{"value":1.234,"decimals":2}})", ProblemKind::excess_digits,
                  "/income/executed/decimals", "2", "1.234"},
             Case{R"("income":{"executed":{"value":12345,"decimals":-3}})", ProblemKind::excess_digits,
                  "/income/executed/decimals", "-3", "12345"},
             Case{R"("income":{"executed":{"value":1,"decimals":99}})", ProblemKind::wrong_type,
                  "/income/executed/decimals", "integer from -38 to 38", "99"},
             Case{R"("income":{"executed":{"value":1,"sense":0}})", ProblemKind::wrong_type,
                  "/income/executed/sense", "1 or -1", "0"},
             Case{R"("income":{"executed":{"value":1,"trust":0}})", ProblemKind::wrong_type,
                  "/income/executed/trust", "positive number", "0"},
             Case{R"("income":{"executed":{"value":1,"fixed":1}})", ProblemKind::wrong_type,
                  "/income/executed/fixed", "true or false", "1"},
             Case{R"("income":{"splits":{"s":{"complete":{"spent":true}}}})", ProblemKind::unknown_key,
                  "/income/splits/s/complete/spent", "opening", "spent"},
             Case{R"("income":{"splits":{"s":{"complete":"yes"}}})", ProblemKind::wrong_type,
                  "/income/splits/s/complete", "true or false", "\"yes\""},
             Case{R"("income":{"splits":{"s":{"items":[{"sign":2}]}}})", ProblemKind::wrong_type,
                  "/income/splits/s/items/0/sign", "1 or -1", "2"},
             Case{R"("income":{"splits":{"a/b~c":{"itmes":[]}}})", ProblemKind::unknown_key,
                  "/income/splits/a~1b~0c/itmes", "items", "itmes"},
             Case{R"("income":{"growth":[{"stated":1,"phase":"spent"}]})", ProblemKind::unknown_word,
                  "/income/growth/0/phase",
                  "prior, initial, supplementary, adjusted, received, executed, opening, closing", "spent"},
             Case{R"("income":{"growth":[{"stated":1,"from":5}]})", ProblemKind::wrong_type,
                  "/income/growth/0/from", "figure or list of terms", "5"},
             Case{R"("income":{"growth":[{"stated":1,"from":{"any":[]}}]})", ProblemKind::unknown_key,
                  "/income/growth/0/from/any", "any_of", "any"},
             Case{R"("income":{"growth":[{"stated":1,"from":{}}]})", ProblemKind::missing_key,
                  "/income/growth/0/from", "any_of", ""},
             Case{R"("income":{"growth":[{"stated":1,"from":"/income/exceuted"}]})", ProblemKind::unknown_id,
                  "/income/growth/0/from", "figure", "/income/exceuted"},
             Case{R"("dates":{"signed":"2020-02-30"})", ProblemKind::not_a_number, "/dates/signed", "date",
                  "2020-02-30"},
             Case{R"("dates":{"signed":20200230})", ProblemKind::wrong_type, "/dates/signed", "date",
                  "20200230"},
             Case{R"("figures":{"/x":1})", ProblemKind::wrong_type, "/figures/~1x", "id", "/x"},
             Case{R"("figures":{"":1})", ProblemKind::wrong_type, "/figures/", "id", ""},
             Case{R"("incmoe":{})", ProblemKind::unknown_key, "/incmoe", "income", "incmoe"},
             Case{R"("relation":[])", ProblemKind::unknown_key, "/relation", "relations", "relation"},
         }) {
        CAPTURE(one.members);
        const Document document = read_members(std::string(one.members) + R"(,"items":[{"label":"rest"}])");
        const Problem problem = only_problem(document);
        CHECK(problem.kind == one.kind);
        CHECK(problem.pointer == one.pointer);
        CHECK(problem.expected == one.expected);
        CHECK(problem.seen == one.seen);
        CHECK(problem.line == 1);
        CHECK(problem.column > 1);
        REQUIRE(document.filing);
        CHECK(document.filing->items.at(0).label == "rest");
    }
}

TEST_CASE("the version of the format must be given, and be known") {
    CHECK(only_problem(read("{}")).kind == ProblemKind::missing_key);
    CHECK(only_problem(read("{}")).expected == "filing");
    CHECK(only_problem(read(R"({"filing":2})")).kind == ProblemKind::unknown_word);
    CHECK(only_problem(read(R"({"filing":"1"})")).kind == ProblemKind::wrong_type);
    CHECK(read(R"({"filing":1})").problems.empty());
}

TEST_CASE("of a figure with something wrong only its place is kept") {
    for (const char* figure : {R"("1,23")", R"({"value":1,"unit":"？"})", R"({"value":1,"rounding":"x"})",
                               R"({"value":1,"sense":3})", R"({"value":1,"value":2})", "true", "{}"}) {
        CAPTURE(figure);
        CHECK(read_one(figure).state == State::unreadable);
    }
    // What does not bear on the number leaves it.
    CHECK(read_one(R"({"value":1,"palce":"x"})").state == State::value);
    CHECK(read_one(R"({"value":1,"place":5})").state == State::value);
}

TEST_CASE("digits beyond those declared are a problem, as many are none") {
    CHECK(read_members(R"("figures":{"x":{"value":"1.23","decimals":2}})").problems.empty());
    CHECK(read_members(R"("figures":{"x":{"value":"1.2","decimals":2}})").problems.empty());
    CHECK(read_members(R"("figures":{"x":{"value":"12000","decimals":-3}})").problems.empty());
    CHECK(only_problem(read_members(R"("figures":{"x":{"value":"1.230","decimals":2}})")).kind ==
          ProblemKind::excess_digits);
}

TEST_CASE("a key that is given twice is a problem, and neither figure is believed") {
    const Document document = read_members(R"("income":{"executed":1,"label":"a","executed":2,"label":"b"})");
    REQUIRE(document.problems.size() == 2);
    CHECK(document.problems[0].kind == ProblemKind::duplicate_key);
    CHECK(document.problems[0].pointer == "/income/executed");
    CHECK(document.problems[0].seen == "executed");
    CHECK(document.problems[0].column == 48);
    REQUIRE(document.filing);
    CHECK(document.filing->income.label == "a");
    REQUIRE(document.filing->income.executed.statements().size() == 1);
    CHECK(document.filing->income.executed.best().state == State::unreadable);

    const Document escaped = read_members(R"("figures":{"x":1,"\u0078":2})");
    CHECK(only_problem(escaped).kind == ProblemKind::duplicate_key);
    CHECK(escaped.filing->figures.at(0).figure.best().state == State::unreadable);
    CHECK(read_members(R"("nothing":{"x":1,"x":2})").problems.size() == 2); // in what is not known, too
}

TEST_CASE("the nearest key is the one with the fewest changes") {
    const auto nearest_to = [](std::string_view key) {
        return only_problem(read_members("\"" + std::string(key) + "\":1")).expected;
    };
    CHECK(nearest_to("expenditrue") == "expenditure");
    CHECK(nearest_to("Expenditure") == "expenditure");
    CHECK(nearest_to("total_expense") == "total_expenditure");
    CHECK(nearest_to("date") == "dates");
    CHECK(nearest_to("filling") == "filing");
    CHECK(nearest_to(repeated("x", 1000)) == "expenditure"); // nothing is near; still one is named, and soon
}

// ── texts that are no JSON ──

TEST_CASE("a text that is no JSON gives no filing, and the place where it ends to be") {
    struct Case {
        std::string_view text;
        Problem::Kind kind;
        std::size_t line;
        std::size_t column;
    };
    for (const Case& one : {
             Case{"", ProblemKind::not_json, 1, 1},
             Case{" \n ", ProblemKind::not_json, 2, 2},
             Case{"hello", ProblemKind::not_json, 1, 1},
             Case{"{", ProblemKind::not_json, 1, 2},
             Case{"{\"filing\":1", ProblemKind::not_json, 1, 12},
             Case{"{\"filing\":1,}", ProblemKind::not_json, 1, 13},
             Case{"{\"filing\":1}}", ProblemKind::not_json, 1, 13},
             Case{"{\"filing\":1} x", ProblemKind::not_json, 1, 14},
             Case{"{\"filing\" 1}", ProblemKind::not_json, 1, 11},
             Case{"{\"filing\":}", ProblemKind::not_json, 1, 11},
             Case{"{\"filing\":1 \"year\":2}", ProblemKind::not_json, 1, 13},
             Case{"{filing:1}", ProblemKind::not_json, 1, 2},
             Case{"{\"filing\":tru}", ProblemKind::not_json, 1, 11},
             Case{"{\"filing\":NaN}", ProblemKind::not_json, 1, 11},
             Case{"{\"filing\":1,\n\"title\":\"abc}", ProblemKind::not_json, 2, 9},
             Case{"{\"title\":\"a\nb\"}", ProblemKind::not_json, 1, 12},
             Case{"{\"title\":\"a\\x\"}", ProblemKind::not_json, 1, 10},
             Case{"{\"title\":\"\\ud800\"}", ProblemKind::not_json, 1, 10},
             Case{"{\"title\":\"\\udc00x\"}", ProblemKind::not_json, 1, 10},
             Case{"{\"\\ud800\":1}", ProblemKind::not_json, 1, 2},
             Case{"{\"a\\\"\\ud800\":1}", ProblemKind::not_json, 1, 2},
             Case{"{\"items\":[1,]}", ProblemKind::not_json, 1, 13},
             Case{"{\"items\":[1 2]}", ProblemKind::not_json, 1, 13},
             Case{"{\"items\":[1}", ProblemKind::not_json, 1, 12},
             Case{"{\"title\":\"某\xFF\"}", ProblemKind::encoding, 1, 12},
             Case{"{\"title\":\"\xED\xA0\x80\"}", ProblemKind::encoding, 1, 11},
             Case{"[1]", ProblemKind::wrong_type, 1, 1},
             Case{std::string_view("\xFF\xFE{\0", 4), ProblemKind::encoding, 1, 1},
             Case{std::string_view("\0{", 2), ProblemKind::encoding, 1, 1},
             Case{std::string_view("{\0", 2), ProblemKind::encoding, 1, 1},
             Case{std::string_view("\0\0", 2), ProblemKind::not_json, 1, 1},
             Case{" \"x\"", ProblemKind::wrong_type, 1, 2},
             Case{"12", ProblemKind::wrong_type, 1, 1},
             Case{"null", ProblemKind::wrong_type, 1, 1},
         }) {
        CAPTURE(one.text);
        const Document document = read(one.text);
        CHECK_FALSE(document.filing.has_value());
        const Problem problem = only_problem(document);
        CHECK(problem.kind == one.kind);
        CHECK(problem.line == one.line);
        CHECK(problem.column == one.column);
        CHECK_FALSE(problem.expected.empty());
    }
    CHECK(only_problem(read("{\"filing\":1,\"body\":{\"name\":tru}}")).pointer == "/body");
    CHECK(only_problem(read("{\"filing\":tru}")).seen == "tru}");
    CHECK(only_problem(read("{\"filing\":1")).expected == "more text");
}

TEST_CASE("a byte order mark and the line ends of other systems are taken") {
    const Document document = read("\xEF\xBB\xBF{\r\n\"filing\": 1,\r\n\"yaer\": 2020\r\n}\r\n");
    REQUIRE(document.filing);
    const Problem problem = only_problem(document);
    CHECK(problem.line == 3);
    CHECK(problem.column == 1);
    CHECK(only_problem(read("\xEF\xBB\xBF{\"yaer\":1,\"filing\":1}")).column == 2);
}

TEST_CASE("the digest is that of the bytes") {
    CHECK(read("abc").input_sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(read("").input_sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

// ── limits ──

TEST_CASE("values nested too deep are a problem, and nothing worse") {
    const auto nested = [](std::size_t levels) {
        return read_members("\"title\":" + repeated("[", levels) + repeated("]", levels));
    };
    CHECK(only_problem(nested(63)).kind == ProblemKind::wrong_type); // with the filing itself 64
    REQUIRE(nested(64).problems.size() == 2);
    for (const std::size_t levels : {65U, 1000U, 100'000U}) {
        const Document document = nested(levels);
        REQUIRE(document.filing);
        REQUIRE(document.problems.size() == 2);
        CHECK(document.problems[1].kind == ProblemKind::limit);
        CHECK(document.problems[1].expected == "64 levels");
        CHECK(document.problems[1].column == 21 + 63);
    }
    CHECK_FALSE(read(repeated("{\"a\":", 100000)).filing.has_value());
    CHECK_FALSE(read("{\"a\":" + repeated("[", 100000)).filing.has_value());
    CHECK_FALSE(read("{\"a\":" + repeated("[", 100000) + "}").filing.has_value());

    // A figure nested too deep is no figure that is missing.
    std::string deep = R"("evaluation":{"indicators":[)";
    for (int tier = 0; tier < 31; ++tier) deep += R"({"indicators":[)";
    deep += R"({"score":1})";
    for (int tier = 0; tier < 31; ++tier) deep += "]}";
    const Document document = read_members(deep + "]}");
    CHECK(only_problem(document).kind == ProblemKind::limit);
}

TEST_CASE("numbers beyond 38 digits are a problem, however long they are") {
    for (const std::string& number :
         {repeated("9", 39), "0." + repeated("0", 38) + "1", "1" + repeated("0", 38), std::string("1e39"),
          std::string("1e-39"), std::string("1e999999999999999999999"), repeated("9", 1'000'000)}) {
        const Document document = read_members("\"figures\":{\"x\":" + number + ",\"y\":\"" + number + "\"}");
        REQUIRE(document.problems.size() == 2);
        const bool exponent = number.find('e') != std::string::npos;
        CHECK(document.problems[0].kind == ProblemKind::limit);
        CHECK(document.problems[0].expected == "38 digits");
        CHECK(document.problems[0].seen.size() <= 50);
        CHECK(document.problems[1].kind == (exponent ? ProblemKind::not_a_number : ProblemKind::limit));
        CHECK(document.filing->figures.at(0).figure.best().state == State::unreadable);
    }
    CHECK(read_members("\"figures\":{\"x\":" + repeated("9", 38) + ",\"y\":0." + repeated("3", 38) +
                       ",\"z\":1e38}")
              .problems.empty());
}

TEST_CASE("ids have at most 256 characters") {
    const std::string id = repeated("名", 256);
    CHECK(read_members("\"figures\":{\"" + id + "\":1}").problems.empty());
    const Document document = read_members("\"figures\":{\"" + id + "x\":1}");
    CHECK(only_problem(document).kind == ProblemKind::limit);
    CHECK(only_problem(document).expected == "256 characters");
    CHECK(document.filing->figures.empty());
    CHECK(only_problem(read_members(R"("figures":{"a":1},"relations":[{"id":")" + id +
                                    R"(x","kind":"equal","figures":["a"]}])"))
              .kind == ProblemKind::limit);
}

TEST_CASE("a name has at most 4096 characters, the words of a sentence may have more") {
    const std::string name = repeated("名", 4096);
    CHECK(read_members("\"title\":\"" + name + "\"").filing->title == name);
    const Document document = read_members("\"title\":\"" + name + "x\"");
    CHECK(only_problem(document).kind == ProblemKind::limit);
    CHECK(only_problem(document).expected == "4096 characters");
    CHECK(document.filing->title.empty());
    CHECK(only_problem(read_members(R"("figures":{"a":{"value":1,"label":")" + name + R"(x"}})")).pointer ==
          "/figures/a/label");
    CHECK(read_members(R"("sentences":{"s":")" + name + R"(x"})").problems.empty());
}

TEST_CASE("what every line of a result would repeat is not repeated as long as it was given") {
    // Zeros before a number say nothing.
    CHECK(read_one("\"" + repeated("0", 5000) + "7.50\"").text == "7.50");
    CHECK(read_one("1e" + repeated("0", 5000) + "1").text == "10");
    CHECK(read_one("\"" + repeated("0", 4095) + "7\"").text.size() == 4096);
    // The key of what is not known stands in the place of every problem below it.
    const Document document = read_members("\"" + repeated("k", 5000) + R"(":{"x":1,"x":2})");
    REQUIRE(document.problems.size() == 2);
    CHECK(document.problems[1].pointer == "/" + repeated("k", 40) + "…/x");
}

TEST_CASE("a document has at most 100000 figures") {
    const auto with = [](std::size_t figures) {
        return read_members("\"income\":{\"executed\":[" + repeated("1,", figures - 1) + "1]}");
    };
    CHECK(with(100'000).problems.empty());
    CHECK(with(100'001).problems.size() == 1);
    const Document document = with(100'002);
    CHECK(only_problem(document).kind == ProblemKind::limit);
    CHECK(only_problem(document).expected == "100000 figures");
    CHECK(only_problem(document).pointer == "/income/executed/100000");
    CHECK(document.filing->income.executed.statements().size() == 100'000);
}

TEST_CASE("many figures and relations are read in time that grows with them only") {
    std::string figures;
    std::string relations;
    constexpr int count = 50'000;
    for (int i = 0; i < count; ++i) {
        const std::string id = "f" + std::to_string(i);
        figures += (i == 0 ? "\"" : ",\"") + id + "\":1";
        relations += (i == 0 ? "" : ",") + (R"({"id":")" + id) + R"(","kind":"equal","figures":["/figures/)" +
                     id + R"(",")" + id + "\"]}";
    }
    const Document document = read_members("\"relations\":[" + relations + "],\"figures\":{" + figures + "}");
    CHECK(document.problems.empty());
    CHECK(document.filing->relations.size() == count);
}

TEST_CASE("a document larger than 64 MiB is not read") {
    const std::string text = "{\"filing\":1" + repeated(" ", (std::size_t{64} << 20) - 12) + "}";
    CHECK(read(text).problems.empty());
    const Document document = read(text + " ");
    CHECK_FALSE(document.filing.has_value());
    CHECK(only_problem(document).kind == ProblemKind::limit);
    CHECK(only_problem(document).expected == "64 MiB");
}

TEST_CASE("a document has at most four million values") {
    // With the filing, its version and the list itself.
    const auto with = [](std::size_t values) {
        return read_members("\"title\":[" + repeated("1,", values - 4) + "1]");
    };
    CHECK(only_problem(with(4'000'000)).kind == ProblemKind::wrong_type);
    const Document document = with(4'000'001);
    CHECK_FALSE(document.filing.has_value());
    CHECK(only_problem(document).kind == ProblemKind::limit);
    CHECK(only_problem(document).expected == "4000000 values");
}

TEST_CASE("after a thousand problems one says that there are others") {
    const auto with = [](std::size_t problems) {
        return read_members("\"income\":{\"executed\":[" + repeated("\"?\",", problems - 1) + "\"?\"]}")
            .problems;
    };
    CHECK(with(1000).size() == 1000);
    CHECK(with(1000).back().kind == ProblemKind::not_a_number);
    for (const std::size_t problems : {1001U, 50'000U}) {
        REQUIRE(with(problems).size() == 1001);
        CHECK(with(problems).back().kind == ProblemKind::limit);
        CHECK(with(problems).back().expected == "1000 problems");
    }
}

// ── streams ──

TEST_CASE("of newline-delimited filings a bad one does not stop the others") {
    const std::string text = "\xEF\xBB\xBF{\"filing\":1,\"year\":2019}\n\n  \r\n{\"filing\":1,\"year\":\n"
                             "{\"filing\":1,\"yaer\":2021}\r\n{\"filing\":1,\"year\":2022}";
    const auto check = [](const std::vector<Document>& documents) {
        REQUIRE(documents.size() == 4);
        CHECK(documents[0].filing->year == 2019);
        CHECK(documents[0].problems.empty());
        CHECK_FALSE(documents[1].filing.has_value());
        CHECK(only_problem(documents[1]).kind == ProblemKind::not_json);
        CHECK(only_problem(documents[1]).line == 4);
        CHECK(only_problem(documents[1]).source == "stream");
        CHECK(only_problem(documents[2]).kind == ProblemKind::unknown_key);
        CHECK(only_problem(documents[2]).line == 5);
        CHECK(only_problem(documents[2]).column == 13);
        CHECK(documents[3].filing->year == 2022);
        CHECK(documents[3].input_sha256 == read(R"({"filing":1,"year":2022})").input_sha256);
    };
    check(read_all(text));

    std::istringstream stream(text);
    std::vector<Document> documents;
    read_filings(stream, "stream", [&](Document&& document) { documents.push_back(std::move(document)); });
    check(documents);
}

TEST_CASE("a line longer than a document may be is one problem, and the next is read") {
    const std::string text =
        "{\"filing\":1" + repeated(" ", std::size_t{65} << 20) + "}\n{\"filing\":1,\"year\":2}";
    std::istringstream stream(text);
    std::vector<Document> documents;
    read_filings(stream, "stream", [&](Document&& document) { documents.push_back(std::move(document)); });
    REQUIRE(documents.size() == 2);
    CHECK(only_problem(documents[0]).kind == ProblemKind::limit);
    CHECK(only_problem(documents[0]).line == 1);
    CHECK(documents[0].input_sha256 == read(text.substr(0, text.find('\n'))).input_sha256);
    CHECK(documents[1].filing->year == 2);
}

TEST_CASE("lines may be counted from any number") {
    CHECK(read_filing("{\n\"x\":1,\"filing\":1}", "s", 7).problems.at(0).line == 8);
}

TEST_CASE("what a text is, is seen from its content") {
    CHECK(recognise("{\"filing\":1}") == InputKind::filing);
    CHECK(recognise("\xEF\xBB\xBF \n{\n \"filing\": 1\n}\n\n") == InputKind::filing);
    CHECK(recognise("{\"filing\":1,\"title\":\"}\\\"}\"}") == InputKind::filing);
    CHECK(recognise("{\"filing\":1,") == InputKind::filing);
    CHECK(recognise("{\"filing\":1} {\"filing\":1}") == InputKind::filing);
    CHECK(recognise("{}") == InputKind::filing);

    CHECK(recognise("{\"filing\":1}\n{\"filing\":1}\n") == InputKind::filings);
    CHECK(recognise("\xEF\xBB\xBF{\"filing\":1}\r\n\r\n{\"filing\":1}") == InputKind::filings);
    CHECK(recognise("{\"filing\":1}\nnot a filing") == InputKind::filings);
    CHECK(recognise("{\"filing\":1,\n{\"filing\":1}\n") == InputKind::filings);
    CHECK(recognise("rubbish\n{ \"filing\":1}\n") == InputKind::filings);

    CHECK(recognise("<html>") == InputKind::report);
    CHECK(recognise("一、部门基本情况\n(一)") == InputKind::report);
    CHECK(recognise("\xEF\xBB\xBF一、部门基本情况") == InputKind::report);
    CHECK(recognise("\xD2\xBB\xA1\xA2\xB2\xBF\xC3\xC5") == InputKind::report);    // GB18030
    CHECK(recognise(std::string_view("\xFF\xFE\0\x4E", 4)) == InputKind::report); // UTF-16
    CHECK(recognise(std::string_view("\xFE\xFF\x4E\0", 4)) == InputKind::report);
    CHECK(recognise(std::string_view("\xFF\xFE{\0\"\0", 6)) == InputKind::filing);
    CHECK(recognise(std::string_view("\xFE\xFF\0\n\0{", 6)) == InputKind::filing);
    CHECK(recognise("[1]") == InputKind::report);
    CHECK(recognise("[2020] 1 {") == InputKind::report);
    CHECK(recognise(" [ {\"filing\":1}]") == InputKind::filing); // which is none, and told to be a list

    CHECK(recognise("") == InputKind::unknown);
    CHECK(recognise(" \n") == InputKind::unknown);
    CHECK(recognise("\xEF\xBB\xBF") == InputKind::unknown);
}

TEST_CASE("what is no text is known by its first bytes") {
    using namespace std::string_view_literals;
    struct Case {
        std::string_view bytes;
        std::string_view format;
    };
    for (const Case& one : {
             Case{"PK\x03\x04\x14\0OFD.xml"sv, "OFD"},
             Case{"PK\x03\x04\x14\0report.txt"sv, "archive"},
             Case{"PK\x03\x04\x14\0xl/workbook.bin"sv, ".xlsb"},
             Case{"\x1F\x8B\x08"sv, "archive"},
             Case{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"sv, "old Office file"},
             Case{"\x89PNG\r\n\x1A\n"sv, "image"},
             Case{"\xFF\xD8\xFF\xE0"sv, "image"},
             Case{"总支出\0\0"sv, "binary data"},
         }) {
        CAPTURE(one.format);
        CHECK(foreign_format(one.bytes) == one.format);
        CHECK(recognise(one.bytes) == InputKind::unknown);
    }
    for (const std::string_view bytes : {"PK\x03\x04\x14\0\x06\0[Content_Types].xml … word/document.xml"sv,
                                         "PK\x03\x04\x14\0\x06\0[Content_Types].xml … xl/workbook.xml"sv}) {
        CHECK(foreign_format(bytes).empty());
        CHECK(recognise(bytes) == InputKind::report);
    }
    // What another program turns into that.
    for (const std::string_view bytes :
         {"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text"sv,
          "PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet"sv, "{\\rtf1\\ansi"sv}) {
        CHECK(foreign_format(bytes).empty());
        CHECK(recognise(bytes) == InputKind::report);
    }
    // What is read as it is.
    CHECK(foreign_format("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj").empty());
    CHECK(recognise("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj") == InputKind::report);
    for (const std::string_view text :
         {""sv, "一、部门"sv, "<html>"sv, "{\"filing\":1}"sv, "\xFF\xFE\0\x4E"sv, "PDF"sv})
        CHECK(foreign_format(text).empty());
}

// ── whatever may come ──

TEST_CASE("no cut and no changed byte of a filing does more than make a problem") {
    const std::string text = filing_of(
        R"("unit":"万元","year":2020,"body":{"name":"某\"局\u4e00"},"income":{"executed":["1,709.11",{"value":3e2,)"
        R"("unit":"元","trust":1.5}],"splits":{"fund":{"complete":true,"items":[{"executed":null,"sign":-1}]}},)"
        R"("growth":[{"stated":"35%","from":{"any_of":["prior",[["initial","-1"]]]}}]},"figures":{"a":[1,2]},)"
        R"("relations":[{"id":"r","kind":"linear","terms":[["a","1"],"/figures/a/0"],"equals":{"value":"0"}},)"
        R"({"id":"s","any_of":[{"kind":"equal","figures":["a"]}],"evidence":"open","context":"s"}],)"
        R"("staff":{"actual":{"value":9,"line":3,"column":1,"context":"s","mark":[3,1]}},"sentences":{"s":"共9"})");
    REQUIRE(read(text).problems.empty());
    for (std::size_t length = 0; length < text.size(); ++length) {
        const Document document = read(std::string_view(text).substr(0, length));
        CHECK_FALSE(document.filing.has_value());
        CHECK(document.problems.size() == 1);
    }
    std::mt19937_64 random(20200618);
    constexpr std::string_view marks = "{}[]\",:\\0.-eE+tfn \n\t\x01\x80\xFF/";
    std::size_t understood = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string changed = text;
        for (std::uint64_t changes = 1 + random() % 3; changes > 0; --changes) {
            const std::size_t at = random() % changed.size();
            const char mark = marks[random() % marks.size()];
            switch (random() % 3) {
            case 0:
                changed[at] = mark;
                break;
            case 1:
                changed.erase(at, 1 + random() % 4);
                break;
            default:
                changed.insert(at, 1, mark);
            }
        }
        const Document document = read(changed);
        const bool said = document.filing.has_value() || !document.problems.empty();
        if (!said) FAIL_CHECK(changed);
        for (const Problem& problem : document.problems) {
            const std::size_t lines =
                1 + static_cast<std::size_t>(std::count(changed.begin(), changed.end(), '\n'));
            if (problem.line < 1 || problem.line > lines || problem.column < 1 ||
                problem.column > changed.size() + 1)
                FAIL_CHECK(changed);
        }
        understood += document.filing.has_value() ? 1U : 0U;
        (void)recognise(changed);
    }
    CHECK(understood > 1000);
}
