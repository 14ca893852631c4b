// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_TEXT_GENERATED_REPORT_HPP
#define TIEOUT_TESTS_READ_TEXT_GENERATED_REPORT_HPP

// Reports that nobody wrote: from a random filing in which everything ties out come sentences and tables in random
// phrasings, printed in random ways. Every figure is rounded half up from its true value, so that what is stated holds
// within rounding and nothing may be found broken. Seeds alone decide what comes out, on every platform.

#include "../../random.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::test {

/// A figure that a report prints.
struct PrintedFigure {
    std::string number{};    ///< without separators
    std::string_view form{}; ///< the phrase or the table that it stands in
    bool changed = false;    ///< printed with one digit altered
};

/// One line of a report, or one table. In texts a figure is its index between two marks.
struct PrintedBlock {
    std::string paragraph{};
    struct Cell {
        std::string text{};
        std::size_t columns = 1;
        std::size_t rows = 1; ///< 0: covered by the cell above it
    };
    std::vector<std::vector<Cell>> rows{};
    std::string caption{};
};

struct GeneratedReport {
    std::vector<PrintedFigure> figures{};
    std::vector<PrintedBlock> blocks{};
};

/// How a report is printed.
struct Print {
    bool html = false;
    bool wide_digits = false;
    bool narrow_marks = false;
    bool traditional = false;
    bool thousands = false;
    bool spaced_numbers = false; ///< 5 万元
    bool spaced_letters = false; ///< 总 支 出
    bool crlf = false;
    std::size_t width = 0; ///< of a line, in columns; 0 does not wrap
    bool indented = false;
    bool blank_lines = false;
    int table = 0; ///< tabs, pipes, aligned, one cell a line
};

namespace generating {

inline constexpr char mark_begin = '\x01';
inline constexpr char mark_end = '\x02';

constexpr std::int64_t yuan = 100; // amounts are in 分
constexpr std::int64_t wan = 10'000 * yuan;
constexpr std::int64_t yi = 10'000 * wan;

constexpr std::int64_t power_of_ten(int exponent) noexcept {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

/// a / b with that many decimals, half up.
inline std::string quotient(std::int64_t a, std::int64_t b, int decimals) {
    const std::int64_t scaled = (2 * a * power_of_ten(decimals) + b) / (2 * b);
    std::string digits = std::to_string(scaled);
    if (decimals == 0) return digits;
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, ".");
    return digits;
}
inline bool is_zero(std::string_view number) { return number.find_first_not_of("0.") == number.npos; }

/// What is true of the body.
struct Truth {
    std::int64_t year = 2020;
    bool large = false;
    struct Amounts {
        std::int64_t now = 0;
        std::int64_t prior = 0;
        std::int64_t initial = 0;
        Amounts& operator+=(const Amounts& more) {
            now += more.now;
            prior += more.prior;
            initial += more.initial;
            return *this;
        }
        friend Amounts operator+(Amounts a, const Amounts& b) { return a += b; }
    };
    Amounts wages, subsidies, operating, project;
    Amounts abroad, purchase, vehicles, domestic, foreign;
    Amounts goods, works, services;
    Amounts general, fund, other;
    std::vector<Amounts> projects{};
    std::int64_t opening = 0;
    std::int64_t closing = 0;
    std::int64_t supplement = 0;
    std::int64_t medium = 0; ///< of procurement, with enterprises of that size
    std::int64_t small = 0;
    std::int64_t current = 0;
    std::int64_t fixed = 0;
    std::int64_t worn = 0;
    std::int64_t added = 0; ///< to the fixed assets within the year
    std::int64_t officials = 0;
    std::int64_t others = 0;
    std::int64_t authorised = 0;
    std::int64_t score = 0; ///< in tenths
    /// By function: basic and project expenditure, and what of both is of the first line below.
    struct Function {
        std::int64_t of_basic = 0;
        std::int64_t of_project = 0;
        std::int64_t first = 0;
        [[nodiscard]] std::int64_t all() const { return of_basic + of_project; }
    };
    std::vector<Function> functions{};

    [[nodiscard]] Amounts personnel() const { return wages + subsidies; }
    [[nodiscard]] Amounts basic() const { return personnel() + operating; }
    [[nodiscard]] Amounts total() const { return basic() + project; }
    [[nodiscard]] Amounts reception() const { return domestic + foreign; }
    [[nodiscard]] Amounts all_vehicles() const { return purchase + vehicles; }
    [[nodiscard]] Amounts three_public() const { return abroad + all_vehicles() + reception(); }
    [[nodiscard]] Amounts procurement() const { return goods + works + services; }
};

inline Truth truth_of(Random& random) {
    Truth truth;
    truth.year = random.between(2016, 2024);
    truth.large = random.one_in(6);
    const std::int64_t unit = truth.large ? 20'000 * wan : 3 * wan;
    const auto amounts = [&](std::int64_t low, std::int64_t high) {
        Truth::Amounts a;
        a.now = random.between(low * unit, high * unit);
        a.prior = a.now * random.between(60, 160) / 100 + random.between(0, 99);
        a.initial = a.now * random.between(70, 130) / 100 + random.between(0, 99);
        if (random.one_in(12)) a.initial = a.now;
        if (random.one_in(12)) a.prior = a.now;
        return a;
    };
    truth.wages = amounts(40, 200);
    truth.subsidies = amounts(4, 40);
    truth.operating = amounts(10, 80);
    const std::int64_t count = random.between(2, 6);
    for (std::int64_t i = 0; i < count; ++i) {
        truth.projects.push_back(amounts(5, 90));
        truth.project += truth.projects.back();
    }
    const auto maybe = [&](std::int64_t high) {
        return random.one_in(3) ? Truth::Amounts{} : amounts(1, high);
    };
    truth.abroad = maybe(2);
    truth.purchase = maybe(2);
    truth.vehicles = amounts(1, 3);
    truth.domestic = amounts(1, 2);
    truth.foreign = random.one_in(4) ? amounts(1, 2) : Truth::Amounts{};
    truth.goods = amounts(1, 5);
    truth.works = maybe(5);
    truth.services = amounts(1, 5);
    // Income: what was spent, and what is carried over.
    const Truth::Amounts total = truth.total();
    truth.opening = random.one_in(3) ? 0 : random.between(unit, 20 * unit);
    truth.closing = random.one_in(3) ? truth.opening : truth.opening + random.between(0, 20 * unit);
    const std::int64_t income = total.now + truth.closing - truth.opening;
    truth.fund.now = random.one_in(2) ? 0 : income / random.between(5, 30);
    truth.other.now = random.one_in(3) ? 0 : income / random.between(5, 40);
    truth.general.now = income - truth.fund.now - truth.other.now;
    truth.supplement = total.now - total.initial;
    truth.medium = truth.procurement().now * random.between(40, 100) / 100;
    truth.small = truth.medium * random.between(20, 90) / 100;
    truth.current = random.between(20 * wan, 900 * wan);
    truth.fixed = random.between(500 * wan, 9000 * wan);
    truth.worn = truth.fixed * random.between(10, 90) / 100;
    truth.added = truth.fixed * random.between(2, 40) / 100;
    truth.officials = random.between(100, 400);
    truth.others = random.between(100, 400);
    truth.authorised = truth.officials + truth.others + random.between(0, 40);
    truth.score = random.between(901, 999);
    std::int64_t basic = truth.basic().now;
    std::int64_t project = truth.project.now;
    for (std::int64_t left = random.between(2, 4); left > 0; --left) {
        Truth::Function function{basic, project, 0};
        if (left > 1) {
            function.of_basic = basic * random.between(10, 60) / 100;
            function.of_project = project * random.between(10, 60) / 100;
        }
        basic -= function.of_basic;
        project -= function.of_project;
        function.first = function.all() * random.between(10, 90) / 100;
        truth.functions.push_back(function);
    }
    return truth;
}

class Author {
  public:
    explicit Author(std::uint64_t seed) : random_(seed), truth_(truth_of(random_)) {}

