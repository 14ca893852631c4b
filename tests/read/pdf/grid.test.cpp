// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "read/pdf/grid.hpp"
#include "read/pdf/ruled.hpp"

#include <initializer_list>
#include <string>
#include <vector>

namespace {

using namespace tieout::detail;

RulingLine h(int y, int from, int to) { return {true, y * fixed_one, from * fixed_one, to * fixed_one}; }
RulingLine v(int x, int from, int to) { return {false, x * fixed_one, from * fixed_one, to * fixed_one}; }

/// Three rows of two columns: the first row is one cell.
std::vector<RulingLine> table() {
    return {h(0, 0, 200), h(20, 0, 200),  h(40, 0, 200), h(60, 0, 200),
            v(0, 0, 60),  v(100, 20, 60), v(200, 0, 60)};
}

std::vector<RuledGrid> grids(const std::vector<RulingLine>& rules) {
    bool too_much = false;
    std::vector<RuledGrid> found = grids_of(rules, too_much);
    CHECK_FALSE(too_much);
    return found;
}

/// row,column+rows×columns of each cell that is not 1×1, and the number of all.
std::string cells(const RuledGrid& grid) {
    std::string text = std::to_string(grid.cells.size());
    for (const GridCell& cell : grid.cells)
        if (cell.rows > 1 || cell.columns > 1)
            text += " " + std::to_string(cell.row) + ',' + std::to_string(cell.column) + '+' +
                    std::to_string(cell.rows) + 'x' + std::to_string(cell.columns);
    return text;
}

PaperWord word(std::string text, int left, int top, int right, int bottom) {
    return {{left * fixed_one, top * fixed_one, right * fixed_one, bottom * fixed_one}, std::move(text)};
}

std::string text_of(const std::vector<WordLine>& lines) {
    std::string text;
    for (const WordLine& line : lines) {
        if (!text.empty()) text += '/';
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            if (i > 0 && gap_between(line.words[i - 1], line.words[i]) != Gap::none) text += ' ';
            text += line.words[i].text;
        }
    }
    return text;
}

std::string texts_of(const RuledTable& table) {
    std::string text;
    for (const auto& lines : table.lines) text += (text.empty() ? "" : "|") + text_of(lines);
    return text;
}

} // namespace

TEST_CASE("what no line parts is one cell") {
    const auto found = grids(table());
    REQUIRE(found.size() == 1);
    CHECK(found[0].rows() == 3);
    CHECK(found[0].columns() == 2);
    CHECK(cells(found[0]) == "5 0,0+1x2");
    CHECK(found[0].rectangles);
}

TEST_CASE("lines drawn piece by piece, a little apart or a little off, are whole lines") {
    std::vector<RulingLine> rules;
    for (const RulingLine& rule : table())
        for (Fixed at = rule.from; at < rule.to; at += 10 * fixed_one) {
            const Fixed off = (at / fixed_one / 10 % 2) * thousandths(1'500);
            rules.push_back({rule.horizontal, rule.at + off, at, at + 8 * fixed_one});
        }
    const auto found = grids(rules);
    REQUIRE(found.size() == 1);
    CHECK(cells(found[0]) == "5 0,0+1x2");
}

TEST_CASE("a gap as wide as a cell parts nothing from nothing") {
    // The second line ends in the middle: below it, the first column is one cell over two rows.
    const auto found = grids({h(0, 0, 200), h(20, 0, 200), h(40, 100, 200), h(60, 0, 200), v(0, 0, 60),
                              v(100, 0, 60), v(200, 0, 60)});
    REQUIRE(found.size() == 1);
    CHECK(cells(found[0]) == "5 1,0+2x1");
}

TEST_CASE("lines that do not touch are two tables, from the top down") {
    std::vector<RulingLine> rules;
    for (RulingLine rule : table()) {
        rules.push_back(rule);
        // 3 points touch, 4 do not.
        if (rule.horizontal)
            rule.at += 64 * fixed_one;
        else
            rule.from += 64 * fixed_one, rule.to += 64 * fixed_one;
        rules.insert(rules.begin(), rule);
    }
    const auto found = grids(rules);
    REQUIRE(found.size() == 2);
    CHECK(found[0].ys.front() == 0);
    CHECK(found[1].ys.front() == 64 * fixed_one);
}

TEST_CASE("a table that is open at its sides ends where its lines end") {
    const auto found = grids({h(0, 0, 300), h(20, 0, 300), h(40, 0, 300), v(100, 0, 40), v(200, 0, 40)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].columns() == 3);
    CHECK(found[0].xs.front() == 0);
    CHECK(cells(found[0]) == "6");
}

TEST_CASE("a double line is one border") {
    const auto found = grids({h(0, 0, 200), h(20, 0, 200), h(23, 0, 200), h(40, 0, 200), v(0, 0, 40),
                              v(100, 0, 40), v(200, 0, 40)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].rows() == 2);
}

TEST_CASE("cells that are no rectangles are taken apart, and the grid says so") {
    // An L: the first column, and the box to the right of its lower end.
    const auto found =
        grids({h(0, 0, 200), h(20, 100, 200), h(40, 0, 200), v(0, 0, 40), v(100, 0, 20), v(200, 0, 40)});
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].rectangles);
    CHECK(found[0].cells.size() == 4);
}

