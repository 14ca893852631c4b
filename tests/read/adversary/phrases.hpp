// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_PHRASES_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_PHRASES_HPP

// Parts of sentences that many structures share: changes against last year, rates of completion, lists of parts.

#include "writer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test::adversary {

/// A part of a list: its name and amount, and what may be said of it.
struct Part {
    std::string name;
    Amount amount = 0;
    std::optional<Amount> prior{};
};

/// ，比上年增加20万元，增长25% — or whatever else is true, in one of the ways to say it; empty where nothing can be said.
[[nodiscard]] std::string change(Writer& writer, Amount now, Amount prior);
/// ，完成年初预算的98.00% and the like, with the budget or after it.
[[nodiscard]] std::string completion(Writer& writer, Amount now, Amount budget, std::string_view budget_name);
/// 决算数大于预算数, as it is.
[[nodiscard]] std::string compared(Writer& writer, Amount now, Amount budget);
/// A reason, with numbers or without, for a change in that direction.
[[nodiscard]] std::string reason(Writer& writer, bool up);
/// 甲60万元、乙40万元, in one of several layouts; with shares of the whole where `whole` is positive.
[[nodiscard]] std::string parts(Writer& writer, const std::vector<Part>& list, Amount whole, bool shares);
/// The parts that are not zero, and now and then those that are.
[[nodiscard]] std::vector<Part> without_zeros(Writer& writer, std::vector<Part> list);
[[nodiscard]] std::string join(const std::vector<std::string>& words, std::string_view between,
                               std::string_view last);

} // namespace tieout::test::adversary

#endif
