// SPDX-License-Identifier: MIT
#ifndef TIEOUT_READ_JSON_HPP
#define TIEOUT_READ_JSON_HPP

// Reads filings in JSON. What cannot be understood is a located problem, and reading goes on after it.
//
//     const Document document = read_filing(text, "kaiyuan-2022.json");
//     for (const Problem& problem : document.problems) complain(problem);
//     if (document.filing) check(*document.filing);
//
// Nothing unknown is passed over: a key that is no key, a figure that is none, a reference to nothing are problems.

#include <tieout/base/export.hpp>
#include <tieout/base/problem.hpp>
#include <tieout/model/filing.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// What was read from one text: the filing as far as it was understood, and everything that was not.
struct Document {
    std::string source{};
    /// SHA-256 of the bytes that were read, in hexadecimal; of a line without its end.
    std::string input_sha256{};
    /// Nothing if the text is no JSON object.
    std::optional<Filing> filing{};
    /// In the order of the text.
    std::vector<Problem> problems{};

    /// Whether something was not understood: a remark on how it was read is no such thing.
    [[nodiscard]] bool has_failure() const noexcept {
        for (const Problem& problem : problems)
            if (problem.is_failure()) return true;
        return false;
    }
};

/// How much one document may hold. Beyond it is Problem::Kind::limit.
struct ReadLimits {
    static constexpr std::size_t document_bytes = std::size_t{64} << 20;
    static constexpr std::size_t nesting = 64;
    static constexpr std::size_t figures = 100'000;
    /// Values of any kind, keys not counted.
    static constexpr std::size_t values = 4'000'000;
    /// Characters of an id.
    static constexpr std::size_t id_length = 256;
    /// Characters of a name, a place or a remark; words of a sentence may be more.
    static constexpr std::size_t text_length = 4096;
    /// Problems listed; one more says that there are others.
    static constexpr std::size_t problems = 1000;
};

/// Reads one filing. A byte order mark may stand before it; lines count from `first_line`.
TIEOUT_API [[nodiscard]] Document read_filing(std::string_view json, std::string_view source,
                                              std::size_t first_line = 1);

namespace detail {
class JsonParser;
}

/// Reads one filing after the other as read_filing() does, and keeps the room that they need.
class TIEOUT_API FilingReader {
  public:
    FilingReader();
    ~FilingReader();
    FilingReader(FilingReader&&) noexcept;
    FilingReader& operator=(FilingReader&&) noexcept;
    [[nodiscard]] Document read(std::string_view json, std::string_view source, std::size_t first_line = 1);

  private:
    std::unique_ptr<detail::JsonParser> parser_;
};

/// Reads newline-delimited filings, one a line, blank lines left out, and hands each over as soon as it is read. Lines
/// count from the beginning. Of a stream no more than one line is held.
TIEOUT_API void read_filings(std::string_view text, std::string_view source,
                             const std::function<void(Document&&)>& each);
TIEOUT_API void read_filings(std::istream& stream, std::string_view source,
                             const std::function<void(Document&&)>& each);

enum class InputKind : std::uint8_t {
    filing,  ///< one filing in JSON
    filings, ///< newline-delimited filings
    report, ///< a published report in any format that is read: text, a web page, a workbook; see read_report()
    unknown ///< nothing, or bytes that are not read
};

/// What bytes are, by their content; the beginning is enough if it is text and holds a line or two.
TIEOUT_API [[nodiscard]] InputKind recognise(std::string_view bytes) noexcept;

/// What bytes are that are not read, as Problem::seen has it: "image", "archive", … Empty if they may be read.
TIEOUT_API [[nodiscard]] std::string_view foreign_format(std::string_view bytes) noexcept;

} // namespace tieout

#endif
