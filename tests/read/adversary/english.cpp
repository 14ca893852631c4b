// SPDX-License-Identifier: MIT
// Statements in English: the same accounts in another language, with brackets as minus and years as columns.
#include "phrases.hpp"
#include "structures.hpp"
#include "tables.hpp"

#include <array>

namespace tieout::test::adversary {

namespace {

/// £12.4 million, £860,000 or £1,234.5k, each rounded by itself.
std::string pounds(Writer& w, Amount amount, bool bound = true) {
    const std::string sign = amount < 0 ? "-£" : "£";
    const Amount size = amount < 0 ? -amount : amount;
    constexpr Amount million = 100 * wan;
    if (w.style.unit == yuan) return sign + w.number(digits(size, yuan, 0, w.style.truncated), bound);
    if (size < million && size != 0)
        return sign + w.number(digits(size, 1000 * yuan, 1, w.style.truncated), bound) + " thousand";
    return sign + w.number(digits(size, million, 2, w.style.truncated), bound) + " million";
}

std::string changed(Writer& w, const Phases& p) {
    if (p.prior <= 0 || p.now == p.prior) return "";
    const bool up = p.now > p.prior;
    const Words words = {{"d", pounds(w, up ? p.now - p.prior : p.prior - p.now)},
                         {"p", pounds(w, p.prior)},
                         {"g", w.growth(p.prior, p.now)}};
    return up ? w.fill("{, an increase of $d (or $g) on the previous year|, up $g from $p in the previous "
                       "year|, $g more than last year|, $d higher than the previous year}",
                       words)
              : w.fill("{, a decrease of $d (or $g) on the previous year|, down $g from $p in the previous "
                       "year|, $g less than last year|, $d lower than the previous year}",
                       words);
}

void total_of_which(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    w.say("Total expenditure {for the year|in $year|} {was|amounted to} $t$c, {of which $b {was spent "
          "on|went to} running costs and $p {was spent on|went to} programmes|"
          "made up of running costs of $b and programmes of $p|comprising running costs ($b) and programmes "
          "($p)}.",
          {{"t", pounds(w, (basic + project).now)},
           {"c", changed(w, basic + project)},
           {"b", pounds(w, basic.now)},
           {"p", pounds(w, project.now)}});
}

void includes_some(Writer& w) {
    const Account& a = w.account;
    w.say("Programme spending of $t {included|includes}, among others, $a for {schools|roads} and $b for "
          "{training|repairs}.",
          {{"t", pounds(w, a.project(every_fund).now, false)},
           {"a", pounds(w, a.projects[0].amount.now, false)},
           {"b", pounds(w, a.projects[1].amount.now, false)}});
}

void share(Writer& w) {
    const Account& a = w.account;
    const Amount all = a.spent(every_fund).now;
    w.say("Running costs accounted for $s of total expenditure ($t){, or $b|}. Programmes {made up|accounted "
          "for} the remaining $r.",
          {{"s", w.percent(a.basic(every_fund).now, all)},
           {"t", pounds(w, all)},
           {"b", pounds(w, a.basic(every_fund).now)},
           {"r", w.percent(a.project(every_fund).now, all)}});
}

void from_to(Writer& w) {
    const Account& a = w.account;
    const Phases p = a.income(every_fund);
    if (p.prior <= 0 || p.now == p.prior) return share(w);
    w.say("Income {$way by $d|$way by $g} from $p to $n.",
          {{"way", p.now > p.prior ? "rose" : "fell"},
           {"d", pounds(w, p.now > p.prior ? p.now - p.prior : p.prior - p.now)},
           {"g", w.growth(p.prior, p.now)},
           {"p", pounds(w, p.prior)},
           {"n", pounds(w, p.now)}});
}

void against_budget(Writer& w) {
    const Account& a = w.account;
    const Phases p = a.spent(every_fund);
    if (p.initial <= 0 || p.now == p.initial) return share(w);
    w.say("Against an original budget of $b, $e was spent ($r of the budget), {leaving|giving} an {$way} of "
          "$d.",
          {{"b", pounds(w, p.initial)},
           {"e", pounds(w, p.now)},
           {"r", w.percent(p.now, p.initial)},
           {"way", p.now > p.initial ? "overspend" : "underspend"},
           {"d", pounds(w, p.now > p.initial ? p.now - p.initial : p.initial - p.now)}});
}

void two_bodies(Writer& w) {
    for (const Body& body : w.account.bodies)
        w.say("$n spent $t, of which $b was running costs and $p programmes.",
              {{"n",
                &body == &w.account.bodies.front()
                    ? "Headquarters"
                    : "Agency " + std::string(1, static_cast<char>('A' + (&body - w.account.bodies.data())))},
               {"t", pounds(w, (body.basic + body.project).now)},
               {"b", pounds(w, body.basic.now)},
               {"p", pounds(w, body.project.now)}});
}

void years_table(Writer& w) {
    const Account& a = w.account;
    Block& block = w.table("Income and expenditure", "");
    block.frame.body.clear();
    block.frame.unit.clear();
    const auto cell = [&](Amount amount) {
        const std::string number =
            w.number(digits(amount < 0 ? -amount : amount, 1000 * yuan, 0, w.style.truncated));
        return amount < 0 ? "(" + number + ")" : number;
    };
    block.rows.push_back(row_of({"£000", std::to_string(a.year), std::to_string(a.year - 1)}));
    const Phases in = a.income(every_fund);
    const Phases out = a.spent(every_fund);
    const auto line = [&](std::string name, const Phases& p) {
        block.rows.push_back(row_of({std::move(name), cell(p.now), cell(p.prior)}));
    };
    line("Total income", in);
    line("Running costs", a.basic(every_fund));
    line("Programmes", a.project(every_fund));
    line("Total expenditure", out);
    line("Surplus/(deficit)", in - out);
}

constexpr std::array list = {
    Structure{"english: total and parts", "Expenditure", total_of_which},
    Structure{"english: open list", "Programmes", includes_some},
    Structure{"english: shares", "Structure of expenditure", share},
    Structure{"english: from and to", "Income", from_to},
    Structure{"english: against the budget", "Outturn", against_budget},
    Structure{"english: bodies", "Agencies", two_bodies},
    Structure{"english: table of years", "Accounts", years_table},
};

} // namespace

std::span<const Structure> english_structures() { return list; }

} // namespace tieout::test::adversary