    GeneratedReport report() {
        const std::string year = std::to_string(truth_.year);
        line("某市某某局" + year + "年度" +
             word({"部门整体支出绩效自评报告", "部门决算公开说明", "部门决算情况说明",
                   "整体支出绩效评价报告"}));
        std::int64_t parts = random_.between(2, 6);
        bool headed = random_.one_in(2);
        std::int64_t number = 0;
        std::string paragraph;
        for (; parts > 0; --parts) {
            if (headed && random_.one_in(2)) {
                flush(paragraph);
                static constexpr std::array numerals = {"一", "二", "三", "四", "五", "六", "七"};
                line(std::string(numerals[static_cast<std::size_t>(number++ % 7)]) + "、" +
                     word({"收入支出决算总体情况说明", "部门基本情况", "支出决算情况", "预算执行情况分析",
                           "绩效目标完成情况", "其他重要事项的情况说明", "存在的主要问题"}));
            }
            if (random_.one_in(2)) paragraph += filler();
            begin_part();
            switch (random_.between(0, 29)) {
            case 0:
                flush(paragraph);
                numbered_items();
                break;
            case 1:
                flush(paragraph);
                numbered_projects();
                break;
            case 2:
            case 3:
            case 4:
            case 5:
                flush(paragraph);
                table();
                break;
            default:
                paragraph += sentence();
            }
            if (random_.one_in(3)) paragraph += filler();
            if (random_.one_in(2)) flush(paragraph);
        }
        flush(paragraph);
        if (random_.one_in(4)) {
            line("某市某某局");
            line(std::to_string(truth_.year + 1) + "年" + std::to_string(random_.between(1, 12)) + "月" +
                 std::to_string(random_.between(1, 28)) + "日");
        }
        return std::move(report_);
    }

  private:
    using Amounts = Truth::Amounts;

    struct FunctionName {
        std::string_view code;
        std::string_view name;
    };
    static constexpr std::array<FunctionName, 4> functions = {{{"201", "一般公共服务支出"},
                                                               {"205", "教育支出"},
                                                               {"208", "社会保障和就业支出"},
                                                               {"210", "卫生健康支出"}}};

    // ── printing one figure ──

    std::string figure(std::string number) {
        report_.figures.push_back({std::move(number), form_, false});
        return mark_begin + std::to_string(report_.figures.size() - 1) + mark_end;
    }
    /// An amount without its unit, in that of the part.
    std::string bare(std::int64_t amount) {
        int decimals = decimals_;
        if (amount == 0) return figure(random_.one_in(2) ? "0" : quotient(0, 1, decimals));
        std::string number = quotient(amount, unit_, decimals);
        // Nobody prints an amount as nothing, or as one digit.
        while (number.find_first_of("123456789") == number.npos || number.size() < 3)
            number = quotient(amount, unit_, ++decimals);
        if (drop_zeros_ && decimals > 0) {
            while (number.back() == '0') number.pop_back();
            if (number.back() == '.') number.pop_back();
        }
        return figure(std::move(number));
    }
    std::string money(std::int64_t amount) {
        return bare(amount) + (unit_ == yuan ? "元" : unit_ == wan ? "万元" : "亿元");
    }
    std::string percent(std::int64_t part, std::int64_t whole) {
        return figure(quotient(100 * part, whole, percent_decimals_)) + "%";
    }
    std::string count(std::int64_t n, std::string_view unit) {
        return figure(std::to_string(n)) + std::string(unit);
    }
    std::string word(std::initializer_list<std::string_view> words) { return std::string(random_.of(words)); }

    void form(std::string_view name) { form_ = name; }
    void begin_part() {
        drop_zeros_ = random_.one_in(5);
        percent_decimals_ = static_cast<int>(random_.between(0, 2));
        if (percent_decimals_ == 0 && random_.one_in(2)) percent_decimals_ = 2;
        if (truth_.large) {
            unit_ = random_.one_in(2) ? wan : yi;
            decimals_ = unit_ == yi ? 2 : static_cast<int>(random_.between(0, 2));
        } else {
            unit_ = random_.one_in(4) ? yuan : wan;
            decimals_ = static_cast<int>(random_.between(unit_ == yuan ? 0 : 1, 2));
            if (random_.one_in(2)) decimals_ = 2;
        }
    }

    // ── blocks ──

    void line(std::string text) { report_.blocks.push_back({.paragraph = std::move(text)}); }
    void flush(std::string& paragraph) {
        if (!paragraph.empty()) line(std::exchange(paragraph, {}));
    }

    // ── words ──

