// SPDX-License-Identifier: MIT
#include <tieout/locate/slip.hpp>

#include "relations/wide_decimal.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tieout {

namespace {

using Values = std::vector<Decimal>;

/// The digits of a number as printed, and how many of them stand after the point.
struct Digits {
    std::string text;
    int scale;
    bool negative;

    explicit Digits(const Decimal& value)
        : text(digits_of(abs(value))), scale(value.scale), negative(sign(value) < 0) {
        // 0.05 is printed with the zeros before its first digit.
        const std::size_t least = scale > 0 ? static_cast<std::size_t>(scale) + 1 : 1;
        if (text.size() < least) text.insert(0, least - text.size(), '0');
    }
    [[nodiscard]] std::size_t before_point() const {
        return scale > 0 ? text.size() - static_cast<std::size_t>(scale) : text.size();
    }
    static std::string digits_of(const Decimal& size) {
        return detail::fits_int64(size) ? std::to_string(size.lo) : detail::coefficient_of(size).str();
    }
};

/// So many digits are an integer of 64 bits.
constexpr std::size_t digits_64_max = 18;

void add(Values& meant, const Digits& printed, const std::string& digits, int scale) {
    if (digits.size() <= digits_64_max && detail::scale_in_range(scale)) {
        std::int64_t size = 0;
        for (const char digit : digits) size = size * 10 + (digit - '0');
        meant.push_back(Decimal::of(printed.negative ? -size : size, scale));
        return;
    }
    const auto parsed = parse_decimal(digits);
    if (!parsed) return;
    const Decimal signed_value = printed.negative ? -parsed.value() : parsed.value();
    if (const auto value = detail::narrowed({detail::coefficient_of(signed_value), scale}))
        meant.push_back(*value);
}

void digits_exchanged(const SlipSubject& subject, Values& meant) {
    const Digits printed(subject.printed);
    for (std::size_t i = 0; i + 1 < printed.text.size(); ++i) {
        if (printed.text[i] == printed.text[i + 1]) continue;
        std::string digits = printed.text;
        std::swap(digits[i], digits[i + 1]);
        add(meant, printed, digits, printed.scale);
    }
}

void digit_wrong(const SlipSubject& subject, Values& meant) {
    const Digits printed(subject.printed);
    for (std::size_t i = 0; i < printed.text.size(); ++i)
        for (char digit = '0'; digit <= '9'; ++digit) {
            if (digit == printed.text[i]) continue;
            std::string digits = printed.text;
            digits[i] = digit;
            add(meant, printed, digits, printed.scale);
        }
}

void digit_dropped(const SlipSubject& subject, Values& meant) {
    const Digits printed(subject.printed);
    const std::size_t point = printed.before_point();
    for (std::size_t i = 0; i <= printed.text.size(); ++i)
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string digits = printed.text;
            digits.insert(digits.begin() + static_cast<std::ptrdiff_t>(i), digit);
            if (i <= point && !(i == 0 && digit == '0')) add(meant, printed, digits, printed.scale);
            if (i >= point && printed.scale < subject.finest_scale)
                add(meant, printed, digits, printed.scale + 1);
        }
}

void digit_repeated(const SlipSubject& subject, Values& meant) {
    const Digits printed(subject.printed);
    const std::size_t point = printed.before_point();
    for (std::size_t i = 1; i < printed.text.size(); ++i) {
        if (printed.text[i] != printed.text[i - 1]) continue;
        std::string digits = printed.text;
        digits.erase(i, 1);
        add(meant, printed, digits, i < point ? printed.scale : printed.scale - 1);
    }
}

void sign_reversed(const SlipSubject& subject, Values& meant) {
    if (!is_zero(subject.printed)) meant.push_back(-subject.printed);
}

/// The same digits with the point elsewhere.
void add_shifted(const SlipSubject& subject, Values& meant, int power) {
    if (is_zero(subject.printed)) return;
    const int scale = subject.printed.scale - power;
    const bool whole = scale < 0 && subject.printed.scale >= 0;
    if (!whole && detail::scale_in_range(scale)) {
        meant.push_back(shifted(subject.printed, power));
        return;
    }
    const detail::WideDecimal value(subject.printed);
    const auto shifted_value =
        whole ? detail::narrowed({value.coefficient * detail::wide_power_of_ten(-scale), 0})
              : detail::narrowed({value.coefficient, scale});
    if (shifted_value) meant.push_back(*shifted_value);
}

void point_misplaced(const SlipSubject& subject, Values& meant) {
    for (const int power : {-1, 1, -2, 2, -3, 3}) {
        // By two places a percentage becomes a fraction, which has its own name.
        const bool fraction = subject.unit.dimension == Dimension::percent && (power == 2 || power == -2);
        if (!fraction) add_shifted(subject, meant, power);
    }
}

void other_unit(const SlipSubject& subject, Values& meant) {
    if (subject.unit.dimension != Dimension::money) return;
    for (const int power : {-4, 4, -8, 8}) add_shifted(subject, meant, power);
}

void percent_for_fraction(const SlipSubject& subject, Values& meant) {
    if (subject.unit.dimension != Dimension::percent && subject.unit.dimension != Dimension::plain) return;
    for (const int power : {2, -2}) add_shifted(subject, meant, power);
}

void other_period(const SlipSubject& subject, Values& meant) {
    if (!subject.only) return;
    for (const Decimal& other : subject.other_periods)
        if (other == subject.printed) {
            meant.push_back(*subject.only);
            return;
        }
}

void figures_exchanged(const SlipSubject& subject, Values& meant) {
    for (const Decimal& other : subject.neighbours)
        if (other != subject.printed) meant.push_back(other);
}

void no_figure(const SlipSubject&, Values&) {}

constexpr std::array<Slip, 11> table{{
    {"digits_exchanged",
     {"相邻两位数字颠倒", "two adjacent digits exchanged"},
     "2467.68",
     "2476.68",
     digits_exchanged},
    {"digit_wrong", {"一位数字有误", "one digit wrong"}, "3960.32", "3960.22", digit_wrong},
    {"digit_dropped", {"漏写一位数字", "a digit dropped"}, "175.24", "1775.24", digit_dropped},
    {"digit_repeated", {"重复写了一位数字", "a digit written twice"}, "16683.05", "1683.05", digit_repeated},
    {"sign", {"正负号有误", "the sign reversed"}, "13", "-13", sign_reversed},
    {"point",
     {"小数点遗漏或错位", "the decimal point lost or misplaced"},
     "53107",
     "531.07",
     point_misplaced},
    {"unit", {"元与万元（或亿元）混用", "元 for 万元 (or for 亿元)"}, "54981500", "5498.15", other_unit},
    {"percent", {"百分数与小数混用", "a percentage for a fraction"}, "0.9663", "96.63", percent_for_fraction},
    {"other_period", {"误填其他年度的数", "the value of another year"}, "1284.50", "1291.07", other_period},
    {"figures_exchanged",
     {"两个数互换了位置", "two figures in each other's place"},
     "50.82",
     "58.01",
     figures_exchanged},
    {"wrong_base", {"比率的基数有误", "a rate over another base"}, "12.82", "12.82", no_figure},
}};

} // namespace

std::span<const Slip> slips() noexcept { return table; }
const Slip& wrong_base() noexcept { return table.back(); }

} // namespace tieout
