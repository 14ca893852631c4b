// SPDX-License-Identifier: MIT
// Points of evaluations in sentences. The texts are of our own making.
#include "drafts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout::test;

namespace {

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("points of parts make the total before or behind them") {
    const Strings sum{"sum 92 = 18 + 19 + 28 + 27 ?"};
    CHECK(understood("决策得18分，过程得19分，产出得28分，效益得27分，总得分92分。") == sum);
    CHECK(understood("综合得分92分，其中：决策18分、过程19分、产出28分、效益27分。") == sum);
    CHECK(understood("决策、过程、产出、效益四个维度分别得分18分、19分、28分、27分，合计92分。") == sum);
    CHECK(understood("满分100分，决策类20分，过程类20分，产出类30分，效益类30分。") ==
          Strings{"sum 100 = 20 + 20 + 30 + 30 ?"});
}

TEST_CASE("a mean is of the scores before it, where its words name no other number of them") {
    CHECK(understood("项目甲得90分，项目乙得88分，平均得分89分。") == Strings{"average 89 = 90 + 88 ?"});
    CHECK(understood("项目甲得90分，项目乙得88分，12个项目平均得分91.5分。").empty());
    CHECK(understood("投入指标分值10分，得分9分；过程指标分值30分，得分28分，总分37分。") ==
          Strings{"sum 37 = 9 + 28 ?"});
}

TEST_CASE("points that were taken off lack in what was earned") {
    CHECK(understood("该指标权重10分，扣1.5分，得8.5分。") == Strings{"sum 8.5 = 10 - 1.5 ?"});
    CHECK(understood("总分100分，因进度滞后扣3分，因资料不全扣2.5分，实得94.5分。") ==
          Strings{"sum 94.5 = 100 - 3 - 2.5 ?"});
    CHECK(understood("投入10分，扣0分；过程30分，扣2分；产出30分，扣1分，共扣3分。") ==
          Strings{"sum 3 = 0 + 2 + 1 ?"});
    // Which of both is left is open.
    CHECK(understood("该项满分20分，第一次得15分，扣2分后复评得18分。").empty());
}

TEST_CASE("a rate earns its part of a weight") {
    CHECK(understood("“预算执行率”指标分值10分，执行率92.3%，得9.23分。") == Strings{"9.23 = 10 x 92.3% ?"});
}
