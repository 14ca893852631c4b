// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PDF_TOKENS_HPP
#define TIEOUT_SRC_READ_PDF_TOKENS_HPP

// The tokens of a content stream: numbers, names and operators. Strings, arrays and dictionaries are passed over as far as
// what is drawn does not depend on them.

#include <cstdint>
#include <string_view>

#include "read/pdf/fixed.hpp"

namespace tieout::detail {

struct ContentToken {
    enum class Kind : std::uint8_t { end, number, name, text, word };
    Kind kind = Kind::end;
    /// Of a name (without its /) and a word.
    std::string_view spelled{};
    Fixed number = 0;
};

class Tokens {
  public:
    explicit Tokens(std::string_view content) noexcept : content_(content) {}
    /// A text is a string; brackets of arrays and dictionaries are passed over, and what is in them comes one by one.
    [[nodiscard]] ContentToken next() noexcept;
    /// Passes over the bytes of a picture that stands in the content, from behind ID to behind EI.
    void skip_picture() noexcept;

  private:
    void skip_white() noexcept;
    void skip_string() noexcept;

    std::string_view content_;
    std::size_t at_ = 0;
};

} // namespace tieout::detail

#endif
