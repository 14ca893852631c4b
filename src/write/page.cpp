// SPDX-License-Identifier: MIT
#include "write/page.hpp"

#include "write/display.hpp"

#include <algorithm>

namespace tieout::detail {

void Page::coloured(std::string_view text, Tone tone) {
    std::string_view code;
    switch (tone) {
    case Tone::plain:
        break;
    case Tone::strong:
        code = "\x1b[1m";
        break;
    case Tone::red:
        code = "\x1b[31m";
        break;
    case Tone::yellow:
        code = "\x1b[33m";
        break;
    case Tone::dim:
        code = "\x1b[2m";
        break;
    }
    const bool plain = !colour_ || code.empty() || text.empty();
    if (!plain) text_ += code;
    text_ += text;
    if (!plain) text_ += "\x1b[0m";
}

void Page::paragraph(std::size_t indent, std::string_view text, Tone tone) {
    const std::size_t room = width_ == 0 ? 0 : width_ > indent + 20 ? width_ - indent : 20;
    for (const std::string& line : wrapped(text, room)) {
        text_.append(indent, ' ');
        coloured(line, tone);
        text_ += '\n';
    }
}

void Page::keyed(std::size_t indent, std::string_view key, std::size_t key_width, std::string_view text,
                 Tone tone, Tone key_tone) {
    bool first = true;
    for (const std::string& line : wrapped(text, room(indent, key_width))) {
        if (first)
            begin_keyed(indent, key, key_width, key_tone);
        else
            text_.append(indent + key_width + 2, ' ');
        coloured(line, tone);
        text_ += '\n';
        first = false;
    }
}

void Page::marked(std::size_t indent, std::string_view key, std::size_t key_width, std::string_view line,
                  std::string_view marks, Tone tone) {
    begin_keyed(indent, key, key_width, Tone::dim);
    text_ += line;
    text_ += '\n';
    if (marks.empty()) return;
    text_.append(indent + key_width + 2, ' ');
    const std::size_t first = std::min(marks.find_first_not_of(' '), marks.size());
    text_ += marks.substr(0, first);
    coloured(marks.substr(first), tone);
    text_ += '\n';
}

std::size_t Page::room(std::size_t indent, std::size_t key_width) const {
    const std::size_t hanging = indent + key_width + 2;
    return width_ == 0 ? 0 : width_ > hanging + 20 ? width_ - hanging : 20;
}

void Page::begin_keyed(std::size_t indent, std::string_view key, std::size_t key_width, Tone tone) {
    text_.append(indent, ' ');
    coloured(key, tone);
    const std::size_t taken = columns(key);
    text_.append(2 + (taken < key_width ? key_width - taken : 0), ' ');
}

void Page::verbatim(std::size_t indent, std::string_view line) {
    text_.append(indent, ' ');
    text_ += line;
    text_ += '\n';
}

void Page::table(std::size_t indent, const std::vector<std::vector<Cell>>& rows,
                 const std::function<void(Page&)>& below) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i].text));
    }
    for (const auto& row : rows) {
        std::size_t owed = indent; // spaces that are written only if something follows
        bool first = true;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (widths[i] == 0) continue;
            const Cell& cell = row[i];
            const std::size_t rest = widths[i] - columns(cell.text);
            owed += (first ? 0 : 2) + (cell.to_the_right ? rest : 0);
            first = false;
            if (!cell.text.empty()) {
                text_.append(owed, ' ');
                coloured(cell.text, cell.tone);
                owed = 0;
            }
            owed += cell.to_the_right ? 0 : rest;
        }
        text_ += '\n';
        if (below) below(*this);
    }
}

void heading(Page& page, const DocumentInfo& document, const Filing& filing, Language language) {
    page.paragraph(0, clean(document.source), Tone::strong);
    std::string body = clean(filing.body.name.empty() ? filing.title : filing.body.name);
    if (filing.year) {
        if (!body.empty()) body += language == Language::zh ? "，" : ", ";
        body += std::to_string(*filing.year);
        if (language == Language::zh) body += "年";
    }
    if (!body.empty()) page.paragraph(0, body);
    page.blank_line();
}

} // namespace tieout::detail
