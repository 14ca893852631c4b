// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_DOCUMENT_DOCUMENT_HPP
#define TIEOUT_SRC_READ_DOCUMENT_DOCUMENT_HPP

// A published document as the grammar sees it: paragraphs and tables, in one alphabet, and for every character the
// place where it stands in the file. Plain text and HTML both become pages; nothing behind this knows which it was.

#include <tieout/base/file_part.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {
struct Figure;
}

namespace tieout::detail {

/// Text in the alphabet of the grammar:
///  - simplified characters, half-width digits, letters, % + - / = < > and the decimal point;
///  - sentence marks are the full-width ones (，。；：！？、（）) whatever was printed; ',' and ':' stand only within
///    a number or a time (4,419.00, 12:30); quotation marks are “” and ‘’;
///  - no spaces, line ends or marks without width, but one space where digits or letters would otherwise touch that
///    did not belong together.
struct Passage {
    std::string text{};
    /// For each byte of `text` the byte in the decoded source that it comes from; one more for the end.
    std::vector<std::uint32_t> from{};

    [[nodiscard]] bool empty() const noexcept { return text.empty(); }
};

/// One cell; it covers rows [row, row + rows) and columns [column, column + columns).
struct Cell {
    Passage text{};
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t rows = 1;
    std::uint32_t columns = 1;
    /// Spaces before its text, in half-width columns: how deep a row label is indented.
    std::uint32_t indent = 0;
    /// Rows as printed that stand before it and not in the table: heads that were printed again, what stood between two pages.
    std::uint32_t left_out = 0;
};

/// What stands around a table and is said of all its figures: in the lines before it, in its caption, in its first rows.
/// What nothing says is empty, and unknown.
struct Frame {
    /// Its name, without unit and number of the form, but with what else it says: 某局2022年度收入支出决算总表. 表1 and
    /// 附表2 before it are its form, and stay.
    Passage name{};
    /// The number of its form: 公开01表, 财决08表, 附表1, 附件2.
    std::string form{};
    /// Whose it is: what 部门：…, 编制单位：… say.
    std::string body{};
    /// Whose figures its name, or the heading that it stands under, says that they are: 全市, 某局本级.
    std::string scope{};
    /// What 单位：… says: 万元; several are as printed: 万元、人.
    Passage unit{};
    /// The only year that it names.
    std::optional<int> year{};
    /// It goes on with the table before it (续表), and what it does not say itself is what that one says.
    bool continues = false;
};

/// How it is known where the cells of a table are.
enum class Placing : std::uint8_t {
    given,     ///< by the document: HTML, CSV, drawn boxes
    separated, ///< by tabs or bars between them; a row may lack its last cells
    counted,   ///< by their number: they stand one behind the other
    guessed    ///< by where words stand on the paper
};

/// A table: its cells row by row, none missing (what is not printed is an empty cell).
struct Table {
    std::vector<Cell> cells{};
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    /// Cells that each row prints. Plain text loses which cells were merged: a row that prints fewer than `columns`
    /// has its first cells in the first columns, whatever they stood under, and empty cells behind them.
    std::vector<std::uint32_t> printed{};
    Placing placing = Placing::given;
    /// Figures of its rows of which is not known under which head they stand; their columns say nothing.
    std::vector<Cell> unplaced{};
    Frame frame{};
    /// Rows and columns of the grid as printed that stand before the first of `cells`: those of its frame, and in a file of
    /// rows and columns all before it. The address of a cell is first_row + row + left_out, first_column +
    /// column.
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
};

struct Block {
    enum class Kind : std::uint8_t { paragraph, table };
    Kind kind = Kind::paragraph;
    /// Of a paragraph: one line of the document as its author wrote it, wherever it was wrapped.
    Passage text{};
    Table table{};
};

/// Something of the source that looks like a table and could not be read as one with certainty.
struct Unread {
    enum class Why : std::uint8_t {
        columns, ///< more columns than tables have
        layout   ///< it is not certain under which heads its figures stand
    };
    std::uint32_t at = 0; ///< the byte of `source` at which it begins
    Why why = Why::layout;
};

/// Where in `source` a part of the file begins.
struct PartStart {
    std::uint32_t at = 0;
    FilePart part{};
};

/// A document, in the order in which it is read.
struct Page {
    /// The decoded text (UTF-8) that places refer to.
    std::string source{};
    /// Byte in `source` at which each line begins.
    std::vector<std::uint32_t> lines{};
    /// Characters before every 256th byte of `source`: a document may be one line of megabytes.
    std::vector<std::uint32_t> characters{};
    std::vector<Block> blocks{};
    /// Bytes of `source` at which marks of footnotes stand that were taken off the text: 60.00<sup>1</sup> is 60.00.
    std::vector<std::uint32_t> footnotes{};
    /// What was not read, in the order of the source.
    std::vector<Unread> unread{};
    /// Of a file that is no text: `source` was made by us, and people know its parts. In the order of the source; each
    /// reaches to the next.
    std::vector<PartStart> parts{};
    /// The names of its sheets; FilePart::number() counts them from 1.
    std::vector<std::string> sheets{};
};

/// Line and column, in characters, both from 1; or the part, where the file has parts.
struct Place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    FilePart part{};
};
[[nodiscard]] Place place_of(const Page& page, std::uint32_t byte) noexcept;
/// Says of a figure where it is printed.
void set_place(Figure& figure, const Page& page, std::uint32_t byte) noexcept;
/// Fills `characters` from `source`.
void count_characters(Page& page);

/// The page of a plain text, or of an HTML document. `source` is UTF-8 without a byte order mark.
[[nodiscard]] Page page_of_text(std::string source);
[[nodiscard]] Page page_of_html(std::string source);

} // namespace tieout::detail

#endif
