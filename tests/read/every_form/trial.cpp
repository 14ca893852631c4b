// SPDX-License-Identifier: MIT
#include "trial.hpp"

#include "../adversary/judge.hpp"

#include <tieout/facts/check.hpp>
#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <algorithm>
#include <utility>

namespace tieout::test::every_form {

using adversary::Printed;
using adversary::printed;

namespace {

using Texts = std::vector<std::string>;

bool is_nothing(std::string_view text) { return text.find_first_not_of("0.-") == std::string_view::npos; }

/// The figures that the relations of the form hold against each other, by their texts.
std::vector<Texts> relations_of(const FilledForm& filled) {
    const Facts facts = facts_of(filled);
    const FactRelations relations = tieout::relations_of(facts);
    std::vector<Texts> all;
    for (const FactRelation& relation : relations.all()) {
        if (relation.kind == Kind::at_most || relation.open_list) continue;
        Texts texts{facts.figure(relation.whole).text};
        for (const FactTerm& term : relations.terms(relation)) texts.push_back(facts.figure(term.fact).text);
        std::erase_if(texts, is_nothing);
        if (texts.size() < 2) continue;
        std::ranges::sort(texts);
        all.push_back(std::move(texts));
    }
    return all;
}

std::size_t decided(const Report& report, const std::vector<Texts>& wanted) {
    std::vector<Texts> found;
    for (const Check& check : report.checks) {
        if (check.outcome != Outcome::exact && check.outcome != Outcome::rounding) continue;
        Texts texts;
        for (const Operand& operand : report.relations.operands(report.relation_of(check)))
            for (const Figure& figure : operand.statements) texts.push_back(figure.text);
        std::ranges::sort(texts);
        found.push_back(std::move(texts));
    }
    return static_cast<std::size_t>(std::ranges::count_if(wanted, [&](const Texts& texts) {
        return std::ranges::any_of(found, [&](const Texts& of) { return std::ranges::includes(of, texts); });
    }));
}

bool contradicts(const FilledForm& filled) {
    const Facts facts = facts_of(filled);
    const FactsReport report = check(facts);
    return std::ranges::any_of(report.checks, [&](const Check& one) {
        return one.outcome == Outcome::broken && report.stated_by(one).kind != Kind::at_most;
    });
}

std::string described(const adversary::Accusation& accusation) {
    return (accusation.doubted ? "doubted " : "broken ") + accusation.check + " " + accusation.arithmetic;
}

void tell_misread(const Printed& page, const Misreading& misreading, MisreadTally& tally, const Tell& tell) {
    const adversary::Judgement judgement = adversary::judge(page);
    ++tally.documents;
    bool error = false;
    bool warning = false;
    std::string said;
    for (const adversary::Accusation& accusation : judgement.accusations) {
        error = error || (!accusation.doubted && !accusation.warning);
        warning = warning || accusation.warning;
        said += described(accusation) + "\n";
    }
    ++(error ? tally.accused : warning ? tally.warned : tally.doubted);
    if (judgement.accusations.empty()) --tally.doubted;
    if (error) tell(std::string(misreading.name), said + page.text);
}

} // namespace

void try_misread(const Form& form, const LayoutKind& layout, const Misreading& misreading, std::uint64_t seed,
                 MisreadTally& tally, const Tell& tell) {
    FilledForm filled = every_form::filled(form, seed);
    Random random(seed * 17 + 3);
    if (!misread(filled.told, misreading, random)) return;
    tell_misread(printed(filled.told, print_in(layout, seed)), misreading, tally, tell);
}

void try_misread(const Misreading& misreading, std::uint64_t seed, MisreadTally& tally, const Tell& tell) {
    adversary::Document document = adversary::document_of(seed, "all forms");
    Random random(seed * 17 + 3);
    if (!misread(document.told, misreading, random)) return;
    tell_misread(printed(document.told, document.print), misreading, tally, tell);
}

Tally& Tally::operator+=(const Tally& more) {
    tables += more.tables;
    broken += more.broken;
    doubted += more.doubted;
    relations += more.relations;
    decided += more.decided;
    misprints += more.misprints;
    named += more.named;
    in_doubt += more.in_doubt;
    return *this;
}

std::size_t misprint(FilledForm& filled, Random& random) {
    auto& numbers = filled.told.numbers;
    for (int tries = 0; tries < 50; ++tries) {
        const auto at = random.between(0, static_cast<std::int64_t>(filled.cells.size()) - 1);
        const std::size_t index = filled.cells[static_cast<std::size_t>(at)].number;
        if (index == no_number || numbers[index].text.size() < 3) continue;
        std::string text = numbers[index].text;
        const auto digit = static_cast<std::size_t>(random.between(
            0, static_cast<std::int64_t>(text.find('.') == std::string::npos ? text.size() : text.find('.')) -
                   1));
        if (text[digit] == '-') continue;
        if (random.one_in(3)) {
            const std::size_t next =
                digit + 1 < text.size() && text[digit + 1] == '.' ? digit + 2 : digit + 1;
            if (next >= text.size()) continue;
            std::swap(text[digit], text[next]);
        } else
            text[digit] = static_cast<char>('0' + (text[digit] - '0' + random.between(1, 9)) % 10);
        if (text == numbers[index].text || (text.front() == '0' && text.size() > 1 && text[1] != '.'))
            continue;
        if (std::ranges::any_of(numbers, [&](const adversary::Number& other) { return other.text == text; }))
            continue;
        numbers[index].text = std::move(text);
        return index;
    }
    return no_number;
}

Tally tried(const Form& form, const LayoutKind& layout, std::uint64_t seed, const Tell& tell) {
    FilledForm filled = every_form::filled(form, seed);
    const adversary::Print print = print_in(layout, seed);
    const Printed page = printed(filled.told, print);
    Tally tally{.tables = 1};
    const adversary::Judgement judgement = adversary::judge(page);
    std::string said;
    for (const adversary::Accusation& accusation : judgement.accusations) {
        (accusation.doubted ? tally.doubted : tally.broken) = 1;
        said += described(accusation) + "\n";
    }
    if (tally.broken > 0 || tally.doubted > 0)
        tell(tally.broken > 0 ? "broken" : "doubted", said + page.text);
    const std::vector<Texts> wanted = relations_of(filled);
    const tieout::Document document = read_report(page.text, "form");
    tally.relations = wanted.size();
    if (document.filing) tally.decided = decided(check(*document.filing), wanted);
    if (tally.decided < tally.relations)
        tell("undecided",
             std::to_string(tally.decided) + " of " + std::to_string(tally.relations) + "\n" + page.text);
    if (contradicts(filled)) tell("inconsistent", page.text);
    Random random(seed * 31 + 7);
    const std::size_t index = misprint(filled, random);
    if (index == no_number || !contradicts(filled)) return tally;
    ++tally.misprints;
    const Printed with = printed(filled.told, print);
    const adversary::Sight sight = adversary::sight(with, filled.told.numbers[index].text);
    tally.named += sight.seen == adversary::Seen::named ? 1 : 0;
    tally.in_doubt += sight.seen == adversary::Seen::doubted ? 1 : 0;
    if (sight.seen == adversary::Seen::missed)
        tell("missed", filled.told.numbers[index].text + "\n" + with.text);
    return tally;
}

} // namespace tieout::test::every_form
