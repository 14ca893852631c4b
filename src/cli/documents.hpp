// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_DOCUMENTS_HPP
#define TIEOUT_CLI_DOCUMENTS_HPP

// Reads one document of whatever kind, as the options say.

#include "cli/input.hpp"
#include "cli/options.hpp"

#include <tieout/read/json.hpp>
#include <tieout/read/text.hpp>

#include <span>
#include <string>

namespace tieout::cli {

/// Knows nothing of what was read before, so that several can be at work.
class DocumentReading {
  public:
    DocumentReading(const Options& options, std::span<const Form* const> forms) noexcept
        : options_(options), forms_(forms) {}

    /// Whether an input is filings of one line each. No more of it is read than that takes.
    [[nodiscard]] bool recognises_lines(Input& input) const;
    /// Reads all of an input that is one document. What could not be read is among its problems.
    [[nodiscard]] Document read(Input& input, const std::string& name) const;

  private:
    const Options& options_;
    std::span<const Form* const> forms_;
};

} // namespace tieout::cli

#endif
