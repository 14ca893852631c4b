// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_ENCODING_HPP
#define TIEOUT_SRC_READ_FORMATS_ENCODING_HPP

// The bytes of a file as UTF-8, whatever they were written in.
//
//     decode("\xC4\xEA").text     // 年, which is how GB18030 writes it
//     decode("年\xFF").problems   // line 1, column 2: expected UTF-8, seen FF

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tieout/base/problem.hpp>

namespace tieout::detail {

enum class Encoding : std::uint8_t {
    automatic, ///< what the bytes themselves say: a byte order mark, or which encoding they fit
    utf8,
    gb18030, ///< GB2312 and GBK are parts of it
    utf16,   ///< in the order that its mark says, else the lower byte first
    big5,    ///< of Taiwan and Hong Kong
    shift_jis,
};

[[nodiscard]] std::string_view name_of(Encoding encoding) noexcept;

/// The encoding that web pages and messages call so ("gb2312", "Big5"); automatic for what is not known, and for those that
/// pages name who mean nothing by it (us-ascii).
[[nodiscard]] Encoding encoding_of_charset(std::string_view name);

/// Bytes of one file; those beyond are not read.
inline constexpr std::size_t most_bytes_of_text = std::size_t{1} << 30;
/// Problems that are listed; one more says that there are others.
inline constexpr std::size_t most_problems_of_encoding = 20;

struct Decoded {
    /// UTF-8 without a byte order mark, U+FFFD where the bytes mean nothing.
    std::string text{};
    Encoding encoding = Encoding::utf8;
    /// Kind encoding, or limit; without the name of the file. Lines and columns are those of `text`.
    std::vector<Problem> problems{};
};

/// Fails: never; what cannot be read is a problem.
[[nodiscard]] Decoded decode(std::string_view bytes, Encoding wanted = Encoding::automatic);

} // namespace tieout::detail

#endif
