// SPDX-License-Identifier: MIT
// The name and the unit of a table, which stand in lines of their own right before it.
#include <algorithm>
#include <optional>
#include <utility>

#include "read/formats/printed.hpp"

namespace tieout::detail {

namespace {

/// Bytes that the name of a table, or of a unit, may take.
constexpr std::size_t longest_name = 240;
constexpr std::size_t longest_unit = 36;

Passage part_of(const Passage& whole, std::size_t from, std::size_t to) {
    Passage part;
    part.text = whole.text.substr(from, to - from);
    part.from.assign(whole.from.begin() + static_cast<std::ptrdiff_t>(from),
                     whole.from.begin() + static_cast<std::ptrdiff_t>(to + 1));
    return part;
}

/// What 单位：万元 or （单位：万元） or （万元） says, wherever in a short line it stands.
std::optional<std::pair<std::size_t, std::size_t>> unit_in(std::string_view text) {
    if (text.size() > longest_name) return std::nullopt;
    for (const std::string_view word : {"单位：", "单位为", "单位"}) {
        std::size_t at = text.rfind(word);
        if (at == std::string_view::npos) continue;
        at += word.size();
        if (text.substr(at).starts_with("人民币")) at += std::string_view("人民币").size();
        std::size_t end =
            std::min({text.find("）", at), text.find("，", at), text.find("；", at), text.size()});
        // 单位负责人 is no unit, nor is the name of a body.
        const std::string_view unit = text.substr(at, end - at);
        for (const std::string_view known :
             {"元", "%", "人", "个", "件", "次", "辆", "平方米", "㎡", "台", "分"})
            if (unit.size() <= longest_unit && unit.ends_with(known) && !unit.ends_with("责任人") &&
                !unit.ends_with("负责人"))
                return std::pair(at, end);
    }
    for (const std::string_view unit : {"（万元）", "（元）", "（亿元）", "（千元）"}) {
        const std::size_t at = text.rfind(unit);
        const std::size_t bracket = std::string_view("（").size();
        if (at != std::string_view::npos && at + unit.size() == text.size())
            return std::pair(at + bracket, at + unit.size() - bracket);
    }
    return std::nullopt;
}

} // namespace

bool is_unit_line(std::string_view text) {
    const auto unit = unit_in(text);
    if (!unit) return false;
    const std::string_view before = text.substr(0, unit->first);
    for (const std::string_view all :
         {"单位：", "（单位：", "金额单位：", "（金额单位：", "计量单位：", "单位：人民币",
          "金额单位：人民币", "单位", "（单位", "（", "货币单位：", "数量单位："})
        if (before == all) return true;
    return false;
}

bool is_table_name(std::string_view text) {
    if (text.empty() || text.size() > longest_name) return false;
    if (text.find("。") != std::string_view::npos || text.find("；") != std::string_view::npos) return false;
    std::string_view name = text;
    if (name.ends_with("）")) {
        const std::size_t bracket = name.rfind("（");
        if (bracket != std::string_view::npos) name = name.substr(0, bracket);
    }
    if (const std::size_t unit = name.find("单位："); unit != std::string_view::npos) {
        name = name.substr(0, unit);
        if (name.ends_with("金额")) name.remove_suffix(std::string_view("金额").size());
    }
    if (name.ends_with("表") || name.ends_with("一览") || name.ends_with("清单")) return true;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    for (const std::string_view word : {"表", "附表"}) {
        if (!name.starts_with(word) || name.size() == word.size()) continue;
        const std::string_view rest = name.substr(word.size());
        if (digit(rest.front())) return true;
        for (const std::string_view numeral : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})
            if (rest.starts_with(numeral)) return true;
    }
    return false;
}

void name_tables(Page& page) {
    std::vector<Block> kept;
    kept.reserve(page.blocks.size());
    for (Block& block : page.blocks) {
        if (block.kind == Block::Kind::table) {
            Table& table = block.table;
            // The name, the unit, or both, in either order.
            for (int lines = 0; lines < 2 && !kept.empty() && kept.back().kind == Block::Kind::paragraph;
                 ++lines) {
                const Passage& before = kept.back().text;
                if (table.frame.unit.empty() && is_unit_line(before.text)) {
                    const auto unit = unit_in(before.text);
                    table.frame.unit = part_of(before, unit->first, unit->second);
                } else if (table.frame.name.empty() && is_table_name(before.text)) {
                    table.frame.name = std::move(kept.back().text);
                } else {
                    break;
                }
                kept.pop_back();
            }
            if (table.frame.unit.empty() && !table.frame.name.empty()) {
                if (const auto unit = unit_in(table.frame.name.text))
                    table.frame.unit = part_of(table.frame.name, unit->first, unit->second);
            }
            for (std::size_t i = 0;
                 table.frame.unit.empty() && i < table.cells.size() && table.cells[i].row == 0; ++i) {
                if (!is_unit_line(table.cells[i].text.text)) continue;
                const auto unit = unit_in(table.cells[i].text.text);
                table.frame.unit = part_of(table.cells[i].text, unit->first, unit->second);
            }
        }
        kept.push_back(std::move(block));
    }
    page.blocks = std::move(kept);
}

} // namespace tieout::detail
