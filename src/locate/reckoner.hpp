// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_LOCATE_RECKONER_HPP
#define TIEOUT_SRC_LOCATE_RECKONER_HPP

// The usual answers to checks, in 64-bit integers: that each is exact, or holds within rounding, and that all of them can
// hold together, because the figures can be moved within their intervals so that they do. Whatever is not plainly so is
// left to check_relation() and the solver, which decide everything; what is told here is what they tell.
//
//     Reckoner reckoner(relations, checks, gaps, options);      // once for all filings whose figures stand alike
//     if (reckoner.outcomes(numbers)) return;                   // in a microsecond or two

#include "relations/kernel.hpp"
#include "relations/plain_number.hpp"

#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace tieout::detail {

class Reckoner {
  public:
    /// How many checks came out how; none is broken.
    struct Outcomes {
        std::size_t exact = 0;
        std::size_t rounding = 0;
        std::size_t undecided = 0;
    };

    /// `figures` are those that the numbers are of; null where a number is of none. The others keep theirs. What the
    /// relations are, and which figures are known, is that of `checks`.
    Reckoner(const Relations& relations, std::span<const Check> checks, std::span<Figure* const> figures,
             const CheckOptions& options);

    /// The outcomes, if nothing is broken and nothing is to be looked for. The figures must hold the numbers.
    [[nodiscard]] std::optional<Outcomes> outcomes(std::span<const PlainNumber> numbers);

  private:
    /// Numbers of one class are brought to one scale: a relation has no others beside each other.
    enum class Class : std::uint8_t { money, percent, other };
    static constexpr std::size_t classes = 3;
    static constexpr std::size_t no_gap = static_cast<std::size_t>(-1);

    /// A number of the filing.
    struct Entry {
        std::size_t gap = no_gap;
        PlainNumber constant{};       ///< without a gap, the same in every filing
        std::int32_t known_scale = 0; ///< of the constant: digits that it is stated to
        Class of = Class::other;
        std::int8_t power = 0;
        std::int8_t sense = 1;
        bool rounded = false; ///< printed to the nearest, else exactly
        bool lone_zero = false;
    };
    struct Term {
        std::uint32_t entry;
        std::int64_t numerator; ///< or the coefficient of a linear form
        std::int64_t denominator = 0;
    };
    /// A linear form against a constant, or a quotient of two against a rate.
    struct Row {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        std::uint32_t rate = none;
        Class of = Class::other; ///< of the terms, of a quotient those above
        Class below = Class::other;
        Comparison comparison = Comparison::equals;
        PlainNumber constant{};
        std::int8_t power = 0; ///< of the constant
    };
    /// One relation: one row, or where figures are equal, one for each after the first.
    struct Stated {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        bool equal = false;
        bool approximate = false;
        bool demanding = false; ///< at error level, and what it says can be held against others
    };
    struct Group {
        enum class How : std::uint8_t { reckoned, known, general };
        How how = How::general;
        Outcome known = Outcome::undecided;
        std::uint32_t relation = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    enum class Answer : std::uint8_t { exact, rounding, broken, open };
    /// What a rate may be, in the unit in which it is compared: factor × numerator against end × denominator.
    struct Rate {
        std::int64_t factor;
        std::int64_t low;
        std::int64_t high;
    };

    /// A linear form against a constant; of a quotient with one end of its rate.
    struct Form {
        std::span<const Term> terms;
        std::int64_t constant = 0;
        std::int64_t factor = 1;
        std::int64_t end = 0;
        [[nodiscard]] std::int64_t weight(const Term& term) const {
            return factor * term.numerator - end * term.denominator;
        }
    };

    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

    // what is laid out once
    [[nodiscard]] std::optional<std::uint32_t> entry_of(const Figure& figure);
    [[nodiscard]] bool add_stated(const Relation& relation);
    [[nodiscard]] bool add_row(std::span<const Operand> above, std::span<const Operand> below, Row row);
    void rank_terms();

    // what is done for each filing
    [[nodiscard]] bool bring_to_scale(std::span<const PlainNumber> numbers);
    [[nodiscard]] std::optional<std::int64_t> at_scale(const PlainNumber& number, Class of, int power) const;
    [[nodiscard]] bool reckoned(const Group& group, Outcome& outcome);
    [[nodiscard]] bool decided_elsewhere(const Group& group, Outcome& outcome);
    [[nodiscard]] Answer answer(const Stated& stated) const;
    [[nodiscard]] Answer equal(const Stated& stated) const;
    [[nodiscard]] Answer linear(const Row& row) const;
    [[nodiscard]] Answer quotient(const Row& row) const;
    template <class Use>
    [[nodiscard]] bool each_side(const Row& row, Use use) const;
    [[nodiscard]] bool rate_of(const Row& row, Rate& rate) const;
    [[nodiscard]] bool settle();
    [[nodiscard]] bool settle_within();
    [[nodiscard]] bool settle(const Form& form, bool up);
    [[nodiscard]] bool pin();
    [[nodiscard]] bool narrow();
    [[nodiscard]] bool narrow(const Form& form, bool up);
    void ask_holding_rows();
    void make_due(std::uint32_t row);
    void make_due(const Stated& stated);
    void make_rows_due(std::uint32_t entry);
    void freeze(const Relation& relation);

    [[nodiscard]] std::span<const Term> terms_of(const Row& row) const {
        return {terms_.data() + row.first, row.count};
    }
    [[nodiscard]] std::span<const Row> rows_of(const Stated& stated) const {
        return {rows_.data() + stated.first, stated.count};
    }

    const Relations& relations_;
    const CheckOptions options_;
    std::unordered_map<const Figure*, std::size_t> gaps_;
    std::unordered_map<const Figure*, std::uint32_t> known_entries_;
    std::vector<Entry> entries_;
    std::vector<Term> terms_;
    std::vector<Row> rows_;
    std::vector<Stated> stated_;
    std::vector<Group> groups_;
    std::vector<std::uint32_t> uses_;   ///< demanding rows in which an entry stands
    std::vector<std::uint32_t> shared_; ///< entries that stand in several, those in most of them first
    /// The rows of an entry lie from its begin to the next one's.
    std::vector<std::uint32_t> row_begins_{0};
    std::vector<std::uint32_t> rows_with_;
    bool never_ = false;

    std::array<int, classes> scales_{};
    std::vector<std::int64_t> values_; ///< as printed
    std::vector<std::int64_t> halves_; ///< half a unit of the last digit
    std::vector<std::int64_t> lows_;   ///< what the true values lie between
    std::vector<std::int64_t> highs_;
    std::vector<std::int64_t> moved_; ///< true values with which all holds
    std::vector<char> frozen_;
    std::vector<std::uint32_t> holding_;  ///< relations that hold and are demanding
    std::vector<std::uint32_t> rounding_; ///< of them, those that hold only within rounding
    std::vector<std::uint32_t> due_;      ///< rows to be looked at
    std::vector<char> is_due_;            ///< or never asked
};

/// Whether all checks that hold are seen to hold together, whatever is missing. False says nothing.
[[nodiscard]] bool reckoned_together(const Relations& relations, std::span<const Check> checks,
                                     const CheckOptions& options);

} // namespace tieout::detail

#endif
