// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_ADVERSARY_REGION_HPP
#define TIEOUT_TESTS_READ_ADVERSARY_REGION_HPP

// What is true of the finances of a place: its four budgets, by level and by period.

#include "account.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::test::adversary {

/// A flow of a whole place: done now, in the year before, and as it was budgeted first and later.
struct Planned {
    Amount now = 0;
    Amount prior = 0;
    Amount initial = 0;
    Amount adjusted = 0;
    Planned& operator+=(const Planned& more) {
        now += more.now;
        prior += more.prior;
        initial += more.initial;
        adjusted += more.adjusted;
        return *this;
    }
};

struct Line {
    std::string_view name;
    Planned amount{};
};

/// One of the budgets: what came in and went out, and what makes both totals equal.
struct Budget {
    std::string_view name;
    std::vector<Line> in{};  ///< makes the revenue
    std::vector<Line> out{}; ///< makes the expenditure
    Amount subsidies = 0;    ///< 上级补助收入
    Amount debt = 0;         ///< 债务转贷收入
    Amount moved_in = 0;     ///< 调入资金
    Amount opening = 0;      ///< 上年结转
    Amount upwards = 0;      ///< 上解上级支出
    Amount repaid = 0;       ///< 债务还本支出
    Amount moved_out = 0;    ///< 调出资金
    Amount reserved = 0;     ///< 安排预算稳定调节基金
    Amount closing = 0;      ///< 结转下年
    [[nodiscard]] Planned revenue() const;
    [[nodiscard]] Planned spent() const;
    [[nodiscard]] Amount total() const { return revenue().now + subsidies + debt + moved_in + opening; }
};

/// A fund of social insurance.
struct Insurance {
    std::string_view name;
    Planned in{}, out{};
    Amount opening = 0;
    [[nodiscard]] Amount balance() const { return in.now - out.now; }
    [[nodiscard]] Amount closing() const { return opening + balance(); }
};

struct Region {
    int year = 2022;
    std::string place;
    std::string_view whole; ///< 全县, 全市, 全区
    std::string_view level; ///< 县本级, 市本级, 区本级
    Budget general, government, capital;
    std::vector<Insurance> insurance{};
    Planned own_revenue{}, own_spent{}; ///< of the place's own level, within the general budget
    Planned by_tax_office{};            ///< within the revenue of the general budget
    Planned half_revenue{}, half_spent{};
    Amount limit = 0, general_debt = 0, special_debt = 0;
    std::array<Amount, 3> older_revenue{};
    std::int64_t people = 0;
    [[nodiscard]] Planned
    taxes() const; ///< all revenue of the general budget but the last line, which is none
};

[[nodiscard]] Region region_of(Random& random);

} // namespace tieout::test::adversary

#endif
