// SPDX-License-Identifier: MIT
#ifndef TIEOUT_MODEL_ASPECTS_HPP
#define TIEOUT_MODEL_ASPECTS_HPP

// What a figure is of, along the dimensions of the field. An aspect that is not known is empty, and an unknown one is
// never all: figures are compared only where they are known to be of the same.
//
//     NamedFigure named{.id = "基本支出", .figure = 12.3_wan, .of = {.flow = "expenditure", .fund = "general"}};

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// An aspect along a dimension that is none of the standard ones: a region, a project, a department.
struct OwnAspect {
    std::string dimension{};
    std::string member{};
    friend bool operator==(const OwnAspect&, const OwnAspect&) = default;
};

/// The aspects of a figure (数据口径). Each is the key of a member of its dimension, "*" for all of it, and empty where
/// it is not known.
struct Aspects {
    std::string flow{}; ///< 收支性质: income, expenditure, opening, closing …
    std::string
        fund{}; ///< 资金来源: general, government, state_capital, fiscal, all others by their printed name
    std::string type{};     ///< 支出类型: basic, personnel, operating, project …
    std::string function{}; ///< 支出功能分类科目: codes of 3, 5 or 7 digits
    std::string economic{}; ///< 支出经济分类科目: codes of 3 or 5 digits
    std::string item{};     ///< a named item: three_public, procurement …, or its printed name
    std::string phase{};    ///< the key of a Phase
    std::string period{};   ///< 期间: 2022, 2022H1, 2022-01/2022-05
    std::string body{};     ///< 单位: the printed name, where it is not the body that files
    /// Along dimensions of one's own, each named once.
    std::vector<OwnAspect> own{};

    [[nodiscard]] bool any() const noexcept {
        return !(flow.empty() && fund.empty() && type.empty() && function.empty() && economic.empty() &&
                 item.empty() && phase.empty() && period.empty() && body.empty() && own.empty());
    }
    friend bool operator==(const Aspects&, const Aspects&) = default;
};

/// One dimension: its key in a filing, and the member of Aspects that holds it.
struct AspectEntry {
    std::string_view key;
    std::string Aspects::*member;
};
/// Every standard dimension, in the order in which they are written.
inline constexpr std::array aspect_table{
    AspectEntry{"flow", &Aspects::flow},         AspectEntry{"fund", &Aspects::fund},
    AspectEntry{"type", &Aspects::type},         AspectEntry{"function", &Aspects::function},
    AspectEntry{"economic", &Aspects::economic}, AspectEntry{"item", &Aspects::item},
    AspectEntry{"phase", &Aspects::phase},       AspectEntry{"period", &Aspects::period},
    AspectEntry{"body", &Aspects::body}};

/// The aspect along a dimension, by its key; empty where it is not known.
[[nodiscard]] inline std::string_view aspect_of(const Aspects& of, std::string_view dimension) noexcept {
    for (const AspectEntry& entry : aspect_table)
        if (entry.key == dimension) return of.*entry.member;
    for (const OwnAspect& own : of.own)
        if (own.dimension == dimension) return own.member;
    return {};
}
/// Says what the aspect along a dimension is.
inline void set_aspect(Aspects& of, std::string_view dimension, std::string_view member) {
    for (const AspectEntry& entry : aspect_table)
        if (entry.key == dimension) {
            of.*entry.member = member;
            return;
        }
    for (OwnAspect& own : of.own)
        if (own.dimension == dimension) {
            own.member = member;
            return;
        }
    of.own.push_back({std::string(dimension), std::string(member)});
}
/// What `nearer` says (a row, a cell), and what `wider` says (a table, a document) where that says nothing.
[[nodiscard]] inline Aspects merged(Aspects nearer, const Aspects& wider) {
    for (const AspectEntry& entry : aspect_table)
        if ((nearer.*entry.member).empty()) nearer.*entry.member = wider.*entry.member;
    for (const OwnAspect& own : wider.own)
        if (aspect_of(nearer, own.dimension).empty()) set_aspect(nearer, own.dimension, own.member);
    return nearer;
}

} // namespace tieout

#endif
