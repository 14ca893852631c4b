// SPDX-License-Identifier: MIT
#include "read/formats/delimited.hpp"

#include "read/document/alphabet.hpp"
#include "read/document/frames.hpp"
#include "read/formats/foreign_numbers.hpp"
#include "read/formats/lines.hpp"
#include "read/formats/printed.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace tieout::detail {

namespace {

/// Bars are also how texts draw tables, and read as such.
constexpr std::array separators{',', '\t', ';'};

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// One field: the bytes between its separators, without its quotes.
struct Field {
    Span text{};
    bool quoted = false;
    [[nodiscard]] bool blank(std::string_view source) const noexcept {
        return source.substr(text.begin, text.end - text.begin).find_first_not_of(" \t") ==
               std::string_view::npos;
    }
};

/// Walks through the records of a file.
class Records {
  public:
    Records(std::string_view source, char separator) noexcept : source_(source), separator_(separator) {}

    [[nodiscard]] bool at_end() const noexcept { return at_ >= source_.size(); }
    [[nodiscard]] std::size_t at() const noexcept { return at_; }

    /// The fields of the next record.
    void next(std::vector<Field>& fields) {
        fields.clear();
        for (;;) {
            fields.push_back(field());
            if (at_ >= source_.size()) return;
            const char c = source_[at_++];
            if (c == separator_) {
                // A separator at the very end of the file ends an empty field.
                if (at_ >= source_.size()) {
                    fields.push_back({{index(at_), index(at_)}, false});
                    return;
                }
                continue;
            }
            if (c == '\r' && at_ < source_.size() && source_[at_] == '\n') ++at_;
            return;
        }
    }

  private:
    static std::uint32_t index(std::size_t at) noexcept { return static_cast<std::uint32_t>(at); }

    [[nodiscard]] bool ends_field(std::size_t at) const noexcept {
        return at >= source_.size() || source_[at] == separator_ || source_[at] == '\n' ||
               source_[at] == '\r';
    }

    Field field() {
        if (at_ < source_.size() && source_[at_] == '"')
            if (const std::size_t close = closing_quote(at_ + 1); close != std::string_view::npos) {
                const Field quoted{{index(at_ + 1), index(close)}, true};
                at_ = close + 1;
                while (!ends_field(at_)) ++at_;
                return quoted;
            }
        const std::size_t begin = at_;
        while (!ends_field(at_)) ++at_;
        return {{index(begin), index(at_)}, false};
    }

    /// The quote that ends a field; nothing where it would hold pages. What was found in vain is not looked for again.
    std::size_t closing_quote(std::size_t from) {
        constexpr std::size_t longest = std::size_t{1} << 14;
        if (from < none_before_) return std::string_view::npos;
        const std::size_t end = std::min(source_.size(), from + longest);
        for (std::size_t at = from; at < end; ++at) {
            if (source_[at] != '"') continue;
            if (at + 1 < source_.size() && source_[at + 1] == '"') {
                ++at;
                continue;
            }
            // A quote within words is one of the words.
            if (ends_field(at + 1)) return at;
        }
        none_before_ = end;
        return std::string_view::npos;
    }

