// SPDX-License-Identifier: MIT
#include "read/sentences/english_sentence.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::size_t longest = 200; ///< bytes of words that are looked at

bool is_digit_at(std::string_view token, std::size_t at) noexcept {
    return token.size() > at && token[at] >= '0' && token[at] <= '9';
}
/// 2022, 2021/22
bool is_year(std::string_view token) noexcept {
    return token.size() >= 4 && (token.starts_with("19") || token.starts_with("20")) &&
           is_digit_at(token, 2) && is_digit_at(token, 3);
}
bool is_mark(std::string_view token) noexcept {
    return token.size() == 1 && !is_digit_at(token, 0) && (token[0] < 'a' || token[0] > 'z');
}

TokenSpan behind_last_mark(const Tokens& tokens) {
    std::size_t begin = tokens.size();
    while (begin > 0 && !is_mark(tokens[begin - 1])) --begin;
    return TokenSpan(tokens).subspan(begin);
}

/// Whether nothing but words of time and years stands there.
bool only_time(TokenSpan tokens) {
    return std::all_of(tokens.begin(), tokens.end(), [](const std::string& token) {
        return is_year(token) || find_english({&token, 1}, English::time);
    });
}

EnglishFound find_last(TokenSpan tokens, English says) {
    EnglishFound found{tokens.size(), 0};
    for (EnglishFound next = find_english(tokens, says); next;
         next = find_english(tokens, says, next.at + next.length))
        found = next;
    return found;
}

/// rose by, an increase of, up; an increase in costs of: whether what stands right behind the words is by how much.
bool says_by(TokenSpan clause) {
    if (end_with_english(clause, English::rises) || end_with_english(clause, English::falls)) return true;
    if (!end_with_english(clause, English::by)) return false;
    const TokenSpan ahead = clause.first(clause.size() - 1);
    if (end_with_english(ahead, English::rises) || end_with_english(ahead, English::falls) ||
        end_with_english(ahead, English::differs))
        return true;
    for (const English way : {English::rises, English::falls})
        if (const EnglishFound found = find_last(clause, way); found) {
            const std::size_t next = found.at + found.length;
            if (next < clause.size() && clause[next] == "in" && clause.back() == "of") return true;
        }
    return false;
}

/// The words of the sentence up to a figure; of the first one those behind the sentence before.
std::string_view words_ahead(const Scene& scene, std::size_t spot, bool first) {
    const std::string_view words = end_of(scene.sentence().words_before(scene.spot(spot)), longest);
    if (!first) return words;
    std::size_t begin = 0;
    for (std::size_t at = end_of_english_sentence(words, 0); at != words.npos;
         at = end_of_english_sentence(words, at))
        begin = at;
    return words.substr(begin);
}
/// Those from the last figure to the end of its sentence.
std::string_view words_to_end(const Scene& scene, std::size_t spot) {
    std::string_view words = scene.sentence().words_behind(spot);
    words = words.substr(0, whole_character_from(words, std::min(words.size(), longest)));
    for (std::size_t at = words.find('.'); at != words.npos; at = words.find('.', at + 1))
        if (at + 1 >= words.size() || words[at + 1] == ' ') return words.substr(0, at);
    return words;
}

} // namespace

std::size_t end_of_english_sentence(std::string_view words, std::size_t from) noexcept {
    for (std::size_t at = words.find('.', from); at != words.npos; at = words.find('.', at + 1)) {
        std::size_t next = at + 1;
        while (next < words.size() && words[next] == ' ') ++next;
        // U.S. goes on.
        const bool initial = at >= 1 && words[at - 1] >= 'A' && words[at - 1] <= 'Z';
        if (!initial && next < words.size() && words[next] >= 'A' && words[next] <= 'Z') return next;
    }
    return words.npos;
}

int direction_in(TokenSpan tokens) {
    // Over the year, costs went down: what only compares says it where nothing else does.
    for (const auto& [up, down] :
         {std::pair(English::rises, English::falls), std::pair(English::more, English::fewer)}) {
        const EnglishFound more = find_english(tokens, up);
        const EnglishFound less = find_english(tokens, down);
        if (more && (!less || more.at < less.at)) return 1;
        if (less) return -1;
    }
    return 0;
}

bool opens_parts(const Tokens& before) {
    return static_cast<bool>(find_english(before, English::opens)) ||
           (before.size() == 1 && before.front() == ":");
}

EnglishSentence::EnglishSentence(const Scene& scene, std::size_t begin, std::size_t end) : scene_(scene) {
    for (std::size_t i = begin; i < end; ++i) {
        One one;
        one.spot = i;
        one.before = english_tokens(words_ahead(scene, i, i == begin));
        one.bracketed = !one.before.empty() && one.before.back() == "(";
        all_.push_back(std::move(one));
    }
    for (std::size_t k = 0; k < all_.size(); ++k)
        all_[k].after =
            k + 1 < all_.size() ? all_[k + 1].before : english_tokens(words_to_end(scene, end - 1));
    for (std::size_t k = 0; k < all_.size(); ++k) find_role(k);
}

TokenSpan EnglishSentence::clause(std::size_t k) const { return behind_last_mark(all_[k].before); }

bool EnglishSentence::alike(std::size_t a, std::size_t b) const {
    const Figure& first = scene_.reach.figure(said(a));
    const Figure& second = scene_.reach.figure(said(b));
    // Percentages, and what is counted without a unit: 697 of 820 applications.
    const bool bare = first.unit.dimension == Dimension::percent || first.unit.dimension == Dimension::plain;
    return addable(first, second) || (bare && first.unit.dimension == second.unit.dimension);
}

