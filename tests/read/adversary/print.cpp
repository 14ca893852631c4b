// SPDX-License-Identifier: MIT
#include "print.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tieout::test::adversary {

namespace {

std::size_t length_of(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> all;
    for (std::size_t at = 0; at < text.size(); at += length_of(text[at]))
        all.push_back(text.substr(at, length_of(text[at])));
    return all;
}

std::size_t columns_of(std::string_view text, bool by_characters) {
    std::size_t columns = 0;
    for (const std::string_view c : characters(text)) columns += !by_characters && c.size() >= 3 ? 2 : 1;
    return columns;
}

std::string grouped(std::string_view number, std::string_view mark) {
    const std::size_t begin = number.starts_with('-') ? 1 : 0;
    std::size_t point = number.find('.');
    if (point == std::string_view::npos) point = number.size();
    std::string text(number.substr(0, begin));
    for (std::size_t i = begin; i < point; ++i) {
        if (i > begin && (point - i) % 3 == 0) text += mark;
        text += number[i];
    }
    return text + std::string(number.substr(point));
}

struct Page {
    Told& told;
    const Print& print;
    std::string text{};
    std::vector<std::string_view> structures{};

    void lines(std::string_view more, std::string_view structure) {
        text += more;
        for (const char c : more)
            if (c == '\n') structures.push_back(structure);
    }
};

/// Simplified characters that stand in money and amounts, as they are written in Hong Kong, Macau and Taiwan.
std::string traditional(std::string_view text) {
    static constexpr std::string_view simple =
        "万亿数总决预财经费购运维护资产单员额实际类办结节约业对达评国户较长个为与从开发项图书馆务";
    static constexpr std::string_view full =
        "萬億數總決預財經費購運維護資產單員額實際類辦結節約業對達評國戶較長個為與從開發項圖書館務";
    std::string out;
    for (const std::string_view c : characters(text)) {
        const std::size_t at = c.size() == 3 ? simple.find(c) : std::string_view::npos;
        out += at == std::string_view::npos ? c : full.substr(at, 3);
    }
    return out;
}

std::string numeral(Page& page, std::size_t index) {
    Number& number = page.told.numbers[index];
    number.used = true;
    std::string text = number.text;
    const Print& print = page.print;
    if (print.thousands || print.wide_thousands) text = grouped(text, print.wide_thousands ? "，" : ",");
    if (!print.wide_digits) return text;
    std::string wide;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            wide += "０";
            wide.back() = static_cast<char>(wide.back() + (c - '0'));
        } else if (c == '.') {
            wide += "．";
        } else {
            wide += c;
        }
    }
    return wide;
}

/// Text with its numbers in place.
std::string words(Page& page, std::string_view marked) {
    std::string text;
    for (std::size_t at = 0; at < marked.size();) {
        if (marked[at] == '\x01') {
            const std::size_t end = marked.find('\x02', at);
            std::size_t index = 0;
            std::from_chars(marked.data() + at + 1, marked.data() + end, index);
            text += numeral(page, index);
            at = end + 1;
            if (page.print.spaced_numbers && at < marked.size()) text += ' ';
            continue;
        }
        text += marked[at++];
    }
    if (page.print.traditional) text = traditional(text);
    if (!page.print.narrow_marks) return text;
    static constexpr std::array<std::array<std::string_view, 2>, 5> narrow = {
        {{"，", ","}, {"：", ":"}, {"；", ";"}, {"（", "("}, {"）", ")"}}};
    std::string marks;
    for (const std::string_view c : characters(text)) {
        std::string_view written = c;
        for (const auto& [from, to] : narrow)
            if (from == c) written = to;
        marks += written;
    }
    return marks;
}

void paragraph(Page& page, const Block& block) {
    std::string text = words(page, block.text);
    if (page.print.html) return page.lines("<p>" + text + "</p>\n", block.structure);
    if (page.print.indented) text = "　　" + text;
    std::string out;
    std::size_t column = 0;
    for (const std::string_view c : characters(text)) {
        const std::size_t columns = c.size() >= 3 ? 2 : 1;
        if (page.print.width != 0 && column + columns > page.print.width) {
            out += '\n';
            column = 0;
            if (c == " ") continue;
        }
        out += c;
        column += columns;
    }
    page.lines(out + "\n" + (page.print.blank_lines ? "\n" : ""), block.structure);
}

