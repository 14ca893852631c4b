// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_EVERY_FORM_FORM_PLAN_HPP
#define TIEOUT_TESTS_READ_EVERY_FORM_FORM_PLAN_HPP

// Which captions and rows of a form stand in one table of it.

#include "../adversary/tables.hpp"

#include <tieout/facts/form.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace tieout::test::every_form {

struct PlannedRow {
    /// What stands before its name: 一、 or 其中：.
    std::string before{};
    std::string name{};
    std::string code{};
    /// What the form says of it.
    Aspects of{};
    /// It is a total of a flow, and stands below the rows that are its parts.
    bool below = false;
    bool total = false;
};

struct PlannedBlock {
    /// Its number in the form.
    std::size_t block = 0;
    std::string side{};
    /// Over its labels.
    std::string labels = "项目";
    /// Its rows stand under codes.
    bool coded = false;
    /// Captions over each column, from the top down.
    std::vector<std::vector<std::string>> columns{};
    std::vector<PlannedRow> rows{};
};

struct Plan {
    FormMatch match{};
    std::string title{};
    std::vector<PlannedBlock> blocks{};
};

[[nodiscard]] Plan plan_of(const Form& form, adversary::Writer& writer);

} // namespace tieout::test::every_form

#endif
