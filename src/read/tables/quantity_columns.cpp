// SPDX-License-Identifier: MIT
//
// Columns of quantities that are made from others: 金额 = 数量 × 单价, 三年平均 of the years before it, 比上月增减 against the row
// above.
#include "read/tables/statements.hpp"
#include "read/vocabulary/quantities.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::array<std::string_view, 4> prices{"单价", "均价", "定额标准", "补助标准"};
constexpr std::array<std::string_view, 1> counts{"数量"};
constexpr std::array<std::string_view, 5> amounts{"金额", "总价", "合价", "价款", "价值"};

/// The only column that one of the words names; no_row if there is none, or several.
template <std::size_t N>
std::size_t only_column(const std::vector<Head>& heads, const std::array<std::string_view, N>& words) {
    std::size_t found = no_row;
    for (std::size_t k = 0; k < heads.size(); ++k) {
        if (!contains_any(heads[k].words, words)) continue;
        if (found != no_row) return no_row;
        found = k;
    }
    return found;
}

void state_products(const Writer& writer) {
    const std::vector<Head>& heads = writer.block.heads;
    const std::size_t count = only_column(heads, counts);
    const std::size_t price = only_column(heads, prices);
    const std::size_t amount = only_column(heads, amounts);
    if (count == no_row || price == no_row || amount == no_row || price == amount || count == price) return;
    // 单价（元） beside 金额 in the unit of the table: of which unit the price is, has to be said of both.
    if (heads[price].unit.has_value() != heads[amount].unit.has_value()) return;
    for (const Row& row : writer.block.rows) {
        if (row.label.total || row.label.derived()) continue;
        const std::array figures{row.figures[amount], row.figures[count], row.figures[price]};
        if (std::find(figures.begin(), figures.end(), no_mention) != figures.end()) continue;
        Statement statement{.word = "product"};
        statement.readings.push_back({.kind = Kind::product,
                                      .subject = figures[0],
                                      .first = {{figures[1], Decimal{1}}, {figures[2], Decimal{1}}}});
        writer.state(std::move(statement), "quantity and price");
    }
}

/// 2021年, 2022年, 2023年, 三年平均: the columns of years right before it.
void state_averages(const Writer& writer) {
    const std::vector<Head>& heads = writer.block.heads;
    for (std::size_t k = 2; k < heads.size(); ++k) {
        if (heads[k].role != HeadRole::average || heads[k].words.find("年平均") == std::string::npos)
            continue;
        std::size_t first = k;
        while (first > 0 && heads[first - 1].year && heads[first - 1].role == HeadRole::amount) --first;
        if (k - first < 2) continue;
        for (const Row& row : writer.block.rows) {
            if (row.label.derived() || !writer.is_amount(row.figures[k])) continue;
            Reading reading{.kind = Kind::average, .subject = row.figures[k]};
            for (std::size_t year = first; year < k; ++year)
                if (writer.is_amount(row.figures[year]))
                    reading.first.push_back({row.figures[year], Decimal{1}});
            if (reading.first.size() != k - first) continue;
            Statement statement{.word = "average"};
            statement.readings.push_back(std::move(reading));
            writer.state(std::move(statement), "average of years");
        }
    }
}

/// 比上月增减 where no column prints the month before: it is the row above.
void state_steps(const Writer& writer) {
    const std::vector<Head>& heads = writer.block.heads;
    for (std::size_t k = 1; k < heads.size(); ++k) {
        if (heads[k].role != HeadRole::change || !is_step(heads[k].words)) continue;
        std::size_t level = no_row;
        std::size_t levels = 0;
        for (std::size_t c = 0; c < k; ++c)
            if (heads[c].role == HeadRole::amount) {
                level = c;
                ++levels;
            }
        if (levels != 1) continue;
        const Row* before = nullptr;
        for (const Row& row : writer.block.rows) {
            if (row.label.total || row.label.derived() || row.heading) continue;
            if (before != nullptr && writer.is_amount(row.figures[k]))
                if (Parts parts;
                    writer.is_amount(row.figures[level]) && writer.is_amount(before->figures[level])) {
                    parts.add(row, level);
                    parts.add(*before, level, Decimal{-1});
                    writer.sum(row.figures[k], {std::move(parts)}, false, "change from row to row");
                }
            before = &row;
        }
    }
}

} // namespace

void state_quantity_columns(const Writer& writer) {
    state_products(writer);
    state_averages(writer);
    state_steps(writer);
}

} // namespace tieout::detail
