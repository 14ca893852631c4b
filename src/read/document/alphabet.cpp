// SPDX-License-Identifier: MIT
#include "read/document/alphabet.hpp"

#include <algorithm>
#include <array>

#include <utf8proc.h>

#include <tieout/base/utf8.hpp>

#include "read/vocabulary/simplified.hpp"
#include "read/vocabulary/words.hpp"

namespace tieout::detail {

namespace {

constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
constexpr bool is_letter(char32_t c) noexcept { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

struct Stands {
    char16_t for_this;
    char16_t stands_this;
};

/// Marks that have several forms. ',' and ':' are made again where they stand within a number.
constexpr Stands marks[] = {
    {u',', u'，'},     {u'﹐', u'，'},    {u'､', u'、'},     {u'﹑', u'、'},    {u'｡', u'。'},
    {u';', u'；'},     {u'﹔', u'；'},    {u':', u'：'},     {u'﹕', u'：'},    {u'︰', u'：'},
    {u'∶', u'：'},     {u'!', u'！'},     {u'﹗', u'！'},    {u'?', u'？'},     {u'﹖', u'？'},
    {u'(', u'（'},     {u')', u'）'},     {u'﹙', u'（'},    {u'﹚', u'）'},    {u'﹒', u'.'},
    {u'．', u'.'},     {u'％', u'%'},     {u'﹪', u'%'},     {u'٪', u'%'},      {u'\u2010', u'-'},
    {u'\u2011', u'-'}, {u'\u2012', u'-'}, {u'\u2013', u'-'}, {u'\u2212', u'-'}, {u'﹣', u'-'},
    {u'－', u'-'},     {u'＋', u'+'},     {u'﹢', u'+'},     {u'／', u'/'},     {u'∕', u'/'},
    {u'＝', u'='},     {u'﹦', u'='},     {u'＜', u'<'},     {u'﹤', u'<'},     {u'＞', u'>'},
    {u'﹥', u'>'},     {u'≦', u'≤'},      {u'≧', u'≥'},      {u'｜', u'|'},     {u'～', u'~'},
    {u'〜', u'~'},     {u'＃', u'#'},     {u'＆', u'&'},     {u'＊', u'*'},     {u'＠', u'@'},
    {u'＿', u'_'},     {u'［', u'['},     {u'］', u']'},     {u'｛', u'{'},     {u'｝', u'}'},
    {u'「', u'“'},     {u'」', u'”'},     {u'『', u'‘'},     {u'』', u'’'},     {u'﹁', u'“'},
    {u'﹂', u'”'},     {u'＂', u'"'},     {u'＇', u'\''},    {u'￥', u'¥'},     {u'〇', u'〇'},
    {u'\u2015', u'—'}, {u'\u2500', u'—'},
};

/// The plane of all characters that reports print. Whatever lies beyond stands for itself.
struct Plane {
    std::array<char16_t, 0x10000> to{};

    Plane() noexcept {
        for (char32_t c = 0; c < to.size(); ++c) to[c] = static_cast<char16_t>(c);
        // Compatibility forms and the radicals that some PDF files print in place of characters.
        decompose(0xF900, 0xFAFF);
        decompose(0x2E80, 0x2FD5);
        for (char32_t c = 0; c < 10; ++c) to[0xFF10 + c] = static_cast<char16_t>(U'0' + c);
        for (char32_t c = 0; c < 26; ++c) {
            to[0xFF21 + c] = static_cast<char16_t>(U'A' + c);
            to[0xFF41 + c] = static_cast<char16_t>(U'a' + c);
        }
        for (const SimplifiedForm& form : simplified_forms) to[form.traditional] = form.simplified;
        for (const Stands& mark : marks) to[mark.for_this] = mark.stands_this;
        for (char32_t c = 0; c < to.size(); ++c) {
            if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xFE00 && c <= 0xFE0F))
                to[c] = alphabet::nothing;
            if (is_space(c)) to[c] = u' ';
        }
        for (const int c : {0x00AD, 0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C,
                            0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF})
            to[static_cast<std::size_t>(c)] = alphabet::nothing;
        // The line ends of other systems separate like spaces; what is no space there is a control character.
        for (const int c : {0x0B, 0x0C, 0x85}) to[static_cast<std::size_t>(c)] = u' ';
    }

  private:
    void decompose(char32_t first, char32_t last) noexcept {
        for (char32_t c = first; c <= last; ++c) {
            utf8proc_int32_t into[4] = {};
            const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE);
            const auto length =
                utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), into, 4, options, nullptr);
            if (length == 1 && into[0] > 0 && into[0] < 0x10000) to[c] = static_cast<char16_t>(into[0]);
        }
    }
};

const Plane& plane() noexcept {
    static const Plane it;
    return it;
}

