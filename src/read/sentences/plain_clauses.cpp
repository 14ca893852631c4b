// SPDX-License-Identifier: MIT
// Whether the clauses of what a sentence states consist of known words only, and tell nothing else that would belong to it.

#include "read/sentences/evidence.hpp"

#include "read/vocabulary/plain.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace tieout::detail {

namespace {

std::optional<Says> said_by(std::string_view word) noexcept {
    static constexpr std::pair<std::string_view, Says> all[] = {{"change", Says::change},
                                                                {"growth", Says::change},
                                                                {"share", Says::share},
                                                                {"completion", Says::completion},
                                                                {"saving", Says::saving},
                                                                {"saving_rate", Says::saving},
                                                                {"average", Says::average},
                                                                {"product", Says::product},
                                                                {"rate", Says::rate},
                                                                {"balance", Says::account},
                                                                {"carried_over", Says::account},
                                                                {"reckoned", Says::account},
                                                                {"supplemented", Says::account},
                                                                {"same", Says::rate},
                                                                {"points", Says::rate},
                                                                {"compared", Says::compared}};
    for (const auto& [name, says] : all)
        if (name == word) return says;
    return std::nullopt;
}

class Clauses {
  public:
    Clauses(const Scene& scene, const Statement& statement, Says what)
        : scene_(scene), sentence_(scene.sentence()), word_(statement.word),
          reading_(statement.readings.front()), what_(what) {
        const bool own_name = what_ == Says::rate;
        add(reading_.subject, own_name);
        for (const MentionTerm& term : reading_.first) add(term.figure, true);
        for (const MentionTerm& term : reading_.second) add(term.figure, true);
        std::sort(operands_.begin(), operands_.end());
    }

    [[nodiscard]] bool are_plain() {
        if (operands_.empty()) return true;
        if (what_ == Says::account && tells_other_amounts()) return false;
        if (what_ == Says::change && changes_back()) return false;
        if (what_ == Says::share && is_bare_in_brackets()) return false;
        const bool over_budget = what_ == Says::completion || what_ == Says::saving;
        if (over_budget && (tells_another_beside() || is_of_a_rest())) return false;
        if ((over_budget || what_ == Says::rate) && tells_part_of_year()) return false;
        if (what_ == Says::account && changes_phase()) return false;
        if ((what_ == Says::saving || what_ == Says::product) && tells_several_years()) return false;
        more_names();
        // What it is of may stand in a sentence before; then its own begins with what is said of it.
        const std::size_t from = operands_.size() >= figures_ ? operands_.front() + 1 : operands_.front();
        for (std::size_t i = from; i <= operands_.back(); ++i)
            if (!is_plain_before(i)) return false;
        return is_plain_behind();
    }

  private:
    void add(MentionId id, bool named) {
        if (id == no_mention) return;
        ++figures_;
        if (const std::size_t at = scene_.spot_of(id); at < sentence_.spots.size()) {
            operands_.push_back(at);
            named = named && sentence_.spots[at].task != Task::base;
        }
        // 每季追加20万元 is added more than once.
        const std::string& name = scene_.reach.draft.mentions[id].subject;
        if (named && !name.empty() && !contains(name, "每")) names_.push_back(name);
    }
    [[nodiscard]] bool is_operand(std::size_t spot) const {
        return std::binary_search(operands_.begin(), operands_.end(), spot);
    }
    [[nodiscard]] const Figure& figure_at(std::size_t spot) const {
        return sentence_.spots[spot].numeral.figure;
    }

    /// Words that name one of the figures as its own do.
    void more_names() {
        std::vector<std::string_view> words;
        for (const std::size_t i : operands_) {
            const Spot& spot = sentence_.spots[i];
            if (what_ == Says::account) {
                // What is added or taken off is called what it is called, unless that happens more than once.
                if (word_ == "reckoned" && scene_.mention_at(i) != reading_.subject &&
                    !contains(spot.label, "每"))
                    names_.push_back(spot.label);
                continue;
            }
            words.push_back(behind_marks(spot.match.before));
            if (spot.movement != none) words.push_back(sentence_.movements[spot.movement].subject);
            words.push_back(spot.match.whole);
            if (scene_.mention_at(i) != reading_.subject) words.push_back(spot.label);
        }
        for (const std::string_view name : words) {
            const Label label = label_of(name);
            if (label.subject.empty() || label.previous) continue;
            const auto is_of = [&](const MentionTerm& term) {
                return label.key == label_of(scene_.reach.draft.mentions[term.figure].subject).key;
            };
            if (std::any_of(reading_.first.begin(), reading_.first.end(), is_of) ||
                std::any_of(reading_.second.begin(), reading_.second.end(), is_of))
                names_.push_back(name);
        }
    }

