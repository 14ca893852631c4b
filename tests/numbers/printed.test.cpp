// SPDX-License-Identifier: MIT
#include "oracle.hpp"

#include <tieout/numbers/literals.hpp>
#include <tieout/numbers/printed.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace tieout;
using namespace tieout::literals;

namespace {

struct Row {
    std::string_view text;
    Decimal value;
    std::string_view unit; // "-" where none is printed
};

constexpr Row values[] = {
    // As the five reports print them.
    {"1709.11", 1709.11_dec, "-"},
    {"1709.11万元", 1709.11_dec, "万元"},
    {"4,419.00元", 4419.00_dec, "元"},
    {"3448023.64元", 3448023.64_dec, "元"},
    {"96.63％", 96.63_dec, "%"},
    {"100%", 100_dec, "%"},
    {"48元/盒", 48_dec, "元/盒"},
    {"1590盒", 1590_dec, "盒"},
    {"8批次", 8_dec, "批次"},
    {"2.56个百分点", 2.56_dec, "个百分点"},
    {"-13%", -13_dec, "%"},
    // Wide and small digits and marks.
    {"９６．６３％", 96.63_dec, "%"},
    {"１，７０９．１１", 1709.11_dec, "-"},
    {"3﹒5", 3.5_dec, "-"},
    {"3﹐960.32", 3960.32_dec, "-"},
    {"－１３", -13_dec, "-"},
    {"＋１３", 13_dec, "-"},
    {"\u2212"
     "5.5",
     -5.5_dec, "-"},
    // Spaces of every kind.
    {" 467.35 ", 467.35_dec, "-"},
    {"467.35 万元", 467.35_dec, "万元"},
    {"467.35\u3000万 元", 467.35_dec, "万元"},
    {"\uFEFF"
     "467.35",
     467.35_dec, "-"},
    {"\t467.35\r\n", 467.35_dec, "-"},
    {"\u00A0\u2002\u200B\u202F\u205F"
     "467.35\u00A0",
     467.35_dec, "-"},
    {"467 .35", 467.35_dec, "-"},
    {"467. 35", 467.35_dec, "-"},
    {"- 5", -5_dec, "-"},
    {"96.63 %", 96.63_dec, "%"},
    // Thousands, by comma or by space, in groups of three.
    {"1,234,567.89", 1234567.89_dec, "-"},
    {"1, 234, 567", 1234567_dec, "-"},
    {"12 345 678.9", 12345678.9_dec, "-"},
    {"1\u202F709.11", 1709.11_dec, "-"},
    {"999,999", 999999_dec, "-"},
    {"2, 019.61", 2019.61_dec, "-"},
    {"3，518.85", 3518.85_dec, "-"},
    // Negative by a sign that is no dash.
    {"△12.50", -12.50_dec, "-"},
    {"▲ 3.1%", -3.1_dec, "%"},
    {"–5.5", -5.5_dec, "-"},
    // The currency before the number, with or without a unit behind it.
    {"¥1,234.00", 1234.00_dec, "元"},
    {"-￥5", -5_dec, "元"},
    {"HK$1,200", 1200_dec, "港元"},
    {"澳门币5,000千元", 5000_dec, "千澳门元"},
    {"5000千港元", 5000_dec, "千港元"},
    // Marks of footnotes.
    {"60.00*", 60.00_dec, "-"},
    {"60.00**", 60.00_dec, "-"},
    {"60.00[1]", 60.00_dec, "-"},
    {"60.00【12】", 60.00_dec, "-"},
    {"60.00①", 60.00_dec, "-"},
    {"60.00²", 60.00_dec, "-"},
    {"60.00注1", 60.00_dec, "-"},
    {"60.00（注）", 60.00_dec, "-"},
    {"60.00万元*", 60.00_dec, "万元"},
    {"60.00*万元", 60.00_dec, "万元"},
    // A unit with a raised digit is no footnote.
    {"100m²", 100_dec, "㎡"},
    // Scales are kept, and leading zeros do no harm.
    {"20.70", 20.70_dec, "-"},
    {"007", 7_dec, "-"},
    {"0.00", 0.00_dec, "-"},
    {"99999999999999999999999999999999999999", 99999999999999999999999999999999999999_dec, "-"},
};

constexpr Row approximates[] = {
    {"约30%", 30_dec, "%"},         {"約30%", 30_dec, "%"},
    {"大约 30 人", 30_dec, "人"},   {"约为5万元", 5_dec, "万元"},
    {"近32万余件", 32_dec, "万件"}, {"30余万件", 30_dec, "万件"},
    {"300余万元", 300_dec, "万元"}, {"300餘萬元", 300_dec, "万元"},
    {"4万多件", 4_dec, "万件"},     {"10多个", 10_dec, "个"},
    {"10余", 10_dec, "-"},          {"5年多", 5_dec, "年"},
    {"90%以上", 90_dec, "%"},       {"90 ％ 以 上", 90_dec, "%"},
    {"60分以下", 60_dec, "分"},     {"90%及以上", 90_dec, "%"},
    {"5天左右", 5_dec, "天"},       {"100上下", 100_dec, "-"},
    {"3天以内", 3_dec, "天"},       {"超过5个百分点", 5_dec, "个百分点"},
    {"逾100万元", 100_dec, "万元"}, {"将近100", 100_dec, "-"},
    {"不超过100%", 100_dec, "%"},   {"不低于 95.5%", 95.5_dec, "%"},
    {"基本100%", 100_dec, "%"},     {"大致100", 100_dec, "-"},
    {"≥95%", 95_dec, "%"},
};

} // namespace

