// SPDX-License-Identifier: MIT
#include "laid_out.hpp"

#include "locate/system.hpp"
#include "read/complaints.hpp"
#include "read/json_tree.hpp"
#include "rules/locate_in.hpp"
#include "rules/statement.hpp"

#include <tieout/model/walk.hpp>
#include <tieout/read/json.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace tieout::detail {

namespace {

/// Keys of strings that are names or remarks: rules ask at most whether there is one.
constexpr std::array<std::string_view, 5> name_keys{"label", "name", "title", "reason", "place"};

/// A number may be followed, within a string, by its unit.
bool is_unit(std::string_view word) { return word.empty() || (word[0] != ' ' && unit_named(word)); }

/// Whether two statements may read alike.
bool same_but_for_digits(const Figure& a, const Figure& b) {
    return a.state == b.state && a.value.scale == b.value.scale && a.unit == b.unit;
}

bool is_year(const PlainNumber& number) {
    return number.scale == 0 && number.digits >= 1 && number.digits <= 9999;
}

bool same_relations(const Relations& a, const Relations& b) {
    const auto same_operand = [](const Operand& x, const Operand& y) {
        return x.figure == y.figure && x.statements.data() == y.statements.data() &&
               identical(x.coefficient, y.coefficient) && x.role == y.role;
    };
    return std::equal(a.all().begin(), a.all().end(), b.all().begin(), b.all().end(),
                      [&](const Relation& x, const Relation& y) {
                          const auto of_x = a.operands(x);
                          const auto of_y = b.operands(y);
                          return x.kind == y.kind && x.comparison == y.comparison &&
                                 x.open_list == y.open_list && x.choice == y.choice &&
                                 x.numerator_count == y.numerator_count &&
                                 identical(x.constant, y.constant) &&
                                 std::equal(of_x.begin(), of_x.end(), of_y.begin(), of_y.end(), same_operand);
                      });
}

} // namespace

void signature_of(std::span<const Decides> decides, std::span<const PlainNumber> numbers,
                  std::string& bytes) {
    bytes.clear();
    for (std::size_t i = 0; i < decides.size(); ++i) {
        if (decides[i].sign) bytes += numbers[i].digits < 0 ? '-' : '+';
        if (decides[i].scale) bytes += static_cast<char>(numbers[i].scale);
    }
}

std::optional<Gaps> gaps_of(std::string_view json, Filing& filing) {
    JsonParser parser;
    Complaints complaints;
    const JsonTree* const tree = parser.parse(json, complaints);
    if (tree == nullptr) return std::nullopt;

    struct Statements {
        const Stated* figure;
        bool sign_decides;
    };
    std::unordered_map<std::string, Statements> figures;
    each_figure(filing, [&](const std::string& pointer, const Stated& figure) {
        // Claims of shares, growth and change are no parts of any list.
        figures.emplace(pointer, Statements{&figure, !pointer.ends_with("/stated")});
    });

    Gaps gaps;
    // One value of a statement, told by its place in the list of statements.
    const auto number = [&](JsonTree::At at, const Statements& of, std::size_t index) {
        const auto statements = of.figure->statements();
        if (index >= statements.size()) return;
        const JsonValue& value = (*tree)[at];
        const bool quoted = value.kind == JsonKind::string;
        if (!quoted && value.kind != JsonKind::number) return;
        const std::size_t offset = value.offset + (quoted ? 1 : 0);
        const std::string_view text = json.substr(offset, value.text.size());
        const Figure& figure = statements[index];
        // How many digits may be printed is said beside the number.
        if (text != value.text || figure.decimals || figure.state != State::value) return;
        const char* const begin = text.data();
        const bool date = figure.unit.dimension == Dimension::day;
        const Thousands thousands = quoted ? Thousands::with_commas : Thousands::together;
        PlainNumber read;
        const char* const end = date ? take_plain_date(begin, begin + text.size(), read)
                                     : take_plain_number(begin, begin + text.size(), thousands, read);
        if (end == nullptr) return;
        const auto length = static_cast<std::size_t>(end - begin);
        if (!(date ? length == text.size() : is_unit(text.substr(length))) ||
            !identical(figure.value, Decimal::of(read.digits, read.scale)))
            return;
        gaps.places.push_back({offset, length,
                               date     ? Outline::Gap::date
                               : quoted ? Outline::Gap::printed
                                        : Outline::Gap::number});
        // The filing is the caller's own, which the walk does not know.
        gaps.figures.push_back(const_cast<Figure*>(&figure));
        gaps.decides.push_back({of.sign_decides, statements.size() > 1});
    };
    const auto year = [&](JsonTree::At at) {
        const JsonValue& value = (*tree)[at];
        if (!filing.year || filing.dates.signed_on.stated() || value.parent != JsonTree::root ||
            value.key != "year")
            return;
        gaps.places.push_back({value.offset, value.text.size(), Outline::Gap::number});
        gaps.figures.push_back(nullptr);
        gaps.decides.push_back({});
    };
    const auto name = [&](JsonTree::At at) {
        const JsonValue& value = (*tree)[at];
        if (value.kind != JsonKind::string ||
            std::find(name_keys.begin(), name_keys.end(), value.key) == name_keys.end())
            return;
        const char* const begin = json.data() + value.offset + 1;
        if (const char* const end = take_plain_text(begin, json.data() + json.size()))
            gaps.places.push_back(
                {value.offset + 1U, static_cast<std::size_t>(end - begin), Outline::Gap::text});
    };
    const auto statement = [&](JsonTree::At at, const Statements& of, std::size_t index) {
        if ((*tree)[at].kind != JsonKind::object) return number(at, of, index);
        tree->each(at, [&](JsonTree::At child) {
            if ((*tree)[child].key == "value")
                number(child, of, index);
            else
                name(child);
        });
    };
    const auto walk = [&](const auto& self, JsonTree::At at) -> void {
        if (const auto found = figures.find(tree->pointer(at)); found != figures.end()) {
            if ((*tree)[at].kind != JsonKind::list) return statement(at, found->second, 0);
            std::size_t index = 0;
            tree->each(at, [&](JsonTree::At child) { statement(child, found->second, index++); });
            return;
        }
        name(at);
        year(at);
        tree->each(at, [&](JsonTree::At child) { self(self, child); });
    };
    walk(walk, JsonTree::root);
    return gaps;
}

