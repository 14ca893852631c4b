// SPDX-License-Identifier: MIT
#include "bind.hpp"

#include "bind_figures.hpp"
#include "bind_references.hpp"
#include "bind_relations.hpp"

#include <tieout/model/describe.hpp>
#include <tieout/model/find.hpp>

#include <concepts>

namespace tieout::detail {

namespace {

using At = Binding::At;

constexpr std::string_view version_key = "filing";
constexpr std::string_view unit_key = "unit";

constexpr std::array target_words{
    Word<Target>{"at_least", Target::at_least}, Word<Target>{"at_most", Target::at_most},
    Word<Target>{"equals", Target::equals}, Word<Target>{"qualitative", Target::qualitative}};
constexpr std::array balance_words{Word<Balance>{"stated", Balance::stated},
                                   Word<Balance>{"approximate", Balance::approximate}};
constexpr std::array comparative_words{Word<Comparative::Word>{"more", Comparative::Word::more},
                                       Word<Comparative::Word>{"less", Comparative::Word::less},
                                       Word<Comparative::Word>{"equal", Comparative::Word::equal}};
constexpr auto phase_words = [] {
    std::array<Word<Phase>, phase_count> words{};
    for (std::size_t i = 0; i < phase_count; ++i) words[i] = {phase_names[i].key, phases[i]};
    return words;
}();

/// Of two figures under one key neither is to be believed.
void repeated(Stated& figure) {
    for (Figure& statement : figure.statements()) statement.state = State::unreadable;
}
template <class Member>
void repeated(Member&) {}

/// Reads the structures of a filing, member by member as describe.hpp lists them.
struct Structures {
    Binding& from;

    /// Every member of an object, by the keys of describe(); `extra` is a key that is read elsewhere.
    template <class Described>
    void members(At at, Described& described, std::string_view extra = {}) const {
        if (!is(from, at, JsonKind::object, "object")) return;
        const bool was_in_item = from.in_item;
        from.in_item = from.in_item || std::derived_from<Described, Item>;
        from.tree.each(at, [&](At child) {
            const JsonValue& value = from.tree[child];
            bool known = value.key == extra && !extra.empty();
            describe(described, [&](std::string_view key, auto& member, Expects expects) {
                if (known || key != value.key) return;
                known = true;
                if (value.key_repeated)
                    repeated(member);
                else
                    read(child, member, expects);
            });
            if (known || from.complaints.full()) return;
            std::vector<std::string_view> keys;
            describe(described, [&](std::string_view key, auto&, Expects) { keys.push_back(key); });
            if (!extra.empty()) keys.push_back(extra);
            unknown_key(from, child, keys);
        });
        from.in_item = was_in_item;
    }

    // ── structures and lists ──

    template <class Described>
    requires requires(Described& d) {
        describe(d, [](std::string_view, auto&, Expects) {});
    }
    void read(At at, Described& described, Expects) const { members(at, described); }

    template <class Element>
    void read(At at, std::vector<Element>& list, Expects) const {
        if (!is(from, at, JsonKind::list, "list")) return;
        list.reserve(list.size() + from.tree.size_of(at));
        from.tree.each(at, [&](At child) { members(child, list.emplace_back()); });
    }
    void read(At at, std::vector<std::string>& texts, Expects) const {
        if (!is(from, at, JsonKind::list, "list")) return;
        from.tree.each(at, [&](At child) { read_text(from, child, texts.emplace_back()); });
    }
    void read(At at, std::vector<Reference>& readings, Expects) const {
        read_readings_of(from, at, readings);
    }
    // When all figures are there.
    void read(At at, std::vector<StatedRelation>&, Expects) const { from.relations = at; }

    void read(At at, std::vector<Split>& splits, Expects) const {
        if (!is(from, at, JsonKind::object, "object")) return;
        splits.reserve(splits.size() + from.tree.size_of(at));
        from.tree.each(at, [&](At child) {
            const JsonValue& value = from.tree[child];
            if (value.key_repeated || !has_length_of_id(from, child, value.key)) return;
            Split& split = splits.emplace_back();
            split.name = value.key;
            members(child, split);
        });
    }

    void read(At at, std::vector<NamedFigure>& figures, Expects) const {
        if (!is(from, at, JsonKind::object, "object")) return;
        std::unordered_set<std::string_view> given_again;
        from.tree.each(at, [&](At child) {
            if (from.tree[child].key_repeated) given_again.insert(from.tree[child].key);
        });
        from.tree.each(at, [&](At child) {
            const JsonValue& value = from.tree[child];
            if (value.key_repeated || !has_length_of_id(from, child, value.key)) return;
            if (value.key.empty() || value.key.front() == '/') {
                complain_at(from, Problem::Kind::wrong_type, child, value.key_offset, "id",
                            excerpt(value.key));
                return;
            }
            NamedFigure& named = figures.emplace_back();
            named.id = value.key;
            read_stated(from, child, named.figure, Expects::plain, &named.of);
            if (given_again.contains(value.key)) repeated(named.figure);
        });
    }

