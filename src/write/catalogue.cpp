// SPDX-License-Identifier: MIT
#include <tieout/write/catalogue.hpp>

#include "write/display.hpp"
#include "write/json_value.hpp"
#include "write/page.hpp"
#include "write/shown.hpp"

#include <tieout/model/walk.hpp>
#include <tieout/numbers/percent.hpp>
#include <tieout/rules/ratio_table.hpp>
#include <tieout/rules/together.hpp>
#include <tieout/version.hpp>
#include <tieout/write/problem.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace tieout {

namespace {

using detail::Cell;
using detail::clean;
using detail::Json;
using detail::Page;
using detail::Tone;

constexpr std::size_t body_indent = 7;

constexpr Words word_for(Severity severity) {
    return severity == Severity::error ? Words{"错误", "error"} : Words{"警告", "warning"};
}

/// An example as it stands in the table, laid out in lines where it is JSON.
std::string laid_out(std::string_view example) {
    const Json value = Json::parse(example, nullptr, false);
    return value.is_discarded() ? std::string(example) : detail::dumped(value, JsonLayout::indented);
}

template <class Each>
void each_line(std::string_view text, Each each) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        each(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
}

// ---- rates ----

/// One ratio of a filing with everything that is shown of it.
struct ShownRate {
    const RatioEntry* entry = nullptr;
    std::string item{};
    std::string arithmetic{};
    /// The figures of numerator and denominator, to be named.
    Terms numerator{};
    Terms denominator{};
    std::optional<Decimal> value{};
    const Figure* stated = nullptr;
    std::optional<Outcome> outcome{};
};

/// The pointer of every figure of a filing.
using Pointers = std::unordered_map<const Figure*, std::string>;

Pointers pointers_of(const Filing& filing) {
    Pointers pointers;
    each_figure(filing, [&](const std::string& pointer, const Stated& figure) {
        for (const Figure& statement : figure.statements()) pointers.emplace(&statement, pointer);
    });
    return pointers;
}

std::optional<Phase> phase_of(const Pointers& pointers, const Term& term) {
    const auto found = pointers.find(&Stated::most_precise(term.statements));
    if (found == pointers.end()) return std::nullopt;
    return phase_named(std::string_view(found->second).substr(found->second.rfind('/') + 1));
}

/// The phases of a sum, each once; empty where its figures have none.
std::string phases_of(const Pointers& pointers, const Terms& terms, Language language) {
    std::string text;
    std::array<bool, phase_count> named{};
    for (const Term& term : terms) {
        const auto phase = phase_of(pointers, term);
        if (!phase || std::exchange(named[static_cast<std::size_t>(*phase)], true)) continue;
        const PhaseName& name = phase_names[static_cast<std::size_t>(*phase)];
        if (!text.empty()) text += language == Language::zh ? "、" : ", ";
        text += language == Language::zh ? name.term : name.english;
    }
    return text;
}

Json terms_json(const Pointers& pointers, const Terms& terms) {
    Json list = Json::array();
    for (const Term& term : terms) {
        const Figure& figure = Stated::most_precise(term.statements);
        Json shown;
        if (const auto found = pointers.find(&figure); found != pointers.end()) shown["id"] = found->second;
        if (const auto phase = phase_of(pointers, term)) shown["phase"] = name_of(*phase);
        if (term.coefficient != Decimal(1)) shown["coefficient"] = to_string(term.coefficient);
        shown["text"] = detail::number_text(figure);
        shown["unit"] = figure.unit.word();
        list.push_back(std::move(shown));
    }
    return list;
}

std::string form_text(const Terms& terms, bool with_units) {
    std::string result;
    for (const Term& term : terms) {
        const Figure& figure = Stated::most_precise(term.statements);
        const bool minus = sign(term.coefficient) < 0;
        if (!result.empty()) result += minus ? " − " : " + ";
        if (result.empty() && minus) result += "−";
        if (abs(term.coefficient) != Decimal(1)) result += to_string(abs(term.coefficient)) + " × ";
        result += detail::number_text(figure);
        if (with_units) result += figure.unit.word();
    }
    return terms.size() > 1 ? "(" + result + ")" : result;
}

std::string arithmetic_of(const ComputedRatio& ratio) {
    const Unit& first = Stated::most_precise(ratio.denominator.front().statements).unit;
    bool mixed = false;
    for (const Terms* terms : {&ratio.numerator, &ratio.denominator})
        for (const Term& term : *terms)
            mixed = mixed || !(Stated::most_precise(term.statements).unit == first);
    return clean(form_text(ratio.numerator, mixed) + " / " + form_text(ratio.denominator, mixed));
}

/// Whether the stated rate ties out: with every table or sentence that states the rate and its parts.
Outcome outcome_of(const ComputedRatio& ratio, const CheckOptions& options) {
    Relations relations;
    relations.ratio(Term(*ratio.stated), ratio.numerator, ratio.denominator);
    Outcome worst = Outcome::exact;
    for (const Check& check : check_relations(relations, options)) worst = std::max(worst, check.outcome);
    return worst;
}

/// Whether every figure is a number; a divisor of zero is one.
bool can_be_computed(const ComputedRatio& ratio) {
    for (const Terms* terms : {&ratio.numerator, &ratio.denominator}) {
        if (terms->empty()) return false;
        for (const Term& term : *terms)
            if (!Stated::most_precise(term.statements).known()) return false;
    }
    return true;
}

/// The label of every item that has a figure, by its JSON pointer.
std::unordered_map<std::string, std::string_view> labels_of(const Filing& filing) {
    std::unordered_map<std::string, std::string_view> labels;
    each_figure(filing, [&](const std::string& pointer, const Stated&, std::string_view label) {
        labels.emplace(pointer.substr(0, pointer.rfind('/')), label);
    });
    return labels;
}

std::vector<ShownRate> rates_of(const Filing& filing, CheckOptions options) {
    if (!options.document_rounding) options.document_rounding = filing.rounding;
    const auto labels = labels_of(filing);
    std::vector<ShownRate> rates;
    for (const ComputedRatio& ratio : compute_ratios(filing)) {
        if (!can_be_computed(ratio)) continue;
        ShownRate rate{.entry = ratio.entry};
        if (!ratio.item.empty()) {
            const auto label = labels.find(ratio.item);
            rate.item =
                label == labels.end() || label->second.empty() ? ratio.item : std::string(label->second);
        }
        rate.arithmetic = arithmetic_of(ratio);
        rate.numerator = ratio.numerator;
        rate.denominator = ratio.denominator;
        if (ratio.value) rate.value = as_percent(*ratio.value, 2, Rounding::half_up).points;
        if (ratio.stated != nullptr && ratio.stated->stated()) {
            rate.stated = &ratio.stated->best();
            rate.outcome = outcome_of(ratio, options);
        }
        // A divisor of zero is worth telling only where the document states a rate all the same.
        if (rate.value || rate.stated != nullptr) rates.push_back(std::move(rate));
    }
    return rates;
}

} // namespace

