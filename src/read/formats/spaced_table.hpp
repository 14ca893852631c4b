// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_SPACED_TABLE_HPP
#define TIEOUT_SRC_READ_FORMATS_SPACED_TABLE_HPP

// Puts rows of which the columns are lost into the blocks that their heads make.

#include "read/formats/printed.hpp"
#include "read/formats/spaced_words.hpp"
#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tieout::detail {

/// Puts segments into blocks, by what came before.
class Placer {
  public:
    explicit Placer(const std::vector<BlockOfHeads>& blocks) : blocks_(blocks), last_(blocks.size()) {}

    /// The block of each segment; empty where they leave it open.
    std::vector<std::size_t> place(const std::vector<Segment>& segments) {
        std::vector<std::size_t> found;
        if (segments.size() > blocks_.size()) return found;
        if (segments.size() == blocks_.size()) {
            for (std::size_t b = 0; b < blocks_.size(); ++b) found.push_back(b);
        } else if (segments.size() == 1) {
            const std::optional<std::size_t> block = block_of(segments.front());
            if (block) found.push_back(*block);
        }
        for (std::size_t i = 0; i < found.size(); ++i) remember(found[i], segments[i]);
        return found;
    }

  private:
    struct Last {
        std::string code{};
        std::string label{};
        std::size_t row = 0;
        bool income = false;
        bool expenditure = false;
    };

    static std::string joined(const std::vector<Token>& tokens) {
        std::string text;
        for (const Token& token : tokens) text += token.text.text;
        return text;
    }
    static std::string_view number_of(std::string_view label) noexcept {
        return label.substr(0, list_number_of(label));
    }
    /// The numbers of lists in the order in which they are counted.
    static std::size_t ordinal_of(std::string_view label) noexcept {
        std::string_view number = number_of(label);
        for (const std::string_view bracket : {"（", "("})
            if (number.starts_with(bracket)) number.remove_prefix(bracket.size());
        std::size_t value = 0;
        std::size_t at = 0;
        for (; at < number.size() && number[at] >= '0' && number[at] <= '9'; ++at)
            value = value * 10 + static_cast<std::size_t>(number[at] - '0');
        if (at != 0) return value;
        constexpr std::string_view digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
        while (at < number.size()) {
            bool known = false;
            if (number.substr(at).starts_with("十")) {
                value = value == 0 ? 10 : value * 10;
                known = true;
            }
            for (std::size_t d = 0; d < std::size(digits) && !known; ++d)
                if (number.substr(at).starts_with(digits[d])) {
                    value += d + 1;
                    known = true;
                }
            if (!known) break;
            at += 3;
        }
        return value;
    }

    /// The number of the row that stands behind its label; 0 where there is none.
    [[nodiscard]] std::size_t row_number(const Segment& segment) const noexcept {
        constexpr std::size_t most_digits = 4;
        if (blocks_.front().ordinals == 0 || segment.figures.empty() || !segment.figures.front().digits)
            return 0;
        const std::string_view text = segment.figures.front().text.text;
        std::size_t number = 0;
        for (const char c : text.substr(0, most_digits))
            number = 10 * number + static_cast<std::size_t>(c - '0');
        return text.size() > most_digits ? 0 : number;
    }

    std::optional<std::size_t> block_of(const Segment& segment) const {
        std::vector<std::size_t> possible;
        for (std::size_t b = 0; b < blocks_.size(); ++b)
            if (segment.figures.size() <= blocks_[b].numbers() && segment.codes.size() <= blocks_[b].codes)
                possible.push_back(b);
        if (possible.size() == 1) return possible.front();
        const auto only = [&](auto fits) -> std::optional<std::size_t> {
            std::optional<std::size_t> found;
            for (const std::size_t b : possible)
                if (fits(b)) {
                    if (found) return std::nullopt;
                    found = b;
                }
            return found;
        };
        const std::string code = joined(segment.codes);
        if (code.size() >= 3) {
            // 31002 goes on behind 310, and a class begins where smaller ones stand.
            const std::string family = code.substr(0, 3);
            const auto beside = only([&](std::size_t b) { return last_[b].code.substr(0, 3) == family; });
            if (beside) return beside;
        }
        // The numbers of rows go on within a block.
        if (const std::size_t row = row_number(segment); row > 1) {
            const auto next = only([&](std::size_t b) { return last_[b].row + 1 == row; });
            if (next) return next;
        }
        const std::string label = joined(segment.label);
        if (const std::size_t ordinal = ordinal_of(label); ordinal > 1) {
            const auto next = only([&](std::size_t b) { return ordinal_of(last_[b].label) + 1 == ordinal; });
            if (next) return next;
        }
        const bool spends = is_spent(label);
        if (spends != is_received(label))
            return only([&](std::size_t b) { return spends ? last_[b].expenditure : last_[b].income; });
        return std::nullopt;
    }

