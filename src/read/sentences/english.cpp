// SPDX-License-Identifier: MIT
// Sentences in English: what something rose or fell from and to, what it is made of, and what it is a share of. Where a sentence ends
// is less certain than in Chinese, so that nothing here is beyond doubt.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace tieout::detail {

namespace {

using Words = std::string_view;

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether the words of a sentence are English: more letters than anything else but figures.
bool is_english(const Sentence& sentence) {
    constexpr std::uint32_t longest = 1200;
    const Words words = sentence.words(sentence.begin, std::min(sentence.end, sentence.begin + longest));
    const auto letters = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_letter));
    return letters > 20 && letters * 3 > words.size();
}

/// The words between the figure before and this one, in lower case, without what only fills them.
std::string words_before(const Scene& scene, std::size_t at) {
    const Spot& spot = scene.spot(at);
    constexpr std::size_t longest = 160;
    Words words = scene.sentence().words_before(spot);
    words = end_of(words, longest);
    std::string lower;
    for (const char c : words) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    while (!lower.empty() && lower.back() == ' ') lower.pop_back();
    return lower;
}
/// Whether words end with one of these as whole words.
template <class All>
bool end_with_any(const std::string& words, const All& all) {
    return std::any_of(std::begin(all), std::end(all), [&](Words word) {
        if (!Words(words).ends_with(word)) return false;
        const std::size_t at = words.size() - word.size();
        return at == 0 || !is_letter(words[at - 1]);
    });
}
bool end_with(const std::string& words, Words word) {
    return end_with_any(words, std::array<Words, 1>{word});
}

constexpr std::array<Words, 14> falling{"decrease", "fell",    "fall",    "reduction", "decline",
                                        "down",     "reduced", "dropped", "lower",     "cut",
                                        "reducing", "drop",    "declin",  "shrank"};

/// Whether a sentence ends within words: a point, and a capital letter behind it.
bool ends_sentence(Words words) noexcept {
    for (std::size_t at = words.find('.'); at != words.npos; at = words.find('.', at + 1)) {
        std::size_t next = at + 1;
        while (next < words.size() && words[next] == ' ') ++next;
        if (next < words.size() && words[next] >= 'A' && words[next] <= 'Z') return true;
    }
    return contains(words, "；");
}

/// An English sentence with what stands before each of its figures. A paragraph is one to the grammar of marks.
struct English {
    const Scene& scene;
    std::size_t first;
    std::vector<std::string> before{};

    English(const Scene& of, std::size_t begin, std::size_t end) : scene(of), first(begin) {
        for (std::size_t i = begin; i < end; ++i) before.push_back(words_before(scene, i));
    }
    [[nodiscard]] std::size_t size() const noexcept { return before.size(); }
    [[nodiscard]] const Spot& spot(std::size_t at) const { return scene.spot(first + at); }
    [[nodiscard]] SaidId said(std::size_t at) const { return scene.said_at(first + at); }
    [[nodiscard]] bool is_percent(std::size_t at) const {
        return at < size() && spot(at).numeral.sort == Sort::percent && known(at);
    }
    [[nodiscard]] bool is_amount(std::size_t at) const {
        return at < size() && known(at) &&
               (spot(at).numeral.sort == Sort::amount || spot(at).numeral.sort == Sort::count);
    }
    [[nodiscard]] bool known(std::size_t at) const { return scene.reach.known(said(at)); }
    [[nodiscard]] bool alike(std::size_t a, std::size_t b) const {
        return addable(scene.reach.figure(said(a)), scene.reach.figure(said(b)));
    }
    [[nodiscard]] MentionTerm of(std::size_t at, int coefficient = 1) const {
        return term(scene.reach, said(at), coefficient);
    }
};

void state_open(const English& text, Written& written, Words word, Words code, Reading reading) {
    state(written, text.scene, word, code, {std::move(reading)}, false);
}

/// increased by 16 from 261 to 277; rose by 20 or 8% from 250 to 270; from 250 to 270, an increase of 8%
void state_from_to(const English& text, Written& written) {
    static constexpr std::array<Words, 8> amounts{"by", "of", "or", "up", "down", "（", "(", "，or"};
    const Reach& reach = text.scene.reach;
    for (std::size_t from = 0; from + 1 < text.size(); ++from) {
        const std::size_t to = from + 1;
        if (!text.is_amount(from) || !text.is_amount(to) || !end_with(text.before[from], "from") ||
            !end_with(text.before[to], "to") || !text.alike(from, to))
            continue;
        // fell by 2 or 5% from …: the verb stands before the first of them.
        std::size_t verb = from;
        while (verb > 0 && verb + 2 > from && end_with_any(text.before[verb - 1], amounts)) --verb;
        bool falls = contains_any(text.before[verb], falling);
        for (std::size_t i = verb; i < std::min(text.size(), to + 3); ++i) {
            if (i > to && end_with(text.before[i], "by")) break; // and costs by 5%
            if (i == from || i == to || !end_with_any(text.before[i], amounts)) continue;
            // decreased by 2 from 3 to 1, and 5 from 6: the figures of the next belong to it.
            const bool next = i > to && contains(text.before[i], "from");
            if (next) break;
            if (i > to) falls = falls || contains_any(text.before[i], falling);
            if (text.is_amount(i) && text.alike(i, from))
                state_open(text, written, "change", "G05",
                           {.kind = Kind::linear,
                            .first = {text.of(to), text.of(from, -1), text.of(i, falls ? 1 : -1)}});
            else if (text.is_percent(i))
                state_open(text, written, "growth", "G05",
                           {.kind = Kind::ratio,
                            .subject = id_of(reach, text.said(i)),
                            .first = {text.of(to, falls ? -1 : 1), text.of(from, falls ? 1 : -1)},
                            .second = {text.of(from)}});
        }
    }
}

