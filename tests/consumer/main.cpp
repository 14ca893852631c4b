// SPDX-License-Identifier: MIT
// The first program of somebody who links tieout: two amounts and their total, checked.
#include <tieout/numbers/numbers.hpp>
#include <tieout/relations/relation.hpp>
#include <tieout/version.hpp>

#include <fmt/format.h>

int main() {
    using namespace tieout::literals;
    const tieout::Stated basic = 467.35_wan;
    const tieout::Stated project = 1241.76_wan;
    const tieout::Stated total = 1709.11_wan;

    tieout::Relations relations;
    relations.sum(total, {basic, project});

    fmt::print("tieout {}: {} relations, {}\n", tieout::version, relations.size(),
               467.35_wan + 1241.76_wan == 1709.11_wan ? "they tie out" : "they do not");
}
