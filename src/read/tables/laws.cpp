// SPDX-License-Identifier: MIT
#include "read/tables/laws.hpp"

#include "read/tables/law_search.hpp"
#include "read/vocabulary/line_words.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace tieout::detail {

namespace {

/// Rows and columns that are searched: beyond them a table is a list, and what it says stands in its columns.
constexpr std::size_t most_lines = 1500;
constexpr std::size_t most_columns_searched = 120;
constexpr std::size_t most_statements = 20'000;

/// The number of a cell, as the search takes it.
std::optional<LawNumber> law_number(const Figure& figure) {
    if (figure.state != State::value) return std::nullopt;
    Decimal value = figure.value;
    const int printed = value.scale;
    // Zeros at the end that a spreadsheet has printed say nothing of the digits that there are.
    int scale = value.scale;
    constexpr std::int64_t limit = 1'000'000'000'000'000;
    const std::string digits = to_string(value);
    std::int64_t number = 0;
    bool negative = false;
    for (const char c : digits) {
        if (c == '-') negative = true;
        if (c < '0' || c > '9') continue;
        if (number > limit) return std::nullopt;
        number = number * 10 + (c - '0');
    }
    while (scale > 0 && number % 10 == 0) {
        number /= 10;
        --scale;
    }
    if (scale < 0 || scale > 9 || printed > 9) return std::nullopt;
    return LawNumber{negative != (figure.sense < 0) ? -number : number, static_cast<std::int8_t>(scale),
                     static_cast<std::int8_t>(printed)};
}

/// The mention of each cell, by its address.
class CellMentions {
  public:
    CellMentions(const Sheet& sheet, std::size_t first, Draft& draft)
        : sheet_(sheet), first_(first), draft_(draft) {}

    /// The mention of the number in a cell, made if there is none yet.
    MentionId of(std::uint32_t row, std::uint32_t column) {
        if (ids_.empty()) take_mentions();
        const Cell* const cell = sheet_.grid.cell(row, column);
        const std::uint32_t left_out = cell == nullptr ? 0 : cell->left_out;
        const auto [found, added] = ids_.emplace(
            key(sheet_.table.first_row + row + left_out + 1, sheet_.table.first_column + column + 1),
            no_mention);
        if (!added) return found->second;
        Mention mention;
        mention.figure = sheet_.figure(row, column, std::nullopt, label_of(row), {});
        mention.subject = mention.figure.label;
        mention.why = "a number of the table";
        return found->second = draft_.add(std::move(mention));
    }

  private:
    /// Only when the first is asked for: most tables say nothing that their words do not say.
    void take_mentions() {
        for (std::size_t i = first_; i < draft_.mentions.size(); ++i) {
            const Figure& figure = draft_.mentions[i].figure;
            if (figure.cell_row == 0 || figure.cell_column == 0) continue;
            ids_.emplace(key(figure.cell_row, figure.cell_column), static_cast<MentionId>(i));
        }
    }
    static std::uint64_t key(std::uint32_t row, std::uint32_t column) noexcept {
        return (std::uint64_t{row} << 32U) | column;
    }
    [[nodiscard]] std::string_view label_of(std::uint32_t row) const {
        for (std::uint32_t c = 0; c < sheet_.grid.columns(); ++c)
            if (sheet_.grid.kind(row, c) == CellKind::words) return sheet_.grid.text(row, c);
        return {};
    }

