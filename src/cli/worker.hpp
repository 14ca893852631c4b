// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_WORKER_HPP
#define TIEOUT_CLI_WORKER_HPP

// Treats documents one by one. Knows nothing of where the results go, so that several can be at work.

#include "cli/options.hpp"
#include "cli/tally.hpp"

#include <tieout/read/json.hpp>
#include <tieout/rules/rule_set.hpp>
#include <tieout/score/profile.hpp>
#include <tieout/stream/shapes.hpp>
#include <tieout/write/json.hpp>
#include <tieout/write/text.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::cli {

/// What some documents give: results and complaints, not yet written.
struct Results {
    std::vector<std::string> documents{};
    std::string complaints{};
    Tally tally{};
};

/// Treats documents one by one. Knows nothing of where the results go, so that several can be at work.
class Worker {
  public:
    Worker(const Options& options, const RuleSet& rules, const Profile* profile, const TextOptions& text,
           JsonLayout layout)
        : options_(options), rules_(rules), profile_(profile), text_(text), layout_(layout) {}

    /// What goes wrong is told with the place; the number is that of the line, if the document is one.
    void document(Document&& document, const std::string& place, Results& to, std::size_t line = 0) const;

    /// Newline-delimited filings; the first line has that number. What is known of their shapes tells most of them that
    /// are not to be printed at a glance.
    void lines(std::string_view text, std::string_view source, std::size_t first_line, Shapes& shapes,
               Results& to) const;

  private:
    /// Whether most documents are only counted.
    [[nodiscard]] bool at_a_glance() const;

    /// Counts a document of which nothing is to be written; false if it is to be read in full.
    bool counted(const std::optional<Summary>& outcomes, Results& to) const;

    /// The same for one whose report is made of another filing of its shape.
    bool known(Shapes& shapes, std::string_view line, std::string_view source, std::size_t number,
               Results& to) const;
    static std::string place_of(std::string_view source, std::size_t line);

    [[nodiscard]] static bool nothing_decided(const Summary& outcomes);
    /// What the checks of one document count for.
    [[nodiscard]] Tally tally_of(const Summary& outcomes) const;

    /// Whether a document is to be printed.
    [[nodiscard]] bool wanted(const Tally& tally, bool misunderstood) const;

    void checked(const DocumentInfo& info, const std::string& place, const ReportView& report,
                 const std::vector<Problem>& problems, bool& misunderstood, Results& to) const;

    [[nodiscard]] FormatOptions format_options() const;
    /// What is written of a document of which nothing could be read; nothing in formats that only complain.
    [[nodiscard]] std::string unread(const DocumentInfo& info, const std::vector<Problem>& problems) const;

    void filing(const DocumentInfo& info, const std::string& place, const Document& document,
                bool& misunderstood, Results& to) const;

    const Options& options_;
    RuleSet rules_;
    const Profile* profile_;
    TextOptions text_;
    JsonLayout layout_;
};

} // namespace tieout::cli

#endif
