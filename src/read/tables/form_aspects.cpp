// SPDX-License-Identifier: MIT
#include "read/tables/form_aspects.hpp"

#include "read/tables/aspects.hpp"

#include <tieout/facts/filing.hpp>
#include <tieout/facts/form.hpp>
#include <tieout/facts/laws.hpp>
#include <tieout/read/form.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tieout::detail {

namespace {

/// The period and the body of the document itself, where it names none.
constexpr std::string_view own_period = "year";
constexpr std::string_view own_body = "self";

/// The forms that come with the reading, before the built-in ones.
std::vector<const Form*> forms_of(const Draft& draft) {
    std::vector<const Form*> forms(draft.forms.begin(), draft.forms.end());
    const auto built_in = all_forms();
    forms.insert(forms.end(), built_in.begin(), built_in.end());
    return forms;
}

FormMatch form_of(const Sheet& sheet, std::span<const RowBlock> blocks, const Draft& draft) {
    std::vector<std::string> captions;
    for (const RowBlock& block : blocks)
        for (const Head& head : block.heads)
            captions.insert(captions.end(), head.path.begin(), head.path.end());
    return match(forms_of(draft), sheet.table.frame.name.text, captions, sheet.table.frame.form);
}

/// The block of the form that a block of the table is; that of none where their number or their sides do not fit.
std::size_t block_of(const Form& form, std::span<const RowBlock> blocks, std::size_t at) {
    const std::size_t none = form.blocks.size();
    if (form.blocks.size() == 1) return blocks.size() == 1 || form.blocks.front().repeated ? 0 : none;
    if (blocks.size() != form.blocks.size()) return none;
    const std::string_view side = blocks[at].side;
    if (side.empty()) return at;
    const auto& heads = form.blocks[at].heads;
    return std::find(heads.begin(), heads.end(), side) != heads.end() ? at : none;
}

/// What is computed of other columns or rows is no part of any.
bool is_derived(const Head& head) noexcept {
    return head.role != HeadRole::amount && head.role != HeadRole::words;
}
bool prints(const Row& row) {
    return std::any_of(row.figures.begin(), row.figures.end(),
                       [](MentionId mention) { return mention != no_mention; });
}

/// A row with what the form says of it.
struct KnownRow {
    const Row* row = nullptr;
    FormAspects said{};
};
/// The rows and columns of a block that its form knows.
struct KnownBlock {
    std::vector<KnownRow> rows{};
    /// By the block's columns; nothing where one is no part of the form.
    std::vector<std::optional<FormAspects>> columns{};
    std::size_t printed = 0;
    std::size_t unknown = 0;
    bool unknown_column = false;
};

FormRow form_row(const Row& row, const FormBlock& block) {
    FormRow made{.code = row.code, .name = row.label.name, .within = row.label.within};
    // 一般公共服务支出 without its code, where the form's rows are classes.
    if (made.code.empty() && row.known != nullptr && !block.by.empty() && row.known->split == block.by)
        made.code = row.known->code;
    return made;
}

/// What the column is of; a phase that its year says stands before that of its words.
std::optional<FormAspects> column_of(const FormMatch& form, std::size_t in, const Head& head,
                                     const TableScope& scope) {
    std::optional<FormAspects> said = column_aspects(form, in, head.path);
    if (!said || said->aside) return said;
    bool other_year = false;
    const std::optional<Phase> phase = phase_of(head, scope, other_year);
    if ((head.year || head.previous) && phase) said->of.phase = name_of(*phase);
    if (other_year) {
        const std::optional<int> year = year_of(head, scope);
        said->of.period = year ? std::to_string(*year) : std::string();
        if (!year) said->aside = true;
    }
    return said;
}

KnownBlock known_in(const FormMatch& form, std::size_t in, const RowBlock& block, const TableScope& scope) {
    const FormBlock& of_form = form.form->blocks[in];
    KnownBlock known;
    for (const Head& head : block.heads) {
        known.columns.push_back(column_of(form, in, head, scope));
        known.unknown_column = known.unknown_column || (!known.columns.back() && !is_derived(head));
    }
    const FormWord* under = nullptr;
    for (const Row& row : block.rows) {
        const bool figures = prints(row);
        known.printed += figures ? 1 : 0;
        // A form without rows has one row of figures.
        if (of_form.rows.empty() && of_form.by.empty()) {
            if (!figures) continue;
            if (known.rows.empty())
                known.rows.push_back({&row, {}});
            else
                ++known.unknown;
            continue;
        }
        const std::optional<FormAspects> said = row_aspects(form, in, form_row(row, of_form), under);
        if (!said) {
            // Of what only stands under 其中, and of what is computed, nothing follows.
            if (figures && !row.label.within && !row.label.derived()) ++known.unknown;
            continue;
        }
        if (said->word != nullptr && said->word->opens)
            under = said->word;
        else if (said->word != nullptr && !said->word->of.flow.empty())
            under = nullptr;
        if (!said->aside) known.rows.push_back({&row, *said});
    }
    return known;
}

/// Whether the row is the only one of its block that names a flow: 收入总计 where nothing is carried over.
bool names_the_only_flow(const KnownBlock& known, const KnownRow& row) {
    return std::none_of(known.rows.begin(), known.rows.end(), [&](const KnownRow& other) {
        return other.row != row.row && other.said.word != nullptr && !other.said.word->of.flow.empty() &&
               prints(*other.row);
    });
}

/// The figure of the model that has these aspects but for its fund: what is confined to one is told apart by the mention's own
/// aspects, and a fund that nothing says is that of the item.
std::string member_of_any_fund(Aspects of) {
    for (const std::string_view fund :
         {std::string_view(of.fund), facts::all, std::string_view("fiscal"), std::string_view("general")}) {
        Aspects with = of;
        with.fund = fund;
        std::string pointer = member_of_aspects(with);
        if (!pointer.empty()) return pointer;
    }
    return {};
}

/// Gives a mention its home in the model, or among the named figures, by what it is of.
void point_by_aspects(const Aspects& of, const FormTable& table, Mention& mention) {
    // Lines that say where all income comes from stay lines of the model: they are of one fund by definition.
    const bool line_of_fund = mention.split == "fund" && table.form->of.fund == facts::all;
    const std::string fund = mention.of.fund;
    const std::string body = mention.of.body;
    mention.of = of;
    // The body and the year of the document itself are those of the filing.
    if (of.body == own_body) mention.of.body = body;
    if (of.period == own_period) mention.of.period.clear();
    mention.certain = mention.certain || table.certified;
    if (line_of_fund) {
        mention.of.fund = fund;
        return;
    }
    Aspects whole = of;
    std::string_view split;
    for (const std::string_view by : {"function", "economic"}) {
        if (aspect_of(of, by) == facts::all || aspect_of(of, by).empty()) continue;
        split = by;
        mention.code = aspect_of(of, by);
        set_aspect(whole, by, facts::all);
    }
    const std::string pointer = member_of_any_fund(std::move(whole));
    mention.item.clear();
    mention.split.clear();
    if (pointer.empty()) return;
    const std::size_t slash = pointer.rfind('/');
    mention.item = pointer.substr(0, slash);
    mention.split = split;
    // The three public expenses are by definition what appropriations pay for.
    if (mention.item.starts_with("/three_public") && mention.of.fund == "fiscal") mention.of.fund.clear();
    if (const auto phase = phase_named(pointer.substr(slash + 1))) mention.phase = *phase;
}

void add_fact(const Aspects& of, MentionId mention, std::uint32_t table, bool of_figure, Draft& draft) {
    draft.form_facts.push_back({.mention = mention, .of = of, .table = table, .lost = false});
    if (!of_figure) return;
    Mention& one = draft.mentions[mention];
    const FormTable& from = draft.form_tables.back();
    point_by_aspects(of, from, one);
    one.why = "form " + from.form->name;
}

void add_facts(const KnownBlock& known, const Sheet& sheet, const Aspects& scope, Draft& draft) {
    for (const KnownRow& row : known.rows)
        for (std::size_t k = 0; k < known.columns.size(); ++k) {
            if (!known.columns[k] || known.columns[k]->aside) continue;
            const MentionId mention = row.row->figures[k];
            if (mention == no_mention && !row.row->blank[k]) continue;
            const Aspects of = merged(merged(row.said.of, known.columns[k]->of), scope);
            // 其他支出 without its code may be all classes that have no row.
            const bool by_name =
                row.row->code.empty() && row.said.word != nullptr && !row.said.word->of.function.empty();
            add_fact(of, mention, sheet.number, mention != no_mention && !by_name, draft);
            draft.form_facts.back().by_name = by_name;
            draft.form_facts.back().lost = mention == no_mention && row.row->scattered;
            if (row.said.word == nullptr || !row.said.word->alone || !names_the_only_flow(known, row))
                continue;
            const Aspects alone = merged(merged(*row.said.word->alone, known.columns[k]->of), scope);
            add_fact(alone, mention, sheet.number, false, draft);
        }
}

/// Whether the units of its amounts are known: others cannot be compared with those of other tables.
bool unit_known(const Draft& draft, std::uint32_t table) {
    return std::none_of(draft.form_facts.begin(), draft.form_facts.end(), [&](const FormFact& fact) {
        return fact.table == table && fact.mention != no_mention &&
               draft.mentions[fact.mention].figure.unit == unit::plain;
    });
}

} // namespace

