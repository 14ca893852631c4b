// SPDX-License-Identifier: MIT
#ifndef TIEOUT_RELATIONS_FIGURE_HPP
#define TIEOUT_RELATIONS_FIGURE_HPP

// A figure is a number that a document states, with everything that decides what it stands for: its unit, the
// digits it was printed with, and where. Stated holds one figure in every place where the document states it.
//
//     Stated executed = 1709.11_wan;                       // stated once
//     executed.also(Figure(1709.2_wan).in("table 2"));     // and again, in another table
//     if (executed.known()) use(executed.best().value);

#include <tieout/base/fatal.hpp>
#include <tieout/base/file_part.hpp>
#include <tieout/base/lifetime.hpp>
#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/interval.hpp>
#include <tieout/numbers/money.hpp>
#include <tieout/numbers/percent.hpp>
#include <tieout/numbers/printed.hpp>
#include <tieout/numbers/unit.hpp>

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout {

/// Whether what a figure is of, or what a statement says, is beyond doubt (依据是否充分).
enum class Evidence : std::uint8_t {
    whole, ///< declared, or read from words that leave no other reading
    open   ///< read from words that leave something open: what does not hold is doubted, never broken
};

/// A number that a document states (列报数), never one that was recomputed.
struct Figure {
    /// The number as printed, in `unit`; meaningful when `state` is value, none_by_word or approximate.
    Decimal value{};
    Unit unit = unit::plain;
    /// What stands at that place: a number, 无, ——, nothing, or something that is no number.
    State state = State::blank;
    /// How this figure was rounded when it was printed, if the document says so.
    std::optional<Printing> printing{};
    /// Digits after the point that it is stated to, when they are not those printed; −3 for thousands.
    std::optional<std::int8_t> decimals{};
    /// −1 where the words reverse the printed sign: 减少13% is −13 %.
    std::int8_t sense = 1;
    /// Nothing but a plain 0 was printed: it has no precision of its own.
    bool bare_zero = false;
    /// The document prints the number without any unit; `unit` was inherited.
    bool unit_missing = false;
    /// This figure is known to be right and is never a suspect.
    bool fixed = false;
    /// Whether it is beyond doubt what the figure is of. Rules compare a figure that is open with others, and doubt what
    /// does not hold.
    Evidence evidence = Evidence::whole;
    /// Cost of calling this figure wrong.
    Decimal trust{1};
    /// The number as printed, without separators and width.
    std::string text{};
    std::string label{};
    std::string period{};
    /// Where it is printed, in words: page, table, row.
    std::string place{};
    /// The table or sentence that it belongs to. Figures of one context are read together first.
    std::string context{};
    /// Line and column at which it is printed in its file, both from 1, the column in characters; 0 where that is
    /// not known.
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    /// The part of its file where that is no text of lines: a page, a sheet, a paragraph.
    FilePart part{};
    /// Its cell in the grid of its table, row and column from 1, spans laid out; 0 where it stands in no table.
    std::uint32_t cell_row = 0;
    std::uint32_t cell_column = 0;
    /// Where it is printed in the words of its context, and how long it is there, in bytes; length 0 where that is
    /// not known.
    std::uint32_t mark = 0;
    std::uint32_t mark_length = 0;

    Figure() = default;
    Figure(Decimal number, Unit in_unit) : value(number), unit(in_unit), state(State::value) {
        bare_zero = is_zero(number) && number.scale == 0;
    }
    Figure(Decimal number) : Figure(number, unit::plain) {}
    Figure(Money money) : Figure(money.amount, Unit::of(money.unit)) {}
    Figure(Percent percent) : Figure(percent.points, unit::percent) {}
    Figure(std::integral auto number, std::string_view word) : Figure(Decimal(number), unit_or_plain(word)) {}

    /// The same figure, printed in this table or sentence.
    [[nodiscard]] Figure in(std::string_view table_or_sentence) && {
        context = table_or_sentence;
        return std::move(*this);
    }
    /// The same figure under the name that the document gives it.
    [[nodiscard]] Figure called(std::string_view name) && {
        label = name;
        return std::move(*this);
    }

    /// Whether there is a number here that may enter an equality.
    [[nodiscard]] bool known() const noexcept {
        return state == State::value || state == State::none_by_word;
    }
    /// Whether it is a plain 0 of which nothing else says how precise it is: it takes that from what it stands beside.
    [[nodiscard]] bool lone_zero() const noexcept { return bare_zero && !decimals; }
    /// Digits after the point, in its own unit, that the figure is stated to.
    [[nodiscard]] int scale() const noexcept { return decimals ? *decimals : value.scale; }
    /// The value in the base unit of its dimension (元, a fraction, pieces) with the words' sign.
    [[nodiscard]] Decimal base_value() const {
        const Decimal shifted_value = unit.power == 0 ? value : shifted(value, unit.power);
        return sense < 0 ? -shifted_value : shifted_value;
    }

  private:
    static Unit unit_or_plain(std::string_view word) {
        const auto found = unit_named(word);
        return found ? *found : unit::plain;
    }
};

/// One figure of a filing with every place where the document states it (同一数据的各处列报).
/// In the order of the document; empty when the document does not speak of it at all.
class Stated {
  public:
    Stated() = default;
    Stated(Figure figure) { statements_.push_back(std::move(figure)); }
    Stated(Money money) : Stated(Figure(money)) {}
    Stated(Percent percent) : Stated(Figure(percent)) {}
    Stated(Decimal number) : Stated(Figure(number)) {}
    Stated(std::initializer_list<Figure> figures) : statements_(figures) {}

    /// Adds another place where the same figure is stated.
    Stated& also(Figure figure) {
        statements_.push_back(std::move(figure));
        return *this;
    }

    /// Whether the document speaks of this figure, even if only with an empty cell.
    [[nodiscard]] bool stated() const noexcept { return !statements_.empty(); }
    /// Whether at least one statement is a number that may enter an equality.
    [[nodiscard]] bool known() const noexcept {
        for (const Figure& figure : statements_)
            if (figure.known()) return true;
        return false;
    }
    /// The most precise statement with a number; the first where none has one.  Fails: nothing is stated; the program
    /// then ends with a message.
    [[nodiscard]] const Figure& best() const& noexcept TIEOUT_LIFETIMEBOUND {
        return most_precise(statements_);
    }
    [[nodiscard]] Figure best() && noexcept { return most_precise(statements_); }
    [[nodiscard]] std::span<const Figure> statements() const noexcept TIEOUT_LIFETIMEBOUND {
        return statements_;
    }
    [[nodiscard]] std::vector<Figure>& statements() noexcept TIEOUT_LIFETIMEBOUND { return statements_; }
    operator std::span<const Figure>() const noexcept TIEOUT_LIFETIMEBOUND { return statements_; }

    /// The statement that stands for all where no table or sentence decides: the finest, the first of equals.
    /// Fails: there is none; the program then ends with a message.
    [[nodiscard]] static const Figure& most_precise(std::span<const Figure> statements) noexcept {
        if (statements.empty())
            detail::fatal("best() was asked of a figure that the document does not state");
        const Figure* best = &statements.front();
        for (const Figure& figure : statements.subspan(1))
            if (more_precise(figure, *best)) best = &figure;
        return *best;
    }
    /// Whether a statement is a number, and known to more digits than the other, whatever their units.
    [[nodiscard]] static bool more_precise(const Figure& figure, const Figure& other) noexcept {
        return figure.known() && (!other.known() || base_scale(figure.scale(), figure.unit) >
                                                        base_scale(other.scale(), other.unit));
    }

  private:
    std::vector<Figure> statements_;
};

} // namespace tieout

#endif
