// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_STORED_NUMBER_HPP
#define TIEOUT_SRC_READ_OFFICE_STORED_NUMBER_HPP

// A number as spreadsheets store it: a binary number printed in decimal, with up to 17 digits and perhaps an exponent. Of these
// they show 15: 0.30000000000000004 is 0.3.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tieout::detail {

/// digits × 10^power; no digits are zero.
struct StoredNumber {
    bool negative = false;
    std::string digits{};
    int power = 0;

    [[nodiscard]] bool zero() const noexcept { return digits.empty(); }
    /// How many digits stand before the point.
    [[nodiscard]] int whole() const noexcept { return static_cast<int>(digits.size()) + power; }

    void tidy() {
        while (!digits.empty() && digits.back() == '0') {
            digits.pop_back();
            ++power;
        }
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
        if (digits.empty()) {
            power = 0;
            negative = false;
        }
    }
    /// Keeps so many digits at the front.  Rounds: half up.
    void keep(int count) {
        if (count >= static_cast<int>(digits.size())) return;
        const auto kept = static_cast<std::size_t>(std::max(count, 0));
        const bool up = count >= 0 && digits[kept] >= '5';
        power += static_cast<int>(digits.size() - kept);
        digits.resize(kept);
        if (up) {
            std::size_t at = kept;
            while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
            if (at == 0)
                digits.insert(digits.begin(), '1');
            else
                ++digits[at - 1];
        }
        tidy();
    }
    /// Rounds: half up.
    void round_to(int decimals) { keep(whole() + decimals); }

    /// The digits before the point, at least as many as `least`, and those behind it.
    [[nodiscard]] std::string before_point() const {
        if (whole() <= 0) return {};
        std::string text = digits.substr(0, static_cast<std::size_t>(whole()));
        text.append(static_cast<std::size_t>(whole()) - text.size(), '0');
        return text;
    }
    [[nodiscard]] std::string behind_point(std::size_t decimals) const {
        std::string text;
        if (whole() < 0) text.assign(std::min(decimals, static_cast<std::size_t>(-whole())), '0');
        if (power < 0) text += digits.substr(whole() > 0 ? static_cast<std::size_t>(whole()) : 0);
        text.resize(decimals, '0');
        return text;
    }
    /// Written out, without zeros at its end.
    [[nodiscard]] std::string plain() const {
        std::string text = negative ? "-" : "";
        const std::string before = before_point();
        text += before.empty() ? "0" : before;
        if (power < 0) text += '.' + behind_point(static_cast<std::size_t>(-power));
        return text;
    }
};

/// What is stored.  Rounds: to 15 digits, half up.  Fails: nothing if it is no number.
[[nodiscard]] std::optional<StoredNumber> stored_number(std::string_view text);

/// −1, 0 or 1: how two numbers compare.
[[nodiscard]] int compare(const StoredNumber& a, const StoredNumber& b);

} // namespace tieout::detail

#endif