/// Writes `c` to where at least four bytes are; how many it took.
std::size_t write_utf8(char* to, char32_t c) noexcept {
    if (c < 0x80) {
        to[0] = static_cast<char>(c);
        return 1;
    }
    const auto rest = [&](unsigned shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x800) {
        to[0] = static_cast<char>(0xC0 | (c >> 6));
        to[1] = rest(0);
        return 2;
    }
    if (c < 0x10000) {
        to[0] = static_cast<char>(0xE0 | (c >> 12));
        to[1] = rest(6);
        to[2] = rest(0);
        return 3;
    }
    to[0] = static_cast<char>(0xF0 | (c >> 18));
    to[1] = rest(12);
    to[2] = rest(6);
    to[3] = rest(0);
    return 4;
}

constexpr std::string_view wide_comma = "，";
constexpr std::string_view wide_colon = "：";

/// What stands behind "附件1：2022" and tells that no time or ratio is meant.
constexpr bool makes_a_figure(char32_t c) noexcept {
    switch (c) {
    case U'年':
    case U'月':
    case U'日':
    case U'%':
    case U'.':
    case U'万':
    case U'亿':
    case U'元':
    case U'个':
    case U'人':
    case U'名':
    case U'项':
    case U'件':
    case U'家':
    case U'次':
        return true;
    default:
        return false;
    }
}

} // namespace

const char16_t* alphabet_plane() noexcept { return plane().to.data(); }

char32_t in_alphabet(char32_t c) noexcept { return c < 0x10000 ? char32_t{plane().to[c]} : c; }

void PassageWriter::make_room(std::size_t bytes) {
    if (size_ + bytes <= passage_.text.size()) return;
    const std::size_t size = std::max(size_ + bytes, 2 * passage_.text.size());
    passage_.text.resize(size);
    passage_.from.resize(size);
}

void PassageWriter::reserve(std::size_t bytes) { make_room(bytes + 8); }

void PassageWriter::append(char32_t c, std::uint32_t at) {
    make_room(4);
    const std::size_t length = write_utf8(passage_.text.data() + size_, c);
    std::fill_n(passage_.from.data() + size_, length, at);
    size_ += length;
}

void PassageWriter::put_space(char32_t c) noexcept {
    // A space as wide as a character is no space between letters.
    const bool wide = c == 0x3000 || c == U'\t' || c == 0x2003;
    spaces_ = static_cast<std::uint8_t>(std::min(2, spaces_ + (wide ? 2 : 1)));
}

bool PassageWriter::after_list_number() const noexcept {
    // "1." at the very beginning, or behind the mark that ends the item before.
    const std::string_view text = written();
    std::size_t at = text.size() - 1;
    std::size_t digits = 0;
    while (at > 0 && is_digit(static_cast<unsigned char>(text[at - 1])) && digits < 3) --at, ++digits;
    if (digits == 0 || digits > 2) return false;
    const std::string_view before = text.substr(0, at);
    return before.empty() || before.ends_with("。") || before.ends_with("；") || before.ends_with("，") ||
           before.ends_with("：");
}

void PassageWriter::begin(Class next, std::uint32_t at) {
    if (spaces_ == 0 && !wrapped_) return;
    const bool was_wrapped = wrapped_;
    const bool parted = spaces_ >= 2 || (spaces_ == 1 && spacing_ == Spacing::words);
    spaces_ = 0;
    wrapped_ = false;
    // "5, 123" are two numbers.
    if (parted && number_ != nowhere && last_ == Class::other) {
        ungrouped_ = ungrouped_ || (has_separator_ && next == Class::digit);
        close_number(next == Class::digit ? U'0' : U'a');
    }
    const auto touches = [](Class c) { return c == Class::digit || c == Class::letter; };
    bool apart = false;
    if (touches(last_) && touches(next)) {
        // A number goes on in the next line; a word in Latin letters does not.
        apart = was_wrapped ? !(last_ == Class::digit && next == Class::digit) : parted;
    } else if (last_ == Class::point && next == Class::digit) {
        apart = after_list_number();
    }
    if (!apart) return;
    close_number(U' ');
    append(U' ', at);
    last_ = Class::other;
}

