// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_TALLY_HPP
#define TIEOUT_CLI_TALLY_HPP

// What came out of the documents of one run: the exit status, and the counts that stand for what is not printed.

#include <tieout/base/language.hpp>
#include <tieout/rules/report.hpp>

#include <cstddef>
#include <string>

namespace tieout::cli {

struct Tally {
    std::size_t documents = 0;
    std::size_t broken = 0;        ///< documents with a broken check that decides the exit status
    std::size_t findings = 0;      ///< documents with any broken check, also at warning level or jointly
    std::size_t doubted = 0;       ///< documents with a check that is to be looked at
    std::size_t misunderstood = 0; ///< documents not understood in full, or in which nothing could be decided
    std::size_t left_out = 0;      ///< documents that were asked not to be printed
    Summary checks{};              ///< of all documents; figures and notes are not counted

    void add(const Tally& other);
    /// The exit status.
    [[nodiscard]] int code() const;
};

/// The counts that tell what the results do not show, and whether an interrupt was the reason.
[[nodiscard]] std::string counts_text(const Tally& tally, Language language, bool interrupted);

/// All counts, those of the checks too, on one line each.
[[nodiscard]] std::string summary_text(const Tally& tally, Language language);
[[nodiscard]] std::string summary_json(const Tally& tally);

} // namespace tieout::cli

#endif
