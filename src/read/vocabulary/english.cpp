// SPDX-License-Identifier: MIT
#include "read/vocabulary/english.hpp"

#include "read/document/ascii.hpp"
#include "read/vocabulary/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::detail {

namespace {

constexpr std::array phrase_list{
    EnglishPhrase{"G05",
                  English::rises,
                  "increase|increased|increases|increasing|rise|rose|risen|rising|grew|grown|growth|up|"
                  "exceeded|exceeds|exceeding|"
                  "climbed|gain|gained|overspend|overspent|overspending|excess|"
                  "improved|improvement|additional|jumped|advanced",
                  "Costs rose by £20 million or 20% to £120 million.",
                  "ratio 20% = 20 / (120 - 20) ?",
                  {}},
    EnglishPhrase{
        "G05",
        English::falls,
        "decrease|decreased|decreases|decreasing|fall|fell|fallen|falling|reduction|reduced|reducing|decline|"
        "declined|declining|down|underspend|underspent|underspending|"
        "dropped|drop|shrank|cut|saving|narrowed|shortfall|fell short of|falls short of|dropping|savings",
        "Reserves fell from $31.2 million to $27.9 million, a reduction of $3.3 million.",
        "27.9 - 31.2 + 3.3 = 0 ?",
        {}},
    EnglishPhrase{"G05",
                  English::differs,
                  "variance|difference|gap|change",
                  "Budgeted expenditure was £210 million; actual expenditure was £206 million, a variance of "
                  "£4 million.",
                  "206 - 210 - 4 = 0 | 206 - 210 + 4 = 0 ?",
                  {}},
    EnglishPhrase{"G05",
                  English::more,
                  "more|more than|higher|above|over|greater than|greater|in excess of|ahead of",
                  "The agency processed 58,000 claims, 8,000 more than the 50,000 processed in 2021.",
                  "58000 - 50000 - 8000 = 0 ?",
                  {}},
    EnglishPhrase{"G05",
                  English::fewer,
                  "less|less than|lower|below|under|fewer|fewer than|short of",
                  "Expenditure was £250.0 million, 2.0% below the revised budget of £255.1 million.",
                  "ratio 2.0% = (-250.0 + 255.1) / 255.1 ?",
                  {}},
    EnglishPhrase{
        "G05",
        English::by,
        "by|of|by some|by just|by only",
        "Costs rose by £20 million from £100 million to £120 million.",
        "120 - 100 - 20 = 0 ?",
        {NotExample{"Costs of £20 million rose from £100 million to £120 million.", "120 - 100 - 20 = 0 ?"}}},
    EnglishPhrase{"G06",
                  English::from,
                  "from",
                  "Claims rose from $40.0 million to $50.0 million, an increase of 25%.",
                  "ratio 25% = (50.0 - 40.0) / 40.0 ?",
                  {NotExample{"Grants of £50.0 million from central government rose by 25% to £40.0 million.",
                              "ratio 25% = (50.0 - 40.0) / 40.0 ?"}}},
    EnglishPhrase{"G06",
                  English::to,
                  "to|to a|to just|to only|to stand at|to reach",
                  "Claims rose by 25% to $50.0 million from $40.0 million.",
                  "ratio 25% = (50.0 - 40.0) / 40.0 ?",
                  {}},
    EnglishPhrase{"G06",
                  English::compared,
                  "compared with|compared to|in comparison with|against|versus|than the|than|than in|vs",
                  "Income was $4.8 million compared to $4.0 million last year, an increase of 20%.",
                  "ratio 20% = (4.8 - 4.0) / 4.0 ?",
                  {}},
    EnglishPhrase{"G06",
                  English::time,
                  "a|an|the|last|previous|prior|year|years|year's|its|level|in|at|of|figure|total|balance|"
                  "earlier|preceding|"
                  "reported|restated|position|same|period|quarter|month|just|some|high|low|peak|comparative",
                  "Revenue was $250.4 million, up $10.4 million from the previous year's $240.0 million.",
                  "250.4 - 240.0 - 10.4 = 0 ?",
                  {}},
    EnglishPhrase{
        "G07",
        English::budget,
        "budget|budgeted|budgets|estimate|estimates|plan|planned|target|forecast|appropriation|allocation",
        "The outturn was £312.5 million against an approved budget of £320.0 million, an underspend of £7.5 "
        "million.",
        "312.5 - 320.0 + 7.5 = 0 ?",
        {NotExample{"The net budget of £10 million comprised £6 million for people and £4 million for place.",
                    "6 - 10"}}},
    EnglishPhrase{
        "G03",
        English::opens,
        "of which|was met by|were met by|funded by|financed by|funded from|financed "
        "from|comprised|comprising|comprises|made up of|consisting of|consisted of|consists of|namely|"
        "composed of|split between|split into|divided between|divided into|broken down into|analysed as|"
        "consisting|analyzed as|made up as follows",
        "Total expenditure was £120.5 million, of which staff costs were £80.2 million and other costs £40.3 "
        "million.",
        "sum 120.5 = 80.2 + 40.3 ?",
        {NotExample{"Programme spending of £50 million included, among others, £20 million for schools and "
                    "£10 million for "
                    "training.",
                    "sum 50 = 20 + 10 ?"}}},
    EnglishPhrase{
        "G03",
        English::opens_some,
        "including|included|includes|among them|among others|such as|for example|notably|mainly",
        "Programme spending of £50 million included £20 million for schools.",
        "20 <= 50 ?",
        {NotExample{"Programme spending of £50 million included £20 million for schools.", "sum 50 = 20 ?"}}},
    EnglishPhrase{
        "G18",
        English::sums,
        "a total of|in total|giving a total of|making a total of|totalling|totaling|bringing the total "
        "to|for a "
        "total of|a combined total of|together|altogether|making|bringing total|bringing the combined total "
        "to|"
        "amounting in total to|giving total|making total|brought total|brought the total to|took "
        "total|taking total",
        "The authority spent £5.2 million on roads, £3.1 million on lighting and £1.7 million on bridges, a "
        "total of "
        "£10.0 million.",
        "sum 10.0 = 5.2 + 3.1 + 1.7 ?",
        {NotExample{"A total of £10.0 million was spent, and £5.2 million and £3.1 million are planned.",
                    "sum 10.0 = 5.2 + 3.1 ?"}}},
    EnglishPhrase{"G18",
                  English::total,
                  "total|grand total|overall total|totals|in all",
                  "Total: £8.0 million, comprising £5.0 million and £3.0 million.",
                  "sum 8.0 = 5.0 + 3.0 ?",
                  {}},
    EnglishPhrase{
        "G09",
        English::less,
        "less|net of|minus|after deducting|after|offset by",
        "The surplus was £50 million, being revenue of £500 million less expenditure of £450 million.",
        "500 - 450 - 50 = 0 ?",
        {}},
    EnglishPhrase{
        "G09",
        English::leaves,
        "left|leaving|leaves|resulting in|giving|gave|producing|produced|resulted in|hence|to give|yielding",
        "Income of £36.2 million less expenditure of £33.9 million left a surplus of £2.3 million.",
        "36.2 - 33.9 - 2.3 = 0 ?",
        {}},
    EnglishPhrase{"G09",
                  English::income,
                  "income|revenue|revenues|receipts|assets|funding|resources|inflows|takings",
                  "Total assets were $1,204.5 million and total liabilities were $730.2 million, resulting "
                  "in net assets of "
                  "$474.3 million.",
                  "1204.5 - 730.2 - 474.3 = 0 ?",
                  {}},
    EnglishPhrase{"G09",
                  English::spending,
                  "expenditure|expenditures|spending|costs|payments|expenses|liabilities|outgoings|outflows|"
                  "disbursements",
                  "Receipts of £20 million and payments of £25 million left a deficit of £5 million.",
                  "20 - 25 + 5 = 0 ?",
                  {}},
    EnglishPhrase{"G09",
                  English::surplus,
                  "surplus|net assets|balance|profit|net income|net position|margin|fund balance",
                  "Revenue of £9 million less costs of £7 million gave a surplus of £2 million.",
                  "9 - 7 - 2 = 0 ?",
                  {}},
    EnglishPhrase{"G09",
                  English::deficit,
                  "deficit|loss|net liabilities|net cost|net expenditure|shortfall",
                  "Revenue of £7 million less costs of £9 million gave a deficit of £2 million.",
                  "7 - 9 + 2 = 0 ?",
                  {}},
    EnglishPhrase{"G09",
                  English::opening,
                  "opened|opening balance|opening|brought forward|at the start of|began the year "
                  "with|started the year with",
                  "The Fund opened the year with a balance of £14.0 million. Receipts of £52.5 million and "
                  "payments of £49.1 "
                  "million left a closing balance of £17.4 million.",
                  "14.0 + 52.5 - 49.1 - 17.4 = 0 ?",
                  {}},
    EnglishPhrase{"G09",
                  English::closing,
                  "closing|carried forward|at the end of|ended the year with|year-end",
                  "An opening balance of £4 million, receipts of £5 million and payments of £6 million left "
                  "a closing balance of £3 million.",
                  "4 + 5 - 6 - 3 = 0 ?",
                  {}},
    EnglishPhrase{"G05",
                  English::rate,
                  "or|equivalent to|equal to|representing|which is|i.e.|a",
                  "Costs of £300 million were up by £30 million, or 11.1%.",
                  "ratio 11.1% = 30 / (300 - 30) ?",
                  {}},
    EnglishPhrase{
        "G01",
        English::numbers,
        "note|notes|page|pages|section|sections|table|tables|figure|figures|chapter|part|schedule|appendix|"
        "annex|"
        "article|regulation|paragraph|no|number|item|line|level|version|phase|grade|covid|act|room|form|"
        "class|type|"
        "step|stage|quarter|january|february|march|april|may|june|july|august|september|october|november|"
        "december|"
        "years|since|until|between",
        "During the year 820 applications were received, of which 697 were approved and 123 refused.",
        "sum 820 = 697 + 123 ?",
        {NotExample{"As described on page 820 of the accounts, of which page 697 is old and page 123 new.",
                    ""}}},
    EnglishPhrase{"G01",
                  English::no_things,
                  "day|days|year|years|month|months|week|weeks|hour|hours|minute|minutes|january|february|"
                  "march|april|may|"
                  "june|july|august|september|october|november|december|times|decimal|per|am|pm|and|or|of|to|"
                  "in|on|at|by|"
                  "for|from|the|with|pence|cents|degrees|metres|miles|percentage",
                  "The agency processed 580 claims, of which 300 claims were new and 280 claims were old.",
                  "sum 580 = 300 + 280 ?",
                  {NotExample{"The agency needed 28 days, of which 12 days and 16 days were lost.", ""}}},
};

/// The alternatives of an entry.
template <class Each>
bool any_alternative(std::string_view words, Each each) {
    while (!words.empty()) {
        const std::size_t bar = std::min(words.find('|'), words.size());
        if (each(words.substr(0, bar))) return true;
        words.remove_prefix(std::min(words.size(), bar + 1));
    }
    return false;
}

/// Whether the tokens from `at` on are the words of a phrase; how many they are.
std::size_t length_at(std::span<const std::string> tokens, std::size_t at, std::string_view phrase) {
    std::size_t length = 0;
    while (!phrase.empty()) {
        const std::size_t space = std::min(phrase.find(' '), phrase.size());
        if (at + length >= tokens.size() || tokens[at + length] != phrase.substr(0, space)) return 0;
        ++length;
        phrase.remove_prefix(std::min(phrase.size(), space + 1));
    }
    return length;
}

/// The longest phrase of that sense that begins there.
std::size_t longest_at(std::span<const std::string> tokens, std::size_t at, English says) {
    std::size_t longest = 0;
    for (const EnglishPhrase& entry : phrase_list) {
        if (entry.says != says) continue;
        any_alternative(entry.words, [&](std::string_view words) {
            longest = std::max(longest, length_at(tokens, at, words));
            return false;
        });
    }
    return longest;
}

/// Whether one word says it by itself.
bool says_one(English says, const std::string& token) { return longest_at({&token, 1}, 0, says) > 0; }

bool is_number(char c) noexcept { return c >= '0' && c <= '9'; }

} // namespace

