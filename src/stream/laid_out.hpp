// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_STREAM_LAID_OUT_HPP
#define TIEOUT_SRC_STREAM_LAID_OUT_HPP

// A filing with its relations laid out, in which the numbers of other filings of the same shape are put.

#include "outline.hpp"

#include "locate/reckoner.hpp"

#include <tieout/model/filing.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/rules/rule.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// What of the numbers decides which relations there are, by number.
struct Decides {
    std::vector<std::uint32_t> signs{}; ///< a list may be a bound only if nothing in it is negative
    std::vector<std::uint32_t> zeros{}; ///< a rule asks (Rule::asks)
    /// Which of two is printed finer: of several statements of a figure, where the finest stands for all, and of those of
    /// which a rule asks it. It is the first if it has more than `ahead` decimals more than the second, or than none.
    struct Finer {
        std::optional<std::uint32_t> first;
        std::optional<std::uint32_t> second;
        int ahead;
        bool one_figure; ///< statements of the same, of which it matters if they are printed alike
        friend bool operator==(const Finer&, const Finer&) = default;
    };
    std::vector<Finer> finer{};
    friend bool operator==(const Decides&, const Decides&) = default;
};

/// Where a text may read otherwise in the next filing: its numbers, and the names that nothing is computed from.
struct Gaps {
    std::vector<Outline::Place> places{};
    /// Of the numbers among them, the figure that each is. The year, which no date is held against, is none.
    std::vector<Figure*> figures{};
    /// Of the names among them, where each is held.
    std::vector<std::string*> names{};
    /// Whether a filing that differs in the gaps can be made of this one: all that stands in them is found in it again.
    bool all_found = true;
    Decides decides{};
    std::vector<const Rule*> by_values{}; ///< rules that go by all of a number among them

    /// Which of the numbers is the one of a figure.
    [[nodiscard]] std::optional<std::uint32_t> number_of(const Figure& figure) const {
        const auto found = std::find(figures.begin(), figures.end(), &figure);
        if (found == figures.end()) return std::nullopt;
        return static_cast<std::uint32_t>(found - figures.begin());
    }
};

/// The gaps of a text of which this is the filing, in the order of the text. Nothing if the text is no filing.
[[nodiscard]] std::optional<Gaps> gaps_of(std::string_view json, Filing& filing);

/// What these numbers decide, as bytes.
void signature_of(const Decides& decides, const PlainNumbers& numbers, std::string& bytes);

class LaidOut {
  public:
    /// The filing must have been read without a problem.
    LaidOut(std::unique_ptr<Filing> filing, const Gaps& gaps, const RuleSet& rules,
            const CheckOptions& options);

    LaidOut(const LaidOut&) = delete;
    LaidOut& operator=(const LaidOut&) = delete;

    /// Of the filing it was made of.
    [[nodiscard]] Summary outcomes() const { return report_.outcomes(); }
    /// Of another filing of the same shape, with these numbers. Nothing if its relations are not the same, or if
    /// `usual_only` and something is broken or must be looked at as a whole.
    [[nodiscard]] std::optional<Summary> outcomes(const PlainNumbers& numbers, bool usual_only);
    /// What check() says of another filing of the same shape, with these texts in its gaps; it lives until the next is
    /// taken. Null if its relations are not the same, or not everything in it could be put in its place.
    [[nodiscard]] const ReportView* report(const PlainNumbers& numbers,
                                           std::span<const std::string_view> texts);

  private:
    /// Puts the numbers in their places.
    void take(const PlainNumbers& numbers);
    /// And the texts, numbers as they are printed among them.
    void take(std::span<const std::string_view> texts);
    /// Checks the filing with what it was given; whether all that holds is seen to hold together.
    [[nodiscard]] bool check_again(const PlainNumbers& numbers);
    /// Whether with these numbers the relations are the same; rules that go by values ask the figures.
    [[nodiscard]] bool same_relations_with(const PlainNumbers& numbers);

    /// Two statements of one figure that are known to as many digits, and whether they are one number.
    struct Pair {
        std::uint32_t first;
        std::uint32_t second;
        bool alike;
    };
    /// What a rule stated of the first filing that goes by more of the numbers than their signature tells.
    struct ByValues {
        const Rule* rule;
        Relations stated{};
    };

    std::unique_ptr<Filing> filing_;
    std::vector<Figure*> figures_;
    std::vector<std::string*> names_;
    std::vector<Outline::Gap> gaps_;
    bool all_found_;
    std::vector<std::uint32_t> years_;
    std::vector<Pair> pairs_;
    std::vector<ItemRef> items_;
    std::vector<ByValues> by_values_;
    Relations stated_now_;
    ReportView report_;
    Reckoner reckoner_;
};

} // namespace tieout::detail

#endif
