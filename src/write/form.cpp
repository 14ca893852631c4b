// SPDX-License-Identifier: MIT
#include <tieout/write/form.hpp>

#include "display.hpp"
#include "page.hpp"

#include <tieout/facts/laws.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace tieout {
namespace {

using detail::Cell;
using detail::clean;
using detail::Page;
using detail::Tone;

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string all;
    for (const std::string& word : words) {
        if (!all.empty()) all += separator;
        all += word;
    }
    return all;
}

/// flow=income fund=general
std::string words_of(const Aspects& of) {
    std::string words;
    for (const AspectEntry& entry : aspect_table)
        if (const std::string& member = of.*entry.member; !member.empty()) {
            if (!words.empty()) words += ' ';
            words += entry.key;
            words += '=';
            words += member;
        }
    return words;
}

std::string source_of(const FormSource& source, Language language) {
    std::string text = source.document;
    if (!source.clause.empty()) text += (language == Language::zh ? "，" : ", ") + source.clause;
    if (source.unverified) text += Words{"（未见原文）", " (the text was not seen)"}.in(language);
    return text;
}

/// One line of what a form says: which words, and what they say.
struct Line {
    std::string part;
    std::string words;
    std::string says;
};

std::string says(const FormWord& word, Language language) {
    const auto in = [&](const Words& words) { return std::string(words.in(language)); };
    std::string text = words_of(word.of);
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : "; ") + more; };
    if (word.alone)
        add(in({"没有其他收支行时也是 ", "where no other row names a flow also "}) + words_of(*word.alone));
    if (word.opens) add(in({"以下各行同此", "the rows below are of the same"}));
    if (word.within) add(in({"“其中”亦为组成部分", "a part also behind 其中"}));
    if (word.aside) add(in({"不参与勾稽", "compared with nothing"}));
    return text;
}

std::vector<Line> lines_of(const Form& form, Language language) {
    const auto in = [&](const Words& words) { return std::string(words.in(language)); };
    std::vector<Line> lines;
    for (const FormTitle& title : form.titles)
        lines.push_back({in({"标题", "title"}), joined(title.names, " | "), words_of(title.of)});
    lines.push_back({in({"全表", "all of it"}), joined(form.numbers, " | "), words_of(form.of)});
    for (std::size_t i = 0; i < form.blocks.size(); ++i) {
        const FormBlock& block = form.blocks[i];
        const std::string side = form.blocks.size() > 1 ? " " + std::to_string(i + 1) : std::string();
        std::string of = words_of(block.of);
        const auto add = [&](const std::string& more) { of += (of.empty() ? "" : "; ") + more; };
        if (!block.by.empty()) add(in({"行按 ", "rows by "}) + block.by);
        if (block.repeated) add(in({"可并列重复", "may stand several times side by side"}));
        lines.push_back({in({"栏组", "block"}) + side, joined(block.heads, " | "), of});
        for (const FormWord& word : block.columns)
            lines.push_back(
                {in(word.needed ? Words{"栏（必备）", "caption, needed"} : Words{"栏", "caption"}) + side,
                 joined(word.names, " | "), says(word, language)});
        for (const FormWord& word : block.rows) {
            std::vector<std::string> names = word.names;
            names.insert(names.end(), word.codes.begin(), word.codes.end());
            lines.push_back({in({"行", "row"}) + side, joined(names, " | "), says(word, language)});
        }
    }
    if (!form.whole.empty()) lines.push_back({in({"列全", "all there is"}), joined(form.whole, " | "), {}});
    if (!form.skip.empty()) lines.push_back({in({"跳过", "skipped"}), joined(form.skip, " | "), {}});
    for (const FormLink& link : form.links)
        lines.push_back({in({"表间", "with"}) + " " + link.form, language == Language::zh ? link.zh : link.en,
                         source_of(link.source, language)});
    return lines;
}

