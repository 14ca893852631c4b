// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_ACCOUNT_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_ACCOUNT_HPP

// What is true of a body that nobody has seen: its accounts as exact numbers, from which documents are then told. All
// amounts are whole 分, so that every total is the sum of its parts and nothing is rounded before it is printed.

#include "../../random.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test::adversary {

using Amount = std::int64_t;
inline constexpr Amount yuan = 100;
inline constexpr Amount wan = 10'000 * yuan;
inline constexpr Amount yi = 10'000 * wan;

/// Splits a whole into parts that are not negative and make it exactly.
[[nodiscard]] std::vector<Amount> split(Random& random, Amount whole, std::size_t parts);

/// A figure in three phases: final (决算), that of the year before, and the initial budget (年初预算).
struct Phases {
    Amount now = 0;
    Amount prior = 0;
    Amount initial = 0;
    Phases& operator+=(const Phases& more) {
        now += more.now;
        prior += more.prior;
        initial += more.initial;
        return *this;
    }
    friend Phases operator+(Phases a, const Phases& b) { return a += b; }
    friend Phases operator-(const Phases& a, const Phases& b) {
        return {a.now - b.now, a.prior - b.prior, a.initial - b.initial};
    }
};

enum class Fund : std::uint8_t { general, government, capital, own };
inline constexpr std::size_t funds = 4;
/// A set of funds.
using FundSet = unsigned;
constexpr FundSet only(Fund fund) noexcept { return 1U << static_cast<unsigned>(fund); }
inline constexpr FundSet every_fund = 15U;
/// What the treasury grants (财政拨款).
inline constexpr FundSet fiscal = only(Fund::general) | only(Fund::government) | only(Fund::capital);

/// What came in, went out and was left of one item and one fund in one year. opening + income + surplus = basic + project
/// + distribution + closing.
struct Flow {
    Amount opening = 0;
    Amount income = 0;
    Amount surplus = 0; ///< 使用非财政拨款结余
    Amount basic = 0;
    Amount project = 0;
    Amount distribution = 0; ///< 结余分配
    Amount closing = 0;
    [[nodiscard]] Amount spent() const { return basic + project; }
    /// 总计 of either side.
    [[nodiscard]] Amount total() const { return opening + income + surplus; }
    Flow& operator+=(const Flow& more);
};

/// Where money of the body's own comes from: 事业收入, 经营收入, 上级补助收入, 附属单位上缴收入, 其他收入.
inline constexpr std::size_t own_sources = 5;
[[nodiscard]] std::string_view name_of_own_source(std::size_t source);
[[nodiscard]] std::string_view name_of(Fund fund);

/// One item (项) of the functional classification with its superiors (类 and 款).
struct FunctionItem {
    std::string_view code; ///< seven digits
    std::string_view section;
    std::string_view group;
    std::string_view item;
};

/// One item of the account.
struct Leaf {
    const FunctionItem* item = nullptr;
    std::array<Flow, funds> now{};
    std::array<Flow, funds> prior{};
    std::array<Phases, funds> basic{};   ///< now and prior repeat those of the flows
    std::array<Phases, funds> project{}; ///< the same
    std::array<Amount, own_sources> own{};
};

/// One class of the economic classification within basic expenditure.
struct Economic {
    std::string_view code; ///< five digits
    std::string_view section;
    std::string_view name;
    Phases general{}; ///< paid from the general budget
    Phases own{};     ///< paid from the body's own money
    [[nodiscard]] bool personnel() const { return code[2] == '1' || code[2] == '3'; }
    [[nodiscard]] Phases all() const { return general + own; }
};

/// A project with what it was to cost, what it cost, and what was done in it.
struct Project {
    std::string name;
    Phases amount{};
    std::int64_t planned = 0; ///< how many, of `unit`, were to be done
    std::int64_t done = 0;
    std::string_view unit;
};

/// A body under the one that files, or the part of it that is not under others (局机关).
struct Body {
    std::string name;
    Phases basic{};
    Phases project{};
    Phases reception{};
    Phases vehicles{};
    std::int64_t staff = 0;
};

/// The three public expenses (三公经费).
struct ThreePublic {
    Phases abroad{}, purchase{}, running{}, domestic{}, foreign{};
    [[nodiscard]] Phases reception() const { return domestic + foreign; }
    [[nodiscard]] Phases vehicles() const { return purchase + running; }
    [[nodiscard]] Phases all() const { return abroad + vehicles() + reception(); }
};

