// SPDX-License-Identifier: MIT
#include "read/vocabulary/english_tables.hpp"

#include "read/document/ascii.hpp"
#include "read/vocabulary/english.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>

namespace tieout::detail {

namespace {

constexpr std::array term_list{
    EnglishTerm{"total|grand total|overall total|totals", "合计", "Total £000", "Total number of pages"},
    EnglishTerm{"subtotal|sub-total|sub total", "小计", "Sub-total", ""},
    EnglishTerm{
        "% change|change %|change ( % )|percentage change|percent change|% increase|% growth|growth %|growth|"
        "growth rate|% variance|variance %|variance ( % )|% inc/dec|year-on-year %|% variation",
        "增长率", "% change", "Change"},
    EnglishTerm{"% of total|share|share of total|percentage of total|% share|proportion|percent of total",
                "占比", "% of total", "Share price"},
    EnglishTerm{"% of budget|% spent|percent of budget|% used|budget used %|% of budget spent|execution rate",
                "完成预算的%", "% of budget", "% of budget holders"},
    EnglishTerm{
        "change|variance|increase/|difference|increase/decrease|increase ( decrease )|increase/ ( decrease "
        ")|movement|change in year|over/|under/|over/under|over/ ( under )|under/ ( over )",
        "增减额", "Change £m", "Climate change"},
    EnglishTerm{"budget|original budget|approved budget|annual budget|adopted budget|initial budget",
                "年初预算数", "Original budget £m", "Budget holder"},
    EnglishTerm{"revised budget|final budget|current budget|adjusted budget|amended budget|latest budget",
                "调整预算数", "Final budget", ""},
    EnglishTerm{"actual|actuals|outturn|actual outturn|actual spend|actual expenditure", "决算数",
                "Outturn £000", "Actual date"},
    EnglishTerm{"prior year|previous year|last year", "上年数", "Previous year", "Prior year restated"},
    EnglishTerm{"current year|this year", "本年数", "Current year", ""},
};

/// Tokens of a unit behind the words of a head: £m, £000, $ million.
bool is_unit(std::string_view token) noexcept {
    static constexpr std::array<std::string_view, 16> units{
        "m",   "000", "million", "thousand", "bn",        "billion", "k", "gbp",
        "usd", "eur", "000s",    "millions", "thousands", "$",       "'", "s"};
    return is_any(token, units);
}

/// 2023, 2022/23, 2022-23, fy2023: the year in which it ends; empty if the token is none.
std::string year_of(std::string_view token) {
    if (token.starts_with("fy")) token.remove_prefix(2);
    const auto digits = [](std::string_view text) {
        return !text.empty() &&
               std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (token.size() < 4 || !digits(token.substr(0, 4)) ||
        (!token.starts_with("19") && !token.starts_with("20")))
        return {};
    if (token.size() == 4) return std::string(token);
    const std::string_view behind = token.substr(4);
    if ((behind[0] != '/' && behind[0] != '-') || !digits(behind.substr(1))) return {};
    if (behind.size() == 5) return std::string(behind.substr(1));
    return behind.size() == 3 ? std::string(token.substr(0, 2)).append(behind.substr(1)) : std::string();
}

std::string joined(std::span<const std::string> tokens) {
    std::string text;
    for (const std::string& token : tokens) text += (text.empty() ? "" : " ") + token;
    return text;
}

std::string_view term_for(std::string_view words) noexcept {
    for (const EnglishTerm& entry : term_list)
        for (std::string_view rest = entry.words; !rest.empty();) {
            const std::size_t bar = std::min(rest.find('|'), rest.size());
            if (rest.substr(0, bar) == words) return entry.term;
            rest.remove_prefix(std::min(rest.size(), bar + 1));
        }
    return {};
}

constexpr std::size_t longest = 60;

bool may_be_english(std::string_view text) noexcept {
    return !text.empty() && text.size() <= longest &&
           std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c); });
}

} // namespace

std::span<const EnglishTerm> english_terms() noexcept { return term_list; }

std::string term_of_english_head(std::string_view head) {
    const bool financial_year = head.size() >= 7 && head.size() <= 9 && !year_of(head).empty();
    if (!may_be_english(head) && !financial_year) return {};
    std::vector<std::string> tokens = english_tokens(head);
    while (tokens.size() > 1 && is_unit(tokens.back())) tokens.pop_back();
    while (tokens.size() > 2 && tokens.back() == ")" && is_unit(tokens[tokens.size() - 2])) {
        tokens.resize(tokens.size() - 2);
        if (!tokens.empty() && tokens.back() == "(") tokens.pop_back();
    }
    std::string year;
    for (const std::size_t at : {std::size_t{0}, tokens.size() - 1})
        if (at < tokens.size() && year.empty())
            if (year = year_of(tokens[at]); !year.empty())
                tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at));
    if (tokens.empty()) return year.empty() ? std::string() : year + "年";
    const std::string_view term = term_for(joined(tokens));
    if (term.empty()) return {};
    return year.empty() ? std::string(term) : (year + "年").append(term);
}

std::string_view term_of_english_row(std::string_view label) {
    if (!may_be_english(label)) return {};
    const std::vector<std::string> tokens = english_tokens(label);
    if (tokens.empty()) return {};
    if (const std::string_view term = term_for(joined(tokens)); term == "合计" || term == "小计") return term;
    // Total operating income: of one side of an account. Total capital programme, over some schemes, may be of more of them.
    static constexpr std::array<std::string_view, 20> sides{
        "income",   "expenditure", "spending", "costs",  "expenses",    "revenue",  "revenues",
        "receipts", "payments",    "funding",  "assets", "liabilities", "reserves", "expenditures",
        "staff",    "employees",   "grants",   "debt",   "borrowing",   "outturn"};
    const bool side = tokens.front() == "total" && is_any(std::string_view(tokens.back()), sides);
    return side ? std::string_view("合计") : std::string_view();
}

} // namespace tieout::detail
