// SPDX-License-Identifier: MIT
#include "faults.hpp"

#include <array>
#include <cstdlib>
#include <utility>
#include <vector>

namespace tieout::bench {
namespace {

/// A figure that is a part of a sum, or the total of one.
struct Part {
    Number* figure;
    std::string pointer;
    std::string_view rule;
    Number least; // that it must be off by, in its own last digit
};

/// One whole 万元 is more than the roundings of the longest list.
constexpr Number one = 100;

class Parts {
  public:
    void add(Number& figure, std::string pointer, std::string_view rule, Number least = one) {
        parts_.push_back({&figure, std::move(pointer), rule, least});
    }
    void add_list(Lines& lines, std::size_t count, const std::string& before, const std::string& behind,
                  std::string_view rule, Number least = one) {
        for (std::size_t i = 0; i < count; ++i)
            add(lines[i], before + std::to_string(i) + behind, rule, least);
    }
    Part& drawn(Random& random) {
        return parts_[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(parts_.size())))];
    }

  private:
    std::vector<Part> parts_;
};

Parts parts_of(Accounts& a) {
    const Form& form = *a.form;
    const std::string spent = "/expenditure";
    Parts parts;
    parts.add_list(a.funds, form.funds, "/income/splits/fund/items/", "/executed", "T01");
    struct Phase {
        Lines& functions;
        Lines& projects;
        Lines* classes;
        std::string_view name;
    };
    for (const Phase& phase : {Phase{a.functions_prior, a.projects_prior, nullptr, "prior"},
                               Phase{a.functions_initial, a.projects_initial,
                                     form.class_budgets ? &a.classes_initial : nullptr, "initial"},
                               Phase{a.functions, a.projects, &a.classes, "executed"}}) {
        const std::string behind = "/" + std::string(phase.name);
        parts.add_list(phase.functions, form.functions, spent + "/splits/function/items/", behind, "T03");
        parts.add_list(phase.projects, form.projects, spent + "/project/projects/", behind, "T60");
        if (phase.classes != nullptr)
            parts.add_list(*phase.classes, form.classes, spent + "/basic/splits/economic/items/", behind,
                           "T09");
    }
    parts.add(a.personnel, spent + "/basic/personnel/executed", "T06");
    parts.add(a.operating, spent + "/basic/operating/executed", "T06");
    parts.add(a.basic, spent + "/basic/executed", "T07");
    parts.add(a.project, spent + "/project/executed", "T07");
    parts.add(a.supplementary, spent + "/supplementary", "T53");
    if (form.abroad) {
        parts.add(a.abroad, "/three_public/abroad/executed", "T42");
        parts.add(a.reception, "/three_public/reception/executed", "T42");
    }
    if (form.vehicle_parts) {
        parts.add(a.purchase, "/three_public/vehicles/purchase/executed", "T43");
        parts.add(a.running, "/three_public/vehicles/operation/executed", "T43");
    }
    if (form.procurement) {
        parts.add(a.goods, "/procurement/goods/executed", "T59");
        parts.add(a.works, "/procurement/works/executed", "T59");
        parts.add(a.services, "/procurement/services/executed", "T59");
    }
    if (form.assets) {
        parts.add(a.current, "/assets/current/closing", "T69");
        parts.add(a.fixed_net, "/assets/fixed_net/closing", "T70");
        parts.add(a.depreciation, "/assets/depreciation/closing", "T70");
    }
    if (form.fixed_assets_move) parts.add(a.fixed_increase, "/assets/fixed_increase/executed", "T72");
    if (form.work) {
        constexpr std::array names{"/figures/网络/value", "/figures/来信/value", "/figures/来访/value"};
        for (std::size_t i = 0; i < channels; ++i) parts.add(a.channels[i], names[i], "受理", 1);
    }
    return parts;
}

/// The figure that it was taken for, if that is another by enough.
using Slip = Number (*)(Random&, Number);

