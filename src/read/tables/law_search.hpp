// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_TABLES_LAW_SEARCH_HPP
#define TIEOUT_SRC_READ_TABLES_LAW_SEARCH_HPP

// The search for laws in a grid of numbers, line by line: a line is a row or a column, and a law says how one line is made
// from others at each place.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tieout::detail {

/// A number as printed: value × 10^−scale, without zeros at its end, and the digits behind the point that it was printed to.
struct LawNumber {
    std::int64_t value = 0;
    std::int8_t scale = 0;
    std::int8_t printed = 0;
};

/// Lines of places; nothing where no number stands.
using LawLines = std::vector<std::vector<std::optional<LawNumber>>>;

struct Law {
    enum class Kind : std::uint8_t { sum, average, quotient, change } kind = Kind::sum;
    std::size_t subject = 0;
    /// What it is made from: the terms, or numerator and denominator, or to and from.
    std::vector<std::size_t> lines{};
    /// Lines among those of a sum that have no numbers at its places.
    std::vector<std::size_t> empty{};
    /// Its lines follow each other: a range, with all that stands in it.
    bool range = false;
    /// Places at which it holds.
    std::vector<std::size_t> holds{};
    /// It fails nowhere.
    bool always = false;
    /// How many values it holds for, and what speaks for it, in tenths of a digit.
    std::size_t values = 0;
    std::size_t evidence = 0;
    /// Its numbers are rounded so coarsely that it holds by and large only.
    bool approximate = false;
    /// Of quotients and changes: whether the result is printed per cent there.
    std::vector<bool> per_cent{};
};

/// Whether a line is called a total, an average, a rate.
struct LineNames {
    std::vector<bool> total{};
    std::vector<bool> average{};
    std::vector<bool> rate{};

    void resize(std::size_t lines) {
        for (std::vector<bool>* names : {&total, &average, &rate}) names->resize(lines);
    }
};

/// The laws of the lines, which are as many as their names.
[[nodiscard]] std::vector<Law> find_laws(const LawLines& lines, const LineNames& names);

} // namespace tieout::detail

#endif
