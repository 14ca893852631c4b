// SPDX-License-Identifier: MIT
#include "words.hpp"

#include <array>
#include <span>
#include <utility>

namespace tieout::test::adversary {

namespace {

constexpr std::array<std::string_view, 16> places = {
    "青枫县",   "鹿鸣区",   "竹岭市", "白沙洲区", "云门县", "桐江市", "石塘镇", "柳溪乡",
    "南塘街道", "丰泽垦区", "梅岭县", "双井区",   "望江县", "玉屏市", "沙河镇", "长亭区"};
constexpr std::array<std::string_view, 14> kinds = {
    "水务局", "档案馆", "图书馆",     "司法局",     "民政局",         "审计局",         "统计局",
    "财政局", "文化馆", "农业农村局", "行政审批局", "人民政府办公室", "退役军人事务局", "疾病预防控制中心"};
constexpr std::array<std::string_view, 30> projects = {
    "校舍维修加固",   "河道清淤",     "防汛物资储备",     "政务大厅升级",     "老旧小区改造",
    "农村公路养护",   "古籍数字化",   "档案库房恒温系统", "基层站所建设",     "水质监测站点",
    "食品抽检",       "秸秆综合利用", "惠民演出",         "社区矫正中心",     "法律援助",
    "全民阅读推广",   "视频会议系统", "公共厕所改建",     "高标准农田",       "饮用水源地保护",
    "残疾人辅具适配", "困难群众慰问", "网络安全等级测评", "村级活动场所修缮", "路灯节能改造",
    "非遗传承",       "森林防火",     "人口抽样调查",     "信访维稳",         "招商推介"};
constexpr std::array<std::string_view, 5> suffixes = {"项目", "工程", "经费", "", "专项"};
constexpr std::array<std::string_view, 12> bodies = {
    "综合执法大队", "信息中心",   "机关服务中心", "培训中心",       "监测站",     "质量检验所",
    "技术推广站",   "城关中心所", "勘测设计院",   "公共资源交易站", "救助管理站", "第一分局"};
constexpr std::array<std::string_view, 8> counted = {"新建站点数量", "培训场次",     "开展检查次数",
                                                     "改造完成量",   "成果转化数量", "组织活动场次",
                                                     "编印资料册数", "受益村组数量"};
constexpr std::array<std::string_view, 12> rated = {
    "验收合格率",     "资金拨付及时率", "任务按期完成率", "设备正常运行率", "群众知晓率", "事项办结比例",
    "重点对象覆盖率", "居民满意度",     "企业满意度",     "受训人员满意度", "制度健全率", "隐患整改率"};

template <std::size_t size>
std::vector<std::string_view> several(Random& random, const std::array<std::string_view, size>& words,
                                      std::size_t count) {
    std::vector<std::string_view> order(words.begin(), words.end());
    for (std::size_t i = 0; i < count && i < order.size(); ++i)
        std::swap(order[i], order[static_cast<std::size_t>(random.between(
                                static_cast<std::int64_t>(i), static_cast<std::int64_t>(order.size()) - 1))]);
    order.resize(std::min(count, order.size()));
    return order;
}

template <std::size_t size>
std::string_view one(Random& random, const std::array<std::string_view, size>& words) {
    return words[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(size) - 1))];
}

} // namespace

std::string place_name(Random& random) { return std::string(one(random, places)); }
std::string_view body_kind(Random& random) { return one(random, kinds); }

std::vector<std::string> project_names(Random& random, std::size_t count) {
    const std::string_view suffix = one(random, suffixes);
    std::vector<std::string> names;
    for (const std::string_view name : several(random, projects, count))
        names.push_back(std::string(name) + std::string(random.one_in(4) ? one(random, suffixes) : suffix));
    return names;
}

std::vector<std::string> body_names(Random& random, std::size_t count) {
    std::vector<std::string> names{std::string(random.of({"局机关", "机关本级", "局本级", "本级"}))};
    for (const std::string_view name : several(random, bodies, count - 1)) names.emplace_back(name);
    return names;
}

std::vector<std::string> indicator_names(Random& random, std::size_t count, bool rates) {
    std::vector<std::string> names;
    for (const std::string_view name :
         rates ? several(random, rated, count) : several(random, counted, count))
        names.emplace_back(name);
    return names;
}

} // namespace tieout::test::adversary
