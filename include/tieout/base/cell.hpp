// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BASE_CELL_HPP
#define TIEOUT_BASE_CELL_HPP

// The address of a cell in a table, as spreadsheets write it: the column in letters, then the row, both from 1.
//
//     cell_name({.row = 12, .column = 3})      // "C12"
//     cell_named("AA1")->column                // 27

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tieout {

/// A cell (单元格); 0 where it is not known.
struct CellAddress {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    friend bool operator==(const CellAddress&, const CellAddress&) = default;
};

/// Example: C12.  Fails: empty where row or column is 0.
[[nodiscard]] inline std::string cell_name(CellAddress cell) {
    if (cell.row == 0 || cell.column == 0) return {};
    std::string name;
    for (std::uint32_t rest = cell.column; rest != 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name + std::to_string(cell.row);
}

/// The cell of that name, in capital letters.  Fails: nothing where it is none, or too far away for any table.
[[nodiscard]] constexpr std::optional<CellAddress> cell_named(std::string_view name) noexcept {
    constexpr std::uint64_t most = UINT32_MAX;
    std::uint64_t column = 0;
    std::size_t at = 0;
    for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z'; ++at) {
        column = column * 26 + static_cast<std::uint64_t>(name[at] - 'A' + 1);
        if (column > most) return std::nullopt;
    }
    std::uint64_t row = 0;
    const std::size_t first_digit = at;
    for (; at < name.size() && name[at] >= '0' && name[at] <= '9'; ++at) {
        row = row * 10 + static_cast<std::uint64_t>(name[at] - '0');
        if (row == 0 || row > most) return std::nullopt;
    }
    if (column == 0 || at == first_digit || at != name.size()) return std::nullopt;
    return CellAddress{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)};
}

} // namespace tieout

#endif
