// SPDX-License-Identifier: MIT
#include <tieout/locate/locate.hpp>

#include "locate/known.hpp"
#include "locate/reckoner.hpp"
#include "locate/repair.hpp"
#include "relations/evidence.hpp"

#include <algorithm>
#include <numeric>

namespace tieout {

namespace {

using detail::Conflict;
using detail::Conventions;
using detail::FigureSet;
using detail::Group;
using detail::OutOfWork;
using detail::Search;
using detail::System;
using detail::Work;

/// Which things hang together; the smallest number stands for all.
class Union {
  public:
    std::size_t add() {
        parent_.push_back(parent_.size());
        return parent_.size() - 1;
    }
    std::size_t find(std::size_t x) {
        while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
        return x;
    }
    void join(std::size_t a, std::size_t b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::size_t> parent_;
};

/// Adds to a total what is spent while it lives.
class Spent {
  public:
    Spent(const Work& work, std::uint64_t allowed, std::uint64_t& total)
        : work_(work), allowed_(allowed), total_(total) {}
    Spent(const Spent&) = delete;
    Spent& operator=(const Spent&) = delete;
    ~Spent() { total_ += allowed_ - work_.left; }

  private:
    const Work& work_;
    std::uint64_t allowed_;
    std::uint64_t& total_;
};

class Locator {
  public:
    Locator(const Relations& relations, std::span<const Check> checks, const CheckOptions& options,
            const LocateOptions& limits)
        : relations_(relations), checks_(checks),
          limits_(limits), reading_{options, std::nullopt, options.scale} {}

    Located all(bool together) {
        bool truncated = false;
        bool broken_any = false;
        bool rounding_any = false;
        bool missing_any = false;
        for (const Check& check : checks_) {
            // What was read from words that leave something open says nothing of how the rest was printed.
            truncated =
                truncated || (check.notes.has(Note::truncated) && !detail::rests_on_open(relations_, check));
            broken_any = broken_any || check.outcome == Outcome::broken;
            rounding_any = rounding_any || check.outcome == Outcome::rounding;
            missing_any = missing_any || detail::lacks_figures(check);
        }
        if (missing_any) keep_gaps();
        const bool gaps_any = !gaps_.empty();
        // Where everything is exact, the figures as printed are values with which all of it holds.
        if (!broken_any && !rounding_any && !gaps_any) return {};
        if (truncated) reading_.all = Printing::truncated;
        together_ =
            !gaps_any && (together || detail::reckoned_together(relations_, checks_, reading_.options));
        if (!broken_any && together_) return {};
        // A bound that practice breaks proves nothing about a figure: it is never explained by one, nor does it
        // explain any.
        const auto errors = components([&](std::uint32_t index) {
            return severity(checks_[index]) == Severity::error &&
                   (!detail::lacks_figures(checks_[index]) || keeps_gap(index));
        });
        for (const std::vector<std::uint32_t>& connected : errors) {
            const auto any = [&](auto wanted) {
                return std::any_of(connected.begin(), connected.end(), wanted);
            };
            const bool broken =
                any([&](std::uint32_t index) { return checks_[index].outcome == Outcome::broken; });
            const bool open = any([&](std::uint32_t index) {
                return checks_[index].outcome == Outcome::rounding || keeps_gap(index);
            });
            if (broken || (!together_ && connected.size() > 1 && (truncated || open))) component(connected);
        }
        return std::move(located_);
    }

  private:
    [[nodiscard]] Severity severity(const Check& check) const {
        return relations_.all()[check.relation].severity;
    }

    [[nodiscard]] bool is_open(std::uint32_t check) const {
        return detail::rests_on_open(relations_, checks_[check]);
    }

    [[nodiscard]] bool can_be_stated(std::uint32_t relation, bool gaps) const {
        const Relation& stated = relations_.all()[relation];
        return detail::can_be_stated(stated, relations_.operands(stated), gaps);
    }

    /// Whether the check, in one of its readings at least, is a matter of numbers that are known; or, where figures are
    /// missing, in all the readings that there are a matter of numbers.
    [[nodiscard]] bool usable(const Check& check) const {
        if (!detail::lacks_figures(check))
            return check.outcome != Outcome::undecided && can_be_stated(check.relation, false);
        if (check.readings > 1 && !relations_.all()[check.first_reading].closed_choice) return false;
        for (std::uint32_t index = check.first_reading; index < check.first_reading + check.readings; ++index)
            if (!can_be_stated(index, true)) return false;
        return true;
    }

    template <class Use>
    void each_operand(const Check& check, Use use) const {
        const bool gaps = detail::lacks_figures(check);
        for (std::uint32_t index = check.first_reading; index < check.first_reading + check.readings;
             ++index) {
            if (!can_be_stated(index, gaps)) continue;
            for (const Operand& operand : relations_.operands(relations_.all()[index])) use(operand);
        }
    }

