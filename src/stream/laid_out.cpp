// SPDX-License-Identifier: MIT
#include "laid_out.hpp"

#include "locate/system.hpp"
#include "read/json/complaints.hpp"
#include "read/json/json_tree.hpp"
#include "rules/conclude.hpp"
#include "rules/statement.hpp"

#include <tieout/model/walk.hpp>
#include <tieout/read/json.hpp>

#include <algorithm>
#include <array>
#include <functional>
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

/// The text that a filing keeps of a number: without what tells its thousands apart.
std::string shown_text(std::string_view text, Outline::Gap gap) {
    std::string shown(text);
    if (gap == Outline::Gap::printed) std::erase(shown, ',');
    return shown;
}

/// Where the names of a filing are held, by the JSON pointer at which they stand.
class NameWalk {
  public:
    template <class T>
    void members(T& described) {
        describe(described, [&](std::string_view key, auto& member, Expects) { step(key, member); });
    }
    [[nodiscard]] std::string* find(const std::string& pointer) const {
        const auto found = names_.find(pointer);
        return found == names_.end() ? nullptr : found->second;
    }

  private:
    static bool holds_nothing(const std::string& name) { return name.empty(); }
    static bool holds_nothing(const Stated& figure) { return !figure.stated(); }
    template <class T>
    static bool holds_nothing(const T&) {
        return false;
    }

    template <class T>
    void step(std::string_view key, T& member) {
        if (holds_nothing(member)) return;
        const std::size_t length = pointer_.size();
        append_step(pointer_, key);
        value(member);
        pointer_.resize(length);
    }
    void value(std::string& name) { names_.emplace(pointer_, &name); }
    void value(Figure& statement) {
        step("label", statement.label);
        step("place", statement.place);
    }
    void value(Stated& figure) {
        // One statement may stand alone or in a list.
        std::vector<Figure>& statements = figure.statements();
        if (statements.size() == 1) value(statements.front());
        for (std::size_t i = 0; i < statements.size(); ++i) step(std::to_string(i), statements[i]);
    }
    void value(std::vector<Split>& splits) {
        for (Split& split : splits) step(split.name, split);
    }
    void value(std::vector<NamedFigure>& figures) {
        for (NamedFigure& named : figures) step(named.id, named.figure);
    }
    void value(std::vector<StatedRelation>&) {}
    void value(std::vector<Sentence>&) {}
    void value(std::vector<Reference>&) {}
    void value(std::vector<Comparative>&) {}
    template <class T>
    void value(std::vector<T>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) step(std::to_string(i), list[i]);
    }
    template <class T>
    void value(T& other) {
        if constexpr (requires { describe(other, [](std::string_view, auto&, Expects) {}); }) members(other);
    }

    std::string pointer_;
    std::unordered_map<std::string, std::string*> names_;
};

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
                                 x.open_list == y.open_list && x.blanks == y.blanks && x.choice == y.choice &&
                                 x.numerator_count == y.numerator_count && x.evidence == y.evidence &&
                                 identical(x.constant, y.constant) &&
                                 std::equal(of_x.begin(), of_x.end(), of_y.begin(), of_y.end(), same_operand);
                      });
}

} // namespace

void signature_of(const Decides& decides, const PlainNumbers& numbers, std::string& bytes) {
    bytes.resize(decides.signs.size() + decides.zeros.size() + decides.finer.size());
    char* at = bytes.data();
    for (const std::uint32_t i : decides.signs) *at++ = numbers.digits(i) < 0 ? '-' : '+';
    for (const std::uint32_t i : decides.zeros) *at++ = numbers.digits(i) == 0 ? '0' : '1';
    for (const Decides::Finer& pair : decides.finer) {
        const int first = pair.first ? numbers.scale(*pair.first) : 0;
        const int second = (pair.second ? numbers.scale(*pair.second) : 0) + pair.ahead;
        *at++ = first > second ? '>' : first == second && pair.one_figure ? '=' : '<';
    }
}

namespace {

/// Whether the one is printed finer than the other, if numbers in gaps decide it.
void add_finer(const Figure& first, const Figure& second, bool one_figure, Gaps& gaps) {
    if (!first.known() || !second.known()) return;
    const auto of_first = gaps.number_of(first);
    const auto of_second = gaps.number_of(second);
    const int ahead = base_scale(of_second ? 0 : second.scale(), second.unit) -
                      base_scale(of_first ? 0 : first.scale(), first.unit);
    if (of_first || of_second) gaps.decides.finer.push_back({of_first, of_second, ahead, one_figure});
}

} // namespace

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

    NameWalk names;
    names.members(filing);
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
        const Outline::Gap gap = date     ? Outline::Gap::date
                                 : quoted ? Outline::Gap::printed
                                          : Outline::Gap::number;
        gaps.places.push_back({offset, length, gap});
        gaps.all_found = gaps.all_found && figure.text == shown_text(text.substr(0, length), gap);
        // The filing is the caller's own, which the walk does not know.
        if (of.sign_decides) gaps.decides.signs.push_back(static_cast<std::uint32_t>(gaps.figures.size()));
        gaps.figures.push_back(const_cast<Figure*>(&figure));
    };
    const auto year = [&](JsonTree::At at) {
        const JsonValue& value = (*tree)[at];
        if (!filing.year || filing.dates.signed_on.stated() || value.parent != JsonTree::root ||
            value.key != "year")
            return;
        gaps.places.push_back({value.offset, value.text.size(), Outline::Gap::number});
        gaps.figures.push_back(nullptr);
    };
    const auto name = [&](JsonTree::At at) {
        const JsonValue& value = (*tree)[at];
        if (value.kind != JsonKind::string ||
            std::find(name_keys.begin(), name_keys.end(), value.key) == name_keys.end())
            return;
        const char* const begin = json.data() + value.offset + 1;
        if (const char* const end = take_plain_text(begin, json.data() + json.size())) {
            gaps.places.push_back(
                {value.offset + 1U, static_cast<std::size_t>(end - begin), Outline::Gap::text});
            gaps.names.push_back(names.find(tree->pointer(at)));
            gaps.all_found = gaps.all_found && gaps.names.back() != nullptr;
        }
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
    each_figure(filing, [&](const std::string&, const Stated& figure) {
        const auto all = figure.statements();
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t k = i + 1; k < all.size(); ++k) add_finer(all[i], all[k], true, gaps);
    });
    const std::vector<ItemRef> items = items_of(filing);
    std::vector<Asked> asked;
    for (const Rule& rule : rules()) {
        if (rule.asks == nullptr) continue;
        asked.clear();
        rule.asks({filing, items}, asked);
        bool by_values = false;
        for (const Asked& one : asked)
            for (const Figure& figure : one.statements) {
                const auto number_asked = gaps.number_of(figure);
                if (number_asked && one.what == Asked::What::zero)
                    gaps.decides.zeros.push_back(*number_asked);
                by_values = by_values || (number_asked && one.what == Asked::What::value);
                for (const Figure& other : one.than) add_finer(figure, other, false, gaps);
            }
        if (by_values) gaps.by_values.push_back(&rule);
    }
    return gaps;
}

