// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_PDF_WRITTEN_PDF_HPP
#define TIEOUT_TESTS_READ_PDF_WRITTEN_PDF_HPP

// Writes small PDF files for tests: pages of text and lines, as the test puts them there.

#include <tieout/base/utf8.hpp>

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::pdf {

/// Four hexadecimal digits.
inline std::string hex(unsigned value) {
    char digits[5];
    std::snprintf(digits, sizeof digits, "%04X", value & 0xFFFFU);
    return digits;
}

/// Content that writes a line of text at a place; (0, 0) is the lower left of the page, and one ideograph is `size` wide.
inline std::string text(int x, int y, std::string_view words, int size = 10) {
    std::string codes;
    for (std::size_t at = 0; at < words.size();) {
        const CodePoint c = decode_utf8(words, at);
        codes += hex(static_cast<unsigned>(c.value));
        at += c.length;
    }
    return "BT /F1 " + std::to_string(size) + " Tf " + std::to_string(x) + ' ' + std::to_string(y) + " Td <" +
           codes + "> Tj ET\n";
}

/// How ruling lines are drawn: as one program or another does it.
enum class Pen { strokes, thin_rectangles, pieces };

inline std::string line(Pen pen, int x1, int y1, int x2, int y2) {
    const auto number = [](int n) { return std::to_string(n) + ' '; };
    std::string content;
    switch (pen) {
    case Pen::strokes:
        return number(x1) + number(y1) + "m " + number(x2) + number(y2) + "l S\n";
    case Pen::thin_rectangles:
        return number(x1) + number(y1) +
               (y1 == y2 ? number(x2 - x1) + ".48 re f\n" : ".48 " + number(y2 - y1) + "re f\n");
    case Pen::pieces:
        for (int at = 0; at < (x2 - x1) + (y2 - y1); at += 10)
            content += y1 == y2 ? number(x1 + at) + number(y1) + "9 .48 re f\n"
                                : number(x1) + number(y1 + at) + ".48 9 re f\n";
        return content;
    }
    return content;
}

/// Content that draws a table of texts in boxes of 90 by 20 points, with its upper left at a place. An empty text that
/// begins with '<' is one cell with the text before it.
inline std::string table(int left, int top, const std::vector<std::vector<std::string>>& rows,
                         Pen pen = Pen::strokes) {
    constexpr int width = 90, height = 20;
    std::string content;
    const int columns = static_cast<int>(rows.front().size());
    const int bottom = top - height * static_cast<int>(rows.size());
    for (int y = top; y >= bottom; y -= height) content += line(pen, left, y, left + width * columns, y);
    for (int c = 0; c <= columns; ++c)
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const bool merged = c < columns && rows[r][static_cast<std::size_t>(c)] == "<";
            const int y = top - height * static_cast<int>(r);
            if (!merged) content += line(pen, left + width * c, y - height, left + width * c, y);
        }
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < rows[r].size(); ++c)
            if (!rows[r][c].empty() && rows[r][c] != "<")
                content += text(left + width * static_cast<int>(c) + 4,
                                top - height * static_cast<int>(r) - 14, rows[r][c]);
    return content;
}

struct WrittenPage {
    std::string content{};
    std::string media = "0 0 595 842";
    std::string crop{};
    int rotate = 0;
    /// Entries of /XObject: names and numbers of `more`, counted from 10: "/Fm0 10 0 R".
    std::string externals{};
};

inline std::string stream(std::string_view content, std::string_view entries = "") {
    return "<<" + std::string(entries) + "/Length " + std::to_string(content.size()) + ">>stream\n" +
           std::string(content) + "\nendstream";
}

inline std::string form(std::string_view content, std::string_view entries = "") {
    return stream(content, "/Type/XObject/Subtype/Form/BBox[0 0 2000 2000]" + std::string(entries));
}

inline std::string picture() {
    return stream("\xFF",
                  "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8");
}

/// The bytes of a PDF file. `more` are objects with the numbers 10, 11, …; `trailer` are entries of the trailer.
inline std::string file(const std::vector<WrittenPage>& pages, const std::vector<std::string>& more = {},
                        std::string_view trailer = "") {
    // Codes are characters: the font needs no file to be read.
    std::string to_unicode = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n"
                             "1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
    for (unsigned block = 0; block < 256; block += 64) {
        to_unicode += "64 beginbfrange\n";
        for (unsigned high = block; high < block + 64; ++high)
            to_unicode +=
                "<" + hex(high << 8U) + "> <" + hex(high << 8U | 0xFFU) + "> <" + hex(high << 8U) + ">\n";
        to_unicode += "endbfrange\n";
    }
    to_unicode += "endcmap end end";
    std::vector<std::pair<int, std::string>> objects;
    std::string kids;
    const int first_page = 10 + static_cast<int>(more.size());
    for (std::size_t i = 0; i < pages.size(); ++i)
        kids += std::to_string(first_page + 2 * static_cast<int>(i)) + " 0 R ";
    objects.emplace_back(1, "<</Type/Catalog/Pages 2 0 R>>");
    objects.emplace_back(2, "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>");
    objects.emplace_back(3, "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 "
                            "0 R]/ToUnicode 6 0 R>>");
    objects.emplace_back(
        4,
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        "/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[32 126 500]>>");
    objects.emplace_back(
        5, "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -140 1000 860]/ItalicAngle 0/Ascent 860"
           "/Descent -140/CapHeight 860/StemV 80>>");
    objects.emplace_back(6, stream(to_unicode));
    for (std::size_t i = 0; i < more.size(); ++i) objects.emplace_back(10 + static_cast<int>(i), more[i]);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const int number = first_page + 2 * static_cast<int>(i);
        objects.emplace_back(number, "<</Type/Page/Parent 2 0 R/MediaBox[" + pages[i].media + "]" +
                                         (pages[i].crop.empty() ? "" : "/CropBox[" + pages[i].crop + "]") +
                                         "/Rotate " + std::to_string(pages[i].rotate) +
                                         "/Resources<</Font<</F1 3 0 R>>/XObject<<" + pages[i].externals +
                                         ">>>>/Contents " + std::to_string(number + 1) + " 0 R>>");
        objects.emplace_back(number + 1, stream(pages[i].content));
    }
    std::string bytes = "%PDF-1.7\n";
    std::string table = "0000000000 65535 f \n";
    int next = 1;
    for (const auto& [number, object] : objects) {
        for (; next < number; ++next) table += "0000000000 65535 f \n";
        char entry[24];
        std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", bytes.size());
        table += entry;
        ++next;
        bytes += std::to_string(number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const std::size_t at = bytes.size();
    bytes += "xref\n0 " + std::to_string(next) + "\n" + table + "trailer<</Size " + std::to_string(next) +
             "/Root 1 0 R" + std::string(trailer) + ">>\nstartxref\n" + std::to_string(at) + "\n%%EOF\n";
    return bytes;
}

} // namespace tieout::pdf

#endif
