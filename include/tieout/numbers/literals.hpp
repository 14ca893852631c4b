// SPDX-License-Identifier: MIT
#ifndef TIEOUT_NUMBERS_LITERALS_HPP
#define TIEOUT_NUMBERS_LITERALS_HPP

// Exact numbers written into a program, read while it is compiled.
//
//     using namespace tieout::literals;
//     static_assert(467.35_wan + 1241.76_wan == 1709.11_wan);
//     constexpr Percent rate = 96.63_pct;
//     constexpr Decimal price = 1'475.50_dec;
//
// What is no plain decimal number (1e3, 0x10, 010, more than 38 digits) does not compile.

#include <cstddef>
#include <stdexcept>
#include <string_view>

#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/money.hpp>
#include <tieout/numbers/percent.hpp>

namespace tieout {

namespace detail {

/// The characters of a numeric literal as a number.
/// Fails: throws, and so stops the compiler.
consteval Decimal literal(std::string_view text) {
    char digits[256] = {};
    std::size_t count = 0;
    for (const char c : text) {
        if (c == '\'') continue;
        if (count == sizeof(digits)) throw std::invalid_argument("tieout literal: too long");
        digits[count++] = c;
    }
    const std::string_view plain(digits, count);
    if (plain.size() > 1 && plain[0] == '0' && plain[1] != '.') {
        throw std::invalid_argument(
            "tieout literal: octal, hexadecimal and binary numbers have no meaning here");
    }
    const Result<Decimal, NumberError> number = parse_decimal(plain);
    if (!number) throw std::invalid_argument("tieout literal: not a plain decimal number");
    return *number;
}

} // namespace detail

namespace literals {

consteval Decimal operator""_dec(const char* text) { return detail::literal(text); }

consteval Money operator""_yuan(const char* text) { return {detail::literal(text), MoneyUnit::yuan}; }
consteval Money operator""_qian(const char* text) { return {detail::literal(text), MoneyUnit::qian_yuan}; }
consteval Money operator""_wan(const char* text) { return {detail::literal(text), MoneyUnit::wan_yuan}; }
consteval Money operator""_baiwan(const char* text) {
    return {detail::literal(text), MoneyUnit::bai_wan_yuan};
}
consteval Money operator""_yi(const char* text) { return {detail::literal(text), MoneyUnit::yi_yuan}; }

consteval Percent operator""_pct(const char* text) { return Percent(detail::literal(text)); }
consteval Percent operator""_permille(const char* text) {
    return Percent::of_permille(detail::literal(text));
}

} // namespace literals
} // namespace tieout

#endif // TIEOUT_NUMBERS_LITERALS_HPP
