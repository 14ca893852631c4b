// SPDX-License-Identifier: MIT
// Small systems of relations between printed figures: locating ends, and every set that it names explains everything.
// Whether it does is decided by the oracle of the tests, which shares nothing with the solver but the numbers.
#include "demand.hpp"

#include "locate/oracle.hpp"
#include "locate/sets.hpp"

#include <tieout/locate/locate.hpp>

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <deque>

namespace {

using namespace tieout;
using namespace tieout::fuzz;

/// A system made from bytes: a few figures, and relations between any of them, true or not.
class System {
  public:
    System(const std::uint8_t* data, std::size_t size) : bytes_(data, size) {
        amounts_ = 2 + below(amounts_max - 1);
        for (std::size_t i = 0; i < amounts_; ++i) print(unit::plain);
        for (std::size_t i = 0; i < rates; ++i) print(unit::percent);
        for (std::size_t left = 1 + below(relations_max); left > 0; --left) relate();
    }

    std::deque<Stated> figures;
    Relations relations;

  private:
    static constexpr std::size_t amounts_max = 5;
    static constexpr std::size_t rates = 2;
    static constexpr std::size_t relations_max = 4;

    std::size_t below(std::size_t end) { return bytes_.ConsumeIntegralInRange<std::size_t>(0, end - 1); }
    const Stated& any() { return figures[below(amounts_)]; }
    const Stated& any_rate() { return figures[amounts_ + below(rates)]; }

    void print(Unit in_unit) {
        const auto digits = bytes_.ConsumeIntegralInRange<std::int32_t>(-9999, 99999);
        Figure figure(Decimal::of(digits, static_cast<int>(below(3))), in_unit);
        // A bare zero has another scale in each relation, of which the oracle knows nothing.
        figure.bare_zero = false;
        constexpr Printing printings[]{Printing::nearest, Printing::half_up, Printing::truncated,
                                       Printing::exact};
        figure.printing = printings[below(4)];
        figure.fixed = below(8) == 0;
        if (below(8) == 0) figure.state = State::blank;
        if (below(4) == 0) figure.trust = Decimal(2);
        figures.push_back(std::move(figure));
    }

    void relate() {
        switch (below(6)) {
        case 0:
            relations.sum(any(), {any(), any()});
            break;
        case 1:
            relations.sum(any(), {any(), {any(), Decimal(-1)}, any()});
            break;
        case 2:
            relations.share(any_rate(), std::initializer_list<Term>{any()}, {any(), any()});
            break;
        case 3:
            relations.growth(any_rate(), any(), any());
            break;
        case 4:
            relations.at_most(any(), any());
            break;
        default:
            relations.equal({any(), any()});
        }
    }

    FuzzedDataProvider bytes_;
    std::size_t amounts_ = 0;
};

std::string described(const System& system) {
    std::string text;
    for (const Relation& relation : system.relations.all()) {
        text += name_of(relation.kind);
        for (const Operand& operand : system.relations.operands(relation)) {
            const Figure& figure = *operand.figure;
            text += ' ' + to_string(operand.coefficient) + "*" +
                    (figure.known() ? to_string(figure.value) : "?") + std::string(figure.unit.word()) + "/" +
                    std::string(name_of(figure.printing.value_or(Printing::nearest))) +
                    (figure.fixed ? "!" : "") + "#" + to_string(figure.trust);
        }
        text += '\n';
    }
    return text;
}

void demand_of(const System& system, bool holds, std::string_view what) {
    if (!holds) demand(false, what, described(system));
}

/// With the changes of a repair in place, what it resolves is no longer broken.
void demand_repair(System& system, const std::vector<Check>& checks, const Repair& repair) {
    std::string told = described(system);
    for (const Correction& change : repair.changes)
        told += to_string(change.figure->value) + " -> " + to_string(change.to) + '\n';
    std::vector<std::pair<Figure*, Decimal>> before;
    for (const Correction& change : repair.changes)
        for (Stated& stated : system.figures)
            for (Figure& figure : stated.statements())
                if (&figure == change.figure) {
                    before.emplace_back(&figure, figure.value);
                    figure.value = change.to;
                }
    if (repair.rate == nullptr)
        for (const std::uint32_t index : repair.resolves)
            demand(check_relation(system.relations, checks[index].relation, {}).outcome != Outcome::broken,
                   "a repair resolves what it says", told);
    for (const auto& [figure, value] : before) figure->value = value;
}

/// Whether the oracle knows of these systems what the checker knows. A missing figure that stands twice in a relation may
/// cancel, which leaves the checker undecided; and the oracle divides by nothing but what is positive, also where the
/// quotient is not known.
bool known_to_oracle(const Relations& relations) {
    for (const Relation& relation : relations.all()) {
        const auto operands = relations.operands(relation);
        for (std::size_t i = 0; i < operands.size(); ++i) {
            const Figure& figure = *operands[i].figure;
            if (relation.kind != Kind::sum && !figure.known()) return false;
            if (operands[i].role == Role::denominator && figure.known() && oracle::box_of(figure).low <= 0)
                return false;
            for (std::size_t k = 0; k < i; ++k)
                if (operands[k].figure == &figure && !figure.known()) return false;
        }
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    System system(data, size);
    const std::vector<Check> checks = check_relations(system.relations, {});
    const Located found = locate(system.relations, checks, {}, {.work = 200'000});
    for (const FaultyPart& part : found.parts) {
        for (const auto& set : part.minimal_sets)
            for (const Figure* figure : set)
                demand_of(system, !figure->fixed && figure->known(),
                          "what is fixed or missing is not blamed");
        // Where there are several parts, what one calls wrong is free for the others.
        if (found.parts.size() != 1) continue;
        for (const Repair& repair : part.repairs) demand_repair(system, checks, repair);
    }
    if (!oracle::judged(system.relations, checks) || !known_to_oracle(system.relations)) return 0;
    const oracle::Oracle judge(system.relations);
    const bool proved = std::all_of(found.parts.begin(), found.parts.end(),
                                    [](const FaultyPart& part) { return part.complete; });
    if (proved)
        demand_of(system, judge.possible({}) == found.parts.empty(), "what is possible is not called faulty");
    for (const auto& set : test::sets_of(found))
        demand_of(system, judge.possible({set.begin(), set.end()}),
                  "every set that is named explains everything");
    return 0;
}
