// SPDX-License-Identifier: MIT
#include <tieout/write/problem.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace {

using namespace tieout;
using Kind = Problem::Kind;

Problem problem_of(Kind kind, std::string expected, std::string seen) {
    return {.kind = kind,
            .source = "a.json",
            .line = 3,
            .column = 7,
            .pointer = "/expenditure/basc",
            .expected = std::move(expected),
            .seen = std::move(seen)};
}

} // namespace

TEST_CASE("a problem is told with its place, in both languages") {
    const Problem problem = problem_of(Kind::unknown_key, "basic", "basc");
    CHECK(problem_text(problem, Language::en) ==
          "a.json:3:7: /expenditure/basc: there is no key basc here; the nearest is basic");
    CHECK(problem_text(problem, Language::zh) ==
          "a.json:3:7: /expenditure/basc: 没有 basc 这个键，最接近的是 basic");
}

TEST_CASE("as much of the place is told as is known") {
    Problem problem = problem_of(Kind::unreadable_file, "", "gone");
    problem.pointer.clear();
    CHECK(problem_place(problem, Language::en) == "a.json:3:7");
    problem.column = 0;
    CHECK(problem_place(problem, Language::en) == "a.json:3");
    problem.line = 0;
    CHECK(problem_text(problem, Language::en) == "a.json: the file cannot be read: gone");
    problem.source.clear();
    CHECK(problem_text(problem, Language::en) == "the file cannot be read: gone");
}

TEST_CASE("what was expected is told in words of the language") {
    CHECK(problem_message(problem_of(Kind::wrong_type, "list", "7"), Language::en) ==
          "expected a list […], seen 7");
    CHECK(problem_message(problem_of(Kind::wrong_type, "list", "7"), Language::zh) ==
          "此处应为列表 […]，读到 7");
    CHECK(problem_message(problem_of(Kind::limit, "38 digits", "1…"), Language::zh) ==
          "超出限制：至多 38 位数字，读到 1…");
    CHECK(problem_message(problem_of(Kind::limit, "64 MiB", ""), Language::en) ==
          "beyond a limit: at most 64 MiB");
    // What stands in the document stays as it is, even if it looks like one of our words.
    CHECK(problem_message(problem_of(Kind::not_a_number, "number", "text"), Language::zh) ==
          "此处应为数，读到 text");
}

TEST_CASE("a key is told as it is written, also where it is a word for something else") {
    for (const std::string key : {"unit", "value", "list", "id", "year"}) {
        CHECK(problem_text(problem_of(Kind::unknown_key, key, "x"), Language::en)
                  .ends_with("the nearest is " + key));
        CHECK(problem_text(problem_of(Kind::missing_key, key, ""), Language::zh)
                  .ends_with("缺少必需的键 " + key));
    }
    CHECK(problem_text(problem_of(Kind::missing_key, "points or share", ""), Language::en)
              .ends_with("is missing: one of points and share"));
}

TEST_CASE("every kind of problem has a code and sentences of its own, whatever is missing from it") {
    std::set<std::string> codes;
    for (int i = 0; i <= static_cast<int>(Kind::uncertain_layout); ++i) {
        const Kind kind = static_cast<Kind>(i);
        CHECK(codes.insert(std::string(code_of(kind))).second);
        for (const Language language : {Language::zh, Language::en})
            for (const char* expected : {"", "EXPECTED"})
                for (const char* seen : {"", "SEEN"}) {
                    const std::string text = problem_message(problem_of(kind, expected, seen), language);
                    CHECK_FALSE(text.empty());
                    CHECK(text.find_first_of("[]{}") == text.npos);
                    CHECK_FALSE(text.starts_with(","));
                    CHECK_FALSE(text.starts_with("，"));
                }
    }
}

TEST_CASE("what a document holds cannot steer the terminal that shows the problem") {
    const std::string text =
        problem_text(problem_of(Kind::not_a_number, "number", "\x1b[2J\n1\u202e\x7f"), Language::en);
    CHECK(text.ends_with("seen ␛[2J 1\uFFFD␡"));
}
