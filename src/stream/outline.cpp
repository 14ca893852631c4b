// SPDX-License-Identifier: MIT
#include "outline.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/date.hpp>
#include <tieout/numbers/decimal.hpp>

#include <simdjson.h>

#include <cstring>

namespace tieout::detail {

const char* take_plain_number(const char* at, const char* end, Thousands thousands,
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
    for (std::size_t i = 0; i <= gaps.size(); ++i) {
        const bool over = i == gaps.size();
        const std::size_t to = over ? text.size() : gaps[i].offset;
        const std::string_view bytes = text.substr(from, to - from);
        const std::optional<Gap> gap = over ? std::nullopt : std::optional(gaps[i].gap);
        std::uint32_t at = *next;
        std::uint32_t before = none;
        while (at != none && (nodes_[at].gap != gap || nodes_[at].bytes != bytes)) {
            before = at;
            at = nodes_[at].sibling;
        }
        if (at == none) {
            at = static_cast<std::uint32_t>(nodes_.size());
            (before == none ? *next : nodes_[before].sibling) = at;
            nodes_.push_back({std::string(bytes), gap});
        }
        last = at;
        next = &nodes_[at].child;
        if (!over) from = to + gaps[i].length;
    }
    if (nodes_[last].found == none) nodes_[last].found = count_++;
    return nodes_[last].found;
}

std::optional<std::uint32_t> Outline::find(std::string_view text, std::vector<PlainNumber>& numbers) const {
    numbers.clear();
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::uint32_t next = first_; next != none;) {
        const Node& node = nodes_[next];
        const std::size_t size = node.bytes.size();
        next = node.sibling;
        if (static_cast<std::size_t>(end - at) < size || std::memcmp(at, node.bytes.data(), size) != 0)
            continue;
        const char* beyond = at + size;
        if (!node.gap) {
            if (beyond == end) return node.found;
            continue;
        }
        PlainNumber number;
        switch (*node.gap) {
        case Gap::text:
            beyond = take_plain_text(beyond, end);
            break;
        case Gap::date:
            beyond = take_plain_date(beyond, end, number);
            break;
        case Gap::number:
            beyond = take_plain_number(beyond, end, Thousands::together, number);
            break;
        case Gap::printed:
            beyond = take_plain_number(beyond, end, Thousands::with_commas, number);
            break;
        }
        if (beyond == nullptr) continue;
        if (*node.gap != Gap::text) numbers.push_back(number);
        at = beyond;
        next = node.child;
    }
    return std::nullopt;
}

} // namespace tieout::detail
