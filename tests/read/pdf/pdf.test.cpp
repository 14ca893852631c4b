// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "../text/pages.hpp"
#include "read/pdf/pdf.hpp"
#include "written_pdf.hpp"

#include <tieout/read/text.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace tieout;
using namespace tieout::test;
using detail::Page;
using detail::Placing;
using pdf::Pen;
using pdf::WrittenPage;

const std::vector<std::vector<std::string>> accounts = {{"项目", "<", "决算数"},
                                                        {"科目编码", "科目名称", "<"},
                                                        {"201", "一般公共服务", "12.50"},
                                                        {"208", "社会保障", "7.25"},
                                                        {"合计", "<", "19.75"}};
const Strings read_accounts = {"项目|决算数", "科目编码|科目名称", "201|一般公共服务|12.50",
                               "208|社会保障|7.25", "合计|19.75"};

/// A document without a single problem.
Page page_of(const std::string& bytes) {
    std::vector<Problem> problems;
    Page page = detail::page_of_pdf(bytes, problems);
    for (const Problem& problem : problems)
        FAIL_CHECK("a problem of kind ", static_cast<int>(problem.kind), ": ", problem.seen);
    return page;
}

std::vector<Problem> problems_of(const std::string& bytes) {
    std::vector<Problem> problems;
    static_cast<void>(detail::page_of_pdf(bytes, problems));
    return problems;
}

std::string prose(int first_line) {
    std::string content;
    const std::vector<std::string> lines = {
        "　　某局二〇二四年度收入总计三百万元，其中财政拨款收入二百万元，事业收入",
        "一百万元；支出总计三百万元，其中基本支出一百万元，项目支出二百万元，收支", "相抵没有结余。"};
    for (std::size_t i = 0; i < lines.size(); ++i)
        content += pdf::text(60, first_line - 20 * static_cast<int>(i), lines[i], 12);
    return content;
}

} // namespace

TEST_CASE("a ruled table has the cells that it has on paper, whatever drew its lines") {
    for (const Pen pen : {Pen::strokes, Pen::thin_rectangles, Pen::pieces}) {
        const Page page =
            page_of(pdf::file({{pdf::text(100, 780, "收入支出决算表") + pdf::text(300, 760, "单位：万元") +
                                pdf::table(60, 740, accounts, pen)}}));
        const auto tables = tables_of(page);
        REQUIRE(tables.size() == 1);
        CHECK(rows_of(tables[0]) == read_accounts);
        CHECK(tables[0].placing == Placing::given);
        CHECK(tables[0].frame.name.text == "收入支出决算表");
        CHECK(tables[0].frame.unit.text == "万元");
        // 合计 covers two columns, and 19.75 stands in the third.
        CHECK(tables[0].cells.back().column == 2);
        CHECK(tables[0].cells.front().columns == 2);
    }
}

TEST_CASE("a page is read as it is shown: turned, cut and moved") {
    const std::string content = pdf::text(100, 480, "支出决算表") + pdf::table(100, 460, accounts);
    const std::vector<std::pair<int, std::string>> turned = {{0, ""},
                                                             {90, "0 1 -1 0 595 0 cm\n"},
                                                             {180, "-1 0 0 -1 595 842 cm\n"},
                                                             {270, "0 -1 1 0 0 842 cm\n"},
                                                             {-90, "0 -1 1 0 0 842 cm\n"}};
    for (const auto& [degrees, matrix] : turned) {
        const int rotate = degrees;
        CAPTURE(rotate);
        const auto tables = tables_of(page_of(pdf::file({{.content = matrix + content, .rotate = rotate}})));
        REQUIRE(tables.size() == 1);
        CHECK(rows_of(tables[0]) == read_accounts);
    }
    // What lies outside of the crop box is not shown.
    WrittenPage cut{.content = "1 0 0 1 -50 30 cm\n" + content + pdf::text(500, 480, "裁掉"),
                    .media = "-50 30 545 872",
                    .crop = "0 40 430 800"};
    const Page page = page_of(pdf::file({cut}));
    REQUIRE(tables_of(page).size() == 1);
    CHECK(rows_of(tables_of(page)[0]) == read_accounts);
    CHECK(page.source.find("裁掉") == std::string::npos);
}

