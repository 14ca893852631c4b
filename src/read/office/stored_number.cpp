// SPDX-License-Identifier: MIT
#include "read/office/stored_number.hpp"

#include <charconv>

namespace tieout::detail {

namespace {

constexpr bool digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Beyond these a number is none that a document prints.
constexpr int power_max = 400;
constexpr std::size_t stored_length_max = 400;
/// Spreadsheets show no more digits of what is binary.
constexpr int significant_digits = 15;

} // namespace

std::optional<StoredNumber> stored_number(std::string_view text) {
    if (text.empty() || text.size() > stored_length_max) return std::nullopt;
    StoredNumber number;
    std::size_t at = 0;
    if (text[0] == '-' || text[0] == '+') number.negative = text[at++] == '-';
    bool any = false;
    bool fraction = false;
    for (; at < text.size() && (digit(text[at]) || (text[at] == '.' && !fraction)); ++at) {
        if (text[at] == '.') {
            fraction = true;
            continue;
        }
        any = true;
        number.digits += text[at];
        if (fraction) --number.power;
    }
    if (!any) return std::nullopt;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && text[at] == '+') ++at;
        int power = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), power);
        if (error != std::errc() || power > power_max || power < -power_max) return std::nullopt;
        number.power += power;
        at = static_cast<std::size_t>(end - text.data());
    }
    if (at != text.size()) return std::nullopt;
    number.tidy();
    number.keep(significant_digits);
    return number;
}

int compare(const StoredNumber& a, const StoredNumber& b) {
    const auto sign_of = [](const StoredNumber& number) {
        return number.zero() ? 0 : number.negative ? -1 : 1;
    };
    if (sign_of(a) != sign_of(b)) return sign_of(a) < sign_of(b) ? -1 : 1;
    if (a.zero()) return 0;
    const int sign = a.negative ? -1 : 1;
    if (a.whole() != b.whole()) return a.whole() < b.whole() ? -sign : sign;
    const int order = a.digits.compare(b.digits);
    return order == 0 ? 0 : order < 0 ? -sign : sign;
}

} // namespace tieout::detail
