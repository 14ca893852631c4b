// SPDX-License-Identifier: MIT
#include "../write/golden.hpp"

#include <tieout/read/json.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/rules/rule.hpp>
#include <tieout/stream/shapes.hpp>
#include <tieout/write/json.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <ostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tieout;

/// What is counted of a document, without what Shapes does not count.
struct Counts {
    std::size_t exact = 0;
    std::size_t rounding = 0;
    std::size_t broken = 0;
    std::size_t warnings = 0;
    std::size_t undecided = 0;
    std::size_t doubted = 0;

    Counts() = default;
    explicit Counts(const Summary& summary)
        : exact(summary.exact), rounding(summary.rounding), broken(summary.broken),
          warnings(summary.warnings), undecided(summary.undecided), doubted(summary.doubted) {}
    friend bool operator==(const Counts&, const Counts&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Counts& c) {
        return out << c.exact << " exact, " << c.rounding << " rounding, " << c.broken << " broken, "
                   << c.warnings << " warnings, " << c.undecided << " undecided, " << c.doubted << " doubted";
    }
};

/// Read and checked in full; nothing if something was not understood.
std::optional<Counts> in_full(const std::string& json, const CheckOptions& options) {
    const Document document = read_filing(json, "test");
    if (!document.filing || !document.problems.empty()) return std::nullopt;
    return Counts(check(*document.filing, options).outcomes());
}

/// All that is told of a report.
std::string told(const ReportView& report) {
    return report_json({"test", ""}, report, Names(report), {}, Language::en, JsonLayout::indented, true);
}

/// The same of a filing that is read and checked in full.
std::string told_in_full(const std::string& json, const CheckOptions& options) {
    const Document document = read_filing(json, "test");
    return told(check(*document.filing, options));
}

struct Token {
    std::size_t offset;
    std::size_t length;
};

/// The numbers of a text, in strings too: nothing else in the texts of this test looks like one.
std::vector<Token> numbers_of(const std::string& json) {
    std::vector<Token> tokens;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (!is_digit(json[at]) && json[at] != '-') continue;
        std::size_t end = at + 1;
        while (end < json.size() && (is_digit(json[end]) || json[end] == '.')) ++end;
        const char before = json[at - 1];
        if ((before == ':' || before == '"' || before == ',' || before == '[') && is_digit(json[end - 1]))
            tokens.push_back({at, end - at});
        at = end;
    }
    return tokens;
}

std::string replaced(const std::string& json, const Token& token, const std::string& by) {
    std::string text = json;
    return text.replace(token.offset, token.length, by);
}

/// Numbers that could as well stand there.
std::vector<std::string> others(const std::string& number) {
    std::vector<std::string> result{"0",
                                    "0.00",
                                    "1",
                                    "-1",
                                    "7.5",
                                    "100",
                                    "123456.78",
                                    "-0.01",
                                    "3.1415926",
                                    "999999999999999999",
                                    "0.00000000000000001"};
    std::string next = number;
    next.back() = next.back() == '9' ? '8' : static_cast<char>(next.back() + 1);
    result.push_back(next);
    result.push_back(number + (number.find('.') == number.npos ? ".0" : "0"));
    result.push_back('9' + (number.front() == '-' ? number.substr(1) : number));
    return result;
}

/// The examples of all rules.
std::vector<std::string> small_filings() {
    std::vector<std::string> all;
    for (const Rule& rule : rules())
        for (const std::string_view example :
             {rule.passing, rule.failing, rule.counter_examples[0], rule.counter_examples[1]})
            if (!example.empty()) all.emplace_back(example);
    // Where how a number is printed, or that it is zero, decides what is stated at all.
    for (const std::string_view example :
         {R"({"filing":1,"income":{"executed":10.00,"opening":2.00},"total_income":{"executed":12.0},)"
          R"("expenditure":{"executed":12.04}})",
          R"({"filing":1,"items":[{"prior":"5辆","executed":"6辆","growth":[{"stated":"20%"}]}]})",
          R"({"filing":1,"expenditure":{"executed":[30.0,"30.02",30.02],"basic":{"executed":10.02},)"
          R"("project":{"executed":20.00}}})"})
        all.emplace_back(example);
    return all;
}

