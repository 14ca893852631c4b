// SPDX-License-Identifier: MIT
#include "bind.hpp"

#include "nearest.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/model/describe.hpp>
#include <tieout/model/find.hpp>
#include <tieout/numbers/date.hpp>
#include <tieout/numbers/printed.hpp>
#include <tieout/read/json.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace tieout::detail {

namespace {

using At = JsonTree::At;

/// A word of the format, and what it means.
template <class Meaning>
struct Word {
    std::string_view word;
    Meaning meaning;
};

constexpr std::array target_words{
    Word<Target>{"at_least", Target::at_least}, Word<Target>{"at_most", Target::at_most},
    Word<Target>{"equals", Target::equals}, Word<Target>{"qualitative", Target::qualitative}};
constexpr std::array balance_words{Word<Balance>{"stated", Balance::stated},
                                   Word<Balance>{"approximate", Balance::approximate}};
constexpr std::array comparative_words{Word<Comparative::Word>{"more", Comparative::Word::more},
                                       Word<Comparative::Word>{"less", Comparative::Word::less},
                                       Word<Comparative::Word>{"equal", Comparative::Word::equal}};
constexpr std::array evidence_words{Word<Evidence>{"whole", Evidence::whole},
                                    Word<Evidence>{"open", Evidence::open}};
constexpr std::array severity_words{Word<Severity>{"error", Severity::error},
                                    Word<Severity>{"warning", Severity::warning}};

constexpr auto phase_words = [] {
    std::array<Word<Phase>, phase_count> words{};
    for (std::size_t i = 0; i < phase_count; ++i) words[i] = {phase_names[i].key, phases[i]};
    return words;
}();
constexpr auto printing_words = [] {
    std::array<Word<Printing>, std::size(printings)> words{};
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = {printings[i].name, printings[i].printing};
    return words;
}();

enum class FigureKey : std::uint8_t {
    value,
    unit,
    decimals,
    rounding,
    period,
    place,
    line,
    column,
    context,
    mark,
    label,
    trust,
    fixed,
    sense,
    unit_missing
};
constexpr std::array<std::string_view, 15> figure_keys{
    "value",   "unit", "decimals", "rounding", "period", "place", "line",        "column",
    "context", "mark", "label",    "trust",    "fixed",  "sense", "unit_missing"};

/// What a key of a relation holds.
enum class Slot : std::uint8_t {
    none,
    subject,      ///< one figure
    list,         ///< several figures, no coefficients
    first,        ///< a figure or a list of terms
    second,       ///< the same, for the other side
    coefficients, ///< of the list
    complete,     ///< whether the list is
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

/// The words of relations with their keys (design: figures and relations without the model), in the order of `Kind`.
constexpr std::array<RelationShape, 8> relation_shapes{{
    {{"sum", Kind::sum},
     {{{"total", Slot::subject, true},
       {"parts", Slot::list, true},
       {"coefficients", Slot::coefficients},
       {"complete", Slot::complete}}}},
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
}};
static_assert([] {
    for (std::size_t i = 0; i < relation_shapes.size(); ++i)
        if (relation_shapes[i].kind.meaning != static_cast<Kind>(i)) return false;
    return true;
}());
constexpr std::array<std::string_view, 7> relation_keys{"id",          "kind",   "severity", "evidence",
                                                        "approximate", "demand", "context"};
/// Of readings among which the relation is, and of one such reading.
constexpr std::array<std::string_view, 7> choice_keys{"id",          "any_of", "evidence", "severity",
                                                      "approximate", "demand", "context"};
constexpr std::array<std::string_view, 2> reading_keys{"kind", "approximate"};

/// Digits after the point, or zeros before it, of the numbers of a filing. Numbers may have more; what is computed from
/// them needs the room.
constexpr int scale_max = decimal_digits_max;

std::string joined(std::string_view before, std::string_view word) {
    std::string text(before);
    if (!text.empty()) text += ", ";
    text += word;
    return text;
}

template <class Words>
std::string list_of(const Words& words) {
    std::string list;
    for (const auto& word : words) list = joined(list, word.word);
    return list;
}

std::size_t characters_of(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char c : text)
        if (!continues_utf8(c)) ++count;
    return count;
}

std::string_view without_space_around(std::string_view text) noexcept {
    std::size_t first = text.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (c.length == 0) return text;
        if (!is_space(c.value)) {
            first = std::min(first, at);
            last = at + c.length;
        }
        at += c.length;
    }
    return first < last ? text.substr(first, last - first) : std::string_view();
}

/// The digits of a printed number with sign and point, narrow and without what separates them.
std::string digits_of(std::string_view printed) {
    std::string digits;
    for (std::size_t at = 0; at < printed.size();) {
        const CodePoint c = decode_utf8(printed, at);
        const char narrow_c = narrow(c.value);
        at += std::max<std::size_t>(1, c.length);
        const bool counts = is_digit(narrow_c) || (narrow_c == '.' && !digits.empty()) ||
                            ((narrow_c == '-' || narrow_c == '+') && digits.empty());
        if (counts)
            digits += narrow_c;
        else if (!digits.empty() && narrow_c != ' ' && narrow_c != ',')
            break;
    }
    return digits;
}

