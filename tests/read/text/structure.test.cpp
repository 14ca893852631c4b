// SPDX-License-Identifier: MIT
// Structure before meaning: clauses, the words that name a figure, lists, what is said of one change, and figures that stand
// in one order with others.
#include "read/sentences/structure.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::detail;

namespace {

std::vector<Sentence> parted(std::string_view text) { return sentences_of(text, 0); }

std::vector<std::string> labels_in(const Sentence& sentence) {
    std::vector<std::string> labels;
    for (const Spot& spot : sentence.spots) labels.emplace_back(spot.label);
    return labels;
}

} // namespace

TEST_CASE("a sentence ends at its full stop, and a paragraph may end within one") {
    const std::string text = "总支出100万元。基本支出60万元；";
    const auto all = parted(text);
    REQUIRE(all.size() == 2);
    CHECK(!all[0].cut);
    CHECK(all[1].cut);
}

TEST_CASE("a figure is named by the words behind the last mark before it") {
    const std::string text = "总支出100万元，其中：基本支出60万元（人员经费50万元），项目支出40万元。";
    CHECK(labels_in(parted(text).front()) ==
          std::vector<std::string>{"总支出", "基本支出", "人员经费", "项目支出"});
}

TEST_CASE("a bracket within a name is a part of it") {
    const std::string text = "因公出国（境）费5万元，公务接待费3万元。";
    CHECK(labels_in(parted(text).front()) == std::vector<std::string>{"因公出国（境）费", "公务接待费"});
}

TEST_CASE("a figure alone in brackets has the name before them") {
    const std::string text = "2016年的开支（840万元）增加了20万元。";
    const auto all = parted(text);
    REQUIRE(all.front().spots.size() == 2);
    CHECK(all.front().spots[0].label == "2016年的开支");
    CHECK(all.front().spots[0].depth == 0);
    CHECK(all.front().spots[1].task == Task::change);
}

TEST_CASE("a list is opened by its word, by a colon or by a bracket behind a figure, and by nothing else") {
    const auto lists = [](std::string_view text) { return parted(text).front().lists.size(); };
    CHECK(lists("总支出100万元，其中：基本支出60万元，项目支出40万元。") == 1);
    CHECK(lists("采购合同100万元：货物60万元、服务40万元。") == 1);
    CHECK(lists("总支出100万元（基本支出60万元，项目支出40万元）。") == 1);
    CHECK(lists("总支出100万元，基本支出60万元，项目支出40万元。") == 0);
    CHECK(lists("车辆由10辆减少为8辆。") == 0);
    CHECK(lists("总投资100万元，由设备费60万元、培训费40万元组成。") == 1);
}

TEST_CASE("等 and 及其他 leave a list open") {
    CHECK(parted("支出60万元，包括工资40万元、办公费10万元等。").front().lists.front().left_open);
    CHECK(parted("支出60万元，包括工资40万元、维修10万元及其他零星支出。").front().lists.front().left_open);
    CHECK(!parted("支出60万元，包括工资40万元、办公费20万元。").front().lists.front().left_open);
}

TEST_CASE("what stands beside a list is no member of it, and a sum of it is none either") {
    const std::string text =
        "总支出100万元，其中：基本支出60万元；另有往来资金20万元；项目支出40万元，合计120万元。";
    const auto all = parted(text);
    REQUIRE(all.front().lists.size() == 1);
    CHECK(all.front().lists.front().members.size() == 2);
}

TEST_CASE("base, change and rate of one clause are one movement, and a second base begins another") {
    const std::string text =
        "支出80万元，比上年100万元减少20万元，下降20%，比预算90万元减少10万元，下降11.11%。";
    const auto all = parted(text);
    REQUIRE(all.front().movements.size() == 2);
    for (const Movement& movement : all.front().movements) {
        CHECK(movement.base != detail::none);
        CHECK(movement.change != detail::none);
        CHECK(movement.rate != detail::none);
    }
}

TEST_CASE("a rate may stand before its change") {
    const auto all = parted("支出80万元，同比下降20%，减支20万元。");
    REQUIRE(all.front().movements.size() == 1);
    CHECK(all.front().movements.front().change != detail::none);
    CHECK(all.front().movements.front().rate != detail::none);
}

TEST_CASE("a change within brackets does not part what stands around them") {
    const auto all = parted("支出80万元，比上年增加20万元（人员增加15万元，公用增加5万元），增长33.33%。");
    const Movement& movement = all.front().movements.front();
    CHECK(movement.change != detail::none);
    CHECK(movement.rate != detail::none);
}

TEST_CASE("figures with nothing but 、 and 和 between them are a run; others are not") {
    const auto runs = [](std::string_view text) { return parted(text).front().runs.size(); };
    CHECK(runs("三个领域分别为5万元、3万元和2万元。") == 1);
    CHECK(runs("接待31批次、286人次。") == 0);
    CHECK(runs("基本支出5万元，项目支出3万元。") == 0);
}

TEST_CASE("a number without a unit is a figure only where the words say the unit of all") {
    CHECK(parted("服务1.05版上线。").front().spots.empty());
    CHECK(parted("经费汇总（万元）：接待60.87，用车388.51。").front().spots.size() == 2);
}
