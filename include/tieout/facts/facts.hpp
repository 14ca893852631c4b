// SPDX-License-Identifier: MIT
#ifndef TIEOUT_FACTS_FACTS_HPP
#define TIEOUT_FACTS_FACTS_HPP

// A fact is a figure with its aspects: what it is of along each dimension (带口径的数据). Facts are stated one by one, by
// hand, from the rows of a system or from the tables of a document; what must hold between them follows from their aspects
// and from nothing else.
//
//     Facts facts;
//     facts.parts("t3", "type", complete);                     // in this table the types are all there are
//     facts.state({.flow = "expenditure", .fund = "general", .type = "*"}, 120.50_wan, {"t3", "C5"});
//     facts.state({.flow = "expenditure", .fund = "general", .type = "basic"}, 80.30_wan, {"t3", "D5"});
//     facts.state({.flow = "expenditure", .fund = "general", .type = "project"}, 40.20_wan, {"t3", "E5"});
//     if (check(facts).broken()) ...
//
// An aspect is a member of its dimension, "*" for all of it, or empty where it is not known; what is not known is never all.
// Facts of one table share what the table leaves unknown; facts of different tables are compared only where everything is
// known of both.

#include <tieout/base/export.hpp>
#include <tieout/facts/dimension.hpp>
#include <tieout/model/aspects.hpp>
#include <tieout/model/item.hpp>
#include <tieout/relations/figure.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout {

/// A fact, by the order in which the facts were stated, from 0.
using FactId = std::uint32_t;

/// A table that facts stand in.
struct FactTable {
    /// What its facts name it by.
    std::string id{};
    std::string title{};
    /// Name of its form, where it has a known one.
    std::string form{};
    /// Nothing in it can have been misread. What code declares stands as it is; a reader says it of what it has read.
    bool certified = true;
    /// Takes part only within itself: its unit is not known, or it may be another table than it seems.
    bool alone = false;
};

/// Where a fact stands. The figure has its place in the file itself.
struct FactPlace {
    std::string_view table{};
    /// Its cell in the words of the document: D9.
    std::string_view cell{};
};

namespace detail {
struct FactsAccess;

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
        return std::hash<std::string_view>{}(text);
    }
};
} // namespace detail

/// Facts, the dimensions that they have aspects along, and the tables that they stand in.
class TIEOUT_API Facts {
  public:
    /// With the standard dimensions.
    Facts();

    /// Adds a dimension, or gives one of the same key these members; before the first fact is stated.
    /// Fails: silently where facts are stated already, or there are 64 dimensions.
    Facts& dimension(facts::Dimension dimension);
    [[nodiscard]] bool has_dimension(std::string_view key) const noexcept {
        return axis_number(key) < axes_.size();
    }
    /// What every fact stated from now on is of where it says nothing itself: the period and the body of a document.
    Facts& scope(Aspects aspects);
    [[nodiscard]] const Aspects& scope() const noexcept { return scope_; }
    /// Says what a table is. A table that is only named has no title and is certified.
    Facts& table(FactTable table);
    void reserve(std::size_t facts);

    /// States a fact.  Example: facts.state({.flow = "income", .phase = "executed"}, 1709.11_wan, {"t1", "B7"});
    FactId state(const Aspects& of, Figure figure, FactPlace place = {});

    /// What is said of the parts along a dimension, wherever one fact of this table contains others: that they are all
    /// there is (合计, 分为), or some of it (其中).
    Facts& parts(std::string_view table, std::string_view dimension, Completeness completeness = complete);
    /// The same of the parts of one fact.
    Facts& parts(FactId whole, std::string_view dimension, Completeness completeness = complete);

    [[nodiscard]] std::size_t size() const noexcept { return figures_.size(); }
    [[nodiscard]] std::span<const Figure> figures() const noexcept { return figures_; }
    [[nodiscard]] const Figure& figure(FactId fact) const noexcept { return figures_[fact]; }
    [[nodiscard]] Aspects aspects(FactId fact) const;
    [[nodiscard]] const FactTable& table_of(FactId fact) const noexcept { return tables_[table_[fact]].of; }
    /// The fact whose figure this is; size() for a figure that is none of them.
    [[nodiscard]] std::size_t number_of(const Figure& figure) const noexcept;

    /// flow=expenditure,fund=general,phase=executed: the aspects that are known, in the order of their dimensions' keys.
    [[nodiscard]] std::string key_of(FactId fact) const;
    /// What a person calls it: the label of its figure, or the terms of its aspects (一般公共预算财政拨款 基本支出 2010301).
    [[nodiscard]] std::string name_of(FactId fact) const;

  private:
    friend struct detail::FactsAccess;

    /// One dimension with the members that facts have named; 0 is unknown, 1 all, and the others as they came.
    struct Axis {
        facts::Dimension of;
        std::vector<std::string> keys{};
        std::unordered_map<std::string, std::uint32_t, detail::StringHash, std::equal_to<>> numbers{};
        /// The last that was asked for: rows repeat what they are of.
        std::uint32_t last = 0;
    };
    struct Tabled {
        FactTable of{};
        /// What is said of its parts, by dimension.
        std::vector<Completeness> parts{};
    };

    [[nodiscard]] std::uint32_t member(Axis& axis, std::string_view key);
    [[nodiscard]] std::uint32_t table_number(std::string_view id);
    [[nodiscard]] std::size_t axis_number(std::string_view key) const noexcept;

    std::vector<Axis> axes_;
    Aspects scope_{};
    std::vector<Tabled> tables_;
    std::unordered_map<std::string, std::uint32_t, detail::StringHash, std::equal_to<>> table_numbers_;
    std::uint32_t last_table_ = 0;
    std::vector<Figure> figures_;
    std::vector<std::uint32_t> table_;
    /// As many for each fact as there are dimensions.
    std::vector<std::uint32_t> members_;
    /// What is said of the parts of one fact: under its number, 64 for each fact, and that of the dimension.
    std::unordered_map<std::uint64_t, Completeness> own_parts_;
};

} // namespace tieout

#endif
