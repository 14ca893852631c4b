// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_EVERY_FORM_MISREADINGS_HPP
#define TIEOUT_TESTS_READ_EVERY_FORM_MISREADINGS_HPP

// What happens to tables on the way from the paper to the text: rows and pages are lost, captions, labels and figures change
// places. The accounts are in order all the same.

#include "../adversary/writer.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace tieout::test::every_form {

struct Misreading {
    std::string_view name;
    /// Does it to a table; whether it could be done.
    bool (*done)(adversary::Block& table, Random& random);
};
[[nodiscard]] std::span<const Misreading> misreadings();

/// Does it to one of the tables that were told.
[[nodiscard]] bool misread(adversary::Told& told, const Misreading& misreading, Random& random);

} // namespace tieout::test::every_form

#endif