std::string rules_text(const TextOptions& options) {
    Page page(options);
    for (const Rule& rule : rules())
        page.keyed(0, rule.code, 3,
                   std::string(word_for(rule.severity).in(options.language)) + "  " +
                       std::string(rule.demand.in(options.language)),
                   Tone::plain, Tone::strong);
    return std::move(page).take();
}

std::string rule_text(const Rule& rule, const TextOptions& options) {
    const auto in = [&](const Words& words) { return words.in(options.language); };
    Page page(options);
    page.keyed(0, rule.code, 3, rule.name, Tone::strong, Tone::strong);
    page.blank_line();
    const std::size_t width = detail::columns(in({"要求", "severity"}));
    page.keyed(2, in({"要求", "demand"}), width, in(rule.demand));
    page.keyed(2, in({"依据", "clause"}), width, text_of(rule.source, options.language));
    page.keyed(2, in({"级别", "severity"}), width, in(word_for(rule.severity)));
    const auto example = [&](const Words& title, std::string_view filing) {
        page.blank_line();
        page.paragraph(2, in(title));
        each_line(laid_out(filing), [&](std::string_view line) { page.verbatim(4, line); });
    };
    example({"符合的最小例子", "The smallest filing that keeps it"}, rule.passing);
    example({"不符合的最小例子", "The smallest filing that breaks it"}, rule.failing);
    for (const std::string_view right : rule.counter_examples)
        if (!right.empty())
            example({"看似不符合而并无不符", "Looks as if it broke it, and breaks nothing"}, right);
    return std::move(page).take();
}

