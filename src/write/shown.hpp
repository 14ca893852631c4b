// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_SHOWN_HPP
#define TIEOUT_WRITE_SHOWN_HPP

// What every writer shows of a figure in the same way: its number, its places, and the sign it has in a relation as
// people write it, with the parts on the other side of the equals sign.

#include <tieout/base/language.hpp>
#include <tieout/model/filing.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::detail {

/// Whether there is more to say of a check than that it holds.
[[nodiscard]] bool remarkable(const Check& check) noexcept;

/// The number as printed, without separators, width and unit; what stands there instead where it is no number.
[[nodiscard]] std::string number_text(const Figure& figure);

/// The coefficient with the sign it has where the relation is written out: total = parts, lesser <= greater.
[[nodiscard]] Decimal written_coefficient(const Operand& operand);

/// Where a figure of the filing is printed, as far as that is known: in words, and by line and column, or by the part of the
/// file.
/// Example: 附件1，第12行第5列
[[nodiscard]] std::string place_text(const Filing& filing, const Figure& figure, Language language);

/// Where the document states the figures of one filing.
class Places {
  public:
    Places(const Filing& filing, Language language);

    /// The places where the document states the same value of the same figure, the given one first; of more than
    /// `most`, as many and "…".
    [[nodiscard]] std::vector<std::string> all(const Figure& figure, std::size_t most = places_max) const;

    static constexpr std::size_t places_max = 100;

  private:
    /// Places of equal statements, in the order of the document.
    std::deque<std::vector<std::string>> groups_;
    std::unordered_map<const Figure*, const std::vector<std::string>*> group_of_;
    const Filing& filing_;
    Language language_;
};

/// Texts one after the other with something between them.
[[nodiscard]] std::string joined(std::span<const std::string> texts, std::string_view between);

} // namespace tieout::detail

#endif
