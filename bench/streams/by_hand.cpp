// SPDX-License-Identifier: MIT
// tieout_by_hand: the checks of these filings and of no others, written out by hand for speed. What a line holds is
// taken to be as the forms have it: amounts with two decimals, all lists complete, nothing stated twice. It prints
// the number of each document that does not tie out, and what is broken there.
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

namespace json = simdjson::ondemand;
using Int = std::int64_t;

/// In hundredths, if it is stated.
struct Figure {
    Int value = 0;
    bool stated = false;
};

enum Phase { prior, initial, supplementary, adjusted, executed, opening, closing, phase_count };

using Item = std::array<Figure, phase_count>;

/// Figures that make a total, phase by phase.
struct Sums {
    struct Sum {
        Int value = 0;
        int parts = 0;
    };
    std::array<Sum, phase_count> of{};

    void add(const Item& item) {
        for (std::size_t phase = 0; phase < phase_count; ++phase)
            if (item[phase].stated) {
                of[phase].value += item[phase].value;
                ++of[phase].parts;
            }
    }
};

struct Filing {
    Item income, surplus_used, total_income, expenditure, distribution, total_expenditure;
    Item basic, personnel, operating, project;
    Item three_public, abroad, vehicles, purchase, running, reception;
    Item procurement, goods, works, services, medium_firms, small_firms;
    Item assets, current, fixed, depreciation, fixed_net, fixed_increase, fixed_decrease;
    Item evaluated;
    Sums funds, functions, projects, classes, personnel_classes, operating_classes;
    Figure income_growth, growth, public_growth, basic_share, personnel_share;
    Figure execution_rate, evaluated_rate, staff_rate;
    Figure authorised, actual, kinds_authorised, kinds_actual;
    bool kind_exceeds = false;
    char comparative = 0;
    Figure budget_weight, budget_score, weight, score;
    Int leaf_weights = 0;
    Int tier_scores = 0;
    bool scored = false;
    bool heading_differs = false;
    bool score_exceeds = false;
    Figure received, settled, settled_rate, channels;
};

/// Digits with at most two decimals; quotation marks are passed over.
Figure number(json::value value) {
    const std::string_view token = value.raw_json_token();
    const char* at = token.data();
    at += *at == '"';
    const bool negative = *at == '-';
    at += negative;
    Int read = 0;
    while (static_cast<unsigned char>(*at - '0') < 10) read = read * 10 + (*at++ - '0');
    read *= 100;
    if (*at == '.') {
        read += (at[1] - '0') * 10;
        if (static_cast<unsigned char>(at[2] - '0') < 10) read += at[2] - '0';
    }
    return {negative ? -read : read, true};
}

template <class Visit>
void each_field(json::object object, Visit visit) {
    for (auto field : object) {
        // The key as it stands: those of these filings need no unescaping.
        const char* const key = json::raw_json_string(field.key()).raw();
        const auto* const end = static_cast<const char*>(std::memchr(key, '"', 64));
        visit(std::string_view{key, static_cast<std::size_t>(end - key)}, json::value(field.value()));
    }
}

template <class Visit>
void each_object(json::array array, Visit visit) {
    for (auto element : array) visit(json::object(element.get_object()));
}

bool read_phase(Item& item, std::string_view key, json::value value) {
    Phase phase = phase_count;
    switch (key.size()) {
    case 5:
        if (key == "prior") phase = prior;
        break;
    case 7:
        if (key == "initial") phase = initial;
        if (key == "opening") phase = opening;
        if (key == "closing") phase = closing;
        break;
    case 8:
        if (key == "executed") phase = executed;
        if (key == "adjusted") phase = adjusted;
        break;
    case 13:
        if (key == "supplementary") phase = supplementary;
        break;
    default:
        break;
    }
    if (phase == phase_count) return false;
    item[phase] = number(value);
    return true;
}

