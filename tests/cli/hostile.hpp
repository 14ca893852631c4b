// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_CLI_HOSTILE_HPP
#define TIEOUT_TESTS_CLI_HOSTILE_HPP

// The rows of the table of hostile input.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test {

inline std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

/// What the program is given, and what it does then.
struct Hostile {
    /// What the page says of it.
    std::string_view name;
    /// The file `input`.
    std::string bytes;
    int status;
    /// The first line of standard error; nothing if there is none.
    std::string_view told;
    /// Behind the name of the program. {} is the program itself, for whole command lines.
    std::string_view arguments = "check input";
    /// What standard output holds.
    std::string_view shown = "";
};

struct Group {
    std::string_view title;
    std::vector<Hostile> rows;
};

} // namespace tieout::test

#endif