TEST_CASE("a printed number is read with its scale and its unit") {
    for (const Row& row : values) {
        const Printed read = read_printed(row.text);
        REQUIRE_MESSAGE(read.state == State::value, row.text);
        CHECK_MESSAGE(identical(read.value, row.value), row.text);
        CHECK_MESSAGE((read.unit ? read.unit->word() : "-") == row.unit, row.text);
    }
}

TEST_CASE("a number with an approximate word is read and marked") {
    for (const Row& row : approximates) {
        const Printed read = read_printed(row.text);
        REQUIRE_MESSAGE(read.state == State::approximate, row.text);
        CHECK_MESSAGE(identical(read.value, row.value), row.text);
        CHECK_MESSAGE((read.unit ? read.unit->word() : "-") == row.unit, row.text);
    }
}

TEST_CASE("every approximate word makes a number approximate") {
    for (const ApproximateWord& entry : approximate_words) {
        const std::string word(entry.word);
        const std::string text = entry.place == WordPlace::before ? word + "12.5万元" : "12.5万元" + word;
        const Printed read = read_printed(text);
        CHECK_MESSAGE(read.state == State::approximate, text);
        CHECK_MESSAGE(identical(read.value, 12.5_dec), text);
        CHECK_MESSAGE(read.unit == unit::wan_yuan, text);
    }
}

TEST_CASE("nothing, not applicable, not filled and zero are kept apart") {
    for (const std::string_view text :
         {"无", "無", "零", "零元", "零万元", "无元", "零%", "零人次", " 无 ", "零 元"}) {
        const Printed read = read_printed(text);
        CHECK_MESSAGE(read.state == State::none_by_word, text);
        CHECK_MESSAGE(is_zero(read.value), text);
        CHECK_MESSAGE(!read.bare_zero, text);
    }
    CHECK(read_printed("零万元").unit == unit::wan_yuan);
    CHECK_FALSE(read_printed("无").unit);
    for (const std::string_view text :
         {"——", "—", "–", "-", "--", "－", "－－", "― ―", " / ", "／", "— —", "不适用", "N/A", "\u2212"}) {
        CHECK_MESSAGE(read_printed(text).state == State::not_applicable, text);
    }
    for (const std::string_view text : {"", " ", "\u3000", "\r\n", "\uFEFF", "\u00A0\u2002\u3000\t"}) {
        CHECK_MESSAGE(read_printed(text).state == State::blank, text);
    }
}

