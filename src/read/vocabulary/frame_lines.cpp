// SPDX-License-Identifier: MIT
#include "read/vocabulary/frame_lines.hpp"

#include "read/vocabulary/units.hpp"
#include "read/vocabulary/words.hpp"

#include <tieout/base/utf8.hpp>
#include <tieout/numbers/decimal.hpp>

#include <algorithm>
#include <array>

namespace tieout::detail {

namespace {

using Part = FrameLine::Part;

/// Bytes that a line of a frame may take.
constexpr std::size_t longest_line = 240;

/// What stands before a colon in the line of a frame.
struct Key {
    enum class Says : unsigned char { unit, body, date, form, aside };
    std::string_view word;
    Says says;
};
/// 单位：万元 is a unit, 单位：某局 is whose table it is.
constexpr std::array keys{
    Key{"金额单位", Key::Says::unit},    Key{"计量单位", Key::Says::unit},
    Key{"货币单位", Key::Says::unit},    Key{"数量单位", Key::Says::unit},
    Key{"统计单位", Key::Says::unit},    Key{"计价单位", Key::Says::unit},
    Key{"单位名称", Key::Says::body},    Key{"部门名称", Key::Says::body},
    Key{"机构名称", Key::Says::body},    Key{"编制单位", Key::Says::body},
    Key{"编制部门", Key::Says::body},    Key{"编报单位", Key::Says::body},
    Key{"编报部门", Key::Says::body},    Key{"填报单位", Key::Says::body},
    Key{"填报部门", Key::Says::body},    Key{"填表单位", Key::Says::body},
    Key{"填表部门", Key::Says::body},    Key{"预算单位", Key::Says::body},
    Key{"预算部门", Key::Says::body},    Key{"公开单位", Key::Says::body},
    Key{"公开部门", Key::Says::body},    Key{"汇总单位", Key::Says::body},
    Key{"报送单位", Key::Says::body},    Key{"申报单位", Key::Says::body},
    Key{"主管部门", Key::Says::body},    Key{"实施单位", Key::Says::body},
    Key{"评价单位", Key::Says::body},    Key{"编制日期", Key::Says::date},
    Key{"填报日期", Key::Says::date},    Key{"填表日期", Key::Says::date},
    Key{"报送日期", Key::Says::date},    Key{"截止日期", Key::Says::date},
    Key{"报表日期", Key::Says::date},    Key{"报表年度", Key::Says::date},
    Key{"预算年度", Key::Says::date},    Key{"决算年度", Key::Says::date},
    Key{"单位负责人", Key::Says::aside}, Key{"财务负责人", Key::Says::aside},
    Key{"填报人", Key::Says::aside},     Key{"填表人", Key::Says::aside},
    Key{"制表人", Key::Says::aside},     Key{"审核人", Key::Says::aside},
    Key{"联系人", Key::Says::aside},     Key{"联系电话", Key::Says::aside},
    Key{"制表机关", Key::Says::aside},   Key{"批准机关", Key::Says::aside},
    Key{"批准文号", Key::Says::aside},   Key{"有效期至", Key::Says::aside},
    Key{"表号", Key::Says::form},        Key{"报表编号", Key::Says::form},
    Key{"单位", Key::Says::unit},        Key{"部门", Key::Says::body},
    Key{"日期", Key::Says::date},        Key{"年度", Key::Says::date},
    Key{"时间", Key::Says::date},        Key{"Unit", Key::Says::unit},
    Key{"unit", Key::Says::unit},
};

/// The words before the number of a form: 公开01表, 财决附02表.
constexpr std::array<std::string_view, 16> form_words{
    "财决公开", "财决批复", "财决附",   "财决", "财预", "部门决算公开", "部门预算公开", "部门公开",
    "单位公开", "预算公开", "决算公开", "公开", "批复", "附",           "预算",         "决算"};

bool at_digit(std::string_view text, std::size_t at) noexcept {
    return at < text.size() && is_digit(text[at]);
}

/// Bytes of a number as forms have it at `at`: 01, 3-1, Z08, 一.
std::size_t form_number(std::string_view text, std::size_t at) noexcept {
    const std::size_t begin = at;
    if (at < text.size() && text[at] >= 'A' && text[at] <= 'Z') ++at;
    const std::size_t digits = at;
    while (at_digit(text, at) && at - digits < 2) ++at;
    if (at > digits && !at_digit(text, at)) {
        while (at + 1 < text.size() && (text[at] == '-' || text[at] == '.') && at_digit(text, at + 1)) {
            ++at;
            while (at_digit(text, at)) ++at;
        }
        return at - begin;
    }
    if (at != begin) return 0;
    for (std::size_t count = 0; count < 3; ++count) {
        bool any = false;
        for (const std::string_view numeral : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"})
            if (begins_with(text.substr(at), numeral)) {
                at += numeral.size();
                any = true;
                break;
            }
        if (!any) break;
    }
    return at - begin;
}

/// Bytes of the number of a form at the beginning: 公开01表, 公开表1, 附表一, 表3, 附件2. `alone`: whether it is one only
/// where nothing follows that could make it the beginning of a name.
std::size_t form_at(std::string_view text, bool& alone) noexcept {
    constexpr std::string_view table = "表";
    alone = false;
    for (const std::string_view word : form_words) {
        if (!begins_with(text, word)) continue;
        const std::size_t at = word.size();
        if (const std::size_t number = form_number(text, at);
            number > 0 && begins_with(text.substr(at + number), table))
            return at + number + table.size();
        if (begins_with(text.substr(at), table))
            if (const std::size_t number = form_number(text, at + table.size()); number > 0) {
                alone = word == "附" || word == "预算" || word == "决算";
                return at + table.size() + number;
            }
    }
    for (const std::string_view word : {"附件", "附表", "表", "附"})
        if (begins_with(text, word))
            if (const std::size_t number = form_number(text, word.size()); number > 0) {
                alone = true;
                return word.size() + number;
            }
    return 0;
}

std::size_t separator_at(std::string_view text) noexcept {
    for (const std::string_view mark : {" ", "，", "；", "、", "|", "：", "·", "/"})
        if (begins_with(text, mark)) return mark.size();
    return 0;
}

/// The key at the beginning, with brackets such as （盖章） and the colon behind it; `length` is all of it.
const Key* key_at(std::string_view text, std::size_t& length) noexcept {
    for (const Key& key : keys) {
        if (!begins_with(text, key.word)) continue;
        std::size_t at = key.word.size();
        if (text.substr(at).starts_with("（")) {
            const std::size_t close = text.find("）", at);
            if (close == text.npos || close - at > 30) return nullptr;
            at = close + std::string_view("）").size();
        }
        if (text.substr(at).starts_with("：")) {
            length = at + std::string_view("：").size();
            return &key;
        }
        // 单位万元: the colon was lost.
        if (key.says == Key::Says::unit && unit_list_length(text.substr(at)) == text.size() - at &&
            at < text.size()) {
            length = at;
            return &key;
        }
        return nullptr;
    }
    return nullptr;
}

/// Bytes of 续表, （续）, 续上表 at the beginning.
std::size_t continuation_at(std::string_view text) noexcept {
    for (const std::string_view word :
         {"（续表）", "（续）", "（续上表）", "续上表", "续前表", "续表", "（接上表）", "接上表"}) {
        if (!begins_with(text, word)) continue;
        // 续表1, 续表一
        const std::size_t number = form_number(text, word.size());
        return word.size() + number;
    }
    return 0;
}

/// Bytes of 第3页共5页 at the beginning.
std::size_t page_mark_at(std::string_view text) noexcept {
    std::size_t at = 0;
    for (const std::string_view word : {"第", "共"}) {
        while (text.substr(at).starts_with("，") || text.substr(at).starts_with(" "))
            at += separator_at(text.substr(at));
        if (!begins_with(text.substr(at), word)) continue;
        std::size_t next = at + word.size();
        const std::size_t digits = next;
        while (at_digit(text, next)) ++next;
        if (next == digits || !text.substr(next).starts_with("页")) return at;
        at = next + std::string_view("页").size();
    }
    return at;
}

/// Bytes of a date or a span of time that begins with a year: 2022年, 2022年度, 2022年12月31日, 2022年1-6月.
std::size_t date_at(std::string_view text) noexcept {
    if (text.size() < 7 || (text[0] != '1' && text[0] != '2')) return 0;
    std::size_t at = 0;
    while (at_digit(text, at)) ++at;
    if (at != 4 || !text.substr(at).starts_with("年")) return 0;
    at += std::string_view("年").size();
    for (bool more = true; more && at < text.size();) {
        more = false;
        if (at_digit(text, at) || text[at] == '-') {
            ++at;
            more = true;
        }
        for (const std::string_view word :
             {"度", "月", "日", "至", "—", "~", "上半年", "下半年", "末", "初", "止"})
            if (begins_with(text.substr(at), word)) {
                at += word.size();
                more = true;
            }
    }
    return at;
}

/// Whether something begins here that only frames have, and that ends a name or a body before it.
bool item_begins(std::string_view text) noexcept {
    std::size_t length = 0;
    if (key_at(text, length) != nullptr || continuation_at(text) > 0) return true;
    bool alone = false;
    if (form_at(text, alone) > 0 && !alone) return true;
    if (!text.starts_with("（")) return false;
    const std::size_t close = text.find("）");
    if (close == text.npos) return false;
    const std::string_view inside =
        text.substr(std::string_view("（").size(), close - std::string_view("（").size());
    return !inside.empty() &&
           (key_at(inside, length) != nullptr || unit_list_length(inside) == inside.size() ||
            (form_at(inside, alone) == inside.size() && !alone));
}

/// Where the next thing begins that only frames have.
std::size_t next_item(std::string_view text, std::size_t at) noexcept {
    while (at < text.size()) {
        if (item_begins(text.substr(at))) return at;
        at += std::max<std::size_t>(decode_utf8(text, at).length, 1);
    }
    return text.size();
}

/// Marks of sentences, and amounts: no name or body has them.
bool is_sentence(std::string_view text) noexcept {
    for (const std::string_view mark : {"。", "；", "！", "？", "，"})
        if (text.find(mark) != text.npos) return true;
    for (std::size_t at = 1; at < text.size(); ++at)
        if (is_digit(text[at - 1]))
            for (const std::string_view unit : {"万元", "亿元", "元", "%", "个百分点"})
                if (begins_with(text.substr(at), unit)) return true;
    return false;
}

std::string_view without_space_behind(std::string_view text) noexcept {
    while (text.ends_with(" ")) text.remove_suffix(1);
    return text;
}

/// Reads a line from one item to the next.
class LineReader {
  public:
    /// `named`: whether a name may stand among the items.
    explicit LineReader(std::string_view text, bool named = true) noexcept : text_(text), named_(named) {}

    std::optional<FrameLine> read() {
        bool any = false;
        while (at_ < text_.size()) {
            if (const std::size_t mark = separator_at(text_.substr(at_)); mark > 0) {
                at_ += mark;
                continue;
            }
            any = true;
            if (!take_item() && !(named_ && take_name())) return std::nullopt;
        }
        if (!any || (!line_.sure && !line_.titled && !aside_)) return std::nullopt;
        if (!line_.year) line_.year = year_in(line_.name.of(text_));
        line_.aside = aside_ && !line_.sure && !line_.titled;
        return line_;
    }

  private:
    void put(Part& part, std::size_t begin, std::size_t end) noexcept {
        if (part.empty()) part = {begin, end};
        line_.sure = true;
    }

    bool take_item() {
        const std::string_view rest = text_.substr(at_);
        std::size_t length = 0;
        if (const Key* const key = key_at(rest, length)) return take_keyed(*key, length);
        if ((length = continuation_at(rest)) > 0) {
            line_.continues = line_.sure = true;
            at_ += length;
            return true;
        }
        bool alone = false;
        if ((length = form_at(rest, alone)) > 0 && (!alone || ends_item(at_ + length))) {
            put(line_.form, at_, at_ + length);
            at_ += length;
            return true;
        }
        // 2020年度、2021年度 begins a name.
        if ((length = date_at(rest)) > 0 && ends_item(at_ + length) &&
            !rest.substr(length).starts_with("、")) {
            line_.year = year_in(rest.substr(0, length));
            line_.sure = line_.sure || at_ == 0;
            at_ += length;
            return true;
        }
        if ((length = page_mark_at(rest)) > 0) {
            line_.sure = true;
            at_ += length;
            return true;
        }
        // 万元 by itself; 人 by itself may be anything.
        if (at_ == 0 && unit_list_length(rest) == rest.size() && begins_with_money_unit(rest)) {
            put(line_.unit, 0, rest.size());
            at_ = text_.size();
            return true;
        }
        return rest.starts_with("（") && take_bracket();
    }

    [[nodiscard]] bool ends_item(std::size_t at) const noexcept {
        return at >= text_.size() || separator_at(text_.substr(at)) > 0 || item_begins(text_.substr(at));
    }

    bool take_keyed(const Key& key, std::size_t length) {
        const std::size_t begin = at_ + length;
        std::size_t end = next_item(text_, begin);
        if (key.says == Key::Says::unit) {
            const std::size_t unit = unit_list_length(text_.substr(begin));
            const std::size_t behind = begin + unit;
            if (unit > 0 && (ends_item(behind) || text_.substr(behind).starts_with("）"))) {
                put(line_.unit, begin, behind);
                at_ = behind;
                if (text_.substr(at_).starts_with("）")) at_ += std::string_view("）").size();
                return true;
            }
            if (key.word != "单位") return begin == end ? (at_ = end, line_.sure = true) : false;
        }
        std::string_view value = text_.substr(begin, end - begin);
        if (is_sentence(value)) return false;
        if (key.says == Key::Says::date) {
            line_.year = year_in(value);
            line_.sure = true;
        } else if (key.says == Key::Says::form) {
            put(line_.form, begin, end);
        } else if (key.says == Key::Says::aside) {
            aside_ = true;
        } else {
            // 部门：某局2022年度
            for (std::size_t at = 0; at < value.size(); ++at)
                if (at_digit(value, at) && date_at(value.substr(at)) == value.size() - at) {
                    line_.year = year_in(value.substr(at));
                    value = value.substr(0, at);
                    break;
                }
            value = without_space_behind(value);
            put(line_.body, begin, begin + value.size());
        }
        at_ = end;
        return true;
    }

    /// （单位：万元）, （万元）, （公开01表）, （2022年度）
    bool take_bracket() {
        constexpr std::size_t bracket = std::string_view("（").size();
        const std::size_t close = text_.find("）", at_);
        if (close == text_.npos) return false;
        const std::size_t begin = at_ + bracket;
        const std::string_view inside = text_.substr(begin, close - begin);
        if (inside.empty()) return false;
        if (unit_list_length(inside) == inside.size()) {
            put(line_.unit, begin, close);
        } else {
            const std::optional<FrameLine> within = LineReader(inside, false).read();
            if (!within || !within->name.empty() || within->aside) return false;
            const auto take = [&](Part& part, const Part& from) {
                if (!from.empty()) put(part, begin + from.begin, begin + from.end);
            };
            take(line_.unit, within->unit);
            take(line_.form, within->form);
            take(line_.body, within->body);
            if (within->year) line_.year = within->year;
            line_.continues = line_.continues || within->continues;
            // （2022年度） behind a name stays one of names.
            line_.sure = line_.sure || !within->unit.empty() || !within->form.empty();
        }
        at_ = close + bracket;
        return true;
    }

    bool take_name() {
        if (!line_.name.empty()) return false;
        // What begins as an item and is none makes a sentence.
        const std::size_t end = next_item(text_, at_);
        if (end == at_) return false;
        const std::string_view name = without_space_behind(text_.substr(at_, end - at_));
        if (is_sentence(name)) return false;
        line_.name = {at_, at_ + name.size()};
        line_.titled = is_table_name(name);
        bool alone = false;
        if (const std::size_t form = form_at(name, alone); form > 0 && line_.form.empty())
            line_.form = {at_, at_ + form};
        at_ = end;
        return true;
    }

    std::string_view text_;
    bool named_;
    std::size_t at_ = 0;
    FrameLine line_{};
    bool aside_ = false;
};

} // namespace

std::optional<FrameLine> frame_line(std::string_view text) {
    if (text.empty() || text.size() > longest_line) return std::nullopt;
    return LineReader(text).read();
}

bool is_table_name(std::string_view text) {
    if (text.empty() || text.size() > longest_line || is_sentence(text)) return false;
    std::string_view name = text;
    if (name.ends_with("）")) {
        const std::size_t bracket = name.rfind("（");
        if (bracket != std::string_view::npos) name = name.substr(0, bracket);
    }
    for (const std::string_view word : {"表", "一览", "清单", "明细"})
        if (ends_with(name, word)) return true;
    bool alone = false;
    return !name.empty() && !name.starts_with("附件") && form_at(name, alone) > 0;
}

bool is_heading(std::string_view text) {
    constexpr std::size_t longest = 90;
    if (text.empty() || text.size() > longest || is_sentence(text)) return false;
    for (const std::string_view mark : {"：", "：", "“。", "、"})
        if (ends_with(text, mark)) return false;
    // A line of figures is a row.
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xE4; }) &&
           !is_digit(text.back());
}

