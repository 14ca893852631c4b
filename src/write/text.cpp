// SPDX-License-Identifier: MIT
#include <tieout/write/text.hpp>

#include "write/display.hpp"
#include "write/page.hpp"
#include "write/parts.hpp"
#include "write/quote.hpp"
#include "write/roles.hpp"
#include "write/shown.hpp"

#include <tieout/relations/explain.hpp>
#include <tieout/rules/ratio_table.hpp>
#include <tieout/rules/rule.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace tieout {

namespace {

using detail::Cell;
using detail::clean;
using detail::columns;
using detail::Page;
using detail::Tone;

constexpr std::size_t body_indent = 7;
/// Of a label in the list of what holds, so that one long name does not push the numbers off the page.
constexpr std::size_t label_columns_max = 36;
/// Lines of one sentence that are quoted, and places named of one figure; the table below names the others.
constexpr std::size_t quoted_lines_max = 6;
constexpr std::size_t places_max = 8;

std::string replaced(std::string_view sentence, std::initializer_list<std::string_view> values) {
    std::string result;
    auto value = values.begin();
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (sentence.substr(at).starts_with("{}") && value != values.end()) {
            result += *value++;
            ++at;
        } else {
            result += sentence[at];
        }
    }
    return result;
}

/// Number and unit as they are printed one after the other: 531.07 万元, 96.63%.
std::string with_unit(const std::string& number, std::string_view unit) {
    if (unit.empty()) return number;
    const bool attached = unit == "%" || unit == "‰";
    return number + (attached ? "" : " ") + std::string(unit);
}

class ReportText {
  public:
    ReportText(const ReportView& report, const Names& names, const TextOptions& options)
        : report_(report), names_(names), places_(*report.filing, options.language),
          sentences_(*report.filing), language_(options.language), all_(options.all), page_(options) {}

    std::string whole(const DocumentInfo& document) {
        detail::heading(page_, document, *report_.filing, language_);
        summary();
        full_section({"错误", "Errors"}, Tone::red, [this](const Check& check) {
            return check.outcome == Outcome::broken && severity(check) == Severity::error;
        });
        full_section({"警告", "Warnings"}, Tone::yellow, [this](const Check& check) {
            return check.outcome == Outcome::broken && severity(check) == Severity::warning;
        });
        full_section({"仅供参考", "For information"}, Tone::strong, [this](const Check& check) {
            return check.outcome == Outcome::broken && severity(check) == Severity::info;
        });
        detail::write_parts(page_, report_, names_, language_);
        full_section({"待核实", "To be looked at"}, Tone::strong,
                     [](const Check& check) { return is_doubted(check); });
        full_section({"提示：在舍入范围内，但值得一看", "Notes: within rounding, yet worth a look"},
                     Tone::strong, [](const Check& check) { return noted(check); });
        full_section({"未能判定", "Undecided"}, Tone::strong, [](const Check& check) {
            return check.outcome == Outcome::undecided && !is_doubted(check);
        });
        if (all_) {
            what_holds();
            what_no_check_covers();
        }
        return std::move(page_).take();
    }

    std::string one(const Check& check) {
        finding(check, tone_of(check));
        return std::move(page_).take();
    }

  private:
    [[nodiscard]] std::string_view in(const Words& words) const { return words.in(language_); }
    [[nodiscard]] Severity severity(const Check& check) const { return report_.relation_of(check).severity; }
    [[nodiscard]] static bool noted(const Check& check) {
        return check.outcome != Outcome::broken && check.outcome != Outcome::undecided && check.notes.any();
    }
    [[nodiscard]] Tone tone_of(const Check& check) const {
        if (check.outcome != Outcome::broken) return Tone::strong;
        if (severity(check) == Severity::info) return Tone::strong;
        return severity(check) == Severity::error ? Tone::red : Tone::yellow;
    }

