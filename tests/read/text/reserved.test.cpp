// SPDX-License-Identifier: MIT
// What of procurement is reserved for firms of a size, and what these won.
#include "drafts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tieout::test;

namespace {

const std::string all = "政府采购金额（以合同签订为准）为70万元，其中：货物采购金额50万元、工程采购金额0万元"
                        "、服务采购金额20万元。\n";
const std::string reserved =
    "面向中小企业预留政府采购项目预算金额60万元，面向小微企业预留政府采购项目预算金额30万元。";
const std::string won =
    "在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额55万元；在面向小微企业预留"
    "政府采购项目中，由小微企业供应商中标或成交的，采购金额25万元；";
const std::string besides = "在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额9万元。";

bool says(const std::string& text, const std::string& statement) {
    const std::vector<std::string> statements = understood(text);
    return std::find(statements.begin(), statements.end(), statement) != statements.end();
}

} // namespace

TEST_CASE("when procurement is counted is no part of its name, so that its three kinds make it") {
    CHECK(says(all, "sum 70 = 50 + 0 + 20"));
}

TEST_CASE(
    "what firms won of what was reserved for them is no more than that; contracts may be of another year") {
    CHECK(says(all + reserved + won + besides, "55 <= 60 ?"));
    CHECK(says(all + reserved + won + besides, "25 <= 30 ?"));
    CHECK_FALSE(says(all + reserved + won + besides, "25 <= 60 ?"));
    CHECK_FALSE(says(all + won + besides, "55 <= 60 ?"));
}

TEST_CASE("what firms won of what was reserved and besides is no more than all procurement") {
    CHECK(says(all + reserved + won + besides, "(55 + 9) <= 70 ?"));
    CHECK_FALSE(says(reserved + won + besides, "(55 + 9) <= 70 ?"));
}
