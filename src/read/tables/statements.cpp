// SPDX-License-Identifier: MIT
#include "read/tables/statements.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

/// Terms of a sum; no table that anybody prints comes near, and checking them takes their square.
constexpr std::size_t most_terms = 4000;

bool same_terms(const Parts& a, const Parts& b) {
    return std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
                      [](const MentionTerm& x, const MentionTerm& y) { return x.figure == y.figure; });
}

/// Whether one may be part of the other: of 12个 the 300户 are not, what is counted is another thing.
bool of_one_kind(const Unit& one, const Unit& other) noexcept {
    if (!same_dimension(one, other)) return false;
    return one.dimension != Dimension::count || one.word().ends_with(other.word()) ||
           other.word().ends_with(one.word());
}

/// Economic classes of which personnel expenditure is made.
bool is_personnel(std::string_view code) noexcept { return code == "301" || code == "303"; }

/// Each way in which the figures that may stand in a column do: all of them, some, none. None where they are too many.
std::vector<Parts> with_loose(std::vector<Parts> readings) {
    constexpr std::size_t most_loose = 3;
    std::vector<Parts> all;
    for (Parts& parts : readings) {
        const std::vector<MentionId> loose = std::move(parts.loose);
        parts.loose.clear();
        if (loose.size() > most_loose) continue;
        for (std::size_t chosen = std::size_t{1} << loose.size(); chosen-- > 0;) {
            Parts& one = all.emplace_back(parts);
            for (std::size_t i = 0; i < loose.size(); ++i)
                if ((chosen >> i & 1U) != 0) one.terms.push_back({loose[i], Decimal{1}});
        }
    }
    constexpr std::size_t most_readings = 12;
    if (all.size() > most_readings) all.resize(most_readings);
    return all;
}

} // namespace

void Parts::add(const Row& row, std::size_t column, Decimal coefficient) {
    if (row.figures[column] != no_mention) {
        terms.push_back({row.figures[column], coefficient});
        return;
    }
    blank = blank || row.blank[column];
    if (!row.scattered || !row.blank[column]) return;
    if (row.loose_figures.size() == 1)
        loose.push_back(row.loose_figures.front());
    else
        missing = true;
}

void Parts::add(const Parts& others) {
    terms.insert(terms.end(), others.terms.begin(), others.terms.end());
    blank = blank || others.blank;
    missing = missing || others.missing;
    loose.insert(loose.end(), others.loose.begin(), others.loose.end());
}

bool Writer::is_amount(MentionId id) const {
    return id != no_mention && figure(id).state != State::not_applicable &&
           figure(id).unit.dimension != Dimension::percent;
}

bool Writer::one_dimension(MentionId total, const Parts& parts) const {
    return std::all_of(parts.terms.begin(), parts.terms.end(), [&](const MentionTerm& term) {
        return of_one_kind(figure(term.figure).unit, figure(total).unit);
    });
}

void Writer::state(Statement statement, std::string_view why) const {
    if (statement.readings.empty()) return;
    // A list needs known names; what stands side by side needs no more than its place.
    const bool list = statement.word == "sum";
    if (list ? !block.certified : !block.placed) statement.evidence = Evidence::open;
    if (scope.reckoned_otherwise) statement.evidence = Evidence::open;
    statement.context = sheet.context;
    statement.why = why;
    draft.statements.push_back(std::move(statement));
}

void Writer::sum(MentionId total, std::vector<Parts> readings, bool whole, std::string_view why,
                 bool more) const {
    if (total == no_mention || figure(total).state == State::not_applicable) return;
    Statement statement{.word = "sum"};
    std::vector<Parts> kept;
    for (Parts& parts : with_loose(std::move(readings))) {
        std::erase_if(parts.terms, [&](const MentionTerm& term) {
            return term.figure == total || figure(term.figure).state == State::not_applicable;
        });
        if (parts.missing || parts.terms.empty() || parts.terms.size() > most_terms ||
            !one_dimension(total, parts))
            continue;
        if (std::any_of(kept.begin(), kept.end(), [&](const Parts& one) { return same_terms(one, parts); }))
            continue;
        // A blank cell may hold any amount: what does not add up then is doubted.
        whole = whole && !parts.blank && !block.excerpt && !block.noted;
        statement.readings.push_back(
            {.kind = Kind::sum, .subject = total, .first = parts.terms, .open_list = more || block.excerpt});
        kept.push_back(std::move(parts));
    }
    statement.evidence = evidence_if(whole && !more);
    state(std::move(statement), why);
}

