// SPDX-License-Identifier: MIT
//
// Figures that are no member of the model stand under a name that people know them by, with what they are of.

#include "read/draft/homes.hpp"

#include "read/vocabulary/words.hpp"

#include <tieout/base/utf8.hpp>

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::size_t name_max = 120;

/// The name that the document gives the figure, cut to a length that can be shown.
std::string name_of_mention(const Mention& mention) {
    std::string name = mention.subject.empty() ? std::string("figure") : mention.subject;
    if (name.size() > name_max) {
        name.resize(name_max);
        while (!name.empty() && continues_utf8(name.back())) name.pop_back();
        if (!name.empty() && static_cast<unsigned char>(name.back()) >= 0xC0U) name.pop_back();
    }
    if (name.front() == '/') name.insert(name.begin(), '_');
    if (mention.phase != Phase::executed) {
        name += '.';
        name += name_of(mention.phase);
    }
    return name;
}

/// What is known of it, for the filing: its part of the model as well, where it is confined to something.
Aspects aspects_of(const Mention& mention) {
    Aspects of = mention.of;
    if (!of.any()) return of;
    if (of.item.empty()) of.item = mention.item;
    if (of.phase.empty() && !mention.item.empty()) of.phase = name_of(mention.phase);
    return of;
}

/// Names that say what sort of figure it is, and not what of.
bool names_nothing(std::string_view subject) {
    static constexpr std::string_view words[] = {
        "", "增减额", "增长率", "占比", "预算完成率", "节约率", "节约资金", "人均", "单价", "扣分", "满分"};
    return is_any(subject, words);
}

std::string key_of(const std::string& name, const Mention& mention, const Aspects& of) {
    std::string key = name + '|' + std::string(mention.figure.unit.word()) + '|' +
                      to_string(mention.figure.base_value()) + (mention.figure.known() ? "" : "?");
    for (const AspectEntry& aspect : aspect_table) key += '|' + of.*(aspect.member);
    return key;
}

/// Whether the figure is stated elsewhere in the same table, or as a change in the same sentence, where it is one over another
/// base: these are two figures, however alike.
bool stands_beside(const NamedFigure& named, const Mention& mention) {
    const Figure& figure = mention.figure;
    if (figure.cell_row == 0 && !mention.subject.ends_with("增减额")) return false;
    const auto statements = named.figure.statements();
    return std::any_of(statements.begin(), statements.end(),
                       [&](const Figure& other) { return other.context == figure.context; });
}

} // namespace

std::string name_apart(std::string name, NamesGiven& given) {
    std::size_t& times = given[name];
    if (++times == 1) return name;
    for (;; ++times)
        if (std::string apart = name + '#' + std::to_string(times); given.emplace(apart, 1).second)
            return apart;
}

void put_under_names(Draft& draft, Filing& filing, Homes& homes) {
    std::unordered_map<std::string, std::size_t> by_value;
    NamesGiven names;
    for (MentionId id = 0; id < draft.mentions.size(); ++id) {
        if (!homes.of[id].owner.empty()) continue;
        Mention& mention = draft.mentions[id];
        std::string name = name_of_mention(mention);
        Aspects of = aspects_of(mention);
        // The same name and the same number: stated again. Another number is another figure, as far as anybody can tell.
        const auto [same, added] = by_value.emplace(key_of(name, mention, of), filing.figures.size());
        const bool another =
            !added &&
            (filing.figures[same->second].figure.statements().size() >= statements_max ||
             names_nothing(mention.subject) || stands_beside(filing.figures[same->second], mention));
        if (added || another) {
            same->second = filing.figures.size();
            filing.figures.push_back(
                {.id = name_apart(std::move(name), names), .figure = {}, .of = std::move(of)});
        }
        NamedFigure& named = filing.figures[same->second];
        put(mention, named.figure, named.id, homes.of[id], homes);
    }
}

} // namespace tieout::detail