    /// Words of either side of a table: what was there before stands beside what came in, what is left beside what was spent.
    static bool is_received(std::string_view label) {
        static constexpr std::array<std::string_view, 5> words{"收入", "拨款", "年初", "上年", "弥补"};
        return contains_any(label, words);
    }
    static bool is_spent(std::string_view label) {
        static constexpr std::array<std::string_view, 4> words{"支出", "年末", "下年", "结余分配"};
        return contains_any(label, words);
    }

    void remember(std::size_t b, const Segment& segment) {
        Last& last = last_[b];
        if (const std::size_t row = row_number(segment); row != 0) last.row = row;
        if (const std::string code = joined(segment.codes); code.size() >= 3) last.code = code;
        if (const std::string label = joined(segment.label); !label.empty()) {
            last.income = last.income || label.find("收入") != label.npos || label.find("拨款") != label.npos;
            last.expenditure = last.expenditure || label.find("支出") != label.npos;
            if (list_number_of(label) != 0) last.label = label;
        }
    }

    const std::vector<BlockOfHeads>& blocks_;
    std::vector<Last> last_;
};

/// Writes the table.
class SpacedTable {
  public:
    SpacedTable(std::string_view source, std::vector<BlockOfHeads> blocks, std::size_t columns)
        : source_(source), blocks_(std::move(blocks)), placer_(blocks_) {
        table_.columns = static_cast<std::uint32_t>(columns);
        table_.placing = Placing::guessed;
        for (const BlockOfHeads& block : blocks_) {
            coded_ = coded_ || block.codes > 0;
            most_codes_ = std::max(most_codes_, block.codes);
        }
    }

    /// A row of heads over others, of which is lost what they stand over.
    void add_groups(std::span<const Token> groups) {
        std::uint32_t column = 0;
        for (const Token& group : groups) put(group.text, column++);
        finish_row(static_cast<std::uint32_t>(groups.size()));
    }
    void add_heads(std::span<const Token> heads, std::size_t first) {
        std::uint32_t column = static_cast<std::uint32_t>(first);
        for (const Token& head : heads) put(head.text, column++);
        finish_row(table_.columns);
    }

    [[nodiscard]] std::vector<Segment> segments(std::vector<Token> tokens) const {
        return segments_of(std::move(tokens), coded_, most_codes_);
    }

    /// Whether the segments can be a row.
    [[nodiscard]] bool is_row(const std::vector<Segment>& segments) const {
        if (segments.empty() || segments.size() > blocks_.size()) return false;
        const bool labelled = std::any_of(blocks_.begin(), blocks_.end(),
                                          [](const BlockOfHeads& block) { return block.labels > 0; });
        std::size_t most = 0;
        for (const BlockOfHeads& block : blocks_) most = std::max(most, block.numbers());
        return std::all_of(segments.begin(), segments.end(), [&](const Segment& segment) {
            return segment.figures.size() <= most && (labelled || segment.label.empty());
        });
    }

    /// Heads of codes, names and figures, of which only those of figures are kept.
    void add_coded_heads(std::span<const Token> heads, const BlockOfHeads& block) {
        Passage code;
        code.text = "科目编码";
        code.from.assign(code.text.size() + 1, heads.front().at.begin);
        Passage name;
        name.text = "科目名称";
        name.from.assign(name.text.size() + 1, heads.front().at.begin);
        for (std::size_t c = 0; c < block.codes; ++c) put(code, static_cast<std::uint32_t>(c));
        put(std::move(name), static_cast<std::uint32_t>(block.codes));
        for (std::size_t f = 0; f < block.figures; ++f)
            put(heads[f].text, static_cast<std::uint32_t>(block.codes + 1 + f));
        finish_row(table_.columns);
    }

