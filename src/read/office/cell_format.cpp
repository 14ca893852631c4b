// SPDX-License-Identifier: MIT
#include "read/office/cell_format.hpp"

#include "read/office/stored_number.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/date.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

using Token = CellFormat::Token;
using Section = CellFormat::Section;

constexpr char lowered(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// ── the code of a format ─────────────────────────────────────────────────────────────────────────────────────────────

/// Reads the code of a format.
class Code {
  public:
    explicit Code(std::string_view code) noexcept : code_(code) {}

    std::vector<Section> sections() {
        std::vector<Section> all;
        do {
            section_ = {};
            read();
            all.push_back(finish());
        } while (at_ < code_.size() && code_[at_++] == ';' && all.size() < 4);
        return all;
    }

  private:
    void add(Token::Kind kind, std::string_view text) {
        std::vector<Token>& tokens = section_.tokens;
        if (kind == Token::Kind::literal && !tokens.empty() && tokens.back().kind == kind)
            tokens.back().text += text;
        else
            tokens.push_back({kind, std::string(text)});
    }
    /// The character at `at_`, however many bytes it has.
    std::string_view character() {
        const std::size_t length = std::max<std::size_t>(1, decode_utf8(code_, at_).length);
        const std::string_view text = code_.substr(at_, length);
        at_ += text.size();
        return text;
    }

    void read() {
        while (at_ < code_.size() && code_[at_] != ';') {
            const char c = code_[at_];
            if (c == '"') {
                const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
                add(Token::Kind::literal, code_.substr(at_ + 1, end - at_ - 1));
                at_ = std::min(end + 1, code_.size());
            } else if (c == '\\' || c == '!') {
                ++at_;
                if (at_ < code_.size()) add(Token::Kind::literal, character());
            } else if (c == '_' || c == '*') {
                ++at_;
                if (at_ < code_.size()) (void)character();
            } else if (c == '[') {
                bracket();
            } else if (starts("general") || starts("G/通用格式")) {
                add(Token::Kind::general, {});
                at_ += c == 'G' && code_.substr(at_).starts_with("G/") ? std::string_view("G/通用格式").size()
                                                                       : 7;
            } else if (starts("am/pm") || starts("上午/下午")) {
                add(Token::Kind::date, "ap");
                at_ += lowered(c) == 'a' ? 5 : std::string_view("上午/下午").size();
            } else if (c == '0' || c == '?' || c == '#') {
                add(c == '0' ? Token::Kind::zero : Token::Kind::hash, {});
                ++at_;
            } else if (c == '.') {
                add(Token::Kind::point, {});
                ++at_;
            } else if (c == ',') {
                commas_.push_back(section_.tokens.size());
                ++at_;
            } else if (c == '%') {
                add(Token::Kind::percent, {});
                ++at_;
            } else if (c == '@') {
                add(Token::Kind::text, {});
                ++at_;
            } else if (std::string_view("ymdhsYMDHS").find(c) != std::string_view::npos) {
                const std::size_t begin = at_;
                while (at_ < code_.size() && lowered(code_[at_]) == lowered(c)) ++at_;
                add(Token::Kind::date, std::string(at_ - begin, lowered(c)));
            } else if ((c == 'E' || c == 'e') && at_ + 1 < code_.size() &&
                       (code_[at_ + 1] == '+' || code_[at_ + 1] == '-')) {
                at_ += 2;
                odd_ = true;
            } else {
                odd_ = odd_ || (c == '/' && !section_.tokens.empty() &&
                                (section_.tokens.back().kind == Token::Kind::hash ||
                                 section_.tokens.back().kind == Token::Kind::zero));
                add(Token::Kind::literal, character());
            }
        }
    }

    bool starts(std::string_view word) const noexcept {
        if (code_.size() - at_ < word.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (lowered(code_[at_ + i]) != lowered(word[i])) return false;
        return true;
    }

    /// [Red] and [$-804] say nothing; [h] is hours, however many; [>=100] is when the section serves.
    void bracket() {
        const std::size_t end = std::min(code_.find(']', at_), code_.size());
        const std::string_view inside = code_.substr(at_ + 1, std::max(end, at_ + 1) - at_ - 1);
        at_ = std::min(end + 1, code_.size());
        if (inside.empty()) return;
        const std::size_t sign = inside.find_first_not_of("<>=");
        if (sign != 0 && sign != inside.npos) {
            section_.comparison = inside.substr(0, sign);
            section_.than = inside.substr(sign);
        } else if (std::all_of(inside.begin(), inside.end(),
                               [&](char c) { return lowered(c) == lowered(inside[0]); }) &&
                   std::string_view("hms").find(lowered(inside[0])) != std::string_view::npos) {
            add(Token::Kind::date, std::string("[") + lowered(inside[0]));
        }
    }

    /// Counts places, and sees what the commas are for.
    Section finish() {
        std::vector<Token>& tokens = section_.tokens;
        const auto is_place = [](const Token& token) {
            return token.kind == Token::Kind::zero || token.kind == Token::Kind::hash;
        };
        std::size_t last_whole = 0; // the token behind the last place before the point
        bool behind = false;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].kind == Token::Kind::point) behind = true;
            if (tokens[i].kind == Token::Kind::percent) section_.power += 2;
            section_.is_date = section_.is_date || tokens[i].kind == Token::Kind::date;
            section_.is_general = section_.is_general || tokens[i].kind == Token::Kind::general;
            if (!is_place(tokens[i])) continue;
            ++(behind ? section_.decimals : section_.whole);
            if (!behind) last_whole = i + 1;
        }
        // A comma behind the last place is a thousand less; one between places groups them.
        for (const std::size_t comma : commas_)
            if (comma >= last_whole && comma > 0 && !section_.is_date) section_.power -= 3;
        commas_.clear();
        section_.is_general = section_.is_general || std::exchange(odd_, false);
        if (section_.is_date) section_.is_general = false;
        return std::move(section_);
    }

    std::string_view code_;
    std::size_t at_ = 0;
    Section section_{};
    std::vector<std::size_t> commas_{};
    bool odd_ = false;
};

