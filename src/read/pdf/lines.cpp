// SPDX-License-Identifier: MIT
#include "read/pdf/lines.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
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

constexpr bool is_of_figure(char c) noexcept {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '%';
}

/// Whether a figure ends or begins before byte `at`: 310|资本性支出, 12.50|13.40.
bool parts_figures(std::string_view text, std::size_t at) noexcept {
    const bool before = is_of_figure(text[at - 1]), behind = is_of_figure(text[at]);
    if (before != behind) return true;
    // Two digits behind the point end an amount; what comes then is another.
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    return before && at >= 4 && text[at - 3] == '.' && digit(at - 4) && digit(at - 2) && digit(at - 1) &&
           (digit(at) || text[at] == '-');
}

/// 1, 12, *, [1], ①: what may be the mark of a footnote.
bool is_mark(std::string_view text) noexcept {
    constexpr std::size_t longest = 12;
    if (text.empty() || text.size() > longest) return false;
    std::size_t digits = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        at += std::max<std::size_t>(c.length, 1);
        const bool digit = c.value >= U'0' && c.value <= U'9';
        digits += digit ? 1 : 0;
        constexpr std::u32string_view marks = U"*[]()（）【】〔〕,，†‡§#注";
        const bool circled = c.value >= 0x2460 && c.value <= 0x24FF;
        if (!digit && !circled && marks.find(c.value) == marks.npos) return false;
    }
    return digits <= 3;
}

/// Whether `mark` is printed small and high right behind `word`.
bool is_raised(const PaperWord& mark, const PaperWord& word) noexcept {
    const Box& high = mark.box;
    const Box& low = word.box;
    const Fixed raised = low.bottom - high.bottom;
    return 5 * high.height() < 4 * low.height() && 8 * raised > low.height() && high.bottom > low.top &&
           2 * high.top < low.top + low.bottom;
}

} // namespace

void take_footnote_marks(std::vector<PaperWord>& words) {
    constexpr Fixed close = thousandths(2'000);
    std::vector<std::size_t> by_end(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) by_end[i] = i;
    const auto end_of = [&](std::size_t i) { return words[i].box.right; };
    std::sort(by_end.begin(), by_end.end(),
              [&](std::size_t a, std::size_t b) { return end_of(a) < end_of(b); });
    // As many as end at one place on a page that people read.
    constexpr std::size_t most_looked_at = 1'000;
    std::vector<bool> taken(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_mark(words[i].text)) continue;
        const Fixed begin = words[i].box.left;
        auto at = std::lower_bound(by_end.begin(), by_end.end(), begin - close,
                                   [&](std::size_t k, Fixed x) { return end_of(k) < x; });
        for (std::size_t n = 0; at != by_end.end() && n < most_looked_at && end_of(*at) <= begin + close;
             ++at, ++n) {
            PaperWord& word = words[*at];
            if (*at == i || taken[*at] || !is_raised(words[i], word)) continue;
            taken[i] = true;
            const bool square = words[i].text == "2" || words[i].text == "3";
            if (square && (word.text.ends_with('m') || word.text.ends_with('M')))
                word.text += words[i].text == "2" ? "²" : "³";
            break;
        }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (taken[i]) continue;
        if (kept != i) words[kept] = std::move(words[i]);
        ++kept;
    }
    words.resize(kept);
}

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
    // Of the places where a figure ends or begins, the one that is nearest to x.
    std::size_t best = word.text.size();
    Fixed best_off = size_of(word);
    Fixed best_at = word.box.right;
    std::uint32_t before = 0;
    for (std::size_t at = 0; at < word.text.size();) {
        const CodePoint c = decode_utf8(word.text, at);
        before += c.length > 0 ? columns_of(c.value) : 0;
        at += std::max<std::size_t>(c.length, 1);
        if (at == word.text.size() || !parts_figures(word.text, at)) continue;
        const Fixed place = word.box.left + word.box.width() * before / columns;
        const Fixed off = place < x ? x - place : place - x;
        if (off >= best_off) continue;
        best = at;
        best_off = off;
        best_at = place;
    }
    CutWord parts;
    parts.before.text = word.text.substr(0, best);
    parts.behind.text = word.text.substr(best);
    parts.before.box = parts.behind.box = word.box;
    parts.before.box.right = parts.behind.box.left = best_at;
    return parts;
}

} // namespace tieout::detail
