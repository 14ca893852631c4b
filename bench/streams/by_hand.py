# SPDX-License-Identifier: MIT
"""The checks of these filings and of no others, as a script in Python with exact decimals.

usage: by_hand.py PROCESSES FILE

Prints the number of each document that does not tie out, and what is broken there. What a line holds is taken to be
as the forms have it: amounts with two decimals, all lists complete, nothing stated twice.
"""

import itertools
import json
import multiprocessing
import sys
from decimal import Decimal

HALF = Decimal("0.005")
TENTH = Decimal("0.05")
PHASES = ("prior", "initial", "executed")
WAGES_AND_AID = ("301", "303")


class Checks:
    def __init__(self):
        self.broken = []

    def that(self, code, holds):
        if not holds:
            self.broken.append(code)

    def sum(self, code, total, parts):
        self.that(code, abs(total - sum(parts)) <= (len(parts) + 1) * HALF)

    def within(self, code, parts, total):
        """The parts are some of the total."""
        self.that(code, sum(parts) - total <= (len(parts) + 1) * HALF)

    def at_most(self, code, lesser, greater):
        self.that(code, lesser - greater <= 2 * HALF)

    def list(self, code, total, lines):
        for phase in PHASES:
            parts = [line[phase] for line in lines if phase in line]
            if phase in total and parts:
                self.sum(code, total[phase], parts)

    def quotient(self, code, rate, part, whole, half=HALF):
        # Compared without dividing, which would round.
        low, high = rate - HALF, rate + HALF
        self.that(code, 100 * (part - half) <= high * (whole + half) and 100 * (part + half) >= low * (whole - half))

    def growth(self, code, item):
        self.quotient(code, stated(item["growth"]) + 100, item["executed"], item["prior"])


def stated(claims):
    return claims[0]["stated"]


def leaves(rows, that):
    """The weights of the rows that have none below them."""
    weights = []
    for row in rows:
        below = row.get("indicators")
        if below is None:
            weights.append(row["weight"])
            continue
        inner = leaves(below, that)
        that.that("T62", sum(inner) == row["weight"])
        weights += inner
    return weights


def check_accounts(filing, that):
    income, spent = filing["income"], filing["expenditure"]
    basic, project = spent["basic"], spent["project"]
    total_income = filing["total_income"]["executed"]
    that.list("T01", income, income["splits"]["fund"]["items"])
    if "surplus_used" in filing:
        that.sum("T02", total_income, [income["executed"], income["opening"], filing["surplus_used"]["executed"]])
    else:
        that.within("T02", [income["executed"], income["opening"]], total_income)
    that.list("T03", spent, spent["splits"]["function"]["items"])
    if "total_expenditure" in filing:
        total = filing["total_expenditure"]["executed"]
        that.within("T04", [spent["executed"], spent["closing"]], total)
        that.sum("T05", total_income, [total])
    else:
        that.sum("T05", spent["executed"], [total_income, -spent["closing"], -filing["distribution"]["executed"]])
    that.sum("T06", basic["executed"], [basic["personnel"]["executed"], basic["operating"]["executed"]])
    for phase in PHASES:
        if phase in basic:
            that.sum("T07", spent[phase], [basic[phase], project[phase]])
        else:
            that.at_most("T07", project[phase], spent[phase])
    classes = basic["splits"]["economic"]["items"]
    that.list("T09", basic, classes)
    that.list("T37", basic["personnel"], [line for line in classes if line["code"] in WAGES_AND_AID])
    that.list("T38", basic["operating"], [line for line in classes if line["code"] not in WAGES_AND_AID])
    that.sum("T53", spent["adjusted"], [spent["initial"], spent["supplementary"]])
    that.list("T60", project, project["projects"])
    that.quotient("T73", stated(basic["shares"]), basic["executed"], spent["executed"])
    that.quotient("T73", stated(basic["personnel"]["shares"]), basic["personnel"]["executed"], basic["executed"])
    that.growth("T75", income)
    that.growth("T75", spent)
    change = spent["executed"] - spent["prior"]
    if spent["comparatives"][0]["word"] == "less":
        change = -change
    that.that("T76", change + 2 * HALF > 0)
    that.quotient("T77", stated(spent["rates"]), spent["executed"], spent["adjusted"])


