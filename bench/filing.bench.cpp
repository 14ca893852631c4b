// SPDX-License-Identifier: MIT
// Checks a whole filing, and the bare arithmetic of the same relations with other numbers.
//
// tieout states the relations that its rules demand, finds how each figure was printed, and decides every check; the
// others are given the relations laid out and the half units of their figures, and only calculate.

#include "filing.hpp"
#include "contender.hpp"
#include "measured.hpp"

#include <tieout/rules/report.hpp>

#include <benchmark/benchmark.h>

#include <stdexcept>
#include <vector>

namespace tieout::bench {
namespace {

/// The integers hold hundred-thousandths: half of 0.01% is the smallest number there is.
constexpr int integer_scale = 5;

template <class T>
T converted(const Decimal& value) {
    if constexpr (std::is_same_v<T, double>) {
        return std::stod(to_string(value));
    } else if constexpr (std::is_same_v<T, std::int64_t> || std::is_same_v<T, cpp_int>) {
        const Decimal whole = rescaled(value, integer_scale).value();
        return static_cast<T>(static_cast<std::int64_t>(whole.lo));
    } else if constexpr (std::is_same_v<T, cpp_rational>) {
        const Decimal whole = rescaled(value, integer_scale).value();
        return cpp_rational(static_cast<std::int64_t>(whole.lo), 100'000);
    } else {
        return T(to_string(value));
    }
}

/// What two values multiplied must be divided by to be a value again.
template <class T>
T one() {
    return converted<T>(Decimal{1});
}

template <class T>
struct Cell {
    T value;
    T half; ///< half a unit of the last digit
    int coefficient;
};

template <class T>
struct Row {
    bool quotient;
    Comparison comparison;
    std::size_t first;
    std::size_t numerator;
    std::size_t count;
    T constant;
};

/// The relations of the checks of a report, laid out for one number type.
template <class T>
struct Sheet {
    std::vector<Cell<T>> cells;
    std::vector<Row<T>> rows;

    explicit Sheet(const ReportView& report) {
        for (const Check& check : report.checks) {
            const Relation& relation = report.relation_of(check);
            // Presence takes no arithmetic.
            if (relation.kind == Kind::present || relation.kind == Kind::absent ||
                relation.kind == Kind::unit)
                continue;
            const auto operands = report.relations.operands(relation);
            rows.push_back({relation.numerator_count != 0, relation.comparison, cells.size(),
                            relation.numerator_count, operands.size(),
                            converted<T>(shifted(relation.constant, relation.constant_unit.power))});
            for (const Operand& operand : operands) {
                const Precision precision = precision_of(report.relations, relation, operand, report.options);
                const Decimal half =
                    precision.printing == Printing::exact
                        ? Decimal{0}
                        : shifted(Decimal::of(5, precision.scale + 1), operand.figure->unit.power);
                // What is equal is a difference of nothing.
                int coefficient = static_cast<int>(static_cast<std::int64_t>(operand.coefficient.lo));
                if (relation.kind == Kind::equal && &operand != &operands.front()) coefficient = -coefficient;
                cells.push_back(
                    {converted<T>(operand.figure->base_value()), converted<T>(half), coefficient});
            }
        }
    }

    bool holds(const Row<T>& row) const {
        const Cell<T>* const cell = cells.data() + row.first;
        if (!row.quotient) {
            T gap = -row.constant;
            T slack{};
            for (std::size_t i = 0; i < row.count; ++i) add(cell[i], gap, slack);
            switch (row.comparison) {
            case Comparison::equals:
                return gap <= slack && -gap <= slack;
            case Comparison::at_most:
            case Comparison::less_than:
                return gap <= slack;
            case Comparison::at_least:
            case Comparison::more_than:
                return -gap <= slack;
            }
        }
        T numerator{};
        T denominator{};
        T numerator_slack{};
        T denominator_slack{};
        for (std::size_t i = 1; i <= row.numerator; ++i) add(cell[i], numerator, numerator_slack);
        for (std::size_t i = row.numerator + 1; i < row.count; ++i)
            add(cell[i], denominator, denominator_slack);
        const T scaled = numerator * unit_;
        const T low = cell[0].value - cell[0].half;
        const T high = cell[0].value + cell[0].half;
        const T at_low = low * denominator;
        const T at_high = high * denominator;
        if (at_low <= scaled && scaled <= at_high) return true;
        const T slack = numerator_slack * unit_ + high * denominator_slack;
        return at_low - slack <= scaled && scaled <= at_high + slack;
    }

  private:
    static void add(const Cell<T>& cell, T& sum, T& slack) {
        if (cell.coefficient == 1)
            sum += cell.value;
        else if (cell.coefficient == -1)
            sum -= cell.value;
        else
            sum += cell.value * cell.coefficient;
        slack += cell.half;
    }

    T unit_ = one<T>();
};

void filing(benchmark::State& state) {
    const Filing read = usual_filing();
    const Summary summary = check_in_place(read).summary();
    if (summary.broken + summary.undecided != 0) return state.SkipWithError("not everything ties out");
    for ([[maybe_unused]] auto _ : state) {
        const ReportView report = check_in_place(read);
        benchmark::DoNotOptimize(report.checks.data());
    }
    state.counters["figures"] = static_cast<double>(summary.figures);
    state.counters["held"] = static_cast<double>(summary.exact + summary.rounding);
    state.counters["rounding"] = static_cast<double>(summary.rounding);
    measured(state, 1);
}

template <class T>
void bare_filing(benchmark::State& state) {
    const Filing read = usual_filing();
    const Sheet<T> sheet(check_in_place(read));
    std::size_t held = 0;
    for ([[maybe_unused]] auto _ : state) {
        held = 0;
        for (const Row<T>& row : sheet.rows) held += static_cast<std::size_t>(sheet.holds(row));
        benchmark::DoNotOptimize(held);
    }
    state.counters["held"] = static_cast<double>(held);
    measured(state, 1);
}

BENCHMARK(filing)->Name("filing/tieout");
BENCHMARK_TEMPLATE(bare_filing, double)->Name("filing/double");
BENCHMARK_TEMPLATE(bare_filing, std::int64_t)->Name("filing/int64");
BENCHMARK_TEMPLATE(bare_filing, cpp_int)->Name("filing/cpp_int");
BENCHMARK_TEMPLATE(bare_filing, cpp_dec_float_50)->Name("filing/cpp_dec_float_50");
BENCHMARK_TEMPLATE(bare_filing, cpp_rational)->Name("filing/cpp_rational");

} // namespace
} // namespace tieout::bench
