// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_SENTENCES_STRUCTURE_HPP
#define TIEOUT_SRC_READ_SENTENCES_STRUCTURE_HPP

// The structure of a paragraph, before anything is known of what it means: sentences, their clauses, the figures in them
// with the words that name them, lists and what they divide, movements (a change, its rate and its base), and figures
// that stand in one order with others.

#include "read/document/document.hpp"
#include "read/vocabulary/openers.hpp"
#include "read/vocabulary/phrases.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// Limits that keep a hostile document linear; no report comes near.
inline constexpr std::size_t members_max = 300;  ///< of one list in a sentence
inline constexpr std::size_t candidates_max = 8; ///< levels that something may be of
inline constexpr std::size_t nesting_max = 16;   ///< lists within lists
inline constexpr std::size_t words_max = 600;    ///< bytes before a figure that are looked at
/// Figures before one that what is said of it may be of. A clause names what it is of not far away; in a sentence without end
/// what is farther is not looked at.
inline constexpr std::size_t spots_looked_back_max = 60;
/// The same of runs of figures that others may be in the order of.
inline constexpr std::size_t runs_looked_back_max = 12;

/// Marks between figures, the weakest first.
enum class Mark : std::uint8_t { none, pause, comma, semicolon };

inline constexpr std::uint32_t none = 0xFFFF'FFFF;

/// One figure in its sentence. Places are bytes of the paragraph.
struct Spot {
    Numeral numeral{};
    /// Where the words before it begin: behind the figure before it, or at the beginning of the sentence.
    std::uint32_t gap = 0;
    /// The words that name it.
    std::string_view label{};
    /// 年初核定29万元的是公务用车运行维护费: what a clause names behind its figures.
    std::string_view named_behind{};
    Task task = Task::level;
    PhraseMatch match{};
    /// Highest mark since the level before it.
    Mark mark = Mark::none;
    /// Brackets that it stands in.
    std::uint32_t depth = 0;
    std::uint32_t clause = 0;
    /// The list that it is a member of, the movement and the run that it belongs to.
    std::uint32_t list = none;
    std::uint32_t movement = none;
    std::uint32_t run = none;
    /// The level that stands next before it outside of brackets that were closed since.
    std::uint32_t after = none;
    /// Added or taken off in a reckoning in words: 加上, 减去.
    std::int8_t sign = 0;
    /// The later of two figures with nothing but a stroke between them: 5.1/4.9.
    bool behind_stroke = false;
    /// It stands alone in brackets that its name stands before.
    bool in_own_brackets = false;
    /// The sentence gives it as a reason, or as what something led to.
    bool reason = false;
};

/// Words between two marks. Brackets are clauses of their own.
struct Clause {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t depth = 0;
    bool has_figure = false;
};

/// A list that a word, a colon or a bracket opens.
struct List {
    const Opener* opener = nullptr;
    Opening opening = Opening::bare;
    bool bracket = false;
    /// 等, 及其他: there is more than it says.
    bool left_open = false;
    /// Where it ends is not certain.
    bool unsure = false;
    /// What it may divide, nearest first: spots of its sentence. None where it stands in the sentence before.
    std::vector<std::uint32_t> totals{};
    struct Member {
        std::uint32_t spot;
        Mark mark;      ///< the highest mark before it since the member before
        bool taken_off; ///< 减：
    };
    std::vector<Member> members{};
    /// The list around it.
    std::uint32_t outer = none;
    Mark mark_before = Mark::none;
};

/// What is said of one change: 比上年（base）增加 d（change），增长 p%（rate）.
struct Movement {
    std::uint32_t base = none;
    std::uint32_t to = none;
    std::uint32_t change = none;
    std::uint32_t rate = none;
    /// The first of its spots.
    std::uint32_t first = none;
    /// The words that name what changed, and what from.
    std::string_view subject{};
    std::string_view than{};
    /// What stands between the clause before and the movement is a clause without a figure.
    bool stands_apart = false;
    /// 按可比口径, 剔除疫情影响后: what it is from is not printed, or may not be.
    bool other_basis = false;
    std::uint32_t list = none;
};

/// Figures that follow each other with nothing but 、 and 和 between them: 分别为3万元、2万元和1万元.
struct Run {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    /// 分别, 依次.
    bool respectively = false;
};

struct Sentence {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view text{}; ///< of the paragraph
    std::vector<Spot> spots{};
    std::vector<Clause> clauses{};
    std::vector<List> lists{};
    std::vector<Movement> movements{};
    std::vector<Run> runs{};
    /// The paragraph ends within it.
    bool cut = false;

    [[nodiscard]] std::string_view words(std::uint32_t from, std::uint32_t to) const noexcept {
        return from < to ? text.substr(from, to - from) : std::string_view();
    }
    /// Between the figure before it, or the beginning of the sentence, and a figure.
    [[nodiscard]] std::string_view words_before(const Spot& spot) const noexcept {
        return words(spot.gap, spot.numeral.begin);
    }
    /// Between the figure at `at` and the next, or the end of the sentence.
    [[nodiscard]] std::string_view words_behind(std::size_t at) const noexcept {
        return words(spots[at].numeral.end, at + 1 < spots.size() ? spots[at + 1].numeral.begin : end);
    }
};

/// Whether a figure is an amount or a count of its own, which lists may hold and divide.
[[nodiscard]] bool is_level(Task task) noexcept;

/// The sentences of a paragraph that hold figures or end the paragraph; `from` is where its words begin, `of_all` the unit that
/// headings give to figures without one.
[[nodiscard]] std::vector<Sentence> sentences_of(std::string_view paragraph, std::size_t from,
                                                 const std::optional<Unit>& of_all = std::nullopt);

/// Whether a clause at `at` that names nothing may be of what a list divides as well as of `nearest`, the level before it: 支出
/// 1200万元，其中A 800万元、B 400万元，比上年增长20%. It is behind the last member, and no member before it has such a clause.
[[nodiscard]] bool may_be_of_its_whole(const Sentence& sentence, std::size_t nearest,
                                       std::size_t at) noexcept;
/// Whether another amount is told right beside `nearest`, of which nothing is said: 男生1600人，女生1400人，比上年增加200人 is of
/// one of them, or of both.
[[nodiscard]] bool told_beside(const Sentence& sentence, std::size_t nearest, std::size_t at);
/// Whether the words from behind `nearest`, or from the beginning of the sentence if that is `none`, to the figure at `at` name
/// something else than `key`, which is told without an amount of its own: 三公经费31万元，其中接待费减少1万元，比上年下降10%.
[[nodiscard]] bool names_another(const Sentence& sentence, std::size_t nearest, std::size_t at,
                                 const std::string& key);
/// Whether the words before a figure give figures to names one by one, 分别, and it is in no such order itself: which of them it
/// belongs to is open.
[[nodiscard]] bool may_be_of_another_in_order(const Sentence& sentence, std::size_t at) noexcept;
/// Whether the words between the figure before and this one speak of several together: 合计, 总体, 两项.
[[nodiscard]] bool speaks_of_all(const Sentence& sentence, std::size_t at) noexcept;

/// The movements of a sentence whose figures have their tasks.
void find_movements(Sentence& sentence);
/// The lists of a sentence whose figures have their tasks.
void find_lists(Sentence& sentence);

} // namespace tieout::detail

#endif