/// The one claim of a list: `[{"stated":…}]`.
void read_claim(Figure& figure, json::value value) {
    each_object(value.get_array(), [&](json::object claim) {
        each_field(claim, [&](std::string_view key, json::value of) {
            if (key == "stated") figure = number(of);
        });
    });
}

void read_item(Item& item, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) { read_phase(item, key, of); });
}

void read_item(Item& item, Figure& share, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        if (read_phase(item, key, of)) return;
        if (key == "shares") read_claim(share, of);
    });
}

/// The lines of the only split of an item.
template <class Visit>
void each_line(json::value splits, Visit visit) {
    each_field(splits.get_object(), [&](std::string_view, json::value split) {
        each_field(split.get_object(), [&](std::string_view key, json::value items) {
            if (key == "items") each_object(items.get_array(), visit);
        });
    });
}

void read_lines(Sums& sums, json::value splits) {
    each_line(splits, [&](json::object line) {
        Item item{};
        each_field(line, [&](std::string_view key, json::value of) { read_phase(item, key, of); });
        sums.add(item);
    });
}

void read_basic(Filing& f, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        if (read_phase(f.basic, key, of)) return;
        if (key == "personnel") read_item(f.personnel, f.personnel_share, of);
        if (key == "operating") read_item(f.operating, of);
        if (key == "shares") read_claim(f.basic_share, of);
        if (key != "splits") return;
        each_line(of, [&](json::object line) {
            Item item{};
            bool wages_or_aid = false;
            each_field(line, [&](std::string_view name, json::value figure) {
                if (read_phase(item, name, figure)) return;
                if (name != "code") return;
                const std::string_view code = figure.raw_json_token();
                wages_or_aid = code.starts_with("\"301\"") || code.starts_with("\"303\"");
            });
            f.classes.add(item);
            (wages_or_aid ? f.personnel_classes : f.operating_classes).add(item);
        });
    });
}

void read_project(Filing& f, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        if (read_phase(f.project, key, of) || key != "projects") return;
        each_object(of.get_array(), [&](json::object line) {
            Item item{};
            each_field(line,
                       [&](std::string_view name, json::value figure) { read_phase(item, name, figure); });
            f.projects.add(item);
        });
    });
}

void read_income(Filing& f, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        if (read_phase(f.income, key, of)) return;
        if (key == "growth") read_claim(f.income_growth, of);
        if (key == "splits") read_lines(f.funds, of);
    });
}

void read_expenditure(Filing& f, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        if (read_phase(f.expenditure, key, of)) return;
        if (key == "splits") read_lines(f.functions, of);
        if (key == "growth") read_claim(f.growth, of);
        if (key == "rates") read_claim(f.execution_rate, of);
        if (key == "basic") read_basic(f, of);
        if (key == "project") read_project(f, of);
        if (key != "comparatives") return;
        each_object(of.get_array(), [&](json::object said) {
            each_field(said, [&](std::string_view name, json::value word) {
                if (name == "word") f.comparative = word.raw_json_token()[1];
            });
        });
    });
}

void read_three_public(Filing& f, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        if (read_phase(f.three_public, key, of)) return;
        if (key == "growth") read_claim(f.public_growth, of);
        if (key == "abroad") read_item(f.abroad, of);
        if (key == "reception") read_item(f.reception, of);
        if (key != "vehicles") return;
        each_field(of.get_object(), [&](std::string_view name, json::value part) {
            if (read_phase(f.vehicles, name, part)) return;
            if (name == "purchase") read_item(f.purchase, part);
            if (name == "operation") read_item(f.running, part);
        });
    });
}

void read_procurement(Filing& f, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        if (read_phase(f.procurement, key, of)) return;
        if (key == "goods") read_item(f.goods, of);
        if (key == "works") read_item(f.works, of);
        if (key == "services") read_item(f.services, of);
        if (key == "sme_reserved") read_item(f.medium_firms, of);
        if (key == "small_reserved") read_item(f.small_firms, of);
    });
}

