// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_FRAME_LINES_HPP
#define TIEOUT_SRC_READ_VOCABULARY_FRAME_LINES_HPP

// The lines and cells around a table that say what it is of: its name, the number of its form, whose it is, its unit, its
// year. A line of a frame says nothing else.
//
//     收入支出决算总表              the name
//     公开01表                      the number of the form
//     部门：某局    金额单位：万元  body and unit
//     表3 支出明细（单位：元）      name, form and unit
//     部门：某局，收入5万元。       a sentence: no line of a frame

#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::detail {

struct FrameLine {
    /// A part of the text; empty if it says nothing of this kind.
    struct Part {
        std::size_t begin = 0;
        std::size_t end = 0;
        [[nodiscard]] bool empty() const noexcept { return begin == end; }
        [[nodiscard]] std::string_view of(std::string_view text) const noexcept {
            return text.substr(begin, end - begin);
        }
    };
    Part name{};
    Part form{};
    Part body{};
    Part unit{};
    /// The only year that it names.
    std::optional<int> year{};
    /// 续表: the table goes on with the one before.
    bool continues = false;
    /// The name ends, or begins, as names of tables do; otherwise it is a name only because a unit stands beside it.
    bool titled = false;
    /// It says something that nothing but the frame of a table says.
    bool sure = false;
    /// It names who filled the form in, a telephone number …, and nothing of the table.
    bool aside = false;
};

/// What a line in the alphabet says as part of a frame; nothing if it says anything else.
[[nodiscard]] std::optional<FrameLine> frame_line(std::string_view text);

/// Whether a text is the name of a table: it ends with 表, 一览 or 清单, or begins with 表1 or 附表一.
[[nodiscard]] bool is_table_name(std::string_view text);

/// Whether a text may be the name of a table that has no such word: 支出构成. Only where a unit stands below it.
[[nodiscard]] bool is_heading(std::string_view text);

/// Whether it says nothing but a unit: 单位：万元.
[[nodiscard]] bool is_unit_line(std::string_view text);

/// The only year that a text names (2022年, 2022年度); nothing if it names none, or several.
[[nodiscard]] std::optional<int> year_in(std::string_view text);

/// Bytes of the number of a heading before its words: 一、 （二） 3. 第四部分
[[nodiscard]] std::size_t heading_number(std::string_view text);

} // namespace tieout::detail

#endif
