// SPDX-License-Identifier: MIT
#include <tieout/write/problem.hpp>

#include "write/display.hpp"

#include <array>
#include <cstddef>

namespace tieout {

namespace {

/// One kind of problem: its code, and its sentence. {e} is what was expected and {s} what was seen; a part in
/// brackets is left out where what it names is not known.
struct ProblemEntry {
    Problem::Kind kind;
    std::string_view code;
    Words sentence;
};

constexpr std::array<ProblemEntry, 14> entries{{
    {Problem::Kind::not_json,
     "not_json",
     {"不是合法的 JSON[：应为{e}][，实际是 {s}]", "this is not JSON[: expected {e}][, seen {s}]"}},
    {Problem::Kind::wrong_type,
     "wrong_type",
     {"类型不符[：应为{e}][，实际是 {s}]", "wrong type[: expected {e}][, seen {s}]"}},
    {Problem::Kind::not_a_number,
     "not_a_number",
     {"不是数字[：应为{e}][，实际是 {s}]", "not a number[: expected {e}][, seen {s}]"}},
    {Problem::Kind::unknown_key,
     "unknown_key",
     {"此处没有键[ {s}][，最接近的是 {e}]", "there is no such key here[: {s}][; the nearest is {e}]"}},
    {Problem::Kind::duplicate_key, "duplicate_key", {"键[ {s}] 重复出现", "the key[ {s}] was given before"}},
    {Problem::Kind::missing_key,
     "missing_key",
     {"缺少必需的键[ {e}][，实际是 {s}]", "a required key is missing[: {e}][; seen {s}]"}},
    {Problem::Kind::unknown_word,
     "unknown_word",
     {"此处不能用这个词[ {s}][，应为：{e}]", "this word may not stand here[: {s}][; expected {e}]"}},
    {Problem::Kind::unknown_unit,
     "unknown_unit",
     {"计量单位无法识别[：{s}][，应为{e}]", "not a unit[: {s}][; expected {e}]"}},
    {Problem::Kind::unknown_id,
     "unknown_id",
     {"没有这个数据[：{s}][，应为{e}]", "there is no such figure[: {s}][; expected {e}]"}},
    {Problem::Kind::duplicate_id, "duplicate_id", {"标识[ {s}] 重复出现", "the id[ {s}] was given before"}},
    {Problem::Kind::excess_digits,
     "excess_digits",
     {"印出的位数多于声明的位数[：应为{e}][，实际是 {s}]",
      "more digits are printed than declared[: expected {e}][, seen {s}]"}},
    {Problem::Kind::limit,
     "limit",
     {"超出限制[：应为{e}][，实际是 {s}]", "beyond a limit[: expected {e}][, seen {s}]"}},
    {Problem::Kind::encoding,
     "encoding",
     {"编码有误[：应为{e}][，实际是 {s}]", "wrong encoding[: expected {e}][, seen {s}]"}},
    {Problem::Kind::unreadable_file,
     "unreadable_file",
     {"文件无法读取[：应为{e}][，实际是 {s}]", "the file cannot be read[: expected {e}][, seen {s}]"}},
}};

const ProblemEntry& entry_of(Problem::Kind kind) noexcept {
    for (const ProblemEntry& entry : entries)
        if (entry.kind == kind) return entry;
    return entries.front();
}

std::string filled(std::string_view sentence, const std::string& expected, const std::string& seen) {
    std::string result;
    while (!sentence.empty()) {
        if (sentence.front() != '[') {
            const std::size_t plain = sentence.find('[');
            result += sentence.substr(0, plain);
            sentence.remove_prefix(plain == sentence.npos ? sentence.size() : plain);
            continue;
        }
        const std::size_t end = sentence.find(']');
        const std::string_view part = sentence.substr(1, end - 1);
        const std::size_t mark = part.find('{');
        const std::string& word = part[mark + 1] == 'e' ? expected : seen;
        if (!word.empty()) {
            result += part.substr(0, mark);
            result += word;
            result += part.substr(mark + 3);
        }
        sentence.remove_prefix(end + 1);
    }
    return result;
}

} // namespace

std::string problem_place(const Problem& problem) {
    std::string result = detail::clean(problem.source);
    if (problem.line != 0) result += ':' + std::to_string(problem.line);
    if (problem.line != 0 && problem.column != 0) result += ':' + std::to_string(problem.column);
    if (!problem.pointer.empty()) {
        if (!result.empty()) result += ": ";
        result += detail::clean(problem.pointer);
    }
    return result;
}

std::string problem_message(const Problem& problem, Language language) {
    return filled(entry_of(problem.kind).sentence.in(language), detail::clean(problem.expected),
                  detail::clean(problem.seen));
}

std::string problem_text(const Problem& problem, Language language) {
    const std::string place = problem_place(problem);
    const std::string message = problem_message(problem, language);
    return place.empty() ? message : place + ": " + message;
}

std::string_view code_of(Problem::Kind kind) noexcept { return entry_of(kind).code; }

} // namespace tieout