/// Reads one filing, member by member as describe.hpp lists them.
class Binder {
  public:
    Binder(const JsonTree& tree, Complaints& complaints) : tree_(tree), complaints_(complaints) {}

    void read(Filing& filing) {
        At version = JsonTree::root;
        tree_.each(JsonTree::root, [&](At at) {
            if (tree_[at].key_repeated) return;
            if (tree_[at].key == version_key) version = at;
            if (tree_[at].key == unit_key) read_unit_of_amounts(at, filing.unit); // figures before it need it
        });
        if (version == JsonTree::root)
            complain(Problem::Kind::missing_key, JsonTree::root, version_key, {});
        else if (tree_[version].kind != JsonKind::number)
            wrong_type(version, "number");
        else if (tree_[version].text != "1")
            complain(Problem::Kind::unknown_word, version, "1", tree_.excerpt(version));

        unit_ = filing.unit;
        members(JsonTree::root, filing, version_key);

        for (const PendingMark& pending : marks_) check_mark(pending);
        const FigureIndex index(filing);
        for (const PendingReference& pending : pending_) refer(index, pending.at, pending.in_item);
        if (relations_ != JsonTree::root) read_relations(index, filing.relations);
    }

  private:
    static constexpr std::string_view version_key = "filing";
    static constexpr std::string_view unit_key = "unit";

    struct PendingReference {
        At at;
        bool in_item;
    };
    struct PendingMark {
        At at;      ///< where it is given
        At context; ///< where the sentence is named; the root where none is
        std::uint32_t begin;
        std::uint32_t length;
    };

    // ── complaints ──

    void complain(Problem::Kind kind, At at, std::string_view expected, std::string seen) {
        complain_at(kind, at, tree_[at].offset, expected, std::move(seen));
    }
    void complain_at(Problem::Kind kind, At at, std::size_t offset, std::string_view expected,
                     std::string seen) {
        if (complaints_.full()) return;
        complaints_.add({kind, offset, tree_.pointer(at), std::string(expected), std::move(seen)});
    }
    void wrong_type(At at, std::string_view expected) {
        if (tree_[at].kind == JsonKind::skipped) return; // complained of already
        complain(Problem::Kind::wrong_type, at, expected, tree_.excerpt(at));
    }
    void unknown_key(At at, std::span<const std::string_view> keys) {
        if (complaints_.full()) return;
        complain_at(Problem::Kind::unknown_key, at, tree_[at].key_offset, nearest(tree_[at].key, keys),
                    excerpt(tree_[at].key));
    }
    [[nodiscard]] bool is(At at, JsonKind kind, std::string_view expected) {
        if (tree_[at].kind == kind) return true;
        wrong_type(at, expected);
        return false;
    }

    // ── structures ──

    /// Every member of an object, by the keys of describe(); `extra` is a key that is read elsewhere.
    template <class Described>
    void members(At at, Described& described, std::string_view extra = {}) {
        if (!is(at, JsonKind::object, "object")) return;
        const bool was_in_item = in_item_;
        in_item_ = in_item_ || std::derived_from<Described, Item>;
        tree_.each(at, [&](At child) {
            const JsonValue& value = tree_[child];
            bool known = value.key == extra && !extra.empty();
            describe(described, [&](std::string_view key, auto& member, Expects expects) {
                if (known || key != value.key) return;
                known = true;
                if (value.key_repeated)
                    repeated(member);
                else
                    read(child, member, expects);
            });
            if (known || complaints_.full()) return;
            std::vector<std::string_view> keys;
            describe(described, [&](std::string_view key, auto&, Expects) { keys.push_back(key); });
            if (!extra.empty()) keys.push_back(extra);
            unknown_key(child, keys);
        });
        in_item_ = was_in_item;
    }

    /// Of two figures under one key neither is to be believed.
    void repeated(Stated& figure) {
        for (Figure& statement : figure.statements()) statement.state = State::unreadable;
    }
    template <class Member>
    void repeated(Member&) {}

    template <class Described>
    requires requires(Described& d) {
        describe(d, [](std::string_view, auto&, Expects) {});
    }
    void read(At at, Described& described, Expects) { members(at, described); }

    template <class Element>
    void read(At at, std::vector<Element>& list, Expects) {
        if (!is(at, JsonKind::list, "list")) return;
        list.reserve(list.size() + tree_.size_of(at));
        tree_.each(at, [&](At child) { members(child, list.emplace_back()); });
    }

    void read(At at, std::vector<Split>& splits, Expects) {
        if (!is(at, JsonKind::object, "object")) return;
        splits.reserve(splits.size() + tree_.size_of(at));
        tree_.each(at, [&](At child) {
            if (tree_[child].key_repeated || !has_length_of_id(child, tree_[child].key)) return;
            Split& split = splits.emplace_back();
            split.name = tree_[child].key;
            members(child, split);
        });
    }

