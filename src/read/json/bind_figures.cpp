// SPDX-License-Identifier: MIT
#include "bind_figures.hpp"

#include <tieout/base/cell.hpp>
#include <tieout/base/utf8.hpp>
#include <tieout/numbers/date.hpp>
#include <tieout/numbers/printed.hpp>
#include <tieout/read/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>

namespace tieout::detail {

namespace {

using At = Binding::At;

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
    page,
    sheet,
    paragraph,
    table_number,
    note,
    cell,
    context,
    mark,
    label,
    trust,
    fixed,
    sense,
    unit_missing,
    evidence,
    of ///< only of a figure that is no part of the model
};
constexpr std::array<std::string_view, 23> figure_keys{
    "value", "unit",  "decimals",  "rounding",     "period",       "place",    "line",    "column",
    "page",  "sheet", "paragraph", "table_number", "note",         "cell",     "context", "mark",
    "label", "trust", "fixed",     "sense",        "unit_missing", "evidence", "of"};

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

Unit default_unit(const Binding& from, Expects expects) {
    static const Unit people = *unit_named("人");
    static const Unit points = *unit_named("分");
    switch (expects) {
    case Expects::amount:
        return from.unit.value_or(unit::plain);
    case Expects::percent:
        return unit::percent;
    case Expects::people:
        return people;
    case Expects::points:
        return points;
    case Expects::date:
        return unit::day;
    case Expects::plain:
    case Expects::no_figure:
        break;
    }
    return unit::plain;
}

bool read_decimals(Binding& from, At at, std::optional<std::int8_t>& decimals) {
    const auto whole = read_whole(from, at, -scale_max, scale_max, "integer from -38 to 38");
    if (whole) decimals = static_cast<std::int8_t>(*whole);
    return whole.has_value();
}

constexpr std::int64_t count_max = std::numeric_limits<std::uint32_t>::max();

void read_count(Binding& from, At at, std::uint32_t& count) {
    if (const auto whole = read_whole(from, at, 1, count_max, "integer from 1"))
        count = static_cast<std::uint32_t>(*whole);
}

/// The first byte and how many there are, in the words of the context.
bool read_mark(Binding& from, At at, Figure& figure) {
    constexpr std::string_view expected = "first byte and length";
    std::array<At, 2> places{};
    std::size_t count = 0;
    if (!is(from, at, JsonKind::list, expected)) return false;
    from.tree.each(at, [&](At child) {
        if (count < places.size()) places[count] = child;
        ++count;
    });
    if (count != places.size()) {
        wrong_type(from, at, expected);
        return false;
    }
    const auto begin = read_whole(from, places[0], 0, count_max, "integer from 0");
    const auto length = begin ? read_whole(from, places[1], 1, count_max, "integer from 1") : std::nullopt;
    if (!length) return false;
    figure.mark = static_cast<std::uint32_t>(*begin);
    figure.mark_length = static_cast<std::uint32_t>(*length);
    return true;
}

void read_part(Binding& from, At at, FilePart::Kind kind, FilePart& part) {
    std::uint32_t number = 0;
    read_count(from, at, number);
    if (number != 0) part = FilePart(kind, number);
}

/// Sheets are told by their names, and counted in the order in which they are met.
void read_sheet(Binding& from, At at, FilePart& part) {
    std::string name;
    if (!read_text(from, at, name)) return;
    if (name.empty()) return wrong_type(from, at, "name of a sheet");
    const auto [found, added] = from.sheet_numbers.emplace(
        from.tree[at].text, static_cast<std::uint32_t>(from.sheet_numbers.size() + 1));
    if (added) from.sheets.push_back(std::move(name));
    part = FilePart(FilePart::Kind::sheet, found->second);
}

void read_cell(Binding& from, At at, Figure& figure) {
    if (!is(from, at, JsonKind::string, "cell")) return;
    const std::optional<CellAddress> cell = cell_named(from.tree[at].text);
    if (!cell) return wrong_type(from, at, "cell");
    figure.cell_row = cell->row;
    figure.cell_column = cell->column;
}

void read_trust(Binding& from, At at, Decimal& trust) {
    Decimal number;
    if (!read_number(from, at, number)) return;
    if (sign(number) > 0)
        trust = number;
    else
        wrong_type(from, at, "positive number");
}

/// Aspects along dimensions of one's own, each named once.
void read_own_aspects(Binding& from, At at, std::vector<OwnAspect>& own) {
    if (!is(from, at, JsonKind::object, "object")) return;
    from.tree.each(at, [&](At child) {
        const JsonValue& value = from.tree[child];
        std::string member;
        if (!value.key_repeated && has_length_of_id(from, child, value.key) && read_text(from, child, member))
            own.push_back({std::string(value.key), std::move(member)});
    });
}

/// What a figure is of holds of all its statements; each may say so, and all that do say the same.
void read_aspects(Binding& from, At at, Aspects& of) {
    if (!is(from, at, JsonKind::object, "object")) return;
    constexpr std::string_view own_key = "own";
    Aspects given;
    from.tree.each(at, [&](At child) {
        if (from.tree[child].key_repeated) return;
        if (from.tree[child].key == own_key) return read_own_aspects(from, child, given.own);
        for (const AspectEntry& entry : aspect_table) {
            if (entry.key != from.tree[child].key) continue;
            read_text(from, child, given.*entry.member);
            return;
        }
        std::vector<std::string_view> keys{own_key};
        for (const AspectEntry& entry : aspect_table) keys.push_back(entry.key);
        unknown_key(from, child, keys);
    });
    if (of.any() && given != of) return wrong_type(from, at, "what its other statements are of");
    of = std::move(given);
}

bool has_excess_digits(const Figure& figure) {
    if (!figure.known()) return false;
    if (figure.value.scale > 0 || *figure.decimals >= 0) return figure.value.scale > *figure.decimals;
    return !rescaled(figure.value, *figure.decimals);
}

/// Where the members of a figure are that need others to be read; the root where there is none.
struct FigureMembers {
    At value = JsonTree::root;
    At unit = JsonTree::root;
    At decimals = JsonTree::root;
    At context = JsonTree::root;
    At mark = JsonTree::root;
    std::optional<Unit> given{};
};

/// One member; whether what it says of the number can be believed.
bool read_member(Binding& from, At at, FigureKey key, Figure& figure, FigureMembers& members, Aspects* of) {
    switch (key) {
    case FigureKey::value:
        members.value = at;
        break;
    case FigureKey::unit:
        members.unit = at;
        return read_unit(from, at, members.given);
    case FigureKey::decimals:
        if (from.tree[at].kind == JsonKind::null) break;
        members.decimals = at;
        return read_decimals(from, at, figure.decimals);
    case FigureKey::rounding:
        return read_printing(from, at, figure.printing);
    case FigureKey::period:
        read_text(from, at, figure.period);
        break;
    case FigureKey::place:
        read_text(from, at, figure.place);
        break;
    case FigureKey::line:
        read_count(from, at, figure.line);
        break;
    case FigureKey::column:
        read_count(from, at, figure.column);
        break;
    case FigureKey::page:
        read_part(from, at, FilePart::Kind::page, figure.part);
        break;
    case FigureKey::sheet:
        read_sheet(from, at, figure.part);
        break;
    case FigureKey::paragraph:
        read_part(from, at, FilePart::Kind::paragraph, figure.part);
        break;
    case FigureKey::table_number:
        read_part(from, at, FilePart::Kind::table, figure.part);
        break;
    case FigureKey::note:
        read_part(from, at, FilePart::Kind::note, figure.part);
        break;
    case FigureKey::cell:
        read_cell(from, at, figure);
        break;
    case FigureKey::context:
        members.context = at;
        read_text(from, at, figure.context);
        break;
    case FigureKey::mark:
        if (read_mark(from, at, figure)) members.mark = at;
        break;
    case FigureKey::label:
        read_text(from, at, figure.label);
        break;
    case FigureKey::trust:
        read_trust(from, at, figure.trust);
        break;
    case FigureKey::fixed:
        read_bool(from, at, figure.fixed);
        break;
    case FigureKey::sense:
        return read_sign(from, at, figure.sense);
    case FigureKey::unit_missing:
        read_bool(from, at, figure.unit_missing);
        break;
    case FigureKey::evidence:
        // What cannot be understood does not make the figure any surer.
        if (!read_word(from, at, evidence_words, figure.evidence)) figure.evidence = Evidence::open;
        break;
    case FigureKey::of:
        if (of != nullptr) read_aspects(from, at, *of);
        break;
    }
    return true;
}

bool read_figure_object(Binding& from, At at, Figure& figure, Expects expects, Aspects* of) {
    // The last key is one of figures of the filing's own.
    const std::span<const std::string_view> keys(figure_keys.data(),
                                                 figure_keys.size() - (of == nullptr ? 1 : 0));
    bool sound = true;
    FigureMembers members;
    from.tree.each(at, [&](At child) {
        const auto key = std::find(keys.begin(), keys.end(), from.tree[child].key);
        if (key == keys.end()) return unknown_key(from, child, keys);
        const bool good =
            !from.tree[child].key_repeated &&
            read_member(from, child, static_cast<FigureKey>(key - keys.begin()), figure, members, of);
        sound = sound && good;
    });
    if (members.mark != JsonTree::root)
        from.marks.push_back({members.mark, members.context, figure.mark, figure.mark_length});
    if (members.value == JsonTree::root) {
        complain(from, Problem::Kind::missing_key, at, figure_keys[0], {});
        return false;
    }
    std::optional<Unit> printed;
    if (!read_value(from, members.value, figure, expects, printed)) sound = false;
    const std::optional<Unit>& given = members.given;
    if (given && (expects == Expects::date ? *given != unit::day : printed && *printed != *given)) {
        const Unit right = printed ? *printed : unit::day;
        complain(from, Problem::Kind::unknown_unit, members.unit, right.word(),
                 excerpt(from.tree[members.unit].text));
        sound = false;
    }
    if (given) figure.unit = *given;
    if (printed) figure.unit = *printed;
    if (sound && figure.decimals && has_excess_digits(figure))
        complain(from, Problem::Kind::excess_digits, members.decimals, std::to_string(*figure.decimals),
                 figure.text);
    return sound;
}

/// One statement. Whatever is wrong with it, its place is kept: what it says is then unreadable.
void read_figure(Binding& from, At at, Figure& figure, Expects expects, Aspects* of) {
    figure.unit = default_unit(from, expects);
    bool sound = true;
    if (from.tree[at].kind == JsonKind::object) {
        sound = read_figure_object(from, at, figure, expects, of);
    } else {
        std::optional<Unit> printed;
        sound = read_value(from, at, figure, expects, printed);
        if (printed) figure.unit = *printed;
    }
    if (!sound) figure.state = State::unreadable;
    // Zeros before a number, or in its exponent, have no end.
    if (figure.text.size() > ReadLimits::text_length)
        figure.text = figure.known() ? to_string(figure.value) : excerpt(figure.text);
}

bool read_date(Binding& from, At at, Figure& figure) {
    if (!is(from, at, JsonKind::string, "date")) return false;
    const std::string_view text = from.tree[at].text;
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
    complain(from, Problem::Kind::not_a_number, at, "date", excerpt(text));
    return false;
}

} // namespace

