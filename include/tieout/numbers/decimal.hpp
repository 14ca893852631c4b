// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_DECIMAL_HPP
#define TIEOUT_NUMBERS_DECIMAL_HPP

// An exact decimal number that remembers how many digits it was printed with.
//
//     Decimal a = parse_decimal("20.70").value();   // coefficient 2070, scale 2
//     Decimal b = Decimal::of(207, 1);              // 20.7
//     a == b;              // true: compared by value
//     identical(a, b);     // false: the printed scales differ
//     to_string(a + b);    // "41.40": sums keep the finer scale and are exact, or throw Overflow
//     rounded(a, 0, Rounding::half_up);             // 21: fewer digits only with a scale and a rounding
//
// There is no conversion from binary floating point and no quotient; a / b is a Ratio (ratio.hpp).

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include <tieout/base/export.hpp>
#include <tieout/base/result.hpp>
#include <tieout/numbers/rounding.hpp>
#include <tieout/numbers/wide.hpp>

namespace tieout {

/// Thrown when an exact result has more than 38 digits or a scale beyond ±99. In a constant expression it is a compile
/// error instead.
class TIEOUT_API Overflow : public std::overflow_error {
  public:
    using std::overflow_error::overflow_error;
};

/// Scales run from -decimal_scale_max to decimal_scale_max.
inline constexpr int decimal_scale_max = 99;

/// Digits that a coefficient may have.
inline constexpr int decimal_digits_max = 38;

/// Integers that are numbers: neither truth values nor characters.
template <class I>
concept Integer = std::integral<I> && sizeof(I) <= sizeof(std::uint64_t) &&
                  !std::same_as<std::remove_cv_t<I>, bool> && !std::same_as<std::remove_cv_t<I>, char> &&
                  !std::same_as<std::remove_cv_t<I>, wchar_t> &&
                  !std::same_as<std::remove_cv_t<I>, char8_t> &&
                  !std::same_as<std::remove_cv_t<I>, char16_t> &&
                  !std::same_as<std::remove_cv_t<I>, char32_t>;

/// An exact decimal: coefficient · 10^-scale.
///
/// The coefficient is hi:lo in two's complement and at most 10^38 − 1 in magnitude, so that negation never fails; the
/// members are public to make the type usable as a template argument, not to be written to. A negative scale says that
/// a number is known to tens, hundreds, …: 14754300 known to hundreds is coefficient 147543 with scale -2.
/// Fails: arithmetic throws Overflow when the result, at the scale that it must have, leaves the range; no zeros are
/// dropped to make it fit.
struct Decimal {
    std::uint64_t lo = 0;
    std::int64_t hi = 0;
    std::int32_t scale = 0;

    constexpr Decimal() = default;

    template <Integer I>
    constexpr Decimal(I value) noexcept
        : lo(static_cast<std::uint64_t>(value)), hi(std::signed_integral<I> && value < I{} ? -1 : 0) {}

    /// Digits have to come from text or from an integer.
    Decimal(std::floating_point auto) = delete;

    /// coefficient · 10^-scale.
    /// Fails: throws Overflow if the scale is out of range.  Example: Decimal::of(2070, 2) -> 20.70
    static constexpr Decimal of(std::int64_t coefficient, int scale);

    constexpr Decimal& operator+=(const Decimal& other);
    constexpr Decimal& operator-=(const Decimal& other);
    constexpr Decimal& operator*=(const Decimal& other);

