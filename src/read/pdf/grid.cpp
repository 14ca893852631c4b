// SPDX-License-Identifier: MIT
#include "read/pdf/grid.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace tieout::detail {

namespace {

/// Lines this close are one line; and within one table, where no text has room between them.
constexpr Fixed same_line = thousandths(1'600);
constexpr Fixed no_room = thousandths(3'600);
/// Gaps in a line that is drawn piece by piece, and between lines that touch.
constexpr Fixed small_gap = thousandths(3'000);
constexpr Fixed shortest_line = thousandths(4'000);
/// How far a line may end before the border that it goes up to.
constexpr Fixed nearly_there = thousandths(4'000);
/// A line that goes on behind the last border across it ends at a border that was not drawn.
constexpr Fixed open_side = thousandths(8'000);
/// Crossings of lines of a page, and boxes of a table, that are looked at.
constexpr std::size_t most_crossings = 4'000'000;
constexpr std::size_t most_boxes = 400'000;

struct Piece {
    Fixed at = 0;
    Fixed from = 0;
    Fixed to = 0;
};

/// Sets of numbers that are joined one by one.
class Sets {
  public:
    explicit Sets(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }
    std::size_t of(std::size_t i) noexcept {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t i, std::size_t k) noexcept {
        const std::size_t a = of(i), b = of(k);
        // The smallest stands for all, so that the order stays.
        parent_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::size_t> parent_;
};

/// Puts all values on the mean of those that are close to each other; `values` is sorted.
std::vector<Fixed> snapped(const std::vector<Fixed>& values, Fixed gap) {
    std::vector<Fixed> means;
    for (std::size_t begin = 0; begin < values.size();) {
        std::size_t end = begin;
        Fixed sum = 0;
        // A hatching does not become one line.
        while (end < values.size() && (end == begin || values[end] - values[end - 1] <= gap) &&
               values[end] - values[begin] <= 3 * gap)
            sum += values[end++] - values[begin];
        means.push_back(values[begin] + sum / static_cast<Fixed>(end - begin));
        begin = end;
    }
    return means;
}

Fixed nearest(const std::vector<Fixed>& sorted, Fixed value) noexcept {
    const auto behind = std::lower_bound(sorted.begin(), sorted.end(), value);
    if (behind == sorted.begin()) return sorted.front();
    if (behind == sorted.end()) return sorted.back();
    return *behind - value < value - *(behind - 1) ? *behind : *(behind - 1);
}

/// The lines of one direction, whole again.
std::vector<Piece> lines_of(std::span<const RulingLine> rules, bool horizontal) {
    std::vector<Fixed> places;
    for (const RulingLine& rule : rules)
        if (rule.horizontal == horizontal) places.push_back(rule.at);
    if (places.empty()) return {};
    std::sort(places.begin(), places.end());
    places = snapped(places, same_line);
    std::vector<Piece> pieces;
    for (const RulingLine& rule : rules)
        if (rule.horizontal == horizontal) pieces.push_back({nearest(places, rule.at), rule.from, rule.to});
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
        return std::pair(a.at, a.from) < std::pair(b.at, b.from);
    });
    std::vector<Piece> lines;
    for (const Piece& piece : pieces) {
        if (!lines.empty() && lines.back().at == piece.at && piece.from <= lines.back().to + small_gap)
            lines.back().to = std::max(lines.back().to, piece.to);
        else
            lines.push_back(piece);
    }
    std::erase_if(lines, [](const Piece& line) { return line.to - line.from < shortest_line; });
    return lines;
}

/// Where the lines across stand, with the ends of the others where no line was drawn along a side.
std::vector<Fixed> borders_of(const std::vector<Piece>& across, const std::vector<Piece>& along) {
    std::vector<Fixed> borders;
    for (const Piece& line : across) borders.push_back(line.at);
    std::sort(borders.begin(), borders.end());
    borders = snapped(borders, no_room);
    std::vector<Fixed> begins, ends;
    for (const Piece& line : along) {
        begins.push_back(line.from);
        ends.push_back(line.to);
    }
    std::sort(begins.begin(), begins.end());
    std::sort(ends.begin(), ends.end());
    // One line that sticks out makes no column.
    const Fixed begin = begins[begins.size() / 2], end = ends[ends.size() / 2];
    if (begin < borders.front() - open_side) borders.insert(borders.begin(), begin);
    if (end > borders.back() + open_side) borders.push_back(end);
    return borders;
}

/// Marks the borders between boxes that the lines of one direction draw. A line at `places[k]` parts boxes k − 1 and k.
void mark(const std::vector<Piece>& lines, const std::vector<Fixed>& places, const std::vector<Fixed>& across,
          std::vector<bool>& drawn) {
    const std::size_t boxes = across.size() - 1;
    for (const Piece& line : lines) {
        const Fixed place = nearest(places, line.at);
        const auto k =
            static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), place) - places.begin());
        for (std::size_t i = 0; i < boxes; ++i)
            if (line.from - nearly_there <= across[i] && across[i + 1] <= line.to + nearly_there)
                drawn[k * boxes + i] = true;
    }
}

std::optional<RuledGrid> grid_of(const std::vector<Piece>& horizontal, const std::vector<Piece>& vertical,
                                 bool& too_much) {
    if (horizontal.size() < 2 || vertical.empty() || horizontal.size() + vertical.size() < 4)
        return std::nullopt;
    RuledGrid grid;
    grid.xs = borders_of(vertical, horizontal);
    grid.ys = borders_of(horizontal, vertical);
    if (grid.xs.size() < 2 || grid.ys.size() < 2) return std::nullopt;
    const std::size_t rows = grid.rows(), columns = grid.columns();
    if (rows * columns > most_boxes) {
        too_much = true;
        return std::nullopt;
    }
    std::vector<bool> above((rows + 1) * columns), before((columns + 1) * rows);
    mark(horizontal, grid.ys, grid.xs, above);
    mark(vertical, grid.xs, grid.ys, before);
    Sets sets(rows * columns);
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c) {
            const std::size_t box = r * columns + c;
            if (c > 0 && !before[c * rows + r]) sets.join(box - 1, box);
            if (r > 0 && !above[r * columns + c]) sets.join(box - columns, box);
        }
    // The extent of each set, and how many boxes it has.
    struct Extent {
        std::size_t first_row = 0, last_row = 0, first_column = 0, last_column = 0, boxes = 0;
    };
    std::vector<Extent> extents(rows * columns);
    for (std::size_t box = 0; box < rows * columns; ++box) {
        Extent& extent = extents[sets.of(box)];
        const std::size_t r = box / columns, c = box % columns;
        if (extent.boxes++ == 0) extent = {r, r, c, c, 1};
        extent.last_row = r;
        extent.first_column = std::min(extent.first_column, c);
        extent.last_column = std::max(extent.last_column, c);
    }
    grid.cell_of_box.resize(rows * columns);
    for (std::size_t box = 0; box < rows * columns; ++box) {
        const std::size_t set = sets.of(box);
        const Extent& extent = extents[set];
        const std::size_t r = box / columns, c = box % columns;
        const std::size_t height = extent.last_row - extent.first_row + 1;
        const std::size_t width = extent.last_column - extent.first_column + 1;
        const bool rectangle = extent.boxes == height * width;
        grid.rectangles = grid.rectangles && rectangle;
        if (rectangle && box != set) {
            grid.cell_of_box[box] = grid.cell_of_box[set];
            continue;
        }
        grid.cell_of_box[box] = static_cast<std::uint32_t>(grid.cells.size());
        GridCell& cell = grid.cells.emplace_back();
        cell.row = static_cast<std::uint32_t>(r);
        cell.column = static_cast<std::uint32_t>(c);
        if (!rectangle) continue;
        cell.rows = static_cast<std::uint32_t>(height);
        cell.columns = static_cast<std::uint32_t>(width);
    }
    return grid;
}

std::uint32_t interval_at(const std::vector<Fixed>& borders, Fixed value) noexcept {
    const auto behind = std::upper_bound(borders.begin() + 1, borders.end() - 1, value);
    return static_cast<std::uint32_t>(behind - borders.begin() - 1);
}

} // namespace

std::uint32_t RuledGrid::row_at(Fixed y) const noexcept { return interval_at(ys, y); }
std::uint32_t RuledGrid::column_at(Fixed x) const noexcept { return interval_at(xs, x); }

std::vector<RuledGrid> grids_of(std::span<const RulingLine> rules, bool& too_much) {
    const std::vector<Piece> horizontal = lines_of(rules, true), vertical = lines_of(rules, false);
    if (horizontal.size() * vertical.size() > most_crossings) {
        too_much = true;
        return {};
    }
    Sets sets(horizontal.size() + vertical.size());
    for (std::size_t i = 0; i < horizontal.size(); ++i) {
        const Piece& h = horizontal[i];
        for (std::size_t k = 0; k < vertical.size(); ++k) {
            const Piece& v = vertical[k];
            if (h.from - small_gap <= v.at && v.at <= h.to + small_gap && v.from - small_gap <= h.at &&
                h.at <= v.to + small_gap)
                sets.join(i, horizontal.size() + k);
        }
    }
    std::map<std::size_t, std::pair<std::vector<Piece>, std::vector<Piece>>> tables;
    for (std::size_t i = 0; i < horizontal.size(); ++i) tables[sets.of(i)].first.push_back(horizontal[i]);
    for (std::size_t k = 0; k < vertical.size(); ++k)
        tables[sets.of(horizontal.size() + k)].second.push_back(vertical[k]);
    std::vector<RuledGrid> grids;
    for (const auto& [first, lines] : tables)
        if (std::optional<RuledGrid> grid = grid_of(lines.first, lines.second, too_much);
            grid && grid->cells.size() >= 2)
            grids.push_back(std::move(*grid));
    std::stable_sort(grids.begin(), grids.end(),
                     [](const RuledGrid& a, const RuledGrid& b) { return a.ys.front() < b.ys.front(); });
    return grids;
}

} // namespace tieout::detail
