// SPDX-License-Identifier: MIT
#ifndef TIEOUT_READ_FORM_HPP
#define TIEOUT_READ_FORM_HPP

// Reads forms from JSON, and gives those that are built in. What cannot be understood is a located problem.
//
//     const FormDocument document = read_form(text, "my-province-03.json");
//     for (const Problem& problem : document.problems) complain(problem);
//
// The form of the file is docs/form.schema.json; the built-in ones are the files of forms/.

#include <tieout/base/export.hpp>
#include <tieout/base/problem.hpp>
#include <tieout/facts/form.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// What was read from one text: the form as far as it was understood, and everything that was not.
struct FormDocument {
    std::string source{};
    /// Nothing if the text is no JSON object.
    std::optional<Form> form{};
    /// In the order of the text.
    std::vector<Problem> problems{};
};

TIEOUT_API [[nodiscard]] FormDocument read_form(std::string_view json, std::string_view source);

/// A form that is part of the library, as its file has it.
struct BuiltInForm {
    std::string_view name;
    std::string_view json;
};

/// In the order of their names.
TIEOUT_API [[nodiscard]] std::span<const BuiltInForm> built_in_forms() noexcept;
/// The built-in form of that name; nothing if there is none.
TIEOUT_API [[nodiscard]] const Form* find_form(std::string_view name);
/// Every built-in form, in the order of their names.
TIEOUT_API [[nodiscard]] std::span<const Form* const> all_forms();

} // namespace tieout

#endif