    /// By value: 20.7 == 20.70. Never fails, whatever the scales.
    friend constexpr bool operator==(const Decimal& a, const Decimal& b) noexcept;
    friend constexpr std::weak_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept;
};

namespace detail {

/// 10^38, the first magnitude that is out of range.
inline constexpr U128 coefficient_end = powers_of_ten_128[power_128_max];

// Not constexpr, so that reaching one of these stops a constant evaluation.
[[noreturn]] inline void throw_overflow() {
    throw Overflow("tieout: a decimal result needs more than 38 digits, or a scale beyond 99");
}

constexpr bool is_negative(const Decimal& d) noexcept { return d.hi < 0; }

constexpr U128 magnitude(const Decimal& d) noexcept {
    const U128 bits{d.lo, static_cast<std::uint64_t>(d.hi)};
    return d.hi < 0 ? subtract(U128{}, bits) : bits;
}

constexpr bool scale_in_range(std::int64_t scale) noexcept {
    return scale >= -decimal_scale_max && scale <= decimal_scale_max;
}

/// magnitude < 10^38 and the scale in range
constexpr Decimal make_decimal(bool negative, U128 magnitude, int scale) noexcept {
    const U128 bits = negative ? subtract(U128{}, magnitude) : magnitude;
    Decimal d;
    d.lo = bits.lo;
    d.hi = static_cast<std::int64_t>(bits.hi);
    d.scale = scale;
    return d;
}

constexpr std::optional<Decimal> make_checked(bool negative, U128 magnitude, std::int64_t scale) noexcept {
    if (!scale_in_range(scale) || magnitude >= coefficient_end) return std::nullopt;
    return make_decimal(negative, magnitude, static_cast<int>(scale));
}

/// magnitude · 10^power if that is below `end`. power >= 0
constexpr bool scale_coefficient(U128& magnitude, int power, U128 end = coefficient_end) noexcept {
    // Asked for less than zero too, so that GCC 12 sees no table read before its beginning.
    if (power <= 0 || magnitude == U128{}) return true;
    if (magnitude.hi == 0 && power <= power_64_max) {
        magnitude = multiply(magnitude.lo, powers_of_ten_64[static_cast<std::size_t>(power)]);
        return magnitude < end;
    }
    U256 wide(magnitude);
    if (power > power_128_max || !scale_up(wide, power) || !wide.fits_128()) return false;
    magnitude = wide.low_128();
    return magnitude < end;
}

/// 2 · 10^38. A term beyond it cannot be brought back into range by another; below it, sums fit 128 bits.
inline constexpr U128 aligned_end = add(coefficient_end, coefficient_end);

constexpr std::optional<Decimal> add_any_scale(Decimal a, Decimal b, bool negate_b) noexcept {
    U128 x = magnitude(a);
    U128 y = magnitude(b);
    const int scale = a.scale > b.scale ? a.scale : b.scale;
    if (!scale_coefficient(x, finer_by(scale, a.scale), aligned_end) ||
        !scale_coefficient(y, finer_by(scale, b.scale), aligned_end)) {
        return std::nullopt;
    }
    const bool negative = is_negative(a);
    if (negative == (is_negative(b) != negate_b)) return make_checked(negative, add(x, y), scale);
    return x >= y ? make_checked(negative, subtract(x, y), scale)
                  : make_checked(!negative, subtract(y, x), scale);
}

constexpr Decimal value_or_throw(const std::optional<Decimal>& result) {
    if (!result) throw_overflow();
    return *result;
}

// What is seldom needed stays out of line and takes its numbers by value: then those of the usual case are never
// needed in memory, which makes sums and comparisons several times as fast.
[[gnu::noinline]] constexpr Decimal add_slowly(Decimal a, Decimal b, bool negate_b) {
    return value_or_throw(add_any_scale(a, b, negate_b));
}

/// Whether the upper half of a 128-bit sum of two coefficients shows that it is in range. A sum that wrapped around
/// lies outside these bounds, and one inside is below 2^126 < 10^38.
constexpr bool surely_in_range(std::uint64_t hi) noexcept {
    return hi + (std::uint64_t{1} << 62) < (std::uint64_t{1} << 63);
}

/// The coefficient is what a 64-bit integer can hold.
constexpr bool fits_int64(const Decimal& d) noexcept { return d.hi == static_cast<std::int64_t>(d.lo) >> 63; }

constexpr U128 bits(const Decimal& d) noexcept { return {d.lo, static_cast<std::uint64_t>(d.hi)}; }

constexpr Decimal from_bits(U128 bits, int scale) noexcept {
    Decimal d;
    d.lo = bits.lo;
    d.hi = static_cast<std::int64_t>(bits.hi);
    d.scale = scale;
    return d;
}

/// Whether the coefficient times 10^power is quickly had: 2^63 · 10^18 < 10^38.
constexpr bool scales_quickly(const Decimal& d, int power) noexcept {
    return power >= 0 && power < power_64_max && fits_int64(d);
}

constexpr U128 scaled_bits(const Decimal& d, int power) noexcept {
    return multiply_signed(static_cast<std::int64_t>(d.lo),
                           static_cast<std::int64_t>(powers_of_ten_64[static_cast<std::size_t>(power)]));
}

/// The coefficients of both at the finer scale, if that is quickly had.
constexpr bool align_quickly(const Decimal& a, const Decimal& b, U128& x, U128& y) noexcept {
    x = bits(a);
    y = bits(b);
    const int power = finer_by(a.scale, b.scale);
    if (power == 0) return true;
    if (scales_quickly(b, power)) {
        y = scaled_bits(b, power);
        return true;
    }
    if (scales_quickly(a, -power)) {
        x = scaled_bits(a, -power);
        return true;
    }
    return false;
}

/// Compares in two's complement.
constexpr std::weak_ordering compare_bits(U128 x, U128 y) noexcept {
    if (x.hi != y.hi) return static_cast<std::int64_t>(x.hi) <=> static_cast<std::int64_t>(y.hi);
    return x.lo <=> y.lo;
}

/// The product of two numbers for which fits_int64() holds: below 2^126 < 10^38, so only the scale may leave its range.
constexpr Decimal multiply_quickly(const Decimal& a, const Decimal& b, int scale) noexcept {
    return from_bits(multiply_signed(static_cast<std::int64_t>(a.lo), static_cast<std::int64_t>(b.lo)),
                     scale);
}

} // namespace detail

constexpr Decimal Decimal::of(std::int64_t coefficient, int scale) {
    if (!detail::scale_in_range(scale)) detail::throw_overflow();
    Decimal d(coefficient);
    d.scale = scale;
    return d;
}

/// Exact; the scale is the finer of the two.
constexpr Decimal operator+(const Decimal& a, const Decimal& b) {
    detail::U128 x;
    detail::U128 y;
    if (detail::align_quickly(a, b, x, y)) {
        const detail::U128 sum = detail::add(x, y);
        if (detail::surely_in_range(sum.hi))
            return detail::from_bits(sum, a.scale > b.scale ? a.scale : b.scale);
    }
    return detail::add_slowly(a, b, false);
}

/// Exact; the scale is the finer of the two.
constexpr Decimal operator-(const Decimal& a, const Decimal& b) {
    detail::U128 x;
    detail::U128 y;
    if (detail::align_quickly(a, b, x, y)) {
        const detail::U128 difference = detail::subtract(x, y);
        if (detail::surely_in_range(difference.hi)) {
            return detail::from_bits(difference, a.scale > b.scale ? a.scale : b.scale);
        }
    }
    return detail::add_slowly(a, b, true);
}

/// Exact, or nothing when it leaves the range.
constexpr std::optional<Decimal> checked_add(const Decimal& a, const Decimal& b) noexcept {
    return detail::add_any_scale(a, b, false);
}

constexpr std::optional<Decimal> checked_subtract(const Decimal& a, const Decimal& b) noexcept {
    return detail::add_any_scale(a, b, true);
}

constexpr std::optional<Decimal> checked_multiply(Decimal a, Decimal b) noexcept {
    const std::int64_t scale = std::int64_t{a.scale} + b.scale;
    const detail::U256 product = detail::multiply(detail::magnitude(a), detail::magnitude(b));
    if (!product.fits_128()) return std::nullopt;
    return detail::make_checked(detail::is_negative(a) != detail::is_negative(b), product.low_128(), scale);
}

namespace detail {

[[gnu::noinline]] constexpr Decimal multiply_slowly(Decimal a, Decimal b) {
    return value_or_throw(checked_multiply(a, b));
}

} // namespace detail

/// Exact; the scale is the sum of the two.
constexpr Decimal operator*(const Decimal& a, const Decimal& b) {
    const std::int64_t scale = std::int64_t{a.scale} + b.scale;
    if (detail::scale_in_range(scale) && detail::fits_int64(a) && detail::fits_int64(b)) {
        return detail::multiply_quickly(a, b, static_cast<int>(scale));
    }
    return detail::multiply_slowly(a, b);
}

constexpr Decimal operator-(const Decimal& d) noexcept {
    return detail::make_decimal(!detail::is_negative(d), detail::magnitude(d), d.scale);
}

constexpr Decimal operator+(const Decimal& d) noexcept { return d; }

constexpr Decimal& Decimal::operator+=(const Decimal& other) { return *this = *this + other; }
constexpr Decimal& Decimal::operator-=(const Decimal& other) { return *this = *this - other; }
constexpr Decimal& Decimal::operator*=(const Decimal& other) { return *this = *this * other; }

constexpr bool is_zero(const Decimal& d) noexcept { return d.lo == 0 && d.hi == 0; }

/// -1, 0 or 1.
constexpr int sign(const Decimal& d) noexcept { return d.hi < 0 ? -1 : is_zero(d) ? 0 : 1; }

constexpr Decimal abs(const Decimal& d) noexcept { return d.hi < 0 ? -d : d; }

namespace detail {

[[gnu::noinline]] constexpr std::weak_ordering compare_slowly(Decimal a, Decimal b) noexcept {
    const int sign_a = sign(a);
    const int sign_b = sign(b);
    if (sign_a != sign_b || sign_a == 0) return sign_a <=> sign_b;
    const U256 magnitude_a(magnitude(a));
    const U256 magnitude_b(magnitude(b));
    const int power = finer_by(b.scale, a.scale);
    const std::strong_ordering order = power > 0 ? compare_scaled(magnitude_a, power, magnitude_b)
                                                 : 0 <=> compare_scaled(magnitude_b, -power, magnitude_a);
    return sign_a < 0 ? 0 <=> order : order;
}

} // namespace detail

constexpr std::weak_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept {
    detail::U128 x;
    detail::U128 y;
    if (detail::align_quickly(a, b, x, y)) return detail::compare_bits(x, y);
    return detail::compare_slowly(a, b);
}

constexpr bool operator==(const Decimal& a, const Decimal& b) noexcept {
    if (a.scale == b.scale) return a.lo == b.lo && a.hi == b.hi;
    return (a <=> b) == 0;
}

/// Same value and same printed scale: 20.7 and 20.70 are equal, not identical.
constexpr bool identical(const Decimal& a, const Decimal& b) noexcept {
    return a.lo == b.lo && a.hi == b.hi && a.scale == b.scale;
}

/// d · 10^power, by moving the point; the digits stay as they are.
/// Fails: throws Overflow if the scale leaves its range.  Example: shifted(1475.43, 4) -> 14754300, known to hundreds
constexpr Decimal shifted(Decimal d, int power) {
    const std::int64_t scale = std::int64_t{d.scale} - power;
    if (!detail::scale_in_range(scale)) detail::throw_overflow();
    d.scale = static_cast<std::int32_t>(scale);
    return d;
}

/// The same value with exactly this scale, or nothing if digits would be lost or do not fit.
/// Example: rescaled(20.7, 2) -> 20.70; rescaled(20.75, 1) -> nothing
constexpr std::optional<Decimal> rescaled(const Decimal& d, int scale) noexcept;

/// The value with exactly this scale.
/// Rounds: as named; not at all if the scale is as fine as the number's.  Fails: throws Overflow.
constexpr Decimal rounded(const Decimal& d, int scale, Rounding rounding);

/// Without the zeros that end the decimals: 20.70 -> 20.7, 100.00 -> 100. Never a negative scale.
constexpr Decimal trimmed(const Decimal& d) noexcept;

/// What one step in the last printed digit is worth: 0.01 for 20.70, 100 for 14754300 known to hundreds.
constexpr Decimal unit_in_last_place(const Decimal& d) { return Decimal::of(1, d.scale); }

namespace detail {

/// magnitude / divisor with `rounding`, as a number of this scale; nothing if it leaves the range. divisor > 0
constexpr std::optional<Decimal> divide_rounded(const U256& magnitude, const U256& divisor, bool negative,
                                                int scale, Rounding rounding) noexcept {
    const Division division = divide(magnitude, divisor);
    Remainder remainder = Remainder::none;
    if (!division.remainder.is_zero()) {
        const auto against_half = division.remainder <=> subtract(divisor, division.remainder);
        remainder = against_half < 0   ? Remainder::below_half
                    : against_half > 0 ? Remainder::above_half
                                       : Remainder::half;
    }
    if (!division.quotient.fits_128()) return std::nullopt;
    U128 quotient = division.quotient.low_128();
    if (quotient >= coefficient_end) return std::nullopt;
    if (rounds_away_from_zero(rounding, remainder, negative, (quotient.lo & 1) != 0))
        quotient = add(quotient, U128{1, 0});
    return make_checked(negative, quotient, scale);
}

constexpr std::optional<Decimal> rounded_checked(const Decimal& d, int scale, Rounding rounding) noexcept {
    if (!scale_in_range(scale)) return std::nullopt;
    U128 coefficient = magnitude(d);
    if (scale >= d.scale) {
        if (!scale_coefficient(coefficient, finer_by(scale, d.scale))) return std::nullopt;
        return make_decimal(is_negative(d), coefficient, scale);
    }
    // A coefficient is below 10^38, so that beyond 10^39 every divisor leaves the same: all of it, and less than half.
    const int finer = finer_by(d.scale, scale);
    const int power = finer < 40 ? finer : 40;
    return divide_rounded(U256(coefficient), power_of_ten(power), is_negative(d), scale, rounding);
}

/// Removes zeros from the end of the coefficient while the scale is above `scale_min`.
constexpr Decimal without_zeros(const Decimal& d, int scale_min) noexcept {
    if (is_zero(d)) {
        Decimal zero;
        zero.scale = d.scale < scale_min ? d.scale : scale_min;
        return zero;
    }
    U128 coefficient = magnitude(d);
    int scale = d.scale;
    while (coefficient.hi != 0 && scale > scale_min) {
        const Division division = divide(U256(coefficient), U256(U128{10, 0}));
        if (!division.remainder.is_zero()) return make_decimal(is_negative(d), coefficient, scale);
        coefficient = division.quotient.low_128();
        --scale;
    }
    while (scale > scale_min && coefficient.lo % 10 == 0) {
        coefficient.lo /= 10;
        --scale;
    }
    return make_decimal(is_negative(d), coefficient, scale);
}

} // namespace detail

constexpr std::optional<Decimal> rescaled(const Decimal& d, int scale) noexcept {
    const std::optional<Decimal> result = detail::rounded_checked(d, scale, Rounding::down);
    if (!result || (scale < d.scale && *result != d)) return std::nullopt;
    return result;
}

constexpr Decimal rounded(const Decimal& d, int scale, Rounding rounding) {
    return detail::value_or_throw(detail::rounded_checked(d, scale, rounding));
}

constexpr Decimal trimmed(const Decimal& d) noexcept {
    return d.scale <= 0 ? d : detail::without_zeros(d, 0);
}

// ---- reading ----

/// Why a text is not a number.
enum class NumberFault : std::uint8_t {
    empty,                       ///< no text at all
    not_a_number,                ///< no digit where the number should begin
    trailing_text,               ///< a number, then something else
    misplaced_separator,         ///< a thousands separator where none may be
    two_points,                  ///< a second decimal point
    digit_expected_before_point, ///< ".5"
    digit_expected_after_point,  ///< "5."
    leading_zero,                ///< "007" where the grammar forbids it
    exponent_not_allowed,        ///< "1e3" where the grammar has no exponents
    digit_expected_in_exponent,  ///< "1e" or "1e+"
    too_many_digits,             ///< more than 38 significant digits
    scale_out_of_range,          ///< more than 99 decimals, or as many zeros before the point
    invalid_encoding,            ///< not UTF-8
};

/// What is known of one fault: its name in results, and what to tell a person.
struct NumberFaultEntry {
    NumberFault fault;
    std::string_view name;
    std::string_view message;
};

inline constexpr NumberFaultEntry number_faults[] = {
    {NumberFault::empty, "empty", "expected a number, found nothing"},
    {NumberFault::not_a_number, "not_a_number", "expected a number"},
    {NumberFault::trailing_text, "trailing_text", "unexpected text after the number"},
    {NumberFault::misplaced_separator, "misplaced_separator", "a thousands separator is not allowed here"},
    {NumberFault::two_points, "two_points", "a second decimal point"},
    {NumberFault::digit_expected_before_point, "digit_expected_before_point",
     "expected a digit before the point"},
    {NumberFault::digit_expected_after_point, "digit_expected_after_point",
     "expected a digit after the point"},
    {NumberFault::leading_zero, "leading_zero", "a number must not begin with a zero followed by digits"},
    {NumberFault::exponent_not_allowed, "exponent_not_allowed", "exponents are not allowed here"},
    {NumberFault::digit_expected_in_exponent, "digit_expected_in_exponent",
     "expected a digit in the exponent"},
    {NumberFault::too_many_digits, "too_many_digits", "more than 38 significant digits"},
    {NumberFault::scale_out_of_range, "scale_out_of_range",
     "more than 99 digits after or zeros before the point"},
    {NumberFault::invalid_encoding, "invalid_encoding", "the text is not UTF-8"},
};

constexpr std::string_view name_of(NumberFault fault) {
    return number_faults[static_cast<std::size_t>(fault)].name;
}
constexpr std::string_view message_of(NumberFault fault) {
    return number_faults[static_cast<std::size_t>(fault)].message;
}

/// What is wrong with a text, and at which byte.
struct NumberError {
    NumberFault fault = NumberFault::empty;
    std::size_t offset = 0;