TakenForm take_form(const Sheet& sheet, const TableScope& scope, std::span<const RowBlock> blocks,
                    Draft& draft) {
    if (blocks.empty() ||
        std::any_of(blocks.begin(), blocks.end(), [](const RowBlock& block) { return !block.fits; }))
        return {};
    const FormMatch form = form_of(sheet, blocks, draft);
    if (form.form == nullptr) return {};
    std::vector<KnownBlock> known;
    std::size_t printed = 0;
    std::size_t unknown = 0;
    bool unknown_column = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::size_t in = block_of(*form.form, blocks, i);
        if (in == form.form->blocks.size()) return {};
        known.push_back(known_in(form, in, blocks[i], scope));
        printed += known.back().printed;
        unknown += known.back().unknown;
        unknown_column = unknown_column || known.back().unknown_column;
    }
    // Most of it unknown: it only looks like that form.
    if (printed == 0 || unknown * 3 > printed) return {};

    TakenForm taken{.form = form.form, .how = Formed::wholly};
    if (unknown > 0) taken.why_not.push_back("a row that its form does not know");
    if (unknown_column) taken.why_not.push_back("a caption that its form does not know");
    if (!taken.why_not.empty()) taken.how = Formed::partly;
    if (sheet.table.placing == Placing::guessed) taken.why_not.push_back("cells told by where words stand");
    if (sheet.table.placing == Placing::counted) taken.why_not.push_back("cells told by their number");
    if (!sheet.table.unplaced.empty()) taken.why_not.push_back("figures that found no cell");
    if (!form.by_title) taken.why_not.push_back("a title that is none of its form's");
    Aspects of_document;
    of_document.period = scope.period.empty() ? std::string(own_period) : scope.period;
    of_document.body = scope.body.empty() ? std::string(own_body) : scope.body;
    draft.form_tables.push_back({.number = sheet.number,
                                 .form = form.form,
                                 .title = sheet.table.frame.name.text,
                                 .period = of_document.period,
                                 .body = of_document.body,
                                 .certified = taken.why_not.empty()});
    for (const KnownBlock& block : known) add_facts(block, sheet, of_document, draft);
    return taken;
}

