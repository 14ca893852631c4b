// SPDX-License-Identifier: MIT
//
// Which mentions are members of the model. What is confined to a fund, another period or another body is none: rules never
// meet it. Of several mentions of one member those of which the words leave no doubt are its statements; another number among
// them is a contradiction, and the checker says so. A mention that may be of something else stands beside them, unless it
// prints the same number.

#include "read/draft/homes.hpp"
#include "read/vocabulary/lexicon.hpp"

#include <tieout/model/describe.hpp>
#include <tieout/model/walk.hpp>

#include <boost/unordered/unordered_flat_set.hpp>

#include <algorithm>
#include <functional>
#include <set>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace tieout::detail {

namespace {

/// What a pointer leads to.
struct Destination {
    Item* item = nullptr;
    Stated* stated = nullptr;
};

template <class T>
concept Described = requires(T& t) {
    describe(t, [](std::string_view, auto&, Expects) {});
};

template <Described T>
Destination follow(T& described, std::string_view pointer) {
    Destination target;
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view step = pointer.substr(1, end - 1);
    const std::string_view rest = pointer.substr(end);
    describe(described, [&](std::string_view key, auto& member, Expects) {
        using Member = std::remove_cvref_t<decltype(member)>;
        if (key != step || target.item != nullptr || target.stated != nullptr) return;
        if constexpr (std::is_same_v<Member, Stated>) {
            if (rest.empty()) target.stated = &member;
        } else if constexpr (Described<Member>) {
            if (!rest.empty())
                target = follow(member, rest);
            else if constexpr (std::derived_from<Member, Item>)
                target.item = &member;
        }
    });
    return target;
}

/// Whether the mention is of the body that files, in the year that it reports on, and of no fund in particular.
bool in_main_scope(const Mention& mention, const std::optional<int>& year) {
    const auto unconfined = [](const std::string& aspect) { return aspect.empty() || aspect == "*"; };
    if (!unconfined(mention.of.fund) || !unconfined(mention.of.body)) return false;
    return mention.of.period.empty() || (year && mention.of.period == std::to_string(*year));
}

bool is_line(const Mention& mention) {
    return !mention.split.empty() && mention.split != "changes" && mention.split != "rates";
}
const std::string& key_of(const Mention& mention) {
    return mention.code.empty() ? mention.subject : mention.code;
}

/// The mentions that may be members of the model. Lists divide one item in different ways, and name the same line
/// differently: their lines cannot be added up. The longest is the split of the model; of the others only lines that it has
/// as well go there.
std::vector<bool> members_of_model(const Draft& draft, const Filing& filing) {
    struct Lines {
        std::uint32_t list = 0;
        boost::unordered_flat_set<std::string_view> keys{};
    };
    struct SplitLists {
        std::vector<Lines> lists{};
        std::unordered_map<std::uint32_t, std::size_t> numbers{};
        const Lines* longest = nullptr;
    };
    std::vector<bool> members(draft.mentions.size());
    OfSplits<SplitLists> splits;
    for (std::size_t id = 0; id < members.size(); ++id) {
        const Mention& mention = draft.mentions[id];
        members[id] = !mention.item.empty() && in_main_scope(mention, filing.year);
        if (!members[id] || !is_line(mention)) continue;
        SplitLists& split = splits[mention];
        const auto [number, added] = split.numbers.emplace(mention.list, split.lists.size());
        if (added) split.lists.push_back({mention.list, {}});
        // Of a list that is too long it is enough to know that it is.
        if (auto& keys = split.lists[number->second].keys; keys.size() <= lines_max)
            keys.insert(key_of(mention));
    }
    for (auto& [key, split] : splits) {
        split.longest = &split.lists.front();
        for (const Lines& one : split.lists)
            if (one.keys.size() > split.longest->keys.size()) split.longest = &one;
    }
    for (std::size_t id = 0; id < members.size(); ++id) {
        const Mention& mention = draft.mentions[id];
        if (!members[id] || !is_line(mention)) continue;
        const Lines& lines = *splits[mention].longest;
        members[id] = lines.keys.size() <= lines_max &&
                      (mention.list == lines.list || lines.keys.contains(key_of(mention)));
    }
    return members;
}

/// Mentions of one member in one phase, in the order of the document.
using Slot = std::vector<MentionId>;

std::vector<Slot> slots_of(const Draft& draft, const std::vector<bool>& members) {
    std::vector<Slot> slots;
    std::unordered_map<std::string, std::size_t> number;
    for (MentionId id = 0; id < members.size(); ++id) {
        if (!members[id]) continue;
        const Mention& mention = draft.mentions[id];
        std::string key = mention.item + '|' + mention.split + '|';
        if (is_line(mention)) key += key_of(mention);
        key += '|';
        key += name_of(mention.phase);
        const auto [found, added] = number.emplace(std::move(key), slots.size());
        if (added) slots.emplace_back();
        slots[found->second].push_back(id);
    }
    return slots;
}

bool in_table(const Mention& mention) noexcept { return mention.figure.cell_row != 0; }

/// Whether no other figure of its table is said to be the same member: 合计 under 基本支出 is then no name that could mean
/// something else.
bool is_only_in_its_table(const Draft& draft, const Slot& slot, MentionId id) {
    const Mention& own = draft.mentions[id];
    constexpr std::size_t most = 100;
    return slot.size() <= most && std::none_of(slot.begin(), slot.end(), [&](MentionId other) {
               return other != id && in_table(draft.mentions[other]) &&
                      draft.mentions[other].figure.context == own.figure.context;
           });
}

/// The mentions of a slot that are its statements, the surest name first.
Slot statements_in(const Draft& draft, const Slot& slot) {
    const auto mention = [&](MentionId id) -> const Mention& { return draft.mentions[id]; };
    const auto name = [&](MentionId id) { return known_part(mention(id).subject, true); };
    // 总支出 may hold what is carried over, and 本年支出 does not: of words that differ the first in their table count.
    const Concept* surest = nullptr;
    MentionId first = no_mention;
    for (const MentionId id : slot) {
        if (!mention(id).certain) continue;
        const Concept* const own = mention(id).split.empty() ? name(id) : nullptr;
        if (first == no_mention || (own != nullptr && (surest == nullptr || std::less<>{}(own, surest)))) {
            surest = own;
            first = id;
        }
    }
    if (first == no_mention) first = slot.front();
    Slot statements{first};
    const auto same = [&](MentionId id) {
        const Mention& other = mention(id);
        const Mention& chosen = mention(first);
        if (other.certain && chosen.certain &&
            (!other.split.empty() || other.subject == chosen.subject ||
             (surest != nullptr && name(id) == surest) ||
             (in_table(other) != in_table(chosen) &&
              is_only_in_its_table(draft, slot, in_table(other) ? id : first))))
            return true;
        // The same number is the same figure once more, and cannot contradict it.
        return other.figure.known() && chosen.figure.known() &&
               other.figure.unit.dimension == chosen.figure.unit.dimension &&
               other.figure.base_value() == chosen.figure.base_value();
    };
    for (const MentionId id : slot)
        if (id != first && statements.size() < statements_max && same(id)) statements.push_back(id);
    return statements;
}

template <class Line>
std::size_t line_of(std::vector<Line>& lines, const Mention& mention) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (mention.code.empty() ? lines[i].label == mention.subject : lines[i].code == mention.code)
            return i;
    lines.emplace_back();
    lines.back().label = mention.subject;
    lines.back().code = mention.code;
    return lines.size() - 1;
}