void read_assets(Filing& f, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        if (read_phase(f.assets, key, of)) return;
        if (key == "current") read_item(f.current, of);
        if (key == "fixed") read_item(f.fixed, of);
        if (key == "depreciation") read_item(f.depreciation, of);
        if (key == "fixed_net") read_item(f.fixed_net, of);
        if (key == "fixed_increase") read_item(f.fixed_increase, of);
        if (key == "fixed_decrease") read_item(f.fixed_decrease, of);
    });
}

/// A row of the evaluation with what is below it; returns the weights of its leaves.
Int read_indicator(Filing& f, json::object row) {
    Figure weight;
    Figure score;
    Int below = 0;
    bool heading = false;
    each_field(row, [&](std::string_view key, json::value of) {
        if (key == "weight") weight = number(of);
        if (key == "score") score = number(of);
        if (key != "indicators") return;
        heading = true;
        each_object(of.get_array(), [&](json::object inner) { below += read_indicator(f, inner); });
    });
    if (heading && below != weight.value) f.heading_differs = true;
    if (score.stated) {
        f.tier_scores += score.value;
        f.scored = true;
        if (score.value > weight.value || score.value < 0) f.score_exceeds = true;
    }
    return heading ? below : weight.value;
}

void read_evaluation(Filing& f, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        if (key == "weight") f.weight = number(of);
        if (key == "score") f.score = number(of);
        if (key == "indicators")
            each_object(of.get_array(), [&](json::object row) { f.leaf_weights += read_indicator(f, row); });
        if (key != "budget") return;
        each_field(of.get_object(), [&](std::string_view name, json::value figure) {
            if (read_phase(f.evaluated, name, figure)) return;
            if (name == "rates") read_claim(f.evaluated_rate, figure);
            if (name == "weight") f.budget_weight = number(figure);
            if (name == "score") f.budget_score = number(figure);
        });
    });
}

void read_staff(Filing& f, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        if (key == "authorised") f.authorised = number(of);
        if (key == "actual") f.actual = number(of);
        if (key != "kinds") return;
        each_object(of.get_array(), [&](json::object kind) {
            Figure most;
            Figure there;
            each_field(kind, [&](std::string_view name, json::value figure) {
                if (name == "authorised") most = number(figure);
                if (name == "actual") there = number(figure);
            });
            f.kinds_authorised = {f.kinds_authorised.value + most.value, true};
            f.kinds_actual = {f.kinds_actual.value + there.value, true};
            f.kind_exceeds = f.kind_exceeds || there.value > most.value;
        });
    });
}

void read_figures(Filing& f, json::value value) {
    each_field(value.get_object(), [&](std::string_view key, json::value of) {
        Figure figure;
        each_field(of.get_object(), [&](std::string_view name, json::value stated) {
            if (name == "value") figure = number(stated);
        });
        if (key == "受理")
            f.received = figure;
        else if (key == "办结")
            f.settled = figure;
        else if (key == "办结率")
            f.settled_rate = figure;
        else
            f.channels = {f.channels.value + figure.value, true};
    });
}

void read(Filing& f, json::document& document) {
    each_field(document.get_object(), [&](std::string_view key, json::value of) {
        if (key == "staff") return read_staff(f, of);
        if (key == "income") return read_income(f, of);
        if (key == "surplus_used") return read_item(f.surplus_used, of);
        if (key == "total_income") return read_item(f.total_income, of);
        if (key == "expenditure") return read_expenditure(f, of);
        if (key == "distribution") return read_item(f.distribution, of);
        if (key == "total_expenditure") return read_item(f.total_expenditure, of);
        if (key == "three_public") return read_three_public(f, of);
        if (key == "procurement") return read_procurement(f, of);
        if (key == "assets") return read_assets(f, of);
        if (key == "evaluation") return read_evaluation(f, of);
        if (key == "rates") return read_claim(f.staff_rate, of);
        if (key == "figures") return read_figures(f, of);
    });
}

