// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_OFFICE_PACKAGES_HPP
#define TIEOUT_TESTS_READ_OFFICE_PACKAGES_HPP

// Small office files for tests: ZIP files whose parts are stored as they are, and the least that makes a workbook or a Word
// file of some XML.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::uint32_t crc_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

/// A ZIP file of these parts.
inline std::string zip_of(const Parts& parts) {
    const auto number = [](std::uint32_t value, std::size_t bytes) {
        std::string text;
        for (std::size_t i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8U * i) & 0xFFU);
        return text;
    };
    std::string zip;
    std::string directory;
    for (const auto& [name, content] : parts) {
        const auto size = static_cast<std::uint32_t>(content.size());
        const std::string common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) +
                                   number(0x21, 2) + number(crc_of(content), 4) + number(size, 4) +
                                   number(size, 4) + number(static_cast<std::uint32_t>(name.size()), 2) +
                                   number(0, 2);
        directory += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) +
                     number(0, 4) + number(static_cast<std::uint32_t>(zip.size()), 4) + name;
        zip += "PK\x03\x04" + common + name + content;
    }
    const auto count = static_cast<std::uint32_t>(parts.size());
    const auto at = static_cast<std::uint32_t>(zip.size());
    return zip + directory + "PK\x05\x06" + number(0, 2) + number(0, 2) + number(count, 2) +
           number(count, 2) + number(static_cast<std::uint32_t>(directory.size()), 4) + number(at, 4) +
           number(0, 2);
}

inline std::string relationships(const Parts& targets) {
    std::string text = "<Relationships>";
    for (std::size_t i = 0; i < targets.size(); ++i)
        text += "<Relationship Id=\"rId" + std::to_string(i + 1) + "\" Type=\"x/" + targets[i].first +
                "\" Target=\"" + targets[i].second + "\"/>";
    return text + "</Relationships>";
}

/// A sheet with its name, and what its element says beside.
struct TestSheet {
    std::string name;
    std::string xml; ///< of the worksheet
    std::string attributes{};
};

/// A workbook; the format of style n + 1 is the n-th of `formats`.
inline std::string workbook_of(const std::vector<TestSheet>& sheets,
                               const std::vector<std::string>& formats = {}, std::string_view strings = {},
                               std::string_view properties = {}) {
    Parts targets;
    Parts parts;
    std::string list;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string path = "worksheets/sheet" + std::to_string(i + 1) + ".xml";
        targets.emplace_back("worksheet", path);
        list += "<sheet name=\"" + sheets[i].name + "\" r:id=\"rId" + std::to_string(i + 1) + "\" " +
                sheets[i].attributes + "/>";
        parts.emplace_back("xl/" + path, "<worksheet>" + sheets[i].xml + "</worksheet>");
    }
    std::string codes;
    std::string styles = "<xf numFmtId=\"0\"/>";
    for (std::size_t i = 0; i < formats.size(); ++i) {
        const std::string id = std::to_string(164 + i);
        codes += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + formats[i] + "\"/>";
        styles += "<xf numFmtId=\"" + id + "\"/>";
    }
    targets.emplace_back("styles", "styles.xml");
    targets.emplace_back("sharedStrings", "sharedStrings.xml");
    parts.emplace_back("_rels/.rels", relationships({{"officeDocument", "xl/workbook.xml"}}));
    parts.emplace_back("xl/workbook.xml",
                       "<workbook>" + std::string(properties) + "<sheets>" + list + "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", relationships(targets));
    parts.emplace_back("xl/styles.xml", "<styleSheet><numFmts>" + codes + "</numFmts><cellXfs>" + styles +
                                            "</cellXfs></styleSheet>");
    parts.emplace_back("xl/sharedStrings.xml", "<sst>" + std::string(strings) + "</sst>");
    return zip_of(parts);
}

/// The rows of a sheet, of texts.
inline std::string sheet_of(const std::vector<std::vector<std::string>>& rows) {
    std::string xml = "<sheetData>";
    for (const auto& row : rows) {
        xml += "<row>";
        for (const std::string& text : row) xml += "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
        xml += "</row>";
    }
    return xml + "</sheetData>";
}

/// A Word file with that body, and further parts under the types of their relationships.
inline std::string word_of(std::string_view body, const Parts& others = {}) {
    Parts targets;
    Parts parts{{"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
                {"word/document.xml", "<w:document><w:body>" + std::string(body) + "</w:body></w:document>"}};
    for (std::size_t i = 0; i < others.size(); ++i) {
        const std::string path = "part" + std::to_string(i) + ".xml";
        targets.emplace_back(others[i].first, path);
        parts.emplace_back("word/" + path, others[i].second);
    }
    parts.emplace_back("word/_rels/document.xml.rels", relationships(targets));
    return zip_of(parts);
}

inline std::string paragraph(std::string_view text, std::string_view properties = {}) {
    return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t>" + std::string(text) +
           "</w:t></w:r></w:p>";
}

} // namespace tieout::test

#endif
