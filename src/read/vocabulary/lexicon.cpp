// SPDX-License-Identifier: MIT
#include "read/vocabulary/lexicon.hpp"

#include "read/vocabulary/words.hpp"

#include <tieout/base/utf8.hpp>

#include <array>
#include <unordered_map>

namespace tieout::detail {

namespace {

constexpr KnownLine known_lines[] = {
    {"economic", "301", "工资福利支出|工资福利|工资福利收支|工资和福利支出"},
    {"economic", "302", "商品和服务支出|商品服务支出|商品与服务支出"},
    {"economic", "303",
     "对个人和家庭的补助|对个人和家庭的补助支出|对个人和家庭补助|对个人和家庭补助支出|"
     "对个人和家庭的补助收支"},
    {"economic", "307", "债务利息及费用支出"},
    {"economic", "309", "资本性支出(基本建设)"},
    {"economic", "310", "资本性支出|其他资本性支出"},
    {"economic", "311", "对企业补助(基本建设)"},
    {"economic", "312", "对企业补助|对企业补助支出"},
    {"economic", "313", "对社会保障基金补助"},
    {"fund", "",
     "一般公共预算财政拨款|一般公共预算财政拨款收入|一般公共预算财政拨款支出|一般公共预算|一般公共预算拨款"},
    {"fund", "",
     "政府性基金预算财政拨款|政府性基金预算财政拨款收入|政府性基金预算财政拨款支出|政府性基金|政府性基金拨款|"
     "政府性基金预算"},
    {"fund", "", "国有资本经营预算财政拨款|国有资本经营预算财政拨款收入|国有资本经营预算"},
    {"fund", "", "财政拨款|财政资金|财政拨款收入|财政拨款资金|财政拨款支出|当年财政拨款"},
    {"fund", "", "财政专户管理资金|财政专户管理资金收入|纳入专户管理的非税收入拨款|纳入专户管理的非税收入"},
    {"fund", "", "上级补助收入"},
    {"fund", "", "事业收入"},
    {"fund", "", "经营收入"},
    {"fund", "", "附属单位上缴收入"},
    {"fund", "", "其他收入|其他资金"},
    {"fund", "", "单位资金"},
    {"fund", "", "上年结转资金"},
    {"function", "201", "一般公共服务支出"},
    {"function", "202", "外交支出"},
    {"function", "203", "国防支出"},
    {"function", "204", "公共安全支出"},
    {"function", "205", "教育支出"},
    {"function", "206", "科学技术支出"},
    {"function", "207", "文化旅游体育与传媒支出|文化体育与传媒支出"},
    {"function", "208", "社会保障和就业支出"},
    {"function", "210", "卫生健康支出|医疗卫生与计划生育支出"},
    {"function", "211", "节能环保支出"},
    {"function", "212", "城乡社区支出"},
    {"function", "213", "农林水支出"},
    {"function", "214", "交通运输支出"},
    {"function", "215", "资源勘探工业信息等支出|资源勘探信息等支出|资源勘探工业信息支出"},
    {"function", "216", "商业服务业等支出"},
    {"function", "217", "金融支出"},
    {"function", "219", "援助其他地区支出"},
    {"function", "220", "自然资源海洋气象等支出|国土海洋气象等支出|自然资源海洋气象支出"},
    {"function", "221", "住房保障支出"},
    {"function", "222", "粮油物资储备支出"},
    {"function", "223", "国有资本经营预算支出"},
    {"function", "224", "灾害防治及应急管理支出"},
    {"function", "227", "预备费"},
    {"function", "231", "债务还本支出"},
    {"function", "232", "债务付息支出"},
    {"function", "233", "债务发行费用支出"},
    {"function", "234", "抗疫特别国债安排的支出"},
};

/// Words that say a phase, in a label or at the head of a column; the longest first.
struct PhaseWord {
    std::string_view word;
    Phase phase;
};
constexpr PhaseWord phase_word_list[] = {
    {"年初预算安排数", Phase::initial},
    {"年初预算安排", Phase::initial},
    {"年初预算金额", Phase::initial},
    {"年初预算数", Phase::initial},
    {"年初预算", Phase::initial},
    {"年初批复数", Phase::initial},
    {"年初核定数", Phase::initial},
    {"年初核定", Phase::initial},
    {"年初安排", Phase::initial},
    {"全年预算数", Phase::adjusted},
    {"全年预算", Phase::adjusted},
    {"调整后预算数", Phase::adjusted},
    {"调整预算数", Phase::adjusted},
    {"调整后预算", Phase::adjusted},
    {"调整预算", Phase::adjusted},
    {"追加预算数", Phase::supplementary},
    {"追加预算", Phase::supplementary},
    {"预算追加", Phase::supplementary},
    {"本年实际到位资金", Phase::received},
    {"实际到位资金", Phase::received},
    {"实际到位数", Phase::received},
    {"实际到位", Phase::received},
    {"到位资金", Phase::received},
    {"实际收入", Phase::received},
    {"年初结转结余", Phase::opening},
    {"年末结转结余资金", Phase::closing},
    {"年末结转结余", Phase::closing},
    {"全年执行数", Phase::executed},
    {"实际执行数", Phase::executed},
    {"执行数", Phase::executed},
    {"支出决算数", Phase::executed},
    {"支出决算", Phase::executed},
    {"决算支出", Phase::executed},
    {"决算金额", Phase::executed},
    {"决算数", Phase::executed},
    {"决算", Phase::executed},
    {"已使用资金", Phase::executed},
    {"实际支出数", Phase::executed},
    {"实际支出", Phase::executed},
    {"实际支付", Phase::executed},
    {"全年实际使用", Phase::executed},
    {"实际使用", Phase::executed},
    {"实际列支", Phase::executed},
    {"实际完成", Phase::executed},
    {"支出预算安排", Phase::initial},
    {"支出安排预算", Phase::initial},
    {"支出预算", Phase::initial},
    {"财政预算", Phase::adjusted},
    {"预算安排数", Phase::initial},
    {"预算安排", Phase::initial},
    {"安排预算", Phase::initial},
    {"预算数", Phase::initial},
    {"预算金额", Phase::initial},
    {"预算", Phase::initial},
    {"年初余额", Phase::opening},
    {"年初数", Phase::opening},
    {"期初余额", Phase::opening},
    {"期初数", Phase::opening},
    {"年末余额", Phase::closing},
    {"年末数", Phase::closing},
    {"期末余额", Phase::closing},
    {"期末数", Phase::closing},
    {"期末", Phase::closing},
    {"年末", Phase::closing},
};

constexpr std::string_view total_words[] = {"共计", "合计", "总计", "累计", "总共", "共", "总额"};

/// Before what is named: they say nothing of it.
constexpr std::string_view leading_words[] = {"其中：", "其中",   "包括：",
                                              "包括",   "包含",   "分别为",
                                              "分别是", "分别",   "即",
                                              "含",     "另有",   "另",
                                              "以及",   "和",     "与",
                                              "是",     "为",     "约",
                                              "已",     "的",     "我单位",
                                              "我局",   "我部门", "本单位",
                                              "本部门", "本局",   "该单位",
                                              "该项目", "本年度", "本年",
                                              "当年",   "年度",   "全年度",
                                              "年中",   "全年",   "我市",
                                              "我区",   "我县",   "单位",
                                              "减",     "加",     "：",
                                              "主要是", "一是",   "二是",
                                              "三是",   "四是",   "五是",
                                              "六是",   "七是",   "开支财政拨款的",
                                              "完成",   "实际",   "下达",
                                              "安排",   "收到",   "签收",
                                              "共收到", "达到",   "截至",
                                              "截止",   "目前",   "用于"};
constexpr std::string_view trailing_words[] = {
    "为",   "是",   "达",   "达到", "：",   "共计", "合计", "总计",   "共",   "计", "约",       "有",
    "金额", "数额", "安排", "仅",   "均为", "均",   "也",   "分别为", "分别", "了", "资金安排", "总额为"};

struct Lookup {
    std::unordered_map<std::string_view, const KnownPart*> amounts{};
    std::unordered_map<std::string_view, const KnownPart*> counts{};
    std::unordered_map<std::string_view, const KnownLine*> lines{};