// ── showing ──────────────────────────────────────────────────────────────────────────────────────────────────────────

std::string general(StoredNumber number) {
    // Eleven characters, one of which is the point; whole numbers are written out.
    const int whole = std::max(number.whole(), 1);
    number.round_to(std::max(0, 10 - whole));
    return number.plain();
}

/// Words of a literal, without what only says the sign, the currency or keeps a distance.
std::string words_of(std::string_view literal) {
    static constexpr std::array<std::string_view, 14> silent{"(", ")",  "（", "）", "-", "−", "+",
                                                             " ", "　", "¥",  "￥", "$", "△", "▲"};
    std::string words;
    for (std::size_t at = 0; at < literal.size();) {
        const std::string_view rest = literal.substr(at);
        const auto found = std::find_if(silent.begin(), silent.end(),
                                        [&](std::string_view mark) { return rest.starts_with(mark); });
        const std::size_t length =
            found != silent.end() ? found->size() : std::max<std::size_t>(1, decode_utf8(literal, at).length);
        if (found == silent.end()) words += rest.substr(0, length);
        at += std::min(length, rest.size());
    }
    return words;
}

/// 减少0.0 says itself that it is negative.
bool says_less(std::string_view words) noexcept {
    for (const std::string_view word : {"减", "降", "亏", "少", "负", "下"})
        if (words.find(word) != words.npos) return true;
    return false;
}

std::string numeric(const Section& section, StoredNumber number) {
    number.power += number.zero() ? 0 : section.power;
    number.round_to(static_cast<int>(section.decimals));
    const std::string before = number.before_point();
    std::string behind = number.behind_point(section.decimals);
    std::string text;
    bool words = false;
    bool less = false;
    bool any = false;
    std::size_t place = 0;
    std::size_t behind_place = 0;
    bool after_point = false;
    std::string decimals;
    std::size_t needed = 0;
    const std::size_t excess = before.size() > section.whole ? before.size() - section.whole : 0;
    const std::size_t lacking = section.whole > before.size() ? section.whole - before.size() : 0;
    for (const Token& token : section.tokens) {
        switch (token.kind) {
        case Token::Kind::zero:
        case Token::Kind::hash: {
            const bool zero = token.kind == Token::Kind::zero;
            if (after_point) {
                decimals += behind[behind_place++];
                if (zero || decimals.back() != '0') needed = decimals.size();
                break;
            }
            if (place == 0) text += before.substr(0, excess);
            if (place >= lacking)
                text += before[excess + place - lacking];
            else if (zero || any)
                text += '0';
            any = any || zero || place >= lacking;
            ++place;
            break;
        }
        case Token::Kind::point:
            after_point = true;
            break;
        case Token::Kind::percent:
        case Token::Kind::literal: {
            // Between places a literal stands as it is: 0!.0 prints a point.
            const bool inside = !after_point && place > 0 && place < section.whole;
            const std::string shown = token.kind == Token::Kind::percent ? "%"
                                      : inside                           ? token.text
                                                                         : words_of(token.text);
            if (after_point) {
                decimals.resize(std::max(needed, std::size_t{0}));
                if (!decimals.empty()) text += '.' + std::exchange(decimals, {});
                needed = 0;
            }
            text += shown;
            words = words || (!inside && !shown.empty() && shown != "%");
            less = less || says_less(shown);
            break;
        }
        case Token::Kind::general:
        case Token::Kind::text:
        case Token::Kind::date:
            break;
        }
    }
    decimals.resize(needed);
    if (!decimals.empty()) text += '.' + decimals;
    const std::size_t first = text.find_first_of("0123456789.");
    if (first != text.npos && text[first] == '.') text.insert(first, 1, '0');
    // Nothing, or a dash, for a number that is nothing.
    if (section.whole + section.decimals == 0) return number.zero() && text.empty() ? "0" : text;
    if (first == text.npos) text += '0';
    if (number.negative && !less) {
        const std::size_t digits = text.find_first_of("0123456789");
        text.insert(words ? digits : 0, 1, '-');
    }
    return text;
}

