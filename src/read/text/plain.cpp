// SPDX-License-Identifier: MIT
#include <utility>

#include "read/text/lines.hpp"
#include "read/text/page.hpp"
#include "read/text/tables.hpp"

namespace tieout::detail {

Page page_of_text(std::string source) {
    Page page;
    page.source = std::move(source);
    page.lines = line_starts(page.source);
    const std::vector<Line> lines = lines_of(page.source);
    std::size_t no_table_before = 0;
    for (std::size_t i = 0; i < lines.size();) {
        if (i >= no_table_before) {
            PrintedTable found = table_at(page.source, lines, i);
            if (found.table) {
                Block& block = page.blocks.emplace_back();
                block.kind = Block::Kind::table;
                block.table = std::move(*found.table);
                i += found.lines;
                continue;
            }
            no_table_before = i + found.lines;
        }
        if (!lines[i].blank()) {
            Passage text = passage_of(page.source, lines[i].text);
            if (!text.empty()) page.blocks.emplace_back().text = std::move(text);
        }
        ++i;
    }
    name_tables(page);
    return page;
}

} // namespace tieout::detail
