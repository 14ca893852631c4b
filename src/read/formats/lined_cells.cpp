// SPDX-License-Identifier: MIT
//
// One cell a line, and an empty line for each empty cell, as tables of word processors come out as text:
//
//     科目名称
//     合计
//     基本支出
//     项目支出
//     教育支出
//     90.5
//
//     90.5
//
// How many columns there are is told by the head, and shown by the rows: in each the label and the figures stand where they do in
// the others. A cell over several columns leaves its others empty; one over several rows is left out of the lower ones, or empty.
#include "read/formats/printed_ways.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "read/formats/spaced_words.hpp"
#include "read/vocabulary/frame_lines.hpp"

namespace tieout::detail {

namespace {

constexpr std::size_t fewest_columns = 2;
constexpr std::size_t most_lined_columns = 24;
constexpr std::size_t most_lined_cells = 20'000;

enum class Content : std::uint8_t { blank, word, whole, decimal };

struct LinedCell {
    Span text{};
    std::uint32_t line = 0;
    Content content = Content::blank;
};

std::uint32_t line_ends(std::string_view between) {
    std::uint32_t ends = 0;
    for (std::size_t i = 0; i < between.size(); ++i)
        ends +=
            between[i] == '\n' || (between[i] == '\r' && (i + 1 == between.size() || between[i + 1] != '\n'))
                ? 1U
                : 0U;
    return ends;
}

Content content_of(const std::string& text) {
    if (!is_figure(text)) return Content::word;
    const bool digits = text.find_first_of("0123456789") != std::string::npos;
    return text.find_first_of(".,%") != std::string::npos && digits ? Content::decimal : Content::whole;
}

/// Cells from a line on, up to one that no table has.
class CellStream {
  public:
    CellStream(std::string_view source, std::span<const Line> lines, std::size_t at)
        : source_(source), lines_(lines), next_(at) {}

    /// The cell with this number; nullptr behind the last.
    const LinedCell* at(std::size_t i) {
        while (cells_.size() <= i && !ended_) read();
        return i < cells_.size() ? &cells_[i] : nullptr;
    }
    /// The line with which the cell begins, or that behind the last cell.
    [[nodiscard]] std::size_t line_behind(std::size_t i) {
        const LinedCell* const cell = at(i);
        return cell != nullptr ? cell->line : std::size_t{cells_.back().line} + 1;
    }
    [[nodiscard]] std::string_view source() const noexcept { return source_; }

  private:
    void read() {
        constexpr std::uint32_t widest = 80;
        if (next_ >= lines_.size() || cells_.size() >= most_lined_cells) return end();
        const Line& line = lines_[next_];
        if (line.tabs + line.bars > 0 || line.tabbed || line.stop || line.gaps > 0 || line.width > widest)
            return end();
        LinedCell cell{line.text, static_cast<std::uint32_t>(next_)};
        if (line.characters > 0) cell.content = content_of(passage_of(source_, line.text).text);
        cells_.push_back(cell);
        // Of many empty lines only two have been kept.
        if (next_ + 1 < lines_.size() && line.characters == 0) {
            const std::uint32_t from = line.whole.end;
            const std::uint32_t ends = line_ends(source_.substr(from, lines_[next_ + 1].whole.begin - from));
            for (std::uint32_t more = 1; more < ends && cells_.size() < most_lined_cells; ++more)
                cells_.push_back({{from, from}, cell.line});
        }
        ++next_;
    }
    void end() noexcept { ended_ = true; }

    std::string_view source_;
    std::span<const Line> lines_;
    std::size_t next_;
    std::vector<LinedCell> cells_{};
    bool ended_ = false;
};

/// The stream cut into rows of a number of columns.
class Cut {
  public:
    Cut(CellStream& cells, std::size_t columns) : cells_(cells), columns_(columns), kinds_(columns) {}