std::string rules_markdown() {
    std::string result =
        "# Rules and ratios (规则与比率)\n\n"
        "Printed from the tables of rules and ratios by `./dev docs`; change the tables, not this "
        "page. Codes are permanent.\n\n"
        "| code | severity | demand | 要求 |\n|---|---|---|---|\n";
    const auto in_cell = [](std::string_view text) {
        std::string cell;
        for (const char c : text) {
            if (c == '|') cell += '\\';
            cell += c;
        }
        return cell;
    };
    for (const Rule& rule : rules()) {
        result += "| [" + std::string(rule.code) + "](#" + std::string(rule.code) + ") | ";
        result += word_for(rule.severity).en;
        result += " | " + in_cell(rule.demand.en) + " | " + in_cell(rule.demand.zh) + " |\n";
    }
    for (const Rule& rule : rules()) {
        result += "\n## <a id=\"" + std::string(rule.code) + "\"></a>" + std::string(rule.code) + " " +
                  std::string(rule.name) + "\n\n";
        result += std::string(rule.demand.en) + "\n\n" + std::string(rule.demand.zh) + "\n\n";
        result += "- Severity (级别): " + std::string(word_for(rule.severity).en) + " (" +
                  std::string(word_for(rule.severity).zh) + ")\n";
        result += "- Clause (依据): " + text_of(rule.source, Language::en) + "\n\n";
        result += "Keeps it (符合):\n\n```json\n" + laid_out(rule.passing) + "\n```\n\n";
        result += "Breaks it (不符合):\n\n```json\n" + laid_out(rule.failing) + "\n```\n";
        for (const std::string_view right : rule.counter_examples)
            if (!right.empty())
                result += "\nBreaks nothing (并无不符):\n\n```json\n" + laid_out(right) + "\n```\n";
    }
    result += "\n# Between documents of one body (同一单位的各份文件)\n\n"
              "`tieout check --together` states these.\n\n"
              "| code | severity | demand | 要求 | clause (依据) |\n|---|---|---|---|---|\n";
    for (const TogetherRule& rule : together_rules()) {
        result += "| " + std::string(rule.code) + " `" + std::string(rule.name) + "` | ";
        result += word_for(rule.severity).en;
        result += " | " + in_cell(rule.demand.en) + " | " + in_cell(rule.demand.zh) + " | " +
                  in_cell(text_of(rule.source, Language::en)) + " |\n";
    }
    result += "\n## Ratios (比率)\n\n"
              "| code | ratio | 比率 | formula | 公式 | clause (依据) |\n|---|---|---|---|---|---|\n";
    for (const RatioEntry& ratio : ratios()) {
        result +=
            "| " + std::string(ratio.code) + " | `" + std::string(ratio.name) + "` " + in_cell(ratio.term.en);
        for (const std::string_view cell : {ratio.term.zh, ratio.formula.en, ratio.formula.zh})
            result += " | " + in_cell(cell);
        result += " | " + in_cell(text_of(ratio.source, Language::en)) + " |\n";
    }
    return result;
}

