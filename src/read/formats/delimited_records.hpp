// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_FORMATS_DELIMITED_RECORDS_HPP
#define TIEOUT_SRC_READ_FORMATS_DELIMITED_RECORDS_HPP

// The records of a file whose fields are parted by a mark, and which mark that is.

#include "read/document/alphabet.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// One field: the bytes between its separators, without its quotes.
struct Field {
    Span text{};
    bool quoted = false;
    [[nodiscard]] bool blank(std::string_view source) const noexcept {
        return source.substr(text.begin, text.end - text.begin).find_first_not_of(" \t") ==
               std::string_view::npos;
    }
};

/// Walks through the records of a file.
class Records {
  public:
    Records(std::string_view source, char separator) noexcept : source_(source), separator_(separator) {}

    [[nodiscard]] bool at_end() const noexcept { return at_ >= source_.size(); }
    [[nodiscard]] std::size_t at() const noexcept { return at_; }

    /// The fields of the next record.
    void next(std::vector<Field>& fields) {
        fields.clear();
        for (;;) {
            fields.push_back(field());
            if (at_ >= source_.size()) return;
            const char c = source_[at_++];
            if (c == separator_) {
                // A separator at the very end of the file ends an empty field.
                if (at_ >= source_.size()) {
                    fields.push_back({{index(at_), index(at_)}, false});
                    return;
                }
                continue;
            }
            if (c == '\r' && at_ < source_.size() && source_[at_] == '\n') ++at_;
            return;
        }
    }

  private:
    static std::uint32_t index(std::size_t at) noexcept { return static_cast<std::uint32_t>(at); }

    [[nodiscard]] bool ends_field(std::size_t at) const noexcept {
        return at >= source_.size() || source_[at] == separator_ || source_[at] == '\n' ||
               source_[at] == '\r';
    }

    Field field() {
        if (at_ < source_.size() && source_[at_] == '"')
            if (const std::size_t close = closing_quote(at_ + 1); close != std::string_view::npos) {
                const Field quoted{{index(at_ + 1), index(close)}, true};
                at_ = close + 1;
                while (!ends_field(at_)) ++at_;
                return quoted;
            }
        const std::size_t begin = at_;
        while (!ends_field(at_)) ++at_;
        return {{index(begin), index(at_)}, false};
    }

    /// The quote that ends a field; nothing where it would hold pages. What was found in vain is not looked for again.
    std::size_t closing_quote(std::size_t from) {
        constexpr std::size_t longest = std::size_t{1} << 14;
        if (from < none_before_) return std::string_view::npos;
        const std::size_t end = std::min(source_.size(), from + longest);
        for (std::size_t at = from; at < end; ++at) {
            if (source_[at] != '"') continue;
            if (at + 1 < source_.size() && source_[at + 1] == '"') {
                ++at;
                continue;
            }
            // A quote within words is one of the words.
            if (ends_field(at + 1)) return at;
        }
        none_before_ = end;
        return std::string_view::npos;
    }

    std::string_view source_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t none_before_ = 0;
};

/// A number, and no year.
[[nodiscard]] bool is_figure_field(std::string_view text) noexcept;

/// sep=; in the first line says what parts the fields.
[[nodiscard]] std::optional<char> declared_separator(std::string_view source, std::size_t& length) noexcept;

/// What parts the fields of a text; nothing if it is not sure that it has fields.
[[nodiscard]] std::optional<char> separator_of(std::string_view source);

} // namespace tieout::detail

#endif
