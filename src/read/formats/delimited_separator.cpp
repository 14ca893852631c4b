// SPDX-License-Identifier: MIT
//
// Which mark parts the fields of a text, if any: sentences and numbers have commas too.
#include "read/formats/delimited_records.hpp"

#include "read/document/alphabet.hpp"
#include "read/formats/foreign_numbers.hpp"
#include "read/formats/printed.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tieout::detail {

namespace {

/// Bars are also how texts draw tables, and read as such.
constexpr std::array separators{',', '\t', ';'};

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

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

} // namespace

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
        // Two records beside each other that have several fields take two of them.
        if (const std::size_t first = source.find(separator);
            first == source.npos || source.find(separator, first + 1) == source.npos)
            continue;
        const Evenness evenness = evenness_of(source, separator);
        if (!evenness.sure) continue;
        if (evenness.fields > fields) {
            fields = evenness.fields;
            best = separator;
        }
    }
    return best;
}

} // namespace tieout::detail