    std::string this_year() { return std::to_string(truth_.year) + word({"年", "年度"}); }
    std::string last_year() { return std::to_string(truth_.year - 1) + word({"年", "年度"}); }
    std::string rise(bool up) { return up ? word({"增加", "增长", "上升"}) : word({"减少", "下降", "降低"}); }
    std::string more(bool up) {
        return up ? word({"增加", "增加了", "多支出"}) : word({"减少", "减少了", "少支出"});
    }
    std::string grown(bool up) {
        return up ? word({"增长", "增长了", "增幅", "上升", "增幅为"})
                  : word({"下降", "下降了", "降幅", "降低", "降幅为"});
    }
    std::string compared() {
        return word({"比上年", "较上年", "与上年相比", "比" + last_year(), "较" + last_year() + "决算数",
                     "同比", "比上年决算数", "较去年", "与" + last_year() + "相比，"});
    }
    static std::int64_t distance(const Amounts& a) {
        return a.now > a.prior ? a.now - a.prior : a.prior - a.now;
    }
    /// ，主要原因是…: after what it explains.
    std::string reason() {
        if (!random_.one_in(3)) return {};
        return "，" + word({"主要原因是人员变动", "主要是落实过紧日子要求", "主要原因是项目进度调整",
                            "原因是厉行节约，严格控制支出", "主要原因：一是人员增加，二是新增项目",
                            "主要原因是2个下属单位并入", "主要是第三季度新增3个专项"});
    }
    /// Change and growth of what was named.
    std::string change_of(const Amounts& a) {
        if (a.now == a.prior) return word({"与上年持平", "与上年相比无变化", "较上年无增减变化"});
        const bool up = a.now > a.prior;
        std::string text = compared();
        const bool gap = text.ends_with("，");
        switch (random_.between(0, 2)) {
        case 0:
            if (a.prior == 0) break;
            return text + (gap ? "" : "") + grown(up).substr(0, 6) + percent(distance(a), a.prior);
        case 1:
            if (a.prior == 0) break;
            return text + more(up) + money(distance(a)) + "，" + grown(up) + percent(distance(a), a.prior);
        default:
            break;
        }
        return text + more(up) + money(distance(a));
    }
    std::string share_of(std::string_view whole, std::int64_t part, std::int64_t of) {
        if (of == 0) return {};
        const std::string named(whole);
        const std::string p = percent(part, of);
        switch (random_.between(0, 3)) {
        case 0:
            return "，占" + named + "的" + p;
        case 1:
            return "，占" + named + p;
        case 2:
            return "，占" + p;
        default:
            return "，占比" + p;
        }
    }

