// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_BINDING_HPP
#define TIEOUT_SRC_READ_JSON_BINDING_HPP

// What a filing is made of and with while it is read from the values of a JSON text, how it complains, and the words,
// numbers and units that stand everywhere.

#include "complaints.hpp"
#include "json_tree.hpp"

#include <tieout/base/problem.hpp>
#include <tieout/model/find.hpp>
#include <tieout/numbers/decimal.hpp>
#include <tieout/numbers/printed.hpp>
#include <tieout/numbers/unit.hpp>
#include <tieout/relations/figure.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace tieout::detail {

/// What is known of one filing while it is read.
struct Binding {
    using At = JsonTree::At;

    /// The name of a figure; whether there is one is seen when all figures were read.
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

    const JsonTree& tree;
    Complaints& complaints;
    /// Of amounts that are printed without one of their own.
    std::optional<Unit> unit{};
    std::size_t figure_count = 0;
    /// Whether the member being read hangs on an item, whose phases may then be named alone.
    bool in_item = false;
    std::vector<PendingReference> references{};
    std::vector<PendingMark> marks{};
    /// The sentences of the filing by their ids.
    std::unordered_map<std::string_view, std::string_view> words{};
    At relations = JsonTree::root;
    std::unordered_set<std::string_view> relation_ids{};
    std::unordered_set<std::string_view> table_ids{};
    /// The sheets that figures stand on, and their numbers by their names.
    std::vector<std::string> sheets{};
    std::unordered_map<std::string_view, std::uint32_t> sheet_numbers{};
    /// Set while relations are read: all figures are there.
    const FigureIndex* index = nullptr;
};

/// A word of the format, and what it means.
template <class Meaning>
struct Word {
    std::string_view word;
    Meaning meaning;
};

inline constexpr std::array evidence_words{Word<Evidence>{"whole", Evidence::whole},
                                           Word<Evidence>{"open", Evidence::open}};

// ── complaints ──

void complain_at(Binding& from, Problem::Kind kind, Binding::At at, std::size_t offset,
                 std::string_view expected, std::string seen);
inline void complain(Binding& from, Problem::Kind kind, Binding::At at, std::string_view expected,
                     std::string seen) {
    complain_at(from, kind, at, from.tree[at].offset, expected, std::move(seen));
}
void wrong_type(Binding& from, Binding::At at, std::string_view expected);
/// There is no such key; the nearest of these may be meant.
void unknown_key(Binding& from, Binding::At at, std::span<const std::string_view> keys);
/// Whether a value is of that kind; complains if not.
[[nodiscard]] inline bool is(Binding& from, Binding::At at, JsonKind kind, std::string_view expected) {
    if (from.tree[at].kind == kind) return true;
    wrong_type(from, at, expected);
    return false;
}

// ── texts and words ──

/// Words one after the other, as a complaint lists them.
[[nodiscard]] std::string joined(std::string_view before, std::string_view word);
[[nodiscard]] std::string_view without_space_around(std::string_view text) noexcept;
/// The beginning of a string, or of whatever else stands there.
[[nodiscard]] std::string seen_at(const Binding& from, Binding::At at);

bool read_text(Binding& from, Binding::At at, std::string& text);
bool read_bool(Binding& from, Binding::At at, bool& truth);
/// Whether an id is of a length that can be named again.
[[nodiscard]] bool has_length_of_id(Binding& from, Binding::At at, std::string_view id);

template <class Words, class Meaning>
bool read_word(Binding& from, Binding::At at, const Words& words, Meaning& meaning) {
    if (!is(from, at, JsonKind::string, "string")) return false;
    for (const auto& word : words) {
        if (word.word != from.tree[at].text) continue;
        meaning = word.meaning;
        return true;
    }
    std::string list;
    for (const auto& word : words) list = joined(list, word.word);
    complain(from, Problem::Kind::unknown_word, at, list, excerpt(from.tree[at].text));
    return false;
}

// ── numbers and units ──

/// Digits after the point, or zeros before it, of the numbers of a filing. Numbers may have more; what is computed from
/// them needs the room.
inline constexpr int scale_max = decimal_digits_max;

/// What is wrong with the text of a number: beyond what numbers may be, or no number at all.
void not_a_number(Binding& from, Binding::At at, NumberFault fault, std::string_view expected = "number");
/// Takes a number that was parsed, if it is one and not beyond what numbers may be.
bool take(Binding& from, Binding::At at, const Result<Decimal, NumberError>& parsed, Decimal& number);
/// A number or its digits in a string.
bool read_number(Binding& from, Binding::At at, Decimal& number);
/// A whole number between two others.
[[nodiscard]] std::optional<std::int64_t> read_whole(Binding& from, Binding::At at, std::int64_t least,
                                                     std::int64_t most, std::string_view expected);
bool read_unit(Binding& from, Binding::At at, std::optional<Unit>& unit);
/// The unit of the amounts of a filing, which is one of money.
void read_money_unit(Binding& from, Binding::At at, std::optional<Unit>& unit);

} // namespace tieout::detail

#endif
