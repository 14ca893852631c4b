// SPDX-License-Identifier: MIT
#include "misread.hpp"

#include "doubting.hpp"
#include "relations/evidence.hpp"
#include "relations/figure_numbers.hpp"
#include "relations/kinds.hpp"
#include "relations/substitute.hpp"
#include "wanted.hpp"

#include <tieout/numbers/ratio.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace tieout::detail {
namespace {

/// Operands that are looked at in one document.
constexpr std::size_t work_max = 4'000'000;

/// Where checks stand in tables, and which of them are broken.
class Misreadings {
  public:
    explicit Misreadings(ReportView& report) : report_(report) {
        for (const SourceTable& table : report.filing->tables) certified_.emplace(table.id, table.certified);
    }

    void all() {
        for (std::uint32_t i = 0; i < checks().size(); ++i)
            if (checks()[i].outcome == Outcome::broken && stands_in_table(i)) suspects_.push_back(i);
        if (suspects_.empty()) return;
        index();
        doubted_.assign(checks().size(), false);
        many_along_one_axis();
        for (const std::uint32_t check : suspects_)
            doubted_[check] = doubted_[check] || counts_parts_twice(check);
        for (const std::uint32_t check : suspects_) doubted_[check] = doubted_[check] || is_misreading(check);
        for (const std::uint32_t check : suspects_)
            if (doubted_[check]) doubt(report_.checks[check]);
    }

  private:
    [[nodiscard]] const std::vector<Check>& checks() const { return report_.checks; }
    [[nodiscard]] const Relation& relation_of(std::uint32_t check) const {
        return report_.relation_of(checks()[check]);
    }
    [[nodiscard]] std::span<const Operand> operands_of(std::uint32_t check) const {
        return report_.relations.operands(relation_of(check));
    }
    template <class Visit>
    void each_operand(std::uint32_t check, Visit visit) const {
        const Check& of = checks()[check];
        for (const Relation& relation : report_.relations.all().subspan(of.first_reading, of.readings))
            for (const Operand& operand : report_.relations.operands(relation)) visit(operand);
    }
    [[nodiscard]] bool stands_in_table(std::uint32_t check) const {
        bool any = false;
        each_operand(check, [&](const Operand& operand) { any = any || in_table(*operand.figure); });
        return any;
    }
    [[nodiscard]] bool certified(const Figure& figure) const {
        const auto found = certified_.find(figure.context);
        return found != certified_.end() && found->second;
    }
    /// Whether a check says something against others.
    [[nodiscard]] bool counts(std::uint32_t check) const {
        const Check& of = checks()[check];
        return (holds(of.outcome) || of.outcome == Outcome::broken) && !of.other_statements &&
               !rests_on_open(report_.relations, of);
    }

    void index() {
        std::vector<std::uint32_t> last;
        for (std::uint32_t check = 0; check < checks().size(); ++check) {
            if (!counts(check)) continue;
            each_operand(check, [&](const Operand& operand) {
                const auto [number, added] = numbers_.add(operand.figure);
                if (added) {
                    checks_of_.emplace_back();
                    last.push_back(none);
                }
                const auto at = static_cast<std::size_t>(number);
                // A figure stands in several readings of one check, or twice in one.
                if (last[at] == check) return;
                last[at] = check;
                checks_of_[at].push_back(check);
            });
        }
        for (const std::uint32_t check : suspects_)
            each_operand(check, [&](const Operand& operand) {
                const Figure& figure = *operand.figure;
                if (!in_table(figure) || !figure.known() || !disputed_.add(&figure).second) return;
                const std::string value = value_key(figure);
                disputed_in_[line_key(figure, 'r', figure.cell_row) + value].push_back(&figure);
                disputed_in_[line_key(figure, 'c', figure.cell_column) + value].push_back(&figure);
            });
    }
    [[nodiscard]] std::span<const std::uint32_t> checks_of(const Figure& figure) const {
        const int number = numbers_.find(&figure);
        return number < 0 ? std::span<const std::uint32_t>() : checks_of_[static_cast<std::size_t>(number)];
    }
    static std::string value_key(const Figure& figure) {
        std::string key = "=" + std::to_string(static_cast<int>(figure.unit.dimension)) + "=";
        try {
            key += to_string(trimmed(figure.base_value()));
        } catch (const Overflow&) {
            key += "too large";
        }
        return key;
    }
    static std::string line_key(const Figure& figure, char axis, std::uint32_t line) {
        return figure.context + '\n' + axis + std::to_string(line);
    }

    // ── many that fail alike ──

    struct Alike {
        std::size_t all = 0;
        std::vector<std::uint32_t> broken{};
    };

