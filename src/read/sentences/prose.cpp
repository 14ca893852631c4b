// SPDX-License-Identifier: MIT
//
// Reads sentences. Every figure becomes a level (an amount or a count of its own) or says something of levels: a share,
// a change, a rate. A sentence states a relation only by its words; where these leave several readings and one of them
// holds, that is the one that was meant, and if none holds, it is broken only if there is no other.

#include "read/draft/draft.hpp"
#include "read/vocabulary/grammar.hpp"
#include "read/vocabulary/lexicon.hpp"
#include "read/vocabulary/numerals.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/date.hpp>
#include <tieout/relations/check.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <span>
#include <utility>

namespace tieout::detail {

namespace {

/// Limits that keep a hostile document linear; no report comes near.
constexpr std::size_t members_max = 200;     ///< of one list in a sentence
constexpr std::size_t candidates_max = 8;    ///< levels that something may be of
constexpr std::size_t nesting_max = 16;      ///< lists within lists
constexpr std::size_t words_max = 600;       ///< bytes before a figure that are looked at
constexpr std::size_t context_max = 1200;    ///< bytes of a sentence that are kept
constexpr std::size_t looked_back_max = 400; ///< levels that a name is looked for among

/// The marks and brackets of sentences begin with one of two bytes, which few other characters do.
bool may_be_mark(char c) noexcept { return c == '\xE3' || c == '\xEF'; }

bool is_mark(std::string_view text, std::size_t at, std::string_view& mark) noexcept {
    if (!may_be_mark(text[at])) return false;
    for (const std::string_view candidate : {"。", "；", "，", "、", "：", "！", "？"})
        if (text.substr(at).starts_with(candidate)) {
            mark = candidate;
            return true;
        }
    return false;
}

std::size_t step(std::string_view text, std::size_t at) noexcept {
    return std::max<std::size_t>(1, decode_utf8(text, at).length);
}

/// The first byte from `at` on that begins a character.
std::size_t whole_character_in(std::string_view text, std::size_t at) noexcept {
    while (at < text.size() && continues_utf8(text[at])) ++at;
    return at;
}

/// Bytes that the ends of two labels share, whole characters: 求助类 and 咨询类 end alike.
std::size_t common_end(std::string_view a, std::string_view b) noexcept {
    std::size_t size = 0;
    while (size < a.size() && size < b.size() && a[a.size() - 1 - size] == b[b.size() - 1 - size]) ++size;
    while (size > 0 && continues_utf8(a[a.size() - size])) --size;
    return size;
}

/// As text.find(words, from). Most characters begin with one of six bytes, so that a search byte by byte stops at every
/// other one; memmem does not.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from = 0) noexcept {
    if (from >= text.size()) return text.npos;
    const void* found = ::memmem(text.data() + from, text.size() - from, words.data(), words.size());
    return found == nullptr ? text.npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool contains(std::string_view text, std::string_view words) noexcept {
    return find_words(text, words) != text.npos;
}

template <class Words>
bool contains_any(std::string_view text, const Words& words) noexcept {
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return contains(text, word); });
}

/// Whether figures of both can be added: one dimension, and what is counted is the same thing.
bool addable(const Figure& a, const Figure& b) noexcept {
    if (a.unit.dimension != b.unit.dimension) return false;
    if (a.unit.dimension != Dimension::count) return a.unit.dimension == Dimension::money;
    const auto thing = [](const Figure& figure) -> std::string_view {
        const std::string_view word = figure.unit.word();
        return word == "名" || word == "位" ? std::string_view("人") : word;
    };
    return thing(a) == thing(b);
}

/// A list that has begun and not ended.
struct List {
    bool bracket = false;
    /// A bracket within a label, or after words: nothing is listed.
    bool dummy = false;
    bool complete = false;
    bool unsure = false;
    /// The total, nearest first.
    std::vector<MentionId> totals{};
    struct Member {
        MentionId level;
        unsigned mark;          ///< the highest mark before it since the member before: 1 、 2 ， 3 ；
        bool cut;               ///< the list may have ended before it
        bool taken_off = false; ///< 减：
    };
    std::vector<Member> members{};
    /// Mark and label as they were before a bracket within a label.
    unsigned mark_before = 0;
    std::size_t label_before = 0;
};

/// A heading, and what it says of the figures below it.
struct Heading {
    int depth = 0;
    std::string words{};
};

class Prose {
  public:
    Prose(const Page& page, Draft& draft) : page_(page), draft_(draft) {}

    void read() {
        find_year();
        std::uint32_t tables = 0;
        for (const Block& block : page_.blocks) {
            if (block.kind == Block::Kind::table) {
                end_pending();
                read_table(page_, block.table, ++tables, draft_);
            } else {
                paragraph(block.text);
            }
        }
        end_pending();
        name_body();
    }

  private:
    // ── the document ──

    /// The year that the document is of: that of its title, else the one that it speaks of most.
    void find_year() {
        std::size_t seen = 0;
        std::map<int, std::size_t> times;
        for (const Block& block : page_.blocks) {
            if (block.kind != Block::Kind::paragraph || block.text.empty()) continue;
            const std::string_view text = block.text.text;
            static constexpr std::string_view subjects[] = {"决算", "绩效", "自评", "预算执行", "收支"};
            const bool title =
                ++seen <= 40 && text.size() < 240 && !contains(text, "。") && contains_any(text, subjects);
            for (std::size_t at = text.find("20"); at != text.npos; at = text.find("20", at + 2)) {
                const std::string_view after = text.substr(std::min(at + 4, text.size()), 12);
                if (!after.starts_with("年")) continue;
                const LabelParts parts = parts_of_label(text.substr(at, 10));
                if (!parts.year) continue;
                const bool of_document = after.starts_with("年度") || after.starts_with("年部门") ||
                                         after.starts_with("年整体") || after.starts_with("年决算") ||
                                         after.starts_with("年单位");
                if (title && of_document) {
                    draft_.filing.year = parts.year;
                    draft_.filing.title = std::string(text);
                    return;
                }
                ++times[*parts.year];
            }
        }
        std::size_t most = 0;
        for (const auto& [year, count] : times)
            if (count >= most) { // of equals the latest
                most = count;
                draft_.filing.year = year;
            }
    }

