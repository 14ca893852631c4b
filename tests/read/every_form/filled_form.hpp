// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_EVERY_FORM_FILLED_FORM_HPP
#define TIEOUT_TESTS_READ_EVERY_FORM_FILLED_FORM_HPP

// A built-in form as some body would fill it in: with a choice of its captions and rows, and with amounts in which everything
// ties out. What each figure is of is known from the form, not from reading it.

#include "../adversary/writer.hpp"
#include "form_amounts.hpp"

#include <tieout/facts/facts.hpp>
#include <tieout/facts/form.hpp>

#include <cstdint>
#include <vector>

namespace tieout::test::every_form {

struct FilledForm {
    const Form* form = nullptr;
    adversary::Told told{};
    std::vector<FilledCell> cells{};
    adversary::Amount unit = adversary::wan;
};

[[nodiscard]] FilledForm filled(const Form& form, std::uint64_t seed);
/// The facts that it states, with the figures as they are printed now.
[[nodiscard]] Facts facts_of(const FilledForm& filled);

} // namespace tieout::test::every_form

#endif
