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

/// 12,400: what is counted stands behind it.
std::string counted(Writer& w, std::int64_t number, bool bound = true) {
    return w.number(std::to_string(number), bound);
}

void parts_before_total(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    w.say("{The authority|The agency} spent $b on running costs and $p on programmes{, a total of $t|, "
          "making a total of $t|, "
          "bringing total spending to $t|. Total spending in $last was $l}.",
          {{"b", pounds(w, basic.now)},
           {"p", pounds(w, project.now)},
           {"t", pounds(w, (basic + project).now)},
           {"l", pounds(w, (basic + project).prior, false)}});
}

void colon_list(Writer& w) {
    const Account& a = w.account;
    w.say("Expenditure {totalled|came to} $t: $b on running costs {and|, and} $p on programmes. {Of this, $x "
          "was paid in advance.|}",
          {{"t", pounds(w, a.spent(every_fund).now)},
           {"b", pounds(w, a.basic(every_fund).now)},
           {"p", pounds(w, a.project(every_fund).now)},
           {"x", pounds(w, a.basic(every_fund).now / 7, false)}});
}

void against_last_year(Writer& w) {
    const Phases p = w.account.spent(every_fund);
    if (p.prior <= 0 || p.now == p.prior) return share(w);
    const bool up = p.now > p.prior;
    w.say("{Spending was $n ($last: $p), $an of $d or $g|Spending was $n compared with $p {last year|in "
          "$last}, $an of $g|Spending $way to "
          "$n from $p, $an of $d|Spending was $n, $mw $g from $p a year earlier|Spending $way by $g to $n, "
          "including $x for repairs|"
          "Spending was $n, $mw $y in real terms|Spending $way by $d to $n, $an of $g}.",
          {{"n", pounds(w, p.now)},
           {"p", pounds(w, p.prior)},
           {"an", up ? "an increase" : "a decrease"},
           {"way", up ? "rose" : "fell"},
           {"mw", up ? "up" : "down"},
           {"d", pounds(w, up ? p.now - p.prior : p.prior - p.now)},
           {"x", pounds(w, p.now / 9, false)},
           {"y", w.percent(w.random.between(1, 90), 1000, false)},
           {"g", w.growth(p.prior, p.now)}});
}

void below_budget(Writer& w) {
    const Phases p = w.account.spent(every_fund);
    if (p.initial <= 0 || p.now == p.initial) return share(w);
    const bool up = p.now > p.initial;
    w.say("{Spending was $e, $g $way the {original|approved} budget of $b|Spending of $e {was|came in} $d "
          "($g) $way the budget of $b|The "
          "budget of $b was {revised in the year, and $e was spent|set in March $last}|Actual spending of $e "
          "$ex the budget of $b by "
          "$d, or $g}.",
          {{"e", pounds(w, p.now)},
           {"b", pounds(w, p.initial)},
           {"g", w.growth(p.initial, p.now)},
           {"way", up ? "above" : "below"},
           {"ex", up ? "exceeded" : "fell short of"},
           {"d", pounds(w, up ? p.now - p.initial : p.initial - p.now)}});
}

void left_over(Writer& w) {
    const Flow f = w.account.flow(every_fund);
    const Amount in = f.income + f.surplus;
    const Amount out = f.spent() + f.distribution;
    w.say("{The Fund|The account} opened the year with a balance of $o. {Receipts of $i {and|less} payments "
          "of $e left a closing balance of "
          "$c|Receipts of $i were higher than expected; payments were $e}.",
          {{"o", pounds(w, f.opening)},
           {"i", pounds(w, in)},
           {"e", pounds(w, out)},
           {"c", pounds(w, f.closing)}});
}