/// The same filing, with every amount under a phase open as to what it is of.
std::string opened(std::string text) {
    for (const Phase phase : phases) {
        const std::string key = "\"" + std::string(name_of(phase)) + "\":\"";
        for (std::size_t at = 0; (at = text.find(key, at)) != text.npos; at += key.size()) {
            const std::size_t value = at + key.size() - 1;
            const std::size_t end = text.find('"', value + 1) + 1;
            text.insert(end, R"(,"evidence":"open"})");
            text.insert(value, R"({"value":)");
        }
    }
    return text;
}

/// Filings of published reports.
std::vector<std::string> whole_filings() {
    std::vector<std::string> all;
    for (const std::string_view name :
         {"furong-2020", "kaiyuan-2022", "lishi-2020", "liuyang-2020", "yiyang-2022"})
        all.push_back(test::file_text(test::project_path("examples/filings/" + std::string(name) + ".json")));
    return all;
}

const std::vector<CheckOptions>& ways() {
    static const std::vector<CheckOptions> all{
        {},
        {.rounding = Printing::half_up},
        {.rounding = Printing::truncated},
        {.scale = ScaleReading::common},
    };
    return all;
}

/// Texts of one shape, told in both ways and in full.
class Compared {
  public:
    Compared(const std::string& first, const CheckOptions& options)
        : options_(options), all_(options), holding_(options, Shapes::Broken::left_out) {
        // The first of a shape is learnt.
        (void)all_.outcomes(first);
        (void)holding_.outcomes(first);
    }

    void compare(const std::string& text) {
        CAPTURE(text);
        ++count_;
        const auto expected = in_full(text, options_);
        const std::size_t taken = all_.taken();
        const auto counted = all_.outcomes(text);
        // Where the forms change, it begins to count anew.
        if (all_.taken() > taken) ++known_;
        const auto holds = holding_.outcomes(text);
        // What cannot be understood is never counted.
        if (!expected) {
            CHECK_FALSE(counted);
            CHECK_FALSE(holds);
            return;
        }
        if (counted) CHECK(Counts(*counted) == *expected);
        if (holds) CHECK(Counts(*holds) == *expected);
        const ReportView* const report = holds ? nullptr : holding_.report();
        if (report == nullptr) return;
        ++reports_;
        CHECK(told(*report) == told_in_full(text, options_));
    }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t known() const { return known_; }
    [[nodiscard]] std::size_t reports() const { return reports_; }

  private:
    CheckOptions options_;
    Shapes all_;
    Shapes holding_;
    std::size_t count_ = 0;
    std::size_t known_ = 0;
    std::size_t reports_ = 0;
};

} // namespace

TEST_CASE("a filing known by its shape has the outcomes that it has when it is read and checked in full") {
    std::size_t compared = 0;
    std::size_t known = 0;
    std::size_t reports = 0;
    for (const CheckOptions& options : ways())
        for (const std::string& base : small_filings()) {
            Compared both(base, options);
            for (const Token& token : numbers_of(base))
                for (const std::string& other : others(base.substr(token.offset, token.length)))
                    both.compare(replaced(base, token, other));
            compared += both.count();
            known += both.known();
            reports += both.reports();
        }
    MESSAGE(compared, " filings compared, ", known, " of them known by their shape, ", reports,
            " reported by it");
    CHECK(known * 2 > compared);
    CHECK(reports * 10 > compared);
}

TEST_CASE("what is open in a filing is doubted by its shape as it is in full") {
    std::size_t compared = 0;
    std::size_t known = 0;
    for (const Rule& rule : rules())
        for (const std::string_view example : {rule.passing, rule.failing}) {
            const std::string base = opened(std::string(example));
            if (base == example) continue;
            Compared both(base, {});
            for (const Token& token : numbers_of(base))
                for (const std::string& other : others(base.substr(token.offset, token.length)))
                    both.compare(replaced(base, token, other));
            compared += both.count();
            known += both.known();
        }
    CHECK(known * 2 > compared);
}

