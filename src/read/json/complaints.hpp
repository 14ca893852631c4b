// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_COMPLAINTS_HPP
#define TIEOUT_SRC_READ_JSON_COMPLAINTS_HPP

// Collects what could not be understood in one text, by byte, and finds line and column for all of it in one pass.

#include <tieout/base/problem.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// Problems of one document, in any order until they are located.
class Complaints {
  public:
    struct Complaint {
        Problem::Kind kind = Problem::Kind::not_json;
        std::size_t offset = 0;
        std::string pointer{};
        std::string expected{};
        std::string seen{};
    };

    void add(Complaint complaint) { held_.push_back(std::move(complaint)); }
    /// Whether no more are taken: what follows is only counted as "and others".
    [[nodiscard]] bool full() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return held_.empty(); }

    /// All of them in the order of the text. Offsets count from the beginning of `text`.
    [[nodiscard]] std::vector<Problem> located(std::string_view text, std::string_view source,
                                               std::size_t first_line) &&;

  private:
    std::vector<Complaint> held_;
};

/// What may stand before a text and is none of it.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Line and column of bytes of a text, which are quickest asked for in ascending order.
class LineColumn {
  public:
    explicit LineColumn(std::string_view text, std::size_t first_line = 1)
        : text_(text), first_line_(first_line), line_(first_line) {}

    void go_to(std::size_t offset) noexcept;
    [[nodiscard]] std::size_t line() const noexcept { return line_; }
    [[nodiscard]] std::size_t column() const noexcept { return column_; }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t first_line_;
    std::size_t line_;
    std::size_t column_ = 1;
};

/// The beginning of a text, cut to a readable length between two characters; "…" says that it goes on.
[[nodiscard]] std::string excerpt(std::string_view text);

} // namespace tieout::detail

#endif