    const Sheet& sheet_;
    std::size_t first_;
    Draft& draft_;
    std::unordered_map<std::uint64_t, MentionId> ids_{};
};

/// The figures that a statement takes part of, as one key.
std::string key_of(const Reading& reading) {
    std::vector<MentionId> ids;
    if (reading.subject != no_mention) ids.push_back(reading.subject);
    for (const auto* terms : {&reading.first, &reading.second})
        for (const MentionTerm& term : *terms) ids.push_back(term.figure);
    std::sort(ids.begin(), ids.end());
    std::string key;
    for (const MentionId id : ids) {
        key.append(reinterpret_cast<const char*>(&id), sizeof id);
    }
    return key;
}

/// Whether the words relate half of the figures already.
bool said_by_words(const Draft& draft, std::size_t first_mention, std::size_t first_statement) {
    std::vector<bool> related(draft.mentions.size());
    std::size_t count = 0;
    const auto relate = [&](MentionId id) {
        if (id == no_mention || related[id]) return;
        related[id] = true;
        ++count;
    };
    for (std::size_t s = first_statement; s < draft.statements.size(); ++s)
        for (const Reading& reading : draft.statements[s].readings) {
            relate(reading.subject);
            for (const auto* terms : {&reading.first, &reading.second})
                for (const MentionTerm& term : *terms) relate(term.figure);
        }
    return count * 2 >= draft.mentions.size() - first_mention && count != 0;
}

struct Searched {
    LawLines rows{};
    LawLines columns{};
    LineNames row_names{};
    LineNames column_names{};
};

void take_name(std::string_view text, std::size_t line, LineNames& names) {
    const LineWords words = line_words_in(text);
    if (words.total) names.total[line] = true;
    if (words.average) names.average[line] = true;
    if (words.rate) names.rate[line] = true;
}

Searched numbers_of(const Sheet& sheet) {
    const Grid& grid = sheet.grid;
    const std::uint32_t columns = grid.columns();
    Searched found;
    // The rows of a list are not searched.
    const bool by_rows = grid.rows() <= most_lines;
    if (by_rows) found.rows.assign(grid.rows(), std::vector<std::optional<LawNumber>>(columns));
    found.columns.assign(columns, std::vector<std::optional<LawNumber>>(grid.rows()));
    found.row_names.resize(grid.rows());
    found.column_names.resize(columns);
    Figure figure;
    for (std::uint32_t r = 0; r < grid.rows(); ++r) {
        for (std::uint32_t c = 0; c < columns; ++c) {
            if (!grid.begins(r, c)) continue;
            const std::string_view text = grid.text(r, c);
            if (grid.kind(r, c) == CellKind::words) {
                constexpr std::uint32_t first_cells = 3;
                constexpr std::uint32_t first_rows = 8;
                if (c < first_cells) take_name(text, r, found.row_names);
                if (r < first_rows) take_name(text, c, found.column_names);
            }
            if (grid.kind(r, c) != CellKind::number) continue;
            static_cast<void>(kind_of_cell(text, figure));
            found.columns[c][r] = law_number(figure);
            if (by_rows) found.rows[r][c] = found.columns[c][r];
        }
    }
    return found;
}

Kind kind_of(Law::Kind kind) noexcept {
    switch (kind) {
    case Law::Kind::sum:
        return Kind::sum;
    case Law::Kind::average:
        return Kind::average;
    case Law::Kind::quotient:
        return Kind::ratio;
    case Law::Kind::change:
        break;
    }
    return Kind::growth;
}

/// The lines of a law that take part where they are left blank. Those that are filled in now and then do, and where the lines
/// follow each other so do the lines without numbers between them that have a name, and the last ones that are named and not
/// filled in yet. A blank row without a name only parts the others, and the name of a group stands at its head.
class BlankLines {
  public:
    BlankLines(const Grid& grid, const LawLines& lines, bool of_rows)
        : grid_(grid), lines_(lines), of_rows_(of_rows) {}

    [[nodiscard]] std::vector<std::size_t> of(const Law& law) const {
        constexpr std::size_t fewest = 3; // two are added up one by one
        std::vector<std::size_t> found;
        for (const std::size_t line : law.lines)
            if (is_filled_in(law, line)) found.push_back(line);
        if (law.range && law.lines.size() >= fewest) add_empty(law, found);
        return found;
    }

