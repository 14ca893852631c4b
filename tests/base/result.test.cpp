// SPDX-License-Identifier: MIT
#include <tieout/base/result.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <type_traits>

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
