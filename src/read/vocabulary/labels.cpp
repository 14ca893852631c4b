// SPDX-License-Identifier: MIT
#include "read/vocabulary/labels.hpp"

#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/words.hpp"

#include <array>
#include <utility>

namespace tieout::detail {

namespace {

/// Words for a fund, and its key; the longest that begin alike first.
struct FundWord {
    std::string_view word;
    std::string_view key;
};
constexpr std::array fund_words{
    FundWord{"一般公共预算财政拨款安排的", "general"},
    FundWord{"一般公共预算财政拨款", "general"},
    FundWord{"一般公共预算拨款", "general"},
    FundWord{"一般公共预算执行", "general"},
    FundWord{"一般公共预算", "general"},
    FundWord{"政府性基金预算财政拨款", "government"},
    FundWord{"政府性基金预算拨款", "government"},
    FundWord{"政府性基金拨款", "government"},
    FundWord{"政府性基金预算", "government"},
    FundWord{"政府性基金", "government"},
    FundWord{"国有资本经营预算财政拨款", "state_capital"},
    FundWord{"国有资本经营预算拨款", "state_capital"},
    FundWord{"国有资本经营预算", "state_capital"},
    FundWord{"国有资本经营", "state_capital"},
    FundWord{"社会保险基金预算", "social_insurance"},
    FundWord{"社会保险基金", "social_insurance"},
    FundWord{"开支财政拨款的", "fiscal"},
    FundWord{"财政拨款", "fiscal"},
};

/// Parts of a body, and wider ones, that stand before a name.
constexpr std::string_view body_words[] = {
    "局机关本级", "局机关",       "本级",     "机关本级", "局本级",     "委机关",     "部机关",   "厅机关",
    "机关本部",   "局本部",       "市本级",   "县本级",   "区本级",     "省本级",     "镇本级",   "州本级",
    "市级单位",   "下属事业单位", "下属单位", "所属单位", "所属各单位", "下属各单位", "下属中心", "二级单位",
    "二级机构",   "所属事业单位", "市级部门", "省级",     "市县",       "市级",       "县级",     "区级",
    "镇级",       "乡级",         "中央级",   "全国",     "全省",       "全市",       "全县",     "全区",
    "全镇",       "全乡",         "全州",     "全旗",     "全街道",     "地方"};
/// What the name of a body ends with.
constexpr std::string_view body_ends[] = {
    "街道办事处", "委员会", "办公室", "办事处", "机关", "中心", "大队", "支队", "学校", "医院", "单位",
    "局",         "委",     "厅",     "站",     "馆",   "所",   "台",   "镇",   "乡",   "街道", "处",
    "府",         "校",     "会",     "队",     "社区", "区",   "县",   "市",   "省",   "院",   "园"};
/// Bytes with which one of these ends: few characters do.
constexpr std::array<bool, 256> ends_of_bodies = [] {
    std::array<bool, 256> ends{};
    for (const std::string_view word : body_ends) ends[static_cast<unsigned char>(word.back())] = true;
    return ends;
}();
/// Words of accounts, which no name of a body has.
constexpr std::string_view account_words[] = {"年",   "支出", "收入", "经费", "预算", "决算", "情况",
                                              "资金", "费",   "采购", "资产", "绩效", "项目", "说明",
                                              "概况", "职责", "目标", "总体", "指标"};
/// Words of which a heading is seldom a body, but for one whose name ends so: 救助管理站.
constexpr std::string_view doubtful_words[] = {"工作", "管理"};
constexpr std::string_view sure_ends[] = {"站", "中心", "大队", "支队",   "局", "所",     "处", "馆",
                                          "院", "园",   "校",   "办公室", "队", "委员会", "台"};

/// Names that are short for a known part where a text speaks of it again.
struct ShortName {
    std::string_view word;
    std::string_view key;
};
constexpr std::array short_names{
    ShortName{"接待", "/three_public/reception"},
    ShortName{"接待支出", "/three_public/reception"},
    ShortName{"公务接待支出", "/three_public/reception"},
    ShortName{"公务接待预算", "/three_public/reception"},
    ShortName{"用车", "/three_public/vehicles"},
    ShortName{"用车部分", "/three_public/vehicles"},
    ShortName{"公务用车", "/three_public/vehicles"},
    ShortName{"公务用车支出", "/three_public/vehicles"},
    ShortName{"公务用车费支出", "/three_public/vehicles"},
    ShortName{"公务用车经费", "/three_public/vehicles"},
    ShortName{"用车两项", "/three_public/vehicles"},
    ShortName{"公车", "/three_public/vehicles"},
    ShortName{"公务用车购置及运行", "/three_public/vehicles"},
    ShortName{"公务用车购置和运行", "/three_public/vehicles"},
    ShortName{"公务用车购置及运行维护", "/three_public/vehicles"},
    ShortName{"车辆购置及运行", "/three_public/vehicles"},
    ShortName{"车辆购置", "/three_public/vehicles/purchase"},
    ShortName{"购置", "/three_public/vehicles/purchase"},
    ShortName{"购置费", "/three_public/vehicles/purchase"},
    ShortName{"运行", "/three_public/vehicles/operation"},
    ShortName{"运行维护", "/three_public/vehicles/operation"},
    ShortName{"运行维护费", "/three_public/vehicles/operation"},
    ShortName{"出国", "/three_public/abroad"},
    ShortName{"出国（境）", "/three_public/abroad"},
    ShortName{"因公出国（境）", "/three_public/abroad"},
    ShortName{"因公出国", "/three_public/abroad"},
    ShortName{"“三公”", "/three_public"},
    ShortName{"三公", "/three_public"},
    ShortName{"“三公”总支出", "/three_public"},
    ShortName{"“三公”支出", "/three_public"},
    ShortName{"“三公”预算", "/three_public"},
    ShortName{"“三公”经费总支出", "/three_public"},
    ShortName{"“三公”经费支出合计", "/three_public"},
    ShortName{"“三公”经费总计", "/three_public"},
    ShortName{"“三公”经费总计支出", "/three_public"},
    ShortName{"货物", "/procurement/goods"},
    ShortName{"货物采购", "/procurement/goods"},
    ShortName{"采购货物", "/procurement/goods"},
    ShortName{"政府采购货物", "/procurement/goods"},
    ShortName{"政府采购货物预算", "/procurement/goods"},
    ShortName{"货物采购金额", "/procurement/goods"},
    ShortName{"货物类采购", "/procurement/goods"},
    ShortName{"工程", "/procurement/works"},
    ShortName{"工程采购", "/procurement/works"},
    ShortName{"采购工程", "/procurement/works"},
    ShortName{"政府采购工程", "/procurement/works"},
    ShortName{"政府采购工程预算", "/procurement/works"},
    ShortName{"工程类采购", "/procurement/works"},
    ShortName{"服务", "/procurement/services"},
    ShortName{"服务采购", "/procurement/services"},
    ShortName{"采购服务", "/procurement/services"},
    ShortName{"政府采购服务", "/procurement/services"},
    ShortName{"政府采购服务预算", "/procurement/services"},
    ShortName{"服务类采购", "/procurement/services"},
    ShortName{"采购规模", "/procurement"},
    ShortName{"采购总规模", "/procurement"},
    ShortName{"采购支出", "/procurement"},
    ShortName{"采购金额", "/procurement"},
    ShortName{"采购合同", "/procurement"},
    ShortName{"采购合同总额", "/procurement"},
    ShortName{"签订采购合同", "/procurement"},
    ShortName{"采购预算", "/procurement"},
    ShortName{"实际采购", "/procurement"},
    ShortName{"政府采购规模", "/procurement"},
    ShortName{"中小企业", "/procurement/sme_reserved"},
    ShortName{"授予中小企业的合同", "/procurement/sme_reserved"},
    ShortName{"中小企业取得合同", "/procurement/sme_reserved"},
    ShortName{"小微企业", "/procurement/small_reserved"},
    ShortName{"授予小微企业", "/procurement/small_reserved"},
    ShortName{"授予小微企业的合同", "/procurement/small_reserved"},
    ShortName{"小微企业取得合同", "/procurement/small_reserved"},
    ShortName{"税收", "税收收入"},
    ShortName{"非税", "非税收入"},
    ShortName{"政府支出", "支出"},
    ShortName{"政府收入", "收入"},
    ShortName{"开支", "支出"},
    ShortName{"岁出", "支出"},
    ShortName{"岁入", "收入"},
};

/// They name what is spoken of, and nothing of their own.
constexpr std::string_view generic_words[] = {
    "",           "总额",   "总量",     "总数",     "数",       "决算",   "决算数",   "支出决算",
    "支出决算数", "预算数", "预算",     "支出预算", "收入预算", "规模",   "合计",     "总计",
    "共计",       "全年",   "当年",     "本年",     "金额",     "费用",   "资金",     "实际支出",
    "收支",       "总支出", "总预算",   "支出",     "收入",     "总收入", "支出总额", "支出决算总额",
    "实际",       "年初",   "两年相比", "预算总额", "年度",     "本年度", "今年",     "两项",
    "三项",       "其",     "总体",     "支出总计", "收入总计", "总投入", "仍",       "净",
    "即",         "可比",   "则",       "规模总量", "数额"};

/// Sides of an account, which are names of their own where both stand beside each other.
constexpr std::string_view side_words[] = {"支出",     "收入",     "总支出",   "总收入",
                                           "全年支出", "全年收入", "支出总额", "收入总额"};

/// What stands behind a name and before its figure, and says nothing of what it is.
constexpr std::string_view verbs_behind[] = {
    "实际列支", "共列支", "列支",   "完成了", "累计完成", "完成", "组织",     "共支出", "总支出为", "达到",
    "共投入",   "取得",   "发生",   "共安排", "安排了",   "录得", "分别用于", "支付",   "仍有",     "则为",
    "也",       "各",     "分别为", "依次为", "依次",     "分别", "各为",     "均为",   "总共"};

/// What stands before a name, beside the words that every label may begin with.
constexpr std::string_view words_before[] = {
    "从征收部门来看", "从收入分类来看", "分项看",   "分类看",   "从结构看", "具体为",   "具体是",
    "分别用于",       "其中",           "加上",     "减去",     "扣除",     "折合",     "另有",
    "这里面",         "全年完成",       "全年安排", "全年取得", "全年有",   "截至年底", "期内",
    "因而",           "本部门",         "我区",     "我县",     "我市",     "尚有",     "执行中",
    "年初人代会批准", "按经济分类",     "政府整体", "同期"};

template <class Table>
const typename Table::value_type* entry_at(const Table& table, std::string_view text) noexcept {
    for (const auto& entry : table)
        if (begins_with(text, entry.word)) return &entry;
    return nullptr;
}

void strip_end(std::string_view& text, std::string_view word) noexcept {
    if (text.size() > word.size() && ends_with(text, word)) text.remove_suffix(word.size());
}

/// （以合同签订为准）: bytes of a remark that says when an amount is counted, which is no part of its name; 0 if none stands there.
std::size_t counted_when(std::string_view rest) noexcept {
    constexpr std::size_t longest = 60;
    if (!rest.starts_with("（以")) return 0;
    const std::size_t end = rest.substr(0, longest).find("为准）");
    return end == rest.npos ? 0 : end + std::string_view("为准）").size();
}

/// “农林水支出（类）” is 农林水支出: what level of a classification it is, and quotation marks, are no part of a name.
std::string plain_name(std::string_view words) {
    std::string name;
    for (std::size_t at = 0; at < words.size();) {
        const std::string_view rest = words.substr(at);
        const bool quoted_three = rest.starts_with("“三公”");
        if (quoted_three) {
            name += "“三公”";
            at += std::string_view("“三公”").size();
            continue;
        }
        const std::string_view drop = begins_with_any(
            rest, std::array<std::string_view, 8>{"（类）", "（款）", "（项）", "“", "”", "「", "」", "￥"});
        if (!drop.empty()) {
            at += drop.size();
            continue;
        }
        if (const std::size_t remark = counted_when(rest); remark != 0) {
            at += remark;
            continue;
        }
        const std::size_t size = character_at(words, at);
        name.append(rest.substr(0, size));
        at += size;
    }
    return name;
}

std::string key_of_words(std::string_view core) {
    if (const KnownPart* part = known_part(core, true); part != nullptr) return std::string(part->pointer);
    for (const ShortName& name : short_names)
        if (core == name.word) return std::string(name.key);
    if (const KnownPart* part = known_part(core, false); part != nullptr) return std::string(part->pointer);
    return std::string(core);
}

bool known_name(std::string_view words) {
    return known_part(words, true) != nullptr || known_line(words) != nullptr ||
           std::any_of(short_names.begin(), short_names.end(),
                       [&](const ShortName& name) { return name.word == words; });
}

/// Where the name of a known part begins that the words end with, behind the name of a body: 某气象台“三公”经费.
std::size_t known_end(std::string_view words, std::size_t& body_end) {
    std::size_t at = 0;
    for (int steps = 0; at < words.size() && steps < 40; ++steps) {
        at += character_at(words, at);
        if (at >= words.size()) break;
        if (!ends_of_bodies[static_cast<unsigned char>(words[at - 1])]) continue;
        if (ends_with_any(words.substr(0, at), body_ends).empty()) continue;
        if (words.substr(0, at).ends_with("城乡社区")) continue; // 城乡社区支出 is a class
        body_end = at;
        std::string_view rest = words.substr(at);
        if (rest.starts_with("的")) rest.remove_prefix(std::string_view("的").size());
        for (const std::string_view time : {"全年", "本年度", "当年", "本年"})
            if (begins_with(rest, time) && rest.size() > time.size()) rest.remove_prefix(time.size());
        static constexpr std::string_view accounts[] = {"年初预算", "预算",     "决算",  "支出",
                                                        "收入",     "财政拨款", "“三公”"};
        // 社区矫正中心项目: two characters alone go on with the name before them.
        constexpr std::size_t two_characters = 6;
        if ((known_name(rest) && rest.size() > two_characters) ||
            (at >= 9 && !begins_with_any(rest, accounts).empty()))
            return words.size() - rest.size();
    }
    return words.npos;
}

} // namespace

std::string_view fund_in(std::string_view words) noexcept {
    for (const std::string_view ends : {"保险基金"})
        if (contains(words, ends)) return "social_insurance";
    // One of these stands in each of them, and in few names.
    static constexpr std::string_view parts[] = {"预算", "基金", "拨款", "经营"};
    if (!contains_any(words, parts)) return {};
    const CharactersOf there(words);
    for (const FundWord& fund : fund_words)
        if (there.may_hold(fund.word) && contains(words, fund.word)) return fund.key;
    return {};
}

std::string_view body_at(std::string_view words) noexcept { return begins_with_any(words, body_words); }

bool is_body(std::string_view words) noexcept {
    constexpr std::size_t longest = 60;
    if (words.empty() || words.size() > longest || contains_any(words, account_words)) return false;
    if (contains_any(words, doubtful_words) && ends_with_any(words, sure_ends).empty()) return false;
    for (const std::string_view mark : {"，", "；", "：", "。"})
        if (contains(words, mark)) return false;
    return !body_at(words).empty() || !ends_with_any(words, body_ends).empty();
}

int direction_at(std::string_view words) noexcept {
    static constexpr std::string_view more[] = {"增长", "增加",   "上升", "提高",   "提升", "上涨",
                                                "增幅", "涨幅",   "升幅", "增收",   "增支", "增多",
                                                "新增", "多支出", "多还", "多安排", "超收", "超支"};
    static constexpr std::string_view less[] = {"减少", "下降",   "降低",   "降幅", "减幅", "跌幅",
                                                "下滑", "回落",   "缩减",   "压减", "压缩", "减支",
                                                "减收", "少支出", "少安排", "少支", "少还", "短收"};
    if (!begins_with_any(words, more).empty()) return 1;
    if (!begins_with_any(words, less).empty()) return -1;
    return 0;
}

bool is_newly_counted(std::string_view words) noexcept {
    constexpr std::string_view came = "新增";
    constexpr std::size_t shortest = 2 * std::string_view("字").size();
    return words.starts_with(came) && words.size() >= came.size() + shortest;
}

bool is_balance(std::string_view subject) noexcept {
    static constexpr std::string_view words[] = {"结余", "利润", "盈余", "赤字", "差额",
                                                 "收益", "净",   "盈亏", "余额"};
    return contains_any(subject, words);
}

Label label_of(std::string_view words) {
    Label label;
    constexpr std::size_t longest = 240;
    words = end_of(words, longest);
    std::string name = plain_name(words);
    std::string_view rest = name;
    // A part of a year is taken out wherever it stands, with the words around it.
    std::string without;
    std::size_t at = 0;
    std::size_t length = 0;
    if (label.part_of_year = part_of_year_in(rest, at, length); length != 0) {
        without = std::string(rest.substr(0, at));
        for (const std::string_view before : {"截至", "截止到", "截止", "首", "前", "今年", "其中"}) {
            std::string_view head = without;
            if (head.ends_with(before)) without.resize(head.size() - before.size());
        }
        without += rest.substr(at + length);
        rest = without;
    }
    // 某局2020年度部门预算: who it is of stands before the year.
    for (std::size_t year = rest.rfind("20"); year != rest.npos && year != 0;
         year = rest.rfind("20", year - 1)) {
        const std::string_view from = rest.substr(year);
        if (from.size() <= 7 || !from.substr(4).starts_with("年") || from[2] < '0' || from[2] > '9') continue;
        std::string_view before = rest.substr(0, year);
        for (const std::string_view mark : {"其中", "：", "，"}) strip_end(before, mark);
        if (is_body(before)) label.body = std::string(before);
        break;
    }
    // 机关运行经费2022年为: the year may stand behind the name.
    for (std::size_t year = rest.rfind("20"); year != rest.npos && year != 0; year = 0) {
        const std::string_view from = rest.substr(year);
        if (from.size() < 7 || !from.substr(4).starts_with("年") || from[2] < '0' || from[2] > '9') break;
        std::string_view behind = from.substr(7);
        static constexpr std::string_view copulas[] = {"", "为", "是", "：", "共", "度为", "度"};
        std::string_view before = rest.substr(0, year);
        static constexpr std::string_view spends[] = {"安排", "安排为", "支出",    "列支",
                                                      "预算", "决算",   "实际支出"};
        const bool spent = is_any(behind, spends) && known_name(before);
        if (!(is_any(behind, copulas) || spent) || ends_with_any(before, body_ends).size() == before.size())
            break;
        if (!known_name(before) && is_body(before)) break;
        label.year = (from[2] - '0') * 10 + (from[3] - '0') + 2000;
        label.body.clear();
        rest = before;
    }
    const std::optional<int> year_behind = label.year;
    for (bool changed = true; changed && !rest.empty();) {
        changed = false;
        if (const std::string_view verb = ends_with_any(rest, verbs_behind);
            !verb.empty() && rest.size() > verb.size()) {
            rest.remove_suffix(verb.size());
            changed = true;
            continue;
        }
        if (known_name(rest)) break;
        // “三公”预算总额: the budget of it.
        for (const std::string_view end : {"总额", "总量"})
            if (rest.size() > end.size() && rest.ends_with(end) &&
                (rest.substr(0, rest.size() - end.size()).ends_with("预算") ||
                 rest.substr(0, rest.size() - end.size()).ends_with("决算") ||
                 known_name(rest.substr(0, rest.size() - end.size())))) {
                rest.remove_suffix(end.size());
                changed = true;
                break;
            }
        if (changed) continue;
        if (const std::string_view word = begins_with_any(rest, words_before);
            !word.empty() && rest.size() > word.size()) {
            rest.remove_prefix(word.size());
            changed = true;
            continue;
        }
        if (const std::string_view body = body_at(rest); !body.empty() && rest.size() > body.size() &&
                                                         (!is_any(rest.substr(body.size()), generic_words) ||
                                                          is_any(rest.substr(body.size()), side_words))) {
            label.body = std::string(body);
            rest.remove_prefix(body.size());
            changed = true;
        }
    }
    if (direction_at(rest) != 0 || rest.starts_with("用于")) label.aside = true;

    // 某气象台“三公”经费: who it is of stands before what is known.
    if (!known_name(rest)) {
        std::size_t body_end = 0;
        if (const std::size_t begin = known_end(rest, body_end);
            begin != rest.npos && is_body(rest.substr(0, body_end))) {
            label.body = std::string(rest.substr(0, body_end));
            rest.remove_prefix(begin);
        }
    }
    const LabelParts parts = parts_of_label(rest);
    label.phase = parts.phase;
    label.year = parts.year ? parts.year : year_behind;
    label.previous = parts.previous;
    label.total = parts.total;
    label.subject = parts.subject;
    std::string_view subject = label.subject;
    if (parts.bare) {
        // Of what was bare, the side of the account is what it still names.
        std::string_view side = rest;
        for (const std::string_view copula : {"为", "是", "：", "共", "达"}) strip_end(side, copula);
        if (side.ends_with("总支出") || side.ends_with("支出")) label.subject = "支出";
        if (side.ends_with("总收入") || side.ends_with("收入")) label.subject = "收入";
        subject = label.subject;
        label.side = !label.subject.empty() && !parts.phase;
        static constexpr std::string_view phases[] = {"决算", "预算", "执行", "实际", "核定", "安排"};
        if (contains_any(side, phases)) {
            if (parts.phase && *parts.phase != Phase::received && !side.ends_with("收入"))
                label.subject.clear();
        } else if (!label.subject.empty()) {
            label.phase.reset();
            label.side = true;
        }
        subject = label.subject;
    }
    if (const std::string_view body = body_at(subject);
        !body.empty() && subject.size() > body.size() && !known_name(subject)) {
        label.body = std::string(body);
        subject.remove_prefix(body.size());
    } else if (!known_name(subject)) {
        std::size_t body_end = 0;
        if (const std::size_t begin = known_end(subject, body_end);
            begin != subject.npos && is_body(subject.substr(0, body_end))) {
            label.body = std::string(subject.substr(0, body_end));
            subject.remove_prefix(begin);
        }
    }
    label.subject = std::string(subject);
    const KnownPart* const whole_name = known_part(label.subject, true);
    if (!label.phase && label.subject.ends_with("预算") && (whole_name == nullptr || !whole_name->phase) &&
        !label.subject.ends_with("公共预算") && !label.subject.ends_with("基金预算") &&
        !label.subject.ends_with("经营预算"))
        label.phase = Phase::initial;
    if (label.body.empty() && !label.subject.empty() && body_at(label.subject).size() == label.subject.size())
        label.body = label.subject; // 局机关600万元
    std::string core = label.subject;
    label.fund = std::string(fund_in(core));
    if (label.fund == "social_insurance") {
        // Each insurance is a fund of its own.
        const std::size_t end = core.find("基金") + std::string_view("基金").size();
        label.fund = core.substr(0, end);
        core.erase(0, end);
    } else if (!label.fund.empty() && known_part(core, true) == nullptr) {
        for (const FundWord& fund : fund_words)
            if (const std::size_t found = core.find(fund.word); found != core.npos) {
                core.erase(found, fund.word.size());
                break;
            }
        if (core.starts_with("的")) core.erase(0, std::string_view("的").size());
    }
    label.core = core;
    label.key = key_of_words(core);
    label.generic = is_any(std::string_view(label.core), generic_words) && label.fund.empty();
    label.side = label.side || (label.fund.empty() && is_any(std::string_view(label.core), side_words));
    if (!label.fund.empty() && is_any(std::string_view(label.core), generic_words))
        label.key = label.fund + ' ' + label.core;
    return label;
}

} // namespace tieout::detail
