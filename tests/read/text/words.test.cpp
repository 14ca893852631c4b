// SPDX-License-Identifier: MIT
#include "read/vocabulary/words.hpp"

#include "../../property.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace tieout::detail;
using namespace tieout::test;

TEST_CASE(
    "words are found where a search byte by byte finds them, also in text that was cut within a character") {
    for_all(2000, [] {
        const auto piece =
            rc::gen::element<std::string>("年", "度", "年度", "一", "〇", "é", "a", "9", "。", "𠮷");
        const auto text_of = [&](int most) {
            std::string text;
            for (int left = *between(0, most); left > 0; --left) text += *piece;
            return text;
        };
        const std::string whole = text_of(*between(0, 1) == 0 ? 12 : 400);
        const auto cut = [&](std::size_t size) {
            return static_cast<std::size_t>(*between(0, static_cast<int>(std::min<std::size_t>(size, 5))));
        };
        std::string_view text = whole;
        text.remove_prefix(cut(text.size()));
        text.remove_suffix(cut(text.size()));
        const std::string words = *piece + text_of(2);
        const auto from = static_cast<std::size_t>(*between(0, static_cast<int>(text.size())));
        RC_ASSERT(find_words(text, words, from) == text.find(words, from));
    });
    for_all(1000, [] {
        const auto piece = rc::gen::element<std::string>("年", "度", "预", "算", "支", "出", "é", "9", "。");
        const auto text_of = [&](int most) {
            std::string text;
            for (int left = *between(0, most); left > 0; --left) text += *piece;
            return text;
        };
        const std::string text = text_of(*between(0, 9) == 0 ? 300 : 10);
        const std::vector<std::string> words{*piece + text_of(1), *piece + *piece, *piece + text_of(2)};
        const bool any = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return text.find(word) != std::string::npos;
        });
        RC_ASSERT(contains_any(text, words) == any);
    });
    CHECK(find_words("年", "年度") == std::string_view::npos);
    CHECK(find_words("", "年") == std::string_view::npos);
    CHECK(find_words("上年度", "年度") == 3);
}
