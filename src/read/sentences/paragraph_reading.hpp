// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_PARAGRAPH_READING_HPP
#define TIEOUT_SRC_READ_SENTENCES_PARAGRAPH_READING_HPP

// What the mentions of one paragraph are made with: what was carried along from words before, and the steps that several
// sorts of mentions share.

#include "read/sentences/discourse.hpp"
#include "read/sentences/headings.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// What words say of all figures behind them in their sentence.
struct Carried {
    int year = 0;
    bool previous = false;
    std::string part_of_year{};
    std::string fund{};
    /// The fund whose account begins with what was carried over: 政府性基金年初结转1万元，本年收入…，本年支出….
    std::string account{};
    std::string body{};
};

/// What the reading of one paragraph needs.
struct ParagraphReading {
    const Page& page;
    const Passage& passage;
    const Headings& headings;
    Discourse& discourse;
    Draft& draft;
    std::uint32_t index = 0; ///< of the paragraph
    /// The levels of the last sentence that had any, and the body that the paragraph speaks of.
    std::vector<SaidId> before{};
    std::string body{};
    /// It states a total of the whole body.
    bool total_of_body = false;
};

/// The id of the sentence; its words are kept.
[[nodiscard]] std::string context_of(const Sentence& sentence, Draft& draft);
/// 3个科室: what is counted stands behind the unit.
[[nodiscard]] std::string named_behind(std::string_view after);
/// 收入总计中，: the words of a clause that says of what all behind it are parts.
[[nodiscard]] std::string_view within_in(std::string_view words);
/// The words from the last mark that parts clauses to `end`, brackets within them.
[[nodiscard]] std::string_view words_to(const Sentence& sentence, std::uint32_t end);
/// Words between two figures that hold none: 2022年，总收入…; 政府性基金预算支出中，基本支出….
void carry(std::string_view words, Carried& carried);
/// The mention of a figure as printed.
[[nodiscard]] Mention mention_of(const ParagraphReading& reading, const ReadSentence& read, const Spot& spot);
/// Adds a mention to the draft and to what was said.
SaidId say(ParagraphReading& reading, ReadSentence& read, Said said, Mention mention);
void copy_subject(const Said& from, const Mention& mention_from, Said& said, Mention& mention);
void take_subject(const Label& label, Said& said, Mention& mention);
/// Year and part of the year become phase and period.
void settle_period(const Discourse& discourse, Said& said, Mention& mention, bool previous, int year,
                   const std::string& part);
/// What a label without a subject of its own is of: what was spoken of right before; none if nothing was.
[[nodiscard]] SaidId topic_of(const ParagraphReading& reading, const ReadSentence& read, const Spot& spot);
/// Mentions an amount or a count of its own.
void mention_level(ParagraphReading& reading, ReadSentence& read, std::size_t index, Label label,
                   Carried& carried);

} // namespace tieout::detail

#endif