TEST_CASE("underlines and single boxes are no grids") {
    CHECK(grids({h(10, 0, 50), h(30, 0, 80)}).empty());
    CHECK(grids({h(0, 0, 200), h(40, 0, 200), v(0, 0, 40), v(200, 0, 40)}).empty());
    CHECK(grids({}).empty());
}

TEST_CASE("more lines than a page can have give no grid, and it is said") {
    std::vector<RulingLine> rules;
    for (int i = 0; i < 3000; ++i) {
        rules.push_back(h(10 * i, 0, 200'000));
        rules.push_back(v(10 * i, 0, 200'000));
    }
    bool too_much = false;
    CHECK(grids_of(rules, too_much).empty());
    CHECK(too_much);
}

TEST_CASE("words go into the cells that hold their centres, line by line") {
    std::vector<PaperWord> words = {word("收入", 80, 5, 120, 15),         word("拨款", 10, 31, 30, 39),
                                    word("一般公共预算", 10, 21, 70, 29), word("12.50", 110, 25, 140, 35),
                                    word("标题", 80, -30, 120, -20),      word("合计", 10, 45, 30, 55)};
    const auto tables = ruled_tables(grids(table()), words);
    REQUIRE(tables.size() == 1);
    CHECK(texts_of(tables[0]) == "收入|一般公共预算/拨款|12.50|合计|");
    REQUIRE(words.size() == 1);
    CHECK(words[0].text == "标题");
}

TEST_CASE("a word that crosses a border is cut where the border crosses it") {
    std::vector<PaperWord> words = {word("310资本性支出", 85, 25, 150, 35), word("办公费", 98, 45, 128, 55),
                                    word("总收入", 85, 5, 115, 15)};
    const auto tables = ruled_tables(grids(table()), words);
    REQUIRE(tables.size() == 1);
    // 310 is 15 points wide; the other word only touches the border, and no border crosses the first row.
    CHECK(texts_of(tables[0]) == "总收入|310|资本性支出||办公费");
}

TEST_CASE("a long label that reaches over its border stays whole, and the figure beside it what it is") {
    std::vector<PaperWord> words = {word("行政事业单位养老支出", 4, 25, 124, 35),
                                    word("9.50", 150, 25, 170, 35), word("12.5013.40", 75, 45, 125, 55)};
    const auto tables = ruled_tables(grids(table()), words);
    REQUIRE(tables.size() == 1);
    // Two amounts that touch are two.
    CHECK(texts_of(tables[0]) == "行政事业单位养老支出|9.50|12.50|13.40");
}

TEST_CASE("a word written downwards is not cut") {
    std::vector<PaperWord> words = {word("支出功能分类", 95, 22, 105, 38)};
    const auto tables = ruled_tables(grids(table()), words);
    REQUIRE(tables.size() == 1);
    CHECK_FALSE(tables[0].blank);
    CHECK(texts_of(tables[0]).find("支出功能分类") != std::string::npos);
}

TEST_CASE("lines that part columns only, with rows of figures between them, make no table") {
    std::vector<RulingLine> rules = {h(0, 0, 300),   h(20, 0, 300),  h(100, 0, 300), v(0, 0, 100),
                                     v(100, 0, 100), v(200, 0, 100), v(300, 0, 100)};
    std::vector<PaperWord> words = {word("12.50", 110, 25, 140, 35), word("7.25", 110, 45, 140, 55),
                                    word("3.50", 210, 25, 240, 35), word("1.25", 210, 45, 240, 55)};
    CHECK(ruled_tables(grids(rules), words).empty());
    CHECK(words.size() == 4);
    // A figure that was wrapped is one figure.
    words = {word("1,234,567.", 110, 25, 140, 35), word("25", 110, 45, 140, 55),
             word("3.50", 210, 25, 240, 35)};
    CHECK(ruled_tables(grids(rules), words).size() == 1);
}

TEST_CASE("lines that part rows only, with figures of several columns between them, make no table") {
    const auto tables = [](std::vector<PaperWord> words) {
        return ruled_tables(grids(table()), words).size();
    };
    CHECK(tables({word("12.50", 110, 25, 140, 35), word("7.25", 150, 25, 180, 35)}) == 0);
    CHECK(tables({word("小计", 110, 25, 130, 35), word("12.50", 132, 25, 152, 35),
                  word("7.25", 160, 25, 180, 35)}) == 0);
    CHECK(tables({word("20805", 10, 25, 35, 35), word("养老", 40, 25, 60, 35),
                  word("9.50", 65, 25, 90, 35)}) == 0);
    // One figure behind words is told within a cell, and a count is no figure of a column.
    CHECK(tables({word("财政拨款", 10, 25, 50, 35), word("9.50", 65, 25, 90, 35)}) == 1);
    CHECK(tables({word("第", 10, 25, 20, 35), word("1", 22, 25, 26, 35), word("9.50", 65, 25, 90, 35)}) == 1);
}

TEST_CASE("a row of figures right below the lines of a table, or above them, belongs to it, and then its "
          "lines say nothing") {
    const auto tables = [](int at, const char* second) {
        std::vector<PaperWord> words = {word("12.50", 110, 25, 140, 35), word("7.25", 110, at, 140, at + 10),
                                        word(second, 60, at, 90, at + 10)};
        return ruled_tables(grids(table()), words).size();
    };
    CHECK(tables(65, "3.50") == 0);
    CHECK(tables(-20, "3.50") == 0);
    CHECK(tables(65, "注") == 1);
    CHECK(tables(95, "3.50") == 1);
}

TEST_CASE("a frame around prose is no table") {
    std::vector<PaperWord> words = {word("正文", 10, 25, 30, 35)};
    CHECK(ruled_tables(grids({h(0, 0, 200), h(20, 0, 200), h(60, 0, 200), v(0, 0, 60), v(200, 0, 60)}), words)
              .empty());
    CHECK(words.size() == 1);
}

TEST_CASE("small raised marks behind words are footnotes, and figures keep their digits") {
    std::vector<PaperWord> words = {
        word("60.00", 0, 100, 25, 110), word("1", 25, 98, 28, 104), word("面积m", 0, 120, 25, 130),
        word("2", 25, 118, 28, 124), word("收入", 0, 140, 20, 150), word("[1]", 21, 139, 30, 145),
        // As high as its neighbour, or not behind one, it is a figure.
        word("支出", 0, 160, 20, 170), word("5", 21, 160, 26, 170), word("3", 60, 158, 63, 164)};
    take_footnote_marks(words);
    std::string left;
    for (const PaperWord& each : words) left += each.text + ' ';
    CHECK(left == "60.00 面积m² 收入 支出 5 3 ");
}

TEST_CASE("words stand on one line though their fonts say otherwise of their height") {
    // As two fonts of one document print 12 points: boxes of 3 and of 22.
    const auto lines = lines_of_words({word("预算为", 0, 94, 36, 97), word("1560.05", 38, 80, 80, 102),
                                       word("万元", 82, 94, 106, 97), word("下一行", 0, 108, 36, 111)});
    REQUIRE(lines.size() == 2);
    CHECK(text_of(lines) == "预算为1560.05万元/下一行");
}