std::string in_cell(std::string_view text) {
    std::string cell;
    for (const char c : text) {
        if (c == '|' || c == '*') cell += '\\';
        cell += c;
    }
    return cell;
}

std::string dimensions_markdown() {
    std::string text = "## Dimensions (口径)\n\n| dimension | 口径 | members |\n|---|---|---|\n";
    for (const facts::Dimension& dimension : facts::standard_dimensions()) {
        std::string members;
        for (const facts::Member& member : dimension.members()) {
            if (!members.empty()) members += ", ";
            members += '`' + member.key + "` " + member.term;
            if (!member.parent.empty() && member.parent != facts::all)
                members += " < `" + member.parent + '`';
        }
        if (dimension.shape() == facts::Shape::codes) {
            members = "codes of";
            for (const std::size_t length : dimension.lengths()) members += " " + std::to_string(length);
            members += " digits; one contains those that begin with it";
        }
        if (members.empty()) members = "as printed";
        text += "| `" + dimension.key() + "` | " + dimension.term() + " | " + in_cell(members) + " |\n";
    }
    return text;
}

std::string laws_markdown() {
    std::string text =
        "\n## What follows from them (勾稽关系)\n\n| code | severity | demand | 要求 | source (依据) |\n"
        "|---|---|---|---|---|\n";
    for (const Law& law : laws())
        text += "| " + std::string(law.code) + " `" + std::string(law.name) + "` | " +
                std::string(name_of(law.severity)) + " | " + std::string(law.demand.en) + " | " +
                std::string(law.demand.zh) + " | " + std::string(law.source) + " |\n";
    return text;
}

} // namespace

std::string forms_text(std::span<const Form* const> forms, const TextOptions& options) {
    Page page(options);
    std::vector<std::vector<Cell>> rows;
    for (const Form* const form : forms)
        rows.push_back({{clean(form->name), false, Tone::strong},
                        {clean(options.language == Language::zh ? form->title_zh : form->title_en)}});
    page.table(0, rows);
    return std::move(page).take();
}

std::string form_text(const Form& form, const TextOptions& options) {
    const Language language = options.language;
    Page page(options);
    page.keyed(0, clean(form.name), 0, clean(language == Language::zh ? form.title_zh : form.title_en),
               Tone::strong, Tone::strong);
    const std::vector<Line> lines = lines_of(form, language);
    std::size_t key = detail::columns(Words{"依据", "source"}.in(language));
    for (const Line& line : lines) key = std::max(key, detail::columns(line.part));
    page.keyed(2, Words{"依据", "source"}.in(language), key, clean(source_of(form.source, language)));
    for (const Line& line : lines) {
        std::string words = line.words;
        if (!line.says.empty()) words += (words.empty() ? "" : "  → ") + line.says;
        page.keyed(2, clean(line.part), key, clean(words));
    }
    return std::move(page).take();
}

std::string forms_markdown(std::span<const Form* const> forms) {
    std::string result =
        "# Forms (报表格式)\n\n"
        "Printed from `forms/*.json` and the tables of dimensions and laws by `./dev docs`; change "
        "those, not this page. "
        "The form of a form is\n`docs/form.schema.json`; `tieout check --form FILE` adds one.\n\n";
    for (const Form* const form : forms)
        result +=
            "- [" + form->name + "](#" + form->name + "): " + form->title_en + " (" + form->title_zh + ")\n";
    result += '\n' + dimensions_markdown() + laws_markdown();
    for (const Form* const form : forms) {
        result += "\n## <a id=\"" + form->name + "\"></a>" + form->name + "\n\n" + form->title_en + "\n\n" +
                  form->title_zh + "\n\n- Source (依据): " + source_of(form->source, Language::en) +
                  "\n\n| of | words | what they say |\n|---|---|---|\n";
        for (const Line& line : lines_of(*form, Language::en))
            result +=
                "| " + in_cell(line.part) + " | " + in_cell(line.words) + " | " + in_cell(line.says) + " |\n";
    }
    return result;
}

} // namespace tieout
