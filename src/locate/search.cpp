// SPDX-License-Identifier: MIT
#include "locate/search.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace tieout::detail {

namespace {

bool has(const FigureSet& set, int figure) { return std::binary_search(set.begin(), set.end(), figure); }

bool meets(const FigureSet& a, const FigureSet& b) {
    auto x = a.begin();
    auto y = b.begin();
    while (x != a.end() && y != b.end()) {
        if (*x == *y) return true;
        if (*x < *y)
            ++x;
        else
            ++y;
    }
    return false;
}

/// Sets of a group beyond this are not listed, even while they are still being tried.
constexpr std::size_t listed_max = 4096;

/// Combinations of sets of several groups that are tried together.
constexpr std::size_t combinations_max = 512;

} // namespace

Search::Search(System& system, std::size_t sets_max)
    : system_(system), sets_max_(sets_max), stand_in_(system.stand_ins()), next_alike_(stand_in_.size(), -1),
      wrong_(system.figure_count(), 0), barred_(system.figure_count(), 0) {
    std::vector<int> last(stand_in_.size(), -1);
    confirmed_.reserve(stand_in_.size());
    for (std::size_t i = 0; i < stand_in_.size(); ++i) {
        const int before = std::exchange(last[static_cast<std::size_t>(stand_in_[i])], static_cast<int>(i));
        if (before >= 0) next_alike_[static_cast<std::size_t>(before)] = static_cast<int>(i);
        confirmed_.push_back(system.checks_with(static_cast<int>(i)));
    }
}

void Search::add(Conflict conflict) {
    // What is known to be right is no suspect, and where there is no number there is none to correct.
    std::erase_if(conflict.figures, [&](int number) {
        const Figure& figure = system_.figure(number);
        return figure.fixed || !figure.known();
    });
    for (int& figure : conflict.figures) figure = stand_in_[static_cast<std::size_t>(figure)];
    std::sort(conflict.figures.begin(), conflict.figures.end());
    conflict.figures.erase(std::unique(conflict.figures.begin(), conflict.figures.end()),
                           conflict.figures.end());
    conflicts_.push_back(std::move(conflict));
}

bool Search::possible(const FigureSet& wrong) {
    if (known_possible_.contains(wrong)) return true;
    std::fill(wrong_.begin(), wrong_.end(), char{0});
    for (const int figure : wrong) wrong_[static_cast<std::size_t>(figure)] = 1;
    Conflict why;
    if (system_.feasible(wrong_, why)) {
        known_possible_.insert(wrong);
        return true;
    }
    add(std::move(why));
    return false;
}

/// Conflicts that share a figure belong together.
void Search::regroup() {
    std::vector<int> group_of(system_.figure_count(), -1);
    groups_.clear();
    for (std::size_t i = 0; i < conflicts_.size(); ++i) {
        Group merged;
        merged.figures = conflicts_[i].figures;
        merged.conflicts = {static_cast<int>(i)};
        for (std::size_t g = 0; g < groups_.size();) {
            if (!meets(groups_[g].figures, merged.figures)) {
                ++g;
                continue;
            }
            FigureSet both;
            std::set_union(merged.figures.begin(), merged.figures.end(), groups_[g].figures.begin(),
                           groups_[g].figures.end(), std::back_inserter(both));
            merged.figures = std::move(both);
            merged.conflicts.insert(merged.conflicts.begin(), groups_[g].conflicts.begin(),
                                    groups_[g].conflicts.end());
            groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(g));
        }
        groups_.push_back(std::move(merged));
    }
    for (Group& group : groups_) std::sort(group.conflicts.begin(), group.conflicts.end());
    std::sort(groups_.begin(), groups_.end(),
              [](const Group& a, const Group& b) { return a.conflicts.front() < b.conflicts.front(); });
}

bool Search::redundant(const Group& group, const FigureSet& set) const {
    system_.spend(set.size() * group.conflicts.size());
    // Figures without any cost could be added to every set.
    for (const int figure : set) {
        const bool needed = std::any_of(group.conflicts.begin(), group.conflicts.end(), [&](int number) {
            const FigureSet& conflict = conflicts_[static_cast<std::size_t>(number)].figures;
            return has(conflict, figure) && std::count_if(set.begin(), set.end(), [&](int other) {
                                                return has(conflict, other);
                                            }) == 1;
        });
        if (!needed) return true;
    }
    return false;
}

