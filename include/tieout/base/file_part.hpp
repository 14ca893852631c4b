// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BASE_FILE_PART_HPP
#define TIEOUT_BASE_FILE_PART_HPP

// The part of its file that something stands in, as people name it: page 7 of a PDF, a sheet of a workbook, paragraph 31 or
// table 2 of a Word file. A text of lines has no parts.
//
//     FilePart(FilePart::Kind::page, 7).number()     // 7
//     FilePart().known()                         // false

#include <tieout/base/language.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace tieout {

/// A part of a file (页、工作表、段落、表格), in 32 bits: every figure has one.
class FilePart {
  public:
    enum class Kind : std::uint8_t { none, page, sheet, paragraph, table, note };

    constexpr FilePart() noexcept = default;
    /// Numbers count from 1; beyond number_max the part is not known.
    constexpr FilePart(Kind kind, std::uint32_t number) noexcept
        : bits_(kind == Kind::none || number == 0 || number > number_max
                    ? 0
                    : static_cast<std::uint32_t>(kind) << kind_shift | number) {}

    [[nodiscard]] constexpr bool known() const noexcept { return bits_ != 0; }
    [[nodiscard]] constexpr Kind kind() const noexcept { return static_cast<Kind>(bits_ >> kind_shift); }
    /// From 1; 0 where the part is not known. Of a sheet, its place among Filing::sheets, which have names.
    [[nodiscard]] constexpr std::uint32_t number() const noexcept { return bits_ & number_max; }
    friend bool operator==(const FilePart&, const FilePart&) = default;

    static constexpr std::uint32_t number_max = (std::uint32_t{1} << 28U) - 1;

  private:
    static constexpr std::uint32_t kind_shift = 28;
    std::uint32_t bits_ = 0;
};

/// One kind of part: its key in JSON, and its words with # for the number.
struct FilePartKind {
    FilePart::Kind kind;
    std::string_view key;
    Words words;
};
inline constexpr std::array file_part_kinds{
    FilePartKind{FilePart::Kind::page, "page", {"第#页", "page #"}},
    FilePartKind{FilePart::Kind::sheet, "sheet", {"第#张工作表", "sheet #"}},
    FilePartKind{FilePart::Kind::paragraph, "paragraph", {"第#段", "paragraph #"}},
    FilePartKind{FilePart::Kind::table, "table_number", {"第#个表格", "table #"}},
    FilePartKind{FilePart::Kind::note, "note", {"注#", "note #"}},
};

/// Fails: null where the part is not known.
[[nodiscard]] constexpr const FilePartKind* kind_of(FilePart part) noexcept {
    for (const FilePartKind& each : file_part_kinds)
        if (each.kind == part.kind()) return &each;
    return nullptr;
}

} // namespace tieout

#endif
