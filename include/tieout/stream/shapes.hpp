// SPDX-License-Identifier: MIT
#ifndef TIEOUT_STREAM_SHAPES_HPP
#define TIEOUT_STREAM_SHAPES_HPP

// Checks many filings one after another. Those that one form or one system makes differ in their numbers and names
// only; then the relations are laid out once, and of each further filing no more is read than its numbers.
//
//     Shapes shapes;
//     while (next(line))
//         if (const std::optional<Summary> summary = shapes.outcomes(line)) count(*summary);
//         else if (const ReportView* report = shapes.report()) show(*report);
//         else treat_in_full(read_filing(line, "stream"));

#include <tieout/base/export.hpp>
#include <tieout/base/lifetime.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/rules/rule_set.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace tieout {

/// What filings have in common that were checked before (同一版式). For one thread.
class TIEOUT_API Shapes {
  public:
    /// Whether documents in which something is broken are counted too, or left to who will show them.
    enum class Broken : std::uint8_t { counted, left_out };

    explicit Shapes(const CheckOptions& options = {}, Broken broken = Broken::counted);
    /// The same by a set of rules. At full speed are taken: the standard set; a set that gives rules another severity; and of
    /// one that leaves rules out, the filings in which nothing is broken. With a rule of one's own nothing is taken, and
    /// every filing is to be read in full: nobody knows which numbers and names such a rule goes by.
    explicit Shapes(const RuleSet& rules, const CheckOptions& options = {}, Broken broken = Broken::counted);
    ~Shapes();
    Shapes(Shapes&&) noexcept;
    Shapes& operator=(Shapes&&) noexcept;

    /// The outcomes of check() for this filing in JSON, by way of a filing of the same shape if one is known. Nothing
    /// where the text must be read in full: it was not understood, resembles nothing and is not to be remembered, or
    /// something in it may be broken and that is left out.
    [[nodiscard]] std::optional<Summary> outcomes(std::string_view json);

    /// The report of check() on the last text, which must still be there, if outcomes() told nothing of it and its shape is
    /// known; it lives until the next text. Null if it must be read in full.
    [[nodiscard]] const ReportView* report() TIEOUT_LIFETIMEBOUND;

    /// Shapes that are remembered, fewer if the filings are large. Where as many filings in a row are of none of them,
    /// the forms have changed, and those are forgotten.
    static constexpr std::size_t shapes_max = 64;
    /// How many texts were known by another.
    [[nodiscard]] std::size_t taken() const noexcept;

  private:
    class Book;
    std::unique_ptr<Book> book_;
};

} // namespace tieout

#endif