TEST_CASE("what forms draw is on the page, and forms that draw each other come to an end") {
    const std::string table =
        pdf::form(pdf::table(0, 0, accounts), "/Matrix[.5 0 0 .5 0 0]/Resources<</Font<</F1 3 0 R>>>>");
    const std::string around =
        pdf::form("q 1 0 0 1 120 740 cm /Fm1 Do Q", "/Resources<</XObject<</Fm1 10 0 R>>>>");
    const std::string loop = pdf::form("/Loop Do", "/Resources<</XObject<</Loop 12 0 R>>>>");
    const auto tables = tables_of(page_of(
        pdf::file({{.content = "2 0 0 2 0 -740 cm /Fm0 Do /Loop Do", .externals = "/Fm0 11 0 R/Loop 12 0 R"}},
                  {table, around, loop})));
    REQUIRE(tables.size() == 1);
    CHECK(rows_of(tables[0]) == read_accounts);
}

TEST_CASE("a table goes on over pages, with its head or without, whatever the margins print") {
    for (const bool head : {false, true}) {
        std::vector<std::vector<std::string>> more = {{"210", "卫生健康", "3.25"}, {"合计", "<", "23.00"}};
        if (head) more.insert(more.begin(), accounts.begin(), accounts.begin() + 2);
        std::vector<std::vector<std::string>> first(accounts.begin(), accounts.end() - 1);
        const std::string blank = pdf::table(60, 700, {{"", "", ""}, {"", "", ""}});
        std::vector<WrittenPage> pages = {
            {pdf::text(100, 780, "收入支出决算表") + pdf::table(60, 740, first)},
            {blank},
            {pdf::table(60, 800, more)},
            {pdf::text(100, 700, "以上为决算表。")}};
        for (std::size_t i = 0; i < pages.size(); ++i)
            pages[i].content +=
                pdf::text(280, 30, "- " + std::to_string(i + 3) + " -") + pdf::text(60, 815, "某局年度决算");
        const Page page = page_of(pdf::file(pages));
        const auto tables = tables_of(page);
        REQUIRE(tables.size() == 1);
        CHECK(rows_of(tables[0]) == Strings{"项目|决算数", "科目编码|科目名称", "201|一般公共服务|12.50",
                                            "208|社会保障|7.25", "210|卫生健康|3.25", "合计|23.00"});
        CHECK(paragraphs_of(page) == Strings{"以上为决算表。"});
    }
}

TEST_CASE("a table of the same width that has a name of its own does not go on") {
    const auto tables =
        tables_of(page_of(pdf::file({{pdf::text(100, 780, "收入决算表") + pdf::table(60, 740, accounts)},
                                     {pdf::text(100, 780, "支出决算表") + pdf::table(60, 740, accounts)}})));
    REQUIRE(tables.size() == 2);
    CHECK(tables[1].frame.name.text == "支出决算表");
}

TEST_CASE("without ruling lines a table is told by where its words stand, and never certain") {
    std::string content = pdf::text(100, 780, "支出决算表") + pdf::text(60, 740, "项目") +
                          pdf::text(200, 740, "基本支出") + pdf::text(300, 740, "项目支出") +
                          pdf::text(400, 740, "合计");
    const std::vector<std::vector<std::string>> rows = {{"教育支出", "12.50", "7.25", "19.75"},
                                                        {"卫生健康支出", "2.00", "1.00", "3.00"},
                                                        {"住房保障支出", "1.50", "0.25", "1.75"}};
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < 4; ++c)
            content += pdf::text(c == 0 ? 60 : 105 + 100 * static_cast<int>(c),
                                 720 - 20 * static_cast<int>(r), rows[r][c]);
    const auto tables = tables_of(page_of(pdf::file({{content}})));
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].placing == Placing::guessed);
    CHECK(rows_of(tables[0]) == Strings{"项目|基本支出|项目支出|合计", "教育支出|12.50|7.25|19.75",
                                        "卫生健康支出|2.00|1.00|3.00", "住房保障支出|1.50|0.25|1.75"});
}

TEST_CASE("a sentence goes on over lines and pages, past page numbers and headers") {
    // Two lines end the first page, and the third begins the next.
    const std::string all = prose(780);
    const std::size_t third = all.rfind("BT");
    std::vector<WrittenPage> pages = {
        {all.substr(0, third)}, {"1 0 0 1 0 40 cm " + all.substr(third)}, {pdf::text(60, 700, "完")}};
    for (std::size_t i = 0; i < pages.size(); ++i)
        pages[i].content = "q " + pages[i].content + " Q " + pdf::text(290, 30, std::to_string(i + 1)) +
                           pdf::text(60, 820, "某局文件");
    const Page page = page_of(pdf::file(pages));
    REQUIRE(paragraphs_of(page).size() == 2);
    CHECK(paragraphs_of(page)[0] == "某局二〇二四年度收入总计三百万元，其中财政拨款收入二百万元，事业收入一百"
                                    "万元；支出总计三百万元，其中基本支出一百万元，"
                                    "项目支出二百万元，收支相抵没有结余。");
}

