// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_OUTPUT_HPP
#define TIEOUT_CLI_OUTPUT_HPP

// Standard output, with every failure to write noticed: a full disk must not look like success.

#include <tieout/base/language.hpp>

#include <cstddef>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tieout::cli {

/// Standard output does not take what is written to it; what() says why.
class WriteFailure : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Whoever read standard output wants no more of it, as `head` after its lines: an end, not a failure to be told.
class ReaderGone : public WriteFailure {
  public:
    using WriteFailure::WriteFailure;
};

/// Fails: throws WriteFailure.
void write_result(std::string_view text);
/// Hands everything over to the system.  Fails: throws WriteFailure.
void flush_results();

/// One or more whole lines to standard error, after what was written to standard output so far. Names in them may be
/// anything: what would steer a terminal is shown as a picture, also where there is none.
void complain(std::string_view lines);
/// The same where standard output failed, or may fail.
void complain_only(std::string_view lines) noexcept;

/// What went wrong, in words.
[[nodiscard]] std::string failure_text(const std::exception& failure, Language language);

/// Whether standard output is a terminal that wants colour: not with NO_COLOR, nor if it is called dumb.
[[nodiscard]] bool colour_wanted();
/// Columns after which sentences are broken.
[[nodiscard]] int page_width();

} // namespace tieout::cli

#endif