    void read(At at, std::vector<NamedFigure>& figures, Expects) {
        if (!is(at, JsonKind::object, "object")) return;
        std::unordered_set<std::string_view> given_again;
        tree_.each(at, [&](At child) {
            if (tree_[child].key_repeated) given_again.insert(tree_[child].key);
        });
        tree_.each(at, [&](At child) {
            const JsonValue& value = tree_[child];
            if (value.key_repeated || !has_length_of_id(child, value.key)) return;
            if (value.key.empty() || value.key.front() == '/') {
                complain_at(Problem::Kind::wrong_type, child, value.key_offset, "id", excerpt(value.key));
                return;
            }
            NamedFigure& named = figures.emplace_back();
            named.id = value.key;
            read(child, named.figure, Expects::plain);
            if (given_again.contains(value.key)) repeated(named.figure);
        });
    }

    void read(At at, std::vector<StatedRelation>&, Expects) { relations_ = at; } // when all figures are there

    void read(At at, std::vector<Sentence>& sentences, Expects) {
        if (!is(at, JsonKind::object, "object")) return;
        tree_.each(at, [&](At child) {
            const JsonValue& value = tree_[child];
            if (value.key_repeated || !has_length_of_id(child, value.key)) return;
            if (value.key.empty()) {
                complain_at(Problem::Kind::wrong_type, child, value.key_offset, "id", {});
                return;
            }
            if (!is(child, JsonKind::string, "string")) return;
            sentences.push_back({std::string(value.key), std::string(value.text)});
            words_.emplace(value.key, value.text);
        });
    }

    [[nodiscard]] bool has_length_of_id(At at, std::string_view id) {
        if (id.size() <= ReadLimits::id_length || characters_of(id) <= ReadLimits::id_length) return true;
        complain_at(Problem::Kind::limit, at,
                    id.data() == tree_[at].key.data() ? tree_[at].key_offset : tree_[at].offset,
                    std::to_string(ReadLimits::id_length) + " characters", excerpt(id));
        return false;
    }

    // ── words ──

    void read(At at, std::string& text, Expects) {
        if (!is(at, JsonKind::string, "string")) return;
        const std::string_view given = tree_[at].text;
        // What is named in every line of the result must not make it many times as long as the document.
        if (given.size() <= ReadLimits::text_length || characters_of(given) <= ReadLimits::text_length)
            text = given;
        else
            complain(Problem::Kind::limit, at, std::to_string(ReadLimits::text_length) + " characters",
                     excerpt(given));
    }

    template <class Words, class Meaning>
    bool read_word(At at, const Words& words, Meaning& meaning) {
        if (!is(at, JsonKind::string, "string")) return false;
        for (const auto& word : words) {
            if (word.word != tree_[at].text) continue;
            meaning = word.meaning;
            return true;
        }
        complain(Problem::Kind::unknown_word, at, list_of(words), excerpt(tree_[at].text));
        return false;
    }
    void read(At at, Phase& phase, Expects) { read_word(at, phase_words, phase); }
    void read(At at, Comparative::Word& word, Expects) { read_word(at, comparative_words, word); }
    void read(At at, Target& target, Expects) { read_word(at, target_words, target); }
    void read(At at, Balance& balance, Expects) { read_word(at, balance_words, balance); }
    bool read(At at, std::optional<Printing>& printing, Expects) {
        return read_word(at, printing_words, printing);
    }

    bool read_bool(At at, bool& truth) {
        if (!is(at, JsonKind::boolean, "true or false")) return false;
        truth = tree_[at].text == "true";
        return true;
    }
    void read(At at, Completeness& completeness, Expects) {
        bool truth = false;
        if (read_bool(at, truth)) completeness = truth ? Completeness::complete : Completeness::subset;
    }
    void read(At at, Completenesses& completenesses, Expects expects) {
        if (tree_[at].kind != JsonKind::object) {
            Completeness all = Completeness::not_stated;
            read(at, all, expects);
            completenesses = Completenesses::all(all);
            return;
        }
        tree_.each(at, [&](At child) {
            if (tree_[child].key_repeated) return;
            if (const std::optional<Phase> phase = phase_named(tree_[child].key)) {
                read(child, completenesses.of[static_cast<std::size_t>(*phase)], expects);
                return;
            }
            std::array<std::string_view, phase_count> keys;
            for (std::size_t i = 0; i < phase_count; ++i) keys[i] = phase_names[i].key;
            unknown_key(child, keys);
        });
    }

    // ── numbers ──