def check_tables(filing, that):
    public = filing["three_public"]
    vehicles = public["vehicles"]
    parts = [vehicles["executed"], public["reception"]["executed"]]
    if "abroad" in public:
        that.sum("T42", public["executed"], parts + [public["abroad"]["executed"]])
    else:
        that.within("T42", parts, public["executed"])
    if "purchase" in vehicles:
        that.sum("T43", vehicles["executed"], [vehicles["purchase"]["executed"], vehicles["operation"]["executed"]])
    that.at_most("T46", public["executed"], public["initial"])
    that.growth("T75", public)
    that.that("T81", "executed" in public)
    procurement = filing.get("procurement")
    if procurement is not None:
        that.sum("T59", procurement["executed"], [procurement[kind]["executed"] for kind in ("goods", "works", "services")])
        that.at_most("T87", procurement["initial"], filing["expenditure"]["initial"])
        if "sme_reserved" in procurement:
            medium = procurement["sme_reserved"]["executed"]
            that.at_most("T83", procurement["small_reserved"]["executed"], medium)
            that.at_most("T83", medium, procurement["executed"])
    assets = filing.get("assets")
    if assets is not None:
        fixed, net = assets["fixed"], assets["fixed_net"]["closing"]
        that.sum("T69", assets["closing"], [assets["current"]["closing"], net])
        that.sum("T70", net, [fixed["closing"], -assets["depreciation"]["closing"]])
        if "fixed_increase" in assets:
            moved = [assets["fixed_increase"]["executed"], -assets["fixed_decrease"]["executed"]]
            that.sum("T72", fixed["closing"], [fixed["opening"]] + moved)


def check_evaluation(filing, that):
    evaluation, spent = filing["evaluation"], filing["expenditure"]
    budget, tiers = evaluation["budget"], evaluation["indicators"]
    that.sum("T55", budget["adjusted"], [spent["adjusted"]])
    that.sum("T55", budget["executed"], [spent["executed"]])
    weights = sum(leaves(tiers, that))
    with_budget = weights + budget["weight"] == evaluation["weight"]
    that.that("T61", with_budget or weights == evaluation["weight"])
    that.that("T86", with_budget)
    if "score" in evaluation:
        scores = sum(tier["score"] for tier in tiers)
        that.that("T63", all(0 <= row["score"] <= row["weight"] for row in [*tiers, budget]))
        that.that("T64", any(abs(evaluation["score"] - made) <= TENTH for made in (scores, scores + budget["score"])))
    that.quotient("T65", stated(budget["rates"]), budget["executed"], budget["adjusted"])


def check_counts(filing, that):
    staff = filing["staff"]
    kinds = staff.get("kinds", [])
    that.that("T89", all(kind["actual"] <= kind["authorised"] for kind in [staff, *kinds]))
    if kinds:
        that.that("T88", all(sum(kind[key] for kind in kinds) == staff[key] for key in ("authorised", "actual")))
    if "rates" in filing:
        that.quotient("T77", stated(filing["rates"]), staff["actual"], staff["authorised"], half=0)
    figures = filing.get("figures")
    if figures is not None:
        value = {name: figure["value"] for name, figure in figures.items()}
        that.that("受理", value["网络"] + value["来信"] + value["来访"] == value["受理"])
        that.quotient("办结率", value["办结率"], value["办结"], value["受理"], half=0)


def broken(line):
    filing = json.loads(line, parse_float=Decimal)
    that = Checks()
    check_accounts(filing, that)
    check_tables(filing, that)
    check_evaluation(filing, that)
    check_counts(filing, that)
    return " ".join(that.broken)


def main():
    processes, name = int(sys.argv[1]), sys.argv[2]
    with open(name, "rb") as lines:
        if processes == 1:
            report(map(broken, lines))
        else:
            with multiprocessing.Pool(processes) as pool:
                report(in_batches(pool, lines))


def in_batches(pool, lines):
    """What the pool would read ahead without end is bounded."""
    while batch := list(itertools.islice(lines, 4_000)):
        yield from pool.map(broken, batch, chunksize=200)


def report(results):
    for number, codes in enumerate(results, 1):
        if codes:
            print(number, codes, sep="\t")


if __name__ == "__main__":
    main()
