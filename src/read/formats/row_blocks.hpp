// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_ROW_BLOCKS_HPP
#define TIEOUT_SRC_READ_FORMATS_ROW_BLOCKS_HPP

// Parts rows of fields into paragraphs and tables: what empty rows part, what names a table, what stands before and behind
// it. The rows are those of a file of fields, or of a sheet of a workbook; every cell keeps the address that it has there.

#include "read/document/document.hpp"
#include "read/formats/delimited_records.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::detail {

/// Cells that are one, by the rows and columns of the sheet, from 0.
struct Merged {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t rows = 1;
    std::uint32_t columns = 1;
};

class RowBlocks {
  public:
    explicit RowBlocks(Page& page) noexcept : page_(page), source_(page.source) {}

    /// Cells that are one. In the order of their rows.
    void merge(std::vector<Merged> merged) { merged_ = std::move(merged); }
    /// The next row, which is the one of that number in its sheet, from 0. Its fields begin at `first_column` there, the same
    /// for all rows. A row may be left out, but not one that parts what stands around it.
    void add(std::span<const Field> fields, std::uint32_t number, std::uint32_t first_column = 0);
    void finish() { part(rows_.size()); }

  private:
    /// A row that was read: where its fields stand, and what they are together.
    struct Row {
        std::size_t first = 0; ///< of its fields, among those of all rows that wait
        std::uint32_t number = 0;
        std::uint32_t fields = 0;
        std::uint32_t width = 0; ///< without the empty fields at its end
        std::uint32_t filled = 0;
        bool figures = false; ///< a number that is no year stands in it

        [[nodiscard]] bool blank() const noexcept { return filled == 0; }
        /// A line of words, or the name or unit of a table.
        [[nodiscard]] bool lone() const noexcept { return filled == 1 && !figures; }
    };
    static constexpr std::size_t most_lines_before_head = 8;

    [[nodiscard]] bool frames(const Row& row) const;
    [[nodiscard]] bool names_year(const Row& row) const;
    [[nodiscard]] bool repeats_head() const;
    [[nodiscard]] std::size_t frame_before_last() const;
    [[nodiscard]] std::size_t behind_blank() const noexcept;
    void part(std::size_t end);
    [[nodiscard]] const Field& field(const Row& row, std::size_t column) const noexcept {
        return fields_[row.first + column];
    }
    void put_line(const Row& row);
    void put_table(std::size_t begin, std::size_t end);
    void merge_cells(Table& table, std::size_t begin) const;

    Page& page_;
    std::string_view source_;
    std::vector<Field> fields_{};
    std::vector<Row> rows_{};
    std::vector<Merged> merged_{};
    std::uint32_t first_column_ = 0;
    bool pending_ = false;
};

} // namespace tieout::detail

#endif
