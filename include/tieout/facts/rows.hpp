// SPDX-License-Identifier: MIT
#ifndef TIEOUT_FACTS_ROWS_HPP
#define TIEOUT_FACTS_ROWS_HPP

// Makes facts of the rows of a table that a program is about to print: any range of structures, with a projection (a
// member, a function, a lambda) for what a row is of, for its name and for each of its amounts.
//
//     struct Line { std::string code, name; Money budget, spent; };
//     const Facts facts = facts_of(lines,
//                                  all_rows({.flow = "expenditure", .fund = "general"}),
//                                  along("function", &Line::code),
//                                  named(&Line::name),
//                                  amount({.phase = "initial"}, &Line::budget),
//                                  amount({.phase = "executed"}, &Line::spent));
//     if (const FactsReport report = check(facts); report.broken()) ...
//
// A row is all of its dimension where its code is "*", or is empty while its name is that of a total (合计). The rows of a
// table are taken to be all there are; along("region", &Line::region, subset) says otherwise. A dimension that nobody has
// described is one whose names are parts of all.

#include <tieout/facts/facts.hpp>

#include <concepts>
#include <functional>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tieout {

/// A projection that says along which dimension a row is of what.
template <class Projection>
struct AlongRows {
    std::string_view dimension;
    Projection member;
    Completeness parts = complete;
};
template <class Projection>
[[nodiscard]] AlongRows<Projection> along(std::string_view dimension, Projection member,
                                          Completeness parts = complete) {
    return {dimension, std::move(member), parts};
}

/// A projection to the name of a row.
template <class Projection>
struct NamedRows {
    Projection name;
};
template <class Projection>
[[nodiscard]] NamedRows<Projection> named(Projection name) {
    return {std::move(name)};
}

/// A projection to one amount of a row, and what distinguishes it from the others: a phase, a fund. What gives a Money, a
/// Percent, a Decimal, a Figure or none of these (std::optional) is an amount.
template <class Projection>
struct AmountOfRows {
    Aspects of;
    Projection figure;
};
template <class Projection>
[[nodiscard]] AmountOfRows<Projection> amount(Aspects of, Projection figure) {
    return {std::move(of), std::move(figure)};
}

/// What all rows of a table are of, and what the table is.
struct AllRows {
    Aspects of{};
    FactTable table{.id = "rows"};
};
[[nodiscard]] inline AllRows all_rows(Aspects of, FactTable table = {.id = "rows"}) {
    return {std::move(of), std::move(table)};
}

namespace detail {

/// Words that name the row of a total.
[[nodiscard]] constexpr bool names_total(std::string_view name) noexcept {
    for (const std::string_view word : {"合计", "总计", "共计", "合 计", "总 计", "total"})
        if (name == word) return true;
    return false;
}

template <class Value>
Figure figure_from(Value&& value) {
    if constexpr (requires { value.has_value(); }) {
        if (value.has_value()) return figure_from(*value);
        return {};
    } else {
        return Figure(std::forward<Value>(value));
    }
}

/// One table of rows while it is being stated.
struct RowsOfTable {
    Aspects of{};
    FactTable table{.id = "rows"};
    std::string name{};
    FactId first = 0;
};

inline void begin_rows(Facts&, RowsOfTable& rows, const AllRows& all) {
    rows.of = all.of;
    rows.table = all.table;
}
inline void begin_rows(Facts&, RowsOfTable&, const auto&) {}

template <class Projection>
void say_parts(Facts& facts, const RowsOfTable& rows, const AlongRows<Projection>& along) {
    if (!facts.has_dimension(along.dimension))
        facts.dimension(facts::Dimension::list(std::string(along.dimension)));
    facts.parts(rows.table.id, along.dimension, along.parts);
}
inline void say_parts(Facts&, const RowsOfTable&, const auto&) {}

template <class Row, class Projection>
void name_row(const Row& row, std::string& name, const NamedRows<Projection>& named) {
    name = std::string_view(std::invoke(named.name, row));
}
template <class Row>
void name_row(const Row&, std::string&, const auto&) {}

template <class Row, class Projection>
void place_row(const Row& row, Aspects& of, std::string_view name, const AlongRows<Projection>& along) {
    const auto& member = std::invoke(along.member, row);
    const std::string_view key(member);
    set_aspect(of, along.dimension, key.empty() && names_total(name) ? facts::all : key);
}
template <class Row>
void place_row(const Row&, Aspects&, std::string_view, const auto&) {}

template <class Row, class Projection>
void state_amount(Facts& facts, const Row& row, const RowsOfTable& rows, const Aspects& of,
                  const AmountOfRows<Projection>& amount) {
    Figure figure = figure_from(std::invoke(amount.figure, row));
    if (figure.label.empty()) figure.label = rows.name;
    facts.state(merged(amount.of, of), std::move(figure), {.table = rows.table.id});
}
template <class Row>
void state_amount(Facts&, const Row&, const RowsOfTable&, const Aspects&, const auto&) {}

} // namespace detail

/// States the amounts of every row of a table, in their order.
/// Example: add_rows(facts, lines, along("function", &Line::code), amount({.phase = "executed"}, &Line::spent))
template <std::ranges::input_range Rows, class... Projections>
void add_rows(Facts& facts, const Rows& rows, const Projections&... projections) {
    detail::RowsOfTable table;
    (detail::begin_rows(facts, table, projections), ...);
    facts.table(table.table);
    (detail::say_parts(facts, table, projections), ...);
    for (const auto& row : rows) {
        table.name.clear();
        (detail::name_row(row, table.name, projections), ...);
        Aspects of = table.of;
        (detail::place_row(row, of, table.name, projections), ...);
        (detail::state_amount(facts, row, table, of, projections), ...);
    }
}

/// The facts of the rows of one table.
template <std::ranges::input_range Rows, class... Projections>
[[nodiscard]] Facts facts_of(const Rows& rows, const Projections&... projections) {
    Facts facts;
    add_rows(facts, rows, projections...);
    return facts;
}

} // namespace tieout

#endif