TEST_CASE("statements that are open, and figures of some fund or of a table, are known by their shape") {
    const auto filing = [](std::string_view a, std::string_view b, std::string_view total,
                           std::string_view rate) {
        const auto figure = [](std::string_view id, std::string_view value, std::string_view cell) {
            return '"' + std::string(id) + R"(":{"value":")" + std::string(value) +
                   R"(","unit":"万元","context":"table 1","cell":")" + std::string(cell) +
                   R"(","of":{"flow":"expenditure","fund":"general","period":"2022"}})";
        };
        return R"({"filing":1,"figures":{)" + figure("a", a, "B2") + "," + figure("b", b, "B3") + "," +
               figure("t", total, "B4") + R"(,"r":{"value":")" + std::string(rate) + R"(","unit":"%"}},)" +
               R"("relations":[{"id":"sum","kind":"sum","total":"t","parts":["a","b"]},)" +
               R"({"id":"half","any_of":[{"kind":"share","share":"r","part":"a","whole":"t"},)" +
               R"({"kind":"share","share":"r","part":"b","whole":"t","evidence":"open"}]},)" +
               R"({"id":"less","kind":"at_most","lesser":"a","greater":"b","evidence":"open"}],)" +
               R"("tables":[{"id":"table 1","title":"甲表","certified":true}]})";
    };
    Compared both(filing("10.00", "20.00", "30.00", "33.33"), {});
    for (const std::string_view a : {"10.00", "10.01", "20.00", "20", "0"})
        for (const std::string_view b : {"20.00", "20.01", "9.99"})
            for (const std::string_view total : {"30.00", "30.01", "40.00"})
                for (const std::string_view rate : {"33.33", "66.67", "12"})
                    both.compare(filing(a, b, total, rate));
    CHECK(both.known() == both.count());
    CHECK(both.reports() * 2 > both.count());
}

TEST_CASE("another evidence, another fund and another cell make another shape") {
    const auto filing = [](std::string_view more) {
        return R"({"filing":1,"figures":{"a":{"value":"1.00")" + std::string(more) +
               R"(},"b":"1.00"},"relations":[{"id":"e","kind":"equal","figures":["a","b"]}]})";
    };
    Shapes shapes;
    for (const std::string_view more : {"", R"(,"evidence":"open")", R"(,"of":{"fund":"general"})",
                                        R"(,"of":{"fund":"fiscal"})", R"(,"cell":"A1")", R"(,"cell":"A2")"})
        CHECK(shapes.outcomes(filing(more)));
    CHECK(shapes.taken() == 0);
    CHECK(shapes.outcomes(filing(R"(,"of":{"fund":"general"})")));
    CHECK(shapes.taken() == 1);
}

TEST_CASE("numbers of every length are read as they are read in full, also where the text ends with them") {
    const auto number = [](int before, int behind, bool negative) {
        std::string text(negative ? "-" : "");
        for (int i = 0; i < before; ++i) text += static_cast<char>('1' + (i * 7 + behind) % 9);
        if (behind > 0) text += '.';
        for (int i = 0; i < behind; ++i) text += static_cast<char>('0' + (i * 3 + before) % 10);
        return text;
    };
    // The same number on both sides, then one that differs in its last digit; the first has text behind it.
    const auto filing = [](const std::string& from, const std::string& to, std::string_view quote) {
        const std::string q(quote);
        return R"({"filing":1,"figures":{"a":{"value":)" + q + from + q + R"(},"b":{"value":)" + q + to + q +
               R"(}},"relations":[{"id":"e","kind":"equal","figures":["a","b"]}],"total_expenditure":{"executed":)" +
               q + to + q + "}}";
    };
    for (const std::string_view quote : {"", "\""}) {
        Compared both(filing("12.50", "12.50", quote), {});
        for (int before = 0; before <= 19; ++before)
            for (int behind = 0; behind <= 12; ++behind)
                for (const bool negative : {false, true}) {
                    const std::string one = number(before, behind, negative);
                    if (one.empty() || one == "-") continue;
                    std::string other = one;
                    other.back() = other.back() == '9' ? '8' : static_cast<char>(other.back() + 1);
                    both.compare(filing(one, one, quote));
                    both.compare(filing(one, other, quote));
                    both.compare(filing(other, one, quote));
                }
        for (const std::string_view odd :
             {"007",       "00",         "0",         "0.0",       "-0",         "-0.00",   "1.",
              "-",         "1e5",        "1E2",       "1.5e-2",    "12345678",   "1234567", "123456.78",
              "1234567.8", "12345678.9", "1.2345678", "0.1234567", "0.12345678", "1,234",   "1,234.50",
              "12,34",     "1,2345",     "+1",        "1 ",        " 1",         "１２",    "1x",
              "x1",        "1.2.3",      "/1",        ":1",        "1/",         "1:",      "1\x7f"})
            both.compare(filing(std::string(odd), std::string(odd), quote));
        CHECK(both.known() * 2 > both.count());
    }
}

