// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_TEXT_PAGES_HPP
#define TIEOUT_TESTS_READ_TEXT_PAGES_HPP

// Pages as tests compare them: the paragraphs as text, the tables as rows of text.

#include "read/document/document.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test {

using Strings = std::vector<std::string>;

inline Strings paragraphs_of(const detail::Page& page) {
    Strings texts;
    for (const detail::Block& block : page.blocks)
        if (block.kind == detail::Block::Kind::paragraph) texts.push_back(block.text.text);
    return texts;
}

inline std::vector<detail::Table> tables_of(const detail::Page& page) {
    std::vector<detail::Table> tables;
    for (const detail::Block& block : page.blocks)
        if (block.kind == detail::Block::Kind::table) tables.push_back(block.table);
    return tables;
}

/// One line a row, a bar between cells.
inline Strings rows_of(const detail::Table& table) {
    Strings rows(table.rows);
    for (const detail::Cell& cell : table.cells) {
        std::string& row = rows.at(cell.row);
        if (cell.column > 0) row += '|';
        row += cell.text.text;
    }
    return rows;
}

/// The page of a plain text, which must be one table and nothing else.
inline Strings rows_of_text(std::string text) {
    const auto page = detail::page_of_text(std::move(text));
    if (page.blocks.size() != 1 || page.blocks[0].kind != detail::Block::Kind::table) return {"no table"};
    return rows_of(page.blocks[0].table);
}

/// What stands in the source where the words stand in the passage, from the first of them to the last.
inline std::string printed_as(const detail::Page& page, const detail::Passage& passage,
                              std::string_view words) {
    const std::size_t at = passage.text.find(words);
    if (at == std::string::npos) return "not there";
    const std::uint32_t begin = passage.from.at(at);
    const std::uint32_t end = passage.from.at(at + words.size());
    return page.source.substr(begin, end - begin);
}

/// "line:column" of the first byte of the words.
inline std::string place(const detail::Page& page, const detail::Passage& passage, std::string_view words) {
    const std::size_t at = passage.text.find(words);
    if (at == std::string::npos) return "not there";
    const auto found = detail::place_of(page, passage.from.at(at));
    return std::to_string(found.line) + ":" + std::to_string(found.column);
}

/// A published report, where the directory with them lies beside the project.
inline std::optional<std::string> published_report(std::string_view name) {
    const auto path = std::filesystem::path(TIEOUT_SOURCE_DIR) / ".." / "shared" / "reports" / name;
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace tieout::test

template <>
struct doctest::StringMaker<tieout::test::Strings> {
    static doctest::String convert(const tieout::test::Strings& strings) {
        std::string text;
        for (const std::string& line : strings) text += "\n      " + line;
        return text.c_str();
    }
};

#endif