Decimal Search::still_needed(const Group& group, const FigureSet& chosen) const {
    FigureSet counted;
    Decimal sum;
    for (const int number : group.conflicts) {
        const FigureSet& figures = conflicts_[static_cast<std::size_t>(number)].figures;
        if (meets(figures, chosen) || meets(figures, counted)) continue;
        std::optional<Decimal> cheapest;
        for (const int figure : figures) {
            if (barred(figure)) continue;
            const Decimal cost = std::max(system_.figure(figure).trust, Decimal());
            if (!cheapest || cost < *cheapest) cheapest = cost;
            counted.insert(std::lower_bound(counted.begin(), counted.end(), figure), figure);
        }
        if (cheapest) sum += *cheapest;
    }
    return sum;
}

bool Search::likelier(const FigureSet& a, const FigureSet& b) const {
    const auto confirmed = [&](const FigureSet& set) {
        int sum = 0;
        for (const int figure : set) sum += confirmed_[static_cast<std::size_t>(figure)];
        return sum;
    };
    const int of_a = confirmed(a);
    const int of_b = confirmed(b);
    return of_a != of_b ? of_a < of_b : a < b;
}

void Search::extend(const Group& group, FigureSet& chosen, const Decimal& cost) {
    system_.spend(1 + group.conflicts.size());
    // Once there are too many to be listed, only a set that costs less is of interest.
    const auto too_much = [&](const Decimal& least) {
        return least_ && (cut_ ? least >= *least_ : least > *least_);
    };
    if (too_much(cost) || (least_ && too_much(cost + still_needed(group, chosen)))) return;
    // The conflict that leaves the fewest figures to choose from.
    const FigureSet* open = nullptr;
    std::size_t fewest = 0;
    for (const int number : group.conflicts) {
        const FigureSet& figures = conflicts_[static_cast<std::size_t>(number)].figures;
        if (meets(figures, chosen)) continue;
        const auto left = static_cast<std::size_t>(
            std::count_if(figures.begin(), figures.end(), [&](int figure) { return !barred(figure); }));
        if (open == nullptr || left < fewest) {
            open = &figures;
            fewest = left;
        }
    }
    if (open == nullptr) {
        if (redundant(group, chosen)) return;
        if (!least_ || cost < *least_) {
            least_ = cost;
            found_.clear();
            cut_ = false;
        }
        if (found_.size() < listed_max)
            found_.push_back(chosen);
        else
            cut_ = true;
        return;
    }
    // What fewer checks confirm is tried first.
    FigureSet order;
    order.reserve(fewest);
    for (const int figure : *open)
        if (!barred(figure)) order.push_back(figure);
    if (order.size() > 1)
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return confirmed_[static_cast<std::size_t>(a)] < confirmed_[static_cast<std::size_t>(b)];
        });
    for (const int figure : order) {
        const Decimal& trust = system_.figure(figure).trust;
        chosen.insert(std::lower_bound(chosen.begin(), chosen.end(), figure), figure);
        extend(group, chosen, sign(trust) > 0 ? cost + trust : cost);
        chosen.erase(std::lower_bound(chosen.begin(), chosen.end(), figure));
        // The next branches are those without it.
        barred_[static_cast<std::size_t>(figure)] = 1;
    }
    for (const int figure : order) barred_[static_cast<std::size_t>(figure)] = 0;
}

void Search::sets_of(Group& group) {
    found_.clear();
    least_.reset();
    cut_ = false;
    FigureSet chosen;
    // What was left where the work was used up is of no use.
    std::fill(barred_.begin(), barred_.end(), char{0});
    extend(group, chosen, Decimal());
    std::sort(found_.begin(), found_.end(),
              [&](const FigureSet& a, const FigureSet& b) { return likelier(a, b); });
    group.sets = found_;
    group.cut = cut_;
    // There is no need to try more than can be listed when what there is cannot be counted.
    if (group.cut && group.sets.size() > sets_max_) group.sets.resize(std::max(sets_max_, std::size_t{1}));
}

