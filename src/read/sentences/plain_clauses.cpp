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
    static constexpr std::pair<std::string_view, Says> all[] = {
        {"change", Says::change},         {"growth", Says::change},        {"share", Says::share},
        {"completion", Says::completion}, {"saving", Says::saving},        {"saving_rate", Says::saving},
        {"average", Says::average},       {"product", Says::product},      {"rate", Says::rate},
        {"balance", Says::account},       {"carried_over", Says::account}, {"reckoned", Says::account},
        {"supplemented", Says::account},  {"compared", Says::compared}};
    for (const auto& [name, says] : all)
        if (name == word) return says;
    return std::nullopt;
}

/// The clauses of words, as marks divide them; the last is what stands behind the last mark.
std::vector<std::string_view> clauses_of(std::string_view words) {
    static constexpr std::array<std::string_view, 4> marks{"，", "；", "：", "。"};
    std::vector<std::string_view> clauses;
    while (true) {
        std::size_t end = words.npos;
        std::size_t size = 0;
        for (const std::string_view mark : marks)
            if (const std::size_t at = find_words(words, mark); at < end) {
                end = at;
                size = mark.size();
            }
        clauses.push_back(words.substr(0, end));
        if (end == words.npos) return clauses;
        words.remove_prefix(end + size);
    }
}

class Clauses {
  public:
    Clauses(const Scene& scene, const Statement& statement)
        : scene_(scene), sentence_(scene.sentence()), word_(statement.word),
          reading_(statement.readings.front()), what_(said_by(statement.word)) {
        const bool own_name = what_ == Says::rate;
        add(reading_.subject, own_name);
        for (const MentionTerm& term : reading_.first) add(term.figure, true);
        for (const MentionTerm& term : reading_.second) add(term.figure, true);
        std::sort(operands_.begin(), operands_.end());
    }

    [[nodiscard]] bool are_plain() {
        if (operands_.empty()) return true;
        if (word_ == "sum" || word_ == "total") return tells_all_parts();
        if (!what_) return true;
        if (*what_ == Says::account && tells_other_amounts()) return false;
        if (*what_ == Says::change && changes_back()) return false;
        if (*what_ == Says::share && is_sign_in_brackets()) return false;
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
        for (std::size_t i = 0; i < scene_.read.said.size(); ++i) {
            if (mention_at(i) != id) continue;
            operands_.push_back(i);
            named = named && sentence_.spots[i].task != Task::base;
        }
        // 每季追加20万元 is added more than once.
        const std::string& name = scene_.reach.draft.mentions[id].subject;
        if (named && !name.empty() && !contains(name, "每")) names_.push_back(name);
    }
    [[nodiscard]] MentionId mention_at(std::size_t spot) const {
        const SaidId said = scene_.read.said[spot];
        return said == none ? no_mention : scene_.reach.said(said).mention;
    }
    [[nodiscard]] bool is_operand(std::size_t spot) const {
        return std::binary_search(operands_.begin(), operands_.end(), spot);
    }
    [[nodiscard]] const Figure& figure_at(std::size_t spot) const {
        return sentence_.spots[spot].numeral.figure;
    }

