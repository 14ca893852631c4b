// SPDX-License-Identifier: MIT
#include "read/draft/why.hpp"

#include <string>

namespace tieout::detail {

namespace {

void set_place(const Draft& draft, const Figure& figure, Derivation& derivation) {
    derivation.line = figure.line;
    derivation.column = figure.column;
    derivation.part = figure.part;
    if (!figure.part.known()) return;
    derivation.cell = {figure.cell_row, figure.cell_column};
    if (figure.part.kind() == FilePart::Kind::sheet)
        derivation.sheet = draft.filing.sheets[figure.part.number() - 1];
}

std::string number_of(const Mention& mention) {
    const Figure& figure = mention.figure;
    std::string number = figure.sense < 0 ? "-" + figure.text : figure.text;
    number += figure.unit.word();
    return number;
}

/// What the mention is of: its subject, its part of the model with its phase, and what it is confined to.
std::string subject_of(const Mention& mention) {
    std::string of = mention.subject;
    if (!mention.item.empty()) {
        of += " = " + mention.item;
        if (!mention.split.empty()) {
            of += '[' + mention.split;
            if (!mention.code.empty()) of += ' ' + mention.code;
            of += ']';
        }
        of += ' ';
        of += name_of(mention.phase);
        of += mention.certain ? "" : " ?";
    }
    for (const AspectEntry& aspect : aspect_table) {
        const std::string& member = mention.of.*(aspect.member);
        if (!member.empty()) of += ", " + std::string(aspect.key) + " " + member;
    }
    return of;
}

std::string form_of(const Draft& draft, const std::vector<MentionTerm>& terms) {
    std::string form;
    for (const MentionTerm& term : terms) {
        const bool less = sign(term.coefficient) < 0;
        const Decimal times = less ? -term.coefficient : term.coefficient;
        form += form.empty() ? (less ? "-" : "") : (less ? " - " : " + ");
        if (times != Decimal(1)) form += to_string(times) + " x ";
        form += number_of(draft.mentions[term.figure]);
    }
    return terms.size() > 1 ? "(" + form + ")" : form;
}

/// The reading as arithmetic: 75% = 60万元 / 80万元.
std::string words_of(const Draft& draft, const Reading& reading) {
    const std::string subject =
        reading.subject == no_mention ? std::string() : number_of(draft.mentions[reading.subject]);
    const std::string first = form_of(draft, reading.first);
    const std::string second = form_of(draft, reading.second);
    switch (reading.kind) {
    case Kind::sum:
        return subject + (reading.open_list ? " >= " : " = ") + first;
    case Kind::at_most:
        return first + " <= " + second;
    case Kind::share:
    case Kind::ratio:
        return subject + " = " + first + " / " + second;
    case Kind::growth:
        return subject + " = from " + second + " to " + first;
    case Kind::linear: {
        static constexpr std::string_view signs[] = {" = ", " <= ", " >= ", " < ", " > "};
        return first + std::string(signs[static_cast<std::size_t>(reading.comparison)]) +
               to_string(reading.constant);
    }
    case Kind::product: {
        std::string factors;
        for (const MentionTerm& term : reading.first)
            factors += (factors.empty() ? "" : " x ") + number_of(draft.mentions[term.figure]);
        return subject + " = " + factors;
    }
    case Kind::average:
        return subject + " = " + first + " / " + std::to_string(reading.first.size());
    case Kind::equal:
    case Kind::present:
    case Kind::absent:
    case Kind::unit:
        break;
    }
    return std::string(name_of(reading.kind)) + ' ' + first;
}

} // namespace

std::vector<Derivation> derivations_of(const Draft& draft) {
    std::vector<Derivation> all;
    all.reserve(draft.mentions.size() + draft.statements.size());
    for (const Mention& mention : draft.mentions) {
        all.push_back({.what = number_of(mention), .of = subject_of(mention), .why = mention.why});
        set_place(draft, mention.figure, all.back());
    }
    for (const Statement& statement : draft.statements) {
        if (statement.readings.empty()) continue;
        Derivation derivation{.what = std::string(statement.word), .why = statement.why};
        for (const Reading& reading : statement.readings)
            derivation.of += (derivation.of.empty() ? "" : " | ") + words_of(draft, reading);
        if (statement.evidence == Evidence::open) derivation.of += " ?";
        const Reading& first = statement.readings.front();
        const MentionId at = first.subject != no_mention ? first.subject : first.first.front().figure;
        set_place(draft, draft.mentions[at].figure, derivation);
        all.push_back(std::move(derivation));
    }
    return all;
}

} // namespace tieout::detail