  private:
    /// A line without a name that has a number in one place is none of the list in the others.
    [[nodiscard]] bool is_filled_in(const Law& law, std::size_t line) const {
        const auto filled = std::count_if(law.holds.begin(), law.holds.end(),
                                          [&](std::size_t place) { return lines_[line][place].has_value(); });
        return filled > 1 || law.holds.size() < 3 || is_named(line);
    }
    void add_empty(const Law& law, std::vector<std::size_t>& found) const {
        const auto [low, high] = std::minmax_element(law.lines.begin(), law.lines.end());
        const auto has = [](const std::vector<std::size_t>& all, std::size_t line) {
            return std::find(all.begin(), all.end(), line) != all.end();
        };
        std::vector<std::size_t> empty;
        for (std::size_t line = *low + 1; line < *high; ++line) {
            if (has(law.lines, line) || (has_no_number(line) && names_what_follows(line))) continue;
            if (has(law.empty, line) || (has_no_number(line) && (!of_rows_ || is_named(line))))
                empty.push_back(line);
            // Lines that are left out are parts of its parts: then it is no range.
            else if (!has_no_number(line))
                return;
        }
        for (std::size_t line = *high + 1; line < law.subject && is_open(law, line); ++line)
            empty.push_back(line);
        found.insert(found.end(), empty.begin(), empty.end());
    }
    /// Whether the line is named, and its places still to be filled in.
    [[nodiscard]] bool is_open(const Law& law, std::size_t line) const {
        return is_named(line) &&
               (has_no_number(line) ||
                std::find(law.empty.begin(), law.empty.end(), line) != law.empty.end()) &&
               std::all_of(law.holds.begin(), law.holds.end(),
                           [&](std::size_t place) { return says_nothing(line, place); });
    }
    /// Nothing stands there, or a mark: #, x, *.
    [[nodiscard]] bool says_nothing(std::size_t line, std::size_t place) const {
        const std::string_view said = text(line, place);
        const auto is_of_word = [](char c) {
            return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
                   (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        };
        return kind(line, place) != CellKind::number &&
               std::adjacent_find(said.begin(), said.end(), [&](char a, char b) {
                   return is_of_word(a) && is_of_word(b);
               }) == said.end();
    }
    /// - Group, - share of joint ventures: what stands over rows with dashes names them, and has no number of its own.
    [[nodiscard]] bool names_what_follows(std::size_t line) const {
        return of_rows_ && line + 1 < lines_.size() && !begins_with_dash(line) && begins_with_dash(line + 1);
    }
    [[nodiscard]] bool begins_with_dash(std::size_t line) const {
        for (std::size_t i = 0; i < grid_.columns(); ++i)
            if (kind(line, i) == CellKind::words) return text(line, i).starts_with('-');
        return false;
    }
    [[nodiscard]] std::string_view text(std::size_t line, std::size_t place) const {
        return grid_.text(static_cast<std::uint32_t>(of_rows_ ? line : place),
                          static_cast<std::uint32_t>(of_rows_ ? place : line));
    }
    [[nodiscard]] CellKind kind(std::size_t line, std::size_t place) const {
        return grid_.kind(static_cast<std::uint32_t>(of_rows_ ? line : place),
                          static_cast<std::uint32_t>(of_rows_ ? place : line));
    }
    [[nodiscard]] bool has_no_number(std::size_t line) const {
        return std::none_of(lines_[line].begin(), lines_[line].end(),
                            [](const auto& number) { return number.has_value(); });
    }
    [[nodiscard]] bool is_named(std::size_t line) const {
        constexpr std::size_t first_cells = 8;
        const std::size_t end = std::min<std::size_t>(of_rows_ ? grid_.columns() : grid_.rows(), first_cells);
        for (std::size_t i = 0; i < end; ++i)
            if (kind(line, i) == CellKind::words) return true;
        return false;
    }

    const Grid& grid_;
    const LawLines& lines_;
    bool of_rows_;
};

class LawWriter {
  public:
    LawWriter(const Sheet& sheet, CellMentions& cells, std::size_t first_statement, Draft& draft)
        : sheet_(sheet), cells_(cells), first_statement_(first_statement), draft_(draft) {}