/// One round; false when nothing is left to be tried.
bool Search::step() {
    regroup();
    for (Group& group : groups_) sets_of(group);
    if (std::any_of(groups_.begin(), groups_.end(), [](const Group& group) { return group.sets.empty(); })) {
        // Only figures that are known to be right stand in a conflict: nothing explains it, and so that the others
        // suffice cannot be shown.
        for (Group& group : groups_) group.cut = !group.sets.empty();
        complete_ = true;
        return false;
    }
    const auto joined = [&](const std::vector<std::size_t>& choice) {
        FigureSet set;
        for (std::size_t g = 0; g < groups_.size(); ++g)
            set.insert(set.end(), groups_[g].sets[choice[g]].begin(), groups_[g].sets[choice[g]].end());
        std::sort(set.begin(), set.end());
        return set;
    };
    std::vector<std::size_t> choice(groups_.size(), 0);
    // All that are tried in one round give their conflicts before the next begins.
    const std::size_t before = conflicts_.size();
    if (!possible(joined(choice))) return true;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        for (std::size_t i = 1; i < groups_[g].sets.size(); ++i) {
            const bool settled = std::any_of(
                conflicts_.begin() + static_cast<std::ptrdiff_t>(before), conflicts_.end(),
                [&](const Conflict& conflict) { return !meets(conflict.figures, groups_[g].sets[i]); });
            if (settled) continue;
            choice[g] = i;
            possible(joined(choice));
        }
        choice[g] = 0;
    }
    if (conflicts_.size() > before) return true;
    bool all_tried = true;
    if (groups_.size() > 1) {
        std::size_t combinations = 1;
        for (const Group& group : groups_)
            combinations = std::min(combinations * group.sets.size(), combinations_max + 1);
        all_tried = combinations <= combinations_max;
        for (std::size_t number = 0; all_tried && number < combinations; ++number) {
            std::size_t rest = number;
            for (std::size_t g = 0; g < groups_.size(); ++g) {
                choice[g] = rest % groups_[g].sets.size();
                rest /= groups_[g].sets.size();
            }
            if (!possible(joined(choice))) return true;
        }
    }
    complete_ = all_tried;
    split();
    return false;
}

void Search::salvage() {
    complete_ = false;
    regroup();
    // Whatever was found to suffice had been chosen as a least set that meets all conflicts known by then, so that no
    // set costs less, and meets all that are known now.
    for (Group& group : groups_) {
        std::set<FigureSet> proved;
        for (const FigureSet& wrong : known_possible_) {
            FigureSet here;
            std::set_intersection(wrong.begin(), wrong.end(), group.figures.begin(), group.figures.end(),
                                  std::back_inserter(here));
            proved.insert(std::move(here));
        }
        group.sets.assign(proved.begin(), proved.end());
        group.cut = true;
    }
}

void Search::expand(Group& group) const {
    std::vector<FigureSet> all_alike(stand_in_.size());
    const auto alike = [&](int figure) -> const FigureSet& {
        FigureSet& known = all_alike[static_cast<std::size_t>(figure)];
        if (known.empty())
            for (int each = figure; each >= 0; each = next_alike_[static_cast<std::size_t>(each)])
                known.push_back(each);
        return known;
    };
    if (!group.cut) {
        std::size_t total = 0;
        for (const FigureSet& set : group.sets) {
            std::size_t here = 1;
            for (const int figure : set)
                if (__builtin_mul_overflow(here, alike(figure).size(), &here))
                    here = std::numeric_limits<std::size_t>::max();
            if (__builtin_add_overflow(total, here, &total)) total = std::numeric_limits<std::size_t>::max();
        }
        group.total = total;
        if (!group.sets.empty()) group.core = group.sets.front();
        for (const FigureSet& set : group.sets)
            std::erase_if(group.core,
                          [&](int figure) { return !has(set, figure) || alike(figure).size() > 1; });
    }
    const std::size_t wanted = group.total && *group.total <= listed_max ? *group.total : sets_max_;
    std::vector<FigureSet> expanded;
    for (const FigureSet& set : group.sets) {
        // All ways to choose one of those alike for each figure, as an odometer counts them.
        std::vector<std::size_t> choice(set.size(), 0);
        for (bool more = true; more && expanded.size() < wanted;) {
            FigureSet chosen;
            for (std::size_t i = 0; i < set.size(); ++i) chosen.push_back(alike(set[i])[choice[i]]);
            std::sort(chosen.begin(), chosen.end());
            expanded.push_back(std::move(chosen));
            more = false;
            for (std::size_t i = set.size(); !more && i-- > 0;) {
                more = ++choice[i] < alike(set[i]).size();
                if (!more) choice[i] = 0;
            }
        }
    }
    std::sort(expanded.begin(), expanded.end());
    if (expanded.size() > sets_max_) expanded.resize(sets_max_);
    group.cut = group.cut || expanded.size() < *group.total;
    group.sets = std::move(expanded);
    FigureSet figures;
    for (const int figure : group.figures)
        figures.insert(figures.end(), alike(figure).begin(), alike(figure).end());
    std::sort(figures.begin(), figures.end());
    group.figures = std::move(figures);
}

