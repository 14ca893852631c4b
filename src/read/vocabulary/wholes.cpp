// SPDX-License-Identifier: MIT
#include "read/vocabulary/wholes.hpp"

#include "read/vocabulary/words.hpp"

#include <array>

namespace tieout::detail {

namespace {

/// One whole: its key, or what its name ends with where it has many; the parts that must be there, and those that may be.
struct Whole {
    std::string_view key;
    std::array<std::string_view, 4> needed{};
    std::array<std::string_view, 6> may_be{};
};

constexpr std::array whole_table{
    Whole{"/three_public", {"/three_public/vehicles", "/three_public/reception"}, {"/three_public/abroad"}},
    Whole{"/three_public",
          {"/three_public/vehicles/operation", "/three_public/reception", "/three_public/abroad"},
          {"/three_public/vehicles/purchase"}},
    Whole{"/three_public",
          {"/three_public/vehicles/operation", "/three_public/vehicles/purchase", "/three_public/reception"},
          {"/three_public/abroad"}},
    Whole{"/three_public/vehicles", {"/three_public/vehicles/purchase", "/three_public/vehicles/operation"}},
    Whole{"/three_public/reception", {"/three_public/reception/domestic", "/three_public/reception/abroad"}},
    Whole{"/expenditure/basic", {"/expenditure/basic/personnel", "/expenditure/basic/operating"}},
    Whole{"/procurement", {"/procurement/goods", "/procurement/works", "/procurement/services"}},
    // Whatever expenditure it is: basic and project expenditure are all of it, with three kinds that few bodies have.
    Whole{"*支出",
          {"/expenditure/basic", "/expenditure/project"},
          {"/expenditure/remitted", "/expenditure/business", "/expenditure/subsidised"}},
    Whole{"*公共预算收入", {"税收收入", "非税收入"}},
    Whole{"*财政收入", {"税收收入", "非税收入"}},
    Whole{"*财政总收入", {"税收收入", "非税收入"}},
    Whole{"*拨款", {"general 拨款", "government 拨款", "state_capital 拨款"}},
};

/// Kinds of people and firms, each by what divides them: those of different kinds overlap.
struct ThingKind {
    std::string_view word;
    std::string_view axis;
};
constexpr std::array thing_table{
    ThingKind{"党员", "party"},     ThingKind{"团员", "party"},    ThingKind{"女性", "gender"},
    ThingKind{"男性", "gender"},    ThingKind{"女", "gender"},     ThingKind{"男", "gender"},
    ThingKind{"研究生", "degree"},  ThingKind{"本科", "degree"},   ThingKind{"大专", "degree"},
    ThingKind{"学历", "degree"},    ThingKind{"博士", "degree"},   ThingKind{"硕士", "degree"},
    ThingKind{"在职", "post"},      ThingKind{"退休", "post"},     ThingKind{"离休", "post"},
    ThingKind{"行政", "post"},      ThingKind{"事业", "post"},     ThingKind{"在编", "contract"},
    ThingKind{"聘用", "contract"},  ThingKind{"编外", "contract"}, ThingKind{"干部", "rank"},
    ThingKind{"科级", "rank"},      ThingKind{"外资", "capital"},  ThingKind{"科技型", "sector"},
    ThingKind{"小微", "size"},      ThingKind{"中小", "size"},     ThingKind{"政府采购", "way"},
    ThingKind{"离退休", "post"},    ThingKind{"刑拘", "step1"},    ThingKind{"逮捕", "step2"},
    ThingKind{"起诉", "step3"},     ThingKind{"毕业生", "school"}, ThingKind{"退役军人", "service"},
    ThingKind{"注册资本", "funds"}, ThingKind{"规上", "output"},
};

bool is_expenditure(std::string_view key, std::string_view name) {
    if (key == "/expenditure") return true;
    // Another known part of a filing is not divided so; 支出总计 holds what is carried over as well.
    if (key.starts_with("/") || contains(name, "总计")) return false;
    static constexpr std::string_view words[] = {"支出", "预算", "决算", "拨款", "安排", "经费", "资金"};
    return contains_any(name, words) && !contains(name, "收入");
}

bool fits(const Whole& whole, std::string_view key, std::string_view name) {
    if (whole.key == "*支出") return is_expenditure(key, name);
    if (whole.key.starts_with("*")) return ends_with(name, whole.key.substr(1));
    return key == whole.key;
}

/// The axis on which a part divides people or firms.
std::string_view axis_of(std::string_view name) noexcept {
    for (const ThingKind& thing : thing_table)
        if (contains(name, thing.word)) return thing.axis;
    return {};
}

} // namespace

Coverage coverage_of(std::string_view whole, std::string_view whole_name,
                     std::span<const std::string_view> parts, std::span<const std::string_view> names) {
    for (const Whole& candidate : whole_table) {
        if (!fits(candidate, whole, whole_name)) continue;
        std::size_t needed = 0;
        std::size_t have = 0;
        for (const std::string_view part : candidate.needed) {
            if (part.empty()) continue;
            ++needed;
            if (is_any(part, parts)) ++have;
        }
        const bool only = std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
            return is_any(part, candidate.needed) || is_any(part, candidate.may_be);
        });
        if (have == needed && only) return Coverage::all;
    }
    std::string_view axis;
    bool known = true;
    bool differ = false;
    for (const std::string_view name : names) {
        const std::string_view own = axis_of(name);
        if (own.empty()) known = false;
        if (axis.empty())
            axis = own;
        else if (!own.empty() && own != axis)
            differ = true;
    }
    if (differ) return Coverage::overlap;
    if (known && axis == "post" && names.size() >= 2) return Coverage::some;
    for (const Whole& candidate : whole_table) {
        if (!fits(candidate, whole, whole_name)) continue;
        const bool only = std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
            return is_any(part, candidate.needed) || is_any(part, candidate.may_be);
        });
        if (only && parts.size() >= 2) return Coverage::some;
    }
    return Coverage::unknown;
}

