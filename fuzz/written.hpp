// SPDX-License-Identifier: MIT
#ifndef TIEOUT_FUZZ_WRITTEN_HPP
#define TIEOUT_FUZZ_WRITTEN_HPP

// What is demanded of all that is written of a document.

#include "demand.hpp"

#include <tieout/read/json.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/write/catalogue.hpp>
#include <tieout/write/filing.hpp>
#include <tieout/write/json.hpp>
#include <tieout/write/problem.hpp>
#include <tieout/write/text.hpp>

#include <string>
#include <vector>

namespace tieout::fuzz {

inline void demand_problems(const std::vector<Problem>& problems) {
    for (const Problem& problem : problems)
        for (const Language language : {Language::zh, Language::en}) {
            const std::string text = problem_text(problem, language);
            demand_harmless(text);
            demand(text.find('\n') == text.npos, "a problem is one line", text);
        }
    for (const Language language : {Language::zh, Language::en})
        demand_json(unread_json({"-"}, problems, language));
}

/// The checks of a filing with all that is written of them, or only what came out.
inline std::string checks_of(const Filing& filing, bool in_full) {
    const Report report = check(filing);
    const Names names(report);
    if (in_full) return report_json({}, report, names, {}, Language::en, JsonLayout::one_line);
    std::string all;
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        all += names.id(i) + ' ';
        all += described(report.checks[i].outcome).code;
        all += ' ';
        all += described(report.checks[i].reason).code;
        all += '\n';
    }
    return all;
}

/// Text and JSON in both languages, and the filing itself, which read again gives the same checks.
inline void demand_written(const Document& document) {
    demand_problems(document.problems);
    if (!document.filing) return;
    const Filing& filing = *document.filing;
    const Report report = check(filing);
    const Names names(report);
    for (const Language language : {Language::zh, Language::en}) {
        demand_harmless(report_text({"-"}, report, names, {.language = language}));
        demand_harmless(rates_text({"-"}, filing, {}, {.language = language}));
        demand_json(report_json({"-"}, report, names, document.problems, language));
    }
    const std::string written = filing_json(filing);
    demand_json(written);
    const Document again = read_filing(written, "again");
    demand(again.filing.has_value(), "what is written of a filing is a filing", written);
    demand(filing_json(*again.filing) == written, "a filing read again is written alike", written);
    // What could not be understood is not always written as it was.
    const bool in_full = document.problems.empty();
    demand(checks_of(*again.filing, in_full) == checks_of(filing, in_full),
           "a filing read again gives the same checks", written);
}

} // namespace tieout::fuzz

#endif
