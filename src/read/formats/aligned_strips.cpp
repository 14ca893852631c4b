// SPDX-License-Identifier: MIT
#include "read/formats/aligned_strips.hpp"

#include "read/formats/printed.hpp"

#include <tieout/base/utf8.hpp>

namespace tieout::detail {

namespace {

/// Merges pieces that overlap; nothing if two of one line would fall into the same.
std::optional<std::vector<Strip>> strips_of(std::span<const PieceLine> lines, bool figures) {
    std::vector<Strip> all;
    for (const PieceLine& line : lines)
        if (line.figures)
            for (const Piece& piece : line.pieces)
                if (piece.figure == figures)
                    all.push_back({piece.begin, piece.end, figures, figures && is_code(piece)});
    std::sort(all.begin(), all.end(), [](const Strip& a, const Strip& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    std::vector<Strip> strips;
    for (const Strip& one : all) {
        if (strips.empty() || one.begin >= strips.back().end) {
            strips.push_back(one);
            continue;
        }
        strips.back().end = std::max(strips.back().end, one.end);
        strips.back().codes = strips.back().codes && one.codes;
    }
    if (strips.empty() || strips.size() > most_columns) return std::nullopt;
    for (const PieceLine& line : lines) {
        if (!line.figures) continue;
        std::size_t before = strips.size();
        for (const Piece& piece : line.pieces) {
            if (piece.figure != figures) continue;
            std::size_t s = 0;
            while (s + 1 < strips.size() && strips[s].end <= piece.begin) ++s;
            if (s == before) return std::nullopt;
            before = s;
        }
    }
    return strips;
}

} // namespace

bool is_code(const Piece& piece) noexcept {
    const std::string& text = piece.text.text;
    return !text.empty() && text.size() <= 7 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<Piece> pieces_of(std::string_view source, const Line& line, Ruler ruler) {
    std::vector<Piece> pieces;
    std::uint32_t where = 0;
    std::uint32_t gap = 2;
    for (std::uint32_t at = line.whole.begin; at < line.whole.end;) {
        const CodePoint c = decode_utf8(source, at);
        const std::uint32_t length = std::max<std::uint32_t>(c.length, 1);
        const std::uint32_t columns = columns_of(c.value);
        const std::uint32_t step = ruler == Ruler::columns ? columns : columns > 0 ? 1 : 0;
        if (is_space(c.value)) {
            gap += columns;
        } else if (columns > 0) {
            if (gap >= 2) pieces.push_back({.at = {at, at}, .begin = where, .end = where});
            gap = 0;
            pieces.back().at.end = at + length;
            pieces.back().end = where + step;
        }
        where += std::max<std::uint32_t>(step, is_space(c.value) ? 1 : 0);
        at += length;
    }
    for (Piece& piece : pieces) {
        piece.text = passage_of(source, piece.at);
        piece.figure = !piece.text.empty() && is_figure(piece.text.text);
    }
    return pieces;
}

std::optional<std::vector<Strip>> columns_of_lines(std::span<const PieceLine> lines) {
    const auto figures = strips_of(lines, true);
    if (!figures) return std::nullopt;
    std::vector<Strip> columns = *figures;
    if (const auto names = strips_of(lines, false))
        columns.insert(columns.end(), names->begin(), names->end());
    else if (std::any_of(lines.begin(), lines.end(), [](const PieceLine& line) {
                 return line.figures && std::any_of(line.pieces.begin(), line.pieces.end(),
                                                    [](const Piece& piece) { return !piece.figure; });
             }))
        return std::nullopt;
    std::sort(columns.begin(), columns.end(),
              [](const Strip& a, const Strip& b) { return a.begin < b.begin; });
    for (std::size_t c = 1; c < columns.size(); ++c)
        if (columns[c].begin < columns[c - 1].end) return std::nullopt;
    if (columns.size() < 2 || columns.size() > most_columns) return std::nullopt;
    return columns;
}

std::optional<std::vector<std::size_t>> columns_of_page(const std::vector<Strip>& page,
                                                        const std::vector<Strip>& columns) {
    std::vector<std::size_t> found;
    if (page.size() == columns.size()) {
        for (std::size_t c = 0; c < page.size(); ++c) {
            if (page[c].figures != columns[c].figures) return std::nullopt;
            found.push_back(c);
        }
        return found;
    }
    // Names and codes in their order; figures by how far they stand from the first, which is a total and never blank.
    std::size_t next = 0;
    std::optional<std::int64_t> shift;
    for (const Strip& strip : page) {
        const bool figures = strip.figures && !strip.codes;
        if (!figures) {
            while (next < columns.size() && !same_kind(columns[next], strip)) ++next;
            if (next == columns.size()) return std::nullopt;
            shift.reset();
            found.push_back(next++);
            continue;
        }
        if (!shift) {
            while (next < columns.size() && !(columns[next].figures && !columns[next].codes)) ++next;
            if (next == columns.size()) return std::nullopt;
            shift = std::int64_t{columns[next].end} - std::int64_t{strip.end};
            found.push_back(next++);
            continue;
        }
        std::size_t best = columns.size();
        std::int64_t least = 4;
        for (std::size_t c = next; c < columns.size() && columns[c].figures && !columns[c].codes; ++c) {
            const std::int64_t off = std::int64_t{columns[c].end} - (std::int64_t{strip.end} + *shift);
            if ((off < 0 ? -off : off) < least) {
                least = off < 0 ? -off : off;
                best = c;
            }
        }
        if (best == columns.size()) return std::nullopt;
        found.push_back(best);
        next = best + 1;
    }
    return found;
}

std::pair<std::size_t, std::size_t> over(const Piece& piece, const std::vector<Strip>& columns) {
    std::size_t first = 0;
    while (first < columns.size() && columns[first].end <= piece.begin) ++first;
    std::size_t last = first;
    while (last < columns.size() && columns[last].begin < piece.end) ++last;
    if (first < last) return {first, last};
    if (first == columns.size()) return {first - 1, first};
    if (first > 0 && piece.begin - columns[first - 1].end < columns[first].begin - piece.end) --first;
    return {first, first + 1};
}

} // namespace tieout::detail