/// Sets that are all combinations of smaller ones are told apart: conflicts hang together only through figures that
/// some answer calls wrong.
void Search::split() {
    std::vector<Group> all;
    for (Group& group : groups_) {
        FigureSet suspects;
        for (const FigureSet& set : group.sets) suspects.insert(suspects.end(), set.begin(), set.end());
        std::sort(suspects.begin(), suspects.end());
        suspects.erase(std::unique(suspects.begin(), suspects.end()), suspects.end());
        std::vector<FigureSet> cores;
        for (const int number : group.conflicts) {
            FigureSet core;
            const FigureSet& figures = conflicts_[static_cast<std::size_t>(number)].figures;
            std::set_intersection(figures.begin(), figures.end(), suspects.begin(), suspects.end(),
                                  std::back_inserter(core));
            cores.push_back(std::move(core));
        }
        const auto covers = [](const FigureSet& larger, const FigureSet& smaller) {
            return std::includes(larger.begin(), larger.end(), smaller.begin(), smaller.end());
        };
        // Only conflicts that ask for more than the others do bind figures together.
        std::vector<FigureSet> bound;
        for (const FigureSet& core : cores) {
            if (std::any_of(cores.begin(), cores.end(), [&](const FigureSet& other) {
                    return other.size() < core.size() && covers(core, other);
                }))
                continue;
            FigureSet merged = core;
            for (std::size_t i = 0; i < bound.size();) {
                if (!meets(bound[i], merged)) {
                    ++i;
                    continue;
                }
                FigureSet both;
                std::set_union(merged.begin(), merged.end(), bound[i].begin(), bound[i].end(),
                               std::back_inserter(both));
                merged = std::move(both);
                bound.erase(bound.begin() + static_cast<std::ptrdiff_t>(i));
            }
            bound.push_back(std::move(merged));
        }
        std::vector<Group> pieces;
        std::size_t combinations = 1;
        for (const FigureSet& figures : bound) {
            Group piece;
            piece.figures = figures;
            for (const FigureSet& set : group.sets) {
                FigureSet here;
                std::set_intersection(set.begin(), set.end(), figures.begin(), figures.end(),
                                      std::back_inserter(here));
                if (std::find(piece.sets.begin(), piece.sets.end(), here) == piece.sets.end())
                    piece.sets.push_back(std::move(here));
            }
            std::sort(piece.sets.begin(), piece.sets.end());
            combinations = std::min(combinations * piece.sets.size(), group.sets.size() + 1);
            pieces.push_back(std::move(piece));
        }
        if (group.cut || pieces.size() < 2 || combinations != group.sets.size()) {
            all.push_back(std::move(group));
            continue;
        }
        for (std::size_t i = 0; i < group.conflicts.size(); ++i) {
            // A conflict belongs where its figures are all, or else to the first piece that it meets.
            auto home = std::find_if(pieces.begin(), pieces.end(),
                                     [&](const Group& piece) { return covers(piece.figures, cores[i]); });
            if (home == pieces.end())
                home = std::find_if(pieces.begin(), pieces.end(),
                                    [&](const Group& piece) { return meets(piece.figures, cores[i]); });
            home->conflicts.push_back(group.conflicts[i]);
        }
        for (Group& piece : pieces) all.push_back(std::move(piece));
    }
    groups_ = std::move(all);
    std::sort(groups_.begin(), groups_.end(),
              [](const Group& a, const Group& b) { return a.conflicts.front() < b.conflicts.front(); });
}

void Search::run() {
    for (const Conflict& conflict : conflicts_)
        for (const int figure : conflict.figures) --confirmed_[static_cast<std::size_t>(figure)];
    try {
        // A system that is impossible although each of its checks holds gives its first conflict itself.
        if (conflicts_.empty() && possible({})) {
            complete_ = true;
            return;
        }
        while (step()) {
        }
    } catch (const OutOfWork&) {
        salvage();
    }
    for (Group& group : groups_) expand(group);
}

} // namespace tieout::detail