    std::string_view source_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t none_before_ = 0;
};

/// Whether a comma stands within a number that begins in the field before it: "合计 1,234.56" is not two fields.
bool parts_a_number(std::string_view source, const Field& left, const Field& right) noexcept {
    if (left.quoted || right.quoted) return false;
    const std::string_view a = source.substr(left.text.begin, left.text.end - left.text.begin);
    const std::string_view b = source.substr(right.text.begin, right.text.end - right.text.begin);
    if (is_grouped_by_blanks(a)) return false;
    std::size_t digits = 0;
    while (digits < a.size() && is_digit(a[a.size() - 1 - digits])) ++digits;
    if (digits == 0 || digits > 3) return false;
    // 甲,123,456: only what stands with other words in its field is surely a part of a number.
    const bool words_before = digits < a.size() &&
                              (a[a.size() - 1 - digits] == ' ' || a[a.size() - 1 - digits] == '\t') &&
                              a.find_first_not_of(" \t") < a.size() - digits;
    return words_before && b.size() >= 3 && is_digit(b[0]) && is_digit(b[1]) && is_digit(b[2]) &&
           (b.size() == 3 || !is_digit(b[3]));
}

/// Whether the record is one number with its separators, 1,234.56.
bool is_one_number(std::string_view source, const std::vector<Field>& fields) noexcept {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].quoted) return false;
        const std::string_view text =
            source.substr(fields[i].text.begin, fields[i].text.end - fields[i].text.begin);
        std::size_t digits = 0;
        while (digits < text.size() && is_digit(text[digits])) ++digits;
        const bool last = i + 1 == fields.size();
        if (i > 0 ? digits != 3 : digits == 0 || digits > 3) return false;
        if (digits < text.size() && !(last && text[digits] == '.')) return false;
    }
    return true;
}

bool is_sentence(std::string_view text) noexcept {
    return text.find("。") != std::string_view::npos || text.find("；") != std::string_view::npos;
}

/// 基本支出60万元: an amount within words, as sentences have it.
bool has_amount_in_words(std::string_view text) noexcept {
    for (std::size_t at = 6; at + 1 < text.size(); ++at) {
        if (!is_digit(text[at])) continue;
        std::size_t begin = at;
        while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '.')) --begin;
        const bool words = begin >= 6 && static_cast<unsigned char>(text[begin - 1]) >= 0x80;
        const std::string_view rest = text.substr(at + 1);
        if (words && (rest.starts_with("万元") || rest.starts_with("亿元") || rest.starts_with("元") ||
                      rest.starts_with("%")))
            return true;
    }
    return false;
}

/// A number, and no year.
bool is_figure_field(std::string_view text) noexcept {
    while (text.ends_with(' ')) text.remove_suffix(1);
    while (text.starts_with(' ')) text.remove_prefix(1);
    if (text.empty() || text.size() > 40) return false;
    if (is_grouped_by_blanks(text)) return true;
    if (static_cast<unsigned char>(text.back()) >= 0x80) {
        const std::string cell = passage_of(text, {0, static_cast<std::uint32_t>(text.size())}).text;
        return !cell.empty() && is_digit(cell.back()) && is_figure(cell);
    }
    const bool year = text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
                      is_digit(text[2]) && is_digit(text[3]);
    return !year && (is_digit(text.back()) || text.back() == '%') &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return is_digit(c) || c == '.' || c == ',' || c == '-' || c == '+' || c == '%';
           });
}

/// Whether two figures or more have fields of their own, so that 较上年增长20% beside them is a remark. 收入3,994,756元 has none:
/// its first is the rest of a number.
bool has_figures_of_its_own(std::string_view source, const std::vector<Field>& fields) noexcept {
    std::size_t figures = 0;
    bool before = false;
    bool digit_before = false;
    for (const Field& field : fields) {
        const std::string_view text = source.substr(field.text.begin, field.text.end - field.text.begin);
        const bool figure = is_figure_field(text);
        if (figure && !before && digit_before) return false;
        figures += figure ? 1U : 0U;
        before = figure;
        digit_before = !text.empty() && is_digit(text.back());
    }
    return figures > 1;
}

/// sep=; in the first line says what parts the fields.
std::optional<char> declared_separator(std::string_view source, std::size_t& length) noexcept {
    if (!source.starts_with("sep=") || source.size() < 6) return std::nullopt;
    length = source.find_first_of("\r\n");
    if (length != 5) return std::nullopt;
    const char separator = source[4];
    length += source.substr(length).starts_with("\r\n") ? 2 : 1;
    return std::find(separators.begin(), separators.end(), separator) == separators.end()
               ? std::nullopt
               : std::optional(separator);
}

