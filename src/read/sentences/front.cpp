// SPDX-License-Identifier: MIT
#include "read/sentences/front.hpp"

#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/words.hpp"

#include <tieout/numbers/date.hpp>

#include <algorithm>
#include <map>

namespace tieout::detail {

namespace {

void place_date(const Page& page, Stated& stated, const Date& date, std::string_view words,
                const Passage& passage, std::size_t at) {
    Figure figure(days_of(date), unit::day);
    figure.bare_zero = false;
    figure.text = std::string(words);
    set_place(figure, page, passage.from[at]);
    stated = Stated(std::move(figure)); // the last one is that of the document
}

/// Whether the year that stands at `at` is the document's own by the word behind it: 2022年度, 2022年部门决算.
bool is_year_of_document(std::string_view text, std::size_t at) noexcept {
    static constexpr std::string_view ends[] = {"年度", "年部门", "年整体", "年决算", "年单位"};
    const std::string_view after = text.substr(std::min(at + 4, text.size()));
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](std::string_view end) { return after.starts_with(end); });
}

/// Whether what stands at `at` is a day: when a document was signed says nothing of the year that it is about.
bool is_day(std::string_view text, std::size_t at) noexcept {
    std::string_view after = text.substr(std::min(at + 4, text.size()));
    if (!after.starts_with("年")) return false;
    after.remove_prefix(3);
    const std::size_t month = after.find_first_not_of("0123456789 ");
    return month != 0 && month != after.npos && after.substr(month).starts_with("月");
}

/// Calls use(where, year) for every year that is printed as one: 2022年, and is no day.
template <class Use>
void each_year(std::string_view text, Use use) {
    for (std::size_t at = text.find("20"); at != text.npos; at = text.find("20", at + 2)) {
        if (!text.substr(std::min(at + 4, text.size())).starts_with("年") || is_day(text, at)) continue;
        if (const auto year = parts_of_label(text.substr(at, 10)).year) use(at, *year);
    }
}

/// Takes the words as those of the title if they name a year of the document.
bool take_title(std::string_view text, Draft& draft) {
    static constexpr std::string_view subjects[] = {"决算", "绩效", "自评", "预算", "收支"};
    if (text.size() >= 240 || contains(text, "。") || !contains_any(text, subjects)) return false;
    std::optional<int> found;
    each_year(text, [&](std::size_t at, int year) {
        if (!found && is_year_of_document(text, at)) found = year;
    });
    if (!found) return false;
    draft.filing.year = found;
    draft.filing.title = std::string(text);
    static constexpr std::string_view others[] = {"决算", "执行", "绩效", "自评"};
    if (contains(text, "预算") && !contains_any(text, others)) draft.phase = Phase::initial;
    return true;
}

} // namespace

void read_front(const Page& page, Draft& draft) {
    constexpr std::size_t titles_max = 40;
    std::size_t seen = 0;
    std::map<int, std::size_t> times;
    for (const Block& block : page.blocks) {
        if (block.kind == Block::Kind::table) {
            // The name of a table may be the title of the document: what stands above the first one.
            const std::string_view name = block.table.frame.name.text;
            if (seen <= titles_max && !name.empty() && take_title(name, draft)) return;
            if (block.table.frame.year) ++times[*block.table.frame.year];
            continue;
        }
        if (block.text.empty()) continue;
        if (++seen <= titles_max && take_title(block.text.text, draft)) return;
        each_year(block.text.text, [&](std::size_t, int year) { ++times[year]; });
    }
    std::size_t most = 0;
    for (const auto& [year, count] : times)
        if (count >= most) { // of equals the latest
            most = count;
            draft.filing.year = year;
        }
}

void name_body(Draft& draft) {
    const std::string_view title = draft.filing.title;
    for (const std::string_view end :
         {"局", "委员会", "办公室", "中心", "厅", "镇", "街道办事处", "学校", "医院"}) {
        const std::size_t at = title.find(end);
        if (at == title.npos) continue;
        std::string_view name = title.substr(0, at + end.size());
        const LabelParts parts = parts_of_label(name);
        if (parts.year) {
            const std::size_t year = name.find("年");
            name.remove_prefix(year + 3);
            if (name.starts_with("度")) name.remove_prefix(3);
        }
        draft.filing.body.name = std::string(name);
        return;
    }
}

bool read_date_line(const Page& page, const Passage& passage, Draft& draft) {
    std::string_view text = passage.text;
    if (text.size() > 80) return false;
    const bool published =
        contains(text, "发布日期") || contains(text, "发布时间") || contains(text, "公开时间");
    if (published) {
        for (std::size_t at = text.find("20"); at != text.npos; at = text.find("20", at + 1))
            for (std::size_t size = 20; size >= 8; --size)
                if (const auto date = parse_date(text.substr(at, size))) {
                    place_date(page, draft.filing.dates.published_on, *date, text.substr(at, size), passage,
                               at);
                    return true;
                }
        return false;
    }
    if (const auto date = parse_date(text)) {
        place_date(page, draft.filing.dates.signed_on, *date, text, passage, 0);
        return true;
    }
    return false;
}

void read_balance(std::string_view text, Draft& draft) {
    for (std::size_t at = find_words(text, "平衡"); at != text.npos; at = find_words(text, "平衡", at + 6)) {
        const std::size_t begin = at < 60 ? 0 : at - 60;
        const std::string_view before = text.substr(begin, at - begin);
        const std::string_view after = text.substr(at + 6, 30);
        const bool both =
            before.ends_with("收支") || before.ends_with("收支基本") || before.ends_with("收支大致");
        static constexpr std::string_view wishes[] = {"坚持", "确保", "遵循", "力求", "做到", "实现",
                                                      "保持", "按照", "综合", "预算", "要求", "努力"};
        static constexpr std::string_view goals[] = {"原则", "要求", "目标", "制度", "管理"};
        const std::size_t clause = std::max(before.rfind("，") == before.npos ? 0 : before.rfind("，"),
                                            before.rfind("。") == before.npos ? 0 : before.rfind("。"));
        if (!both || contains_any(after.substr(0, 12), goals)) continue;
        const bool approximately = !before.ends_with("收支");
        if (!approximately && contains_any(before.substr(clause), wishes)) continue;
        draft.filing.balance = approximately ? Balance::approximate : Balance::stated;
        return;
    }
}

} // namespace tieout::detail