void Writer::at_most(MentionId lesser, MentionId greater, bool whole, std::string_view why) const {
    if (!is_amount(lesser) || !is_amount(greater)) return;
    if (!of_one_kind(figure(lesser).unit, figure(greater).unit)) return;
    // Of what is less than nothing a part may be more.
    if (sign(figure(greater).value) < 0 || sign(figure(lesser).value) < 0) return;
    Statement statement{.word = "at_most", .evidence = evidence_if(whole)};
    statement.readings.push_back(
        {.kind = Kind::at_most, .first = {{lesser, Decimal{1}}}, .second = {{greater, Decimal{1}}}});
    state(std::move(statement), why);
}

void Writer::equal(MentionId one, MentionId other, bool whole, std::string_view why) const {
    if (!is_amount(one) || !is_amount(other) || !same_dimension(figure(one).unit, figure(other).unit)) return;
    Statement statement{.word = "equal", .evidence = evidence_if(whole)};
    statement.readings.push_back({.kind = Kind::equal, .first = {{one, Decimal{1}}, {other, Decimal{1}}}});
    state(std::move(statement), why);
}

bool is_added(const Head& head) noexcept {
    if (!head.additive) return false;
    if (head.role == HeadRole::amount || head.role == HeadRole::change || head.role == HeadRole::words)
        return true;
    // 加权得分, and weights beside it.
    return head.role == HeadRole::weight || (head.role == HeadRole::score && head.words.starts_with("加权"));
}

bool make_known_whole(std::string_view whole, const std::vector<std::string_view>& parts) {
    struct Whole {
        std::string_view item;
        std::array<std::string_view, 3> parts;
    };
    constexpr Whole wholes[] = {
        {"/expenditure/basic", {"/expenditure/basic/personnel", "/expenditure/basic/operating", ""}},
        {"/three_public", {"/three_public/abroad", "/three_public/vehicles", "/three_public/reception"}},
        {"/three_public/vehicles",
         {"/three_public/vehicles/purchase", "/three_public/vehicles/operation", ""}},
        {"/expenditure", {"/expenditure/basic", "/expenditure/project", ""}},
        {"/procurement", {"/procurement/goods", "/procurement/works", "/procurement/services"}}};
    for (const Whole& entry : wholes) {
        if (entry.item != whole) continue;
        return std::all_of(entry.parts.begin(), entry.parts.end(), [&](std::string_view part) {
            return part.empty() || std::find(parts.begin(), parts.end(), part) != parts.end();
        });
    }
    return false;
}

void state_sides(const Writer& income, const Writer& spending, bool formed) {
    if (income.block.side != "收入" || spending.block.side != "支出") return;
    if (income.block.rows.empty() || spending.block.rows.empty()) return;
    const Row& left = income.block.rows.back();
    const Row& right = spending.block.rows.back();
    if (left.at != right.at || !left.label.total || !right.label.total) return;
    const bool grand = left.label.grand() && right.label.grand();
    if (income.block.heads.empty() || spending.block.heads.empty() || (grand && formed)) return;
    // The first column of either side is that of all its funds.
    income.equal(left.figures.front(), right.figures.front(), grand && spending.block.certified,
                 "both totals of a table of two sides");
}

void ClassTotals::collect(const RowBlock& block) {
    for (const Row& row : block.rows) {
        const bool personnel = row.label.name == "人员经费合计";
        const bool operating = row.label.name == "公用经费合计";
        for (std::size_t k = 0; k < row.figures.size(); ++k) {
            if (block.heads[k].role != HeadRole::amount || row.figures[k] == no_mention) continue;
            if (personnel || operating) totals.push_back({row.figures[k], personnel});
            if (row.code.size() == 3 && split_of_code(row.code) == "economic")
                classes.push_back({row.figures[k], is_personnel(row.code)});
        }
    }
    certified = certified && block.certified;
}

void ClassTotals::state(const Sheet& sheet, Draft& draft) const {
    for (const Class& total : totals) {
        Statement statement{.word = "sum", .evidence = evidence_if(certified), .context = sheet.context};
        Reading reading{.kind = Kind::sum, .subject = total.figure};
        for (const Class& one : classes)
            if (one.personnel == total.personnel) reading.first.push_back({one.figure, Decimal{1}});
        if (reading.first.empty()) continue;
        statement.readings.push_back(std::move(reading));
        statement.why = "economic classes of personnel and of operating expenditure";
        draft.statements.push_back(std::move(statement));
    }
}

} // namespace tieout::detail
