// SPDX-License-Identifier: MIT
#include "read/pdf/lines.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <tieout/base/utf8.hpp>

#include "read/document/alphabet.hpp"

namespace tieout::detail {

namespace {

Box around(const Box& a, const Box& b) noexcept {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

/// The height of the letters of a word, by their width: some fonts lie about how high and deep they reach.
Fixed size_of(const PaperWord& word) noexcept { return 2 * column_width(word); }

/// Whether a word stands on the line of another: their middles are nearer than half a line.
bool stands_on(const PaperWord& word, const PaperWord& main) noexcept {
    const Fixed apart = word.box.centre().y - main.box.centre().y;
    const Fixed height = std::min(word.box.height(), main.box.height());
    const Fixed size = std::min(size_of(word), size_of(main));
    return 2 * (apart < 0 ? -apart : apart) < std::max({height, size, Fixed{1}});
}

} // namespace

std::vector<WordLine> lines_of_words(std::vector<PaperWord> words) {
    std::stable_sort(words.begin(), words.end(), [](const PaperWord& a, const PaperWord& b) {
        return std::pair(a.box.centre().y, a.box.left) < std::pair(b.box.centre().y, b.box.left);
    });
    std::vector<WordLine> lines;
    // What stands on a line is told by its highest word: a line does not grow by what is added.
    PaperWord main;
    for (PaperWord& word : words) {
        if (lines.empty() || !stands_on(word, main)) {
            lines.emplace_back().box = word.box;
            main = word;
        } else if (word.box.height() > main.box.height()) {
            main = word;
        }
        lines.back().box = around(lines.back().box, word.box);
        lines.back().words.push_back(std::move(word));
    }
    for (WordLine& line : lines)
        std::stable_sort(line.words.begin(), line.words.end(),
                         [](const PaperWord& a, const PaperWord& b) { return a.box.left < b.box.left; });
    return lines;
}

std::uint32_t columns_of_text(std::string_view text) noexcept {
    std::uint32_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        columns += c.length > 0 ? columns_of(c.value) : 0;
        at += std::max<std::size_t>(c.length, 1);
    }
    return columns;
}

Fixed column_width(const PaperWord& word) noexcept {
    const std::uint32_t columns = columns_of_text(word.text);
    return columns == 0 ? word.box.width() : word.box.width() / columns;
}

Gap gap_between(const PaperWord& left, const PaperWord& right) noexcept {
    const Fixed gap = right.box.left - left.box.right;
    const Fixed column = std::max(column_width(left), column_width(right));
    // pdftotext parts words where a tenth of a character is between them, which few would call a space.
    if (5 * gap < 2 * column) return Gap::none;
    return gap < 3 * column ? Gap::space : Gap::wide;
}

CutWord cut(const PaperWord& word, Fixed x) {
    const std::uint32_t columns = std::max(columns_of_text(word.text), 1U);
    // The place between two characters that is nearest to x.
    std::size_t best = 0;
    Fixed best_at = word.box.left;
    std::uint32_t before = 0;
    for (std::size_t at = 0; at < word.text.size();) {
        const CodePoint c = decode_utf8(word.text, at);
        before += c.length > 0 ? columns_of(c.value) : 0;
        at += std::max<std::size_t>(c.length, 1);
        const Fixed place = word.box.left + word.box.width() * before / columns;
        const auto off = [x](Fixed from) { return from < x ? x - from : from - x; };
        if (off(place) < off(best_at)) {
            best = at;
            best_at = place;
        }
    }
    CutWord parts;
    parts.before.text = word.text.substr(0, best);
    parts.behind.text = word.text.substr(best);
    parts.before.box = parts.behind.box = word.box;
    parts.before.box.right = parts.behind.box.left = best_at;
    return parts;
}

} // namespace tieout::detail
