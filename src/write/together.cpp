// SPDX-License-Identifier: MIT
#include <tieout/write/together.hpp>

#include "model/whereabouts.hpp"
#include "write/display.hpp"
#include "write/json_value.hpp"
#include "write/page.hpp"
#include "write/shown.hpp"

#include <tieout/base/cell.hpp>
#include <tieout/model/concepts.hpp>
#include <tieout/relations/explain.hpp>
#include <tieout/version.hpp>

#include <utility>

namespace tieout {

namespace {

using detail::Cell;
using detail::clean;
using detail::Json;
using detail::Page;
using detail::Tone;

constexpr std::size_t body_indent = 7;

class Writer {
  public:
    Writer(const Together& together, const TextOptions& options)
        : together_(together), language_(options.language), page_(options) {}

    std::string whole() {
        bodies();
        summary();
        section({"错误", "Errors"}, Tone::red, [](const TogetherCheck& check) {
            return check.check.outcome == Outcome::broken && check.severity == Severity::error;
        });
        section({"警告", "Warnings"}, Tone::yellow, [](const TogetherCheck& check) {
            return check.check.outcome == Outcome::broken && check.severity == Severity::warning;
        });
        section({"仅供参考", "For information"}, Tone::strong, [](const TogetherCheck& check) {
            return check.check.outcome == Outcome::broken && check.severity == Severity::info;
        });
        section({"待核实", "To be looked at"}, Tone::strong,
                [](const TogetherCheck& check) { return is_doubted(check.check); });
        section({"提示：文件说明作了调整", "Notes: announced restatements"}, Tone::strong,
                [](const TogetherCheck& check) { return check.check.reason == Reason::restated; });
        section({"未能判定", "Undecided"}, Tone::strong, [](const TogetherCheck& check) {
            return check.check.outcome == Outcome::undecided && check.check.reason != Reason::restated &&
                   !is_doubted(check.check);
        });
        what_holds();
        return std::move(page_).take();
    }

  private:
    [[nodiscard]] std::string in(const Words& words) const { return std::string(words.in(language_)); }
    [[nodiscard]] std::string year_of(const FiledFigure& figure) const {
        return std::to_string(*together_.documents[figure.document].filing->year);
    }

    void bodies() {
        for (const BoundBody& body : together_.bodies) {
            page_.paragraph(0, clean(body.name), Tone::strong);
            std::vector<std::vector<Cell>> rows;
            for (const std::size_t document : body.documents)
                rows.push_back({{std::to_string(*together_.documents[document].filing->year)},
                                {clean(together_.documents[document].source), false, Tone::dim}});
            page_.table(2, rows);
            page_.blank_line();
        }
        for (const std::size_t document : together_.alone) {
            const FiledDocument& filed = together_.documents[document];
            const bool named = !filed.filing->body.name.empty() && filed.filing->year;
            page_.keyed(
                0, clean(filed.source), 0,
                named ? in({"没有可以对照的另一份文件", "there is no other document to hold it against"})
                      : in({"没有列明单位或年度，无法对照",
                            "it names no body or no year, and cannot be bound"}),
                Tone::yellow, Tone::plain);
        }
        if (!together_.alone.empty()) page_.blank_line();
    }

    void summary() {
        const auto count = [&](Outcome outcome) { return std::to_string(together_.count(outcome)); };
        const std::string doubted = std::to_string(together_.count_doubted());
        page_.keyed(
            2, in({"核对", "checks"}), 0,
            (language_ == Language::zh
                 ? "共 " + std::to_string(together_.checks.size()) + " 项：" + count(Outcome::exact) +
                       " 项一致，" + count(Outcome::rounding) + " 项在舍入范围内，" + count(Outcome::broken) +
                       " 项不符，" + count(Outcome::undecided) + " 项未能判定"
                 : std::to_string(together_.checks.size()) + ": " + count(Outcome::exact) + " exact, " +
                       count(Outcome::rounding) + " within rounding, " + count(Outcome::broken) +
                       " broken, " + count(Outcome::undecided) + " undecided") +
                (together_.count_doubted() == 0 ? std::string()
                 : language_ == Language::zh    ? "（其中待核实 " + doubted + " 项）"
                                                : " (" + doubted + " of them to be looked at)"));
    }

