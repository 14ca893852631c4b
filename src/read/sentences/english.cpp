// SPDX-License-Identifier: MIT
// What English sentences state: what something rose or fell from and to, what it is made of, what it is a share of, and what is
// left. Where a sentence ends is less certain than in Chinese, so that nothing here is beyond doubt.

#include "read/sentences/english_sentence.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tieout::detail {

namespace {

using Words = std::string_view;
using Role = EnglishSentence::Role;

void state_open(const EnglishSentence& text, Written& written, Words word, Words code,
                std::vector<Reading> readings) {
    state(written, text.scene(), word, code, std::move(readings), false);
}

// ── changes ──

/// rose by £20 million or 8% from £250 million to £270 million, in whatever order.
struct Movement {
    std::size_t level = none;
    std::size_t base = none;
    std::size_t change = none;
    std::size_t rate = none;
    int direction = 0;
};

void state_movement(const EnglishSentence& text, const Movement& now, Written& written) {
    const bool based = now.base != none && now.level != none && text.alike(now.base, now.level);
    const bool changed = now.change != none && text.known(now.change);
    std::vector<int> ways{now.direction};
    if (now.direction == 0) ways = {1, -1};
    std::vector<Reading> differences;
    std::vector<Reading> rates;
    for (const int way : ways) {
        if (based && changed && (text.is_points(now.change) || text.alike(now.change, now.level)))
            differences.push_back(
                {.kind = Kind::linear,
                 .first = {text.of(now.level), text.of(now.base, -1), text.of(now.change, -way)}});
        if (now.rate == none || !text.known(now.rate)) continue;
        if (based)
            rates.push_back({.kind = Kind::ratio,
                             .subject = text.id(now.rate),
                             .first = {text.of(now.level, way), text.of(now.base, -way)},
                             .second = {text.of(now.base)}});
        if (changed && now.base != none && text.alike(now.change, now.base))
            rates.push_back({.kind = Kind::ratio,
                             .subject = text.id(now.rate),
                             .first = {text.of(now.change)},
                             .second = {text.of(now.base)}});
        else if (changed && now.level != none && text.alike(now.change, now.level))
            rates.push_back({.kind = Kind::ratio,
                             .subject = text.id(now.rate),
                             .first = {text.of(now.change)},
                             .second = {text.of(now.level), text.of(now.change, -way)}});
    }
    state_open(text, written, "change", "G05", std::move(differences));
    state_open(text, written, "growth", "G05", std::move(rates));
}

void state_movements(const EnglishSentence& text, Written& written) {
    Movement now;
    const auto flush = [&] {
        if (now.base != none || now.change != none) state_movement(text, now, written);
        now = {};
    };
    for (std::size_t k = 0; k < text.size(); ++k) {
        const EnglishSentence::One& one = text[k];
        std::size_t Movement::*const member = one.role == Role::base     ? &Movement::base
                                              : one.role == Role::change ? &Movement::change
                                              : one.role == Role::rate   ? &Movement::rate
                                                                         : nullptr;
        if (one.role == Role::level) {
            // Against a budget of £5 million, £4 million was spent: what it is compared with stood before.
            // Budgeted expenditure was £210 million; actual expenditure was £206 million.
            const bool budgeted = now.level != none && now.base == none && now.change == none &&
                                  now.rate == none && text[now.level].budget && !one.budget &&
                                  !opens_parts(one.before) && text.alike(now.level, k);
            if (budgeted) now = {.base = now.level};
            const bool compared =
                now.level == none && now.base != none && now.change == none && now.rate == none;
            if (!compared) flush();
            now.level = k;
        } else if (one.role == Role::to) {
            if (now.level != none && now.base == none && now.change == none && now.rate == none) flush();
            now.level = k;
            if (now.direction == 0) now.direction = direction_in(text.clause(k));
        } else if (member != nullptr) {
            // An increase on last year, and another against the budget: of the same amount.
            if (now.*member != none) {
                const std::size_t level = now.level;
                flush();
                now.level = level;
            }
            now.*member = k;
            if (now.direction == 0) now.direction = one.direction;
        }
    }
    flush();
}

// ── wholes and parts ──

/// The levels from `from` on that are alike and in which nothing changes, up to a total of them.
std::vector<std::size_t> levels_from(const EnglishSentence& text, std::size_t from, std::size_t like) {
    std::vector<std::size_t> found;
    for (std::size_t k = from; k < text.size(); ++k) {
        if (text.is_percent(k)) continue;
        if (!text.is(k, Role::level) || !text.is_amount(k) || !text.alike(k, like)) break;
        if (k > from && find_english(text[k].before, English::sums)) break;
        found.push_back(k);
    }
    return found;
}

Reading sum_of(const EnglishSentence& text, std::size_t total, const std::vector<std::size_t>& parts) {
    Reading sum{.kind = Kind::sum, .subject = text.id(total)};
    for (const std::size_t part : parts) sum.first.push_back(text.of(part));
    return sum;
}

/// What its parts are told of: the whole, for their shares; none if there is none.
std::size_t state_made_of(const EnglishSentence& text, Written& written) {
    // Of total expenditure of £80 million, £52 million (65%) was for staff and £28 million (35%) for the rest.
    if (text.size() > 1 && text.is_amount(0) && text.is(0, Role::level) && !text[0].before.empty() &&
        text[0].before.front() == "of") {
        const std::vector<std::size_t> parts = levels_from(text, 1, 0);
        if (parts.size() >= 2) {
            Reading sum = sum_of(text, 0, parts);
            sum.open_list = true;
            state_open(text, written, "sum", "G03", {std::move(sum)});
        }
        return parts.empty() ? none : 0;
    }
    for (std::size_t k = 1; k < text.size(); ++k) {
        const bool all = opens_parts(text[k].before);
        if (!all && !find_english(text[k].before, English::opens_some)) continue;
        // was £300 million, an increase of £30 million, of which …: of what the sentence is about, and not of how it changed.
        std::size_t total = k;
        while (total > 0 && !(text.is_amount(total - 1) &&
                              (text.is(total - 1, Role::level) || text.is(total - 1, Role::to))))
            --total;
        if (total-- == 0) return none;
        const std::vector<std::size_t> parts = levels_from(text, k, total);
        if (parts.size() >= 2 && all) state_open(text, written, "sum", "G03", {sum_of(text, total, parts)});
        if (parts.size() < 2 || !all)
            for (const std::size_t part : parts)
                state_open(text, written, "part", "G03",
                           {{.kind = Kind::at_most, .first = {text.of(part)}, .second = {text.of(total)}}});
        return parts.empty() ? none : total;
    }
    return none;
}

/// 800 in total, £9 million altogether
bool is_told_in_total(const Tokens& after) {
    const bool in_total = after.size() > 1 && after[0] == "in" && after[1] == "total";
    return in_total || (!after.empty() && after.front() == "altogether");
}

/// £5.2 million on roads, £3.1 million on lighting and £1.7 million on bridges, a total of £10.0 million
std::size_t state_summed(const EnglishSentence& text, Written& written) {
    for (std::size_t k = 2; k < text.size(); ++k) {
        Tokens before = text[k].before;
        while (!before.empty() && before.back() == ":") before.pop_back();
        const bool sums = find_english(text.clause(k), English::sums) || is_told_in_total(text[k].after) ||
                          end_with_english(before, English::total);
        if (!sums || !text.is(k, Role::level) || !text.is_amount(k)) continue;
        std::vector<std::size_t> parts;
        for (std::size_t i = k; i-- > 0;) {
            if (text.is_percent(i)) continue;
            if (!text.is(i, Role::level) || !text.is_amount(i) || !text.alike(i, k)) break;
            parts.insert(parts.begin(), i);
        }
        if (parts.size() < 2) continue;
        state_open(text, written, "total", "G18", {sum_of(text, k, parts)});
        return k;
    }
    return none;
}

/// Lines that name one amount each, and the line of their total.
void state_total_of_lines(const Scene& scene, const EnglishSentence& text, Written& written) {
    if (text.size() != 1 || scene.sentence().spots.size() != 1 || !text.is_amount(0)) return;
    Tokens before = text[0].before;
    while (!before.empty() && before.back() == ":") before.pop_back();
    constexpr std::size_t longest = 4;
    if (before.size() > longest || !begin_with_english(before, English::total)) return;
    const Discourse& discourse = scene.reach.discourse;
    Reading sum{.kind = Kind::sum, .subject = text.id(0)};
    constexpr std::uint32_t lines_max = 60;
    for (std::uint32_t p = scene.read.passage, steps = 0; p-- > 0 && steps < lines_max; ++steps) {
        const ReadPassage& line = discourse.passages[p];
        if (line.first_sentence + 1 != line.last_sentence) break;
        const ReadSentence& read = discourse.sentences[line.first_sentence];
        if (read.said.size() != 1 || read.said.front() == none || !scene.reach.known(read.said.front()) ||
            !is_level(scene.reach.said(read.said.front()).task))
            break;
        const Tokens words = english_tokens(read.sentence.words_before(read.sentence.spots.front()));
        const MentionId one = id_of(scene.reach, read.said.front());
        if (words.empty() || find_english(words, English::total) ||
            !addable(scene.reach.draft.mentions[one].figure, scene.reach.draft.mentions[text.id(0)].figure))
            break;
        sum.first.insert(sum.first.begin(), {one});
    }
    if (sum.first.size() >= 2) state_open(text, written, "total", "G18", {std::move(sum)});
}

// ── shares ──

/// 60% of total revenues of £250 million, (75% of the budget), (35%) within a list
void state_shares(const EnglishSentence& text, std::size_t whole_of_list, Written& written) {
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (!text.is(k, Role::share) || !text.known(k)) continue;
        std::size_t part = k;
        while (part > 0 && !(text.is_amount(part - 1) && !text.is(part - 1, Role::base))) --part;
        part = part == 0 ? none : part - 1;
        std::size_t whole = none;
        Tokens between = text[k].after;
        const std::size_t comma =
            !between.empty() && (between.front() == "," || between.front() == ")") ? 1 : 0;
        const bool of = between.size() > comma && between[comma] == "of";
        if (of && k + 1 < text.size() && text.is_amount(k + 1)) {
            between.erase(between.begin(), between.begin() + static_cast<std::ptrdiff_t>(comma));
            const bool in_bracket = between.back() == "(";
            if (in_bracket) between.pop_back();
            const auto mark = [](const std::string& token) {
                return token == "," || token == "(" || token == ")";
            };
            if (std::none_of(between.begin(), between.end(), mark) && (in_bracket || between.back() == "of"))
                whole = k + 1;
            // accounted for 60% of the total (£250 million), or £150 million
            if (whole != none && part == none && k + 2 < text.size() && text.is_amount(k + 2) &&
                end_with_english(text.clause(k + 2), English::rate))
                part = k + 2;
        }
        if (whole == none && of)
            for (std::size_t i = 0; i < text.size() && find_english(between, English::budget); ++i)
                if (text.is(i, Role::base) && text[i].budget) whole = i;
        if (whole == none) whole = whole_of_list;
        if (part == none || whole == none || part == whole || !text.alike(part, whole)) continue;
        state_open(text, written, "share", "G04",
                   {{.kind = Kind::share,
                     .subject = text.id(k),
                     .first = {text.of(part)},
                     .second = {text.of(whole)}}});
    }
}