    /// What is wrong with the text of a number: beyond what numbers may be, or no number at all.
    void not_a_number(At at, NumberFault fault, std::string_view expected = "number") {
        const std::string seen =
            tree_[at].kind == JsonKind::string ? excerpt(tree_[at].text) : tree_.excerpt(at);
        if (fault == NumberFault::too_many_digits || fault == NumberFault::scale_out_of_range)
            complain(Problem::Kind::limit, at, std::to_string(decimal_digits_max) + " digits", seen);
        else
            complain(Problem::Kind::not_a_number, at, expected, seen);
    }
    bool take(At at, const Result<Decimal, NumberError>& parsed, Decimal& number) {
        if (!parsed)
            not_a_number(at, parsed.error().fault);
        else if (parsed->scale > scale_max || parsed->scale < -scale_max)
            not_a_number(at, NumberFault::scale_out_of_range);
        else {
            number = *parsed;
            return true;
        }
        return false;
    }
    /// A number or its digits in a string.
    bool read_number(At at, Decimal& number) {
        if (tree_[at].kind == JsonKind::number) return take(at, parse_json_number(tree_[at].text), number);
        return is(at, JsonKind::string, "number") && take(at, parse_decimal(tree_[at].text), number);
    }
    template <class Whole>
    bool read_whole(At at, Whole least, Whole most, std::string_view expected, Whole& whole) {
        if (tree_[at].kind == JsonKind::number) {
            const auto number = parse_json_number(tree_[at].text);
            if (number && number->scale == 0 && *number >= Decimal(least) && *number <= Decimal(most)) {
                whole = static_cast<Whole>(number->lo);
                return true;
            }
        }
        wrong_type(at, expected);
        return false;
    }
    void read(At at, std::optional<int>& year, Expects) {
        std::int32_t whole = 0;
        if (read_whole(at, 1, 9999, "year", whole)) year = whole;
    }
    bool read(At at, std::int8_t& sign, Expects) {
        constexpr std::string_view expected = "1 or -1";
        std::int32_t whole = 0;
        if (!read_whole(at, -1, 1, expected, whole)) return false;
        if (whole == 0) {
            wrong_type(at, expected);
            return false;
        }
        sign = static_cast<std::int8_t>(whole);
        return true;
    }

    // ── units ──

    void read(At, std::optional<Unit>&, Expects) {} // the unit of the filing was read first

    void read_unit_of_amounts(At at, std::optional<Unit>& unit) {
        std::optional<Unit> found;
        if (!is(at, JsonKind::string, "unit")) return;
        found = unit_named(without_space_around(tree_[at].text));
        if (found && found->dimension == Dimension::money) {
            unit = found;
            return;
        }
        std::string terms;
        for (const MoneyUnitEntry& entry : money_units) terms = joined(terms, entry.term);
        complain(Problem::Kind::unknown_unit, at, terms, excerpt(tree_[at].text));
    }
    bool read_unit(At at, std::optional<Unit>& unit) {
        if (!is(at, JsonKind::string, "unit")) return false;
        unit = unit_named(without_space_around(tree_[at].text));
        if (!unit) complain(Problem::Kind::unknown_unit, at, "unit", excerpt(tree_[at].text));
        return unit.has_value();
    }
    [[nodiscard]] Unit default_unit(Expects expects) const {
        switch (expects) {
        case Expects::amount:
            return unit_.value_or(unit::plain);
        case Expects::percent:
            return unit::percent;
        case Expects::people:
            return people_;
        case Expects::points:
            return points_;
        case Expects::date:
            return unit::day;
        case Expects::plain:
        case Expects::no_figure:
            break;
        }
        return unit::plain;
    }

    // ── figures ──

    void read(At at, Stated& figure, Expects expects) {
        if (tree_[at].kind != JsonKind::list) {
            add_statement(at, figure, expects);
            return;
        }
        if (tree_.holds_nothing(at)) wrong_type(at, "figure");
        tree_.each(at, [&](At child) { add_statement(child, figure, expects); });
    }

    void add_statement(At at, Stated& figure, Expects expects) {
        if (figure_count_ == ReadLimits::figures) {
            complain(Problem::Kind::limit, at, std::to_string(ReadLimits::figures) + " figures",
                     tree_.excerpt(at));
        }
        if (++figure_count_ <= ReadLimits::figures)
            read_figure(at, figure.statements().emplace_back(), expects);
    }

    /// One statement. Whatever is wrong with it, its place is kept: what it says is then unreadable.
    void read_figure(At at, Figure& figure, Expects expects) {
        figure.unit = default_unit(expects);
        bool sound = true;
        if (tree_[at].kind == JsonKind::object) {
            sound = read_figure_object(at, figure, expects);
        } else {
            std::optional<Unit> printed;
            sound = read_value(at, figure, expects, printed);
            if (printed) figure.unit = *printed;
        }
        if (!sound) figure.state = State::unreadable;
        // Zeros before a number, or in its exponent, have no end.
        if (figure.text.size() > ReadLimits::text_length)
            figure.text = figure.known() ? to_string(figure.value) : excerpt(figure.text);
    }