    /// A row of one block; `doubtful` if only its first figure is sure of its place.
    void add_segment(Segment segment, bool doubtful) {
        std::vector<Token> rest;
        if (doubtful && segment.figures.size() > 1) {
            rest.assign(std::make_move_iterator(segment.figures.begin() + 1),
                        std::make_move_iterator(segment.figures.end()));
            segment.figures.resize(1);
        }
        const bool figures = !segment.figures.empty();
        put_segment(segment, blocks_.front());
        for (Token& token : rest) lose(std::move(token));
        figures_ += figures ? 1 : 0;
        finish_row(table_.columns);
    }

    void add_row(std::vector<Segment> segments) {
        const std::vector<std::size_t> places = placer_.place(segments);
        for (std::size_t i = 0; i < segments.size(); ++i) {
            if (i < places.size())
                put_segment(segments[i], blocks_[places[i]]);
            else
                for (Token& token : segments[i].figures) lose(std::move(token));
        }
        figures_ += segments.empty() || segments.front().figures.empty() ? 0 : 1;
        finish_row(table_.columns);
    }

    /// Adds words to the label of the last row.
    [[nodiscard]] std::uint32_t rows() const noexcept { return table_.rows; }
    [[nodiscard]] std::size_t rows_with_figures() const noexcept { return figures_; }

    std::optional<Table> finish() {
        if (table_.rows < 2 || table_.columns < 2 || table_.columns > most_columns) return std::nullopt;
        return std::move(table_);
    }

  private:
    void put(Passage text, std::uint32_t column) {
        Cell cell;
        cell.text = std::move(text);
        cell.row = table_.rows;
        cell.column = column;
        row_.push_back(std::move(cell));
    }
    void lose(Token token) {
        Cell cell;
        cell.text = std::move(token.text);
        cell.row = table_.rows;
        cell.column = table_.columns;
        table_.unplaced.push_back(std::move(cell));
    }

    void put_segment(Segment& segment, const BlockOfHeads& block) {
        // A code that is printed whole stands in the first of its columns; parts stand in theirs.
        for (std::size_t k = 0; k < segment.codes.size(); ++k)
            put(std::move(segment.codes[k].text), static_cast<std::uint32_t>(block.first + k));
        if (!segment.label.empty()) {
            Passage label = std::move(segment.label.front().text);
            for (std::size_t k = 1; k < segment.label.size(); ++k) {
                label.text += segment.label[k].text.text;
                label.from.pop_back();
                label.from.insert(label.from.end(), segment.label[k].text.from.begin(),
                                  segment.label[k].text.from.end());
            }
            const std::size_t column = block.first + (block.labels > 0 ? block.codes : 0);
            put(std::move(label), static_cast<std::uint32_t>(column));
        }
        if (block.ordinals > 0 && !segment.figures.empty() && segment.figures.front().digits) {
            put(std::move(segment.figures.front().text),
                static_cast<std::uint32_t>(block.first + block.codes + block.labels));
            segment.figures.erase(segment.figures.begin());
        }
        const std::size_t first = block.first + block.codes + block.labels + block.ordinals;
        std::size_t placed = segment.figures.size();
        // Which of them are blank, nothing says; a total is none of these.
        if (placed != block.figures) placed = placed > 0 && block.total_first ? 1 : 0;
        for (std::size_t k = 0; k < segment.figures.size(); ++k) {
            if (k < placed)
                put(std::move(segment.figures[k].text), static_cast<std::uint32_t>(first + k));
            else
                lose(std::move(segment.figures[k]));
        }
    }

    /// Empty cells stand where nothing was put.
    void finish_row(std::uint32_t printed) {
        const std::uint32_t where =
            row_.empty() || row_.back().text.from.empty() ? 0 : row_.back().text.from.back();
        std::stable_sort(row_.begin(), row_.end(),
                         [](const Cell& a, const Cell& b) { return a.column < b.column; });
        std::size_t next = 0;
        for (std::uint32_t c = 0; c < table_.columns; ++c) {
            if (next < row_.size() && row_[next].column == c) {
                table_.cells.push_back(std::move(row_[next++]));
                continue;
            }
            Cell cell;
            cell.row = table_.rows;
            cell.column = c;
            cell.text.from.push_back(where);
            table_.cells.push_back(std::move(cell));
        }
        row_.clear();
        table_.printed.push_back(printed);
        ++table_.rows;
    }

    std::string_view source_;
    std::vector<BlockOfHeads> blocks_;
    Placer placer_;
    Table table_{};
    std::vector<Cell> row_{};
    std::size_t figures_ = 0;
    bool coded_ = false;
    std::size_t most_codes_ = 0;
};

} // namespace tieout::detail

#endif
