// SPDX-License-Identifier: MIT
#include "cli/why.hpp"

#include "cli/input.hpp"
#include "cli/output.hpp"
#include "model/whereabouts.hpp"
#include "write/display.hpp"

#include <tieout/read/json.hpp>
#include <tieout/read/text.hpp>
#include <tieout/write/problem.hpp>

#include <string>

namespace tieout::cli {

namespace {

/// 12:5  60.00万元  基本支出 = /expenditure/basic executed  [phrase G03]
std::string line_of(const Derivation& derivation) {
    const std::string part =
        detail::part_text(derivation.part, derivation.sheet, derivation.cell, Language::en);
    std::string line = part.empty()
                           ? std::to_string(derivation.line) + ':' + std::to_string(derivation.column)
                           : detail::clean(part);
    line += "  " + detail::clean(derivation.what) + "  " + detail::clean(derivation.of);
    if (!derivation.why.empty()) line += "  [" + detail::clean(derivation.why) + ']';
    return line + '\n';
}

} // namespace

int print_why(const Options& options, const std::vector<std::string>& files) {
    int status = status_good;
    for (const std::string& name : files) {
        Input input(name);
        input.fill(ReadLimits::document_bytes + 1);
        Problem problem{.source = name, .seen = input.error()};
        if (!input.error().empty()) {
            problem.kind = Problem::Kind::unreadable_file;
        } else if (recognise(input.held()) != InputKind::report) {
            problem.kind = Problem::Kind::wrong_type;
            problem.line = problem.column = 1;
            problem.expected = "report";
            problem.seen = recognise(input.held()) == InputKind::unknown ? "nothing" : "filing";
        } else {
            if (files.size() > 1) write_result(detail::clean(name) + '\n');
            for (const Derivation& derivation : derive_report(input.held(), options.encoding))
                write_result(line_of(derivation));
            continue;
        }
        complain(problem_text(problem, options.language) + '\n');
        status = status_misunderstood;
    }
    flush_results();
    return status;
}

} // namespace tieout::cli
