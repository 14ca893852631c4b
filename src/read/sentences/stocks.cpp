// SPDX-License-Identifier: MIT
// Accounts of what is kept: what there was, what came and went since, and what is left, in whatever order a sentence tells it.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/account_words.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

/// What was told of one account so far.
struct Account {
    SaidId opening = none;
    SaidId closing = none;
    std::vector<std::pair<SaidId, int>> steps{};
    /// Steps that are income or expenditure, beside which 增加 tells of a change.
    bool sides = false;
    /// Changes that may be steps, by their place among them.
    std::vector<std::size_t> changes{};

    [[nodiscard]] bool complete() const noexcept {
        return opening != none && closing != none && !steps.empty();
    }
    [[nodiscard]] SaidId first() const noexcept {
        if (opening != none) return opening;
        return closing != none ? closing : steps.empty() ? none : steps.front().first;
    }
};

Reading reading_of(const Reach& reach, const Account& account, SaidId result, bool opened) {
    Reading reading{.kind = Kind::linear};
    if (opened) reading.first.push_back(term(reach, account.opening));
    for (std::size_t i = 0; i < account.steps.size(); ++i) {
        const bool change =
            std::find(account.changes.begin(), account.changes.end(), i) != account.changes.end();
        if (change && account.sides) continue;
        reading.first.push_back(term(reach, account.steps[i].first, account.steps[i].second));
    }
    reading.first.push_back(term(reach, result, -1));
    return reading;
}

/// Whether the sentence is stated to be such an account already.
bool is_stated(const Draft& draft, const Reading& reading) {
    constexpr std::size_t looked_back_max = 12;
    const auto same = [&](const Reading& other) {
        return other.kind == Kind::linear && other.first.size() == reading.first.size() &&
               std::all_of(reading.first.begin(), reading.first.end(), [&](const MentionTerm& one) {
                   return std::any_of(other.first.begin(), other.first.end(),
                                      [&](const MentionTerm& its) { return its.figure == one.figure; });
               });
    };
    const std::size_t size = draft.statements.size();
    for (std::size_t back = 1; back <= std::min(looked_back_max, size); ++back)
        if (same(draft.statements[size - back].readings.front())) return true;
    return false;
}

void finish(const Scene& scene, Account& account, Written& written) {
    if (account.complete()) {
        Reading reading = reading_of(scene.reach, account, account.closing, true);
        if (reading.first.size() > 2 && !is_stated(written.draft, reading))
            state(written, scene, "stock", "G18", {std::move(reading)}, false);
    }
    account = {};
}

/// Whether a spot is an amount or a count that may be told in an account: outside of brackets, from no base, no part of another.
bool may_be_step(const Scene& scene, std::size_t at) {
    const Spot& spot = scene.spot(at);
    if (spot.depth != 0 || spot.reason || spot.match.has_base || spot.task == Task::inside) return false;
    if (spot.list != none && !scene.sentence().lists[spot.list].totals.empty()) return false;
    const Dimension dimension = scene.reach.figure(scene.said_at(at)).unit.dimension;
    return dimension == Dimension::money ||
           (dimension == Dimension::count && spot.numeral.sort == Sort::count);
}

Step step_at(const Scene& scene, std::size_t at, const Account& account) {
    const Spot& spot = scene.spot(at);
    const Step step = step_of(spot.label);
    if (step != Step::unsaid) return step;
    if (account.opening != none && is_bare_rest(spot.label)) return Step::closing;
    // 即年初结转56万元: the words of the clause before belong to it as well.
    return spot.label.empty() ? step_of(scene.sentence().words_before(spot)) : Step::unsaid;
}

} // namespace

void state_stocks(const Scene& scene, Written& written) {
    const Reach& reach = scene.reach;
    if (scene.sentence().spots.size() < 3 || scene.sentence().spots.size() > members_max) return;
    Account account;
    bool told_otherwise = false; // of what is no step nothing is known: what follows it is no account either
    for (std::size_t i = 0; i < scene.sentence().spots.size(); ++i) {
        if (!may_be_step(scene, i)) continue;
        const SaidId said = scene.said_at(i);
        const std::string_view words = scene.spot(i).label;
        const Step step = step_at(scene, i, account);
        const SaidId first = account.first();
        const bool alike = first == none || (addable(reach.figure(said), reach.figure(first)) &&
                                             reach.mention(said).of.fund == reach.mention(first).of.fund);
        if (account.complete() && contains(words, "净增") && alike && reach.known(said)) {
            Reading net = reading_of(reach, account, said, false);
            const SaidId opening = account.opening;
            finish(scene, account, written);
            if (net.first.size() > 2 && opening != none)
                state(written, scene, "stock", "G18", {std::move(net)}, false);
            continue;
        }
        const bool ends = account.complete() && (step == Step::opening || step == Step::closing ||
                                                 scene.spot(i).mark == Mark::semicolon);
        if (ends) finish(scene, account, written);
        const bool prior = is_prior(reach.mention(said)) && step != Step::opening;
        if (step == Step::unsaid || !reach.known(said) || !alike || prior) {
            if (account.complete() && step == Step::unsaid) finish(scene, account, written);
            account = {};
            told_otherwise = true;
            continue;
        }
        if (scene.spot(i).mark == Mark::semicolon) told_otherwise = false;
        if (told_otherwise) continue;
        if (step == Step::opening || step == Step::closing) {
            SaidId& end = step == Step::opening ? account.opening : account.closing;
            if (end != none) account = {};
            (step == Step::opening ? account.opening : account.closing) = said;
            continue;
        }
        if (may_be_change(words) && !contains(words, "收入") && !contains(words, "支出"))
            account.changes.push_back(account.steps.size());
        account.sides = account.sides || contains(words, "收入") || contains(words, "支出");
        account.steps.emplace_back(said, step == Step::comes ? 1 : -1);
    }
    finish(scene, account, written);
}

} // namespace tieout::detail
