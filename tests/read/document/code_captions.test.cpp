// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "../text/pages.hpp"
#include "../text/table_drafts.hpp"
#include "read/document/code_captions.hpp"

namespace {

using namespace tieout::test;

/// The rows of a table whose captions were lifted.
Strings lifted(std::string_view rows) {
    auto page = page_of_rows(rows);
    tieout::detail::lift_code_captions(page.blocks.front().table);
    return rows_of(page.blocks.front().table);
}

} // namespace

TEST_CASE("captions of codes in the row of the total move up into the head over them") {
    CHECK(lifted("项目|<|<|<|收入合计\n科目编码|<|<|科目名称|^\n类|款|项|合计|12.50\n201|||教育|12.50\n") ==
          Strings{"项目|收入合计", "类|款|项|科目名称", "|||合计|12.50", "201|||教育|12.50"});
    CHECK(lifted("科目编码|<|科目名称|决算数\n类|款|合计|12.50\n301||工资|12.50\n") ==
          Strings{"类|款|科目名称|决算数", "||合计|12.50", "301||工资|12.50"});
}

TEST_CASE(
    "captions of codes stay in a row of heads, without a head over them, or if they are something else") {
    for (const std::string_view rows :
         {"科目编码|<|<|科目名称|决算数\n类|款|项|^|^\n201|||教育|12.50\n",
          "名称|类|款|项|合计\n类|款|项|合计|12.50\n", "科目编码|<|科目名称|决算数\n类|项|合计|12.50\n",
          "科目编码|<|科目名称|决算数\n类别|款|合计|12.50\n"})
        CHECK(lifted(rows) == rows_of(page_of_rows(rows).blocks.front().table));
}