LaidOut::LaidOut(std::unique_ptr<Filing> filing, const Gaps& gaps, const CheckOptions& options)
    : filing_(std::move(filing)), figures_(gaps.figures), items_(items_of(*filing_)),
      report_(check(*filing_, options)),
      reckoner_(report_.relations, report_.checks, figures_, report_.options) {
    for (std::size_t i = 0; i < figures_.size(); ++i)
        for (std::size_t k = i + 1; k < figures_.size() && gaps.decides[i].scale; ++k)
            if (gaps.decides[k].scale && same_but_for_digits(*figures_[i], *figures_[k]))
                pairs_.push_back({i, k, figures_[i]->value == figures_[k]->value});
    for (const Rule& rule : rules()) {
        if (!rule.by_values) continue;
        ByValues& kept = by_values_.emplace_back(ByValues{&rule});
        rule.state({*filing_, items_}, kept.stated);
    }
}

bool LaidOut::take(std::span<const PlainNumber> numbers) {
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        if (figures_[i] == nullptr) {
            if (!is_year(numbers[i])) return false;
            continue;
        }
        Figure& figure = *figures_[i];
        figure.value = Decimal::of(numbers[i].digits, numbers[i].scale);
        figure.bare_zero = numbers[i].digits == 0 && numbers[i].scale == 0;
    }
    for (const Pair& pair : pairs_)
        if ((numbers[pair.first].digits == numbers[pair.second].digits) != pair.alike) return false;
    for (const ByValues& kept : by_values_) {
        stated_now_.clear();
        kept.rule->state({*filing_, items_}, stated_now_);
        if (!same_relations(stated_now_, kept.stated)) return false;
    }
    return true;
}

std::optional<Summary> LaidOut::outcomes(std::span<const PlainNumber> numbers, bool usual_only) {
    if (!take(numbers)) return std::nullopt;
    if (const auto usual = reckoner_.outcomes(numbers))
        return Summary{.exact = usual->exact, .rounding = usual->rounding, .undecided = usual->undecided};
    if (usual_only) return std::nullopt;
    report_.checks = check_relations(report_.relations, report_.options);
    report_.located = {};
    // Whether something is broken jointly decides what is counted; what explains it does not.
    const bool lacking = std::any_of(report_.checks.begin(), report_.checks.end(), lacks_figures);
    if (lacking || !reckoned_together(report_.relations, report_.checks, report_.options)) locate_in(report_);
    return report_.outcomes();
}

} // namespace tieout::detail