/// The checks of one filing. Amounts are taken in half hundredths, so that every printed one is off by at most 1.
class Checks {
  public:
    explicit Checks(std::string& broken) : broken_(broken) {}

    void that(std::string_view code, bool holds) {
        if (!holds) broken_.append(broken_.empty() ? "" : " ").append(code);
    }
    void sum(std::string_view code, const Figure& total, Int parts, int count) {
        that(code, std::abs(2 * (total.value - parts)) <= count + 1);
    }
    void at_most(std::string_view code, const Figure& lesser, const Figure& greater) {
        that(code, 2 * (lesser.value - greater.value) <= 2);
    }
    void list(std::string_view code, const Item& total, const Sums& parts) {
        for (const Phase phase : {prior, initial, executed})
            if (total[phase].stated && parts.of[phase].parts != 0)
                sum(code, total[phase], parts.of[phase].value, parts.of[phase].parts);
    }
    /// part / whole, both amounts that are positive, is the rate.
    void quotient(std::string_view code, const Figure& rate, const Figure& part, const Figure& whole) {
        const Int low = 2 * rate.value - 1;
        const Int high = 2 * rate.value + 1;
        that(code, (2 * part.value - 1) * full - high * (2 * whole.value + 1) <= 0 &&
                       (2 * part.value + 1) * full - low * (2 * whole.value - 1) >= 0);
    }
    void growth(std::string_view code, const Figure& rate, const Figure& from, const Figure& to) {
        quotient(code, {rate.value + full / 2, true}, to, from);
    }
    /// The same of counts, which are what they are.
    void quotient_of_counts(std::string_view code, const Figure& rate, const Figure& part,
                            const Figure& whole) {
        that(code, std::abs(part.value * full - 2 * rate.value * whole.value) <= whole.value);
    }

  private:
    /// 100 % in half hundredths.
    static constexpr Int full = 20'000;

    std::string& broken_;
};

void check_accounts(const Filing& f, Checks& that) {
    const Item& spent = f.expenditure;
    that.list("T01", f.income, f.funds);
    const Int came = f.income[executed].value + f.income[opening].value + f.surplus_used[executed].value;
    if (f.surplus_used[executed].stated)
        that.sum("T02", f.total_income[executed], came, 3);
    else
        that.that("T02", 2 * (came - f.total_income[executed].value) <= 3);
    that.list("T03", spent, f.functions);
    if (f.total_expenditure[executed].stated) {
        that.that("T04",
                  2 * (spent[executed].value + spent[closing].value - f.total_expenditure[executed].value) <=
                      3);
        that.sum("T05", f.total_income[executed], f.total_expenditure[executed].value, 1);
    } else {
        that.sum("T05", spent[executed],
                 f.total_income[executed].value - spent[closing].value - f.distribution[executed].value, 3);
    }
    that.sum("T06", f.basic[executed], f.personnel[executed].value + f.operating[executed].value, 2);
    for (const Phase phase : {prior, initial, executed}) {
        if (f.basic[phase].stated)
            that.sum("T07", spent[phase], f.basic[phase].value + f.project[phase].value, 2);
        else
            that.at_most("T07", f.project[phase], spent[phase]);
    }
    that.list("T09", f.basic, f.classes);
    that.list("T37", f.personnel, f.personnel_classes);
    that.list("T38", f.operating, f.operating_classes);
    that.sum("T53", spent[adjusted], spent[initial].value + spent[supplementary].value, 2);
    that.list("T60", f.project, f.projects);
    that.quotient("T73", f.basic_share, f.basic[executed], spent[executed]);
    that.quotient("T73", f.personnel_share, f.personnel[executed], f.basic[executed]);
    that.growth("T75", f.income_growth, f.income[prior], f.income[executed]);
    that.growth("T75", f.growth, spent[prior], spent[executed]);
    const Int change = spent[executed].value - spent[prior].value;
    that.that("T76", (f.comparative == 'm' ? change : -change) + 1 > 0);
    that.quotient("T77", f.execution_rate, spent[executed], spent[adjusted]);
}