    template <class Chosen>
    void section(const Words& title, Tone tone, Chosen chosen) {
        std::vector<const TogetherCheck*> found;
        for (const TogetherCheck& check : together_.checks)
            if (chosen(check)) found.push_back(&check);
        if (found.empty()) return;
        heading(title, found.size(), tone);
        for (const TogetherCheck* check : found) {
            if (check != found.front()) page_.blank_line();
            finding(*check, tone);
        }
    }

    void heading(const Words& title, std::size_t count, Tone tone) {
        page_.blank_line();
        page_.paragraph(0, in(title) + in({"（", " ("}) + std::to_string(count) + in({"）", ")"}), tone);
        page_.blank_line();
    }

    [[nodiscard]] std::string label_of(const FiledFigure& figure) const {
        const std::string member = figure.pointer.substr(0, figure.pointer.rfind('/'));
        std::string label = clean(figure.label);
        if (label.empty())
            if (const auto term = term_of(member)) label = term->in(language_);
        if (label.empty()) label = member;
        const PhaseName& phase = phase_names[static_cast<std::size_t>(figure.phase)];
        return label + " " + std::string(language_ == Language::zh ? phase.term : phase.english);
    }

    [[nodiscard]] std::vector<Cell> row(const FiledFigure& filed, const Figure& figure) const {
        std::string value = clean(detail::number_text(figure));
        if (!figure.unit.word().empty()) value += " " + clean(figure.unit.word());
        std::string place = clean(together_.documents[filed.document].source) + ": " +
                            clean(figure.place.empty() ? filed.pointer : figure.place);
        const FilePart part = figure.part;
        const std::string where =
            detail::part_text(part, detail::sheet_of(*together_.documents[filed.document].filing, part),
                              {figure.cell_row, figure.cell_column}, language_);
        if (!where.empty()) place += in({"，", ", "}) + clean(where);
        return {{year_of(filed)},
                {label_of(filed)},
                {std::move(value), true},
                {std::move(place), false, Tone::dim}};
    }

    void line(const Words& key, std::string_view text, Tone tone = Tone::plain) {
        if (!text.empty())
            page_.keyed(body_indent, in(key), detail::columns(in({"算式", "arithmetic"})), text, tone);
    }

    void finding(const TogetherCheck& check, Tone tone) {
        const auto operands = together_.relations.operands(together_.relations.all()[check.check.relation]);
        page_.keyed(2, check.rule->code, body_indent - 4, in(check.rule->demand), tone, tone);
        page_.table(body_indent,
                    {row(check.here, *operands[0].figure), row(check.there, *operands[1].figure)});
        const Explanation explanation =
            explain(together_.relations, check.check, together_.options, language_);
        line({"算式", "arithmetic"}, clean(explanation.arithmetic));
        if (explanation.difference)
            line({"相差", "difference"},
                 to_string(abs(*explanation.difference)) + " " + clean(explanation.unit.word()));
        if (check.check.reason == Reason::restated)
            line({"说明", "stated why"}, clean(check.restated));
        else if (check.check.outcome == Outcome::undecided)
            line({"原因", "why"}, described(check.check.reason).words.in(language_));
        line({"依据", "clause"}, text_of(check.rule->source, language_), Tone::dim);
    }

