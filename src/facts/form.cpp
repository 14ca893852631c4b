// SPDX-License-Identifier: MIT
#include <tieout/facts/form.hpp>

#include <tieout/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace tieout {
namespace {

/// Bytes that a title may have; what is longer is a paragraph.
constexpr std::size_t title_max = 240;

bool is_quotation(char32_t c) noexcept {
    return c == U'"' || c == U'\'' || (c >= 0x2018 && c <= 0x201F) || (c >= 0x300C && c <= 0x300F) ||
           c == 0xFF02 || c == 0xFF07 || (c >= 0x301D && c <= 0x301F);
}

/// What one character is where words are compared; nothing for one that is left out.
std::string_view plain_mark(char32_t c) noexcept {
    switch (c) {
    case U'(':
    case 0xFF08:
        return "（";
    case U')':
    case 0xFF09:
        return "）";
    case U':':
        return "：";
    case U',':
        return "，";
    default:
        return {};
    }
}

/// Bodies end with one of these (单位名称的结尾).
constexpr std::array body_ends{
    std::string_view("局"),   std::string_view("委"),   std::string_view("部"),   std::string_view("办"),
    std::string_view("厅"),   std::string_view("院"),   std::string_view("会"),   std::string_view("所"),
    std::string_view("站"),   std::string_view("馆"),   std::string_view("校"),   std::string_view("园"),
    std::string_view("中心"), std::string_view("大队"), std::string_view("支队"), std::string_view("总队"),
    std::string_view("政府"), std::string_view("街道"), std::string_view("镇"),   std::string_view("乡"),
    std::string_view("单位"), std::string_view("部门"), std::string_view("公司"), std::string_view("学"),
    std::string_view("省"),   std::string_view("市"),   std::string_view("区"),   std::string_view("县"),
    std::string_view("本级"), std::string_view("机关"), std::string_view("队"),   std::string_view("社"),
    std::string_view("处"),   std::string_view("科"),   std::string_view("室"),   std::string_view("委员")};

/// Words of titles: what holds one is not the name of a body (支出决算表 is not all of 一般公共预算财政拨款支出决算表).
constexpr std::array title_words{
    std::string_view("预算"), std::string_view("决算"),         std::string_view("拨款"),
    std::string_view("基金"), std::string_view("国有资本经营"), std::string_view("支出"),
    std::string_view("收入"), std::string_view("收支"),         std::string_view("三公"),
    std::string_view("绩效"), std::string_view("采购"),         std::string_view("项目"),
    std::string_view("基本"), std::string_view("自评")};

bool holds(std::string_view text, std::string_view word) noexcept { return text.find(word) != text.npos; }

bool is_body(std::string_view name) noexcept {
    if (name.empty()) return true;
    return std::none_of(title_words.begin(), title_words.end(),
                        [&](std::string_view word) { return holds(name, word); }) &&
           std::any_of(body_ends.begin(), body_ends.end(),
                       [&](std::string_view end) { return name.ends_with(end); });
}

bool take(std::string_view& text, std::string_view word) noexcept {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

constexpr std::array numerals{std::string_view("一"), std::string_view("二"), std::string_view("三"),
                              std::string_view("四"), std::string_view("五"), std::string_view("六"),
                              std::string_view("七"), std::string_view("八"), std::string_view("九"),
                              std::string_view("十"), std::string_view("〇"), std::string_view("零")};

bool take_digits(std::string_view& text) noexcept {
    bool any = false;
    for (bool more = true; more;) {
        more = !text.empty() && ((text.front() >= '0' && text.front() <= '9') || text.front() == '-');
        if (more) text.remove_prefix(1);
        for (const std::string_view numeral : numerals) more = take(text, numeral) || more;
        any = any || more;
    }
    return any;
}

/// 一、 （三） 3. 表3 附表三： 附件2： 公开03表 财决04表 Z04: what numbers a table.
void take_number(std::string_view& text) noexcept {
    for (bool more = true; more;) {
        more = false;
        std::string_view rest = text;
        if (take(rest, "（") && take_digits(rest) && take(rest, "）")) {
            text = rest;
            more = true;
            continue;
        }
        rest = text;
        const bool named = take(rest, "附表") || take(rest, "附件") || take(rest, "表") ||
                           take(rest, "公开") || take(rest, "财决") || take(rest, "批复") ||
                           take(rest, "预算") || take(rest, "Z");
        if (!take_digits(rest)) return;
        if (named) take(rest, "表");
        const bool parted =
            take(rest, "、") || take(rest, ".") || take(rest, "．") || take(rest, "：") || take(rest, "—");
        // 2022年 is a year, and 一般公共预算 begins with a numeral.
        if ((!named && !parted) || rest.starts_with("年")) return;
        text = rest;
        more = true;
    }
}

/// 某局2022年度: what stands up to a year before the name.
void take_year(std::string_view& text) noexcept {
    for (const std::string_view word : {"年度", "年"}) {
        const std::size_t at = text.find(word);
        if (at == text.npos || at == 0) continue;
        std::string_view before = text.substr(0, at);
        std::size_t digits = 0;
        while (digits < before.size() && before[before.size() - 1 - digits] >= '0' &&
               before[before.size() - 1 - digits] <= '9')
            ++digits;
        const bool in_words = before.ends_with("〇") ||
                              std::any_of(numerals.begin(), numerals.end(), [&](std::string_view numeral) {
                                  return before.ends_with(numeral);
                              });
        // The number of a table may stand right before the year.
        const bool of_a_year = digits >= 4 && (before.substr(before.size() - 4).starts_with("20") ||
                                               before.substr(before.size() - 4).starts_with("19"));
        if (!of_a_year && !in_words) continue;
        text.remove_prefix(at + word.size());
        take(text, "度");
        return;
    }
}

/// 2022年度部门决算: the title of the document, of which text that was broken into lines may keep the table's on one line.
bool take_document(std::string_view& text) noexcept {
    constexpr std::array<std::string_view, 6> titles{"部门决算公开", "部门预算公开", "部门决算",
                                                     "部门预算",     "单位决算",     "单位预算"};
    return std::any_of(titles.begin(), titles.end(), [&](std::string_view word) { return take(text, word); });
}

/// （公开03表） （2022年度） behind a name; （境） within one is none of them.
void drop_brackets_behind(std::string_view& text) noexcept {
    while (text.ends_with("）")) {
        const std::size_t at = text.rfind("（");
        if (at == text.npos || at == 0) return;
        text = text.substr(0, at);
    }
}

const FormWord* find_word(std::span<const FormWord> words, std::string_view name) {
    for (const FormWord& word : words)
        for (const std::string& each : word.names)
            if (each == name) return &word;
    return nullptr;
}

/// A caption without its year: 2022年决算数, 本年决算数.
std::string_view without_year(std::string_view caption) noexcept {
    std::string_view rest = caption;
    take_year(rest);
    return rest.empty() ? caption : rest;
}

const FormWord* find_caption(std::span<const FormWord> words, std::string_view caption) {
    const std::string plain = plain_words(caption);
    if (const FormWord* const found = find_word(words, plain)) return found;
    if (const FormWord* const found = find_word(words, without_year(plain))) return found;
    std::string_view bare = without_year(plain);
    drop_brackets_behind(bare);
    return find_word(words, bare);
}

/// The title of the form that a title is, and how long it is: the longest is meant.
struct TitleFound {
    const FormTitle* title = nullptr;
    std::size_t length = 0;
};

TitleFound longest_title(const Form& form, std::string_view title) {
    TitleFound longest;
    for (const FormTitle& each : form.titles)
        for (const std::string& name : each.names) {
            if (name.size() <= longest.length || !title.ends_with(name)) continue;
            if (is_body(title.substr(0, title.size() - name.size()))) longest = {&each, name.size()};
        }
    return longest;
}

TitleFound find_title(const Form& form, std::string_view title) {
    if (title.empty() || title.size() > title_max) return {};
    const std::string plain = plain_words(title);
    // A name may end in brackets of its own.
    for (const bool brackets : {false, true}) {
        std::string_view rest = plain;
        if (brackets) drop_brackets_behind(rest);
        take_number(rest);
        take_year(rest);
        take_number(rest);
        if (const TitleFound found = longest_title(form, rest); found.title != nullptr) return found;
        if (!take_document(rest)) continue;
        if (const TitleFound found = longest_title(form, rest); found.title != nullptr) return found;
    }
    return {};
}

/// Whether a title says that it is one of budget, accounts, procurement or evaluation.
bool names_a_table(std::string_view title) {
    const std::string plain = plain_words(title);
    return std::any_of(title_words.begin(), title_words.end(),
                       [&](std::string_view word) { return holds(plain, word); });
}

struct Captions {
    std::size_t needed = 0;
    std::size_t found = 0;
    /// Captions that the form does not know.
    std::size_t unknown = 0;
};

Captions compared(const Form& form, std::span<const std::string> captions) {
    Captions made;
    for (const std::string& caption : captions)
        if (std::none_of(form.blocks.begin(), form.blocks.end(), [&](const FormBlock& block) {
                return find_caption(block.columns, caption) != nullptr ||
                       std::find(block.heads.begin(), block.heads.end(), plain_words(caption)) !=
                           block.heads.end();
            }))
            ++made.unknown;
    for (const FormBlock& block : form.blocks)
        for (const FormWord& word : block.columns) {
            if (!word.needed) continue;
            ++made.needed;
            made.found += std::any_of(captions.begin(), captions.end(), [&](const std::string& caption) {
                return find_caption({&word, 1}, caption) != nullptr;
            });
        }
    return made;
}

} // namespace

std::string plain_words(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (c.length == 0) break;
        if (!is_space(c.value) && !is_quotation(c.value)) {
            if (const std::string_view mark = plain_mark(c.value); !mark.empty())
                plain += mark;
            else if (c.value >= 0xFF10 && c.value <= 0xFF19)
                plain += static_cast<char>('0' + (c.value - 0xFF10));
            else
                plain += text.substr(at, c.length);
        }
        at += c.length;
    }
    return plain;
}