    void summary() {
        const Summary sum = report_.summary(names_);
        const auto count = [](std::size_t number) { return std::to_string(number); };
        const std::size_t uncovered = sum.figures - std::min(sum.covered, sum.figures);
        const std::size_t key = columns(in({"列报数", "figures"}));
        page_.keyed(2, in({"列报数", "figures"}), key,
                    replaced(in({"共 {} 个：{} 个参与核对，{} 个没有关系可核对",
                                 "{} stated: {} take part in a check, {} in none"}),
                             {count(sum.figures), count(sum.covered), count(uncovered)}));
        page_.keyed(
            2, in({"核对", "checks"}), key,
            replaced(
                in({"共 {} 项：{} 项一致，{} 项在舍入范围内，{} 项不符（错误 {}，警告 {}），{} 项未能判定",
                    "{}: {} exact, {} within rounding, {} broken (errors {}, warnings {}), {} undecided"}),
                {count(report_.checks.size()), count(sum.exact), count(sum.rounding), count(sum.broken),
                 count(sum.errors()),
                 count(sum.warnings) +
                     (sum.infos == 0
                          ? std::string()
                          : replaced(in({"，仅供参考 {}", ", for information {}"}), {count(sum.infos)})),
                 count(sum.undecided)}) +
                (sum.doubted == 0 ? std::string()
                                  : replaced(in({"（其中待核实 {} 项）", " ({} of them to be looked at)"}),
                                             {count(sum.doubted)})));
        // Who reads the result knows by which rules it came about.
        if (const std::string chosen = clean(report_.rules.text(language_)); !chosen.empty())
            page_.keyed(2, in({"规则", "rules"}), key, chosen);
    }

    template <class Chosen>
    void full_section(const Words& title, Tone tone, Chosen chosen) {
        std::vector<const Check*> found;
        for (const Check& check : report_.checks)
            if (chosen(check)) found.push_back(&check);
        if (found.empty()) return;
        section(title, found.size(), tone);
        for (const Check* check : found) {
            if (check != found.front()) page_.blank_line();
            finding(*check, tone);
        }
    }

    void section(const Words& title, std::size_t count, Tone tone) {
        page_.blank_line();
        page_.paragraph(
            0, std::string(in(title)) + replaced(in({"（{}）", " ({})"}), {std::to_string(count)}), tone);
        page_.blank_line();
    }

    /// Code of the rule, or the id that the filing gives the relation.
    [[nodiscard]] static std::string code_of(const Relation& relation) {
        return clean(relation.code.empty() ? relation.id : relation.code);
    }

    /// As wide as the longest of the keys of lines.
    [[nodiscard]] std::size_t key_width() const { return columns(in({"算式", "arithmetic"})); }

    void line(const Words& key, std::string_view text, Tone tone = Tone::plain) {
        if (text.empty()) return;
        page_.keyed(body_indent, in(key), key_width(), text, tone);
    }

    void finding(const Check& check, Tone tone) {
        const Relation& relation = report_.relation_of(check);
        const Explanation explanation = explain(report_.relations, check, report_.options, language_);
        const std::string code = code_of(relation);
        const std::string demand = clean(demand_of(relation, language_));
        page_.keyed(2, code, body_indent - 4, demand.empty() ? clean(explanation.arithmetic) : demand, tone,
                    tone);
        quotes(check, tone);
        page_.table(body_indent, figure_rows(check));
        arithmetic(check, explanation);
        line({"相差", "difference"}, difference(check, relation, explanation));
        line({"原因", "why"}, why(check, relation, explanation));
        for (const Note note : all_notes)
            if (check.notes.has(note)) line({"提示", "note"}, note_text(note, relation));
        line({"依据", "clause"}, clause(relation), Tone::dim);
    }

    /// The words of the document, with the figures marked under them.
    void quotes(const Check& check, Tone tone) {
        Words key{"原文", "words"};
        for (const detail::Quote& quote : sentences_.of(report_, check))
            for (const detail::MarkedLine& line :
                 marked_lines(quote.sentence->words, quote.marks, page_.room(body_indent, key_width()),
                              quoted_lines_max)) {
                page_.marked(body_indent, in(key), key_width(), line.words, line.marks, tone);
                key = {};
            }
    }

    /// Every reading that was tried has a line of its own.
    void arithmetic(const Check& check, const Explanation& explanation) {
        std::string_view rest = explanation.arithmetic;
        while (!rest.empty()) {
            const std::size_t end = check.readings > 1 ? rest.find("; ") : rest.npos;
            const bool first = rest.data() == explanation.arithmetic.data();
            line(first ? Words{"算式", "arithmetic"} : Words{}, clean(rest.substr(0, end)));
            rest.remove_prefix(end == rest.npos ? rest.size() : end + 2);
        }
    }

