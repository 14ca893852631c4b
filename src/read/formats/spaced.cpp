// SPDX-License-Identifier: MIT
#include "read/formats/spaced.hpp"
#include "read/vocabulary/frame_lines.hpp"

#include "read/formats/printed.hpp"
#include "read/formats/spaced_table.hpp"
#include "read/formats/spaced_words.hpp"
#include "read/formats/starts.hpp"
#include "read/vocabulary/frame_lines.hpp"
#include "read/vocabulary/heads.hpp"
#include "read/vocabulary/lexicon.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tieout::detail {

namespace {

// ── rows with single blanks ──────────────────────────────────────────────────────────────────────────────────────────

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

/// The lines of heads before rows: the one that names the columns, groups over it, and pieces of heads that were broken over
/// lines, which stand over and under the last columns.
struct HeadLines {
    std::vector<std::vector<Token>> groups{};
    std::vector<Token> leaf{};
    std::size_t end = 0;
};

void join_piece(Token& head, const Token& piece, bool before) {
    Passage joined = before ? piece.text : head.text;
    const Passage& rest = before ? head.text : piece.text;
    joined.text += rest.text;
    if (!joined.from.empty()) joined.from.pop_back();
    joined.from.insert(joined.from.end(), rest.from.begin(), rest.from.end());
    head.text = std::move(joined);
}

/// The known part that a part is one of: /expenditure/basic of /expenditure/basic/personnel.
std::string_view whole_of(std::string_view text) {
    const KnownPart* const part = known_part(text, true);
    if (part == nullptr) return {};
    const std::string_view pointer = part->pointer;
    return pointer.substr(0, pointer.rfind('/'));
}

/// Puts heads that are the parts of one in its place: 小计 人员经费 公用经费 under 基本支出. Whether they are.
bool put_parts(std::vector<Token>& leaf, std::vector<Token>& parts) {
    const RowWord first = row_word_of(parts.front().text.text);
    const bool subtotal = first == RowWord::total || first == RowWord::subtotal;
    const std::size_t begin = subtotal ? 1 : 0;
    if (parts.size() < begin + 2) return false;
    const std::string_view whole = whole_of(parts[begin].text.text);
    if (whole.empty()) return false;
    for (const Token& part : std::span(parts).subspan(begin))
        if (whole_of(part.text.text) != whole) return false;
    const auto over = std::find_if(leaf.begin(), leaf.end(), [&](const Token& head) {
        const KnownPart* const part = known_part(head.text.text, true);
        return part != nullptr && part->pointer == whole;
    });
    if (over == leaf.end()) return false;
    const auto behind = subtotal ? std::next(over) : leaf.erase(over);
    leaf.insert(behind, std::make_move_iterator(parts.begin() + static_cast<std::ptrdiff_t>(begin)),
                std::make_move_iterator(parts.end()));
    return true;
}

HeadLines head_lines(std::string_view source, std::span<const Line> lines, std::size_t at) {
    constexpr std::size_t most_head_lines = 6;
    constexpr std::size_t longest_piece = 36;
    std::vector<std::vector<Token>> all;
    std::size_t leaf = most_head_lines;
    std::size_t i = at;
    for (; i < lines.size() && all.size() < most_head_lines && is_plain(lines[i]); ++i) {
        std::vector<Token> tokens = tokens_of(source, lines[i]);
        const bool heads = are_heads(tokens);
        const bool pieces =
            tokens.size() >= 2 && std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
                return !token.figure && list_number_of(token.text.text) == 0 &&
                       token.text.text.size() <= longest_piece;
            });
        if (!heads && !pieces) break;
        if (heads && (leaf == most_head_lines || tokens.size() >= all[leaf].size())) leaf = all.size();
        all.push_back(std::move(tokens));
    }
    HeadLines found{.end = i};
    if (leaf == most_head_lines) return found;
    found.leaf = std::move(all[leaf]);
    const std::size_t blocks = blocks_of_heads(found.leaf).size();
    for (std::size_t k = all.size(); k-- > 0;) {
        if (k == leaf) continue;
        std::vector<Token>& tokens = all[k];
        if (k < leaf && (tokens.size() == blocks || are_heads(tokens))) {
            if (tokens.size() > found.leaf.size()) return {.end = at + 1};
            found.groups.insert(found.groups.begin(), std::move(tokens));
            continue;
        }
        if (k > leaf && put_parts(found.leaf, tokens)) continue;
        if (tokens.size() >= found.leaf.size()) return {.end = at + 1};
        const std::size_t first = found.leaf.size() - tokens.size();
        for (std::size_t t = 0; t < tokens.size(); ++t)
            join_piece(found.leaf[first + t], tokens[t], k < leaf);
    }
    return found;
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

