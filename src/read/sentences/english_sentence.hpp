// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_ENGLISH_SENTENCE_HPP
#define TIEOUT_SRC_READ_SENTENCES_ENGLISH_SENTENCE_HPP

// A sentence in English: its figures, the words around each, and what each does there. The words are those of
// vocabulary/english.cpp; here is only how they stand together.

#include "read/sentences/productions.hpp"
#include "read/vocabulary/english.hpp"

#include <span>
#include <string>
#include <vector>

namespace tieout::detail {

using Tokens = std::vector<std::string>;
using TokenSpan = std::span<const std::string>;

class EnglishSentence {
  public:
    /// What a figure does in its sentence.
    enum class Role : std::uint8_t {
        level,
        base,   ///< from it something changed: of the year before, or of the budget
        to,     ///< to it something changed
        change, ///< by so much
        rate,   ///< by so many percent
        share,  ///< percent of something
        other
    };
    struct One {
        std::size_t spot = 0;
        /// Between the figure before, or the beginning of the sentence, and this one; and behind it.
        Tokens before{};
        Tokens after{};
        Role role = Role::other;
        /// Which way something went, as its words say: −1 less, +1 more.
        int direction = 0;
        /// Its words speak of what was planned.
        bool budget = false;
        /// A bracket opens right before it.
        bool bracketed = false;
    };

    /// The figures from spot `begin` to `end` of what the grammar of marks calls a sentence.
    EnglishSentence(const Scene& scene, std::size_t begin, std::size_t end);

    [[nodiscard]] const Scene& scene() const noexcept { return scene_; }
    [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
    [[nodiscard]] const One& operator[](std::size_t k) const { return all_[k]; }
    [[nodiscard]] bool is(std::size_t k, Role role) const { return k < size() && all_[k].role == role; }
    /// The words of its own clause, behind the last mark before it.
    [[nodiscard]] TokenSpan clause(std::size_t k) const;

    [[nodiscard]] bool known(std::size_t k) const { return scene_.reach.known(said(k)); }
    [[nodiscard]] bool is_percent(std::size_t k) const { return sort(k) == Sort::percent; }
    [[nodiscard]] bool is_points(std::size_t k) const { return sort(k) == Sort::points; }
    [[nodiscard]] bool is_amount(std::size_t k) const;
    /// Figures of one unit, as far as units differ in more than their size.
    [[nodiscard]] bool alike(std::size_t a, std::size_t b) const;
    [[nodiscard]] MentionTerm of(std::size_t k, int coefficient = 1) const {
        return term(scene_.reach, said(k), coefficient);
    }
    [[nodiscard]] MentionId id(std::size_t k) const { return id_of(scene_.reach, said(k)); }

  private:
    [[nodiscard]] SaidId said(std::size_t k) const { return scene_.said_at(all_[k].spot); }
    [[nodiscard]] Sort sort(std::size_t k) const { return scene_.spot(all_[k].spot).numeral.sort; }
    void find_role(std::size_t k);
    void find_role_of_percent(std::size_t k, bool by);
    [[nodiscard]] bool is_base(std::size_t k) const;
    [[nodiscard]] TokenSpan told_behind(std::size_t k) const;

    const Scene& scene_;
    std::vector<One> all_{};
};

/// Where the sentence behind the first that ends in words begins: behind a point, at a capital letter; npos if none ends.
[[nodiscard]] std::size_t end_of_english_sentence(std::string_view words, std::size_t from) noexcept;
/// Which way words say that something went, the first of them; 0 if they say none.
[[nodiscard]] int direction_in(TokenSpan tokens);
/// Whether words say that the figures behind them make the one before.
[[nodiscard]] bool opens_parts(const Tokens& before);

} // namespace tieout::detail

#endif
