// SPDX-License-Identifier: MIT
// Every built-in form, filled in so that everything ties out, in every layout: nothing is called broken. The same with a
// misprint that contradicts what follows from the form: where the layout keeps the cells it is named or doubted.
//
// And consistent tables that are misread: they are hardly ever called broken.
//
//     tieout_every_form SEED COUNT                the same for other seeds, as a table by form and by layout
//     tieout_every_form SEED COUNT --misread      and by the way of misreading
#include "trial.hpp"

#include <tieout/facts/check.hpp>
#include <tieout/read/form.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>

using namespace tieout;
using namespace tieout::test::every_form;

namespace {

constexpr std::uint64_t seeds = 3;

std::size_t share(std::size_t part, std::size_t whole) { return whole == 0 ? 100 : 100 * part / whole; }

/// How much of what follows from the forms is decided, and how many misprints are seen, at least; in hundredths.
struct Aim {
    std::string_view layout;
    std::size_t decided;
    std::size_t seen;
};
constexpr Aim aims[] = {{"html", 98, 95},         {"tabs", 98, 95},          {"commas", 97, 90},
                        {"quoted", 97, 90},       {"semicolons", 97, 90},    {"pipes", 98, 95},
                        {"aligned", 85, 80},      {"by characters", 75, 70}, {"pages", 75, 70},
                        {"pages, heads", 75, 70}, {"blanks", 55, 60},        {"cells", 20, 20}};

} // namespace

TEST_CASE("what every form is filled in with ties out") {
    for (const Form* const form : all_forms())
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            CAPTURE(form->name);
            CAPTURE(seed);
            const FilledForm made = filled(*form, seed);
            const Facts facts = facts_of(made);
            CHECK(check(facts).summary().broken == 0);
            CHECK(!made.cells.empty());
        }
}

TEST_CASE("every form in every layout is read, not accused, and its misprints are seen") {
    for (const Aim& aim : aims) {
        Tally tally;
        for (const LayoutKind& layout : layouts()) {
            if (layout.name != aim.layout) continue;
            for (const Form* const form : all_forms())
                for (std::uint64_t seed = 1; seed <= seeds; ++seed)
                    tally +=
                        tried(*form, layout, seed, [&](const std::string& what, const std::string& text) {
                            if (what == "broken")
                                FAIL_CHECK(form->name, " in ", layout.name, ", seed ", seed, ":\n", text);
                        });
        }
        CAPTURE(aim.layout);
        CHECK(tally.tables > 0);
        CHECK(share(tally.decided, tally.relations) >= aim.decided);
        CHECK(share(tally.seen(), tally.misprints) >= aim.seen);
    }
}

TEST_CASE("consistent tables of which rows, captions, labels or figures were misread are doubted, and hardly "
          "ever accused") {
    // What may be accused at most, in hundredths: two figures in each other's place contradict each other in earnest.
    struct Most {
        std::string_view way;
        std::size_t accused;
    };
    constexpr Most most[] = {
        {"row lost", 5},       {"page lost", 5},   {"captions exchanged", 5},   {"caption unknown", 4},
        {"labels shifted", 5}, {"sister form", 4}, {"neighbours exchanged", 8}, {"figure lost", 3},
        {"figures shifted", 8}};
    REQUIRE(std::size(most) == misreadings().size());
    // Few documents can be misread in each way: of a hundred and fifty, one more or less would decide.
    constexpr std::uint64_t more = 4 * seeds;
    const Tell nobody = [](const std::string&, const std::string&) {};
    for (const Misreading& misreading : misreadings()) {
        MisreadTally tally;
        for (const LayoutKind& layout : layouts())
            if (layout.name == "html")
                for (const Form* const form : all_forms())
                    for (std::uint64_t seed = 1; seed <= more; ++seed)
                        try_misread(*form, layout, misreading, seed, tally, nobody);
        for (std::uint64_t seed = 1; seed <= 20 * more; ++seed) try_misread(misreading, seed, tally, nobody);
        const auto* const aim = std::find_if(std::begin(most), std::end(most),
                                             [&](const Most& one) { return one.way == misreading.name; });
        REQUIRE(aim != std::end(most));
        CAPTURE(misreading.name);
        CAPTURE(tally.documents);
        CAPTURE(tally.accused);
        CHECK(100 * tally.accused <= aim->accused * tally.documents);
        CHECK(tally.doubted > tally.accused);
    }
}