TEST_CASE("numbers that are printed without their last zeros make no other shape") {
    // As JSON prints them: 12.5 for 12.50, and 0 for 0.00, which has the precision of what it is added to.
    const auto filing = [](std::string_view income, std::string_view opening, std::string_view used,
                           std::string_view total, std::string_view closing) {
        return R"({"filing":1,"income":{"executed":)" + std::string(income) + R"(,"opening":)" +
               std::string(opening) + R"(},"surplus_used":{"executed":)" + std::string(used) +
               R"(},"total_income":{"executed":)" + std::string(total) +
               R"(},"expenditure":{"executed":12,)" + R"("closing":)" + std::string(closing) +
               R"(},"distribution":{"executed":0}})";
    };
    Compared both(filing("10.25", "2.50", "0.25", "13.00", "1.00"), {});
    for (const std::string_view income : {"10", "10.0", "10.5", "10.25", "10.255"})
        for (const std::string_view opening : {"0", "2", "2.5", "2.51", "2.515"})
            for (const std::string_view used : {"0", "0.0", "0.2", "0.25"})
                for (const std::string_view total : {"12", "12.5", "13", "13.0", "13.01", "12.77"})
                    for (const std::string_view closing : {"0", "1", "0.5", "1.01"})
                        both.compare(filing(income, opening, used, total, closing));
    // All but the first of each order of precision.
    CHECK(both.known() * 100 > both.count() * 98);
}

TEST_CASE("a divisor that is zero or may be is told of by its shape as it is in full") {
    const auto filing = [](std::string_view from, std::string_view to, std::string_view rate) {
        return R"({"filing":1,"expenditure":{"prior":")" + std::string(from) + R"(","executed":")" +
               std::string(to) + R"(","growth":[{"stated":")" + std::string(rate) + R"(%"}]}})";
    };
    Compared both(filing("5.00", "5.50", "10.00"), {});
    constexpr std::array amounts{"0", "0.0", "0.00", "0.01", "-0.01", "0.004", "0.006", "5.00", "-5.00"};
    for (const std::string_view from : amounts)
        for (const std::string_view to : amounts)
            for (const std::string_view rate : {"0", "0.0", "-100", "-100.00", "10.00", "50", "100000.00"})
                both.compare(filing(from, to, rate));
    CHECK(both.known() * 2 > both.count());
}

TEST_CASE("whole filings of which many numbers are others have the same outcomes by their shape") {
    std::mt19937_64 random(20201118);
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
    std::size_t compared = 0;
    std::size_t known = 0;
    for (const std::string& base : whole_filings()) {
        Compared both(base, {});
        const std::vector<Token> tokens = numbers_of(base);
        for (int i = 0; i < 24; ++i) {
            std::string text = base;
            // From the end, so that what stands before keeps its place.
            for (std::size_t k = tokens.size(); k-- > 0;) {
                // The last digit is one of those that rounding may turn into another, or any.
                if (below(i % 2 == 0 ? 8 : 40) != 0) continue;
                char& digit = text[tokens[k].offset + tokens[k].length - 1];
                digit = digit == '0' ? '1' : static_cast<char>(digit - 1);
                if (below(8) == 0) digit = static_cast<char>('1' + below(9));
            }
            both.compare(text);
        }
        compared += both.count();
        known += both.known();
    }
    MESSAGE(compared, " filings compared, ", known, " of them known by their shape");
    CHECK(known * 2 > compared);
}