/// Where no head is one of names, and the first row prints a name and a figure for every other head, the first is over the
/// names whatever it says: 年度预算申请 年初预算数 全年预算数.
void take_names_head(std::vector<BlockOfHeads>& blocks, const std::vector<Token>& row) {
    if (blocks.size() != 1 || blocks.front().columns() != blocks.front().figures || row.size() < 2) return;
    const auto figures =
        std::count_if(row.begin(), row.end(), [](const Token& token) { return token.figure; });
    if (row.front().figure || static_cast<std::size_t>(figures) + 1 != row.size() ||
        row.size() != blocks.front().figures)
        return;
    blocks.front().labels = 1;
    --blocks.front().figures;
    blocks.front().total_first = false;
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
    end = at + 1;
    HeadLines heads = head_lines(source, lines, at);
    std::size_t i = heads.end;
    if (heads.leaf.empty() || i >= lines.size()) return std::nullopt;
    std::vector<Token>& leaf = heads.leaf;
    std::vector<BlockOfHeads> blocks = blocks_of_heads(leaf);
    if (blocks.empty()) return std::nullopt;
    take_names_head(blocks, tokens_of(source, lines[i]));
    // Years over rows whose names have no head.
    std::size_t shift = 0;
    const bool years = std::all_of(leaf.begin(), leaf.end(),
                                   [](const Token& token) { return is_year_head(token.text.text); });
    if (years && blocks.size() == 1) {
        shift = 1;
        blocks.front().labels = 1;
    }
    SpacedTable table(source, blocks, leaf.size() + shift);
    for (const std::vector<Token>& groups : heads.groups) table.add_groups(groups);
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
    while (i < lines.size() && table.rows() < most_spaced_rows) {
        if (lines[i].blank()) {
            const std::size_t next = behind_break(lines, i);
            if (next >= lines.size() || lines[next].blank()) break;
            i = next;
            continue;
        }
        if (!is_plain(lines[i])) break;
        if (repeats_head(source, lines, at, i)) {
            ++i;
            continue;
        }
        std::vector<Token> tokens = tokens_of(source, lines[i]);
        // The rest of the name of a row that waits, or a name that begins above its row.
        const bool rest = !waiting.empty() && (half || waiting.front().figures.empty());
        if (is_fragment(tokens) && (blocks.size() == 1 || rest)) {
            if (rest) {
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
        // Figures by themselves are of the name above them, where it has none.
        const bool bare =
            segments.size() == 1 && segments.front().label.empty() && segments.front().codes.empty();
        if (bare && figures && waiting.size() == 1 && waiting.front().figures.empty()) {
            waiting.front().figures = std::move(segments.front().figures);
            half = true;
            ++with_figures;
            last = ++i;
            continue;
        }
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
            const bool may_go_on = segments.size() == 1 && blocks.size() > 1 && !figures;
            if (may_go_on)
                waiting = std::move(segments);
            else
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
            // A row that lacks figures is one only where a code or a total before them says what is left.
            const bool filled =
                segments[k].figures.size() == block.numbers() ||
                (segments[k].figures.size() < block.numbers() && (block.total_first || block.codes > 0));
            whole = segments[k].label.size() <= 1 && filled && segments[k].codes.size() <= block.codes &&
                    !segments[k].figures.empty();
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
