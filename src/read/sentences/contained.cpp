// SPDX-License-Identifier: MIT
// Totals that hold others by their names, in whatever sections they are told: 财政拨款支出总计 holds 一般公共预算财政拨款支出, and 支出总计
// holds both.

#include "read/sentences/productions.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>

namespace tieout::detail {

namespace {

struct Contained {
    std::string_view part;
    std::string_view whole;
};
constexpr std::array contained_table{Contained{"一般公共预算财政拨款支出", "财政拨款支出总计"},
                                     Contained{"政府性基金预算财政拨款支出", "财政拨款支出总计"},
                                     Contained{"国有资本经营预算财政拨款支出", "财政拨款支出总计"},
                                     Contained{"财政拨款收入", "财政拨款收入总计"},
                                     Contained{"财政拨款收入总计", "收入总计"},
                                     Contained{"财政拨款支出总计", "支出总计"}};

/// What prose tells by a name: once, or by one number all over.
struct Told {
    SaidId first = none;
    bool one = true;
};

/// Of the body that files, in its year, as spent or received.
bool is_of_filer(const Reach& reach, SaidId id) {
    const Said& said = reach.said(id);
    const Mention& mention = reach.mention(id);
    return said.sentence != none && is_level(said.task) && reach.known(id) &&
           mention.phase == Phase::executed && mention.figure.unit.dimension == Dimension::money &&
           mention.of.body.empty() && mention.of.period.empty();
}

class Names {
  public:
    explicit Names(const Reach& reach) {
        for (SaidId id = 0; id < reach.discourse.said.size(); ++id) {
            if (!is_of_filer(reach, id)) continue;
            const std::string& subject = reach.mention(id).subject;
            for (std::size_t i = 0; i < contained_table.size(); ++i) {
                if (subject == contained_table[i].part) add(reach, parts_[i], id);
                if (subject == contained_table[i].whole) add(reach, wholes_[i], id);
            }
        }
    }
    [[nodiscard]] const Told& part(std::size_t row) const noexcept { return parts_[row]; }
    [[nodiscard]] const Told& whole(std::size_t row) const noexcept { return wholes_[row]; }

  private:
    static void add(const Reach& reach, Told& told, SaidId id) {
        if (told.first == none)
            told.first = id;
        else
            told.one = told.one && reach.figure(told.first).base_value() == reach.figure(id).base_value();
    }
    std::array<Told, contained_table.size()> parts_{};
    std::array<Told, contained_table.size()> wholes_{};
};

/// Whether it is the body that files: the filing names it, or the document begins with it.
bool is_filer(const Reach& reach, std::string_view body) {
    const std::string_view filer = reach.draft.filing.body.name;
    if (!filer.empty() && (body.ends_with(filer) || filer.ends_with(body))) return true;
    const ReadPassage& title = reach.discourse.passages.front();
    return title.depth == 0 && title.text.starts_with(body);
}

/// 某市财政局2023年度财政拨款收入支出总计: whether a sentence begins with the amount, and before its name says nothing but whose it is, which
/// is the body that files, and the year.
bool is_told_of_filer(const Reach& reach, SaidId id) {
    const ReadSentence& read = reach.discourse.sentences[reach.said(id).sentence];
    const Sentence& sentence = read.sentence;
    if (reach.said(id).spot != 0 || sentence.spots.front().depth != 0) return false;
    std::string_view words = sentence.words(sentence.begin, sentence.spots.front().numeral.begin);
    static constexpr std::array<std::string_view, 2> names{"财政拨款", "收"};
    std::size_t name = words.npos;
    for (const std::string_view funds : {"一般公共预算", "政府性基金预算", "国有资本经营预算"})
        name = std::min(name, words.find(funds));
    for (const std::string_view begin : names) name = std::min(name, words.find(begin));
    words = words.substr(0, name);
    for (const std::string_view end : {"年度", "年"})
        if (words.ends_with(end)) words.remove_suffix(end.size());
    while (!words.empty() && words.back() >= '0' && words.back() <= '9') words.remove_suffix(1);
    return words.empty() || is_filer(reach, words);
}

/// Whether the section that tells it, by its heading of the first order, is one of final accounts: 四、财政拨款收入支出决算总体情况说明.
bool stands_in_section_of_accounts(const Reach& reach, SaidId id) {
    for (std::uint32_t p = reach.said(id).passage; p-- > 0;) {
        const ReadPassage& passage = reach.discourse.passages[p];
        if (passage.heading && passage.depth == 1)
            return contains(passage.text, "决算") && contains(passage.text, "情况");
    }
    return false;
}

bool is_sure(const Reach& reach, const Told& told) {
    return is_told_of_filer(reach, told.first) && stands_in_section_of_accounts(reach, told.first);
}

} // namespace

void state_contained(const Reach& reach, Written& written) {
    const Names names(reach);
    for (std::size_t i = 0; i < contained_table.size(); ++i) {
        const Told& part = names.part(i);
        const Told& whole = names.whole(i);
        // Of several amounts of one name it is open which holds which.
        if (part.first == none || whole.first == none || !part.one || !whole.one) continue;
        const bool sure = is_sure(reach, part) && is_sure(reach, whole);
        const ReadSentence& read = reach.discourse.sentences[reach.said(part.first).sentence];
        state(written, {reach, read}, "part", "G03",
              {{.kind = Kind::at_most,
                .first = {term(reach, part.first)},
                .second = {term(reach, whole.first)}}},
              sure);
        written.draft.statements.back().severity = Severity::warning;
    }
}

} // namespace tieout::detail
