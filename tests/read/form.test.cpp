// SPDX-License-Identifier: MIT
#include <tieout/read/form.hpp>

#include "../write/golden.hpp"

#include <tieout/write/form.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace tieout;
using nlohmann::json;

namespace {

std::string problems_of(std::string_view text) {
    std::string all;
    for (const Problem& problem : read_form(text, "form.json").problems)
        all += problem.pointer + ": expected " + problem.expected + ", seen " + problem.seen + "\n";
    return all;
}

bool valid(std::string_view text) {
    static const json schema_text = json::parse(test::file_text(test::project_path("docs/form.schema.json")));
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_text), schema);
    valijson::Validator validator;
    const json value = json::parse(text);
    return validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(value), nullptr);
}

constexpr std::string_view smallest = R"({"form":1,"name":"mine","title":{"zh":"表","en":"table"},
    "sources":{"s":"a document"},"source":"s","clause":"1","titles":[{"names":["某表"]}],
    "of":{"flow":"income"},"blocks":[{"columns":[{"names":["金额"]}]}]})";

std::string changed(std::string_view from, std::string_view to) {
    std::string text(smallest);
    const std::size_t at = text.find(from);
    REQUIRE(at != text.npos);
    return text.replace(at, from.size(), to);
}

const Form& form(std::string_view name) {
    const Form* const found = find_form(name);
    REQUIRE(found != nullptr);
    return *found;
}

} // namespace

TEST_CASE("every built-in form is sound, valid by the schema, and found by the name of its file") {
    CHECK(built_in_forms().size() > 20);
    for (const BuiltInForm& built_in : built_in_forms()) {
        CAPTURE(built_in.name);
        CHECK(problems_of(built_in.json) == "");
        CHECK(valid(built_in.json));
        CHECK(form(built_in.name).name == built_in.name);
    }
    CHECK(all_forms().size() == built_in_forms().size());
    CHECK(find_form("no-such-form") == nullptr);
}

TEST_CASE("what the forms link to is a form, and every title belongs to one kind of table") {
    std::map<std::string, std::string> owners;
    for (const Form* const each : all_forms()) {
        CAPTURE(each->name);
        for (const FormLink& link : each->links) CHECK(find_form(link.form) != nullptr);
        for (const FormTitle& title : each->titles)
            for (const std::string& name : title.names) {
                CAPTURE(name);
                CHECK(has_title(*each, name));
                // Forms of one table in two layouts share their titles, and captions tell them apart.
                const bool three_public = each->name == "operation-information";
                const std::string family =
                    three_public ? std::string("accounts-07")
                                 : each->name.substr(0, each->name.find_first_of("0123456789") + 2);
                const auto [known, added] = owners.emplace(name, family);
                CHECK(known->second == family);
            }
    }
}

TEST_CASE("a title is one of a form's, and does not only end with one") {
    const Form& expenditure = form("accounts-03-expenditure");
    for (const std::string_view title :
         {"支出决算表", "部门支出决算表", "某市某局2022年度支出决算表", "2022年度某局支出决算表",
          "三、支出决算表", "（三）支出决算表", "表3 支出决算表", "附表3：某局2022年度支出决算表",
          "公开03表 支出决算表", "支出决算表（公开03表）", "二〇二二年度支出决算表", "附表1 2022年支出决算表",
          "某局 支 出 决 算 表", "某乡人民政府支出决算表", "某局2022年度部门决算支出决算表"}) {
        CAPTURE(title);
        CHECK(has_title(expenditure, title));
    }
    for (const std::string_view title :
         {"项目支出决算表", "一般公共预算财政拨款支出决算表", "国有资本经营预算财政拨款支出决算表",
          "经营支出决算表", "机关运行经费支出决算表", "收入支出决算表", "基本支出决算表", "支出决算表说明",
          "", "支出决算情况"}) {
        CAPTURE(title);
        CHECK_FALSE(has_title(expenditure, title));
    }
    CHECK(has_title(form("accounts-07-three-public"), "财政拨款\"三公\"经费支出决算表"));
    CHECK(has_title(form("accounts-07-three-public"), "财政拨款「三公」经费支出决算表"));
}

TEST_CASE("a table has the form of its title, if two thirds of the captions are there") {
    const auto name = [](std::string_view title, std::vector<std::string> captions,
                         std::string_view number = {}) {
        const FormMatch found = match(all_forms(), title, captions, number);
        return found.form == nullptr ? std::string() : found.form->name;
    };
    const std::vector<std::string> types{"本年支出合计", "基本支出", "项目支出",
                                         "上缴上级支出", "经营支出", "对附属单位补助支出"};
    CHECK(name("支出决算表", types) == "accounts-03-expenditure");
    CHECK(name("支出决算表", {"合计", "基本支出", "项目支出", "经营支出"}) == "accounts-03-expenditure");
    CHECK(name("支出决算表", {"合计", "基本支出", "项目支出"}) == "");
    CHECK(name("项目支出决算表", types) == "");
    // Without a title that says anything, all captions and no others, if one form only has these: accounts and budget
    // have the same.
    CHECK(name("附表3", {"合计", "货物", "工程", "服务"}) == "procurement-columns");
    CHECK(name("附表3", {"合计", "货物", "工程", "服务", "税费"}) == "");
    CHECK(name("附表3", types) == "");
    CHECK(name("附表3", types, "公开03表") == "accounts-03-expenditure");
    CHECK(name("", {"合计", "基本支出", "项目支出"}) == "");
    CHECK(name("", {"合计", "基本支出", "项目支出"}, "公开05表") == "accounts-05-general");
    // Two layouts of one table are told apart by their captions.
    const std::string_view basic = "一般公共预算财政拨款基本支出决算表";
    CHECK(name(basic, {"决算数", "决算数"}) == "accounts-06-basic");
    CHECK(name(basic, {"合计", "人员经费", "公用经费"}) == "accounts-06-basic-columns");
    CHECK(name("收入支出决算总表", {"决算数", "决算数"}) == "accounts-01-totals");
    CHECK(name("财政拨款收入支出决算总表", {"决算数", "合计", "一般公共预算财政拨款",
                                            "政府性基金预算财政拨款", "国有资本经营预算财政拨款"}) ==
          "accounts-04-fiscal");
}

