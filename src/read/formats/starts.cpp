// SPDX-License-Identifier: MIT
#include "read/formats/starts.hpp"

#include <algorithm>
#include <vector>

#include <tieout/base/utf8.hpp>

namespace tieout::detail {

namespace {

constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
constexpr bool is_numeral(char32_t c) noexcept {
    return std::u32string_view(U"一二三四五六七八九十百零〇").find(c) != std::u32string_view::npos;
}

/// How many characters from `from` on are Chinese numerals.
std::size_t numerals_of(const Glimpse& head, std::size_t from) noexcept {
    std::size_t count = 0;
    while (is_numeral(head[from + count])) ++count;
    return count;
}

/// How many characters the number of a list item or heading takes at the beginning; 0 if there is none.
std::size_t number_of(const Glimpse& head) noexcept {
    if ((head[0] >= U'①' && head[0] <= U'⓿') || (head[0] >= U'㈠' && head[0] <= U'㈩') ||
        (head[0] >= U'❶' && head[0] <= U'➓'))
        return 1;
    // (一) （1） 〔一〕
    if (head[0] == U'（' || head[0] == U'〔' || head[0] == U'[') {
        const std::size_t count = is_digit(head[1]) ? head.digits(1) : numerals_of(head, 1);
        const char32_t close = head[1 + count];
        if (count >= 1 && count <= 3 && (close == U'）' || close == U'〕' || close == U']')) return count + 2;
        return 0;
    }
    if (const std::size_t count = numerals_of(head, 0); count >= 1 && count <= 3) {
        const char32_t mark = head[count];
        if (mark == U'、' || mark == U'．' || mark == U'.' || mark == U'）') return count + 1;
        // 一是 … begins an item of an enumeration; 一要 … too.
        if (mark == U'是' || mark == U'要') return count + 1;
        return 0;
    }
    if (const std::size_t count = head.digits(0); count >= 1 && count <= 2) {
        const char32_t mark = head[count];
        if (mark == U'、' || mark == U'）') return count + 1;
        // 1.5万元 is a number; 1.2020年 is not, and 1.1 and 1.1.1 are headings, if words follow.
        if (mark == U'.') {
            const std::size_t more = head.digits(count + 1);
            if (more == 0) return head[count + 1] == 0 || head[count + 1] == U'%' ? 0 : count + 1;
            if (more == 4 && head[count + 5] == U'年') return count + 1;
            if (head[count + 1 + more] == U'.') return count + more + 2;
        }
        return 0;
    }
    if (head[0] == U'第') {
        const std::size_t count = is_digit(head[1]) ? head.digits(1) : numerals_of(head, 1);
        const char32_t what = head[1 + count];
        if (count >= 1 && (what == U'章' || what == U'节' || what == U'部' || what == U'条'))
            return count + 2;
    }
    return 0;
}

/// 一是 …, 二要 …: an item in a sentence rather than a heading.
bool is_enumeration(const Glimpse& first) noexcept {
    const std::size_t count = numerals_of(first, 0);
    return count > 0 && (first[count] == U'是' || first[count] == U'要');
}

/// Whether a line of nothing but a figure: a cell of a table rather than a sentence.
bool is_bare_figure(const Line& line, const Glimpse& first) noexcept {
    if (line.characters > Glimpse::reach || line.ideographs > 0) return false;
    for (std::size_t i = 0; i < line.characters; ++i) {
        const char32_t c = first[i];
        if (!is_digit(c) && c != U'.' && c != U'，' && c != U'%' && c != U'-' && c != U'+') return false;
    }
    return true;
}

constexpr bool is_one_of(char32_t c, std::u32string_view set) noexcept {
    return c != 0 && set.find(c) != std::u32string_view::npos;
}

constexpr bool is_end_mark(char32_t c) noexcept { return is_one_of(c, U"。；！？："); }

/// Whether the sentence ends where the line does: 。 or 。” or ；）
bool ends_sentence(const Glimpse& last) noexcept {
    std::size_t i = 0;
    while (i < 3 && is_one_of(last[i], U"”’）》】")) ++i;
    return is_end_mark(last[i]);
}

/// The units that stand behind a number: the characters with which they begin.
constexpr std::u32string_view units =
    U"万亿元千百个人名件项次辆家台分年月日条户盒所批张间座平公套处份篇期种类级岁倍天时亩吨米㎡";

/// The words that only look as if they began with a unit.
bool is_label_like_unit(const Glimpse& first) noexcept {
    for (const std::u32string_view word :
         {U"人员", U"年初", U"年末", U"年度", U"项目", U"公务", U"公用", U"个人", U"公车", U"分类", U"平均",
          U"人均", U"日常", U"人事", U"名称", U"公共", U"公开"})
        if (first.has(word)) return true;
    return false;
}

/// 2020年: a year, where a paragraph may well begin.
bool begins_with_year(const Glimpse& first) noexcept {
    return first.digits(0) == 4 && (first[0] == U'1' || first[0] == U'2') && first[4] == U'年';
}

/// A number with a unit behind it: 1709.11万元.
bool begins_with_figure(const Glimpse& first) noexcept {
    std::size_t i = first[0] == U'-' ? 1 : 0;
    if (first.digits(i) == 0 || begins_with_year(first)) return false;
    while (is_digit(first[i]) || ((first[i] == U'.' || first[i] == U'，') && is_digit(first[i + 1]))) ++i;
    return first[i] == U'%' || (is_one_of(first[i], units) && !is_one_of(first[i], U"年月日"));
}

/// Words of the field. Where a line ends within one of them, the next line goes on.
constexpr std::u32string_view words[] = {
    U"万元", U"亿元", U"支出", U"收入", U"项目", U"经费", U"预算", U"决算", U"资金", U"财政",
    U"拨款", U"年度", U"上年", U"去年", U"增加", U"减少", U"增长", U"下降", U"降低", U"完成",
    U"基本", U"人员", U"公用", U"公务", U"购置", U"运行", U"维护", U"接待", U"费用", U"其中",
    U"合计", U"总计", U"共计", U"累计", U"结余", U"结转", U"执行", U"绩效", U"自评", U"得分",
    U"指标", U"目标", U"单位", U"部门", U"整体", U"占比", U"比例", U"采购", U"资产", U"负债",
    U"固定", U"流动", U"其他", U"一般", U"公共", U"政府", U"国有", U"资本", U"经营", U"社会",
    U"保险", U"专项", U"补助", U"工资", U"福利", U"商品", U"服务", U"办公", U"会议", U"培训",
    U"出国", U"用车", U"批次", U"人次", U"百分", U"本年", U"今年", U"年初", U"年末", U"实际",
    U"主要", U"包括", U"金额", U"使用", U"满意", U"全年", U"比上", U"超过", U"达到", U"总额"};

bool is_word(char32_t first, char32_t second) noexcept {
    for (const std::u32string_view word : words)
        if (word[0] == first && word[1] == second) return true;
    return false;
}

/// Words with which no sentence begins, and those that only look like them.
constexpr std::u32string_view bound_words[] = {
    U"万元", U"亿元", U"元",   U"个百分点", U"为",   U"的",   U"了",   U"占",   U"较",   U"比",
    U"与",   U"和",   U"及",   U"等",       U"度",   U"同比", U"增加", U"增长", U"减少", U"下降",
    U"降低", U"以上", U"以下", U"以内",     U"左右", U"费",   U"额",   U"率"};
constexpr std::u32string_view free_words[] = {U"为了", U"为进", U"为加", U"为规", U"为确", U"为贯", U"为做",
                                              U"为提", U"为切", U"为全", U"为深", U"为推", U"为保", U"为落",
                                              U"为更", U"为有", U"为期", U"为充", U"为持", U"为促", U"与此",
                                              U"等级", U"元旦", U"比较", U"比例", U"比如", U"和谐", U"及时",
                                              U"度假", U"费用", U"额外", U"额度", U"率先", U"率队"};

bool goes_on_with(const Glimpse& first) noexcept {
    const auto begins = [&](std::u32string_view word) { return first.has(word); };
    return std::any_of(std::begin(bound_words), std::end(bound_words), begins) &&
           std::none_of(std::begin(free_words), std::end(free_words), begins);
}

/// Nouns that a line may begin with in the middle of a name: 2020年度项目 | 支出…; `with_figure` if a figure must stand
/// right behind it, as it does in no heading.
bool goes_on_as_name(const Glimpse& first, bool with_figure) noexcept {
    for (const std::u32string_view word : {U"支出", U"收入", U"经费", U"预算", U"决算", U"资金", U"合计",
                                           U"总计", U"共计", U"完成", U"达", U"绩效"}) {
        if (!first.has(word)) continue;
        const char32_t behind = first[word.size()];
        return !with_figure || is_digit(behind) || behind == U'为' || behind == U'共' || behind == U'总';
    }
    return false;
}

/// Words behind which something must follow, even in a heading.
bool is_unfinished(const Glimpse& last) noexcept {
    for (const std::u32string_view word :
         {U"公务", U"财政", U"本年", U"全年", U"上年", U"年度", U"一般", U"公共",   U"政府性", U"国有资本",
          U"其他", U"固定", U"流动", U"专项", U"因公", U"我",   U"我局", U"我单位", U"本单位", U"本局",
          U"截至", U"的",   U"和",   U"与",   U"及",   U"为",   U"比",   U"较",     U"占"})
        if (last.ends_with(word)) return true;
    return false;
}

/// Words that headings, titles and signatures end with.
bool ends_as_title(const Glimpse& last) noexcept {
    for (const std::u32string_view word :
         {U"情况",   U"报告", U"说明", U"表",   U"局",   U"概况", U"总结", U"分析", U"方案", U"办公室",
          U"委员会", U"中心", U"目标", U"建议", U"措施", U"原因", U"做法", U"问题", U"结论", U"职责",
          U"职能",   U"设置", U"公开", U"解释", U"厅",   U"院",   U"政府", U"构成", U"要求", U"内容",
          U"任务",   U"成效", U"附件", U"目录", U"部分", U"管理", U"绩效", U"事项"})
        if (last.ends_with(word)) return true;
    return false;
}

/// Words that begin a paragraph of prose.
bool begins_as_prose(const Glimpse& first) noexcept {
    if (begins_with_year(first)) return true;
    for (const std::u32string_view word :
         {U"我局",   U"我单位",   U"我办", U"我委", U"我中心", U"本单位", U"本局", U"本部门",
          U"本年度", U"根据",     U"按照", U"截至", U"截止",   U"今年",   U"为了", U"通过",
          U"目前",   U"部门决算", U"各",   U"全",   U"严格",   U"项目",   U"一",   U"（"})
        if (first.has(word)) return true;
    return false;
}

/// Whether the line is as full as it can be: what begins the next one had no room in it.
bool is_full(const Line& line, const Line& next, const Glimpse& first, const Layout& layout) noexcept {
    if (layout.columns == 0 && layout.characters == 0) return false;
    // A run of digits or letters is not parted, nor is a mark from what stands before it.
    std::uint32_t run = 0;
    while (run < Glimpse::reach && first[run] > U' ' && first[run] < 0x80) ++run;
    const std::uint32_t unparted = std::max<std::uint32_t>(run, 1);
    (void)next;
    if (layout.characters != 0) return line.characters + unparted + 1 > layout.characters;
    return line.indent + line.width + (run > 0 ? run : 2) + 2 > layout.columns;
}

/// Whether a bracket that the line opens is shut in none of its words.
bool leaves_bracket_open(std::string_view source, const Line& line) noexcept {
    const std::string_view text = source.substr(line.text.begin, line.text.end - line.text.begin);
    for (const auto& [open, shut] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
        const std::size_t at = text.rfind(open);
        if (at != text.npos && text.find(shut, at) == text.npos) return true;
    }
    return false;
}

/// 主要用于：, 主要原因： in a sentence: what it is used for is told in its next words, not in items.
bool tells_on(const Line& line, const Glimpse& last) noexcept {
    return line.stop && (last.ends_with(U"用于：") || last.ends_with(U"原因："));
}

/// Whether `next` goes on with the paragraph that `line` belongs to. `evenly`: what parts them parts all lines around them.
bool goes_on(std::string_view source, std::span<const Line> lines, std::size_t begin, bool sentence,
             const Line& line, const Line& next, bool parted, bool evenly, const Layout& layout) {
    const Glimpse last = Glimpse::last(source, line.text);
    const Glimpse first = Glimpse::first(source, next.text);
    const Glimpse start = Glimpse::first(source, line.text);
    // A sentence cannot end, or begin, with these.
    if (is_one_of(first[0], U"，。、；：！？）”’》】%‰") && !is_bare_figure(next, first)) return true;
    if (is_one_of(last[0], U"、（“‘《【")) return true;
    if (number_of(first) > 0 || begins_paragraph(source, next)) return false;
    if (last[0] == U'，') return true;
    // 占67.64%（其中：
    if (!parted && line.amounts > 0 && last[0] == U'：' && leaves_bracket_open(source, line)) return true;
    // The unit of a table stands by itself.
    for (const std::u32string_view word : {U"单位：", U"（单位：", U"金额单位：", U"（金额单位："})
        if (start.has(word)) return false;
    const bool was_figure = is_bare_figure(line, start);
    const bool is_bare = is_bare_figure(next, first);
    // The number of a heading, which stands by itself.
    if (const std::size_t number = number_of(start); number > 0 && number == line.characters) return true;
    // Within a year.
    if (const std::size_t digits = last.digits(0);
        digits > 0 && digits < 4 && digits + first.digits(0) == 4 && first[first.digits(0)] == U'年')
        return true;
    // Within a number: 1709. | 11万元, 17 | 09.11, 1709 | .11
    if (!was_figure && !is_bare) {
        const std::size_t digits_before = last.digits(0);
        const bool point_before = last[0] == U'.' && is_digit(last[1]);
        if (point_before && is_digit(first[0])) return true;
        if (digits_before > 0 && (first[0] == U'.' || first[0] == U'，') && is_digit(first[1])) return true;
        if (digits_before > 0 && is_digit(first[0])) {
            // A year that begins a line is whole, and so is a number that has its two decimals.
            const bool decimals = last[digits_before] == U'.' && digits_before >= 2 && digits_before < 4;
            if (!begins_with_year(first) && !decimals) return true;
        }
    }
    // Between a figure and its unit.
    if (last.digits(0) > 0 && is_one_of(first[0], units)) {
        if (was_figure ? next.characters <= 2 || next.clause
                       : !is_label_like_unit(first) || first.has(U"年度"))
            return true;
    }
    if (is_one_of(last[0], U"年月") && last.digits(1) > 0 && first.digits(0) > 0 && first.digits(0) <= 2 &&
        is_one_of(first[first.digits(0)], U"月日"))
        return true;
    const bool full = is_full(line, next, first, layout);
    const bool indented = next.indent >= layout.indent + 2 && next.indent > line.indent;
    if (last[0] == U'；' && first.has(U"其中")) return true;
    if (!parted && !is_bare && tells_on(line, last)) return true;
    // A list that goes on line by line is left as its author wrote it.
    if (last.ends_with(U"，其中：") && !parted && Glimpse::last(source, next.text)[0] == U'。') return true;
    // Of a list that is told line by line each line ends as an item does: one that breaks off was wrapped.
    if (last[0] == U'：' && !parted && line.amounts > 0 && next.amounts > 0 && next.clause &&
        !ends_sentence(Glimpse::last(source, next.text)))
        return true;
    if (first[0] == U'（' && line.amounts > 0 && !parted && !ends_sentence(last)) return true;
    if (ends_sentence(last)) {
        // Titles and signatures do not go on.
        return full && (!parted || evenly) && !indented && !is_bare &&
               (next.sentence || !ends_as_title(Glimpse::last(source, next.text)));
    }
    if (goes_on_with(first) || is_word(last[0], first[0])) return true;
    if (!parted && is_unfinished(last) && !is_bare) return true;
    // Signatures and dates stand far to the right.
    if (next.indent >= layout.indent + 10 && next.indent > line.indent + 8) return false;
    const bool numbered =
        number_of(Glimpse::first(source, lines[begin].text)) > 0 || begins_paragraph(source, lines[begin]);
    // A heading may hold a comma: （一）优化流程，提高效率
    const bool heading = numbered && &line == &lines[begin] && !line.stop && line.amounts == 0 &&
                         line.width <= 60 && !is_enumeration(start);
    if (sentence && !(heading && !full)) {
        if (is_bare) return false;
        if (!parted) return true;
        // Only what is plainly prose goes on behind an empty line.
        return full || next.clause;
    }
    if (full && !parted && !indented && !is_bare) return true;
    if (begins_with_figure(first) && line.ideographs >= 2 && !was_figure && !(parted && ends_as_title(last)))
        return !is_digit(last[0]) && last[0] != U'%' && last[0] != U'元';
    if (!parted && goes_on_as_name(first, true) && !ends_as_title(last) && !last.ends_with(U"支出") &&
        !last.ends_with(U"收入"))
        return true;
    if (numbered || parted || was_figure || line.ideographs < 2 || line.gaps > 0 || next.gaps > 0)
        return false;
    if (line.indent > next.indent + 4 || ends_as_title(last)) return false;
    if (goes_on_as_name(first, false)) return true;
    // A short line without any mark before a sentence: its beginning, unless it looks like a title.
    return next.clause && !begins_as_prose(first) && !is_one_of(last[0], U"元%") &&
           (line.digits > 0 || begins_as_prose(start));
}

/// Whether lines stand one empty line apart around the line at `i`, as in a text that is spaced out: then an empty line parts
/// nothing.
bool is_double_spaced(std::span<const Line> lines, std::size_t i) noexcept {
    constexpr std::size_t around = 3;
    const auto spaced = [&](std::size_t at) { return !lines[at].blank() && lines[at - 1].blank(); };
    for (std::size_t k = 0; k < around; ++k) {
        if (i < 2 * k + 2 || !spaced(i - 2 * k) || lines[i - 2 * k - 2].blank()) return false;
        if (i + 2 * k < lines.size() && !spaced(i + 2 * k)) return false;
    }
    return true;
}

} // namespace

Glimpse Glimpse::first(std::string_view source, Span text) {
    Glimpse glimpse;
    std::size_t count = 0;
    for (std::uint32_t i = text.begin; i < text.end && count < reach;) {
        const CodePoint c = decode_utf8(source, i);
        if (c.length == 0) break;
        const char32_t to = in_alphabet(c.value);
        if (to != alphabet::nothing && to != alphabet::space) glimpse.at_[count++] = to;
        i += c.length;
    }
    return glimpse;
}

Glimpse Glimpse::last(std::string_view source, Span text) {
    Glimpse glimpse;
    std::size_t count = 0;
    for (std::uint32_t i = text.end; i > text.begin && count < reach;) {
        --i;
        if (continues_utf8(source[i])) continue;
        const char32_t to = in_alphabet(decode_utf8(source, i).value);
        if (to != alphabet::nothing && to != alphabet::space) glimpse.at_[count++] = to;
    }
    return glimpse;
}

std::size_t Glimpse::digits(std::size_t from) const noexcept {
    std::size_t count = 0;
    while (is_digit((*this)[from + count])) ++count;
    return count;
}

bool begins_paragraph(std::string_view source, const Line& line) {
    if (line.blank()) return false;
    const Glimpse head = Glimpse::first(source, line.text);
    if (number_of(head) > 0) return true;
    for (const std::u32string_view word :
         {std::u32string_view(U"附件"), std::u32string_view(U"附表"), std::u32string_view(U"附："),
          std::u32string_view(U"注："), std::u32string_view(U"说明："), std::u32string_view(U"备注："),
          std::u32string_view(U"•"), std::u32string_view(U"●"), std::u32string_view(U"■"),
          std::u32string_view(U"◆")})
        if (head.has(word)) return true;
    // 表1 …
    return head[0] == U'表' && (is_digit(head[1]) || (is_numeral(head[1]) && !is_numeral(head[2])));
}

// A wrapped text has many lines that are as long as the longest; in one that is not, lengths vary.
Layout layout_of(std::span<const Line> lines) {
    constexpr std::uint32_t widest = 240;
    constexpr std::uint32_t shortest = 16;
    std::vector<std::uint32_t> by_columns(widest + 1);
    std::vector<std::uint32_t> by_characters(widest + 1);
    std::vector<std::uint32_t> by_indent(widest + 1);
    std::size_t count = 0;
    for (const Line& line : lines) {
        if (line.blank() || line.tabbed || line.tabs > 0 || line.bars > 0 || line.gaps > 1) continue;
        // Cells that stand one below the other say nothing of how prose is wrapped.
        count += line.characters >= shortest ? 1U : 0U;
        ++by_columns[std::min(line.indent + line.width, widest)];
        ++by_characters[std::min(line.characters, widest)];
        ++by_indent[std::min(line.indent, widest)];
    }
    Layout layout;
    struct Width {
        std::uint32_t at = 0;
        std::size_t full = 0;
    };
    const auto wrapped_at = [&](const std::vector<std::uint32_t>& lengths, std::uint32_t slack) -> Width {
        // The longest, but for a few that stick out.
        std::size_t beyond = 0;
        std::uint32_t longest = widest;
        while (longest > 0 && beyond + lengths[longest] <= count / 50) beyond += lengths[longest--];
        if (longest < shortest || longest == widest) return {};
        std::size_t full = 0;
        for (std::uint32_t length = longest - std::min(slack, longest); length <= longest; ++length)
            full += lengths[length];
        return full >= 3 && full * 4 >= count ? Width{longest, full} : Width{};
    };
    const Width columns = wrapped_at(by_columns, 2);
    const Width characters = wrapped_at(by_characters, 1);
    // Lines that count as many characters were wrapped by characters, whatever their width.
    if (characters.full > columns.full)
        layout.characters = characters.at;
    else
        layout.columns = columns.at;
    for (std::uint32_t i = 0, most = 0; i < by_indent.size(); ++i)
        if (by_indent[i] > most) most = by_indent[i], layout.indent = i;
    return layout;
}

void mark_page_numbers(std::string_view source, std::span<Line> lines) {
    const auto begins_page = [&](std::size_t i) {
        while (i < lines.size() && lines[i].characters == 0 && !lines[i].new_page) ++i;
        return i < lines.size() && lines[i].new_page;
    };
    bool first_of_page = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Line& line = lines[i];
        first_of_page = first_of_page || line.new_page;
        if (line.characters == 0) continue;
        const bool at_edge = first_of_page || (line.characters <= 12 && begins_page(i + 1));
        first_of_page = false;
        if (line.characters > 12 || line.digits == 0) continue;
        const Glimpse head = Glimpse::first(source, line.text);
        const auto is_dash = [](char32_t c) { return c == U'-' || c == U'—' || c == U'~'; };
        std::size_t from = 0;
        while (is_dash(head[from])) ++from;
        const std::size_t digits = head.digits(from);
        std::size_t to = from + digits;
        while (is_dash(head[to])) ++to;
        const bool dashes = from > 0 && to > from + digits;
        const bool whole =
            digits >= 1 && digits <= 4 && to == line.characters && (dashes || (from == 0 && at_edge));
        const bool page = head[0] == U'第' && head.digits(1) > 0 && head[1 + head.digits(1)] == U'页';
        const bool of_pages = at_edge && digits > 0 && head[digits] == U'/' && head.digits(digits + 1) > 0 &&
                              digits + 1 + head.digits(digits + 1) == line.characters;
        line.page_number = whole || page || of_pages;
    }
}

std::size_t end_of_paragraph(std::string_view source, std::span<const Line> lines, std::size_t begin,
                             const Layout& layout) {
    // 来源：… is no sentence, but 收入：5万元，… is.
    const auto is_sentence = [](const Line& line) {
        return line.clause || (line.sentence && line.amounts > 0);
    };
    bool sentence = is_sentence(lines[begin]);
    std::size_t last = begin;
    for (std::size_t i = begin + 1; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.blank()) continue;
        if (line.tabbed || line.tabs > 0 || line.bars > 0) break;
        // The empty lines at the edges of a page part nothing.
        bool parted = i > last + 1;
        for (std::size_t k = last + 1; k <= i && parted; ++k)
            parted = !lines[k].new_page && !lines[k].page_number;
        const bool evenly = parted && is_double_spaced(lines, i);
        if (!goes_on(source, lines, begin, sentence, lines[last], line, parted, evenly, layout)) break;
        sentence = sentence || is_sentence(line);
        last = i;
    }
    return last + 1;
}

} // namespace tieout::detail
