// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_FACTS_NOTATION_HPP
#define TIEOUT_TESTS_FACTS_NOTATION_HPP

// Facts and what comes out of them, as one reads them:
//
//     Facts facts;
//     say(facts, "t1", "flow=expenditure fund=* type=basic", "80.30 万元");
//     outcomes(check(facts))  ->  "T07 exact; T90 broken"

#include <tieout/facts/check.hpp>

#include <tieout/numbers/printed.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test {

/// flow=expenditure fund=*: what is not named is not known.
inline Aspects aspects(std::string_view words) {
    Aspects of;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        const std::string_view word = words.substr(0, end);
        if (const std::size_t at = word.find('='); at != word.npos)
            set_aspect(of, word.substr(0, at), word.substr(at + 1));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return of;
}

/// The figure that is printed so.
inline Figure figure(std::string_view text) {
    const Printed printed = read_printed(text);
    Figure made(printed.value, printed.unit.value_or(unit::plain));
    made.state = printed.state;
    made.bare_zero = printed.bare_zero;
    made.text = text;
    return made;
}

inline FactId say(Facts& facts, std::string_view table, std::string_view of, std::string_view text) {
    return facts.state(aspects(of), figure(text), {.table = table});
}

/// What every fact is of where it says nothing else, so that facts of different tables can be compared.
inline Aspects known_scope() {
    return aspects("fund=* type=* function=* economic=* item=* phase=executed period=2022 body=self");
}

/// Code and outcome of every check, with the reason of what is undecided, in the order of the codes.
inline std::string outcomes(const FactsReport& report) {
    std::vector<std::string> each;
    for (const Check& check : report.checks) {
        std::string words(report.stated_by(check).law->code);
        words += ' ';
        words += check.outcome == Outcome::undecided ? described(check.reason).code
                                                     : described(check.outcome).code;
        if (check.outcome == Outcome::broken && report.stated_by(check).severity == Severity::warning)
            words += " warning";
        each.push_back(words);
    }
    std::sort(each.begin(), each.end());
    std::string joined;
    for (const std::string& words : each) joined += (joined.empty() ? "" : "; ") + words;
    return joined;
}

} // namespace tieout::test

#endif
