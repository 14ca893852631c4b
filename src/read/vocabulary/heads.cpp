// SPDX-License-Identifier: MIT
#include "read/vocabulary/heads.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>

namespace tieout::detail {

namespace {

constexpr HeadWord head_word_list[] = {
    {HeadRole::ordinal, "序号", 0, true, "序号", ""},
    {HeadRole::ordinal, "行次", 0, true, "行次", ""},
    {HeadRole::code, "编码", 0, true, "科目编码", "条码管理费"},
    {HeadRole::code, "代码", 0, true, "科目代码", ""},
    {HeadRole::date, "日期", 0, true, "完成日期", ""},
    {HeadRole::date, "时间", 0, false, "完成时间", ""},
    {HeadRole::remark, "偏差", 0, true, "偏差原因分析", ""},
    {HeadRole::remark, "原因", 0, true, "未完成原因", ""},
    {HeadRole::remark, "备注", 0, true, "备注", ""},
    {HeadRole::remark, "改进措施", 0, true, "改进措施", ""},
    {HeadRole::remark, "说明", 0, false, "说明", ""},
    {HeadRole::tier, "一级指标", 1, true, "一级指标", ""},
    {HeadRole::tier, "二级指标", 2, true, "二级指标", ""},
    {HeadRole::tier, "三级指标", 3, true, "三级指标", ""},
    {HeadRole::tier, "指标名称", 3, true, "指标名称", ""},
    {HeadRole::tier, "指标内容", 3, true, "指标内容", ""},
    {HeadRole::words, "评分标准", 0, false, "评分标准", ""},
    {HeadRole::words, "评分依据", 0, false, "评分依据", ""},
    {HeadRole::words, "评分细则", 0, false, "评分细则", ""},
    {HeadRole::words, "评分方法", 0, false, "评分方法", ""},
    {HeadRole::words, "得分依据", 0, false, "得分依据", ""},
    {HeadRole::rate, "得分率", 0, true, "得分率", ""},
    {HeadRole::score, "得分", 0, true, "自评得分", ""},
    {HeadRole::score, "评分", 0, true, "加权评分", "评分标准"},
    {HeadRole::weight, "分值", 0, true, "分值", ""},
    {HeadRole::weight, "权重", 0, true, "权重", ""},
    {HeadRole::weight, "标准分", 0, true, "标准分", ""},
    {HeadRole::weight, "满分", 0, true, "满分", ""},
    {HeadRole::comparison, "指标性质", 0, true, "指标性质", ""},
    {HeadRole::measure, "度量单位", 0, true, "度量单位", ""},
    {HeadRole::measure, "计量单位", 0, true, "计量单位", ""},
    {HeadRole::target, "指标值", 0, true, "年度指标值", ""},
    {HeadRole::target, "目标值", 0, true, "目标值", ""},
    {HeadRole::target, "预期目标", 0, true, "预期目标", ""},
    {HeadRole::actual, "实际完成值", 0, true, "实际完成值", ""},
    {HeadRole::actual, "完成情况", 0, true, "完成情况", ""},
    {HeadRole::actual, "完成值", 0, true, "完成值", ""},
    {HeadRole::actual, "全年实际完成", 0, true, "全年实际完成情况", ""},
    {HeadRole::growth, "增长率", 0, true, "同比增长率", ""},
    {HeadRole::growth, "增减率", 0, true, "增减率", ""},
    {HeadRole::growth, "增减%", 0, true, "增减%", ""},
    {HeadRole::growth, "增长%", 0, true, "增长%", ""},
    {HeadRole::growth, "增减幅度", 0, true, "增减幅度", ""},
    {HeadRole::growth, "增减比例", 0, true, "增减比例", ""},
    {HeadRole::growth, "增长比例", 0, true, "增长比例", ""},
    {HeadRole::growth, "增幅", 0, true, "增幅", ""},
    {HeadRole::growth, "增速", 0, true, "同比增速", ""},
    {HeadRole::growth, "变动率", 0, true, "变动率", ""},
    {HeadRole::growth, "变化率", 0, true, "变化率", ""},
    {HeadRole::growth, "压减率", 0, true, "压减率", ""},
    {HeadRole::growth, "压减比例", 0, true, "压减比例", ""},
    {HeadRole::growth, "压减幅度", 0, true, "压减幅度", ""},
    {HeadRole::growth, "降幅", 0, true, "降幅", ""},
    {HeadRole::growth, "同比%", 0, true, "同比%", ""},
    {HeadRole::share, "占比", 0, true, "占比", ""},
    {HeadRole::share, "比重", 0, true, "比重", ""},
    {HeadRole::rate, "执行率", 0, true, "预算执行率", ""},
    {HeadRole::rate, "使用率", 0, true, "资金使用率", ""},
    {HeadRole::rate, "完成率", 0, true, "完成率", ""},
    {HeadRole::rate, "控制率", 0, true, "控制率", ""},
    {HeadRole::rate, "到位率", 0, true, "到位率", ""},
    {HeadRole::rate, "支付率", 0, true, "支付率", ""},
    {HeadRole::rate, "支出率", 0, true, "支出率", ""},
    {HeadRole::rate, "执行进度", 0, true, "执行进度", ""},
    {HeadRole::rate, "支付进度", 0, true, "支付进度", ""},
    {HeadRole::rate, "支出进度", 0, true, "支出进度", ""},
    {HeadRole::rate, "完成比例", 0, false, "完成比例", ""},
    {HeadRole::rate, "完成预算", 0, true, "完成预算的%", ""},
    {HeadRole::change, "增减额", 0, true, "增减额", ""},
    {HeadRole::change, "增减数", 0, true, "增减数", ""},
    {HeadRole::change, "增减变动", 0, true, "增减变动", ""},
    {HeadRole::change, "比上年增减", 0, true, "比上年增减", ""},
    {HeadRole::change, "增减", 0, true, "增减", ""},
    {HeadRole::change, "增加额", 0, true, "增加额", ""},
    {HeadRole::change, "压减额", 0, true, "压减额", ""},
    {HeadRole::change, "压减金额", 0, true, "压减金额", ""},
    {HeadRole::change, "压减数", 0, true, "压减数", ""},
    {HeadRole::change, "变动额", 0, true, "变动额", ""},
    {HeadRole::change, "差额", 0, true, "差额", ""},
    {HeadRole::average, "人均", 0, true, "人均支出", ""},
    {HeadRole::average, "月均", 0, true, "月均", ""},
    {HeadRole::average, "平均", 0, true, "平均数", ""},
    {HeadRole::running, "累计", 0, true, "累计支出", "累计折旧"},
};

/// Heads that are these words and no more.
constexpr HeadWord whole_heads[] = {
    {HeadRole::code, "类", 0, true, "类", "类别"},
    {HeadRole::code, "款", 0, true, "款", "借款"},
    {HeadRole::code, "项", 0, true, "项", "事项"},
    {HeadRole::period, "年度", 0, false, "年度", "年度预算"},
    {HeadRole::period, "年份", 0, false, "年份", ""},
    {HeadRole::period, "月份", 0, false, "月份", ""},
    {HeadRole::period, "月度", 0, false, "月度", ""},
    {HeadRole::period, "季度", 0, false, "季度", ""},
    {HeadRole::change, "比较", 0, false, "比较", ""},
    {HeadRole::growth, "同比", 0, false, "同比", ""},
    {HeadRole::code, "科目", 0, false, "科目", "科目名称"},
    {HeadRole::tier, "指标", 3, false, "指标", "指标值"},
    {HeadRole::tier, "绩效指标", 3, false, "绩效指标", ""},
    {HeadRole::tier, "评价指标", 3, false, "评价指标", ""},
    {HeadRole::tier, "考核指标", 3, false, "考核指标", ""},
};

/// Heads of columns of names end with these.
constexpr std::array<std::string_view, 15> name_heads{"项目", "科目",     "名称", "内容", "类别",
                                                      "收入", "支出",     "单位", "部门", "指标",
                                                      "摘要", "资金来源", "类型", "用途", "事项"};
/// Heads under which every name is one of their kind.
constexpr std::array<std::string_view, 16> axes_of_names{
    "项目名称", "单位名称", "部门名称", "预算单位", "单位", "部门", "地区", "区县",
    "乡镇",     "街道",     "采购类型", "姓名",     "年度", "年份", "月份", "季度"};

using At = LabelWord::At;
constexpr LabelWord label_word_list[] = {
    {RowWord::carried, "过次页", At::either, "过次页", ""},
    {RowWord::carried, "转次页", At::either, "转次页", ""},
    {RowWord::carried, "转下页", At::either, "转下页", ""},
    {RowWord::carried, "接下页", At::either, "接下页", ""},
    {RowWord::carried, "承前页", At::either, "承前页", ""},
    {RowWord::carried, "承上页", At::either, "承上页", ""},
    {RowWord::carried, "接上页", At::either, "接上页", ""},
    {RowWord::carried, "上页合计", At::either, "上页合计", "本页合计"},
    {RowWord::carried, "前页累计", At::either, "前页累计", ""},
    {RowWord::grand, "总计", At::either, "收入总计", "总计划"},
    {RowWord::subtotal, "小计", At::either, "产出指标小计", ""},
    {RowWord::total, "合计", At::either, "本年收入合计", ""},
    {RowWord::total, "共计", At::either, "共计", ""},
    {RowWord::total, "累计", At::whole, "累计", "累计折旧"},
    {RowWord::total, "总额", At::whole, "总额", ""},
    {RowWord::average, "月均", At::either, "月均", ""},
    {RowWord::average, "平均", At::either, "平均", "平均工资"},
    {RowWord::average, "平均数", At::whole, "平均数", ""},
    {RowWord::average, "平均值", At::whole, "平均值", ""},
    {RowWord::growth, "增长率", At::end, "增长率", ""},
    {RowWord::growth, "增减率", At::end, "增减率", ""},
    {RowWord::growth, "增幅", At::end, "增幅", ""},
    {RowWord::growth, "增长%", At::end, "增长%", ""},
    {RowWord::change, "增减额", At::end, "增减额", ""},
    {RowWord::change, "增减", At::whole, "增减", ""},
    {RowWord::change, "比上年增减", At::whole, "比上年增减", ""},
    {RowWord::change, "增减数", At::whole, "增减数", ""},
    {RowWord::rate, "执行率", At::end, "预算执行率", ""},
    {RowWord::rate, "完成率", At::end, "完成率", ""},
    {RowWord::share, "占比", At::end, "占比", ""},
    {RowWord::share, "比重", At::end, "比重", ""},
    {RowWord::balance, "收支结余", At::end, "收支结余", ""},
    {RowWord::balance, "收支差额", At::end, "收支差额", "用事业基金弥补收支差额"},
    {RowWord::balance, "结余", At::whole, "结余", "结转和结余"},
    {RowWord::balance, "本年结余", At::whole, "本年结余", ""},
    {RowWord::balance, "盈余", At::either, "综合盈余", ""},
    {RowWord::balance, "（赤字）", At::end, "盈余/（赤字）", ""},
    {RowWord::balance, "盈余（赤字）", At::end, "综合盈余（赤字）", ""},
};

/// Bytes of these words: the last, and of those with which labels begin the third, which tells characters apart.
struct LabelWordBytes {
    static constexpr std::size_t shortest = 3;
    std::array<bool, 256> last{};
    std::array<bool, 256> third{};
};
constexpr LabelWordBytes label_word_bytes = [] {
    LabelWordBytes bytes;
    for (const LabelWord& entry : label_word_list) {
        bytes.last[static_cast<unsigned char>(entry.word.back())] = true;
        if (entry.at == At::either) bytes.third[static_cast<unsigned char>(entry.word[2])] = true;
    }
    return bytes;
}();
static_assert(std::all_of(std::begin(label_word_list), std::end(label_word_list), [](const LabelWord& entry) {
    return entry.word.size() >= LabelWordBytes::shortest;
}));

} // namespace

std::span<const HeadWord> head_words() noexcept { return head_word_list; }

const HeadWord* head_word_in(std::string_view head) noexcept {
    constexpr std::size_t longest_head = 60;
    if (head.empty() || head.size() > longest_head) return nullptr;
    for (const HeadWord& entry : whole_heads)
        if (head == entry.word) return &entry;
    const CharactersOf there(head);
    for (const HeadWord& entry : head_word_list) {
        if (!there.may_hold(entry.word) || !contains(head, entry.word)) continue;
        // 得分占比, 得分排名 say something of a score.
        if (entry.role == HeadRole::score &&
            contains_any(head, std::array<std::string_view, 4>{"占比", "比重", "排名", "名次"}))
            continue;
        // 累计折旧 is an amount, 比较法 a method.
        if (entry.role == HeadRole::running && head.find("折旧") != head.npos) continue;
        return &entry;
    }
    return nullptr;
}

bool names_rows(std::string_view head) noexcept {
    return std::any_of(name_heads.begin(), name_heads.end(),
                       [&](std::string_view word) { return ends_with(head, word); });
}

bool is_axis_of_names(std::string_view head) noexcept {
    return std::any_of(axes_of_names.begin(), axes_of_names.end(),
                       [&](std::string_view word) { return ends_with(head, word); });
}

bool is_rate_of_budget(std::string_view head) noexcept {
    constexpr std::array<std::string_view, 3> words{"完成预算", "完成率", "占预算"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return head.find(word) != head.npos; });
}