    /// Whether there is a head, and rows that fit it. `full`: cells over several rows leave empty lines in the lower ones.
    bool make(bool full) {
        std::vector<std::size_t> open(columns_);
        for (std::size_t c = 0; c < columns_; ++c) open[c] = c;
        constexpr std::size_t most_levels = 4;
        while (!open.empty() && levels_ < most_levels)
            if (!take_heads(open, full)) return false;
        if (!open.empty() || head_words_ < 2) return false;
        take_numbers();
        heads_ = rows_.size();
        // What shows nothing in its first rows is no table, however long it goes on.
        constexpr std::size_t first_rows = 12;
        while (take_row())
            if (rows_.size() - heads_ == first_rows && (!has_decimals() || !is_one_table())) return false;
        return fits();
    }
    [[nodiscard]] std::size_t taken() const noexcept { return next_; }
    [[nodiscard]] Rows rows(std::string_view source) const {
        Rows made;
        std::uint32_t place = cells_.at(0)->text.begin;
        for (const std::vector<std::size_t>& row : rows_) {
            std::vector<Cell>& cells = made.emplace_back();
            for (const std::size_t at : row) {
                const LinedCell* const lined = at == none ? nullptr : cells_.at(at);
                if (lined != nullptr) place = lined->text.begin;
                const bool blank = lined == nullptr || lined->content == Content::blank;
                cells.emplace_back().text = passage_of(source, blank ? Span{place, place} : lined->text);
            }
        }
        return made;
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// One row of heads under those that reach over several columns; `open` becomes those of it that do.
    bool take_heads(std::vector<std::size_t>& open, bool full) {
        std::vector<std::size_t> row(columns_, none);
        std::vector<std::size_t> wider;
        std::size_t last = none;
        bool counted = false;
        const bool all = full && levels_ > 0;
        for (std::size_t i = 0; i < (all ? columns_ : open.size()); ++i) {
            const std::size_t column = all ? i : open[i];
            const LinedCell* const cell = cells_.at(next_);
            if (cell == nullptr) return false;
            row[column] = next_++;
            const bool within = std::find(open.begin(), open.end(), column) != open.end();
            if (cell->content == Content::blank) {
                if (!within) {
                    last = none;
                    continue;
                }
                if (last == none || last + 1 != column) return false;
                if (!counted) wider.push_back(last_named_);
                counted = true;
                wider.push_back(column);
            } else {
                if (cell->content != Content::word || !within) return false;
                const std::string text = passage_of(cells_.source(), cell->text).text;
                if (is_table_name(text) || is_unit_line(text)) return false;
                head_words_ += is_head_word(text) || slot_of(text) == Slot::figure ? 1U : 0U;
                last_named_ = column;
                counted = false;
            }
            last = column;
        }
        rows_.push_back(std::move(row));
        ++levels_;
        open = std::move(wider);
        return true;
    }
    /// 栏次 | 1 | 2
    void take_numbers() {
        std::vector<std::size_t> row;
        const LinedCell* const first = cells_.at(next_);
        if (first == nullptr || first->content != Content::word) return;
        const std::string text = passage_of(cells_.source(), first->text).text;
        if (text != "栏次" && text != "行次") return;
        for (std::size_t c = 0; c < columns_; ++c) {
            if (cells_.at(next_ + c) == nullptr || cells_.at(next_ + c)->content == Content::decimal) return;
            row.push_back(next_ + c);
        }
        next_ += columns_;
        rows_.push_back(std::move(row));
    }
    /// A row of a label and figures, each kind in columns of its own.
    bool take_row() {
        std::vector<std::size_t> row;
        bool word = false;
        bool figures = true;
        std::vector<Kind> kinds = kinds_;
        for (std::size_t c = 0; c < columns_; ++c) {
            const LinedCell* const cell = cells_.at(next_ + c);
            // Empty cells at the end of a text are not printed.
            const Content content = cell == nullptr ? Content::blank : cell->content;
            if (cell == nullptr && c == 0) return false;
            row.push_back(cell == nullptr ? none : next_ + c);
            word = word || content == Content::word;
            figures = figures && content != Content::word;
            kinds[c].word = kinds[c].word || content == Content::word;
            kinds[c].decimal = kinds[c].decimal || content == Content::decimal;
            if (kinds[c].word && kinds[c].decimal) return false;
        }
        const std::size_t body = rows_.size() - heads_;
        // A row of nothing but figures is the only one, under heads of several levels.
        constexpr std::size_t fewest_of_figures = 6;
        if (!word && (!figures || body != 0 || levels_ < 2 || columns_ < fewest_of_figures)) return false;
        if (!word && std::all_of(row.begin(), row.end(), [&](std::size_t at) {
                return at == none || cells_.at(at)->content == Content::blank;
            }))
            return false;
        if (only_figures_) return false;
        only_figures_ = !word;
        kinds_ = std::move(kinds);
        next_ += columns_;
        rows_.push_back(std::move(row));
        return true;
    }
    /// Whether the rows show that they were cut right, and what follows is none of them.
    [[nodiscard]] bool fits() {
        const std::size_t body = rows_.size() - heads_;
        const LinedCell* const behind = cells_.at(next_);
        if (!has_decimals() || (behind != nullptr && behind->content == Content::decimal)) return false;
        if (!is_one_table()) return false;
        return body >= 2 || (body == 1 && only_figures_);
    }

    [[nodiscard]] bool has_decimals() const {
        return std::any_of(kinds_.begin(), kinds_.end(), [](const Kind& kind) { return kind.decimal; });
    }
    /// Where no cell is empty, two tables beside each other look the same: 项目, 决算数, 项目, 决算数.
    [[nodiscard]] bool is_one_table() {
        for (std::size_t i = 0; i < next_; ++i)
            if (const LinedCell* const cell = cells_.at(i);
                cell != nullptr && cell->content == Content::blank)
                return true;
        std::vector<std::string> heads;
        for (std::size_t level = 0; level < levels_; ++level)
            for (const std::size_t at : rows_[level])
                if (at != none) heads.push_back(passage_of(cells_.source(), cells_.at(at)->text).text);
        std::sort(heads.begin(), heads.end());
        return columns_ > 2 && std::adjacent_find(heads.begin(), heads.end()) == heads.end();
    }
    struct Kind {
        bool word = false;
        bool decimal = false;
    };

    CellStream& cells_;
    std::size_t columns_;
    std::vector<Kind> kinds_;
    std::vector<std::vector<std::size_t>> rows_{};
    std::size_t next_ = 0;
    std::size_t levels_ = 0;
    std::size_t heads_ = 0;
    std::size_t head_words_ = 0;
    std::size_t last_named_ = none;
    bool only_figures_ = false;
};

} // namespace

std::optional<Table> lined_cells(std::string_view source, std::span<const Line> lines, std::size_t at,
                                 std::size_t& end) {
    end = at + 1;
    if (!is_head_word(passage_of(source, lines[at].text).text)) return std::nullopt;
    // Heads are not as many as that; where no figure follows, there is no table.
    constexpr std::size_t most_head_lines = 96;
    std::size_t figure = at;
    while (figure < lines.size() && figure - at < most_head_lines &&
           (lines[figure].digits == 0 || lines[figure].ideographs > 0))
        ++figure;
    if (figure == lines.size() || figure - at == most_head_lines) {
        end = figure - (figure - at) / 2;
        return std::nullopt;
    }
    CellStream cells(source, lines, at);
    std::optional<Cut> best;
    for (std::size_t columns = fewest_columns; columns <= most_lined_columns; ++columns)
        for (const bool full : {false, true}) {
            Cut cut(cells, columns);
            if (cut.make(full) && (!best || cut.taken() > best->taken())) best.emplace(std::move(cut));
        }
    if (!best) return std::nullopt;
    std::optional<Table> table = table_of(best->rows(source));
    if (!table) return std::nullopt;
    end = cells.line_behind(best->taken());
    return placed(std::move(table), Placing::counted);
}

} // namespace tieout::detail