    template <class Add>
    static void each_word(std::string_view words, Add add) {
        while (!words.empty()) {
            const std::size_t end = std::min(words.find('|'), words.size());
            add(words.substr(0, end));
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }
    Lookup() {
        for (const Concept& part : concept_table)
            each_word(part.words,
                      [&](std::string_view word) { (part.amount ? amounts : counts)[word] = &part; });
        for (const KnownLine& line : known_lines)
            each_word(line.words, [&](std::string_view word) { lines[word] = &line; });
    }
};
const Lookup& lookup() {
    static const Lookup table;
    return table;
}

/// Brackets in the alphabet of the grammar are full-width; the words above are easier to read with plain ones.
std::string with_plain_brackets(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("（")) {
            plain += '(';
            at += 3;
        } else if (rest.starts_with("）")) {
            plain += ')';
            at += 3;
        } else {
            plain += text[at++];
        }
    }
    return plain;
}

/// What a table of words has for these; most words that are asked for are in none.
template <class Table>
auto find_word(const Table& table, std::string_view words) -> decltype(table.begin()->second) {
    constexpr std::size_t longest = 120; // bytes, in any table above
    if (words.empty() || words.size() > longest) return nullptr;
    const bool brackets = words.find("（") != words.npos || words.find("）") != words.npos;
    const auto found = brackets ? table.find(with_plain_brackets(words)) : table.find(words);
    return found == table.end() ? nullptr : found->second;
}

bool year_at(std::string_view text, int& year) noexcept {
    if (text.size() < 4 || (!text.starts_with("19") && !text.starts_with("20"))) return false;
    year = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (text[i] < '0' || text[i] > '9') return false;
        year = year * 10 + (text[i] - '0');
    }
    return true;
}

} // namespace

