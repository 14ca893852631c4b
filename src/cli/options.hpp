// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_OPTIONS_HPP
#define TIEOUT_CLI_OPTIONS_HPP

// What the program was asked to do.

#include <tieout/base/language.hpp>
#include <tieout/read/text.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/write/format.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tieout::cli {

/// Exit statuses. The first that applies is given.
inline constexpr int status_misunderstood =
    2;                                  ///< something could not be understood, or nothing could be decided
inline constexpr int status_broken = 1; ///< an error-level check is broken
inline constexpr int status_good = 0;
/// As a shell gives them for SIGINT and SIGPIPE.
inline constexpr int status_interrupted = 130;
inline constexpr int status_reader_gone = 141;

struct Options {
    enum class Command : std::uint8_t { check, read, rates, rules, score, profiles, forms, phrases };
    enum class Format : std::uint8_t { text, json, markdown };
    /// Which documents `check` prints.
    enum class Only : std::uint8_t {
        everything,
        broken,   ///< those that make the exit status 1
        findings, ///< those with anything broken, to be looked at, or not understood
        summary,  ///< none, but counts of all
    };
    Command command = Command::check;
    Format format = Format::text;
    /// Of `check`: one of the table of formats.
    const ReportFormat* writer = &report_formats().front();
    Language language = Language::en;
    CheckOptions check{};
    /// Of the reports among the files.
    /// Of `read`: how the figures and relations of a report came about, instead of the filing.
    bool why = false;
    Encoding encoding = Encoding::automatic;
    Hidden hidden = Hidden::read;
    /// Whether broken warnings count as errors do.
    bool strict = false;
    /// "-" is standard input.
    std::vector<std::string> files{};
    /// The rule, the profile or the form that is asked for, or empty.
    std::string code{};
    /// The profile to score by: its name, or a file; empty for none.
    std::string profile{};
    /// Files with forms beside the built-in ones.
    std::vector<std::string> forms{};
    /// Files with rules beside the standard ones.
    std::vector<std::string> rules{};
    /// Codes whose checks are left out, and codes with the severity that they get: lists with commas, as they were given.
    std::vector<std::string> without{};
    std::vector<std::string> severities{};
    /// Whether the files are held against each other.
    bool together = false;
    Only only = Only::everything;
    /// Whether the files hold one filing a line, whatever they look like: one line alone, or none.
    bool lines = false;
    /// What filings of one line each are called in the results, in the place of file and line; empty for those.
    std::string source{};
    /// How many batches of newline-delimited filings are worked on at once; 0 for one on each core.
    std::size_t jobs = 0;
};

/// What is printed instead of doing something, and the exit status with it.
struct Reply {
    std::string text;
    int status = status_good;
};

/// Reads the command line.
[[nodiscard]] std::variant<Options, Reply> parse_options(int count, const char* const* arguments);

/// Chinese where the locale of the environment is Chinese: LC_ALL, else LC_MESSAGES, else LANG.
[[nodiscard]] Language language_of_environment();

} // namespace tieout::cli

#endif
