// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_PROGRESS_HPP
#define TIEOUT_CLI_PROGRESS_HPP

// How far the work is, on one line of standard error that is written over and cleared in the end. Only a terminal gets
// it, so that what is kept of standard error does not depend on the clock.

#include "cli/tally.hpp"

#include <tieout/base/language.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tieout::cli {

/// What the line says, without the line.
[[nodiscard]] std::string progress_text(const Tally& tally, std::uint64_t bytes,
                                        std::optional<std::uint64_t> all_bytes,
                                        std::chrono::milliseconds elapsed, Language language);

class Progress {
  public:
    /// The time that is left is told if the size of all files is known.
    Progress(const std::vector<std::string>& files, Language language);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// To be called often: what was done by now, and how many bytes more were read for it.
    void add(const Tally& tally, std::uint64_t bytes);
    /// Makes room for what is written to the same terminal.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    Language language_;
    bool wanted_;
    bool shown_ = false;
    std::uint64_t bytes_ = 0;
    std::optional<std::uint64_t> all_bytes_{};
    Clock::time_point begin_ = Clock::now();
    std::optional<Clock::time_point> last_{};
};

} // namespace tieout::cli

#endif