std::string padded(int number, std::size_t width) {
    std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::optional<std::string> dated(const Section& section, const StoredNumber& number, Epoch epoch) {
    constexpr std::int64_t parts_of_day = 100'000'000;
    constexpr std::int64_t seconds_of_day = 86'400;
    constexpr int last_day_length = 7;
    if (number.negative || number.whole() > last_day_length) return std::nullopt;
    std::int64_t day = 0;
    for (const char c : number.before_point()) day = day * 10 + (c - '0');
    std::int64_t part = 0;
    for (const char c : number.behind_point(8)) part = part * 10 + (c - '0');
    std::int64_t seconds = (part * seconds_of_day + parts_of_day / 2) / parts_of_day;
    const bool elapsed = std::any_of(section.tokens.begin(), section.tokens.end(),
                                     [](const Token& token) { return token.text.starts_with('['); });
    if (seconds == seconds_of_day) {
        seconds = 0;
        ++day;
    }
    // Day 60 of 1900 is the 29th of February, which there was not.
    const std::int32_t begin = epoch == Epoch::year_1904 ? days_of({1904, 1, 1})
                               : day >= 60               ? days_of({1899, 12, 30})
                                                         : days_of({1899, 12, 31});
    constexpr std::int64_t last_day = 2'958'465;
    if (day > last_day) return std::nullopt;
    const Date date = date_of(begin + static_cast<std::int32_t>(day));
    const std::int64_t hours = seconds / 3600 + (elapsed ? day * 24 : 0);
    const bool half_days = std::any_of(section.tokens.begin(), section.tokens.end(),
                                       [](const Token& token) { return token.text == "ap"; });
    std::string text;
    const auto& tokens = section.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.kind == Token::Kind::literal) text += token.text;
        if (token.kind == Token::Kind::point) text += '.';
        if (token.kind != Token::Kind::date) continue;
        const std::size_t width = token.text.size();
        const char letter = token.text.front() == '[' ? token.text[1] : token.text.front();
        const auto near = [&](std::size_t from, int step, char wanted) {
            for (std::size_t at = from + static_cast<std::size_t>(step); at < tokens.size();
                 at += static_cast<std::size_t>(step))
                if (tokens[at].kind == Token::Kind::date)
                    return tokens[at].text.find(wanted) != std::string::npos;
            return false;
        };
        switch (letter) {
        case 'y':
            text += width > 2 ? padded(date.year, 4) : padded(date.year % 100, 2);
            break;
        case 'd':
            text += padded(date.day, width);
            break;
        case 'h':
            text += padded(static_cast<int>(half_days ? (hours + 11) % 12 + 1 : hours),
                           std::min<std::size_t>(width, 2));
            break;
        case 's':
            text += padded(static_cast<int>(seconds % 60), width);
            break;
        case 'a':
            text += hours % 24 < 12 ? "上午" : "下午";
            break;
        default:
            // Minutes stand behind hours or before seconds; otherwise it is the month.
            if (near(i, -1, 'h') || near(i, 1, 's'))
                text += padded(static_cast<int>(seconds / 60 % 60), width);
            else
                text += padded(date.month, std::min<std::size_t>(width, 2));
            break;
        }
    }
    return text;
}

} // namespace

CellFormat::CellFormat(std::string_view code) : sections_(Code(code).sections()) {}