LaidOut::LaidOut(std::unique_ptr<Filing> filing, const Gaps& gaps, const RuleSet& rules,
                 const CheckOptions& options)
    : filing_(std::move(filing)), figures_(gaps.figures), names_(gaps.names), all_found_(gaps.all_found),
      items_(items_of(*filing_)), report_(check_in_place(*filing_, rules, options)),
      reckoner_(report_.relations, report_.checks, figures_, report_.options) {
    for (const Outline::Place& place : gaps.places) gaps_.push_back(place.gap);
    for (std::uint32_t i = 0; i < figures_.size(); ++i)
        if (figures_[i] == nullptr) years_.push_back(i);
    for (const Decides::Finer& pair : gaps.decides.finer) {
        if (!pair.first || !pair.second || !pair.one_figure) continue;
        const Figure& first = *figures_[*pair.first];
        const Figure& second = *figures_[*pair.second];
        if (same_but_for_digits(first, second))
            pairs_.push_back({*pair.first, *pair.second, first.value == second.value});
    }
    for (const Rule* rule : gaps.by_values) {
        ByValues& kept = by_values_.emplace_back(ByValues{rule});
        rule->state({*filing_, items_}, kept.stated);
    }
}

void LaidOut::take(const PlainNumbers& numbers) {
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        if (figures_[i] == nullptr) continue;
        const PlainNumber number = numbers[i];
        figures_[i]->value = Decimal::of(number.digits, number.scale);
        figures_[i]->bare_zero = is_lone_zero(number);
    }
}

bool LaidOut::same_relations_with(const PlainNumbers& numbers) {
    for (const std::uint32_t year : years_)
        if (!is_year(numbers[year])) return false;
    for (const Pair& pair : pairs_)
        if ((numbers.digits(pair.first) == numbers.digits(pair.second)) != pair.alike) return false;
    for (const ByValues& kept : by_values_) {
        stated_now_.clear();
        kept.rule->state({*filing_, items_}, stated_now_);
        if (!same_relations(stated_now_, kept.stated)) return false;
    }
    return true;
}

std::optional<Summary> LaidOut::outcomes(const PlainNumbers& numbers, bool usual_only) {
    // Mostly nobody looks at the figures themselves.
    bool taken = false;
    const auto take_once = [&] {
        if (!taken) take(numbers);
        taken = true;
    };
    if (!by_values_.empty()) take_once();
    if (!same_relations_with(numbers)) return std::nullopt;
    if (const auto usual = reckoner_.outcomes(numbers, std::ref(take_once)))
        return Summary{.exact = usual->exact,
                       .rounding = usual->rounding,
                       .undecided = usual->undecided,
                       .doubted = usual->doubted};
    if (usual_only) return std::nullopt;
    take_once();
    const bool together = check_again(numbers);
    report_.located = {};
    // Whether something is broken jointly decides what is counted; what explains it does not.
    const bool lacking = std::any_of(report_.checks.begin(), report_.checks.end(), lacks_figures);
    if (lacking || !together) locate_in(report_, together);
    return report_.outcomes();
}

bool LaidOut::check_again(const PlainNumbers& numbers) {
    check_in(report_);
    return reckoner_.together(numbers, report_.checks);
}

void LaidOut::take(std::span<const std::string_view> texts) {
    std::size_t number = 0;
    std::size_t name = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (gaps_[i] == Outline::Gap::text) {
            *names_[name++] = texts[i];
            continue;
        }
        if (Figure* const figure = figures_[number++]) figure->text = shown_text(texts[i], gaps_[i]);
    }
}

const ReportView* LaidOut::report(const PlainNumbers& numbers, std::span<const std::string_view> texts) {
    if (!all_found_) return nullptr;
    take(numbers);
    if (!same_relations_with(numbers)) return nullptr;
    for (const std::uint32_t year : years_) filing_->year = static_cast<int>(numbers.digits(year));
    take(texts);
    locate_in(report_, check_again(numbers));
    return &report_;
}

} // namespace tieout::detail
