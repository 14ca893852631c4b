// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_GATHERED_HPP
#define TIEOUT_SRC_READ_FORMATS_GATHERED_HPP

#include "read/document/alphabet.hpp"
#include "read/document/document.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tieout::detail {

/// The characters of a line as they are gathered, before it is known whether they are spaced one by one.
class Gathered {
  public:
    void put(char32_t c, std::uint32_t at, std::uint32_t end) {
        const char32_t to = in_alphabet(c);
        if (to == alphabet::nothing) return;
        const bool space = to == alphabet::space;
        // White space of the file is one space, however long; spaces of the document count.
        const bool collapses = c < 0x80 && space;
        if (characters_ == 0 && space) {
            if (!collapses) indent_ += columns_of(c);
            return;
        }
        if (!space) {
            if (characters_ > 0 && spaced_now_) {
                ++spaced_;
                spaced_ideographs_ += was_ideograph_ ? 1 : 0;
            }
            ++characters_;
            was_ideograph_ = c >= 0x3400 && c <= 0x9FFF;
            ideographs_ += was_ideograph_ ? 1 : 0;
        } else if (collapses && spaced_now_) {
            return;
        }
        spaced_now_ = space;
        letters_.push_back({collapses ? U' ' : c, at, end});
    }

    /// The end of a line within the passage.
    void break_line(std::uint32_t at) { put(U' ', at, at); }

    [[nodiscard]] std::uint32_t indent() const noexcept { return indent_; }
    /// The last character that is no space; 0 if there is none.
    [[nodiscard]] char32_t last() const noexcept {
        for (std::size_t i = letters_.size(); i-- > 0;)
            if (in_alphabet(letters_[i].c) != alphabet::space) return letters_[i].c;
        return 0;
    }

    Passage finish(std::uint32_t at) {
        const bool letters =
            ideographs_ >= 2 && 2 * spaced_ > characters_ && 2 * spaced_ideographs_ > ideographs_;
        PassageWriter writer(letters ? PassageWriter::Spacing::letters : PassageWriter::Spacing::words);
        writer.reserve(3 * letters_.size());
        for (const Letter& letter : letters_) writer.put(letter.c, letter.at, letter.end);
        Passage passage = writer.finish(at);
        letters_.clear();
        characters_ = spaced_ = ideographs_ = spaced_ideographs_ = 0;
        indent_ = 0;
        spaced_now_ = was_ideograph_ = false;
        return passage;
    }

  private:
    struct Letter {
        char32_t c;
        std::uint32_t at;
        std::uint32_t end;
    };
    std::vector<Letter> letters_{};
    std::size_t characters_ = 0, spaced_ = 0, ideographs_ = 0, spaced_ideographs_ = 0;
    std::uint32_t indent_ = 0;
    bool spaced_now_ = false;
    bool was_ideograph_ = false;
};

} // namespace tieout::detail

#endif