std::span<const LabelWord> label_words() noexcept { return label_word_list; }

RowWord row_word_of(std::string_view label) noexcept {
    // The names of projects and units end and begin with other characters.
    if (label.size() < LabelWordBytes::shortest ||
        !(label_word_bytes.last[static_cast<unsigned char>(label.back())] ||
          label_word_bytes.third[static_cast<unsigned char>(label[2])]))
        return RowWord::none;
    for (const LabelWord& entry : label_word_list) {
        const bool ends = ends_with(label, entry.word);
        const bool fits = entry.at == At::whole ? label == entry.word
                          : entry.at == At::end ? ends
                                                : ends || begins_with(label, entry.word);
        if (!fits) continue;
        // 用事业基金弥补收支差额 is what makes up for it.
        if (entry.is == RowWord::balance && contains(label, "弥补")) continue;
        // 总计划, 平均工资 go on with a word of their own.
        if (!ends && entry.is == RowWord::average) continue;
        if (!ends && entry.is == RowWord::grand && label.substr(entry.word.size()).starts_with("划"))
            continue;
        return entry.is;
    }
    return RowWord::none;
}

bool is_bare_total(std::string_view label) noexcept {
    constexpr std::array<std::string_view, 6> words{"合计", "小计", "总计", "共计", "累计", "总额"};
    return label.empty() || std::find(words.begin(), words.end(), label) != words.end();
}

} // namespace tieout::detail
