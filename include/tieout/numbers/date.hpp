// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_DATE_HPP
#define TIEOUT_NUMBERS_DATE_HPP

// Days of the calendar (日期), counted so that dates can stand in relations like other figures.
//
//     parse_date("2020年6月18日")  ->  Date{2020, 6, 18}
//     days_of({2020, 6, 18})      ->  18431 days after 1970-01-01
//     to_string(date_of(18431))   ->  "2020-06-18"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tieout/base/utf8.hpp>

namespace tieout {

/// A day of the Gregorian calendar, from year 1 to 9999.
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;

    friend constexpr bool operator==(const Date&, const Date&) = default;
};

namespace detail {

constexpr bool is_leap_year(int year) noexcept {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int days_in_month(int year, int month) noexcept {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Days from 0001-01-01 to the first of January of that year.
constexpr int days_before_year(int year) noexcept {
    const int past = year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400;
}

inline constexpr int days_before_1970 = days_before_year(1970);

/// Takes the text of a date apart: digits, and the marks between them, whatever their width.
class DateReader {
  public:
    constexpr explicit DateReader(std::string_view text) noexcept : text_(text) { skip_spaces(); }

    /// Up to `digits_max` digits; nothing if there are none or more.
    constexpr std::optional<int> number(int digits_max) noexcept {
        int value = 0;
        int digits = 0;
        for (;; ++digits) {
            const CodePoint c = decode_utf8(text_, at_);
            const char32_t zero = c.value >= 0xFF10 ? char32_t{0xFF10} : U'0';
            if (c.length == 0 || c.value < zero || c.value > zero + 9) break;
            if (digits == digits_max) return std::nullopt;
            value = value * 10 + static_cast<int>(c.value - zero);
            at_ += c.length;
        }
        if (digits == 0) return std::nullopt;
        skip_spaces();
        return value;
    }
    constexpr bool mark(char32_t one, char32_t other) noexcept {
        const CodePoint c = decode_utf8(text_, at_);
        if (c.length == 0 || (c.value != one && c.value != other)) return false;
        at_ += c.length;
        skip_spaces();
        return true;
    }
    constexpr bool at_end() const noexcept { return at_ == text_.size(); }

  private:
    constexpr void skip_spaces() noexcept {
        for (CodePoint c = decode_utf8(text_, at_); c.length != 0 && is_space(c.value);
             c = decode_utf8(text_, at_)) {
            at_ += c.length;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace detail

/// Whether the calendar has that day.  Example: 2021-02-29 -> false
constexpr bool is_day(const Date& date) noexcept {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= detail::days_in_month(date.year, date.month);
}

/// Days since 1970-01-01, negative before it. The date must be a day of the calendar.
constexpr std::int32_t days_of(const Date& date) noexcept {
    int days = detail::days_before_year(date.year) - detail::days_before_1970 + date.day - 1;
    for (int month = 1; month < date.month; ++month) days += detail::days_in_month(date.year, month);
    return days;
}

/// The inverse of days_of, for days from year 1 to 9999.
constexpr Date date_of(std::int32_t days) noexcept {
    const int day_count = days + detail::days_before_1970;
    // A year is never shorter than this takes it for, so the guess is at most a few years late.
    int year = day_count / 365 + 1;
    while (detail::days_before_year(year) > day_count) --year;
    int rest = day_count - detail::days_before_year(year);
    int month = 1;
    for (; rest >= detail::days_in_month(year, month); ++month) rest -= detail::days_in_month(year, month);
    return {year, month, rest + 1};
}

/// Reads "2020-06-18" or "2020年6月18日", spaces and full-width digits allowed.
/// Fails: nothing for any other text, and for days that the calendar does not have.
constexpr std::optional<Date> parse_date(std::string_view text) noexcept {
    detail::DateReader reader(text);
    const std::optional<int> year = reader.number(4);
    if (!year) return std::nullopt;
    const bool by_words = reader.mark(U'年', U'年');
    if (!by_words && !reader.mark(U'-', 0xFF0D)) return std::nullopt;
    const std::optional<int> month = reader.number(2);
    if (!month || !(by_words ? reader.mark(U'月', U'月') : reader.mark(U'-', 0xFF0D))) return std::nullopt;
    const std::optional<int> day = reader.number(2);
    if (!day || (by_words && !reader.mark(U'日', U'号')) || !reader.at_end()) return std::nullopt;
    const Date date{*year, *month, *day};
    if (!is_day(date)) return std::nullopt;
    return date;
}

/// Example: Date{2020, 6, 18} -> "2020-06-18"
inline std::string to_string(const Date& date) {
    std::string text = "0000-00-00";
    const auto put = [&](std::size_t last, int number) {
        for (std::size_t at = last; number > 0; --at, number /= 10)
            text[at] = static_cast<char>('0' + number % 10);
    };
    put(3, date.year);
    put(6, date.month);
    put(9, date.day);
    return text;
}

} // namespace tieout

#endif
