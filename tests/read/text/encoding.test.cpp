// SPDX-License-Identifier: MIT
#include "read/formats/encoding.hpp"
#include "encodings.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace tieout;
using namespace tieout::detail;
using namespace tieout::test;

namespace {

const std::string sample = "一、收支情况\r\n全年收入1,709.11万元，占96.63%。\n";

void check_read(const std::string& bytes, Encoding encoding) {
    const Decoded decoded = decode(bytes);
    CHECK(decoded.text == sample);
    CHECK(decoded.encoding == encoding);
    CHECK(decoded.problems.empty());
}

} // namespace

TEST_CASE("a text is read in whatever encoding it was written") {
    check_read(sample, Encoding::utf8);
    check_read("\xEF\xBB\xBF" + sample, Encoding::utf8);
    check_read(written_in("GB18030", sample), Encoding::gb18030);
    check_read(written_in("GB2312", sample), Encoding::gb18030);
    check_read("\x84\x31\x95\x33" + written_in("GB18030", sample), Encoding::gb18030);
    check_read("\xFF\xFE" + written_in("UTF-16LE", sample), Encoding::utf16);
    check_read("\xFE\xFF" + written_in("UTF-16BE", sample), Encoding::utf16);
    CHECK(decode(written_in("UTF-16LE", sample), Encoding::utf16).text == sample);
    CHECK(decode("\xFE\xFF\xD8\x3D\xDE\x01").text == "\U0001F601");
}

TEST_CASE("characters that only GB18030 has are read") {
    CHECK(decode(written_in("GB18030", "㎡与𠮷，€"), Encoding::gb18030).text == "㎡与𠮷，€");
    CHECK(decode(written_in("GB18030", "支出总额㎡𠮷")).text == "支出总额㎡𠮷");
}

TEST_CASE("plain digits are UTF-8, and so is a text with Latin signs") {
    CHECK(decode("467.35").encoding == Encoding::utf8);
    CHECK(decode("").encoding == Encoding::utf8);
    CHECK(decode("5×3 ± 1").text == "5×3 ± 1");
}

TEST_CASE("a character that the end cut leaves the text UTF-8") {
    const std::string cut = sample + std::string("万").substr(0, 2);
    const Decoded decoded = decode(cut);
    CHECK(decoded.encoding == Encoding::utf8);
    CHECK(decoded.text == sample + "\uFFFD");
    REQUIRE(decoded.problems.size() == 1);
    CHECK(decoded.problems[0].kind == Problem::Kind::encoding);
    CHECK(decoded.problems[0].line == 3);
    CHECK(decoded.problems[0].column == 1);
    CHECK(decoded.problems[0].expected == "UTF-8");
    CHECK(decoded.problems[0].seen == "E4 B8");
}

TEST_CASE("bytes that mean nothing are problems with a place") {
    const std::string broken =
        "全年收入\n支出\xFF\xFE万元，完成年初预算，比上年增加，占全年支出的比例为五成，用于保障运转";
    const Decoded decoded = decode(broken);
    CHECK(decoded.encoding == Encoding::utf8);
    REQUIRE(decoded.problems.size() == 1);
    CHECK(decoded.problems[0].line == 2);
    CHECK(decoded.problems[0].column == 3);
    CHECK(decoded.problems[0].seen == "FF FE");
    const Decoded gb =
        decode(written_in("GB18030", "收入") + "\xFF" + written_in("GB18030", "支出"), Encoding::gb18030);
    CHECK(gb.text == "收入\uFFFD支出");
    REQUIRE(gb.problems.size() == 1);
    CHECK(gb.problems[0].column == 3);
    CHECK(gb.problems[0].expected == "GB18030");
}

TEST_CASE("what HTML says of its encoding is only a hint") {
    CHECK(decode("<meta charset=\"gb2312\">" + sample).encoding == Encoding::utf8);
    CHECK(decode("<meta charset=\"utf-8\">" + written_in("GB18030", sample)).encoding == Encoding::gb18030);
}

TEST_CASE("Big5 is read where a page says so, where it is asked for, and where a text can be nothing else") {
    const std::string text = "一、收支情況\n全年收入1,709.11萬元，占96.63%，其中財政撥款收入較上年增加，"
                             "基本支出與項目支出合計不超過預算數。\n";
    const std::string bytes = written_in("BIG5", text);
    for (const std::string_view said : {"<meta charset=big5>", "<META content=\"text/html; charset=Big5\">",
                                        "<?xml version=\"1.0\" encoding='BIG5-HKSCS'?>"}) {
        const std::string page = std::string(said) + written_in("BIG5", "收入");
        CHECK(decode(page).encoding == Encoding::big5);
        CHECK(decode(page).text == std::string(said) + "收入");
    }
    CHECK(decode(bytes, Encoding::big5).text == text);
    const Decoded unsaid = decode(bytes);
    CHECK(unsaid.encoding == Encoding::big5);
    CHECK(unsaid.text == text);
    CHECK(unsaid.problems.empty());
    // The same in GB18030, whatever it says of itself, and what is UTF-8.
    const std::string other = written_in("GB18030", text);
    CHECK(decode(other).encoding == Encoding::gb18030);
    CHECK(decode("<meta charset=big5>" + other).encoding == Encoding::gb18030);
    CHECK(decode("<meta charset=gbk>" + other).encoding == Encoding::gb18030);
    CHECK(decode("<meta charset=big5>" + sample).encoding == Encoding::utf8);
}

TEST_CASE("Shift_JIS is read where a page says so or it is asked for") {
    CHECK(decode(written_in("CP932", "歳入①ｶﾅ"), Encoding::shift_jis).text == "歳入①ｶﾅ");
    const Decoded page =
        decode("<meta charset=\"Shift_JIS\">" + written_in("CP932", "歳入1,709百万円、歳出"));
    CHECK(page.encoding == Encoding::shift_jis);
    CHECK(page.text == "<meta charset=\"Shift_JIS\">歳入1,709百万円、歳出");
    CHECK(page.problems.empty());
}

TEST_CASE("any bytes come out as UTF-8, and not all of their problems are listed") {
    std::mt19937 random(5);
    for (int i = 0; i < 300; ++i) {
        std::string bytes;
        for (auto k = random() % 200; k > 0; --k) bytes += static_cast<char>(random() % 256);
        for (const Encoding wanted : {Encoding::automatic, Encoding::utf8, Encoding::gb18030, Encoding::utf16,
                                      Encoding::big5, Encoding::shift_jis}) {
            const Decoded decoded = decode(bytes, wanted);
            CHECK(decode(decoded.text, Encoding::utf8).problems.empty());
            CHECK(decoded.problems.size() <= most_problems_of_encoding + 1);
        }
    }
    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "\xFF"
                "a";
    const Decoded decoded = decode(many, Encoding::utf8);
    CHECK(decoded.problems.size() == most_problems_of_encoding + 1);
    CHECK(decoded.problems.back().kind == Problem::Kind::limit);
}
