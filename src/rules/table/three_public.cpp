// SPDX-License-Identifier: MIT
// The three public expenses.
#include "rules/table/tables.hpp"

namespace tieout {
namespace {

/// The vehicles as one term, or what they consist of where only that is stated.
void vehicles(std::vector<Term>& terms, const Vehicles& item, Phase phase) {
    if (item.at(phase).stated()) {
        terms.emplace_back(item.at(phase));
        return;
    }
    if (item.purchase.at(phase).stated()) terms.emplace_back(item.purchase.at(phase));
    if (item.operation.at(phase).stated()) terms.emplace_back(item.operation.at(phase));
}

std::vector<Term> three_public_parts(const ThreePublic& item, Phase phase) {
    std::vector<Term> parts;
    if (item.abroad.at(phase).stated()) parts.emplace_back(item.abroad.at(phase));
    vehicles(parts, item.vehicles, phase);
    if (item.reception.at(phase).stated()) parts.emplace_back(item.reception.at(phase));
    return parts;
}

/// Whether each of the three public expenses is spoken of.
bool all_three(const ThreePublic& item, Phase phase) {
    return item.abroad.at(phase).stated() && item.reception.at(phase).stated() &&
           (item.vehicles.at(phase).stated() || item.vehicles.operation.at(phase).stated());
}

bool empty_cell(const Stated& figure) { return figure.stated() && !figure.known(); }

void zero_three_public(Subject s, std::vector<Asked>& asked) {
    for (const Phase phase : phases) asked.push_back({s.filing.three_public.at(phase), Asked::What::zero});
}

constexpr std::array rules_here{
    Rule{
        .code = "T42",
        .name = "three_public_is_the_sum_of_its_parts",
        .severity = Severity::error,
        .demand = {"“三公”经费合计等于因公出国（境）费、公务用车购置及运行维护费与公务接待费之和",
                   "The three public expenses equal travel abroad, vehicles and receptions."},
        .source = clauses::three_public_form,
        .passing =
            R"({"filing":1,"three_public":{"initial":"7","abroad":{"initial":"0"},"vehicles":{"initial":"0"},"reception":{"initial":"7"}}})",
        .failing =
            R"({"filing":1,"three_public":{"initial":"17","abroad":{"initial":"0"},"vehicles":{"initial":"0"},"reception":{"initial":"7"}}})",
        .state =
            [](Subject s, Relations& r) {
                const ThreePublic& item = s.filing.three_public;
                for (const Phase phase : phases) {
                    const Stated& total = item.at(phase);
                    // An empty total beside its parts is a matter of presence (T81).
                    if (!total.stated() || empty_cell(total)) continue;
                    const std::vector<Term> parts = three_public_parts(item, phase);
                    if (parts.empty()) continue;
                    if (all_three(item, phase))
                        r.sum(total, parts);
                    else if (phase != Phase::supplementary)
                        r.at_most(parts, std::array{Term(total)});
                }
            }},
    Rule{
        .code = "T43",
        .name = "vehicles_are_purchase_and_operation",
        .severity = Severity::error,
        .demand = {"公务用车购置及运行维护费等于公务用车购置费与公务用车运行维护费之和",
                   "Vehicles equal their purchase and their operation."},
        .source = clauses::three_public_form,
        .passing =
            R"({"filing":1,"three_public":{"vehicles":{"executed":"5.2","purchase":{"executed":"0"},"operation":{"executed":"5.2"}}}})",
        .failing =
            R"({"filing":1,"three_public":{"vehicles":{"executed":"5.2","purchase":{"executed":"0"},"operation":{"executed":"2.5"}}}})",
        .state =
            [](Subject s, Relations& r) {
                const Vehicles& item = s.filing.three_public.vehicles;
                state_parts(r, item, {&item.purchase, &item.operation}, 2);
            }},
    Rule{
        .code = "T44",
        .name = "zero_three_public_has_zero_parts",
        .severity = Severity::error,
        .demand = {"“三公”经费合计为零时各项均为零",
                   "Where the three public expenses are zero, so is each of them."},
        .source = clauses::three_public_form,
        .passing =
            R"({"filing":1,"three_public":{"executed":"无","reception":{"executed":"0"},"abroad":{"executed":""}}})",
        .failing =
            R"({"filing":1,"three_public":{"executed":"无","reception":{"executed":"3"},"abroad":{"executed":""}}})",
        .state =
            [](Subject s, Relations& r) {
                const ThreePublic& item = s.filing.three_public;
                for (const Phase phase : phases) {
                    const Stated& total = item.at(phase);
                    if (!total.known() || !is_zero(total.best().value)) continue;
                    const std::vector<Term> parts = three_public_parts(item, phase);
                    bool all_known = all_three(item, phase);
                    for (const Term& part : parts)
                        all_known = all_known && Stated::most_precise(part.statements).known();
                    // Where every part is known the sum (T42), or its bound, says it already.
                    if (all_known) continue;
                    for (const Term& part : parts)
                        if (Stated::most_precise(part.statements).known()) r.at_most(part, total);
                }
            },
        .asks = zero_three_public},
    Rule{.code = "T46",
         .name = "three_public_within_budget",
         .severity = Severity::warning,
         .demand = {"“三公”经费决算数不超过预算数，超过的应说明原因",
                    "The three public expenses stay within their budget unless a reason is given."},
         .source = clauses::three_public_form,
         .passing = R"({"filing":1,"three_public":{"reception":{"initial":"7","executed":"0.38"}}})",
         .failing = R"({"filing":1,"three_public":{"reception":{"initial":"7","executed":"9"}}})",
         .counter_examples =
             {R"({"filing":1,"three_public":{"reception":{"initial":"7","adjusted":"10","executed":"9"}}})",
              R"({"filing":1,"three_public":{"initial":"7","reception":{"executed":"9"}}})"},
         .state =
             [](Subject s, Relations& r) {
                 const ThreePublic& t = s.filing.three_public;
                 for (const Item* item :
                      {static_cast<const Item*>(&t), &t.abroad, static_cast<const Item*>(&t.vehicles),
                       &t.vehicles.purchase, &t.vehicles.operation, static_cast<const Item*>(&t.reception)}) {
                     if (!item->executed.known() || !item->reason.empty()) continue;
                     // It is the initial budget that forms compare with; within the adjusted one it is all the same.
                     r.readings_begin(true);
                     for (const Stated* budget : {&item->initial, &item->adjusted})
                         if (budget->known()) r.at_most(item->executed, *budget);
                     r.readings_end();
                 }
             },
         .excusable = true},
    Rule{
        .code = "T58",
        .name = "three_public_is_stated_alike",
        .severity = Severity::error,
        .demand = {"“三公”经费各处列报一致",
                   "The three public expenses are stated alike wherever they stand."},
        .source = clauses::evaluation_form,
        .passing =
            R"({"filing":1,"three_public":{"executed":[{"value":"0.38","unit":"万元"},{"value":"3800","unit":"元"}]}})",
        .failing =
            R"({"filing":1,"three_public":{"executed":[{"value":"0.38","unit":"万元"},{"value":"8300","unit":"元"}]}})",
        .counter_examples =
            {R"({"filing":1,"three_public":{"executed":[{"value":"24","period":"2021"},{"value":"30","period":"2022"}]}})"},
        .state =
            [](Subject s, Relations& r) {
                const ThreePublic& t = s.filing.three_public;
                for (const Item* item :
                     {static_cast<const Item*>(&t), &t.abroad, static_cast<const Item*>(&t.vehicles),
                      &t.vehicles.purchase, &t.vehicles.operation, static_cast<const Item*>(&t.reception),
                      &t.reception.domestic, &t.reception.abroad})
                    for (const Phase phase : phases) state_restated(r, item->at(phase));
            }},
    Rule{.code = "T81",
         .name = "three_public_total_is_filled_in",
         .severity = Severity::warning,
         .demand = {"列有“三公”经费各项的，应填列合计",
                    "The total of the three public expenses is filled in beside its parts."},
         .source = clauses::three_public_form,
         .passing = R"({"filing":1,"three_public":{"executed":"8.8","reception":{"executed":"8.8"}}})",
         .failing = R"({"filing":1,"three_public":{"executed":"","reception":{"executed":"8.8"}}})",
         .state =
             [](Subject s, Relations& r) {
                 const ThreePublic& item = s.filing.three_public;
                 std::vector<Term> totals;
                 for (const Phase phase : phases)
                     if (item.at(phase).stated() && !three_public_parts(item, phase).empty())
                         totals.emplace_back(item.at(phase));
                 if (!totals.empty()) r.present(totals);
             }},
    Rule{
        .code = "T85",
        .name = "reception_is_domestic_and_foreign",
        .severity = Severity::error,
        .demand = {"公务接待费等于国内接待费与国（境）外接待费之和",
                   "Receptions are those at home and those abroad."},
        .source = clauses::three_public_form,
        .passing =
            R"({"filing":1,"three_public":{"reception":{"executed":"4419.00","domestic":{"executed":"4419.00"},"abroad":{"executed":"0.00"}}}})",
        .failing =
            R"({"filing":1,"three_public":{"reception":{"executed":"4419.00","domestic":{"executed":"4149.00"},"abroad":{"executed":"0.00"}}}})",
        .state = [](Subject s, Relations& r) {
            const Reception& reception = s.filing.three_public.reception;
            state_parts(r, reception, {&reception.domestic, &reception.abroad}, 2);
        }}};

} // namespace

std::span<const Rule> rules_of_three_public() noexcept { return rules_here; }

} // namespace tieout