/// How many of the records that are not empty have as many fields as the one beside them.
struct Evenness {
    std::size_t records = 0;
    std::size_t even = 0;
    std::size_t fields = 0;
    bool sure = false;
};

Evenness evenness_of(std::string_view source, char separator) {
    constexpr std::size_t most_records = 400;
    Evenness evenness;
    Records records(source, separator);
    std::vector<Field> fields;
    std::size_t before = 0;
    bool before_was_even = false;
    std::size_t parted_numbers = 0;
    std::size_t sentences = 0;
    std::size_t prose_lines = 0;
    bool figure = false;
    while (!records.at_end() && evenness.records < most_records) {
        const std::size_t begin = records.at();
        records.next(fields);
        const bool empty = std::all_of(fields.begin(), fields.end(),
                                       [&](const Field& field) { return field.blank(source); });
        if (empty && fields.size() < 2) continue;
        std::size_t count = is_one_number(source, fields) && separator == ',' ? 1 : fields.size();
        ++evenness.records;
        std::size_t parted = 0;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::string_view text =
                source.substr(fields[i].text.begin, fields[i].text.end - fields[i].text.begin);
            if (i > 0 && separator == ',' && parts_a_number(source, fields[i - 1], fields[i])) ++parted;
            figure = figure || (fields.size() > 1 && !text.empty() && is_digit(text.back()));
        }
        // 5岁以下,105,80,90: one label that ends in a digit parts no number, where the other commas cannot.
        if (parted * 2 >= fields.size() - 1) parted_numbers += parted;
        const std::string_view record = source.substr(begin, records.at() - begin);
        const bool quoted =
            std::any_of(fields.begin(), fields.end(), [](const Field& field) { return field.quoted; });
        const bool row_of_figures = count == before && has_figures_of_its_own(source, fields);
        if (count > 1 && !quoted && !row_of_figures && (is_sentence(record) || has_amount_in_words(record)))
            ++sentences;
        if (count == 1 && (is_sentence(record) || record.find("，") != std::string_view::npos)) ++prose_lines;
        const bool even = count > 1 && count == before;
        if (even) {
            evenness.even += before_was_even ? 1 : 2;
            evenness.fields += count;
        }
        before_was_even = even;
        before = count;
    }
    // Lines before and behind the tables have no separators; sentences and parted numbers tell a text.
    evenness.sure = evenness.even >= 2 && evenness.even * 2 >= evenness.records &&
                    parted_numbers * 50 <= evenness.records && sentences * 4 <= evenness.records && figure;
    // Texts print tables with tabs, too; there, what stands around them is wrapped.
    if (separator == '\t')
        evenness.sure = evenness.sure && prose_lines == 0 && evenness.even * 10 >= evenness.records * 8;
    return evenness;
}

std::optional<char> separator_of(std::string_view source) {
    constexpr std::size_t looked_at = std::size_t{1} << 16;
    const bool whole = source.size() <= looked_at;
    source = source.substr(0, looked_at);
    // The last line may be cut.
    if (!whole) source = source.substr(0, source.find_last_of("\r\n") + 1);
    std::size_t length = 0;
    if (const auto declared = declared_separator(source, length)) return declared;
    std::optional<char> best;
    std::size_t fields = 0;
    for (const char separator : separators) {
        const Evenness evenness = evenness_of(source, separator);
        if (!evenness.sure) continue;
        if (evenness.fields > fields) {
            fields = evenness.fields;
            best = separator;
        }
    }
    return best;
}