    /// Finds the checks that say something although figures are missing. One whose missing figure stands nowhere else
    /// says nothing of the others: that figure can be whatever it must be. Without it the next may say nothing.
    void keep_gaps() {
        const Tied tied = tied_statements();
        std::unordered_map<const Figure*, std::size_t> uses;
        for (std::uint32_t i = 0; i < checks_.size(); ++i) {
            const Check& check = checks_[i];
            if (!detail::lacks_figures(check) || severity(check) != Severity::error || !usable(check) ||
                untied(check, tied) || is_open(i))
                continue;
            gaps_.push_back(i);
            each_gap(check, [&](const Operand& operand) { ++uses[operand.figure]; });
        }
        for (bool dropped = true; dropped;) {
            dropped = false;
            std::erase_if(gaps_, [&](std::uint32_t i) {
                bool alone = false;
                each_gap(checks_[i], [&](const Operand& operand) {
                    alone = alone || (uses[operand.figure] == 1 && sign(operand.coefficient) != 0);
                });
                // Three equal figures say something of each other also where one of them is missing.
                const Relation& relation = relations_.all()[checks_[i].relation];
                if (!alone || (relation.kind == Kind::equal && relation.count > 2)) return false;
                each_gap(checks_[i], [&](const Operand& operand) { --uses[operand.figure]; });
                return dropped = true;
            });
        }
    }

    template <class Use>
    void each_gap(const Check& check, Use use) const {
        each_operand(check, [&](const Operand& operand) {
            if (!operand.figure->known()) use(operand);
        });
    }

    [[nodiscard]] bool keeps_gap(std::uint32_t index) const {
        return std::binary_search(gaps_.begin(), gaps_.end(), index);
    }

    /// By statement, the check that says that it is the same figure as others.
    using Tied = std::unordered_map<const Figure*, std::uint32_t>;
    [[nodiscard]] Tied tied_statements() const {
        Tied tied;
        for (std::uint32_t i = 0; i < checks_.size(); ++i)
            if (relations_.all()[checks_[i].relation].kind == Kind::equal &&
                severity(checks_[i]) == Severity::error && usable(checks_[i]))
                each_operand(checks_[i], [&](const Operand& operand) { tied.emplace(operand.figure, i); });
        return tied;
    }

    /// Checks that hold only with a statement that nothing ties to the one that stands for it cannot be stated.
    [[nodiscard]] bool untied(const Check& check, const Tied& tied) const {
        bool loose = false;
        each_operand(check, [&](const Operand& operand) {
            if (operand.statements.size() < 2) return;
            const auto mine = tied.find(operand.figure);
            for (const Figure& other : operand.statements) {
                if (!other.known() || &other == operand.figure) continue;
                const auto its = tied.find(&other);
                loose = loose || mine == tied.end() || its == tied.end() || mine->second != its->second;
            }
        });
        return loose;
    }

    /// Checks that share figures, each list in the order of the checks, the lists in that of their first.
    template <class Wanted>
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> components(Wanted wanted) const {
        Tied tied;
        if (std::any_of(checks_.begin(), checks_.end(),
                        [](const Check& check) { return check.other_statements; }))
            tied = tied_statements();

        Union together;
        detail::FigureNumbers numbers;
        std::vector<std::pair<std::uint32_t, std::size_t>> used;
        used.reserve(checks_.size());
        for (std::uint32_t i = 0; i < checks_.size(); ++i) {
            const Check& check = checks_[i];
            if (!wanted(i) || !usable(check) || (check.other_statements && untied(check, tied))) continue;
            std::optional<std::size_t> first;
            each_operand(check, [&](const Operand& operand) {
                const auto [number, added] = numbers.add(operand.figure);
                if (added) together.add();
                if (first) together.join(*first, static_cast<std::size_t>(number));
                first = static_cast<std::size_t>(number);
            });
            if (first) used.emplace_back(i, *first);
        }
        std::vector<std::vector<std::uint32_t>> lists;
        std::unordered_map<std::size_t, std::size_t> list_of;
        for (const auto& [check, number] : used) {
            const auto [at, added] = list_of.try_emplace(together.find(number), lists.size());
            if (added) lists.emplace_back();
            lists[at->second].push_back(check);
        }
        return lists;
    }

    /// Work that the next part may take.
    [[nodiscard]] std::uint64_t allowed() const noexcept {
        return std::min(limits_.work, limits_.work_in_all - std::min(limits_.work_in_all, located_.work));
    }