Number power_of_ten(std::int64_t exponent) {
    Number power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

std::int64_t digits_of(Number figure) {
    std::int64_t digits = 1;
    for (; figure >= 10; figure /= 10) ++digits;
    return digits;
}

Number replace_digit(Random& random, Number figure) {
    const Number power = power_of_ten(random.below(digits_of(figure)));
    return figure + (random.below(10) - figure / power % 10) * power;
}

Number exchange_digits(Random& random, Number figure) {
    const Number power = power_of_ten(random.below(digits_of(figure)));
    const Number low = figure / power % 10;
    const Number high = figure / power / 10 % 10;
    return figure + (low - high) * power * 10 + (high - low) * power;
}

Number drop_digit(Random& random, Number figure) {
    const Number power = power_of_ten(random.below(digits_of(figure)));
    return figure / power / 10 * power + figure % power;
}

Number move_point(Random& random, Number figure) { return random.below(2) == 0 ? figure * 10 : figure / 10; }

Fault slip(Random& random, Accounts& a, std::string_view kind, Slip mistake) {
    Parts parts = parts_of(a);
    for (;;) {
        Part& part = parts.drawn(random);
        const bool negative = *part.figure < 0;
        const Number magnitude = std::abs(*part.figure);
        const Number taken = mistake(random, magnitude);
        if (std::abs(taken - magnitude) < part.least) continue;
        *part.figure = negative ? -taken : taken;
        return {kind, std::move(part.pointer), part.rule};
    }
}

/// The share of the personnel in all expenditure, printed as if it were that in the basic one.
Fault wrong_base(Random&, Accounts& a) {
    const Number wrong = a.personnel * 10'000 / a.executed;
    a.personnel_share = wrong;
    return {"wrong_base", "/expenditure/basic/personnel/shares/0/stated", "T73"};
}

Fault change_weight(Random& random, Accounts& a) {
    constexpr std::string_view kind = "weight_changed";
    const Number more = random.between(1, 5);
    switch (random.below(3)) {
    case 0:
        a.tier_weights[0] += more;
        return {kind, "/evaluation/indicators/0/weight", "T62"};
    case 1:
        a.tier_weights[1] -= more;
        return {kind, "/evaluation/indicators/1/weight", "T62"};
    default: {
        const auto row = static_cast<std::size_t>(random.below(outcome_rows));
        a.outcome_weights[row] += more;
        return {kind, "/evaluation/indicators/1/indicators/" + std::to_string(row) + "/weight", "T62"};
    }
    }
}

/// Expenditure beyond what came in, and its total with it.
Fault overspend(Random& random, Accounts& a) {
    const Number more = a.closing + a.executed * random.between(1, 20) / 100;
    a.executed += more;
    a.total_expenditure += more;
    return {"overspent", "/expenditure/executed", "T05"};
}

Fault wrong_sign(Random& random, Accounts& a) {
    constexpr std::string_view kind = "wrong_sign";
    switch (random.below(3)) {
    case 0:
        a.income_growth = -a.income_growth;
        return {kind, "/income/growth/0/stated", "T75"};
    case 1:
        a.growth = -a.growth;
        return {kind, "/expenditure/growth/0/stated", "T75"};
    default:
        a.public_growth = -a.public_growth;
        return {kind, "/three_public/growth/0/stated", "T75"};
    }
}

} // namespace

Fault spoil(Random& random, Accounts& a) {
    switch (random.below(8)) {
    case 0:
        return slip(random, a, "digit_replaced", replace_digit);
    case 1:
        return slip(random, a, "digits_exchanged", exchange_digits);
    case 2:
        return slip(random, a, "digit_dropped", drop_digit);
    case 3:
        return slip(random, a, "point_moved", move_point);
    case 4:
        return wrong_base(random, a);
    case 5:
        return change_weight(random, a);
    case 6:
        return overspend(random, a);
    default:
        return wrong_sign(random, a);
    }
}

} // namespace tieout::bench