/// costs were 300, an increase of 30 (11.1%) on the previous year
void state_change_of_year(const English& text, Written& written) {
    static constexpr std::array<Words, 8> changes{"an increase of", "a decrease of", "a rise of",
                                                  "a fall of",      "up by",         "down by",
                                                  "a reduction of", "an increase by"};
    for (std::size_t change = 1; change + 1 < text.size(); ++change) {
        const std::size_t level = change - 1;
        const std::size_t rate = change + 1;
        if (!text.is_amount(level) || !text.is_amount(change) || !text.is_percent(rate) ||
            !end_with_any(text.before[change], changes) || !text.alike(level, change) ||
            text.before[rate].size() > 6)
            continue;
        const bool falls = contains_any(text.before[change], falling);
        state_open(text, written, "growth", "G05",
                   {.kind = Kind::ratio,
                    .subject = id_of(text.scene.reach, text.said(rate)),
                    .first = {text.of(change)},
                    .second = {text.of(level), text.of(change, falls ? 1 : -1)}});
    }
}

/// expenditure was 1200, of which basic 700 and projects 500; income of 45 comprised grants of 30, fees of 12 and 3
void state_made_of(const English& text, Written& written) {
    static constexpr std::array<Words, 9> opens{"of which",   "comprised",     "comprising",
                                                "made up of", "consisting of", "consisted of",
                                                "comprises",  "consists of",   "namely"};
    for (std::size_t first = 1; first < text.size(); ++first) {
        if (!contains_any(text.before[first], opens)) continue;
        // was 300, an increase of 30 on 270, of which …: of what the sentence is about, and not of how it changed.
        std::size_t total = 0;
        while (total < first && !text.is_amount(total)) ++total;
        if (total == first) return;
        Reading sum{.kind = Kind::sum, .subject = id_of(text.scene.reach, text.said(total))};
        for (std::size_t i = first; i < text.size(); ++i) {
            if (text.is_percent(i)) continue;
            if (!text.is_amount(i) || !text.alike(i, total)) break;
            sum.first.push_back(text.of(i));
        }
        if (sum.first.size() >= 2) state_open(text, written, "sum", "G03", std::move(sum));
        return;
    }
}

/// of the total of 800, 600 (75%) was spent on …, and 200 (25%) on …
void state_of_total(const English& text, Written& written) {
    if (text.size() < 3 || !text.is_amount(0) || !Words(text.before[0]).starts_with("of the")) return;
    Reading sum{.kind = Kind::sum, .subject = id_of(text.scene.reach, text.said(0))};
    sum.open_list = true;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text.is_percent(i)) continue;
        if (!text.is_amount(i) || !text.alike(i, 0)) return;
        sum.first.push_back(text.of(i));
    }
    if (sum.first.size() >= 2) state_open(text, written, "sum", "G03", std::move(sum));
}

/// 420, representing 70% of total expenditure of 600; 475 was 95% of the approved budget of 500
void state_shares_of(const English& text, Written& written) {
    for (std::size_t share = 1; share + 1 < text.size(); ++share) {
        const std::size_t part = share - 1;
        const std::size_t whole = share + 1;
        if (!text.is_percent(share) || !text.is_amount(part) || !text.is_amount(whole) ||
            !text.alike(part, whole))
            continue;
        const Words behind = text.before[whole];
        if (!behind.starts_with(" of ") && !behind.starts_with("of ")) continue;
        if (behind.size() > 4 && !end_with(text.before[whole], "of")) continue;
        // 103.8% of the budget, an overspend of 8: that is not what it is a share of.
        if (contains(behind, "，") || contains(behind, "（") || contains(behind, ")")) continue;
        state_open(text, written, "share", "G04",
                   {.kind = Kind::share,
                    .subject = id_of(text.scene.reach, text.said(share)),
                    .first = {text.of(part)},
                    .second = {text.of(whole)}});
    }
}

/// the deficit was 50, being revenue of 450 less expenditure of 500
void state_less(const English& text, Written& written) {
    for (std::size_t less = 2; less < text.size(); ++less) {
        if (!text.is_amount(less) || !text.is_amount(less - 1) || !text.is_amount(less - 2)) continue;
        if (!Words(text.before[less]).starts_with("less") && !Words(text.before[less]).starts_with(" less"))
            continue;
        if (!text.alike(less, less - 1) || !text.alike(less, less - 2)) continue;
        const bool deficit =
            contains(text.before[less - 2], "deficit") || contains(text.before[less - 2], "loss");
        state_open(text, written, "balance", "G09",
                   {.kind = Kind::linear,
                    .first = {text.of(less - 1, deficit ? -1 : 1), text.of(less, deficit ? 1 : -1),
                              text.of(less - 2, -1)}});
    }
}

} // namespace

void state_english(const Scene& scene, Written& written) {
    const std::size_t size = scene.sentence().spots.size();
    if (size < 2 || size > members_max || !is_english(scene.sentence())) return;
    for (std::size_t begin = 0; begin < size;) {
        std::size_t end = begin + 1;
        while (end < size && !ends_sentence(scene.sentence().words_before(scene.spot(end)))) ++end;
        const English text(scene, begin, end);
        state_from_to(text, written);
        state_change_of_year(text, written);
        state_made_of(text, written);
        state_of_total(text, written);
        state_shares_of(text, written);
        state_less(text, written);
        begin = end;
    }
}

} // namespace tieout::detail
