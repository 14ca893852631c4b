// SPDX-License-Identifier: MIT
#ifndef TIEOUT_EXAMPLES_FILING_FROM_HPP
#define TIEOUT_EXAMPLES_FILING_FROM_HPP

// Reads a filing from a file, says what in it could not be understood, and gives up if that is all of it.
//
//     const tieout::Filing filing = filing_from("examples/filings/kaiyuan-2022.json");

#include <tieout/read/file.hpp>
#include <tieout/write/problem.hpp>

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

inline tieout::Filing filing_from(const char* path) {
    tieout::Document document = tieout::read_file(path);
    for (const tieout::Problem& problem : document.problems)
        fmt::print(stderr, "{}\n", tieout::problem_text(problem, tieout::Language::en));
    if (!document.filing) std::exit(2);
    return *std::move(document.filing);
}

#endif
