// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_LOCATE_RECKONER_HPP
#define TIEOUT_SRC_LOCATE_RECKONER_HPP

// The usual answers to checks, in 64-bit integers: that each is exact, or holds within rounding, and that all of them can
// hold together, because the figures can be moved within their intervals so that they do. Whatever is not plainly so is
// left to check_relation() and the solver, which decide everything; what is told here is what they tell.
//
//     Reckoner reckoner(relations, checks, gaps, options);      // once for all filings whose figures stand alike
//     if (reckoner.outcomes(numbers)) return;                   // in a microsecond or two

#include "relations/figure_numbers.hpp"
#include "relations/kernel.hpp"
#include "relations/plain_number.hpp"

#include <tieout/relations/check.hpp>
#include <tieout/relations/relation.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tieout::detail {

class Reckoner {
  public:
    /// How many checks came out how; none is broken.
    struct Outcomes {
        std::size_t exact = 0;
        std::size_t rounding = 0;
        std::size_t undecided = 0;
        std::size_t doubted = 0; ///< of the undecided, those to be looked at
    };

    /// `figures` are those that the numbers are of; null where a number is of none. The others keep theirs. What the
    /// relations are, and which figures are known, is that of `checks`.
    Reckoner(const Relations& relations, std::span<const Check> checks, std::span<Figure* const> figures,
             const CheckOptions& options);

    /// The outcomes, if nothing is broken and nothing is to be looked for. Before a figure itself is looked at, which is
    /// seldom, `put_in_figures` is called, once: the figures must then hold the numbers.
    [[nodiscard]] std::optional<Outcomes> outcomes(const PlainNumbers& numbers,
                                                   const std::function<void()>& put_in_figures);
    /// Whether those of the checks that hold are seen to hold together, with the numbers in their figures. The checks are
    /// those of the same relations. False says nothing.
    [[nodiscard]] bool together(const PlainNumbers& numbers, std::span<const Check> checks);