/// The cell of a field. Plain numbers, which are most of a large file, are copied as they stand.
Cell cell_of(std::string_view source, const Field& field) {
    Cell cell;
    const std::string_view text = source.substr(field.text.begin, field.text.end - field.text.begin);
    const bool plain = text.size() <= 15 && std::all_of(text.begin(), text.end(), [](char c) {
                           return is_digit(c) || c == '.' || c == '-';
                       });
    if (plain) {
        cell.text.text = text;
        cell.text.from.resize(text.size() + 1);
        for (std::size_t i = 0; i <= text.size(); ++i)
            cell.text.from[i] = field.text.begin + static_cast<std::uint32_t>(i);
        return cell;
    }
    PassageWriter writer;
    std::uint32_t begin = field.text.begin;
    const auto put = [&](std::uint32_t end) {
        if (begin < end) writer.put(source, {begin, end});
        begin = end;
    };
    for (std::uint32_t at = field.text.begin; at < field.text.end; ++at) {
        if (field.quoted && source[at] == '"') {
            // "" stands for one.
            put(at + 1);
            if (at + 1 < field.text.end && source[at + 1] == '"') ++at;
            begin = at + 1;
        } else if (source[at] == '\n' || source[at] == '\r') {
            put(at);
            writer.put(U' ', at, at + 1);
            begin = at + 1;
        }
    }
    put(field.text.end);
    cell.text = writer.finish(field.text.begin);
    const std::size_t spaces = text.find_first_not_of(' ');
    cell.indent = spaces == std::string_view::npos ? 0 : static_cast<std::uint32_t>(spaces);
    for (std::size_t at = spaces == std::string_view::npos ? 0 : spaces; text.substr(at).starts_with("　");
         at += 3)
        cell.indent += 2;
    return cell;
}

/// A record that was read: where its fields stand, and what they are together.
struct Row {
    std::size_t first = 0; ///< of its fields, among those of all rows that wait
    std::uint32_t fields = 0;
    std::uint32_t width = 0; ///< without the empty fields at its end
    std::uint32_t filled = 0;
    bool figures = false; ///< a number that is no year stands in it

    [[nodiscard]] bool blank() const noexcept { return filled == 0; }
    /// A line of words, or the name or unit of a table.
    [[nodiscard]] bool lone() const noexcept { return filled == 1 && !figures; }
};

/// Parts rows into paragraphs and tables.
class Blocks {
  public:
    explicit Blocks(Page& page) noexcept : page_(page), source_(page.source) {}

    void add(const std::vector<Field>& fields) {
        Row row{.first = fields_.size(), .fields = static_cast<std::uint32_t>(fields.size())};
        for (const Field& field : fields) {
            fields_.push_back(field);
            if (field.blank(source_)) continue;
            ++row.filled;
            row.width = static_cast<std::uint32_t>(fields_.size() - row.first);
            row.figures = row.figures || is_figure_field(source_.substr(field.text.begin,
                                                                        field.text.end - field.text.begin));
        }
        rows_.push_back(row);
        ++row_;
        // Where a table ends is known by what stands behind the empty rows.
        if (row.blank()) {
            pending_ = true;
            return;
        }
        if (!pending_) return;
        // A heading of the rows below does not begin a table; a head does.
        const std::size_t behind = behind_blank();
        if (row.lone() && rows_.size() - behind <= most_lines_before_head) return;
        pending_ = false;
        if (!row.figures && row.filled > 1) part(behind);
    }
    void finish() { part(rows_.size()); }

  private:
    static constexpr std::size_t most_lines_before_head = 8;

    /// The first of the last rows that may be the frame and the head of another table.
    [[nodiscard]] std::size_t behind_blank() const noexcept {
        std::size_t at = rows_.size();
        while (at > 0 && rows_.size() - at <= 2 * most_lines_before_head && !rows_[at - 1].blank()) --at;
        // Lines of a frame may have empty rows between them.
        for (std::size_t lines = 0; at > 1 && lines < most_lines_before_head; ++lines) {
            std::size_t lone = at - 1;
            while (lone > 0 && at - lone < most_lines_before_head && rows_[lone - 1].blank()) --lone;
            if (lone == 0 || !rows_[lone - 1].lone() || (lone > 1 && !rows_[lone - 2].blank())) break;
            at = lone - 1;
        }
        return at;
    }