TEST_CASE("the mark of a footnote is none of the number, and its place is known") {
    CHECK(read_printed("60.00[1]").note == 5);
    CHECK(read_printed("60.00万元*").note == 11);
    CHECK(read_printed("60.00").note == 0);
    CHECK(read_printed("60.00万元").note == 0);
    // What may be a number, a name or a longer text is no such mark.
    for (const std::string_view text :
         {"60.00(1)", "60.00[123]", "3#", "5*3", "60.00[a]", "*", "[1]", "①", "注1"})
        CHECK_MESSAGE(read_printed(text).state == State::unreadable, text);
}

TEST_CASE("words that only look as if they made a number approximate do not") {
    for (const std::string_view before : {"约", "支出约", "大约", "近", "将近", "接近", "超", "不足"})
        CHECK_MESSAGE(approximate_before(before) != nullptr, before);
    for (const std::string_view before : {"节约", "節約", "签约", "预约", "合约", "公约", "签约为", "最近",
                                          "附近", "就近", "赶超", "支出", ""})
        CHECK_MESSAGE(approximate_before(before) == nullptr, before);
    CHECK(approximate_after("余万元", WordPlace::within) != nullptr);
    CHECK(approximate_after("余额", WordPlace::within) == nullptr);
    CHECK(approximate_after("以上", WordPlace::after) != nullptr);
    CHECK(approximate_after("以下简称", WordPlace::after) == nullptr);
    CHECK(approximate_after("左右", WordPlace::within) == nullptr);
}

TEST_CASE("only a zero without decimals is bare") {
    for (const std::string_view text : {"0", "０", "0元", "0 万元", "-0", "00"}) {
        CHECK_MESSAGE(read_printed(text).bare_zero, text);
    }
    for (const std::string_view text : {"0.0", "0.00元", "1", "10", "无", ""}) {
        CHECK_MESSAGE(!read_printed(text).bare_zero, text);
    }
}

TEST_CASE("what is not plainly one number says what is wrong, and at which byte") {
    struct Bad {
        std::string text;
        NumberFault fault;
        std::size_t offset;
    };
    const std::vector<Bad> rows = {
        {"abc", NumberFault::not_a_number, 0},
        {"  收支基本平衡", NumberFault::not_a_number, 2},
        {"零星", NumberFault::not_a_number, 0},
        {"无法统计", NumberFault::not_a_number, 0},
        {"约", NumberFault::not_a_number, 3},
        {"-x", NumberFault::not_a_number, 1},
        {"+", NumberFault::not_a_number, 1},
        {".", NumberFault::not_a_number, 0},
        {"(5.97)", NumberFault::not_a_number, 0},
        {".5", NumberFault::digit_expected_before_point, 0},
        {"．５", NumberFault::digit_expected_before_point, 0},
        {"5.", NumberFault::digit_expected_after_point, 2},
        {"5.元", NumberFault::digit_expected_after_point, 2},
        {"1.2.3", NumberFault::two_points, 3},
        {"１．２．３", NumberFault::two_points, 9},
        {"1,23", NumberFault::misplaced_separator, 1},
        {"1,2345", NumberFault::misplaced_separator, 1},
        {"1234,567", NumberFault::misplaced_separator, 4},
        {"12,345,67", NumberFault::misplaced_separator, 6},
        {"1，23", NumberFault::misplaced_separator, 1},
        {"1,,234", NumberFault::misplaced_separator, 1},
        {"0,123", NumberFault::misplaced_separator, 1},
        {"467.35,", NumberFault::misplaced_separator, 6},
        {"467,", NumberFault::misplaced_separator, 3},
        {"1,234 567", NumberFault::misplaced_separator, 5},
        {"12 34", NumberFault::misplaced_separator, 2},
        {"1.5 7", NumberFault::trailing_text, 4},
        {"5\n161", NumberFault::trailing_text, 2},
        {"5\t161", NumberFault::trailing_text, 2},
        {"404.96(", NumberFault::trailing_text, 6},
        {"404.96（元）", NumberFault::trailing_text, 6},
        {"467.35万元的支出", NumberFault::trailing_text, 6},
        {"1e5", NumberFault::trailing_text, 1},
        {"3-5", NumberFault::trailing_text, 1},
        {"3～5", NumberFault::trailing_text, 1},
        {"2020年4月21日", NumberFault::trailing_text, 4},
        {"5万元，其中3万元", NumberFault::trailing_text, 1},
        {"100000000000000000000000000000000000000", NumberFault::too_many_digits, 38},
        {"０." + std::string(100, '0'), NumberFault::scale_out_of_range, 103},
        {"\xFF", NumberFault::invalid_encoding, 0},
        {"12\xE4\xB8", NumberFault::invalid_encoding, 2},
        {" \xC0\x80", NumberFault::invalid_encoding, 1},
    };
    for (const Bad& row : rows) {
        const Printed read = read_printed(row.text);
        REQUIRE_MESSAGE(read.state == State::unreadable, row.text);
        CHECK_MESSAGE(name_of(read.error.fault) == name_of(row.fault), row.text);
        CHECK_MESSAGE(read.error.offset == row.offset, row.text);
        CHECK_MESSAGE(is_zero(read.value), row.text);
    }
}

