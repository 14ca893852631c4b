// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_PRODUCTIONS_HPP
#define TIEOUT_SRC_READ_SENTENCES_PRODUCTIONS_HPP

// What the words of a sentence state of its figures, one production for each family of phrases. Each sees what has been
// mentioned and writes statements; none looks at whether numbers fit.

#include "read/sentences/discourse.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::detail {

/// A whole and its parts, as far as the document says which they are.
struct Breakdown {
    /// What may be the whole, the likeliest first.
    std::vector<SaidId> totals{};
    struct Part {
        SaidId said;
        Mark mark = Mark::comma;
        bool taken_off = false;
    };
    std::vector<Part> parts{};
    Opening opening = Opening::bare;
    bool left_open = false;
    /// Where it ends, or what it divides, is not certain.
    bool unsure = false;
    bool bracket = false;
    /// Its totals stand in another sentence, and several may be divided.
    bool apart = false;
    bool several_totals = false;
    /// Its parts are named down to the last level of their classification, one by one: what does not add up is to be looked at.
    bool classified = false;
    /// No word brings whole and parts together, which stand in different paragraphs.
    bool scattered = false;
    std::string_view code = "G03";
};

/// What a production may add to.
struct Written {
    Draft& draft;
    /// One amount of each unit that is told of a body of its own, and how many mentions were looked at for that.
    std::vector<MentionId> of_bodies{};
    std::size_t looked_at = 0;
    /// What was divided, so that none is stated twice, and which of them has a total or a part.
    std::vector<Breakdown> divisions{};
    std::unordered_map<SaidId, std::vector<std::size_t>> by_total{};
    std::unordered_map<SaidId, std::size_t> by_part{};

    void divided(Breakdown breakdown);
    /// The last that divides it, or that it is a part of, into more than one part; null if none does.
    [[nodiscard]] const Breakdown* division_of(SaidId total) const;
    [[nodiscard]] const Breakdown* division_with(SaidId part) const;
    [[nodiscard]] bool knows(const Breakdown& breakdown) const;
};

/// A sentence in what is being read.
struct Scene {
    Reach reach;
    const ReadSentence& read;

    [[nodiscard]] const Sentence& sentence() const noexcept { return read.sentence; }
    [[nodiscard]] const Spot& spot(std::size_t at) const noexcept { return read.sentence.spots[at]; }
    /// Which sentence of the document it is.
    [[nodiscard]] std::uint32_t number() const noexcept {
        return static_cast<std::uint32_t>(&read - reach.discourse.sentences.data());
    }
    [[nodiscard]] SaidId said_at(std::size_t at) const noexcept { return read.said[at]; }
    /// What is mentioned at a spot, and the spot of a mention; no mention, and how many spots there are, if there is none.
    [[nodiscard]] MentionId mention_at(std::size_t at) const {
        return said_at(at) == none ? no_mention : reach.said(said_at(at)).mention;
    }
    [[nodiscard]] std::size_t spot_of(MentionId mention) const {
        std::size_t at = 0;
        while (at < read.said.size() && (said_at(at) == none || mention_at(at) != mention)) ++at;
        return at;
    }
};

// ── helpers that several families share ──

[[nodiscard]] MentionTerm term(const Reach& reach, SaidId said, int coefficient = 1);
[[nodiscard]] MentionId id_of(const Reach& reach, SaidId said);
/// Adds a statement that has readings.
void state(Written& written, const Scene& scene, std::string_view word, std::string_view code,
           std::vector<Reading> readings, bool whole);