std::span<const EnglishPhrase> english_phrases() noexcept { return phrase_list; }

std::vector<std::string> english_tokens(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 9> wide{{{"，", ','},
                                                                            {"（", '('},
                                                                            {"）", ')'},
                                                                            {"：", ':'},
                                                                            {"；", ';'},
                                                                            {"。", '.'},
                                                                            {"’", '\''},
                                                                            {"‘", '\''},
                                                                            {"–", '-'}}};
    std::vector<std::string> tokens;
    std::string word;
    const auto close = [&] {
        if (!word.empty()) tokens.push_back(std::exchange(word, {}));
    };
    for (std::size_t at = 0; at < text.size();) {
        char c = text[at];
        std::size_t size = 1;
        for (const auto& [mark, narrow] : wide)
            if (begins_with(text.substr(at), mark)) {
                c = narrow;
                size = mark.size();
            }
        if (is_letter(c) || is_number(c) ||
            (c == '.' && !word.empty() && is_number(word.back()) && at + 1 < text.size() &&
             is_number(text[at + 1])) ||
            ((c == '\'' || c == '-' || c == '/') && !word.empty())) {
            word += lower(c);
        } else {
            close();
            if (c > ' ') tokens.emplace_back(1, c);
        }
        at += size;
    }
    close();
    return tokens;
}

