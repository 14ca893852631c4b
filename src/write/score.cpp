// SPDX-License-Identifier: MIT
#include <tieout/write/score.hpp>

#include "write/display.hpp"
#include "write/json_value.hpp"
#include "write/page.hpp"
#include "write/shown.hpp"

#include <tieout/relations/explain.hpp>

#include <algorithm>
#include <array>
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
std::unordered_map<const Figure*, const Check*> broken_scores(const Report& report) {
    std::unordered_map<const Figure*, const Check*> found;
    for (const Check& check : report.checks) {
        const Relation& relation = report.relation_of(check);
        if (check.outcome == Outcome::broken && (relation.code == "S01" || relation.code == "S02"))
            found.emplace(report.relations.operands(relation).front().figure, &check);
    }
    return found;
}

/// Why a heading does not weigh what it says.
std::string heading_text(const ScoredRow& row, Language language) {
    if (!row.worth || !row.weight->known() || row.weight->best().value == *row.worth) return {};
    return std::string(Words{"所属各行分值合计 ", "the rows below it weigh "}.in(language)) +
           number(*row.worth);
}

struct Counts {
    std::size_t exact = 0, rounding = 0, errors = 0, warnings = 0, undecided = 0;
};

Counts counts_of(const Report& report) {
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
            ++(relation.severity == Severity::error ? counts.errors : counts.warnings);
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
std::vector<std::vector<Cell>> tree_rows(const Score& score, const Report& report, Language language) {
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

std::string score_text(const DocumentInfo& document, const Score& score, const Report& report,
                       const Names& names, const TextOptions& options) {
    const Language language = options.language;
    const auto in = [&](const Words& words) { return std::string(words.in(language)); };
    Page page(options);
    detail::heading(page, document, *score.filing, language);
    const std::size_t key = detail::columns(in({"评分办法", "profile"}));
    page.keyed(2, in({"评分办法", "profile"}), key,
               clean(score.profile->name) + "  " + clean(score.profile->title(language)));
    const Counts counts = counts_of(report);
    const std::size_t all =
        counts.exact + counts.rounding + counts.errors + counts.warnings + counts.undecided;
    const auto text = [](std::size_t count) { return std::to_string(count); };
    page.keyed(2, in({"核对", "checks"}), key,
               language == Language::zh
                   ? "共 " + text(all) + " 项：" + text(counts.exact) + " 项一致，" + text(counts.rounding) +
                         " 项在舍入范围内，" + text(counts.errors + counts.warnings) + " 项不符（错误 " +
                         text(counts.errors) + "，警告 " + text(counts.warnings) + "），" +
                         text(counts.undecided) + " 项未能判定"
                   : text(all) + ": " + text(counts.exact) + " exact, " + text(counts.rounding) +
                         " within rounding, " + text(counts.errors + counts.warnings) + " broken (errors " +
                         text(counts.errors) + ", warnings " + text(counts.warnings) + "), " +
                         text(counts.undecided) + " undecided");
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
    static constexpr std::array<Section, 3> sections{{
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

std::string score_json(const DocumentInfo& document, const Score& score, const Report& report,
                       const Names& names, std::span<const Problem> problems, Language language,
                       JsonLayout layout) {
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

// ---- profiles ----

namespace {

std::string value_text(const Decimal& value, Dimension dimension) {
    return dimension == Dimension::percent ? number(shifted(value, 2)) + "%" : number(value);
}

std::string joined(const std::vector<std::string>& names, Language language) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : std::string(Words{"、", ", "}.in(language))) + name;
    return text;
}

std::string_view relation_sign(Comparison comparison) {
    switch (comparison) {
    case Comparison::equals:
        return "= ";
    case Comparison::at_most:
        return "≤ ";
    case Comparison::at_least:
        return "≥ ";
    case Comparison::less_than:
        return "< ";
    case Comparison::more_than:
        return "> ";
    }
    return {};
}

std::string band_text(const Band& band, Dimension dimension, Language language) {
    std::string text;
    if (band.low && band.high && band.low->at == band.high->at) {
        text = value_text(band.low->at, dimension);
    } else {
        text = band.low && band.low->closed ? "[" : "(";
        text += band.low ? value_text(band.low->at, dimension) : "−∞";
        text += ", ";
        text += band.high ? value_text(band.high->at, dimension) : "+∞";
        text += band.high && band.high->closed ? "]" : ")";
    }
    text += " → ";
    text += band.of_weight ? value_text(band.points, Dimension::percent) +
                                 std::string(Words{"分值", " of the weight"}.in(language))
                           : number(band.points);
    return text;
}

constexpr Words reducible{"指标值偏低的可以调减", "fewer where the target was set too low"};

/// A method in words, with its numbers.
std::string method_text(const Method& method, Language language) {
    const auto in = [&](const Words& words) { return std::string(words.in(language)); };
    std::string text(described(method.primitive).term.in(language));
    const std::string colon = in({"：", ": "});
    const std::string comma = in({"，", ", "});
    std::string limit;
    if (method.condition) limit = relation_sign(*method.condition);
    limit += method.limit ? value_text(*method.limit, method.dimension) : in({"指标值", "the target"});
    switch (method.primitive) {
    case Primitive::full_if:
        text += colon + limit;
        if (method.open) text += comma + in({"未达到的不作规定", "and nothing is said of what misses it"});
        if (method.reducible) text += comma + in(reducible);
        break;
    case Primitive::deduct_per:
        text += colon + limit + comma + in({"每 ", "for each "}) + value_text(method.step, method.dimension) +
                in({" 扣 ", " beyond it "}) + number(method.points) + in({"", " off"}) +
                (method.whole ? in({"（整步）", " (whole steps)"}) : in({"（按比例）", " (pro rata)"})) +
                comma + in({"最低 ", "at least "}) + number(method.least);
        break;
    case Primitive::bands:
    case Primitive::cap_by: {
        const char* separator = "";
        text += colon;
        for (const Band& band : method.bands) {
            text += separator + band_text(band, method.dimension, language);
            separator = "; ";
        }
        break;
    }
    case Primitive::proportional:
        text += colon + limit;
        if (!(method.most == Decimal{1}))
            text += comma + in({"至多 ", "at most "}) + value_text(method.most, Dimension::percent);
        if (!is_zero(method.threshold))
            text += comma + in({"低于 ", "nothing below "}) +
                    value_text(method.threshold, Dimension::percent) + in({" 不得分", ""});
        if (method.reducible) text += comma + in(reducible);
        break;
    case Primitive::count_deduct:
        text += colon + in({"每例扣 ", "for each case "}) + number(method.points) + in({"", " off"}) + comma +
                in({"最低 ", "at least "}) + number(method.least);
        break;
    case Primitive::checklist: {
        const char* separator = "";
        text += colon;
        for (const ChecklistItem& item : method.items) {
            text += separator + item.name + " " + number(item.points);
            separator = "; ";
        }
        break;
    }
    case Primitive::judged:
        text += colon + value_text(method.from, Dimension::percent) + "–" +
                value_text(method.to, Dimension::percent);
        break;
    }
    return text;
}

std::string_view target_text(Target target, Language language) {
    switch (target) {
    case Target::at_least:
        return "≥";
    case Target::at_most:
        return "≤";
    case Target::equals:
        return "=";
    case Target::qualitative:
        return Words{"定性", "qualitative"}.in(language);
    case Target::not_stated:
        break;
    }
    return Words{"未注明", "not stated"}.in(language);
}

/// Which rows an entry is of.
std::string subject_text(const ProfileRow& row, Language language) {
    std::string text = joined(row.names, language);
    const auto add = [&](std::string_view part) {
        if (part.empty()) return;
        if (!text.empty()) text += Words{"，", ", "}.in(language);
        text += part;
    };
    if (!row.under.empty())
        add(std::string(Words{"属于 ", "under "}.in(language)) + joined(row.under, language));
    if (row.target)
        add(std::string(Words{"指标值 ", "target "}.in(language)) +
            std::string(target_text(*row.target, language)));
    if (text.empty()) text = Words{"其他各行", "any row"}.in(language);
    return text;
}

/// One line of the listing of a profile.
struct Entry {
    std::string subject{};
    std::string weight{};
    std::string ratio{};
    std::string method{};
    std::string clause{};
};

std::vector<Entry> entries_of(const Profile& profile, Language language) {
    const auto in = [&](const Words& words) { return std::string(words.in(language)); };
    std::vector<Entry> entries;
    const auto add_row = [&](const std::string& subject, const ProfileRow& row) {
        Entry entry{subject, row.weight ? number(*row.weight) : std::string(), row.ratio,
                    row.method ? method_text(*row.method, language) : std::string(),
                    text_of(row.source, language)};
        if (row.full_without)
            entry.method +=
                in({"；没有此类事项的得满分", "; full points where there is nothing of the kind"});
        for (const CapRule& cap : row.caps)
            entry.method += "; " + cap.ratio + " " + method_text(cap.method, language);
        entries.push_back(std::move(entry));
    };
    if (profile.total)
        entries.push_back(
            {in({"总分", "total"}), number(*profile.total), {}, {}, text_of(profile.total_source, language)});
    if (profile.budget)
        add_row(in(budget_row_term()) + (profile.budget->counted ? in({"（计入总分）", " (counted)"})
                                                                 : in({"（不计入总分）", " (not counted)"})),
                profile.budget->row);
    for (const ProfileHeading& heading : profile.headings)
        entries.push_back({joined(heading.names, language),
                           number(heading.weight),
                           {},
                           {},
                           text_of(heading.source, language)});
    for (const ProfileRow& row : profile.rows) add_row(subject_text(row, language), row);
    for (const CapRule& cap : profile.caps)
        entries.push_back({in({"总分上限", "cap on the total"}),
                           {},
                           cap.ratio,
                           method_text(cap.method, language),
                           text_of(cap.source, language)});
    if (!profile.grades.empty()) {
        std::string cuts;
        for (const Grade& grade : profile.grades) {
            if (!cuts.empty()) cuts += "; ";
            cuts += grade.label;
            if (!grade.aliases.empty()) cuts += " (" + joined(grade.aliases, language) + ")";
            cuts += " ≥ " + number(grade.from);
        }
        entries.push_back(
            {in({"等级", "grades"}), {}, {}, std::move(cuts), text_of(profile.grades_source, language)});
    }
    return entries;
}

} // namespace

std::string profiles_text(std::span<const Profile* const> profiles, const TextOptions& options) {
    Page page(options);
    std::vector<std::vector<Cell>> rows;
    for (const Profile* profile : profiles)
        rows.push_back({{clean(profile->name), false, Tone::strong},
                        {clean(profile->version), false, Tone::dim},
                        {clean(profile->title(options.language))}});
    page.table(0, rows);
    return std::move(page).take();
}

std::string profiles_json(std::span<const Profile* const> profiles, Language language) {
    Json all = Json::array();
    for (const Profile* profile : profiles)
        all.push_back({{"name", profile->name},
                       {"version", profile->version},
                       {"title", profile->title(language)},
                       {"source", text_of(profile->source, language)}});
    return detail::dumped({{"profiles", std::move(all)}}, JsonLayout::indented) + "\n";
}

std::string profile_text(const Profile& profile, const TextOptions& options) {
    const Language language = options.language;
    Page page(options);
    page.keyed(0, clean(profile.name), 0, clean(profile.title(language)), Tone::strong, Tone::strong);
    const auto in = [&](const Words& words) { return std::string(words.in(language)); };
    const std::size_t key = detail::columns(in({"依据", "version"}));
    page.keyed(2, in({"版本", "version"}), key, clean(profile.version));
    page.keyed(2, in({"依据", "source"}), key, clean(text_of(profile.source, language)));
    const std::size_t inner = detail::columns(in({"分值", "weight"}));
    for (const Entry& entry : entries_of(profile, language)) {
        page.blank_line();
        page.paragraph(2, clean(entry.subject), Tone::strong);
        const auto line = [&](const Words& words, const std::string& text, Tone tone = Tone::plain) {
            if (!text.empty()) page.keyed(4, in(words), inner, clean(text), tone);
        };
        line({"分值", "weight"}, entry.weight);
        line({"比率", "ratio"}, entry.ratio);
        line({"办法", "method"}, entry.method);
        line({"依据", "clause"}, entry.clause, Tone::dim);
    }
    return std::move(page).take();
}

std::string profiles_markdown(std::span<const Profile* const> profiles) {
    const auto in_cell = [](std::string_view text) {
        std::string cell;
        for (const char c : text) {
            if (c == '|') cell += '\\';
            cell += c;
        }
        return cell;
    };
    std::string result = "# Profiles (评分办法)\n\n"
                         "Printed from `profiles/*.json` and the table of primitives by `./dev docs`; change "
                         "those, not this page. "
                         "The form of a profile is\n`docs/profile.schema.json`.\n\n";
    for (const Profile* profile : profiles)
        result += "- [" + profile->name + "](#" + profile->name + "): " + profile->title_en + " (" +
                  profile->title_zh + ")\n";
    result += "\n## Ways of earning points (评分方式)\n\n"
              "| key | 评分方式 | formula | 公式 | example | points |\n|---|---|---|---|---|---|\n";
    for (const PrimitiveEntry& entry : primitives()) {
        result += "| `" + std::string(entry.name) + "` " + std::string(entry.term.en) + " | " +
                  std::string(entry.term.zh) + " | " + in_cell(entry.formula.en) + " | " +
                  in_cell(entry.formula.zh) + " | `" + in_cell(entry.example.method) + "` | " +
                  in_cell(entry.example.words.en) + " |\n";
    }
    result += "\n## What is checked (核对内容)\n\n| code | severity | demand | 要求 |\n|---|---|---|---|\n";
    for (const ScoreDemand& demand : score_demands())
        result += "| " + std::string(demand.code) + " `" + std::string(demand.name) + "` | " +
                  std::string(name_of(demand.severity)) + " | " + std::string(demand.demand.en) + " | " +
                  std::string(demand.demand.zh) + " |\n";
    for (const Profile* profile : profiles) {
        result += "\n## <a id=\"" + profile->name + "\"></a>" + profile->name + "\n\n" + profile->title_en +
                  "\n\n" + profile->title_zh + "\n\n- Version (版本): " + profile->version +
                  "\n- Source (依据): " + text_of(profile->source, Language::en) + "\n\n";
        result += "| of | weight | ratio | method | 评分办法 | clause (依据) |\n|---|---|---|---|---|---|\n";
        const auto english = entries_of(*profile, Language::en);
        const auto chinese = entries_of(*profile, Language::zh);
        for (std::size_t i = 0; i < english.size(); ++i)
            result += "| " + in_cell(english[i].subject) + " | " + english[i].weight + " | " +
                      english[i].ratio + " | " + in_cell(english[i].method) + " | " +
                      in_cell(chinese[i].method) + " | " + in_cell(english[i].clause) + " |\n";
    }
    return result;
}

} // namespace tieout
