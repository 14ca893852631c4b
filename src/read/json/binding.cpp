// SPDX-License-Identifier: MIT
#include "binding.hpp"

#include "nearest.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/read/json.hpp>

#include <algorithm>

namespace tieout::detail {

namespace {

using At = Binding::At;

std::size_t characters_of(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char c : text)
        if (!continues_utf8(c)) ++count;
    return count;
}

} // namespace

void complain_at(Binding& from, Problem::Kind kind, At at, std::size_t offset, std::string_view expected,
                 std::string seen) {
    if (from.complaints.full()) return;
    from.complaints.add({kind, offset, from.tree.pointer(at), std::string(expected), std::move(seen)});
}

void wrong_type(Binding& from, At at, std::string_view expected) {
    if (from.tree[at].kind == JsonKind::skipped) return; // complained of already
    complain(from, Problem::Kind::wrong_type, at, expected, from.tree.excerpt(at));
}

void unknown_key(Binding& from, At at, std::span<const std::string_view> keys) {
    if (from.complaints.full()) return;
    complain_at(from, Problem::Kind::unknown_key, at, from.tree[at].key_offset,
                nearest(from.tree[at].key, keys), excerpt(from.tree[at].key));
}

std::string joined(std::string_view before, std::string_view word) {
    std::string text(before);
    if (!text.empty()) text += ", ";
    text += word;
    return text;
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

std::string seen_at(const Binding& from, At at) {
    return from.tree[at].kind == JsonKind::string ? excerpt(from.tree[at].text) : from.tree.excerpt(at);
}

bool read_text(Binding& from, At at, std::string& text) {
    if (!is(from, at, JsonKind::string, "string")) return false;
    const std::string_view given = from.tree[at].text;
    // What is named in every line of the result must not make it many times as long as the document.
    if (given.size() <= ReadLimits::text_length || characters_of(given) <= ReadLimits::text_length) {
        text = given;
        return true;
    }
    complain(from, Problem::Kind::limit, at, std::to_string(ReadLimits::text_length) + " characters",
             excerpt(given));
    return false;
}

bool read_bool(Binding& from, At at, bool& truth) {
    if (!is(from, at, JsonKind::boolean, "true or false")) return false;
    truth = from.tree[at].text == "true";
    return true;
}

bool has_length_of_id(Binding& from, At at, std::string_view id) {
    if (id.size() <= ReadLimits::id_length || characters_of(id) <= ReadLimits::id_length) return true;
    const JsonValue& value = from.tree[at];
    complain_at(from, Problem::Kind::limit, at,
                id.data() == value.key.data() ? value.key_offset : value.offset,
                std::to_string(ReadLimits::id_length) + " characters", excerpt(id));
    return false;
}

void not_a_number(Binding& from, At at, NumberFault fault, std::string_view expected) {
    if (fault == NumberFault::too_many_digits || fault == NumberFault::scale_out_of_range)
        complain(from, Problem::Kind::limit, at, std::to_string(decimal_digits_max) + " digits",
                 seen_at(from, at));
    else
        complain(from, Problem::Kind::not_a_number, at, expected, seen_at(from, at));
}

bool take(Binding& from, At at, const Result<Decimal, NumberError>& parsed, Decimal& number) {
    if (!parsed)
        not_a_number(from, at, parsed.error().fault);
    else if (parsed->scale > scale_max || parsed->scale < -scale_max)
        not_a_number(from, at, NumberFault::scale_out_of_range);
    else {
        number = *parsed;
        return true;
    }
    return false;
}

bool read_number(Binding& from, At at, Decimal& number) {
    const JsonValue& value = from.tree[at];
    if (value.kind == JsonKind::number) return take(from, at, parse_json_number(value.text), number);
    return is(from, at, JsonKind::string, "number") && take(from, at, parse_decimal(value.text), number);
}

std::optional<std::int64_t> read_whole(Binding& from, At at, std::int64_t least, std::int64_t most,
                                       std::string_view expected) {
    if (from.tree[at].kind == JsonKind::number) {
        const auto number = parse_json_number(from.tree[at].text);
        if (number && number->scale == 0 && *number >= Decimal(least) && *number <= Decimal(most))
            return static_cast<std::int64_t>(number->lo);
    }
    wrong_type(from, at, expected);
    return std::nullopt;
}

bool read_unit(Binding& from, At at, std::optional<Unit>& unit) {
    if (!is(from, at, JsonKind::string, "unit")) return false;
    unit = unit_named(without_space_around(from.tree[at].text));
    if (!unit) complain(from, Problem::Kind::unknown_unit, at, "unit", excerpt(from.tree[at].text));
    return unit.has_value();
}

void read_money_unit(Binding& from, At at, std::optional<Unit>& unit) {
    if (!is(from, at, JsonKind::string, "unit")) return;
    const std::optional<Unit> found = unit_named(without_space_around(from.tree[at].text));
    if (found && found->dimension == Dimension::money) {
        unit = found;
        return;
    }
    std::string terms;
    for (const MoneyUnitEntry& entry : money_units) terms = joined(terms, entry.term);
    complain(from, Problem::Kind::unknown_unit, at, terms, excerpt(from.tree[at].text));
}

} // namespace tieout::detail
