// SPDX-License-Identifier: MIT
#include "oracle.hpp"

#include <tieout/fmt.hpp>
#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <iomanip>
#include <sstream>
#include <string>

using namespace tieout;
using namespace tieout::literals;

namespace {

template <class T>
std::string streamed(const T& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

template <class T>
bool refuses(std::string_view format, const T& value) {
    try {
        (void)fmt::format(fmt::runtime(format), value);
        return false;
    } catch (const fmt::format_error&) {
        return true;
    }
}

} // namespace

TEST_CASE("numbers print exactly as they are held") {
    CHECK(fmt::format("{}", 20.70_dec) == "20.70");
    CHECK(fmt::format("{}", 1709.11_wan) == "1709.11万元");
    CHECK(fmt::format("{}", 96.63_pct) == "96.63%");
    CHECK(fmt::format("{}", 2608_dec / 2930_dec) == "2608/2930");
    CHECK(fmt::format("{}", unit::points) == "个百分点");
    CHECK(fmt::format("{}", unit::plain).empty());
    CHECK(fmt::format("{}", interval_of(531.07_dec, 2, Printing::half_up)) == "[531.065, 531.075)");
    CHECK(fmt::format("{}", interval_of(0_dec, 2, Printing::truncated)) == "(-0.01, 0.01)");
    CHECK(fmt::format("{}", (1709.11_wan).in(MoneyUnit::yuan)) == "17091100元");
}

TEST_CASE("a stream prints what fmt prints, in its own width") {
    CHECK(streamed(20.70_dec) == "20.70");
    CHECK(streamed(1709.11_wan) == "1709.11万元");
    CHECK(streamed(-96.63_pct) == "-96.63%");
    CHECK(streamed(1_dec / 3_dec) == "1/3");
    CHECK(streamed(unit::percent) == "%");
    CHECK(streamed(Interval::point(1_dec)) == "[1, 1]");
    std::ostringstream out;
    out << std::setw(8) << std::setfill('.') << 20.70_dec << 5 << std::left << std::setw(4) << 1_dec;
    CHECK(out.str() == "...20.7051...");
}

TEST_CASE("thousands are separated in the whole part only") {
    CHECK(fmt::format("{:,}", 14754300_yuan) == "14,754,300元");
    CHECK(fmt::format("{:,}", -123_dec) == "-123");
    CHECK(fmt::format("{:,}", -1234.5678_dec) == "-1,234.5678");
    CHECK(fmt::format("{:,}", 999_dec) == "999");
    CHECK(fmt::format("{:,}", 0.0001_dec) == "0.0001");
    CHECK(fmt::format("{:,.1half_up}", 1234567.89_dec) == "1,234,567.9");
    CHECK(fmt::format("{:,}", shifted(-99999999999999999999999999999999999999_dec, 99)).size() ==
          1 + 137 + 45);
    CHECK(fmt::format("{:,}", 1234_dec / 5678_dec) == "1,234/5,678");
    CHECK(fmt::format("{:,}", Interval::point(1000_dec)) == "[1,000, 1,000]");
}

TEST_CASE("digits are lost only to a rounding that is named") {
    CHECK(fmt::format("{:.3}", 96.63_pct) == "96.630%");
    CHECK(fmt::format("{:.1}", 20.70_dec) == "20.7");
    CHECK(refuses("{:.1}", 20.75_dec));
    CHECK(refuses("{:.0}", 96.63_pct));
    CHECK(fmt::format("{:.1half_up}", 20.75_dec) == "20.8");
    CHECK(fmt::format("{:.1half_even}", 20.65_dec) == "20.6");
    CHECK(fmt::format("{:.1down}", 1709.19_wan) == "1709.1万元");
    CHECK(fmt::format("{:.0half_up}", -0.4_dec) == "0");
    CHECK(fmt::format("{:.4half_up}", 2608_dec / 2930_dec) == "0.8901");
    CHECK(fmt::format("{:.1floor}", interval_of(0.1_dec, 1, Printing::nearest)) == "[0.0, 0.1]");
    for (const RoundingEntry& entry : roundings) {
        const auto format = fmt::format("{{:.1{}}}", entry.name);
        CHECK(fmt::format(fmt::runtime(format), -20.75_dec) ==
              to_string(rounded(-20.75_dec, 1, entry.rounding)));
    }
}

TEST_CASE("a format that is none is refused") {
    for (const std::string_view format : {"{:x}", "{:.}", "{:.half_up}", "{:.2nearest}", "{:.2half_up }",
                                          "{:.100}", "{:10}", "{:,,}", "{:.2,}", "{: }"}) {
        CHECK_MESSAGE(refuses(format, 20.70_dec), format);
    }
    CHECK(refuses("{:.2}", 1_dec / 4_dec)); // a ratio has no digits without a rounding
    CHECK(refuses("{:.2}", unit::percent));
    CHECK_THROWS_AS((void)fmt::format("{:.38up}", 100_dec / 3_dec), Overflow);
}

TEST_CASE("separators can be taken out again") {
    oracle::Generator any(51);
    for (int i = 0; i < 5'000; ++i) {
        const Decimal d = any.number(-9, 9);
        std::string text = fmt::format("{:,}", d);
        std::erase(text, ',');
        CHECK(text == to_string(d));
    }
}
