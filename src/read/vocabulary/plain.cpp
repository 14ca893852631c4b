// SPDX-License-Identifier: MIT
#include "read/vocabulary/plain.hpp"

#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace tieout::detail {

namespace {

constexpr unsigned bit(Says what) noexcept { return 1U << static_cast<unsigned>(what); }
constexpr unsigned change = bit(Says::change);
constexpr unsigned share = bit(Says::share);
constexpr unsigned completion = bit(Says::completion);
constexpr unsigned saving = bit(Says::saving);
constexpr unsigned average = bit(Says::average);
constexpr unsigned product = bit(Says::product);
constexpr unsigned rate = bit(Says::rate);
constexpr unsigned account = bit(Says::account);
constexpr unsigned comparison = bit(Says::compared);
constexpr unsigned total = bit(Says::total);
constexpr unsigned all =
    change | share | completion | saving | average | product | rate | account | comparison | total;
constexpr unsigned amounts = change | share | completion | saving | account | comparison;

/// Where in a clause words mean what they mean.
enum class Where : std::uint8_t {
    anywhere,
    compares, ///< what follows is what it is compared with
    previous, ///< the year before, only behind such a word: 比上年, while 上年增长 says something of the year before
    planned, ///< a budget, only behind such a word, and not behind the year before: 比上年预算
    booked ///< what was done, not right behind such a word: 比上年决算数, while 比执行数 is of this year
};

struct Plain {
    std::string_view words;
    unsigned says;
    Where where = Where::anywhere;
};

constexpr Plain plain_words[] = {
    Plain{"（", all},
    Plain{"）", all},
    Plain{"“", all},
    Plain{"”", all},
    Plain{"了", all},
    Plain{"约", all},
    Plain{"大约", all},
    Plain{"近", all},
    Plain{"将近", all},
    Plain{"为", all},
    Plain{"是", all},
    Plain{"达", all},
    Plain{"达到", all},
    Plain{"至", all},
    Plain{"仅", all},
    Plain{"仅为", all},
    Plain{"共", all},
    Plain{"也", all},
    Plain{"均", all},
    Plain{"各", all},
    Plain{"都", all},
    Plain{"则", all},
    Plain{"其", all},
    Plain{"亦", all},
    Plain{"仍", all},
    Plain{"又", all},
    Plain{"再", all},
    Plain{"即", all},
    Plain{"分别", all},
    Plain{"依次", all},
    Plain{"有所", all},
    Plain{"实际", all},
    Plain{"折合", rate},
    Plain{"约合", rate},
    Plain{"折算为", rate},
    Plain{"合计折算为", rate},
    Plain{"合折算为", rate},
    Plain{"人民币", rate},
    Plain{"的", all},
    Plain{"已", all},
    Plain{"比例", all},
    Plain{"率", all},
    Plain{"额", all},
    Plain{"数", all},
    Plain{"金额", all},
    Plain{"数额", all},
    // ── of what year, and of what ──
    Plain{"本年", amounts | total},
    Plain{"本年度", amounts},
    Plain{"今年", amounts},
    Plain{"当年", amounts | total},
    Plain{"年度", amounts},
    Plain{"全年", amounts | total},
    Plain{"支出", amounts | average | product},
    Plain{"收入", amounts},
    Plain{"决算", amounts, Where::booked},
    Plain{"决算数", amounts, Where::booked},
    Plain{"执行数", amounts, Where::booked},
    Plain{"支出数", amounts, Where::booked},
    Plain{"收入数", amounts, Where::booked},
    Plain{"收、支总计", change},
    Plain{"收入、支出总计", change},
    Plain{"收支总计", change},
    Plain{"财政拨款收、支总计", change},
    Plain{"财政拨款收入、支出总计", change},
    Plain{"财政拨款收支总计", change},
    Plain{"由", change, Where::compares},
    Plain{"总额", amounts | product | total},
    Plain{"总量", amounts | total},
    Plain{"总", amounts | product | total},
    Plain{"总数", amounts | total},
    Plain{"其中", share | rate | completion},
    Plain{"资金", all},
    Plain{"经费", all},
    Plain{"费用", all},
    // ── changes ──
    Plain{"比", change | saving | comparison, Where::compares},
    Plain{"较", change | saving | comparison, Where::compares},
    Plain{"与", change | saving | comparison, Where::compares},
    Plain{"和", change | saving | comparison, Where::compares},
    Plain{"同", change | saving | comparison, Where::compares},
    Plain{"跟", change | saving | comparison, Where::compares},
    Plain{"同比", change},
    Plain{"相比", change | comparison},
    Plain{"相较", change},
    Plain{"对比", change},
    Plain{"两年相比", change},
    Plain{"大于", change | comparison, Where::compares},
    Plain{"小于", change | comparison, Where::compares},
    Plain{"高于", change | comparison, Where::compares},
    Plain{"低于", change | comparison, Where::compares},
    Plain{"多于", change | comparison, Where::compares},
    Plain{"少于", change | comparison, Where::compares},
    Plain{"超过", change | comparison, Where::compares},
    Plain{"比较", change | comparison},
    Plain{"上年", change | comparison, Where::previous},
    Plain{"上年度", change | comparison, Where::previous},
    Plain{"上一年", change | comparison, Where::previous},
    Plain{"上一年度", change | comparison, Where::previous},
    Plain{"去年", change | comparison, Where::previous},
    Plain{"去年度", change | comparison, Where::previous},
    Plain{"年", change | comparison, Where::previous},
    Plain{"同期", change, Where::previous},
    Plain{"完成", change | comparison, Where::previous},
    Plain{"年初", change | saving | comparison, Where::planned},
    Plain{"预算", change | saving | comparison, Where::planned},
    Plain{"预算数", change | saving | comparison, Where::planned},
    Plain{"调整", change | saving | comparison, Where::planned},
    Plain{"调整后", change | saving | comparison, Where::planned},
    Plain{"调整预算数", change | saving | comparison, Where::planned},
    Plain{"年初预算数", change | saving | comparison, Where::planned},
    Plain{"年末", change | comparison, Where::previous},
    Plain{"年末数", change | comparison, Where::previous},
    Plain{"年初数", change | comparison, Where::previous},
    Plain{"增长", change},
    Plain{"增加", change},
    Plain{"上升", change},
    Plain{"提高", change},
    Plain{"提升", change},
    Plain{"上涨", change},
    Plain{"增幅", change},
    Plain{"涨幅", change},
    Plain{"升幅", change},
    Plain{"增收", change},
    Plain{"增支", change},
    Plain{"增多", change},
    Plain{"净增", change},
    Plain{"净减", change},
    Plain{"按自然口径计算", change},
    Plain{"净增加", change},
    Plain{"多支出", change},
    Plain{"多还", change},
    Plain{"多安排", change},
    Plain{"多", change},
    Plain{"增", change},
    Plain{"升", change},
    Plain{"减少", change},
    Plain{"下降", change},
    Plain{"降低", change},
    Plain{"降幅", change},
    Plain{"减幅", change},
    Plain{"跌幅", change},
    Plain{"下滑", change},
    Plain{"回落", change},
    Plain{"缩减", change},
    Plain{"压减", change},
    Plain{"压缩", change},
    Plain{"减支", change},
    Plain{"减收", change},
    Plain{"净减少", change},
    Plain{"少支出", change},
    Plain{"少还", change},
    Plain{"少安排", change},
    Plain{"少", change},
    Plain{"减", change},
    Plain{"降", change},
    Plain{"幅度", change},
    // ── comparisons ──
    Plain{"等于", comparison, Where::compares},
    Plain{"持平", comparison, Where::compares},
    Plain{"一致", comparison},
    Plain{"相等", comparison},
    Plain{"基本", comparison},
    Plain{"大致", comparison},
    Plain{"无增减变化", comparison},
    Plain{"无变化", comparison},
    Plain{"没有变化", comparison},
    Plain{"无增减", comparison},
    Plain{"年初预算", comparison, Where::planned},
    Plain{"全年预算", comparison, Where::planned},
    Plain{"全年预算数", comparison, Where::planned},
    // ── shares ──
    Plain{"占", share | completion},
    Plain{"占比", share},
    Plain{"中", share},
    Plain{"按经济分类", share},
    Plain{"按经济分类划分", share},
    Plain{"按支出经济分类科目", share},
    Plain{"用于以下方面", share},
    Plain{"具体为", share},
    Plain{"包括", share},
    Plain{"比重", share},
    Plain{"所占", share},
    Plain{"占到", share},
    Plain{"百分比", share},
    Plain{"比率", share},
    Plain{"总计", share | total},
    Plain{"合计", share | product | total},
    Plain{"全部", share},
    // ── completion ──
    Plain{"完成", completion},
    Plain{"相当于", completion},
    Plain{"年初", completion},
    Plain{"调整", completion},
    Plain{"调整后", completion},
    Plain{"预算", completion | saving},
    Plain{"预算数", completion | saving},
    Plain{"执行", completion},
    Plain{"执行率", completion},
    Plain{"支付", completion | product},
    Plain{"使用", completion},
    Plain{"进度", completion},
    Plain{"完成率", completion},
    // ── savings ──
    Plain{"节约", change | saving},
    Plain{"节省", saving},
    Plain{"节支", change | saving},
    Plain{"节余", saving},
    Plain{"结余", saving},
    Plain{"少支", saving},
    Plain{"节约财政资金", saving},
    Plain{"采购", saving | product},
    Plain{"成本", saving | average},
    // ── of each, and of all that was bought ──
    Plain{"人均", average},
    Plain{"户均", average},
    Plain{"次均", average},
    Plain{"辆均", average},
    Plain{"车均", average},
    Plain{"批均", average},
    Plain{"期均", average},
    Plain{"场均", average},
    Plain{"亩均", average},
    Plain{"平均", average},
    Plain{"每", average},
    Plain{"辆", average},
    Plain{"人", average},
    Plain{"户", average},
    Plain{"次", average},
    Plain{"个", average},
    Plain{"批次", average},
    Plain{"批", average},
    Plain{"台", average},
    Plain{"期", average},
    Plain{"场", average},
    Plain{"开支", average},
    Plain{"计", product | total},
    Plain{"共计", product | total},
    Plain{"总计", product},
    Plain{"小计", product | total},
    Plain{"总价", product},
    Plain{"总价款", product},
    Plain{"总金额", product},
    Plain{"价款", product},
    Plain{"需", product},
    Plain{"合同", product},
    Plain{"每", product},
    Plain{"份", product},
    Plain{"均价", product},
    Plain{"单价", product},
    // ── totals ──
    Plain{"、", total},
    Plain{"累计", total},
    Plain{"总共", total},
    Plain{"一共", total},
    Plain{"两项", total},
    Plain{"二项", total},
    Plain{"三项", total},
    Plain{"四项", total},
    Plain{"五项", total},
    Plain{"两类", total},
    Plain{"三类", total},
    Plain{"两者", total},
    Plain{"三者", total},
    Plain{"以上", total},
    Plain{"上述", total},
    Plain{"各项", total},
    Plain{"投入", total},
    Plain{"安排", total},
    // ── accounts ──
    Plain{"收支", account},
    Plain{"收支相抵", account},
    Plain{"相抵", account},
    Plain{"岁入岁出相抵", account},
    Plain{"收支平衡", account},
    Plain{"后", account},
    Plain{"加上", account},
    Plain{"加", account},
    Plain{"减去", account},
    Plain{"减", account},
    Plain{"扣除", account},
    Plain{"扣减", account},
    Plain{"结余", account},
    Plain{"结转", account},
    Plain{"结转和结余", account},
    Plain{"结转结余", account},
    Plain{"滚存", account},
    Plain{"和", account},
    Plain{"盈余", account},
    Plain{"赤字", account},
    Plain{"剩余", account},
    Plain{"余额", account},
    Plain{"净", account},
    Plain{"净额", account},
    Plain{"净利", account},
    Plain{"收益", account},
    Plain{"利润", account},
    Plain{"亏损", account},
    Plain{"差额", account},
    Plain{"可支配", account},
    Plain{"财力", account},
    Plain{"年终", account},
    Plain{"年末", account},
    Plain{"年初", account},
    Plain{"期末", account},
    Plain{"期初", account},
    Plain{"上年", account},
    Plain{"下年", account},
    Plain{"下年度", account},
    Plain{"上年度", account},
    Plain{"尚有", account},
    Plain{"尚", account},
    Plain{"余下", account},
    Plain{"则", account},
    Plain{"录得", account},
    Plain{"因而", account},
    Plain{"合计", account},
    Plain{"总计", account},
    Plain{"共计", account},
    Plain{"调整后", account},
    Plain{"调整", account},
    Plain{"预算", account},
    Plain{"预算数", account},
    Plain{"一般公共预算", account},
    Plain{"政府性基金预算", account},
    Plain{"财政拨款", account},
    Plain{"公共财政", account},
};

/// What a clause has said so far of what it compares with.
enum class Base : std::uint8_t { none, awaited, previous };

bool may_stand(Where where, Base base) noexcept {
    switch (where) {
    case Where::previous:
        return base != Base::none;
    case Where::planned:
        return base == Base::awaited;
    case Where::booked:
        return base != Base::awaited;
    case Where::anywhere:
    case Where::compares:
        return true;
    }
    return false;
}

/// The longest of them that the words begin with.
const Plain* plain_at(std::string_view words, unsigned what, Base base) noexcept {
    const Plain* longest = nullptr;
    for (const Plain& plain : plain_words) {
        if ((plain.says & what) == 0 || !may_stand(plain.where, base)) continue;
        if (longest != nullptr && plain.words.size() <= longest->words.size()) continue;
        if (begins_with(words, plain.words)) longest = &plain;
    }
    return longest;
}

/// 2022年, 2022年度.
std::size_t year_at(std::string_view words) noexcept {
    constexpr std::size_t digits = 4;
    if (words.size() < digits ||
        !std::all_of(words.begin(), words.begin() + digits, [](char c) { return c >= '0' && c <= '9'; }))
        return 0;
    for (const std::string_view year : {"年度", "年"})
        if (begins_with(words.substr(digits), year)) return digits + year.size();
    return 0;
}

} // namespace