/// How far back from a figure what it may be of is looked for.
[[nodiscard]] constexpr std::size_t reach_back(std::size_t from) noexcept {
    return from > spots_looked_back_max ? from - spots_looked_back_max : 0;
}
/// Whether a spot is a level that may be of something: no price, no base, nothing told as a reason.
[[nodiscard]] bool is_free_level(const Scene& scene, std::size_t spot);
/// Whether it is a budget that has a name of its own: 会议费预算, and not 年初预算.
[[nodiscard]] bool is_named_budget(const Reach& reach, SaidId said);
/// The nearest such level before a spot at its depth, or none.
[[nodiscard]] std::uint32_t level_before(const Scene& scene, std::size_t spot);
/// The year that a mention is of, as far as known: 0 if not.
[[nodiscard]] int year_of(const Reach& reach, SaidId said);
/// The totals of the lists around a spot, the innermost first.
[[nodiscard]] std::vector<SaidId> totals_around(const Scene& scene, std::size_t spot);
/// 收入总计中，: what a spot is a part of by such words, where it was mentioned.
[[nodiscard]] std::vector<SaidId> whole_within(const Scene& scene, std::size_t spot);
/// Levels of the last sentence before this one, in its paragraph, that are in no list.
[[nodiscard]] std::vector<SaidId> levels_of_sentence_before(const Scene& scene);
/// Levels of the paragraph that this one is an item of.
[[nodiscard]] std::vector<SaidId> levels_of_head(const Scene& scene);
/// The budget of a level, as words name it; the paragraph goes first. none if there is none.
[[nodiscard]] SaidId budget_of(const Scene& scene, SaidId level, std::string_view words);
/// The plain word for all that was spent or received: 支出 of /expenditure; empty for any other key.
[[nodiscard]] std::string_view side_named(std::string_view key) noexcept;
/// The amount that an item of a class begins with, where the final account that is told of it is another; none if there is none.
[[nodiscard]] SaidId amount_of_item(const Scene& scene, SaidId spent);
/// The level of the same subject that a change of `level` starts from, by the words for it; none if there is none.
[[nodiscard]] SaidId base_of(const Scene& scene, SaidId level, std::string_view words);
/// Whether what is said at a spot is said of that amount, as far as the words between them tell.
[[nodiscard]] bool says_it_of(const Scene& scene, SaidId of, std::size_t at);
/// Whether a level stands in the paragraph of the scene.
[[nodiscard]] bool in_paragraph(const Scene& scene, SaidId said);

/// What a movement is of, and from.
struct Resolved {
    /// What changed, the likeliest first, and whether the words leave no other.
    std::vector<SaidId> to{};
    bool bound = false;
    SaidId base = none;
    bool base_bound = false;
    SaidId change = none;
    SaidId rate = none;
    bool change_falls = false;
    bool rate_falls = false;
    bool either = false;
    bool from_budget = false;
};
/// One for each change that a movement tells of: several where figures stand in one order.
[[nodiscard]] std::vector<Resolved> resolve(const Scene& scene, const Movement& movement);

// ── productions ──

void state_lists(const Scene& scene, Written& written);
void state_juxtaposed(const Scene& scene, Written& written);
void state_reserved(const Scene& scene, Written& written);
void state_amounts_of_items(const Scene& scene, Written& written);
void state_items(const Reach& reach, std::uint32_t passage, Written& written);
void state_wholes(const Reach& reach, Written& written);
void state_bases_of_parts(const Reach& reach, Written& written);
void state_contained(const Reach& reach, Written& written);
void state_totals(const Scene& scene, Written& written);
void state_reckonings(const Scene& scene, Written& written);
void state_movements(const Scene& scene, Written& written);
void state_changes_of_parts(const Scene& scene, Written& written);
void state_shares(const Scene& scene, Written& written);
void state_rates(const Scene& scene, Written& written);
/// The rate at a spot whose name says what is counted: 办结率. And an amount for each of what is counted: 人均.
void state_named_rate(const Scene& scene, std::size_t at, std::string_view name, Written& written);
void state_average(const Scene& scene, std::size_t at, Written& written);
void state_multiples(const Scene& scene, Written& written);
void state_remarks(const Scene& scene, Written& written);
void state_savings(const Scene& scene, Written& written);
void state_balances(const Scene& scene, Written& written);
void state_stocks(const Scene& scene, Written& written);
void state_counterparts(const Scene& scene, Written& written);
void state_series(const Scene& scene, Written& written);
void state_differences(const Scene& scene, Written& written);
void state_in_another_unit(const Scene& scene, Written& written);
void state_english(const Scene& scene, Written& written);
void state_accounts(const Scene& scene, Written& written);
void state_prices(const Scene& scene, Written& written);
void state_points(const Scene& scene, Written& written);
void state_scores(const Scene& scene, Written& written);
void state_same(const Scene& scene, Written& written);

/// States that parts make a whole, or are parts of it, as far as the words go.
void state_division(const Scene& scene, Breakdown division, Written& written);

} // namespace tieout::detail

#endif
