// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BASE_LANGUAGE_HPP
#define TIEOUT_BASE_LANGUAGE_HPP

// The two languages in which sentences are made, and a text that exists in both.
//
//     constexpr Words spent{"支出", "expenditure"};
//     spent.in(Language::en)  ->  "expenditure"

#include <cstdint>
#include <string_view>

namespace tieout {

enum class Language : std::uint8_t { zh, en };

/// The same text in Chinese and in English.
struct Words {
    std::string_view zh{};
    std::string_view en{};
    [[nodiscard]] constexpr std::string_view in(Language language) const noexcept {
        return language == Language::zh ? zh : en;
    }
};

} // namespace tieout

#endif