    /// Relations within one row or one column, by that line, and by their form in all of them.
    void many_along_one_axis() {
        std::unordered_map<std::string, Alike> alike;
        for (std::uint32_t check = 0; check < checks().size(); ++check) {
            if (!counts(check) || !computes(relation_of(check))) continue;
            const auto operands = operands_of(check);
            const Figure& first = *operands.front().figure;
            bool one_row = operands.size() > 1;
            bool one_column = one_row;
            for (const Operand& operand : operands) {
                const Figure& figure = *operand.figure;
                const bool here = in_table(figure) && figure.context == first.context;
                one_row = one_row && here && figure.cell_row == first.cell_row;
                one_column = one_column && here && figure.cell_column == first.cell_column;
            }
            if (one_row == one_column) continue;
            std::string form = line_key(first, one_row ? 'R' : 'C', 0);
            form += name_of(relation_of(check).kind);
            for (const Operand& operand : operands) {
                form += ' ';
                form += std::to_string(one_row ? operand.figure->cell_column : operand.figure->cell_row);
                form += to_string(operand.coefficient);
            }
            for (const std::string& key : {form, one_row ? line_key(first, 'r', first.cell_row)
                                                         : line_key(first, 'c', first.cell_column)}) {
                Alike& found = alike[key];
                ++found.all;
                if (checks()[check].outcome == Outcome::broken) found.broken.push_back(check);
            }
        }
        // A bound that two rows or more have, and none keeps, is none between these columns; nor do they then add up alike.
        std::unordered_set<std::string> unbounded;
        for (const auto& [key, found] : alike) {
            if (found.broken.size() < 2 || found.broken.size() != found.all ||
                relation_of(found.broken.front()).kind != Kind::at_most)
                continue;
            for (const std::uint32_t check : found.broken) {
                doubted_[check] = true;
                const Figure& lesser = *operands_of(check).front().figure;
                unbounded.insert(line_key(lesser, 'c', lesser.cell_column));
            }
        }
        for (const std::uint32_t check : suspects_) {
            const Figure& figure = *operands_of(check).front().figure;
            if (relation_of(check).kind == Kind::sum &&
                unbounded.contains(line_key(figure, 'c', figure.cell_column)))
                doubted_[check] = true;
        }
        for (const auto& [key, found] : alike)
            if (found.broken.size() > 2 && 3 * found.broken.size() > found.all)
                for (const std::uint32_t check : found.broken) doubted_[check] = true;
    }

    // ── parts that stand behind what they make ──

    /// Whether a list holds where rows that are the sums of those right behind them are taken as their headings: 产出 40, 数量
    /// 20, 质量 20.
    bool counts_parts_twice(std::uint32_t check) {
        const Check& of = checks()[check];
        for (std::uint32_t index = of.first_reading; index < of.first_reading + of.readings; ++index) {
            try {
                if (list_holds_with_headings(report_.relations.all()[index])) return true;
            } catch (const Overflow&) {
                return true;
            }
        }
        return false;
    }

    bool list_holds_with_headings(const Relation& reading) {
        constexpr std::size_t most_rows = 200;
        constexpr std::size_t most_sums = 200;
        if (reading.comparison != Comparison::equals ||
            (reading.kind != Kind::sum && reading.kind != Kind::linear))
            return false;
        const auto operands = report_.relations.operands(reading);
        const std::size_t first = reading.kind == Kind::sum ? 1 : 0;
        if (operands.size() < first + 3 || operands.size() > most_rows) return false;
        const Decimal sign = operands[first].coefficient;
        std::vector<std::pair<std::uint32_t, Decimal>> rows;
        for (std::size_t i = 0; i < operands.size(); ++i) {
            const Figure& figure = *operands[i].figure;
            if (!figure.known() || !in_table(figure) || figure.context != operands[first].figure->context)
                return false;
            if (i < first) continue;
            if (operands[i].coefficient != sign || figure.cell_column != operands[first].figure->cell_column)
                return false;
            rows.emplace_back(figure.cell_row, figure.base_value());
        }
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        const Decimal total = first == 1 ? operands.front().figure->base_value()
                                         : shifted(reading.constant, reading.constant_unit.power);
        // By the row that comes next: what the rows before it may come to, and whether one of them heads several others. That
        // a row repeats the one before it says nothing by itself.
        std::vector<std::set<std::pair<Decimal, bool>>> sums(rows.size() + 1);
        sums.front().insert({Decimal{}, false});
        const auto add = [&](std::size_t from, std::size_t to) {
            for (const auto& [sum, headed] : sums[from])
                if (sums[to].size() < most_sums)
                    sums[to].insert({sum + rows[from].second, headed || to > from + 2});
        };
        for (std::size_t i = 0; i < rows.size(); ++i) {
            add(i, i + 1);
            Decimal below{};
            for (std::size_t k = i + 1; k < rows.size(); ++k) {
                if (++work_ > work_max) return false;
                below += rows[k].second;
                if (below == rows[i].second && !is_zero(below)) add(i, k + 1);
            }
        }
        return sums.back().contains({total, true});
    }

