// SPDX-License-Identifier: MIT
#include "account.hpp"

namespace tieout::test::adversary {

namespace {

// 政府收支分类科目: a choice from the classification by function. The sections 212 (in part), 229 and 223 are those that
// government funds and the state capital budget pay for.
constexpr std::array items = {
    FunctionItem{"2010301", "一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行"},
    FunctionItem{"2010302", "一般公共服务支出", "政府办公厅（室）及相关机构事务", "一般行政管理事务"},
    FunctionItem{"2010350", "一般公共服务支出", "政府办公厅（室）及相关机构事务", "事业运行"},
    FunctionItem{"2010601", "一般公共服务支出", "财政事务", "行政运行"},
    FunctionItem{"2010607", "一般公共服务支出", "财政事务", "信息化建设"},
    FunctionItem{"2040601", "公共安全支出", "司法", "行政运行"},
    FunctionItem{"2040604", "公共安全支出", "司法", "基层司法业务"},
    FunctionItem{"2050201", "教育支出", "普通教育", "学前教育"},
    FunctionItem{"2050202", "教育支出", "普通教育", "小学教育"},
    FunctionItem{"2050803", "教育支出", "进修及培训", "培训支出"},
    FunctionItem{"2060404", "科学技术支出", "技术研究与开发", "科技成果转化与扩散"},
    FunctionItem{"2070104", "文化旅游体育与传媒支出", "文化和旅游", "图书馆"},
    FunctionItem{"2070109", "文化旅游体育与传媒支出", "文化和旅游", "群众文化"},
    FunctionItem{"2070204", "文化旅游体育与传媒支出", "文物", "文物保护"},
    FunctionItem{"2080501", "社会保障和就业支出", "行政事业单位养老支出", "行政单位离退休"},
    FunctionItem{"2080505", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"},
    FunctionItem{"2080506", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位职业年金缴费支出"},
    FunctionItem{"2080801", "社会保障和就业支出", "抚恤", "死亡抚恤"},
    FunctionItem{"2089999", "社会保障和就业支出", "其他社会保障和就业支出", "其他社会保障和就业支出"},
    FunctionItem{"2101101", "卫生健康支出", "行政事业单位医疗", "行政单位医疗"},
    FunctionItem{"2101103", "卫生健康支出", "行政事业单位医疗", "公务员医疗补助"},
    FunctionItem{"2110301", "节能环保支出", "污染防治", "大气"},
    FunctionItem{"2110302", "节能环保支出", "污染防治", "水体"},
    FunctionItem{"2120101", "城乡社区支出", "城乡社区管理事务", "行政运行"},
    FunctionItem{"2120501", "城乡社区支出", "城乡社区环境卫生", "城乡社区环境卫生"},
    FunctionItem{"2130106", "农林水支出", "农业农村", "科技转化与推广服务"},
    FunctionItem{"2130306", "农林水支出", "水利", "水利工程运行与维护"},
    FunctionItem{"2130314", "农林水支出", "水利", "防汛"},
    FunctionItem{"2210201", "住房保障支出", "住房改革支出", "住房公积金"},
    FunctionItem{"2210203", "住房保障支出", "住房改革支出", "购房补贴"},
    FunctionItem{"2120801", "城乡社区支出", "国有土地使用权出让收入安排的支出", "征地和拆迁补偿支出"},
    FunctionItem{"2120804", "城乡社区支出", "国有土地使用权出让收入安排的支出", "农村基础设施建设支出"},
    FunctionItem{"2296002", "其他支出", "彩票公益金安排的支出", "用于社会福利的彩票公益金支出"},
    FunctionItem{"2296003", "其他支出", "彩票公益金安排的支出", "用于体育事业的彩票公益金支出"},
    FunctionItem{"2230105", "国有资本经营预算支出", "解决历史遗留问题及改革成本支出",
                 "国有企业退休人员社会化管理补助支出"},
    FunctionItem{"2230301", "国有资本经营预算支出", "金融国有资本经营预算支出", "资本性支出"},
};

const std::array<Economic, 26>& classes() {
    static const std::array<Economic, 26> all = {
        Economic{"30101", "工资福利支出", "基本工资"},
        Economic{"30102", "工资福利支出", "津贴补贴"},
        Economic{"30103", "工资福利支出", "奖金"},
        Economic{"30107", "工资福利支出", "绩效工资"},
        Economic{"30108", "工资福利支出", "机关事业单位基本养老保险缴费"},
        Economic{"30110", "工资福利支出", "职工基本医疗保险缴费"},
        Economic{"30113", "工资福利支出", "住房公积金"},
        Economic{"30201", "商品和服务支出", "办公费"},
        Economic{"30202", "商品和服务支出", "印刷费"},
        Economic{"30205", "商品和服务支出", "水费"},
        Economic{"30206", "商品和服务支出", "电费"},
        Economic{"30207", "商品和服务支出", "邮电费"},
        Economic{"30211", "商品和服务支出", "差旅费"},
        Economic{"30213", "商品和服务支出", "维修（护）费"},
        Economic{"30215", "商品和服务支出", "会议费"},
        Economic{"30216", "商品和服务支出", "培训费"},
        Economic{"30217", "商品和服务支出", "公务接待费"},
        Economic{"30226", "商品和服务支出", "劳务费"},
        Economic{"30228", "商品和服务支出", "工会经费"},
        Economic{"30231", "商品和服务支出", "公务用车运行维护费"},
        Economic{"30239", "商品和服务支出", "其他交通费用"},
        Economic{"30302", "对个人和家庭的补助", "退休费"},
        Economic{"30304", "对个人和家庭的补助", "抚恤金"},
        Economic{"30305", "对个人和家庭的补助", "生活补助"},
        Economic{"31002", "资本性支出", "办公设备购置"},
        Economic{"31007", "资本性支出", "信息网络及软件购置更新"},
    };
    return all;
}

} // namespace

std::span<const FunctionItem> function_items() { return items; }
std::span<const Economic> economic_classes() { return classes(); }

std::string_view function_name(std::string_view code) {
    for (const FunctionItem& item : items)
        if (item.code.starts_with(code))
            return code.size() == 3 ? item.section : code.size() == 5 ? item.group : item.item;
    return "其他";
}

std::string_view name_of_own_source(std::size_t source) {
    static constexpr std::array<std::string_view, own_sources> names = {
        "事业收入", "经营收入", "上级补助收入", "附属单位上缴收入", "其他收入"};
    return names[source];
}

std::string_view name_of(Fund fund) {
    static constexpr std::array<std::string_view, funds> names = {"一般公共预算", "政府性基金预算",
                                                                  "国有资本经营预算", "非财政拨款"};
    return names[static_cast<std::size_t>(fund)];
}

} // namespace tieout::test::adversary
