// SPDX-License-Identifier: MIT
// Web pages in one file, the page among the parts, however it was packed; and pages in Big5.
#include "encodings.hpp"
#include "mht_files.hpp"

#include "read/formats/formats.hpp"

#include <tieout/read/text.hpp>
#include <tieout/write/filing.hpp>
#include <tieout/write/problem.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace tieout;
using namespace tieout::test;

namespace {

const std::string page =
    "<html><body><p>全年支出总计80.00万元，其中：基本支出50.00万元，项目支出30.00万元。</p></body></html>\n";

std::string facts_of(const std::string& bytes) {
    const Document document = read_report(bytes, "a");
    CHECK(document.problems.empty());
    return document.filing ? filing_json(*document.filing) : std::string();
}

std::string told_of(const std::string& bytes) {
    const Document document = read_report(bytes, "a");
    return document.problems.empty() ? std::string() : problem_text(document.problems[0], Language::en);
}

} // namespace

TEST_CASE("a web page in one file says the same as the page") {
    const std::string facts = facts_of(page);
    REQUIRE(facts.find("50.00") != std::string::npos);
    CHECK(facts_of(mht_of(html_part(quoted_printable(page), "quoted-printable", "utf-8"))) == facts);
    CHECK(facts_of(mht_of(html_part(base64(page), "base64", "utf-8"))) == facts);
    CHECK(facts_of(mht_of(html_part(page, "8bit", "utf-8"))) == facts);
    CHECK(facts_of(mht_of(html_part(page, "", ""))) == facts);
    const std::string gb = written_in("GB18030", page);
    CHECK(facts_of(mht_of(html_part(quoted_printable(gb), "Quoted-Printable", "gb2312"))) == facts);
    CHECK(facts_of(mht_of(
              html_part(base64("\xFF\xFE" + written_in("UTF-16LE", page)), "base64", "unicode"))) == facts);
    CHECK(facts_of(mht_of(html_part(base64(written_in("UTF-16LE", page)), "base64", "utf-16"))) == facts);
    // Said to be what it is not.
    CHECK(facts_of(mht_of(html_part(base64(page), "base64", "unicode"))) == facts);
}

TEST_CASE("the first page among the parts is read, however deep it is") {
    const std::string facts = facts_of(page);
    const std::string picture = "Content-Type: image/gif\r\n\r\n<html>--no";
    const std::string part = html_part(quoted_printable(page), "quoted-printable", "utf-8");
    const std::string other = html_part("<p>全年支出99.00万元</p>", "8bit", "utf-8");
    CHECK(facts_of(mht_of(picture, part, other)) == facts);
    const std::string inner =
        "Content-Type: multipart/alternative;\r\n\tboundary=inside\r\n\r\n--inside\r\n" +
        std::string("Content-Type: text/plain\r\n\r\n99\r\n--inside\r\n") + part + "\r\n--inside--\r\n";
    CHECK(facts_of(mht_of(inner, other)) == facts);
}

TEST_CASE("heads are read as they may be written") {
    const std::string facts = facts_of(page);
    for (const std::string head :
         {"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"a b\"\r\n\r\n",
          "mime-version: 1.0\ncontent-type: Multipart/Related;\n  type=\"text/html\";\n\tBOUNDARY=\"a "
          "b\"\n\n",
          "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nContent-Type: "
          "multipart/related;\r\n\ttype=\"text/"
          "html\";\r\n\tboundary=\"a b\"; x=y\r\n\r\n",
          "\xEF\xBB\xBFSubject: x\r\nContent-Type: multipart/related; boundary=\"a b\"\r\n\r\n"}) {
        const std::string bytes = head + "said to readers of mail\r\n--a bc\r\n--a b  \r\n" +
                                  html_part(page, "8bit", "utf-8") + "\r\n--a b--\r\n";
        CHECK(facts_of(bytes) == facts);
    }
    for (const std::string other : {"From: a\r\n\r\nContent-Type: multipart/related; boundary=a\r\n",
                                    "From: a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n",
                                    "收入: 1\nContent-Type: multipart/related; boundary=a\n\n"}) {
        const detail::Format* const format = detail::format_of_bytes(other);
        CHECK((format == nullptr || format->name != "MHTML"));
    }
}

TEST_CASE("what cannot be unpacked is told, and the rest is read") {
    const std::string part = html_part(page, "8bit", "utf-8");
    CHECK(told_of("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + part) ==
          "a: damaged, or not what it says that it is: expected a web page in it");
    CHECK(told_of(mht_of("Content-Type: image/gif\r\n\r\nx")) ==
          "a: damaged, or not what it says that it is: expected a web page in it");
    const std::string whole = mht_of(part);
    CHECK(told_of(whole.substr(0, whole.rfind("\r\n--"))) ==
          "a: damaged, or not what it says that it is: expected the mark behind its last part");
    CHECK(read_report(whole.substr(0, whole.rfind("\r\n--")), "a").filing);
    CHECK(told_of(mht_of(html_part(quoted_printable(page) + "=ZZ", "quoted-printable", "utf-8"))) ==
          "a: damaged, or not what it says that it is: expected quoted-printable");
    CHECK(told_of(mht_of(html_part(base64(page) + "!", "base64", "utf-8"))) == "");
    CHECK(told_of(mht_of(html_part("!" + base64(page), "base64", "utf-8"))) ==
          "a: damaged, or not what it says that it is: expected base64");
    CHECK(
        told_of(mht_of(html_part(base64(written_in("GB18030", page)), "base64", "utf-8"))).find("encoding") !=
        std::string::npos);
}

TEST_CASE("parts within parts within parts come to an end") {
    std::string inner = html_part(page, "8bit", "utf-8");
    for (int i = 0; i < 1000; ++i) {
        const std::string boundary = "b" + std::to_string(i);
        inner.insert(0, "Content-Type: multipart/related; boundary=" + boundary + "\r\n\r\n--" + boundary +
                            "\r\n");
    }
    CHECK(told_of("MIME-Version: 1.0\r\n" + inner) ==
          "a: damaged, or not what it says that it is: expected a web page in it");
}

TEST_CASE("a page in Big5 gives the figures of the same page in UTF-8") {
    const std::string said = "<html><head><meta charset=\"big5\"></head><body><p>某局2022年度部門決算</p>";
    const std::string traditional =
        said + "<p>2022年度收入總計1640.00萬元，支出總計1640.00萬元。</p><p>本年支出合計1530.75萬元，其中："
               "基本支出930.75萬元，佔60.80%；項目支出600.00萬元，佔39.20%。</p></body></html>";
    const std::string simplified =
        "<html><head><meta charset=\"utf8\"></head><body><p>某局2022年度部门决算</p>"
        "<p>2022年度收入总计1640.00万元，支出总计1640.00万元。</p><p>本年支出合计1530.75万元，其中："
        "基本支出930.75万元，占60.80%；项目支出600.00万元，占39.20%。</p></body></html>";
    CHECK(facts_of(written_in("BIG5", traditional)) == facts_of(simplified));
    CHECK(facts_of(simplified).find("1530.75") != std::string::npos);
}