    bool read_figure_object(At at, Figure& figure, Expects expects) {
        bool sound = true;
        At value = JsonTree::root;
        At unit = JsonTree::root;
        At decimals = JsonTree::root;
        At context = JsonTree::root;
        At mark = JsonTree::root;
        std::optional<Unit> given;
        std::optional<Unit> printed;
        tree_.each(at, [&](At child) {
            const auto key = std::find(figure_keys.begin(), figure_keys.end(), tree_[child].key);
            if (key == figure_keys.end()) return unknown_key(child, figure_keys);
            if (tree_[child].key_repeated) {
                sound = false;
                return;
            }
            bool good = true;
            switch (static_cast<FigureKey>(key - figure_keys.begin())) {
            case FigureKey::value:
                value = child;
                break;
            case FigureKey::unit:
                unit = child;
                good = read_unit(child, given);
                break;
            case FigureKey::decimals:
                if (tree_[child].kind == JsonKind::null) break;
                decimals = child;
                good = read_decimals(child, figure.decimals);
                break;
            case FigureKey::rounding:
                good = read(child, figure.printing, Expects::no_figure);
                break;
            case FigureKey::period:
                read(child, figure.period, Expects::no_figure);
                break;
            case FigureKey::place:
                read(child, figure.place, Expects::no_figure);
                break;
            case FigureKey::line:
                read_count(child, figure.line);
                break;
            case FigureKey::column:
                read_count(child, figure.column);
                break;
            case FigureKey::context:
                context = child;
                read(child, figure.context, Expects::no_figure);
                break;
            case FigureKey::mark:
                if (read_mark(child, figure)) mark = child;
                break;
            case FigureKey::label:
                read(child, figure.label, Expects::no_figure);
                break;
            case FigureKey::trust:
                read_trust(child, figure.trust);
                break;
            case FigureKey::fixed:
                read_bool(child, figure.fixed);
                break;
            case FigureKey::sense:
                good = read(child, figure.sense, Expects::no_figure);
                break;
            case FigureKey::unit_missing:
                read_bool(child, figure.unit_missing);
                break;
            }
            sound = sound && good;
        });
        if (mark != JsonTree::root) marks_.push_back({mark, context, figure.mark, figure.mark_length});
        if (value == JsonTree::root) {
            complain(Problem::Kind::missing_key, at, figure_keys[0], {});
            return false;
        }
        if (!read_value(value, figure, expects, printed)) sound = false;
        if (given && (expects == Expects::date ? *given != unit::day : printed && *printed != *given)) {
            const Unit right = printed ? *printed : unit::day;
            complain(Problem::Kind::unknown_unit, unit, right.word(), excerpt(tree_[unit].text));
            sound = false;
        }
        if (given) figure.unit = *given;
        if (printed) figure.unit = *printed;
        if (sound && figure.decimals && has_excess_digits(figure)) {
            complain(Problem::Kind::excess_digits, decimals, std::to_string(*figure.decimals), figure.text);
        }
        return sound;
    }

