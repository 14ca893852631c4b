// SPDX-License-Identifier: MIT
// Parts of a year: 上半年, 一季度, 1-5月, 截至4月底.

#include "read/vocabulary/labels.hpp"
#include "read/vocabulary/words.hpp"

#include <array>

namespace tieout::detail {

std::string part_of_year_in(std::string_view words, std::size_t& at, std::size_t& length) {
    struct Part {
        std::string_view word;
        std::string_view key;
    };
    static constexpr Part parts[] = {
        {"上半年", "H1"},    {"下半年", "H2"},     {"前三季度", "01/09"}, {"前三个季度", "01/09"},
        {"第一季度", "Q1"},  {"第二季度", "Q2"},   {"第三季度", "Q3"},    {"第四季度", "Q4"},
        {"一季度", "Q1"},    {"二季度", "Q2"},     {"三季度", "Q3"},      {"四季度", "Q4"},
        {"首五月", "01/05"}, {"下一年度", "next"}, {"下年度", "next"},    {"明年", "next"}};
    static constexpr std::string_view names[] = {"半年", "季度", "首五月", "下一年度", "下年度", "明年"};
    if (contains_any(words, names))
        for (const Part& part : parts)
            if (const std::size_t found = find_words(words, part.word); found != words.npos) {
                at = found;
                length = part.word.size();
                return std::string(part.key);
            }
    // 1-5月, 1至9月, 首10个月, 截至4月底, 5月
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!digit(words[i]) || (i > 0 && (digit(words[i - 1]) || words[i - 1] == '-'))) continue;
        std::size_t end = i;
        int first = 0;
        while (end < words.size() && digit(words[end]) && end - i < 3)
            first = first * 10 + (words[end++] - '0');
        if (first < 1 || first > 12) continue;
        std::string_view rest = words.substr(end);
        int last = first;
        bool range = false;
        for (const std::string_view mark : {"月-", "月至", "-", "—", "至", "~"}) {
            if (!begins_with(rest, mark) || rest.size() == mark.size() || !digit(rest[mark.size()])) continue;
            std::size_t k = mark.size();
            int number = 0;
            while (k < rest.size() && digit(rest[k]) && k < mark.size() + 3)
                number = number * 10 + (rest[k++] - '0');
            last = number;
            rest.remove_prefix(k);
            range = true;
            break;
        }
        if (last < first || last > 12) continue;
        const bool until = words.substr(0, i).ends_with("截至") || words.substr(0, i).ends_with("截止") ||
                           words.substr(0, i).ends_with("至");
        const bool months = words.substr(0, i).ends_with("首") || words.substr(0, i).ends_with("前");
        std::string_view unit =
            begins_with_any(rest, std::array<std::string_view, 5>{"月份", "月底", "月末", "个月", "月"});
        if (unit.empty()) continue;
        if (unit == "个月" && !months) continue;
        const bool open_month = !range && (until || months || unit == "月底" || unit == "月末");
        if (open_month) {
            last = first;
            first = 1;
        }
        const std::size_t behind = words.size() - rest.size() + unit.size();
        // 12月31日 and 12月底 end the year, and a day within a month belongs to its month.
        const auto two = [](int number) {
            return std::string(number < 10 ? "0" : "") + std::to_string(number);
        };
        at = i;
        length = behind - i;
        std::size_t day = behind;
        while (day < words.size() && digit(words[day])) ++day;
        if (day != behind && words.substr(day).starts_with("日")) {
            length = day + std::string_view("日").size() - i;
            if (!until) return {}; // a date, at which something happened
            first = 1;
        }
        if (first == 1 && last == 12) return {};
        return two(first) + '/' + two(last);
    }
    return {};
}

} // namespace tieout::detail