std::size_t list_number_of(std::string_view text) noexcept {
    std::size_t at = 0;
    std::size_t digits = 0;
    const bool bracket = text.starts_with("（") || text.starts_with("(");
    if (bracket) at = text.starts_with("(") ? 1 : 3;
    while (at < text.size()) {
        if (text[at] >= '0' && text[at] <= '9') {
            ++at;
            ++digits;
            continue;
        }
        bool numeral = false;
        for (const std::string_view word : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})
            if (begins_with(text.substr(at), word)) numeral = true;
        if (!numeral) break;
        at += 3;
        ++digits;
    }
    if (digits != 0 && digits <= 4) {
        const std::string_view rest = text.substr(at);
        if (bracket) {
            for (const std::string_view mark : {"）", ")"})
                if (begins_with(rest, mark)) return at + mark.size();
            return 0;
        }
        for (const std::string_view mark : {"、", ".", "．"})
            if (begins_with(rest, mark) &&
                !(mark == "." && rest.size() > 1 && rest[1] >= '0' && rest[1] <= '9'))
                return at + mark.size();
        return 0;
    }
    const CodePoint c = decode_utf8(text, 0);
    return c.length != 0 && c.value >= 0x2460 && c.value <= 0x249B ? c.length : 0;
}

const KnownPart* known_part(std::string_view subject, bool amount) noexcept {
    return find_word(amount ? lookup().amounts : lookup().counts, subject);
}

const KnownPart* part_in_heading(std::string_view heading) noexcept {
    constexpr std::string_view words[] = {"机关运行经费", "政府采购", "三公经费", "“三公”经费",
                                          "基本支出",     "项目支出", "项目资金"};
    for (const std::string_view word : words)
        if (heading.find(word) != heading.npos && heading.find("整体") == heading.npos)
            return known_part(word, true);
    return nullptr;
}

const KnownLine* known_line(std::string_view subject) noexcept { return find_word(lookup().lines, subject); }

std::string_view scope_in(std::string_view words) noexcept {
    for (const std::string_view scope :
         {"政府性基金", "国有资本经营", "社会保险基金", "一般公共预算", "财政拨款"})
        if (words.find(scope) != words.npos) return scope;
    return {};
}