    friend constexpr bool operator==(const NumberError&, const NumberError&) = default;
};
constexpr std::string_view message_of(const NumberError& error) { return message_of(error.fault); }

namespace detail {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Up to 38 significant digits; zeros that lead do not count.
class CoefficientReader {
  public:
    constexpr bool take(char digit) noexcept {
        const auto value = static_cast<std::uint64_t>(digit - '0');
        if (count_ < 19) {
            head_ = head_ * 10 + value;
        } else if (count_ < decimal_digits_max) {
            tail_ = tail_ * 10 + value;
        } else {
            return false;
        }
        count_ += static_cast<int>((static_cast<std::uint64_t>(count_) | value) != 0);
        return true;
    }

    constexpr U128 coefficient() const noexcept {
        if (count_ <= 19) return U128{head_, 0};
        const U128 head = multiply(head_, powers_of_ten_64[static_cast<std::size_t>(count_ - 19)]);
        return add(head, U128{tail_, 0});
    }

  private:
    std::uint64_t head_ = 0;
    std::uint64_t tail_ = 0;
    int count_ = 0;
};

enum class NumberGrammar : std::uint8_t { plain, json };

/// The whole grammar, with every way to fail. Linear in the text, however long it is.
[[gnu::noinline]] constexpr Result<Decimal, NumberError> parse_number(std::string_view text,
                                                                      NumberGrammar grammar) {
    const auto failure = [](NumberFault fault, std::size_t offset) {
        return fail(NumberError{fault, offset});
    };
    const std::size_t end = text.size();
    std::size_t at = 0;
    if (end == 0) return failure(NumberFault::empty, 0);
    const bool negative = text[0] == '-';
    if (negative || (text[0] == '+' && grammar == NumberGrammar::plain)) ++at;
    if (at == end) return failure(NumberFault::not_a_number, at);
    if (!is_digit(text[at])) {
        const bool point = text[at] == '.' && at + 1 < end && is_digit(text[at + 1]);
        return failure(point ? NumberFault::digit_expected_before_point : NumberFault::not_a_number, at);
    }
    if (grammar == NumberGrammar::json && text[at] == '0' && at + 1 < end && is_digit(text[at + 1])) {
        return failure(NumberFault::leading_zero, at);
    }

    CoefficientReader digits;
    for (; at < end && is_digit(text[at]); ++at) {
        if (!digits.take(text[at])) return failure(NumberFault::too_many_digits, at);
    }
    std::int64_t scale = 0;
    std::size_t scale_place = at;
    if (at < end && text[at] == '.') {
        const std::size_t first = ++at;
        for (; at < end && is_digit(text[at]); ++at) {
            if (!digits.take(text[at])) return failure(NumberFault::too_many_digits, at);
        }
        if (at == first) return failure(NumberFault::digit_expected_after_point, at);
        scale = static_cast<std::int64_t>(at - first);
        scale_place = scale > decimal_scale_max ? first + decimal_scale_max : at;
    }
    if (at < end && (text[at] == 'e' || text[at] == 'E')) {
        if (grammar == NumberGrammar::plain) return failure(NumberFault::exponent_not_allowed, at);
        scale_place = at++;
        const bool exponent_negative = at < end && text[at] == '-';
        if (at < end && (text[at] == '-' || text[at] == '+')) ++at;
        if (at == end || !is_digit(text[at])) return failure(NumberFault::digit_expected_in_exponent, at);
        // Far beyond any text's length, so that no number of decimals brings a saturated exponent back into range.
        constexpr std::int64_t exponent_end = std::int64_t{1} << 58;
        std::int64_t exponent = 0;
        for (; at < end && is_digit(text[at]); ++at) {
            if (exponent < exponent_end) exponent = exponent * 10 + (text[at] - '0');
        }
        scale += exponent_negative ? exponent : -exponent;
    }
    if (at < end) {
        const char c = text[at];
        if (c == '.') return failure(NumberFault::two_points, at);
        if (c == ',') return failure(NumberFault::misplaced_separator, at);
        return failure(NumberFault::trailing_text, at);
    }
    if (!scale_in_range(scale)) return failure(NumberFault::scale_out_of_range, scale_place);
    return make_decimal(negative, digits.coefficient(), static_cast<int>(scale));
}

/// Numbers short enough for one 64-bit integer, which nearly all are; nothing if it is not plainly one of them.
struct ShortNumber {
    std::int64_t coefficient = 0;
    std::int32_t scale = -1; ///< negative for nothing

