// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BASE_PROBLEM_HPP
#define TIEOUT_BASE_PROBLEM_HPP

// A problem is something in the input that could not be understood: where it stands, what was expected there and
// what was seen. It is not a finding: a finding is a document that was understood and disagrees with itself.

#include <tieout/base/cell.hpp>
#include <tieout/base/file_part.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace tieout {

struct Problem {
    enum class Kind : std::uint8_t {
        not_json,         ///< the text is no JSON from here on
        wrong_type,       ///< another type of value was expected
        not_a_number,     ///< the text of a figure is no number
        unknown_key,      ///< no such key; `expected` names the nearest known one
        duplicate_key,    ///< the key was given before
        missing_key,      ///< a key that is required was not given
        unknown_word,     ///< not one of the words that may stand here
        unknown_unit,     ///< not a unit
        unknown_id,       ///< no figure of that id or pointer
        duplicate_id,     ///< the id was given before
        excess_digits,    ///< more digits are printed than `decimals` allows
        limit,            ///< beyond a stated limit of nesting, size or number
        encoding,         ///< not UTF-8
        unreadable_file,  ///< the file could not be opened or read
        uncertain_layout, ///< figures that stand like those of a table, under heads that are not certain
        damaged,          ///< the file, or a part of it, is not what it says that it is
        encrypted,        ///< it is locked with a password
        scanned,          ///< a page is a picture of text
        error_value,      ///< a cell holds #REF! or the like
        remark,           ///< nothing is wrong; how it was read should be known
        blank             ///< nothing is wrong; it is a form that was not filled in
    };
    Kind kind = Kind::not_json;
    /// File name, or "-" for standard input.
    std::string source{};
    /// Counted from 1; 0 where there is none.
    std::size_t line = 0;
    /// In characters, counted from 1.
    std::size_t column = 0;
    /// JSON pointer to the value, where there is one.
    std::string pointer{};
    /// What was expected, as data: a type name, a key, a list of words.
    std::string expected{};
    /// What was seen, cut to a readable length.
    std::string seen{};
    /// The page, sheet or paragraph that it stands in, where the file has such; the name of the sheet, and the cell.
    FilePart part{};
    std::string sheet{};
    CellAddress cell{};

    /// Whether something was not understood, so that what was read may be less than what the document says.
    [[nodiscard]] bool is_failure() const noexcept { return kind != Kind::remark && kind != Kind::blank; }
};

} // namespace tieout

#endif