    bool read_decimals(At at, std::optional<std::int8_t>& decimals) {
        std::int32_t whole = 0;
        if (!read_whole(at, -scale_max, scale_max, "integer from -38 to 38", whole)) return false;
        decimals = static_cast<std::int8_t>(whole);
        return true;
    }
    void read_count(At at, std::uint32_t& count) {
        read_whole(at, std::uint32_t{1}, std::numeric_limits<std::uint32_t>::max(), "integer from 1", count);
    }
    /// The first byte and how many there are, in the words of the context.
    bool read_mark(At at, Figure& figure) {
        constexpr std::string_view expected = "first byte and length";
        std::array<At, 2> places{};
        std::size_t count = 0;
        if (!is(at, JsonKind::list, expected)) return false;
        tree_.each(at, [&](At child) {
            if (count < places.size()) places[count] = child;
            ++count;
        });
        if (count != places.size()) {
            wrong_type(at, expected);
            return false;
        }
        constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
        if (!read_whole(places[0], std::uint32_t{0}, most, "integer from 0", begin) ||
            !read_whole(places[1], std::uint32_t{1}, most, "integer from 1", length))
            return false;
        figure.mark = begin;
        figure.mark_length = length;
        return true;
    }
    /// A mark covers whole characters of a sentence that the filing gives.
    void check_mark(const PendingMark& mark) {
        const auto words =
            mark.context == JsonTree::root ? words_.end() : words_.find(tree_[mark.context].text);
        if (words == words_.end()) return wrong_type(mark.at, "place in a sentence of the filing");
        const std::string_view text = words->second;
        const auto between_characters = [&](std::size_t at) {
            return at == text.size() ||
                   (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
        };
        if (!between_characters(mark.begin) || !between_characters(std::size_t{mark.begin} + mark.length))
            wrong_type(mark.at, "place in a sentence of the filing");
    }
    static bool has_excess_digits(const Figure& figure) {
        if (!figure.known()) return false;
        if (figure.value.scale > 0 || *figure.decimals >= 0) return figure.value.scale > *figure.decimals;
        return !rescaled(figure.value, *figure.decimals);
    }
    void read_trust(At at, Decimal& trust) {
        Decimal number;
        if (!read_number(at, number)) return;
        if (sign(number) > 0)
            trust = number;
        else
            wrong_type(at, "positive number");
    }

    /// Number, string as printed, or null.
    bool read_value(At at, Figure& figure, Expects expects, std::optional<Unit>& printed_unit) {
        const JsonValue& value = tree_[at];
        if (value.kind == JsonKind::null) return true; // Figure is blank until it is told something
        if (expects == Expects::date) return read_date(at, figure);
        if (value.kind == JsonKind::number) {
            if (!take(at, parse_json_number(value.text), figure.value)) return false;
            figure.state = State::value;
            figure.bare_zero = is_zero(figure.value) && figure.value.scale == 0;
            figure.text = value.text;
            return true;
        }
        if (!is(at, JsonKind::string, "figure")) return false;
        const Printed printed = read_printed(value.text);
        figure.state = printed.state;
        if (printed.state == State::unreadable) {
            figure.text = excerpt(without_space_around(value.text));
            not_a_number(at, printed.error.fault);
            return false;
        }
        const bool has_number = printed.state == State::value || printed.state == State::approximate;
        figure.value = printed.value;
        figure.bare_zero = printed.bare_zero;
        figure.text = has_number ? digits_of(value.text) : std::string(without_space_around(value.text));
        printed_unit = printed.unit;
        return take(at, printed.value, figure.value);
    }

    bool read_date(At at, Figure& figure) {
        if (!is(at, JsonKind::string, "date")) return false;
        const std::string_view text = tree_[at].text;
        figure.text = without_space_around(text);
        if (const std::optional<Date> date = parse_date(text)) {
            figure.state = State::value;
            figure.value = days_of(*date);
            return true;
        }
        const State state = read_printed(text).state;
        if (state == State::blank || state == State::not_applicable) {
            figure.state = state;
            return true;
        }
        figure.text = excerpt(figure.text);
        complain(Problem::Kind::not_a_number, at, "date", excerpt(text));
        return false;
    }

    // ── references ──

    void read(At at, std::vector<Reference>& readings, Expects) {
        if (tree_[at].kind != JsonKind::object) {
            Reference reference;
            if (read_reference(at, reference)) readings.push_back(std::move(reference));
            return;
        }
        constexpr std::array<std::string_view, 1> keys{"any_of"};
        if (tree_.holds_nothing(at)) complain(Problem::Kind::missing_key, at, keys[0], {});
        tree_.each(at, [&](At child) {
            if (tree_[child].key_repeated) return;
            if (tree_[child].key != keys[0]) return unknown_key(child, keys);
            if (!is(child, JsonKind::list, "list of references")) return;
            if (tree_.holds_nothing(child)) wrong_type(child, "list of references");
            tree_.each(child, [&](At reading) {
                Reference reference;
                if (read_reference(reading, reference)) readings.push_back(std::move(reference));
            });
        });
    }

    /// One figure, or a list of terms: figures, or pairs of figure and coefficient.
    bool read_reference(At at, Reference& reference) {
        if (tree_[at].kind == JsonKind::string) return read_term(at, reference);
        if (!is(at, JsonKind::list, "figure or list of terms")) return false;
        if (tree_.holds_nothing(at)) {
            wrong_type(at, "figure or list of terms");
            return false;
        }
        bool sound = true;
        tree_.each(at, [&](At child) {
            if (tree_[child].kind != JsonKind::list) {
                if (!read_term(child, reference)) sound = false;
                return;
            }
            const At to = child + 1;
            const At coefficient = to < tree_[child].end ? tree_[to].end : to;
            const bool pair = to < tree_[child].end && coefficient < tree_[child].end &&
                              tree_[coefficient].end == tree_[child].end;
            if (!pair) {
                wrong_type(child, "figure and coefficient");
                sound = false;
                return;
            }
            Decimal times;
            if (!read_number(coefficient, times))
                sound = false;
            else if (read_term(to, reference))
                reference.back().coefficient = times;
            else
                sound = false;
        });
        return sound;
    }

    bool read_term(At at, Reference& reference) {
        std::string to;
        if (!read_id(at, to)) return false;
        reference.push_back({.to = std::move(to)});
        return true;
    }

    /// The name of a figure. Whether there is one is seen when all figures were read.
    bool read_id(At at, std::string& id) {
        if (!is(at, JsonKind::string, "figure")) return false;
        if (index_ != nullptr) {
            if (!refer(*index_, at, false)) return false;
        } else {
            pending_.push_back({at, in_item_});
        }
        id = tree_[at].text;
        return true;
    }

    bool refer(const FigureIndex& index, At at, bool in_item) {
        const std::string_view to = tree_[at].text;
        if ((in_item && phase_named(to)) || index.find(to)) return true;
        complain(Problem::Kind::unknown_id, at, "figure", excerpt(to));
        return false;
    }

    // ── relations ──

    void read_relations(const FigureIndex& index, std::vector<StatedRelation>& relations) {
        if (!is(relations_, JsonKind::list, "list")) return;
        index_ = &index;
        in_item_ = false;
        tree_.each(relations_, [&](At at) {
            StatedRelation relation;
            if (read_relation(at, relation)) relations.push_back(std::move(relation));
        });
        index_ = nullptr;
    }

    /// Nothing of a relation is believed unless all of it is understood.
    bool read_relation(At at, StatedRelation& relation) {
        if (!is(at, JsonKind::object, "object")) return false;
        bool sound = true;
        At id = JsonTree::root;
        At kind = JsonTree::root;
        At any_of = JsonTree::root;
        tree_.each(at, [&](At child) {
            if (tree_[child].key_repeated)
                sound = false;
            else if (tree_[child].key == "id")
                id = child;
            else if (tree_[child].key == "kind")
                kind = child;
            else if (tree_[child].key == "any_of")
                any_of = child;
        });
        const bool choice = any_of != JsonTree::root && kind == JsonTree::root;
        if (id == JsonTree::root) {
            complain(Problem::Kind::missing_key, at, "id", {});
            sound = false;
        } else if (!read_relation_id(id, relation.id)) {
            sound = false;
        }
        return (choice ? read_choice(at, relation) : read_words(at, kind, relation_keys, relation)) && sound;
    }

    /// One of the readings that the words of a relation leave.
    bool read_reading(At at, StatedRelation& reading) {
        if (!is(at, JsonKind::object, "object")) return false;
        bool sound = true;
        At kind = JsonTree::root;
        tree_.each(at, [&](At child) {
            if (tree_[child].key_repeated)
                sound = false;
            else if (tree_[child].key == "kind")
                kind = child;
        });
        return read_words(at, kind, reading_keys, reading) && sound;
    }

    /// A relation with its kind, and what goes with that kind.
    bool read_words(At at, At kind, std::span<const std::string_view> common, StatedRelation& relation) {
        if (kind == JsonTree::root) {
            complain(Problem::Kind::missing_key, at, "kind", {});
            return false;
        }
        std::array<Word<Kind>, relation_shapes.size()> kinds{};
        for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] = relation_shapes[i].kind;
        if (!read_word(kind, kinds, relation.kind)) return false;
        const RelationShape& shape = relation_shapes[static_cast<std::size_t>(relation.kind)];
        return read_relation_members(at, shape, common, relation);
    }