namespace {

std::string context_of(std::uint32_t table) { return "table " + std::to_string(table); }

/// Tables of one form, body and period: one of them is another than it seems, or a part of one, and none is held against
/// others.
std::vector<bool> seen_twice(const Draft& draft) {
    std::map<std::tuple<const Form*, std::string, std::string>, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < draft.form_tables.size(); ++i) {
        const FormTable& table = draft.form_tables[i];
        alike[{table.form, table.period, table.body}].push_back(i);
    }
    std::vector<bool> twice(draft.form_tables.size());
    for (const auto& [form, tables] : alike)
        if (tables.size() > 1)
            for (const std::size_t table : tables) twice[table] = true;
    return twice;
}

Facts facts_of_tables(const Draft& draft) {
    Facts facts;
    facts.reserve(draft.form_facts.size());
    const std::vector<bool> twice = seen_twice(draft);
    for (std::size_t i = 0; i < draft.form_tables.size(); ++i) {
        const FormTable& table = draft.form_tables[i];
        facts.table({.id = context_of(table.number),
                     .title = table.title,
                     .form = table.form->name,
                     .certified = table.certified && !twice[i],
                     .alone = twice[i] || !unit_known(draft, table.number)});
        for (const std::string& dimension : table.form->whole)
            facts.parts(context_of(table.number), dimension, complete);
    }
    // What is lost is as much of an amount as what stands in its table.
    std::map<std::uint32_t, Unit> units;
    for (const FormFact& fact : draft.form_facts)
        if (fact.mention != no_mention)
            units.try_emplace(fact.table, draft.mentions[fact.mention].figure.unit);
    for (const FormFact& fact : draft.form_facts) {
        Figure figure;
        if (fact.mention != no_mention) figure = draft.mentions[fact.mention].figure;
        if (fact.lost) {
            figure.state = State::unreadable;
            if (const auto unit = units.find(fact.table); unit != units.end()) figure.unit = unit->second;
        }
        const std::string table = context_of(fact.table);
        facts.state(fact.of, std::move(figure), {.table = table});
    }
    return facts;
}

