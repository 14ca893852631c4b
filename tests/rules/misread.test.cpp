// SPDX-License-Identifier: MIT
// What is broken in a table may be how the table was read: then it is doubted.
#include <tieout/rules/report.hpp>

#include "../write/golden.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using namespace tieout;

namespace {

/// A table of numbers with the laws that its rows and columns obey.
class Grid {
  public:
    explicit Grid(std::vector<std::vector<int>> cells) : cells_(std::move(cells)) {}

    /// row: the first column is the sum of the others.
    Grid& rows(std::size_t first, std::size_t last) {
        for (std::size_t r = first; r <= last; ++r) {
            std::vector<std::string> parts;
            for (std::size_t c = 2; c <= cells_.front().size(); ++c) parts.push_back(id(r, c));
            sum("row" + std::to_string(r), id(r, 1), parts);
        }
        return *this;
    }
    /// column: the first row is the sum of the others.
    Grid& columns() {
        for (std::size_t c = 1; c <= cells_.front().size(); ++c) {
            std::vector<std::string> parts;
            for (std::size_t r = 2; r <= cells_.size(); ++r) parts.push_back(id(r, c));
            sum("column" + std::to_string(c), id(1, c), parts);
        }
        return *this;
    }
    Grid& all() { return rows(1, cells_.size()).columns(); }
    Grid& with(std::string relation) {
        relations_ += (relations_.empty() ? "" : ",") + std::move(relation);
        return *this;
    }

    [[nodiscard]] std::string json(bool cells = true, std::string_view certified = {}) const {
        std::string figures;
        for (std::size_t r = 1; r <= cells_.size(); ++r)
            for (std::size_t c = 1; c <= cells_.front().size(); ++c) {
                figures += (figures.empty() ? "\"" : ",\"") + id(r, c) + R"(":{"value":")" +
                           std::to_string(cells_[r - 1][c - 1]) + R"(.00","context":"table 1")";
                if (cells) figures += R"(,"cell":")" + id(r, c) + "\"";
                figures += "}";
            }
        std::string text = R"({"filing":1,"rounding":"nearest","figures":{)" + figures +
                           R"(},"relations":[)" + relations_ + "]";
        if (!certified.empty())
            text += R"(,"tables":[{"id":"table 1","certified":)" + std::string(certified) + "}]";
        return text + "}";
    }

  private:
    static std::string id(std::size_t row, std::size_t column) {
        return std::string(1, static_cast<char>('A' + column - 1)) + std::to_string(row);
    }
    void sum(const std::string& name, const std::string& total, const std::vector<std::string>& parts) {
        std::string list;
        for (const std::string& part : parts) list += (list.empty() ? "\"" : ",\"") + part + "\"";
        with(R"({"id":")" + name + R"(","kind":"sum","total":")" + total + R"(","parts":[)" + list + "]}");
    }

    std::vector<std::vector<int>> cells_;
    std::string relations_;
};

struct Found {
    std::string broken{};
    std::string doubted{};
};
Found found_in(const std::string& json) {
    CAPTURE(json);
    const Filing filing = test::filing_of(json);
    const Report report = check(filing);
    const Names names(report);
    Found found;
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        std::string* const list = check.outcome == Outcome::broken ? &found.broken
                                  : is_doubted(check)              ? &found.doubted
                                                                   : nullptr;
        if (list != nullptr) *list += (list->empty() ? "" : " ") + names.id(i);
    }
    return found;
}

/// Total, basic and project; the body and three of its units.
const std::vector<std::vector<int>> right{{600, 330, 270}, {100, 50, 50}, {200, 110, 90}, {300, 170, 130}};

std::vector<std::vector<int>> with_cell(std::vector<std::vector<int>> cells, std::size_t row,
                                        std::size_t column, int value) {
    cells[row - 1][column - 1] = value;
    return cells;
}

} // namespace

TEST_CASE("a table in which all adds up is neither broken nor doubted") {
    const Found found = found_in(Grid(right).all().json());
    CHECK(found.broken.empty());
    CHECK(found.doubted.empty());
}

TEST_CASE("one number that, set right, mends both its row and its column is a misprint") {
    const Found found = found_in(Grid(with_cell(right, 3, 2, 101)).all().json());
    CHECK(found.broken == "row3 column2");
    CHECK(found.doubted.empty());
}

TEST_CASE("a sum that no number mends without breaking another is doubted") {
    // A row was lost: the columns fail, and every number of theirs stands in a row that holds.
    const std::vector<std::vector<int>> lost{{600, 330, 270}, {100, 50, 50}, {200, 110, 90}};
    const Grid grid = Grid(lost).all();
    CHECK(found_in(grid.json()).doubted == "column1 column2 column3");
    CHECK(found_in(grid.json()).broken.empty());
    // Declared figures are meant as they stand.
    CHECK(found_in(grid.json(false)).broken == "column1 column2 column3");
}