bool has_title(const Form& form, std::string_view title) { return find_title(form, title).title != nullptr; }

FormMatch match(std::span<const Form* const> forms, std::string_view title,
                std::span<const std::string> captions, std::string_view number) {
    FormMatch best;
    std::size_t longest = 0;
    for (const Form* const form : forms) {
        const TitleFound found = find_title(*form, title);
        if (found.title == nullptr || found.length < longest) continue;
        const Captions of = compared(*form, captions);
        if (of.found * 3 < of.needed * 2) continue;
        // The longest title is meant. Of two forms with one title the one whose captions fit better.
        if (found.length == longest && best.form != nullptr &&
            of.found * best.needed <= best.found * of.needed)
            continue;
        longest = found.length;
        best = {
            .form = form, .of = found.title->of, .by_title = true, .needed = of.needed, .found = of.found};
    }
    // A title that is none of these, but names a table of this kind, names another.
    if (best.form != nullptr || names_a_table(title)) return best;
    const std::string plain_number = plain_words(number);
    std::array<FormMatch, 2> only;
    std::array<std::size_t, 2> fitting{};
    for (const Form* const form : forms) {
        const Captions of = compared(*form, captions);
        const FormMatch made{.form = form, .needed = of.needed, .found = of.found};
        const bool numbered =
            std::find(form->numbers.begin(), form->numbers.end(), plain_number) != form->numbers.end();
        if (numbered && of.needed > 0 && of.found * 3 >= of.needed * 2) only[0] = made, ++fitting[0];
        constexpr std::size_t telling = 3;
        if (of.needed >= telling && of.found == of.needed && of.unknown == 0) only[1] = made, ++fitting[1];
    }
    // Its number with captions that fit decides between sister forms; else all captions, if no other form has them.
    if (fitting[0] == 1) return only[0];
    if (fitting[0] == 0 && fitting[1] == 1) return only[1];
    return {};
}

