// SPDX-License-Identifier: MIT
#include "read/formats/spaced.hpp"

#include "read/formats/printed.hpp"
#include "read/formats/starts.hpp"
#include "read/vocabulary/frame_lines.hpp"
#include "read/vocabulary/heads.hpp"
#include "read/vocabulary/lexicon.hpp"

#include <tieout/base/utf8.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace tieout::detail {

namespace {

constexpr std::size_t most_heads = 64;
constexpr std::size_t most_rows = 4000;
constexpr std::size_t most_cells = 1500;

/// A word of a line, or a line that is one cell.
struct Token {
    Span at{};
    Passage text{};
    bool figure = false;
    bool digits = false;
};

bool is_all_digits(std::string_view text) noexcept {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
/// 201, 20103, 2010301, or 03 in a column of its own.
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

// ── heads ────────────────────────────────────────────────────────────────────────────────────────────────────────────

enum class Slot : std::uint8_t { code, label, figure };

/// Columns of one block: codes, a label, figures.
struct BlockOfHeads {
    std::size_t first = 0; ///< its first column
    std::size_t codes = 0;
    std::size_t labels = 0;
    std::size_t figures = 0;
    /// Its first figure is the total of the others, and never blank.
    bool total_first = false;

    [[nodiscard]] std::size_t columns() const noexcept { return codes + labels + figures; }
};

bool is_year_head(std::string_view text) noexcept {
    // 2019, 2017-18
    if (text.size() < 4 || (!text.starts_with("19") && !text.starts_with("20"))) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; }) &&
           text.size() <= 9;
}

Slot slot_of(std::string_view head) {
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
    return names_rows(head) ? Slot::label : Slot::figure;
}

/// Whether the word is one that heads have.
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

/// The blocks that heads make; empty if they make none that rows could be read by.
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
        ++(slot == Slot::code ? blocks.back().codes : blocks.back().labels);
    }
    for (const BlockOfHeads& block : blocks)
        if (block.figures == 0 || block.labels > 1 || block.codes > 3) return {};
    return blocks;
}

// ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Label with its figures, as they stand in one line.
struct Segment {
    std::vector<Token> codes{};
    std::vector<Token> label{};
    std::vector<Token> figures{};
};

bool is_numbered(std::string_view text) noexcept {
    const std::size_t size = list_number_of(text);
    return size != 0 && size < text.size();
}
bool is_term(std::string_view text) {
    return known_part(text, true) != nullptr || known_line(text) != nullptr ||
           row_word_of(text) != RowWord::none;
}

/// The segments of a row. `coded` if some block has codes.
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

    std::optional<std::size_t> block_of(const Segment& segment) const {
        std::vector<std::size_t> possible;
        for (std::size_t b = 0; b < blocks_.size(); ++b)
            if (segment.figures.size() <= blocks_[b].figures && segment.codes.size() <= blocks_[b].codes)
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
        const std::string label = joined(segment.label);
        if (const std::size_t ordinal = ordinal_of(label); ordinal > 1) {
            const auto next = only([&](std::size_t b) { return ordinal_of(last_[b].label) + 1 == ordinal; });
            if (next) return next;
        }
        const bool spends = label.find("支出") != label.npos;
        const bool receives = label.find("收入") != label.npos || label.find("拨款") != label.npos;
        if (spends != receives)
            return only([&](std::size_t b) { return spends ? last_[b].expenditure : last_[b].income; });
        return std::nullopt;
    }

    void remember(std::size_t b, const Segment& segment) {
        Last& last = last_[b];
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
        for (const BlockOfHeads& block : blocks_) most = std::max(most, block.figures);
        return std::all_of(segments.begin(), segments.end(), [&](const Segment& segment) {
            return segment.figures.size() <= most && (labelled || segment.label.empty());
        });
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
        const std::size_t first = block.first + block.codes + block.labels;
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

// ── rows with single blanks ──────────────────────────────────────────────────────────────────────────────────────────

bool is_plain(const Line& line) noexcept {
    return !line.blank() && line.tabs == 0 && line.bars == 0 && !line.tabbed && !line.stop;
}

bool are_heads(const std::vector<Token>& tokens) {
    if (tokens.size() < 2 || tokens.size() > most_heads) return false;
    std::size_t known = 0;
    for (const Token& token : tokens) {
        const bool year = is_year_head(token.text.text);
        if (token.figure && !year) return false;
        known += is_head_word(token.text.text) ? 1 : 0;
    }
    return known * 2 > tokens.size();
}

/// Words of a label that was broken over lines around the line with its figures.
bool is_fragment(const std::vector<Token>& tokens) {
    return tokens.size() == 1 && !tokens.front().figure && !tokens.front().digits &&
           list_number_of(tokens.front().text.text) == 0 && !is_term(tokens.front().text.text);
}

bool lacks_label(const std::vector<Segment>& segments, const std::vector<BlockOfHeads>& blocks) {
    return segments.size() == 1 && blocks.size() == 1 && blocks.front().labels > 0 &&
           segments.front().label.empty() && !segments.front().figures.empty();
}

/// The first line from `at` on that is not blank; no more than a page break may stand between.
std::size_t behind_break(std::span<const Line> lines, std::size_t at) {
    constexpr std::size_t most_blank = 4;
    std::size_t next = at;
    while (next < lines.size() && next - at < most_blank && lines[next].blank()) ++next;
    return next;
}

} // namespace