CellFormat CellFormat::built_in(std::uint32_t id) {
    struct BuiltIn {
        std::uint32_t id;
        std::string_view code;
    };
    static constexpr std::array list{BuiltIn{1, "0"},
                                     BuiltIn{2, "0.00"},
                                     BuiltIn{3, "#,##0"},
                                     BuiltIn{4, "#,##0.00"},
                                     BuiltIn{5, "#,##0"},
                                     BuiltIn{6, "#,##0"},
                                     BuiltIn{7, "#,##0.00"},
                                     BuiltIn{8, "#,##0.00"},
                                     BuiltIn{9, "0%"},
                                     BuiltIn{10, "0.00%"},
                                     BuiltIn{14, "yyyy/m/d"},
                                     BuiltIn{15, "yyyy-m-d"},
                                     BuiltIn{16, "m-d"},
                                     BuiltIn{17, "yyyy-m"},
                                     BuiltIn{18, "h:mm"},
                                     BuiltIn{19, "h:mm:ss"},
                                     BuiltIn{20, "h:mm"},
                                     BuiltIn{21, "h:mm:ss"},
                                     BuiltIn{22, "yyyy/m/d h:mm"},
                                     BuiltIn{27, "yyyy\"年\"m\"月\""},
                                     BuiltIn{28, "m\"月\"d\"日\""},
                                     BuiltIn{29, "m\"月\"d\"日\""},
                                     BuiltIn{30, "m-d-yy"},
                                     BuiltIn{31, "yyyy\"年\"m\"月\"d\"日\""},
                                     BuiltIn{32, "h\"时\"mm\"分\""},
                                     BuiltIn{33, "h\"时\"mm\"分\"ss\"秒\""},
                                     BuiltIn{34, "h\"时\"mm\"分\""},
                                     BuiltIn{35, "h\"时\"mm\"分\"ss\"秒\""},
                                     BuiltIn{36, "yyyy\"年\"m\"月\""},
                                     BuiltIn{37, "#,##0"},
                                     BuiltIn{38, "#,##0"},
                                     BuiltIn{39, "#,##0.00"},
                                     BuiltIn{40, "#,##0.00"},
                                     BuiltIn{41, "#,##0"},
                                     BuiltIn{42, "#,##0"},
                                     BuiltIn{43, "#,##0.00"},
                                     BuiltIn{44, "#,##0.00"},
                                     BuiltIn{45, "mm:ss"},
                                     BuiltIn{46, "[h]:mm:ss"},
                                     BuiltIn{47, "mm:ss"},
                                     BuiltIn{50, "yyyy\"年\"m\"月\""},
                                     BuiltIn{51, "m\"月\"d\"日\""},
                                     BuiltIn{52, "yyyy\"年\"m\"月\""},
                                     BuiltIn{53, "m\"月\"d\"日\""},
                                     BuiltIn{54, "m\"月\"d\"日\""},
                                     BuiltIn{55, "h\"时\"mm\"分\""},
                                     BuiltIn{56, "h\"时\"mm\"分\"ss\"秒\""},
                                     BuiltIn{57, "yyyy\"年\"m\"月\""},
                                     BuiltIn{58, "m\"月\"d\"日\""}};
    for (const BuiltIn& each : list)
        if (each.id == id) return CellFormat(each.code);
    return CellFormat("General");
}

const CellFormat::Section& CellFormat::section_for(int sign, std::string_view stored) const {
    const bool conditions = std::any_of(sections_.begin(), sections_.end(),
                                        [](const Section& section) { return !section.comparison.empty(); });
    const std::size_t numbers = std::min<std::size_t>(sections_.size(), 3);
    if (!conditions) {
        if (sign < 0 && numbers > 1) return sections_[1];
        if (sign == 0 && numbers > 2) return sections_[2];
        return sections_[0];
    }
    const auto number = stored_number(stored);
    for (std::size_t i = 0; i < numbers; ++i) {
        const auto than = stored_number(sections_[i].than);
        if (sections_[i].comparison.empty() || !than) return sections_[i];
        const int order = compare(*number, *than);
        const std::string_view wanted = sections_[i].comparison;
        const bool serves = wanted == "<>" ? order != 0
                                           : (order < 0 && wanted.find('<') != wanted.npos) ||
                                                 (order > 0 && wanted.find('>') != wanted.npos) ||
                                                 (order == 0 && wanted.find('=') != wanted.npos);
        if (serves) return sections_[i];
    }
    return sections_[numbers - 1];
}

std::optional<std::string> CellFormat::shown(std::string_view stored, Epoch epoch) const {
    const std::optional<StoredNumber> number = stored_number(stored);
    if (!number) return std::nullopt;
    const Section& section = section_for(number->zero() ? 0 : number->negative ? -1 : 1, stored);
    if (section.is_date) {
        if (auto text = dated(section, *number, epoch)) return text;
        return number->plain();
    }
    const bool as_text = std::any_of(section.tokens.begin(), section.tokens.end(),
                                     [](const Token& token) { return token.kind == Token::Kind::text; });
    if (section.is_general || as_text) return general(*number);
    return numeric(section, *number);
}

} // namespace tieout::detail