// ── what is left ──

/// A figure of an account with its sign; 0 if its words do not say which side it is on.
int side_of(const EnglishSentence& text, std::size_t k) {
    const Tokens& words = text[k].before;
    if (find_english(words, English::less) || find_english(words, English::spending) ||
        find_english(words, English::deficit))
        return -1;
    if (find_english(words, English::income) || find_english(words, English::opening)) return 1;
    // plus a surplus of £1.1 million
    if (!words.empty() && words.front() == "plus" && find_english(words, English::surplus)) return 1;
    return 0;
}
/// What is left, with its sign.
int result_of(const EnglishSentence& text, std::size_t k) {
    const Tokens& words = text[k].before;
    if (find_english(words, English::deficit)) return -1;
    return find_english(words, English::surplus) || find_english(words, English::closing) ? 1 : 0;
}

/// Income of £36.2 million less expenditure of £33.9 million left a surplus of £2.3 million; an opening balance may stand in the
/// sentence before.
void state_left(const EnglishSentence& text, const EnglishSentence* before, Written& written) {
    if (text.size() < 2) return;
    std::vector<MentionTerm> terms;
    bool added = false;
    bool taken = false;
    const auto add = [&](const EnglishSentence& of, std::size_t k) {
        const int side = of.is_amount(k) && !of.is(k, Role::base) ? side_of(of, k) : 0;
        if (side == 0) return false;
        (side > 0 ? added : taken) = true;
        taken = taken || static_cast<bool>(find_english(of[k].before, English::opening));
        terms.push_back(of.of(k, side));
        return true;
    };
    const std::size_t last = text.size() - 1;
    const bool first_is_left = result_of(text, 0) != 0 && side_of(text, 0) == 0;
    const std::size_t left = first_is_left ? 0 : last;
    if (!text.is_amount(left) || result_of(text, left) == 0) return;
    if (!first_is_left && !find_english(text[left].before, English::leaves)) return;
    if (before != nullptr && before->size() == 1 && find_english((*before)[0].before, English::opening) &&
        text.is_amount(left) && before->is_amount(0) &&
        addable(text.scene().reach.draft.mentions[before->id(0)].figure,
                text.scene().reach.draft.mentions[text.id(left)].figure))
        terms.push_back(before->of(0));
    for (std::size_t k = 0; k < text.size(); ++k)
        if (k != left && (!text.alike(k, left) || !add(text, k))) return;
    if (!added || !taken) return;
    terms.push_back(text.of(left, -result_of(text, left)));
    state_open(text, written, "balance", "G09", {{.kind = Kind::linear, .first = std::move(terms)}});
}

} // namespace