    constexpr explicit operator bool() const noexcept { return scale >= 0; }
    constexpr Decimal decimal() const noexcept {
        Decimal d(coefficient);
        d.scale = scale;
        return d;
    }
};

// In two registers and not through a Decimal in memory: that would be written in parts and read as a whole, for which
// a processor waits longer than for all the rest.
constexpr ShortNumber parse_short(std::string_view text) noexcept {
    if (text.size() > 18) return {};
    const char* at = text.data();
    const char* const end = at + text.size();
    if (at == end) return {};
    const bool negative = *at == '-';
    at += static_cast<int>(negative);
    const char* const first = at;
    std::int64_t value = 0;
    for (; at != end && is_digit(*at); ++at) value = value * 10 + (*at - '0');
    if (at == first) return {};
    std::int32_t scale = 0;
    if (at != end) {
        if (*at != '.') return {};
        const char* const decimals = ++at;
        for (; at != end && is_digit(*at); ++at) value = value * 10 + (*at - '0');
        if (at != end || at == decimals) return {};
        scale = static_cast<std::int32_t>(at - decimals);
    }
    return {negative ? -value : value, scale};
}

/// The result is built anew, for the same reason.
constexpr Result<Decimal, NumberError> parse_any(std::string_view text, NumberGrammar grammar) {
    const Result<Decimal, NumberError> number = parse_number(text, grammar);
    if (!number) return fail(number.error());
    return *number;
}

} // namespace detail

/// Reads `[+-]digits[.digits]` in ASCII: the whole text, or an error. Leading zeros are allowed, exponents are not.
/// Fails: with one of NumberFault.  Example: "20.70" -> 20.70; "20.70元" -> trailing_text at 5
constexpr Result<Decimal, NumberError> parse_decimal(std::string_view text) {
    if (const detail::ShortNumber number = detail::parse_short(text)) return number.decimal();
    return detail::parse_any(text, detail::NumberGrammar::plain);
}

/// Reads the raw token of a JSON number (RFC 8259, section 6), exponent included.
/// Fails: with one of NumberFault.  Example: "1.5e3" -> coefficient 15, scale -2
constexpr Result<Decimal, NumberError> parse_json_number(std::string_view text) {
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    const bool leads_with_zero =
        first + 1 < text.size() && text[first] == '0' && detail::is_digit(text[first + 1]);
    if (!leads_with_zero) {
        if (const detail::ShortNumber number = detail::parse_short(text)) return number.decimal();
    }
    return detail::parse_any(text, detail::NumberGrammar::json);
}

// ---- writing ----

/// Bytes that write() needs at most: a sign, 38 digits and 99 zeros.
inline constexpr std::size_t decimal_text_max = 1 + decimal_digits_max + decimal_scale_max;

namespace detail {

/// Decimal digits of a magnitude, without leading zeros; nothing for zero.
class CoefficientText {
  public:
    constexpr explicit CoefficientText(U128 value) noexcept {
        // Nine digits at a time: dividing 128 bits by ten for each digit costs ten times as much.
        while (value.hi != 0) {
            std::uint32_t chunk = divide_by_billion(value);
            for (int i = 0; i < 9; ++i) {
                put(chunk % 10);
                chunk /= 10;
            }
        }
        for (; value.lo != 0; value.lo /= 10) put(static_cast<std::uint32_t>(value.lo % 10));
    }

