// SPDX-License-Identifier: MIT
#include "read/vocabulary/grammar.hpp"

#include <tieout/read/text.hpp>

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace tieout::detail {

namespace {

// Pieces of phrases.
#define TIEOUT_RISE "增长|增加|上升|提高|提升|上涨|增幅|涨幅|升幅|增收|增多|多支出|多"
#define TIEOUT_FALL "减少|下降|降低|降幅|减幅|跌幅|下滑|回落|缩减|压减|压缩|少支出|少"
#define TIEOUT_DIRECTION "(?:" TIEOUT_RISE "|(?P<fall>" TIEOUT_FALL "))"
#define TIEOUT_IS "(?:约|为|是|达到|达|至|仅|：|了|率|幅度|比例)*"
/// 比上年, 较2021年决算数, 与上年相比, 同比
#define TIEOUT_BASE                                                                                                                   \
    "(?:(?P<than>同比|环比|同期)|(?:比|较|与|同|相比|对比)(?P<base>[^，。；：、#]{1,40}?)(?:相比|比较|同期)" \
    "?，?"                                                                                                                           \
    "(?:各|共|均|分别)?)"
/// 与2021年相比，收、支总计各
#define TIEOUT_COMPARED                                                                                                       \
    "(?:比|较|与|同)(?P<base>[^，。；：、#]{1,40}?)(?:相比|比较)，?(?P<subject>[^，。；：#]{0,80}?)(?:各|" \
    "共|均|分别)?"
/// The words of a clause.
#define TIEOUT_WORDS "[^，。；：、（）“”#]"

constexpr std::array phrase_table{
    Phrase{"G04", Part::share, of_percent, "(?:占比|所占比例|所占比重|比重)" TIEOUT_IS "#",
           "收入合计80万元，其中：财政拨款收入60万元，占比75%；其他收入20万元，占比25%。",
           "share 75% = 60 / 80"},
    Phrase{"G04", Part::share, of_percent,
           "占(?P<whole>[^，。；：、#]*?)(?:的)?(?:比例|比重|比率|百分比)?" TIEOUT_IS "#",
           "全年支出80万元，其中基本支出60万元，占75%；项目支出20万元，占全年支出的25%。",
           "share 75% = 60 / 80"},
    Phrase{"G07", Part::completion, of_percent,
           "(?:完成|占|为|是|达到|达)(?:了)?(?:本年|全部)?(?P<budget>(?:年初|全年|调整后?|年度|当年|支出|"
           "部门|财政|的)*预算(?:数|收入|支出|安排|总额|指标|任务)?)"
           "(?:的)?" TIEOUT_IS "#",
           "公务接待费年初预算为8万元，支出决算为6万元，完成年初预算的75%。", "ratio 75% = 6 / 8"},
    Phrase{"G13", Part::saving_rate, of_percent, "(?P<name>节约|节支|结余)率" TIEOUT_IS "#",
           "采购预算80万元，实际采购金额60万元，节约资金20万元，节约率25%。", "ratio 25% = 20 / 80"},
    Phrase{"G15", Part::rate, of_percent, "(?P<name>" TIEOUT_WORDS "{1,20}(?:率|进度))" TIEOUT_IS "#",
           "收到来信80件，办结60件，办结率75%。", "ratio 75% = 60 / 80"},
    Phrase{"G05", Part::growth, of_percent, TIEOUT_BASE TIEOUT_DIRECTION TIEOUT_IS "#",
           "总支出100万元，上年总支出80万元，比上年增长25%。", "growth 25% from 80 to 100"},
    Phrase{"G05", Part::growth, of_percent, TIEOUT_COMPARED TIEOUT_DIRECTION TIEOUT_IS "#",
           "总支出100万元，上年总支出80万元。与上年相比，总支出增长25%。", "growth 25% from 80 to 100"},
    Phrase{"G05", Part::growth, of_percent, "(?:^|[，；（：、])" TIEOUT_DIRECTION TIEOUT_IS "#",
           "总支出100万元，比上年增加20万元，增长25%。", "ratio 25% = 20 / (100 - 20)"},
    Phrase{"G10", Part::points, of_points, TIEOUT_BASE "?" TIEOUT_DIRECTION TIEOUT_IS "#",
           "回访满意率98.5%，比上年的97%提高1.5个百分点。", "98.5% - 97% - 1.5个百分点 = 0"},
    Phrase{"G05", Part::change, of_quantity, TIEOUT_BASE TIEOUT_DIRECTION "(?:了|约|为|金额|：)*#",
           "总支出100万元，上年总支出80万元，比上年增加20万元。", "100 - 80 - 20 = 0"},
    Phrase{"G05", Part::change, of_quantity, TIEOUT_COMPARED TIEOUT_DIRECTION "(?:了|约|为|金额|：)*#",
           "总收入100万元，总支出90万元。与上年相比，总收入增加20万元，增长25%。",
           "ratio 25% = 20 / (100 - 20)"},
    Phrase{"G05", Part::change, of_quantity,
           "(?:^|[，；。：])(?:本年度?|今年|当年|同比)?" TIEOUT_DIRECTION "(?:了|约|为|金额|：)*#",
           "2020年总支出100万元。2019年总支出为80万元，本年度增加了20万元，增加25%。", "ratio 25% = 20 / 80"},
    Phrase{"G06", Part::base, of_quantity | of_percent,
           "(?:比|较|与|同)(?P<base>[^，。；：、#]{0,40}?)(?:的|为)?#(?:相比)?，?(?:各|共|均|有所)?(?"
           ":" TIEOUT_RISE "|" TIEOUT_FALL "|持平)",
           "全区新登记企业100户，比去年同期80户增加25%。", "growth 25% from 80 to 100"},
    Phrase{"G13", Part::saving, of_amount,
           "(?:节约|节省|节支)(?:了|资金|经费|财政资金|采购资金|成本)*" TIEOUT_IS "#",
           "采购预算80万元，实际采购金额60万元，节约资金20万元。", "sum 20 = 80 - 60"},
};

#undef TIEOUT_RISE
#undef TIEOUT_FALL
#undef TIEOUT_DIRECTION
#undef TIEOUT_IS
#undef TIEOUT_BASE
#undef TIEOUT_COMPARED
#undef TIEOUT_WORDS

constexpr std::array remark_table{
    Remark{"G08", Comparison::more_than, true,
           "(?:决算数?|支出|执行数)?(?:大于|高于|超过|多于)(?:年初|全年|调整)?预算数?",
           "公务接待费年初预算为6万元，支出决算为8万元，决算数大于预算数。", "8 - 6 > 0"},
    Remark{"G08", Comparison::less_than, true,
           "(?:决算数?|支出|执行数)?(?:小于|低于|少于)(?:年初|全年|调整)?预算数?",
           "公务接待费年初预算为8万元，支出决算为6万元，决算数小于预算数。", "6 - 8 < 0"},
    Remark{"G08", Comparison::equals, true,
           "(?:等于(?:年初|全年|调整)?预算数?|与(?:年初|全年|调整)?预算数?(?:相等|持平|一致))",
           "公务接待费年初预算为8万元，支出决算为8万元，决算数等于预算数。", "8 - 8 = 0"},
    Remark{"G12", Comparison::equals, false,
           "(?:与|较|比)(?:上年|去年|上年度|上年决算数?)(?:相比|比较)?，?(?:持平|无增减变化|无变化|没有变化|"
           "无增减)",
           "公务接待费上年决算数8万元，本年支出决算8万元，与上年持平。", "8 - 8 = 0"},
};

constexpr std::array opener_table{
    Opener{"主要包括", false, true, false, "基本支出60万元，主要包括人员经费50万元，公用经费8万元。",
           "open sum 60 = 50 + 8"},
    Opener{"主要是", false, true, false, "基本支出60万元，主要是人员经费50万元，公用经费8万元。",
           "open sum 60 = 50 + 8"},
    Opener{"主要用于", false, true, false, "项目支出60万元，主要用于设备购置50万元、房屋维修8万元。",
           "open sum 60 = 50 + 8"},
    Opener{"主要为", false, true, false, "基本支出60万元，主要为人员经费50万元，公用经费8万元。",
           "open sum 60 = 50 + 8"},
    Opener{"其中主要", false, true, false, "基本支出60万元，其中主要人员经费50万元，公用经费8万元。",
           "open sum 60 = 50 + 8"},
    Opener{"其中", false, false, false, "总支出100万元，其中：基本支出60万元，项目支出40万元。",
           "open sum 100 = 60 + 40"},
    Opener{"包括", true, false, false, "事项51项，包括告知承诺事项10项，优化服务事项41项。",
           "sum 51 = 10 + 41"},
    Opener{"包含", true, false, false, "基本支出60万元（包含人员经费50万元，公用经费10万元）。",
           "sum 60 = 50 + 10"},
    Opener{"分为", true, false, false, "事项51项，分为告知承诺事项10项和优化服务事项41项。",
           "sum 51 = 10 + 41"},
    Opener{"分别为", true, false, true, "下设单位5个，分别为行政单位2个、事业单位3个。", "sum 5 = 2 + 3"},
    Opener{"分别是", true, false, true, "下设单位5个，分别是行政单位2个、事业单位3个。", "sum 5 = 2 + 3"},
    Opener{"含", false, true, false, "进驻单位54家（含企业单位17家）。", "17 <= 54"},
};

struct Compiled {
    std::vector<std::unique_ptr<re2::RE2>> patterns{};
    std::unique_ptr<re2::RE2::Set> any{};

    Compiled() {
        re2::RE2::Options options;
        options.set_log_errors(false);
        any = std::make_unique<re2::RE2::Set>(options, re2::RE2::UNANCHORED);
        for (const Phrase& phrase : phrase_table) {
            const re2::StringPiece words(phrase.words.data(), phrase.words.size());
            patterns.push_back(std::make_unique<re2::RE2>(words, options));
            any->Add(words, nullptr);
        }
        any->Compile();
    }
};
const Compiled& compiled() {
    static const Compiled table;
    return table;
}

} // namespace

std::span<const Opener> openers() noexcept { return opener_table; }

std::span<const Remark> remarks() noexcept { return remark_table; }

const Remark* match_remark(std::string_view words) {
    static const std::vector<std::unique_ptr<re2::RE2>> patterns = [] {
        std::vector<std::unique_ptr<re2::RE2>> all;
        for (const Remark& remark : remark_table)
            all.push_back(
                std::make_unique<re2::RE2>(re2::StringPiece(remark.words.data(), remark.words.size())));
        return all;
    }();
    for (std::size_t i = 0; i < patterns.size(); ++i)
        if (re2::RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), *patterns[i]))
            return &remark_table[i];
    return nullptr;
}

