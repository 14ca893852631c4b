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

constexpr std::array comes_words{
    std::string_view("收入"), std::string_view("新增"), std::string_view("增加"), std::string_view("购置"),
    std::string_view("购入"), std::string_view("划入"), std::string_view("接收"), std::string_view("转入"),
    std::string_view("收到"), std::string_view("举借"), std::string_view("借入"), std::string_view("新借"),
    std::string_view("安排"), std::string_view("下达"), std::string_view("拨入"), std::string_view("到位"),
    std::string_view("筹集"), std::string_view("入库"), std::string_view("征收"), std::string_view("计提"),
    std::string_view("发行"), std::string_view("调入"), std::string_view("招录"), std::string_view("受理"),
    std::string_view("新收"), std::string_view("新建"), std::string_view("登记"), std::string_view("录用")};
constexpr std::array goes_words{
    std::string_view("支出"), std::string_view("处置"), std::string_view("减少"), std::string_view("报废"),
    std::string_view("划出"), std::string_view("核销"), std::string_view("转出"), std::string_view("报损"),
    std::string_view("付出"), std::string_view("使用"), std::string_view("偿还"), std::string_view("归还"),
    std::string_view("还本"), std::string_view("支付"), std::string_view("开支"), std::string_view("出库"),
    std::string_view("发放"), std::string_view("领用"), std::string_view("调出"), std::string_view("退休"),
    std::string_view("离职"), std::string_view("注销"), std::string_view("办结"), std::string_view("审结"),
    std::string_view("退出")};

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
        if (words.ends_with(ending)) words.remove_suffix(std::string_view(ending).size());
    return !ends_with_any(words, rests).empty();
}

bool may_be_change(std::string_view words) noexcept {
    static constexpr std::array<std::string_view, 3> changes{"增加", "减少", "新增"};
    return contains_any(words, changes);
}

} // namespace tieout::detail
