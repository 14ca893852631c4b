// SPDX-License-Identifier: MIT
// Government procurement.
#include "rules/table/tables.hpp"

namespace tieout {
namespace {

constexpr std::array rules_here{
    Rule{
        .code = "T59",
        .name = "procurement_is_goods_works_services",
        .severity = Severity::error,
        .demand = {"政府采购金额等于货物、工程与服务采购之和",
                   "Procurement equals goods, works and services."},
        .source = clauses::procurement_form,
        .passing =
            R"({"filing":1,"procurement":{"executed":"372.34","goods":{"executed":"8.57"},"works":{"executed":"0"},"services":{"executed":"363.77"}}})",
        .failing =
            R"({"filing":1,"procurement":{"executed":"372.34","goods":{"executed":"8.75"},"works":{"executed":"0"},"services":{"executed":"363.77"}}})",
        .state =
            [](Subject s, Relations& r) {
                const Procurement& p = s.filing.procurement;
                state_parts(r, p, {&p.goods, &p.works, &p.services}, 3);
            }},
    Rule{
        .code = "T83",
        .name = "reserved_procurement_is_nested",
        .severity = Severity::error,
        .demand = {"授予小微企业金额不超过授予中小企业金额，后者不超过政府采购金额",
                   "Awards to small firms lie within those to small and medium ones, and those within "
                   "procurement."},
        .source = clauses::procurement_form,
        .passing =
            R"({"filing":1,"procurement":{"executed":"372.34","sme_reserved":{"executed":"363.77"},"small_reserved":{"executed":"100"}}})",
        .failing =
            R"({"filing":1,"procurement":{"executed":"372.34","sme_reserved":{"executed":"363.77"},"small_reserved":{"executed":"370"}}})",
        .state =
            [](Subject s, Relations& r) {
                const Procurement& p = s.filing.procurement;
                for (const Phase phase : {Phase::prior, Phase::initial, Phase::adjusted, Phase::executed}) {
                    const Stated& medium = p.sme_reserved.at(phase);
                    const Stated& small = p.small_reserved.at(phase);
                    if (medium.stated() && small.stated()) r.at_most(small, medium);
                    if (p.at(phase).stated() && medium.stated()) r.at_most(medium, p.at(phase));
                }
            }},
    Rule{.code = "T87",
         .name = "procurement_budget_within_budget",
         .severity = Severity::warning,
         .demand = {"政府采购预算不超过同口径支出预算总额",
                    "The procurement budget lies within the whole budget of the same stage."},
         .source = clauses::procurement_form,
         .passing = R"({"filing":1,"procurement":{"initial":"500"},"expenditure":{"initial":"908.63"}})",
         .failing = R"({"filing":1,"procurement":{"initial":"5558.3"},"expenditure":{"initial":"908.63"}})",
         .state = [](Subject s, Relations& r) {
             for (const Phase phase : {Phase::initial, Phase::adjusted})
                 if (s.filing.procurement.at(phase).stated() && s.filing.expenditure.at(phase).stated())
                     r.at_most(s.filing.procurement.at(phase), s.filing.expenditure.at(phase));
         }}};

} // namespace

std::span<const Rule> rules_of_procurement() noexcept { return rules_here; }

} // namespace tieout
