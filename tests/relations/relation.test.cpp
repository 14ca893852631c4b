// SPDX-License-Identifier: MIT
#include "notation.hpp"

#include <tieout/numbers/literals.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace tieout;
using namespace tieout::literals;
using notation::Document;

namespace {

/// "total 1·10 part -1·4": roles, coefficients and the statements chosen.
std::string layout(const Relations& relations, std::size_t index) {
    std::string text(name_of(relations.all()[index].kind));
    for (const Operand& operand : relations.operands(relations.all()[index]))
        text += " " + std::string(name_of(operand.role)) + " " + to_string(operand.coefficient) + "·" +
                to_string(operand.figure->value);
    return text;
}

std::string layout(std::string_view line) { return layout(Document(line).relations, 0); }

} // namespace

// "there are only two kinds of it underneath: a linear form of figures compared with a constant, and a quotient of two
// linear forms compared with a figure" (design, section 1)
TEST_CASE("the words for relations are laid out as forms and quotients") {
    CHECK(layout("sum 10 = 4 + 2*3") == "sum total 1·10 part -1·4 part -2·3");
    CHECK(layout("sum 10 = 14 - 4") == "sum total 1·10 part -1·14 part 1·4");
    CHECK(layout("equal 5 6") == "equal member 1·5 member 1·6");
    CHECK(layout("equal [5|6] 7") == "equal member 1·5 member 1·6 member 1·7");
    CHECK(layout("at_most 3 + 2*4 <= 5") == "at_most lesser 1·3 lesser 2·4 greater -1·5");
    CHECK(layout("linear 10 - 0.6*17 >= 0") == "linear term 1·10 term -0.6·17");
    CHECK(layout("ratio 50% = 1 - 2 / 3") ==
          "ratio quotient 1·50 numerator 1·1 numerator -1·2 denominator 1·3");
    CHECK(layout("share 25% = 1 / 1 + 3") ==
          "share quotient 1·25 numerator 1·1 denominator 1·1 denominator 1·3");
    CHECK(layout("growth 20% : 100 => 120") ==
          "growth quotient 1·20 numerator 1·120 numerator -1·100 denominator 1·100");
    CHECK(layout("product 6 = 2 x 3") == "product product 1·6 factor 1·2 factor 1·3");
    CHECK(layout("present 5 6") == "present demanded 1·5 demanded 1·6");
    CHECK(layout("absent 5") == "absent demanded 1·5");
    CHECK(layout("unit 5") == "unit demanded 1·5");
}

TEST_CASE("a relation carries what was said of it") {
    Relations relations;
    const Stated total(10_wan);
    const Stated part(10_wan);
    relations.origin(
        {.code = "T01", .severity = Severity::warning, .id = "r1", .demand = "demand", .approximate = true});
    relations.sum(total, {part}, true);
    relations.origin({.code = "T02"});
    relations.growth(total, Term(part), Term(part));
    const Relation& first = relations.all()[0];
    CHECK(first.code == "T01");
    CHECK(first.severity == Severity::warning);
    CHECK(first.id == "r1");
    CHECK(first.demand == "demand");
    CHECK(first.approximate);
    CHECK(first.open_list);
    CHECK_FALSE(first.positive_base);
    const Relation& second = relations.all()[1];
    CHECK(second.code == "T02");
    CHECK(second.id.empty());
    CHECK(second.severity == Severity::error);
    CHECK_FALSE(second.open_list);
    CHECK(second.positive_base);
    relations.clear();
    CHECK(relations.size() == 0);
    relations.sum(total, {part});
    CHECK(relations.all()[0].code.empty());
    CHECK(layout(relations, 0) == "sum total 1·10 part -1·10");
}

// "a constant with the unit of the terms unless it says otherwise" (design, section 7.3)
TEST_CASE("a constant without a unit has that of the terms") {
    CHECK(Document("linear 10万元 >= 5").relations.all()[0].constant_unit == unit::wan_yuan);
    CHECK(Document("linear 10万元 >= 5元").relations.all()[0].constant_unit == unit::yuan);
    CHECK(Document("linear 10 >= 5").relations.all()[0].constant_unit == unit::plain);
}

