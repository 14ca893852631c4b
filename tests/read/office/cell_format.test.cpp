// SPDX-License-Identifier: MIT
#include "read/office/cell_format.hpp"
#include "read/office/stored_number.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using tieout::detail::CellFormat;
using tieout::detail::Epoch;

std::string shown(std::string_view code, std::string_view stored, Epoch epoch = Epoch::year_1900) {
    return CellFormat(code).shown(stored, epoch).value_or("none");
}

} // namespace

TEST_CASE("a number format decides how many digits are shown, rounded half up") {
    CHECK(shown("0.00", "3960.324") == "3960.32");
    CHECK(shown("0.00", "3960.325") == "3960.33");
    CHECK(shown("0.00", "-3960.325") == "-3960.33");
    CHECK(shown("0", "0.5") == "1");
    CHECK(shown("0", "-0.5") == "-1");
    CHECK(shown("0", "0.4999") == "0");
    CHECK(shown("0.00", "9.999E-3") == "0.01");
    CHECK(shown("0.00", "9.999") == "10.00");
    CHECK(shown("0.00", "0") == "0.00");
    CHECK(shown("#,##0.00", "1234567.8") == "1234567.80");
    CHECK(shown("0.00", "1E+20") == "100000000000000000000.00");
    CHECK(shown("00000", "42") == "00042");
}

TEST_CASE("what binary fractions add behind fifteen digits is not shown") {
    CHECK(shown("General", "0.30000000000000004") == "0.3");
    CHECK(shown("0.00", "1.0049999999999999") == "1.01");
    CHECK(shown("0.00", "1.00499999999999") == "1.00");
    CHECK(tieout::detail::stored_number("33.499999999999996")->plain() == "33.5");
    CHECK_FALSE(tieout::detail::stored_number("33.5x"));
}

TEST_CASE("places that need not be there are left out") {
    CHECK(shown("0.0#", "1.25") == "1.25");
    CHECK(shown("0.0#", "1.2") == "1.2");
    CHECK(shown("0.##", "1") == "1");
    CHECK(shown("#.##", "0.5") == "0.5");
    CHECK(shown("#,###", "0") == "0");
}

TEST_CASE("the General format shows up to eleven characters, and whole numbers in full") {
    CHECK(shown("General", "1709.11") == "1709.11");
    CHECK(shown("General", "0.333333333333333") == "0.333333333");
    CHECK(shown("General", "123456.123456789") == "123456.1235");
    CHECK(shown("General", "123456789012") == "123456789012");
    CHECK(shown("G/通用格式", "12.50") == "12.5");
    CHECK(shown("@", "33.50") == "33.5");
}

TEST_CASE("what is negative has a minus, whatever the format shows it by") {
    CHECK(shown("#,##0.00_ ;[Red]-#,##0.00", "-12") == "-12.00");
    CHECK(shown("#,##0.00;[Red]#,##0.00", "-12") == "-12.00");
    CHECK(shown("0.00_);(0.00)", "-12") == "-12.00");
    CHECK(shown("0.00;\"△\"0.00", "-12") == "-12.00");
    CHECK(shown("0.00_);(0.00)", "-0.001") == "0.00");
    CHECK(shown("\"增加\"0.0;\"减少\"0.0", "-5.2") == "减少5.2");
}

TEST_CASE("a zero that is shown as a dash or not at all is a zero") {
    constexpr std::string_view accounting = "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)";
    CHECK(shown(accounting, "0") == "0");
    CHECK(shown(accounting, "5") == "5.00");
    CHECK(shown(accounting, "-5") == "-5.00");
    CHECK(shown("#,##0.00;-#,##0.00;", "0") == "0");
    CHECK(shown("0.00;-0.00;\"无\"", "0") == "无");
    CHECK(shown(";;;", "5").empty());
}

