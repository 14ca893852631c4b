// SPDX-License-Identifier: MIT
#include "outline.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/date.hpp>
#include <tieout/numbers/decimal.hpp>

#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace tieout::detail {

namespace {

/// Digit by digit: what is long, or has its thousands told apart, or stands at the end of the text.
[[gnu::noinline]] const char* take_any_number(const char* at, const char* end, Thousands thousands,
                                              PlainNumber& number) noexcept {
    constexpr std::ptrdiff_t digits_max = 18;
    const bool negative = at != end && *at == '-';
    if (negative) ++at;
    const char* const first = at;
    std::uint64_t digits = 0;
    const auto take = [&] {
        const char* const begin = at;
        for (; at != end && is_digit(*at); ++at) digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
        return at - begin;
    };
    std::ptrdiff_t count = take();
    if (count == 0 || (*first == '0' && count > 1)) return nullptr;
    if (thousands == Thousands::with_commas && at != end && *at == ',') {
        if (count > 3 || *first == '0') return nullptr;
        while (at != end && *at == ',' && count <= digits_max) {
            ++at;
            if (take() != 3) return nullptr;
            count += 3;
        }
    }
    std::ptrdiff_t scale = 0;
    if (at != end && *at == '.') {
        ++at;
        scale = take();
        if (scale == 0) return nullptr;
    }
    if (count + scale > digits_max || (negative && digits == 0)) return nullptr;
    const auto value = static_cast<std::int64_t>(digits);
    number = {negative ? -value : value, static_cast<std::int32_t>(scale)};
    return at;
}

/// Eight bytes, the first of which is the lowest.
std::uint64_t eight_bytes(const char* at) noexcept {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/// Of eight bytes, those that stand before the first that is no digit.
struct Digits {
    std::uint64_t bytes; ///< 0 to 9, the first of them lowest; what follows them is anything
    unsigned count;
};
Digits digits_in(std::uint64_t text) noexcept {
    // A digit is 0 to 9 without 0x30, and stays below 0x80 with 0x76 more; of all others the top bit shows. What one of
    // them carries over reaches only what follows it.
    const std::uint64_t bytes = text ^ 0x3030303030303030U;
    const std::uint64_t others = (bytes | (bytes + 0x7676767676767676U)) & 0x8080808080808080U;
    return {bytes, static_cast<unsigned>(std::countr_zero(others)) / 8};
}

/// Eight digits, the first of which is the lowest byte: pairs are added up, then pairs of these, then both fours.
std::uint64_t number_of(std::uint64_t digits) noexcept {
    const std::uint64_t pairs = digits * 10 + (digits >> 8);
    constexpr std::uint64_t two = 0x000000FF000000FFU;
    return ((pairs & two) * 0x000F424000000064U + ((pairs >> 16) & two) * 0x0000271000000001U) >> 32;
}

/// A number of no more than eight digits that the text goes on behind, as nearly all are; null for any other.
const char* take_short_number(const char* at, const char* end, Thousands thousands,
                              PlainNumber& number) noexcept {
    constexpr std::ptrdiff_t looked_at = 1 + 7 + 1 + 8;
    if (std::endian::native != std::endian::little || end - at < looked_at) return nullptr;
    const bool negative = *at == '-';
    const char* next = at + (negative ? 1 : 0);
    const Digits before = digits_in(eight_bytes(next));
    const bool zero_first = *next == '0';
    // Of none, shifting by all of 64 bits would not be defined.
    if (before.count - 1 > 6 || (zero_first && before.count > 1)) return nullptr;
    next += before.count;
    if (*next == ',' && thousands == Thousands::with_commas) return nullptr;
    // The digits are moved to the top, so that zeros stand before them.
    std::uint64_t digits = before.bytes << (64 - 8 * before.count);
    unsigned scale = 0;
    if (*next == '.') {
        const Digits behind = digits_in(eight_bytes(next + 1));
        scale = behind.count;
        if (scale - 1 > 6 || scale + before.count > 8) return nullptr;
        digits = digits >> (8 * scale) | behind.bytes << (64 - 8 * scale);
        next += 1 + scale;
    }
    const auto value = static_cast<std::int64_t>(number_of(digits));
    if (negative && value == 0) return nullptr;
    number = {negative ? -value : value, static_cast<std::int32_t>(scale)};
    return next;
}

} // namespace

const char* take_plain_number(const char* at, const char* end, Thousands thousands,
                              PlainNumber& number) noexcept {
    const char* const next = take_short_number(at, end, thousands, number);
    return next != nullptr ? next : take_any_number(at, end, thousands, number);
}

const char* take_plain_date(const char* at, const char* end, PlainNumber& day) noexcept {
    constexpr std::string_view form = "dddd-dd-dd";
    if (static_cast<std::size_t>(end - at) < form.size()) return nullptr;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == 'd' ? !is_digit(at[i]) : at[i] != form[i]) return nullptr;
    }
    const std::optional<Date> date = parse_date(std::string_view(at, form.size()));
    if (!date) return nullptr;
    day = {static_cast<std::int64_t>(days_of(*date)), 0};
    return at + form.size();
}