TEST_CASE("readings of one statement share a number that no other relation has") {
    Document document;
    document.state("sum 1 = 1");
    document.state("closed sum 1 = 1 || sum 2 = 2");
    document.state("sum 3 = 3");
    document.state("open sum 1 = 1 || sum 2 = 2");
    document.state("sum 4 = 4");
    const auto all = document.relations.all();
    REQUIRE(all.size() == 7);
    CHECK(all[0].choice == 0);
    CHECK(all[1].choice != 0);
    CHECK(all[1].choice == all[2].choice);
    CHECK(all[3].choice == 0);
    CHECK(all[4].choice == all[5].choice);
    CHECK(all[4].choice != all[1].choice);
    CHECK(all[1].closed_choice);
    CHECK_FALSE(all[4].closed_choice);
    CHECK(all[6].choice == 0);
    CHECK(all[6].closed_choice);
}

// "Other relations use the statement from their own table or sentence, else the most precise" (design, section 4)
TEST_CASE("a relation is read once in every table that states two of its figures, else once") {
    SUBCASE("the table decides") {
        Document document("sum [10@t|12.0@u] = 4@t + 6@t");
        REQUIRE(document.relations.size() == 1);
        CHECK(layout(document.relations, 0) == "sum total 1·10 part -1·4 part -1·6");
    }
    SUBCASE("no table states two of them") {
        Document document("sum [10@t|12.0@u] = 4@v + 6@w");
        REQUIRE(document.relations.size() == 1);
        CHECK(layout(document.relations, 0) == "sum total 1·12.0 part -1·4 part -1·6");
    }
    SUBCASE("two tables state all of them") {
        Document document("sum [10@t|20@u] = [4@t|15@u] + [6@t|5@u]");
        REQUIRE(document.relations.size() == 2);
        CHECK(layout(document.relations, 0) == "sum total 1·10 part -1·4 part -1·6");
        CHECK(layout(document.relations, 1) == "sum total 1·20 part -1·15 part -1·5");
        CHECK(document.relations.all()[1].reading == 1);
    }
    SUBCASE("two tables state the same") {
        CHECK(Document("sum [10@t|10@u] = [4@t|4@u] + [6@t|6@u]").relations.size() == 1);
        CHECK(Document("sum [10@t|10@u] = [4@t|4.0@u] + [6@t|6@u]").relations.size() == 2);
    }
    SUBCASE("a figure that fills two slots counts once") {
        Document document("growth 20% : [100@t|110@u] => [120@v|132@w]");
        REQUIRE(document.relations.size() == 1);
        CHECK(layout(document.relations, 0) ==
              "growth quotient 1·20 numerator 1·120 numerator -1·100 denominator 1·100");
    }
    SUBCASE("what a table does not state comes from elsewhere, with every statement of it") {
        Document document("sum [10@t|20@u] = 4@t + [6@v|7.0@w]");
        REQUIRE(document.relations.size() == 1);
        CHECK(layout(document.relations, 0) == "sum total 1·10 part -1·4 part -1·7.0");
        const auto operands = document.relations.operands(document.relations.all()[0]);
        CHECK(operands[0].statements.size() == 1);
        CHECK(operands[2].statements.size() == 2);
    }
    SUBCASE("what a table states twice has both statements, the more precise first") {
        Document document("sum [10@t|10.1@t|20@u] = 4@t + 6@t");
        REQUIRE(document.relations.size() == 1);
        CHECK(layout(document.relations, 0) == "sum total 1·10.1 part -1·4 part -1·6");
        CHECK(document.relations.operands(document.relations.all()[0])[0].statements.size() == 2);
    }
    SUBCASE("a table may state a figure twice with others between") {
        Document document("sum [10@t|20@u|10.1@t] = 4@t + 6@t");
        REQUIRE(document.relations.size() == 1);
        CHECK(layout(document.relations, 0) == "sum total 1·10.1 part -1·4 part -1·6");
        CHECK(document.relations.operands(document.relations.all()[0])[0].statements.size() == 1);
    }
    SUBCASE("presence asks all statements at once") {
        Document document("present [_@t|5@u] [_@t|6@u]");
        REQUIRE(document.relations.size() == 1);
        CHECK(document.relations.operands(document.relations.all()[0])[0].statements.size() == 2);
    }
}

TEST_CASE("kinds, roles and severities have names of their own") {
    std::set<std::string_view> names;
    for (int kind = 0; kind <= static_cast<int>(Kind::unit); ++kind)
        names.insert(name_of(static_cast<Kind>(kind)));
    CHECK(names.size() == 12);
    names.clear();
    for (int role = 0; role <= static_cast<int>(Role::demanded); ++role)
        names.insert(name_of(static_cast<Role>(role)));
    CHECK(names.size() == 13);
    CHECK(name_of(Severity::error) == "error");
    CHECK(name_of(Severity::warning) == "warning");
}