TEST_CASE("a report that is made of another filing of its shape says what is said of it in full") {
    const auto filing = [](std::string_view name, std::string_view label, std::string_view place,
                           std::string_view signed_on, int year, std::string_view total) {
        return R"({"filing":1,"title":")" + std::string(name) + R"(","body":{"name":")" + std::string(name) +
               R"("},"year":)" + std::to_string(year) +
               R"(,"income":{"executed":"1,530.00万元","splits":{"fund":{"complete":true,"items":[{"label":")" +
               std::string(label) + R"(","executed":[{"value":"1,000.25","place":")" + std::string(place) +
               R"("}]},{"label":"其他","executed":["529.75万元","529.8"]}]}}},"expenditure":{"executed":)" +
               std::string(total) +
               R"(,"basic":{"executed":10.02},"project":{"executed":{"value":20.00,"label":")" +
               std::string(label) + R"("}}},"figures":{"甲/乙":{"value":5,"label":")" + std::string(name) +
               R"("},"丙":{"value":6,"unit":"件"},"丁":{"value":6,"unit":"件"}},"relations":[{"id":"r1","kind":"equal",)" +
               R"("figures":["丙","丁"]}],"evaluation":{"indicators":[{"name":")" + std::string(label) +
               R"(","weight":50},{"name":"效益","weight":40}],"weight":100,"score":101},)" +
               R"("dates":{"published":")" + std::string(signed_on) + R"("}})";
    };
    Compared both(filing("某局", "财政拨款", "表1", "2021-06-18", 2020, "30.02"), {});
    const std::array<std::string_view, 4> words{"某局", "a", "第一中学 (本级)", "\xF0\x9F\x98\x80/~"};
    for (const std::string_view name : words)
        for (const std::string_view label : words)
            for (const std::string_view place : {"表2", "第3页"})
                for (const std::string_view total : {"30.02", "30.20", "31", "1530.00"}) {
                    both.compare(filing(name, label, place, "2021-07-01", 2021, total));
                    both.compare(filing(label, name, place, "2020-06-18", 2019, total));
                }
    CHECK(both.reports() == both.count());
}

TEST_CASE("names do not make another shape, and what is no name is read in full") {
    const auto filing = [](std::string_view name) {
        return R"({"filing":1,"body":{"name":")" + std::string(name) +
               R"("},"year":2020,"expenditure":{"executed":"30.00","basic":{"executed":"10.00"},)"
               R"("project":{"executed":"20.00"}}})";
    };
    Shapes shapes;
    REQUIRE(shapes.outcomes(filing("某局")));
    CHECK(shapes.taken() == 0);
    CHECK(shapes.outcomes(filing("另一个局")));
    CHECK(shapes.outcomes(filing("A")));
    CHECK(shapes.taken() == 2);
    for (const std::string_view name : {"", "\\u00e9", "a\\\"b"}) {
        CAPTURE(name);
        const auto outcomes = shapes.outcomes(filing(name));
        REQUIRE(outcomes);
        CHECK(Counts(*outcomes) == *in_full(filing(name), {}));
    }
    CHECK(shapes.taken() == 2);
    for (const std::string_view name : {"\xff", "\xc0\x80", "\xed\xa0\x80", "\\ud800", "a\tb", "\xe5\xb1"})
        CHECK_FALSE(shapes.outcomes(filing(name)));
}

TEST_CASE("thousands may be told apart by commas in a string, and a comma elsewhere is read in full") {
    const auto filing = [](std::string_view number) {
        return R"({"filing":1,"expenditure":{"executed":")" + std::string(number) +
               R"(","basic":{"executed":"1,000.00万元"},"project":{"executed":"234.56"}}})";
    };
    Compared both(filing("1,234.56"), {});
    for (const std::string_view number :
         {"1234.56", "1,234.57", "12,345,678.9", "1,234,567,890,123,456.78", "-1,234.56", "0.12", "123"})
        both.compare(filing(number));
    CHECK(both.known() == 6);
    for (const std::string_view number : {"1,23.4", "1234,567", "0,123", ",123", "1,", "1,234,",
                                          "1,234,567,890,123,456.789", "1, 234", "1.234,5"})
        both.compare(filing(number));
    CHECK(both.known() == 6);
}

TEST_CASE("a day is a number among others, and a day that there is not is read in full") {
    const auto filing = [](std::string_view day) {
        return R"({"filing":1,"year":2020,"dates":{"signed":")" + std::string(day) +
               R"("},"expenditure":{"executed":"30.00","basic":{"executed":"10.00"},)"
               R"("project":{"executed":"20.00"}}})";
    };
    Compared both(filing("2021-06-18"), {});
    for (const std::string_view day : {"2021-06-17", "2020-12-31", "2020-12-30", "2021-02-28", "2021-02-29",
                                       "2021-6-18", "2021-06-181", "2021-00-01", "0000-01-01", "9999-12-31"})
        both.compare(filing(day));
    CHECK(both.known() == 5);
}

TEST_CASE("a text that goes on after the last bracket, or ends before it, is not known") {
    const std::string filing = R"({"filing":1,"expenditure":{"executed":30.00,"basic":{"executed":10.00}}})";
    Shapes shapes;
    REQUIRE(shapes.outcomes(filing));
    for (std::size_t length = 0; length < filing.size(); ++length)
        CHECK_FALSE(shapes.outcomes(filing.substr(0, length)));
    CHECK_FALSE(shapes.outcomes(filing + "}"));
    CHECK(shapes.taken() == 0);
    CHECK(shapes.outcomes(filing));
    CHECK(shapes.taken() == 1);
}

