// SPDX-License-Identifier: MIT
// The unit of all figures behind some words: （单位：万元）, 以下金额单位均为万元.

#include "read/vocabulary/units.hpp"
#include "read/vocabulary/words.hpp"

#include <array>
#include <string>

namespace tieout::detail {

namespace {

constexpr std::array<std::string_view, 6> money_words{"万元", "亿元", "千元", "百万元", "人民币元", "元"};

/// The unit that words begin with and that ends there.
std::optional<Unit> unit_ahead(std::string_view words) {
    for (const std::string_view lead : {"：", "均", "统一", "一律", "都", "皆", "为", "是", "以", "人民币"})
        if (begins_with(words, lead)) words.remove_prefix(lead.size());
    for (const std::string_view lead : {"为", "是", "人民币"})
        if (begins_with(words, lead)) words.remove_prefix(lead.size());
    const std::string_view word = begins_with_any(words, money_words);
    if (word.empty()) return std::nullopt;
    const std::string_view behind = words.substr(word.size());
    static constexpr std::array<std::string_view, 7> ends{"）", "。", "，", "；", "、", "（", "："};
    if (!behind.empty() && begins_with_any(behind, ends).empty()) return std::nullopt;
    return unit_named(word == "人民币元" ? std::string_view("元") : word);
}

} // namespace

std::optional<Unit> unit_of_all(std::string_view words) {
    constexpr std::size_t looked_at_max = 300;
    words = end_of(words, looked_at_max);
    std::optional<Unit> found;
    static constexpr std::array<std::string_view, 2> says{"单位", "（"};
    for (const std::string_view word : says)
        for (std::size_t at = find_words(words, word); at != words.npos;
             at = find_words(words, word, at + word.size())) {
            const std::string_view ahead = words.substr(at + word.size());
            const std::optional<Unit> unit = unit_ahead(ahead);
            // （万元） is closed at once.
            const bool closed = word != "（" || (find_words(ahead, "）") <= 12);
            if (unit && closed) found = unit;
        }
    return found;
}

bool may_lack_unit(std::string_view before, std::string_view after) noexcept {
    static constexpr std::array<std::string_view, 35> others{
        "率",   "指数", "系数", "面积", "版本", "图",   "表",   "节",   "条",   "倍",   "均值", "满意",
        "编号", "人数", "次数", "数量", "车辆", "户数", "温度", "浓度", "长度", "里程", "公里", "号",
        "得分", "评分", "分值", "满分", "扣分", "均分", "总分", "占比", "比例", "比重", "之比"};
    static constexpr std::array<std::string_view, 7> parts{"，", "；", "。", "、", "：", "）", "（"};
    constexpr std::size_t longest = 90;
    const std::string_view clause = behind_last(end_of(before, longest), parts);
    if (contains_any(clause, others)) return false;
    if (after.empty() || after == " ") return true;
    static constexpr std::array<std::string_view, 12> goes_on{"，", "；", "。", "、", "（", "）",
                                                              "的", "增", "减", "下", "元", "上"};
    return !begins_with_any(after, goes_on).empty();
}

bool names_money(std::string_view before) noexcept {
    static constexpr std::array<std::string_view, 22> names{
        "收入", "支出", "经费", "费",   "资金", "预算", "决算", "合计", "共计", "总计",   "结余",
        "结转", "拨款", "金额", "余额", "总额", "投入", "补助", "增加", "减少", "支出为", "收入为"};
    return !ends_with_any(before, names).empty();
}

} // namespace tieout::detail