std::optional<Table> spaced_rows(std::string_view source, std::span<const Line> lines, std::size_t at,
                                 std::size_t& end) {
    constexpr std::size_t most_head_lines = 3;
    end = at + 1;
    std::vector<std::vector<Token>> heads;
    std::size_t i = at;
    while (i < lines.size() && heads.size() < most_head_lines && is_plain(lines[i])) {
        std::vector<Token> tokens = tokens_of(source, lines[i]);
        if (!are_heads(tokens)) break;
        heads.push_back(std::move(tokens));
        ++i;
    }
    if (heads.empty() || i >= lines.size()) return std::nullopt;
    std::vector<Token>& leaf = heads.back();
    std::vector<BlockOfHeads> blocks = blocks_of_heads(leaf);
    if (blocks.empty()) return std::nullopt;
    // Years over rows whose names have no head.
    std::size_t shift = 0;
    const bool years = std::all_of(leaf.begin(), leaf.end(),
                                   [](const Token& token) { return is_year_head(token.text.text); });
    if (years && blocks.size() == 1) {
        shift = 1;
        blocks.front().labels = 1;
    }
    SpacedTable table(source, blocks, leaf.size() + shift);
    for (std::size_t h = 0; h + 1 < heads.size(); ++h) {
        if (heads[h].size() > leaf.size()) return std::nullopt;
        table.add_groups(heads[h]);
    }
    table.add_heads(leaf, shift);
    std::vector<Token> fragments;
    std::size_t with_figures = 0;
    bool half = false; // the words before a row without label may go on behind it
    std::vector<Segment> waiting;
    const auto flush = [&] {
        if (!waiting.empty()) table.add_row(std::move(waiting));
        waiting.clear();
        half = false;
    };
    std::size_t last = i;
    while (i < lines.size() && table.rows() < most_rows) {
        if (lines[i].blank()) {
            const std::size_t next = behind_break(lines, i);
            if (next >= lines.size() || lines[next].blank()) break;
            i = next;
            continue;
        }
        if (!is_plain(lines[i])) break;
        std::vector<Token> tokens = tokens_of(source, lines[i]);
        if (is_fragment(tokens) && blocks.size() == 1) {
            if (half) {
                Token& token = tokens.front();
                waiting.front().label.push_back(std::move(token));
                flush();
            } else {
                fragments.push_back(std::move(tokens.front()));
                if (fragments.size() > 3) break;
            }
            ++i;
            continue;
        }
        std::vector<Segment> segments = table.segments(std::move(tokens));
        if (!table.is_row(segments)) break;
        const bool figures = std::any_of(segments.begin(), segments.end(),
                                         [](const Segment& segment) { return !segment.figures.empty(); });
        // Words without figures are a row only where one with figures is still to come.
        if (!figures && blocks.size() == 1 && segments.front().label.size() > 2) break;
        flush();
        if (lacks_label(segments, blocks)) {
            half = !fragments.empty();
            for (Token& token : fragments) segments.front().label.push_back(std::move(token));
            fragments.clear();
            waiting = std::move(segments);
        } else {
            for (Token& token : fragments) {
                // A name by itself heads what follows.
                std::vector<Segment> alone(1);
                alone.front().label.push_back(std::move(token));
                table.add_row(std::move(alone));
            }
            fragments.clear();
            table.add_row(std::move(segments));
        }
        with_figures += figures ? 1 : 0;
        ++i;
        if (figures) last = i;
    }
    flush();
    const bool full_row = blocks.size() == 1 && blocks.front().labels == 0;
    if (with_figures < (full_row ? 1U : 2U)) return std::nullopt;
    // Words behind the last row with figures belong to it if they end its label.
    end = std::max(last, at + 1);
    if (i > last && i <= lines.size() && last < i) {
        const std::size_t tail = i - last;
        if (tail == 1 && !lines[last].blank()) end = i;
    }
    return table.finish();
}

