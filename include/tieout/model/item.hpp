// SPDX-License-Identifier: MIT
#ifndef TIEOUT_MODEL_ITEM_HPP
#define TIEOUT_MODEL_ITEM_HPP

// An item is a named amount with its figures by phase, the ways it is split, and what the document claims of it.
//
//     Item income;
//     income.prior = 1262.92_wan;
//     income.executed = 1709.11_wan;
//     income.growth.push_back({.stated = 35.33_pct});       // against the prior year, as nothing else is named
//     income.split("fund", complete).add("财政拨款", 1702.63_wan).add("其他收入", 6.48_wan);

#include <tieout/relations/figure.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout {

/// When in the life of a budget a figure stands.
enum class Phase : std::uint8_t {
    prior,         ///< 上年决算数: executed in the year before
    initial,       ///< 年初预算数: budget as approved
    supplementary, ///< 追加/调整: added to (or taken from) it in the year
    adjusted,      ///< 全年预算数: budget as adjusted
    received,      ///< 实际到位: funds that arrived
    executed,      ///< 全年执行数/决算数: spent or collected; for other things the state of the year
    opening,       ///< 年初数/年初结转: at the start of the year
    closing        ///< 年末数/年末结转: at the end of the year
};
inline constexpr std::size_t phase_count = 8;
inline constexpr std::array<Phase, phase_count> phases{Phase::prior,    Phase::initial,  Phase::supplementary,
                                                       Phase::adjusted, Phase::received, Phase::executed,
                                                       Phase::opening,  Phase::closing};

/// The key of a phase in a filing, and its official term.
struct PhaseName {
    std::string_view key;
    std::string_view term;
    std::string_view english;
};
inline constexpr std::array<PhaseName, phase_count> phase_names{
    {{"prior", "上年决算数", "prior year"},
     {"initial", "年初预算数", "initial budget"},
     {"supplementary", "追加预算数", "supplementary"},
     {"adjusted", "全年预算数", "adjusted budget"},
     {"received", "实际到位数", "received"},
     {"executed", "全年执行数", "executed"},
     {"opening", "年初数", "opening"},
     {"closing", "年末数", "closing"}}};

[[nodiscard]] constexpr std::string_view name_of(Phase phase) noexcept {
    return phase_names[static_cast<std::size_t>(phase)].key;
}
[[nodiscard]] constexpr std::optional<Phase> phase_named(std::string_view key) noexcept {
    for (const Phase phase : phases)
        if (name_of(phase) == key) return phase;
    return std::nullopt;
}

/// What the document says of a list: all there is (分为, 包括, 合计), some of it (其中 as a subset), or neither.
enum class Completeness : std::uint8_t { not_stated, complete, subset };
inline constexpr Completeness complete = Completeness::complete;
inline constexpr Completeness subset = Completeness::subset;

/// Completeness of a list, phase by phase.
struct Completenesses {
    std::array<Completeness, phase_count> of{};
    [[nodiscard]] constexpr Completeness operator[](Phase phase) const noexcept {
        return of[static_cast<std::size_t>(phase)];
    }
    static constexpr Completenesses all(Completeness completeness) noexcept {
        Completenesses result;
        result.of.fill(completeness);
        return result;
    }
};

/// A figure of the same filing, by JSON pointer, by id, or by the phase of the item that refers to it.
struct ReferenceTerm {
    std::string to;
    Decimal coefficient{1};
};
/// A sum of figures that something is of, or from.
using Reference = std::vector<ReferenceTerm>;

/// A share that the document states of an item (占比).
struct Share {
    Stated stated;
    Phase phase = Phase::executed;
    /// What it is a share of. Several: the readings that the text leaves. None: the document does not say.
    std::vector<Reference> of{};
};

/// A growth rate that the document states of an item (增长率).
struct Growth {
    Stated stated;
    Phase phase = Phase::executed;
    /// What it grew from. None: from the prior year, or from what the stated change leaves of it.
    std::vector<Reference> from{};
};