    // ── one by one ──

    bool is_misreading(std::uint32_t check) {
        const Relation& relation = relation_of(check);
        if (relation.kind == Kind::present) {
            const auto operands = operands_of(check);
            return std::any_of(operands.begin(), operands.end(), [&](const Operand& operand) {
                const auto found = certified_.find(operand.figure->context);
                return in_table(*operand.figure) && found != certified_.end() && !found->second;
            });
        }
        if (!computes(relation)) return false;
        const Check& of = checks()[check];
        bool mended = false;
        for (std::uint32_t index = of.first_reading; index < of.first_reading + of.readings; ++index) {
            // What leaves 38 digits is not looked at further.
            try {
                if (reading_is_misread(check, report_.relations.all()[index], mended)) return true;
            } catch (const Overflow&) {
                return true;
            }
        }
        return !mended;
    }

    bool reading_is_misread(std::uint32_t check, const Relation& reading, bool& mended) {
        const auto operands = report_.relations.operands(reading);
        if (!std::all_of(operands.begin(), operands.end(),
                         [](const Operand& operand) { return operand.figure->known(); }))
            return false;
        const Forms forms(reading, operands);
        work_ += operands.size();
        FigureNumbers tried;
        for (const Operand& operand : operands) {
            const Figure& figure = *operand.figure;
            if (!tried.add(&figure).second) continue;
            if (++work_ > work_max) return true;
            const std::optional<Ratio> base = forms.wanted(figure);
            if (!base) continue;
            const Decimal value = printed_like(figure, *base);
            const Figure in_place = with_value(figure, value);
            if (stands_beside(check, figure, in_place)) return true;
            mended = mended || mends(check, figure, in_place, forms.surely());
        }
        return false;
    }

    Outcome outcome_with_value(std::uint32_t check, const Figure& figure, const Figure& in_place) {
        work_ += operands_of(check).size();
        return outcome_with(report_.relations, checks()[check], figure, in_place, report_.options);
    }

    /// Whether with another number in the place of a figure this check holds, and no other is broken by it; or, in a
    /// certified table, more are mended than broken.
    bool mends(std::uint32_t check, const Figure& figure, const Figure& in_place, bool surely) {
        if (!surely && !holds(outcome_with_value(check, figure, in_place))) return false;
        std::size_t healed = 1;
        std::size_t hurt = 0;
        for (const std::uint32_t other : checks_of(figure)) {
            if (other == check) continue;
            if (work_ > work_max) return false;
            const bool before = holds(checks()[other].outcome);
            const Outcome after = outcome_with_value(other, figure, in_place);
            if (before && after == Outcome::broken) ++hurt;
            if (!before && holds(after)) ++healed;
        }
        return hurt == 0 || (in_table(figure) && certified(figure) && healed > hurt);
    }

    /// Whether the number that would make it hold stands at another figure of the row or the column, and that one is in
    /// dispute by itself: then the two may have been exchanged.
    [[nodiscard]] bool stands_beside(std::uint32_t check, const Figure& figure,
                                     const Figure& in_place) const {
        if (!in_table(figure)) return false;
        for (const std::string& line :
             {line_key(figure, 'r', figure.cell_row), line_key(figure, 'c', figure.cell_column)}) {
            const auto found = disputed_in_.find(line + value_key(in_place));
            if (found != disputed_in_.end() &&
                std::any_of(found->second.begin(), found->second.end(), [&](const Figure* other) {
                    return other != &figure && disputed_elsewhere(check, *other);
                }))
                return true;
        }
        return false;
    }
    [[nodiscard]] bool disputed_elsewhere(std::uint32_t check, const Figure& figure) const {
        const auto in = checks_of(figure);
        return std::none_of(in.begin(), in.end(), [&](std::uint32_t other) { return other == check; }) &&
               std::any_of(in.begin(), in.end(),
                           [&](std::uint32_t other) { return checks()[other].outcome == Outcome::broken; });
    }

    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    ReportView& report_;
    std::unordered_map<std::string_view, bool> certified_;
    std::vector<std::uint32_t> suspects_; ///< broken checks with figures of tables
    std::vector<bool> doubted_;
    FigureNumbers numbers_;
    std::vector<std::vector<std::uint32_t>> checks_of_; ///< by the number of a figure
    FigureNumbers disputed_;
    /// What is in dispute, by row or column and by its number.
    std::unordered_map<std::string, std::vector<const Figure*>> disputed_in_;
    std::size_t work_ = 0;
};

} // namespace

void doubt_misreadings(ReportView& report) { Misreadings(report).all(); }

} // namespace tieout::detail
