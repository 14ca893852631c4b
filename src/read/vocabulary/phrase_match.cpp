// SPDX-License-Identifier: MIT
//
// Finds the phrase that the words around a figure hold. Patterns are costly to lay out, and a document uses few of them:
// none is laid out, or looked for, before words have the characters that it needs.

#include "read/vocabulary/phrases.hpp"

#include <tieout/base/utf8.hpp>

#include <re2/re2.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace tieout::detail {

namespace {

/// Which characters are there, a bit for each by its number.
struct Characters {
    std::array<std::uint64_t, 4> bits{};

    void add(std::size_t number) noexcept { bits[number / 64] |= std::uint64_t{1} << number % 64; }
    friend Characters operator|(Characters a, const Characters& b) noexcept {
        for (std::size_t i = 0; i < a.bits.size(); ++i) a.bits[i] |= b.bits[i];
        return a;
    }
    [[nodiscard]] bool meets(const Characters& other) const noexcept {
        std::uint64_t both = 0;
        for (std::size_t i = 0; i < bits.size(); ++i) both |= bits[i] & other.bits[i];
        return both != 0;
    }
};

/// The code of a character: ASCII as it is, one that no pattern names, and those that patterns name by their numbers.
using Code = std::uint16_t;
inline constexpr Code other_code = 0x80;
inline constexpr std::size_t codes_max = 0x80 + 0x100;

/// A text by the codes of its characters.
struct CodedText {
    std::string_view text{};
    std::vector<Code> codes{};
    /// Where each of them begins, and the end.
    std::vector<std::uint32_t> from{};
    /// Those that patterns name, before the figure and behind it.
    Characters before{};
    Characters behind{};
};

/// The characters that the patterns of a table name, and their numbers.
class Alphabet {
  public:
    void learn(std::string_view text) {
        each(text, [&](char32_t c, std::size_t) {
            if (c < other_code) return;
            Slot& slot = slots_[slot_of(c)];
            if (slot.code == other_code) slot = {c, static_cast<Code>(other_code + ++last_)};
        });
    }
    void write(std::string_view text, CodedText& to) const {
        to.text = text;
        to.codes.clear();
        to.from.clear();
        to.before = to.behind = {};
        std::size_t figures = 0;
        each(text, [&](char32_t c, std::size_t at) {
            const Code code = c < other_code ? static_cast<Code>(c) : slots_[slot_of(c)].code;
            to.codes.push_back(code);
            to.from.push_back(static_cast<std::uint32_t>(at));
            if (code == U'#') ++figures;
            if (code > other_code)
                (figures == 0 ? to.before : to.behind).add(static_cast<std::size_t>(code - other_code));
        });
        // Where the document prints the mark itself, which of them is the figure is open.
        if (figures > 1) to.before = to.behind = to.before | to.behind;
        to.from.push_back(static_cast<std::uint32_t>(text.size()));
    }

  private:
    struct Slot {
        char32_t character = 0;
        Code code = other_code;
    };
    static constexpr std::size_t slots = 1024; // a quarter of them taken, so that the next free one is near

    template <class Visit>
    static void each(std::string_view text, Visit visit) {
        constexpr char32_t replacement = 0xFFFD;
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint c = decode_utf8(text, at);
            visit(c.length == 0 ? replacement : c.value, at);
            at += std::max<std::size_t>(c.length, 1);
        }
    }
    /// Where a character is, or would be.
    [[nodiscard]] std::size_t slot_of(char32_t c) const noexcept {
        std::size_t at = c % slots;
        while (slots_[at].code != other_code && slots_[at].character != c) at = (at + 1) % slots;
        return at;
    }

    std::array<Slot, slots> slots_{};
    Code last_ = 0;
};

/// The characters of a pattern, with one byte for each: ASCII as it is, and one byte for all that it does not name. To RE2 a
/// class of characters is one step then, and twenty in UTF-8; counted forty times, they make most of a pattern.
class BytesOf {
  public:
    explicit BytesOf(const CodedText& pattern) {
        for (Code code = 0; code < codes_max; ++code)
            bytes_[code] = code < other_code ? static_cast<char>(code) : other;
        unsigned last = other_code;
        for (const Code code : pattern.codes)
            if (code > other_code && bytes_[code] == other) bytes_[code] = static_cast<char>(last++);
    }
    void write(const CodedText& text, std::string& bytes) const {
        bytes.resize(text.codes.size());
        for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = bytes_[text.codes[i]];
    }

  private:
    static constexpr char other = '\xFF';

    std::array<char, codes_max> bytes_{};
};

/// A pattern that is laid out when it is first looked for.
class Pattern {
  public:
    Pattern(std::string_view words, const Needs& needs, Alphabet& alphabet)
        : words_(words), alphabet_(alphabet) {
        alphabet.learn(words);
        CodedText coded;
        for (const std::string_view set : needs) {
            if (set.empty()) continue;
            alphabet.write(set, coded);
            const bool behind = set.front() == '#';
            needs_.push_back({behind ? coded.behind : coded.before, behind});
        }
    }

    [[nodiscard]] bool may_hold(const CodedText& text) const noexcept {
        return std::all_of(needs_.begin(), needs_.end(), [&](const Need& need) {
            return need.set.meets(need.behind ? text.behind : text.before);
        });
    }

