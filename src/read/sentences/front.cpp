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
    const Place place = place_of(page, passage.from[at]);
    figure.line = place.line;
    figure.column = place.column;
    stated = Stated(std::move(figure)); // the last one is that of the document
}

/// 2024年5月3日: that says when something was, not which year a document is of.
bool is_date(std::string_view words) {
    for (std::size_t size = 20; size >= 8; --size)
        if (parse_date(words.substr(0, size))) return true;
    return false;
}

/// A budget is signed before the year that it is of is over; nothing follows from its date.
bool is_of_budget(std::string_view title) {
    static constexpr std::string_view accounts[] = {"决算", "执行", "绩效", "自评", "评价"};
    return contains(title, "预算") && !contains_any(title, accounts);
}

} // namespace

void read_front(const Page& page, Draft& draft) {
    std::size_t seen = 0;
    std::map<int, std::size_t> times;
    for (const Block& block : page.blocks) {
        if (block.kind != Block::Kind::paragraph || block.text.empty()) continue;
        const std::string_view text = block.text.text;
        static constexpr std::string_view subjects[] = {
            "决算", "绩效", "自评", "预算执行", "收支", "部门预算", "单位预算", "预算公开", "预算草案"};
        const bool title =
            ++seen <= 40 && text.size() < 240 && !contains(text, "。") && contains_any(text, subjects);
        for (std::size_t at = text.find("20"); at != text.npos; at = text.find("20", at + 2)) {
            const std::string_view after = text.substr(std::min(at + 4, text.size()), 12);
            if (!after.starts_with("年") || is_date(text.substr(at))) continue;
            const LabelParts parts = parts_of_label(text.substr(at, 10));
            if (!parts.year) continue;
            const bool of_document = after.starts_with("年度") || after.starts_with("年部门") ||
                                     after.starts_with("年整体") || after.starts_with("年决算") ||
                                     after.starts_with("年单位");
            if (title && of_document) {
                draft.filing.year = parts.year;
                draft.filing.title = std::string(text);
                return;
            }
            ++times[*parts.year];
        }
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
        if (is_of_budget(draft.filing.title)) return true;
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
