// SPDX-License-Identifier: MIT
#include "misreadings.hpp"

#include <tieout/read/form.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace tieout::test::every_form {

using adversary::Block;
using adversary::Cell;
using adversary::Told;

namespace {

std::size_t any_of(Random& random, std::size_t count) {
    return static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(count) - 1));
}

bool is_figure(const Cell& cell) { return cell.text.starts_with('\x01'); }

bool has_figures(const std::vector<Cell>& row) { return std::ranges::any_of(row, is_figure); }

std::size_t body_rows(const Block& table) {
    return table.rows.size() - std::min(table.heads, table.rows.size());
}

bool row_lost(Block& table, Random& random) {
    if (body_rows(table) < 3) return false;
    const std::size_t row = table.heads + any_of(random, body_rows(table));
    if (!has_figures(table.rows[row])) return false;
    table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(row));
    return true;
}

bool page_lost(Block& table, Random& random) {
    const std::size_t rows = body_rows(table);
    if (rows < 5) return false;
    const std::size_t count = 2 + any_of(random, rows / 2);
    const std::size_t first = table.heads + any_of(random, rows - count);
    const auto begin = table.rows.begin() + static_cast<std::ptrdiff_t>(first);
    table.rows.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    return true;
}

/// A caption that says what figures are of.
bool is_caption(const Cell& cell) {
    static constexpr std::array<std::string_view, 8> labels = {"项目", "科目", "科目编码", "科目名称",
                                                               "类",   "款",   "项",       "行次"};
    return !cell.text.empty() && cell.rows > 0 &&
           cell.text.find_first_of("0123456789") == std::string::npos &&
           cell.text.find("编码") == std::string::npos && cell.text != "栏次" &&
           std::ranges::find(labels, cell.text) == labels.end();
}

bool captions_exchanged(Block& table, Random& random) {
    std::vector<Cell*> captions;
    for (std::size_t r = 0; r < table.heads; ++r)
        for (Cell& cell : table.rows[r])
            if (cell.columns == 1 && is_caption(cell)) captions.push_back(&cell);
    if (captions.size() < 2) return false;
    const std::size_t at = any_of(random, captions.size() - 1);
    if (captions[at]->text == captions[at + 1]->text) return false;
    std::swap(captions[at]->text, captions[at + 1]->text);
    return true;
}

bool caption_unknown(Block& table, Random& random) {
    std::vector<Cell*> captions;
    for (std::size_t r = 0; r < table.heads; ++r)
        for (Cell& cell : table.rows[r])
            if (is_caption(cell)) captions.push_back(&cell);
    if (captions.empty()) return false;
    captions[any_of(random, captions.size())]->text = "有关情况";
    return true;
}

/// From one row on, each has the label of the one above it.
bool labels_shifted(Block& table, Random& random) {
    if (body_rows(table) < 4) return false;
    std::size_t labels = 0;
    const std::vector<Cell>& first = table.rows[table.heads];
    while (labels < first.size() && !is_figure(first[labels])) ++labels;
    const std::size_t from = table.heads + any_of(random, body_rows(table) - 2);
    const auto fits = [&](const std::vector<Cell>& row) {
        return row.size() == first.size() &&
               std::none_of(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(labels), is_figure);
    };
    if (labels == 0 ||
        !std::all_of(table.rows.begin() + static_cast<std::ptrdiff_t>(from), table.rows.end(), fits))
        return false;
    for (std::size_t row = table.rows.size() - 1; row > from; --row)
        for (std::size_t c = 0; c < labels; ++c) table.rows[row][c] = table.rows[row - 1][c];
    for (std::size_t c = 0; c < labels; ++c) table.rows[from][c].text.clear();
    return true;
}

/// The title is that of another form of the same kind.
bool sister_form(Block& table, Random& random) {
    const Form* own = nullptr;
    for (const Form* const form : all_forms())
        if (has_title(*form, table.frame.title)) own = form;
    if (own == nullptr) return false;
    std::vector<const Form*> sisters;
    for (const Form* const form : all_forms())
        if (form != own && form->name.substr(0, 6) == own->name.substr(0, 6) &&
            !has_title(*form, table.frame.title))
            sisters.push_back(form);
    if (sisters.empty()) return false;
    table.frame.title = sisters[any_of(random, sisters.size())]->titles.front().names.front();
    table.frame.form.clear();
    return true;
}

struct Place {
    std::size_t row = 0;
    std::size_t cell = 0;
};
std::vector<Place> figures_of(const Block& table) {
    std::vector<Place> places;
    for (std::size_t row = table.heads; row < table.rows.size(); ++row)
        for (std::size_t cell = 0; cell < table.rows[row].size(); ++cell)
            if (is_figure(table.rows[row][cell])) places.push_back({row, cell});
    return places;
}

/// Exchanges a figure with the one beside or below it.
bool neighbours_exchanged(Block& table, Random& random) {
    const std::vector<Place> places = figures_of(table);
    if (places.empty()) return false;
    const Place at = places[any_of(random, places.size())];
    const bool beside = random.one_in(2);
    const Place other{beside ? at.row : at.row + 1, beside ? at.cell + 1 : at.cell};
    if (other.row >= table.rows.size() || other.cell >= table.rows[other.row].size()) return false;
    Cell& one = table.rows[at.row][at.cell];
    Cell& two = table.rows[other.row][other.cell];
    if (!is_figure(two)) return false;
    std::swap(one.text, two.text);
    return true;
}

bool figure_lost(Block& table, Random& random) {
    const std::vector<Place> places = figures_of(table);
    if (places.size() < 3) return false;
    const Place at = places[any_of(random, places.size())];
    table.rows[at.row][at.cell].text.clear();
    return true;
}

/// The figures of a row stand one column too far to the left or to the right.
bool figures_shifted(Block& table, Random& random) {
    const std::vector<Place> places = figures_of(table);
    if (places.empty()) return false;
    std::vector<Cell>& row = table.rows[places[any_of(random, places.size())].row];
    for (std::size_t c = 0; c + 1 < row.size(); ++c)
        if ((row[c].text.empty() && is_figure(row[c + 1])) ||
            (is_figure(row[c]) && row[c + 1].text.empty())) {
            std::swap(row[c].text, row[c + 1].text);
            return true;
        }
    return false;
}

constexpr std::array list = {
    Misreading{"row lost", row_lost},
    Misreading{"page lost", page_lost},
    Misreading{"captions exchanged", captions_exchanged},
    Misreading{"caption unknown", caption_unknown},
    Misreading{"labels shifted", labels_shifted},
    Misreading{"sister form", sister_form},
    Misreading{"neighbours exchanged", neighbours_exchanged},
    Misreading{"figure lost", figure_lost},
    Misreading{"figures shifted", figures_shifted},
};

} // namespace

std::span<const Misreading> misreadings() { return list; }

bool misread(Told& told, const Misreading& misreading, Random& random) {
    std::vector<Block*> tables;
    for (Block& block : told.blocks)
        if (!block.rows.empty()) tables.push_back(&block);
    if (tables.empty()) return false;
    constexpr int most_tries = 12;
    for (int tries = 0; tries < most_tries; ++tries)
        if (misreading.done(*tables[any_of(random, tables.size())], random)) return true;
    return false;
}

} // namespace tieout::test::every_form