TEST_CASE("a total that stands in no other sum can be what is wrong") {
    const std::vector<std::vector<int>> one{{700, 330, 270}, {100, 50, 50}, {200, 110, 90}, {300, 170, 130}};
    CHECK(found_in(Grid(one).columns().json()).broken == "column1");
}

TEST_CASE("in a certified table it is enough that more is mended than broken") {
    // 101 for 110 fails in row, column and a third sum; a fourth holds with it by chance.
    Grid grid(with_cell(right, 3, 2, 101));
    grid.all()
        .with(R"({"id":"third","kind":"sum","total":"B1","parts":["B2","B3","B4"]})")
        .with(R"({"id":"chance","kind":"linear","terms":["B3"],"at_most":{"value":"105"}})")
        .with(R"({"id":"more","kind":"linear","terms":["A3"],"equals":{"value":"200"}})")
        .with(R"({"id":"most","kind":"linear","terms":["C3"],"equals":{"value":"90"}})")
        .with(R"({"id":"basic","kind":"linear","terms":["B1"],"equals":{"value":"330"}})");
    CHECK(found_in(grid.json()).doubted == "row3 column2 third");
    CHECK(found_in(grid.json(true, "false")).doubted == "row3 column2 third");
    CHECK(found_in(grid.json(true, "true")).broken == "row3 column2 third");
}

TEST_CASE("two numbers of a row that stand in each other's place may have been exchanged in reading") {
    const std::vector<std::vector<int>> exchanged{
        {600, 330, 270}, {100, 50, 50}, {200, 90, 110}, {300, 170, 130}};
    const Found found = found_in(Grid(exchanged).all().json());
    CHECK(found.broken.empty());
    CHECK(found.doubted == "column2 column3");
}

TEST_CASE("two numbers of a column that stand in each other's place may have been exchanged in reading") {
    const std::vector<std::vector<int>> exchanged{
        {600, 330, 270}, {100, 110, 50}, {200, 50, 90}, {300, 170, 130}};
    const Found found = found_in(Grid(exchanged).all().json());
    CHECK(found.broken.empty());
    CHECK(found.doubted == "row2 row3");
}

TEST_CASE("a number that is wanted and stands elsewhere undisputed is no sign of a misreading") {
    // 50 for 110: 110 stands in no other place, and 50 does, in a row that holds.
    const Found found = found_in(Grid(with_cell(right, 3, 2, 50)).all().json());
    CHECK(found.broken == "row3 column2");
}

TEST_CASE("more than two, and more than a third of the rows failing alike is a column that was misread") {
    const auto failing = [](std::size_t count) {
        std::vector<std::vector<int>> cells;
        for (int r = 0; r < 9; ++r)
            cells.push_back({100 + r + (static_cast<std::size_t>(r) < count ? 7 : 0), 60, 40 + r});
        return found_in(Grid(cells).rows(1, cells.size()).json());
    };
    CHECK(failing(2).broken == "row1 row2");
    CHECK(failing(3).broken == "row1 row2 row3"); // a third, and no more
    CHECK(failing(4).doubted == "row1 row2 row3 row4");
    CHECK(failing(4).broken.empty());
}

TEST_CASE("two rows failing are no pattern, however few there are") {
    const std::vector<std::vector<int>> cells{{107, 60, 40}, {110, 60, 41}, {102, 60, 42}};
    CHECK(found_in(Grid(cells).rows(1, 3).json()).broken == "row1 row2");
}

TEST_CASE("what an uncertified table lacks may have been lost in reading") {
    const auto missing = [](std::string_view certified) {
        return found_in(
            R"({"filing":1,"three_public":{"executed":{"value":"","context":"table 1","cell":"B2"},"reception":{
            "executed":{"value":"8.8","context":"table 1","cell":"C2"}}},"tables":[{"id":"table 1","certified":)" +
            std::string(certified) + "}]}");
    };
    CHECK(missing("true").broken == "T81@/three_public/executed");
    CHECK(missing("false").doubted == "T81@/three_public/executed");
}

TEST_CASE("many broken sums of one large table take time in proportion to it, up to a bound") {
    std::vector<std::vector<int>> cells;
    for (int r = 0; r < 2000; ++r) cells.push_back({3 * r + (r % 7 == 0 ? 1 : 0), r, 2 * r});
    CHECK_FALSE(found_in(Grid(cells).rows(1, cells.size()).json()).broken.empty());
    // No column makes its first row either; then nothing can be told.
    CHECK_FALSE(found_in(Grid(cells).all().json()).doubted.empty());
}
