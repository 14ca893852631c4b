// SPDX-License-Identifier: MIT
#include "read/formats/spaced.hpp"

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

// ── codes with their figures, one behind the other ───────────────────────────────────────────────────────────────────

/// A row of a stream: code, name, figures.
struct CodedRow {
    std::string code{};
    std::vector<Token> codes{};
    std::vector<Token> name{};
    std::vector<Token> figures{};
    /// Heads followed its figures: the last of them may stand for something else.
    bool broken_off = false;
};

struct CodedStream {
    std::vector<Token> heads{};
    std::vector<CodedRow> rows{};
    std::size_t codes = 0;
    std::size_t end = 0;
};

bool is_total_label(std::string_view text) noexcept {
    const RowWord word = row_word_of(text);
    return word == RowWord::total || word == RowWord::grand;
}
bool is_figure_head(std::string_view text) {
    return slot_of(text) == Slot::figure && is_head_word(text) && !is_year_head(text);
}

/// The tokens of the lines from `at` on, up to words that no table has.
std::vector<Token> stream_of(std::string_view source, std::span<const Line> lines, std::size_t at,
                             std::size_t most, std::vector<std::size_t>& line_of) {
    constexpr std::size_t most_blank = 5;
    constexpr std::uint32_t widest = 160;
    std::vector<Token> tokens;
    std::size_t blank = 0;
    for (std::size_t i = at; i < lines.size() && tokens.size() < most; ++i) {
        const Line& line = lines[i];
        if (line.blank()) {
            if (++blank > most_blank) break;
            continue;
        }
        blank = 0;
        const bool figures = line.digits > 0 && line.ideographs == 0;
        if (line.stop || (line.clause && !figures && line.amounts > 0) || line.tabs + line.bars > 0 ||
            line.width > widest)
            break;
        std::vector<Token> more = tokens_of(source, line);
        if (more.size() == 1 &&
            (is_table_name(more.front().text.text) || is_unit_line(more.front().text.text)))
            break;
        if (!more.empty() &&
            (more.front().text.text.starts_with("注：") || more.front().text.text.starts_with("说明：")))
            break;
        for (Token& token : more) {
            tokens.push_back(std::move(token));
            line_of.push_back(i);
        }
    }
    return tokens;
}

/// 支出预算 above 合计, 基本支出 and 项目支出 heads all of them and no column, where each row has as many figures as there are others.
void drop_group_head(CodedStream& stream) {
    std::vector<Token>& heads = stream.heads;
    if (heads.size() < 3 || is_total_label(heads[0].text.text) || !is_total_label(heads[1].text.text)) return;
    const bool fewer = std::all_of(stream.rows.begin(), stream.rows.end(), [&](const CodedRow& row) {
        return row.figures.size() + 1 == heads.size();
    });
    if (fewer) heads.erase(heads.begin());
}