std::optional<FormAspects> column_aspects(const FormMatch& match, std::size_t block,
                                          std::span<const std::string> captions) {
    const FormBlock& in = match.form->blocks[block];
    FormAspects said{.of = merged(merged(in.of, match.of), match.form->of)};
    for (const std::string& caption : captions) {
        if (std::find(in.heads.begin(), in.heads.end(), plain_words(caption)) != in.heads.end()) continue;
        said.word = find_caption(in.columns, caption);
        if (said.word == nullptr) return std::nullopt;
        said.of = merged(said.word->of, said.of);
        said.aside = said.aside || said.word->aside;
    }
    return said;
}

namespace {

const FormWord* find_row(const FormBlock& in, const FormRow& row) {
    for (const FormWord& word : in.rows)
        for (const std::string& code : word.codes)
            if (!row.code.empty() && row.code.starts_with(code)) return &word;
    const FormWord* const named = row.name.empty() ? nullptr : find_caption(in.rows, row.name);
    return named != nullptr && row.within && !named->within ? nullptr : named;
}

} // namespace

std::optional<FormAspects> row_aspects(const FormMatch& match, std::size_t block, const FormRow& row,
                                       const FormWord* under) {
    const FormBlock& in = match.form->blocks[block];
    FormAspects said{.word = find_row(in, row)};
    if (said.word != nullptr) {
        said.of = said.word->of;
        said.aside = said.word->aside;
    }
    if (!row.code.empty() && !in.by.empty())
        set_aspect(said.of, in.by, row.code);
    else if (said.word == nullptr)
        return std::nullopt;
    // What the row itself names stands: 一、一般公共预算财政拨款 under 年初财政拨款结转和结余.
    if (under != nullptr) said.of = merged(said.of, under->of);
    return said;
}

} // namespace tieout
