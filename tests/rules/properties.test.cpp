// SPDX-License-Identifier: MIT
#include "../relations/truth.hpp"

#include <tieout/rules/report.hpp>
#include <tieout/rules/together.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

// Whole filings: books that are kept to the fen and balance, printed as reports are. Whatever the printing, nothing in
// them is broken, by itself or together; and a figure that is wrong by more than rounding is.

using namespace tieout;
using namespace tieout::test;

namespace {

/// The amounts of one year in yuan, to the fen. All else are sums and differences of them.
struct Books {
    std::vector<Fraction> wages, goods, funds, projects;
    std::vector<Fraction> prior; ///< of income and of expenditure
    std::array<Fraction, 5> three_public;
    std::array<Fraction, 3> procurement;
    std::array<Fraction, 5> assets; ///< current, fixed, depreciation, other, liabilities
    Fraction special;
    Fraction closing;
    Fraction supplementary;
};

void showValue(const Books& books, std::ostream& out) {
    const auto list = [&](const char* name, const auto& amounts) {
        out << name << ":";
        for (const Fraction& amount : amounts)
            out << " " << to_string(oracle::decimal(oracle::rounded(amount, 2, Rounding::down), 2));
        out << "\n";
    };
    list("wages", books.wages);
    list("goods", books.goods);
    list("funds", books.funds);
    list("projects", books.projects);
    list("prior", books.prior);
    list("three public", books.three_public);
    list("procurement", books.procurement);
    list("assets", books.assets);
    list("special, closing, supplementary", std::array{books.special, books.closing, books.supplementary});
}

Fraction sum_of(const auto& amounts) {
    Fraction sum = 0;
    for (const Fraction& amount : amounts) sum += amount;
    return sum;
}

Fraction any_amount() {
    const int digits = *between(0, 9);
    return Fraction(*between(0, static_cast<int>(oracle::power_of_ten(digits))), 100);
}

Books any_books() {
    Books books;
    const auto some = [](int least) {
        std::vector<Fraction> amounts(static_cast<std::size_t>(*between(least, 5)));
        for (Fraction& amount : amounts) amount = any_amount();
        return amounts;
    };
    books.wages = some(1);
    books.goods = some(1);
    books.projects = some(1);
    books.funds = some(1);
    books.prior = {any_amount() + 1, any_amount() + 1};
    for (Fraction& amount : books.three_public) amount = any_amount();
    for (Fraction& amount : books.procurement) amount = any_amount();
    for (Fraction& amount : books.assets) amount = any_amount();
    // Depreciation is part of the cost, liabilities part of the assets, special funds part of the projects.
    books.assets[1] += books.assets[2];
    books.special = sum_of(books.projects) * *between(0, 1);
    books.closing = any_amount();
    books.supplementary = any_amount();
    // What was spent came in this year or before.
    books.funds.push_back(sum_of(books.wages) + sum_of(books.goods) + sum_of(books.projects));
    return books;
}

/// Prints an amount in yuan, in every place where it is stated, and a rate.
struct Printer {
    std::function<Stated(const Fraction&)> amount;
    std::function<Figure(const Fraction&)> rate;
};

/// The report on the books, every figure of it printed by the printer.
Filing report_on(const Books& books, const Printer& print) {
    const auto& amount = print.amount;
    Filing filing;
    filing.year = 2022;
    const Fraction personnel = sum_of(books.wages);
    const Fraction operating = sum_of(books.goods);
    const Fraction basic = personnel + operating;
    const Fraction project = sum_of(books.projects);
    const Fraction spent = basic + project;
    const Fraction income = sum_of(books.funds);
    // Spent and left is what came in and was brought forward.
    const Fraction closing = std::max<Fraction>(books.closing, income - spent);
    const Fraction opening = spent + closing - income;

    filing.income.executed = amount(income);
    filing.income.opening = amount(opening);
    filing.income.prior = amount(books.prior[0]);
    filing.income.growth.push_back({.stated = print.rate((income - books.prior[0]) / books.prior[0])});
    filing.income.changes.push_back({.stated = amount(income - books.prior[0])});
    using Word = Comparative::Word;
    filing.income.comparatives.push_back({.word = income > books.prior[0]   ? Word::more
                                                  : income < books.prior[0] ? Word::less
                                                                            : Word::equal});
    Split& funds = filing.income.split("fund", complete);
    for (const Fraction& fund : books.funds) funds.add("来源", amount(fund));
    if (income > 0) {
        for (std::size_t i = 0; i < books.funds.size(); ++i)
            funds.items[i].shares.push_back(
                {.stated = print.rate(books.funds[i] / income), .of = {{{"/income/executed"}}}});
    }
    filing.total_income.executed = amount(income + opening);

    Expenditure& expenditure = filing.expenditure;
    expenditure.executed = amount(spent);
    expenditure.closing = amount(closing);
    expenditure.prior = amount(books.prior[1]);
    expenditure.growth.push_back({.stated = print.rate((spent - books.prior[1]) / books.prior[1])});
    expenditure.initial = amount(spent);
    expenditure.comparatives.push_back({.word = Word::equal, .with = Phase::initial});
    expenditure.supplementary = amount(books.supplementary);
    expenditure.adjusted = amount(spent + books.supplementary);
    if (spent > 0)
        expenditure.rates.push_back({.stated = print.rate(spent / (spent + books.supplementary)),
                                     .of = {{{"/expenditure/adjusted"}}}});
    filing.total_expenditure.executed = amount(spent + closing);
    Item& fund = filing.items.emplace_back();
    fund.label = "一般公共预算财政拨款";
    fund.opening = amount(opening);
    fund.received = amount(income);
    fund.executed = amount(spent);
    fund.closing = amount(closing);
    expenditure.basic.executed = amount(basic);
    expenditure.basic.personnel.executed = amount(personnel);
    expenditure.basic.operating.executed = amount(operating);
    Split& wages = expenditure.basic.personnel.split("lines", complete);
    for (const Fraction& line : books.wages) wages.add("人员", amount(line));
    Split& goods = expenditure.basic.operating.split("lines", complete);
    for (const Fraction& line : books.goods) goods.add("公用", amount(line));
    Split& economic = expenditure.basic.split("economic", complete);
    const auto economic_class = [&](const std::string& code, const Fraction& yuan) {
        economic.add("", amount(yuan)).items.back().code = code;
    };
    economic_class("301", personnel - books.wages.back());
    for (std::size_t i = 0; i + 1 < books.wages.size(); ++i)
        economic_class("3010" + std::to_string(i + 1), books.wages[i]);
    economic_class("302", operating);
    economic_class("303", books.wages.back());
    expenditure.project.executed = amount(project);
    expenditure.project.special.executed = amount(books.special);
    expenditure.project.operation.executed = amount(project - books.special);
    expenditure.project.parts_complete = complete;
    expenditure.project.projects_complete = Completenesses::all(complete);
    for (const Fraction& line : books.projects) {
        Project& listed = expenditure.project.projects.emplace_back();
        listed.executed = amount(line);
    }
    if (spent > 0) {
        expenditure.basic.shares.push_back(
            {.stated = print.rate(basic / spent), .of = {{{"/expenditure/executed"}}}});
        expenditure.project.shares.push_back(
            {.stated = print.rate(project / spent), .of = {{{"/expenditure/executed"}}}});
    }

    ThreePublic& three = filing.three_public;
    const auto& [abroad, purchase, upkeep, domestic, foreign] = books.three_public;
    three.executed = amount(sum_of(books.three_public));
    three.initial = amount(sum_of(books.three_public) + books.supplementary);
    three.abroad.executed = amount(abroad);
    three.vehicles.executed = amount(purchase + upkeep);
    three.vehicles.purchase.executed = amount(purchase);
    three.vehicles.operation.executed = amount(upkeep);
    three.reception.executed = amount(domestic + foreign);
    three.reception.domestic.executed = amount(domestic);
    three.reception.abroad.executed = amount(foreign);

    filing.procurement.executed = amount(sum_of(books.procurement));
    filing.procurement.goods.executed = amount(books.procurement[0]);
    filing.procurement.works.executed = amount(books.procurement[1]);
    filing.procurement.services.executed = amount(books.procurement[2]);

    Assets& assets = filing.assets;
    const auto& [current, fixed, depreciation, other, liabilities] = books.assets;
    const Fraction all = current + fixed - depreciation + other;
    assets.closing = amount(all);
    assets.parts_complete = complete;
    assets.current.closing = amount(current);
    assets.fixed.closing = amount(fixed);
    assets.depreciation.closing = amount(depreciation);
    assets.fixed_net.closing = amount(fixed - depreciation);
    assets.other.closing = amount(other);
    assets.liabilities.closing = amount(liabilities);
    assets.net_assets.closing = amount(all - liabilities);
    return filing;
}

/// A 0 has a decimal, since a bare one is not the rounded form of anything.
Figure as_printed(const Fraction& truth, const Unit& unit, int scale, Rounding rounding) {
    const Figure figure = printed(truth, unit, scale, rounding);
    return figure.bare_zero ? printed(truth, unit, 1, rounding) : figure;
}

Figure half_up(const Fraction& truth, const Unit& unit, int scale) {
    return as_printed(truth, unit, scale, Rounding::half_up);
}

/// How many decimals a document prints, of amounts and of rates.
Printer printer(const Unit& unit, int scale, int rate_scale, Rounding rounding = Rounding::half_up) {
    return {
        .amount = [=](const Fraction& yuan) { return as_printed(yuan, unit, scale, rounding); },
        .rate = [=](const Fraction& rate) { return as_printed(rate, unit::percent, rate_scale, rounding); }};
}

/// Every amount in some unit, to some digits; some in several tables, each in its own way.
Printer any_printer() {
    const auto choice = [](int count) { return *between(0, count - 1); };
    const auto any_figure = [=](const Fraction& yuan) {
        switch (choice(4)) {
        case 0:
            return half_up(yuan, unit::yuan, choice(3));
        case 1:
            return half_up(yuan, unit::yi_yuan, 2 + choice(4));
        default:
            return half_up(yuan, unit::wan_yuan, choice(4));
        }
    };
    return {.amount =
                [=](const Fraction& yuan) {
                    Stated stated(any_figure(yuan).in("table 1"));
                    for (int i = 2; i < 5 && choice(4) == 0; ++i)
                        stated.also(any_figure(yuan).in("table " + std::to_string(i)));
                    return stated;
                },
            .rate = [=](const Fraction& rate) { return half_up(rate, unit::percent, choice(3)); }};
}

/// The ids of what is broken, by itself or together.
std::string accused(const Report& report) {
    const Names names(report);
    std::string ids;
    for (std::size_t i = 0; i < report.checks.size(); ++i)
        if (report.checks[i].outcome == Outcome::broken) ids += names.id(i) + " ";
    for (const Joint& joint : report.located.joints) {
        ids += "together:";
        for (const std::uint32_t check : joint.checks) ids += " " + names.id(check);
    }
    return ids;
}

std::vector<std::string> outcomes(const Report& report) {
    const Names names(report);
    std::vector<std::string> said;
    for (std::size_t i = 0; i < report.checks.size(); ++i)
        said.push_back(names.id(i) + " " + std::string(described(report.checks[i].outcome).code));
    return said;
}

/// Without the places, which move with their lines.
std::vector<std::string> outcomes_by_rule(const Report& report) {
    std::vector<std::string> said;
    for (const Check& made : report.checks)
        said.push_back(std::string(report.relation_of(made).code) + " " +
                       std::string(described(made.outcome).code));
    std::sort(said.begin(), said.end());
    return said;
}

} // namespace