/// The lines of a frame that stand before the table, in the way of this document.
std::vector<std::string> frame_lines(Page& page, const Frame& frame) {
    const Print& print = page.print;
    const std::string unit = frame.unit.empty() ? "" : "单位：" + frame.unit;
    const std::string body = "部门：" + frame.body;
    const std::string form = frame.form;
    std::vector<std::string> lines;
    switch (print.frame % 5) {
    case 0:
        lines = {frame.title, form,
                 body + (print.html ? "　　" : "\t") + (unit.empty() ? "" : "金额" + unit)};
        break;
    case 1:
        lines = {frame.title, unit};
        break;
    case 2:
        lines = {form, frame.title, body, unit};
        break;
    case 3:
        lines = {frame.title + (unit.empty() ? "" : "（" + unit + "）")};
        break;
    default:
        lines = {frame.title, form + (form.empty() ? "" : " ") + unit};
        break;
    }
    std::erase(lines, "");
    for (std::string& line : lines) line = words(page, line);
    return lines;
}

std::size_t width_of(const Block& block) {
    std::size_t width = 0;
    for (const auto& row : block.rows) {
        std::size_t columns = 0;
        for (const Cell& cell : row) columns += cell.columns;
        width = std::max(width, columns);
    }
    return width;
}

void table_of_html(Page& page, const Block& block) {
    const std::vector<std::string> lines = frame_lines(page, block.frame);
    const bool inside = page.print.frame >= 5;
    const bool caption = !inside && page.print.frame == 1;
    std::string out;
    if (!inside && !caption)
        for (const std::string& line : lines) out += "<p>" + line + "</p>\n";
    out += "<table>\n";
    if (caption) {
        out += "<caption>";
        for (std::size_t i = 0; i < lines.size(); ++i) out += (i > 0 ? " " : "") + lines[i];
        out += "</caption>\n";
    }
    if (inside)
        for (const std::string& line : lines)
            out += "<tr><td colspan=\"" + std::to_string(width_of(block)) + "\">" + line + "</td></tr>\n";
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
        out += "<tr>";
        const std::string_view tag = row < block.heads && page.print.indented ? "th" : "td";
        for (const Cell& cell : block.rows[row]) {
            if (cell.rows == 0) continue;
            out += "<" + std::string(tag);
            if (cell.columns > 1) out += " colspan=\"" + std::to_string(cell.columns) + "\"";
            if (cell.rows > 1) out += " rowspan=\"" + std::to_string(cell.rows) + "\"";
            out += ">" + words(page, cell.text) + "</" + std::string(tag) + ">";
        }
        out += "</tr>\n";
    }
    out += "</table>\n";
    if (!block.note.empty()) out += "<p>" + block.note + "</p>\n";
    page.lines(out, block.structure);
}

std::string row_of_text(Page& page, const std::vector<Cell>& row, const std::vector<std::size_t>& widths,
                        bool head) {
    const bool by_characters = page.print.layout == Layout::by_characters;
    std::string line;
    std::size_t column = 0;
    for (const Cell& cell : row) {
        const std::string text = words(page, cell.text);
        switch (page.print.layout) {
        case Layout::tabs:
            line += (column == 0 ? "" : "\t") + text + std::string(cell.columns - 1, '\t');
            break;
        case Layout::pipes:
        case Layout::barred:
            line += (column == 0 ? "| " : " | ") + text;
            for (std::size_t i = 1; i < cell.columns; ++i) line += " | ";
            break;
        case Layout::aligned:
        case Layout::by_characters: {
            std::size_t width = 0;
            for (std::size_t i = 0; i < cell.columns; ++i) width += widths[column + i] + 3;
            const std::string blanks(width - columns_of(text, by_characters), ' ');
            const bool number = !head && !text.empty() &&
                                text.find_first_not_of("0123456789.,%-") == std::string::npos && column > 0;
            // Names begin where their column begins; numbers end where it ends.
            line += number ? blanks.substr(3) + text + "   " : text + blanks;
            break;
        }
        case Layout::commas:
        case Layout::semicolons: {
            const std::string mark = page.print.layout == Layout::commas ? "," : ";";
            line += (column == 0 ? "" : mark) +
                    (text.find_first_of(",;\"") == std::string::npos ? text : '"' + text + '"');
            for (std::size_t i = 1; i < cell.columns; ++i) line += mark;
            break;
        }
        case Layout::blanks:
            if (!text.empty()) line += (line.empty() ? "" : " ") + text;
            break;
        case Layout::cells:
            if (cell.rows != 0) line += text + '\n' + std::string(cell.columns - 1, '\n');
            break;
        }
        column += cell.columns;
    }
    if (page.print.layout == Layout::pipes || page.print.layout == Layout::barred) line += " |";
    while (line.ends_with(' ')) line.pop_back();
    return page.print.layout == Layout::cells ? line : line + '\n';
}

