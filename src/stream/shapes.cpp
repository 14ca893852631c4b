// SPDX-License-Identifier: MIT
#include <tieout/stream/shapes.hpp>

#include "laid_out.hpp"
#include "outline.hpp"

#include <tieout/read/json.hpp>

#include <cassert>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tieout {

class Shapes::Book {
  public:
    Book(RuleSet rules, const CheckOptions& options, Broken broken)
        : rules_(std::move(rules)), options_(options), broken_(broken) {}

    std::optional<Summary> outcomes(std::string_view json) {
        left_out_ = nullptr;
        if (!rules_.own().empty()) return std::nullopt;
        if (const std::optional<std::uint32_t> found = outline_.find(json, numbers_)) {
            Page& page = pages_[*found];
            signature_of(page.decides, numbers_, signature_);
            for (Variant& variant : page.variants) {
                if (variant.signature != signature_) continue;
                const std::optional<Summary> outcomes =
                    variant.laid_out->outcomes(numbers_, broken_ == Broken::left_out || leaves_out_);
                ++taken_;
                missed_in_a_row_ = 0;
                if (!outcomes) {
                    left_out_ = variant.laid_out.get();
                    left_out_text_ = json;
                }
                return outcomes;
            }
        }
        ++missed_in_a_row_;
        return worth_learning(json) ? learn(json) : std::nullopt;
    }
    const ReportView* report() {
        if (left_out_ == nullptr || leaves_out_ || !outline_.find(left_out_text_, numbers_, &texts_))
            return nullptr;
        return left_out_->report(numbers_, texts_);
    }
    [[nodiscard]] std::size_t taken() const noexcept { return taken_; }

  private:
    /// Filings of one outline have the same relations only if they agree in what decides of them.
    struct Variant {
        std::string signature;
        std::unique_ptr<detail::LaidOut> laid_out;
    };
    struct Page {
        detail::Decides decides{};
        std::vector<Variant> variants{};
    };

    /// To remember a filing takes longer than to check it: what is always new is better not remembered.
    static constexpr std::size_t learnt_freely = 8;
    static constexpr std::size_t taken_per_learnt = 4;
    /// What is remembered of a text takes some thirty times its size.
    static constexpr std::size_t text_bytes_max = std::size_t{3} << 16;

    bool worth_learning(std::string_view json) {
        if (json.size() > text_bytes_max) return false;
        const auto full = [&] {
            return learnt_ == shapes_max || learnt_bytes_ + json.size() > text_bytes_max;
        };
        // The forms have changed.
        if (full() && missed_in_a_row_ >= shapes_max) *this = Book(rules_, options_, broken_);
        return !full() && (learnt_ < learnt_freely || taken_ >= learnt_ * taken_per_learnt);
    }

    std::optional<Summary> learn(std::string_view json) {
        Document document = read_filing(json, {});
        if (!document.filing || !document.problems.empty()) return std::nullopt;
        auto filing = std::make_unique<Filing>(std::move(*document.filing));
        const std::optional<detail::Gaps> gaps = detail::gaps_of(json, *filing);
        if (!gaps) return std::nullopt;
        const std::uint32_t number = outline_.add(json, gaps->places);
        if (number == pages_.size()) pages_.push_back({gaps->decides, {}});
        const bool readable = outline_.find(json, numbers_) == number;
        assert(readable && "an outline has every text of which it was made");
        if (!readable || pages_[number].decides != gaps->decides) return std::nullopt;
        signature_of(gaps->decides, numbers_, signature_);
        ++learnt_;
        learnt_bytes_ += json.size();
        return pages_[number]
            .variants
            .emplace_back(Variant{
                signature_, std::make_unique<detail::LaidOut>(std::move(filing), *gaps, rules_, options_)})
            .laid_out->outcomes();
    }

    RuleSet rules_;
    /// What is broken is then weighed with rules whose checks are not kept.
    bool leaves_out_ = rules_.leaves_out_any();
    CheckOptions options_;
    Broken broken_;
    detail::Outline outline_;
    std::vector<Page> pages_; ///< by the number of the outline
    detail::PlainNumbers numbers_;
    std::vector<std::string_view> texts_;
    detail::LaidOut* left_out_ = nullptr; ///< the shape of the last text, if nothing was told of it
    std::string_view left_out_text_;
    std::string signature_;
    std::size_t learnt_ = 0;
    std::size_t learnt_bytes_ = 0;
    std::size_t taken_ = 0;
    std::size_t missed_in_a_row_ = 0;
};

Shapes::Shapes(const CheckOptions& options, Broken broken) : Shapes(RuleSet::standard(), options, broken) {}
Shapes::Shapes(const RuleSet& rules, const CheckOptions& options, Broken broken)
    : book_(std::make_unique<Book>(rules, options, broken)) {}
Shapes::~Shapes() = default;
Shapes::Shapes(Shapes&&) noexcept = default;
Shapes& Shapes::operator=(Shapes&&) noexcept = default;

std::optional<Summary> Shapes::outcomes(std::string_view json) { return book_->outcomes(json); }
const ReportView* Shapes::report() { return book_->report(); }
std::size_t Shapes::taken() const noexcept { return book_->taken(); }

} // namespace tieout