void check_tables(const Filing& f, Checks& that) {
    const Int public_parts =
        f.abroad[executed].value + f.vehicles[executed].value + f.reception[executed].value;
    if (f.abroad[executed].stated)
        that.sum("T42", f.three_public[executed], public_parts, 3);
    else
        that.that("T42", 2 * (public_parts - f.three_public[executed].value) <= 3);
    if (f.purchase[executed].stated)
        that.sum("T43", f.vehicles[executed], f.purchase[executed].value + f.running[executed].value, 2);
    that.at_most("T46", f.three_public[executed], f.three_public[initial]);
    that.growth("T75", f.public_growth, f.three_public[prior], f.three_public[executed]);
    that.that("T81", f.three_public[executed].stated);
    if (f.procurement[executed].stated) {
        that.sum("T59", f.procurement[executed],
                 f.goods[executed].value + f.works[executed].value + f.services[executed].value, 3);
        that.at_most("T87", f.procurement[initial], f.expenditure[initial]);
    }
    if (f.medium_firms[executed].stated) {
        that.at_most("T83", f.small_firms[executed], f.medium_firms[executed]);
        that.at_most("T83", f.medium_firms[executed], f.procurement[executed]);
    }
    if (f.assets[closing].stated) {
        that.sum("T69", f.assets[closing], f.current[closing].value + f.fixed_net[closing].value, 2);
        that.sum("T70", f.fixed_net[closing], f.fixed[closing].value - f.depreciation[closing].value, 2);
    }
    if (f.fixed_increase[executed].stated)
        that.sum("T72", f.fixed[closing],
                 f.fixed[opening].value + f.fixed_increase[executed].value - f.fixed_decrease[executed].value,
                 3);
}

void check_evaluation(const Filing& f, Checks& that) {
    that.sum("T55", f.evaluated[adjusted], f.expenditure[adjusted].value, 1);
    that.sum("T55", f.evaluated[executed], f.expenditure[executed].value, 1);
    const bool with_budget = f.leaf_weights + f.budget_weight.value == f.weight.value;
    that.that("T61", with_budget || f.leaf_weights == f.weight.value);
    that.that("T62", !f.heading_differs);
    if (f.scored) {
        that.that("T63", !f.score_exceeds && f.budget_score.value <= f.budget_weight.value);
        // A total score is printed with one decimal, and rounded.
        const auto makes = [&](Int parts) { return std::abs(f.score.value - parts) <= 5; };
        that.that("T64", makes(f.tier_scores + f.budget_score.value) || makes(f.tier_scores));
    }
    that.quotient("T65", f.evaluated_rate, f.evaluated[executed], f.evaluated[adjusted]);
    that.that("T86", with_budget);
}

void check_counts(const Filing& f, Checks& that) {
    that.that("T89", f.actual.value <= f.authorised.value && !f.kind_exceeds);
    if (f.kinds_actual.stated)
        that.that("T88",
                  f.kinds_authorised.value == f.authorised.value && f.kinds_actual.value == f.actual.value);
    if (f.staff_rate.stated) that.quotient_of_counts("T77", f.staff_rate, f.actual, f.authorised);
    if (f.received.stated) {
        that.that("受理", f.channels.value == f.received.value);
        that.quotient_of_counts("办结率", f.settled_rate, f.settled, f.received);
    }
}

/// Whole lines, read from the input in turn and printed in that order.
struct Block {
    std::string text;
    std::size_t length = 0; // without the padding
    std::size_t index = 0;
    std::size_t first_line = 0;
};