void PassageWriter::put(char32_t c, std::uint32_t at, std::uint32_t end) {
    char32_t to = c < 0x10000 ? char32_t{plane_[c]} : c;
    if (to == alphabet::nothing) return;
    if (to == alphabet::space) {
        put_space(c);
        return;
    }
    end_ = end;
    if (to >= 0x2E80 && to != U'，' && to != U'：') { // by far the most
        spaces_ = 0;
        wrapped_ = false;
        if (number_ != nowhere) close_number(to);
        // 圆 is money behind a number, and a circle elsewhere.
        if (to == U'圆' && size_ > 0) {
            const std::string_view text = written();
            if (last_ == Class::digit || text.ends_with("万") || text.ends_with("亿") || text.ends_with("千"))
                to = U'元';
        }
        append(to, at);
        last_ = Class::other;
        return;
    }
    if (is_digit(to)) {
        const bool goes_on_after_point = last_ == Class::point;
        begin(Class::digit, at);
        if (number_ == nowhere) {
            number_ = size_;
            has_separator_ = wide_separator_ = wide_comma_ = narrow_digit_ = false;
            fraction_ = goes_on_after_point && last_ == Class::point;
        }
        narrow_digit_ = narrow_digit_ || c == to;
        wide_separator_ = wide_separator_ || wide_comma_;
        append(to, at);
        last_ = Class::digit;
        return;
    }
    if (to == U'，' && number_ != nowhere && last_ == Class::digit &&
        (spaces_ == 0 || spacing_ == Spacing::letters)) {
        spaces_ = 0;
        wrapped_ = false;
        has_separator_ = true;
        wide_comma_ = wide_comma_ || c != U',';
        append(to, at);
        // The digit behind it must follow at once.
        last_ = Class::other;
        return;
    }
    if (is_letter(to)) {
        begin(Class::letter, at);
        close_number(to);
        append(to, at);
        last_ = Class::letter;
        return;
    }
    const bool colon_in_number = to == U'：' && number_ != nowhere && last_ == Class::digit && spaces_ == 0;
    const bool point_in_number = to == U'.' && last_ == Class::digit;
    spaces_ = 0;
    wrapped_ = false;
    close_number(to);
    if (to == U'"') to = (quoted_ = !quoted_) ? U'“' : U'”';
    if (to == U'\'') to = (half_quoted_ = !half_quoted_) ? U'‘' : U'’';
    if (colon_in_number) colon_ = size_;
    append(to, at);
    last_ = point_in_number ? Class::point : Class::other;
}

void PassageWriter::close_number(char32_t next) {
    if (number_ == nowhere) return;
    if (has_separator_) close_separators();
    if (colon_ != nowhere) close_colon(next);
    number_ = nowhere;
}

// "1，234，567" becomes "1,234,567" where the groups are right; a comma that ends the number stays one of the sentence.
void PassageWriter::close_separators() {
    std::string& text = passage_.text;
    std::vector<std::uint32_t>& from = passage_.from;
    std::size_t end = size_;
    while (end > number_ && !is_digit(static_cast<unsigned char>(text[end - 1]))) --end;
    bool right = !fraction_ && !(wide_separator_ && narrow_digit_);
    bool any = false;
    std::size_t group = 0;
    for (std::size_t i = number_; right && i < end;) {
        if (is_digit(static_cast<unsigned char>(text[i]))) {
            ++group;
            ++i;
            continue;
        }
        right = any ? group == 3 : group >= 1 && group <= 3;
        any = true;
        group = 0;
        i += wide_comma.size();
    }
    if (!right || !any || group != 3) {
        for (std::size_t i = number_; i < end && !ungrouped_; ++i)
            ungrouped_ = !is_digit(static_cast<unsigned char>(text[i]));
        return;
    }
    std::size_t to = number_;
    for (std::size_t i = number_; i < size_;) {
        const bool separator = i < end && !is_digit(static_cast<unsigned char>(text[i]));
        text[to] = separator ? ',' : text[i];
        from[to] = from[i];
        ++to;
        i += separator ? wide_comma.size() : 1;
    }
    size_ = to;
}

namespace {

/// Whether what stands behind digits is money, which is rarely said twice without its unit.
bool begins_with_money(std::string_view text) noexcept {
    if (text.starts_with(" ")) text.remove_prefix(1);
    for (const std::string_view multiplier :
         {"百万", "千万", "十亿", "百亿", "千亿", "万亿", "千", "万", "亿"})
        if (begins_with(text, multiplier)) {
            text.remove_prefix(multiplier.size());
            break;
        }
    for (const std::string_view money : {"元", "港元", "港币", "美元", "澳门元", "澳门币", "新台币"})
        if (begins_with(text, money)) return true;
    return false;
}

} // namespace