    /// Words that name one of the figures as its own do.
    void more_names() {
        if (*what_ == Says::account) return;
        std::vector<std::string_view> words;
        for (const std::size_t i : operands_) {
            const Spot& spot = sentence_.spots[i];
            if (spot.movement != none) words.push_back(sentence_.movements[spot.movement].subject);
            words.push_back(spot.match.whole);
            if (mention_at(i) != reading_.subject) words.push_back(spot.label);
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
        std::vector<std::string_view> clauses = clauses_of(sentence_.words(spot.gap, spot.numeral.begin));
        // An amount is called what it is called; the name of what is stated must be one of its kind, as must those of an account.
        const bool stated =
            mention_at(at) == reading_.subject || *what_ == Says::account || spot.task == Task::base;
        if (!is_operand(at) || (is_level(spot.task) && !stated)) clauses.pop_back();
        return std::all_of(clauses.begin(), clauses.end(), [&](std::string_view clause) {
            static constexpr std::array<std::string_view, 4> joins{"、", "和", "与", "及"};
            return is_reason(clause) || is_any(clause, joins) || is_plain(clause, *what_, names_);
        });
    }

    /// 节约资金5万元用于安装: the words between the last figure and the mark behind it.
    [[nodiscard]] bool is_plain_behind() const {
        const std::size_t last = operands_.back();
        const std::uint32_t end =
            last + 1 < sentence_.spots.size() ? sentence_.spots[last + 1].numeral.begin : sentence_.end;
        std::string_view words = sentence_.words(sentence_.spots[last].numeral.end, end);
        for (const std::string_view mark : {"，", "；", "：", "。", "（", "、", "和", "及"})
            words = words.substr(0, find_words(words, mark));
        return is_plain(words, *what_, names_);
    }

    /// Whether the sentence tells an amount that the account leaves out: 年末结转25万元，其余5万元缴库.
    [[nodiscard]] bool tells_other_amounts() const {
        for (std::size_t i = 0; i < sentence_.spots.size(); ++i)
            if (figure_at(i).unit.dimension == Dimension::money && !is_operand(i)) return true;
        return false;
    }

    /// Whether another change follows that goes the other way: 由45人增加到47人，增加5人、减少3人.
    [[nodiscard]] bool changes_back() const {
        const Spot& last = sentence_.spots[operands_.back()];
        for (std::size_t i = operands_.front(); i < sentence_.spots.size(); ++i) {
            const Spot& spot = sentence_.spots[i];
            if (is_operand(i) || !addable(figure_at(i), last.numeral.figure)) continue;
            if (i > operands_.back() && i - operands_.back() == 1 && spot.depth == last.depth &&
                (spot.mark == Mark::pause || direction_at(behind_mark(i)) != 0))
                return true;
        }
        return false;
    }
    [[nodiscard]] std::string_view behind_mark(std::size_t at) const {
        std::string_view words =
            clauses_of(sentence_.words(sentence_.spots[at].gap, sentence_.spots[at].numeral.begin)).back();
        for (const std::string_view mark : {"、", "和", "，"})
            if (begins_with(words, mark)) words.remove_prefix(mark.size());
        return words;
    }

    /// 工资60万元（+5%）, or 括号内为完成率: what stands in brackets is no share.
    [[nodiscard]] bool is_sign_in_brackets() const {
        if (contains(sentence_.words(sentence_.begin, sentence_.end), "括号")) return true;
        return std::any_of(sentence_.spots.begin(), sentence_.spots.end(), [&](const Spot& spot) {
            const std::string_view before = sentence_.words(spot.gap, spot.numeral.begin);
            return spot.numeral.sort == Sort::percent && before.starts_with("（") &&
                   (before.ends_with("+") || sign(spot.numeral.figure.value) < 0);
        });
    }

    /// Whether a list has no member without an amount: 由建安工程费70万元、设备费20万元及预备费组成.
    [[nodiscard]] bool tells_all_parts() const {
        std::size_t last = operands_.front();
        for (const std::size_t i : operands_)
            if (mention_at(i) != reading_.subject) last = std::max(last, i);
        // 由中央资金、省级资金20万元和县级资金10万元组成
        for (const std::size_t i : operands_) {
            if (mention_at(i) == reading_.subject) continue;
            std::string_view words =
                clauses_of(sentence_.words(sentence_.spots[i].gap, sentence_.spots[i].numeral.begin)).back();
            if (begins_with(words, "、")) words.remove_prefix(std::string_view("、").size());
            if (contains(words, "、")) return false;
        }
        if (tells_other_shares()) return false;
        const bool at_end = last + 1 == sentence_.spots.size();
        const std::uint32_t end = at_end ? sentence_.end : sentence_.spots[last + 1].numeral.begin;
        const std::vector<std::string_view> behind =
            clauses_of(sentence_.words(sentence_.spots[last].numeral.end, end));
        static constexpr std::array<std::string_view, 5> joins{"、", "和", "及", "与", "以及"};
        const bool goes_on = (at_end || behind.size() > 1) && !begins_with_any(behind.front(), joins).empty();
        for (std::size_t i = 0; i < behind.size(); ++i)
            if ((at_end || i + 1 < behind.size()) && names_the_rest(behind[i])) return false;
        return !goes_on;
    }

    /// 基本支出60万元、占60%，上缴上级支出占10%, or 两项合计占总支出的90%: what has a share has an amount, which the list leaves out.
    [[nodiscard]] bool tells_other_shares() const {
        return std::any_of(sentence_.spots.begin(), sentence_.spots.end(), [&](const Spot& spot) {
            if (spot.task != Task::share) return false;
            std::string_view name = clauses_of(sentence_.words(spot.gap, spot.numeral.begin)).back();
            name = name.substr(0, find_words(name, "占"));
            if (begins_with(name, "、")) name.remove_prefix(std::string_view("、").size());
            return !is_plain(name, Says::share, names_);
        });
    }

    const Scene& scene_;
    const Sentence& sentence_;
    std::string_view word_;
    const Reading& reading_;
    std::optional<Says> what_;
    std::size_t figures_ = 0;
    /// Spots of the sentence, in their order.
    std::vector<std::size_t> operands_{};
    std::vector<std::string_view> names_{};
};

} // namespace

bool clauses_are_plain(const Scene& scene, const Statement& statement) {
    return Clauses(scene, statement).are_plain();
}

} // namespace tieout::detail