void applications(Writer& w) {
    const std::int64_t all = w.random.between(200, 90'000);
    const std::int64_t good = w.random.between(all / 3, all - 2);
    const std::int64_t before = w.random.between(200, 90'000);
    if (before == all) return share(w);
    const bool up = all > before;
    w.say("{During the year $n applications were received, of which $g ($s) were approved and $b ($r) "
          "refused|The number of visits $way from "
          "$p to $n, $an of $d|The agency handled $n claims, $way2 $p in the previous year, as page 12 of "
          "the 2021 plan "
          "foresaw|Of the $n complaints received, $g were answered on time ($s)|$n staff were employed, "
          "including $g women and $x part-time "
          "employees}.",
          {{"n", counted(w, all)},
           {"g", counted(w, good)},
           {"b", counted(w, all - good)},
           {"p", counted(w, before)},
           {"x", counted(w, all / 2, false)},
           {"s", w.percent(good, all)},
           {"r", w.percent(all - good, all)},
           {"way", up ? "rose" : "fell"},
           {"way2", up ? "up from" : "down from"},
           {"an", up ? "a rise" : "a fall"},
           {"d", w.growth(before, all)}});
}

void points_of_rates(Writer& w) {
    const std::int64_t now = w.random.between(850, 999);
    const std::int64_t before = w.random.between(800, 995);
    if (now == before) return share(w);
    const bool up = now > before;
    w.say("{Collection rates $way from $p% to $n%, {$an|a change} of $d percentage points|Satisfaction was "
          "$n%, $mw $d percentage "
          "points{| on last year}|$n% of respondents were satisfied ($last: $p%)}.",
          {{"n", w.points(now)},
           {"p", w.points(before)},
           {"d", w.points(up ? now - before : before - now)},
           {"way", up ? "improved" : "fell"},
           {"mw", up ? "up" : "down"},
           {"an", up ? "an increase" : "a fall"}});
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

/// A table without its lines: heads and rows of cells, as they come.
void write_table(Writer& w, std::string_view title, std::vector<std::string> heads,
                 const std::vector<std::vector<std::string>>& rows) {
    Block& block = w.table(title, "");
    block.frame.body.clear();
    block.frame.unit.clear();
    const auto add = [&](const std::vector<std::string>& cells) {
        std::vector<Cell> row;
        for (const std::string& cell : cells) row.push_back({cell});
        block.rows.push_back(std::move(row));
    };
    add(heads);
    for (const std::vector<std::string>& row : rows) add(row);
}

std::string thousands(Writer& w, Amount amount, bool bound = true) {
    const std::string number =
        w.number(digits(amount < 0 ? -amount : amount, 1000 * yuan, 0, w.style.truncated), bound);
    return amount < 0 ? "(" + number + ")" : number;
}

/// Budget, actual and by how much they differ, whichever is taken off the other.
void budget_table(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    const bool over = w.maybe();
    const std::string variance =
        over ? w.pick({"Variance", "Over/(under)"}) : w.pick({"Variance", "Under/(over)", "Remaining"});
    std::vector<std::vector<std::string>> rows;
    const auto line = [&](std::string name, const Phases& p) {
        rows.push_back({std::move(name), thousands(w, p.initial), thousands(w, p.now),
                        thousands(w, over ? p.now - p.initial : p.initial - p.now, false)});
    };
    line("Running costs", basic);
    line("Programmes", project);
    line(w.pick({"Total", "Total expenditure"}), basic + project);
    write_table(w, "Budget monitoring",
                {w.pick({"Service", "Heading"}), w.pick({"Budget £000", "Original budget £000"}),
                 w.pick({"Actual £000", "Outturn £000"}), variance},
                rows);
}

/// Two years, their change, which may be of figures as restated, and shares of the total or of something else.
void changes_table(Writer& w) {
    const Account& a = w.account;
    const Phases basic = a.basic(every_fund);
    const Phases project = a.project(every_fund);
    const Phases all = basic + project;
    if (basic.prior <= 0 || project.prior <= 0 || all.prior <= 0) return budget_table(w);
    const bool shares = w.maybe();
    std::vector<std::vector<std::string>> rows;
    const auto line = [&](std::string name, const Phases& p) {
        const std::string share = shares ? w.percent(p.now, all.now) : "";
        const Amount d = p.now - p.prior;
        const std::string g = (d < 0 ? "-" : "") + w.growth(p.prior, p.now, false);
        rows.push_back({std::move(name), thousands(w, p.now), thousands(w, p.prior), thousands(w, d, false),
                        shares ? share : g});
    };
    line("Running costs", basic);
    line("Programmes", project);
    line(w.pick({"Total", "Total expenditure"}), all);
    write_table(w, "Expenditure",
                {"", std::to_string(a.year), std::to_string(a.year - 1),
                 w.pick({"Change", "Increase/(decrease)"}),
                 shares ? w.pick({"% of total", "Share"}) : w.pick({"% change", "Change %"})},
                rows);
}

/// Totals that are not those of their neighbours: of selected items, of averages, of numbers of pages.
void selected_table(Writer& w) {
    const Account& a = w.account;
    std::vector<std::vector<std::string>> rows;
    for (const Project& project : a.projects)
        if (rows.size() < 3)
            rows.push_back({project.unit.empty() ? "Scheme" : "Scheme " + std::to_string(rows.size() + 1),
                            thousands(w, project.amount.now, false)});
    rows.push_back({"Total capital programme", thousands(w, a.project(every_fund).now, false)});
    write_table(w, "Selected schemes", {"Scheme", "Actual £000"}, rows);
}

constexpr std::array list = {
    Structure{"english: total and parts", "Expenditure", total_of_which},
    Structure{"english: open list", "Programmes", includes_some},
    Structure{"english: shares", "Structure of expenditure", share},
    Structure{"english: from and to", "Income", from_to},
    Structure{"english: against the budget", "Outturn", against_budget},
    Structure{"english: parts before the total", "Expenditure", parts_before_total},
    Structure{"english: list behind a colon", "Expenditure", colon_list},
    Structure{"english: against last year", "Outturn", against_last_year},
    Structure{"english: below the budget", "Outturn", below_budget},
    Structure{"english: what is left", "Fund account", left_over},
    Structure{"english: counts", "Activity", applications},
    Structure{"english: percentage points", "Performance", points_of_rates},
    Structure{"english: bodies", "Agencies", two_bodies},
    Structure{"english: table of budgets", "Budget", budget_table},
    Structure{"english: table of changes", "Accounts", changes_table},
    Structure{"english: table of selected items", "Capital", selected_table},
    Structure{"english: table of years", "Accounts", years_table},
};

} // namespace

std::span<const Structure> english_structures() { return list; }

} // namespace tieout::test::adversary