    /// Whether the words between the figure before and this one are plain, or tell why.
    [[nodiscard]] bool is_plain_before(std::size_t at) const {
        const Spot& spot = sentence_.spots[at];
        std::vector<std::string_view> clauses = clauses_of(sentence_.words_before(spot));
        // An amount is called what it is called; the name of what is stated must be one of its kind, as must those of an account.
        const bool stated =
            scene_.mention_at(at) == reading_.subject || what_ == Says::account || spot.task == Task::base;
        const bool told = word_ != "points" && is_operand(at) && (!is_level(spot.task) || stated);
        if (told && !is_plain_clause(behind_marks(clauses.back()))) return false;
        clauses.pop_back();
        // A reason goes on as far as the clause that tells the figure.
        for (const std::string_view clause : clauses) {
            if (is_reason(clause)) return true;
            if (!is_plain_clause(clause)) return false;
        }
        return true;
    }

    /// A clause may say besides that an amount is what it was before, or what was planned.
    [[nodiscard]] bool is_plain_clause(std::string_view clause) const {
        return is_plain(clause, what_, names_) || is_plain(clause, Says::compared, names_);
    }

    /// 节约资金5万元用于安装: the words between the last figure and the mark behind it.
    [[nodiscard]] bool is_plain_behind() const {
        const std::string_view behind = sentence_.words_behind(operands_.back());
        // 办结率90%（不含未到期件）
        if (begins_with(behind, "（")) {
            std::string_view bracket = behind.substr(std::string_view("（").size());
            const std::size_t close = find_words(bracket, "）");
            if (close != bracket.npos && !is_plain_clause(bracket.substr(0, close))) return false;
        }
        // 减少30万元，含培训费减少10万元
        if (begins_with(behind, "，含")) return false;
        std::string_view words = behind;
        for (const std::string_view mark : {"，", "；", "：", "。", "（", "、", "和", "及"})
            words = words.substr(0, find_words(words, mark));
        return is_plain(words, what_, names_) && !qualifies(paragraph_words());
    }

    /// The words of the sentence, and of those around it in its paragraph that tell no figures: 注：以下增幅均按可比口径计算。
    [[nodiscard]] std::string_view paragraph_words() const {
        constexpr std::size_t longest = 1200;
        return sentence_.text.size() <= longest ? sentence_.text
                                                : sentence_.words(sentence_.begin, sentence_.end);
    }

    /// Whether the sentence tells an amount that the account leaves out: 年末结转25万元，其余5万元缴库.
    [[nodiscard]] bool tells_other_amounts() const {
        std::size_t from = operands_.front();
        while (from > 0 && !ends_behind(from - 1)) --from;
        for (std::size_t i = from; i < sentence_.spots.size(); ++i) {
            if (figure_at(i).unit.dimension == Dimension::money && !is_operand(i)) return true;
            if (i >= operands_.back() && ends_behind(i)) break;
        }
        return false;
    }
    /// Whether a semicolon stands between a figure and the next.
    [[nodiscard]] bool ends_behind(std::size_t at) const {
        return contains(sentence_.words_behind(at), "；");
    }

    /// Whether another change follows that goes the other way: 由45人增加到47人，增加5人、减少3人.
    [[nodiscard]] bool changes_back() const {
        const std::size_t own = operands_.back();
        const auto turns = [&](std::size_t other) {
            const PhraseMatch& match = sentence_.spots[other].match;
            return !is_operand(other) && sentence_.spots[other].task == Task::change && !match.has_base &&
                   match.fall != sentence_.spots[own].match.fall && addable(figure_at(other), figure_at(own));
        };
        if (own > 0 && sentence_.spots[own].task == Task::change && turns(own - 1)) return true;
        const std::size_t next = own + 1;
        if (next >= sentence_.spots.size()) return false;
        const Spot& spot = sentence_.spots[next];
        if (spot.depth != sentence_.spots[own].depth || !addable(figure_at(next), figure_at(own)))
            return false;
        std::string_view words = sentence_.words_before(spot);
        if (begins_with(words, "、")) return true;
        words = behind_last(words, clause_marks);
        static constexpr std::array<std::string_view, 6> years{"当年", "本年", "年内", "又", "同时", "另"};
        words.remove_prefix(begins_with_any(words, years).size());
        return direction_at(words) != 0;
    }
    static std::string_view behind_marks(std::string_view words) {
        words = behind_last(words, clause_marks);
        for (const std::string_view mark : {"、", "和", "，"})
            if (begins_with(words, mark)) words.remove_prefix(mark.size());
        return words;
    }

    /// 工资60万元（75%）: a percentage in brackets, without a word, may be any rate.
    [[nodiscard]] bool is_bare_in_brackets() const {
        return std::any_of(operands_.begin(), operands_.end(), [&](std::size_t i) {
            const Spot& spot = sentence_.spots[i];
            return scene_.mention_at(i) == reading_.subject && sentence_.words_before(spot) == "（";
        });
    }

