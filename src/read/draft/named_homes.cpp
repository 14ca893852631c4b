// SPDX-License-Identifier: MIT
//
// Figures that are no member of the model stand under a name that people know them by, with what they are of.

#include "read/draft/homes.hpp"

#include "read/vocabulary/words.hpp"

#include <tieout/base/utf8.hpp>

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <functional>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::size_t name_max = 120;

/// The words that name it, cut to a length that can be shown.
std::string_view words_of(const Mention& mention) {
    const std::string_view words = mention.subject;
    if (words.empty()) return "figure";
    if (words.size() <= name_max) return words;
    std::size_t size = name_max;
    while (size > 0 && continues_utf8(words[size])) --size;
    return words.substr(0, size);
}

/// The name that the document gives the figure.
std::string name_of_mention(const Mention& mention) {
    std::string name(words_of(mention));
    if (name.front() == '/') name.insert(name.begin(), '_');
    if (mention.phase != Phase::executed) {
        name += '.';
        name += name_of(mention.phase);
    }
    return name;
}

/// What is known of it, for the filing: its part of the model as well, where it is confined to something.
Aspects aspects_of(Mention& mention) {
    Aspects of = std::move(mention.of);
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

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// A figure under a name of its own, and the mention that is its first statement.
struct Named {
    MentionId first = no_mention;
    std::size_t figure = 0;
    /// The one before it of the same hash.
    std::size_t next = none;
};

/// The figures that were named, found by the number that they print: the same name, number and aspects are the same figure
/// stated again.
class NamedBefore {
  public:
    NamedBefore(const Draft& draft, const Filing& filing) : draft_(draft), filing_(filing) {
        by_hash_.reserve(draft.mentions.size());
        named_.reserve(draft.mentions.size());
    }

    /// The latest of that name, number and aspects; or it is added, as the figure behind all others.
    [[nodiscard]] std::pair<Named*, bool> find_or_add(MentionId id, const Aspects& of) {
        const Mention& mention = draft_.mentions[id];
        const Decimal value = mention.figure.base_value();
        const std::size_t hash = std::hash<std::string_view>{}(words_of(mention)) ^ (value.lo * 31);
        const auto [first, added] = by_hash_.try_emplace(hash, named_.size());
        if (!added)
            for (std::size_t at = first->second; at != none; at = named_[at].next)
                if (is_same(named_[at], mention, value, of)) return {&named_[at], false};
        named_.push_back({id, filing_.figures.size(), added ? none : first->second});
        first->second = named_.size() - 1;
        return {&named_.back(), true};
    }

  private:
    [[nodiscard]] bool is_same(const Named& named, const Mention& mention, const Decimal& value,
                               const Aspects& of) const {
        const Mention& first = draft_.mentions[named.first];
        const NamedFigure& stated = filing_.figures[named.figure];
        const Figure& figure = stated.figure.statements().front();
        return words_of(first) == words_of(mention) && first.phase == mention.phase &&
               figure.unit.word() == mention.figure.unit.word() && figure.known() == mention.figure.known() &&
               identical(figure.base_value(), value) && stated.of == of;
    }

    const Draft& draft_;
    const Filing& filing_;
    std::vector<Named> named_{};
    /// The latest of each hash.
    boost::unordered_flat_map<std::size_t, std::size_t> by_hash_{};
};

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

void put_under_names(Draft& draft, Filing& filing, Homes& homes) {
    NamedBefore before(draft, filing);
    std::vector<OwnerId> owners(filing.figures.size(), no_owner);
    NamesApart<NamedFigure> figures(filing.figures);
    // Owners are called by the ids where they stand: the figures may not be moved.
    figures.reserve(draft.mentions.size());
    homes.owners.reserve(homes.owners.size() + draft.mentions.size());
    for (MentionId id = 0; id < draft.mentions.size(); ++id) {
        if (homes.of[id].owner != no_owner) continue;
        Mention& mention = draft.mentions[id];
        Aspects of = aspects_of(mention);
        // The same name and the same number: stated again. Another number is another figure, as far as anybody can tell.
        const auto [same, added] = before.find_or_add(id, of);
        const bool another =
            !added &&
            (filing.figures[same->figure].figure.statements().size() >= statements_max ||
             names_nothing(mention.subject) || stands_beside(filing.figures[same->figure], mention));
        if (added || another) {
            same->first = id;
            same->figure = filing.figures.size();
            figures.add({.id = name_of_mention(mention), .figure = {}, .of = std::move(of)});
            owners.push_back(homes.add(filing.figures.back().id));
        }
        put(mention, filing.figures[same->figure].figure, owners[same->figure], homes.of[id], homes);
    }
}

} // namespace tieout::detail
