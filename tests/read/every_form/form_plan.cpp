// SPDX-License-Identifier: MIT
#include "form_plan.hpp"

#include "form_amounts.hpp"

#include <tieout/facts/dimension.hpp>

#include <algorithm>
#include <iterator>
#include <set>

namespace tieout::test::every_form {

using adversary::numeral;
using adversary::Writer;

namespace {

std::string name_of(Writer& w, const FormWord& word) {
    // The first is the official one.
    const auto last = static_cast<std::int64_t>(word.names.size()) - 1;
    return word.names[w.maybe() ? 0 : static_cast<std::size_t>(w.random.between(0, last))];
}

bool is_child_type(std::string_view type) { return type == "personnel" || type == "operating"; }
bool is_vehicle(std::string_view item) { return item == "purchase" || item == "operation"; }

// ── columns ──

struct Choice {
    bool phases = false; ///< more of them than the form needs
    bool children = false;
    bool flows = false;
    bool optional = false;
    bool phases_on_top = false;
};

/// The word of a block that says no more than that it is the total.
const FormWord* total_of(const FormBlock& block) {
    for (const FormWord& word : block.columns)
        if (!word.aside && !word.of.any()) return &word;
    return nullptr;
}

using Path = std::vector<std::string>;

bool is_known(const FormMatch& match, std::size_t block, const Path& path) {
    const auto said = column_aspects(match, block, path);
    return said && !said->aside;
}

/// The columns of words that name no phase.
std::vector<Path> main_columns(const FormMatch& match, std::size_t number, Writer& w, const Choice& choice) {
    const FormBlock& block = match.form->blocks[number];
    const FormWord* const total = total_of(block);
    const bool typed =
        std::ranges::any_of(block.columns, [](const FormWord& word) { return word.of.type == "basic"; });
    const bool has_flows =
        std::ranges::any_of(block.columns, [](const FormWord& word) { return !word.of.flow.empty(); });
    std::vector<Path> paths;
    std::string over; // the caption that those below stand under
    for (const FormWord& word : block.columns) {
        const bool flow = !word.of.flow.empty();
        if (word.aside || word.names.empty() || !word.of.phase.empty()) continue;
        if (flow && !choice.flows) continue;
        if (is_child_type(word.of.type) && !word.needed && !choice.children) continue;
        const bool typed_part = word.of.type == "basic" || word.of.type == "project";
        const bool extra =
            !word.needed && !flow && !typed_part && word.of.any() && !is_child_type(word.of.type);
        if (extra && !(choice.optional && w.maybe())) continue;
        // 本年支出 is over its types.
        if (!flow && !word.of.any() && !word.needed && !(has_flows && choice.flows)) continue;
        std::string name = name_of(w, word);
        if (flow && word.of.flow == "expenditure" && typed && total != nullptr) {
            over = name;
            continue;
        }
        if (flow || over.empty())
            paths.push_back({name});
        else
            paths.push_back({over, name});
    }
    // The figures under 本年支出 stand between what came in and what is left.
    std::ranges::stable_sort(paths, {}, [&](const Path& path) {
        const auto said = column_aspects(match, number, path);
        const std::string_view of = said ? std::string_view(said->of.flow) : "";
        return has_flows && choice.flows ? (of == "opening"   ? 0
                                            : of == "income"  ? 1
                                            : of == "closing" ? 3
                                                              : 2)
                                         : 0;
    });
    // Those of 基本支出 stand beside it.
    const auto type_of = [&](const Path& path) {
        const auto said = column_aspects(match, number, path);
        return said ? said->of.type : std::string();
    };
    if (const auto basic = std::ranges::find(paths, "basic", type_of); basic != paths.end())
        std::stable_partition(std::next(basic), paths.end(),
                              [&](const Path& path) { return is_child_type(type_of(path)); });
    // 人员经费 and 公用经费 stand under 基本支出, the parts of 公务用车 under theirs.
    std::vector<Path> deeper;
    for (const Path& path : paths) {
        const auto said = column_aspects(match, number, path);
        const bool parent =
            said && said->word != nullptr && choice.children &&
            ((said->word->of.type == "basic" && path.size() == 1) || said->word->of.item == "vehicles");
        const std::string all = is_known(match, number, {"小计"}) ? "小计"
                                : total == nullptr                ? ""
                                                                  : total->names.front();
        if (!parent || total == nullptr || !is_known(match, number, {path.back(), all})) {
            const bool child = said && (is_child_type(said->of.type) || is_vehicle(said->of.item));
            if (child && !deeper.empty() && deeper.back().size() == 2 &&
                is_known(match, number, {deeper.back().front(), path.back()}) && path.size() == 1)
                deeper.push_back({deeper.back().front(), path.back()});
            else
                deeper.push_back(path);
            continue;
        }
        deeper.push_back({path.back(), all});
    }
    return deeper;
}

std::vector<std::string> phase_captions(const FormBlock& block, Writer& w, bool more) {
    std::vector<std::string> captions;
    for (const FormWord& word : block.columns) {
        if (word.aside || word.of.phase.empty()) continue;
        if (word.needed || (more && word.of.phase != "adjusted")) captions.push_back(name_of(w, word));
    }
    return captions;
}

std::vector<Path> columns_of(const FormMatch& match, std::size_t number, Writer& w, const Choice& choice) {
    const FormBlock& block = match.form->blocks[number];
    const std::vector<Path> mains = main_columns(match, number, w, choice);
    const bool says_phase = !match.form->of.phase.empty() || !match.of.phase.empty();
    const std::vector<std::string> phases =
        phase_captions(block, w, choice.phases || (mains.empty() && !says_phase) || !says_phase);
    if (phases.empty()) return mains;
    std::vector<Path> columns;
    if (mains.empty())
        for (const std::string& phase : phases) columns.push_back({phase});
    else if (choice.phases_on_top)
        for (const std::string& phase : phases)
            for (Path path : mains) {
                path.insert(path.begin(), phase);
                columns.push_back(std::move(path));
            }
    else
        for (const Path& path : mains)
            for (const std::string& phase : phases) {
                columns.push_back(path);
                columns.back().push_back(phase);
            }
    return columns;
}

// ── rows ──

/// Rows of codes of a dimension, with those above them.
std::vector<PlannedRow> coded_rows(Writer& w, std::string_view by, std::string_view fund, std::int64_t depth,
                                   const std::vector<std::string>& sections) {
    std::set<std::string> codes;
    const auto add = [&](std::string_view code) {
        const bool deep = by == "economic";
        codes.insert(std::string(code.substr(0, 3)));
        if (depth == 0 || (deep && depth != 2) || depth == 1) codes.insert(std::string(code.substr(0, 5)));
        if (!deep && (depth == 0 || depth == 3)) codes.insert(std::string(code));
    };
    const auto wanted = [&](std::string_view code) {
        const bool land = code.starts_with("21208") || code.starts_with("229");
        const bool capital = code.starts_with("223");
        if (by == "function" && (fund == "government"      ? !land
                                 : fund == "state_capital" ? !capital
                                                           : land || capital))
            return false;
        return sections.empty() || std::ranges::any_of(sections, [&](const std::string& section) {
                   return code.starts_with(section);
               });
    };
    std::vector<std::string_view> all;
    if (by == "function")
        for (const auto& item : adversary::function_items()) all.push_back(item.code);
    else
        for (const auto& line : adversary::economic_classes()) all.push_back(line.code);
    std::erase_if(all, [&](std::string_view code) { return !wanted(code); });
    for (std::int64_t i = w.random.between(2, 9); i > 0 && !all.empty(); --i)
        add(all[static_cast<std::size_t>(w.random.between(0, static_cast<std::int64_t>(all.size()) - 1))]);
    std::vector<PlannedRow> rows;
    for (const std::string& code : codes) {
        PlannedRow row{.code = code};
        if (by == "function") row.name = adversary::function_name(code);
        for (const auto& line : adversary::economic_classes())
            if (by != "function" && line.code.starts_with(code))
                row.name = code.size() == 3 ? line.section : line.name;
        rows.push_back(std::move(row));
    }
    return rows;
}

bool is_kept(const FormWord& word) {
    return !word.of.any() ||
           (!word.of.flow.empty() && word.of.flow != "surplus_used" && word.of.flow != "distribution") ||
           word.of.item == "three_public" || word.of.item == "procurement";
}

/// Of a fund and its parts, lists print the one or the others.
bool is_other_level(std::string_view fund, std::string_view whole, bool printed) {
    if (fund == whole) return !printed;
    return printed && !fund.empty() && contains({.fund = std::string(whole)}, {.fund = std::string(fund)});
}

std::vector<const FormWord*> chosen_rows(const FormBlock& block, Writer& w) {
    std::vector<const FormWord*> words;
    const bool funds = w.maybe();
    const auto says = [&](auto member) {
        return std::ranges::any_of(block.rows,
                                   [&](const FormWord& word) { return !(word.of.*member).empty(); });
    };
    const bool either = says(&Aspects::fund) && says(&Aspects::type) && !says(&Aspects::item);
    const bool fiscal = w.maybe();
    const bool unit_funds = w.maybe();
    for (const FormWord& word : block.rows) {
        if (word.aside || word.names.empty()) continue;
        if (is_other_level(word.of.fund, "fiscal", fiscal) ||
            is_other_level(word.of.fund, "unit_funds", unit_funds))
            continue;
        // Of two ways to divide the same, one.
        if (either && ((!word.of.type.empty() && funds) || (!word.of.fund.empty() && !funds))) continue;
        if (is_kept(word) || !w.maybe(4)) words.push_back(&word);
    }
    return words;
}

struct RowMaker {
    const FormMatch& match;
    std::size_t block;
    Writer& w;
    std::vector<PlannedRow> rows{};