    /// Whether what is stated is of another phase than what it is made of: 加上公用经费20万元，上年合计90万元.
    [[nodiscard]] bool changes_phase() const {
        if (word_ != "reckoned" || reading_.subject == no_mention) return false;
        const Phase from = scene_.reach.draft.mentions[reading_.first.front().figure].phase;
        const Phase to = scene_.reach.draft.mentions[reading_.subject].phase;
        return from != to && !(from == Phase::initial && to == Phase::adjusted);
    }

    /// 年末结转7万元，完成96%: what is left, planned or estimated is none of what was done.
    [[nodiscard]] bool is_of_a_rest() const {
        static constexpr std::array<std::string_view, 9> rests{"结转", "结余", "计划", "原来", "修订",
                                                               "余额", "未",   "估算", "短"};
        const auto is_rest = [&](const MentionTerm& term) {
            return contains_any(scene_.reach.draft.mentions[term.figure].subject, rests);
        };
        return std::any_of(reading_.first.begin(), reading_.first.end(), is_rest);
    }

    /// Whether the sentence tells, since the last semicolon, another amount that the rate could be of: 基本支出年初预算60万元，项目支出
    /// 年初预算40万元，支出决算90万元，完成年初预算的90%.
    [[nodiscard]] bool tells_another_beside() const {
        const std::size_t rate = operands_.back();
        if (sentence_.spots[rate].run != none) return false; // each of its own
        // 预算80万元，实际60万元，节约20万元，节约率25%: what was spent stands between.
        std::size_t spent = what_ == Says::saving && reading_.first.size() == 1 ? 1 : 0;
        for (std::size_t i = rate; i-- > reach_back(rate);) {
            const Spot& spot = sentence_.spots[i];
            if (ends_behind(i)) break;
            // 预算10万元，决算6.5万元，完成65%，其中：公务接待费预算4万元: of those it is said already.
            if (spot.task == sentence_.spots[rate].task && spot.depth <= sentence_.spots[rate].depth) break;
            if (is_operand(i) || !is_level(spot.task) || spot.depth != sentence_.spots[rate].depth) continue;
            if (scene_.mention_at(i) == no_mention || figure_at(i).unit.dimension != Dimension::money)
                continue;
            const Mention& mention = scene_.reach.draft.mentions[scene_.mention_at(i)];
            if (is_prior(mention) || is_same(i)) continue;
            if (spent == 0) return true;
            --spent;
        }
        return false;
    }
    /// Whether it is of what one of the figures is of: a budget beside what it was adjusted to. Two amounts that were spent are of
    /// two years: 本年决算数307万元，2022年为310万元，为预算的91.6%.
    [[nodiscard]] bool is_same(std::size_t at) const {
        const auto planned = [&](SaidId id) { return is_budget(scene_.reach.mention(id)); };
        const Said& said = scene_.reach.said(scene_.read.said[at]);
        return std::any_of(operands_.begin(), operands_.end(), [&](std::size_t i) {
            const Said& other = scene_.reach.said(scene_.read.said[i]);
            return is_level(other.task) && planned(scene_.read.said[at]) == planned(scene_.read.said[i]) &&
                   other.label.key == said.label.key && other.year == said.year &&
                   other.label.part_of_year == said.label.part_of_year && other.label.body == said.label.body;
        });
    }

    /// 上半年支出60万元，全年完成预算的90%
    [[nodiscard]] bool tells_part_of_year() const {
        return std::any_of(operands_.begin(), operands_.end(), [&](std::size_t i) {
            return !scene_.reach.said(scene_.read.said[i]).label.part_of_year.empty();
        });
    }

    /// 2024年预算80万元，2023年实际采购60万元，节约率10%
    [[nodiscard]] bool tells_several_years() const {
        int year = 0;
        return std::any_of(operands_.begin(), operands_.end(), [&](std::size_t i) {
            const Spot& spot = sentence_.spots[i];
            const int own =
                label_of(behind_last(sentence_.words_before(spot), clause_marks)).year.value_or(0);
            const bool differs = year != 0 && own != 0 && own != year;
            if (own != 0) year = own;
            return differs;
        });
    }

    const Scene& scene_;
    const Sentence& sentence_;
    std::string_view word_;
    const Reading& reading_;
    Says what_;
    std::size_t figures_ = 0;
    /// Spots of the sentence, in their order.
    std::vector<std::size_t> operands_{};
    std::vector<std::string_view> names_{};
};

} // namespace

bool clauses_are_plain(const Scene& scene, const Statement& statement) {
    const std::optional<Says> what = said_by(statement.word);
    return !what || Clauses(scene, statement, *what).are_plain();
}

} // namespace tieout::detail