Reading reading_of(const FactRelation& relation, std::span<const FactTerm> terms, bool lacks,
                   const Draft& draft) {
    const auto mention = [&](FactId fact) { return draft.form_facts[fact].mention; };
    Reading reading{
        .kind = relation.kind, .open_list = relation.open_list || lacks, .blanks = relation.blanks};
    if (relation.kind == Kind::sum) reading.subject = mention(relation.whole);
    if (relation.kind == Kind::equal) reading.first.push_back({mention(relation.whole), Decimal{1}});
    for (const FactTerm& term : terms)
        reading.first.push_back({mention(term.fact), Decimal{term.coefficient}});
    if (relation.kind == Kind::at_most) {
        reading.second.push_back({mention(relation.whole), Decimal{1}});
        reading.comparison = Comparison::at_most;
    }
    return reading;
}

} // namespace

void state_laws(Draft& draft) {
    if (draft.form_facts.empty()) return;
    const Facts facts = facts_of_tables(draft);
    const FactRelations relations = relations_of(facts);
    for (const FactRelation& relation : relations.all()) {
        // What found no cell may be what the parts lack, and is compared with nothing.
        std::vector<FactTerm> terms(relations.terms(relation).begin(), relations.terms(relation).end());
        const auto lost = [&](const FactTerm& term) { return draft.form_facts[term.fact].lost; };
        const bool lacks = std::erase_if(terms, lost) > 0;
        if (terms.empty() || draft.form_facts[relation.whole].lost) continue;
        const std::uint32_t table = draft.form_facts[relation.whole].table;
        const auto by_name = [&](FactId fact) { return draft.form_facts[fact].by_name; };
        const bool any_by_name =
            by_name(relation.whole) ||
            std::any_of(terms.begin(), terms.end(), [&](const FactTerm& term) { return by_name(term.fact); });
        if (any_by_name && std::any_of(terms.begin(), terms.end(), [&](const FactTerm& term) {
                return draft.form_facts[term.fact].table != table;
            }))
            continue;
        // A total that stands for two flows is no part of itself.
        const MentionId whole = draft.form_facts[relation.whole].mention;
        if (std::any_of(terms.begin(), terms.end(),
                        [&](const FactTerm& term) { return draft.form_facts[term.fact].mention == whole; }))
            continue;
        draft.statements.push_back({.word = relation.law->code,
                                    .readings = {reading_of(relation, terms, lacks, draft)},
                                    .evidence = relation.evidence,
                                    .severity = relation.severity,
                                    .context = context_of(draft.form_facts[relation.whole].table),
                                    .why = std::string(relation.law->name)});
    }
}

} // namespace tieout::detail
