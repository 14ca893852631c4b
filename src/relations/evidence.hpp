// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_RELATIONS_EVIDENCE_HPP
#define TIEOUT_SRC_RELATIONS_EVIDENCE_HPP

#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <span>

namespace tieout::detail {

/// Whether it is open what a figure is of, in all its statements: with one that is sure, the others need not be.
[[nodiscard]] bool is_open(std::span<const Figure> statements);
[[nodiscard]] bool is_open(const Operand& operand);
/// Whether what is stated, or what the figures of a rule are of, was read from words that leave something open. Then it
/// proves nothing: it is doubted if it does not hold, and if it does it is held against nothing.
[[nodiscard]] bool rests_on_open(const Relations& relations, const Relation& relation);
/// The same of a check, in any of its readings.
[[nodiscard]] bool rests_on_open(const Relations& relations, const Check& check);

} // namespace tieout::detail

#endif