EnglishFound find_english(std::span<const std::string> tokens, English says, std::size_t from) {
    for (std::size_t at = from; at < tokens.size(); ++at)
        if (const std::size_t length = longest_at(tokens, at, says); length > 0) return {at, length};
    return {tokens.size(), 0};
}

bool end_with_english(std::span<const std::string> tokens, English says) {
    constexpr std::size_t longest = 5; // words of a phrase
    for (std::size_t at = tokens.size() > longest ? tokens.size() - longest : 0; at < tokens.size(); ++at)
        if (const std::size_t length = longest_at(tokens, at, says);
            length > 0 && at + length == tokens.size())
            return true;
    return false;
}

bool begin_with_english(std::span<const std::string> tokens, English says) {
    return longest_at(tokens, 0, says) > 0;
}

bool is_english(std::string_view words) noexcept {
    constexpr std::size_t longest = 1200;
    words = words.substr(0, longest);
    const auto letters = static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [](char c) { return is_letter(c); }));
    return letters > 20 && letters * 3 > words.size();
}

bool counts_in_english(std::string_view before, std::string_view digits, std::string_view after) {
    constexpr std::size_t looked_at_max = 40;
    before = end_of(before, looked_at_max);
    after = after.substr(0, std::min(after.size(), looked_at_max));
    if (digits.size() > 11 || digits.find('.') != digits.npos) return false;
    if (std::none_of(before.begin(), before.end(), [](char c) { return is_letter(c); })) return false;
    static constexpr std::array<std::string_view, 6> leads{" ", "（", "(", "，", "：", "；"};
    const std::string_view lead = ends_with_any(before, leads);
    // 12, 049: a number that is broken off.
    std::string_view ahead_of_mark = before.substr(0, before.size() - lead.size());
    while (ahead_of_mark.ends_with(' ') || ahead_of_mark.ends_with(',')) ahead_of_mark.remove_suffix(1);
    const bool goes_on = (lead == "，" || before.substr(ahead_of_mark.size()).find(',') != before.npos) &&
                         !ahead_of_mark.empty() && is_number(ahead_of_mark.back());
    if (lead.empty() || goes_on || (digits.size() > 1 && digits.starts_with('0'))) return false;

    // An English word before it, and one that may be counted behind it; separators alone say that something is counted.
    const std::vector<std::string> ahead = english_tokens(before);
    const std::vector<std::string> behind = english_tokens(after);
    const auto is_word = [](const std::string& token) {
        return std::all_of(token.begin(), token.end(),
                           [](char c) { return is_letter(c) || c == '-' || c == '\''; });
    };
    constexpr std::size_t words_needed = 2;
    if (static_cast<std::size_t>(std::count_if(ahead.begin(), ahead.end(), is_word)) < words_needed)
        return false;
    const bool separated = digits.find(',') != digits.npos;
    if (says_one(English::numbers, ahead.back())) return false;
    if (separated) return behind.empty() || behind.front() != "%";
    // 2022, 31 March, the 12 months
    const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    if (year || behind.empty() || after.size() < 3) return false;
    if (behind.size() > 1 && behind[0] == "in" && behind[1] == "total") return true;
    // 697 (85%) were approved
    if (behind.size() > 2 && behind.front() == "(" && behind[2] == "%") return true;
    if (!after.starts_with(' ') || after[1] < 'a' || after[1] > 'z') return false;
    return is_word(behind.front()) && behind.front().size() > 2 &&
           !says_one(English::no_things, behind.front());
}

} // namespace tieout::detail