/// A change in amount that the document states of an item (增减额).
struct Change {
    Stated stated;
    Phase phase = Phase::executed;
    std::vector<Reference> from{};
};

/// A rate of execution, completion or use that the document states of an item (执行率, 完成率, 使用率).
struct Rate {
    Stated stated;
    /// Name or code of the ratio in the table of ratios; empty where the document only says "rate".
    std::string ratio{};
    Phase phase = Phase::executed;
    std::vector<Reference> of{};
};

/// A word with which the document compares two phases of an item (增加, 减少, 持平, 大于, 小于, 等于).
struct Comparative {
    enum class Word : std::uint8_t { more, less, equal };
    Word word = Word::equal;
    Phase phase = Phase::executed;
    Phase with = Phase::prior;
};

struct Split;

/// A named amount (项目/科目) with its figures by phase.
struct Item {
    std::string label{};
    /// Class code: 301, 2010301.
    std::string code{};
    /// Why it exceeds its budget, in the document's words; a bound with a reason is not held against it.
    std::string reason{};
    /// That its figures of the year before are restated, and why, in the document's words; it then need not repeat
    /// what was filed a year ago.
    std::string restated{};
    Stated prior{}, initial{}, supplementary{}, adjusted{}, received{}, executed{}, opening{}, closing{};
    /// The ways in which this item is split, in the order of the document; names are unique.
    std::vector<Split> splits; // without {}: Split is not complete here
    std::vector<Share> shares{};
    std::vector<Growth> growth{};
    std::vector<Change> changes{};
    std::vector<Rate> rates{};
    std::vector<Comparative> comparatives{};

    [[nodiscard]] const Stated& at(Phase phase) const noexcept { return this->*member(phase); }
    [[nodiscard]] Stated& at(Phase phase) noexcept { return this->*member(phase); }
    /// Whether the document states any phase of it.
    [[nodiscard]] bool stated() const noexcept {
        for (const Phase phase : phases)
            if (at(phase).stated()) return true;
        return false;
    }
    /// The split of that name, made if there is none yet.
    Split& split(std::string_view name, Completeness completeness = Completeness::not_stated);
    [[nodiscard]] const Split* find_split(std::string_view name) const noexcept;

  private:
    static constexpr Stated Item::*member(Phase phase) noexcept {
        constexpr std::array<Stated Item::*, phase_count> members{
            &Item::prior,    &Item::initial,  &Item::supplementary, &Item::adjusted,
            &Item::received, &Item::executed, &Item::opening,       &Item::closing};
        return members[static_cast<std::size_t>(phase)];
    }
};

/// One line of a split: an item that is added, or (−1) taken off, as accumulated depreciation is.
struct Part : Item {
    std::int8_t sign = 1;
};

/// One way in which an item is split (按资金来源, 按经济分类, 按项目 …).
struct Split {
    /// What it is split by: "fund", "economic", "function", "projects", "type", or a name of the document's own.
    std::string name{};
    Completenesses complete{};
    /// In the order of the document.
    std::vector<Part> items{};

    Split& add(std::string_view label, Stated executed, std::int8_t sign = 1) {
        Part part;
        part.label = label;
        part.executed = std::move(executed);
        part.sign = sign;
        items.push_back(std::move(part));
        return *this;
    }
    /// The line with that class code, or nothing.
    [[nodiscard]] const Part* find_code(std::string_view code) const noexcept {
        for (const Part& part : items)
            if (part.code == code) return &part;
        return nullptr;
    }
};

inline Split& Item::split(std::string_view name, Completeness completeness) {
    for (Split& existing : splits)
        if (existing.name == name) return existing;
    splits.push_back({.name = std::string(name), .complete = Completenesses::all(completeness)});
    return splits.back();
}

inline const Split* Item::find_split(std::string_view name) const noexcept {
    for (const Split& existing : splits)
        if (existing.name == name) return &existing;
    return nullptr;
}

} // namespace tieout

#endif
