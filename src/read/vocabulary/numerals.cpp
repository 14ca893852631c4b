// SPDX-License-Identifier: MIT
#include "read/vocabulary/numerals.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/printed.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace tieout::detail {

namespace {

/// Words that count (量词), longest first where one begins another. What is no such word is no unit: 5161项 counts,
/// 12345热线 is a name.
constexpr std::array<std::string_view, 95> counters{
    "平方公里", "平方米", "立方米", "批次", "人次", "户次", "车次", "公里", "公顷", "公斤", "千克", "千瓦",
    "万人",     "人",     "名",     "件",   "项",   "户",   "个",   "条",   "次",   "盒",   "份",   "家",
    "台",       "辆",     "场",     "期",   "篇",   "宗",   "起",   "例",   "所",   "座",   "间",   "套",
    "本",       "张",     "封",     "面",   "位",   "处",   "类",   "亩",   "吨",   "米",   "层",   "款",
    "只",       "枚",     "组",     "批",   "块",   "支",   "笔",   "幢",   "栋",   "株",   "头",   "艘",
    "架",       "册",     "卷",     "页",   "种",   "轮",   "门",   "棵",   "口",   "桶",   "箱",   "瓶",
    "袋",       "双",     "部",     "段",   "根",   "幅",   "节",   "课",   "班",   "站",   "村",   "㎡",
    "m²",       "m2",     "km",     "kg",   "床",   "片",   "尾",   "羽",   "匹",   "扇",   "盏"};

/// What may follow digits and makes them a time, which is no figure that could tie out.
constexpr std::array<std::string_view, 13> times{"年", "月", "日", "天",       "周",   "小时",  "分钟",
                                                 "秒", "点", "时", "个工作日", "个月", "个小时"};

/// What follows the digits of a name or a number that identifies something.
constexpr std::array<std::string_view, 7> names{"号", "热线", "路", "楼", "室", "大", "届"};

bool is_number_byte(char c) noexcept { return is_digit(c) || c == '.' || c == ','; }

bool is_latin(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <class Words>
std::string_view starts_with_any(std::string_view text, const Words& words) noexcept {
    for (const std::string_view word : words)
        if (text.starts_with(word)) return word;
    return {};
}

/// Whether a word that makes a number approximate stands right before it.
bool approximate_before(std::string_view before) noexcept {
    for (const ApproximateWord& entry : approximate_words)
        if (entry.place == WordPlace::before && before.ends_with(entry.word)) {
            // 超 and 近 also end words that mean something else: 最近, 超考核指标 does not stand right before.
            return !before.ends_with("最近") && !before.ends_with("附近") && !before.ends_with("就近");
        }
    return false;
}

class Reader {
  public:
    explicit Reader(std::string_view passage) : text_(passage) {}

    std::vector<Numeral> all() {
        std::vector<Numeral> found;
        for (std::size_t at = 0; at < text_.size();) {
            if (!is_digit(text_[at])) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < text_.size() && is_number_byte(text_[end])) ++end;
            while (end > at && !is_digit(text_[end - 1])) --end;
            std::size_t next = end;
            if (std::optional<Numeral> numeral = one(at, end, next)) found.push_back(std::move(*numeral));
            at = std::max(next, end);
        }
        return found;
    }

  private:
    /// The figure whose digits are [begin, end); `next` is where to go on.
    std::optional<Numeral> one(std::size_t begin, std::size_t end, std::size_t& next) const {
        const std::string_view before = text_.substr(0, begin);
        std::string_view after = text_.substr(end);
        bool approximate = approximate_before(before);
        if (before.ends_with("第") || before.ends_with("〔") || before.ends_with("[") ||
            (!before.empty() && (is_latin(before.back()) || before.back() == '_')))
            return std::nullopt;
        // 2-40个工作日, 80%~90%, 12333-1, 2020-06-18: a range or a name.
        bool range_begins = false;
        for (const std::string_view mark : {"-", "~", "—", "至"})
            if (after.starts_with(mark) && after.size() > mark.size() && is_digit(after[mark.size()]))
                range_begins = true;
        bool negative = false;
        bool range_ends = false;
        if (!before.empty() && (before.back() == '-' || before.back() == '~')) {
            const char previous = before.size() > 1 ? before[before.size() - 2] : ' ';
            if (is_digit(previous) || previous == '%' || is_latin(previous))
                range_ends = true;
            else
                negative = before.back() == '-';
        }
        if (before.ends_with("—") || before.ends_with("至")) {
            const std::string_view rest = before.substr(0, before.size() - 3);
            range_ends = !rest.empty() && (is_digit(rest.back()) || rest.back() == '%');
        }

        Numeral numeral;
        numeral.begin = static_cast<std::uint32_t>(negative ? begin - 1 : begin);
        std::size_t at = end;
        const auto skip = [&](std::string_view word) {
            at += word.size();
            after.remove_prefix(word.size());
        };
        if (after.starts_with(" ")) skip(" ");
        for (const ApproximateWord& entry : approximate_words)
            if (entry.place == WordPlace::within && after.starts_with(entry.word)) {
                approximate = true;
                skip(entry.word);
                break;
            }
        if (!starts_with_any(after, times).empty() && !after.starts_with("天然")) {
            next = at;
            return std::nullopt;
        }
        if (range_begins || range_ends) approximate = true;
        // 6.0：46.9：47.1 is a ratio of several.
        for (const std::string_view colon : {"：", ":", "∶"}) {
            const std::string_view behind = after.substr(std::min(colon.size(), after.size()));
            const bool first = after.starts_with(colon) && !behind.empty() && is_digit(behind.front());
            const std::string_view ahead =
                before.ends_with(colon) ? before.substr(0, before.size() - colon.size()) : std::string_view();
            const bool later = !ahead.empty() && is_digit(ahead.back());
            if (first || later) return std::nullopt;
        }

        Figure& figure = numeral.figure;
        for (const char c : text_.substr(numeral.begin, end - numeral.begin))
            if (c != ',') figure.text += c;
        const Result<Decimal, NumberError> value = parse_decimal(figure.text);
        if (!value) return std::nullopt;
        figure.value = *value;

        std::size_t length = 0;
        const std::optional<Unit> unit = unit_of(after, length, approximate);
        if (!unit) {
            // Without a unit only digits with decimals say an amount; 12345 and 26 alone may be anything.
            if (!starts_with_any(after, names).empty() || (!after.empty() && is_latin(after.front())))
                return std::nullopt;
            if (is_zero(figure.value) && figure.value.scale == 0) return std::nullopt;
            // 0.15、-5.64、1.34个百分点: the unit of all stands behind the last.
            for (const std::string_view mark : {"、", "和", "与"})
                if (after.starts_with(mark) && after.size() > mark.size() &&
                    (is_digit(after[mark.size()]) || after[mark.size()] == '-'))
                    return std::nullopt;
            if (figure.value.scale == 0 && !before.ends_with("得分") && !before.ends_with("得分为") &&
                !before.ends_with("得分：") && !before.ends_with("总分"))
                return std::nullopt;
            // 1.主要职能, 2.5.1: the numbers of lists; 11.2 of a date has no label before it.
            if (after.starts_with(".")) return std::nullopt;
            figure.unit_missing = true;
            numeral.sort = figure.value.scale == 0 ? Sort::score : Sort::plain;
            if (numeral.sort == Sort::score) figure.unit = *unit_named("分");
        } else {
            figure.unit = *unit;
            skip(after.substr(0, length));
            numeral.sort = sort_of(*unit);
        }
        for (const ApproximateWord& entry : approximate_words)
            if (entry.place == WordPlace::after && after.starts_with(entry.word)) approximate = true;
        figure.state = approximate ? State::approximate : State::value;
        figure.bare_zero = is_zero(figure.value) && figure.value.scale == 0;
        numeral.end = static_cast<std::uint32_t>(at);
        next = at;
        return numeral;
    }

    /// The unit at the beginning of `after`, and how many bytes it has.
    static std::optional<Unit> unit_of(std::string_view after, std::size_t& length, bool& approximate) {
        for (const std::string_view word : {"个百分点", "百分点", "%", "‰"})
            if (after.starts_with(word)) {
                length = word.size();
                return unit_named(word);
            }
        std::string_view rest = after;
        std::string_view multiplier;
        if (const MultiplierEntry* entry = find_multiplier(rest)) {
            multiplier = entry->word;
            rest.remove_prefix(multiplier.size());
            for (const ApproximateWord& word : approximate_words)
                if (word.place == WordPlace::within && rest.starts_with(word.word)) {
                    approximate = true;
                    rest.remove_prefix(word.word.size());
                    break;
                }
        }
        std::string word(multiplier);
        std::string_view counted;
        if (rest.starts_with("元"))
            counted = "元";
        else if (multiplier.empty() && rest.starts_with("分") && !rest.starts_with("分别") &&
                 !rest.starts_with("分之") && !rest.starts_with("分为"))
            counted = "分";
        else
            counted = starts_with_any(rest, counters);
        if (counted.empty()) return std::nullopt;
        word += counted;
        rest.remove_prefix(counted.size());
        // 48元/盒 is a price.
        if (rest.starts_with("/")) {
            const std::string_view per = starts_with_any(rest.substr(1), counters);
            if (!per.empty()) {
                word += '/';
                word += per;
                rest.remove_prefix(1 + per.size());
            }
        }
        length = after.size() - rest.size();
        return unit_named(word);
    }

    std::string_view text_;
};

} // namespace

Sort sort_of(const Unit& unit) noexcept {
    switch (unit.dimension) {
    case Dimension::money:
        return Sort::amount;
    case Dimension::price:
        return Sort::price;
    case Dimension::percent:
        return unit.word() == unit::points.word() ? Sort::points : Sort::percent;
    case Dimension::count:
        return unit.word() == "分" ? Sort::score : Sort::count;
    case Dimension::plain:
    case Dimension::day:
        break;
    }
    return Sort::plain;
}

std::vector<Numeral> numerals(std::string_view passage) { return Reader(passage).all(); }

Figure cell_figure(std::string_view cell) {
    const Printed printed = read_printed(cell);
    Figure figure;
    figure.state = printed.state;
    figure.value = printed.value;
    figure.bare_zero = printed.bare_zero;
    if (printed.unit) figure.unit = *printed.unit;
    for (const char c : cell)
        if (is_number_byte(c) && c != ',')
            figure.text += c;
        else if (c == '-' && figure.text.empty())
            figure.text += c;
        else if (!figure.text.empty())
            break;
    if (printed.state != State::value && printed.state != State::approximate) figure.text = std::string(cell);
    return figure;
}

} // namespace tieout::detail
