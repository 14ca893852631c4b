// SPDX-License-Identifier: MIT
#include "form_amounts.hpp"

#include <tieout/facts/dimension.hpp>

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace tieout::test::every_form {

using adversary::Amount;

namespace {

using facts::Belongs;
using facts::Dimension;
using facts::Member;
using facts::Shape;

/// Whether the chain of what contains the member comes to the other one; `aside` if on a way that makes no sum (其中).
bool reaches(const Dimension& dimension, std::string_view whole, std::string_view part, bool& aside) {
    if (whole == part) return true;
    if (whole.empty() || part.empty() || part == facts::all) return false;
    if (dimension.shape() == Shape::codes && whole != facts::all) return part.starts_with(whole);
    if (dimension.shape() != Shape::tree) return whole == facts::all;
    for (const Member* member = dimension.find(part); member != nullptr;
         member = dimension.find(member->parent)) {
        aside = aside || member->belongs == Belongs::of_which;
        if (member->parent == whole) return true;
    }
    return false;
}

bool reaches(const Aspects& whole, const Aspects& part, bool& aside) {
    return std::ranges::all_of(facts::standard_dimensions(), [&](const Dimension& dimension) {
        return reaches(dimension, aspect_of(whole, dimension.key()), aspect_of(part, dimension.key()), aside);
    });
}

/// The member that a cell is an 其中 of, along any dimension.
bool is_of_which(const Aspects& of) {
    return std::ranges::any_of(facts::standard_dimensions(), [&](const Dimension& dimension) {
        const Member* const member = dimension.find(aspect_of(of, dimension.key()));
        return member != nullptr && member->belongs == Belongs::of_which;
    });
}

bool is_in(const FilledCell& cell) {
    return cell.of.flow == "income" || cell.of.flow == "surplus_used" || cell.of.flow == "opening";
}
bool is_out(const FilledCell& cell) {
    return cell.of.flow == "expenditure" || cell.of.flow == "distribution" || cell.of.flow == "closing";
}

Amount drawn(Random& random, const FilledCell& cell) {
    // Personnel is not paid for goods, nor goods within personnel expenditure.
    const bool wages = cell.of.economic.starts_with("301") || cell.of.economic.starts_with("303");
    if (!cell.of.economic.empty() && cell.of.economic != facts::all)
        if ((cell.of.type == "personnel" && !wages) || (cell.of.type == "operating" && wages)) return 0;
    if (random.one_in(5)) return 0;
    const Amount most = random.one_in(6) ? 2'000 * adversary::wan : 60 * adversary::wan;
    return random.between(300 * adversary::yuan, most);
}

/// The narrowest cells.
std::vector<FilledCell*> leaves_of(std::vector<FilledCell>& cells) {
    std::vector<FilledCell*> leaves;
    for (FilledCell& cell : cells) {
        if (is_of_which(cell.of)) continue;
        const bool wider = std::ranges::any_of(cells, [&](const FilledCell& other) {
            bool aside = false;
            return !is_of_which(other.of) && other.of != cell.of && reaches(cell.of, other.of, aside) &&
                   !aside;
        });
        const bool again =
            std::ranges::any_of(leaves, [&](const FilledCell* const other) { return other->of == cell.of; });
        if (!wider && !again) leaves.push_back(&cell);
    }
    return leaves;
}

/// The leaves whose two sides must agree: those of what is left in one cell, or all of one phase.
struct Scope {
    Aspects of{};
    bool all = false;
    [[nodiscard]] bool has(const FilledCell& cell, bool wider) const {
        Aspects other = cell.of;
        other.flow = of.flow;
        if (all) return cell.of.phase == of.phase;
        return contains(of, other) || (wider && contains(other, of));
    }
};

/// Gives the difference of both sides to what was there before, or to what is left.
void balance(const std::vector<FilledCell*>& leaves, const Scope& scope, FilledCell* closing) {
    Amount difference = 0;
    for (const FilledCell* const leaf : leaves)
        if (scope.has(*leaf, false))
            difference += is_in(*leaf) ? -leaf->amount : is_out(*leaf) ? leaf->amount : 0;
    const auto give = [&](Amount amount, std::initializer_list<std::string_view> flows) {
        for (const std::string_view flow : flows)
            for (const bool wider : {false, true})
                for (FilledCell* const leaf : leaves)
                    if (leaf->of.flow == flow && scope.has(*leaf, wider)) {
                        leaf->amount += amount;
                        return;
                    }
    };
    if (difference > 0) give(difference, {"opening", "income", "surplus_used"});
    if (difference < 0 && closing != nullptr)
        closing->amount -= difference;
    else if (difference < 0)
        give(-difference, {"closing", "expenditure", "distribution"});
}

void balance(const std::vector<FilledCell*>& leaves) {
    const bool in = std::ranges::any_of(leaves, [](const FilledCell* leaf) { return is_in(*leaf); });
    const bool out = std::ranges::any_of(leaves, [](const FilledCell* leaf) { return is_out(*leaf); });
    if (!in || !out) return;
    for (FilledCell* const leaf : leaves)
        if (leaf->of.flow == "closing") balance(leaves, {leaf->of}, leaf);
    std::vector<std::string_view> done;
    for (const FilledCell* const leaf : leaves) {
        if (std::ranges::find(done, std::string_view(leaf->of.phase)) != done.end()) continue;
        done.push_back(leaf->of.phase);
        balance(leaves, {leaf->of, true}, nullptr);
    }
}

/// What practice demands: no more is spent on the three public expenses than was budgeted, and procurement is a part of all.
void bound(Random& random, const std::vector<FilledCell*>& leaves) {
    for (FilledCell* const leaf : leaves) {
        const std::string_view item = leaf->of.item;
        if (item.empty() || item == facts::all || item == "evaluated") continue;
        for (const FilledCell* const other : leaves) {
            Aspects of = other->of;
            of.phase = leaf->of.phase;
            if (leaf->of.phase == "executed" && other->of.phase == "initial" && of == leaf->of)
                leaf->amount = other->amount / 100 * random.between(30, 100);
        }
        if (item != "procurement") continue;
        Amount all = 0;
        for (const FilledCell* const other : leaves)
            if (other->of.phase == leaf->of.phase && other->of.item == facts::all) all += other->amount;
        leaf->amount = all / 10;
    }
}

} // namespace

bool contains(const Aspects& whole, const Aspects& part) {
    bool aside = false;
    return reaches(whole, part, aside) && !aside;
}

void draw_amounts(Random& random, std::vector<FilledCell>& cells) {
    const std::vector<FilledCell*> leaves = leaves_of(cells);
    for (FilledCell* const leaf : leaves) leaf->amount = drawn(random, *leaf);
    bound(random, leaves);
    balance(leaves);
    struct Leaf {
        Aspects of;
        Amount amount;
    };
    std::vector<Leaf> drawn_leaves;
    for (const FilledCell* const leaf : leaves) drawn_leaves.push_back({leaf->of, leaf->amount});
    for (FilledCell& cell : cells) {
        if (is_of_which(cell.of)) continue;
        cell.amount = 0;
        for (const Leaf& leaf : drawn_leaves)
            if (contains(cell.of, leaf.of)) cell.amount += leaf.amount;
    }
    // 其中: a third of the narrowest that contains it.
    for (FilledCell& cell : cells) {
        if (!is_of_which(cell.of)) continue;
        const FilledCell* within = nullptr;
        for (const FilledCell& other : cells) {
            bool aside = false;
            if (other.of == cell.of || !reaches(other.of, cell.of, aside)) continue;
            if (within == nullptr || reaches(within->of, other.of, aside)) within = &other;
        }
        cell.amount = within == nullptr ? drawn(random, cell) : within->amount / 3;
    }
}

} // namespace tieout::test::every_form
