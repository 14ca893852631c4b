// SPDX-License-Identifier: MIT
#include "model/whereabouts.hpp"

#include <doctest/doctest.h>

using namespace tieout;
namespace {
using PartOf = FilePart::Kind;
}

TEST_CASE("a part of a file is told as people name it") {
    const auto zh = [](FilePart part, std::string_view sheet = {}, CellAddress cell = {}) {
        return detail::part_text(part, sheet, cell, Language::zh);
    };
    const auto en = [](FilePart part, std::string_view sheet = {}, CellAddress cell = {}) {
        return detail::part_text(part, sheet, cell, Language::en);
    };
    CHECK(zh({PartOf::page, 7}) == "第7页");
    CHECK(en({PartOf::page, 7}) == "page 7");
    CHECK(en({PartOf::page, 7}, {}, {12, 3}) == "page 7, C12");
    CHECK(zh({PartOf::paragraph, 31}) == "第31段");
    CHECK(en({PartOf::paragraph, 31}) == "paragraph 31");
    CHECK(zh({PartOf::table, 2}, {}, {12, 3}) == "第2个表格 C12");
    CHECK(zh({PartOf::sheet, 1}, "公开05表", {12, 3}) == "公开05表!C12");
    CHECK(en({PartOf::sheet, 1}, "公开05表") == "公开05表");
    CHECK(en({PartOf::sheet, 2}) == "sheet 2");
    CHECK(zh({PartOf::note, 3}) == "注3");
    CHECK(zh({}).empty());
}

TEST_CASE("a part has a number from 1 up to what 28 bits hold") {
    CHECK_FALSE(FilePart().known());
    CHECK_FALSE(FilePart(PartOf::page, 0).known());
    CHECK_FALSE(FilePart(PartOf::page, FilePart::number_max + 1).known());
    CHECK(FilePart(PartOf::page, FilePart::number_max).number() == FilePart::number_max);
    CHECK(FilePart(PartOf::note, FilePart::number_max).kind() == PartOf::note);
    CHECK_FALSE(FilePart(PartOf::none, 1).known());
}

TEST_CASE("the sheet of a figure has its name, if the filing has it") {
    Filing filing;
    filing.sheets = {"一", "二"};
    CHECK(detail::sheet_of(filing, {PartOf::sheet, 2}) == "二");
    CHECK(detail::sheet_of(filing, {PartOf::sheet, 3}).empty());
    CHECK(detail::sheet_of(filing, {PartOf::page, 1}).empty());
}
