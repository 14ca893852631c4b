// SPDX-License-Identifier: MIT
// Sections of a report that belong together: what was spent on each class, with its share, and the items of all classes one
// by one, all of them or the main ones only; and the totals of grants beside those of everything.
#include "phrases.hpp"
#include "structures.hpp"

#include <array>
#include <string>
#include <vector>

namespace tieout::test::adversary {

namespace {

/// A class of one fund: 教育支出（类）.
void tell_classes(Writer& w, Fund fund) {
    const FundSet which = only(fund);
    const Amount all = w.account.spent(which).now;
    std::vector<std::string> said;
    for (const std::string& code : w.account.codes(3, which))
        if (const Amount amount = w.account.spent(which, code).now; amount > 0)
            said.push_back(w.fill("$n（类）$a，占$p", {{"n", std::string(function_name(code))},
                                                       {"a", w.money(amount)},
                                                       {"p", w.percent(amount, all)}}));
    if (said.empty()) return;
    w.say("$f财政拨款支出$t，主要用于以下方面：$list。",
          {{"f", std::string(name_of(fund))}, {"t", w.money(all)}, {"list", join(said, "；", "；")}});
}

std::string compared(Writer& w, const Phases& amount) {
    if (w.maybe(3)) return {};
    if (amount.now == amount.initial) return w.fill("决算数与{年初|}预算数{持平|基本持平}。");
    return w.fill(amount.now > amount.initial
                      ? "决算数大于{年初|}预算数的主要原因[是]：{人员增加|年中追加经费}。"
                      : "决算数小于{年初|}预算数的主要原因[是]：{人员减少|厉行节约}。");
}

/// Which of the items are told.
enum class ItemsTold : std::uint8_t { all, main_ones, with_gaps };

void tell_items(Writer& w, Fund fund, ItemsTold which) {
    const FundSet funds_told = only(fund);
    std::size_t number = 0;
    for (const std::string& code : w.account.codes(7, funds_told)) {
        const Phases amount = w.account.spent(funds_told, code);
        if (amount.now == 0 && amount.initial == 0 && which == ItemsTold::all) continue;
        const bool left_out = which != ItemsTold::all && w.maybe();
        if (!left_out || which == ItemsTold::with_gaps) ++number;
        if (left_out) continue;
        w.say("$i、$s（类）$g（款）$n（项）$own。{主要用于：{日常工作|人员经费等}。|}年初预算[数]为$"
              "b，支出决算[数]为$e。$c",
              {{"i", std::to_string(number)},
               {"s", std::string(function_name(code.substr(0, 3)))},
               {"g", std::string(function_name(code.substr(0, 5)))},
               {"n", std::string(function_name(code))},
               {"own", w.maybe(4) ? w.money(amount.now) : std::string()},
               {"b", w.money(amount.initial)},
               {"e", w.money(amount.now)},
               {"c", compared(w, amount)}});
    }
}

void announce_items(Writer& w, Fund fund, ItemsTold which) {
    const Phases all = w.account.spent(only(fund));
    w.say("$f财政拨款支出年初预算为$b，支出决算为$e$announced",
          {{"f", std::string(name_of(fund))},
           {"b", w.money(all.initial)},
           {"e", w.money(all.now)},
           {"announced",
            which == ItemsTold::main_ones
                ? w.pick({"，主要支出项目如下：", "。其中，主要项目情况如下：", "，重点支出情况如下："})
                : w.pick({"。其中：", "，具体情况如下："})}});
}

void classes_and_items(Writer& w, ItemsTold which) {
    const Fund fund =
        w.maybe(3) && w.account.spent(only(Fund::government)).now > 0 ? Fund::government : Fund::general;
    tell_classes(w, fund);
    announce_items(w, fund, which);
    tell_items(w, fund, which);
}

void all_items(Writer& w) { classes_and_items(w, ItemsTold::all); }
void main_items(Writer& w) { classes_and_items(w, ItemsTold::main_ones); }
void items_with_gaps(Writer& w) { classes_and_items(w, ItemsTold::with_gaps); }

/// The items of a fund below the classes of another, which may have the same names.
void items_of_another_fund(Writer& w) {
    tell_classes(w, Fund::general);
    w.heading("八、政府性基金预算财政拨款收入支出决算情况说明");
    announce_items(w, Fund::government, ItemsTold::all);
    tell_items(w, Fund::government, ItemsTold::all);
}

/// Totals of grants and of everything, in sections of their own, of this year and the year before.
void totals_within_totals(Writer& w) {
    const Flow all = w.account.flow(every_fund);
    const Flow grants = w.account.flow(fiscal);
    const Flow before = w.account.flow(fiscal, {}, true);
    w.heading("一、收入支出决算总体情况说明");
    w.say("{$body|}$year年度收入支出总计$t。", {{"t", w.money(all.total())}});
    w.heading("四、财政拨款收入支出决算总体情况说明");
    if (w.maybe(3)) w.say("$last年度财政拨款收入支出总计$p。", {{"p", w.money(before.total(), false)}});
    if (w.maybe(3))
        w.say("局机关$year年度财政拨款收入支出总计$p。", {{"p", w.money(grants.total() / 3, false)}});
    w.say("{$body|}$year年度财政拨款收入支出总计$t。", {{"t", w.money(grants.total())}});
    w.heading("五、一般公共预算财政拨款支出决算情况说明");
    w.say("一般公共预算财政拨款支出$e{|，占本年支出合计的$s}。",
          {{"e", w.money(w.account.spent(only(Fund::general)).now)},
           {"s", w.percent(w.account.spent(only(Fund::general)).now, w.account.spent(every_fund).now)}});
}

/// What was reserved for firms of a size, and what these won of it and besides.
void reserved_and_won(Writer& w) {
    const Account& a = w.account;
    const Amount of_reserved = a.medium() / 2;
    const Amount besides = a.medium() - of_reserved;
    const Amount small = of_reserved / 3;
    w.say("$year年度{$body|}政府采购金额{（以合同签订为准）|}为$t，其中：货物采购金额$g、工程采购金额$"
          "k、服务采购金额$s。",
          {{"t", w.money(a.procurement().now)},
           {"g", w.money(a.goods.now)},
           {"k", w.money(a.works.now)},
           {"s", w.money(a.services.now)}});
    w.say("$year年度本部门面向中小企业预留政府采购项目预算金额$x，面向小微企业预留政府采购项目预算金额$"
          "y。在面向中小企业"
          "预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额$m；在面向小微企业预留{的|}"
          "政府采购项目中，由小微企业"
          "供应商中标或成交的，采购金额$n；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额$b。",
          {{"x", w.money(of_reserved + w.random.between(0, 90) * yuan, false)},
           {"y", w.money(small + w.random.between(0, 90) * yuan, false)},
           {"m", w.money(of_reserved, false)},
           {"n", w.money(small, false)},
           {"b", w.money(besides, false)}});
}

constexpr std::array list = {
    Structure{"classes and all their items", "一般公共预算财政拨款支出决算情况[说明]", all_items},
    Structure{"classes and their main items", "一般公共预算财政拨款支出决算情况[说明]", main_items},
    Structure{"classes and items with gaps", "一般公共预算财政拨款支出决算情况[说明]", items_with_gaps},
    Structure{"classes, then items of another fund", "一般公共预算财政拨款支出决算情况[说明]",
              items_of_another_fund},
    Structure{"totals within totals", "收入支出决算情况", totals_within_totals},
    Structure{"procurement reserved and won", "政府采购支出情况", reserved_and_won},
};

} // namespace

std::span<const Structure> section_structures() { return list; }

} // namespace tieout::test::adversary