    /// Makes a table of the rows before `end`, with the lines before and behind it.
    void part(std::size_t end) {
        const std::size_t first_row = row_ - rows_.size();
        std::size_t begin = 0;
        // Lines without a separator are lines.
        while (begin < end && (rows_[begin].blank() || rows_[begin].fields == 1)) put_line(rows_[begin++]);
        std::size_t last = end;
        while (last > begin && (rows_[last - 1].blank() || rows_[last - 1].fields == 1)) --last;
        if (begin < last) put_table(begin, last, first_row);
        for (std::size_t i = std::max(last, begin); i < end; ++i) put_line(rows_[i]);
        rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(end));
        const std::size_t taken = rows_.empty() ? fields_.size() : rows_.front().first;
        fields_.erase(fields_.begin(), fields_.begin() + static_cast<std::ptrdiff_t>(taken));
        for (Row& row : rows_) row.first -= taken;
    }

    [[nodiscard]] const Field& field(const Row& row, std::size_t column) const noexcept {
        return fields_[row.first + column];
    }

    void put_line(const Row& row) {
        for (std::size_t c = 0; c < row.width; ++c) {
            Cell cell = cell_of(source_, field(row, c));
            if (!cell.text.empty()) page_.blocks.emplace_back().text = std::move(cell.text);
        }
    }

    void put_table(std::size_t begin, std::size_t end, std::size_t first_row) {
        std::size_t columns = 0;
        std::size_t printed = 0;
        for (std::size_t r = begin; r < end; ++r) {
            columns = std::max<std::size_t>(columns, rows_[r].width);
            printed += rows_[r].width + 1;
        }
        const std::size_t rows = end - begin;
        if (!is_sensible(rows, columns, printed)) {
            if (columns > most_columns)
                page_.unread.push_back({field(rows_[begin], 0).text.begin, Unread::Why::columns});
            for (std::size_t r = begin; r < end; ++r) put_line(rows_[r]);
            return;
        }
        Block& block = page_.blocks.emplace_back();
        block.kind = Block::Kind::table;
        Table& table = block.table;
        table.rows = static_cast<std::uint32_t>(rows);
        table.columns = static_cast<std::uint32_t>(columns);
        table.first_row = static_cast<std::uint32_t>(first_row + begin);
        table.printed.assign(rows, table.columns);
        table.cells.resize(rows * columns);
        auto cell = table.cells.begin();
        for (std::size_t r = begin; r < end; ++r) {
            const Row& row = rows_[r];
            const std::uint32_t at = field(row, row.fields - 1).text.end;
            for (std::size_t c = 0; c < columns; ++c, ++cell) {
                if (c < row.width)
                    *cell = cell_of(source_, field(row, c));
                else
                    cell->text.from.assign(1, at);
                cell->row = static_cast<std::uint32_t>(r - begin);
                cell->column = static_cast<std::uint32_t>(c);
            }
        }
        settle_foreign_numbers(table);
    }

    Page& page_;
    std::string_view source_;
    std::vector<Field> fields_{};
    std::vector<Row> rows_{};
    std::size_t row_ = 0;
    bool pending_ = false;
};

} // namespace

bool looks_delimited(std::string_view text) { return separator_of(text).has_value(); }

Page page_of_delimited(std::string source) {
    Page page;
    page.source = std::move(source);
    page.lines = line_starts(page.source);
    count_characters(page);
    const std::string_view text = page.source;
    std::size_t begin = 0;
    const bool declared = declared_separator(text, begin).has_value();
    Records records(text, separator_of(text).value_or(','));
    Blocks blocks(page);
    std::vector<Field> fields;
    while (!records.at_end()) {
        records.next(fields);
        // sep=; is a row of the file that says nothing.
        if (declared && records.at() == begin) fields = {{{0, 0}, false}};
        blocks.add(fields);
    }
    blocks.finish();
    frame_tables(page);
    return page;
}

} // namespace tieout::detail
