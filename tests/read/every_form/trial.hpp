// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_EVERY_FORM_TRIAL_HPP
#define TIEOUT_TESTS_READ_EVERY_FORM_TRIAL_HPP

// What the program says of a form in which everything ties out, and of the same with a misprint.

#include "filled_form.hpp"
#include "layouts.hpp"
#include "misreadings.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tieout::test::every_form {

struct Tally {
    std::size_t tables = 0;
    std::size_t broken = 0;  ///< consistent tables that are accused, at whatever level
    std::size_t doubted = 0; ///< with something doubted
    std::size_t relations = 0;
    std::size_t decided = 0;   ///< of the relations that follow from the form
    std::size_t misprints = 0; ///< that contradict one of these
    std::size_t named = 0;
    std::size_t in_doubt = 0;

    Tally& operator+=(const Tally& more);
    [[nodiscard]] std::size_t seen() const { return named + in_doubt; }
};

/// Called with whatever there is to be looked at: what it is, and the text.
using Tell = std::function<void(const std::string& what, const std::string& text)>;

[[nodiscard]] Tally tried(const Form& form, const LayoutKind& layout, std::uint64_t seed, const Tell& tell);

/// What is said of documents in which everything ties out, misread in one way.
struct MisreadTally {
    std::size_t documents = 0;
    std::size_t accused = 0; ///< with an error
    std::size_t warned = 0;  ///< with a warning, and no error
    std::size_t doubted = 0; ///< with something doubted, and nothing worse
};
/// Of one form, in a layout.
void try_misread(const Form& form, const LayoutKind& layout, const Misreading& misreading, std::uint64_t seed,
                 MisreadTally& tally, const Tell& tell);
/// Of the tables that a body publishes, which are held against each other.
void try_misread(const Misreading& misreading, std::uint64_t seed, MisreadTally& tally, const Tell& tell);

/// Alters one digit of a figure or exchanges two, and gives its number.
[[nodiscard]] std::size_t misprint(FilledForm& filled, Random& random);

} // namespace tieout::test::every_form

#endif
