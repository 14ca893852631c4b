// SPDX-License-Identifier: MIT
#ifndef TIEOUT_BENCH_STREAMS_ACCOUNTS_HPP
#define TIEOUT_BENCH_STREAMS_ACCOUNTS_HPP

// The figures of an invented filing as they are printed. What is true is known to the 分 and ties out exactly; each
// figure is then rounded by itself, so that what is printed ties out within rounding, as it does in life.

#include "random.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace tieout::bench {

/// A figure in hundredths of 万元 or of a percent, in tenths of a point, or a count.
using Number = std::int64_t;

constexpr std::size_t most_lines = 12;

/// The lines of a list, as many as the form has.
using Lines = std::array<Number, most_lines>;

/// One of the forms that the bodies of a province fill in: how long its lists are, and which tables it has.
struct Form {
    std::size_t funds;
    std::size_t functions;
    std::size_t classes;
    std::size_t projects;
    std::size_t quantities; // rows of the third tier of the evaluation
    bool both_totals;       // total expenditure beside total income, else surplus used and distributed
    bool class_budgets;
    bool abroad;
    bool vehicle_parts;
    bool procurement;
    bool small_firms;
    bool assets;
    bool fixed_assets_move;
    bool scores;
    bool staff_kinds;
    bool work;
};

struct Project {
    std::size_t name = 0;
    std::int64_t number = 0;
};

struct Accounts {
    const Form* form = nullptr;
    std::size_t body = 0;
    std::uint64_t document = 0; // and the number in the name of the body
    int year = 0;

    Number authorised, actual, staff_rate;
    Lines kinds_authorised, kinds_actual;

    Number income_prior, income, income_growth, opening;
    Lines funds;
    Number surplus_used, total_income, total_expenditure;

    Number prior, initial, supplementary, adjusted, executed, closing, growth, execution_rate;
    Lines functions_prior, functions_initial, functions;
    Number basic_initial, basic, basic_share, personnel, personnel_share, operating;
    Lines classes_initial, classes;
    Number project_prior, project_initial, project;
    std::array<Project, most_lines> project_names;
    Lines projects_prior, projects_initial, projects;

    Number public_initial, public_executed, public_prior, public_growth;
    Number abroad, vehicles, purchase, running, reception;
    Number procurement_initial, procurement, goods, works, services, medium_firms, small_firms;
    Number assets, current, fixed_opening, fixed_increase, fixed_decrease, fixed, depreciation, fixed_net;

    Number evaluated_rate;
    Lines output_weights, outcome_weights;
    Lines quantity_weights; // the rows below the first of the outputs
    std::array<Number, 3> tier_weights, tier_scores;
    Number budget_weight, budget_score, weight, score;

    Number orders, settled, settled_rate;
    Lines channels;
};

constexpr std::size_t output_rows = 4;
constexpr std::size_t outcome_rows = 3;
constexpr std::size_t channels = 3;
constexpr std::size_t staff_kinds = 2;

/// Accounts that tie out, of a form that is drawn too.
Accounts invent(Random& random, std::uint64_t document);

/// Appends them as a line of a stream of filings; numbers are JSON numbers, or text between quotation marks.
void write(const Accounts& accounts, bool quoted, std::string& to);

} // namespace tieout::bench

#endif