// "3，518.85" and "2, 019.61" become "3,518.85" and "2,019.61" where nobody can take them for a list: a group that begins
// with a zero, a fraction, an amount of money, several groups. 分别为3，518人 may be two numbers, and stays.
void PassageWriter::group_digits() {
    std::string& text = passage_.text;
    const auto digit = [&](std::size_t at) {
        return at < size_ && is_digit(static_cast<unsigned char>(text[at]));
    };
    constexpr std::size_t longest_clause = 90;
    std::size_t to = 0;
    std::size_t clause = 0;
    for (std::size_t at = 0; at < size_;) {
        const std::size_t begin = at;
        std::size_t digits = 0;
        while (digit(at)) ++at, ++digits;
        std::size_t groups = 0;
        bool zero = false;
        const bool first = digits >= 1 && digits <= 3 && text[begin] != '0' &&
                           (begin == 0 || (text[begin - 1] != '.' && text[begin - 1] != ','));
        while (first) {
            const std::size_t comma = text.compare(at, wide_comma.size(), wide_comma) == 0 ? wide_comma.size()
                                      : at < size_ && text[at] == ','                      ? 1
                                                                                           : 0;
            if (comma == 0) break;
            const std::size_t group = at + comma;
            if (!digit(group) || !digit(group + 1) || !digit(group + 2) || digit(group + 3)) break;
            zero = zero || text[group] == '0';
            at = group + 3;
            ++groups;
        }
        bool right = false;
        if (groups > 0) {
            const std::string_view before = std::string_view(text).substr(clause, begin - clause);
            const bool list = before.find("分别") != before.npos || before.find("依次") != before.npos;
            const bool fraction = at < size_ && text[at] == '.' && digit(at + 1);
            const bool several = groups > 1 && digits < 3;
            right = zero || (!list && (fraction || several ||
                                       begins_with_money(std::string_view(text).substr(at, size_ - at))));
        }
        if (at == begin) {
            if (text.compare(at, 3, "。") == 0 || text.compare(at, 3, "；") == 0 ||
                at - clause > longest_clause)
                clause = at;
            text[to] = text[at];
            passage_.from[to++] = passage_.from[at++];
            continue;
        }
        for (std::size_t from = begin; from < at;) {
            const bool separator = right && !digit(from) && text[from] != ',';
            text[to] = separator ? ',' : text[from];
            passage_.from[to++] = passage_.from[from];
            from += separator ? wide_comma.size() : 1;
        }
    }
    size_ = to;
}

// 12:30 and 1:2 keep their colon.
void PassageWriter::close_colon(char32_t next) {
    std::string& text = passage_.text;
    const std::size_t colon = colon_;
    colon_ = nowhere;
    const std::size_t after = colon + wide_colon.size();
    if (number_ != after || size_ - after > 3 || makes_a_figure(next)) return;
    std::size_t digits = 0;
    while (digits < 4 && digits < colon && is_digit(static_cast<unsigned char>(text[colon - 1 - digits])))
        ++digits;
    if (digits > 3) return;
    text[colon] = ':';
    for (std::size_t i = after; i < size_; ++i) {
        const std::size_t to = i - wide_colon.size() + 1;
        text[to] = text[i];
        passage_.from[to] = passage_.from[i];
    }
    size_ -= wide_colon.size() - 1;
}

void PassageWriter::put(std::string_view source, Span part) {
    const std::string_view text = source.substr(0, part.end);
    make_room(part.end - part.begin);
    for (std::uint32_t at = part.begin; at < part.end;) {
        const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(text[at + i]); };
        // Chinese characters, which are nearly all of a report, by the shortest way.
        if (byte(0) >= 0xE3 && byte(0) <= 0xE9 && part.end - at >= 3 && (byte(1) & 0xC0U) == 0x80U &&
            (byte(2) & 0xC0U) == 0x80U) {
            const char32_t c = (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
            const char32_t to = plane_[c];
            if (to >= 0x3400 && to != U'圆' && number_ == nowhere) {
                spaces_ = 0;
                wrapped_ = false;
                last_ = Class::other;
                // It is of three bytes as well.
                if (size_ + 3 > passage_.text.size()) make_room(3);
                char* const into = passage_.text.data() + size_;
                into[0] = static_cast<char>(0xE0U | to >> 12U);
                into[1] = static_cast<char>(0x80U | (to >> 6U & 0x3FU));
                into[2] = static_cast<char>(0x80U | (to & 0x3FU));
                std::uint32_t* const from = passage_.from.data() + size_;
                from[0] = from[1] = from[2] = at;
                size_ += 3;
                end_ = at += 3;
                continue;
            }
            put(c, at, at + 3);
            at += 3;
            continue;
        }
        const CodePoint c = decode_utf8(text, at);
        // What is not UTF-8 has been replaced when the file was decoded.
        if (c.length == 0) {
            ++at;
            continue;
        }
        put(c.value, at, at + c.length);
        at += c.length;
    }
}

Passage PassageWriter::finish(std::uint32_t at) {
    close_number(0);
    if (ungrouped_) group_digits();
    passage_.text.resize(size_);
    passage_.from.resize(size_ + 1);
    passage_.from.back() = size_ == 0 ? at : end_;
    return std::move(passage_);
}

Passage passage_of(std::string_view source, Span part) {
    PassageWriter writer;
    writer.put(source, part);
    return writer.finish(part.begin);
}

} // namespace tieout::detail
