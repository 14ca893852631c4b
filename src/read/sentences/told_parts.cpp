// SPDX-License-Identifier: MIT
// Whether the words of a list name nothing that it leaves out.

#include "read/sentences/evidence.hpp"

#include "read/vocabulary/plain.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace tieout::detail {

namespace {

class ToldParts {
  public:
    ToldParts(const Scene& scene, const Statement& statement)
        : sentence_(scene.sentence()), reading_(statement.readings.front()) {
        for (const MentionTerm& term : reading_.first) {
            const std::string& name = scene.reach.draft.mentions[term.figure].subject;
            if (!name.empty()) names_.push_back(name);
            if (const std::size_t at = scene.spot_of(term.figure); at < sentence_.spots.size())
                parts_.push_back(at);
        }
        std::sort(parts_.begin(), parts_.end());
        if (reading_.subject != no_mention) total_ = scene.spot_of(reading_.subject);
    }

    [[nodiscard]] bool are_all() const {
        if (parts_.empty()) return true;
        return !lacks_units() && !holds_more() && !joins_names() && !shares_tell_more() && !goes_on() &&
               !reckons_more();
    }

  private:
    [[nodiscard]] bool has_total() const { return total_ < sentence_.spots.size(); }
    /// The words of its clause before a figure.
    [[nodiscard]] std::string_view words_before(std::size_t at) const {
        return behind_last(sentence_.words_before(sentence_.spots[at]), clause_marks);
    }
    [[nodiscard]] static std::string_view without_marks(std::string_view words) {
        for (const std::string_view mark : {"）", "、"})
            if (begins_with(words, mark)) words.remove_prefix(mark.size());
        return words;
    }

    /// 分别为75.77、100.85、872.99万元，合计1049.61万元: figures between that have no unit may be parts.
    [[nodiscard]] bool lacks_units() const {
        if (!has_total()) return false;
        for (std::size_t i = parts_.front(); i < total_; ++i)
            if (sentence_.spots[i].numeral.sort == Sort::plain) return true;
        return false;
    }

    /// 总支出（含经营支出）100万元, 总支出100万元，除经营支出外，基本支出60万元: the total holds, or lacks, what the list does not tell.
    [[nodiscard]] bool holds_more() const {
        static constexpr std::array<std::string_view, 6> holds{"含", "不含", "除", "剔除", "扣除", "主要"};
        if (!has_total()) return false;
        const std::string_view words = sentence_.words_before(sentence_.spots[total_]);
        const std::size_t bracket = find_last_words(words, "（");
        if (bracket != words.npos && contains_any(words.substr(bracket), holds)) return true;
        if (!begins_with_any(words_before(total_), holds).empty()) return true;
        if (total_ > parts_.front()) return is_left_open();
        const std::uint32_t begin = sentence_.spots[total_].numeral.end;
        const std::vector<std::string_view> clauses =
            clauses_of(sentence_.words(begin, sentence_.spots[parts_.front()].numeral.begin));
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            const std::string_view clause = clauses[i];
            if (!begins_with_any(clause, holds).empty() || is_body(clause)) return true;
            // 基本支出60万元，未抵销内部往来，人员经费50万元: the last of them names the part.
            if (i + 1 < clauses.size() && !is_reason(clause) && !is_plain(clause, Says::share, names_) &&
                !is_plain(clause, Says::account, names_))
                return true;
        }
        return false;
    }

    /// 差旅费20万元（占20%）等，共计100万元
    [[nodiscard]] bool is_left_open() const {
        std::size_t last = parts_.back();
        while (last + 1 < total_ && sentence_.spots[last + 1].depth > sentence_.spots[parts_.back()].depth)
            ++last;
        const std::string_view words =
            sentence_.words(sentence_.spots[last].numeral.end, sentence_.spots[total_].numeral.begin);
        static constexpr std::array<std::string_view, 3> opens{"等", "及其他", "……"};
        return contains_any(clauses_of(words).front(), opens);
    }

    /// 由中央资金、省级资金20万元和县级资金10万元组成: an amount may be of the last of two names only. A、B分别为 are in order.
    [[nodiscard]] bool joins_names() const {
        return std::any_of(parts_.begin(), parts_.end(), [&](std::size_t i) {
            return sentence_.spots[i].run == none && contains(without_marks(words_before(i)), "、");
        });
    }

    /// 基本支出60万元、占60%，上缴上级支出占10%: what has a share has an amount, which the list leaves out.
    [[nodiscard]] bool shares_tell_more() const {
        return std::any_of(sentence_.spots.begin(), sentence_.spots.end(), [&](const Spot& spot) {
            if (spot.task != Task::share) return false;
            std::string_view name = behind_last(sentence_.words_before(spot), clause_marks);
            name = without_marks(name.substr(0, find_words(name, "占")));
            return !is_plain(name, Says::share, names_);
        });
    }

    /// 由设备款80万元、安装费20万元及13%增值税组成, 由月基本工资4000元、月津贴1000元组成: rates among the parts, or parts that are.
    [[nodiscard]] bool reckons_more() const {
        if (!has_total()) return false;
        for (const std::size_t part : parts_) {
            const std::string_view words = words_before(part);
            if (is_of_each(words) || begins_with(without_marks(words), "月")) return true;
            // 3套80平方米和5套120平方米
            if (part > 0 && sentence_.words_before(sentence_.spots[part]).empty()) return true;
        }
        // 由住宿费340元、伙食费130元组成（每人每天）
        if (is_of_each(sentence_.words(sentence_.spots[parts_.back()].numeral.end, sentence_.end)))
            return true;
        for (std::size_t i = std::min(total_, parts_.front()); i < sentence_.spots.size(); ++i) {
            const Spot& spot = sentence_.spots[i];
            const bool loose = spot.numeral.sort == Sort::percent &&
                               (is_level(spot.task) || spot.task == Task::aside || spot.task == Task::rate);
            if (loose) return true;
        }
        return false;
    }

    /// 由建安工程费70万元、设备费20万元及预备费组成, 其余为丙类, 占九成: what stands behind the last part.
    [[nodiscard]] bool goes_on() const {
        const std::size_t last = parts_.back();
        std::vector<std::string_view> behind = clauses_of(sentence_.words_behind(last));
        // The last of them names the next figure.
        if (last + 1 < sentence_.spots.size()) behind.pop_back();
        static constexpr std::array<std::string_view, 6> joins{"、", "和", "及", "与", "以及", "占"};
        // 工资60万元、奖金30万元（不含退休人员）
        if (qualifies(sentence_.words(sentence_.begin, sentence_.end))) return true;
        const std::vector<std::string_view> rest =
            clauses_of(sentence_.words(sentence_.spots[last].numeral.end, sentence_.end));
        if (std::any_of(rest.begin(), rest.end(), names_the_rest)) return true;
        return std::any_of(behind.begin(), behind.end(),
                           [&](std::string_view clause) { return !begins_with_any(clause, joins).empty(); });
    }

    std::size_t total_ = static_cast<std::size_t>(-1); ///< there is none unless it is a spot of the sentence
    const Sentence& sentence_;
    const Reading& reading_;
    std::vector<std::size_t> parts_{};
    std::vector<std::string_view> names_{};
};

} // namespace

bool tells_all_parts(const Scene& scene, const Statement& statement) {
    return ToldParts(scene, statement).are_all();
}

} // namespace tieout::detail