TEST_CASE("every number is read the same in wide digits, with thousands, spaces and a unit") {
    oracle::Generator any(61);
    for (int i = 0; i < 5'000; ++i) {
        const Decimal d = any.number(0, 6);
        std::string wide;
        for (const char c : to_string(d)) {
            if (detail::is_digit(c)) {
                wide += std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0'));
            } else {
                wide += c == '.' ? "．" : "－";
            }
        }
        const std::string grouped = fmt::format("\u3000{:,}\u00A0万元", d);
        for (const std::string& text :
             {to_string(d), wide, wide + "％", grouped, " " + to_string(d) + "\r\n"}) {
            const Printed read = read_printed(text);
            REQUIRE_MESSAGE(read.state == State::value, text);
            CHECK(identical(read.value, d));
        }
    }
}

TEST_CASE("ten million bytes in one cell end soon") {
    for (const std::string& text :
         {std::string(10'000'000, '9'), std::string(10'000'000, ' '), std::string(10'000'000, '-'),
          "5" + std::string(10'000'000, 'x'), "5" + std::string(10'000'000, ' ') + "元",
          "约" + std::string(10'000'000, ' '), std::string(10'000'000, '0')}) {
        const Printed read = read_printed(text);
        CHECK(read.error.offset <= text.size());
    }
    std::string repeated;
    for (int i = 0; i < 1'000'000; ++i) repeated += "约";
    CHECK(read_printed(repeated).error == NumberError{NumberFault::not_a_number, repeated.size()});
}

TEST_CASE("random text never breaks the reader") {
    std::mt19937_64 random(62);
    const std::vector<std::string_view> pieces = {"0", "1",  "12", "345",  "，",   ",",  ".", "．",
                                                  "%", "万", "元", "余",   "约",   "无", "—", "/",
                                                  " ", "　", "-",  "\xFF", "\xE4", "个"};
    for (int i = 0; i < 100'000; ++i) {
        std::string text;
        for (std::uint64_t n = random() % 7; n > 0; --n) text += pieces[random() % pieces.size()];
        const Printed read = read_printed(text);
        CHECK(read.error.offset <= text.size());
        CHECK((read.state == State::unreadable || read.error == NumberError{}));
        if (read.state == State::value || read.state == State::approximate) {
            CHECK(text.find_first_of("0123456789") != std::string::npos);
        }
    }
}

TEST_CASE("every state stands at its place in the table") {
    for (const StateEntry& entry : states) {
        CHECK(name_of(entry.state) == entry.name);
        CHECK(term_of(entry.state) == entry.term);
    }
    CHECK(name_of(State::unreadable) == "unreadable");
}
