// SPDX-License-Identifier: MIT
#include <tieout/write/score.hpp>

#include "write/display.hpp"
#include "write/json_value.hpp"
#include "write/page.hpp"
#include "write/shown.hpp"

#include <tieout/relations/explain.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace tieout {

namespace {

using detail::Cell;
using detail::clean;
using detail::Json;
using detail::Page;
using detail::Tone;

constexpr std::size_t name_columns_max = 44;

std::string number(const Decimal& value) { return to_string(trimmed(value)); }

/// What the document states there, as printed.
std::string stated_text(const Stated& stated) {
    return stated.stated() ? clean(detail::number_text(stated.best())) : std::string();
}

const Words& budget_row_term() {
    static constexpr Words words{"预算执行率", "budget execution"};
    return words;
}

std::string name_of_row(const ScoredRow& row, Language language) {
    if (row.indicator != nullptr) return clean(row.indicator->name);
    return std::string(budget_row_term().in(language));
}

/// The rules of weights and scores that hold without any profile.
constexpr std::array<std::string_view, 7> score_rules{"T61", "T62", "T63", "T64", "T65", "T67", "T68"};

/// The branches of a tree that is written row by row, from the first on.
class Branches {
  public:
    explicit Branches(const Score& score) : rows_(score.rows) {}

    [[nodiscard]] std::string before(std::size_t at) {
        const ScoredRow& row = rows_[at];
        // Each heading above has its line as long as it has further rows.
        going_on_.resize(row.depth);
        std::string text;
        for (std::size_t i = 1; i < going_on_.size(); ++i) text += going_on_[i] ? "│  " : "   ";
        if (row.depth > 0) text += is_last(at) ? "└─ " : "├─ ";
        going_on_.push_back(!is_last(at));
        return text;
    }

  private:
    /// Whether no row of the same heading comes behind it.
    [[nodiscard]] bool is_last(std::size_t at) const {
        const std::size_t next = rows_[at].end;
        return next >= rows_.size() || rows_[next].depth < rows_[at].depth;
    }

    const std::vector<ScoredRow>& rows_;
    /// Of the headings above, by their depth.
    std::vector<bool> going_on_;
};

/// Checks of scores by the score that they are of.
std::unordered_map<const Figure*, const Check*> broken_scores(const ReportView& report) {
    std::unordered_map<const Figure*, const Check*> found;
    for (const Check& check : report.checks) {
        const Relation& relation = report.relation_of(check);
        if (check.outcome == Outcome::broken && (relation.code == "S01" || relation.code == "S02"))
            found.emplace(report.relations.operands(relation).front().figure, &check);
    }
    return found;
}

/// The score of the filing that the report took in, where the given one is of the filing that this was copied from: its rows
/// have to be known by the figures of the checks. Nothing where both are of one filing.
std::optional<Score> score_of(const ReportView& report, const Score& given) {
    if (given.filing == report.filing) return std::nullopt;
    return tieout::score(*report.filing, *given.profile, report.options);
}

/// Why a heading does not weigh what it says.
std::string heading_text(const ScoredRow& row, Language language) {
    if (!row.worth || !row.weight->known() || row.weight->best().value == *row.worth) return {};
    return std::string(Words{"所属各行分值合计 ", "the rows below it weigh "}.in(language)) +
           number(*row.worth);
}

struct Counts {
    std::size_t exact = 0, rounding = 0, errors = 0, warnings = 0, infos = 0, undecided = 0;