std::span<const Phrase> phrases() noexcept { return phrase_table; }

PhraseMatch match_phrase(Sort sort, std::string_view around) {
    PhraseMatch match;
    const Compiled& table = compiled();
    const re2::StringPiece text(around.data(), around.size());
    thread_local std::vector<int> found;
    if (!table.any->Match(text, &found)) return match;
    std::sort(found.begin(), found.end());
    for (const int index : found) {
        const Phrase& phrase = phrase_table[static_cast<std::size_t>(index)];
        if ((phrase.sorts & (1U << static_cast<unsigned>(sort))) == 0) continue;
        const re2::RE2& pattern = *table.patterns[static_cast<std::size_t>(index)];
        constexpr int groups_max = 8;
        std::array<re2::StringPiece, groups_max> groups{};
        const int count = std::min(groups_max, 1 + pattern.NumberOfCapturingGroups());
        // The last place where it holds is the one before the figure: # stands once.
        if (!pattern.Match(text, 0, text.size(), re2::RE2::UNANCHORED, groups.data(), count)) continue;
        match.phrase = &phrase;
        for (const auto& [name, group] : pattern.NamedCapturingGroups()) {
            const re2::StringPiece& piece = groups[static_cast<std::size_t>(group)];
            if (piece.data() == nullptr) continue;
            const std::string_view words(piece.data(), piece.size());
            if (name == "whole") match.whole = words;
            if (name == "budget") match.budget = words;
            if (name == "name") match.name = words;
            if (name == "subject") match.subject = words;
            if (name == "fall") match.fall = true;
            if (name == "base" || name == "than") {
                match.base = words;
                match.has_base = true;
            }
        }
        return match;
    }
    return match;
}

} // namespace tieout::detail

namespace tieout {

std::span<const PhraseEntry> report_phrases() {
    static const std::vector<PhraseEntry> all = [] {
        std::vector<PhraseEntry> entries;
        for (const detail::Opener& opener : detail::openers())
            entries.push_back({"G03", opener.example, opener.understood});
        for (const detail::Phrase& phrase : detail::phrases())
            entries.push_back({phrase.code, phrase.example, phrase.understood});
        for (const detail::Remark& remark : detail::remarks())
            entries.push_back({remark.code, remark.example, remark.understood});
        return entries;
    }();
    return all;
}

} // namespace tieout
