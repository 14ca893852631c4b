// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RULES_STATEMENT_HPP
#define TIEOUT_SRC_RULES_STATEMENT_HPP

// The turns of phrase that several rules share: parts of a named item, lists of stated or unknown completeness,
// claims with the readings that the text leaves.

#include "relations/not_stated.hpp"

#include <tieout/model/filing.hpp>
#include <tieout/model/find.hpp>
#include <tieout/relations/relation.hpp>
#include <tieout/rules/rule.hpp>

#include <initializer_list>
#include <span>
#include <vector>

namespace tieout {

/// The items of a filing of which it says anything, in the order of describe.hpp, an item before those it contains.
[[nodiscard]] std::vector<ItemRef> items_of(const Filing& filing);

/// The figures that a reference of `item` names; one that is not there stands as not stated.
[[nodiscard]] std::vector<Term> resolve(const Filing& filing, const Item& item, const Reference& reference);

[[nodiscard]] bool same_references(std::span<const Reference> a, std::span<const Reference> b) noexcept;

/// total = Σ lines if the list is complete, total ≥ Σ lines if it is a subset, and either where nothing is said.
void state_list(Relations& relations, const Stated& total, std::span<const Term> lines,
                Completeness completeness, Phase phase);

/// The item is the sum of these parts in every phase that states the first `needed` of them (which are all there is,
/// unless said otherwise); where it states fewer, those it does state do not exceed it.
void state_parts(Relations& relations, const Item& whole, std::initializer_list<const Item*> parts,
                 std::size_t needed, Completeness together = Completeness::complete);

/// A split, phase by phase. Lines that another line's code contains are left to state_codes.
void state_split(Relations& relations, const Item& item, const Split& split);

/// Every line of a split against the lines whose codes begin with its own.
void state_codes(Relations& relations, const Split& split);

/// All statements of one figure are one number. Those of another period are of another figure, and those of which it is
/// open what they are of are held against the others by themselves.
void state_restated(Relations& relations, const Stated& figure);

/// `total` against the economic classes of `basic` that are personnel (301, 303), or those that are not.
void state_classes(Relations& relations, const BasicExpenditure& basic, const Item& total, bool personnel);

/// A rate of which the document does not say what it is of: every candidate is a reading, and there may be others.
void state_candidates(Relations& relations, const Stated& rate, std::span<const Term> numerator,
                      std::span<const Term> bases);

/// A relation between figures that it names, whatever it belongs to. One that is not there stands as not stated.
void state_in_words(Relations& relations, const FigureIndex& figures, const StatedRelation& stated);

/// The relation that a filing itself brings, with its figures looked up in the index of the filing.
void state_stated(Relations& relations, const FigureIndex& figures, const StatedRelation& stated);

/// The change that the document states of an item in that phase, or nothing.
[[nodiscard]] const Change* find_change(const Item& item, Phase phase) noexcept;

/// The item as the project it is, or nothing.
[[nodiscard]] const Project* as_project(const Filing& filing, const Item& item) noexcept;

[[nodiscard]] bool in_three_public(const Filing& filing, const Item& item) noexcept;

} // namespace tieout

#endif
