// SPDX-License-Identifier: MIT
#include "read/vocabulary/account_words.hpp"

#include "read/vocabulary/words.hpp"

#include <array>

namespace tieout::detail {

namespace {

struct StepWord {
    Step step;
    std::string_view word;
};

/// The first that the words contain counts.
constexpr std::array first_words{
    StepWord{Step::goes, "结余分配"},
    StepWord{Step::goes, "缴回"},
    StepWord{Step::goes, "上缴"},
    StepWord{Step::closing, "结转下年"},
    StepWord{Step::closing, "结转至下年"},
    StepWord{Step::closing, "结转到下年"},
    StepWord{Step::closing, "结转下一年"},
    StepWord{Step::closing, "转入下年"},
    StepWord{Step::closing, "结转以后年度"},
    StepWord{Step::closing, "结转明年"},
    StepWord{Step::closing, "年末"},
    StepWord{Step::closing, "期末"},
    StepWord{Step::closing, "年终"},
    StepWord{Step::closing, "月末"},
    StepWord{Step::closing, "季末"},
    StepWord{Step::closing, "滚存结余"},
    StepWord{Step::opening, "年初"},
    StepWord{Step::opening, "期初"},
    StepWord{Step::opening, "月初"},
    StepWord{Step::opening, "季初"},
    StepWord{Step::opening, "上年结转"},
    StepWord{Step::opening, "上年结余"},
    StepWord{Step::opening, "上年滚存"},
    StepWord{Step::opening, "上年累计结余"},
    StepWord{Step::opening, "上年余额"},
    StepWord{Step::opening, "上年库存"},
    StepWord{Step::opening, "上期结余"},
    StepWord{Step::opening, "上期结转"},
    StepWord{Step::opening, "去年结转"},
    StepWord{Step::opening, "去年结余"},
    StepWord{Step::opening, "以前年度结转"},
    StepWord{Step::opening, "以前年度结余"},
    StepWord{Step::opening, "原有"},
};

constexpr std::string_view comes_words[] = {"收入", "新增", "增加", "购置", "购入", "划入", "接收",
                                            "转入", "收到", "举借", "借入", "新借", "安排", "下达",
                                            "拨入", "到位", "筹集", "入库", "征收", "计提", "发行",
                                            "调入", "招录", "受理", "新收", "新建", "登记", "录用"};
constexpr std::string_view goes_words[] = {
    "支出", "处置", "减少", "报废", "划出", "核销", "转出", "报损", "付出", "使用", "偿还", "归还", "还本",
    "支付", "开支", "出库", "发放", "领用", "调出", "退休", "离职", "注销", "办结", "审结", "退出"};

} // namespace

Step step_of(std::string_view words) noexcept {
    if (contains_any(words, std::array<std::string_view, 4>{"预算", "计划", "目标", "折旧"}))
        return Step::unsaid;
    for (const StepWord& entry : first_words)
        if (contains(words, entry.word)) return entry.step;
    const bool comes = contains_any(words, comes_words);
    if (comes == contains_any(words, goes_words)) return Step::unsaid;
    return comes ? Step::comes : Step::goes;
}

bool is_bare_rest(std::string_view words) noexcept {
    static constexpr std::array<std::string_view, 10> rests{"结余",     "结转",       "结存", "余额", "剩余",
                                                            "结转结余", "结转和结余", "节余", "尚余", "尚有"};
    for (const std::string_view ending : {"为", "资金", "了"})
        if (words.ends_with(ending)) words.remove_suffix(ending.size());
    return !ends_with_any(words, rests).empty();
}

bool may_be_change(std::string_view words) noexcept {
    static constexpr std::array<std::string_view, 3> changes{"增加", "减少", "新增"};
    return contains_any(words, changes);
}

} // namespace tieout::detail
