// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_CLI_HOSTILE_OFFICE_HPP
#define TIEOUT_TESTS_CLI_HOSTILE_OFFICE_HPP

// Workbooks and Word files that nobody means well with.

#include "../read/office/compound_files.hpp"
#include "../read/office/packages.hpp"
#include "hostile.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test {

/// A ZIP file of one part that claims to hold `claimed` bytes, and whose few bytes unpack to `bytes` zeros.
inline std::string bomb_of(const std::string& name, std::size_t bytes, std::uint32_t claimed, Parts others) {
    // One block of deflate with fixed codes: a zero, and again and again 258 of what stood before.
    std::string packed;
    std::uint32_t held = 0;
    unsigned count = 0;
    const auto bit = [&](unsigned value) {
        held |= value << count;
        if (++count == 8) {
            packed += static_cast<char>(held);
            held = count = 0;
        }
    };
    const auto code = [&](unsigned value, unsigned length) {
        while (length-- > 0) bit(value >> length & 1U);
    };
    bit(1);
    bit(1);
    bit(0);
    code(0b00110000, 8);
    for (std::size_t i = 0; i < bytes / 258; ++i) {
        code(0b11000101, 8);
        code(0, 5);
    }
    code(0, 7);
    while (count != 0) bit(0);
    others.emplace_back(name, packed);
    std::string zip = zip_of(others);
    // Packed by method 8, and its size as claimed, where the part begins and in the list at the end.
    const auto put = [&](std::size_t at, std::uint32_t value, std::size_t length) {
        for (std::size_t i = 0; i < length; ++i) zip[at + i] = static_cast<char>(value >> (8U * i) & 0xFFU);
    };
    const std::size_t last = zip.rfind(name);
    const std::size_t first = zip.rfind(name, zip.find("PK\x01\x02") - packed.size());
    put(last - 46 + 10, 8, 2);
    put(last - 46 + 24, claimed, 4);
    put(first - 30 + 8, 8, 2);
    put(first - 30 + 22, claimed, 4);
    return zip;
}

