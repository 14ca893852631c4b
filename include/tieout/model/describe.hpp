// SPDX-License-Identifier: MIT
#ifndef TIEOUT_MODEL_DESCRIBE_HPP
#define TIEOUT_MODEL_DESCRIBE_HPP

// The keys of every part of a filing, once. What reads, writes or walks a filing does so through these lists, so a
// new member is one line here and nowhere else. A visitor is called as visit(key, member, what is expected there):
//
//     describe(item, [&](std::string_view key, auto& member, Expects) { ... });
//
// Members are strings, Stated figures, described structures, vectors of them, truth values, or the small enumerations.

#include <tieout/model/filing.hpp>

#include <concepts>
#include <type_traits>

namespace tieout {

/// What a figure is when it is printed without a unit, or that a member is no figure.
enum class Expects : std::uint8_t {
    no_figure,
    amount,  ///< the unit of the document
    percent, ///< %
    people,  ///< 人
    points,  ///< 分
    plain,   ///< no unit
    date     ///< a day
};

namespace detail {
template <class T, class Described>
concept describes = std::same_as<std::remove_const_t<T>, Described>;

template <class T>
using base_item = std::conditional_t<std::is_const_v<T>, const Item, Item>;

template <class Visit>
void describe_item(auto& item, Visit&& visit) {
    visit("label", item.label, Expects::no_figure);
    visit("code", item.code, Expects::no_figure);
    visit("reason", item.reason, Expects::no_figure);
    visit("restated", item.restated, Expects::no_figure);
    for (const Phase phase : phases) visit(name_of(phase), item.at(phase), Expects::amount);
    visit("splits", item.splits, Expects::no_figure);
    visit("shares", item.shares, Expects::no_figure);
    visit("growth", item.growth, Expects::no_figure);
    visit("changes", item.changes, Expects::no_figure);
    visit("rates", item.rates, Expects::no_figure);
    visit("comparatives", item.comparatives, Expects::no_figure);
}
} // namespace detail

template <class Visit>
void describe(detail::describes<Body> auto& body, Visit&& visit) {
    visit("name", body.name, Expects::no_figure);
    visit("level", body.level, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Dates> auto& dates, Visit&& visit) {
    visit("signed", dates.signed_on, Expects::date);
    visit("published", dates.published_on, Expects::date);
}

template <class Visit>
void describe(detail::describes<StaffKind> auto& kind, Visit&& visit) {
    visit("label", kind.label, Expects::no_figure);
    visit("authorised", kind.authorised, Expects::people);
    visit("actual", kind.actual, Expects::people);
}

template <class Visit>
void describe(detail::describes<Staff> auto& staff, Visit&& visit) {
    visit("authorised", staff.authorised, Expects::people);
    visit("actual", staff.actual, Expects::people);
    visit("kinds_complete", staff.kinds_complete, Expects::no_figure);
    visit("kinds", staff.kinds, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Share> auto& share, Visit&& visit) {
    visit("stated", share.stated, Expects::percent);
    visit("phase", share.phase, Expects::no_figure);
    visit("of", share.of, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Growth> auto& growth, Visit&& visit) {
    visit("stated", growth.stated, Expects::percent);
    visit("phase", growth.phase, Expects::no_figure);
    visit("from", growth.from, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Change> auto& change, Visit&& visit) {
    visit("stated", change.stated, Expects::amount);
    visit("phase", change.phase, Expects::no_figure);
    visit("from", change.from, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Rate> auto& rate, Visit&& visit) {
    visit("stated", rate.stated, Expects::percent);
    visit("ratio", rate.ratio, Expects::no_figure);
    visit("phase", rate.phase, Expects::no_figure);
    visit("of", rate.of, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Comparative> auto& comparative, Visit&& visit) {
    visit("word", comparative.word, Expects::no_figure);
    visit("phase", comparative.phase, Expects::no_figure);
    visit("with", comparative.with, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Item> auto& item, Visit&& visit) {
    detail::describe_item(item, visit);
}

template <class Visit>
void describe(detail::describes<Part> auto& part, Visit&& visit) {
    detail::describe_item(part, visit);
    visit("sign", part.sign, Expects::no_figure);
}

/// The name of a split is its key in the object of splits, so it is not among the members.
template <class Visit>
void describe(detail::describes<Split> auto& split, Visit&& visit) {
    visit("complete", split.complete, Expects::no_figure);
    visit("items", split.items, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<BasicExpenditure> auto& basic, Visit&& visit) {
    detail::describe_item(basic, visit);
    visit("personnel", basic.personnel, Expects::no_figure);
    visit("operating", basic.operating, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Project> auto& project, Visit&& visit) {
    detail::describe_item(project, visit);
    visit("output_planned", project.output_planned, Expects::plain);
    visit("output_actual", project.output_actual, Expects::plain);
    visit("output_timely", project.output_timely, Expects::plain);
    visit("output_qualified", project.output_qualified, Expects::plain);
    visit("time_planned", project.time_planned, Expects::plain);
    visit("time_actual", project.time_actual, Expects::plain);
    visit("cost_planned", project.cost_planned, Expects::amount);
    visit("cost_actual", project.cost_actual, Expects::amount);
    visit("funds_planned", project.funds_planned, Expects::amount);
    visit("funds_due", project.funds_due, Expects::amount);
    visit("funds_timely", project.funds_timely, Expects::amount);
}

template <class Visit>
void describe(detail::describes<ProjectExpenditure> auto& project, Visit&& visit) {
    detail::describe_item(project, visit);
    visit("operation", project.operation, Expects::no_figure);
    visit("special", project.special, Expects::no_figure);
    visit("construction", project.construction, Expects::no_figure);
    visit("key", project.key, Expects::no_figure);
    visit("parts_complete", project.parts_complete, Expects::no_figure);
    visit("projects_complete", project.projects_complete, Expects::no_figure);
    visit("projects", project.projects, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Expenditure> auto& expenditure, Visit&& visit) {
    detail::describe_item(expenditure, visit);
    visit("basic", expenditure.basic, Expects::no_figure);
    visit("project", expenditure.project, Expects::no_figure);
    visit("remitted", expenditure.remitted, Expects::no_figure);
    visit("business", expenditure.business, Expects::no_figure);
    visit("subsidised", expenditure.subsidised, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Vehicles> auto& vehicles, Visit&& visit) {
    detail::describe_item(vehicles, visit);
    visit("purchase", vehicles.purchase, Expects::no_figure);
    visit("operation", vehicles.operation, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Reception> auto& reception, Visit&& visit) {
    detail::describe_item(reception, visit);
    visit("domestic", reception.domestic, Expects::no_figure);
    visit("abroad", reception.abroad, Expects::no_figure);
    visit("groups", reception.groups, Expects::plain);
    visit("guests", reception.guests, Expects::people);
}

template <class Visit>
void describe(detail::describes<ThreePublic> auto& three_public, Visit&& visit) {
    detail::describe_item(three_public, visit);
    visit("abroad", three_public.abroad, Expects::no_figure);
    visit("vehicles", three_public.vehicles, Expects::no_figure);
    visit("reception", three_public.reception, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Procurement> auto& procurement, Visit&& visit) {
    detail::describe_item(procurement, visit);
    visit("goods", procurement.goods, Expects::no_figure);
    visit("works", procurement.works, Expects::no_figure);
    visit("services", procurement.services, Expects::no_figure);
    visit("sme_reserved", procurement.sme_reserved, Expects::no_figure);
    visit("small_reserved", procurement.small_reserved, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Assets> auto& assets, Visit&& visit) {
    detail::describe_item(assets, visit);
    visit("current", assets.current, Expects::no_figure);
    visit("fixed", assets.fixed, Expects::no_figure);
    visit("depreciation", assets.depreciation, Expects::no_figure);
    visit("fixed_net", assets.fixed_net, Expects::no_figure);
    visit("other", assets.other, Expects::no_figure);
    visit("fixed_increase", assets.fixed_increase, Expects::no_figure);
    visit("fixed_decrease", assets.fixed_decrease, Expects::no_figure);
    visit("fixed_in_use", assets.fixed_in_use, Expects::no_figure);
    visit("liabilities", assets.liabilities, Expects::no_figure);
    visit("net_assets", assets.net_assets, Expects::no_figure);
    visit("parts_complete", assets.parts_complete, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<Work> auto& work, Visit&& visit) {
    visit("planned", work.planned, Expects::plain);
    visit("completed", work.completed, Expects::plain);
    visit("timely", work.timely, Expects::plain);
    visit("qualified", work.qualified, Expects::plain);
    visit("key_assigned", work.key_assigned, Expects::plain);
    visit("key_completed", work.key_completed, Expects::plain);
    visit("surveyed", work.surveyed, Expects::people);
    visit("satisfied", work.satisfied, Expects::people);
    visit("progress_actual", work.progress_actual, Expects::percent);
    visit("progress_planned", work.progress_planned, Expects::percent);
}

template <class Visit>
void describe(detail::describes<Indicator> auto& indicator, Visit&& visit) {
    visit("name", indicator.name, Expects::no_figure);
    visit("weight", indicator.weight, Expects::points);
    visit("comparison", indicator.comparison, Expects::no_figure);
    visit("target", indicator.target, Expects::plain);
    visit("actual", indicator.actual, Expects::plain);
    visit("score", indicator.score, Expects::points);
    visit("reason", indicator.reason, Expects::no_figure);
    visit("indicators", indicator.indicators, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<BudgetRow> auto& row, Visit&& visit) {
    detail::describe_item(row, visit);
    visit("weight", row.weight, Expects::points);
    visit("score", row.score, Expects::points);
}

template <class Visit>
void describe(detail::describes<Evaluation> auto& evaluation, Visit&& visit) {
    visit("budget", evaluation.budget, Expects::no_figure);
    visit("indicators", evaluation.indicators, Expects::no_figure);
    visit("indicators_complete", evaluation.indicators_complete, Expects::no_figure);
    visit("weight", evaluation.weight, Expects::points);
    visit("score", evaluation.score, Expects::points);
    visit("grade", evaluation.grade, Expects::no_figure);
}

template <class Visit>
void describe(detail::describes<SourceTable> auto& table, Visit&& visit) {
    visit("id", table.id, Expects::no_figure);
    visit("form", table.form, Expects::no_figure);
    visit("title", table.title, Expects::no_figure);
    visit("unit", table.unit, Expects::no_figure);
    visit("certified", table.certified, Expects::no_figure);
    visit("why_not", table.why_not, Expects::no_figure);
    visit("place", table.place, Expects::no_figure);
}

/// The number of the format ("filing": 1) belongs to the text of a filing, not to what it says.
template <class Visit>
void describe(detail::describes<Filing> auto& filing, Visit&& visit) {
    visit("body", filing.body, Expects::no_figure);
    visit("year", filing.year, Expects::no_figure);
    visit("title", filing.title, Expects::no_figure);
    visit("unit", filing.unit, Expects::no_figure);
    visit("rounding", filing.rounding, Expects::no_figure);
    visit("dates", filing.dates, Expects::no_figure);
    visit("staff", filing.staff, Expects::no_figure);
    visit("income", filing.income, Expects::no_figure);
    visit("surplus_used", filing.surplus_used, Expects::no_figure);
    visit("total_income", filing.total_income, Expects::no_figure);
    visit("expenditure", filing.expenditure, Expects::no_figure);
    visit("distribution", filing.distribution, Expects::no_figure);
    visit("total_expenditure", filing.total_expenditure, Expects::no_figure);
    visit("balance", filing.balance, Expects::no_figure);
    visit("three_public", filing.three_public, Expects::no_figure);
    visit("procurement", filing.procurement, Expects::no_figure);
    visit("operating_cost", filing.operating_cost, Expects::no_figure);
    visit("assets", filing.assets, Expects::no_figure);
    visit("work", filing.work, Expects::no_figure);
    visit("evaluation", filing.evaluation, Expects::no_figure);
    visit("rates", filing.rates, Expects::no_figure);
    visit("items", filing.items, Expects::no_figure);
    visit("figures", filing.figures, Expects::no_figure);
    visit("relations", filing.relations, Expects::no_figure);
    visit("sentences", filing.sentences, Expects::no_figure);
    visit("tables", filing.tables, Expects::no_figure);
}

} // namespace tieout

#endif
