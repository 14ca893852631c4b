// SPDX-License-Identifier: MIT
//
// Turns a draft into a filing: every mention goes to its home, and statements refer to exactly the statements of figures
// that their words name.

#include "read/draft/homes.hpp"

#include <tieout/model/walk.hpp>

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

/// How the filing refers to a mention: by its figure, or by the statement where there are several.
std::string reference_to(MentionId id, const Homes& homes) {
    const Owner& owner = homes.owner_of(id);
    std::string pointer(owner.name);
    if (owner.statements == 1) return pointer;
    if (!owner.in_model()) {
        pointer = "/figures";
        append_step(pointer, owner.name);
    }
    return pointer + '/' + std::to_string(homes.of[id].statement);
}

Reference references_to(const std::vector<MentionTerm>& terms, const Homes& homes) {
    Reference result;
    result.reserve(terms.size());
    for (const MentionTerm& term : terms)
        result.push_back({.to = reference_to(term.figure, homes), .coefficient = term.coefficient});
    return result;
}

StatedRelation relation_of(const Reading& reading, const Homes& homes) {
    StatedRelation relation;
    relation.kind = reading.kind;
    if (reading.subject != no_mention) relation.subject = reference_to(reading.subject, homes);
    relation.first = references_to(reading.first, homes);
    relation.second = references_to(reading.second, homes);
    relation.open_list = reading.open_list;
    relation.blanks = reading.blanks;
    relation.comparison = reading.comparison;
    relation.constant = reading.constant;
    return relation;
}

void put_statement(const Statement& statement, const Homes& homes, NamesApart<StatedRelation>& relations) {
    StatedRelation relation;
    if (statement.readings.size() == 1)
        relation = relation_of(statement.readings.front(), homes);
    else
        for (const Reading& reading : statement.readings)
            relation.any_of.push_back(relation_of(reading, homes));
    relation.evidence = statement.evidence;
    relation.approximate = statement.approximate;
    relation.severity = statement.severity;
    relation.context = statement.context;
    const Reading& first = statement.readings.front();
    const MentionId named = first.subject != no_mention ? first.subject : first.first.front().figure;
    const std::string_view name = homes.owner_of(named).name;
    relation.id.reserve(statement.word.size() + 1 + name.size());
    ((relation.id = statement.word) += '@') += name;
    relations.add(std::move(relation));
}

/// The longest code among the lines of each split.
using Deepest = OfSplits<std::size_t>;

Deepest deepest_codes(const Draft& draft) {
    Deepest deepest;
    for (const Mention& line : draft.mentions) {
        if (line.item.empty() || line.split.empty()) continue;
        std::size_t& longest = deepest[line];
        longest = std::max(longest, line.code.size());
    }
    return deepest;
}

/// A list that the words call complete makes the split of the model complete, in that phase.
void mark_complete(const Statement& statement, const Draft& draft, const Homes& homes, const Deepest& deepest,
                   Filing& filing) {
    const Reading& reading = statement.readings.front();
    if (statement.readings.size() != 1 || statement.evidence != Evidence::whole ||
        reading.kind != Kind::sum || reading.open_list || reading.blanks || reading.first.empty())
        return;
    const Mention& total = draft.mentions[reading.subject];
    if (total.item.empty() || !total.split.empty()) return;
    const Mention& first = draft.mentions[reading.first.front().figure];
    for (const MentionTerm& term : reading.first) {
        const Mention& part = draft.mentions[term.figure];
        if (part.item != total.item || part.split.empty() || part.split != first.split ||
            !homes.owner_of(term.figure).in_model())
            return;
    }
    // That the classes are all does not say that what stands under each of them is.
    if (deepest.at(total.item, first.split) > first.code.size()) return;
    const auto phase = static_cast<std::size_t>(total.phase);
    if (first.split == "projects" && total.item == "/expenditure/project") {
        filing.expenditure.project.projects_complete.of[phase] = Completeness::complete;
    } else if (Item* const item = item_at(filing, total.item); item != nullptr) {
        for (Split& split : item->splits)
            if (split.name == first.split) split.complete.of[phase] = Completeness::complete;
    }
}

} // namespace

Filing assemble(Draft&& draft) {
    Filing filing = std::move(draft.filing);
    Homes homes;
    homes.of.resize(draft.mentions.size());
    put_into_model(draft, filing, homes);
    put_under_names(draft, filing, homes);
    const Deepest deepest = deepest_codes(draft);
    NamesApart<StatedRelation> relations(filing.relations);
    relations.reserve(draft.statements.size());
    for (const Statement& statement : draft.statements) {
        if (statement.readings.empty()) continue;
        mark_complete(statement, draft, homes, deepest, filing);
        put_statement(statement, homes, relations);
    }
    return filing;
}

} // namespace tieout::detail
