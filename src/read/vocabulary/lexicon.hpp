// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_VOCABULARY_LEXICON_HPP
#define TIEOUT_SRC_READ_VOCABULARY_LEXICON_HPP

// The words of the field, and what each means: which part of a filing 公用经费 is, which phase 年初预算 says, which
// class 商品和服务支出 has. One word is one entry.

#include <tieout/model/concepts.hpp>
#include <tieout/model/filing.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tieout::detail {

/// A known part of a filing, by the words that documents use for it.
using KnownPart = Concept;
[[nodiscard]] const KnownPart* known_part(std::string_view subject, bool amount) noexcept;

/// The part of a filing that a heading speaks of: 六、机关运行经费执行情况. None where it speaks of the whole.
[[nodiscard]] const KnownPart* part_in_heading(std::string_view heading) noexcept;

/// A line of a classification: 301, 302 … or a source of funds.
struct KnownLine {
    std::string_view split; ///< economic, fund
    std::string_view code;
    std::string_view words;
};
[[nodiscard]] const KnownLine* known_line(std::string_view subject) noexcept;

/// What a label says, its phase and period taken off: 2020年度基本支出年初预算数 → 基本支出, initial, 2020.
struct LabelParts {
    std::string subject{};
    std::optional<Phase> phase{};
    std::optional<int> year{};
    /// 上年, 去年, 同期: of the year before.
    bool previous = false;
    /// 共, 合计, 总: it is a total.
    bool total = false;
    /// The label consists of nothing but words for phases, periods, totals and the body itself.
    bool bare = false;
};
[[nodiscard]] LabelParts parts_of_label(std::string_view label);

/// Bytes of the number of a list at the head of a line (1、 （一） ①), 0 where there is none.
[[nodiscard]] std::size_t list_number_of(std::string_view text) noexcept;

/// The funds that a heading or a label confines its figures to: 一般公共预算, 政府性基金, 国有资本经营, 财政拨款; empty.
[[nodiscard]] std::string_view scope_in(std::string_view words) noexcept;

} // namespace tieout::detail

#endif