bool is_unit_line(std::string_view text) {
    if (text.empty() || text.size() > longest_line) return false;
    const std::optional<FrameLine> line = LineReader(text, false).read();
    return line && !line->unit.empty() && line->body.empty() && line->form.empty();
}

std::optional<int> year_in(std::string_view text) {
    std::optional<int> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!at_digit(text, at)) continue;
        std::size_t end = at;
        int year = 0;
        while (at_digit(text, end) && end - at < 9) year = year * 10 + (text[end++] - '0');
        const bool is_year =
            end - at == 4 && year >= 1949 && year < 2100 && text.substr(end).starts_with("年");
        if (is_year && found && *found != year) return std::nullopt;
        if (is_year) found = year;
        at = end;
    }
    return found;
}

std::size_t heading_number(std::string_view text) {
    const bool bracket = text.starts_with("（");
    std::size_t at = bracket ? std::string_view("（").size() : 0;
    const bool part = !bracket && text.starts_with("第");
    if (part) at += std::string_view("第").size();
    std::size_t number = form_number(text, at);
    if (number == 0) return 0;
    at += number;
    const std::string_view rest = text.substr(at);
    if (part) {
        for (const std::string_view word : {"部分", "章", "节"})
            if (begins_with(rest, word)) return at + word.size();
        return 0;
    }
    for (const std::string_view mark :
         bracket ? std::array<std::string_view, 2>{"）", "）"} : std::array<std::string_view, 2>{"、", "."})
        if (begins_with(rest, mark)) return at_digit(rest, mark.size()) ? 0 : at + mark.size();
    return 0;
}

} // namespace tieout::detail
