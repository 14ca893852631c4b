// SPDX-License-Identifier: MIT
// What clauses say by one of their words: why, that something is left out, that an amount is of each.
#include "read/vocabulary/plain.hpp"

#include "read/vocabulary/words.hpp"

#include <array>

namespace tieout::detail {

bool names_the_rest(std::string_view words) noexcept {
    static constexpr std::array<std::string_view, 6> begins{"其余", "其他为", "其它为",
                                                            "余下", "剩余",   "另有"};
    return !begins_with_any(words, begins).empty();
}

bool qualifies(std::string_view words) noexcept {
    static constexpr std::array<std::string_view, 14> signs{"口径", "括号",   "不含", "不包括", "不包含",
                                                            "剔除", "注：",   "未含", "所称",   "均以",
                                                            "均按", "均为占", "系按", "（指"};
    return contains_any(words, signs);
}

bool is_of_each(std::string_view words) noexcept {
    static constexpr std::array<std::string_view, 14> each{"每",   "单价", "均价", "人均", "户均",
                                                           "标准", "月租", "年租", "日租", "月薪",
                                                           "汇率", "兑",   "×",    "单车"};
    return contains_any(words, each);
}

bool may_be_of_each(std::string_view words) noexcept {
    static constexpr std::array<std::string_view, 7> means{"均",   "价",   "定额", "基数",
                                                           "千人", "班额", "利率"};
    return is_of_each(words) || contains_any(words, means);
}

bool says_another_changed(std::string_view words) noexcept {
    static constexpr std::array<std::string_view, 10> others{
        "增收", "减收", "增支", "减支", "多支", "少支", "增资", "增加收入", "增加支出", "减少支出"};
    return contains_any(words, others);
}

bool is_reason(std::string_view words) noexcept {
    static constexpr std::array<std::string_view, 13> begins{"用于", "主要", "原因",      "其原因", "因",
                                                             "由于", "是因", "系",        "为了",   "一是",
                                                             "二是", "三是", "其主要原因"};
    return !begins_with_any(words, begins).empty();
}

} // namespace tieout::detail
