// SPDX-License-Identifier: MIT
// What can be said of scope only when all has been read: whose figures they are, and whether one fund is all there is.

#include "read/sentences/mentions.hpp"

#include "read/vocabulary/words.hpp"

namespace tieout::detail {

namespace {

constexpr std::string_view funds[] = {"general", "government", "state_capital"};

/// The total of expenditure that is of no fund in particular, or of this one; null if there is none. 支出总计 holds what is carried
/// over as well: it stands for what was spent only where nothing else does.
const Mention* total_of(const Draft& draft, std::string_view fund) noexcept {
    for (const std::string_view item : {"/expenditure", "/total_expenditure"})
        for (const Mention& total : draft.mentions)
            if (total.item == item && total.split.empty() && total.of.fund == fund && total.of.body.empty() &&
                total.of.period.empty() && total.figure.known() && total.phase == Phase::executed)
                return &total;
    return nullptr;
}

/// Whether the document tells of income or expenditure that is of no fund in particular.
bool tells_of_all_funds(const Draft& draft) noexcept {
    static constexpr std::string_view accounts[] = {"/income", "/expenditure", "/total_"};
    for (const Mention& mention : draft.mentions)
        if ((mention.of.fund.empty() || mention.of.fund == "*") && mention.of.body.empty() &&
            mention.figure.unit.dimension == Dimension::money &&
            !begins_with_any(mention.item, accounts).empty())
            return true;
    return false;
}

/// Where the document says that all expenditure is of one fund, what is confined to it is confined to nothing. One that tells
/// of nothing but 财政拨款 is about that.
void take_only_fund_for_all(Draft& draft) {
    const Mention* total = total_of(draft, "");
    if (total == nullptr && !tells_of_all_funds(draft)) total = total_of(draft, "fiscal");
    if (total == nullptr) return;
    std::string only;
    for (const Mention& of_fund : draft.mentions) {
        if (of_fund.figure.unit.dimension != Dimension::money || !of_fund.figure.known() ||
            of_fund.phase != total->phase)
            continue;
        const bool line = of_fund.item == "/expenditure" && of_fund.split == "fund";
        const std::string_view fund = line ? fund_in(of_fund.subject) : std::string_view(of_fund.of.fund);
        const bool expenditure = line || (of_fund.item.empty() && of_fund.subject.ends_with("支出") &&
                                          label_of(of_fund.subject).core == "支出");
        if (expenditure && is_any(fund, funds) && of_fund.of.period.empty() &&
            of_fund.figure.base_value() == total->figure.base_value())
            only = std::string(fund);
    }
    if (only.empty()) return;
    for (const Mention& mention : draft.mentions)
        if (is_any(std::string_view(mention.of.fund), funds) && mention.of.fund != only &&
            mention.figure.known() && !is_zero(mention.figure.value))
            return;
    for (Mention& mention : draft.mentions) {
        if (mention.of.fund != only && mention.of.fund != "fiscal") continue;
        if (!mention.item.starts_with("/expenditure/")) continue;
        mention.of.fund.clear();
        mention.certain = true;
    }
}

/// Items that are of grants by definition.
std::string_view granted_item(const std::string& pointer) {
    for (const std::string_view item : {"/three_public", "/operating_cost"})
        if (begins_with(pointer, item)) return item;
    return {};
}

/// 公用经费200万元，其中公务用车运行维护费4万元: what is listed within another known item is of what that one is of.
bool is_listed_elsewhere(const Discourse& discourse, const Draft& draft, const Said& said) {
    const ReadSentence& read = discourse.sentences[said.sentence];
    const std::uint32_t index = read.sentence.spots[said.spot].list;
    if (index == none) return false;
    const List& list = read.sentence.lists[index];
    if (list.totals.empty()) return false;
    const std::string& whole = draft.mentions[discourse.said[read.said[list.totals.front()]].mention].item;
    return whole.starts_with("/expenditure/") && !begins_with(draft.mentions[said.mention].item, whole);
}

/// The three public expenses and the operating cost are of grants by definition: what is said to be so is that of the filing. Where
/// a document says so of some, others of that name may be of all funds.
void settle_granted(const Discourse& discourse, Draft& draft) {
    struct SaidOfItem {
        bool said_granted = false; ///< in a sentence
        bool in_table = false;     ///< in the title of a table
    };
    std::unordered_map<std::string_view, SaidOfItem> said_of;
    const auto of_grants = [](const Mention& mention) {
        return mention.of.fund == "general" || mention.of.fund == "fiscal";
    };
    for (const Mention& mention : draft.mentions) {
        const std::string_view item = granted_item(mention.item);
        if (item.empty()) continue;
        if (mention.figure.place.empty())
            said_of[item].said_granted = said_of[item].said_granted || of_grants(mention);
        else
            said_of[item].in_table = said_of[item].in_table || contains(mention.figure.place, "财政拨款");
    }
    for (const Said& said : discourse.said) {
        Mention& mention = draft.mentions[said.mention];
        const std::string_view item = granted_item(mention.item);
        if (said.sentence == none || item.empty()) continue;
        if (of_grants(mention)) {
            mention.of.fund.clear();
            mention.certain = !is_listed_elsewhere(discourse, draft, said);
        } else if (mention.of.fund.empty() && said_of[item].said_granted && item == "/three_public") {
            mention.item.clear();
            mention.certain = false;
        } else if (mention.of.fund.empty() && said_of[item].in_table && item == "/three_public") {
            mention.certain = false;
        }
    }
}

} // namespace

void settle_scopes(Discourse& discourse, Draft& draft) {
    // A body that is the only one that has a name of its own is the one that files.
    std::string only;
    bool several = false;
    const auto part_of_body = [](const std::string& body) { return body_at(body).size() == body.size(); };
    for (const Mention& mention : draft.mentions) {
        const std::string& body = mention.of.body;
        if (body.empty()) continue;
        if (only.empty())
            only = body;
        else if (only != body)
            several = true;
    }
    const std::string_view filer = draft.filing.body.name;
    for (Mention& mention : draft.mentions) {
        std::string& body = mention.of.body;
        if (body.empty()) continue;
        if (part_of_body(body) && (several || !body.starts_with("全"))) continue;
        if ((!several && body == only && filer.empty()) || body == filer ||
            (!filer.empty() && filer.ends_with(body)))
            body.clear();
    }
    settle_granted(discourse, draft);
    take_only_fund_for_all(draft);
}

} // namespace tieout::detail
