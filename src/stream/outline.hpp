// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_STREAM_OUTLINE_HPP
#define TIEOUT_SRC_STREAM_OUTLINE_HPP

// The texts of documents that differ in their numbers and names only, as one tree: what they have in common is held
// once, and the next text is followed through it byte by byte. Nothing of a text is interpreted but its numbers.

#include "relations/plain_number.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// How the thousands of a number may be told apart: never in JSON, by commas as documents print them.
enum class Thousands : std::uint8_t { together, with_commas };

/// Reads −?digits(.digits)? from `at` on, without zeros before the number and with no more than 18 digits. Where it
/// stops anything may follow.
/// Fails: null, also for −0.
[[nodiscard]] const char* take_plain_number(const char* at, const char* end, Thousands thousands,
                                            PlainNumber& number) noexcept;

/// Reads a day in the form 2021-06-18 as the number of the day.
/// Fails: null, also where there is no such day.
[[nodiscard]] const char* take_plain_date(const char* at, const char* end, PlainNumber& day) noexcept;

/// Reads what stands between the quotes of a JSON string, from behind the first to before the last, if it is not empty
/// and has no escapes.
/// Fails: null, also for bytes that are no UTF-8.
[[nodiscard]] const char* take_plain_text(const char* at, const char* end) noexcept;

class Outline {
  public:
    /// A printed number stands in a string, where its unit may follow; the end is what comes behind all gaps.
    enum class Gap : std::uint8_t { number, printed, date, text, end };
    /// Where a text may read otherwise in the next document.
    struct Place {
        std::size_t offset;
        std::size_t length;
        Gap gap;
    };

    /// Adds a text whose gaps are in the order of their offsets; the number under which it is found again counts from 0.
    std::uint32_t add(std::string_view text, std::span<const Place> gaps);
    /// The text like this one, and the numbers and days that stand in its gaps, in their order.
    /// If wanted, also what stands in all its gaps.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text, PlainNumbers& numbers,
                                                    std::vector<std::string_view>* texts = nullptr) const;

  private:
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

    /// Bytes that texts have in common, what follows them, and where they may go on.
    struct Node {
        std::size_t begin; ///< in bytes_
        std::size_t size;
        std::size_t usual; ///< size of what stood in a gap for text, with its quote: behind the bytes
        Gap gap;
        std::uint32_t found = none; ///< at the end, the number of the text
        std::uint32_t child = none;
        std::uint32_t sibling = none;
    };
    [[nodiscard]] std::string_view bytes_of(const Node& node) const {
        return std::string_view(bytes_).substr(node.begin, node.size);
    }

    std::vector<Node> nodes_;
    std::string bytes_;
    std::size_t numbers_max_ = 0;
    std::uint32_t first_ = none;
    std::uint32_t count_ = 0;
};

} // namespace tieout::detail

#endif