TEST_CASE("figures know the page that they stand on") {
    const Document document =
        read_report(pdf::file({{pdf::text(60, 700, "某局2024年度决算")},
                               {pdf::text(60, 700, "支出决算表") + pdf::table(60, 680, accounts)}}),
                    "a.pdf");
    CHECK(document.problems.empty());
    REQUIRE(document.filing);
    REQUIRE(document.filing->tables.size() == 1);
    CHECK(document.filing->tables[0].place == "page 2");
    CHECK(document.filing->tables[0].certified);
}

TEST_CASE("a page that is only a picture is said to be one, never empty") {
    const WrittenPage picture{.content = "q 595 0 0 842 0 0 cm /Im Do Q", .externals = "/Im 10 0 R"};
    const WrittenPage words{
        pdf::text(60, 700, "某局2024年度收入12.50万元，支出12.50万元，收支相抵没有结余，全部用于日常运行。")};
    auto problems = problems_of(pdf::file({words, picture}, {pdf::picture()}));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].kind == Problem::Kind::scanned);
    CHECK(problems[0].part == FilePart(FilePart::Kind::page, 2));
    // A page number on it makes no difference; all of them are one problem.
    WrittenPage numbered = picture;
    numbered.content += pdf::text(290, 30, "2");
    problems = problems_of(pdf::file({picture, numbered, picture}, {pdf::picture()}));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].kind == Problem::Kind::scanned);
    CHECK_FALSE(problems[0].part.known());
    // A picture beside text, and an empty page, are nothing to speak of.
    CHECK(problems_of(pdf::file({{.content = words.content + "q 90 0 0 90 0 0 cm /Im Do Q",
                                  .externals = "/Im 10 0 R"},
                                 {""}},
                                {pdf::picture()}))
              .empty());
}

TEST_CASE("a file that opens only with a password says so") {
    const std::string word = "<00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF>";
    const auto problems = problems_of(
        pdf::file({{pdf::text(60, 700, "收入")}}, {},
                  "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O" + word + "/U" + word + ">>"));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].kind == Problem::Kind::encrypted);
}

TEST_CASE("a damaged file is read as far as it can be, and what cannot be read is a problem") {
    const std::string whole =
        pdf::file({{pdf::text(100, 780, "支出决算表") + pdf::table(60, 740, accounts)}});
    // Its table of places lies.
    const std::string lies = whole.substr(0, whole.rfind("startxref")) + "startxref\n7\n%%EOF\n";
    REQUIRE(tables_of(page_of(lies)).size() == 1);
    CHECK(rows_of(tables_of(page_of(lies))[0]) == read_accounts);
    for (const std::string& bytes :
         {whole.substr(0, 200), std::string("%PDF-1.7\n"), "%PDF-1.7\n" + std::string(5000, '<')}) {
        const auto problems = problems_of(bytes);
        REQUIRE_FALSE(problems.empty());
        CHECK(problems[0].kind == Problem::Kind::damaged);
    }
    // A stream that cannot be unpacked leaves its page, and is told with it.
    const std::string broken = pdf::form("no Flate at all", "/Filter/FlateDecode");
    const auto problems =
        problems_of(pdf::file({{""}, {.content = "/Fm0 Do", .externals = "/Fm0 10 0 R"}}, {broken}));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].kind == Problem::Kind::damaged);
    CHECK(problems[0].part == FilePart(FilePart::Kind::page, 2));
}

TEST_CASE("a form that nobody filled in is said to be blank") {
    std::vector<std::vector<std::string>> blank = accounts;
    for (auto& row : blank) row[2] = row[2] == "决算数" || row[2] == "<" ? row[2] : "";
    const Document document = read_report(
        pdf::file({{pdf::text(100, 780, "支出决算表") + pdf::table(60, 740, blank)}}), "blank.pdf");
    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].kind == Problem::Kind::blank);
    CHECK_FALSE(document.problems[0].is_failure());
    // One figure, and it is not.
    blank.back()[2] = "19.75";
    const Document filled = read_report(
        pdf::file({{pdf::text(100, 780, "支出决算表") + pdf::table(60, 740, blank)}}), "filled.pdf");
    CHECK(std::none_of(filled.problems.begin(), filled.problems.end(),
                       [](const Problem& problem) { return problem.kind == Problem::Kind::blank; }));
}
