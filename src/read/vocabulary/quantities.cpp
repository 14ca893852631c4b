// SPDX-License-Identifier: MIT
#include "read/vocabulary/quantities.hpp"

#include "read/vocabulary/labels.hpp"
#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>

namespace tieout::detail {

namespace {

constexpr std::size_t longest_name = 120;

using At = QuantityWord::At;
constexpr QuantityWord measure_list[] = {
    {"率", At::end, "资产负债率", "率先发展资金"},
    {"=100", At::anywhere, "环比（上月=100）", ""},
    {"比", At::end, "生师比", "比选费用"},
    {"比例", At::end, "持股比例", "比例分担资金"},
    {"比重", At::end, "占比重", ""},
    {"占比", At::end, "药占比", ""},
    {"系数", At::end, "难度系数", ""},
    {"指数", At::end, "价格指数", "指数研究经费"},
    {"倍数", At::end, "市盈倍数", ""},
    {"均价", At::anywhere, "成交均价", ""},
    {"单价", At::anywhere, "单价", ""},
    {"价格", At::end, "市场价格", "价格补贴"},
    {"定额", At::end, "电耗定额", "定额补助"},
    {"水位", At::end, "水位", ""},
    {"单产", At::end, "粮食单产", ""},
    {"票价", At::end, "票价", "票价补贴"},
    {"房价", At::end, "房价", ""},
    {"地价", At::end, "楼面地价", ""},
    {"月薪", At::end, "月薪", ""},
    {"年薪", At::end, "年薪", ""},
    {"基数", At::end, "缴费基数", ""},
    {"成绩", At::end, "考试成绩", ""},
    {"气温", At::end, "最高气温", ""},
    {"覆盖面", At::end, "补助覆盖面", ""},
    {"标准", At::end, "补助标准", "标准化建设费"},
    {"单位成本", At::anywhere, "单位成本", "单位支出"},
    {"单位造价", At::anywhere, "单位造价", ""},
    {"单位面积", At::begin, "单位面积产量", ""},
    {"每", At::begin, "每千人床位数", ""},
    {"最高", At::begin, "最高限价", ""},
    {"最低", At::begin, "最低工资", "城市最低生活保障"},
    {"最大", At::begin, "最大值", ""},
    {"最小", At::begin, "最小值", ""},
    {"中位数", At::anywhere, "收入中位数", ""},
    {"期限", At::end, "债券期限", ""},
    {"年限", At::end, "使用年限", ""},
    {"工期", At::end, "合同工期", ""},
    {"周期", At::end, "建设周期", ""},
    {"名次", At::end, "全省名次", ""},
    {"位次", At::end, "位次", ""},
    {"排名", At::end, "排名", ""},
    {"排序", At::end, "排序", ""},
    {"年龄", At::end, "年龄", ""},
    {"工龄", At::end, "工龄", ""},
    {"年份", At::end, "购置年份", ""},
    {"密度", At::end, "人口密度", ""},
    {"强度", At::end, "投资强度", ""},
    {"浓度", At::end, "平均浓度", ""},
    {"程度", At::end, "成新程度", ""},
    {"满意度", At::anywhere, "总体满意度", "满意度调查费"},
    {"知晓度", At::end, "知晓度", ""},
    {"温度", At::end, "室内温度", ""},
    {"进度", At::end, "形象进度", "进度款"},
    {"水平", At::end, "工资水平", ""},
    {"等级", At::end, "评定等级", ""},
    {"级别", At::end, "级别", ""},
    {"增速", At::end, "增速", ""},
    {"增幅", At::end, "增幅", ""},
    {"涨幅", At::end, "涨幅", ""},
    {"降幅", At::end, "降幅", ""},
    {"宽度", At::end, "路面宽度", ""},
    {"高度", At::end, "建筑高度", ""},
    {"深度", At::end, "井深度", ""},
    {"厚度", At::end, "厚度", ""},
    {"编号", At::end, "合同编号", ""},
    {"文号", At::end, "文号", ""},
    {"电话", At::end, "联系电话", ""},
};

/// Names that end or begin like a measure and are none.
constexpr std::array<std::string_view, 4> no_measures{"对比", "最低生活保障", "满意度调查", "评比"};

constexpr std::array<std::string_view, 14> stock_words{"余额", "存量", "结余", "结存", "库存",
                                                       "在册", "实有", "保有", "期末", "月末",
                                                       "年末", "季末", "累计", "存栏"};

constexpr std::array<std::string_view, 9> signed_words{"增减", "变动", "变化", "增加额", "减少额",
                                                       "盈",   "亏",   "轧差", "损益"};

/// 均 in 均衡性转移支付 and 均已完成 is no mean.
bool says_mean(std::string_view name) noexcept {
    constexpr std::string_view mean = "均";
    constexpr std::array<std::string_view, 12> goes_on{"衡", "等", "可", "为", "已", "未",
                                                       "无", "有", "由", "属", "含", "系"};
    constexpr std::array<std::string_view, 6> each{"人", "户", "平", "年", "月", "日"};
    for (std::size_t at = find_words(name, mean); at != name.npos; at = find_words(name, mean, at + 1))
        // 人均可支配收入.
        if (!ends_with_any(name.substr(0, at), each).empty() ||
            begins_with_any(name.substr(at + mean.size()), goes_on).empty())
            return true;
    return false;
}

void strip_front(std::string_view& text, std::string_view word) noexcept {
    if (text.size() > word.size() && begins_with(text, word)) text.remove_prefix(word.size());
}
void strip_end(std::string_view& text, std::string_view word) noexcept {
    if (text.size() > word.size() && ends_with(text, word)) text.remove_suffix(word.size());
}

/// What every table has a total of.
constexpr std::array<std::string_view, 27> totals_of_tables{
    "",     "合计", "总计",   "总额",   "总数",     "总量",   "总体", "全部", "全体",
    "总",   "金额", "总金额", "合计数", "合计金额", "总规模", "数量", "数额", "规模",
    "人数", "数",   "所",     "其",     "结构",     "资金",   "份额", "面积", "次数"};

} // namespace

std::span<const QuantityWord> measure_words() noexcept { return measure_list; }

bool is_measure(std::string_view name) noexcept {
    if (name.empty() || name.size() > longest_name || contains_any(name, no_measures)) return false;
    if (says_mean(name)) return true;
    // 期限（年）.
    if (const std::size_t bracket = find_last_words(name, "（");
        bracket != name.npos && ends_with(name, "）"))
        if (bracket != 0) name = name.substr(0, bracket);
    return std::any_of(std::begin(measure_list), std::end(measure_list), [&](const QuantityWord& entry) {
        return entry.at == At::anywhere ? contains(name, entry.word)
               : entry.at == At::begin  ? begins_with(name, entry.word)
                                        : ends_with(name, entry.word);
    });
}

bool is_stock(std::string_view name) noexcept { return contains_any(name, stock_words); }

bool is_table_of_measures(std::string_view caption) noexcept {
    constexpr std::array<std::string_view, 9> ends{"表",   "统计", "一览", "情况", "汇总",
                                                   "明细", "对比", "比较", "变动"};
    for (bool changed = true; changed;) {
        const std::size_t before = caption.size();
        for (const std::string_view end : ends) strip_end(caption, end);
        changed = caption.size() != before;
    }
    return is_measure(caption);
}

bool may_be_negative(std::string_view name) noexcept {
    return is_balance(name) || contains_any(name, signed_words);
}

ShareHead share_in_head(std::string_view head) noexcept {
    ShareHead share;
    if (contains(head, "累计占比") || contains(head, "累计比重")) return {ShareHead::Whole::running, {}};
    std::string_view name = head;
    constexpr std::string_view takes = "占";
    const std::size_t of = find_words(head, takes);
    if (of == head.npos) {
        // 比重 alone, or the words before it: 支出比重.
        for (const std::string_view end : {"比重", "比例", "的"}) strip_end(name, end);
        if (name == "比重" || name == "比例") name = {};
    } else if (begins_with(head.substr(of), "占比")) {
        name = head.substr(0, of);
    } else {
        name = head.substr(of + takes.size());
        for (const std::string_view end :
             {"情况", "%", "（%）", "的比", "比重", "比例", "百分比", "比率", "份额", "比", "的"}) {
            if (name == end) name = {};
            strip_end(name, end);
        }
    }
    for (const std::string_view front : {"所", "本表", "全表"}) strip_front(name, front);
    if (is_any(name, totals_of_tables)) return share;
    return {ShareHead::Whole::named, name};
}

bool is_growth_of_another(std::string_view head) noexcept {
    constexpr std::array<std::string_view, 25> words{"考核", "下达", "任务",   "全省", "全国", "全市", "全县",
                                                     "全区", "全州", "省级",   "市级", "行业", "同行", "目标",
                                                     "计划", "预期", "预计",   "环比", "可比", "口径", "剔除",
                                                     "扣除", "名义", "不变价", "累计"};
    return says_mean(head) || contains_any(head, words);
}

bool is_rate_of_decline(std::string_view head) noexcept {
    constexpr std::array<std::string_view, 4> words{"压减率", "压减比例", "压减幅度", "降幅"};
    return contains_any(head, words);
}

bool is_step(std::string_view head) noexcept {
    constexpr std::array<std::string_view, 5> words{"比上月增减", "较上月增减", "比上季度增减",
                                                    "较上季度增减", "环比增减"};
    return contains_any(head, words);
}

bool is_excerpt(std::string_view caption) noexcept {
    constexpr std::array<std::string_view, 11> words{"节选", "摘录", "选录", "择要",     "选列",    "摘选",
                                                     "片段", "续前", "抽样", "未得满分", "未达满分"};
    if (contains_any(caption, words) || begins_with(caption, "部分") || contains(caption, "（部分"))
        return true;
    constexpr std::array<std::string_view, 10> numbers{"一", "二", "三", "四", "五",
                                                       "六", "七", "八", "九", "十"};
    constexpr std::array<std::string_view, 10> counted{"名", "位", "家", "大", "项",
                                                       "个", "强", "户", "类", "笔"};
    for (const std::string_view word : {"前", "TOP", "Top", "top"})
        for (std::size_t at = find_words(caption, word); at != caption.npos;
             at = find_words(caption, word, at + 1)) {
            std::string_view rest = caption.substr(at + word.size());
            const std::size_t size = rest.size();
            for (int digits = 0; digits < 3 && !rest.empty(); ++digits) {
                if (rest.front() >= '0' && rest.front() <= '9')
                    rest.remove_prefix(1);
                else
                    rest.remove_prefix(begins_with_any(rest, numbers).size());
            }
            if (rest.size() != size && (word != "前" || !begins_with_any(rest, counted).empty())) return true;
        }
    return false;
}

namespace {

/// What forms print beneath themselves: 本表反映部门本年度…, 本套报表金额单位转换时可能存在尾数误差.
bool is_note_of_form(std::string_view note) noexcept {
    constexpr std::array<std::string_view, 6> of_form{"反映部门", "反映单位", "本表反映",
                                                      "为空",     "无数据",   "填报"};
    constexpr std::array<std::string_view, 5> of_printing{"来源：", "尾差", "尾数", "误差", "四舍五入"};
    constexpr std::array<std::string_view, 7> more{"未", "不等", "之差", "差额", "含", "统筹", "部分"};
    return contains_any(note, of_form) || (contains_any(note, of_printing) && !contains_any(note, more));
}

} // namespace

bool is_note_on_figures(std::string_view note) noexcept {
    constexpr std::array<std::string_view, 9> marks{"注：",  "注:",  "备注：", "备注:", "说明：",
                                                    "说明:", "附注", "注1",    "注释"};
    return !begins_with_any(note, marks).empty() && !is_note_of_form(note);
}

bool tells_of_rates(std::string_view note) noexcept {
    constexpr std::array<std::string_view, 10> words{"口径", "增长", "增幅", "增减", "降幅",
                                                     "占比", "比例", "率",   "平均", "同比"};
    return contains_any(note, words);
}

bool tells_of_totals(std::string_view note) noexcept {
    if (is_note_of_form(note)) return false;
    constexpr std::array<std::string_view, 13> named{"合计", "总计", "总数", "总额", "小计", "本表", "表中",
                                                     "表内", "上表", "下表", "表列", "其中", "各"};
    constexpr std::array<std::string_view, 18> told{"仅",   "只",   "未",   "不含", "不包括", "从略",
                                                    "篇幅", "部分", "抵销", "抵消", "其余",   "另有",
                                                    "除",   "交叉", "重复", "含",   "包括",   "为全"};
    return contains_any(note, named) && contains_any(note, told);
}

bool is_beside_total(std::string_view label) noexcept {
    constexpr std::array<std::string_view, 8> begins{"另：", "另:", "#", "*", "＊", "★", "附：", "附:"};
    constexpr std::array<std::string_view, 10> words{"不计入", "未计入", "已计入", "已含", "含在",
                                                     "不列入", "未列入", "中：",   "中:",  "重复计算"};
    return !begins_with_any(label, begins).empty() || contains_any(label, words);
}

bool compares_plainly(std::string_view head) noexcept {
    constexpr std::array<std::string_view, 68> words{
        "比上年", "较上年", "与上年", "比去年", "较去年", "与去年", "比上期", "较上期", "比前年", "较前年",
        "较",     "比",     "与",     "对比",   "相比",   "同比",   "同期",   "增长",   "增减",   "增加",
        "减少",   "下降",   "上升",   "增",     "减",     "升",     "降",     "变动",   "变化",   "差异",
        "差额",   "差",     "率",     "幅度",   "幅",     "速度",   "速",     "情况",   "绝对",   "金额",
        "百分比", "比例",   "比率",   "数",     "额",     "值",     "量",     "年度",   "年",     "预算",
        "决算",   "执行",   "实际",   "支出",   "收入",   "投入",   "经费",   "±",      "％",     "（",
        "）",     "、",     "／",     "—",      "～",     "：",
    };
    // 增速较上年变化: how the rate has changed.
    constexpr std::array<std::string_view, 6> rates{"率", "幅度", "幅", "速度", "速", "百分比"};
    constexpr std::array<std::string_view, 9> again{"比",   "较", "与", "对比", "变化",
                                                    "变动", "差", "增", "同比"};
    bool of_rate = false;
    while (!head.empty()) {
        std::string_view taken = begins_with_any(head, words);
        if (of_rate && !begins_with_any(taken, again).empty() && taken != "比例" && taken != "比率")
            return false;
        of_rate = of_rate || is_any(taken, rates);
        // Years, signs and words in letters.
        if (taken.empty() && static_cast<unsigned char>(head.front()) < 0x80) taken = head.substr(0, 1);
        if (taken.empty()) return false;
        head.remove_prefix(taken.size());
    }
    return true;
}

bool is_counted_once(std::string_view head) noexcept {
    constexpr std::array<std::string_view, 6> words{"人数", "企业", "户数", "单位数", "家数", "去重"};
    return contains_any(head, words) && !contains(head, "人次");
}

bool may_overlap(std::string_view head) noexcept {
    constexpr std::array<std::string_view, 14> words{"单位数", "供应商", "项目数",   "品目",    "品种",
                                                     "种类",   "（种）", "剔重",     "去重",    "不重复",
                                                     "部门数", "部门个", "单位个数", "剔除重复"};
    // 涉及部门, 帮扶村: each may have to do with several of the rows. 涉及资金 is shared out among them.
    constexpr std::array<std::string_view, 6> relations{"涉及", "参与", "覆盖", "帮扶", "结对", "联系"};
    constexpr std::array<std::string_view, 6> shared{"资金", "金额", "经费", "款", "元", "面积"};
    return contains_any(head, words) || (contains_any(head, relations) && !contains_any(head, shared));
}

bool is_carried_from_page(std::string_view label) noexcept {
    constexpr std::array<std::string_view, 5> words{"承前页", "承上页", "接上页", "接前页", "过次页"};
    return is_any(label, words);
}

bool is_ellipsis(std::string_view label) noexcept {
    constexpr std::array<std::string_view, 9> words{"…",      "……",     "...",        "......", "略",
                                                    "（略）", "以下略", "（以下略）", "中略"};
    return is_any(label, words);
}

std::string_view whole_in_total(std::string_view label) noexcept {
    constexpr std::array<std::string_view, 6> words{"合计", "总计", "小计", "共计", "总额", "累计"};
    for (const std::string_view word : words) {
        if (label == word) return {};
        strip_front(label, word);
        strip_end(label, word);
    }
    for (const std::string_view time : {"本年度", "本年", "当年", "全年", "本期"}) {
        if (label == time) return {};
        strip_front(label, time);
    }
    return label;
}

bool may_be_part_of_total(std::string_view part, std::string_view whole) noexcept {
    const std::string_view one = whole_in_total(part);
    const std::string_view all = whole_in_total(whole);
    return all.empty() || one.empty() || contains(all, one) || ends_with(one, all) || begins_with(one, all);
}

} // namespace tieout::detail