const char* take_plain_text(const char* at, const char* end) noexcept {
    const char* const first = at;
    bool usual = true;
    while (at != end && *at != '"') {
        const auto byte = static_cast<unsigned char>(*at);
        // Nearly all are ASCII, or Chinese characters of three bytes; what is neither is looked at once more.
        if (byte < 0x80) {
            if (*at == '\\' || byte < 0x20) return nullptr;
            ++at;
        } else if (end - at > 2 && byte > 0xE0 && byte < 0xED && continues_utf8(at[1]) &&
                   continues_utf8(at[2])) {
            at += 3;
        } else {
            usual = false;
            ++at;
        }
    }
    if (at == end || at == first) return nullptr;
    return usual || simdjson::validate_utf8(first, static_cast<std::size_t>(at - first)) ? at : nullptr;
}

std::uint32_t Outline::add(std::string_view text, std::span<const Place> gaps) {
    std::uint32_t* next = &first_;
    std::size_t from = 0;
    std::uint32_t last = none;
    const Place end{text.size(), 0, Gap::end};
    for (std::size_t i = 0; i <= gaps.size(); ++i) {
        const Place& place = i == gaps.size() ? end : gaps[i];
        const std::string_view bytes = text.substr(from, place.offset - from);
        from = place.offset + place.length;
        std::uint32_t at = *next;
        std::uint32_t before = none;
        while (at != none && (nodes_[at].gap != place.gap || bytes_of(nodes_[at]) != bytes)) {
            before = at;
            at = nodes_[at].sibling;
        }
        if (at == none) {
            at = static_cast<std::uint32_t>(nodes_.size());
            (before == none ? *next : nodes_[before].sibling) = at;
            Node& node = nodes_.emplace_back(Node{bytes_.size(), bytes.size(), 0, place.gap});
            bytes_ += bytes;
            if (place.gap == Gap::text) {
                node.usual = place.length + 1;
                bytes_ += text.substr(place.offset, node.usual);
            }
        }
        last = at;
        next = &nodes_[at].child;
    }
    numbers_max_ = std::max(numbers_max_, gaps.size());
    if (nodes_[last].found == none) nodes_[last].found = count_++;
    return nodes_[last].found;
}

namespace {

/// Whether two texts of that size are alike; a call takes longer than to look at twenty bytes.
bool alike(const char* a, const char* b, std::size_t size) noexcept {
    constexpr std::size_t word = sizeof(std::uint64_t);
    if (size < word) return std::memcmp(a, b, size) == 0;
    const std::size_t last = size - word;
    std::uint64_t differences = eight_bytes(a + last) ^ eight_bytes(b + last);
    for (std::size_t i = 0; i < last; i += word) differences |= eight_bytes(a + i) ^ eight_bytes(b + i);
    return differences == 0;
}

} // namespace

std::optional<std::uint32_t> Outline::find(std::string_view text, PlainNumbers& numbers,
                                           std::vector<std::string_view>* texts) const {
    numbers.clear(numbers_max_);
    if (texts != nullptr) texts->clear();
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::uint32_t next = first_; next != none;) {
        const Node& node = nodes_[next];
        next = node.sibling;
        const auto left = static_cast<std::size_t>(end - at);
        const char* const bytes = bytes_.data() + node.begin;
        if (left < node.size || !alike(at, bytes, node.size)) continue;
        const char* beyond = at + node.size;
        PlainNumber number;
        switch (node.gap) {
        case Gap::number:
        case Gap::printed: {
            const Thousands thousands =
                node.gap == Gap::number ? Thousands::together : Thousands::with_commas;
            beyond = take_plain_number(beyond, end, thousands, number);
            break;
        }
        case Gap::date:
            beyond = take_plain_date(beyond, end, number);
            break;
        case Gap::text:
            // Mostly what stood there in the first text, with its quote.
            beyond = left - node.size >= node.usual && alike(beyond, bytes + node.size, node.usual)
                         ? beyond + node.usual - 1
                         : take_plain_text(beyond, end);
            break;
        case Gap::end:
            if (beyond == end) return node.found;
            continue;
        }
        if (beyond == nullptr) continue;
        if (node.gap != Gap::text) numbers.push_back(number);
        if (texts != nullptr) texts->emplace_back(at + node.size, beyond);
        at = beyond;
        next = node.child;
    }
    return std::nullopt;
}

} // namespace tieout::detail
