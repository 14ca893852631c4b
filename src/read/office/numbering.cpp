// SPDX-License-Identifier: MIT
#include "read/office/numbering.hpp"

#include <algorithm>

namespace tieout::detail {

namespace {

constexpr std::array<std::string_view, 10> counting{"〇", "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};

/// 一 … 九十九 as they are said; the digits beyond.
std::string chinese(std::uint32_t number) {
    if (number == 0 || number > 99) {
        std::string text;
        for (const char c : std::to_string(number)) text += counting[static_cast<std::size_t>(c - '0')];
        return text;
    }
    std::string text;
    if (number >= 20) text += counting[number / 10];
    if (number >= 10) text += "十";
    if (number % 10 != 0) text += counting[number % 10];
    return text;
}

std::string roman(std::uint32_t number) {
    struct Sign {
        std::uint32_t worth;
        std::string_view letters;
    };
    constexpr std::array signs{Sign{1000, "M"}, Sign{900, "CM"}, Sign{500, "D"}, Sign{400, "CD"},
                               Sign{100, "C"},  Sign{90, "XC"},  Sign{50, "L"},  Sign{40, "XL"},
                               Sign{10, "X"},   Sign{9, "IX"},   Sign{5, "V"},   Sign{4, "IV"},
                               Sign{1, "I"}};
    constexpr std::uint32_t most = 3999;
    if (number > most) return std::to_string(number);
    std::string text;
    for (const Sign& sign : signs)
        for (; number >= sign.worth; number -= sign.worth) text += sign.letters;
    return text;
}

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string letters(std::uint32_t number) {
    constexpr std::uint32_t alphabet = 26;
    if (number == 0) return {};
    return std::string(std::min<std::size_t>((number - 1) / alphabet + 1, 9),
                       static_cast<char>('A' + (number - 1) % alphabet));
}

} // namespace

std::string list_number(std::uint32_t number, std::string_view form) {
    constexpr std::array<std::string_view, 10> stems{"甲", "乙", "丙", "丁", "戊",
                                                     "己", "庚", "辛", "壬", "癸"};
    if (form == "bullet" || form == "none") return {};
    if (form.starts_with("chinese") || form.starts_with("japaneseCounting") || form == "ideographDigital" ||
        form == "taiwaneseCounting" || form == "taiwaneseCountingThousand")
        return chinese(number);
    if (form == "upperRoman") return roman(number);
    if (form == "lowerRoman") return lowered(roman(number));
    if (form == "upperLetter") return letters(number);
    if (form == "lowerLetter") return lowered(letters(number));
    if (form == "ideographTraditional" && number >= 1 && number <= stems.size())
        return std::string(stems[number - 1]);
    if (form == "decimalZero" && number < 10) return "0" + std::to_string(number);
    if (form.starts_with("decimalEnclosedCircle") && number >= 1 && number <= 20) {
        // ① is E2 91 A0; they stand one behind the other.
        std::string text = "\xE2\x91\xA0";
        text[2] = static_cast<char>(0xA0 + number - 1);
        return text;
    }
    return std::to_string(number);
}

void Numbering::read_lists(Archive& archive, const std::string& part, std::vector<Problem>& problems) {
    const auto xml = read_xml(archive, part, problems);
    if (xml == nullptr) return;
    const auto read_level = [](const pugi::xml_node& node, Level& level) {
        if (const auto start = number_of(attribute_of(child_of(node, "start"), "val"))) level.start = *start;
        level.form = attribute_of(child_of(node, "numFmt"), "val");
        level.text = attribute_of(child_of(node, "lvlText"), "val");
    };
    for (const pugi::xml_node& node : xml->tree.document_element()) {
        if (is_named(node, "abstractNum")) {
            List& list = lists_[std::string(attribute_of(node, "abstractNumId"))];
            for (const pugi::xml_node& each : node)
                if (const auto level = number_of(attribute_of(each, "ilvl"));
                    is_named(each, "lvl") && level && *level < levels)
                    read_level(each, list.level[*level]);
        } else if (is_named(node, "num")) {
            Used& used = used_[std::string(attribute_of(node, "numId"))];
            used.list = attribute_of(child_of(node, "abstractNumId"), "val");
            for (const pugi::xml_node& each : node) {
                const auto level = number_of(attribute_of(each, "ilvl"));
                const auto start = number_of(attribute_of(child_of(each, "startOverride"), "val"));
                if (is_named(each, "lvlOverride") && level && *level < levels && start)
                    used.starts[*level] = *start;
            }
        }
    }
}

void Numbering::read_styles(Archive& archive, const std::string& part, std::vector<Problem>& problems) {
    const auto xml = read_xml(archive, part, problems);
    if (xml == nullptr) return;
    for (const pugi::xml_node& node : xml->tree.document_element()) {
        if (!is_named(node, "style")) continue;
        const pugi::xml_node numbers = child_of(child_of(node, "pPr"), "numPr");
        styles_[std::string(attribute_of(node, "styleId"))] = {
            std::string(attribute_of(child_of(numbers, "numId"), "val")),
            std::string(attribute_of(child_of(numbers, "ilvl"), "val")),
            std::string(attribute_of(child_of(node, "basedOn"), "val"))};
    }
}

Numbering::Membership Numbering::membership_of(const pugi::xml_node& properties) const {
    const pugi::xml_node numbers = child_of(properties, "numPr");
    Membership of{std::string(attribute_of(child_of(numbers, "numId"), "val")),
                  std::string(attribute_of(child_of(numbers, "ilvl"), "val")),
                  std::string(attribute_of(child_of(properties, "pStyle"), "val"))};
    // Styles that are based on each other in a circle end somewhere.
    constexpr int most_styles = 16;
    for (int i = 0; i < most_styles && of.list.empty() && !of.based_on.empty(); ++i) {
        const auto style = styles_.find(of.based_on);
        if (style == styles_.end()) break;
        if (of.level.empty()) of.level = style->second.level;
        of.list = style->second.list;
        of.based_on = style->second.based_on;
    }
    return of;
}

std::string Numbering::before(const pugi::xml_node& properties) {
    const Membership of = membership_of(properties);
    const auto used = used_.find(of.list);
    if (used == used_.end()) return {};
    const auto list = lists_.find(used->second.list);
    if (list == lists_.end()) return {};
    const std::size_t level = std::min<std::size_t>(number_of(of.level).value_or(0), levels - 1);
    Counted& counted = counted_[used->second.list];
    // What says where it starts starts there, once.
    if (!used->second.started) {
        used->second.started = true;
        for (const auto& [at, start] : used->second.starts) {
            counted.count[at] = start;
            counted.begun[at] = false;
        }
    }
    const auto start_of = [&](std::size_t at) {
        const auto own = used->second.starts.find(at);
        return own == used->second.starts.end() ? list->second.level[at].start : own->second;
    };
    if (counted.begun[level])
        ++counted.count[level];
    else
        counted.count[level] = start_of(level);
    counted.begun[level] = true;
    for (std::size_t below = level + 1; below < levels; ++below) counted.begun[below] = false;
    std::string text;
    const std::string& pattern = list->second.level[level].text;
    if (list->second.level[level].form == "bullet") return {};
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '%' || at + 1 >= pattern.size() || pattern[at + 1] < '1' ||
            pattern[at + 1] > '9') {
            text += pattern[at];
            continue;
        }
        const auto other = static_cast<std::size_t>(pattern[++at] - '1');
        const std::uint32_t number =
            other <= level && counted.begun[other] ? counted.count[other] : start_of(other);
        text += list_number(number, list->second.level[other].form);
    }
    return text;
}

} // namespace tieout::detail