    struct Part {
        std::string_view name;
        std::int64_t amount;
    };
    /// A total and its parts, in one of the ways in which lists are written.
    std::string list(const std::string& name, std::string_view whole_name, std::int64_t whole,
                     std::vector<Part> parts, bool complete) {
        const bool shares = random_.one_in(2);
        std::string opener;
        std::string closer;
        switch (random_.between(0, complete ? 6 : 2)) {
        case 0:
            opener = "，其中：";
            break;
        case 1:
            opener = "。其中：";
            break;
        case 2:
            opener = "，其中";
            break;
        case 3:
            opener = word({"，包括", "，包括：", "，包含"});
            break;
        case 4:
            opener = "，分为";
            break;
        case 5:
            opener = "（";
            closer = "）";
            break;
        default:
            opener = "：";
            break;
        }
        std::string text = name + word({"", "为", "共计", "合计"}) + money(whole) + opener;
        const std::string mark = shares ? word({"；", "；", "，"}) : word({"；", "，", "、"});
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i != 0) text += mark;
            text += std::string(parts[i].name) + word({"", "", "为"}) + money(parts[i].amount);
            if (shares) text += share_of(whole_name, parts[i].amount, whole);
        }
        return text + closer;
    }

    // ── sentences ──

    std::string sentence() {
        switch (random_.between(0, 24)) {
        case 0:
            form("G03 list of expenditure");
            return list(this_year() + word({"总支出", "本年支出合计", "全年支出", "支出合计"}), "总支出",
                        truth_.total().now,
                        {{"基本支出", truth_.basic().now}, {"项目支出", truth_.project.now}}, true) +
                   reason() + "。";
        case 1:
            form("G03 list of basic expenditure");
            return list(this_year() + "基本支出", "基本支出", truth_.basic().now,
                        {{word_kept({"人员经费", "人员支出"}), truth_.personnel().now},
                         {word_kept({"公用经费", "日常公用经费"}), truth_.operating.now}},
                        true) +
                   reason() + "。";
        case 2:
            form("G03 list of income");
            return list(this_year() + word({"本年收入合计", "收入决算", "本年收入"}), "本年收入",
                        truth_.general.now + truth_.fund.now + truth_.other.now,
                        {{"一般公共预算财政拨款收入", truth_.general.now},
                         {"政府性基金预算财政拨款收入", truth_.fund.now},
                         {"其他收入", truth_.other.now}},
                        true) +
                   "。";
        case 3:
            form("G03 lists in lists");
            return this_year() + "总支出" + money(truth_.total().now) + "，其中：基本支出" +
                   money(truth_.basic().now) + "（" + word({"包含", "包括", "其中："}) + "人员经费" +
                   money(truth_.personnel().now) + word({"，", "、"}) + "公用经费" +
                   money(truth_.operating.now) + "）；项目支出" + money(truth_.project.now) + "。";
        case 4:
            form("G05 change");
            return this_year() + word({"总支出", "本年支出合计"}) + money(truth_.total().now) + "，" +
                   change_of(truth_.total()) + reason() + "。";
        case 5:
            form("G05 change of basic and project expenditure");
            return "基本支出" + money(truth_.basic().now) + "，" + change_of(truth_.basic()) + reason() +
                   word({"；", "。"}) + "项目支出" + money(truth_.project.now) + "，" +
                   change_of(truth_.project) + reason() + "。";
        case 6: {
            form("G05 with both years");
            const Amounts total = truth_.total();
            if (total.now == total.prior) return filler();
            const bool up = total.now > total.prior;
            switch (random_.between(0, 2)) {
            case 0:
                return this_year() + "总支出" + money(total.now) + "，" + last_year() + "总支出" +
                       money(total.prior) + "，" + word({"比上年", "同比", "较上年"}) +
                       grown(up).substr(0, 6) + percent(distance(total), total.prior) + reason() + "。";
            case 1:
                return this_year() + "总支出" + money(total.now) + "。" + last_year() + "总支出为" +
                       money(total.prior) + "，本年度" + more(up) + money(distance(total)) + "，" + rise(up) +
                       percent(distance(total), total.prior) + "。";
            default:
                return this_year() + "总支出" + money(total.now) + "，上年总支出" + money(total.prior) +
                       "，" + "比上年" + more(up) + money(distance(total)) + "，" + grown(up) +
                       percent(distance(total), total.prior) + reason() + "。";
            }
        }
        case 7: {
            form("G09 both sides");
            Amounts both = truth_.total();
            both.now += truth_.closing;
            std::string text =
                this_year() + word({"收、支总计均为", "收入支出总计", "收、支总计"}) + money(both.now) + "。";
            if (both.now == both.prior || random_.one_in(3)) return text;
            const bool up = both.now > both.prior;
            text += "与" + last_year() + "相比，收、支总计" + word({"各", "均"}) + rise(up) +
                    money(distance(both)) + "，" + grown(up) + percent(distance(both), both.prior) +
                    reason() + "。";
            return text;
        }
        case 8: {
            form("G07 completion");
            const auto [name, a] = spent_of_budget();
            return completion(name, a);
        }
        case 9:
            form("G07 completion of the three public expenses");
            return three_public_completion();
        case 10:
            form("G04 shares of the three public expenses");
            return three_public_shares();
        case 11:
            form("procurement");
            return procurement();
        case 12: {
            form("operating cost");
            return this_year() + word({"机关运行经费支出", "本部门机关运行经费", "机关运行经费"}) +
                   money(truth_.operating.now) + "，" + change_of(truth_.operating) + reason() + "。";
        }
        case 13:
            form("assets");
            return assets();
        case 14:
            form("staff");
            return staff();
        case 15:
            form("score");
            return score();
        case 16:
            form("G13 saving");
            return saving();
        case 17:
            form("G10 percentage points");
            return points();
        case 18:
            form("G17 price times count");
            return product();
        case 19:
            form("G15 rate");
            return rate();
        case 20:
            form("G06 both levels");
            return both_levels();
        case 21:
            form("G03 counts with shares");
            return counts();
        case 22:
            form("budget and supplement");
            return supplement();
        case 23:
            form("G09 balance");
            return balance();
        default:
            form("G05 prior and initial budget");
            return budget_change();
        }
    }

    /// Views of literals only.
    std::string_view word_kept(std::initializer_list<std::string_view> words) { return random_.of(words); }

    struct Spent {
        std::string name;
        Amounts amounts;
    };
    Spent spent_of_budget() {
        switch (random_.between(0, 5)) {
        case 0:
            return {word({"公务接待费", "公务接待费支出"}), truth_.reception()};
        case 1:
            return {word({"公务用车运行维护费", "公务用车运行维护费支出"}), truth_.vehicles};
        case 2:
            return {"基本支出", truth_.basic()};
        case 3:
            return {"项目支出", truth_.project};
        case 4:
            return {word({"公用经费", "日常公用经费"}), truth_.operating};
        default:
            return {word({"“三公”经费", "三公经费"}), truth_.three_public()};
        }
    }
    std::string compare_with_budget(const Amounts& a) {
        if (!random_.one_in(3)) return {};
        return a.now > a.initial   ? "，决算数大于" + word({"预算数", "年初预算数"})
               : a.now < a.initial ? "，决算数小于" + word({"预算数", "年初预算数"})
                                   : word({"，决算数等于预算数", "，决算数与预算数持平"});
    }
    std::string completion(const std::string& name, const Amounts& a) {
        std::string text = name;
        const bool year = random_.one_in(2);
        const std::string budget = year ? "年初预算" : "支出预算";
        text += word({budget, budget + "为", budget + "数为"}) + money(a.initial) + "，";
        text += word({"支出决算", "支出决算为", "决算数为", "实际支出"}) + money(a.now);
        text += "，完成" + std::string(year ? "年初预算" : "预算") + word({"的", "数的", ""}) +
                percent(a.now, a.initial);
        return text + compare_with_budget(a) + reason() + "。";
    }
    std::string three_public_completion() {
        const Amounts all = truth_.three_public();
        const auto one = [&](const std::string& name, const Amounts& a) {
            std::string text = name + word({"支出预算", "支出预算为", "预算为", "年初预算为"}) +
                               money(a.initial) + "，" + word({"支出决算", "支出决算为", "决算为"}) +
                               money(a.now);
            if (a.initial != 0) text += "，完成预算的" + percent(a.now, a.initial);
            return text;
        };
        return this_year() + one("“三公”经费", all) + word({"，其中：", "。其中："}) +
               one("因公出国（境）费", truth_.abroad) + "；" +
               one("公务用车购置及运行维护费", truth_.all_vehicles()) + "；" +
               one("公务接待费", truth_.reception()) + compare_with_budget(truth_.reception()) + "。";
    }
    std::string three_public_shares() {
        const Amounts all = truth_.three_public();
        std::string text =
            this_year() + "“三公”经费" + word({"支出", "财政拨款支出决算", ""}) + money(all.now);
        if (random_.one_in(2)) text += "，" + change_of(all);
        text += word({"，其中：", "。其中：", "，包括："});
        const bool shares = random_.one_in(2);
        const auto one = [&](const std::string& name, const Amounts& a) {
            std::string part = name + money(a.now);
            if (shares) part += share_of("“三公”经费", a.now, all.now);
            return part;
        };
        text += one("因公出国（境）费", truth_.abroad) + "；";
        if (random_.one_in(2))
            text += one("公务用车购置及运行维护费", truth_.all_vehicles()) + "（公务用车购置费" +
                    money(truth_.purchase.now) + "，公务用车运行维护费" + money(truth_.vehicles.now) + "）；";
        else
            text += one("公务用车购置费", truth_.purchase) + "；" +
                    one("公务用车运行维护费", truth_.vehicles) + "；";
        text += one("公务接待费", truth_.reception()) + "。";
        if (random_.one_in(2))
            text += "国内公务接待" + count(random_.between(3, 90), "批次") + "，" +
                    count(random_.between(100, 900), "人次") + "，国内接待费" + money(truth_.domestic.now) +
                    "。";
        return text;
    }
    std::string procurement() {
        const std::int64_t all = truth_.procurement().now;
        std::string text = this_year() + "政府采购支出总额" + money(all) + "，其中：政府采购货物支出" +
                           money(truth_.goods.now) + word({"、", "，", "；"}) + "政府采购工程支出" +
                           money(truth_.works.now) + word({"、", "，", "；"}) + "政府采购服务支出" +
                           money(truth_.services.now) + "。";
        const std::int64_t medium = truth_.medium;
        const std::int64_t small = truth_.small;
        text += "授予中小企业合同金额" + money(medium) + "，占政府采购支出总额的" + percent(medium, all) +
                "，其中：授予小微企业合同金额" + money(small) + "，占" +
                (random_.one_in(2) ? "政府采购支出总额的" + percent(small, all)
                                   : "授予中小企业合同金额的" + percent(small, medium)) +
                "。";
        return text;
    }
    std::string assets() {
        const std::int64_t current = truth_.current;
        const std::int64_t fixed = truth_.fixed;
        const std::int64_t worn = truth_.worn;
        std::string text = "截至" + std::to_string(truth_.year) + "年12月31日，" +
                           word({"资产合计", "资产总额"}) + money(current + fixed - worn) + "，其中流动资产" +
                           money(current) + "，固定资产" + money(fixed) + "，减累计折旧" + money(worn) + "。";
        if (random_.one_in(2)) {
            const std::int64_t added = truth_.added;
            text += "固定资产比上年增加" + money(added) + "，增长" + percent(added, fixed - added) + "。";
        }
        if (random_.one_in(2))
            text += "共有车辆" + count(random_.between(2, 30), "辆") + "，单价50万元以上通用设备" +
                    count(random_.between(2, 9), "台") + "。";
        return text;
    }
    std::string staff() {
        const std::int64_t officials = truth_.officials;
        const std::int64_t others = truth_.others;
        const std::int64_t authorised = truth_.authorised;
        switch (random_.between(0, 2)) {
        case 0:
            return "核定编制" + count(authorised, "人") + "，年末实有在职人员" +
                   count(officials + others, "人") + "。";
        case 1:
            return "年末实有在职人员" + count(officials + others, "人") +
                   word({"，其中：", "，其中", "，包括"}) + "行政人员" + count(officials, "人") +
                   word({"，", "、"}) + "事业人员" + count(others, "人") + "。";
        default:
            return "单位核定编制" + count(authorised, "名") + "（" + "行政编制" +
                   count(authorised - 150, "名") + "、事业编制" + count(150, "名") + "），在职人员" +
                   count(officials + others, "人") + "。";
        }
    }
    std::string score() {
        const std::int64_t n = truth_.score;
        return "我单位" + this_year() + "部门整体支出绩效自评" + word({"得分", "得分为", "总得分"}) +
               figure(quotient(n, 10, 1)) + "分，" +
               word({"评价等级为“优”", "等级为优秀", "自评结果为“优”"}) + "。";
    }
    std::string saving() {
        const std::int64_t budget = random_.between(50 * wan, 9000 * wan);
        const std::int64_t saved = budget * random_.between(200, 3000) / 10000;
        std::string text = word({"采购预算", "全年采购预算", "项目采购预算"}) + money(budget) + "，" +
                           word({"实际采购金额", "实际采购", "中标金额"}) + money(budget - saved) + "，" +
                           word({"节约资金", "节约财政资金", "节约", "节省资金"}) + money(saved);
        if (random_.one_in(2)) text += "，节约率" + word({"", "为", "达"}) + percent(saved, budget);
        return text + "。";
    }
    std::string points() {
        const std::int64_t before = random_.between(600, 900);
        const std::int64_t added = random_.between(10, 90);
        switch (random_.between(0, 2)) {
        case 0:
            return "回访满意率" + figure(quotient(before + added, 10, 1)) + "%，比上年的" +
                   figure(quotient(before, 10, 1)) + "%提高" + figure(quotient(added, 10, 1)) + "个百分点。";
        case 1:
            return "群众满意度" + figure(quotient(before + added, 10, 1)) + "%，比上年提高" +
                   figure(quotient(added, 10, 1)) + "个百分点。";
        default:
            return "按时办结率" + figure(quotient(before + added, 10, 1)) + "%，超考核指标" +
                   figure(quotient(added, 10, 1)) + "个百分点。";
        }
    }
    std::string product() {
        const std::int64_t price = random_.between(12, 980);
        const std::int64_t pieces = random_.between(110, 4900);
        const std::string thing = word({"宣传手册", "防护用品", "急救药品"});
        const std::string piece = word({"盒", "份", "套"});
        return "购买" + thing + "，单价" + count(price, "元/") + piece + "，" + word({"共", "数量", "采购"}) +
               count(pieces, piece) + "，" + word({"共计", "合计", "金额"}) + count(price * pieces, "元") +
               "。";
    }
    std::string rate() {
        const std::int64_t received = random_.between(300, 9000);
        const std::int64_t done = received * random_.between(60, 99) / 100;
        return word({"收到来信", "受理投诉", "交办工单"}) + count(received, "件") + "，办结" +
               count(done, "件") + "，办结率" + word({"", "为", "达"}) + percent(done, received) + "。";
    }
    std::string both_levels() {
        std::string text = word({"全区", "全市", ""}) + "新登记";
        const auto one = [&](std::string_view thing, std::string_view unit) {
            const std::int64_t before = random_.between(110, 900);
            const std::int64_t now = before * random_.between(50, 190) / 100;
            if (now == before) return std::string(thing) + count(now, unit);
            return std::string(thing) + count(now, unit) + "，比去年同期" + word({"", "的"}) +
                   count(before, unit) + rise(now > before) +
                   percent(now > before ? now - before : before - now, before);
        };
        text += one("企业", "户");
        if (random_.one_in(2)) text += word({"；", "，"}) + one("个体工商户", "户");
        if (random_.one_in(2)) text += word({"；", "，"}) + one("农民专业合作社", "户");
        return text + "。";
    }
    std::string counts() {
        const std::array<std::string_view, 4> kinds = {"求助类", "咨询类", "投诉类", "表扬类"};
        std::array<std::int64_t, 4> n{};
        std::int64_t all = 0;
        const auto size = static_cast<std::size_t>(random_.between(2, 4));
        for (std::size_t i = 0; i < size; ++i) all += n.at(i) = random_.between(100, 900);
        std::string text = word({"全年受理工单", "收到群众诉求", "交办工单"}) + count(all, "件") +
                           word({"。其中：", "，其中：", "，其中", "，分为", "，包括"});
        const bool shares = random_.one_in(2);
        const std::string mark = shares ? "；" : word({"、", "；", "，"});
        for (std::size_t i = 0; i < size; ++i) {
            if (i != 0) text += mark;
            text += std::string(kinds.at(i)) + count(n.at(i), "件");
            if (shares) text += "，占" + percent(n.at(i), all);
        }
        return text + "。";
    }
    std::string supplement() {
        if (truth_.supplement <= 0) return filler();
        return this_year() + word({"部门预算", "部门预算为"}) + money(truth_.total().initial) + "，追加预算" +
               money(truth_.supplement) + "，部门决算" + money(truth_.total().now) +
               (random_.one_in(2)
                    ? "，其中基本支出" + money(truth_.basic().now) + "、项目支出" + money(truth_.project.now)
                    : std::string()) +
               "。";
    }
    std::string balance() {
        if (truth_.opening != truth_.closing || truth_.opening != 0) {
            return this_year() + "总收入" + money(truth_.total().now + truth_.closing) + "，其中上年结转" +
                   money(truth_.opening) + "，本年收入" +
                   money(truth_.total().now + truth_.closing - truth_.opening) + "。";
        }
        return this_year() + "收入合计" + money(truth_.total().now) + "，支出合计" +
               money(truth_.total().now) + "，收支平衡。";
    }
    std::string budget_change() {
        const auto [name, a] = spent_of_budget();
        const std::int64_t d = a.now > a.initial ? a.now - a.initial : a.initial - a.now;
        if (d == 0 || a.initial == 0) return filler();
        const bool up = a.now > a.initial;
        return this_year() + name + word({"决算数", "支出决算", "支出"}) + money(a.now) + "，年初预算" +
               word({"", "数", "为"}) + money(a.initial) + "，比年初预算" + word({"", "数"}) +
               (up ? "增加" : "减少") + money(d) +
               (random_.one_in(2) ? "，" + grown(up) + percent(d, a.initial) : std::string()) + reason() +
               "。";
    }

    // ── lists over several lines ──

    std::string item_number(std::size_t i, int kind) {
        const std::string n = std::to_string(i + 1);
        static constexpr std::array numerals = {"一", "二", "三", "四", "五", "六", "七"};
        switch (kind) {
        case 0:
            return n + "、";
        case 1:
            return n + ".";
        case 2:
            return "（" + n + "）";
        default:
            return "（" + std::string(numerals.at(i % 7)) + "）";
        }
    }
    void numbered_items() {
        form("items over paragraphs");
        const std::int64_t all = truth_.total().now;
        const std::size_t size = truth_.functions.size();
        line(this_year() + "本年支出合计" + money(all) + "，按功能分类" +
             word({"划分：", "分为：", "包括："}));
        const int kind = static_cast<int>(random_.between(0, 3));
        const bool shares = random_.one_in(2);
        const bool tail = random_.one_in(2);
        for (std::size_t i = 0; i < size; ++i) {
            std::string text =
                item_number(i, kind) + std::string(functions.at(i).name) + money(truth_.functions[i].all());
            if (shares) text += "，占" + percent(truth_.functions[i].all(), all);
            text += i + 1 < size ? word({"；", "。"}) : "。";
            if (tail && text.ends_with("。"))
                text += "主要用于" + word({"人员支出", "单位日常运转", "缴纳养老保险"}) + "。";
            line(std::move(text));
        }
    }
    void numbered_projects() {
        form("projects over paragraphs");
        const std::array<std::string_view, 6> names = {"信息化建设",   "设备购置", "宣传培训",
                                                       "办公用房维修", "专项检查", "委托业务"};
        line(this_year() + "项目支出" + money(truth_.project.now) + word({"，其中：", "，具体如下："}));
        const int kind = static_cast<int>(random_.between(0, 3));
        const bool planned = random_.one_in(2);
        for (std::size_t i = 0; i < truth_.projects.size(); ++i) {
            std::string text = item_number(i, kind) + std::string(names.at(i)) + word({"项目", "", "经费"});
            if (planned)
                text +=
                    money(truth_.projects[i].initial) + "，实际支出" + money(truth_.projects[i].now) + "。";
            else
                text += money(truth_.projects[i].now) + word({"。", "；"});
            line(std::move(text));
        }
    }

    // ── tables ──

    using Row = std::vector<PrintedBlock::Cell>;

    PrintedBlock& begin_table(std::string caption) {
        if (unit_ == yi) unit_ = wan;
        PrintedBlock& block = report_.blocks.emplace_back();
        block.caption = std::move(caption) + "\n单位：" + (unit_ == yuan ? "元" : "万元");
        return block;
    }
    static Row row(std::initializer_list<std::string> cells) {
        Row result;
        for (const std::string& cell : cells) result.push_back({cell});
        return result;
    }
    static std::string up_to(std::int64_t a, std::int64_t b) { return a >= b ? "" : "-"; }
    std::string signed_bare(std::int64_t amount) {
        return up_to(amount, 0) + bare(amount < 0 ? -amount : amount);
    }

    void table() {
        switch (random_.between(0, 5)) {
        case 0:
            table_of_expenditure();
            break;
        case 1:
            table_of_completion();
            break;
        case 2:
            table_of_years();
            break;
        case 3:
            table_of_shares();
            break;
        case 4:
            table_of_classes();
            break;
        default:
            table_of_three_public();
        }
    }
    /// 合计 first or last.
    void with_total(PrintedBlock& block, Row total, std::vector<Row> rows) {
        const bool first = random_.one_in(3);
        if (first) block.rows.push_back(total);
        for (Row& one : rows) block.rows.push_back(std::move(one));
        if (!first) block.rows.push_back(std::move(total));
    }
    void table_of_expenditure() {
        form("table of columns that sum");
        PrintedBlock& block = begin_table("支出决算表");
        block.rows.push_back(row({"项目", "合计", "基本支出", "项目支出"}));
        std::vector<Row> rows;
        for (std::size_t i = 0; i < truth_.functions.size(); ++i) {
            const Truth::Function& one = truth_.functions[i];
            rows.push_back(row({std::string(functions.at(i).name), bare(one.all()), bare(one.of_basic),
                                bare(one.of_project)}));
        }
        Row total =
            row({"合计", bare(truth_.total().now), bare(truth_.basic().now), bare(truth_.project.now)});
        with_total(block, std::move(total), std::move(rows));
    }
    void table_of_completion() {
        form("table of budget, outturn and rate");
        PrintedBlock& block = begin_table("预算执行情况表");
        block.rows.push_back(row({"项目", "全年预算数", "全年执行数", "执行率"}));
        const auto one = [&](const std::string& name, const Amounts& a) {
            return row({name, bare(a.initial), bare(a.now), percent(a.now, a.initial)});
        };
        std::vector<Row> rows{one("信息化建设", truth_.wages), one("设备购置", truth_.operating),
                              one("宣传培训", truth_.goods)};
        with_total(block, one("合计", truth_.wages + truth_.operating + truth_.goods), std::move(rows));
    }
    void table_of_years() {
        form("table of two years");
        PrintedBlock& block = begin_table("支出情况对比表");
        block.rows.push_back(row({"项目", "上年决算数", "本年决算数", "增减额", "增长率"}));
        const auto one = [&](const std::string& name, const Amounts& a) {
            return row({name, bare(a.prior), bare(a.now), signed_bare(a.now - a.prior),
                        up_to(a.now, a.prior) + percent(distance(a), a.prior)});
        };
        block.rows.push_back(one("人员经费", truth_.personnel()));
        block.rows.push_back(one("公用经费", truth_.operating));
        block.rows.push_back(one("合计", truth_.basic()));
    }
    void table_of_shares() {
        form("table of shares");
        PrintedBlock& block = begin_table("支出结构表");
        block.rows.push_back(row({"项目", "金额", "占比"}));
        const std::int64_t all = truth_.total().now;
        const auto one = [&](const std::string& name, std::int64_t a) {
            return row({name, bare(a), percent(a, all)});
        };
        std::vector<Row> rows{
            one("工资福利支出", truth_.wages.now), one("商品和服务支出", truth_.operating.now),
            one("对个人和家庭的补助", truth_.subsidies.now), one("其他支出", truth_.project.now)};
        with_total(block, one("合计", all), std::move(rows));
    }
    void table_of_classes() {
        form("table of classes");
        PrintedBlock& block = begin_table("支出决算表");
        block.rows.push_back(row({"科目编码", "科目名称", "决算数"}));
        const std::size_t at = block.rows.size();
        for (std::size_t i = 0; i < truth_.functions.size(); ++i) {
            const std::string code(functions.at(i).code);
            const std::string name(functions.at(i).name);
            const Truth::Function& one = truth_.functions[i];
            block.rows.push_back(row({code, name, bare(one.all())}));
            block.rows.push_back(row({code + "01", name + "事务一", bare(one.first)}));
            block.rows.push_back(row({code + "02", name + "事务二", bare(one.all() - one.first)}));
        }
        Row total{{"合计", 2}, {bare(truth_.total().now)}};
        if (random_.one_in(2))
            block.rows.insert(block.rows.begin() + static_cast<std::ptrdiff_t>(at), std::move(total));
        else
            block.rows.push_back(std::move(total));
    }
    void table_of_three_public() {
        form("table of the three public expenses");
        PrintedBlock& block = begin_table("“三公”经费支出决算表");
        block.rows.push_back(row({"项目", "年初预算数", "决算数"}));
        const auto one = [&](const std::string& name, const Amounts& a) {
            return row({name, bare(a.initial), bare(a.now)});
        };
        block.rows.push_back(one("“三公”经费合计", truth_.three_public()));
        block.rows.push_back(one("1.因公出国（境）费", truth_.abroad));
        block.rows.push_back(one("2.公务用车购置及运行维护费", truth_.all_vehicles()));
        block.rows.push_back(one("其中：公务用车购置费", truth_.purchase));
        block.rows.push_back(one("公务用车运行维护费", truth_.vehicles));
        block.rows.push_back(one("3.公务接待费", truth_.reception()));
    }

    // ── sentences that state nothing ──

    std::string filler() {
        const std::string n = std::to_string(random_.between(2, 90));
        const std::string m = std::to_string(random_.between(100, 900));
        switch (random_.between(0, 23)) {
        case 0:
            return "根据某财绩〔" + std::to_string(truth_.year) + "〕" + n +
                   "号文件要求，开展了绩效自评工作。";
        case 1:
            return "“12345”热线和12315、12333-1热线实现并轨运行。";
        case 2:
            return "坚持收支平衡的原则，统筹安排各项资金。";
        case 3:
            return std::to_string(truth_.year) + "年3月" + n.substr(0, 1) + "日至6月30日，组织了专项检查。";
        case 4:
            return "全年组织培训" + n + "场，参训" + m + "人次。";
        case 5:
            return "为群众办理各类事项近" + m + "万件，满意度95%以上。";
        case 6:
            return "第" + n + "次会议审议通过了实施方案。";
        case 7:
            return "联系电话：0731-83612345，邮编410000。";
        case 8:
            return "内设" + n + "个科室，下属单位3个。";
        case 9:
            return "服务窗口约" + n + "个，日均接待" + m + "余人次。";
        case 10:
            return "确保收支平衡，略有结余。";
        case 11:
            return "最快2小时办结，一般事项7个工作日内办结。";
        case 12:
            return "印发文件" + m + "份，其中规范性文件" + n.substr(0, 1) + "份。";
        case 13:
            return "（一）部门职责。负责拟订全市相关规划并组织实施。";
        case 14:
            return "占地" + m + "㎡的服务大厅投入使用，5G网络全覆盖。";
        case 15:
            return "绩效目标设定不够细化，部分指标的量化程度有待提高。";
        case 16:
            return "重点工作任务完成率达到95%以上，群众满意度有所提高。";
        case 17:
            return "走访企业" + m + "家，解决问题" + n + "个，较好地完成了年度任务。";
        case 18:
            return "争取上级资金约" + m + "万元，带动投资超过3亿元。";
        case 19:
            return "本年度预算执行率要求不低于90%，预算调整率控制在10%以内。";
        case 20:
            return "新增服务事项" + n + "项，压减办理时限60%。";
        case 21:
            return "完成年度任务的情况较好，各项工作稳步推进。";
        case 22:
            return "一是加强预算管理；二是压减一般性支出5%；三是强化绩效监控。";
        default:
            return "全市生产总值增长6.5%，城镇新增就业" + m + "人，均完成目标任务。";
        }
    }

    Random random_;
    Truth truth_;
    GeneratedReport report_{};
    std::string_view form_{};
    std::int64_t unit_ = wan;
    int decimals_ = 2;
    int percent_decimals_ = 2;
    bool drop_zeros_ = false;
};