    void name_body() {
        const std::string_view title = draft_.filing.title;
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
            draft_.filing.body.name = std::string(name);
            return;
        }
    }

    // ── paragraphs ──

    void paragraph(const Passage& passage) {
        const std::string_view text = passage.text;
        if (text.empty()) return;
        const std::size_t number = list_number_of(text);
        const bool item_of_pending = pending_open_ && number != 0 && same_numbering(text);
        if (pending_open_ && !item_of_pending) end_pending();
        if (date_line(passage)) return;

        passage_ = &passage;
        const std::vector<Numeral> found = numerals(text);
        heading(text, found);
        begin_paragraph(item_of_pending);
        balance(text);

        std::size_t behind = number;
        for (std::size_t i = 0; i < found.size(); ++i) {
            const Numeral& numeral = found[i];
            if (numeral.begin < behind) continue;
            const std::size_t after_end = i + 1 < found.size() ? found[i + 1].begin : text.size();
            const std::string_view after =
                text.substr(numeral.end, std::min<std::size_t>(after_end - numeral.end, 60));
            mention(numeral, behind, after);
            behind = numeral.end;
        }
        words_between(text.substr(behind), behind);
        // A paragraph that ends within a sentence may go on in the next, and its lists with it.
        for (List& list : lists_) list.unsure = true;
        end_sentence(text.size());
        end_paragraph(text);
    }

    /// A line that is nothing but a date: the signature. 发布日期2023-10-27: the publication.
    bool date_line(const Passage& passage) {
        std::string_view text = passage.text;
        if (text.size() > 80) return false;
        const bool published =
            contains(text, "发布日期") || contains(text, "发布时间") || contains(text, "公开时间");
        if (published) {
            for (std::size_t at = text.find("20"); at != text.npos; at = text.find("20", at + 1))
                for (std::size_t size = 20; size >= 8; --size)
                    if (const auto date = parse_date(text.substr(at, size))) {
                        place_date(draft_.filing.dates.published_on, *date, text.substr(at, size), passage,
                                   at);
                        return true;
                    }
            return false;
        }
        if (const auto date = parse_date(text)) {
            place_date(draft_.filing.dates.signed_on, *date, text, passage, 0);
            return true;
        }
        return false;
    }

    void place_date(Stated& stated, const Date& date, std::string_view words, const Passage& passage,
                    std::size_t at) {
        Figure figure(days_of(date), unit::day);
        figure.bare_zero = false;
        figure.text = std::string(words);
        const Place place = place_of(page_, passage.from[at]);
        figure.line = place.line;
        figure.column = place.column;
        stated = Stated(std::move(figure)); // the last one is that of the document
    }

    /// 收支平衡 is stated of the year, not wished for.
    void balance(std::string_view text) {
        for (std::size_t at = find_words(text, "平衡"); at != text.npos;
             at = find_words(text, "平衡", at + 6)) {
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
            draft_.filing.balance = approximately ? Balance::approximate : Balance::stated;
            return;
        }
    }

    static int depth_of(std::string_view text) noexcept {
        const std::size_t number = list_number_of(text);
        if (number == 0) return 0;
        if (text.starts_with("（") || text.starts_with("("))
            return text[text.starts_with("(") ? 1 : 3] >= '0' && text[text.starts_with("(") ? 1 : 3] <= '9'
                       ? 4
                       : 2;
        return text[0] >= '0' && text[0] <= '9' ? 3 : text.starts_with("①") || number == 3 ? 5 : 1;
    }

    /// Keeps the headings above the paragraph: a short line without figures, or a numbered line up to its first mark.
    void heading(std::string_view text, const std::vector<Numeral>& found) {
        const int depth = depth_of(text);
        std::size_t end = text.find("。");
        if (depth != 0) end = std::min(end, text.find("："));
        if (end == text.npos) end = text.size();
        const bool whole = end + 3 >= text.size();
        const bool has_figure = !found.empty() && found.front().begin < end;
        if (end > 120 || has_figure || (depth == 0 && !whole)) {
            if (depth != 0) drop_headings(depth);
            return;
        }
        if (depth == 0) {
            // A line between two paragraphs that ends like a sentence is none.
            if (text.ends_with("。") || text.ends_with("；") || text.ends_with("：")) return;
            headings_.clear();
        } else {
            drop_headings(depth);
        }
        headings_.push_back({depth, std::string(text.substr(0, end))});
    }
    void drop_headings(int depth) {
        while (!headings_.empty() && headings_.back().depth >= depth) headings_.pop_back();
    }

    [[nodiscard]] bool headings_contain(std::string_view words) const noexcept {
        return std::any_of(headings_.begin(), headings_.end(),
                           [&](const Heading& heading) { return contains(heading.words, words); });
    }
    [[nodiscard]] std::string_view heading_scope() const noexcept {
        for (auto heading = headings_.rbegin(); heading != headings_.rend(); ++heading)
            if (const std::string_view scope = scope_in(heading->words); !scope.empty()) return scope;
        return {};
    }
    /// The phase of figures of which nothing says one: budgets under a heading that speaks of the budget only.
    [[nodiscard]] Phase heading_phase() const noexcept {
        for (auto heading = headings_.rbegin(); heading != headings_.rend(); ++heading) {
            const std::string_view words = heading->words;
            if (contains(words, "决算") || contains(words, "支出情况") || contains(words, "执行"))
                return Phase::executed;
            if (contains(words, "预算安排") || contains(words, "年初预算") || contains(words, "预算情况"))
                return Phase::initial;
        }
        return Phase::executed;
    }

    // ── sentences ──

    void begin_paragraph(bool item_of_pending) {
        lists_.clear();
        sentence_levels_.clear();
        main_levels_.clear();
        previous_main_.clear();
        paragraph_levels_.clear();
        last_ = no_mention;
        level_at_ = 0;
        in_item_ = item_of_pending;
        item_sentence_ = 0;
        begin_sentence(0);
    }

    void begin_sentence(std::size_t at) {
        sentence_begin_ = at;
        context_.clear();
        sentence_levels_.clear();
        main_levels_.clear();
        change_ = no_mention;
        base_level_ = no_mention;
        mark_ = 0;
        label_begin_ = at;
    }

    void end_sentence(std::size_t at) {
        while (!lists_.empty()) close_list();
        settle_orphans();
        state_missing_base();
        price_times_count();
        budget_and_supplement();
        // A sentence without amounts, the reason for something, does not part 其中 from what it is of.
        if (!main_levels_.empty()) previous_main_ = main_levels_;
        ++item_sentence_;
        begin_sentence(at);
    }

    /// The id of the sentence that is being read; its words are kept from the first figure on that needs them.
    const std::string& context() {
        if (!context_.empty()) return context_;
        context_ = "s" + std::to_string(draft_.filing.sentences.size() + 1);
        const std::string_view text = passage_->text;
        // Looked for no farther than it is kept: the next mark of a kind may be at the end of the document.
        const std::string_view kept = text.substr(sentence_begin_, context_max);
        std::size_t end = kept.size();
        for (const std::string_view mark : {"。", "！", "？"})
            if (const std::size_t found = kept.find(mark); found != kept.npos)
                end = std::min(end, found + mark.size());
        end += sentence_begin_;
        while (end < text.size() && continues_utf8(text[end])) --end;
        draft_.filing.sentences.push_back(
            {context_, std::string(text.substr(sentence_begin_, end - sentence_begin_))});
        return context_;
    }

    /// Goes through the words between two figures: their marks and brackets open and close what the next belongs to.
    void words_between(std::string_view gap, std::size_t at_begin) {
        if (last_ != no_mention && (contains(gap, "预算") || contains(gap, "持平") || contains(gap, "变化") ||
                                    contains(gap, "无增减")))
            remark(gap);
        for (std::size_t at = 0; at < gap.size();) {
            if (!may_be_mark(gap[at])) {
                ++at; // the other bytes of a character are none either
                continue;
            }
            const std::string_view rest = gap.substr(at);
            std::string_view mark;
            if (rest.starts_with("（")) {
                List list;
                list.bracket = true;
                // Only a bracket right behind a figure lists what is in it.
                list.dummy = at != 0 || last_ == no_mention || at_begin == sentence_begin_;
                if (!list.dummy) list.totals.push_back(last_);
                list.mark_before = mark_;
                list.label_before = label_begin_;
                if (lists_.size() < nesting_max) lists_.push_back(std::move(list));
                label_begin_ = at_begin + at + 3;
                mark_ = 0;
                at += 3;
            } else if (rest.starts_with("）")) {
                close_bracket();
                at += 3;
            } else if (is_mark(gap, at, mark)) {
                at += mark.size();
                if (mark == "。" || mark == "！" || mark == "？") {
                    end_sentence(at_begin + at);
                } else {
                    label_before_ = label_begin_;
                    label_begin_ = at_begin + at;
                    mark_ = std::max(mark_, mark == "、" ? 1U : mark == "，" ? 2U : mark == "；" ? 3U : 0U);
                    if (mark == "；") change_ = no_mention;
                }
            } else {
                at += step(gap, at);
            }
        }
    }

    void close_bracket() {
        const bool any =
            std::any_of(lists_.begin(), lists_.end(), [](const List& list) { return list.bracket; });
        if (!any) return;
        while (!lists_.back().bracket) close_list();
        const unsigned mark = lists_.back().mark_before;
        const std::size_t label = lists_.back().label_before;
        const bool dummy = lists_.back().dummy;
        close_list();
        mark_ = mark;
        if (dummy) label_begin_ = label;
    }

    // ── figures ──

    void mention(const Numeral& numeral, std::size_t behind, std::string_view after) {
        const std::string_view text = passage_->text;
        // What stands right behind a figure is where it is said what it is of.
        const std::size_t from =
            numeral.begin - behind > words_max ? whole_character(numeral.begin - words_max) : behind;
        const std::string_view gap = text.substr(behind, numeral.begin - behind);
        const bool after_figure = behind != 0 && behind > sentence_begin_ && last_ != no_mention;
        if (after_figure) {
            label_begin_ = std::max(label_begin_, behind);
            for (const std::string_view word : {"和", "与", "及"})
                if (gap.starts_with(word)) mark_ = std::max(mark_, 1U); // 10项和优化服务40项
        }
        words_between(gap, behind);
        const std::string_view near = text.substr(from, numeral.begin - from);
        open_list(near, from, after_figure);

        std::string around(
            near.substr(sentence_begin_ > from ? std::min(sentence_begin_ - from, near.size()) : 0));
        around += '#';
        around += after.substr(0, 24);
        const PhraseMatch match = match_phrase(numeral.sort, around);
        Part part = match.phrase == nullptr ? Part::level : match.phrase->part;
        // 占全国的8.1%和91.9%, 各下降23.51%、38.28%: of which each is, is told by their order.
        if (part != Part::level && goes_on_with_figure(after)) {
            change_ = no_mention;
            plain_figure(numeral, label_words(numeral));
            return;
        }
        switch (part) {
        case Part::share:
            share(numeral, match);
            return;
        case Part::growth:
            growth(numeral, match);
            return;
        case Part::change:
            if (change(numeral, match, after)) return;
            break;
        case Part::base:
            base(numeral, match);
            return;
        case Part::completion:
            completion(numeral, match);
            return;
        case Part::rate:
            rate(numeral, match);
            return;
        case Part::saving_rate:
            saving_rate(numeral);
            return;
        case Part::points:
            points(numeral, match);
            return;
        case Part::saving:
            saving(numeral);
            return;
        case Part::level:
            break;
        }
        if (numeral.sort == Sort::percent || numeral.sort == Sort::points) {
            plain_figure(numeral, label_words(numeral));
            return;
        }
        if (numeral.sort == Sort::score) {
            score(numeral, after);
            return;
        }
        if (both_sides(numeral)) return;
        const std::string_view words = label_words(numeral);
        static constexpr std::string_view differences[] = {"差值", "差额", "相差", "差异"};
        if (contains_any(words, differences) && words.size() < 24) {
            plain_figure(numeral, words);
            return;
        }
        level(numeral, after);
    }

    /// Whether the next figure stands right behind this one, with nothing but 、 or 和 between them.
    static bool goes_on_with_figure(std::string_view after) noexcept {
        for (const std::string_view word : {"、", "和", "与", "及", "，"})
            if (after.starts_with(word) && after.size() == word.size()) return true;
        return false;
    }

    [[nodiscard]] std::size_t whole_character(std::size_t at) const noexcept {
        return whole_character_in(passage_->text, at);
    }

    /// The words that name a figure: from the last mark before it; from the mark before that where it is a colon.
    [[nodiscard]] std::string_view label_words(const Numeral& numeral) const {
        const std::string_view text = passage_->text;
        std::size_t begin = std::min<std::size_t>(label_begin_, numeral.begin);
        std::string_view label = text.substr(begin, numeral.begin - begin);
        if (label.empty() && begin >= 3 && text.substr(begin - 3, 3) == "：" && label_before_ < begin - 3) {
            label = text.substr(label_before_, begin - 3 - label_before_);
        }
        constexpr std::size_t label_max = 150;
        if (label.size() > label_max)
            label.remove_prefix(whole_character_in(label, label.size() - label_max));
        return label;
    }

    Mention new_level(const Numeral& numeral, std::string_view label) {
        Mention level;
        level.figure = numeral.figure;
        const Place place = place_of(page_, passage_->from[numeral.begin]);
        level.figure.line = place.line;
        level.figure.column = place.column;
        level.figure.context = context();
        if (numeral.begin >= sentence_begin_ && numeral.end - sentence_begin_ <= context_max) {
            level.figure.mark = static_cast<std::uint32_t>(numeral.begin - sentence_begin_);
            level.figure.mark_length = numeral.end - numeral.begin;
        }
        level.subject = std::string(label);
        return level;
    }

    MentionId plain_figure(const Numeral& numeral, std::string_view label) {
        const LabelParts parts = parts_of_label(label);
        Mention level =
            new_level(numeral, parts.bare ? std::string_view(label) : std::string_view(parts.subject));
        level.figure.label = level.subject;
        return draft_.add(std::move(level));
    }

    [[nodiscard]] const Mention& at(MentionId id) const { return draft_.mentions[id]; }
    [[nodiscard]] Mention& at(MentionId id) { return draft_.mentions[id]; }
    [[nodiscard]] const Figure& figure(MentionId id) const { return draft_.mentions[id].figure; }

    /// An amount or a count of its own.
    void level(const Numeral& numeral, std::string_view after) {
        const std::string_view words = label_words(numeral);
        leave_lists();
        LabelParts parts = parts_of_label(words);
        Mention level = new_level(numeral, parts.subject);
        const bool amount = numeral.sort != Sort::count;
        if (level.figure.unit_missing && amount) {
            // 404.96（包含…: the unit of the sentence, and a remark that none was printed.
            if (last_ == no_mention || figure(last_).unit.dimension != Dimension::money) return;
            level.figure.unit = figure(last_).unit;
        }

        const List* list = innermost();
        const MentionId total = list != nullptr && !list->totals.empty() ? list->totals.front()
                                : in_item_ && item_sentence_ == 0 && !pending_.totals.empty()
                                    ? pending_.totals.front()
                                    : no_mention;
        // Phase: what the label says, else that of the total it is part of, else that of the heading.
        const Phase inherited = total != no_mention ? at(total).phase : heading_phase();
        bool phase_stated = parts.phase.has_value();
        level.phase = parts.phase.value_or(inherited);

        bool of_before = false;
        if (parts.bare) {
            // 实际支出0.38万元: of what was spoken of before.
            const MentionId before = !sentence_levels_.empty() ? sentence_levels_.back()
                                     : !previous_main_.empty() ? previous_main_.back()
                                                               : no_mention;
            // 预算收入x，支出决算y: what was spent is not of what came in.
            const bool other_side = before != no_mention && contains(words, "支出") &&
                                    (at(before).item == "/income" || at(before).item == "/total_income");
            if (before != no_mention && parts.phase && !other_side) {
                of_before = true;
                level.list = at(before).list;
                level.subject = at(before).subject;
                level.item = at(before).item;
                level.split = at(before).split;
                level.code = at(before).code;
                level.of.fund = at(before).of.fund;
                level.certain = at(before).certain && !sentence_levels_.empty();
                // A plan and what became of it: the one without a phase was the plan.
                if (*parts.phase == Phase::executed && !sentence_levels_.empty() && !stated_phase_.empty() &&
                    !stated_phase_.back() && at(before).phase == Phase::executed &&
                    !at(before).item.empty()) {
                    at(before).phase = planned_phase();
                } else if (*parts.phase == Phase::executed && !sentence_levels_.empty() && in_item_ &&
                           !stated_phase_.back()) {
                    at(before).phase = planned_phase();
                } else if (*parts.phase != Phase::executed && !sentence_levels_.empty() &&
                           !stated_phase_.back() && at(before).phase == *parts.phase) {
                    // 公务接待费支出2.05万元，年初预算为2万元: the one that is not the budget was spent.
                    at(before).phase = Phase::executed;
                }
            }
        }
        if (level.item.empty()) place_in_model(level, parts, amount, total, phase_stated);
        const bool of_document =
            contains(words, "决算") || contains(words, "年初预算") || contains(words, "全年预算");
        if (amount && level.item.empty() && parts.bare && parts.phase && sentence_levels_.empty()) {
            // 2、项目资金使用情况。财政预算为313.88万元: of what the heading speaks of.
            for (auto above = headings_.rbegin(); above != headings_.rend() && level.item.empty(); ++above)
                if (const KnownPart* part = part_in_heading(above->words)) {
                    level.item = part->pointer;
                    level.subject = std::string(part->words.substr(0, part->words.find('|')));
                    level.of.fund = std::string(heading_scope());
                }
        }
        if (amount && level.item.empty() && parts.bare && parts.phase && of_document && !of_before &&
            headings_contain("整体")) {
            level.item = "/expenditure"; // 支出决算1775.24万元 of a report on the whole body
            level.subject = *parts.phase == Phase::executed ? "支出决算" : "预算";
            level.certain = true;
        }
        // Another year than that of the document.
        const int year = draft_.filing.year.value_or(0);
        if (parts.previous || (parts.year && *parts.year + 1 == year)) {
            if (level.phase == Phase::executed)
                level.phase = Phase::prior;
            else
                level.item.clear();
        } else if (parts.year && year != 0 && *parts.year != year) {
            level.item.clear();
        }
        if (parts.year) level.figure.period = std::to_string(*parts.year);
        if (level.figure.state == State::approximate) level.item.clear();
        if (level.subject.empty()) level.subject = named_behind(after);
        level.figure.label = level.subject;

        const MentionId id = draft_.add(std::move(level));
        level_at_ = numeral.begin;
        const bool taken_off =
            words.starts_with("减") && !words.starts_with("减少") && !words.starts_with("减免");
        remember(id, phase_stated, taken_off);
    }

    /// 3个科室: what is counted stands behind the unit.
    static std::string named_behind(std::string_view after) {
        std::size_t end = 0;
        std::string_view mark;
        while (end < after.size() && end < 30 && !is_mark(after, end, mark) &&
               !after.substr(end).starts_with("（") && !after.substr(end).starts_with("）") &&
               !(after[end] >= '0' && after[end] <= '9'))
            end += step(after, end);
        return std::string(after.substr(0, std::min(end, after.size())));
    }

    void place_in_model(Mention& level, const LabelParts& parts, bool amount, MentionId total,
                        bool& phase_stated) {
        std::string subject = parts.subject;
        if (subject.empty()) return;
        level.of.fund = std::string(scope_in(subject));
        const KnownPart* known = known_part(subject, amount);
        if (known == nullptr && subject.ends_with("财政拨款") && subject.size() > 12)
            known = known_part(std::string_view(subject).substr(0, subject.size() - 12), amount);
        if (known == nullptr && !level.of.fund.empty()) {
            for (const std::string_view prefix :
                 {"一般公共预算财政拨款安排的", "一般公共预算财政拨款", "一般公共预算执行",
                  "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "一般公共预算", "政府性基金预算",
                  "国有资本经营预算", "财政拨款"})
                if (subject.starts_with(prefix) && subject.size() > prefix.size()) {
                    known = known_part(std::string_view(subject).substr(prefix.size()), amount);
                    break;
                }
        } else if (known != nullptr && !level.of.fund.empty() && !subject.ends_with("财政拨款")) {
            level.of.fund.clear();
        }
        if (total != no_mention && known == nullptr) {
            const Mention& whole = at(total);
            if (!whole.item.empty() && whole.split.empty() && amount) {
                if (const KnownLine* line = known_line(subject)) {
                    static constexpr std::string_view split_items[] = {"/expenditure", "/expenditure/basic",
                                                                       "/expenditure/project", "/income",
                                                                       "/operating_cost"};
                    if (std::find(std::begin(split_items), std::end(split_items), whole.item) !=
                        std::end(split_items)) {
                        level.item = whole.item;
                        level.list = total + 1;
                        level.split = line->split;
                        level.code = line->code;
                        level.of.fund = whole.of.fund;
                        level.certain = whole.certain;
                        return;
                    }
                }
                if (whole.item == "/expenditure/project") {
                    level.item = whole.item;
                    level.list = total + 1;
                    level.split = "projects";
                    level.of.fund = whole.of.fund;
                    level.certain = true;
                    if (level.subject.ends_with("项目") && level.subject.size() > 6)
                        level.subject.resize(level.subject.size() - 6);
                    return;
                }
            }
        }
        if (known == nullptr) return;
        level.item = known->pointer;
        // 总支出x，其中本年支出y: then the total is that of the whole account, with what is carried over.
        if (total != no_mention && at(total).item == level.item && at(total).split.empty() &&
            at(total).phase == level.phase) {
            at(total).item = level.item == "/expenditure" && level.phase == Phase::executed
                                 ? std::string("/total_expenditure")
                                 : std::string();
        }
        // These are of the general public budget by their definition.
        if ((level.of.fund == "一般公共预算" || level.of.fund == "财政拨款") &&
            (level.item.starts_with("/three_public") || level.item.starts_with("/operating_cost")))
            level.of.fund.clear();
        if (known->phase && !phase_stated) {
            level.phase = *known->phase;
            phase_stated = true;
        }
        // A part has the scope of its total; else that of the heading, which does not bind a total of the whole body.
        if (level.of.fund.empty() && total != no_mention) level.of.fund = at(total).of.fund;
        if (level.of.fund.empty() && in_item_) level.of.fund = pending_.scope;
        if (level.of.fund.empty() && total == no_mention &&
            (level.item.starts_with("/expenditure/") || level.item == "/income"))
            level.of.fund = std::string(heading_scope());
        level.certain = level.of.fund.empty();
    }

    [[nodiscard]] Phase planned_phase() const {
        for (const MentionId id : pending_.totals)
            if (in_item_ && at(id).phase != Phase::executed && at(id).phase != Phase::opening)
                return at(id).phase;
        return Phase::initial;
    }

    void remember(MentionId id, bool phase_stated, bool taken_off = false) {
        sentence_levels_.push_back(id);
        stated_phase_.resize(sentence_levels_.size() - 1);
        stated_phase_.push_back(phase_stated);
        if (paragraph_levels_.size() < looked_back_max) paragraph_levels_.push_back(id);
        if (List* list = innermost(); list != nullptr && list->members.size() < members_max) {
            bool cut = false;
            if (list->members.size() >= 2) {
                unsigned highest = 0;
                for (std::size_t i = 1; i < list->members.size(); ++i)
                    highest = std::max(highest, list->members[i].mark);
                cut = mark_ > highest;
            }
            list->members.push_back({id, mark_, cut, taken_off});
        } else if (list == nullptr) {
            main_levels_.push_back(id);
        }
        if (in_item_ && item_sentence_ == 0 && innermost() == nullptr &&
            pending_.members.size() < members_max)
            pending_.members.push_back({id, 3, false});
        last_ = id;
        mark_ = 0;
        // What grows from here on is this amount.
        change_ = no_mention;
        base_level_ = no_mention;
    }

    /// 收、支总计均为x: the total of both sides.
    bool both_sides(const Numeral& numeral) {
        const std::string_view text = passage_->text;
        const std::size_t begin =
            sentence_begin_ + 60 > numeral.begin ? sentence_begin_ : whole_character(numeral.begin - 60);
        const std::string_view before = text.substr(begin, numeral.begin - begin);
        bool found = false;
        for (const std::string_view words :
             {"收、支总计", "收支总计", "收入支出总计", "收入、支出总计", "收入和支出总计", "总收入支出",
              "收、支决算总计", "收支决算总计", "收入支出决算总计"}) {
            const std::size_t at = before.rfind(words);
            if (at == before.npos) continue;
            const std::string_view rest = before.substr(at + words.size());
            found = rest.empty() || rest == "为" || rest == "均为" || rest == "各为" || rest == "是" ||
                    rest == "数为";
        }
        if (!found) return false;
        const LabelParts parts =
            parts_of_label(before.substr(before.rfind("。") == before.npos ? 0 : before.rfind("。") + 3));
        const bool prior =
            parts.previous || (parts.year && *parts.year + 1 == draft_.filing.year.value_or(0));
        const bool other = parts.year && !prior && *parts.year != draft_.filing.year.value_or(*parts.year);
        for (const std::string_view item : {"/total_income", prior ? "/expenditure" : "/total_expenditure"}) {
            Mention level = new_level(numeral, item == "/total_income" ? "收入总计" : "支出总计");
            level.figure.label = level.subject;
            level.phase = prior ? Phase::prior : Phase::executed;
            if (!other && heading_scope().empty()) level.item = item;
            const MentionId id = draft_.add(std::move(level));
            remember(id, true);
        }
        return true;
    }

    /// Scores of the body as a whole go into the model; those of projects stand for themselves.
    void score(const Numeral& numeral, std::string_view after) {
        const std::string_view text = passage_->text;
        const std::size_t from = numeral.begin - sentence_begin_ > words_max
                                     ? whole_character(numeral.begin - words_max)
                                     : sentence_begin_;
        const std::string_view sentence = text.substr(from, numeral.begin - from);
        const std::string_view label = label_words(numeral);
        Mention level = new_level(numeral, parts_of_label(label).subject);
        level.figure.label = level.subject;
        static constexpr std::string_view score_words[] = {"得分", "评分", "总分", "分数"};
        const bool is_score = contains_any(sentence, score_words);
        const bool whole =
            (contains(sentence, "整体") || headings_contain("整体")) && !contains(sentence, "项目");
        static constexpr std::string_view bodies[] = {"整体", "我单位", "本单位", "我局",
                                                      "本局", "我部门", "本部门"};
        if (is_score && whole && contains_any(label, bodies) && !contains(sentence, "满分")) {
            level.item = "/evaluation/score";
            level.certain = true;
            grade(after);
        }
        draft_.add(std::move(level));
    }

    void grade(std::string_view after) {
        const std::size_t at = after.find("等");
        if (at == after.npos) return;
        for (const std::string_view name : {"优秀", "优", "良好", "良", "中", "差", "合格", "不合格"})
            if (contains(after.substr(at), "“" + std::string(name) + "”") ||
                contains(after.substr(at), "为" + std::string(name))) {
                draft_.filing.evaluation.grade = name;
                return;
            }
    }

    // ── lists ──

    [[nodiscard]] List* innermost() {
        for (auto list = lists_.rbegin(); list != lists_.rend(); ++list)
            if (!list->dummy) return &*list;
        return nullptr;
    }

    /// A word between the last figure and this one that says that a list begins.
    void open_list(std::string_view near, std::size_t near_begin, bool after_figure) {
        // Only what stands in the sentence of the figure, and after its last semicolon.
        std::size_t begin =
            sentence_begin_ > near_begin ? std::min(sentence_begin_ - near_begin, near.size()) : 0;
        if (const std::size_t semicolon = near.rfind("；"); semicolon != near.npos && semicolon > begin)
            begin = semicolon + 3;
        const std::string_view words = near.substr(begin);
        const Opener* opener = nullptr;
        std::size_t where = 0;
        for (const Opener& candidate : openers()) {
            const std::size_t at = words.rfind(candidate.word);
            if (at == words.npos || (opener != nullptr && at < where + opener->word.size())) continue;
            // 含 must begin its clause: 包含, 含税
            if (candidate.word == "含" && at != 0 && !words.substr(0, at).ends_with("（") &&
                !words.substr(0, at).ends_with("，"))
                continue;
            // What is listed begins right behind the word: 其中，A 5万元, 包括A、B 5万元.
            std::string_view listed = words.substr(at + candidate.word.size());
            for (const std::string_view mark : {"：", "，"})
                if (listed.starts_with(mark)) listed.remove_prefix(mark.size());
            if (contains(listed, "，") || contains(listed, "等")) continue;
            opener = &candidate;
            where = at;
        }
        // A colon right behind a figure opens a list as well.
        const bool colon = opener == nullptr && after_figure && near.starts_with("：");
        if (opener == nullptr && !colon) return;
        if (opener != nullptr) {
            const std::size_t end = begin + where + opener->word.size();
            label_begin_ = std::max(label_begin_, near_begin + end);
        }
        if (List* list = innermost(); list != nullptr && list->bracket && list->members.empty()) {
            if (opener != nullptr) {
                list->complete = opener->complete;
                list->unsure = opener->unsure;
            }
            return;
        }
        List list;
        list.complete = opener != nullptr && opener->complete;
        list.unsure = opener != nullptr && opener->unsure;
        const auto take = [&](const std::vector<MentionId>& levels) {
            for (auto id = levels.rbegin(); id != levels.rend() && list.totals.size() < candidates_max; ++id)
                list.totals.push_back(*id);
        };
        if (!sentence_levels_.empty())
            take(sentence_levels_);
        else
            take(previous_main_);
        if (list.totals.empty() || lists_.size() >= nesting_max) return;
        // What is right behind its figure is of that figure.
        if (opener != nullptr && (opener->complete || opener->subset) && !sentence_levels_.empty())
            list.totals.erase(list.totals.begin() + 1, list.totals.end());
        lists_.push_back(std::move(list));
        mark_ = 0;
    }

    /// Lists that the mark before this figure ends: ； returns from the list within an item to the list of items.
    void leave_lists() {
        while (lists_.size() >= 2 && !lists_.back().bracket && !lists_.back().members.empty()) {
            const List& inner = lists_.back();
            const List* outer = nullptr;
            for (std::size_t i = lists_.size() - 1; i-- > 0;) {
                if (!lists_[i].dummy) {
                    outer = &lists_[i];
                    break;
                }
            }
            if (outer == nullptr) return;
            unsigned inner_mark = 0;
            for (std::size_t i = 1; i < inner.members.size(); ++i)
                inner_mark = std::max(inner_mark, inner.members[i].mark);
            unsigned outer_mark = 0;
            for (std::size_t i = 1; i < outer->members.size(); ++i)
                outer_mark = std::max(outer_mark, outer->members[i].mark);
            const bool returns = mark_ > inner_mark && (outer_mark == 0 ? mark_ == 3 : mark_ >= outer_mark);
            if (!returns) return;
            const unsigned mark = mark_;
            close_list();
            mark_ = mark;
        }
    }

    void close_list() {
        List list = std::move(lists_.back());
        lists_.pop_back();
        if (list.dummy) return;
        state_list(list);
    }

    /// Whether the items of a list are of one kind, so that where it ends is not in doubt.
    [[nodiscard]] bool alike(const std::vector<List::Member>& members) const {
        for (std::size_t i = 1; i < members.size(); ++i) {
            const Mention& a = at(members[0].level);
            const Mention& b = at(members[i].level);
            if (members[i].cut) return false;
            if (i > 1 && members[i].mark != members[1].mark) return false;
            const bool known =
                (!a.item.empty() && !b.item.empty()) || (known_line(a.subject) && known_line(b.subject));
            if (!known && members[i].mark != 1 && common_end(a.subject, b.subject) < 3) return false;
        }
        return true;
    }

    void state_list(const List& list) {
        if (list.totals.empty() || list.members.empty()) return;
        // Phase by phase: budgets sum to the budget, what was spent to what was spent.
        std::vector<Phase> phases_seen;
        // What was carried over is part of a total of the year.
        const auto phase_in_list = [&](MentionId id) {
            const Phase phase = at(id).phase;
            const bool carried = phase == Phase::opening || phase == Phase::closing;
            return carried ? at(list.totals.front()).phase : phase;
        };
        for (const List::Member& member : list.members)
            if (std::find(phases_seen.begin(), phases_seen.end(), phase_in_list(member.level)) ==
                phases_seen.end())
                phases_seen.push_back(phase_in_list(member.level));
        // Parts of which some are of the budget and some are not: what belongs to which total is not certain.
        const auto members_of = [&](Phase phase) {
            return std::count_if(list.members.begin(), list.members.end(), [&](const List::Member& member) {
                return phase_in_list(member.level) == phase;
            });
        };
        const bool mixed = std::any_of(phases_seen.begin(), phases_seen.end(), [&](Phase phase) {
            return members_of(phase) != members_of(phases_seen.front());
        });
        for (const Phase phase : phases_seen) {
            List one = list;
            one.unsure = list.unsure || mixed;
            one.members.clear();
            one.totals.clear();
            for (const MentionId id : list.totals)
                if (at(id).phase == phase && known(id)) one.totals.push_back(id);
            if (one.totals.empty()) continue;
            for (const List::Member& member : list.members) {
                if (phase_in_list(member.level) != phase) continue;
                if (!addable(figure(member.level), figure(one.totals.front())) &&
                    !(one.totals.size() > 1 && addable(figure(member.level), figure(one.totals[1]))))
                    continue;
                one.members.push_back(member);
            }
            state_phase(one);
        }
    }

    [[nodiscard]] bool known(MentionId id) const { return figure(id).known(); }

    /// “三公”经费x，其中公务接待费…、会议费…: a total of more than the known part of that name is not that part.
    void widen(MentionId total, const std::vector<List::Member>& members) {
        static constexpr std::string_view fixed[] = {"/three_public", "/three_public/vehicles",
                                                     "/expenditure/basic", "/procurement"};
        const std::string item = at(total).item;
        if (std::find(std::begin(fixed), std::end(fixed), item) == std::end(fixed)) return;
        std::size_t within = 0;
        for (const List::Member& member : members)
            if (at(member.level).item.starts_with(item)) ++within;
        if (within == 0 || within == members.size()) return;
        Decimal sum{0};
        for (const List::Member& member : members) sum = sum + figure(member.level).base_value();
        Decimal inner{0};
        for (const List::Member& member : members)
            if (at(member.level).item.starts_with(item)) inner = inner + figure(member.level).base_value();
        if (inner == sum) return;
        at(total).item.clear();
        at(total).certain = false;
    }

    void state_phase(const List& list) {
        if (list.members.empty()) return;
        for (const List::Member& member : list.members)
            if (!known(member.level)) return; // 约, 余: such a list is not to be added up
        std::vector<MentionId> totals;
        for (const MentionId id : list.totals)
            if (addable(figure(id), figure(list.members.front().level))) totals.push_back(id);
        if (totals.empty()) return;
        Statement relation;
        relation.word = "sum";
        relation.context = figure(list.members.front().level).context;
        if (list.members.size() == 1 && !list.complete) {
            for (const MentionId total : totals)
                relation.readings.push_back(
                    {.kind = Kind::at_most, .first = {{list.members.front().level}}, .second = {{total}}});
            relation.word = "part";
            relation.evidence = evidence_if(totals.size() == 1 && list.bracket);
            settle(std::move(relation), false);
            return;
        }
        const bool certain = alike(list.members);
        std::vector<std::size_t> ends{list.members.size()};
        if (!certain)
            for (std::size_t size = list.members.size() - 1; size >= 2 && ends.size() < candidates_max;
                 --size)
                ends.push_back(size);
        for (const MentionId total : totals)
            for (const std::size_t end : ends) {
                Reading reading{.kind = Kind::sum, .subject = total};
                for (std::size_t i = 0; i < end; ++i)
                    reading.first.push_back(
                        {list.members[i].level, Decimal(list.members[i].taken_off ? -1 : 1)});
                reading.open_list = !list.complete;
                relation.readings.push_back(std::move(reading));
            }
        relation.evidence = evidence_if(certain);
        widen(totals.front(), list.members);
        settle(std::move(relation), (certain || list.complete) && !list.unsure);
    }

    // ── a list over several paragraphs ──

    /// A paragraph that ends in a colon announces the items of the next.
    void end_paragraph(std::string_view text) {
        if (!text.ends_with("：")) return;
        const std::size_t begin = text.rfind("。") == text.npos ? 0 : text.rfind("。") + 3;
        const std::string_view last = text.substr(begin, text.size() - begin - 3);
        bool divides = contains(last, "划分") || contains(last, "分为") || contains(last, "包括") ||
                       contains(last, "按");
        const bool among = last.ends_with("其中") || contains(last, "如下") || divides;
        if (!among) return;
        if (pending_open_) {
            // An item that announces items of its own: where those of the first list go on is not certain.
            pending_.unsure = true;
            end_pending();
        }
        pending_ = {};
        pending_.complete = divides && !contains(last, "主要");
        pending_.scope = std::string(scope_in(last));
        const bool own = !paragraph_levels_.empty() && level_at_ >= begin;
        if (!own && (paragraph_levels_.empty() || contains(last, "按"))) {
            // 一般公共预算财政拨款支出按用途划分：its amount was stated before.
            std::string_view subject = last;
            for (const std::string_view cut : {"按", "划分", "分为", "包括", "具体", "如下"})
                if (const std::size_t at_cut = subject.find(cut); at_cut != subject.npos)
                    subject = subject.substr(0, at_cut);
            const LabelParts parts = parts_of_label(subject);
            if (const MentionId found = find_level(parts.subject, {}); found != no_mention)
                pending_.totals.push_back(found);
        } else {
            for (auto id = paragraph_levels_.rbegin();
                 id != paragraph_levels_.rend() && pending_.totals.size() < candidates_max; ++id)
                pending_.totals.push_back(*id);
        }
        pending_open_ = true;
        pending_depth_ = 0;
    }

    bool same_numbering(std::string_view text) {
        const int depth = depth_of(text);
        if (pending_depth_ == 0) pending_depth_ = depth;
        return depth == pending_depth_;
    }

    void end_pending() {
        if (!pending_open_) return;
        pending_open_ = false;
        List list = std::move(pending_);
        pending_ = {};
        in_item_ = false;
        if (!list.totals.empty()) {
            // Items of a list over several lines are numbered: where it ends is certain.
            for (List::Member& member : list.members) member.mark = 1;
            state_list(list);
        }
    }

    // ── finding what is spoken of ──

    /// The latest level of that name; of that phase, if one is given.
    [[nodiscard]] MentionId find_level(std::string_view subject, std::optional<Phase> phase) const {
        if (subject.empty()) return no_mention;
        const KnownPart* known_as = known_part(subject, true);
        std::size_t looked = 0;
        for (std::size_t i = draft_.mentions.size(); i-- > 0 && looked < looked_back_max; ++looked) {
            const Mention& level = draft_.mentions[i];
            if (level.figure.unit.dimension == Dimension::percent) continue;
            if (phase && level.phase != *phase) continue;
            const bool same = level.subject == subject ||
                              (known_as != nullptr && level.item == known_as->pointer && level.split.empty());
            if (same && level.figure.known()) return static_cast<MentionId>(i);
        }
        return no_mention;
    }

    // ── relations ──

    [[nodiscard]] Outcome outcome_of(const Reading& reading) const {
        Relations relations;
        const auto term = [&](const MentionTerm& of) {
            return Term(std::span<const Figure>(&figure(of.figure), 1), of.coefficient);
        };
        std::vector<Term> first;
        std::vector<Term> second;
        for (const MentionTerm& of : reading.first) first.push_back(term(of));
        for (const MentionTerm& of : reading.second) second.push_back(term(of));
        const Term subject =
            reading.subject == no_mention ? Term(std::span<const Figure>{}) : term({reading.subject});
        relations.state({.kind = reading.kind,
                         .open_list = reading.open_list,
                         .comparison = reading.comparison,
                         .constant = reading.constant},
                        subject, first, second);
        return check_relation(relations, 0, {}).outcome;
    }

    /// If a reading holds, it is the one; else all are kept. Nothing is stated where the words are not even certain to
    /// state a relation (`stated` false) and no reading holds.
    void settle(Statement relation, bool stated) {
        if (relation.readings.empty()) return;
        const Reading* holds = nullptr;
        bool exact = false;
        for (const Reading& reading : relation.readings) {
            const Outcome outcome = outcome_of(reading);
            if (outcome == Outcome::exact && !exact) {
                holds = &reading;
                exact = true;
            } else if (outcome == Outcome::rounding && holds == nullptr) {
                holds = &reading;
            }
        }
        if (holds != nullptr) {
            Reading only = *holds;
            relation.readings.assign(1, std::move(only));
            relation.evidence = evidence_if(true);
        } else if (!stated) {
            return;
        } else if (relation.readings.size() > candidates_max) {
            relation.readings.resize(candidates_max);
            relation.evidence = evidence_if(false);
        }
        draft_.statements.push_back(std::move(relation));
    }

    // ── shares ──

    void share(const Numeral& numeral, const PhraseMatch& match) {
        const MentionId percent = plain_figure(numeral, "占比");
        Statement relation;
        relation.word = "share";
        relation.context = context();
        // 人员经费占96%: the words before 占 may name the part.
        std::string_view label = label_words(numeral);
        if (const std::size_t at_share = label.find("占"); at_share != label.npos)
            label = label.substr(0, at_share);
        const LabelParts named = parts_of_label(label);
        MentionId part = last_;
        if (!named.subject.empty()) {
            const MentionId found = find_level(named.subject, {});
            if (found != no_mention) part = found;
        }
        if (part == no_mention || !known(part)) return;
        at(percent).figure.label = at(part).subject + "占比";
        at(percent).subject = at(percent).figure.label;
        bool stated = true;
        std::vector<MentionId> wholes;
        const LabelParts whole = parts_of_label(match.whole);
        if (!whole.subject.empty() && !whole.bare) {
            MentionId found = find_level(whole.subject, at(part).phase);
            if (found == no_mention) {
                found = find_level(whole.subject, {});
                stated = false;
            }
            if (found != no_mention && found != part) wholes.push_back(found);
        } else {
            for (auto list = lists_.rbegin(); list != lists_.rend(); ++list)
                if (!list->dummy)
                    for (const MentionId id : list->totals)
                        if (id != part) wholes.push_back(id);
            if (wholes.empty()) { // of what, is seen when the sentence ends
                if (orphans_.size() < members_max) orphans_.push_back({percent, part});
                return;
            }
        }
        for (const MentionId id : wholes) {
            if (relation.readings.size() >= candidates_max || !known(id) ||
                !addable(figure(id), figure(part)))
                continue;
            relation.readings.push_back(
                {.kind = Kind::share, .subject = percent, .first = {{part}}, .second = {{id}}});
        }
        relation.evidence = evidence_if(stated);
        settle(std::move(relation), true);
    }

    /// Shares whose whole no word names: A 0元，占0%；B 5元，占100%: of all of them together, or of an amount before.
    void settle_orphans() {
        const std::vector<Orphan> orphans = std::move(orphans_);
        orphans_.clear();
        for (const Orphan& orphan : orphans) {
            Statement relation;
            relation.word = "share";
            relation.context = figure(orphan.percent).context;
            Reading all{.kind = Kind::share, .subject = orphan.percent, .first = {{orphan.part}}};
            bool sound = orphans.size() > 1;
            for (const Orphan& other : orphans) {
                sound = sound && known(other.part) && addable(figure(other.part), figure(orphan.part));
                all.second.push_back({other.part});
            }
            if (sound) relation.readings.push_back(std::move(all));
            for (const std::vector<MentionId>* levels :
                 {&sentence_levels_, &previous_main_, &pending_.totals})
                for (auto id = levels->rbegin(); id != levels->rend(); ++id)
                    if (*id != orphan.part && known(*id) && addable(figure(*id), figure(orphan.part)) &&
                        relation.readings.size() < candidates_max)
                        relation.readings.push_back({.kind = Kind::share,
                                                     .subject = orphan.percent,
                                                     .first = {{orphan.part}},
                                                     .second = {{*id}}});
            relation.evidence = evidence_if(false);
            settle(std::move(relation), sound);
        }
    }

    // ── changes and growth ──

    /// Levels that a change may have led to: of the words' own subject, else those of the sentence.
    struct Ends {
        std::vector<MentionId> to{};
        bool certain = false;
    };
    [[nodiscard]] Ends ends_of_change(const Numeral& numeral, const PhraseMatch& match,
                                      const Figure* changed) const {
        Ends ends;
        std::string_view label = label_words(numeral);
        for (const std::string_view cut : {"比", "较", "与", "同比", "同"})
            if (const std::size_t found = label.find(cut); found != label.npos)
                label = label.substr(0, found);
        for (const std::string_view cut : {"增", "减", "下降", "上升", "提高", "降低", "涨"})
            if (const std::size_t found = label.find(cut); found != label.npos)
                label = label.substr(0, found);
        LabelParts named = parts_of_label(label);
        if (!match.subject.empty()) named = parts_of_label(match.subject);
        const bool both = contains(match.subject, "收") && contains(match.subject, "支");
        if (match.has_base && !named.subject.empty() && !both) {
            const MentionId found = find_level(named.subject, {});
            if (found != no_mention && at(found).phase != Phase::prior) {
                ends.to.push_back(found);
                ends.certain = true;
                return ends;
            }
        }
        const bool from_budget = contains(match.base, "预算");
        const auto take = [&](const std::vector<MentionId>& levels) {
            for (auto id = levels.rbegin(); id != levels.rend() && ends.to.size() < candidates_max; ++id) {
                if (at(*id).phase == Phase::prior || !known(*id)) continue;
                if (from_budget && (at(*id).phase == Phase::initial || at(*id).phase == Phase::adjusted))
                    continue;
                if (changed != nullptr && !addable(figure(*id), *changed)) continue;
                ends.to.push_back(*id);
            }
        };
        take(sentence_levels_);
        if (ends.to.empty()) take(previous_main_);
        if (ends.to.empty()) take(paragraph_levels_);
        ends.certain = ends.to.size() == 1 || (ends.to.size() > 1 && same_figure(ends.to));
        return ends;
    }
    [[nodiscard]] bool same_figure(const std::vector<MentionId>& levels) const {
        return std::all_of(levels.begin(), levels.end(), [&](MentionId id) {
            return figure(id).base_value() == figure(levels.front()).base_value();
        });
    }

    /// The level before the change, where the document states it.
    [[nodiscard]] MentionId base_of(MentionId to) const {
        if (base_level_ != no_mention) return base_level_;
        for (auto id = sentence_levels_.rbegin(); id != sentence_levels_.rend(); ++id)
            if (at(*id).phase == Phase::prior) return *id;
        if (to == no_mention) return no_mention;
        const Mention& level = at(to);
        if (level.phase != Phase::executed) return no_mention;
        std::size_t looked = 0;
        for (std::size_t i = draft_.mentions.size(); i-- > 0 && looked < looked_back_max; ++looked) {
            const Mention& other = draft_.mentions[i];
            if (other.phase == Phase::prior && other.figure.known() && other.split == level.split &&
                (level.item.empty()
                     ? other.item.empty() && other.subject == level.subject && !level.subject.empty()
                     : other.item == level.item && (level.split.empty() || other.subject == level.subject)) &&
                addable(other.figure, level.figure))
                return static_cast<MentionId>(i);
        }
        return no_mention;
    }

    bool change(const Numeral& numeral, const PhraseMatch& match, std::string_view after) {
        // 增加100万元 alone may be an amount of its own: it is a change if a base is named or a growth follows.
        static constexpr std::string_view growths[] = {"增长", "增幅", "下降", "降低", "涨幅",
                                                       "降幅", "增加", "上升", "减少"};
        static constexpr std::string_view bases[] = {"年", "预算", "期", "同比", "环比"};
        const bool has_prior = std::any_of(sentence_levels_.begin(), sentence_levels_.end(),
                                           [&](MentionId id) { return at(id).phase == Phase::prior; });
        const bool named_base = match.has_base && contains_any(match.base, bases);
        if (!named_base && !has_prior && !contains_any(after, growths) && base_level_ == no_mention)
            return false;
        const MentionId amount = plain_figure(numeral, "增减额");
        change_falls_ = match.fall;
        const bool to_budget = contains(match.base, "预算");
        change_from_budget_ = to_budget;
        Ends ends = ends_of_change(numeral, match, &figure(amount));
        change_ = amount;
        change_ends_ = ends;
        if (!ends.to.empty()) {
            at(amount).figure.label = at(ends.to.front()).subject + "增减额";
            at(amount).subject = at(amount).figure.label;
        }
        if (!known(amount)) return true;
        const bool doubled = match.fall && sign(figure(amount).value) < 0;
        Statement relation;
        relation.word = "change";
        relation.context = context();
        bool nearest = false;
        for (const MentionId to : ends.to) {
            const MentionId from = to_budget ? budget_of(to) : base_of(to);
            if (from == no_mention || from == to || !addable(figure(from), figure(amount))) continue;
            nearest = nearest || to == ends.to.front();
            relation.readings.push_back(
                {.kind = Kind::linear,
                 .first = {{to}, {from, Decimal(-1)}, {amount, Decimal(match.fall ? 1 : -1)}},
                 .comparison = Comparison::equals});
        }
        if (relation.readings.empty()) {
            // Unless a growth makes something of it, the model says that the base is missing.
            if (ends.certain && !ends.to.empty() && contains(match.base, "年"))
                missing_base_ = {amount, ends.to.front(), match.fall};
        } else {
            // Where the base of what stands nearest is not known, another amount is only a guess.
            relation.evidence = evidence_if(ends.certain && !doubled && nearest);
            settle(std::move(relation), nearest);
        }
        return true;
    }

    /// A change of a known item from a year that the document does not give: the model says so.
    void state_missing_base() {
        const auto [amount, to, falls] = std::exchange(missing_base_, {});
        if (amount == no_mention) return;
        if (falls) at(amount).figure.sense = -1;
        const Mention& level = at(to);
        if (level.item.empty() || !level.split.empty() || level.phase != Phase::executed) return;
        at(amount).item = level.item;
        at(amount).split = "changes";
        at(amount).phase = level.phase;
        at(amount).certain = level.certain;
        at(amount).of.fund = level.of.fund;
    }

    [[nodiscard]] MentionId budget_of(MentionId to) const {
        const Mention& level = at(to);
        for (auto id = paragraph_levels_.rbegin(); id != paragraph_levels_.rend(); ++id) {
            const Mention& other = at(*id);
            if (other.phase != Phase::initial && other.phase != Phase::adjusted) continue;
            const bool same = level.item.empty()
                                  ? other.subject == level.subject
                                  : other.item == level.item && other.split == level.split &&
                                        (level.split.empty() || other.subject == level.subject);
            if (same && known(*id)) return *id;
        }
        return no_mention;
    }

    void growth(const Numeral& numeral, const PhraseMatch& match) {
        const MentionId percent = plain_figure(numeral, "增长率");
        const bool doubled = match.fall && sign(figure(percent).value) < 0;
        const bool own_base = match.has_base && change_ == no_mention;
        Ends ends =
            change_ != no_mention && !own_base ? change_ends_ : ends_of_change(numeral, match, nullptr);
        const MentionId amount = change_;
        change_ = no_mention;
        Statement relation;
        relation.word = "growth";
        relation.context = context();
        if (!ends.to.empty()) {
            at(percent).figure.label = at(ends.to.front()).subject + "增长率";
            at(percent).subject = at(percent).figure.label;
        }
        if (!known(percent)) return;
        // 减少0.53万元，下降36%: both are printed without a sign, and are read so.
        const bool falls = amount != no_mention && change_falls_;
        const bool against = amount != no_mention && falls != match.fall;
        const MentionTerm changed{amount, Decimal(against ? -1 : 1)};
        const MentionTerm undone{amount, Decimal(falls ? 1 : -1)};
        const bool to_budget = contains(match.base, "预算") || (amount != no_mention && change_from_budget_);
        bool nearest = false;
        for (const MentionId to : ends.to) {
            const std::size_t before = relation.readings.size();
            const MentionId from = to_budget ? budget_of(to) : base_of(to);
            if (amount != no_mention && known(amount) && addable(figure(amount), figure(to))) {
                if (from != no_mention && from != to && addable(figure(from), figure(amount))) {
                    relation.readings.push_back(
                        {.kind = Kind::ratio, .subject = percent, .first = {changed}, .second = {{from}}});
                } else {
                    relation.readings.push_back({.kind = Kind::ratio,
                                                 .subject = percent,
                                                 .first = {changed},
                                                 .second = {{to}, undone}});
                    // A fixed asset may be meant net of its depreciation.
                    if (at(to).item == "/assets/fixed")
                        if (const MentionId worn = find_level("累计折旧", {}); worn != no_mention)
                            relation.readings.push_back({.kind = Kind::ratio,
                                                         .subject = percent,
                                                         .first = {changed},
                                                         .second = {{to}, {worn, Decimal(-1)}, undone}});
                }
            } else if (amount == no_mention && from != no_mention && from != to &&
                       addable(figure(from), figure(to))) {
                if (match.fall)
                    relation.readings.push_back({.kind = Kind::ratio,
                                                 .subject = percent,
                                                 .first = {{from}, {to, Decimal(-1)}},
                                                 .second = {{from}}});
                else
                    relation.readings.push_back(
                        {.kind = Kind::growth, .subject = percent, .first = {{to}}, .second = {{from}}});
            }
            nearest = nearest || (to == ends.to.front() && relation.readings.size() > before);
            if (relation.readings.size() >= candidates_max) break;
        }
        if (!relation.readings.empty()) missing_base_ = {};
        relation.evidence = evidence_if(ends.certain && !doubled && !against && nearest);
        settle(std::move(relation), nearest);
        base_level_ = no_mention;
    }

    /// 比去年同期289户: the level before.
    void base(const Numeral& numeral, const PhraseMatch& match) {
        LabelParts parts = parts_of_label(match.base);
        Mention level = new_level(numeral, parts.subject);
        level.phase = Phase::prior;
        if (contains(match.base, "预算")) level.phase = Phase::initial;
        if (last_ != no_mention) {
            level.subject = at(last_).subject;
            if (level.phase == Phase::prior && at(last_).split.empty() &&
                addable(level.figure, figure(last_)) && (parts.previous || parts.year) &&
                level.figure.known() && parts.subject.empty()) {
                level.item = at(last_).item;
                level.of.fund = at(last_).of.fund;
                level.certain = at(last_).certain;
            }
        }
        level.figure.label = level.subject;
        base_level_ = draft_.add(std::move(level));
    }

    void points(const Numeral& numeral, const PhraseMatch& match) {
        const MentionId difference = plain_figure(numeral, label_words(numeral));
        if (match.fall) at(difference).figure.sense = -1;
        // 比上年的97%提高1.5个百分点, of the percentage before it.
        if (base_level_ == no_mention || figure(base_level_).unit.dimension != Dimension::percent) return;
        MentionId to = no_mention;
        for (MentionId id = base_level_; id-- > 0 && base_level_ - id < 3;)
            if (figure(id).unit.dimension == Dimension::percent && figure(id).context == context()) {
                to = id;
                break;
            }
        if (to == no_mention || !known(to) || !known(difference)) return;
        Statement relation;
        relation.word = "points";
        relation.context = context();
        relation.readings.push_back(
            {.kind = Kind::linear, .first = {{to}, {base_level_, Decimal(-1)}, {difference, Decimal(-1)}}});
        relation.evidence = evidence_if(true);
        settle(std::move(relation), true);
        base_level_ = no_mention;
    }

    /// 决算数大于预算数, 与上年持平: compares the amount before with another of it.
    void remark(std::string_view gap) {
        const std::string_view near = gap.substr(0, gap.find("。", gap.starts_with("。") ? 3 : 0));
        const Remark* found = match_remark(near);
        if (found == nullptr || at(last_).phase != Phase::executed || !known(last_)) return;
        const MentionId other = found->with_budget ? budget_of(last_) : base_of(last_);
        if (other == no_mention || other == last_ || !addable(figure(other), figure(last_))) return;
        Statement relation;
        relation.word = "compared";
        relation.context = figure(last_).context;
        relation.readings.push_back({.kind = Kind::linear,
                                     .first = {{last_}, {other, Decimal(-1)}},
                                     .comparison = found->comparison});
        relation.evidence = evidence_if(std::find(sentence_levels_.begin(), sentence_levels_.end(), other) !=
                                        sentence_levels_.end());
        settle(std::move(relation), true);
    }

    // ── rates ──

    void completion(const Numeral& numeral, const PhraseMatch& match) {
        const MentionId percent = plain_figure(numeral, "预算完成率");
        if (!known(percent)) return;
        Statement relation;
        relation.word = "completion";
        relation.context = context();
        const LabelParts named = parts_of_label(match.budget);
        for (auto id = sentence_levels_.rbegin(); id != sentence_levels_.rend(); ++id) {
            if (at(*id).phase != Phase::executed || !known(*id)) continue;
            if (at(percent).subject == "预算完成率") {
                at(percent).subject = at(*id).subject + "预算完成率";
                at(percent).figure.label = at(percent).subject;
            }
            std::size_t budgets = 0;
            for (auto budget = paragraph_levels_.rbegin(); budget != paragraph_levels_.rend(); ++budget) {
                const Mention& other = at(*budget);
                if (other.phase != Phase::initial && other.phase != Phase::adjusted) continue;
                if (named.phase && named.phase != Phase::initial && other.phase != *named.phase) continue;
                if (named.phase == Phase::initial && contains(match.budget, "年初") &&
                    other.phase != Phase::initial)
                    continue;
                const bool same = at(*id).item.empty()
                                      ? other.subject == at(*id).subject
                                      : other.item == at(*id).item && other.split == at(*id).split;
                if (!same || !known(*budget) || !addable(other.figure, figure(*id))) continue;
                relation.readings.push_back(
                    {.kind = Kind::ratio, .subject = percent, .first = {{*id}}, .second = {{*budget}}});
                if (++budgets >= candidates_max) break;
            }
            break;
        }
        relation.evidence = evidence_if(relation.readings.size() == 1);
        settle(std::move(relation), true);
    }

    void rate(const Numeral& numeral, const PhraseMatch& match) {
        std::string name(match.name);
        for (const std::string_view word : {"其中", "全年", "本年", "本年度", "资金支出"})
            if (name.size() > word.size() + 6 && name.starts_with(word)) name.erase(0, word.size());
        const MentionId percent = plain_figure(numeral, name);
        at(percent).subject = name;
        at(percent).figure.label = name;
        if (!known(percent)) return;
        // Rates of execution hang on their item; which budget they are of, the table of ratios tries.
        static constexpr std::string_view executions[] = {"支付进度",   "预算执行率", "执行率",    "支出进度",
                                                          "资金使用率", "预算完成率", "资金执行率"};
        for (const std::string_view words : executions) {
            if (!name.ends_with(words)) continue;
            std::string_view stem = std::string_view(name).substr(0, name.size() - words.size());
            MentionId of = last_;
            if (!stem.empty()) {
                const KnownPart* part = known_part(stem, true);
                of = no_mention;
                if (part != nullptr)
                    for (auto id = paragraph_levels_.rbegin();
                         id != paragraph_levels_.rend() && of == no_mention; ++id)
                        if (at(*id).item == part->pointer && at(*id).split.empty()) of = *id;
            }
            if (of == no_mention || at(of).item.empty() || !at(of).split.empty() || !sentence_near(of))
                return;
            at(percent).item = at(of).item;
            at(percent).split = "rates";
            at(percent).of.fund = at(of).of.fund;
            at(percent).certain = at(of).certain;
            return;
        }
        if (!name.ends_with("率")) return;
        const std::string_view stem = std::string_view(name).substr(0, name.size() - 3);
        // 办结率 of 办结2608件: the numerator is named; what it is of is a total of the same things.
        MentionId numerator = no_mention;
        for (auto id = sentence_levels_.rbegin(); id != sentence_levels_.rend(); ++id)
            if (at(*id).subject == stem && known(*id)) {
                numerator = *id;
                break;
            }
        if (numerator == no_mention) return;
        for (List& list : lists_)
            for (List::Member& member : list.members)
                if (member.level == numerator && list.members.front().level != numerator) member.cut = true;
        Statement relation;
        relation.word = "rate";
        relation.context = context();
        std::vector<MentionId> candidates;
        for (const List& list : lists_)
            for (const MentionId id : list.totals) candidates.push_back(id);
        for (const MentionId id : paragraph_levels_) candidates.push_back(id);
        for (const MentionId id : candidates) {
            if (id == numerator || !known(id) || !addable(figure(id), figure(numerator)) ||
                relation.readings.size() >= candidates_max)
                continue;
            if (figure(id).base_value() < figure(numerator).base_value()) continue;
            const bool there =
                std::any_of(relation.readings.begin(), relation.readings.end(),
                            [&](const Reading& reading) { return reading.second.front().figure == id; });
            if (!there)
                relation.readings.push_back(
                    {.kind = Kind::ratio, .subject = percent, .first = {{numerator}}, .second = {{id}}});
        }
        relation.evidence = evidence_if(relation.readings.size() == 1);
        settle(std::move(relation), true);
    }
    [[nodiscard]] bool sentence_near(MentionId id) const {
        return std::find(paragraph_levels_.begin(), paragraph_levels_.end(), id) != paragraph_levels_.end();
    }

    /// 采购预算8026.53万元，实际采购金额7726.46万元，节约资金300.07万元
    void saving(const Numeral& numeral) {
        const MentionId saved = plain_figure(numeral, "节约资金");
        at(saved).subject = "节约资金";
        at(saved).figure.label = "节约资金";
        saved_ = saved;
        if (!known(saved)) return;
        Statement relation;
        relation.word = "saving";
        relation.context = context();
        const std::vector<MentionId> amounts = amounts_of_sentence();
        for (std::size_t i = 0; i < amounts.size(); ++i)
            for (std::size_t k = i + 1; k < amounts.size(); ++k)
                relation.readings.push_back({.kind = Kind::sum,
                                             .subject = saved,
                                             .first = {{amounts[i]}, {amounts[k], Decimal(-1)}}});
        relation.evidence = evidence_if(amounts.size() == 2);
        settle(std::move(relation), amounts.size() == 2);
    }

    void saving_rate(const Numeral& numeral) {
        const MentionId percent = plain_figure(numeral, "节约率");
        if (!known(percent)) return;
        Statement relation;
        relation.word = "saving_rate";
        relation.context = context();
        const std::vector<MentionId> amounts = amounts_of_sentence();
        const bool saved = saved_ != no_mention && known(saved_) && figure(saved_).context == context();
        for (const MentionId budget : amounts) {
            if (saved)
                relation.readings.push_back(
                    {.kind = Kind::ratio, .subject = percent, .first = {{saved_}}, .second = {{budget}}});
        }
        if (!saved && amounts.size() == 2)
            relation.readings.push_back({.kind = Kind::ratio,
                                         .subject = percent,
                                         .first = {{amounts[0]}, {amounts[1], Decimal(-1)}},
                                         .second = {{amounts[0]}}});
        relation.evidence = evidence_if(amounts.size() <= 2);
        settle(std::move(relation), amounts.size() <= 2);
    }

    [[nodiscard]] std::vector<MentionId> amounts_of_sentence() const {
        std::vector<MentionId> amounts;
        for (const MentionId id : sentence_levels_)
            if (figure(id).unit.dimension == Dimension::money && known(id) && amounts.size() < 4)
                amounts.push_back(id);
        return amounts;
    }

    /// 48元/盒, 1590盒, 76320元: stated where exactly this is found to hold, or all three stand in one sentence.
    void price_times_count() {
        if (main_levels_.empty() && sentence_levels_.empty()) return;
        MentionId price = no_mention;
        for (const MentionId id : paragraph_levels_)
            if (figure(id).unit.dimension == Dimension::price && known(id)) price = id;
        if (price == no_mention) return;
        const std::string_view word = figure(price).unit.word();
        const std::string_view per = word.substr(word.find('/') + 1);
        Statement relation;
        relation.word = "product";
        // A sentence with so many figures is none about one price.
        constexpr std::size_t figures_max = 40;
        if (sentence_levels_.size() > figures_max) return;
        for (const MentionId count : sentence_levels_) {
            if (figure(count).unit.dimension != Dimension::count || figure(count).unit.word() != per ||
                !known(count))
                continue;
            for (const MentionId amount : sentence_levels_) {
                if (amount < count || figure(amount).unit.dimension != Dimension::money || !known(amount))
                    continue;
                relation.context = figure(amount).context;
                relation.readings.push_back(
                    {.kind = Kind::product, .subject = amount, .first = {{price}, {count}}});
            }
        }
        if (relation.readings.size() > candidates_max) return;
        relation.evidence = evidence_if(relation.readings.size() == 1);
        settle(std::move(relation), relation.readings.size() == 1);
    }

    /// 部门预算1132.58万元，追加预算576.53万元，部门决算1709.11万元
    void budget_and_supplement() {
        MentionId initial = no_mention;
        MentionId supplement = no_mention;
        for (const MentionId id : main_levels_) {
            if (!known(id) || !at(id).split.empty()) continue;
            if (at(id).phase == Phase::initial) initial = id;
            if (at(id).phase == Phase::supplementary) supplement = id;
        }
        if (initial == no_mention || supplement == no_mention || at(initial).item != at(supplement).item)
            return;
        Statement relation;
        relation.word = "supplemented";
        relation.context = context();
        for (const MentionId id : main_levels_)
            if (id > supplement && known(id) && addable(figure(id), figure(initial)) &&
                (at(id).phase == Phase::executed || at(id).phase == Phase::adjusted) &&
                at(id).item == at(initial).item)
                relation.readings.push_back(
                    {.kind = Kind::sum, .subject = id, .first = {{initial}, {supplement}}});
        relation.evidence = evidence_if(relation.readings.size() == 1);
        settle(std::move(relation), relation.readings.size() == 1);
    }

    const Page& page_;
    Draft& draft_;
    const Passage* passage_ = nullptr;
    std::vector<Heading> headings_{};

    // A list whose items are paragraphs.
    struct Pending : List {
        std::string scope{};
    };
    Pending pending_{};
    bool pending_open_ = false;
    int pending_depth_ = 0;
    bool in_item_ = false;
    std::size_t item_sentence_ = 0;

    // The paragraph.
    std::vector<MentionId> paragraph_levels_{};
    std::vector<MentionId> previous_main_{}; ///< levels of the sentence before that are in no list

    // The sentence.
    std::size_t sentence_begin_ = 0;
    std::string context_{};
    std::vector<MentionId> sentence_levels_{};
    std::vector<bool> stated_phase_{}; ///< of each: whether words said the phase
    std::vector<MentionId> main_levels_{};
    std::vector<List> lists_{};
    MentionId last_ = no_mention;
    unsigned mark_ = 0; ///< highest mark since the last level
    std::size_t label_begin_ = 0;
    std::size_t label_before_ = 0;
    std::size_t level_at_ = 0; ///< where the last level stands in the paragraph

    // What changes are told of.
    MentionId change_ = no_mention;
    bool change_from_budget_ = false;
    bool change_falls_ = false;
    Ends change_ends_{};
    MentionId base_level_ = no_mention;
    MentionId saved_ = no_mention;
    struct MissingBase {
        MentionId amount = no_mention;
        MentionId to = no_mention;
        bool falls = false;
    };
    MissingBase missing_base_{};

    struct Orphan {
        MentionId percent;
        MentionId part;
    };
    std::vector<Orphan> orphans_{};
};

} // namespace

Draft read_page(const Page& page) {
    Draft draft;
    Prose(page, draft).read();
    return draft;
}

} // namespace tieout::detail
