// SPDX-License-Identifier: MIT
// What comes out of the published reports: the figures to be corrected, and no other.
#include <tieout/locate/locate.hpp>

#include "../write/golden.hpp"

#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tieout;

namespace {

using Set = std::vector<std::string>;

/// The smallest sets of the part that explains this check, as printed numbers.
struct Explained {
    Document document;
    Report report;
    const FaultyPart* part = nullptr;
    std::vector<Set> sets{};

    Explained(const char* path, std::string_view check_id, CheckOptions options = {})
        : document(test::project_document(path)), report(check(*document.filing, options)) {
        const Names names(report);
        for (const FaultyPart& each : report.located.parts)
            for (const std::uint32_t index : each.checks)
                if (names.id(index) == check_id) part = &each;
        REQUIRE(part != nullptr);
        for (const auto& set : part->minimal_sets) {
            Set numbers;
            for (const Figure* figure : set) numbers.push_back(to_string(figure->value));
            std::sort(numbers.begin(), numbers.end());
            sets.push_back(std::move(numbers));
        }
        std::sort(sets.begin(), sets.end());
    }
};

} // namespace

TEST_CASE("Kaiyuan: the total expenditure alone, with its range and no value") {
    const Explained kaiyuan("examples/filings/kaiyuan-2022.json", "T96@/expenditure/executed");
    CHECK(kaiyuan.report.located.parts.size() == 1);
    CHECK(kaiyuan.sets == std::vector<Set>{{"531.07"}});
    REQUIRE(kaiyuan.part->ranges.size() == 1);
    CHECK(to_string(*kaiyuan.part->ranges.front().most) == "525.11");
    CHECK(kaiyuan.part->repairs.empty());
}

TEST_CASE("Yiyang 2021: any one of the three figures of the sum") {
    const Explained yiyang("examples/filings/yiyang-2022.json", "T07@/expenditure/prior");
    CHECK(yiyang.sets == std::vector<Set>{{"1277.71"}, {"2682.5"}, {"3960.32"}});
    const Explained weights("examples/filings/yiyang-2022.json", "T62@/evaluation/indicators/0/weight");
    CHECK(weights.sets == std::vector<Set>{{"50"}});
    REQUIRE(weights.part->ranges.size() == 1);
    CHECK(to_string(*weights.part->ranges.front().least) == "60");
    CHECK(weights.part->ranges.front().only_one());
}

TEST_CASE("Lishi: the completion rate alone, for its counts are confirmed by their parts") {
    const Explained lishi("examples/filings/lishi-2020.json", "orders_finished_rate_ties");
    CHECK(lishi.sets == std::vector<Set>{{"83.03"}});
    REQUIRE(lishi.part->ranges.size() == 1);
    CHECK(to_string(*lishi.part->ranges.front().least) == "89.01");
    CHECK(lishi.part->ranges.front().only_one());
}

TEST_CASE("Liuyang: the growth fits another base, which is named") {
    const Explained liuyang("examples/filings/liuyang-2020.json", "T75@/assets/fixed/growth/0/stated");
    REQUIRE(liuyang.part->repairs.size() == 1);
    const Repair& repair = liuyang.part->repairs.front();
    CHECK(repair.slips == std::vector<const Slip*>{&wrong_base()});
    REQUIRE(repair.base.size() == 2);
    CHECK(to_string(repair.base[0].figure->value) == "3112.91");
    CHECK(to_string(repair.base[1].figure->value) == "1129.81");
}

TEST_CASE("Furong: nothing is broken, and nothing is accused") {
    const Document document = test::project_document("examples/filings/furong-2020.json");
    const Report report = check(*document.filing);
    CHECK(report.located.parts.empty());
    CHECK(report.located.joints.empty());
}

TEST_CASE("at the common scale two sums that share a figure leave no single figure, but pairs, all of them") {
    // 2021 in Yiyang, if the two kinds of project expenditure are all there is.
    const Stated total = Figure(parse_decimal("3960.32").value());
    const Stated basic = Figure(parse_decimal("1277.71").value());
    const Stated project = Figure(parse_decimal("2682.5").value());
    const Stated operation = Figure(parse_decimal("196.4").value());
    const Stated special = Figure(parse_decimal("2486.17").value());
    Relations relations;
    relations.sum(total, {basic, project});
    relations.sum(project, {operation, special});
    CheckOptions common;
    common.scale = ScaleReading::common;
    const Located found = locate(relations, check_relations(relations, common), common);
    std::size_t pairs = 0;
    REQUIRE_FALSE(found.parts.empty());
    std::size_t figures = 0;
    std::size_t combinations = 1;
    for (const FaultyPart& part : found.parts) {
        CHECK(part.complete);
        figures += part.minimal_sets.front().size();
        combinations *= part.minimal_sets.size();
        for (const auto& set : part.minimal_sets) pairs += set.size() == 2;
    }
    CHECK(figures == 2);
    // {2682.5} with any other; {3960.32 or 1277.71} with {196.4 or 2486.17}.
    CHECK(combinations == 8);
    CHECK(pairs == 8);
}
