// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_CELL_FORMAT_HPP
#define TIEOUT_SRC_READ_OFFICE_CELL_FORMAT_HPP

// The number formats of spreadsheets: what a cell shows of the number that is stored in it. What it shows is what the document
// says; that more digits are stored is nothing that its reader sees.
//
//     CellFormat("#,##0.00_ ;[Red]-#,##0.00").shown("-1234.005")    // "-1234.01"
//     CellFormat("0.00,").shown("1234567")                          // "1234.57"
//     CellFormat("0!.0,").shown("123456")                           // "12.3", which are 万
//     CellFormat("yyyy\"年\"m\"月\"").shown("44896")                 // "2022年12月"
//
// Groups of digits are not parted, and what is negative has a minus whatever the format shows it by (brackets, red, △): what
// is stored says that it is negative. A zero is shown as 0 where the format shows a dash or nothing for it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// The day that a workbook counts from.
enum class Epoch : std::uint8_t { year_1900, year_1904 };

class CellFormat {
  public:
    explicit CellFormat(std::string_view code);
    /// The format of a built-in number; General where there is none. Dates are those of a Chinese system.
    [[nodiscard]] static CellFormat built_in(std::uint32_t id);

    /// What is shown of a number as it is stored: digits, perhaps with a point and an exponent. Binary numbers are printed with
    /// up to 17 digits there and shown as 15 say.  Rounds: half up, as spreadsheets do.  Fails: nothing if it is no number.
    [[nodiscard]] std::optional<std::string> shown(std::string_view stored,
                                                   Epoch epoch = Epoch::year_1900) const;

    struct Token {
        enum class Kind : std::uint8_t { zero, hash, point, percent, literal, general, text, date };
        Kind kind = Kind::literal;
        std::string text{};
    };
    struct Section {
        std::vector<Token> tokens{};
        std::size_t whole = 0;    ///< places before the point
        std::size_t decimals = 0; ///< and behind it
        int power = 0;            ///< of ten, by which the number is multiplied before it is shown
        bool is_date = false;
        bool is_general = false;
        /// [>=10000]
        std::string comparison{};
        std::string than{};
    };

  private:
    [[nodiscard]] const Section& section_for(int sign, std::string_view stored) const;
    std::vector<Section> sections_{};
};

} // namespace tieout::detail

#endif