    void add(PlannedRow row, bool within, const FormWord* under) {
        const auto said =
            row_aspects(match, block, {.code = row.code, .name = row.name, .within = within}, under);
        if (!said || said->aside) return;
        row.of = said->of;
        row.total = row.code.empty() && !row.of.any();
        row.below = !row.of.flow.empty();
        rows.push_back(std::move(row));
    }

    void add_words(const std::vector<const FormWord*>& words, bool numbered) {
        std::size_t number = 0;
        bool first_within = true;
        for (const FormWord* const word : words) {
            PlannedRow row{.name = name_of(w, *word)};
            const bool flow = !word->of.flow.empty();
            if (numbered && !flow && word->of.any()) row.before = numeral(++number) + "、";
            if (word->within) {
                row.before = first_within ? "其中：" : "　　　";
                first_within = false;
            }
            add(std::move(row), word->within, nullptr);
            if (!word->opens || w.maybe()) continue;
            for (const FormWord* const fund : words)
                if (!fund->of.fund.empty()) add({.before = "　　", .name = fund->names.front()}, false, word);
        }
    }
};

/// The rows of a block: those of codes, then those that are named.
std::vector<PlannedRow> rows_of(const FormMatch& match, std::size_t number, Writer& w,
                                const std::vector<std::string>& sections) {
    const FormBlock& block = match.form->blocks[number];
    RowMaker maker{match, number, w};
    const bool two_sides = match.form->blocks.size() > 1;
    std::vector<const FormWord*> words = chosen_rows(block, w);
    if (!sections.empty()) // of the two halves the one that pays persons, or the other
        std::erase_if(words, [&](const FormWord* word) {
            return word->of.type != (sections.front() == "301" ? "personnel" : "operating");
        });
    if (block.by.empty()) {
        maker.add_words(words, two_sides);
        return std::move(maker.rows);
    }
    const std::int64_t depth = two_sides ? 2 : w.random.between(0, 3);
    std::vector<PlannedRow> coded = coded_rows(w, block.by, match.form->of.fund, depth, sections);
    const bool official = w.maybe();
    const bool first = !two_sides && sections.empty() && !w.maybe(5);
    if (first) maker.add_words(words, false);
    std::size_t index = 0;
    for (PlannedRow& row : coded) {
        std::string before;
        if (two_sides) before = adversary::section_caption(row.code, ++index, official);
        if (two_sides) row.before = before.substr(0, before.size() - row.name.size());
        maker.add(std::move(row), false, nullptr);
    }
    if (!first) maker.add_words(words, false);
    return std::move(maker.rows);
}

PlannedBlock planned(const FormMatch& match, std::size_t number, Writer& w, const Choice& choice,
                     const std::vector<std::string>& sections) {
    const FormBlock& block = match.form->blocks[number];
    PlannedBlock made{.block = number, .coded = !block.by.empty() && match.form->blocks.size() == 1};
    if (!block.heads.empty() && match.form->blocks.size() > 1) made.side = block.heads.front();
    if (!block.heads.empty() && match.form->blocks.size() == 1 && !block.repeated)
        made.labels = block.heads.front();
    made.columns = columns_of(match, number, w, choice);
    if (!block.by.empty() || !block.rows.empty()) made.rows = rows_of(match, number, w, sections);
    return made;
}

} // namespace

Plan plan_of(const Form& form, Writer& w) {
    Plan plan;
    const auto& titles = form.titles;
    const auto& title = titles[w.maybe() ? 0
                                         : static_cast<std::size_t>(w.random.between(
                                               0, static_cast<std::int64_t>(titles.size()) - 1))];
    plan.title = title.names[w.maybe() ? 0
                                       : static_cast<std::size_t>(w.random.between(
                                             0, static_cast<std::int64_t>(title.names.size()) - 1))];
    plan.match = {.form = &form, .of = title.of, .by_title = true};
    Choice choice{.phases = w.maybe(4),
                  .children = w.maybe(),
                  .flows = w.maybe() || form.name == "accounts-05-general-flows",
                  .optional = w.maybe(),
                  .phases_on_top = w.maybe()};
    const bool halves = form.blocks.front().repeated && form.blocks.front().by == "economic" &&
                        !form.blocks.front().rows.empty() && !form.blocks.front().rows.front().codes.empty();
    if (halves) {
        plan.blocks.push_back(planned(plan.match, 0, w, choice, {"301", "303"}));
        plan.blocks.push_back(planned(plan.match, 0, w, choice, {"302", "310"}));
        plan.blocks.back().columns = plan.blocks.front().columns;
        return plan;
    }
    for (std::size_t i = 0; i < form.blocks.size(); ++i)
        plan.blocks.push_back(planned(plan.match, i, w, choice, {}));
    return plan;
}

} // namespace tieout::test::every_form