std::optional<Table> cell_lines(std::string_view source, std::span<const Line> lines, std::size_t at,
                                std::size_t& end) {
    constexpr std::uint32_t widest = 60;
    const auto is_cell = [&](const Line& line) {
        const bool figure = line.digits > 0 && line.ideographs == 0; // with commas between its digits
        return !line.blank() && line.width <= widest && (!line.clause || figure) && line.gaps == 0 &&
               is_plain(line);
    };
    end = at + 1;
    std::vector<Token> heads;
    std::size_t i = at;
    for (; i < lines.size() && is_cell(lines[i]) && heads.size() < most_heads; ++i) {
        Token token = token_of(source, lines[i].text);
        if (heads.empty() && (token.figure || is_table_name(token.text.text) ||
                              is_unit_line(token.text.text) || !is_head_word(token.text.text)))
            return std::nullopt;
        if (token.figure) break;
        heads.push_back(std::move(token));
    }
    if (heads.size() < 3 || i >= lines.size() || !is_cell(lines[i])) return std::nullopt;
    // Data begin with a code, or with the name before the first figure.
    const Token first = token_of(source, lines[i].text);
    const bool coded = first.digits && is_code(first.text.text) &&
                       std::any_of(heads.begin(), heads.end(),
                                   [](const Token& head) { return slot_of(head.text.text) == Slot::code; });
    std::size_t begin = i;
    if (!coded) {
        heads.pop_back();
        --begin;
    }
    // Where the last row of heads begins: groups over it, one for each block, or none.
    for (std::size_t s = heads.size(); s-- > 0;) {
        const std::span<const Token> leaf = std::span<const Token>(heads).subspan(s);
        const std::vector<BlockOfHeads> blocks = blocks_of_heads(leaf);
        if (blocks.empty() || blocks.front().labels + blocks.front().codes == 0) continue;
        if (s != 0 && s != blocks.size()) continue;
        const std::size_t known = static_cast<std::size_t>(std::count_if(
            leaf.begin(), leaf.end(), [](const Token& head) { return is_head_word(head.text.text); }));
        if (known * 2 <= leaf.size()) continue;
        if (leaf.size() < 2) continue;
        SpacedTable table(source, blocks, leaf.size());
        if (s != 0) table.add_groups(std::span<const Token>(heads).first(s));
        table.add_heads(leaf, 0);
        std::vector<Token> stream;
        std::size_t line = begin;
        for (; line < lines.size() && is_cell(lines[line]) && stream.size() < most_cells; ++line)
            stream.push_back(token_of(source, lines[line].text));
        std::vector<Segment> segments = table.segments(std::move(stream));
        // Words behind the last figure are none of the table's.
        std::size_t used = segments.size();
        std::size_t unused = 0;
        while (used > 0 && segments[used - 1].figures.empty()) {
            unused += segments[used - 1].label.size() + segments[used - 1].codes.size();
            --used;
        }
        segments.resize(used);
        bool whole = segments.size() >= 2 && segments.size() % blocks.size() == 0;
        for (std::size_t k = 0; k < segments.size() && whole; ++k) {
            const BlockOfHeads& block = blocks[k % blocks.size()];
            whole = segments[k].label.size() <= 1 && segments[k].figures.size() <= block.figures &&
                    segments[k].codes.size() <= block.codes && !segments[k].figures.empty();
        }
        if (!whole) continue;
        for (std::size_t k = 0; k < segments.size(); k += blocks.size()) {
            std::vector<Segment> row;
            for (std::size_t b = 0; b < blocks.size(); ++b) row.push_back(std::move(segments[k + b]));
            table.add_row(std::move(row));
        }
        end = line - std::min(unused, line - at - 1);
        return table.finish();
    }
    return std::nullopt;
}

} // namespace tieout::detail
