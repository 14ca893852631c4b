// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_FORMULA_HPP
#define TIEOUT_SRC_READ_TABLES_FORMULA_HPP

// What forms write beside the heads of columns: a mark, or how the column is made from others.
//
//     A          the column is A
//     B/A        it is B over A
//     3=1+2      it is 3, and made of 1 and 2
//     (B-A)/A*100%

#include "read/tables/heads.hpp"
#include "read/tables/sheet.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::detail {

struct FormulaTerm {
    std::string mark{};
    std::int8_t sign = 1;
};

struct Formula {
    /// What the column itself is called.
    std::string mark{};
    std::vector<FormulaTerm> first{};
    /// What is divided by; empty where nothing is.
    std::vector<FormulaTerm> second{};

    [[nodiscard]] bool says_something() const noexcept {
        return first.size() > 1 || (!first.empty() && !second.empty());
    }
};

/// The formula that the text is; empty where it is none.
[[nodiscard]] Formula formula_of(std::string_view text);

/// Columns with their signs.
using SignedColumns = std::vector<std::pair<std::size_t, int>>;
/// What a column is made of, and what that is divided by.
struct ColumnFormula {
    SignedColumns first{};
    SignedColumns second{};
};
/// The formula of each column whose marks are all those of one other column each.
[[nodiscard]] std::vector<std::optional<ColumnFormula>> column_formulas(const std::vector<Head>& heads);

/// Whether a row prints nothing but the marks of its columns, of which some say how they are made: 1=2+3, 2, 3.
[[nodiscard]] bool is_row_of_formulas(const Grid& grid, std::uint32_t row);

} // namespace tieout::detail

#endif