    [[nodiscard]] std::string label_of(const Figure& figure) const {
        std::string label = clean(names_.label(figure, language_));
        if (!figure.period.empty()) label += replaced(in({"（{}）", " ({})"}), {clean(figure.period)});
        return label;
    }

    /// What stands at the place of the number; words where nothing is printed.
    [[nodiscard]] std::string number_of(const Figure& figure) const {
        std::string number = clean(detail::number_text(figure));
        if (number.empty()) number = in({"（空白）", "(blank)"});
        if (figure.state == State::approximate) number = std::string(in({"约 ", "about "})) + number;
        return number;
    }

    [[nodiscard]] std::string unit_of(const Figure& figure) const {
        // A date carries its unit in its digits.
        if (figure.unit.dimension == Dimension::day ||
            !(figure.known() || figure.state == State::approximate))
            return {};
        std::string unit = clean(figure.unit.word());
        if (figure.unit_missing) unit += in({"（未印单位）", " (unit not printed)"});
        return unit;
    }

    /// Numbers with their units, so that their points stand below each other.
    [[nodiscard]] std::vector<std::string> values_of(std::span<const Figure* const> figures) const {
        const auto before_point = [](const std::string& number) {
            return columns(number.substr(0, number.find('.')));
        };
        std::size_t most = 0;
        for (const Figure* figure : figures) most = std::max(most, before_point(number_of(*figure)));
        std::vector<std::string> values;
        for (const Figure* figure : figures) {
            const std::string number = number_of(*figure);
            values.push_back(std::string(most - before_point(number), ' ') +
                             with_unit(number, unit_of(*figure)));
        }
        return values;
    }

    [[nodiscard]] std::string place_of(const Figure& figure, bool everywhere) const {
        if (everywhere) {
            const auto all = places_.all(figure, places_max);
            if (!all.empty()) return clean(detail::joined(all, in({"；", "; "})));
        }
        const std::string place = detail::place_text(*report_.filing, figure, language_);
        return clean(place.empty() ? names_.pointer(figure) : place);
    }