    /// What every relation may say of itself. Nothing if the key is none of these.
    std::optional<bool> read_common(At at, std::span<const std::string_view> common,
                                    StatedRelation& relation) {
        const std::string_view key = tree_[at].key;
        if (std::find(common.begin(), common.end(), key) == common.end()) return std::nullopt;
        if (key == "severity") return read_word(at, severity_words, relation.severity);
        if (key == "approximate") return read_bool(at, relation.approximate);
        if (key == "evidence") return read_word(at, evidence_words, relation.evidence);
        if (key == "demand") read(at, relation.demand, Expects::no_figure);
        if (key == "context") read(at, relation.context, Expects::no_figure);
        return true; // what else there is was read before
    }

    bool read_choice(At at, StatedRelation& relation) {
        bool sound = true;
        tree_.each(at, [&](At child) {
            if (tree_[child].key_repeated) return;
            const std::optional<bool> good = read_common(child, choice_keys, relation);
            if (!good) unknown_key(child, choice_keys);
            sound = good.value_or(false) && sound;
            if (tree_[child].key == "any_of") sound = read_readings(child, relation.any_of) && sound;
        });
        return sound;
    }

    bool read_readings(At at, std::vector<StatedRelation>& readings) {
        if (!is(at, JsonKind::list, "list of relations")) return false;
        if (tree_.holds_nothing(at)) {
            wrong_type(at, "list of relations");
            return false;
        }
        bool sound = true;
        tree_.each(at, [&](At child) { sound = read_reading(child, readings.emplace_back()) && sound; });
        return sound;
    }

    bool read_relation_id(At at, std::string& id) {
        if (!is(at, JsonKind::string, "string") || !has_length_of_id(at, tree_[at].text)) return false;
        id = tree_[at].text;
        if (id.empty()) {
            wrong_type(at, "id");
            return false;
        }
        if (relation_ids_.insert(tree_[at].text).second) return true;
        complain(Problem::Kind::duplicate_id, at, {}, excerpt(id));
        return false;
    }

    bool read_relation_members(At at, const RelationShape& shape, std::span<const std::string_view> common,
                               StatedRelation& relation) {
        bool sound = true;
        std::array<At, shape_keys_max> given{};
        tree_.each(at, [&](At child) {
            const std::string_view key = tree_[child].key;
            if (tree_[child].key_repeated) return;
            if (const std::optional<bool> good = read_common(child, common, relation)) {
                sound = *good && sound;
            } else {
                const std::size_t place = place_of(shape, key);
                if (place == shape_keys_max) {
                    unknown_relation_key(child, shape, common);
                    sound = false;
                } else {
                    given[place] = child;
                }
            }
        });
        At constant = JsonTree::root;
        for (std::size_t place = 0; place < shape_keys_max; ++place) {
            const RelationKey& key = shape.keys[place];
            if (given[place] == JsonTree::root) {
                if (!key.required) continue;
                complain(Problem::Kind::missing_key, at, key.key, {});
                sound = false;
            } else if (!read_slot(given[place], key, relation, constant)) {
                sound = false;
            }
        }
        if (shape.kind.meaning == Kind::linear && constant == JsonTree::root) {
            std::string expected;
            for (const RelationKey& key : shape.keys)
                if (key.slot == Slot::constant) expected = joined(expected, key.key);
            complain(Problem::Kind::missing_key, at, expected, {});
            sound = false;
        }
        return sound;
    }

