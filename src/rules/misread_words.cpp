// SPDX-License-Identifier: MIT
#include "misread_words.hpp"

#include "doubting.hpp"
#include "relations/kinds.hpp"

#include <tieout/model/walk.hpp>

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieout::detail {
namespace {

/// Relations that are tried in one document.
constexpr std::size_t work_max = 400'000;
/// Figures of sentences that are tried for one relation, and of how many at most three at a time.
constexpr std::size_t pool_max = 48;
constexpr std::size_t three_max = 12;
/// Parts of a sum that are left out, turned or replaced one by one.
constexpr std::size_t parts_max = 40;
constexpr std::size_t sentences_before = 2;

using Pool = std::vector<const Figure*>;

Term term_of(const Figure* figure, int coefficient = 1) {
    return {std::span<const Figure>(figure, 1), Decimal(coefficient)};
}
Term term_of(const Operand& operand) {
    return {std::span<const Figure>(operand.figure, 1), operand.coefficient};
}

class Words {
  public:
    explicit Words(ReportView& report) : report_(report) {
        std::size_t number = 0;
        for (const Sentence& sentence : report.filing->sentences) number_of_.emplace(sentence.id, number++);
        figures_.resize(number);
        each_figure(*report.filing, [&](const Stated& stated) {
            for (const Figure& figure : stated.statements())
                if (const auto found = number_of_.find(figure.context);
                    found != number_of_.end() && figure.known())
                    figures_[found->second].push_back(&figure);
        });
    }

    void all() {
        for (Check& check : report_.checks)
            if (is_broken(check) && is_of_words(check) && (is_scattered(check) || holds_for_others(check)))
                doubt(check);
    }

  private:
    /// Whether all its figures stand in sentences. 完成年初预算的 names what such a rate is over: another amount that fits is what
    /// was mistaken for it.
    [[nodiscard]] bool is_of_words(const Check& check) const {
        const Relation& relation = report_.relation_of(check);
        if (relation.id.starts_with("completion@")) return false;
        const auto operands = report_.relations.operands(relation);
        return !operands.empty() &&
               std::all_of(operands.begin(), operands.end(), [&](const Operand& operand) {
                   return operand.figure->cell_row == 0 && number_of_.contains(operand.figure->context);
               });
    }

    /// Whether a rule puts figures of several sentences together, none of which says that it goes on with the one before: they may
    /// be of different bodies or funds. 基本支出700万元。学校：人员经费300万元，公用经费50万元.
    [[nodiscard]] bool is_scattered(const Check& check) const {
        const Relation& relation = report_.relation_of(check);
        const auto operands = report_.relations.operands(relation);
        const std::string_view first = operands.front().figure->context;
        const bool apart = std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
            return operand.figure->context != first && !goes_on(operand.figure->context, operands);
        });
        // Nor does one sentence state one figure twice, with two numbers.
        if (relation.code == "T90") return true;
        // Nor does any sentence say that what it tells beside another amount is within that one: 机关运行经费50万元，事业单位公用经费40万元.
        // Nor which column a part is of, where the three public expenses are told with those of the year before and their budgets.
        static constexpr std::string_view beside[] = {"T57", "T83", "T84", "T87"};
        const bool listed =
            std::find(std::begin(beside), std::end(beside), relation.code) != std::end(beside);
        if (relation.kind == Kind::at_most && (relation.code == "T42" || (listed && operands.size() == 2)))
            return true;
        if (relation.code == "T42" &&
            (!is_of_the_year(*operands.front().figure) || may_lack_purchase(operands)))
            return true;
        return apart && (relation.kind == Kind::sum || relation.kind == Kind::equal);
    }
    /// Whether a total of the three public expenses is what was spent in the year.
    [[nodiscard]] bool is_of_the_year(const Figure& total) const {
        const std::span<const Figure> spent = report_.filing->three_public.at(Phase::executed).statements();
        return std::any_of(spent.begin(), spent.end(),
                           [&](const Figure& figure) { return &figure == &total; });
    }
    /// Whether vehicles that were bought, of which nothing is told, could be what the parts lack.
    [[nodiscard]] bool may_lack_purchase(std::span<const Operand> operands) const {
        const auto& vehicles = report_.filing->three_public.vehicles;
        if (vehicles.at(Phase::executed).stated() || vehicles.purchase.at(Phase::executed).stated())
            return false;
        Decimal lacks = operands.front().figure->base_value();
        for (const Operand& part : operands.subspan(1)) lacks = lacks - part.figure->base_value();
        return sign(lacks) >= 0;
    }
    /// 其中：人员经费…: whether a sentence says that it goes on, and names one of these right behind that.
    [[nodiscard]] bool goes_on(std::string_view context, std::span<const Operand> operands) const {
        std::string_view words = report_.filing->sentences[number_of_.at(context)].words;
        static constexpr std::string_view begins[] = {"其中", "包括", "分为", "含", "：", "，"};
        bool any = false;
        for (const std::string_view word : begins)
            if (words.starts_with(word)) {
                words.remove_prefix(word.size());
                any = true;
            }
        return any && std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
                   return !operand.figure->label.empty() && words.starts_with(operand.figure->label);
               });
    }

    /// The words of a sentence between two of its figures; nothing where they do not follow each other in one sentence.
    [[nodiscard]] std::string_view between(const Figure& a, const Figure& b) const {
        const std::size_t from = a.mark + a.mark_length;
        if (a.context != b.context || a.mark_length == 0 || b.mark_length == 0 || b.mark < from) return "?";
        return std::string_view(report_.filing->sentences[number_of_.at(a.context)].words)
            .substr(from, b.mark - from);
    }

    /// Whether the clause itself says of what a rate is: 比上年975万元增加106万元，增长10.77% from that very amount, 分别占13%、34% in
    /// the order of the parts. There another amount that fits is the slip, and no reading.
    [[nodiscard]] bool is_named(const Relation& relation, std::span<const Operand> operands) const {
        if (operands.size() != 3 || !is_quotient(relation.kind)) return false;
        const Figure& rate = *operands[0].figure;
        const Figure& part = *operands[1].figure;
        const Figure& base = *operands[2].figure;
        if (relation.kind == Kind::share) return stands_in_order(rate);
        if (relation.kind != Kind::ratio || !relation.id.starts_with("growth@")) return false;
        static constexpr std::string_view ways[] = {"增加", "减少", "增长", "下降", "降低", "上升"};
        const auto only_way = [&](std::string_view words) {
            if (words.starts_with("，")) words.remove_prefix(std::string_view("，").size());
            return std::find(std::begin(ways), std::end(ways), words) != std::end(ways);
        };
        return only_way(between(base, part)) && only_way(between(part, rate));
    }

    /// The words of a figure's clause before it, from the mark or the figure before.
    [[nodiscard]] std::string_view own_words(const Figure& figure) const {
        const auto sentence = number_of_.find(figure.context);
        if (sentence == number_of_.end() || figure.mark_length == 0) return {};
        std::string_view words = report_.filing->sentences[sentence->second].words;
        words = words.substr(0, figure.mark);
        for (const std::string_view mark : {"，", "；", "：", "。", "（"})
            if (const std::size_t at = words.rfind(mark); at != words.npos)
                words.remove_prefix(at + mark.size());
        return words;
    }

    /// 占支出决算总额的9.74%: whether the words name budget or final account, and those of the other amount the one that it is not of.
    [[nodiscard]] bool of_another_phase(const Figure& rate, const Figure& other) const {
        const auto says = [](std::string_view words, std::string_view word, std::string_view not_word) {
            return words.find(word) != words.npos && words.find(not_word) == words.npos;
        };
        const std::string_view named = own_words(rate);
        if (named.find("占") == named.npos) return false;
        const std::string_view own = own_words(other);
        return (says(named, "决算", "预算") && says(own, "预算", "决算")) ||
               (says(named, "预算", "决算") && says(own, "决算", "预算"));
    }

    /// 分别占13.74%、34.40%、51.87%: whether nothing but such figures stands between 分别占 and this one.
    [[nodiscard]] bool stands_in_order(const Figure& rate) const {
        if (rate.mark_length == 0) return false;
        std::string_view words = report_.filing->sentences[number_of_.at(rate.context)].words;
        words = words.substr(0, rate.mark);
        static constexpr std::string_view begins = "分别占";
        const std::size_t at = words.rfind(begins);
        if (at == words.npos || !words.substr(0, at).ends_with("，")) return false;
        words.remove_prefix(at + begins.size());
        static constexpr std::string_view joins[] = {"、", "和", "，", "与", "％"};
        while (!words.empty()) {
            std::size_t taken =
                std::string_view("0123456789.% ").find(words.front()) != std::string_view::npos ? 1 : 0;
            for (const std::string_view join : joins)
                if (words.starts_with(join)) taken = join.size();
            if (taken == 0) return false;
            words.remove_prefix(taken);
        }
        return true;
    }

    /// The figures of its sentences, and of those before.
    [[nodiscard]] Pool pool_of(std::span<const Operand> operands) const {
        std::vector<std::size_t> sentences;
        for (const Operand& operand : operands) {
            const std::size_t own = number_of_.at(operand.figure->context);
            for (std::size_t back = 0; back <= std::min(own, sentences_before); ++back)
                if (std::find(sentences.begin(), sentences.end(), own - back) == sentences.end())
                    sentences.push_back(own - back);
        }
        std::sort(sentences.rbegin(), sentences.rend());
        Pool pool;
        for (const std::size_t sentence : sentences)
            for (const Figure* const figure : figures_[sentence])
                if (pool.size() < pool_max) pool.push_back(figure);
        return pool;
    }

    bool holds_for_others(const Check& check) {
        for (const Relation& relation :
             report_.relations.all().subspan(check.first_reading, check.readings)) {
            const auto operands = report_.relations.operands(relation);
            if (is_named(relation, operands)) continue;
            const Pool pool = pool_of(operands);
            if (is_quotient(relation.kind)) {
                try_rates(relation, operands, pool);
            } else if (relation.kind == Kind::sum) {
                try_sums(operands, pool);
            } else if (relation.kind == Kind::linear && relation.comparison == Comparison::equals) {
                try_differences(relation, operands, pool);
            } else if (relation.kind == Kind::equal) {
                try_equals(operands, pool);
            } else if (relation.kind == Kind::product) {
                try_products(operands, pool);
            }
            work_ += tried_.size();
            if (work_ > work_max || any_holds()) return true;
        }
        return false;
    }

    /// Whether one of what is tried holds; nothing is left to be tried.
    bool any_holds() {
        const std::vector<Check> checks = check_relations(tried_, report_.options);
        tried_.clear();
        return std::any_of(checks.begin(), checks.end(), [](const Check& check) { return holds(check); });
    }

    void try_rates(const Relation& relation, std::span<const Operand> operands, const Pool& pool) {
        const Figure* const rate = operands.front().figure;
        const Term stated = term_of(rate);
        const Dimension above = operands[1].figure->unit.dimension;
        const Dimension below = operands[1 + relation.numerator_count].figure->unit.dimension;
        const bool grows = relation.kind == Kind::growth || relation.count > 3;
        Pool over;
        Pool under;
        for (const Figure* const figure : pool) {
            if (figure == rate) continue;
            if (figure->unit.dimension == above) over.push_back(figure);
            if (figure->unit.dimension == below) under.push_back(figure);
        }
        // What holds for the very figures that the rate is said to be of is a slip, and no other figure.
        const auto own = [&](const Figure* figure) {
            return std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
                return operand.figure->unit.dimension == figure->unit.dimension &&
                       operand.figure->base_value() == figure->base_value();
            });
        };
        for (const Figure* const x : over)
            for (const Figure* const y : under) {
                if (x == y || (above == below && own(x) && own(y))) continue;
                // 增加274万元，增长30%: what changed is never what it is measured by; that is the slip.
                if (grows_by(relation, operands, x, y) || of_another_phase(*rate, *y)) continue;
                tried_.ratio(stated, {term_of(x)}, {term_of(y)});
                if (above != below) {
                    // 人均每月, 每季, 每天: of what is paid in a year.
                    for (const int times : {12, 4, 365})
                        tried_.ratio(stated, {term_of(x)}, {term_of(y, times)});
                    continue;
                }
                if (grows) {
                    tried_.growth(stated, term_of(y), term_of(x));
                    tried_.ratio(stated, {term_of(y), term_of(x, -1)}, {term_of(y)});
                }
                // Three at a time only within one sentence: of many some fit by chance.
                const auto here = [&](const Figure* figure) { return figure->context == rate->context; };
                if (over.size() > three_max || !here(x) || !here(y)) continue;
                for (const Figure* const z : under) {
                    if (z == x || z == y || !here(z)) continue;
                    tried_.ratio(stated, {term_of(x)}, {term_of(y), term_of(z)});
                    tried_.ratio(stated, {term_of(x)}, {term_of(y), term_of(z, -1)});
                    tried_.ratio(stated, {term_of(x), term_of(z)}, {term_of(y)});
                }
                // Of itself and another: 有息负债120万元、无息负债66万元，占35.5%.
                tried_.ratio(stated, {term_of(x)}, {term_of(x), term_of(y)});
            }
    }

    /// Whether x is the change of a relation of growth, and y what it led to.
    static bool grows_by(const Relation& relation, std::span<const Operand> operands, const Figure* x,
                         const Figure* y) {
        if (!relation.id.starts_with("growth@") || relation.kind != Kind::ratio || operands.size() != 3)
            return false;
        const Figure* const change = operands[1].figure;
        const Figure* const base = operands[2].figure;
        if (x != change || x->unit.dimension != y->unit.dimension) return false;
        const auto led_to = y->base_value();
        return led_to == base->base_value() + change->base_value() ||
               led_to == base->base_value() - change->base_value();
    }

    void try_sums(std::span<const Operand> operands, const Pool& pool) {
        const Term total = term_of(operands.front());
        std::vector<Term> parts;
        // The parts of a sum are laid out with the sign that they have on the side of the total.
        for (const Operand& operand : operands.subspan(1))
            parts.push_back({std::span<const Figure>(operand.figure, 1), -operand.coefficient});
        if (parts.size() > parts_max) return;
        // Where all others are nothing, every total is the sum of itself: that says nothing.
        const auto is_operand = [&](const Figure* figure) {
            return std::any_of(operands.begin(), operands.end(),
                               [&](const Operand& operand) { return operand.figure == figure; });
        };
        std::vector<Term> others = parts;
        for (const Figure* const figure : pool) {
            if (figure->unit.dimension != operands.front().figure->unit.dimension) continue;
            if (!is_operand(figure)) tried_.sum(term_of(figure), parts);
            for (const int sign : {1, -1}) {
                others.push_back(term_of(figure, sign));
                tried_.sum(total, others);
                others.pop_back();
            }
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Term own = parts[i];
            others = parts;
            others[i].coefficient = -own.coefficient;
            tried_.sum(total, others);
            for (const Figure* const figure : pool) {
                if (figure->unit.dimension != operands.front().figure->unit.dimension) continue;
                if (figure == operands.front().figure) continue;
                others[i] = term_of(figure);
                tried_.sum(total, others);
            }
            // Some of the list only.
            for (std::size_t size = 1; i + size <= parts.size() && size < parts.size(); ++size)
                tried_.sum(total, std::span(parts).subspan(i, size));
        }
    }

    void try_differences(const Relation& relation, std::span<const Operand> operands, const Pool& pool) {
        const Unit unit = operands.front().figure->unit;
        const auto fits = [&](const Figure* figure) { return figure->unit.dimension == unit.dimension; };
        if (operands.size() == 2) {
            try_equals(operands, pool);
            return;
        }
        const bool points = std::any_of(operands.begin(), operands.end(), [](const Operand& operand) {
            return operand.figure->unit.dimension == Dimension::percent;
        });
        // What changed by as much: any other two.
        for (std::size_t i = points ? 0 : operands.size() - 1; i < operands.size(); ++i)
            for (const Figure* const x : pool)
                for (const Figure* const y : pool) {
                    const Figure* const change = operands[i].figure;
                    if (x == y || x == change || y == change || !fits(x) || !fits(y)) continue;
                    for (const int sign : {1, -1})
                        tried_.linear({term_of(x), term_of(y, -1), term_of(change, sign)}, Comparison::equals,
                                      relation.constant, relation.constant_unit);
                }
        // One of them is another, or has the other sign.
        std::vector<Term> terms;
        for (const Operand& operand : operands) terms.push_back(term_of(operand));
        for (Term& term : terms) {
            const Term own = term;
            term.coefficient = -own.coefficient;
            tried_.linear(terms, Comparison::equals, relation.constant, relation.constant_unit);
            for (const Figure* const figure : pool) {
                if (!fits(figure)) continue;
                term = {std::span<const Figure>(figure, 1), own.coefficient};
                tried_.linear(terms, Comparison::equals, relation.constant, relation.constant_unit);
            }
            term = own;
        }
    }

    /// Two amounts differ by a third that is told, or one of them equals another.
    void try_equals(std::span<const Operand> operands, const Pool& pool) {
        const Figure* const a = operands.front().figure;
        const Figure* const b = operands.back().figure;
        for (const Figure* const figure : pool) {
            if (figure == a || figure == b || figure->unit.dimension != a->unit.dimension) continue;
            tried_.sum(term_of(a), {term_of(b), term_of(figure)});
            tried_.sum(term_of(b), {term_of(a), term_of(figure)});
            if (operands.size() != 2) continue;
            tried_.equal({term_of(a), term_of(figure)});
            tried_.equal({term_of(b), term_of(figure)});
        }
    }

    void try_products(std::span<const Operand> operands, const Pool& pool) {
        const Term product = term_of(operands.front());
        std::vector<Term> factors;
        for (const Operand& operand : operands.subspan(1)) factors.push_back(term_of(operand));
        for (const Figure* const figure : pool) {
            tried_.product(term_of(figure), factors);
            std::vector<Term> others = factors;
            others.push_back(term_of(figure));
            tried_.product(product, others);
            for (std::size_t i = 0; i < factors.size(); ++i) {
                others = factors;
                others[i] = term_of(figure);
                tried_.product(product, others);
            }
        }
    }

    ReportView& report_;
    std::unordered_map<std::string_view, std::size_t> number_of_{};
    std::vector<Pool> figures_{};
    Relations tried_{};
    std::size_t work_ = 0;
};

} // namespace

void doubt_misread_words(ReportView& report) {
    if (report.filing == nullptr || report.filing->sentences.empty()) return;
    if (std::any_of(report.checks.begin(), report.checks.end(), is_broken)) Words(report).all();
}

} // namespace tieout::detail