    /// The figures of a check; where no reading holds, those of every reading that was tried.
    [[nodiscard]] std::vector<std::vector<Cell>> figure_rows(const Check& check) const {
        const bool none_holds = check.outcome == Outcome::broken || check.outcome == Outcome::undecided;
        std::vector<std::vector<Cell>> rows;
        std::vector<const Figure*> figures;
        std::unordered_set<const Figure*> seen;
        std::unordered_map<std::string, std::size_t> row_of;
        const auto add = [&](const Relation& relation) {
            for (const Operand& operand : report_.relations.operands(relation)) {
                const Figure& figure = *operand.figure;
                // A base is both subtracted and divided by: one row is enough.
                if (!seen.insert(&figure).second) continue;
                std::string label = label_of(figure);
                const Decimal coefficient = abs(detail::written_coefficient(operand));
                if (coefficient != Decimal(1)) label = to_string(coefficient) + " × " + label;
                std::string place = place_of(figure, relation.kind != Kind::equal);
                // Places that state the same number are one row; the question is which of the others differ.
                if (relation.kind == Kind::equal) {
                    const auto [row, added] = row_of.emplace(
                        label + '\n' + with_unit(number_of(figure), unit_of(figure)), rows.size());
                    if (!added) {
                        rows[row->second][3].text += std::string(in({"；", "; "})) + place;
                        continue;
                    }
                }
                figures.push_back(&figure);
                rows.push_back(
                    {{detail::padded_right(detail::role_text(relation, operand, language_), key_width()),
                      false, Tone::dim},
                     {std::move(label)},
                     {},
                     {std::move(place), false, Tone::dim}});
            }
        };
        add(report_.relation_of(check));
        for (std::uint32_t i = check.first_reading; none_holds && i < check.first_reading + check.readings;
             ++i)
            if (i != check.relation) add(report_.relations.all()[i]);
        std::vector<std::string> values = values_of(figures);
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i][2].text = std::move(values[i]);
        return rows;
    }

    [[nodiscard]] std::string difference(const Check& check, const Relation& relation,
                                         const Explanation& explanation) const {
        if (!explanation.difference || check.outcome == Outcome::exact) return {};
        // A difference of percentages counts points, and one of dates days.
        const Dimension dimension = explanation.unit.dimension;
        const std::string_view unit = dimension == Dimension::percent ? in({"个百分点", "percentage points"})
                                      : dimension == Dimension::day ? in({"天", "days"})
                                                                    : explanation.unit.word();
        const std::string by = with_unit(to_string(abs(*explanation.difference)), unit);
        std::string result;
        if (relation.kind == Kind::at_most)
            result = replaced(in({"超出 {}", "exceeds it by {}"}), {by});
        else if (!explanation.stated || !explanation.recomputed || relation.kind == Kind::linear ||
                 relation.kind == Kind::equal)
            result = replaced(in({"{}", "{}"}), {by});
        else if (sign(*explanation.difference) < 0)
            result = replaced(in({"列报数比重算数少 {}", "stated is {} less than recomputed"}), {by});
        else
            result = replaced(in({"列报数比重算数多 {}", "stated is {} more than recomputed"}), {by});
        if (explanation.allowance && !is_zero(*explanation.allowance))
            result += replaced(in({"，舍入最多能解释 {}", "; rounding explains at most {}"}),
                               {with_unit(to_string(trimmed(abs(*explanation.allowance))), unit)});
        return result;
    }

    /// The figure that the others lead to, where there is one.
    [[nodiscard]] const Operand* stated_operand(const Relation& relation) const {
        for (const Operand& operand : report_.relations.operands(relation))
            if (operand.role == Role::total || operand.role == Role::quotient ||
                operand.role == Role::product || operand.role == Role::average)
                return &operand;
        return nullptr;
    }

    [[nodiscard]] std::string range(const Interval& interval) const {
        const std::string low = to_string(interval.low.at);
        const std::string high = to_string(interval.high.at);
        if (is_point(interval)) return replaced(in({"只能是 {}", "can only be {}"}), {low});
        return replaced(in({"在 {} 与 {} 之间", "lies between {} and {}"}), {low, high});
    }

    [[nodiscard]] std::string why(const Check& check, const Relation& relation,
                                  const Explanation& explanation) const {
        if (check.outcome == Outcome::undecided) return reason(check, explanation);
        if (check.outcome != Outcome::broken) return {};
        std::string result;
        switch (relation.kind) {
        case Kind::present:
            return std::string(in({"文件没有给出这个数。", "The document does not give this figure."}));
        case Kind::absent:
            return std::string(
                in({"文件给出了不应填列的数。", "The document gives a figure that must not be there."}));
        case Kind::unit:
            return std::string(in({"这个数后面没有印出计量单位。", "No unit is printed with this figure."}));
        case Kind::at_most:
            result =
                in({"即使计入舍入，仍然超出。", "It exceeds the bound even when rounding is allowed for."});
            break;
        case Kind::linear:
            if (explanation.unit.dimension == Dimension::day)
                return std::string(
                    in({"日期先后与要求不符。", "The dates are not in the order that is demanded."}));
            result = in({"即使计入舍入，仍不满足。", "It does not hold even when rounding is allowed for."});
            break;
        case Kind::equal:
            result = in({"同一数据各处列报不一，超出各自印出的精度。",
                         "The same figure is stated differently, by more than its printed precision."});
            break;
        default: {
            const Operand* stated = stated_operand(relation);
            std::optional<Interval> interval;
            if (stated != nullptr && stated->figure->unit == explanation.unit)
                interval = interval_in(report_.relations, relation, *stated, report_.options);
            if (explanation.between && interval && is_point(*explanation.between) && is_point(*interval))
                result = in({"这些数不经舍入，差额无从解释。",
                             "These figures are not rounded, so that nothing explains the difference."});
            else if (explanation.between && interval)
                result =
                    replaced(in({"按印出的位数，重算数{}，列报数{}，没有共同的值。",
                                 "Within the printed digits what is recomputed {}, and what is stated {}: "
                                 "they have no value in common."}),
                             {range(*explanation.between), range(*interval)});
            else
                result = in({"印出的位数之内，没有任何真值能使其成立。",
                             "No true values within the printed digits make it hold."});
        }
        }
        if (check.readings > 1)
            result += replaced(in({"试过的 {} 种口径都不成立。", " None of the {} readings tried holds."}),
                               {std::to_string(check.readings)});
        return result;
    }

    [[nodiscard]] std::string reason(const Check& check, const Explanation& explanation) const {
        std::string result(in(described(check.reason).words));
        std::string figures;
        for (const Figure* figure : explanation.culprits) {
            if (!figures.empty()) figures += in({"、", ", "});
            figures += label_of(*figure);
        }
        if (!figures.empty()) result += std::string(in({"：", ": "})) + figures;
        return result;
    }

    [[nodiscard]] std::string note_text(Note note, const Relation& relation) const {
        std::string result(in(described(note).words));
        if (note != Note::coarse) return result;
        std::string figures;
        for (const Figure* figure : coarse_figures(report_.relations, relation, report_.options)) {
            if (!figures.empty()) figures += in({"、", ", "});
            figures += label_of(*figure) + " " + with_unit(number_of(*figure), unit_of(*figure));
        }
        if (!figures.empty()) result += std::string(in({"：", ": "})) + figures;
        return result;
    }

    [[nodiscard]] std::string clause(const Relation& relation) const {
        if (relation.brought != nullptr) return clean(relation.brought->clause.in(language_));
        if (relation.code.empty())
            return std::string(in({"文件自身列明的关系", "the document itself states this relation"}));
        if (const Rule* rule = find_rule(relation.code)) return clean(text_of(rule->source, language_));
        if (const RatioEntry* ratio = find_ratio(relation.code))
            return clean(text_of(ratio->source, language_));
        return {};
    }

    void what_holds() {
        std::vector<std::vector<Cell>> rows;
        for (const Check& check : report_.checks) {
            if (detail::remarkable(check)) continue;
            const Relation& relation = report_.relation_of(check);
            const auto operands = report_.relations.operands(relation);
            std::string shown = clean(arithmetic_of(report_.relations, check, report_.options, language_));
            if (shown.empty()) shown = clean(demand_of(relation, language_));
            std::string mark;
            const auto add_mark = [&](std::string_view words) {
                if (!mark.empty()) mark += in({"，", ", "});
                mark += words;
            };
            if (check.outcome == Outcome::rounding) add_mark(in({"舍入", "rounding"}));
            if (check.other_statements) add_mark(in({"与另一处列报相符", "with another statement"}));
            if (relation.kind == Kind::equal && operands.size() > 2)
                add_mark(replaced(in({"共 {} 处", "stated {} times"}), {std::to_string(operands.size())}));
            if (!mark.empty()) shown += replaced(in({"（{}）", " ({})"}), {mark});
            const std::string label = operands.empty() ? std::string() : label_of(*operands.front().figure);
            rows.push_back({{code_of(relation), false, Tone::dim},
                            {detail::shortened(label, label_columns_max), false, Tone::dim},
                            {std::move(shown), false, Tone::dim}});
        }
        if (rows.empty()) return;
        section({"相符", "What holds"}, rows.size(), Tone::strong);
        page_.table(2, rows);
    }

    void what_no_check_covers() {
        std::vector<std::vector<Cell>> rows;
        const std::span<const Figure* const> uncovered = names_.uncovered();
        const std::vector<std::string> values = values_of(uncovered);
        for (std::size_t i = 0; i < uncovered.size(); ++i)
            rows.push_back({{label_of(*uncovered[i]), false, Tone::dim},
                            {values[i], false, Tone::dim},
                            {place_of(*uncovered[i], false), false, Tone::dim}});
        if (rows.empty()) return;
        section({"没有关系可核对的数", "Figures in no check"}, rows.size(), Tone::strong);
        page_.table(2, rows);
    }

    const ReportView& report_;
    const Names& names_;
    const detail::Places places_;
    const detail::Sentences sentences_;
    const Language language_;
    const bool all_;
    Page page_;
};

} // namespace

std::string report_text(const DocumentInfo& document, const ReportView& report, const Names& names,
                        const TextOptions& options) {
    return ReportText(report, names, options).whole(document);
}

std::string finding_text(const ReportView& report, const Names& names, const Check& check,
                         const TextOptions& options) {
    return ReportText(report, names, options).one(check);
}

} // namespace tieout