bool is_part_by_name(std::string_view whole, std::string_view part) noexcept {
    struct Held {
        std::string_view whole;
        std::string_view part;
    };
    static constexpr std::array held_table{Held{"中小企业", "小微企业"}};
    return std::any_of(held_table.begin(), held_table.end(), [&](const Held& held) {
        const std::size_t at = whole.find(held.whole);
        return at != whole.npos && part.size() == whole.size() - held.whole.size() + held.part.size() &&
               part.substr(0, at) == whole.substr(0, at) && part.substr(at).starts_with(held.part) &&
               part.substr(at + held.part.size()) == whole.substr(at + held.whole.size());
    });
}

std::span<const std::string_view> parts_of_whole(std::string_view whole) noexcept {
    static constexpr std::string_view three[] = {
        "/three_public/abroad", "/three_public/vehicles", "/three_public/vehicles/purchase",
        "/three_public/vehicles/operation", "/three_public/reception"};
    static constexpr std::string_view vehicles[] = {"/three_public/vehicles/purchase",
                                                    "/three_public/vehicles/operation"};
    static constexpr std::string_view goods[] = {"/procurement/goods", "/procurement/works",
                                                 "/procurement/services"};
    static constexpr std::string_view basic[] = {"/expenditure/basic/personnel",
                                                 "/expenditure/basic/operating"};
    static constexpr std::string_view spent[] = {"/expenditure/basic", "/expenditure/project"};
    static constexpr std::string_view taxes[] = {"税收收入", "非税收入"};
    if (whole == "/three_public") return three;
    if (whole == "/three_public/vehicles") return vehicles;
    if (whole == "/procurement") return goods;
    if (whole == "/expenditure/basic") return basic;
    if (whole == "/expenditure") return spent;
    if (whole == "公共预算收入" || whole == "general 收入" || whole == "财政收入" || whole == "财政总收入")
        return taxes;
    return {};
}

} // namespace tieout::detail
