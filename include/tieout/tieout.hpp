// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TIEOUT_HPP
#define TIEOUT_TIEOUT_HPP

// All of the core (CMake: tieout::core), which needs nothing but the C++ library: numbers, figures, relations, filings,
// rules, ratios, scores, and reports as text and JSON.
//
//     #include <tieout/tieout.hpp>
//     using namespace tieout;
//     using namespace tieout::literals;
//
//     Filing filing;
//     filing.expenditure.executed = 1709.11_wan;
//     filing.expenditure.basic.executed = 467.35_wan;
//     filing.expenditure.project.executed = 1241.67_wan;
//     const Report report = check(std::move(filing));
//
// What reads and writes documents is <tieout/documents.hpp>; {fmt} formatters are <tieout/fmt.hpp>; assertions for tests
// are <tieout/testing/doctest.hpp> and its neighbours.

#include <tieout/base/cell.hpp>
#include <tieout/base/export.hpp>
#include <tieout/base/fatal.hpp>
#include <tieout/base/file_part.hpp>
#include <tieout/base/language.hpp>
#include <tieout/base/lifetime.hpp>
#include <tieout/base/problem.hpp>
#include <tieout/base/result.hpp>
#include <tieout/base/utf8.hpp>
#include <tieout/facts/check.hpp>
#include <tieout/facts/dimension.hpp>
#include <tieout/facts/facts.hpp>
#include <tieout/facts/filing.hpp>
#include <tieout/facts/form.hpp>
#include <tieout/facts/laws.hpp>
#include <tieout/facts/rows.hpp>
#include <tieout/locate/locate.hpp>
#include <tieout/locate/slip.hpp>
#include <tieout/model/aspects.hpp>
#include <tieout/model/concepts.hpp>
#include <tieout/model/describe.hpp>
#include <tieout/model/filing.hpp>
#include <tieout/model/find.hpp>
#include <tieout/model/item.hpp>
#include <tieout/model/place.hpp>
#include <tieout/model/walk.hpp>
#include <tieout/numbers/amounts.hpp>
#include <tieout/numbers/date.hpp>
#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/interval.hpp>
#include <tieout/numbers/literals.hpp>
#include <tieout/numbers/money.hpp>
#include <tieout/numbers/percent.hpp>
#include <tieout/numbers/printed.hpp>
#include <tieout/numbers/ratio.hpp>
#include <tieout/numbers/rounding.hpp>
#include <tieout/numbers/typed.hpp>
#include <tieout/numbers/unit.hpp>
#include <tieout/numbers/wide.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/relations/explain.hpp>
#include <tieout/relations/figure.hpp>
#include <tieout/relations/relation.hpp>
#include <tieout/rules/ratio_table.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/rules/rule.hpp>
#include <tieout/rules/rule_set.hpp>
#include <tieout/rules/score_demand.hpp>
#include <tieout/rules/together.hpp>
#include <tieout/score/method.hpp>
#include <tieout/score/profile.hpp>
#include <tieout/score/score.hpp>
#include <tieout/version.hpp>
#include <tieout/write/format.hpp>
#include <tieout/write/json.hpp>
#include <tieout/write/problem.hpp>
#include <tieout/write/text.hpp>

#endif