    [[nodiscard]] std::size_t broken() const noexcept { return errors + warnings + infos; }
};

Counts counts_of(const ReportView& report) {
    Counts counts;
    for (const Check& check : report.checks) {
        const Relation& relation = report.relation_of(check);
        if (!is_of_scores(relation)) continue;
        switch (check.outcome) {
        case Outcome::exact:
            ++counts.exact;
            break;
        case Outcome::rounding:
            ++counts.rounding;
            break;
        case Outcome::broken:
            ++(relation.severity == Severity::error     ? counts.errors
               : relation.severity == Severity::warning ? counts.warnings
                                                        : counts.infos);
            break;
        case Outcome::undecided:
            ++counts.undecided;
            break;
        }
    }
    return counts;
}

/// The weight as it is stated, or in brackets as the profile gives it.
std::string weight_text(const ScoredRow& row) {
    if (row.weight->stated() || row.heading || !row.worth) return stated_text(*row.weight);
    return "(" + number(*row.worth) + ")";
}

/// The tree, row by row, with a heading over it and the total under it.
std::vector<std::vector<Cell>> tree_rows(const Score& score, const ReportView& report, Language language) {
    const auto in = [&](const Words& words) { return std::string(words.in(language)); };
    const auto broken = broken_scores(report);
    Branches branches(score);
    std::vector<std::vector<Cell>> rows;
    rows.push_back({{in({"指标", "indicator"}), false, Tone::dim},
                    {in({"分值", "weight"}), true, Tone::dim},
                    {in({"得分", "stated"}), true, Tone::dim},
                    {in({"重算", "recomputed"}), true, Tone::dim}});
    for (std::size_t i = 0; i < score.rows.size(); ++i) {
        const ScoredRow& row = score.rows[i];
        const bool wrong = row.score->stated() && broken.contains(&row.score->best());
        const std::string note = row.heading ? heading_text(row, language) : how(score, row, language);
        const bool recomputed = row.recomputed && row.why == Unscored::no;
        rows.push_back(
            {{detail::shortened(branches.before(i) + name_of_row(row, language), name_columns_max), false,
              row.heading ? Tone::strong : Tone::plain},
             {weight_text(row), true},
             {stated_text(*row.score), true, wrong ? Tone::red : Tone::plain},
             {recomputed ? number(*row.recomputed) : std::string("—"), true, wrong ? Tone::red : Tone::plain},
             {clean(note), false, wrong || (row.heading && !note.empty()) ? Tone::red : Tone::dim}});
    }
    std::string note;
    const auto add = [&](const std::string& text) {
        if (!note.empty()) note += in({"，", ", "});
        note += text;
    };
    if (score.cap) add(in({"上限 ", "at most "}) + number(*score.cap));
    if (score.grade != nullptr) add(in({"等级 ", "grade "}) + score.grade->label);
    if (!score.filing->evaluation.grade.empty())
        add(in({"列报等级 ", "stated grade "}) + clean(score.filing->evaluation.grade));
    rows.push_back({{in({"总分", "total"}), false, Tone::strong},
                    {score.rows.empty() ? std::string() : number(score.worth), true},
                    {stated_text(score.filing->evaluation.score), true},
                    {score.total ? number(*score.total) : std::string("—"), true},
                    {note, false, Tone::dim}});
    return rows;
}

Json citation_json(const Citation& citation, Language language) { return text_of(citation, language); }

} // namespace

bool is_of_scores(const Relation& relation) noexcept {
    return find_score_demand(relation.code) != nullptr ||
           std::find(score_rules.begin(), score_rules.end(), relation.code) != score_rules.end();
}

std::string score_text(const DocumentInfo& document, const Score& given, const ReportView& report,
                       const Names& names, const TextOptions& options) {
    const std::optional<Score> own = score_of(report, given);
    const Score& score = own ? *own : given;
    const Language language = options.language;
    const auto in = [&](const Words& words) { return std::string(words.in(language)); };
    Page page(options);
    detail::heading(page, document, *score.filing, language);
    const std::size_t key = detail::columns(in({"评分办法", "profile"}));
    page.keyed(2, in({"评分办法", "profile"}), key,
               clean(score.profile->name) + "  " + clean(score.profile->title(language)));
    const Counts counts = counts_of(report);
    const std::size_t all = counts.exact + counts.rounding + counts.broken() + counts.undecided;
    const auto text = [](std::size_t count) { return std::to_string(count); };
    page.keyed(
        2, in({"核对", "checks"}), key,
        language == Language::zh
            ? "共 " + text(all) + " 项：" + text(counts.exact) + " 项一致，" + text(counts.rounding) +
                  " 项在舍入范围内，" + text(counts.broken()) + " 项不符（错误 " + text(counts.errors) +
                  "，警告 " + text(counts.warnings) + "），" + text(counts.undecided) + " 项未能判定"
            : text(all) + ": " + text(counts.exact) + " exact, " + text(counts.rounding) +
                  " within rounding, " + text(counts.broken()) + " broken (errors " + text(counts.errors) +
                  ", warnings " + text(counts.warnings) + "), " + text(counts.undecided) + " undecided");
    page.blank_line();
    if (score.rows.empty()) {
        page.paragraph(2, in({"文件没有指标表。", "The document has no indicator tree."}));
        page.blank_line();
    }
    page.table(2, tree_rows(score, report, language));
    std::string result = std::move(page).take();
    struct Section {
        Words title;
        Tone tone;
        bool (*holds)(const Check& check, Severity severity);
    };
    static constexpr std::array<Section, 4> sections{{
        {{"错误", "Errors"},
         Tone::red,
         [](const Check& check, Severity severity) {
             return check.outcome == Outcome::broken && severity == Severity::error;
         }},
        {{"警告", "Warnings"},
         Tone::yellow,
         [](const Check& check, Severity severity) {
             return check.outcome == Outcome::broken && severity == Severity::warning;
         }},
        {{"仅供参考", "For information"},
         Tone::strong,
         [](const Check& check, Severity severity) {
             return check.outcome == Outcome::broken && severity == Severity::info;
         }},
        {{"待核实", "To be looked at"},
         Tone::strong,
         [](const Check& check, Severity) { return is_doubted(check); }},
    }};
    for (const Section& of : sections) {
        std::string findings;
        std::size_t count = 0;
        for (const Check& check : report.checks) {
            const Relation& relation = report.relation_of(check);
            if (!of.holds(check, relation.severity) || !is_of_scores(relation)) continue;
            if (count++ > 0) findings += '\n';
            findings += finding_text(report, names, check, options);
        }
        if (count == 0) continue;
        Page section(options);
        section.blank_line();
        section.paragraph(
            0,
            in(of.title) + (language == Language::zh ? "（" + text(count) + "）" : " (" + text(count) + ")"),
            of.tone);
        section.blank_line();
        result += std::move(section).take() + findings;
    }
    return result;
}

