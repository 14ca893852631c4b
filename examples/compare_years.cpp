// SPDX-License-Identifier: MIT
// Is what a body gives as the prior year what it gave a year ago?
#include "filing_from.hpp"

#include <tieout/model/find.hpp>
#include <tieout/model/walk.hpp>
#include <tieout/relations/explain.hpp>

using namespace tieout;

int main(int argc, char** argv) {
    const Filing last = filing_from(argc > 2 ? argv[1] : "examples/years/2021.json");
    const Filing current = filing_from(argc > 2 ? argv[2] : "examples/years/2022.json");

    each_figure(current, [&](const std::string& pointer, const Stated& prior) {
        constexpr std::string_view phase = "/prior";
        if (!pointer.ends_with(phase)) return;
        const std::string item = pointer.substr(0, pointer.size() - phase.size());
        const auto executed = find_figure(last, item + "/executed");
        if (!executed || executed->empty()) {
            fmt::print("{}: not stated a year ago\n", item);
            return;
        }
        Relations relations;
        relations.equal({prior, *executed});
        const Check check = check_relation(relations, 0, {});
        fmt::print("{}: {}: {}\n", item, described(check.outcome).words.en,
                   explain(relations, check, {}, Language::en).arithmetic);
    });
}
