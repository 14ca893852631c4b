// SPDX-License-Identifier: MIT
#include "region.hpp"

#include "words.hpp"

namespace tieout::test::adversary {

Planned Budget::revenue() const {
    Planned sum;
    for (const Line& line : in) sum += line.amount;
    return sum;
}

Planned Budget::spent() const {
    Planned sum;
    for (const Line& line : out) sum += line.amount;
    return sum;
}

Planned Region::taxes() const {
    Planned sum = general.revenue();
    const Planned& rest = general.in.back().amount;
    return {sum.now - rest.now, sum.prior - rest.prior, sum.initial - rest.initial,
            sum.adjusted - rest.adjusted};
}

namespace {

Planned planned(Random& random, Amount low, Amount high) {
    Planned p;
    p.now = random.between(low, high);
    p.prior = p.now / 100 * random.between(70, 140) + random.between(0, 9'999'99);
    p.initial = p.now / 100 * random.between(80, 120) + random.between(0, 9'999'99);
    p.adjusted = p.initial / 100 * random.between(95, 112) + random.between(0, 9'999'99);
    if (random.one_in(8)) p.adjusted = p.initial;
    return p;
}

Planned part(Random& random, const Planned& of, std::int64_t low, std::int64_t high) {
    const auto some = [&](Amount amount) {
        return amount / 100 * random.between(low, high) + random.between(0, 99);
    };
    return {some(of.now), some(of.prior), some(of.initial), some(of.adjusted)};
}

void fill(Random& random, Budget& budget, std::initializer_list<std::string_view> in,
          std::initializer_list<std::string_view> out, Amount unit) {
    for (const std::string_view name : in) budget.in.push_back({name, planned(random, unit, 30 * unit)});
    for (const std::string_view name : out) budget.out.push_back({name, planned(random, unit, 20 * unit)});
    const auto some = [&](std::int64_t most) {
        return random.one_in(3) ? 0 : random.between(unit, most * unit);
    };
    budget.debt = some(9);
    budget.moved_in = some(4);
    budget.opening = some(6);
    budget.upwards = some(3);
    budget.repaid = some(4);
    budget.moved_out = some(3);
    budget.reserved = some(3);
    const Amount out_now =
        budget.spent().now + budget.upwards + budget.repaid + budget.moved_out + budget.reserved;
    const Amount in_now = budget.revenue().now + budget.debt + budget.moved_in + budget.opening;
    // Subsidies fill the gap; what is over is carried to the next year.
    budget.closing = some(5);
    budget.subsidies = out_now + budget.closing - in_now;
    if (budget.subsidies < 0) {
        budget.closing -= budget.subsidies;
        budget.subsidies = 0;
    }
}

} // namespace

Region region_of(Random& random) {
    Region region;
    region.year = static_cast<int>(random.between(2016, 2024));
    region.place = place_name(random);
    const bool city = random.one_in(3);
    const bool county = !city && random.one_in(2);
    region.whole = city ? "全市" : county ? "全县" : "全区";
    region.level = city ? "市本级" : county ? "县本级" : "区本级";
    const Amount unit = random.one_in(3) ? yi : 500 * wan;
    region.general.name = "一般公共预算";
    fill(random, region.general, {"增值税", "企业所得税", "个人所得税", "契税", "非税收入"},
         {"一般公共服务支出", "公共安全支出", "教育支出", "社会保障和就业支出", "卫生健康支出", "农林水支出"},
         unit);
    region.government.name = "政府性基金预算";
    fill(random, region.government, {"国有土地使用权出让收入", "城市基础设施配套费收入", "污水处理费收入"},
         {"城乡社区支出", "农林水支出", "其他支出"}, unit);
    region.capital.name = "国有资本经营预算";
    fill(random, region.capital, {"利润收入", "股利、股息收入", "产权转让收入"},
         {"解决历史遗留问题及改革成本支出", "国有企业资本金注入"}, unit / 20);
    for (const std::string_view name :
         {"城乡居民基本养老保险基金", "机关事业单位基本养老保险基金", "工伤保险基金", "失业保险基金"}) {
        if (random.one_in(3)) continue;
        Insurance fund;
        fund.name = name;
        fund.in = planned(random, unit, 9 * unit);
        fund.out = part(random, fund.in, 60, 108);
        fund.opening = random.between(2 * unit, 20 * unit);
        region.insurance.push_back(fund);
    }
    region.own_revenue = part(random, region.general.revenue(), 20, 70);
    region.own_spent = part(random, region.general.spent(), 20, 70);
    region.by_tax_office = part(random, region.general.revenue(), 40, 90);
    region.half_revenue = part(random, region.general.revenue(), 40, 60);
    region.half_spent = part(random, region.general.spent(), 40, 60);
    region.general_debt = random.between(5 * unit, 60 * unit);
    region.special_debt = random.between(5 * unit, 80 * unit);
    region.limit = region.general_debt + region.special_debt + random.between(1, 9 * unit);
    for (Amount& older : region.older_revenue)
        older = region.general.revenue().prior / 100 * random.between(60, 130) + random.between(0, 9999);
    region.people = random.between(8, 300) * 1000 + random.between(0, 999);
    return region;
}

} // namespace tieout::test::adversary
