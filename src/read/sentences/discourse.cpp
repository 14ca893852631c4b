// SPDX-License-Identifier: MIT
#include "read/sentences/discourse.hpp"

#include <algorithm>

namespace tieout::detail {

namespace {

bool agree(const std::string& a, const std::string& b) noexcept { return a.empty() || b.empty() || a == b; }

} // namespace

bool addable(const Figure& a, const Figure& b) noexcept {
    if (a.unit.dimension != b.unit.dimension) return false;
    if (a.unit.dimension != Dimension::count) return a.unit.dimension == Dimension::money;
    const auto thing = [](const Figure& figure) -> std::string_view {
        const std::string_view word = figure.unit.word();
        return word == "名" || word == "位" ? std::string_view("人") : word;
    };
    return thing(a) == thing(b);
}

SaidId Reach::said_of(MentionId mention) const {
    // Both stand in the order in which they were read.
    const auto found = std::lower_bound(discourse.said.begin(), discourse.said.end(), mention,
                                        [](const Said& said, MentionId id) { return said.mention < id; });
    const bool there = found != discourse.said.end() && found->mention == mention;
    return there ? static_cast<SaidId>(found - discourse.said.begin()) : none;
}

bool Reach::same_scope(SaidId a, SaidId b) const {
    const Mention& first = mention(a);
    const Mention& second = mention(b);
    return agree(first.of.fund, second.of.fund) && first.of.body == second.of.body &&
           agree(said(a).label.part_of_year, said(b).label.part_of_year);
}

bool Reach::same_subject(SaidId a, SaidId b) const {
    return !said(a).label.key.empty() && said(a).label.key == said(b).label.key && same_scope(a, b) &&
           mention(a).code == mention(b).code;
}

} // namespace tieout::detail
