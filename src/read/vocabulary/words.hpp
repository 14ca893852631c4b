// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_WORDS_HPP
#define TIEOUT_SRC_READ_VOCABULARY_WORDS_HPP

// Looking for words in text. Most characters begin with one of six bytes, so that a search byte by byte stops at every
// other one. Names and clauses are walked through character by character; for longer texts memmem prepares itself.

#include <tieout/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string_view>

namespace tieout::detail {

/// Bytes up to a text of a few sentences, which is walked through character by character.
inline constexpr std::size_t short_text = 512;

/// Whether words begin with a character of three bytes, as nearly all do.
inline bool begin_with_three_bytes(std::string_view words) noexcept {
    constexpr unsigned char first = 0xE0;
    return words.size() >= 3 && static_cast<unsigned char>(words[0]) >= first;
}

/// From one character to the next, by the upper half of its first byte; within a character that was cut, by bytes.
inline std::size_t step_at(const char* at) noexcept {
    static constexpr unsigned char steps[16] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4};
    return steps[static_cast<unsigned char>(*at) >> 4U];
}

/// As text.find(words, from), of words that begin with three bytes, in a short text.
inline std::size_t find_in_short(std::string_view text, std::string_view words, std::size_t from) noexcept {
    const std::size_t last = text.size() - words.size();
    const char* const rest = words.data() + 3;
    for (std::size_t i = from; i <= last; i += step_at(text.data() + i)) {
        const char* const at = text.data() + i;
        if (at[2] == words[2] && at[1] == words[1] && at[0] == words[0] &&
            std::memcmp(at + 3, rest, words.size() - 3) == 0)
            return i;
    }
    return text.npos;
}

/// As text.find(words, from).
inline std::size_t find_words(std::string_view text, std::string_view words, std::size_t from = 0) noexcept {
    if (from >= text.size() || text.size() - from < words.size()) return text.npos;
    if (text.size() <= short_text && begin_with_three_bytes(words)) return find_in_short(text, words, from);
    const void* found = ::memmem(text.data() + from, text.size() - from, words.data(), words.size());
    return found == nullptr ? text.npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// As text.rfind(words).
inline std::size_t find_last_words(std::string_view text, std::string_view words) noexcept {
    if (words.empty()) return text.size();
    for (std::size_t end = text.size(); end >= words.size(); --end)
        if (text[end - 1] == words.back() && text.substr(0, end).ends_with(words)) return end - words.size();
    return text.npos;
}

inline bool contains(std::string_view text, std::string_view words) noexcept {
    return find_words(text, words) != text.npos;
}

/// The characters of a text, from one pass over it: of a list of words few begin with one of them, and only those are
/// looked for.
class CharactersOf {
  public:
    explicit CharactersOf(std::string_view text) noexcept {
        if (text.size() > short_text) return;
        bits_ = 0;
        for (std::size_t i = 0; i + 2 < text.size(); i += step_at(text.data() + i))
            bits_ |= bit_of(text.data() + i);
    }
    /// False only of words that the text does not hold.
    [[nodiscard]] bool may_hold(std::string_view words) const noexcept {
        return !begin_with_three_bytes(words) || (bits_ & bit_of(words.data())) != 0;
    }

  private:
    static std::uint64_t bit_of(const char* at) noexcept {
        constexpr unsigned mixed = 5;
        return std::uint64_t{1} << ((static_cast<unsigned char>(at[1]) * mixed +
                                     static_cast<unsigned char>(at[2])) %
                                    64U);
    }

    std::uint64_t bits_ = ~std::uint64_t{0};
};

template <class Words>
bool contains_any(std::string_view text, const Words& words) noexcept {
    const CharactersOf there(text);
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return there.may_hold(word) && contains(text, word); });
}

/// As text.starts_with(word), for words that are tried one after another: nearly all of them differ in the last byte, few in
/// the first.
inline bool begins_with(std::string_view text, std::string_view word) noexcept {
    return text.size() >= word.size() &&
           (word.empty() || (text[word.size() - 1] == word.back() &&
                             std::memcmp(text.data(), word.data(), word.size() - 1) == 0));
}
/// As text.ends_with(word), likewise.
inline bool ends_with(std::string_view text, std::string_view word) noexcept {
    return text.size() >= word.size() &&
           (word.empty() || (text.back() == word.back() && text.ends_with(word)));
}

/// The first of the words that the text begins with, or nothing.
template <class Words>
std::string_view begins_with_any(std::string_view text, const Words& words) noexcept {
    for (const std::string_view word : words)
        if (begins_with(text, word)) return word;
    return {};
}

/// The first of the words that the text ends with, or nothing.
template <class Words>
std::string_view ends_with_any(std::string_view text, const Words& words) noexcept {
    for (const std::string_view word : words)
        if (ends_with(text, word)) return word;
    return {};
}

/// Marks that end a clause.
inline constexpr std::array<std::string_view, 4> clause_marks{"，", "；", "：", "。"};
inline constexpr std::array<std::string_view, 6> clause_marks_and_brackets{"，", "；", "：",
                                                                           "。", "（", "）"};

/// The words behind the last of the marks that stand in them; all of them if none does.
template <class Marks>
std::string_view behind_last(std::string_view words, const Marks& marks) noexcept {
    for (const std::string_view mark : marks)
        if (const std::size_t at = find_last_words(words, mark); at != words.npos)
            words.remove_prefix(at + mark.size());
    return words;
}

template <class Words>
bool is_any(std::string_view text, const Words& words) noexcept {
    return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

/// The first byte from `at` on that begins a character.
inline std::size_t whole_character_from(std::string_view text, std::size_t at) noexcept {
    while (at < text.size() && continues_utf8(text[at])) ++at;
    return at;
}

/// The end of a text: whole characters, of at most so many bytes.
inline std::string_view end_of(std::string_view text, std::size_t longest) noexcept {
    return text.size() <= longest ? text : text.substr(whole_character_from(text, text.size() - longest));
}

/// Bytes of the character at `at`.
inline std::size_t character_at(std::string_view text, std::size_t at) noexcept {
    return std::max<std::size_t>(1, decode_utf8(text, at).length);
}

/// Bytes that the ends of two names share, whole characters: 求助类 and 咨询类 end alike.
inline std::size_t common_end(std::string_view a, std::string_view b) noexcept {
    std::size_t size = 0;
    while (size < a.size() && size < b.size() && a[a.size() - 1 - size] == b[b.size() - 1 - size]) ++size;
    while (size > 0 && continues_utf8(a[a.size() - size])) --size;
    return size;
}

} // namespace tieout::detail

#endif