TEST_CASE("a report on books that balance is never accused, printed in 万元 at two, one or no decimals") {
    for_all(150, [] {
        const auto books = *rc::gen::exec(any_books);
        for (const int scale : {2, 1, 0}) {
            const Filing filing = report_on(books, printer(unit::wan_yuan, scale, scale));
            RC_ASSERT(accused(check(filing)) == "");
        }
    });
}

TEST_CASE("a report on books that balance is never accused, every figure in some unit at some scale") {
    for_all(300, [] {
        const auto books = *rc::gen::exec(any_books);
        const Filing filing = report_on(books, any_printer());
        RC_ASSERT(accused(check(filing)) == "");
    });
}

TEST_CASE("documents on the same books are never accused of each other, however each is printed") {
    for_all(200, [] {
        const auto last = *rc::gen::exec(any_books);
        auto books = *rc::gen::exec(any_books);
        // What came in last year, and what was spent.
        const Fraction spent = sum_of(last.wages) + sum_of(last.goods) + sum_of(last.projects);
        books.prior = {std::max<Fraction>(sum_of(last.funds), 1), std::max<Fraction>(spent, 1)};
        if (books.prior[0] != sum_of(last.funds) || books.prior[1] != spent) return;
        std::array filings{report_on(last, any_printer()), report_on(books, any_printer()),
                           report_on(books, any_printer())};
        std::vector<FiledDocument> documents;
        for (std::size_t i = 0; i < filings.size(); ++i) {
            filings[i].body.name = "局";
            filings[i].year = i == 0 ? 2021 : 2022;
            documents.push_back({std::to_string(i) + ".json", &filings[i]});
        }
        const Together together = check_together(documents);
        RC_ASSERT(together.checks.size() > 10U);
        for (const TogetherCheck& made : together.checks) {
            // The two years are books of their own: what one leaves is not what the other begins with.
            if (made.rule->code == "Y02") continue;
            RC_ASSERT(made.check.outcome != Outcome::broken);
        }
    });
}

