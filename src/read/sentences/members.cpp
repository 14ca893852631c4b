// SPDX-License-Identifier: MIT
#include "read/sentences/members.hpp"

#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/words.hpp"

#include <array>

namespace tieout::detail {

namespace {

/// Items whose amounts are divided by the lines of a classification.
constexpr std::string_view divided_items[] = {"/expenditure", "/expenditure/basic", "/expenditure/project",
                                              "/income", "/operating_cost"};

} // namespace

void place_in_model(const Headings& headings, Draft& draft, Discourse& discourse, SaidId total,
                    const Label& label, bool amount, bool beside_total, Said& said, Mention& mention,
                    bool& phase_stated) {
    const std::string& subject = label.subject;
    if (subject.empty()) return;
    const KnownPart* known = known_part(subject, amount);
    if (known == nullptr && !label.core.empty()) known = known_part(label.core, amount);
    if (known == nullptr && label.core.ends_with("财政拨款") && label.core.size() > 12)
        known = known_part(std::string_view(label.core).substr(0, label.core.size() - 12), amount);
    // 财政拨款收入 and the like name a source, not something that is confined to it.
    if (known != nullptr && known_part(subject, amount) != nullptr && !subject.ends_with("财政拨款") &&
        !subject.starts_with("财政拨款"))
        mention.of.fund.clear();
    Mention* const whole = total == none ? nullptr : &draft.mentions[discourse.said[total].mention];
    if (whole != nullptr && known == nullptr && !whole->item.empty() && whole->split.empty() && amount) {
        if (const KnownLine* line = known_line(subject);
            line != nullptr && is_any(whole->item, divided_items)) {
            mention.item = whole->item;
            mention.list = total + 1;
            mention.split = line->split;
            mention.code = line->code;
            mention.of.fund = whole->of.fund;
            mention.certain = whole->certain;
            return;
        }
        if (whole->item == "/expenditure/project" && !label.aside) {
            mention.item = whole->item;
            mention.list = total + 1;
            mention.split = "projects";
            mention.of.fund = whole->of.fund;
            // Any amount may stand in a list by a name that nobody knows, and be no project.
            mention.certain = false;
            if (mention.subject.ends_with("项目") && mention.subject.size() > 6)
                mention.subject.resize(mention.subject.size() - 6);
            return;
        }
    }
    if (known == nullptr) return;
    // 专项资金 alone is whatever is spoken of; beside operation it is what the filing knows by that name.
    if (known->pointer == "/expenditure/project/special" &&
        (whole == nullptr || whole->item != "/expenditure/project"))
        return;
    // 工程支出 is bought only where purchases are spoken of.
    static constexpr std::string_view purchases[] = {"/procurement/goods", "/procurement/works",
                                                     "/procurement/services"};
    if (is_any(known->pointer, purchases) && !contains(subject, "采购") && !headings.contain("采购") &&
        (whole == nullptr || !whole->item.starts_with("/procurement")))
        return;
    mention.item = known->pointer;
    said.label.key = known->pointer;
    // 总支出x，其中本年支出y: then the total is that of the whole account, with what is carried over.
    if (whole != nullptr && whole->item == mention.item && whole->split.empty() &&
        whole->phase == mention.phase)
        whole->item = mention.item == "/expenditure" && mention.phase == Phase::executed
                          ? std::string("/total_expenditure")
                          : std::string();
    if (known->phase && !phase_stated) {
        mention.phase = *known->phase;
        phase_stated = true;
    }
    // A part has the fund of its total; else that of the heading.
    if (mention.of.fund.empty() && whole != nullptr) mention.of.fund = whole->of.fund;
    // It does not bind a total of the whole body, unless it is the heading of the very item, nor what is told beside one.
    const bool total_of_body = mention.item == "/expenditure" || mention.item.starts_with("/total_");
    const bool account = mention.item.starts_with("/expenditure") || mention.item == "/income" ||
                         total_of_body || mention.item.starts_with("/three_public");
    if (mention.of.fund.empty() && whole == nullptr && account && !beside_total)
        mention.of.fund = std::string(headings.fund());
    // 机关运行经费50万元，其中公用经费40万元: what has a place of its own need not be what is listed within something else.
    static constexpr std::string_view all_of[] = {"/income", "/expenditure"};
    const bool elsewhere = whole != nullptr && !whole->item.empty() && !whole->item.starts_with("/total_") &&
                           !is_any(std::string_view(whole->item), all_of) &&
                           !mention.item.starts_with(whole->item);
    // 本级基本支出 is less than 基本支出.
    mention.certain = mention.of.fund.empty() && !elsewhere && known_part(subject, amount) != nullptr;
}

bool is_evaluation(const Headings& headings, const Sentence& sentence, std::size_t spot) {
    const Spot& score = sentence.spots[spot];
    const std::string_view before = sentence.words(sentence.begin, score.numeral.begin);
    const std::string_view words = end_of(before, words_max);
    static constexpr std::string_view score_words[] = {"得分", "评分", "总分", "分数"};
    static constexpr std::string_view bodies[] = {"整体", "我单位", "本单位", "我局",
                                                  "本局", "我部门", "本部门"};
    const bool whole = (contains(words, "整体") || headings.contain("整体")) && !contains(words, "项目");
    return contains_any(words, score_words) && whole && contains_any(score.label, bodies) &&
           !contains(words, "满分");
}

void mention_score(const Headings& headings, const Sentence& sentence, std::size_t spot, Draft& draft) {
    if (!is_evaluation(headings, sentence, spot)) return;
    const std::uint32_t end = sentence.spots[spot].numeral.end;
    const std::string_view after = sentence.text.substr(end, std::min<std::size_t>(60, sentence.end - end));
    const std::size_t at = after.find("等");
    if (at == after.npos) return;
    for (const std::string_view name : {"优秀", "优", "良好", "良", "中", "差", "合格", "不合格"})
        if (contains(after.substr(at), "“" + std::string(name) + "”") ||
            contains(after.substr(at), "为" + std::string(name))) {
            draft.filing.evaluation.grade = name;
            return;
        }
}

} // namespace tieout::detail