struct Indicator {
    std::string_view first, second;
    std::string third;
    std::string_view unit;
    std::int64_t weight = 0; ///< in tenths of a point, as are scores
    std::int64_t score = 0;
    std::int64_t target = 0;
    std::int64_t actual = 0;
};

struct Account {
    int year = 2022;
    std::string body;
    std::string place;
    std::vector<Leaf> leaves{};
    std::vector<Economic> economic{};
    std::vector<Project> projects{};
    std::vector<Body> bodies{};
    ThreePublic fiscal_three{}; ///< granted by the treasury
    Phases own_reception{};     ///< receptions that were paid from the body's own money
    Phases goods{}, works{}, services{};
    Amount medium_goods = 0, medium_works = 0, medium_services = 0; ///< contracts with small and medium firms
    Amount small = 0;                                               ///< of those, with small and micro firms
    Amount current = 0, gross = 0, worn = 0, intangible = 0, liabilities = 0;
    Amount opening_current = 0, opening_gross = 0, opening_worn = 0, opening_intangible = 0;
    Amount bought = 0, disposed = 0;        ///< fixed assets within the year
    std::array<std::int64_t, 4> vehicles{}; ///< by kind
    std::int64_t abroad_groups = 0, abroad_persons = 0, bought_vehicles = 0;
    std::int64_t domestic_batches = 0, domestic_persons = 0, foreign_batches = 0, foreign_persons = 0;
    std::int64_t posts_admin = 0, posts_other = 0, staff_admin = 0, staff_other = 0, retired = 0,
                 veterans = 0;
    std::int64_t party = 0, women = 0, graduates = 0;
    std::array<Phases, 12> months_basic{}, months_project{};
    /// Total expenditure and income of the three years before the prior one, oldest first.
    std::array<Amount, 3> older_spent{}, older_income{}, older_three{};
    std::vector<Indicator> indicators{};

    [[nodiscard]] Flow flow(FundSet which, std::string_view code = {}, bool prior_year = false) const;
    [[nodiscard]] Phases basic(FundSet which, std::string_view code = {}) const;
    [[nodiscard]] Phases project(FundSet which, std::string_view code = {}) const;
    [[nodiscard]] Phases spent(FundSet which, std::string_view code = {}) const {
        return basic(which, code) + project(which, code);
    }
    /// Income now and in the year before; no budget.
    [[nodiscard]] Phases income(FundSet which, std::string_view code = {}) const;
    [[nodiscard]] Amount own_income(std::size_t source, std::string_view code = {}) const;
    /// Within basic expenditure: personnel and operating, from the general budget or from all funds.
    [[nodiscard]] Phases personnel(bool general_only) const;
    [[nodiscard]] Phases operating(bool general_only) const;
    [[nodiscard]] Phases section(std::string_view code, bool general_only) const;
    [[nodiscard]] ThreePublic three(bool fiscal_only) const;
    [[nodiscard]] Phases procurement() const { return goods + works + services; }
    [[nodiscard]] Amount medium() const { return medium_goods + medium_works + medium_services; }
    [[nodiscard]] Amount assets() const { return current + gross - worn + intangible; }
    [[nodiscard]] Amount opening_assets() const {
        return opening_current + opening_gross - opening_worn + opening_intangible;
    }
    [[nodiscard]] std::int64_t posts() const { return posts_admin + posts_other; }
    [[nodiscard]] std::int64_t staff() const { return staff_admin + staff_other; }
    /// Codes of three, five or seven digits that any of these funds has spent or received under, ascending.
    [[nodiscard]] std::vector<std::string> codes(std::size_t digits, FundSet which,
                                                 std::string_view below = {}) const;
    /// What was added to the initial budget, so that initial + supplement + opening = spent + closing.
    [[nodiscard]] Amount supplement() const;
    /// 全年预算数: what there was to spend; never less than was spent.
    [[nodiscard]] Amount adjusted() const;
    /// Of the budget row, which weighs ten points: ten times spent over adjusted; in hundredths of a point.
    [[nodiscard]] std::int64_t execution_score() const;
    /// Of all indicators and the budget row, in hundredths of a point.
    [[nodiscard]] std::int64_t score() const;
};

/// The name of a code of the functional classification.
[[nodiscard]] std::string_view function_name(std::string_view code);
[[nodiscard]] std::span<const FunctionItem> function_items();
[[nodiscard]] std::span<const Economic> economic_classes();

[[nodiscard]] Account account_of(Random& random);

} // namespace tieout::test::adversary

#endif