    void read(At at, std::vector<Sentence>& sentences, Expects) const {
        if (!is(from, at, JsonKind::object, "object")) return;
        from.tree.each(at, [&](At child) {
            const JsonValue& value = from.tree[child];
            if (value.key_repeated || !has_length_of_id(from, child, value.key)) return;
            if (value.key.empty()) {
                complain_at(from, Problem::Kind::wrong_type, child, value.key_offset, "id", {});
                return;
            }
            if (!is(from, child, JsonKind::string, "string")) return;
            sentences.push_back({std::string(value.key), std::string(value.text)});
            from.words.emplace(value.key, value.text);
        });
    }

    void read(At at, std::vector<SourceTable>& tables, Expects) const {
        if (!is(from, at, JsonKind::list, "list")) return;
        from.tree.each(at, [&](At child) {
            SourceTable& table = tables.emplace_back();
            members(child, table);
            if (from.tree[child].kind != JsonKind::object) return;
            At id = JsonTree::root;
            from.tree.each(child, [&](At member) {
                if (from.tree[member].key == "id") id = member;
            });
            if (id == JsonTree::root)
                complain(from, Problem::Kind::missing_key, child, "id", {});
            else if (from.tree[id].kind == JsonKind::string &&
                     !from.table_ids.insert(from.tree[id].text).second)
                complain(from, Problem::Kind::duplicate_id, id, {}, excerpt(from.tree[id].text));
        });
    }

    // ── words, numbers and figures ──

    void read(At at, Stated& figure, Expects expects) const { read_stated(from, at, figure, expects); }
    void read(At at, std::string& text, Expects) const { read_text(from, at, text); }
    void read(At at, bool& truth, Expects) const { read_bool(from, at, truth); }
    void read(At at, Phase& phase, Expects) const { read_word(from, at, phase_words, phase); }
    void read(At at, Comparative::Word& word, Expects) const { read_word(from, at, comparative_words, word); }
    void read(At at, Target& target, Expects) const { read_word(from, at, target_words, target); }
    void read(At at, Balance& balance, Expects) const { read_word(from, at, balance_words, balance); }
    void read(At at, std::optional<Printing>& printing, Expects) const { read_printing(from, at, printing); }
    void read(At at, std::int8_t& sign, Expects) const { read_sign(from, at, sign); }
    void read(At at, std::optional<Unit>& unit, Expects) const {
        // The unit of the filing was read first, as the figures before it need it.
        if (from.tree[at].parent != JsonTree::root) read_unit(from, at, unit);
    }
    void read(At at, std::optional<int>& year, Expects) const {
        if (const auto whole = read_whole(from, at, 1, 9999, "year")) year = static_cast<int>(*whole);
    }
    void read(At at, Completeness& completeness, Expects) const {
        bool truth = false;
        if (read_bool(from, at, truth)) completeness = truth ? Completeness::complete : Completeness::subset;
    }
    void read(At at, Completenesses& completenesses, Expects expects) const {
        if (from.tree[at].kind != JsonKind::object) {
            Completeness all = Completeness::not_stated;
            read(at, all, expects);
            completenesses = Completenesses::all(all);
            return;
        }
        from.tree.each(at, [&](At child) {
            if (from.tree[child].key_repeated) return;
            if (const std::optional<Phase> phase = phase_named(from.tree[child].key)) {
                read(child, completenesses.of[static_cast<std::size_t>(*phase)], expects);
                return;
            }
            std::array<std::string_view, phase_count> keys;
            for (std::size_t i = 0; i < phase_count; ++i) keys[i] = phase_names[i].key;
            unknown_key(from, child, keys);
        });
    }
};

/// Which version of the format it is, and the unit that figures before it need.
void read_head(Binding& from, Filing& filing) {
    const JsonTree& tree = from.tree;
    At version = JsonTree::root;
    tree.each(JsonTree::root, [&](At at) {
        if (tree[at].key_repeated) return;
        if (tree[at].key == version_key) version = at;
        if (tree[at].key == unit_key) read_money_unit(from, at, filing.unit);
    });
    if (version == JsonTree::root)
        complain(from, Problem::Kind::missing_key, JsonTree::root, version_key, {});
    else if (tree[version].kind != JsonKind::number)
        wrong_type(from, version, "number");
    else if (tree[version].text != "1")
        complain(from, Problem::Kind::unknown_word, version, "1", tree.excerpt(version));
    from.unit = filing.unit;
}

} // namespace

void bind_filing(const JsonTree& tree, Complaints& complaints, Filing& filing) {
    Binding from{.tree = tree, .complaints = complaints};
    read_head(from, filing);
    Structures{from}.members(JsonTree::root, filing, version_key);
    filing.sheets = std::move(from.sheets);
    check_marks(from);
    const FigureIndex index(filing);
    look_up_references(from, index);
    if (from.relations != JsonTree::root) read_relations(from, index, filing.relations);
}

} // namespace tieout::detail