bool EnglishSentence::is_amount(std::size_t k) const {
    if (k >= size() || !known(k)) return false;
    const Numeral& numeral = scene_.spot(all_[k].spot).numeral;
    return numeral.sort == Sort::amount || numeral.sort == Sort::count ||
           (numeral.sort == Sort::plain && !numeral.figure.unit_missing);
}

/// compared with £4.0 million last year, against a budget of £5 million, (2021/22: £41.5 million), (£203.5 million at 31 March 2022)
bool EnglishSentence::is_base(std::size_t k) const {
    const One& one = all_[k];
    const TokenSpan words = clause(k);
    const EnglishFound compared = find_last(words, English::compared);
    if (compared && (one.budget || only_time(words.subspan(compared.at + compared.length)))) return true;
    // an increase of £3 million on £40 million
    const bool on = !words.empty() && words.front() == "on" && k > 0 && only_time(words.subspan(1));
    if (on && (all_[k - 1].role == Role::change || all_[k - 1].role == Role::rate)) return true;
    // exceeded the budget of £44 million, 2% below the revised budget of £255 million
    if (k > 0 && one.budget && direction_in(words) != 0) return true;
    if (k == 0) return false;
    Tokens before = one.before;
    while (!before.empty() && (before.back() == ":" || before.back() == ",")) before.pop_back();
    if (before.size() >= 2 && is_year(before.back()) && before[before.size() - 2] == "(") return true;
    if (!one.bracketed) return false;
    // higher than in the prior year (£40 million)
    before = one.before;
    before.pop_back();
    const TokenSpan outside = behind_last_mark(before);
    if (const EnglishFound than = find_last(outside, English::compared);
        than && only_time(outside.subspan(than.at + than.length)))
        return true;
    constexpr std::ptrdiff_t near = 5;
    const auto end = one.after.begin() + std::min(near, static_cast<std::ptrdiff_t>(one.after.size()));
    const auto shut = std::find(one.after.begin(), end, ")");
    return std::any_of(one.after.begin(), shut, [](const std::string& token) { return is_year(token); });
}

/// The words behind a figure, and behind the percentage that follows it in brackets: £5 million (12.5%) higher.
TokenSpan EnglishSentence::told_behind(std::size_t k) const {
    const bool bracket =
        all_[k].after.size() == 1 && all_[k].after.front() == "(" && k + 1 < size() && is_percent(k + 1);
    const TokenSpan words = all_[bracket ? k + 1 : k].after;
    return !words.empty() && words.front() == ")" ? words.subspan(1) : words;
}

void EnglishSentence::find_role(std::size_t k) {
    One& one = all_[k];
    const TokenSpan words = clause(k);
    if (!is_percent(k) && !is_points(k) && !is_amount(k)) return;
    one.direction = direction_in(words);
    const bool by = says_by(words);
    if (const EnglishFound from = find_last(words, English::from);
        from && !is_points(k) && only_time(words.subspan(from.at + from.length))) {
        one.role = Role::base;
        one.direction = direction_in(words.first(from.at));
        return;
    }
    const bool follows = k > 0 && (all_[k - 1].role == Role::base || all_[k - 1].role == Role::change ||
                                   all_[k - 1].role == Role::rate);
    if (!is_points(k) && end_with_english(words, English::to) && (follows || direction_in(words) != 0)) {
        one.role = Role::to;
        return;
    }
    // 8,000 more than the 50,000, £7.5 million below budget, 16% higher: which way stands behind it.
    const TokenSpan told = told_behind(k);
    const bool more = begin_with_english(told, English::more);
    bool behind = more || begin_with_english(told, English::fewer);
    if (behind && one.direction == 0) one.direction = more ? 1 : -1;
    // an 8% reduction, a £3 million increase
    const bool article = !words.empty() && (words.back() == "a" || words.back() == "an");
    const bool increase = begin_with_english(told, English::rises);
    if (article && !behind && (increase || begin_with_english(told, English::falls))) {
        behind = true;
        if (one.direction == 0) one.direction = increase ? 1 : -1;
    }
    if (is_percent(k)) return find_role_of_percent(k, by || behind);
    // exceeded the budget of £44 million by £1.6 million: the way stands before the figure before.
    const bool by_alone = words.size() == 1 && words.front() == "by";
    if (by || behind || by_alone || is_points(k)) {
        one.role = Role::change;
        return;
    }
    one.budget = static_cast<bool>(find_english(words, English::budget));
    one.role = is_base(k) ? Role::base : Role::level;
}

void EnglishSentence::find_role_of_percent(std::size_t k, bool by) {
    One& one = all_[k];
    const TokenSpan words = clause(k);
    const std::size_t first =
        !one.after.empty() && (one.after.front() == "," || one.after.front() == ")") ? 1 : 0;
    const bool of =
        one.after.size() > first + 1 && one.after[first] == "of" && one.after[first + 1] != "which";
    const bool told_again = words.size() <= 2 && (one.bracketed || end_with_english(words, English::rate));
    const bool of_change = k > 0 && (is(k - 1, Role::change) || is(k - 1, Role::base) || is(k - 1, Role::to));
    const bool by_alone = words.size() == 1 && words.front() == "by";
    if (of)
        one.role = Role::share;
    else if (by || one.direction != 0 || by_alone || (of_change && told_again))
        one.role = Role::rate;
    else if (one.bracketed || told_again)
        one.role = Role::share;
}

} // namespace tieout::detail
