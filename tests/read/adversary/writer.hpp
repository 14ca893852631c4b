// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_WRITER_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_WRITER_HPP

// How documents are told: sentences from patterns with alternatives, and figures that are rounded, each by itself, when
// they are written down.
//
//     writer.say("{本年|全年}支出$all[，其中]：基本支出$basic{，|；}项目支出$project。",
//                {{"all", writer.money(all)}, …});

#include "account.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::test::adversary {

/// A number that a document prints.
struct Number {
    std::string text{};           ///< without separators
    std::string_view structure{}; ///< that it is told in
    bool bound = false; ///< it stands in a relation that the words state: another value of it would show
    bool used = false;  ///< it was printed
    bool altered = false;
};

/// A cell; a number in it is its index between two marks, as in every text here.
struct Cell {
    std::string text{};
    std::size_t columns = 1;
    std::size_t rows = 1; ///< 0: covered by the cell above it
};

/// The lines that say what a table is.
struct Frame {
    std::string title{};
    std::string form{}; ///< 公开05表
    std::string body{};
    std::string unit{}; ///< 万元
};

struct Block {
    std::string text{}; ///< a paragraph or heading; empty for a table
    std::string_view structure{};
    Frame frame{};
    std::vector<std::vector<Cell>> rows{};
    std::size_t heads = 1; ///< rows that are captions
    std::string note{};
};

/// How the figures of a document are written.
struct Style {
    Amount unit = wan;
    int decimals = 2;
    int percent_decimals = 2;
    bool trimmed = false;      ///< without trailing zeros, as spreadsheets do
    bool truncated = false;    ///< cut off rather than rounded, everywhere
    bool mixed = false;        ///< some amounts in other units or with other decimals
    bool signed_words = false; ///< 增加-3.00万元
};

struct Told {
    std::vector<Number> numbers{};
    std::vector<Block> blocks{};
    std::vector<std::string_view> structures{};
};

struct Region;
using Words = std::initializer_list<std::pair<std::string_view, std::string>>;

struct Writer {
    Random random;
    const Account& account;
    const Region* region = nullptr; ///< where the document is of a place
    Style style{};
    Told told{};
    std::string_view structure{};
    std::int64_t level = 3; ///< how headings are numbered: 一、（一）1. or not at all
    int zero = 0;           ///< how a cell of nothing is printed: 0.00, nothing, 0
    /// Words that every pattern may use: $year, $last, $body, $place.
    std::vector<std::pair<std::string, std::string>> common{};

    Writer(std::uint64_t seed, const Account& of) : random(seed), account(of) {}

    // ── figures ──
    /// A number as it stands; its unit, if any, follows in the text.
    std::string number(std::string text, bool bound = true);
    /// In the document's unit and with its word: 12.30万元.
    std::string money(Amount amount, bool bound = true);
    /// In one unit and with so many decimals, with its word.
    std::string money(Amount amount, Amount unit, int decimals, bool bound = true);
    /// The same without the word, for cells.
    std::string bare(Amount amount, bool bound = true);
    std::string percent(Amount part, Amount whole, bool bound = true);
    /// A rate of change from one amount to the other, never negative.
    std::string growth(Amount from, Amount to, bool bound = true);
    /// Points or other exact numbers, given in tenths (10) or hundredths (100).
    std::string points(std::int64_t number, std::int64_t divisor = 10, bool bound = true);
    std::string count(std::int64_t number, std::string_view unit, bool bound = true);
    std::string quotient(Amount part, Amount whole, int decimals, bool bound = true);

    // ── words ──
    std::string fill(std::string_view pattern, Words words = {});
    /// Writes a paragraph.
    void say(std::string_view pattern, Words words = {});
    void heading(std::string_view pattern, Words words = {});
    bool maybe(std::int64_t one_in = 2) { return random.one_in(one_in); }
    std::string pick(std::initializer_list<std::string_view> words) { return std::string(random.of(words)); }
    Block& table(std::string_view title, std::string_view form);

    std::string_view unit_word() const;
};

/// 一, 二, … 十一
[[nodiscard]] std::string numeral(std::size_t number);
[[nodiscard]] std::string_view word_of_unit(Amount unit);
/// A number of so many decimals; half up, or cut off.
[[nodiscard]] std::string digits(Amount value, Amount divisor, int decimals, bool truncated);

} // namespace tieout::test::adversary

#endif
