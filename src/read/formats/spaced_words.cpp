// SPDX-License-Identifier: MIT
#include "read/formats/spaced_words.hpp"

#include "read/formats/printed.hpp"
#include "read/vocabulary/heads.hpp"
#include "read/vocabulary/lexicon.hpp"

#include <tieout/base/utf8.hpp>

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

bool is_all_digits(std::string_view text) noexcept {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
bool is_numbered(std::string_view text) noexcept {
    const std::size_t size = list_number_of(text);
    return size != 0 && size < text.size();
}
} // namespace

bool is_code(std::string_view text) noexcept {
    if (!is_all_digits(text)) return false;
    const bool whole = text.size() == 3 || text.size() == 5 || text.size() == 7;
    return text.size() == 2 || (whole && text.front() >= '2' && text.front() <= '5');
}

Token token_of(std::string_view source, Span at) {
    Token token{.at = at, .text = passage_of(source, at)};
    // (16,000) is less than nothing.
    std::string_view text = token.text.text;
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}})
        if (text.starts_with(open) && text.ends_with(close) && text.size() > open.size() + close.size())
            text = text.substr(open.size(), text.size() - open.size() - close.size());
    token.figure = !text.empty() && is_figure(text);
    token.digits = is_all_digits(token.text.text);
    return token;
}

std::vector<Token> tokens_of(std::string_view source, const Line& line) {
    std::vector<Token> tokens;
    std::uint32_t begin = line.text.begin;
    const auto add = [&](std::uint32_t to) {
        if (to > begin) tokens.push_back(token_of(source, {begin, to}));
    };
    for (std::uint32_t at = line.text.begin; at < line.text.end;) {
        const CodePoint c = decode_utf8(source, at);
        const std::uint32_t length = std::max<std::uint32_t>(c.length, 1);
        if (is_space(c.value)) {
            add(at);
            begin = at + length;
        }
        at += length;
    }
    add(line.text.end);
    return tokens;
}

bool is_year_head(std::string_view text) noexcept {
    // 2019, 2017-18
    if (text.size() < 4 || (!text.starts_with("19") && !text.starts_with("20"))) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; }) &&
           text.size() <= 9;
}

Slot slot_of(std::string_view head) {
    // Codes and names in one column.
    if (head == "科目") return Slot::label;
    const HeadWord* const word = head_word_in(head);
    if (word != nullptr) {
        if (word->role == HeadRole::code) return Slot::code;
        if (word->role == HeadRole::ordinal || word->role == HeadRole::period ||
            word->role == HeadRole::remark || word->role == HeadRole::date)
            return Slot::label;
        return Slot::figure;
    }
    if (known_part(head, true) != nullptr && head != "项目") return Slot::figure;
    if (known_line(head) != nullptr) return Slot::figure;
    // 事业单位经营收入, 对下级单位补助支出: what units earn and are given.
    const std::size_t unit = head.find("单位");
    if (unit != head.npos && unit > 0 && (head.ends_with("收入") || head.ends_with("支出")))
        return Slot::figure;
    return names_rows(head) ? Slot::label : Slot::figure;
}

bool is_head_word(std::string_view text) {
    if (text.empty() || text.size() > 60) return false;
    if (is_year_head(text) || head_word_in(text) != nullptr || names_rows(text)) return true;
    if (known_part(text, true) != nullptr || known_line(text) != nullptr || !scope_in(text).empty())
        return true;
    if (row_word_of(text) != RowWord::none || text.ends_with("数") || text.ends_with("金额")) return true;
    const LabelParts parts = parts_of_label(text);
    if (parts.bare || parts.year) return true;
    return text.starts_with("本年") || text.starts_with("本期");
}

std::vector<BlockOfHeads> blocks_of_heads(std::span<const Token> heads) {
    std::vector<BlockOfHeads> blocks;
    bool after_figure = true;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const Slot slot = slot_of(heads[i].text.text);
        if (slot == Slot::figure) {
            if (blocks.empty()) blocks.push_back({.first = i});
            if (blocks.back().figures++ == 0) {
                const RowWord word = row_word_of(heads[i].text.text);
                blocks.back().total_first =
                    word == RowWord::total || word == RowWord::subtotal || word == RowWord::grand;
            }
            after_figure = true;
            continue;
        }
        if (after_figure) blocks.push_back({.first = i});
        after_figure = false;
        const HeadWord* const word = head_word_in(heads[i].text.text);
        if (word != nullptr && word->role == HeadRole::ordinal && blocks.back().labels == 1) {
            ++blocks.back().ordinals;
            continue;
        }
        ++(slot == Slot::code ? blocks.back().codes : blocks.back().labels);
    }
    for (const BlockOfHeads& block : blocks)
        if (block.figures == 0 || block.labels > 1 || block.ordinals > 1 || block.codes > 3) return {};
    return blocks;
}

bool is_term(std::string_view text) {
    return known_part(text, true) != nullptr || known_line(text) != nullptr ||
           row_word_of(text) != RowWord::none || text.starts_with("年初") || text.starts_with("年末");
}

std::vector<Segment> segments_of(std::vector<Token> tokens, bool coded, std::size_t most_codes) {
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        const bool follows_word = i + 1 < tokens.size() && !tokens[i + 1].figure;
        const bool fresh = segments.empty() || !segments.back().figures.empty();
        const bool code =
            coded && token.digits && is_code(token.text.text) &&
            (fresh ? follows_word || segments.empty() ||
                         (i + 1 < tokens.size() && tokens[i + 1].digits && is_code(tokens[i + 1].text.text))
                   : segments.back().label.empty() && segments.back().codes.size() < most_codes);
        if (code) {
            if (fresh) segments.emplace_back();
            segments.back().codes.push_back(std::move(token));
            continue;
        }
        if (token.figure) {
            if (segments.empty()) segments.emplace_back();
            segments.back().figures.push_back(std::move(token));
            continue;
        }
        const bool next = !fresh && !segments.back().label.empty() &&
                          (is_numbered(token.text.text) ||
                           (is_term(token.text.text) && is_term(segments.back().label.back().text.text)));
        if (fresh || next) segments.emplace_back();
        segments.back().label.push_back(std::move(token));
    }
    return segments;
}

} // namespace tieout::detail