    void what_holds() {
        std::vector<std::vector<Cell>> rows;
        for (const TogetherCheck& check : together_.checks) {
            if (check.check.outcome != Outcome::exact && check.check.outcome != Outcome::rounding) continue;
            std::string shown =
                explain(together_.relations, check.check, together_.options, language_).arithmetic;
            if (check.check.outcome == Outcome::rounding) shown += in({"（舍入）", " (rounding)"});
            rows.push_back({{std::string(check.rule->code), false, Tone::dim},
                            {year_of(check.here) + "/" + year_of(check.there), false, Tone::dim},
                            {label_of(check.here), false, Tone::dim},
                            {clean(shown), false, Tone::dim}});
        }
        if (rows.empty()) return;
        heading({"相符", "What agrees"}, rows.size(), Tone::strong);
        page_.table(2, rows);
    }

    const Together& together_;
    const Language language_;
    Page page_;
};

Json figure_json(const Together& together, const FiledFigure& filed, const Figure& figure) {
    Json result;
    result["source"] = together.documents[filed.document].source;
    result["year"] = *together.documents[filed.document].filing->year;
    result["id"] = filed.pointer;
    result["phase"] = name_of(filed.phase);
    if (!filed.label.empty()) result["label"] = filed.label;
    result["text"] = detail::number_text(figure);
    result["unit"] = figure.unit.word();
    if (!figure.place.empty()) result["place"] = figure.place;
    if (const FilePartKind* const kind = kind_of(figure.part)) {
        const Filing& filing_of_figure = *together.documents[filed.document].filing;
        const std::string_view sheet = detail::sheet_of(filing_of_figure, figure.part);
        Json& part = result[std::string(kind->key)];
        part = figure.part.number();
        if (!sheet.empty()) part = sheet;
    }
    if (std::string cell = cell_name({figure.cell_row, figure.cell_column}); !cell.empty()) {
        if (!figure.context.empty()) result["table"] = figure.context;
        result["cell"] = std::move(cell);
    }
    return result;
}

} // namespace

std::string together_text(const Together& together, const TextOptions& options) {
    return Writer(together, options).whole();
}

std::string together_json(const Together& together, std::span<const Problem> problems, Language language) {
    Json result;
    result["tieout"] = version;
    result["bodies"] = Json::array();
    for (const BoundBody& body : together.bodies) {
        Json documents = Json::array();
        for (const std::size_t document : body.documents)
            documents.push_back({{"source", together.documents[document].source},
                                 {"year", *together.documents[document].filing->year}});
        result["bodies"].push_back({{"body", body.name}, {"documents", std::move(documents)}});
    }
    result["alone"] = Json::array();
    for (const std::size_t document : together.alone)
        result["alone"].push_back(together.documents[document].source);
    result["summary"] = {{"exact", together.count(Outcome::exact)},
                         {"rounding", together.count(Outcome::rounding)},
                         {"broken", together.count(Outcome::broken)},
                         {"undecided", together.count(Outcome::undecided)},
                         {"doubted", together.count_doubted()}};
    result["checks"] = Json::array();
    for (const TogetherCheck& check : together.checks) {
        const Explanation explanation = explain(together.relations, check.check, together.options, language);
        const auto operands = together.relations.operands(together.relations.all()[check.check.relation]);
        Json shown;
        shown["id"] = check.id;
        shown["code"] = check.rule->code;
        shown["severity"] = name_of(check.severity);
        shown["outcome"] = described(check.check.outcome).code;
        shown["statement"] = check.rule->demand.in(language);
        shown["clause"] = text_of(check.rule->source, language);
        shown["arithmetic"] = explanation.arithmetic;
        if (explanation.difference) {
            shown["difference"] = to_string(*explanation.difference);
            shown["unit"] = explanation.unit.word();
        }
        if (check.check.reason != Reason::none) shown["reason"] = described(check.check.reason).code;
        if (!check.restated.empty()) shown["restated"] = check.restated;
        shown["figures"] = Json::array({figure_json(together, check.here, *operands[0].figure),
                                        figure_json(together, check.there, *operands[1].figure)});
        result["checks"].push_back(std::move(shown));
    }
    result["problems"] = detail::problems_json(problems, language);
    return detail::dumped(result, JsonLayout::indented) + "\n";
}

} // namespace tieout
