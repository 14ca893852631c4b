// SPDX-License-Identifier: MIT
#include "write/quote.hpp"

#include "write/display.hpp"
#include "write/shown.hpp"

#include <tieout/base/utf8.hpp>

#include <algorithm>
#include <unordered_set>

namespace tieout::detail {

namespace {

constexpr std::string_view left_out = "…";
/// Columns of words that a mark has on both sides before another mark shares its line.
constexpr std::size_t around = 8;

std::size_t length_at(std::string_view words, std::size_t at) {
    return std::max<std::size_t>(1, decode_utf8(words, at).length);
}

/// What cannot be seen counts too, so that a window ends whatever it is full of.
std::size_t columns_of(std::string_view character) { return std::max<std::size_t>(1, columns(character)); }

/// Bytes of a text and the columns that they take.
struct Window {
    std::string_view words;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t taken = 0;

    /// Takes in what follows, up to `limit`, as long as it stays within so many columns.
    void grow_right(std::size_t limit, std::size_t room) {
        while (end < limit) {
            const std::size_t length = length_at(words, end);
            const std::size_t wide = columns_of(words.substr(end, length));
            if (taken + wide > room) return;
            taken += wide;
            end += length;
        }
    }
    void grow_left(std::size_t limit, std::size_t room) {
        while (begin > limit) {
            std::size_t before = begin - 1;
            while (before > limit && continues_utf8(words[before])) --before;
            const std::size_t wide = columns_of(words.substr(before, begin - before));
            if (taken + wide > room) return;
            taken += wide;
            begin = before;
        }
    }
};

/// In their order, within the words, and none within another.
void put_in_order(std::vector<Underline>& marks, std::size_t size) {
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Underline& a, const Underline& b) { return a.begin < b.begin; });
    std::size_t end = 0;
    std::erase_if(marks, [&](const Underline& mark) {
        if (mark.begin < end || mark.begin >= size || mark.length == 0 || mark.length > size - mark.begin)
            return true;
        end = mark.begin + mark.length;
        return false;
    });
}

MarkedLine line_of(const Window& window, const std::vector<Underline>& marks) {
    MarkedLine line;
    if (window.begin > 0) {
        line.words += left_out;
        line.marks.append(columns(left_out), ' ');
    }
    const std::size_t start = line.words.size();
    auto mark = marks.begin();
    bool space = false;
    char under_space = ' ';
    for (std::size_t at = window.begin; at < window.end;) {
        const std::size_t length = length_at(window.words, at);
        while (mark != marks.end() && mark->begin + mark->length <= at) ++mark;
        const char under = mark != marks.end() && mark->begin <= at ? mark->sign : ' ';
        const CodePoint c = decode_utf8(window.words, at);
        if (c.length != 0 && is_space(c.value)) {
            if (!space) under_space = under;
            space = true;
        } else if (const std::string shown = clean(window.words.substr(at, length)); !shown.empty()) {
            if (space && line.words.size() > start) {
                line.words += ' ';
                line.marks += under_space == under ? under : ' ';
            }
            space = false;
            line.words += shown;
            line.marks.append(columns(shown), under);
        }
        at += length;
    }
    if (window.end < window.words.size()) line.words += left_out;
    line.marks.resize(line.marks.find_last_not_of(' ') + 1);
    return line;
}

} // namespace

