// SPDX-License-Identifier: MIT
#ifndef TIEOUT_READ_TEXT_HPP
#define TIEOUT_READ_TEXT_HPP

// Reads reports as they are published: plain text with its tables, a page of a web site, a workbook, a Word file.
//
//     const Document document = read_report(bytes, "report.txt");
//     if (document.filing) check(*document.filing);
//
// The filing holds the figures with line, column and sentence, and the relations that the words and tables state.

#include <tieout/base/cell.hpp>
#include <tieout/base/export.hpp>
#include <tieout/base/file_part.hpp>
#include <tieout/facts/form.hpp>
#include <tieout/read/json.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// How the bytes of a published report are encoded; automatic recognises UTF-8, UTF-16 by its mark, GB18030, Big5, and what a web
/// page says of itself.
enum class Encoding : std::uint8_t { automatic, utf8, gb18030, big5, shift_jis };

struct EncodingEntry {
    std::string_view name;
    Encoding encoding;
};
inline constexpr std::array encodings{
    EncodingEntry{"auto", Encoding::automatic}, EncodingEntry{"utf-8", Encoding::utf8},
    EncodingEntry{"gb18030", Encoding::gb18030}, EncodingEntry{"big5", Encoding::big5},
    EncodingEntry{"shift-jis", Encoding::shift_jis}};

[[nodiscard]] constexpr std::optional<Encoding> encoding_named(std::string_view name) noexcept {
    for (const EncodingEntry& entry : encodings)
        if (entry.name == name) return entry.encoding;
    return std::nullopt;
}

/// Whether rows, columns and sheets are read that a workbook hides. What was hidden is told as a problem of kind remark.
enum class Hidden : std::uint8_t { read, left_out };

/// Reads a published report, in any format of docs/formats.md, as far as its sentences and tables state figures and
/// relations. The encoding is that of a text. More than ReadLimits::document_bytes is a problem, and not read. Tables are read by `forms` before the
/// built-in ones.
TIEOUT_API [[nodiscard]] Document read_report(std::string_view bytes, std::string_view source,
                                              Encoding encoding = Encoding::automatic,
                                              std::span<const Form* const> forms = {},
                                              Hidden hidden = Hidden::read);

/// How a mention or a statement of a report came about, for people who want to know (`tieout read --why`).
struct Derivation {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    /// In a file that has parts instead of lines; the name of the sheet, and the cell of a table.
    FilePart part{};
    std::string sheet{};
    CellAddress cell{};
    /// The figure as printed, or the word of the statement: sum, share, growth …
    std::string what{};
    /// What the figure is of, with "?" where that is open; the readings of a statement, apart by |, with "?" behind them
    /// where the words leave something open.
    std::string of{};
    /// The phrase, form, row, column or frame that made it so.
    std::string why{};
};
/// Every mention of a report, in the order of the document, then every statement.
TIEOUT_API [[nodiscard]] std::vector<Derivation> derive_report(std::string_view bytes,
                                                               Encoding encoding = Encoding::automatic);

/// A sentence that looks alike, and what is not understood of it: nothing at all, if that is empty.
struct PhraseCounterExample {
    std::string_view sentence{};
    std::string_view not_understood{};
};

/// One phrase of the grammar of reports: a sentence with it, and the relation that is understood of the sentence.
struct PhraseEntry {
    std::string_view code; ///< of the pattern that it belongs to: G04 is shares
    std::string_view example;
    std::string_view understood;
    std::array<PhraseCounterExample, 3> counter_examples{};
};
/// Every phrase, lists first, in the order of the grammar.
TIEOUT_API [[nodiscard]] std::span<const PhraseEntry> report_phrases();

} // namespace tieout

#endif