/// The owners of the model's figures, by their pointers.
struct Pointers {
    Homes& homes;
    std::unordered_map<std::string, OwnerId> known{};

    OwnerId at(std::string pointer) {
        const auto [found, added] = known.try_emplace(std::move(pointer), no_owner);
        if (added) found->second = homes.add_pointer(found->first);
        return found->second;
    }
};

void put_into_item(Mention& mention, Item& item, Filing& filing, Home& home, Pointers& pointers) {
    const std::string phase(name_of(mention.phase));
    const auto put_at = [&](Stated& stated, const std::string& steps) {
        put(mention, stated, pointers.at(mention.item + steps), home, pointers.homes);
    };
    if (mention.split.empty()) {
        if (item.label.empty()) item.label = mention.subject;
        put_at(item.at(mention.phase), '/' + phase);
    } else if (mention.split == "changes") {
        item.changes.emplace_back().phase = mention.phase;
        put_at(item.changes.back().stated, "/changes/" + std::to_string(item.changes.size() - 1) + "/stated");
    } else if (mention.split == "rates") {
        item.rates.emplace_back().phase = mention.phase;
        put_at(item.rates.back().stated, "/rates/" + std::to_string(item.rates.size() - 1) + "/stated");
    } else if (mention.split == "projects" && mention.item == "/expenditure/project") {
        std::vector<Project>& projects = filing.expenditure.project.projects;
        const std::size_t index = line_of(projects, mention);
        put_at(projects[index].at(mention.phase), "/projects/" + std::to_string(index) + '/' + phase);
    } else {
        Split& split = item.split(mention.split);
        const std::size_t index = line_of(split.items, mention);
        std::string steps = "/splits";
        append_step(steps, mention.split);
        put_at(split.items[index].at(mention.phase), steps + "/items/" + std::to_string(index) + '/' + phase);
    }
}

/// Whether the member is stated with different numbers. That words name it alike does not say that both are of the same body
/// and time, so that what sentences say of it is not beyond doubt; a table says what it is of.
bool told_differently(const Draft& draft, const Slot& slot) {
    const Figure* first = nullptr;
    for (const MentionId id : slot) {
        const Figure& figure = draft.mentions[id].figure;
        if (!figure.known()) continue;
        if (first == nullptr) first = &figure;
        if (figure.unit.dimension != first->unit.dimension || figure.base_value() != first->base_value())
            return true;
    }
    return false;
}

