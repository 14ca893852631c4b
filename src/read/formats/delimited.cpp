// SPDX-License-Identifier: MIT
#include "read/formats/delimited.hpp"

#include "read/document/frames.hpp"
#include "read/formats/delimited_records.hpp"
#include "read/formats/lines.hpp"
#include "read/formats/row_blocks.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace tieout::detail {

bool looks_delimited(std::string_view text) { return separator_of(text).has_value(); }

Page page_of_delimited(std::string source) {
    Page page;
    page.source = std::move(source);
    page.lines = line_starts(page.source);
    count_characters(page);
    const std::string_view text = page.source;
    std::size_t begin = 0;
    const bool declared = declared_separator(text, begin).has_value();
    Records records(text, separator_of(text).value_or(','));
    RowBlocks blocks(page);
    std::uint32_t row = 0;
    std::vector<Field> fields;
    while (!records.at_end()) {
        records.next(fields);
        // sep=; is a row of the file that says nothing.
        if (declared && records.at() == begin) fields = {{{0, 0}, false}};
        blocks.add(fields, row++);
    }
    blocks.finish();
    frame_tables(page);
    return page;
}

} // namespace tieout::detail
