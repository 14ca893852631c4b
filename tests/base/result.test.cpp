// SPDX-License-Identifier: MIT
#include <tieout/base/result.hpp>

#include "ended.hpp"

#include <tieout/numbers/decimal.hpp>

#include <doctest/doctest.h>

#include <cstdio>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

using namespace tieout;

namespace {

constexpr Result<int, char> half(int number) {
    if (number % 2 != 0) return fail('o');
    return number / 2;
}

static_assert(half(6).has_value() && *half(6) == 3 && half(6).value() == 3);
static_assert(!half(7) && half(7).error() == 'o');
static_assert(half(7).value_or(-1) == -1 && half(8).value_or(-1) == 4);
static_assert(half(6) == half(6) && half(6) != half(8) && half(6) != half(7));
static_assert(!std::is_convertible_v<Result<int, char>, bool>);
static_assert(std::is_trivially_copyable_v<Result<int, char>>);

} // namespace

TEST_CASE("a result keeps value and error apart even where both have one type") {
    const Result<std::string, std::string> value = std::string("read");
    const Result<std::string, std::string> error = fail(std::string("not read"));
    CHECK(value.value() == "read");
    CHECK(error.error() == "not read");
    CHECK(value->size() == 4);
}

TEST_CASE("a result gives away what can only be moved") {
    Result<std::unique_ptr<int>, int> result = std::make_unique<int>(7);
    const std::unique_ptr<int> taken = std::move(result).value();
    CHECK(*taken == 7);
}

TEST_CASE("the value of a result can be changed in place") {
    Result<std::string, int> result = std::string("ab");
    *result += "c";
    result->push_back('d');
    CHECK(result.value() == "abcd");
}

// ── what is not there ──

TEST_CASE("the value of an error ends the program with a message, and never is a number") {
    const std::string message =
        test::message_at_the_end_of([] { std::puts(to_string(parse_decimal("1,709.11").value()).c_str()); });
    CHECK(message.find("tieout: value() was asked of a Result that holds an error: ") == 0);
    CHECK(message.find(message_of(parse_decimal("1,709.11").error())) != message.npos);
    CHECK(message.find("Decimal") != message.npos); // which result, by its types
}

TEST_CASE("so it is however the value is asked for") {
    const std::string asked = "value() was asked of a Result that holds an error";
    const auto ends = [&](const auto& ask) {
        return test::message_at_the_end_of(ask).find(asked) != std::string::npos;
    };
    Result<std::string, int> error = fail(1);
    const Result<std::string, int>& constant = error;
    std::size_t seen = 0;
    CHECK(ends([&] { seen = error.value().size(); }));
    CHECK(ends([&] { seen = constant.value().size(); }));
    CHECK(ends([&] { seen = std::move(error).value().size(); }));
    CHECK(ends([&] { seen = (*error).size(); }));
    CHECK(ends([&] { seen = (*constant).size(); }));
    CHECK(ends([&] { seen = (*std::move(error)).size(); }));
    CHECK(ends([&] { seen = error->size(); }));
    CHECK(ends([&] { seen = constant->size(); }));
    CHECK(seen == 0);
}

TEST_CASE("the error of a value ends the program too") {
    const Result<std::string, int> value = std::string("read");
    int seen = 0;
    CHECK(test::message_at_the_end_of([&] {
              seen = value.error();
          }).find("tieout: error() was asked of a Result that holds a value") == 0);
    CHECK(seen == 0);
}

TEST_CASE("the value of a temporary result is a value, not a reference into it") {
    const auto read = [] {
        return Result<std::string, int>(std::string("longer than a small string holds"));
    };
    const std::string& kept = *read();
    CHECK(kept == "longer than a small string holds");
    for (const char c : read().value()) CHECK(c != '\0');
}
