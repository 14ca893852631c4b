// SPDX-License-Identifier: MIT
// Expenditure: basic and projects, classes and lists.
#include "rules/table/tables.hpp"

namespace tieout {
namespace {

constexpr std::array<std::string_view, 4> named_splits{"fund", "economic", "function", "projects"};

bool named(const Split& split) {
    for (const std::string_view name : named_splits)
        if (split.name == name) return true;
    return false;
}

constexpr std::array rules_here{
    Rule{
        .code = "T03",
        .name = "expenditure_is_the_sum_of_its_functions",
        .severity = Severity::error,
        .demand = {"支出合计等于各功能分类支出之和", "Expenditure equals the sum of its functional classes."},
        .source = clauses::expenditure_form,
        .passing =
            R"({"filing":1,"expenditure":{"executed":"30","splits":{"function":{"complete":true,"items":[{"code":"201","executed":"20"},{"code":"208","executed":"10"}]}}}})",
        .failing =
            R"({"filing":1,"expenditure":{"executed":"30","splits":{"function":{"complete":true,"items":[{"code":"201","executed":"20"},{"code":"208","executed":"12"}]}}}})",
        .state =
            [](Subject s, Relations& r) {
                each_split(s, r, [](const Item&, const Split& split) { return split.name == "function"; });
            }},
    Rule{
        .code = "T06",
        .name = "basic_is_personnel_and_operating",
        .severity = Severity::error,
        .demand = {"基本支出等于人员经费与公用经费之和",
                   "Basic expenditure equals personnel and operating expenditure."},
        .source = clauses::accounts_form,
        .passing =
            R"({"filing":1,"expenditure":{"basic":{"executed":"467.35","personnel":{"executed":"451.59"},"operating":{"executed":"15.76"}}}})",
        .failing =
            R"({"filing":1,"expenditure":{"basic":{"executed":"467.35","personnel":{"executed":"451.59"},"operating":{"executed":"17.56"}}}})",
        .state =
            [](Subject s, Relations& r) {
                const BasicExpenditure& basic = s.filing.expenditure.basic;
                state_parts(r, basic, {&basic.personnel, &basic.operating}, 2);
            }},
    Rule{
        .code = "T07",
        .name = "expenditure_is_basic_project_and_others",
        .severity = Severity::error,
        .demand = {"本年支出合计等于基本支出、项目支出、上缴上级支出、经营支出与对附属单位补助支出之和",
                   "Expenditure equals basic and project expenditure (and what is remitted, spent in "
                   "business or passed on)."},
        .source = clauses::accounts_form,
        .passing =
            R"({"filing":1,"expenditure":{"executed":"1709.11","basic":{"executed":"467.35"},"project":{"executed":"1241.76"}}})",
        .failing =
            R"({"filing":1,"expenditure":{"prior":"3960.32","basic":{"prior":"1277.71"},"project":{"prior":"2682.5"}}})",
        .state =
            [](Subject s, Relations& r) {
                const Expenditure& e = s.filing.expenditure;
                state_parts(r, e, {&e.basic, &e.project, &e.remitted, &e.business, &e.subsidised}, 2);
            }},
    Rule{
        .code = "T08",
        .name = "construction_is_part_of_projects",
        .severity = Severity::error,
        .demand = {"项目支出不小于其中的基本建设类项目", "Construction does not exceed project expenditure."},
        .source = clauses::accounts_form,
        .passing =
            R"({"filing":1,"expenditure":{"project":{"executed":"50","construction":{"executed":"50"}}}})",
        .failing =
            R"({"filing":1,"expenditure":{"project":{"executed":"50","construction":{"executed":"55"}}}})",
        .state =
            [](Subject s, Relations& r) {
                const ProjectExpenditure& project = s.filing.expenditure.project;
                for (const Phase phase : phases) {
                    if (phase == Phase::supplementary || !project.at(phase).stated()) continue;
                    for (const Item* part : {&project.construction, &project.key})
                        if (part->at(phase).stated()) r.at_most(part->at(phase), project.at(phase));
                }
            }},
    Rule{
        .code = "T09",
        .name = "economic_classes_make_the_total",
        .severity = Severity::error,
        .demand = {"合计等于各经济分类支出之和", "The total equals the sum of its economic classes."},
        .source = clauses::accounts_form,
        .passing =
            R"({"filing":1,"expenditure":{"basic":{"initial":"404.96","splits":{"economic":{"complete":true,"items":[{"code":"301","initial":"384.78"},{"code":"302","initial":"20.07"},{"code":"303","initial":"0.11"}]}}}}})",
        .failing =
            R"({"filing":1,"expenditure":{"basic":{"initial":"404.96","splits":{"economic":{"complete":true,"items":[{"code":"301","initial":"384.78"},{"code":"302","initial":"20.70"},{"code":"303","initial":"0.11"}]}}}}})",
        .state =
            [](Subject s, Relations& r) {
                each_split(s, r, [](const Item&, const Split& split) { return split.name == "economic"; });
            }},
    Rule{
        .code = "T37",
        .name = "personnel_is_wages_and_household_aid",
        .severity = Severity::error,
        .demand = {"人员经费等于工资福利支出（301）与对个人和家庭的补助（303）之和",
                   "Personnel expenditure equals wages (301) and aid to persons and households (303)."},
        .source = clauses::basic_form,
        .passing =
            R"({"filing":1,"expenditure":{"basic":{"personnel":{"executed":"90"},"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"80"},{"code":"303","executed":"10"}]}}}}})",
        .failing =
            R"({"filing":1,"expenditure":{"basic":{"personnel":{"executed":"90"},"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"80"},{"code":"303","executed":"12"}]}}}}})",
        .state =
            [](Subject s, Relations& r) {
                state_classes(r, s.filing.expenditure.basic, s.filing.expenditure.basic.personnel, true);
            }},
    Rule{
        .code = "T38",
        .name = "operating_is_the_other_classes",
        .severity = Severity::error,
        .demand = {"公用经费等于基本支出中301、303以外各经济分类之和",
                   "Operating expenditure equals the classes of basic expenditure other than 301 and 303."},
        .source = clauses::basic_form,
        .passing =
            R"({"filing":1,"expenditure":{"basic":{"operating":{"executed":"15"},"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"80"},{"code":"302","executed":"12"},{"code":"310","executed":"3"}]}}}}})",
        .failing =
            R"({"filing":1,"expenditure":{"basic":{"operating":{"executed":"15"},"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"80"},{"code":"302","executed":"12"},{"code":"310","executed":"5"}]}}}}})",
        .state =
            [](Subject s, Relations& r) {
                state_classes(r, s.filing.expenditure.basic, s.filing.expenditure.basic.operating, false);
            }},
    Rule{
        .code = "T39",
        .name = "class_is_the_sum_of_its_items",
        .severity = Severity::error,
        .demand = {"类级金额等于所属款级金额之和", "A class equals the sum of the items coded under it."},
        .source = clauses::basic_form,
        .passing =
            R"({"filing":1,"expenditure":{"basic":{"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"30"},{"code":"30101","executed":"20"},{"code":"30102","executed":"10"}]}}}}})",
        .failing =
            R"({"filing":1,"expenditure":{"basic":{"splits":{"economic":{"complete":true,"items":[{"code":"301","executed":"30"},{"code":"30101","executed":"20"},{"code":"30102","executed":"12"}]}}}}})",
        .state =
            [](Subject s, Relations& r) {
                for (const ItemRef& ref : s.items)
                    for (const Split& split : ref.item->splits) state_codes(r, split);
            }},
    Rule{
        .code = "T57",
        .name = "operating_cost_within_operating_expenditure",
        .severity = Severity::warning,
        .demand = {"机关运行经费不超过基本支出中的公用经费",
                   "The operating cost of the organs does not exceed the operating part of basic "
                   "expenditure."},
        .source = clauses::operating_definition,
        .passing =
            R"({"filing":1,"operating_cost":{"executed":"185.41"},"expenditure":{"basic":{"operating":{"executed":"416.36"}}}})",
        .failing =
            R"({"filing":1,"operating_cost":{"executed":"3448023.64"},"expenditure":{"basic":{"executed":"3448023.64","splits":{"economic":{"items":[{"code":"301","executed":"1939484.78"}]}}}}})",
        .state =
            [](Subject s, Relations& r) {
                const BasicExpenditure& basic = s.filing.expenditure.basic;
                for (const Phase phase : {Phase::prior, Phase::initial, Phase::adjusted, Phase::executed}) {
                    const Stated& cost = s.filing.operating_cost.at(phase);
                    if (!cost.stated()) continue;
                    if (basic.operating.at(phase).stated()) {
                        r.at_most(cost, basic.operating.at(phase));
                        continue;
                    }
                    if (!basic.at(phase).stated()) continue;
                    // Basic expenditure without what is known of its personnel part.
                    std::vector<Term> rest{basic.at(phase)};
                    if (basic.personnel.at(phase).stated()) {
                        rest.emplace_back(basic.personnel.at(phase), Decimal{-1});
                    } else if (const Split* classes = basic.find_split("economic")) {
                        for (const std::string_view code : {"301", "303"})
                            if (const Part* part = classes->find_code(code);
                                part != nullptr && part->at(phase).stated())
                                rest.emplace_back(part->at(phase), Decimal{-1});
                    }
                    r.at_most(std::array{Term(cost)}, rest);
                }
            }},
    Rule{
        .code = "T60",
        .name = "projects_make_project_expenditure",
        .severity = Severity::error,
        .demand = {"各项目金额之和等于项目支出（预算）合计", "The projects listed make their total."},
        .source = clauses::arithmetic,
        .passing =
            R"({"filing":1,"expenditure":{"project":{"initial":"43.3","projects_complete":true,"projects":[{"initial":"5"},{"initial":"8.3"},{"initial":"30"}]}}})",
        .failing =
            R"({"filing":1,"expenditure":{"project":{"initial":"43.3","projects_complete":true,"projects":[{"initial":"5"},{"initial":"8.3"},{"initial":"20"}]}}})",
        .state =
            [](Subject s, Relations& r) {
                const ProjectExpenditure& project = s.filing.expenditure.project;
                std::vector<Term> lines;
                lines.reserve(project.projects.size());
                for (const Phase phase : phases) {
                    if (!project.at(phase).stated()) continue;
                    lines.clear();
                    for (const Project& line : project.projects)
                        if (line.at(phase).stated()) lines.emplace_back(line.at(phase));
                    state_list(r, project.at(phase), lines, project.projects_complete[phase], phase);
                }
                each_split(s, r, [](const Item&, const Split& split) { return split.name == "projects"; });
            }},
    Rule{
        .code = "T82",
        .name = "class_of_operating_cost_within_basic",
        .severity = Severity::error,
        .demand = {"机关运行经费中某一经济分类不超过基本支出中同一分类",
                   "A class within the operating cost does not exceed the same class of basic expenditure."},
        .source = clauses::operating_definition,
        .passing =
            R"({"filing":1,"expenditure":{"basic":{"splits":{"economic":{"items":[{"code":"302","executed":"985728.86"}]}}}},"operating_cost":{"splits":{"economic":{"items":[{"code":"302","executed":"985728.86"}]}}}})",
        .failing =
            R"({"filing":1,"expenditure":{"basic":{"splits":{"economic":{"items":[{"code":"302","executed":"985728.86"}]}}}},"operating_cost":{"splits":{"economic":{"items":[{"code":"302","executed":"2925213.64"}]}}}})",
        .state =
            [](Subject s, Relations& r) {
                const Split* cost = s.filing.operating_cost.find_split("economic");
                const Split* basic = s.filing.expenditure.basic.find_split("economic");
                if (cost == nullptr || basic == nullptr) return;
                for (const Part& part : cost->items) {
                    const Part* whole = part.code.empty() ? nullptr : basic->find_code(part.code);
                    if (whole == nullptr) continue;
                    for (const Phase phase : {Phase::prior, Phase::initial, Phase::adjusted, Phase::executed})
                        if (part.at(phase).stated() && whole->at(phase).stated())
                            r.at_most(part.at(phase), whole->at(phase));
                }
            }},
    Rule{
        .code = "T84",
        .name = "project_is_operation_and_special",
        .severity = Severity::error,
        .demand = {"项目支出等于运行维护经费与专项资金之和",
                   "Project expenditure equals operation and maintenance and special funds."},
        .source = {"湖南省 部门整体支出绩效评价基础数据表"},
        .passing =
            R"({"filing":1,"expenditure":{"project":{"executed":"5498.15","operation":{"executed":"503.49"},"special":{"executed":"4994.66"}}}})",
        .failing =
            R"({"filing":1,"expenditure":{"project":{"executed":"5498.15","operation":{"executed":"530.49"},"special":{"executed":"4994.66"}}}})",
        .state =
            [](Subject s, Relations& r) {
                // Some forms have other lines beside these two, so it is for the document to say that they are all.
                const ProjectExpenditure& project = s.filing.expenditure.project;
                state_parts(r, project, {&project.operation, &project.special}, 2, project.parts_complete);
            }},
    Rule{
        .code = "T94",
        .name = "complete_list_makes_its_total",
        .severity = Severity::error,
        .demand = {"列全的各项之和等于合计；其中数不超过合计",
                   "A complete list makes its total; what is only part of it does not exceed it."},
        .source = clauses::arithmetic,
        .passing =
            R"({"filing":1,"income":{"executed":"30","splits":{"quarter":{"complete":true,"items":[{"executed":"10"},{"executed":"20"}]}}}})",
        .failing =
            R"({"filing":1,"income":{"executed":"30","splits":{"quarter":{"complete":true,"items":[{"executed":"10"},{"executed":"21.5"}]}}}})",
        .state =
            [](Subject s, Relations& r) {
                each_split(s, r, [](const Item&, const Split& split) { return !named(split); });
            }},
    Rule{
        .code = "T95",
        .name = "classes_are_not_negative",
        .severity = Severity::warning,
        .demand = {"各经济分类金额不小于零", "No economic class is negative."},
        .source = clauses::accounts_form,
        .passing =
            R"({"filing":1,"expenditure":{"splits":{"economic":{"items":[{"code":"301","executed":"0"}]}}}})",
        .failing =
            R"({"filing":1,"expenditure":{"splits":{"economic":{"items":[{"code":"301","executed":"-5"}]}}}})",
        .state = [](Subject s, Relations& r) {
            for (const ItemRef& ref : s.items)
                if (const Split* split = ref.item->find_split("economic"))
                    for (const Part& part : split->items)
                        for (const Phase phase :
                             {Phase::prior, Phase::initial, Phase::adjusted, Phase::executed})
                            if (part.at(phase).known() && sign(part.at(phase).best().value) < 0 &&
                                part.sign > 0)
                                r.linear({part.at(phase)}, Comparison::at_least, Decimal{0}, unit::plain);
        }}};

} // namespace

std::span<const Rule> rules_of_expenditure() noexcept { return rules_here; }

} // namespace tieout