    bool read_slot(At at, const RelationKey& key, StatedRelation& relation, At& constant) {
        switch (key.slot) {
        case Slot::subject:
            return read_id(at, relation.subject);
        case Slot::list:
            return read_list(at, relation.first);
        case Slot::first:
            return read_reference(at, relation.first);
        case Slot::second:
            return read_reference(at, relation.second);
        case Slot::coefficients:
            return read_coefficients(at, relation.first);
        case Slot::complete: {
            bool whole = true;
            const bool good = read_bool(at, whole);
            relation.open_list = !whole;
            return good;
        }
        case Slot::constant:
            if (constant != JsonTree::root) {
                complain_at(Problem::Kind::duplicate_key, at, tree_[at].key_offset, {},
                            excerpt(tree_[at].key));
                return false;
            }
            constant = at;
            relation.comparison = key.comparison;
            return read_constant(at, relation);
        case Slot::none:
            break;
        }
        return false;
    }

    bool read_list(At at, Reference& reference) {
        if (!is(at, JsonKind::list, "list of figures")) return false;
        if (tree_.holds_nothing(at)) {
            wrong_type(at, "list of figures");
            return false;
        }
        bool sound = true;
        tree_.each(at, [&](At child) { sound = read_term(child, reference) && sound; });
        return sound;
    }

    bool read_coefficients(At at, Reference& reference) {
        if (!is(at, JsonKind::list, "list of numbers")) return false;
        std::size_t count = 0;
        bool sound = true;
        tree_.each(at, [&](At child) {
            Decimal number;
            sound = read_number(child, number) && sound;
            if (count < reference.size()) reference[count].coefficient = number;
            ++count;
        });
        // A part that could not be read has left a gap, and was complained of.
        if (count != reference.size() && !reference.empty()) {
            wrong_type(at, "one number for each part");
            sound = false;
        }
        return sound;
    }

    bool read_constant(At at, StatedRelation& relation) {
        At value = at;
        std::optional<Unit> given;
        bool sound = true;
        if (tree_[at].kind == JsonKind::object) {
            constexpr std::array<std::string_view, 2> keys{"value", "unit"};
            value = JsonTree::root;
            tree_.each(at, [&](At child) {
                if (tree_[child].key_repeated) {
                    sound = false;
                } else if (tree_[child].key == keys[0]) {
                    value = child;
                } else if (tree_[child].key == keys[1]) {
                    sound = read_unit(child, given) && sound;
                } else {
                    unknown_key(child, keys);
                    sound = false;
                }
            });
            if (value == JsonTree::root) {
                complain(Problem::Kind::missing_key, at, keys[0], {});
                return false;
            }
        }
        Figure constant;
        std::optional<Unit> printed;
        if (!read_value(value, constant, Expects::plain, printed)) return false;
        if (!constant.known()) {
            complain(Problem::Kind::not_a_number, value, "number", excerpt(tree_[value].text));
            return false;
        }
        if (given && printed && *given != *printed) {
            complain(Problem::Kind::unknown_unit, at, printed->word(), std::string(given->word()));
            return false;
        }
        relation.constant = constant.value;
        relation.constant_unit = printed ? printed : given;
        return sound;
    }

    static constexpr std::size_t shape_keys_max = std::tuple_size_v<decltype(RelationShape::keys)>;

    static std::size_t place_of(const RelationShape& shape, std::string_view key) noexcept {
        for (std::size_t place = 0; place < shape_keys_max; ++place)
            if (shape.keys[place].slot != Slot::none && shape.keys[place].key == key) return place;
        return shape_keys_max;
    }
    void unknown_relation_key(At at, const RelationShape& shape, std::span<const std::string_view> common) {
        std::vector<std::string_view> keys(common.begin(), common.end());
        for (const RelationKey& key : shape.keys)
            if (key.slot != Slot::none) keys.push_back(key.key);
        unknown_key(at, keys);
    }

    const JsonTree& tree_;
    Complaints& complaints_;
    const Unit people_ = *unit_named("人");
    const Unit points_ = *unit_named("分");
    std::optional<Unit> unit_;
    std::size_t figure_count_ = 0;
    /// Whether the member being read hangs on an item, whose phases may then be named alone.
    bool in_item_ = false;
    std::vector<PendingReference> pending_;
    std::vector<PendingMark> marks_;
    /// The sentences of the filing by their ids.
    std::unordered_map<std::string_view, std::string_view> words_;
    At relations_ = JsonTree::root;
    std::unordered_set<std::string_view> relation_ids_;
    /// Set while relations are read: all figures are there.
    const FigureIndex* index_ = nullptr;
};

} // namespace

void bind_filing(const JsonTree& tree, Complaints& complaints, Filing& filing) {
    Binder(tree, complaints).read(filing);
}

} // namespace tieout::detail
