// SPDX-License-Identifier: MIT
// Text that nobody would print: it must be read to the end, and every place must lie within it. Nothing is timed here;
// what takes time beyond its size shows when the tests run.
#include "pages.hpp"

#include "read/text/encoding.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace tieout;
using namespace tieout::test;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

bool is_sound(const detail::Passage& passage, const detail::Page& page) {
    if (passage.from.size() != passage.text.size() + 1) return false;
    for (const char c : passage.text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
    return std::is_sorted(passage.from.begin(), passage.from.end() - 1) &&
           passage.from.back() <= page.source.size();
}

/// Whether all passages have places, and each position of each table is covered exactly once.
bool is_sound(const detail::Page& page) {
    for (const auto& block : page.blocks) {
        if (block.kind == detail::Block::Kind::paragraph) {
            if (!is_sound(block.text, page)) return false;
            continue;
        }
        const auto& table = block.table;
        std::vector<unsigned> covered(std::size_t{table.rows} * table.columns);
        for (const auto& cell : table.cells) {
            if (!is_sound(cell.text, page)) return false;
            for (std::uint32_t r = cell.row; r < cell.row + cell.rows; ++r)
                for (std::uint32_t c = cell.column; c < cell.column + cell.columns; ++c)
                    ++covered.at(std::size_t{r} * table.columns + c);
        }
        if (std::any_of(covered.begin(), covered.end(), [](unsigned count) { return count != 1; }))
            return false;
        if (table.printed.size() != table.rows) return false;
    }
    return true;
}

} // namespace

TEST_CASE("text without end is read to the end") {
    for (const std::string_view piece : {"收入5万元和",  "(（",          "1,111,",
                                         "甲\n",         "甲，\n\n",     "5\n",
                                         "\t甲\n\n",     "\t\n",         "\t甲\n\t5\n\n",
                                         "甲 |\n",       "| 甲 | 5 |\n", "甲   5\n",
                                         "甲   乙\n",    "甲\t5\n",      "- 3 -\n\f\n",
                                         "\f",           "\n",           "+--+\n| 甲 |\n",
                                         "---- ----\n",  "甲\n5\n6\n",   "----------\n-- --\n甲\n\n",
                                         "\r",           "\"",           "1:",
                                         "1 ",           "一、\n",       "（",
                                         "\xEF\xBB\xBF", "表1\n"}) {
        const auto page = detail::page_of_text(repeated(piece, 20000));
        CHECK_MESSAGE(is_sound(page), std::string(piece));
    }
    const auto wide =
        detail::page_of_text("甲\t5\n" + repeated("\t", 100000) + "5\n" + repeated("甲\t5\n", 1000));
    CHECK(is_sound(wide));
}

TEST_CASE("any characters in any order make a sound page") {
    const std::vector<std::string> pieces = {"甲",
                                             "5",
                                             "1",
                                             "，",
                                             ",",
                                             ".",
                                             "：",
                                             ":",
                                             "。",
                                             "\n",
                                             "\n\n",
                                             "\t",
                                             " ",
                                             "　",
                                             "|",
                                             "-",
                                             "+",
                                             "----",
                                             "万元",
                                             "一、",
                                             "1.",
                                             "（",
                                             "）",
                                             "\f",
                                             "\r\n",
                                             "支出",
                                             "\u200B",
                                             "\"",
                                             "年",
                                             "表",
                                             "单位：万元",
                                             "，其中：",
                                             "<",
                                             "<td>",
                                             "<tr>",
                                             "</td>",
                                             "<table>",
                                             "</table>",
                                             "<p>",
                                             "</p>",
                                             "<b>",
                                             "</b>",
                                             "<td rowspan=3>",
                                             "<td colspan=2>",
                                             "&nbsp;",
                                             "&",
                                             "&#x4e00;",
                                             "<br>",
                                             "<div>",
                                             "</div>",
                                             "<!--",
                                             "-->"};
    std::mt19937 random(7);
    std::size_t unsound = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (auto k = random() % 60; k > 0; --k) text += pieces[random() % pieces.size()];
        unsound += is_sound(detail::page_of_text(text)) ? 0 : 1;
        unsound += is_sound(detail::page_of_html(text)) ? 0 : 1;
    }
    CHECK(unsound == 0);
}

TEST_CASE("any bytes make a sound page") {
    std::mt19937 random(11);
    std::size_t unsound = 0;
    for (int i = 0; i < 500; ++i) {
        std::string bytes;
        for (auto k = random() % 300; k > 0; --k) bytes += static_cast<char>(random() % 256);
        const std::string text = detail::decode(bytes).text;
        unsound += is_sound(detail::page_of_text(text)) ? 0 : 1;
        unsound += is_sound(detail::page_of_html(text)) ? 0 : 1;
        // Without being decoded, too.
        unsound += is_sound(detail::page_of_text(bytes)) ? 0 : 1;
        unsound += is_sound(detail::page_of_html(bytes)) ? 0 : 1;
    }
    CHECK(unsound == 0);
}