/// Whether the frames of two tables, or the document, say that both are of one body: the tables of a set of forms are.
bool said_to_be_of_one_body(const Draft& draft, const Filing& filing, const std::string& one,
                            const std::string& other) {
    const auto first = draft.frames.find(one);
    const auto second = draft.frames.find(other);
    if (first == draft.frames.end() || second == draft.frames.end()) return false;
    const std::string& filer = filing.body.name;
    const auto scope = [&](const Frame& frame) -> std::string_view {
        return filer.find(frame.scope) != filer.npos ? std::string_view() : std::string_view(frame.scope);
    };
    const Frame& a = first->second;
    const Frame& b = second->second;
    if (scope(a) != scope(b)) return false;
    if (!scope(a).empty() || !filer.empty()) return true;
    return (!a.body.empty() && a.body == b.body) || (!a.form.empty() && !b.form.empty());
}

/// Whether tables state the member with different numbers, and nothing says that they are of one body: then neither is beyond
/// doubt. Nor is it where one table states it twice, which has its sections, or columns.
bool tables_apart(const Draft& draft, const Filing& filing, const Slot& statements) {
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < statements.size() && i < most; ++i)
        for (std::size_t k = i + 1; k < statements.size() && k < most; ++k) {
            const Mention& one = draft.mentions[statements[i]];
            const Mention& other = draft.mentions[statements[k]];
            if (!in_table(one) || !in_table(other) || !one.figure.known() || !other.figure.known()) continue;
            if (one.figure.base_value() == other.figure.base_value()) continue;
            if (one.figure.context == other.figure.context) return true;
            if (!said_to_be_of_one_body(draft, filing, one.figure.context, other.figure.context)) return true;
        }
    return false;
}

std::string item_in_phase(const Mention& mention) {
    return mention.item + '|' + std::string(name_of(mention.phase));
}

/// Tables that print the lines of an item, and every amount that they print.
struct TablesOfLines {
    std::unordered_map<std::string, std::set<std::string>> of_item{};
    std::unordered_map<std::string, std::set<Decimal>> amounts{};
};

TablesOfLines tables_of_lines(const Draft& draft, const std::vector<bool>& members) {
    TablesOfLines tables;
    for (std::size_t id = 0; id < members.size(); ++id) {
        const Mention& mention = draft.mentions[id];
        if (members[id] && is_line(mention) && in_table(mention)) {
            tables.of_item[item_in_phase(mention)].insert(mention.figure.context);
            tables.amounts.try_emplace(mention.figure.context);
        }
    }
    for (const Mention& mention : draft.mentions)
        if (in_table(mention) && mention.figure.known())
            if (const auto found = tables.amounts.find(mention.figure.context); found != tables.amounts.end())
                found->second.insert(mention.figure.base_value());
    return tables;
}

/// Whether tables divide the item, and none of them prints the amount that a sentence gives it: it may be that of another body
/// or time, or of a part.
bool stands_beside_its_lines(const Mention& mention, const TablesOfLines& tables) {
    if (in_table(mention) || is_line(mention) || !mention.figure.known()) return false;
    const auto found = tables.of_item.find(item_in_phase(mention));
    return found != tables.of_item.end() &&
           std::none_of(found->second.begin(), found->second.end(), [&](const std::string& table) {
               return tables.amounts.at(table).contains(mention.figure.base_value());
           });
}

} // namespace

Item* item_at(Filing& filing, std::string_view pointer) { return follow(filing, pointer).item; }

void put(Mention& mention, Stated& stated, OwnerId owner, Home& home, Homes& homes) {
    home = {owner, static_cast<std::uint32_t>(stated.statements().size())};
    ++homes.owners[owner].statements;
    stated.also(std::move(mention.figure));
}

void put_into_model(Draft& draft, Filing& filing, Homes& homes) {
    const std::vector<bool> members = members_of_model(draft, filing);
    const TablesOfLines tables = tables_of_lines(draft, members);
    Pointers pointers{homes};
    for (const Slot& slot : slots_of(draft, members)) {
        const Slot statements = statements_in(draft, slot);
        const bool differently = told_differently(draft, slot);
        const bool apart = differently && tables_apart(draft, filing, statements);
        for (const MentionId id : statements) {
            Mention& mention = draft.mentions[id];
            const Destination target = follow(filing, mention.item);
            if (target.stated == nullptr && target.item == nullptr) continue;
            mention.figure.evidence = evidence_if(mention.certain && (in_table(mention) || !differently) &&
                                                  !apart && !stands_beside_its_lines(mention, tables));
            if (target.stated != nullptr)
                put(mention, *target.stated, pointers.at(mention.item), homes.of[id], homes);
            else
                put_into_item(mention, *target.item, filing, homes.of[id], pointers);
        }
    }
}

} // namespace tieout::detail