    static constexpr std::size_t groups_max = 8;
    /// What the groups hold; without data where one took no part.
    using Groups = std::array<std::string_view, groups_max>;
    /// Where the pattern first holds; group 0 is all of it.
    [[nodiscard]] bool find_in(const CodedText& text, Groups& groups) const {
        std::call_once(once_, [this] { laid_out_ = std::make_unique<LaidOut>(words_, alphabet_); });
        thread_local std::string bytes;
        laid_out_->bytes.write(text, bytes);
        std::array<re2::StringPiece, groups_max + 1> found{};
        const re2::RE2& pattern = laid_out_->pattern;
        const int count = std::min(static_cast<int>(found.size()), 1 + pattern.NumberOfCapturingGroups());
        if (!pattern.Match(bytes, 0, bytes.size(), re2::RE2::ANCHOR_START, found.data(), count)) return false;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const re2::StringPiece& piece = found[i + 1];
            if (piece.data() == nullptr) continue;
            const auto begin = static_cast<std::size_t>(piece.data() - bytes.data());
            groups[i] =
                text.text.substr(text.from[begin], text.from[begin + piece.size()] - text.from[begin]);
        }
        return true;
    }
    /// Calls visit(name, words) for each named group that took part.
    template <class Visit>
    void each_named(const Groups& groups, Visit visit) const {
        for (const auto& [name, number] : laid_out_->pattern.NamedCapturingGroups()) {
            const std::string_view words = groups[static_cast<std::size_t>(number) - 1];
            if (words.data() != nullptr) visit(name, words);
        }
    }

  private:
    struct LaidOut {
        // What stands before it is a part of the pattern: a search from the start is one pass over the text, which needs
        // neither the pattern in reverse nor tables of states.
        LaidOut(std::string_view words, const Alphabet& alphabet)
            : bytes(coded(words, alphabet)),
              pattern("(?s:.*?)(" + in_bytes(words, alphabet) + ')', options()) {}

        BytesOf bytes;
        re2::RE2 pattern;

      private:
        static CodedText coded(std::string_view words, const Alphabet& alphabet) {
            CodedText text;
            alphabet.write(words, text);
            return text;
        }
        [[nodiscard]] std::string in_bytes(std::string_view words, const Alphabet& alphabet) const {
            std::string text;
            bytes.write(coded(words, alphabet), text);
            return text;
        }
        static re2::RE2::Options options() {
            re2::RE2::Options options;
            options.set_encoding(re2::RE2::Options::EncodingLatin1);
            options.set_log_errors(false);
            return options;
        }
    };

    std::string_view words_;
    const Alphabet& alphabet_;
    struct Need {
        Characters set{};
        bool behind = false;
    };
    std::vector<Need> needs_{};
    mutable std::once_flag once_{};
    mutable std::unique_ptr<LaidOut> laid_out_{};
};

/// The patterns of a table, in its order.
struct Patterns {
    Alphabet alphabet{};
    std::deque<Pattern> all{};

    template <class Entry>
    explicit Patterns(std::span<const Entry> table) {
        for (const Entry& entry : table) all.emplace_back(entry.words, entry.needs, alphabet);
    }
};

void take(std::string_view name, std::string_view words, PhraseMatch& match) {
    if (name == "whole") match.whole = words;
    if (name == "budget") match.budget = words;
    if (name == "name") match.name = words;
    if (name == "subject") match.subject = words;
    if (name == "fall") match.fall = true;
    if (name == "either") match.either = true;
    if (name == "base" || name == "than") {
        match.base = words;
        match.has_base = true;
    }
}

} // namespace

std::array<RemarkMatch, remarks_max> match_remarks(std::string_view words) {
    static const Patterns patterns(remarks());
    std::array<RemarkMatch, remarks_max> found{};
    thread_local CodedText coded;
    patterns.alphabet.write(words, coded);
    coded.before = coded.before | coded.behind; // a remark is of no figure
    std::size_t count = 0;
    for (std::size_t i = 0; i < patterns.all.size(); ++i) {
        const Pattern& pattern = patterns.all[i];
        Pattern::Groups groups{};
        if (!pattern.may_hold(coded) || !pattern.find_in(coded, groups)) continue;
        found[count].remark = &remarks()[i];
        pattern.each_named(groups,
                           [&](std::string_view, std::string_view budget) { found[count].budget = budget; });
        ++count;
    }
    return found;
}

PhraseMatch match_phrase(Sort sort, std::string_view around) {
    static const Patterns patterns(phrases());
    PhraseMatch match;
    thread_local CodedText coded;
    patterns.alphabet.write(around, coded);
    for (std::size_t i = 0; i < patterns.all.size(); ++i) {
        const Phrase& phrase = phrases()[i];
        const Pattern& pattern = patterns.all[i];
        Pattern::Groups groups{};
        if ((phrase.sorts & (1U << static_cast<unsigned>(sort))) == 0 || !pattern.may_hold(coded) ||
            !pattern.find_in(coded, groups))
            continue;
        match.phrase = &phrase;
        match.before = around.substr(0, static_cast<std::size_t>(groups[0].data() - around.data()));
        pattern.each_named(groups,
                           [&](std::string_view name, std::string_view words) { take(name, words, match); });
        return match;
    }
    return match;
}

} // namespace tieout::detail