LabelParts parts_of_label(std::string_view label) {
    LabelParts parts;
    // 行政审批局2020年度部门预算: who it is of goes before the year.
    if (const std::size_t quoted = label.rfind("》"); quoted != label.npos && quoted + 3 < label.size())
        label.remove_prefix(quoted + 3);
    for (std::size_t at = label.rfind("20"); at != label.npos && at != 0; at = label.rfind("20", at - 1)) {
        int year = 0;
        const std::string_view rest = label.substr(at);
        if (year_at(rest, year) && rest.substr(4).starts_with("年") && rest.size() > 7) {
            label = rest;
            break;
        }
    }
    std::string rest(label);
    // 本年收入共计 is 本年收入, whatever its first or last word means alone.
    const auto is_known = [](std::string_view words) {
        for (const std::string_view end :
             {"", "共计", "合计", "总计", "为", "是", "达", "共", "总额为", "总额"})
            if (words.size() > end.size() && words.ends_with(end)) {
                const std::string_view name = words.substr(0, words.size() - end.size());
                if (known_part(name, true) != nullptr || known_line(name) != nullptr) return true;
            }
        return false;
    };
    bool changed = true;
    const auto take_front = [&](std::size_t size) {
        rest.erase(0, size);
        changed = true;
    };
    while (changed && !rest.empty()) {
        changed = false;
        if (const std::size_t number = list_number_of(rest); number != 0) take_front(number);
        int year = 0;
        if (year_at(rest, year) && std::string_view(rest).substr(4).starts_with("年")) {
            parts.year = year;
            std::size_t size = 7;
            for (const std::string_view word : {"度", "末", "底", "全年", "年度"})
                if (std::string_view(rest).substr(size).starts_with(word)) size += word.size();
            take_front(size);
            continue;
        }
        // 12月31日, 1-12月, 11月底
        std::size_t digits = 0;
        while (digits < rest.size() && ((rest[digits] >= '0' && rest[digits] <= '9') || rest[digits] == '-'))
            ++digits;
        if (digits != 0) {
            const std::string_view after = std::string_view(rest).substr(digits);
            bool date = false;
            for (const std::string_view word : {"月底", "月份", "月", "日"})
                if (!date && begins_with(after, word)) {
                    take_front(digits + word.size());
                    date = true;
                }
            if (date) continue;
        }
        for (const std::string_view word : {"上年同期", "去年同期", "上年末", "上年底", "去年末", "去年底",
                                            "上年度", "上一年度", "上一年", "上年", "去年"}) {
            const std::string_view after = std::string_view(rest).substr(std::min(word.size(), rest.size()));
            if (begins_with(rest, word) && !after.starts_with("结转") && !after.starts_with("结余")) {
                parts.previous = true;
                take_front(word.size());
                break;
            }
        }
        for (const std::string_view word : leading_words) {
            // A word that begins the name of a known part belongs to it: 实际收入, 单位资金.
            if (rest.size() > word.size() && begins_with(rest, word) && !is_known(rest)) {
                bool phase = false;
                for (const PhaseWord& entry : phase_word_list)
                    if (begins_with(rest, entry.word) && entry.word.size() > word.size()) phase = true;
                if (phase) break;
                take_front(word.size());
                break;
            }
            if (rest == word) {
                take_front(word.size());
                break;
            }
        }
        for (const std::string_view word : total_words) {
            if (!begins_with(rest, word) || known_part(rest, true) != nullptr) continue;
            parts.total = true;
            take_front(word.size());
            break;
        }
    }
    changed = true;
    while (changed && !rest.empty()) {
        changed = false;
        if (known_part(rest, true) != nullptr || known_line(rest) != nullptr) break;
        for (const std::string_view word : trailing_words)
            if (rest.size() >= word.size() && ends_with(rest, word)) {
                for (const std::string_view total : total_words) parts.total = parts.total || word == total;
                rest.erase(rest.size() - word.size());
                changed = true;
                break;
            }
        if (changed) continue;
        for (const std::string_view word : {"上年末", "上年底", "去年末", "去年底", "上年", "去年", "上年度"})
            if (rest.size() > word.size() && ends_with(rest, word)) {
                parts.previous = true;
                rest.erase(rest.size() - word.size());
                changed = true;
                break;
            }
        if (changed) continue;
        if (!parts.phase) {
            // 基本支出预算 is the budget of 基本支出, not the 支出预算 of 基本.
            for (const PhaseWord& entry : phase_word_list) {
                if (!ends_with(rest, entry.word)) continue;
                const std::string_view before =
                    std::string_view(rest).substr(0, rest.size() - entry.word.size());
                if (known_part(before, true) == nullptr && known_line(before) == nullptr) continue;
                parts.phase = entry.phase;
                rest.resize(before.size());
                break;
            }
            if (parts.phase) break;
        }
        if (!parts.phase)
            for (const PhaseWord& entry : phase_word_list)
                if (ends_with(rest, entry.word) || begins_with(rest, entry.word)) {
                    parts.phase = entry.phase;
                    if (ends_with(rest, entry.word))
                        rest.erase(rest.size() - entry.word.size());
                    else
                        rest.erase(0, entry.word.size());
                    changed = true;
                    break;
                }
    }
    // 项目支出支出预算
    if (rest.ends_with("支出支出")) rest.resize(rest.size() - 6);
    if (rest == "支出" || rest == "资金" || rest == "收入") {
        if (rest == "支出" && !parts.phase) parts.phase = Phase::executed;
        if (rest == "收入" && !parts.phase) parts.phase = Phase::received;
        rest.clear();
    }
    parts.bare = rest.empty();
    parts.subject = std::move(rest);
    return parts;
}

} // namespace tieout::detail