inline std::vector<Hostile> office_rows() {
    const std::string table = sheet_of({{"项目", "金额"}, {"甲", "1.00"}, {"乙", "2.00"}, {"合计", "3.00"}});
    const std::string good = workbook_of({{"S", table}});
    const Parts workbook{{"_rels/.rels", relationships({{"officeDocument", "xl/workbook.xml"}})}};
    const auto named = [&](const std::string& name) {
        return zip_of({{"xl/workbook.xml", "<workbook/>"}, {name, "x"}});
    };
    const auto book = [](std::string_view xml) { return zip_of({{"xl/workbook.xml", std::string(xml)}}); };
    Parts many{{"word/document.xml", "<w:document/>"}};
    for (int i = 0; i < 100'000; ++i) many.emplace_back(std::to_string(i), "");
    static const std::string damaged =
        "input: damaged, or not what it says that it is: expected word/document.xml";
    return {
        {"a workbook of which only the beginning is there", good.substr(0, good.size() / 2), 2,
         "input: damaged, or not what it says that it is: expected a whole ZIP container"},
        {"a workbook with a changed byte",
         [&] {
             std::string changed = good;
             changed[changed.find("甲")] = 'x';
             return changed;
         }(),
         2,
         "input: S: damaged, or not what it says that it is: expected a whole ZIP container, seen "
         "xl/worksheets/sheet1.xml"},
        {"a workbook of 60 KB that unpacks to 1 GB",
         bomb_of("xl/workbook.xml", 1'000'000'000, 1'000'000'000, workbook), 2,
         "input: beyond a limit: at most 128 MiB, seen 953 MiB"},
        {"the same, and it claims to hold 1,000 bytes",
         bomb_of("xl/workbook.xml", 1'000'000'000, 1'000, workbook), 2,
         "input: beyond a limit: at most 128 MiB"},
        {"a Word file of 100,000 files", zip_of(many), 2,
         "input: beyond a limit: at most 20000 files, seen 100001"},
        {"two parts of one name",
         zip_of({{"xl/workbook.xml", "<workbook/>"}, {"xl/workbook.xml", "<workbook/>"}}), 2,
         "input: damaged, or not what it says that it is: expected a whole ZIP container"},
        {"a part that is named `../../etc/passwd`", named("../../etc/passwd"), 2,
         "input: damaged, or not what it says that it is: expected the name of a part within the container, "
         "seen ../../etc/passwd"},
        {"a part that is named `/etc/passwd`", named("/etc/passwd"), 2,
         "input: damaged, or not what it says that it is: expected the name of a part within the container, "
         "seen /etc/passwd"},
        {"a part whose name steers a terminal",
         zip_of({{"xl/workbook.xml", "<workbook/>"}, {"../\x1b[2J", "x"}}), 2,
         "input: damaged, or not what it says that it is: expected the name of a part within the container, "
         "seen ../␛[2J"},
        {"XML with entities made of entities",
         book("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><workbook>&b;</workbook>"), 2,
         "input: damaged, or not what it says that it is: expected XML without a document type, seen "
         "xl/workbook.xml"},
        {"100,000 elements, each within the last, in a workbook",
         book(repeated("<a>", 100'000) + repeated("</a>", 100'000)), 2,
         "input: beyond a limit: at most 256 levels, seen xl/workbook.xml"},
        {"ten million elements in a workbook",
         book("<workbook>" + repeated("<a/>", 10'000'000) + "</workbook>"), 2,
         "input: beyond a limit: at most 8000000 values, seen xl/workbook.xml"},
        {"a workbook that names a sheet outside of itself",
         zip_of(
             {{"xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets></workbook>"},
              {"xl/_rels/workbook.xml.rels", relationships({{"worksheet", "../../../../etc/passwd"}})}}),
         2, "input: S: damaged, or not what it says that it is: expected etc/passwd"},
        {"a cell that holds #REF!",
         workbook_of({{"S", "<sheetData><row><c t=\"inlineStr\"><is><t>合计</t></is></c><c "
                            "t=\"e\"><v>#REF!</v></c></row></sheetData>"}}),
         2, "input: S!B1: the cell holds the error value #REF!"},
        {"a sheet whose name steers a terminal",
         workbook_of({{"&#x202E;S", "<sheetData><row><c t=\"e\"><v>#DIV/0!</v></c></row></sheetData>"}}), 2,
         "input: \uFFFDS!A1: the cell holds the error value #DIV/0!"},
        {"a cell in row 4,294,967,295 and column XFD",
         workbook_of(
             {{"S",
               "<sheetData><row r=\"4294967295\"><c r=\"XFD4294967295\"><v>1</v></c></row></sheetData>"}}),
         2, "input: nothing in this document could be decided"},
        {"a sheet of one merged cell",
         workbook_of({{"S", table + "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"}}), 0,
         "input: a blank form: no table in it has a figure, and there is nothing to check"},
        {"100,000 merged cells, each upon the last",
         workbook_of({{"S", table + "<mergeCells>" + repeated("<mergeCell ref=\"A2:B4\"/>", 100'000) +
                                "</mergeCells>"}}),
         0, "input: a blank form: no table in it has a figure, and there is nothing to check"},
        {"a number of 400 digits in a cell",
         workbook_of({{"S", "<sheetData><row><c t=\"inlineStr\"><is><t>合计</t></is></c><c><v>" +
                                repeated("9", 400) + "</v></c></row></sheetData>"}}),
         2, "input: S: beyond a limit: at most 38 digits, seen 1000000000000000000000000000000000000000…"},
        {"a number format of 100,000 conditions",
         workbook_of({{"S", "<sheetData><row><c s=\"1\"><v>1</v></c></row></sheetData>"}},
                     {repeated("[&gt;1]", 100'000)}),
         2, "input: nothing in this document could be decided"},
        {"a Word file without a document", zip_of({{"word/document.xml.bak", "x"}}), 2, damaged},
        {"a cell over four billion columns in a Word file",
         word_of("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan "
                 "w:val=\"4294967295\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"),
         2, "input: table 1: beyond a limit: at most 1024 columns"},
        {"styles that are based on each other",
         word_of(paragraph("全年支出80万元", "<w:pStyle w:val=\"a\"/>"),
                 {{"styles", "<w:styles><w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
                             "<w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>"}}),
         2, "input: nothing in this document could be decided"},
        {"a field that does not end",
         word_of("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" + paragraph("全年支出80万元")),
         2, "input: nothing in this document could be decided"},
        {"a Word file of nothing but a picture", word_of("<w:p><w:r><w:drawing/></w:r></w:p>"), 2,
         "input: scanned; an OCR program must read it first"},
        {"a Word file that is locked with a password", compound_of({"EncryptionInfo", "EncryptedPackage"}), 2,
         "input: locked with a password, which must be removed first"},
    };
}

} // namespace tieout::test

#endif
