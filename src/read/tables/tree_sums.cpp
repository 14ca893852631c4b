// SPDX-License-Identifier: MIT
//
// Rows that are made by the rows under them in the tree: classes, parts of a known whole, lists, and what 其中 names.
#include "read/tables/statements.hpp"
#include "read/vocabulary/line_words.hpp"
#include "read/vocabulary/quantities.hpp"

#include <algorithm>
#include <utility>

namespace tieout::detail {

namespace {

/// What the rows under a row are to it.
enum class Family : std::uint8_t {
    classes,       ///< the classes next below its own
    distant,       ///< classes further below: some between them may be left out
    whole,         ///< all the parts that it can have
    list,          ///< rows with numbers or indent of their own
    opened_within, ///< the first has 其中, the others follow it
    within         ///< each has 其中: parts that may overlap
};

bool is_known_list(const Writer& writer, const Row& parent, const std::vector<std::size_t>& children) {
    const std::vector<Row>& rows = writer.block.rows;
    std::vector<std::string_view> items;
    std::size_t funds = 0;
    bool other = false;
    for (const std::size_t child : children) {
        items.push_back(rows[child].item);
        const bool fund = rows[child].known != nullptr && rows[child].known->split == "fund";
        funds += fund ? 1 : 0;
        other = other || (fund && rows[child].label.name.starts_with("其他"));
    }
    // 财政拨款, 上年结转资金, 其他资金: the last holds all that has no row.
    return make_known_whole(parent.item, items) || (funds == children.size() && funds >= 2 && other);
}

Family family_of(const Writer& writer, const Row& parent, const std::vector<std::size_t>& children) {
    const std::vector<Row>& rows = writer.block.rows;
    if (!parent.code.empty()) {
        const bool next = std::all_of(children.begin(), children.end(), [&](std::size_t child) {
            return rows[child].code.size() == parent.code.size() + 2;
        });
        return next ? Family::classes : Family::distant;
    }
    if (is_known_list(writer, parent, children)) return Family::whole;
    std::size_t within = 0;
    for (const std::size_t child : children) within += rows[child].label.within ? 1 : 0;
    if (within == children.size()) return Family::within;
    return within > 0 ? Family::opened_within : Family::list;
}

/// Whether what the rows of a list are is clear, so that all of them make up what they stand under.
bool is_clear(const Writer& writer, const std::vector<std::size_t>& children) {
    const RowBlock& block = writer.block;
    bool numbered = children.size() > 1;
    bool known = true;
    for (const std::size_t child : children) {
        numbered = numbered && block.rows[child].label.numbering != 0;
        known = known && block.rows[child].is_known();
    }
    return block.flat && (numbered || block.axis_of_names || (known && children.size() > 1));
}

/// Whether no part can be more than the whole: none of them can be less than nothing.
bool bounds(const Writer& writer, std::size_t k, const Row& whole, const Parts& parts) {
    const Head& head = writer.block.heads[k];
    if (head.role == HeadRole::change || may_be_negative(head.words) || may_be_negative(whole.label.name))
        return false;
    return std::all_of(parts.terms.begin(), parts.terms.end(), [&](const MentionTerm& term) {
        const Figure& figure = writer.figure(term.figure);
        return sign(term.coefficient) > 0 && sign(figure.value) * figure.sense >= 0;
    });
}

void state_family(const Writer& writer, const Row& parent, const std::vector<std::size_t>& children) {
    const std::vector<Row>& rows = writer.block.rows;
    // 资产合计 stands over its kinds in several ways: the rules know how they make each other up.
    if (parent.item.starts_with("/assets")) return;
    // 人均收入 with 城镇 and 农村 under it: they are means of their own.
    const auto is_mean = [&](const Row& row) {
        return row.item.empty() && row.code.empty() && is_measure(row.label.name);
    };
    if (is_mean(parent) || std::any_of(children.begin(), children.end(),
                                       [&](std::size_t child) { return is_mean(rows[child]); }))
        return;
    const Family family = family_of(writer, parent, children);
    // OPERATING PROFIT over what is taken from it: what such lists are, their numbers have to tell.
    if (family == Family::list && !parent.is_known() && !is_in_chinese(parent.label.name)) return;
    // 其中：A, B, 其中：C: the later one is of B, or of what the first was of.
    const bool under_within = parent.parent != no_row && rows[parent.parent].label.within;
    const bool sure = !parent.loose && !parent.label.within && !under_within;
    for (std::size_t k = 0; k < writer.block.heads.size(); ++k) {
        const MentionId total = parent.figures[k];
        if (!is_added(writer.block.heads[k]) || !writer.is_amount(total)) continue;
        Parts parts;
        for (const std::size_t child : children)
            parts.add(rows[child], k, Decimal{rows[child].label.sign < 0 ? -1 : 1});
        if (parts.terms.empty() && parts.loose.empty()) continue;
        switch (family) {
        case Family::classes:
            // Economic classes are often printed with their main items only; the form of the accounts says where all are.
            writer.sum(total, {std::move(parts)}, parent.code.starts_with('2'), "classes by their codes");
            break;
        case Family::distant:
            writer.sum(total, {std::move(parts)}, false, "classes by their codes", true);
            break;
        case Family::whole:
            writer.sum(total, {std::move(parts)}, writer.block.flat && !parent.has_more,
                       "parts of a known whole");
            break;
        case Family::list:
            if (parts.terms.size() > 1 || parts.blank)
                writer.sum(total, {std::move(parts)}, is_clear(writer, children), "rows under a row");
            break;
        case Family::opened_within:
            if (!parts.terms.empty() && bounds(writer, k, parent, parts))
                writer.at_most(parts.terms.front().figure, total, sure, "其中");
            writer.sum(total, {std::move(parts)}, false, "其中", true);
            break;
        case Family::within:
            if (!bounds(writer, k, parent, parts)) break;
            for (const MentionTerm& part : parts.terms) writer.at_most(part.figure, total, sure, "其中");
            break;
        }
    }
}

} // namespace

void state_tree_sums(const Writer& writer) {
    const std::vector<Row>& rows = writer.block.rows;
    std::vector<std::vector<std::size_t>> children(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].parent != no_row && !rows[i].label.derived()) children[rows[i].parent].push_back(i);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (children[i].empty()) continue;
        const std::size_t last = children[i].back();
        if (rows[i].item == "/expenditure/project" && children[i].size() == 2 &&
            rows[children[i].front()].label.within && rows[last].label.numbering != 0 &&
            is_part_of(rows[children[i].front()].item, rows[i].item) &&
            is_part_of(rows[last].item, rows[i].item))
            writer.draft.filing.expenditure.project.parts_complete = complete;
        state_family(writer, rows[i], children[i]);
    }
}

} // namespace tieout::detail