TEST_CASE("commas behind the places scale, and points may be put between digits") {
    CHECK(shown("0.00,", "1234567") == "1234.57");
    CHECK(shown("#,##0.00,,", "1234567890") == "1234.57");
    CHECK(shown("#,##0,.00", "12345678") == "12345.68");
    CHECK(shown("0!.0,", "123456") == "12.3");
    CHECK(shown("0\\.0,", "123456") == "12.3");
    CHECK(shown("0\".\"0,", "56") == "0.0");
    CHECK(shown("#!.0000", "12345") == "1.2345");
    CHECK(shown("0!.0000", "123") == "0.0123");
}

TEST_CASE("percentages, units, currencies and conditions") {
    CHECK(shown("0.00%", "0.123456") == "12.35%");
    CHECK(shown("0%", "0.125") == "13%");
    CHECK(shown("0.00\"万元\"", "33.456") == "33.46万元");
    CHECK(shown("¥#,##0.00", "12.3") == "12.30");
    CHECK(shown("[$¥-804]#,##0.00", "12.3") == "12.30");
    CHECK(shown("[>=10000]0.0,\"千\";0", "12345") == "12.3千");
    CHECK(shown("[>=10000]0.0,\"千\";0", "9999") == "9999");
    CHECK(shown("000-0000", "1234567") == "123-4567");
}

TEST_CASE("dates are days from 1900 or from 1904") {
    CHECK(shown("yyyy-mm-dd", "44896") == "2022-12-01");
    CHECK(shown("yyyy-mm-dd", "43434", Epoch::year_1904) == "2022-12-01");
    CHECK(shown("yyyy\"年\"m\"月\"d\"日\"", "44896") == "2022年12月1日");
    CHECK(shown("yyyy/m/d", "1") == "1900/1/1");
    CHECK(shown("yyyy/m/d", "59") == "1900/2/28");
    CHECK(shown("yyyy/m/d", "61") == "1900/3/1");
    CHECK(shown("yyyy-mm-dd hh:mm", "44896.75") == "2022-12-01 18:00");
    CHECK(shown("h:mm:ss", "0.999999") == "0:00:00");
    CHECK(shown("h:mm AM/PM", "0.75") == "6:00 下午");
    CHECK(shown("[h]:mm", "1.5") == "36:00");
    CHECK(shown("yyyy-mm-dd", "-1") == "-1");
    CHECK(shown("yyyy-mm-dd", "9999999") == "9999999");
}

TEST_CASE("built-in formats have the numbers that files give them") {
    const auto built_in = [](std::uint32_t id, std::string_view stored) {
        return CellFormat::built_in(id).shown(stored).value_or("none");
    };
    CHECK(built_in(0, "1.25") == "1.25");
    CHECK(built_in(1, "1.5") == "2");
    CHECK(built_in(2, "1.256") == "1.26");
    CHECK(built_in(4, "1234.5") == "1234.50");
    CHECK(built_in(10, "0.5") == "50.00%");
    CHECK(built_in(14, "44896") == "2022/12/1");
    CHECK(built_in(31, "44896") == "2022年12月1日");
    CHECK(built_in(44, "-3") == "-3.00");
    CHECK(built_in(999, "1.25") == "1.25");
}

TEST_CASE("what is stored and is no number is none") {
    for (const std::string_view stored : {"", "-", ".", "1.2.3", "1e", "1e999", "abc", "１", "0x10", "NaN"}) {
        CAPTURE(stored);
        CHECK(shown("0.00", stored) == "none");
    }
    CHECK(shown("0.00", std::string(401, '1')) == "none");
}

TEST_CASE("no format is too odd to show something") {
    for (const std::string_view code :
         {"",   ";",  ";;;;;;", "[",   "[]", "\"", "\\", "_",   "*",  ".",   ",",
          "0.", "%%", "E+",     "0E+", "y",  "[h", "[<", "[<1", "@@", "0/0", "0.0.0"})
        for (const std::string_view stored : {"0", "1.5", "-1.5", "1e300", "-1e-300"}) {
            CAPTURE(code);
            CAPTURE(stored);
            CHECK(shown(code, stored) != "none");
        }
}
