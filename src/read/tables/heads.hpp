// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_HEADS_HPP
#define TIEOUT_SRC_READ_TABLES_HEADS_HPP

// What the heads of columns and the labels of rows say: role, phase, year, fund, unit, total, 其中, number.

#include "read/tables/sheet.hpp"
#include "read/vocabulary/heads.hpp"
#include "read/vocabulary/lexicon.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// The head of a column, or of a row that is one.
struct Head {
    HeadRole role = HeadRole::words;
    /// Of a tier: 1 to 3.
    std::uint8_t tier = 0;
    /// As printed, from the top down, without units.
    std::vector<std::string> path{};
    std::optional<Phase> phase{};
    std::optional<int> year{};
    bool previous = false;
    /// 合计, 小计: it is the total of its neighbours.
    bool total = false;
    /// 其中: its neighbour before it contains it.
    bool within = false;
    /// Its figures add up to that of a total: not 人均支出, 单价, 指数, 期限.
    bool additive = true;
    /// 本年增加, 本年减少: what comes between the start and the end of the year.
    std::int8_t movement = 0;
    /// What its figures are of, if it says more than a phase: 基本支出.
    std::string subject{};
    std::optional<Unit> unit{};
    /// Words that no ordinary text has: a phase, a rate, a weight.
    bool sure = false;
    /// What its brackets hold, or the row 栏次: A, 3, B/A, 3=1+2.
    std::string formula{};

    /// All of `path`, and the funds that it names.
    std::string words{};
    std::string_view scope{};
    /// It stands under a name that is more than a phase: 事业收入, 小计.
    bool grouped = false;
    /// What `subject` is, if it is known; the funds that it names.
    const KnownPart* amount = nullptr;
    const KnownPart* count = nullptr;
    const KnownLine* line = nullptr;
    std::string_view fund{};

    [[nodiscard]] bool counts_or_pays() const noexcept {
        return role == HeadRole::amount || role == HeadRole::words;
    }
};

/// What the texts above a column say, from the top down.
[[nodiscard]] Head head_of(const std::vector<std::string>& path);
/// The head with what its words are known to be: for one that stands over many figures.
[[nodiscard]] Head looked_up(Head head);

/// A row label without number and 其中.
struct RowLabel {
    std::string name{};
    bool within = false;
    /// −1 after 减：, 1 after 加：.
    std::int8_t sign = 0;
    /// How its number is written: 0 none, 1 一、 2 （一） 3 1、 4 （1） 5 ①
    std::uint8_t numbering = 0;
    std::optional<Unit> unit{};
    RowWord word = RowWord::none;
    /// 合计, 小计, 总计; and whether there is nothing else to its name.
    bool total = false;
    bool bare = false;

    [[nodiscard]] bool subtotal() const noexcept { return word == RowWord::subtotal; }
    [[nodiscard]] bool grand() const noexcept { return word == RowWord::grand; }
    /// Its figures are made from those of other rows and belong to no list: 增长率, 月均.
    [[nodiscard]] bool derived() const noexcept {
        return word == RowWord::average || word == RowWord::change || word == RowWord::growth ||
               word == RowWord::rate || word == RowWord::share || word == RowWord::balance ||
               word == RowWord::carried;
    }
};
[[nodiscard]] RowLabel row_label(std::string_view text);

/// The key of the funds that the words confine to, as Aspects has it: general, government, state_capital, fiscal …
[[nodiscard]] std::string_view fund_key_of(std::string_view words) noexcept;

} // namespace tieout::detail

#endif