void read_stated(Binding& from, At at, Stated& figure, Expects expects, Aspects* of) {
    const auto add_statement = [&](At statement) {
        if (from.figure_count == ReadLimits::figures)
            complain(from, Problem::Kind::limit, statement, std::to_string(ReadLimits::figures) + " figures",
                     from.tree.excerpt(statement));
        if (++from.figure_count <= ReadLimits::figures)
            read_figure(from, statement, figure.statements().emplace_back(), expects, of);
    };
    if (from.tree[at].kind != JsonKind::list) {
        add_statement(at);
        return;
    }
    if (from.tree.holds_nothing(at)) wrong_type(from, at, "figure");
    from.tree.each(at, add_statement);
}

bool read_value(Binding& from, At at, Figure& figure, Expects expects, std::optional<Unit>& printed_unit) {
    const JsonValue& value = from.tree[at];
    if (value.kind == JsonKind::null) return true; // Figure is blank until it is told something
    if (expects == Expects::date) return read_date(from, at, figure);
    if (value.kind == JsonKind::number) {
        if (!take(from, at, parse_json_number(value.text), figure.value)) return false;
        figure.state = State::value;
        figure.bare_zero = is_zero(figure.value) && figure.value.scale == 0;
        figure.text = value.text;
        return true;
    }
    if (!is(from, at, JsonKind::string, "figure")) return false;
    const Printed printed = read_printed(value.text);
    figure.state = printed.state;
    if (printed.state == State::unreadable) {
        figure.text = excerpt(without_space_around(value.text));
        not_a_number(from, at, printed.error.fault);
        return false;
    }
    const bool has_number = printed.state == State::value || printed.state == State::approximate;
    figure.value = printed.value;
    figure.bare_zero = printed.bare_zero;
    figure.text = has_number ? digits_of(value.text) : std::string(without_space_around(value.text));
    printed_unit = printed.unit;
    return take(from, at, printed.value, figure.value);
}

bool read_printing(Binding& from, At at, std::optional<Printing>& printing) {
    return read_word(from, at, printing_words, printing);
}

bool read_sign(Binding& from, At at, std::int8_t& sign) {
    constexpr std::string_view expected = "1 or -1";
    const auto whole = read_whole(from, at, -1, 1, expected);
    if (whole && *whole == 0) wrong_type(from, at, expected);
    if (!whole || *whole == 0) return false;
    sign = static_cast<std::int8_t>(*whole);
    return true;
}

void check_marks(Binding& from) {
    constexpr std::string_view expected = "place in a sentence of the filing";
    for (const Binding::PendingMark& mark : from.marks) {
        const auto words =
            mark.context == JsonTree::root ? from.words.end() : from.words.find(from.tree[mark.context].text);
        if (words == from.words.end()) {
            wrong_type(from, mark.at, expected);
            continue;
        }
        const std::string_view text = words->second;
        const auto between_characters = [&](std::size_t at) {
            return at == text.size() || (at < text.size() && !continues_utf8(text[at]));
        };
        if (!between_characters(mark.begin) || !between_characters(std::size_t{mark.begin} + mark.length))
            wrong_type(from, mark.at, expected);
    }
}

} // namespace tieout::detail
