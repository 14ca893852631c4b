// SPDX-License-Identifier: MIT
// The names that figures in one order have one by one: 交通、水利、市政三个领域分别为3万元、2万元和1万元.

#include "read/sentences/mentions.hpp"

#include "read/vocabulary/words.hpp"

namespace tieout::detail {

namespace {

/// 一、二、三、四季度, 1、2、3月: the parts of a year that a row of numbers before one word names, as many as `count`; none if it does not.
std::vector<Label> numbered_parts(std::string_view words, std::size_t count) {
    static constexpr std::array<std::string_view, 3> kinds{"季度", "月份", "月"};
    const std::string_view kind = ends_with_any(words, kinds);
    if (kind.empty()) return {};
    std::string_view rest = words.substr(0, words.size() - kind.size());
    std::vector<Label> parts;
    while (!rest.empty()) {
        std::size_t end = rest.size();
        std::size_t size = 0;
        for (const std::string_view join : {"、", "和", "与", "及"})
            if (const std::size_t at = find_words(rest, join); at < end) {
                end = at;
                size = join.size();
            }
        const std::string one = std::string(rest.substr(0, end)).append(kind);
        std::size_t at = 0;
        std::size_t length = 0;
        Label part;
        part.part_of_year = part_of_year_in(one, at, length);
        if (part.part_of_year.empty() || at != 0 || length != one.size() || parts.size() == count) return {};
        parts.push_back(std::move(part));
        rest.remove_prefix(std::min(rest.size(), end + size));
    }
    return parts.size() == count ? parts : std::vector<Label>{};
}

} // namespace

std::vector<Label> names_of_run(const Sentence& sentence, const Run& run) {
    const Spot& first = sentence.spots[run.first];
    std::size_t begin = first.gap;
    std::string_view words = sentence.words(static_cast<std::uint32_t>(begin), first.numeral.begin);
    words = behind_last(words, clause_marks);
    if (const std::size_t at = words.rfind("（"); at != words.npos && !contains(words.substr(at), "）"))
        words.remove_prefix(at + std::string_view("（").size());
    for (const std::string_view word : {"其中"})
        if (begins_with(words, word)) words.remove_prefix(word.size());
    std::string_view tail;
    std::string_view behind;
    for (const std::string_view word : {"分别为", "分别是", "依次为", "分别", "依次", "各为"})
        if (const std::size_t at = words.rfind(word); at != words.npos) {
            behind = words.substr(at + word.size());
            words = words.substr(0, at);
            break;
        }
    // 三个项目年初预算: what stands behind the number of names is said of all.
    for (const std::string_view word :
         {"两个", "三个", "四个", "五个", "六个", "两项", "三项", "四项", "五项", "两类", "三类", "各"})
        if (const std::size_t at = words.rfind(word); at != words.npos && at != 0) {
            tail = words.substr(at + word.size());
            words = words.substr(0, at);
            break;
        }
    std::vector<Label> names;
    // 2018-2022年支出: each year of a row.
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (words.size() > 12 && words.starts_with("20") && digit(words[2]) && digit(words[3])) {
        std::string_view rest = words.substr(4);
        if (rest.starts_with("年")) rest.remove_prefix(std::string_view("年").size());
        for (const std::string_view mark : {"-", "—", "至", "~"})
            if (begins_with(rest, mark) && rest.substr(mark.size()).starts_with("20") &&
                rest.size() > mark.size() + 7) {
                rest.remove_prefix(mark.size());
                const int from = (words[2] - '0') * 10 + (words[3] - '0');
                const int to = (rest[2] - '0') * 10 + (rest[3] - '0');
                if (to - from + 1 != static_cast<int>(run.count)) return {};
                Label label = label_of(rest.substr(4).starts_with("年") ? rest.substr(7) : rest.substr(4));
                for (int year = from; year <= to; ++year) {
                    label.year = 2000 + year;
                    names.push_back(label);
                }
                return names;
            }
    }
    // 一、二、三、四季度分别支出: what is numbered stands behind the last number, and what is told of each behind the order.
    if (names = numbered_parts(words, run.count); !names.empty()) {
        const Label of_all = label_of(behind);
        if (!of_all.subject.empty())
            for (Label& name : names) {
                const std::string part = name.part_of_year;
                name = of_all;
                name.part_of_year = part;
            }
        return names;
    }
    std::string_view rest = words;
    while (!rest.empty() && names.size() <= run.count) {
        std::size_t end = rest.size();
        std::size_t size = 0;
        for (const std::string_view join : {"、", "和", "与", "及"})
            if (const std::size_t at = find_words(rest, join); at < end) {
                end = at;
                size = join.size();
            }
        names.push_back(label_of(rest.substr(0, end)));
        rest.remove_prefix(std::min(rest.size(), end + size));
    }
    if (names.size() != run.count) {
        if (names.size() == 1 && run.count > 1 && !names.front().subject.empty() && !run.respectively)
            return {};
        return names.size() == 1 ? std::vector<Label>{} : names;
    }
    const Label all = label_of(tail);
    // 2019年、2020年、2021年支出: the last name says what all are of.
    const Label& last = names.back();
    for (Label& name : names) {
        if (name.subject.empty() && !last.subject.empty()) {
            const std::optional<int> year = name.year;
            const bool previous = name.previous;
            name = last;
            name.year = year;
            name.previous = previous;
        }
        if (!name.phase) name.phase = all.phase ? all.phase : last.phase;
        if (!name.year) name.year = names.front().year;
    }
    return names;
}

} // namespace tieout::detail
