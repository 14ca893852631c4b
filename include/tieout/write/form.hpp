// SPDX-License-Identifier: MIT
#ifndef TIEOUT_WRITE_FORM_HPP
#define TIEOUT_WRITE_FORM_HPP

// Prints forms. The page docs/forms.md is what forms_markdown() gives.

#include <tieout/base/export.hpp>
#include <tieout/facts/form.hpp>
#include <tieout/write/text.hpp>

#include <span>
#include <string>

namespace tieout {

/// Every form on one line: name and title.
TIEOUT_API [[nodiscard]] std::string forms_text(std::span<const Form* const> forms,
                                                const TextOptions& options);

/// One form: its titles, what its captions and rows say, along what it is whole, and where it is published.
TIEOUT_API [[nodiscard]] std::string form_text(const Form& form, const TextOptions& options);

/// All of them as a page, with the dimensions and the laws that follow from them.
TIEOUT_API [[nodiscard]] std::string forms_markdown(std::span<const Form* const> forms);

} // namespace tieout

#endif