    void component(const std::vector<std::uint32_t>& connected) {
        std::vector<std::uint32_t> broken;
        for (const std::uint32_t index : connected)
            if (checks_[index].outcome == Outcome::broken) broken.push_back(index);
        Work work{allowed()};
        const Spent spent(work, work.left, located_.work);
        try {
            System system(relations_, checks_, connected, reading_, work);
            joint(system, connected);
            if (together_with_open(system, connected)) {
                explain(system, connected);
                return;
            }
            std::vector<std::uint32_t> sure = connected;
            std::erase_if(sure, [&](std::uint32_t index) { return is_open(index); });
            System without_open(relations_, checks_, sure, reading_, work);
            explain(without_open, sure);
        } catch (const OutOfWork&) {
            // Not even the first questions could be answered.
            if (broken.empty()) return;
            FaultyPart part;
            part.checks = std::move(broken);
            part.complete = false;
            for (const std::uint32_t index : part.checks) part.conflicts.push_back({index});
            located_.parts.push_back(std::move(part));
        }
    }

    /// Whether the checks that hold can hold together. What holds as it was read, but was read from words that leave
    /// something open, is held against nothing.
    void joint(System& system, const std::vector<std::uint32_t>& connected) {
        if (together_) return;
        for (std::size_t k = 0; k < connected.size(); ++k)
            if (checks_[connected[k]].outcome == Outcome::broken || is_open(connected[k]))
                system.use_check(static_cast<int>(k), false);
        const std::vector<char> none(system.figure_count(), 0);
        Conflict why;
        if (!system.feasible(none, why)) {
            std::vector<int> needed = why.checks;
            const auto use_only = [&](const std::vector<int>& some) {
                for (std::size_t k = 0; k < connected.size(); ++k)
                    system.use_check(static_cast<int>(k),
                                     std::find(some.begin(), some.end(), static_cast<int>(k)) != some.end());
            };
            for (std::size_t i = 0; i < needed.size();) {
                std::vector<int> fewer = needed;
                fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
                use_only(fewer);
                Conflict still;
                if (system.feasible(none, still))
                    ++i;
                else
                    needed = still.checks.empty() ? fewer : still.checks;
                if (!still.checks.empty()) i = 0;
            }
            Joint found;
            for (const int k : needed) found.checks.push_back(connected[static_cast<std::size_t>(k)]);
            located_.joints.push_back(std::move(found));
        }
        for (std::size_t k = 0; k < connected.size(); ++k) system.use_check(static_cast<int>(k), true);
    }

    /// What holds and is open helps to tell which figure is wrong, unless it cannot be so beside all else that holds.
    bool together_with_open(System& system, const std::vector<std::uint32_t>& connected) {
        if (together_ || std::none_of(connected.begin(), connected.end(),
                                      [&](std::uint32_t index) { return is_open(index); }))
            return true;
        const auto use_broken = [&](bool used) {
            for (std::size_t k = 0; k < connected.size(); ++k)
                if (checks_[connected[k]].outcome == Outcome::broken)
                    system.use_check(static_cast<int>(k), used);
        };
        use_broken(false);
        Conflict why;
        const bool together = system.feasible(std::vector<char>(system.figure_count(), 0), why);
        use_broken(true);
        return together;
    }

    void explain(System& system, const std::vector<std::uint32_t>& connected) {
        Search search(system, limits_.sets_max);
        for (std::size_t k = 0; k < connected.size(); ++k) {
            const Check& check = checks_[connected[k]];
            if (check.outcome != Outcome::broken) continue;
            Conflict conflict;
            each_operand(check, [&](const Operand& operand) {
                conflict.figures.push_back(system.number_of(operand.figure));
            });
            std::sort(conflict.figures.begin(), conflict.figures.end());
            conflict.figures.erase(std::unique(conflict.figures.begin(), conflict.figures.end()),
                                   conflict.figures.end());
            conflict.checks = {static_cast<int>(k)};
            search.add(std::move(conflict));
        }
        search.run();
        // Where the work ran out in the middle of a step, what was under way cannot be used again.
        bool sound = search.complete();
        std::vector<char> any(system.figure_count(), 0);
        for (const Group& group : search.groups())
            for (const FigureSet& set : group.sets)
                for (const int figure : set) any[static_cast<std::size_t>(figure)] = 1;
        for (const Group& group : search.groups()) {
            std::vector<char> elsewhere = any;
            for (const int figure : group.figures) elsewhere[static_cast<std::size_t>(figure)] = 0;
            part(system, sound, connected, search, group, elsewhere);
        }
    }

