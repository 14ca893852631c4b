// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_PROBLEM_HPP
#define TIEOUT_WRITE_PROBLEM_HPP

// Says in words what could not be understood in the input, and where.
//
//     problem_text(problem, Language::en)
//     ->  liuyang.json:12:5: /expenditure/basc: there is no key "basc" here; the nearest is "basic"

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/base/problem.hpp>

#include <string>
#include <string_view>

namespace tieout {

/// Place and message in one line.
TIEOUT_API [[nodiscard]] std::string problem_text(const Problem& problem, Language language);

/// Where it stands: file, line, column and JSON pointer, or the part of the file, as far as they are known.
/// Example: liuyang.json:12:5: /expenditure/basc · 决算.xlsx: 公开05表!C12
TIEOUT_API [[nodiscard]] std::string problem_place(const Problem& problem, Language language);

/// What was expected there and what was seen.
TIEOUT_API [[nodiscard]] std::string problem_message(const Problem& problem, Language language);

/// Permanent code of a kind of problem.
TIEOUT_API [[nodiscard]] std::string_view code_of(Problem::Kind kind) noexcept;

} // namespace tieout

#endif