std::string rates_text(const DocumentInfo& document, const Filing& filing, const CheckOptions& check,
                       const TextOptions& options) {
    const auto in = [&](const Words& words) { return words.in(options.language); };
    const std::vector<ShownRate> rates = rates_of(filing, check);
    Page page(options);
    detail::heading(page, document, filing, options.language);
    if (rates.empty()) {
        page.paragraph(2, in({"没有可以计算的比率。", "No ratio can be computed."}));
        return std::move(page).take();
    }
    page.paragraph(2, in({"百分数取两位小数，四舍五入。", "Percentages with two decimals, rounded half up."}),
                   Tone::dim);
    page.blank_line();
    std::vector<std::vector<Cell>> rows;
    for (const ShownRate& rate : rates) {
        std::vector<Cell> row{
            {std::string(rate.entry->code), false, Tone::dim},
            {std::string(in(rate.entry->term))},
            {clean(rate.item)},
            {rate.arithmetic},
            {rate.value ? "= " + to_string(*rate.value) + "%" : std::string(in({"无意义", "undefined"})),
             true}};
        if (rate.stated != nullptr) {
            const bool broken = *rate.outcome == Outcome::broken;
            row.push_back({std::string(in({"列报 ", "stated "})) + clean(detail::number_text(*rate.stated)) +
                           clean(rate.stated->unit.word())});
            row.push_back(
                {std::string(in(described(*rate.outcome).words)), false, broken ? Tone::red : Tone::dim});
        }
        rows.push_back(std::move(row));
    }
    // Below every line stands its formula.
    const Pointers pointers = pointers_of(filing);
    std::size_t index = 0;
    page.table(2, rows, [&](Page& below) {
        const ShownRate& rate = rates[index++];
        below.paragraph(body_indent, in(rate.entry->formula), Tone::dim);
        const std::string above = phases_of(pointers, rate.numerator, options.language);
        const std::string under = phases_of(pointers, rate.denominator, options.language);
        std::string source = text_of(rate.entry->source, options.language);
        // The formula may have said it already.
        const std::string said = above + " / " + under;
        if (!above.empty() && !under.empty() && said != in(rate.entry->formula))
            source = said + "; " + source;
        below.paragraph(body_indent, clean(source), Tone::dim);
    });
    return std::move(page).take();
}

std::string rates_json(const DocumentInfo& document, const Filing& filing, const CheckOptions& check,
                       std::span<const Problem> problems, Language language, JsonLayout layout) {
    Json result = detail::head_json(document);
    if (!filing.body.name.empty()) result["body"] = filing.body.name;
    if (filing.year) result["year"] = *filing.year;
    result["rounding"] = name_of(Rounding::half_up);
    result["rates"] = Json::array();
    const Pointers pointers = pointers_of(filing);
    for (const ShownRate& rate : rates_of(filing, check)) {
        Json shown;
        shown["code"] = rate.entry->code;
        shown["name"] = rate.entry->name;
        shown["term"] = rate.entry->term.in(language);
        shown["formula"] = rate.entry->formula.in(language);
        shown["clause"] = text_of(rate.entry->source, language);
        if (!rate.item.empty()) shown["item"] = rate.item;
        shown["numerator"] = terms_json(pointers, rate.numerator);
        shown["denominator"] = terms_json(pointers, rate.denominator);
        shown["arithmetic"] = rate.arithmetic;
        if (rate.value) shown["value"] = to_string(*rate.value);
        shown["unit"] = unit::percent.word();
        if (rate.stated != nullptr) {
            shown["stated"] = detail::number_text(*rate.stated);
            shown["stated_unit"] = rate.stated->unit.word();
            shown["outcome"] = described(*rate.outcome).code;
        }
        result["rates"].push_back(std::move(shown));
    }
    result["problems"] = detail::problems_json(problems, language);
    return detail::dumped(result, layout);
}

// ---- several filings ----