std::optional<CodedStream> coded_stream(std::string_view source, std::span<const Line> lines,
                                        std::size_t at) {
    constexpr std::size_t longest_head = 48;
    std::vector<std::size_t> line_of;
    std::vector<Token> tokens = stream_of(source, lines, at, longest_head + 2, line_of);
    const auto is_whole_code = [&](std::size_t i) {
        const std::string& text = tokens[i].text.text;
        return tokens[i].digits && text.size() != 2 && is_code(text);
    };
    std::size_t first = 0;
    while (first < tokens.size() && first <= longest_head && !is_whole_code(first)) ++first;
    if (first >= tokens.size() || first > longest_head || first < 2) return std::nullopt;
    line_of.clear();
    tokens = stream_of(source, lines, at, 4 * most_cells, line_of);
    CodedStream stream;
    CodedRow total;
    for (std::size_t i = 0; i < first; ++i) {
        Token& token = tokens[i];
        if (token.figure) {
            total.figures.push_back(std::move(token));
            continue;
        }
        const std::string& text = token.text.text;
        const bool before_figure = i + 1 < tokens.size() && tokens[i + 1].figure && !is_whole_code(i + 1);
        const bool label = is_total_label(text) && is_bare_total(text) &&
                           (before_figure || (!total.figures.empty() && total.name.empty()));
        if (label)
            total.name.push_back(std::move(token));
        else if (is_figure_head(text) &&
                 std::none_of(stream.heads.begin(), stream.heads.end(),
                              [&](const Token& head) { return head.text.text == text; }))
            stream.heads.push_back(std::move(token));
    }
    if (stream.heads.empty() || (!total.figures.empty() && total.name.empty())) return std::nullopt;
    if (!total.figures.empty()) stream.rows.push_back(std::move(total));
    std::size_t coded = 0;
    std::size_t longer = 0;
    std::vector<Token> pending;
    stream.end = at + 1;
    for (std::size_t i = first; i < tokens.size();) {
        CodedRow row;
        if (is_whole_code(i)) {
            row.code = tokens[i].text.text;
            row.codes.push_back(std::move(tokens[i++]));
            while (i < tokens.size() && tokens[i].digits && tokens[i].text.text.size() == 2 &&
                   row.code.size() < 7) {
                row.code += tokens[i].text.text;
                row.codes.push_back(std::move(tokens[i++]));
            }
            ++coded;
            longer += row.code.size() > 3 ? 1 : 0;
            stream.codes = std::max(stream.codes, row.codes.size());
        } else if (!tokens[i].figure && is_total_label(tokens[i].text.text)) {
            row.name.push_back(std::move(tokens[i++]));
        } else {
            // Part of a name, or words of another page: they name nothing by themselves.
            if (!stream.rows.empty() && is_head_word(tokens[i].text.text))
                stream.rows.back().broken_off = true;
            if (pending.size() > 8) break;
            pending.push_back(std::move(tokens[i++]));
            continue;
        }
        while (i < tokens.size() && !tokens[i].figure && !is_total_label(tokens[i].text.text) &&
               row.name.size() < 4)
            row.name.push_back(std::move(tokens[i++]));
        if (row.name.empty() && !pending.empty()) row.name = std::move(pending);
        pending.clear();
        while (i < tokens.size() && tokens[i].figure && !is_whole_code(i))
            row.figures.push_back(std::move(tokens[i++]));
        stream.rows.push_back(std::move(row));
        stream.end = line_of[i - 1] + 1;
    }
    if (coded < 3 || longer == 0) return std::nullopt;
    drop_group_head(stream);
    return stream;
}

/// How many of the heads have figures at all: as many as the total has, where it is plain which they are.
std::size_t used_heads(const CodedStream& stream) {
    const std::vector<Token>& heads = stream.heads;
    std::size_t most = 0;
    std::size_t of_total = 0;
    for (const CodedRow& row : stream.rows) {
        most = std::max(most, row.figures.size());
        if (row.code.empty()) of_total = std::max(of_total, row.figures.size());
    }
    if (of_total != 0 && of_total >= most) most = of_total;
    if (most >= heads.size() || heads.size() < 3) return heads.size();
    const auto item = [&](std::size_t h) {
        const KnownPart* const part = known_part(heads[h].text.text, true);
        return part == nullptr ? std::string_view() : part->pointer;
    };
    // 合计, 基本支出, 项目支出 go before what is remitted, spent in business or handed on; 财政拨款收入 before other income.
    const bool by_type = most == 3 && item(1) == "/expenditure/basic" && item(2) == "/expenditure/project";
    const bool by_fund = most == 2 && most == of_total && scope_in(heads[1].text.text) == "财政拨款";
    return by_type || by_fund ? most : heads.size();
}

} // namespace

std::optional<Table> coded_cells(std::string_view source, std::span<const Line> lines, std::size_t at,
                                 std::size_t& end) {
    end = at + 1;
    // Heads of such tables begin with these.
    const std::vector<Token> first = tokens_of(source, lines[at]);
    if (first.empty() || first.size() > most_heads ||
        std::none_of(first.begin(), first.end(),
                     [](const Token& token) { return is_head_word(token.text.text); }))
        return std::nullopt;
    std::optional<CodedStream> stream = coded_stream(source, lines, at);
    if (!stream) return std::nullopt;
    const std::size_t used = used_heads(*stream);
    const RowWord word = row_word_of(stream->heads.front().text.text);
    const bool total_first = word == RowWord::total || word == RowWord::subtotal;
    BlockOfHeads block{.codes = stream->codes, .labels = 1, .figures = used, .total_first = total_first};
    SpacedTable table(source, {block}, block.columns());
    table.add_coded_heads(stream->heads, block);
    for (CodedRow& row : stream->rows) {
        Segment segment{
            .codes = std::move(row.codes), .label = std::move(row.name), .figures = std::move(row.figures)};
        table.add_segment(std::move(segment), row.broken_off);
    }
    end = stream->end;
    return table.finish();
}

} // namespace tieout::detail