  private:
    /// Numbers of one class are brought to one scale: a relation has no others beside each other.
    enum class Class : std::uint8_t { money, percent, other };
    static constexpr std::size_t classes = 3;
    static constexpr std::size_t no_gap = static_cast<std::size_t>(-1);
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

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
        bool printed = true; ///< a number, not a word for zero
    };
    /// How the digits in a gap become the value of an entry, at the scales that the numbers have now.
    struct Taken {
        std::uint32_t gap;
        std::uint32_t entry;
        std::int64_t times;
        std::int64_t most; ///< digits, without their sign, beyond which the value could be too large
    };
    struct Term {
        std::uint32_t entry;
        std::int64_t numerator; ///< or the coefficient of a linear form
        std::int64_t denominator = 0;
    };
    /// A linear form with a constant, or a quotient of two against a rate.
    struct Row {
        std::uint32_t first = 0; ///< term
        std::uint32_t count = 0;
        std::uint32_t band = 0; ///< of a quotient the first of two
        std::uint32_t rate = none;
        Class of = Class::other; ///< of the terms, of a quotient those above
        Class below = Class::other;
        bool whole = true; ///< there is no other row of its relation
        Comparison comparison = Comparison::equals;
        PlainNumber constant{};
        std::int8_t power = 0; ///< of the constant
        // At the scales that the numbers have now.
        bool tellable = false;        ///< constant or factor fits
        std::int64_t at_constant = 0; ///< of a linear form
        std::int64_t factor = 0;      ///< of a quotient: factor × numerator against rate × denominator
        bool known = false;           ///< every term has a precision
        std::int64_t slack = 0;       ///< all that rounding leaves open
        std::int64_t leaf_slack = 0;  ///< what of it is left open by figures that stand nowhere else
    };
    /// A form that must lie between two ends: a row, or one of the two ends of the rate of a quotient. Its terms are
    /// those of the row; figures that stand in no other come first. They are not looked at one by one: what they leave
    /// open widens the ends.
    struct Band {
        std::uint32_t first = 0; ///< weight
        std::uint32_t shared = 0;
        std::uint32_t end = 0;
        bool active = false; ///< its relation holds in this filing and demands so
        bool due = false;
        std::int64_t low = 0;
        std::int64_t high = 0;
        std::int64_t slack = 0;
        std::int64_t printed = 0; ///< with the figures as they are printed
        std::int64_t moved = 0;   ///< with them moved
        /// What it takes to bring `moved` between the ends.
        [[nodiscard]] std::int64_t missing() const noexcept {
            return moved < low - slack    ? low - slack - moved
                   : moved > high + slack ? high + slack - moved
                                          : 0;
        }
        [[nodiscard]] std::int64_t room(bool up) const noexcept {
            return up ? high + slack - moved : moved - (low - slack);
        }
    };
    /// Where an entry stands.
    struct Use {
        std::uint32_t band;
        std::uint32_t weight;
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
        bool doubted = false; ///< known to be doubted
        std::uint32_t relation = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    enum class Answer : std::uint8_t { exact, rounding, broken, open };

    struct Known;
    /// An entry in a relation.
    struct Standing {
        std::uint32_t entry;
        std::int64_t coefficient;
    };
    // what is laid out once
    [[nodiscard]] Known& known(const Figure& figure);
    [[nodiscard]] std::optional<std::uint32_t> entry_of(const Figure& figure);
    [[nodiscard]] bool add_stated(const Relation& relation);
    [[nodiscard]] bool add_row(std::span<const Standing> above, std::span<const Standing> below, Row row);
    void lay_out_bands();

    // what is done when the scales of the numbers change
    [[nodiscard]] bool bring_to_scale(const PlainNumbers& numbers);
    [[nodiscard]] std::optional<std::int64_t> times_at_scale(int scale, Class of, int power) const;
    [[nodiscard]] std::optional<std::int64_t> at_scale(const PlainNumber& number, Class of, int power) const;
    void bring_to_scale(Row& row);
    [[nodiscard]] std::optional<std::int64_t> half_of_lone_zero(const Row& row, const Entry& entry) const;

    // what is done for each filing
    [[nodiscard]] bool take(const PlainNumbers& numbers);
    [[nodiscard]] bool reckoned(const Group& group, Outcome& outcome);
    [[nodiscard]] bool decided_elsewhere(const Group& group, Outcome& outcome);
    [[nodiscard]] Answer answer(const Stated& stated);
    [[nodiscard]] Answer equal(const Stated& stated) const;
    [[nodiscard]] Answer linear(const Row& row);
    [[nodiscard]] Answer quotient(const Row& row);
    void freeze(const Relation& relation);
    [[nodiscard]] bool hold_together();
    [[nodiscard]] bool settle();
    [[nodiscard]] bool settle(std::uint32_t band);
    [[nodiscard]] std::int64_t without_disturbing(const Use& mine, std::uint32_t entry,
                                                  std::int64_t step) const;
    void move(std::uint32_t entry, std::int64_t step);
    [[nodiscard]] bool pin();
    [[nodiscard]] bool narrow();
    [[nodiscard]] bool narrow(const Band& band);
    void make_due(std::uint32_t band);
    void make_uses_due(std::uint32_t entry);

    [[nodiscard]] std::span<const Row> rows_of(const Stated& stated) const {
        return {rows_.data() + stated.first, stated.count};
    }
    [[nodiscard]] std::span<const Use> uses_of(std::uint32_t entry) const {
        return {uses_.data() + use_begins_[entry], uses_.data() + use_begins_[entry + 1]};
    }
    template <class Use_band>
    void each_band(const Stated& stated, Use_band use) {
        for (const Row& row : rows_of(stated)) {
            use(row.band);
            if (row.rate != none) use(row.band + 1);
        }
    }

    const Relations& relations_;
    const CheckOptions options_;
    bool never_ = false;

    struct Known {
        std::size_t gap = no_gap;
        std::uint32_t entry = none;
        bool asked = false;
    };
    FigureNumbers numbers_; ///< of the figures of the relations, and those that are in gaps
    std::vector<Known> known_;
    std::vector<Standing> standing_; ///< of the relation that is added
    std::vector<Entry> entries_;
    std::vector<Term> terms_;
    std::vector<Row> rows_;
    std::vector<Stated> stated_;
    std::vector<Group> groups_;
    std::vector<std::uint32_t> shared_; ///< entries that stand in several rows, those in most of them first
    std::vector<std::uint32_t> use_begins_;
    std::vector<Use> uses_; ///< of demanding rows; those of an entry lie from its begin to the next one's

    std::string forms_; ///< of the numbers for which the scales are
    bool scaled_ = false;
    std::array<int, classes> scales_{};
    std::vector<Taken> taken_;
    std::vector<std::int64_t> values_; ///< as printed
    std::vector<std::int64_t> halves_; ///< half a unit of the last digit; −1 for a lone zero, which has none
    std::vector<char> lone_;           ///< whether it is one, also where it is exact
    std::vector<std::int64_t> fine_;   ///< base_scale()
    std::vector<std::int64_t> leeways_; ///< how far a true value may lie from there, as all relations have it

    std::vector<Band> bands_;
    std::vector<std::uint32_t> weighed_;  ///< entry, by weight
    std::vector<std::int64_t> weights_;   ///< those of a quotient are of this filing
    std::vector<std::uint32_t> holding_;  ///< relations that hold and are demanding
    std::vector<std::uint32_t> rounding_; ///< of them, those that hold only within rounding
    std::vector<std::uint32_t> frozen_;   ///< entries that must stay as printed, perhaps more than once
    std::vector<std::uint32_t> due_;      ///< bands to be looked at
    std::vector<std::int64_t> moved_;     ///< by entry, how far from where it is printed
    std::vector<std::int64_t> lows_;      ///< and between what
    std::vector<std::int64_t> highs_;
};

/// Whether all checks that hold are seen to hold together, whatever is missing. False says nothing.
[[nodiscard]] bool reckoned_together(const Relations& relations, std::span<const Check> checks,
                                     const CheckOptions& options);

} // namespace tieout::detail

#endif
