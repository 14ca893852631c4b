// SPDX-License-Identifier: MIT
// The profiles in words: what they demand of whom, and where that is written.
#include <tieout/write/score.hpp>

#include "write/display.hpp"
#include "write/json_value.hpp"
#include "write/page.hpp"

#include <tieout/relations/explain.hpp>

#include <algorithm>
#include <array>

namespace tieout {

namespace {

using detail::Cell;
using detail::clean;
using detail::Json;
using detail::Page;
using detail::Tone;

const Words& budget_row_term() {
    static constexpr Words words{"预算执行率", "budget execution"};
    return words;
}

std::string number(const Decimal& value) { return to_string(trimmed(value)); }

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