void table_of_text(Page& page, const Block& block) {
    std::string out;
    for (const std::string& line : frame_lines(page, block.frame)) {
        out += line + '\n';
        if (page.print.blank_lines && page.print.frame == 0) out += '\n';
    }
    const bool by_characters = page.print.layout == Layout::by_characters;
    std::vector<std::size_t> widths(width_of(block), 0);
    for (const auto& row : block.rows) {
        std::size_t column = 0;
        for (const Cell& cell : row) {
            const std::size_t share =
                (columns_of(words(page, cell.text), by_characters) + cell.columns - 1) / cell.columns;
            for (std::size_t i = 0; i < cell.columns; ++i)
                widths[column + i] = std::max(widths[column + i], share);
            column += cell.columns;
        }
    }
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
        if (const std::size_t rows = page.print.page_rows;
            rows != 0 && row > block.heads && (row - block.heads) % rows == 0) {
            out += '\f';
            for (std::size_t head = 0; page.print.repeated_heads && head < block.heads; ++head)
                out += row_of_text(page, block.rows[head], widths, true);
        }
        out += row_of_text(page, block.rows[row], widths, row < block.heads);
        if (page.print.layout == Layout::pipes && row == 0) {
            out += "|";
            for (std::size_t i = 0; i < widths.size(); ++i) out += "---|";
            out += '\n';
        }
    }
    if (!block.note.empty()) out += block.note + '\n';
    page.lines(out + '\n', block.structure);
}

} // namespace

Print print_of(std::uint64_t seed) {
    Random random(seed ^ 0x5DEECE66DU);
    Print print;
    print.html = random.one_in(4);
    print.wide_digits = random.one_in(12);
    print.narrow_marks = random.one_in(5);
    print.thousands = random.one_in(4);
    print.wide_thousands = !print.thousands && random.one_in(25);
    print.spaced_numbers = random.one_in(6);
    print.crlf = random.one_in(6);
    if (random.one_in(4)) print.width = static_cast<std::size_t>(random.between(20, 45)) * 2;
    print.indented = random.one_in(3);
    print.blank_lines = random.one_in(3);
    print.traditional = random.one_in(20);
    print.pages = !print.html && random.one_in(8);
    print.layout = static_cast<Layout>(random.between(0, 5));
    print.frame = static_cast<int>(random.between(0, 9));
    return print;
}

Printed printed(Told& told, const Print& print) {
    Page page{told, print};
    int number = 0;
    if (print.html) page.lines("<html><head><meta charset=\"utf-8\"></head><body>\n", "");
    for (const Block& block : told.blocks) {
        if (block.rows.empty())
            paragraph(page, block);
        else if (print.html)
            table_of_html(page, block);
        else
            table_of_text(page, block);
        const bool ends = block.text.find("。") != std::string::npos && &block != &told.blocks.back();
        if (print.pages && ends && ++number % 3 == 0)
            page.lines("\n— " + std::to_string(number / 3) + " —\n\n", "");
    }
    if (print.html) page.lines("</body></html>\n", "");
    if (print.crlf) {
        std::string text;
        for (const char c : page.text) text += c == '\n' ? "\r\n" : std::string(1, c);
        page.text = std::move(text);
    }
    return {std::move(page.text), std::move(page.structures)};
}

} // namespace tieout::test::adversary