std::vector<MarkedLine> marked_lines(std::string_view words, std::vector<Underline> marks, std::size_t width,
                                     std::size_t most) {
    put_in_order(marks, words.size());
    std::vector<MarkedLine> lines;
    Window whole{words};
    whole.grow_right(words.size(), width == 0 ? words.size() * 2 : width);
    if (whole.end == words.size()) {
        lines.push_back(line_of(whole, marks));
        return lines;
    }
    const std::size_t room = std::max<std::size_t>(width, 2 * around) - 2 * columns(left_out);
    if (marks.empty()) {
        Window beginning{words};
        beginning.grow_right(words.size(), room);
        lines.push_back(line_of(beginning, marks));
        return lines;
    }
    std::size_t shown_before = 0;
    for (auto first = marks.begin(); first != marks.end() && lines.size() < most;) {
        Window window{words, first->begin, first->begin, 0};
        window.grow_right(first->begin + first->length, room);
        auto next = first + 1;
        // Others join it as long as there is room for words on both sides.
        while (next != marks.end()) {
            Window wider = window;
            const std::size_t end = next->begin + next->length;
            wider.grow_right(end, room > 2 * around ? room - 2 * around : 0);
            if (wider.end < end) break;
            window = wider;
            ++next;
        }
        const std::size_t until = next == marks.end() ? words.size() : next->begin;
        window.grow_left(shown_before, window.taken + (room - window.taken) / 2);
        window.grow_right(until, room);
        window.grow_left(shown_before, room);
        lines.push_back(line_of(window, marks));
        shown_before = window.end;
        first = next;
    }
    return lines;
}

Sentences::Sentences(const Filing& filing) {
    if (filing.sentences.empty()) return;
    by_id_.reserve(filing.sentences.size());
    for (const Sentence& sentence : filing.sentences)
        if (!sentence.words.empty()) by_id_.emplace(sentence.id, &sentence);
    context_of_.reserve(filing.relations.size());
    for (const StatedRelation& relation : filing.relations)
        if (!relation.context.empty()) context_of_.emplace(relation.id, relation.context);
}

const Sentence* Sentences::named(std::string_view context) const {
    if (context.empty()) return nullptr;
    const auto found = by_id_.find(context);
    return found == by_id_.end() ? nullptr : found->second;
}

std::vector<Quote> Sentences::of(const ReportView& report, const Check& check) const {
    std::vector<Quote> quotes;
    if (by_id_.empty()) return quotes;
    const Relation& chosen = report.relation_of(check);
    if (chosen.code.empty())
        if (const auto context = context_of_.find(chosen.id); context != context_of_.end())
            if (const Sentence* sentence = named(context->second)) quotes.push_back({sentence});

    // Of statements that say the same, one is quoted before any other.
    std::vector<std::pair<const Operand*, bool>> operands;
    std::unordered_set<const Figure*> seen;
    std::unordered_set<std::string> readings;
    const auto add = [&](const Relation& relation) {
        for (const Operand& operand : report.relations.operands(relation)) {
            if (!seen.insert(operand.figure).second) continue;
            const bool again =
                relation.kind == Kind::equal &&
                !readings
                     .insert(number_text(*operand.figure) + '\n' + std::string(operand.figure->unit.word()))
                     .second;
            operands.emplace_back(&operand, again);
        }
    };
    add(chosen);
    if (check.outcome == Outcome::broken || check.outcome == Outcome::undecided)
        for (std::uint32_t i = check.first_reading; i < check.first_reading + check.readings; ++i)
            if (i != check.relation) add(report.relations.all()[i]);
    std::stable_partition(operands.begin(), operands.end(), [](const auto& entry) { return !entry.second; });

    for (const auto& [operand, again] : operands) {
        const Figure& figure = *operand->figure;
        const Sentence* sentence = named(figure.context);
        if (sentence == nullptr || figure.mark_length == 0) continue;
        auto quote = std::find_if(quotes.begin(), quotes.end(),
                                  [&](const Quote& other) { return other.sentence == sentence; });
        if (quote == quotes.end()) {
            if (quotes.size() == quotes_max) continue;
            quote = quotes.insert(quotes.end(), {sentence});
        }
        const bool part = operand->role == Role::part || operand->role == Role::greater ||
                          operand->role == Role::numerator || operand->role == Role::denominator ||
                          operand->role == Role::factor;
        quote->marks.push_back({figure.mark, figure.mark_length, part ? '~' : '^'});
    }
    return quotes;
}

} // namespace tieout::detail