bool is_plain(std::string_view words, Says what, std::span<const std::string_view> names) {
    Base base = Base::none;
    while (!words.empty()) {
        std::size_t taken = 0;
        for (const std::string_view name : names)
            if (name.size() > taken && begins_with(words, name)) taken = name.size();
        if (const std::size_t year = year_at(words); taken == 0 && year != 0) {
            taken = year;
            if (base != Base::none) base = Base::previous;
        }
        if (const Plain* plain = plain_at(words, bit(what), base);
            plain != nullptr && plain->words.size() > taken) {
            taken = plain->words.size();
            if (plain->where == Where::compares) base = Base::awaited;
            if (plain->where == Where::previous) base = Base::previous;
        }
        if (taken == 0) return false;
        words.remove_prefix(taken);
    }
    return true;
}

std::vector<std::string_view> clauses_of(std::string_view words) {
    std::vector<std::string_view> clauses;
    while (true) {
        std::size_t end = words.npos;
        std::size_t size = 0;
        for (const std::string_view mark : clause_marks)
            if (const std::size_t at = find_words(words, mark); at < end) {
                end = at;
                size = mark.size();
            }
        clauses.push_back(words.substr(0, end));
        if (end == words.npos) return clauses;
        words.remove_prefix(end + size);
    }
}

} // namespace tieout::detail
