// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_TEXT_DRAFTS_HPP
#define TIEOUT_TESTS_READ_TEXT_DRAFTS_HPP

// What was understood of a text, written down shortly: share 75% = 60 / 80. Readings are separated by |, and ? stands
// after them where the words leave others; a list that is not said to be complete is an open sum.

#include "read/draft/draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tieout::test {

inline std::string number_in(const detail::Draft& draft, detail::MentionId id) {
    const Figure& figure = draft.mentions[id].figure;
    std::string text = figure.sense < 0 ? "-" + figure.text : figure.text;
    if (figure.unit.dimension == Dimension::percent) text += figure.unit.word();
    if (figure.unit.dimension == Dimension::price) text += figure.unit.word();
    return text;
}

inline std::string form_in(const detail::Draft& draft, const std::vector<detail::MentionTerm>& terms) {
    std::string text;
    for (const detail::MentionTerm& term : terms) {
        const bool less = sign(term.coefficient) < 0;
        text += text.empty() ? (less ? "-" : "") : (less ? " - " : " + ");
        text += number_in(draft, term.figure);
    }
    return terms.size() > 1 ? "(" + text + ")" : text;
}

inline std::string without_brackets(std::string form) {
    return form.starts_with('(') ? form.substr(1, form.size() - 2) : form;
}

inline std::string words_of(const detail::Draft& draft, const detail::Reading& reading) {
    const std::string first = form_in(draft, reading.first);
    const std::string second = form_in(draft, reading.second);
    const std::string subject =
        reading.subject == detail::no_mention ? "" : number_in(draft, reading.subject);
    switch (reading.kind) {
    case Kind::sum:
        return (reading.open_list ? "open sum " : "sum ") + subject + " = " + without_brackets(first);
    case Kind::at_most:
        return first + " <= " + second;
    case Kind::share:
        return "share " + subject + " = " + first + " / " + second;
    case Kind::ratio:
        return "ratio " + subject + " = " + first + " / " + second;
    case Kind::growth:
        return "growth " + subject + " from " + second + " to " + first;
    case Kind::linear:
        return without_brackets(first) +
               (reading.comparison == Comparison::more_than   ? " > "
                : reading.comparison == Comparison::less_than ? " < "
                                                              : " = ") +
               to_string(reading.constant);
    case Kind::product: {
        std::string factors;
        for (const detail::MentionTerm& term : reading.first)
            factors += (factors.empty() ? "" : " x ") + number_in(draft, term.figure);
        return subject + " = " + factors;
    }
    case Kind::average:
        return "average " + subject + " = " + without_brackets(first);
    case Kind::equal:
    case Kind::present:
    case Kind::absent:
    case Kind::unit:
        break;
    }
    return "?";
}

inline std::vector<std::string> relations_of(const detail::Draft& draft) {
    std::vector<std::string> all;
    for (const detail::Statement& relation : draft.statements) {
        std::string words;
        for (const detail::Reading& reading : relation.readings)
            words += (words.empty() ? "" : " | ") + words_of(draft, reading);
        if (relation.evidence == Evidence::open) words += " ?";
        all.push_back(std::move(words));
    }
    return all;
}

inline detail::Draft draft_of(std::string text) {
    return detail::read_page(detail::page_of_text(std::move(text)));
}
inline std::vector<std::string> understood(std::string text) {
    return relations_of(draft_of(std::move(text)));
}

} // namespace tieout::test

#endif
