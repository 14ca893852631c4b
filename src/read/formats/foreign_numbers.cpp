// SPDX-License-Identifier: MIT
#include "read/formats/foreign_numbers.hpp"

#include "read/vocabulary/words.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::size_t group = 3;
constexpr std::size_t longest_number = 32;

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// A number, and the marks that stand in it.
struct Shape {
    bool number = false;
    /// Blanks stand before groups of three digits.
    bool blanks = false;
    /// A comma with one or two digits behind it, or with any number of them where blanks stand between groups.
    bool decimal_comma = false;
    /// A point, or commas between groups, which then are no decimal commas.
    bool point_or_groups = false;
};

Shape shape_of(std::string_view text) noexcept {
    Shape shape;
    if (text.empty() || text.size() > longest_number) return shape;
    std::size_t at = text.front() == '-' ? 1 : 0;
    std::size_t digits = 0;
    std::size_t groups = 0;
    const auto run = [&] {
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        return at - begin;
    };
    digits = run();
    if (digits == 0) return shape;
    while (digits <= group && at < text.size() && text[at] == ' ') {
        ++at;
        if (run() != group) return shape;
        ++groups;
    }
    shape.blanks = groups > 0;
    std::size_t commas = 0;
    std::size_t behind = 0;
    while (at < text.size() && text[at] == ',') {
        ++at;
        ++commas;
        behind = run();
        if (behind == 0) return shape;
    }
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (run() == 0) return shape;
        shape.point_or_groups = true;
    }
    if (at < text.size() && text[at] == '%') ++at;
    shape.number = at == text.size();
    shape.decimal_comma =
        shape.number && commas == 1 && !shape.point_or_groups && (shape.blanks || behind != group);
    shape.point_or_groups = shape.point_or_groups || (commas > 0 && !shape.decimal_comma);
    return shape;
}

constexpr std::string_view wide_comma = "，";

/// The shape of a cell; what the alphabet writes as a mark of sentences is one of a number where nothing else stands in it.
Shape shape_of_cell(std::string_view text) {
    const std::size_t at = text.find(wide_comma);
    if (at == text.npos || text.size() > longest_number) return shape_of(text);
    std::string with(text);
    with.replace(at, wide_comma.size(), ",");
    return shape_of(with);
}

void make_point_of_comma(Passage& passage) {
    const std::size_t narrow = passage.text.find(',');
    if (narrow != passage.text.npos) {
        passage.text[narrow] = '.';
        return;
    }
    const std::size_t at = passage.text.find(wide_comma);
    passage.text.replace(at, wide_comma.size(), ".");
    const auto begin = passage.from.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    passage.from.erase(begin, begin + static_cast<std::ptrdiff_t>(wide_comma.size()) - 1);
}

void take_blanks_out(Passage& passage) {
    for (std::size_t at = 0; at < passage.text.size();)
        if (passage.text[at] == ' ') {
            passage.text.erase(at, 1);
            passage.from.erase(passage.from.begin() + static_cast<std::ptrdiff_t>(at));
        } else {
            ++at;
        }
}

} // namespace

bool is_grouped_by_blanks(std::string_view text) {
    if (text.size() > 2 * longest_number) return false;
    // Without a blank, or a byte with which another begins, nothing is grouped by blanks.
    if (std::none_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\xC2' || c == '\xE2'; }))
        return false;
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        constexpr std::string_view fixed_blanks[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
        bool blank = false;
        for (const std::string_view fixed : fixed_blanks)
            if (!blank && begins_with(text.substr(at), fixed)) {
                blank = true;
                at += fixed.size() - 1;
            }
        plain += blank ? ' ' : text[at];
    }
    const Shape shape = shape_of(plain);
    return shape.number && shape.blanks;
}

void settle_foreign_numbers(Table& table) {
    constexpr std::size_t fewest = 5;
    std::size_t commas = 0;
    std::size_t points = 0;
    bool blanks = false;
    for (const Cell& cell : table.cells) {
        const Shape shape = shape_of_cell(cell.text.text);
        if (!shape.number) continue;
        blanks = blanks || shape.blanks;
        commas += shape.decimal_comma ? 1 : 0;
        points += shape.point_or_groups ? 1 : 0;
    }
    // A number of a group or of a footnote may have a point among them: 13, 14, 15 as 13,14,15.
    const bool decimal_commas = commas >= fewest && points * 10 <= commas;
    if (!blanks && !decimal_commas) return;
    for (Cell& cell : table.cells) {
        const Shape shape = shape_of_cell(cell.text.text);
        if (!shape.number) continue;
        if (shape.blanks) take_blanks_out(cell.text);
        if (shape.decimal_comma && decimal_commas) make_point_of_comma(cell.text);
    }
}

} // namespace tieout::detail
