// SPDX-License-Identifier: MIT
#include "read/sentences/headings.hpp"

#include "read/vocabulary/labels.hpp"
#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/units.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>

namespace tieout::detail {

bool Headings::contain(std::string_view words) const noexcept {
    return std::any_of(above.begin(), above.end(),
                       [&](const Heading& heading) { return contains(heading.words, words); });
}

std::string_view Headings::fund() const noexcept {
    for (auto heading = above.rbegin(); heading != above.rend(); ++heading)
        if (!heading->fund.empty()) return heading->fund;
    return {};
}

std::string_view Headings::body() const noexcept {
    for (auto heading = above.rbegin(); heading != above.rend(); ++heading)
        if (!heading->body.empty()) return heading->body;
    return {};
}

std::optional<Unit> Headings::unit() const noexcept {
    for (auto heading = above.rbegin(); heading != above.rend(); ++heading)
        if (heading->unit) return heading->unit;
    return unit_of_document;
}

Phase Headings::phase() const noexcept {
    for (auto heading = above.rbegin(); heading != above.rend(); ++heading) {
        const std::string_view words = heading->words;
        if (contains(words, "决算") || contains(words, "执行")) return Phase::executed;
        if (contains(words, "预算安排") || contains(words, "年初预算") || contains(words, "预算情况") ||
            contains(words, "预算编制") || contains(words, "部门预算"))
            return Phase::initial;
        if (contains(words, "支出情况")) break;
    }
    return otherwise;
}

void Headings::drop(int depth) {
    while (!above.empty() && above.back().depth >= depth) above.pop_back();
}

int depth_of_line(std::string_view text) noexcept {
    const std::size_t number = list_number_of(text);
    if (number == 0) return 0;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.starts_with("（") || text.starts_with("("))
        return digit(text[text.starts_with("(") ? 1 : 3]) ? 4 : 2;
    return digit(text[0]) ? 3 : text.starts_with("①") || number == 3 ? 5 : 1;
}

int number_of_line(std::string_view text) noexcept {
    if (list_number_of(text) == 0) return 0;
    if (text.starts_with("（")) text.remove_prefix(std::string_view("（").size());
    if (text.starts_with("(")) text.remove_prefix(1);
    int number = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9')
        number = number * 10 + (text[digits++] - '0');
    if (digits != 0) return number;
    static constexpr std::array<std::string_view, 9> ones{"一", "二", "三", "四", "五",
                                                          "六", "七", "八", "九"};
    const auto one = [&](std::string_view words) {
        for (std::size_t i = 0; i < ones.size(); ++i)
            if (words.starts_with(ones[i])) return static_cast<int>(i) + 1;
        return 0;
    };
    int tens = one(text);
    if (tens != 0) text.remove_prefix(3);
    if (!text.starts_with("十")) return tens;
    if (tens == 0) tens = 1;
    return tens * 10 + one(text.substr(3));
}

bool read_heading(std::string_view text, std::size_t first_figure, Headings& headings) {
    const int depth = depth_of_line(text);
    const std::size_t number = list_number_of(text);
    std::size_t end = text.find("。");
    if (depth != 0) end = std::min(end, text.find("："));
    if (end == text.npos) end = text.size();
    const bool whole = end + 3 >= text.size();
    const std::size_t longest = depth == 0 ? 120 : 300; // a numbered item may be named by class, 款 and 项
    if (end > longest || first_figure < end || (depth == 0 && !whole)) {
        if (depth != 0) headings.drop(depth);
        return false;
    }
    if (depth == 0) {
        // A line between two paragraphs that ends like a sentence is none.
        if (text.ends_with("。") || text.ends_with("；") || text.ends_with("：")) return false;
        headings.above.clear();
    } else {
        headings.drop(depth);
    }
    const std::string_view words = text.substr(number, end - std::min(number, end));
    Heading heading{
        depth, std::string(text.substr(0, end)), std::string(fund_in(words)), {}, unit_of_all(text)};
    if (depth != 0 && is_body(words)) heading.body = std::string(words);
    headings.above.push_back(std::move(heading));
    return whole;
}

} // namespace tieout::detail