TEST_CASE("a report that cuts digits off instead of rounding is not accused, whether it says so or not") {
    for_all(300, [] {
        const auto books = *rc::gen::exec(any_books);
        const int scale = *between(0, 2);
        Filing filing = report_on(books, printer(unit::wan_yuan, scale, scale, Rounding::down));
        RC_ASSERT(accused(check(filing)) == "");
        filing.rounding = Printing::truncated;
        RC_ASSERT(accused(check(filing)) == "");
        Filing rounded_up = report_on(books, printer(unit::wan_yuan, scale, scale));
        rounded_up.rounding = Printing::half_up;
        RC_ASSERT(accused(check(rounded_up)) == "");
    });
}

TEST_CASE("a report on books that balance, printed to the fen, is exact in everything but its rates") {
    for_all(100, [] {
        const auto books = *rc::gen::exec(any_books);
        const Filing filing = report_on(books, printer(unit::yuan, 2, 2));
        const Report report = check(filing);
        RC_ASSERT(accused(report) == "");
        for (const Check& made : report.checks) {
            if (made.outcome != Outcome::rounding) continue;
            // Shares that make 100 % are rounded ones.
            bool rates = false;
            for (const Operand& operand : report.relations.operands(report.relation_of(made)))
                rates = rates || operand.figure->unit.dimension == Dimension::percent;
            RC_ASSERT(rates);
        }
    });
}

