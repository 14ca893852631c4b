// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_HEADINGS_HPP
#define TIEOUT_SRC_READ_SENTENCES_HEADINGS_HPP

// The headings above a paragraph, and what they say of the figures below them: the fund, the body, the phase, and the part of
// a filing that they speak of.

#include <tieout/model/item.hpp>
#include <tieout/numbers/unit.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// A heading.
struct Heading {
    int depth = 0;
    std::string words{};
    /// Key of the fund that it names, and the body that is all that it names.
    std::string fund{};
    std::string body{};
    /// （单位：万元）: of the figures below it.
    std::optional<Unit> unit{};
};

/// Those above a paragraph, the outermost first.
struct Headings {
    std::vector<Heading> above{};
    /// What the document is about, where no heading says it: that of its title.
    Phase otherwise = Phase::executed;
    /// The unit that a sentence gives to all figures behind it: 以下金额单位均为万元.
    std::optional<Unit> unit_of_document{};

    [[nodiscard]] bool contain(std::string_view words) const noexcept;
    [[nodiscard]] std::string_view fund() const noexcept;
    [[nodiscard]] std::string_view body() const noexcept;
    /// The unit of figures without one; nothing if none is said.
    [[nodiscard]] std::optional<Unit> unit() const noexcept;
    /// The phase of figures of which nothing says one: budgets under a heading that speaks of the budget only.
    [[nodiscard]] Phase phase() const noexcept;
    void drop(int depth);
};

/// How deep the number at the head of a line is: 一、 is 1, （一） 2, 1. 3, （1） 4, ① 5, and 0 is none.
[[nodiscard]] int depth_of_line(std::string_view text) noexcept;
/// Which number that is, as far as it can be counted; 0 if none.
[[nodiscard]] int number_of_line(std::string_view text) noexcept;

/// Takes the paragraph as a heading if it is one: a short line without figures, or a numbered line up to its first mark.
/// `first_figure` is where its first figure stands.
bool read_heading(std::string_view text, std::size_t first_figure, Headings& headings);

} // namespace tieout::detail

#endif