    void part(System& system, bool& sound, const std::vector<std::uint32_t>& connected, const Search& search,
              const Group& group, const std::vector<char>& elsewhere) {
        FaultyPart part;
        part.complete = search.complete() && !group.cut;
        part.sets_total = group.total;
        std::vector<std::uint32_t> broken;
        for (const int number : group.conflicts) {
            std::vector<std::uint32_t> conflict;
            for (const int k : search.conflicts()[static_cast<std::size_t>(number)].checks)
                conflict.push_back(connected[static_cast<std::size_t>(k)]);
            for (const std::uint32_t index : conflict) {
                part.checks.push_back(index);
                if (checks_[index].outcome == Outcome::broken) broken.push_back(index);
            }
            if (std::find(part.conflicts.begin(), part.conflicts.end(), conflict) == part.conflicts.end())
                part.conflicts.push_back(std::move(conflict));
        }
        for (std::vector<std::uint32_t>* list : {&part.checks, &broken}) {
            std::sort(list->begin(), list->end());
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
        for (const FigureSet& set : group.sets) {
            std::vector<const Figure*> figures;
            for (const int figure : set) figures.push_back(&system.figure(figure));
            part.minimal_sets.push_back(std::move(figures));
        }
        for (const int figure : group.core) part.core.push_back(&system.figure(figure));
        Work further{allowed()};
        const Spent spent(further, further.left, located_.work);
        std::optional<System> other;
        try {
            if (!sound) other.emplace(relations_, checks_, connected, reading_, further);
            System& asked = other ? *other : system;
            asked.work_from(further);
            // A figure may need another value with every other set that it stands in: of those that are not listed,
            // nothing is known. By itself it stands in no other.
            std::vector<FigureSet> sets = group.sets;
            if (group.cut) std::erase_if(sets, [](const FigureSet& set) { return set.size() > 1; });
            std::vector<System::Extent> extents;
            ranges(asked, sets, elsewhere, search.stand_ins(), part, extents);
            detail::add_repairs(
                {relations_, checks_, connected, reading_, limits_, asked, extents, elsewhere}, sets, broken,
                part, further);
        } catch (const OutOfWork&) {
            // What is known so far is right; no more is said.
            sound = false;
        }
        located_.parts.push_back(std::move(part));
    }

    /// Figure by figure, so that where the work is used up what is said of a figure is all that there is to say.
    static void ranges(System& system, const std::vector<FigureSet>& sets, const std::vector<char>& elsewhere,
                       const std::vector<int>& stand_ins, FaultyPart& part,
                       std::vector<System::Extent>& extents) {
        const auto at = [](int figure) { return static_cast<std::size_t>(figure); };
        std::vector<char> done(system.figure_count(), 0);
        std::vector<int> sets_with(system.figure_count(), 0);
        for (const FigureSet& set : sets)
            for (const int figure : set) ++sets_with[at(figure)];
        // By stand-in, one that is wrong by itself or not at all, and where its range is.
        struct Known {
            int figure = -1;
            std::size_t range = 0;
        };
        std::vector<Known> like(system.figure_count());
        std::vector<char> wrong = elsewhere;
        for (const FigureSet& listed : sets)
            for (const int figure : listed) {
                if (done[at(figure)] != 0) continue;
                done[at(figure)] = 1;
                std::optional<Range> all;
                System::Extent alone;
                const bool by_itself = listed.size() == 1 && sets_with[at(figure)] == 1;
                Known& known = like[at(stand_ins[at(figure)])];
                if (by_itself && known.figure >= 0)
                    all = system.range_like(figure, known.figure, extents[known.range], alone);
                for (const FigureSet& set : sets) {
                    if (all && by_itself) break;
                    if (!std::binary_search(set.begin(), set.end(), figure)) continue;
                    for (const int each : set) wrong[at(each)] = 1;
                    System::Extent extent;
                    const std::optional<Range> range = system.range(figure, wrong, extent);
                    for (const int each : set) wrong[at(each)] = elsewhere[at(each)];
                    if (range && all) detail::widen(*all, *range);
                    if (range && !all) all = range;
                    if (by_itself) alone = std::move(extent);
                }
                if (!all) continue;
                if (by_itself && known.figure < 0) known = {figure, part.ranges.size()};
                part.ranges.push_back(*all);
                extents.push_back(std::move(alone));
            }
    }

    const Relations& relations_;
    std::span<const Check> checks_;
    const LocateOptions& limits_;
    Conventions reading_;
    std::vector<std::uint32_t> gaps_; ///< checks that lack figures and yet say something, rising
    bool together_ = false;           ///< all that holds is known to hold together
    Located located_;
};

} // namespace

Located locate(const Relations& relations, std::span<const Check> checks, const CheckOptions& options,
               const LocateOptions& limits) {
    return detail::locate(relations, checks, options, limits, false);
}

Located detail::locate(const Relations& relations, std::span<const Check> checks, const CheckOptions& options,
                       const LocateOptions& limits, bool together) {
    return Locator(relations, checks, options, limits).all(together);
}

} // namespace tieout