namespace {

/// One ratio of one item, with its value in every filing.
struct SideBySide {
    const RatioEntry* entry = nullptr;
    std::string item{};
    /// As many as there are filings; nothing where it cannot be computed.
    std::vector<std::optional<ShownRate>> rates{};
};

/// In the order of the table of ratios; items in the order in which they come up.
std::vector<SideBySide> side_by_side(std::span<const RatedDocument> documents, const CheckOptions& check) {
    std::vector<SideBySide> rows;
    for (std::size_t i = 0; i < documents.size(); ++i)
        for (ShownRate& rate : rates_of(*documents[i].filing, check)) {
            const auto same = [&](const SideBySide& row) {
                return row.entry == rate.entry && row.item == rate.item && !row.rates[i];
            };
            auto row = std::find_if(rows.begin(), rows.end(), same);
            if (row == rows.end()) {
                row = rows.insert(rows.end(), {rate.entry, rate.item, {}});
                row->rates.resize(documents.size());
            }
            row->rates[i] = std::move(rate);
        }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const SideBySide& a, const SideBySide& b) { return a.entry < b.entry; });
    return rows;
}

std::string column_title(const RatedDocument& document, bool one_body) {
    const Filing& filing = *document.filing;
    std::string title = one_body ? std::string() : clean(filing.body.name);
    if (filing.year) title += (title.empty() ? "" : " ") + std::to_string(*filing.year);
    return title.empty() ? clean(document.document.source) : title;
}

} // namespace

std::string rates_side_by_side_text(std::span<const RatedDocument> documents, const CheckOptions& check,
                                    const TextOptions& options) {
    const auto in = [&](const Words& words) { return std::string(words.in(options.language)); };
    const bool one_body = std::all_of(documents.begin(), documents.end(), [&](const RatedDocument& document) {
        return !document.filing->body.name.empty() &&
               document.filing->body.name == documents.front().filing->body.name;
    });
    Page page(options);
    if (one_body) page.paragraph(0, clean(documents.front().filing->body.name), Tone::strong);
    page.paragraph(
        2,
        in({"百分数取两位小数，四舍五入；“≠”表示与列报数不符。",
            "Percentages with two decimals, rounded half up; \"≠\" marks what is stated otherwise."}),
        Tone::dim);
    page.blank_line();
    std::vector<std::vector<Cell>> rows;
    rows.push_back({{}, {in({"比率", "ratio"}), false, Tone::dim}, {}});
    for (const RatedDocument& document : documents)
        rows.front().push_back({column_title(document, one_body), true, Tone::dim});
    for (const SideBySide& ratio : side_by_side(documents, check)) {
        std::vector<Cell> row{
            {std::string(ratio.entry->code), false, Tone::dim}, {in(ratio.entry->term)}, {clean(ratio.item)}};
        for (const auto& rate : ratio.rates) {
            const bool broken = rate && rate->outcome == Outcome::broken;
            std::string text = "—";
            if (rate) text = rate->value ? to_string(*rate->value) + "%" : in({"无意义", "undefined"});
            row.push_back({(broken ? "≠ " : "") + text, true, broken ? Tone::red : Tone::plain});
        }
        rows.push_back(std::move(row));
    }
    page.table(2, rows);
    return std::move(page).take();
}

std::string rates_side_by_side_json(std::span<const RatedDocument> documents, const CheckOptions& check,
                                    Language language) {
    Json result;
    result["documents"] = Json::array();
    for (const RatedDocument& document : documents) {
        Json head = detail::head_json(document.document);
        if (!document.filing->body.name.empty()) head["body"] = document.filing->body.name;
        if (document.filing->year) head["year"] = *document.filing->year;
        result["documents"].push_back(std::move(head));
    }
    result["rounding"] = name_of(Rounding::half_up);
    result["rates"] = Json::array();
    for (const SideBySide& ratio : side_by_side(documents, check)) {
        Json row;
        row["code"] = ratio.entry->code;
        row["name"] = ratio.entry->name;
        row["term"] = ratio.entry->term.in(language);
        row["clause"] = text_of(ratio.entry->source, language);
        if (!ratio.item.empty()) row["item"] = ratio.item;
        row["values"] = Json::array();
        for (const auto& rate : ratio.rates)
            row["values"].push_back(rate && rate->value ? Json(to_string(*rate->value)) : Json(nullptr));
        row["unit"] = unit::percent.word();
        result["rates"].push_back(std::move(row));
    }
    return detail::dumped(result, JsonLayout::indented) + "\n";
}

} // namespace tieout
