// SPDX-License-Identifier: MIT
// What a careful reader finds in passages and tables of our own (tests/cases/corpus), and what may not be accused. The
// truths were reckoned with exact fractions from the printed numbers; they are what is so, not what the program says.
//
// A case is {"id", "kind", "text", "relations": [{"kind", "nums", "expected"}]}: nums are the printed numbers of the
// relation, the stated result last; expected is exact, rounding, broken, or open where the text leaves it open.
#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace tieout;

namespace {

const std::filesystem::path cases = std::filesystem::path(TIEOUT_SOURCE_DIR) / "tests" / "cases";

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A number without sign, separators, width and what stands for nothing: 1，014.50 is 1014.5.
std::string bare(std::string_view printed) {
    std::string text;
    for (std::size_t i = 0; i < printed.size(); ++i) {
        const char c = printed[i];
        if ((c >= '0' && c <= '9') || c == '.') text += c;
        if (printed.substr(i).starts_with("．")) text += '.';
        // Full-width digits are U+FF10 to U+FF19.
        if (printed.substr(i, 2) == "\xEF\xBC" && i + 2 < printed.size()) {
            const auto last = static_cast<unsigned char>(printed[i + 2]);
            if (last >= 0x90 && last <= 0x99) text += static_cast<char>('0' + (last - 0x90));
        }
    }
    if (text.find('.') != std::string::npos) {
        while (text.ends_with('0')) text.pop_back();
        if (text.ends_with('.')) text.pop_back();
    }
    while (text.starts_with('0') && text.size() > 1 && text[1] != '.') text.erase(0, 1);
    return text == "0" ? "" : text;
}

bool states(const Operand& operand, const std::string& number) {
    return std::ranges::any_of(operand.statements, [&](const Figure& figure) {
        return bare(figure.text) == number || bare(to_string(figure.value)) == number;
    });
}

bool is_quotient(Kind kind) { return kind == Kind::share || kind == Kind::growth || kind == Kind::ratio; }

/// Whether a check is of that relation: it has all its printed numbers and at most one other; of a quotient, its stated
/// result and one more; of a figure in two places, that figure.
bool is_of(const Report& report, const Check& check, const nlohmann::json& wanted) {
    std::vector<std::string> numbers;
    for (const auto& printed : wanted["nums"])
        if (std::string number = bare(printed.get<std::string>()); !number.empty()) numbers.push_back(number);
    const Relation& relation = report.relations.all()[check.relation];
    const auto operands = report.relations.operands(relation);
    const std::string kind = wanted["kind"];
    const bool quotient = kind == "share" || kind == "growth" || kind == "rate";
    if (quotient && is_quotient(relation.kind)) {
        if (numbers.empty() || operands.empty() || !states(operands.front(), numbers.back())) return false;
        return numbers.size() == 1 ||
               std::any_of(operands.begin() + 1, operands.end(), [&](const Operand& operand) {
                   return std::any_of(numbers.begin(), numbers.end() - 1,
                                      [&](const std::string& number) { return states(operand, number); });
               });
    }
    std::size_t others = 0;
    for (const Operand& operand : operands)
        others += std::ranges::none_of(numbers, [&](const std::string& n) { return states(operand, n); }) &&
                          !bare(to_string(operand.figure->value)).empty()
                      ? 1
                      : 0;
    if (others > 1) return false;
    if (kind == "equal" && (relation.kind != Kind::equal && numbers.size() > 1 && numbers[0] == numbers[1]))
        return false;
    return std::ranges::all_of(numbers, [&](const std::string& number) {
        return std::ranges::any_of(operands, [&](const Operand& operand) { return states(operand, number); });
    });
}

bool among(const Report& report, const Check& check, const nlohmann::json& wanted) {
    for (const auto& printed : wanted["nums"]) {
        const std::string number = bare(printed.get<std::string>());
        if (number.empty()) continue;
        for (const Operand& operand : report.relations.operands(report.relations.all()[check.relation]))
            if (states(operand, number)) return true;
    }
    return false;
}

struct Counts {
    std::size_t relations = 0, found = 0, right = 0, faults = 0, named = 0, doubted = 0;
    std::size_t accused = 0, wondered = 0, cases = 0, silent = 0;
    Counts& operator+=(const Counts& more) {
        relations += more.relations;
        found += more.found;
        right += more.right;
        faults += more.faults;
        named += more.named;
        doubted += more.doubted;
        accused += more.accused;
        wondered += more.wondered;
        cases += more.cases;
        silent += more.silent;
        return *this;
    }
};

bool doubts(const Check& check) {
    return check.outcome == Outcome::undecided && check.reason == Reason::doubted;
}
bool holds(const Check& check) {
    return check.outcome == Outcome::exact || check.outcome == Outcome::rounding;
}

/// What the program says of a case; what is wrong with it goes into `wrong`, what it does not see into `missed`.
Counts counts_of(const nlohmann::json& one, std::string& wrong, std::string& missed) {
    Counts counts{.cases = 1};
    const std::string id = one["id"];
    const std::string text = one["text"];
    const Document document = read_report(text, id);
    if (!document.filing) {
        wrong += "\n" + id + ": not read";
        return counts;
    }
    const Report report = check(*document.filing);
    const Names names(report);
    bool silent = true;
    for (std::size_t i = 0; i < report.checks.size(); ++i) {
        const Check& check = report.checks[i];
        silent = silent && !holds(check) && check.outcome != Outcome::broken && !doubts(check);
        if (check.outcome != Outcome::broken && !doubts(check)) continue;
        const bool deserved = std::ranges::any_of(one["relations"], [&](const nlohmann::json& relation) {
            return relation["expected"] == "broken" && among(report, check, relation);
        });
        if (deserved) continue;
        if (doubts(check)) {
            ++counts.wondered;
            continue;
        }
        ++counts.accused;
        wrong += "\n" + id + ": accused " + names.id(i) + ": " +
                 explain(report.relations, check, report.options, Language::en).arithmetic;
    }
    counts.silent += silent ? 1 : 0;
    for (const nlohmann::json& relation : one["relations"]) {
        const std::string expected = relation["expected"];
        std::vector<const Check*> found;
        for (const Check& check : report.checks)
            if (is_of(report, check, relation)) found.push_back(&check);
        const auto any = [&](auto is) {
            return std::ranges::any_of(found, [&](const Check* c) { return is(*c); });
        };
        const auto broken = [](const Check& check) { return check.outcome == Outcome::broken; };
        if (expected == "open") {
            if (any(broken)) wrong += "\n" + id + ": called broken, but open: " + relation["nums"].dump();
            continue;
        }
        ++counts.relations;
        counts.faults += expected == "broken" ? 1 : 0;
        counts.found += found.empty() ? 0 : 1;
        const bool right = expected == "broken" ? any(broken) : any(holds);
        counts.right += right ? 1 : 0;
        if (expected == "broken") {
            counts.named += right ? 1 : 0;
            counts.doubted += !right && any(doubts) ? 1 : 0;
        }
        if (!right) missed += "\n" + id + ": " + (found.empty() ? "not found " : "not so ") + relation.dump();
    }
    return counts;
}

std::string written(const Counts& c) {
    return std::to_string(c.relations) + " relations: " + std::to_string(c.found) + " found, " +
           std::to_string(c.right) + " right; " + std::to_string(c.named) + " of " +
           std::to_string(c.faults) + " faults named, " + std::to_string(c.doubted) + " doubted; " +
           std::to_string(c.accused) + " wrongly accused, " + std::to_string(c.wondered) +
           " wrongly doubted; " + std::to_string(c.silent) + " of " + std::to_string(c.cases) +
           " cases in which nothing is decided";
}

} // namespace