    void write(const Law& law, const LawLines& lines, bool of_rows) {
        if (!std::exchange(any_, true)) take_stated();
        const std::vector<std::size_t> blank = BlankLines(sheet_.grid, lines, of_rows).of(law);
        for (std::size_t i = 0; i < law.holds.size(); ++i) {
            const std::size_t place = law.holds[i];
            if (written_ >= most_statements) return;
            const auto cell = [&](std::size_t line) {
                const auto row = static_cast<std::uint32_t>(of_rows ? line : place);
                const auto column = static_cast<std::uint32_t>(of_rows ? place : line);
                return cells_.of(row, column);
            };
            Reading reading{.kind = kind_of(law.kind), .subject = cell(law.subject)};
            if (law.kind == Law::Kind::sum || law.kind == Law::Kind::average) {
                for (const std::size_t line : law.lines)
                    if (lines[line][place]) reading.first.push_back({cell(line), Decimal{1}});
                add_blanks(blank, lines, place, of_rows, reading);
                if (reading.first.size() < 2) continue;
            } else {
                reading.first.push_back({cell(law.lines[0]), Decimal{1}});
                reading.second.push_back({cell(law.lines[1]), Decimal{1}});
                // 12.5 under a law of quotients is printed per cent.
                Figure& rate = draft_.mentions[reading.subject].figure;
                if (rate.unit == unit::plain && law.per_cent[i]) rate.unit = unit::percent;
            }
            if (!of_one_dimension(reading) || !stated_.insert(key_of(reading)).second) continue;
            Statement statement{
                .word = "inferred", .approximate = law.approximate, .context = sheet_.context};
            statement.readings.push_back(std::move(reading));
            statement.why = "inferred from the numbers of the table";
            draft_.statements.push_back(std::move(statement));
            ++written_;
        }
    }

  private:
    /// What the words state is not inferred once more.
    void take_stated() {
        for (std::size_t s = first_statement_; s < draft_.statements.size(); ++s)
            for (const Reading& reading : draft_.statements[s].readings) stated_.insert(key_of(reading));
    }
    /// Cells of the run in which nothing stands, or N/A: they belong to it, and add nothing.
    void add_blanks(std::span<const std::size_t> run, const LawLines& lines, std::size_t place, bool of_rows,
                    Reading& reading) {
        for (const std::size_t line : run) {
            if (lines[line][place]) continue;
            const auto row = static_cast<std::uint32_t>(of_rows ? line : place);
            const auto column = static_cast<std::uint32_t>(of_rows ? place : line);
            if (!sheet_.grid.begins(row, column) || sheet_.grid.kind(row, column) == CellKind::number)
                continue;
            const MentionId blank = cells_.of(row, column);
            Figure& figure = draft_.mentions[blank].figure;
            figure.unit = draft_.mentions[reading.subject].figure.unit;
            if (figure.state == State::unreadable) figure.state = State::not_applicable;
            reading.first.push_back({blank, Decimal{1}});
            reading.blanks = true;
        }
    }

    [[nodiscard]] bool of_one_dimension(const Reading& reading) const {
        const auto dimension = [&](MentionId id) { return draft_.mentions[id].figure.unit; };
        if (reading.kind == Kind::ratio || reading.kind == Kind::growth)
            return same_dimension(dimension(reading.first.front().figure),
                                  dimension(reading.second.front().figure));
        return std::all_of(reading.first.begin(), reading.first.end(), [&](const MentionTerm& term) {
            return same_dimension(dimension(term.figure), dimension(reading.subject));
        });
    }

    const Sheet& sheet_;
    CellMentions& cells_;
    std::size_t first_statement_;
    Draft& draft_;
    bool any_ = false;
    std::unordered_set<std::string> stated_{};
    std::size_t written_ = 0;
};

/// What rows are made of is no matter of columns that are rates of the others.
void leave_rates_out(const std::vector<Law>& of_columns, LawLines& rows) {
    for (const Law& law : of_columns)
        if (law.kind == Law::Kind::change || law.kind == Law::Kind::quotient)
            for (auto& row : rows) row[law.subject].reset();
}

} // namespace

void infer_laws(const Sheet& sheet, std::size_t first_mention, std::size_t first_statement, Draft& draft) {
    const Grid& grid = sheet.grid;
    if (grid.columns() > most_columns_searched || said_by_words(draft, first_mention, first_statement))
        return;
    Searched numbers = numbers_of(sheet);
    CellMentions cells(sheet, first_mention, draft);
    LawWriter writer(sheet, cells, first_statement, draft);
    const std::vector<Law> laws = find_laws(numbers.columns, numbers.column_names);
    for (const Law& law : laws) writer.write(law, numbers.columns, false);
    if (grid.rows() > most_lines) return;
    leave_rates_out(laws, numbers.rows);
    for (const Law& law : find_laws(numbers.rows, numbers.row_names)) writer.write(law, numbers.rows, true);
}

} // namespace tieout::detail
