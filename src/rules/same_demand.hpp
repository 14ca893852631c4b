// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_SAME_DEMAND_HPP
#define TIEOUT_SRC_RULES_SAME_DEMAND_HPP

// Whether a relation that a filing brings demands what a rule demands already: a sentence that says 其中基本支出…,
// 项目支出… states what T07 states of every filing, and one fault is one finding.

#include <tieout/model/filing.hpp>
#include <tieout/relations/relation.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace tieout {

/// The demands of the relations that the rules have stated of one filing.
class StatedDemands {
  public:
    StatedDemands(const Filing& filing, const Relations& relations);

    /// Takes back, of the relations that were stated last, those that a rule demands as strictly: the same form of the
    /// same figures, whichever way it is written and in whichever of several equal statements.
    /// Readings of one claim stay together.
    void take_back_known(Relations& relations, std::size_t since);
    /// Takes back, of the relations of the rules, those that rest on something open where the filing states the same and
    /// is sure of it: of two ways to say one thing the surer one stays.
    void take_back_less_sure(Relations& relations) const;

  private:
    [[nodiscard]] std::string demand_of(const Relations& relations, const Relation& relation) const;
    [[nodiscard]] unsigned leniency_of(const Relations& relations, const Relation& relation) const;
    [[nodiscard]] bool known(const Relations& relations, const Relation& relation);
    [[nodiscard]] const Figure* first_like(const Figure* figure) const;

    /// Statements that read like an earlier one of the same figure, and that one.
    std::unordered_map<const Figure*, const Figure*> first_like_;
    /// Statements of figures that are not stated alike everywhere.
    std::unordered_set<const Figure*> disagreeing_;
    /// Every demand of a rule, with the leniencies it was stated with: bit n for the leniency n.
    std::unordered_map<std::string, std::uint64_t> demands_;
    /// Demands that the filing states more surely than a rule does.
    std::unordered_set<std::string> stated_surely_;
    std::size_t of_rules_ = 0; ///< how many relations the rules have stated
};

} // namespace tieout

#endif