// ── how it is printed ──

inline std::size_t length_of(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}
inline std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> all;
    for (std::size_t at = 0; at < text.size(); at += length_of(text[at]))
        all.push_back(text.substr(at, length_of(text[at])));
    return all;
}
inline std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (const std::string_view c : characters(text)) columns += c.size() >= 3 ? 2 : 1;
    return columns;
}

class Printer {
  public:
    Printer(const GeneratedReport& report, const Print& print, Random random)
        : report_(report), print_(print), random_(random) {}

    std::string text() {
        for (const PrintedBlock& block : report_.blocks) {
            if (block.rows.empty()) {
                paragraph(block.paragraph);
            } else if (print_.html) {
                table_of_html(block);
            } else {
                table(block);
            }
        }
        if (print_.html) text_ = "<!DOCTYPE html><html><body>\n" + text_ + "</body></html>\n";
        if (print_.crlf) {
            std::string lines;
            for (const char c : text_) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
            return lines;
        }
        return text_;
    }

  private:
    /// Figures in their places, in the letters of the document.
    [[nodiscard]] std::string words(std::string_view text) const {
        std::string filled;
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] != mark_begin) {
                filled += text[at++];
                continue;
            }
            const std::size_t end = text.find(mark_end, at);
            std::size_t index = 0;
            for (const char digit : text.substr(at + 1, end - at - 1))
                index = 10 * index + static_cast<std::size_t>(digit - '0');
            std::string number = report_.figures.at(index).number;
            if (print_.thousands) {
                const std::size_t point = std::min(number.find('.'), number.size());
                for (std::size_t k = point; k > 3; k -= 3) number.insert(k - 3, ",");
            }
            filled += number;
            at = end + 1;
            if (print_.spaced_numbers) filled += ' ';
        }
        std::string result;
        for (const std::string_view c : characters(filled)) result += letter(c);
        return result;
    }
    [[nodiscard]] std::string letter(std::string_view c) const {
        struct Pair {
            std::string_view from, to;
        };
        static constexpr std::array traditional = {
            Pair{"万", "萬"}, Pair{"亿", "億"}, Pair{"占", "佔"}, Pair{"减", "減"}, Pair{"总", "總"},
            Pair{"与", "與"}, Pair{"项", "項"}, Pair{"费", "費"}, Pair{"务", "務"}, Pair{"经", "經"},
            Pair{"财", "財"}, Pair{"预", "預"}, Pair{"决", "決"}, Pair{"长", "長"}, Pair{"较", "較"},
            Pair{"个", "個"}, Pair{"为", "為"}, Pair{"购", "購"}, Pair{"车", "車"}, Pair{"运", "運"},
            Pair{"维", "維"}, Pair{"护", "護"}, Pair{"资", "資"}, Pair{"产", "產"}, Pair{"单", "單"},
            Pair{"员", "員"}, Pair{"额", "額"}, Pair{"实", "實"}, Pair{"际", "際"}, Pair{"类", "類"},
            Pair{"办", "辦"}, Pair{"结", "結"}, Pair{"数", "數"}, Pair{"节", "節"}, Pair{"约", "約"},
            Pair{"业", "業"}, Pair{"对", "對"}, Pair{"达", "達"}, Pair{"评", "評"}, Pair{"国", "國"},
            Pair{"收", "收"}, Pair{"户", "戶"}};
        static constexpr std::array narrow = {Pair{"，", ","}, Pair{"：", ":"}, Pair{"；", ";"},
                                              Pair{"（", "("}, Pair{"）", ")"}};
        if (print_.traditional)
            for (const Pair& pair : traditional)
                if (pair.from == c) return std::string(pair.to);
        if (print_.narrow_marks)
            for (const Pair& pair : narrow)
                if (pair.from == c) return std::string(pair.to);
        if (print_.wide_digits) {
            if (c.front() >= '0' && c.front() <= '9') {
                std::string wide = "０";
                wide.back() = static_cast<char>(wide.back() + (c.front() - '0'));
                return wide;
            }
            if (c == ".") return "．";
            if (c == "%") return "％";
        }
        return std::string(c);
    }

    void paragraph(std::string_view marked) {
        std::string text = words(marked);
        if (print_.html) {
            text_ += "<p>";
            // Word processors break a number into several runs.
            const bool runs = random_.one_in(3);
            for (const std::string_view c : characters(text))
                if (runs && random_.one_in(12))
                    text_ += "<span lang=\"EN-US\">" + std::string(c) + "</span>";
                else
                    text_ += c;
            text_ += "</p>\n";
            return;
        }
        if (print_.spaced_letters) {
            std::string spaced;
            for (const std::string_view c : characters(text)) {
                if (!spaced.empty() && c.size() >= 3) spaced += ' ';
                spaced += c;
            }
            text = spaced;
        }
        if (print_.indented) text = "　　" + text;
        if (print_.width == 0) {
            text_ += text + '\n';
        } else {
            std::size_t column = 0;
            for (const std::string_view c : characters(text)) {
                const std::size_t columns = c.size() >= 3 ? 2 : 1;
                if (column + columns > print_.width) {
                    text_ += '\n';
                    column = 0;
                    if (c == " ") continue;
                }
                text_ += c;
                column += columns;
            }
            text_ += '\n';
        }
        if (print_.blank_lines) text_ += '\n';
    }

    void caption(const PrintedBlock& block) { text_ += words(block.caption) + '\n'; }

    void table(const PrintedBlock& block) {
        caption(block);
        std::vector<std::size_t> widths;
        for (const auto& cells : block.rows) {
            std::size_t column = 0;
            for (const PrintedBlock::Cell& cell : cells) {
                widths.resize(std::max(widths.size(), column + cell.columns));
                if (cell.columns == 1)
                    widths[column] = std::max(widths[column], columns_of(words(cell.text)));
                column += cell.columns;
            }
        }
        for (const auto& cells : block.rows) {
            std::string line;
            std::size_t column = 0;
            for (const PrintedBlock::Cell& cell : cells) {
                const std::string text = words(cell.text);
                switch (print_.table) {
                case 0:
                    line += (column == 0 ? "" : "\t") + text;
                    for (std::size_t i = 1; i < cell.columns; ++i) line += '\t';
                    break;
                case 1:
                    line += "| " + text + " ";
                    for (std::size_t i = 1; i < cell.columns; ++i) line += "| ";
                    break;
                case 2: {
                    std::size_t width = 0;
                    for (std::size_t i = 0; i < cell.columns; ++i) width += widths[column + i] + 3;
                    line += text + std::string(width - columns_of(text), ' ');
                    break;
                }
                default:
                    line += text + '\n';
                    for (std::size_t i = 1; i < cell.columns; ++i) line += '\n';
                    break;
                }
                column += cell.columns;
            }
            if (print_.table == 1) line += "|";
            if (print_.table == 2)
                while (line.ends_with(' ')) line.pop_back();
            text_ += line;
            if (print_.table != 3) text_ += '\n';
        }
        text_ += '\n';
    }

    void table_of_html(const PrintedBlock& block) {
        const std::size_t end = block.caption.find('\n');
        text_ += "<p>" + words(block.caption.substr(0, end)) + "</p>\n<p>" +
                 words(block.caption.substr(end + 1)) + "</p>\n<table>\n";
        for (const auto& cells : block.rows) {
            text_ += "<tr>";
            for (const PrintedBlock::Cell& cell : cells) {
                text_ += "<td";
                if (cell.columns > 1) text_ += " colspan=\"" + std::to_string(cell.columns) + "\"";
                if (cell.rows > 1) text_ += " rowspan=\"" + std::to_string(cell.rows) + "\"";
                text_ += ">" + words(cell.text) + "</td>";
            }
            text_ += "</tr>\n";
        }
        text_ += "</table>\n";
    }

    const GeneratedReport& report_;
    const Print& print_;
    Random random_;
    std::string text_{};
};

} // namespace generating

inline GeneratedReport generated_report(std::uint64_t seed) { return generating::Author(seed).report(); }

/// How the report of that seed is printed.
inline Print print_of(std::uint64_t seed) {
    Random random(seed ^ 0x5DEECE66DU);
    Print print;
    print.html = random.one_in(5);
    print.wide_digits = random.one_in(8);
    print.narrow_marks = random.one_in(4);
    print.traditional = random.one_in(8);
    print.thousands = random.one_in(5);
    print.spaced_numbers = random.one_in(5);
    print.spaced_letters = !print.html && random.one_in(12);
    print.crlf = random.one_in(6);
    if (random.one_in(3)) print.width = static_cast<std::size_t>(random.between(15, 40)) * 2;
    print.indented = random.one_in(3);
    print.blank_lines = random.one_in(3);
    print.table = static_cast<int>(random.between(0, 3));
    return print;
}

inline std::string printed(const GeneratedReport& report, const Print& print, std::uint64_t seed) {
    return generating::Printer(report, print, Random(seed)).text();
}

} // namespace tieout::test

#endif
