// SPDX-License-Identifier: MIT
#include "read/vocabulary/scopes.hpp"

#include "read/vocabulary/frame_lines.hpp"
#include "read/vocabulary/labels.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <iterator>

namespace tieout::detail {

namespace {

/// Levels, wherever they stand in a name: 2023年一般公共预算收入表（市本级）.
constexpr std::string_view levels[] = {
    "省本级",   "市本级",   "县本级",   "区本级", "州本级", "旗本级", "镇本级",   "局本级",
    "委本级",   "厅本级",   "机关本级", "本级",   "全国",   "全省",   "全市",     "全县",
    "全区",     "全州",     "全旗",     "全镇",   "全乡",   "全系统", "下属单位", "所属单位",
    "直属单位", "事业单位", "开发区",   "高新区", "县市区", "合并",   "汇总",     "全口径"};
/// Ends of the names of bodies that are ordinary words elsewhere.
constexpr std::string_view schools[] = {"中学", "小学", "大学"};

/// Where the words of accounts begin, which stand behind whose they are.
constexpr std::string_view accounts[] = {
    "收入",     "支出",   "收支", "财政拨款", "一般公共", "政府性基金", "国有资本",
    "社会保险", "“三公”", "三公", "预算",     "决算",     "部门",       "机关运行",
    "项目",     "资产",   "基本", "绩效",     "平衡",     "20",         "19"};

std::string_view without_number(std::string_view name) noexcept {
    for (const std::string_view word : {"附表", "附件", "表"})
        if (name.starts_with(word)) {
            name.remove_prefix(word.size());
            break;
        }
    while (!name.empty() && ((name.front() >= '0' && name.front() <= '9') || name.front() == '-' ||
                             name.front() == ' ' || name.front() == '.'))
        name.remove_prefix(1);
    for (const std::string_view mark : {"：", "、"})
        if (name.starts_with(mark)) name.remove_prefix(mark.size());
    for (const std::string_view year : {"年度", "年"})
        if (name.starts_with(year)) {
            name.remove_prefix(year.size());
            break;
        }
    return name.substr(std::min(heading_number(name), name.size()));
}

std::string_view level_in(std::string_view words) noexcept {
    for (const std::string_view level : levels)
        if (contains(words, level)) return level;
    return {};
}

bool names_body(std::string_view words) noexcept {
    return is_body(words) || std::any_of(std::begin(schools), std::end(schools), [&](std::string_view end) {
               return words.size() > end.size() && ends_with(words, end);
           });
}

} // namespace

std::string_view scope_in_name(std::string_view name) noexcept {
    if (const std::string_view level = level_in(name); !level.empty()) return level;
    const std::string_view words = without_number(name);
    std::size_t end = words.size();
    for (const std::string_view word : accounts) end = std::min(end, words.find(word));
    const std::string_view before = words.substr(0, end);
    return names_body(before) ? before : std::string_view();
}

std::string_view scope_of_heading(std::string_view heading) noexcept {
    constexpr std::size_t longest = 60;
    if (heading.empty() || heading.size() > longest) return {};
    std::string_view words = without_number(heading);
    if (words.ends_with("：")) words.remove_suffix(3);
    if (const std::string_view level = level_in(words); !level.empty()) return level;
    return names_body(words) ? words : std::string_view();
}

bool differ_in_scope(std::string_view one, std::string_view other) noexcept {
    if (one.empty() || other.empty() || one == other) return false;
    if (!contains(one, other) && !contains(other, one)) return true;
    // 某局下属某站 is a part of 某局.
    if (one.starts_with(other) || other.starts_with(one)) return true;
    return level_in(one).empty() != level_in(other).empty();
}

} // namespace tieout::detail
