// SPDX-License-Identifier: MIT
#include "bind_relations.hpp"

#include "bind_figures.hpp"
#include "bind_references.hpp"

#include <algorithm>
#include <tuple>

namespace tieout::detail {

namespace {

using At = Binding::At;

constexpr std::array severity_words{Word<Severity>{"info", Severity::info},
                                    Word<Severity>{"error", Severity::error},
                                    Word<Severity>{"warning", Severity::warning}};

/// What a key of a relation holds.
enum class Slot : std::uint8_t {
    none,
    subject,      ///< one figure
    list,         ///< several figures, no coefficients
    first,        ///< a figure or a list of terms
    second,       ///< the same, for the other side
    coefficients, ///< of the list
    complete,     ///< whether the list is
    blanks,       ///< whether parts of it are left blank
    constant      ///< what a linear form is compared with
};
struct RelationKey {
    std::string_view key{};
    Slot slot = Slot::none;
    bool required = false;
    Comparison comparison = Comparison::equals;
};
struct RelationShape {
    Word<Kind> kind;
    std::array<RelationKey, 6> keys;
};
constexpr std::size_t shape_keys_max = std::tuple_size_v<decltype(RelationShape::keys)>;

/// The words of relations with their keys (design: figures and relations without the model), in the order of `Kind`.
constexpr std::array<RelationShape, 9> relation_shapes{{
    {{"sum", Kind::sum},
     {{{"total", Slot::subject, true},
       {"parts", Slot::list, true},
       {"coefficients", Slot::coefficients},
       {"complete", Slot::complete},
       {"blanks", Slot::blanks}}}},
    {{"equal", Kind::equal}, {{{"figures", Slot::list, true}}}},
    {{"at_most", Kind::at_most}, {{{"lesser", Slot::first, true}, {"greater", Slot::second, true}}}},
    {{"linear", Kind::linear},
     {{{"terms", Slot::first, true},
       {"equals", Slot::constant, false, Comparison::equals},
       {"at_least", Slot::constant, false, Comparison::at_least},
       {"at_most", Slot::constant, false, Comparison::at_most},
       {"more_than", Slot::constant, false, Comparison::more_than},
       {"less_than", Slot::constant, false, Comparison::less_than}}}},
    {{"ratio", Kind::ratio},
     {{{"quotient", Slot::subject, true},
       {"numerator", Slot::first, true},
       {"denominator", Slot::second, true}}}},
    {{"share", Kind::share},
     {{{"share", Slot::subject, true}, {"part", Slot::first, true}, {"whole", Slot::second, true}}}},
    {{"growth", Kind::growth},
     {{{"rate", Slot::subject, true}, {"from", Slot::second, true}, {"to", Slot::first, true}}}},
    {{"product", Kind::product}, {{{"product", Slot::subject, true}, {"factors", Slot::list, true}}}},
    {{"average", Kind::average},
     {{{"average", Slot::subject, true}, {"parts", Slot::list, true}, {"blanks", Slot::blanks}}}},
}};
static_assert([] {
    for (std::size_t i = 0; i < relation_shapes.size(); ++i)
        if (relation_shapes[i].kind.meaning != static_cast<Kind>(i)) return false;
    return true;
}());

using Keys = std::span<const std::string_view>;
constexpr std::array<std::string_view, 7> relation_keys{"id",          "kind",   "severity", "evidence",
                                                        "approximate", "demand", "context"};
/// Of readings among which the relation is, and of one such reading.
constexpr std::array<std::string_view, 7> choice_keys{"id",          "any_of", "evidence", "severity",
                                                      "approximate", "demand", "context"};
constexpr std::array<std::string_view, 3> reading_keys{"kind", "evidence", "approximate"};

// ── what stands under the keys of one kind ──

bool read_list(Binding& from, At at, Reference& reference) {
    if (!is(from, at, JsonKind::list, "list of figures")) return false;
    if (from.tree.holds_nothing(at)) {
        wrong_type(from, at, "list of figures");
        return false;
    }
    bool sound = true;
    from.tree.each(at, [&](At child) { sound = read_term(from, child, reference) && sound; });
    return sound;
}

bool read_coefficients(Binding& from, At at, Reference& reference) {
    if (!is(from, at, JsonKind::list, "list of numbers")) return false;
    std::size_t count = 0;
    bool sound = true;
    from.tree.each(at, [&](At child) {
        Decimal number;
        sound = read_number(from, child, number) && sound;
        if (count < reference.size()) reference[count].coefficient = number;
        ++count;
    });
    // A part that could not be read has left a gap, and was complained of.
    if (count != reference.size() && !reference.empty()) {
        wrong_type(from, at, "one number for each part");
        sound = false;
    }
    return sound;
}

bool read_constant(Binding& from, At at, StatedRelation& relation) {
    At value = at;
    std::optional<Unit> given;
    bool sound = true;
    if (from.tree[at].kind == JsonKind::object) {
        constexpr std::array<std::string_view, 2> keys{"value", "unit"};
        value = JsonTree::root;
        from.tree.each(at, [&](At child) {
            if (from.tree[child].key_repeated) {
                sound = false;
            } else if (from.tree[child].key == keys[0]) {
                value = child;
            } else if (from.tree[child].key == keys[1]) {
                sound = read_unit(from, child, given) && sound;
            } else {
                unknown_key(from, child, keys);
                sound = false;
            }
        });
        if (value == JsonTree::root) {
            complain(from, Problem::Kind::missing_key, at, keys[0], {});
            return false;
        }
    }
    Figure constant;
    std::optional<Unit> printed;
    if (!read_value(from, value, constant, Expects::plain, printed)) return false;
    if (!constant.known()) {
        complain(from, Problem::Kind::not_a_number, value, "number", excerpt(from.tree[value].text));
        return false;
    }
    if (given && printed && *given != *printed) {
        complain(from, Problem::Kind::unknown_unit, at, printed->word(), std::string(given->word()));
        return false;
    }
    relation.constant = constant.value;
    relation.constant_unit = printed ? printed : given;
    return sound;
}

bool read_slot(Binding& from, At at, const RelationKey& key, StatedRelation& relation, At& constant) {
    switch (key.slot) {
    case Slot::subject:
        return read_figure_name(from, at, relation.subject);
    case Slot::list:
        return read_list(from, at, relation.first);
    case Slot::first:
        return read_reference(from, at, relation.first);
    case Slot::second:
        return read_reference(from, at, relation.second);
    case Slot::coefficients:
        return read_coefficients(from, at, relation.first);
    case Slot::complete: {
        bool whole = true;
        const bool good = read_bool(from, at, whole);
        relation.open_list = !whole;
        return good;
    }
    case Slot::blanks:
        return read_bool(from, at, relation.blanks);
    case Slot::constant:
        if (constant != JsonTree::root) {
            complain_at(from, Problem::Kind::duplicate_key, at, from.tree[at].key_offset, {},
                        excerpt(from.tree[at].key));
            return false;
        }
        constant = at;
        relation.comparison = key.comparison;
        return read_constant(from, at, relation);
    case Slot::none:
        break;
    }
    return false;
}

// ── one relation ──

/// What every relation may say of itself. Nothing if the key is none of these.
std::optional<bool> read_common(Binding& from, At at, Keys common, StatedRelation& relation) {
    const std::string_view key = from.tree[at].key;
    if (std::find(common.begin(), common.end(), key) == common.end()) return std::nullopt;
    if (key == "severity") return read_word(from, at, severity_words, relation.severity);
    if (key == "approximate") return read_bool(from, at, relation.approximate);
    if (key == "evidence") return read_word(from, at, evidence_words, relation.evidence);
    if (key == "demand") read_text(from, at, relation.demand);
    if (key == "context") read_text(from, at, relation.context);
    return true; // what else there is was read before
}

std::size_t place_of(const RelationShape& shape, std::string_view key) noexcept {
    for (std::size_t place = 0; place < shape_keys_max; ++place)
        if (shape.keys[place].slot != Slot::none && shape.keys[place].key == key) return place;
    return shape_keys_max;
}

void unknown_relation_key(Binding& from, At at, const RelationShape& shape, Keys common) {
    std::vector<std::string_view> keys(common.begin(), common.end());
    for (const RelationKey& key : shape.keys)
        if (key.slot != Slot::none) keys.push_back(key.key);
    unknown_key(from, at, keys);
}

bool read_members(Binding& from, At at, const RelationShape& shape, Keys common, StatedRelation& relation) {
    bool sound = true;
    std::array<At, shape_keys_max> given{};
    from.tree.each(at, [&](At child) {
        if (from.tree[child].key_repeated) return;
        if (const std::optional<bool> good = read_common(from, child, common, relation)) {
            sound = *good && sound;
            return;
        }
        const std::size_t place = place_of(shape, from.tree[child].key);
        if (place == shape_keys_max) {
            unknown_relation_key(from, child, shape, common);
            sound = false;
        } else {
            given[place] = child;
        }
    });
    At constant = JsonTree::root;
    for (std::size_t place = 0; place < shape_keys_max; ++place) {
        const RelationKey& key = shape.keys[place];
        if (given[place] == JsonTree::root) {
            if (!key.required) continue;
            complain(from, Problem::Kind::missing_key, at, key.key, {});
            sound = false;
        } else if (!read_slot(from, given[place], key, relation, constant)) {
            sound = false;
        }
    }
    if (shape.kind.meaning == Kind::linear && constant == JsonTree::root) {
        std::string expected;
        for (const RelationKey& key : shape.keys)
            if (key.slot == Slot::constant) expected = joined(expected, key.key);
        complain(from, Problem::Kind::missing_key, at, expected, {});
        sound = false;
    }
    return sound;
}

/// A relation with its kind, and what goes with that kind.
bool read_words(Binding& from, At at, At kind, Keys common, StatedRelation& relation) {
    if (kind == JsonTree::root) {
        complain(from, Problem::Kind::missing_key, at, "kind", {});
        return false;
    }
    std::array<Word<Kind>, relation_shapes.size()> kinds{};
    for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] = relation_shapes[i].kind;
    if (!read_word(from, kind, kinds, relation.kind)) return false;
    return read_members(from, at, relation_shapes[static_cast<std::size_t>(relation.kind)], common, relation);
}

/// One of the readings that the words of a relation leave.
bool read_reading(Binding& from, At at, StatedRelation& reading) {
    if (!is(from, at, JsonKind::object, "object")) return false;
    bool sound = true;
    At kind = JsonTree::root;
    from.tree.each(at, [&](At child) {
        if (from.tree[child].key_repeated)
            sound = false;
        else if (from.tree[child].key == "kind")
            kind = child;
    });
    return read_words(from, at, kind, reading_keys, reading) && sound;
}

bool read_readings(Binding& from, At at, std::vector<StatedRelation>& readings) {
    if (!is(from, at, JsonKind::list, "list of relations")) return false;
    if (from.tree.holds_nothing(at)) {
        wrong_type(from, at, "list of relations");
        return false;
    }
    bool sound = true;
    from.tree.each(at,
                   [&](At child) { sound = read_reading(from, child, readings.emplace_back()) && sound; });
    return sound;
}

bool read_choice(Binding& from, At at, StatedRelation& relation) {
    bool sound = true;
    from.tree.each(at, [&](At child) {
        if (from.tree[child].key_repeated) return;
        const std::optional<bool> good = read_common(from, child, choice_keys, relation);
        if (!good) unknown_key(from, child, choice_keys);
        sound = good.value_or(false) && sound;
        if (from.tree[child].key == "any_of") sound = read_readings(from, child, relation.any_of) && sound;
    });
    return sound;
}

bool read_relation_id(Binding& from, At at, std::string& id) {
    const std::string_view given = from.tree[at].text;
    if (!is(from, at, JsonKind::string, "string") || !has_length_of_id(from, at, given)) return false;
    id = given;
    if (id.empty()) {
        wrong_type(from, at, "id");
        return false;
    }
    if (from.relation_ids.insert(given).second) return true;
    complain(from, Problem::Kind::duplicate_id, at, {}, excerpt(id));
    return false;
}

/// Nothing of a relation is believed unless all of it is understood.
bool read_relation(Binding& from, At at, StatedRelation& relation) {
    if (!is(from, at, JsonKind::object, "object")) return false;
    bool sound = true;
    At id = JsonTree::root;
    At kind = JsonTree::root;
    At any_of = JsonTree::root;
    from.tree.each(at, [&](At child) {
        if (from.tree[child].key_repeated)
            sound = false;
        else if (from.tree[child].key == "id")
            id = child;
        else if (from.tree[child].key == "kind")
            kind = child;
        else if (from.tree[child].key == "any_of")
            any_of = child;
    });
    const bool choice = any_of != JsonTree::root && kind == JsonTree::root;
    if (id == JsonTree::root) {
        complain(from, Problem::Kind::missing_key, at, "id", {});
        sound = false;
    } else if (!read_relation_id(from, id, relation.id)) {
        sound = false;
    }
    return (choice ? read_choice(from, at, relation) : read_words(from, at, kind, relation_keys, relation)) &&
           sound;
}

} // namespace

void read_relations(Binding& from, const FigureIndex& index, std::vector<StatedRelation>& relations) {
    if (!is(from, from.relations, JsonKind::list, "list")) return;
    from.index = &index;
    from.in_item = false;
    from.tree.each(from.relations, [&](At at) {
        StatedRelation relation;
        if (read_relation(from, at, relation)) relations.push_back(std::move(relation));
    });
    from.index = nullptr;
}

bool read_demanded_relation(Binding& from, const FigureIndex& index, At at, StatedRelation& relation) {
    constexpr std::array<std::string_view, 1> keys{"kind"};
    if (!is(from, at, JsonKind::object, "object")) return false;
    from.index = &index;
    At kind = JsonTree::root;
    from.tree.each(at, [&](At child) {
        if (!from.tree[child].key_repeated && from.tree[child].key == keys[0]) kind = child;
    });
    const bool sound = read_words(from, at, kind, keys, relation);
    from.index = nullptr;
    return sound;
}

} // namespace tieout::detail