// ---- JSON ----

namespace {

Json row_json(const Score& score, std::size_t at, Language language) {
    const ScoredRow& row = score.rows[at];
    Json result;
    result["name"] = name_of_row(row, language);
    if (row.weight->stated()) result["weight"] = detail::number_text(row.weight->best());
    if (row.score->stated()) result["stated"] = detail::number_text(row.score->best());
    if (row.worth && (row.heading || !row.weight->known())) result["worth"] = number(*row.worth);
    if (row.recomputed && row.why == Unscored::no) result["recomputed"] = number(*row.recomputed);
    if (row.points && !row.heading) {
        const auto end = [&](const Ratio& points, Rounding rounding) {
            return number(rounded(points, score.profile->decimals, rounding));
        };
        if (!(row.points->low == row.points->high))
            result["between"] = Json::array(
                {end(row.points->low, Rounding::floor), end(row.points->high, Rounding::ceiling)});
    }
    if (row.value && row.value->ratio != nullptr) result["ratio"] = row.value->ratio->code;
    if (!row.heading) result[row.why == Unscored::no ? "arithmetic" : "reason"] = how(score, row, language);
    if (row.by != nullptr) result["clause"] = citation_json(row.by->source, language);
    if (row.heading) {
        result["indicators"] = Json::array();
        for (std::size_t below = at + 1; below < row.end; below = score.rows[below].end)
            result["indicators"].push_back(row_json(score, below, language));
    }
    return result;
}

} // namespace

std::string score_json(const DocumentInfo& document, const Score& given, const ReportView& report,
                       const Names& names, std::span<const Problem> problems, Language language,
                       JsonLayout layout) {
    const std::optional<Score> own = score_of(report, given);
    const Score& score = own ? *own : given;
    const Filing& filing = *score.filing;
    Json result = detail::head_json(document);
    if (!filing.body.name.empty()) result["body"] = filing.body.name;
    if (filing.year) result["year"] = *filing.year;
    result["profile"] = {{"name", score.profile->name},
                         {"version", score.profile->version},
                         {"title", score.profile->title(language)}};
    result["rounding"] = name_of(score.profile->rounding);
    result["rows"] = Json::array();
    for (std::size_t at = 0; at < score.rows.size(); at = score.rows[at].end)
        result["rows"].push_back(row_json(score, at, language));
    result["weight"] = number(score.worth);
    result["recomputed"] = number(score.recomputed);
    result["complete"] = score.complete;
    if (score.cap) result["cap"] = number(*score.cap);
    if (score.total) result["total"] = number(*score.total);
    if (filing.evaluation.score.stated())
        result["stated_total"] = detail::number_text(filing.evaluation.score.best());
    if (score.grade != nullptr) result["grade"] = score.grade->label;
    if (!filing.evaluation.grade.empty()) result["stated_grade"] = filing.evaluation.grade;
    result["checks"] = Json::array();
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        const Relation& relation = report.relation_of(check);
        if (!is_of_scores(relation)) continue;
        Json shown;
        shown["id"] = names.id(i);
        shown["code"] = relation.code;
        shown["severity"] = name_of(relation.severity);
        shown["outcome"] = described(check.outcome).code;
        shown["statement"] = demand_of(relation, language);
        const std::string arithmetic = explain(report.relations, check, report.options, language).arithmetic;
        if (!arithmetic.empty()) shown["arithmetic"] = arithmetic;
        if (relation.brought != nullptr) shown["clause"] = relation.brought->clause.in(language);
        if (check.reason != Reason::none) shown["reason"] = described(check.reason).code;
        result["checks"].push_back(std::move(shown));
    }
    result["problems"] = detail::problems_json(problems, language);
    return detail::dumped(result, layout);
}

} // namespace tieout
