// SPDX-License-Identifier: MIT
//
// Turns a draft into a filing: every level goes to its place in the model, or stands under a name of its own; relations
// refer to exactly the statements that their words name.

#include "read/draft/draft.hpp"
#include "read/vocabulary/lexicon.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/model/describe.hpp>
#include <tieout/model/walk.hpp>
#include <tieout/relations/check.hpp>

#include <array>
#include <functional>
#include <span>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

namespace tieout::detail {

namespace {

/// Limits that keep a hostile document linear, here and in what is checked of it; no report comes near.
constexpr std::size_t statements_max = 200; ///< of one figure
constexpr std::size_t lines_max = 1000;     ///< of one split

/// What a pointer leads to.
struct Target {
    Item* item = nullptr;
    Stated* stated = nullptr;
};

template <class T>
concept Described = requires(T& t) {
    describe(t, [](std::string_view, auto&, Expects) {});
};

template <Described T>
Target follow(T& described, std::string_view pointer) {
    Target target;
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

/// Whether two statements of one figure can be the same number.
bool agree(const Figure& a, const Figure& b) {
    if (!a.known() || !b.known() || a.unit.dimension != b.unit.dimension) return false;
    Relations relations;
    relations.equal({Term(std::span<const Figure>(&a, 1)), Term(std::span<const Figure>(&b, 1))});
    return check_relation(relations, 0, {}).outcome != Outcome::broken;
}

/// Whether both words certainly name the same amount: 总支出 may hold what is carried over, and 本年支出 does not.
bool same_name(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const KnownPart* const part = known_part(a, true);
    return part != nullptr && part == known_part(b, true);
}

class Assembler {
  public:
    explicit Assembler(Draft&& draft) : draft_(std::move(draft)), filing_(std::move(draft_.filing)) {}

    Filing filing() {
        references_.resize(draft_.mentions.size());
        place_known();
        for (MentionId id = 0; id < draft_.mentions.size(); ++id)
            if (references_[id].owner.empty()) place_named(id);
        for (const Statement& relation : draft_.statements) {
            mark_complete(relation);
            place_relation(relation);
        }
        return std::move(filing_);
    }

  private:
    /// Where a level was put: the figure, and the number of its statement.
    struct Reference {
        std::string owner{};
        std::size_t statement = 0;
    };
    struct Slot {
        std::string scope{};
        std::vector<MentionId> levels{};
    };

    // ── known parts ──

    static bool is_line(const Mention& level) {
        return !level.split.empty() && level.split != "changes" && level.split != "rates";
    }
    static const std::string& key_of(const Mention& level) {
        return level.code.empty() ? level.subject : level.code;
    }

    /// Lists divide one item in different ways, and name the same line differently: their lines cannot be added up.
    /// The longest is the split of the model; of the others only lines that it has as well go there.
    void choose_lists() {
        struct Lines {
            std::uint32_t list = 0;
            std::unordered_set<std::string> keys{};
        };
        std::unordered_map<std::string, std::vector<Lines>> splits;
        std::unordered_map<std::string, std::unordered_map<std::uint32_t, std::size_t>> numbers;
        for (const Mention& level : draft_.mentions) {
            if (level.item.empty() || !is_line(level)) continue;
            const std::string split = level.item + '|' + level.split;
            std::vector<Lines>& lists = splits[split];
            const auto [number, added] = numbers[split].emplace(level.list, lists.size());
            if (added) lists.push_back({level.list, {}});
            lists[number->second].keys.insert(key_of(level));
        }
        std::unordered_map<std::string, const Lines*> chosen;
        for (const auto& [split, lists] : splits) {
            const Lines* longest = &lists.front();
            for (const Lines& one : lists)
                if (one.keys.size() > longest->keys.size()) longest = &one;
            chosen[split] = longest;
        }
        for (Mention& level : draft_.mentions) {
            if (level.item.empty() || !is_line(level)) continue;
            const Lines& lines = *chosen.at(level.item + '|' + level.split);
            const bool few = lines.keys.size() <= lines_max;
            if (few && (level.list == lines.list || lines.keys.contains(key_of(level)))) continue;
            level.item.clear();
            level.split.clear();
        }
    }

    void place_known() {
        choose_lists();
        // By slot, in the order in which they are first spoken of.
        std::unordered_map<std::string, std::size_t> number;
        std::vector<Slot> slots;
        for (MentionId id = 0; id < draft_.mentions.size(); ++id) {
            const Mention& level = draft_.mentions[id];
            if (level.item.empty()) continue;
            std::string key = level.item + '|' + level.split + '|';
            if (is_line(level)) key += key_of(level);
            key += '|';
            key += name_of(level.phase);
            const auto [found, added] = number.emplace(std::move(key), slots.size());
            if (added) slots.push_back({level.of.fund, {}});
            Slot& slot = slots[found->second];
            // What is said of the whole body goes before what is said of some of its funds.
            if (level.of.fund.empty()) slot.scope.clear();
            slot.levels.push_back(id);
        }
        for (const Slot& slot : slots) fill(slot);
    }

    void fill(const Slot& slot) {
        // Those of the right scope first, so that the others are compared with them.
        std::vector<MentionId> joined;
        const auto surest = [&](MentionId id) {
            const Mention& level = draft_.mentions[id];
            return level.of.fund == slot.scope && level.certain && level.figure.known() &&
                   level.split.empty();
        };
        const auto join = [&](MentionId id) {
            const Mention& level = draft_.mentions[id];
            const Mention* first = joined.empty() ? nullptr : &draft_.mentions[joined.front()];
            const bool fits = first == nullptr || !level.figure.known() ||
                              agree(first->figure, level.figure) ||
                              (level.certain && first->certain && level.of.fund == first->of.fund &&
                               same_name(first->subject, level.subject));
            if (fits) joined.push_back(id);
        };
        const KnownPart* name = nullptr;
        for (const MentionId id : slot.levels)
            if (const KnownPart* part = known_part(draft_.mentions[id].subject, true);
                surest(id) && part != nullptr && (name == nullptr || std::less<>{}(part, name)))
                name = part;
        // Of words for one amount that differ, those that stand first in their table are the surest.
        const auto goes_first = [&](MentionId id) {
            return name != nullptr && surest(id) && known_part(draft_.mentions[id].subject, true) == name;
        };
        for (const MentionId id : slot.levels)
            if (goes_first(id)) join(id);
        for (const MentionId id : slot.levels)
            if (draft_.mentions[id].of.fund == slot.scope && !goes_first(id)) join(id);
        for (const MentionId id : slot.levels)
            if (draft_.mentions[id].of.fund != slot.scope && draft_.mentions[id].figure.known()) join(id);
        if (joined.size() > statements_max) joined.resize(statements_max);
        for (const MentionId id : joined) put(id);
    }

    void put(MentionId id) {
        Mention& level = draft_.mentions[id];
        Target target = follow(filing_, level.item);
        if (target.stated != nullptr) {
            add(*target.stated, id, level.item);
            return;
        }
        if (target.item == nullptr) return;
        Item& item = *target.item;
        const std::string phase(name_of(level.phase));
        if (level.split.empty()) {
            if (item.label.empty()) item.label = level.subject;
            add(item.at(level.phase), id, level.item + '/' + phase);
        } else if (level.split == "changes") {
            item.changes.emplace_back().phase = level.phase;
            add(item.changes.back().stated, id,
                level.item + "/changes/" + std::to_string(item.changes.size() - 1) + "/stated");
        } else if (level.split == "rates") {
            item.rates.emplace_back().phase = level.phase;
            add(item.rates.back().stated, id,
                level.item + "/rates/" + std::to_string(item.rates.size() - 1) + "/stated");
        } else if (level.split == "projects" && level.item == "/expenditure/project") {
            std::vector<Project>& projects = filing_.expenditure.project.projects;
            const std::size_t index = line_of(projects, level);
            add(projects[index].at(level.phase), id,
                level.item + "/projects/" + std::to_string(index) + '/' + phase);
        } else {
            Split& split = item.split(level.split);
            const std::size_t index = line_of(split.items, level);
            std::string owner = level.item + "/splits";
            append_step(owner, level.split);
            add(split.items[index].at(level.phase), id,
                owner + "/items/" + std::to_string(index) + '/' + phase);
        }
    }

    template <class Line>
    static std::size_t line_of(std::vector<Line>& lines, const Mention& level) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (level.code.empty() ? lines[i].label == level.subject : lines[i].code == level.code) return i;
        lines.emplace_back();
        lines.back().label = level.subject;
        lines.back().code = level.code;
        return lines.size() - 1;
    }

    void add(Stated& stated, MentionId id, std::string owner) {
        references_[id] = {owner, stated.statements().size()};
        ++statements_[owner];
        stated.also(std::move(draft_.mentions[id].figure));
    }

    // ── figures of the document's own ──

    void place_named(MentionId id) {
        Mention& level = draft_.mentions[id];
        std::string name = level.subject.empty() ? std::string("figure") : level.subject;
        constexpr std::size_t name_max = 120;
        if (name.size() > name_max) {
            name.resize(name_max);
            while (!name.empty() && continues_utf8(name.back())) name.pop_back();
            if (!name.empty() && static_cast<unsigned char>(name.back()) >= 0xC0U) name.pop_back();
        }
        if (name.front() == '/') name.insert(name.begin(), '_');
        if (level.phase != Phase::executed) {
            name += '.';
            name += name_of(level.phase);
        }
        // The same name and the same number: stated again. Another number is another figure, as far as anybody can tell.
        const std::string value = name + '|' + std::string(level.figure.unit.word()) + '|' +
                                  to_string(level.figure.base_value()) + (level.figure.known() ? "" : "?");
        const auto [same, added] = by_value_.emplace(value, filing_.figures.size());
        const bool full =
            !added && filing_.figures[same->second].figure.statements().size() >= statements_max;
        if (added || full) {
            same->second = filing_.figures.size();
            const std::size_t times = ++names_[name];
            std::string unique = times == 1 ? name : name + '#' + std::to_string(times);
            filing_.figures.emplace_back().id = std::move(unique);
        }
        NamedFigure& named = filing_.figures[same->second];
        add(named.figure, id, named.id);
    }

    // ── relations ──

    [[nodiscard]] std::string reference(MentionId id) const {
        const Reference& to = references_[id];
        if (statements_.at(to.owner) == 1) return to.owner;
        std::string pointer = to.owner;
        if (pointer.front() != '/') {
            pointer = "/figures";
            append_step(pointer, to.owner);
        }
        return pointer + '/' + std::to_string(to.statement);
    }
    [[nodiscard]] tieout::Reference references(const std::vector<MentionTerm>& terms) const {
        tieout::Reference result;
        for (const MentionTerm& term : terms)
            result.push_back({.to = reference(term.figure), .coefficient = term.coefficient});
        return result;
    }

    /// A list that the words call complete makes the split of the model complete, in that phase.
    void mark_complete(const Statement& relation) {
        const Reading& reading = relation.readings.front();
        if (relation.readings.size() != 1 || reading.kind != Kind::sum || reading.open_list) return;
        const Mention& total = draft_.mentions[reading.subject];
        if (total.item.empty() || !total.split.empty()) return;
        const Mention& first = draft_.mentions[reading.first.front().figure];
        for (const MentionTerm& term : reading.first) {
            const Mention& part = draft_.mentions[term.figure];
            if (part.item != total.item || part.split.empty() || part.split != first.split ||
                !references_[term.figure].owner.starts_with('/'))
                return;
        }
        const auto phase = static_cast<std::size_t>(total.phase);
        if (first.split == "projects" && total.item == "/expenditure/project") {
            filing_.expenditure.project.projects_complete.of[phase] = Completeness::complete;
        } else if (const Target target = follow(filing_, total.item); target.item != nullptr) {
            for (Split& split : target.item->splits)
                if (split.name == first.split) split.complete.of[phase] = Completeness::complete;
        }
    }

    void place_relation(const Statement& draft) {
        StatedRelation relation;
        for (const Reading& reading : draft.readings) {
            StatedRelation one;
            one.kind = reading.kind;
            if (reading.subject != no_mention) one.subject = reference(reading.subject);
            one.first = references(reading.first);
            one.second = references(reading.second);
            one.open_list = reading.open_list;
            one.comparison = reading.comparison;
            one.constant = reading.constant;
            if (draft.readings.size() == 1)
                relation = std::move(one);
            else
                relation.any_of.push_back(std::move(one));
        }
        relation.evidence = draft.evidence;
        relation.approximate = draft.approximate;
        relation.severity = draft.severity;
        relation.context = draft.context;
        const Reading& first = draft.readings.front();
        const MentionId named = first.subject != no_mention ? first.subject : first.first.front().figure;
        std::string id = std::string(draft.word) + '@' + references_[named].owner;
        const std::size_t times = ++relation_names_[id];
        if (times > 1) id += '#' + std::to_string(times);
        relation.id = std::move(id);
        filing_.relations.push_back(std::move(relation));
    }

    Draft draft_;
    Filing filing_;
    std::vector<Reference> references_{};
    std::unordered_map<std::string, std::size_t> statements_{};
    std::unordered_map<std::string, std::size_t> by_value_{};
    std::unordered_map<std::string, std::size_t> names_{};
    std::unordered_map<std::string, std::size_t> relation_names_{};
};

} // namespace

Filing assemble(Draft&& draft) { return Assembler(std::move(draft)).filing(); }

} // namespace tieout::detail
