// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_WRITE_QUOTE_HPP
#define TIEOUT_SRC_WRITE_QUOTE_HPP

// Quotes the document: the words that a finding is about, with its figures marked under them.
//
//     总支出1709.11万元，其中基本支出467.35万元，项目支出1241.67万元。
//           ^^^^^^^               ~~~~~~              ~~~~~~~

#include <tieout/rules/report.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::detail {

/// Some bytes of a text, and the sign to be put under them.
struct Underline {
    std::size_t begin = 0;
    std::size_t length = 0;
    char sign = '^';
};

/// A line of words, and what stands under it.
struct MarkedLine {
    std::string words{};
    std::string marks{};
};

/// The words around the marks, in at most `most` lines of at most `width` columns; "…" stands for what is left out.
/// Width 0 leaves nothing out. The words are cleaned as by clean().
[[nodiscard]] std::vector<MarkedLine> marked_lines(std::string_view words, std::vector<Underline> marks,
                                                   std::size_t width, std::size_t most);

/// One sentence, with the figures of a check that are printed in it.
struct Quote {
    const Sentence* sentence = nullptr;
    std::vector<Underline> marks{};
};

/// The sentences of one filing.
class Sentences {
  public:
    explicit Sentences(const Filing& filing);

    /// The sentences that a check is about: first that which states its relation, then those that print its figures.
    [[nodiscard]] std::vector<Quote> of(const ReportView& report, const Check& check) const;

    static constexpr std::size_t quotes_max = 3;

  private:
    [[nodiscard]] const Sentence* named(std::string_view context) const;

    std::unordered_map<std::string_view, const Sentence*> by_id_;
    /// The context of the relations that the filing brings, by their ids.
    std::unordered_map<std::string_view, std::string_view> context_of_;
};

} // namespace tieout::detail

#endif
