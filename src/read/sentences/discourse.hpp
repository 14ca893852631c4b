// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_DISCOURSE_HPP
#define TIEOUT_SRC_READ_SENTENCES_DISCOURSE_HPP

// What has been mentioned in the document, with the sentences in which it stands. Productions look things up in it; only
// the reading of mentions adds to it.

#include "read/draft/draft.hpp"
#include "read/sentences/structure.hpp"
#include "read/vocabulary/labels.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::detail {

/// A figure that was mentioned, by its place in Discourse::said.
using SaidId = std::uint32_t;

/// One figure of a sentence, or of a table.
struct Said {
    MentionId mention = no_mention;
    Label label{};
    Task task = Task::level;
    /// The year that it is of, as far as words say; 0 if none does.
    int year = 0;
    /// Its words say a phase.
    bool phase_stated = false;
    std::uint32_t passage = 0;
    /// Its sentence, and its place there; none in a table.
    std::uint32_t sentence = none;
    std::uint32_t spot = none;
};

/// A sentence and what stands around it.
struct ReadSentence {
    Sentence sentence{};
    std::uint32_t passage = 0;
    /// What was said of each spot.
    std::vector<SaidId> said{};
    std::string context{};
    /// 收入总计中，: what the figures from that spot on are parts of, as the words say.
    std::string_view within{};
    std::uint32_t within_from = 0;
};

/// A paragraph that holds sentences.
struct ReadPassage {
    std::string_view text{};
    /// How deep its number is, 0 if it has none, and which one it is.
    int depth = 0;
    int number = 0;
    /// The paragraph that it is an item of: its place in Discourse::passages.
    std::uint32_t head = none;
    std::uint32_t first_sentence = 0;
    std::uint32_t last_sentence = 0; ///< behind the last
    bool heading = false;
    /// It ends in a colon: what follows are its parts.
    bool announces = false;
    std::string fund{}; ///< that the announcement names
    /// The class that an item names: 教育支出（类）…; and that its figures stand in the next line.
    std::string_view class_words{};
    bool told_below = false;
    /// The paragraph before ends in a semicolon: its list goes on.
    bool continues = false;
    /// The part of a filing that the headings above it speak of.
    std::string topic{};
};

struct Discourse {
    std::vector<Said> said{};
    std::vector<ReadSentence> sentences{};
    std::vector<ReadPassage> passages{};
    std::unordered_map<std::string, std::vector<SaidId>> by_key{};
    /// The year that the document is of; 0 if unknown.
    int year = 0;
};

/// Whether figures of both can be added: one dimension, and what is counted is the same thing.
[[nodiscard]] bool addable(const Figure& a, const Figure& b) noexcept;

/// What a production sees.
struct Reach {
    const Discourse& discourse;
    const Draft& draft;

    [[nodiscard]] const Said& said(SaidId id) const { return discourse.said[id]; }
    [[nodiscard]] const Mention& mention(SaidId id) const {
        return draft.mentions[discourse.said[id].mention];
    }
    [[nodiscard]] const Figure& figure(SaidId id) const { return mention(id).figure; }
    [[nodiscard]] bool known(SaidId id) const { return figure(id).known(); }

    /// What was said of a mention; none of one that neither a sentence nor a table made.
    [[nodiscard]] SaidId said_of(MentionId mention) const;

    /// Same subject, fund and body, as far as both say one.
    [[nodiscard]] bool same_subject(SaidId a, SaidId b) const;
    /// Nothing that both say of fund, body and part of the year differs.
    [[nodiscard]] bool same_scope(SaidId a, SaidId b) const;

    /// Latest first, the levels of that key that were said before `before` and pass the test.
    template <class Test>
    [[nodiscard]] SaidId latest(const std::string& key, SaidId before, Test test) const {
        constexpr std::size_t looked_back_max = 200;
        const auto found = discourse.by_key.find(key);
        if (found == discourse.by_key.end()) return none;
        const std::vector<SaidId>& all = found->second;
        auto at = std::lower_bound(all.begin(), all.end(), before);
        for (std::size_t looked = 0; at != all.begin() && looked < looked_back_max; ++looked) {
            --at;
            if (test(*at)) return *at;
        }
        return none;
    }
    /// The first level of that key that is said behind `behind` in the same paragraph and passes the test.
    template <class Test>
    [[nodiscard]] SaidId next(const std::string& key, SaidId behind, Test test) const {
        constexpr std::size_t looked_ahead_max = 40;
        const auto found = discourse.by_key.find(key);
        if (found == discourse.by_key.end()) return none;
        const std::vector<SaidId>& all = found->second;
        auto at = std::upper_bound(all.begin(), all.end(), behind);
        for (std::size_t looked = 0; at != all.end() && looked < looked_ahead_max; ++looked, ++at) {
            if (said(*at).passage != said(behind).passage) return none;
            if (test(*at)) return *at;
        }
        return none;
    }
};

/// Whether a mention is of what was before the time that is spoken of.
[[nodiscard]] inline bool is_prior(const Mention& mention) noexcept { return mention.phase == Phase::prior; }
[[nodiscard]] inline bool is_budget(const Mention& mention) noexcept {
    return mention.phase == Phase::initial || mention.phase == Phase::adjusted;
}

} // namespace tieout::detail

#endif
