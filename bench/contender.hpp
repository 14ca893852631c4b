// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BENCH_CONTENDER_HPP
#define TIEOUT_BENCH_CONTENDER_HPP

// The number types that are measured against each other, each written the way somebody who had to use it would.
//
//     Contender<double>::read("1475.43")
//
// A contender says how it holds an amount with two decimals, how it is read, written, summed, and how a printed
// percentage is held against the quotient of two amounts. The integers hold hundredths.

#include <tieout/numbers/numbers.hpp>

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tieout::bench {

using boost::multiprecision::cpp_dec_float_50;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

/// The digits of "1475.43" without their point.
inline std::string hundredths(std::string_view text) {
    std::string digits(text);
    digits.erase(digits.size() - 3, 1);
    // Boost takes a zero in front for an octal number.
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.empty()) digits = "0";
    return digits;
}

/// Puts the point back.
inline std::size_t write_hundredths(std::string digits, char* out) {
    if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
    digits.insert(digits.size() - 2, 1, '.');
    return digits.copy(out, digits.size());
}

template <class T>
struct Contender;

template <>
struct Contender<Decimal> {
    static Decimal read(std::string_view text) { return parse_decimal(text).value(); }
    static std::size_t write(const Decimal& value, char* out) {
        return static_cast<std::size_t>(tieout::write(value, out) - out);
    }
    static void add(Decimal& sum, const Decimal& value) { sum += value; }
    static bool ties(const Decimal& part, const Decimal& whole, const Decimal& percent) {
        return prints_as(part / whole, Percent(percent), Printing::nearest);
    }
};

template <>
struct Contender<double> {
    static double read(std::string_view text) {
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }
    static std::size_t write(double value, char* out) {
        return static_cast<std::size_t>(std::to_chars(out, out + 64, value, std::chars_format::fixed, 2).ptr -
                                        out);
    }
    static void add(double& sum, double value) { sum += value; }
    /// Not part / whole, which would cost a division: the cheapest way there is.
    static bool ties(double part, double whole, double percent) {
        return std::abs(part * 100 - percent * whole) <= 0.005 * whole;
    }
};

template <>
struct Contender<std::int64_t> {
    static std::int64_t read(std::string_view text) {
        std::int64_t value = 0;
        const char* at = text.data();
        const char* const end = at + text.size();
        at = std::from_chars(at, end, value).ptr;
        std::int64_t decimals = 0;
        std::from_chars(at + 1, end, decimals);
        return value * 100 + decimals;
    }
    static std::size_t write(std::int64_t value, char* out) {
        char* at = std::to_chars(out, out + 32, value / 100).ptr;
        *at++ = '.';
        *at++ = static_cast<char>('0' + value / 10 % 10);
        *at++ = static_cast<char>('0' + value % 10);
        return static_cast<std::size_t>(at - out);
    }
    static void add(std::int64_t& sum, std::int64_t value) {
        if (__builtin_add_overflow(sum, value, &sum)) throw std::overflow_error("sum");
    }
    static bool ties(std::int64_t part, std::int64_t whole, std::int64_t percent) {
        std::int64_t a = 0;
        std::int64_t b = 0;
        if (__builtin_mul_overflow(part, 10000, &a) || __builtin_mul_overflow(percent, whole, &b))
            throw std::overflow_error("product");
        return std::abs(a - b) * 2 <= whole;
    }
};

template <>
struct Contender<cpp_int> {
    static cpp_int read(std::string_view text) { return cpp_int(hundredths(text)); }
    static std::size_t write(const cpp_int& value, char* out) { return write_hundredths(value.str(), out); }
    static void add(cpp_int& sum, const cpp_int& value) { sum += value; }
    static bool ties(const cpp_int& part, const cpp_int& whole, const cpp_int& percent) {
        const cpp_int gap = part * 10000 - percent * whole;
        return abs(gap) * 2 <= whole;
    }
};

template <>
struct Contender<cpp_dec_float_50> {
    static cpp_dec_float_50 read(std::string_view text) { return cpp_dec_float_50(std::string(text)); }
    static std::size_t write(const cpp_dec_float_50& value, char* out) {
        const std::string text = value.str(2, std::ios_base::fixed);
        return text.copy(out, text.size());
    }
    static void add(cpp_dec_float_50& sum, const cpp_dec_float_50& value) { sum += value; }
    static bool ties(const cpp_dec_float_50& part, const cpp_dec_float_50& whole,
                     const cpp_dec_float_50& percent) {
        static const cpp_dec_float_50 half("0.005");
        const cpp_dec_float_50 gap = part * 100 - percent * whole;
        return abs(gap) <= half * whole;
    }
};

template <>
struct Contender<cpp_rational> {
    static cpp_rational read(std::string_view text) { return cpp_rational(cpp_int(hundredths(text)), 100); }
    static std::size_t write(const cpp_rational& value, char* out) {
        const cpp_int scaled = numerator(value) * 100 / denominator(value);
        return write_hundredths(scaled.str(), out);
    }
    static void add(cpp_rational& sum, const cpp_rational& value) { sum += value; }
    static bool ties(const cpp_rational& part, const cpp_rational& whole, const cpp_rational& percent) {
        static const cpp_rational half(1, 200);
        const cpp_rational gap = part * 100 - percent * whole;
        return abs(gap) <= half * whole;
    }
};

} // namespace tieout::bench

#endif