TEST_CASE("what is said of a report does not depend on its unit, if the precision is the same") {
    for_all(100, [] {
        const auto books = *rc::gen::exec(any_books);
        const Filing in_wan = report_on(books, printer(unit::wan_yuan, 1, 1));
        // The same digits with the point moved; one of them wrong by one unit, so that there is something to say.
        const int wrong = *between(0, 40);
        const auto in_unit = [&](const Unit& unit) {
            int count = 0;
            return report_on(books,
                             {.amount =
                                  [&, unit](const Fraction& yuan) {
                                      Figure figure = half_up(yuan, unit::wan_yuan, 1);
                                      if (count++ == wrong) figure.value += 3;
                                      figure.value = shifted(figure.value, unit::wan_yuan.power - unit.power);
                                      figure.unit = unit;
                                      return figure;
                                  },
                              .rate = [](const Fraction& rate) { return half_up(rate, unit::percent, 1); }});
        };
        const Filing wan = in_unit(unit::wan_yuan);
        const Filing yuan = in_unit(unit::yuan);
        const Filing yi = in_unit(unit::yi_yuan);
        RC_ASSERT(outcomes(check(yuan)) == outcomes(check(wan)));
        RC_ASSERT(outcomes(check(yi)) == outcomes(check(wan)));
    });
}

TEST_CASE("the order of the lines of a list changes nothing that is said of it") {
    for_all(100, [] {
        const auto books = *rc::gen::exec(any_books);
        Books other = books;
        for (auto* list : {&other.goods, &other.funds, &other.projects})
            for (std::size_t i = list->size(); i > 1; --i)
                std::swap((*list)[i - 1],
                          (*list)[static_cast<std::size_t>(*between(0, static_cast<int>(i) - 1))]);
        const Printer print = printer(unit::wan_yuan, *between(0, 2), 1);
        const Filing before = report_on(books, print);
        const Filing after = report_on(other, print);
        RC_ASSERT(outcomes_by_rule(check(after)) == outcomes_by_rule(check(before)));
    });
}

TEST_CASE("a total of a report that is wrong by more than all half units is broken") {
    for_all(150, [] {
        const auto books = *rc::gen::exec(any_books);
        const int scale = *between(0, 2);
        Filing filing = report_on(books, printer(unit::wan_yuan, scale, 2));
        // Each of these is the sum of lines that stand beside it.
        const std::array<Stated*, 6> totals{
            &filing.income.executed,       &filing.expenditure.basic.personnel.executed,
            &filing.three_public.executed, &filing.procurement.executed,
            &filing.assets.closing,        &filing.expenditure.project.executed};
        Stated& total = *totals[static_cast<std::size_t>(*between(0, 5))];
        // Six lines and their total may each be half a unit off already; and six lines that were cut off instead of
        // rounded would leave six units.
        const int sign = *rc::gen::element(-1, 1);
        total.statements().front().value += Decimal::of(sign * *between(12, 500), scale);
        RC_ASSERT(check(filing).broken());
    });
}