void state_english(const Scene& scene, Written& written) {
    const std::size_t size = scene.sentence().spots.size();
    if (size == 0 || size > members_max) return;
    constexpr std::uint32_t longest = 1200;
    const Sentence& sentence = scene.sentence();
    const bool line =
        size == 1 &&
        begin_with_english(english_tokens(sentence.words_before(sentence.spots.front()).substr(0, 60)),
                           English::total);
    if (!line &&
        !is_english(sentence.words(sentence.begin, std::min(sentence.end, sentence.begin + longest))))
        return;
    std::vector<EnglishSentence> sentences;
    for (std::size_t begin = 0; begin < size;) {
        std::size_t end = begin + 1;
        while (end < size &&
               end_of_english_sentence(sentence.words_before(sentence.spots[end]), 0) == Words::npos)
            ++end;
        sentences.emplace_back(scene, begin, end);
        begin = end;
    }
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const EnglishSentence& text = sentences[i];
        state_movements(text, written);
        const std::size_t divided = state_made_of(text, written);
        const std::size_t summed = divided == none ? state_summed(text, written) : none;
        state_shares(text, divided != none ? divided : summed, written);
        state_left(text, i > 0 ? &sentences[i - 1] : nullptr, written);
        state_total_of_lines(scene, text, written);
    }
}

} // namespace tieout::detail