TEST_CASE("captions and rows say what a figure is of") {
    const std::vector<std::string> captions{"预算数", "决算数"};
    const FormMatch three = match(
        all_forms(), "一般公共预算财政拨款“三公”经费支出决算表",
        std::vector<std::string>{"合计", "因公出国（境）费", "公务用车购置及运行维护费", "小计",
                                 "公务用车购置费", "公务用车运行维护费", "公务接待费", "预算数", "决算数"});
    REQUIRE(three.form != nullptr);
    const auto column = [&](std::vector<std::string> path) { return column_aspects(three, 0, path); };
    CHECK(column({"合计", "预算数"})->of.item == "three_public");
    CHECK(column({"合计", "预算数"})->of.phase == "initial");
    CHECK(column({"合计", "预算数"})->of.fund == "general");
    CHECK(column({"公务用车购置及运行费", "小计", "2022年决算数"})->of.item == "vehicles");
    CHECK(column({"公务用车购置及运行费", "公务用车 购置费", "决算数"})->of.item == "purchase");
    CHECK_FALSE(column({"其他费用", "决算数"}).has_value());

    const FormMatch fiscal{.form = &form("accounts-04-fiscal")};
    const FormRow opening{.name = "年初财政拨款结转和结余"};
    const auto opens = row_aspects(fiscal, 0, opening);
    REQUIRE(opens);
    CHECK(opens->word->opens);
    const FormRow general{.name = "一般公共预算财政拨款"};
    CHECK(row_aspects(fiscal, 0, general)->of.flow == "");
    CHECK(row_aspects(fiscal, 0, general, opens->word)->of.flow == "opening");
    CHECK(row_aspects(fiscal, 0, general, opens->word)->of.fund == "general");
    // The total says its flow itself.
    CHECK(row_aspects(fiscal, 0, {.name = "总计"}, opens->word)->of.flow == "total_income");
    CHECK_FALSE(row_aspects(fiscal, 0, {.name = "一般公共预算财政拨款", .within = true}).has_value());
    CHECK_FALSE(row_aspects(fiscal, 0, {.name = "捐赠"}).has_value());

    const FormMatch basic{.form = &form("accounts-06-basic")};
    CHECK(row_aspects(basic, 0, {.code = "30101"})->of.type == "personnel");
    CHECK(row_aspects(basic, 0, {.code = "31002"})->of.type == "operating");
    CHECK(row_aspects(basic, 0, {.code = "31002"})->of.economic == "31002");

    const FormMatch evaluation{.form = &form("evaluation-project")};
    CHECK(row_aspects(evaluation, 0, {.name = "当年财政拨款", .within = true})->of.fund == "fiscal");
    CHECK(column_aspects(evaluation, 0, std::vector<std::string>{"执行率"})->aside);
}

TEST_CASE("what a file does not say rightly is a located problem") {
    CHECK(problems_of(smallest) == "");
    CHECK(valid(smallest));
    struct Slip {
        std::string_view from, to, problem;
        bool valid_by_schema = false;
    };
    const Slip slips[] = {
        {R"("form":1)", R"("form":2)", "/form: expected 1, seen 2\n"},
        {R"("titles")", R"("title_s")",
         ": expected titles, seen \n/title_s: expected titles, seen title_s\n"},
        {R"("flow":"income")", R"("flow":"incom")", "/of/flow: expected income, seen incom\n", true},
        {R"("flow":"income")", R"("flaw":"income")",
         "/of/flaw: expected flow, fund, type, function, economic, item, phase, period, body, seen flaw\n"},
        {R"("source":"s")", R"("source":"t")", "/source: expected s, seen t\n", true},
        {R"({"names":["金额"]})", R"({"of":{}})", "/blocks/0/columns/0: expected names, seen \n"},
        {R"(["金额"])", R"([])",
         "/blocks/0/columns/0: expected names, seen \n"
         "/blocks/0/columns/0/names: expected list, seen []}]}]}\n"},
        {R"("columns")", R"("by":"place","columns")",
         "/blocks/0/by: expected flow, fund, type, function, economic, item, phase, period, body, seen "
         "place\n"},
    };
    for (const Slip& slip : slips) {
        const std::string text = changed(slip.from, slip.to);
        CAPTURE(text);
        CHECK(problems_of(text) == slip.problem);
        CHECK(valid(text) == slip.valid_by_schema);
    }
    CHECK(read_form("[]", "x").problems.size() == 1);
    CHECK_FALSE(read_form("[]", "x").form.has_value());
}

TEST_CASE("words are compared without blanks and quotation marks, with brackets and digits of one width") {
    CHECK(plain_words("因公出国 (境) 费") == "因公出国（境）费");
    CHECK(plain_words("财政拨款\"三公\"经费\n支出") == "财政拨款三公经费支出");
    CHECK(plain_words("　２０２２年　") == "2022年");
    CHECK(plain_words("") == "");
}

TEST_CASE("docs/forms.md is printed from the forms of this version") {
    CHECK_MESSAGE(test::file_text(test::project_path("docs/forms.md")) == forms_markdown(all_forms()),
                  "./dev docs prints it anew");
}