    constexpr std::string_view view() const noexcept { return {digits_ + first_, sizeof(digits_) - first_}; }

  private:
    constexpr void put(std::uint32_t digit) noexcept { digits_[--first_] = static_cast<char>('0' + digit); }

    char digits_[45] = {};
    std::size_t first_ = sizeof(digits_);
};

} // namespace detail

/// Writes the number in plain digits, as many decimals as its scale says, and returns the end. Needs decimal_text_max
/// bytes at most. Example: 20.70 -> "20.70"; 147543 with scale -2 -> "14754300"
constexpr char* write(const Decimal& d, char* out) noexcept {
    if (!detail::scale_in_range(d.scale)) detail::fatal("a number was written whose scale is beyond 99");
    const detail::CoefficientText text(detail::magnitude(d));
    const std::string_view digits = text.view();
    const auto put = [&out](std::string_view part) {
        for (const char c : part) *out++ = c;
    };
    const auto put_zeros = [&out](std::size_t count) {
        for (; count > 0; --count) *out++ = '0';
    };
    if (detail::is_negative(d)) *out++ = '-';
    if (d.scale <= 0) {
        if (digits.empty()) {
            *out++ = '0';
        } else {
            put(digits);
            put_zeros(static_cast<std::size_t>(-d.scale));
        }
        return out;
    }
    const auto decimals = static_cast<std::size_t>(d.scale);
    if (digits.size() > decimals) {
        put(digits.substr(0, digits.size() - decimals));
        *out++ = '.';
        put(digits.substr(digits.size() - decimals));
    } else {
        *out++ = '0';
        *out++ = '.';
        put_zeros(decimals - digits.size());
        put(digits);
    }
    return out;
}

inline std::string to_string(const Decimal& d) {
    char text[decimal_text_max];
    return std::string(text, write(d, text));
}

namespace detail {

/// A lower bound for scales that bounds nothing.
inline constexpr int any_scale = -1000;

/// Of a number without zeros at its end, so that all that are equal have the same members.
constexpr std::size_t hash_of_shortest(const Decimal& d) noexcept {
    std::uint64_t mixed = d.lo;
    const auto scale = is_zero(d) ? 0 : static_cast<std::uint64_t>(d.scale);
    for (const std::uint64_t part : {static_cast<std::uint64_t>(d.hi), scale}) {
        mixed = (mixed ^ (mixed >> 32)) * 0x9E3779B97F4A7C15U + part;
    }
    return static_cast<std::size_t>((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9U);
}

} // namespace detail

static_assert(sizeof(Decimal) == 24 && std::is_trivially_copyable_v<Decimal>);

} // namespace tieout

/// By value: 20.7 and 20.70 have one hash.
template <>
struct std::hash<tieout::Decimal> {
    constexpr std::size_t operator()(const tieout::Decimal& d) const noexcept {
        return tieout::detail::hash_of_shortest(tieout::detail::without_zeros(d, tieout::detail::any_scale));
    }
};

#endif // TIEOUT_NUMBERS_DECIMAL_HPP