class Stream {
  public:
    explicit Stream(std::FILE* input) : input_(input) {}

    /// The next lines, or false at the end.
    bool take(Block& block) {
        const std::lock_guard lock(mutex_);
        block.text.resize(std::max(block_size, 2 * rest_.size()) + simdjson::SIMDJSON_PADDING);
        std::memcpy(block.text.data(), rest_.data(), rest_.size());
        std::size_t filled = rest_.size();
        std::size_t whole = 0;
        for (;;) {
            filled += std::fread(block.text.data() + filled, 1,
                                 block.text.size() - simdjson::SIMDJSON_PADDING - filled, input_);
            const std::size_t newline = std::string_view(block.text.data(), filled).rfind('\n');
            whole = newline == std::string_view::npos ? 0 : newline + 1;
            if (std::feof(input_) != 0) whole = filled;
            if (whole != 0 || filled == 0) break;
            block.text.resize(block.text.size() * 2);
        }
        rest_.assign(block.text.data() + whole, filled - whole);
        block.length = whole;
        block.index = blocks_++;
        block.first_line = lines_ + 1;
        lines_ += static_cast<std::size_t>(
            std::count(block.text.data(), block.text.data() + static_cast<std::ptrdiff_t>(whole), '\n'));
        return whole != 0;
    }

    /// Prints what was found in a block once all before it is printed.
    void put(std::size_t index, std::string found) {
        const std::lock_guard lock(mutex_);
        found_[index] = std::move(found);
        for (auto next = found_.begin(); next != found_.end() && next->first == printed_;
             next = found_.erase(next), ++printed_)
            std::fwrite(next->second.data(), 1, next->second.size(), stdout);
    }

  private:
    static constexpr std::size_t block_size = 1U << 20U;

    std::mutex mutex_;
    std::FILE* input_;
    std::string rest_;
    std::map<std::size_t, std::string> found_;
    std::size_t blocks_ = 0;
    std::size_t lines_ = 0;
    std::size_t printed_ = 0;
};

void work(Stream& stream) {
    json::parser parser;
    Block block;
    std::string broken;
    while (stream.take(block)) {
        std::string found;
        std::size_t number = block.first_line;
        const char* at = block.text.data();
        const char* const end = at + block.length;
        for (; at != end; ++number) {
            const auto* newline =
                static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
            if (newline == nullptr) newline = end;
            const auto length = static_cast<std::size_t>(newline - at);
            // The lines that follow are padding enough, and the block ends with some.
            const auto room = static_cast<std::size_t>(end - at) + simdjson::SIMDJSON_PADDING;
            if (length != 0) {
                broken.clear();
                try {
                    json::document document = parser.iterate(simdjson::padded_string_view(at, length, room));
                    Filing filing{};
                    read(filing, document);
                    Checks that(broken);
                    check_accounts(filing, that);
                    check_tables(filing, that);
                    check_evaluation(filing, that);
                    check_counts(filing, that);
                } catch (const simdjson::simdjson_error&) {
                    broken = "unreadable";
                }
                if (!broken.empty())
                    found.append(std::to_string(number)).append("\t").append(broken).append("\n");
            }
            at = newline == end ? end : newline + 1;
        }
        stream.put(block.index, std::move(found));
    }
}

} // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::fputs("usage: tieout_by_hand THREADS FILE\n", stderr);
        return 2;
    }
    std::FILE* const input = std::fopen(words[2], "rb");
    if (input == nullptr) {
        std::fprintf(stderr, "tieout_by_hand: cannot read %s\n", words[2]);
        return 2;
    }
    std::setvbuf(input, nullptr, _IONBF, 0);
    Stream stream(input);
    std::vector<std::thread> helpers;
    for (int i = std::atoi(words[1]); i > 1; --i) helpers.emplace_back([&] { work(stream); });
    work(stream);
    for (std::thread& helper : helpers) helper.join();
    return 0;
}