TEST_CASE("of passages and tables of every kind, what is right is not accused and most of what is stated is "
          "found") {
    Counts all;
    std::string wrong;
    std::string missed;
    std::map<std::string, Counts> files;
    for (const auto& entry : std::filesystem::directory_iterator(cases / "corpus")) {
        Counts& counts = files[entry.path().stem().string()];
        for (const nlohmann::json& one : nlohmann::json::parse(bytes_of(entry.path())))
            counts += counts_of(one, wrong, missed);
    }
    std::string text;
    for (const auto& [name, counts] : files) {
        text += "\n  " + name + ": " + written(counts);
        all += counts;
    }
    MESSAGE(text);
    INFO(missed);
    CHECK_MESSAGE(wrong.empty(), wrong);
    CHECK(100 * all.right >= 40 * all.relations);
}

TEST_CASE("a text that was once accused wrongly is not accused again") {
    std::size_t seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(cases / "consistent")) {
        ++seen;
        const Document document = read_report(bytes_of(entry.path()), entry.path().filename().string());
        REQUIRE(document.filing);
        const Report report = check(*document.filing);
        const Names names(report);
        for (std::size_t i = 0; i < report.checks.size(); ++i)
            if (report.checks[i].outcome == Outcome::broken)
                FAIL_CHECK(
                    entry.path().filename().string(), ": ", names.id(i), ": ",
                    explain(report.relations, report.checks[i], report.options, Language::en).arithmetic);
        CHECK_MESSAGE(report.located.joints.empty(), entry.path().filename().string());
    }
    CHECK(seen > 0);
}
