// SPDX-License-Identifier: MIT
#ifndef TIEOUT_FACTS_DIMENSION_HPP
#define TIEOUT_FACTS_DIMENSION_HPP

// A dimension is what figures are told apart by (口径): the fund that pays, the kind of expenditure, the function, the
// region. Its members contain each other, and what follows for the figures follows from that alone.
//
//     using facts::Dimension;
//     const auto region = Dimension::tree("region", {{"coast", "*"}, {"inland", "*"}, {"harbour", "coast"}});
//     const auto account = Dimension::codes("account", {4, 6, 8});      // 500101 is part of 5001
//     const auto project = Dimension::list("project");                  // every name is part of all
//
// The standard dimensions have the members of the field: facts::standard_dimensions().

#include <tieout/base/export.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::facts {

/// All of a dimension (合计).
inline constexpr std::string_view all = "*";

/// How a member belongs to the one that contains it.
enum class Belongs : std::uint8_t {
    part,   ///< one of its parts
    needed, ///< a part without which it is not whole: those that have every needed part have all that matters
    silent, ///< a part that documents leave out without a word: where it is missing, the parts may be less
    of_which, ///< 其中: within it, and no part of a sum
};

/// One member of a tree.
struct Member {
    std::string key{};
    /// What contains it: "*" for a part of all, empty for one that stands by itself.
    std::string parent{};
    Belongs belongs = Belongs::part;
    /// Its official term, for output.
    std::string term{};
};

/// How the members of a dimension contain each other.
enum class Shape : std::uint8_t {
    tree,  ///< as the members say; a name that is none of them is part of all, if anything is
    codes, ///< a code contains those that begin with it; what is no code is part of all
    list   ///< every name is part of all
};

/// One dimension. Its members are known by their keys, and "*" is all of it.
class TIEOUT_API Dimension {
  public:
    /// Example: tree("region", {{"coast", "*"}, {"harbour", "coast"}})
    /// Fails: a member whose parent is not among them, or that contains itself, stands by itself.
    [[nodiscard]] static Dimension tree(std::string key, std::vector<Member> members) {
        return Dimension(std::move(key), Shape::tree, std::move(members), {});
    }
    /// Codes of these lengths, in ascending order; a code of another length belongs to nothing.
    /// Example: codes("function", {3, 5, 7})
    [[nodiscard]] static Dimension codes(std::string key, std::vector<std::size_t> lengths) {
        return Dimension(std::move(key), Shape::codes, {}, std::move(lengths));
    }
    [[nodiscard]] static Dimension list(std::string key) {
        return Dimension(std::move(key), Shape::list, {}, {});
    }
    /// The same dimension, of which what is wider is at least what is narrower (资金来源、收支性质).
    [[nodiscard]] Dimension bounding() && {
        bounding_ = true;
        return std::move(*this);
    }
    /// The same dimension under its official term.
    [[nodiscard]] Dimension called(std::string term) && {
        term_ = std::move(term);
        return std::move(*this);
    }

    [[nodiscard]] const std::string& key() const noexcept { return key_; }
    [[nodiscard]] const std::string& term() const noexcept { return term_; }
    [[nodiscard]] Shape shape() const noexcept { return shape_; }
    [[nodiscard]] std::span<const Member> members() const noexcept { return members_; }
    [[nodiscard]] std::span<const std::size_t> lengths() const noexcept { return lengths_; }
    [[nodiscard]] bool is_bounding() const noexcept { return bounding_; }
    /// The member of that key; nothing for one that the tree does not name.
    [[nodiscard]] const Member* find(std::string_view member) const noexcept {
        for (const Member& each : members_)
            if (each.key == member) return &each;
        return nullptr;
    }

  private:
    Dimension(std::string key, Shape shape, std::vector<Member> members, std::vector<std::size_t> lengths)
        : key_(std::move(key)), shape_(shape), members_(std::move(members)), lengths_(std::move(lengths)) {}

    std::string key_;
    std::string term_{};
    Shape shape_;
    std::vector<Member> members_;
    std::vector<std::size_t> lengths_;
    bool bounding_ = false;
};

/// The dimensions of budgets and final accounts (部门预决算口径), in the order of Aspects: flow, fund, type, function,
/// economic, item, phase, period, body.
/// Source: 财决01–09表; 支出功能分类科目, 支出经济分类科目.
TIEOUT_API [[nodiscard]] std::span<const Dimension> standard_dimensions();

} // namespace tieout::facts

#endif
