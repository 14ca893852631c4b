// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_CLI_HOSTILE_FOREIGN_HPP
#define TIEOUT_TESTS_CLI_HOSTILE_FOREIGN_HPP

// Web pages in one file, old Office files and others that nobody means well with. A script stands where LibreOffice would.

#include "../read/office/compound_files.hpp"
#include "../read/office/packages.hpp"
#include "../read/text/mht_files.hpp"
#include "hostile.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tieout::test {

inline std::vector<Hostile> web_archive_rows() {
    const std::string page =
        html_part("<p>总支出100.00万元，其中：基本支出60.00万元，项目支出40.00万元。</p>", "8bit", "utf-8");
    const std::string whole = mht_of(page);
    const std::string head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=";
    std::string deep;
    for (int i = 0; i < 10'000; ++i) {
        const std::string boundary = "b" + std::to_string(i);
        deep += "Content-Type: multipart/related; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
    }
    constexpr std::string_view no_page =
        "input: damaged, or not what it says that it is: expected a web page in it";
    return {
        {"a web page in one file whose parts have no mark between them",
         "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + page, 2, no_page},
        {"one of pictures only", mht_of("Content-Type: image/png\r\n\r\n\x89PNG"), 2, no_page},
        {"one that ends within its page", whole.substr(0, whole.rfind("</p>")), 2,
         "input: damaged, or not what it says that it is: expected the mark behind its last part"},
        {"10,000 parts, each within the last", "MIME-Version: 1.0\r\n" + deep + page, 2, no_page},
        {"ten million parts of nothing", head + "x\r\n\r\n" + repeated("--x\n", 10'000'000), 2, no_page},
        {"a mark of 1 MB between parts",
         head + repeated("x", 1'000'000) + "\r\n\r\n" + repeated("--x\r\n", 1000), 2, no_page},
        {"a page in base64 that is none", mht_of(html_part(repeated("?", 1000), "base64", "utf-8")), 2,
         "input: damaged, or not what it says that it is: expected base64"},
        {"a page whose encoding steers a terminal",
         mht_of(html_part("<p>总支出100.00万元，其中：基本支出60.00万元，项目支出40.00万元。</p>", "8bit",
                          "\x1b[2J")),
         0, ""},
    };
}

inline std::vector<Hostile> old_office_rows() {
    constexpr std::string_view no_format = "input:1:1: expected a filing in JSON or a published report, seen "
                                           "an old Office file that is damaged, or neither "
                                           ".doc nor .xls; save it as .docx or .xlsx";
    const std::string workbook = compound_of({"Workbook"});
    std::string circle = compound_of({"a", "b", "c"});
    // The second entry is behind the third, which is behind the second.
    put_number(circle, 512 + 128 * 3 + 0x48, 2);
    // The list of streams is behind itself.
    put_number(circle, 512 * 3, 0);
    return {
        {"an old Office file of which only the beginning is there", workbook.substr(0, 512), 2, no_format},
        {"one whose streams go in a circle", circle, 2, no_format},
        {"slides", compound_of({"PowerPoint Document"}, {"Workbook"}), 2, no_format},
        {"an old workbook where there is no LibreOffice", workbook, 2,
         "input: the file cannot be read: an old Excel or WPS workbook (.xls, .et) is read with LibreOffice; "
         "install it, as with apt-get install libreoffice-calc-nogui, or save it as .xlsx",
         "PATH=/nowhere {} check input"},
        {"100,000 groups in RTF, each within the last, where there is none",
         "{\\rtf1 " + repeated("{", 100'000), 2,
         "input: the file cannot be read: an RTF file is read with LibreOffice; install it, as with apt-get "
         "install libreoffice-writer-nogui, or save it as .docx",
         "PATH=/nowhere {} check input"},
        {"an old workbook on which LibreOffice crashes", workbook, 2,
         "input: the file cannot be read: LibreOffice crashed on it",
         "printf \"#!/bin/sh\\nkill -SEGV \\$\\$\\n\" >soffice; chmod +x soffice; PATH=$PWD {} check input"},
        {"an old workbook of which it makes nothing", workbook, 2,
         "input: the file cannot be read: LibreOffice made nothing of it: it is damaged, locked with a "
         "password, or of a kind for which a part of LibreOffice is not installed",
         "printf \"#!/bin/sh\\n\" >soffice; chmod +x soffice; PATH=$PWD {} check input"},
        {"an old workbook of which it makes a link to `/etc/passwd`", workbook, 2,
         "input: the file cannot be read: LibreOffice made nothing of it: it is damaged, locked with a "
         "password, or of a kind for which a part of LibreOffice is not installed",
         "printf \"#!/bin/sh\\n/bin/mkdir made; /bin/ln -s /etc/passwd made/input.xlsx\\n\" >soffice; chmod "
         "+x "
         "soffice; PATH=$PWD {} check input"},
        {"an old workbook of which it makes 70 MB", workbook, 2,
         "input: beyond a limit: at most 64 MiB, seen 66 MiB",
         "printf \"#!/bin/sh\\n/bin/mkdir made; exec /usr/bin/head -c 70000000 /dev/zero "
         ">made/input.xlsx\\n\" "
         ">soffice; chmod +x soffice; PATH=$PWD {} check input"},
        {"an old workbook of which it makes something else", workbook, 2,
         "input: the file cannot be read: LibreOffice made nothing of it: it is damaged, locked with a "
         "password, or of a kind for which a part of LibreOffice is not installed",
         "printf \"#!/bin/sh\\n/bin/mkdir made; echo hello >made/input.xlsx\\n\" >soffice; chmod +x soffice; "
         "PATH=$PWD {} check input"},
        {"an old workbook where there is no room for temporary files", workbook, 2,
         "input: the file cannot be read: no temporary folder could be made for it: No such file or "
         "directory",
         "TMPDIR=/nowhere PATH=/nowhere {} check input"},
        {"an OFD file", zip_of({{"OFD.xml", "<OFD/>"}}), 2,
         "input:1:1: expected a filing in JSON or a published report, seen an OFD file; export it as a PDF "
         "first"},
        {"an archive of documents", zip_of({{"a.docx", word_of(paragraph("甲"))}}), 2,
         "input:1:1: expected a filing in JSON or a published report, seen an archive; unpack it first"},
    };
}

} // namespace tieout::test

#endif