TEST_CASE("numbers that JSON does not have are not known by a shape that has a number there") {
    const auto filing = [](std::string_view number) {
        return R"({"filing":1,"expenditure":{"executed":)" + std::string(number) + "}}";
    };
    Shapes shapes;
    REQUIRE(shapes.outcomes(filing("30.00")));
    for (const std::string_view number :
         {"030", "3.", ".3", "+3", "--3", "-", "3e", "3.0.0", "3 0", "1,000", "0x3", "１"})
        CHECK_FALSE(shapes.outcomes(filing(number)));
    CHECK(shapes.taken() == 0);
    for (const std::string_view number : {"-0", "-0.00", "1234567890123456789"}) {
        CAPTURE(number);
        CHECK(Counts(shapes.outcomes(filing(number)).value()) == *in_full(filing(number), {}));
    }
    CHECK(shapes.outcomes(filing("123456789012345678")));
    CHECK(shapes.outcomes(filing("0")));
    CHECK(shapes.taken() == 2);
}

TEST_CASE("a set of rules has by the shape of a filing the outcomes that it has in full") {
    const std::vector<RuleSet> sets{RuleSet::standard().without("T07"),
                                    RuleSet::standard().severity("T07", Severity::warning),
                                    RuleSet::standard()
                                        .severity("T07", Severity::info)
                                        .without("T46")
                                        .severity("T42", Severity::warning)};
    const std::string base =
        R"({"filing":1,"expenditure":{"executed":"3.00","basic":{"executed":"1.00"},)"
        R"("project":{"executed":"2.00"}},"three_public":{"initial":"5.00",)"
        R"("executed":"4.00","abroad":{"executed":"1.00"},"reception":{"executed":"3.00"}}})";
    for (const RuleSet& set : sets) {
        CAPTURE(set.text(Language::en));
        Shapes counted(set);
        Shapes left_out(set, {}, Shapes::Broken::left_out);
        std::size_t known = 0;
        for (const Token& token : numbers_of(base))
            for (const std::string& other : others(base.substr(token.offset, token.length))) {
                const std::string text = replaced(base, token, other);
                CAPTURE(text);
                const Filing filing = *read_filing(text, "test").filing;
                const ReportView whole = check_in_place(filing, set);
                const Summary summary = whole.outcomes();
                for (Shapes* shapes : {&counted, &left_out}) {
                    const std::optional<Summary> outcomes = shapes->outcomes(text);
                    if (outcomes) {
                        ++known;
                        CHECK(Counts(*outcomes) == Counts(summary));
                        CHECK(outcomes->infos == summary.infos);
                    } else if (const ReportView* report = shapes->report()) {
                        CHECK(report->rules.digest() == set.digest());
                        CHECK(Counts(report->outcomes()) == Counts(summary));
                    }
                }
            }
        CHECK(known > 0);
        // What leaves rules out is read in full where something is broken.
        CHECK((counted.taken() > 0));
    }
}

TEST_CASE("with a rule of one's own every filing of a stream is read in full") {
    Rule own = rules().front();
    own.code = "K01";
    Shapes shapes(RuleSet::standard().with(own));
    for (int i = 0; i < 3; ++i) CHECK_FALSE(shapes.outcomes(rules().front().passing));
    CHECK(shapes.report() == nullptr);
    CHECK(shapes.taken() == 0);
}

TEST_CASE("no more shapes are remembered than there is room for, and new ones when the forms change") {
    const auto filing = [](int form, int number) {
        return R"({"filing":1,"title":"t","income":{"executed":)" + std::to_string(number) +
               R"(.5,"splits":{"form)" + std::to_string(form) + R"(":{"items":[{"executed":1}]}}}})";
    };
    Shapes shapes;
    const int many = static_cast<int>(Shapes::shapes_max) * 2;
    for (int form = 0; form < many; ++form)
        for (int number = 2; number < 12; ++number) (void)shapes.outcomes(filing(form, number));
    const std::size_t before = shapes.taken();
    CHECK(shapes.outcomes(filing(many - 1, 77)));
    CHECK(shapes.taken() == before + 1);
}
