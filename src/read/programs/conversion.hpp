// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PROGRAMS_CONVERSION_HPP
#define TIEOUT_SRC_READ_PROGRAMS_CONVERSION_HPP

// Files that another program turns into what we open. Which program that is stands in one table, in conversion.cpp; the words
// for those who do not have it stand under the name of the format in write/problem.cpp.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <tieout/base/problem.hpp>

#include "read/programs/program.hpp"

namespace tieout::detail {

/// What is turned into something else.
enum class Convertible : std::uint8_t { doc, xls, odt, ods, rtf };

struct Conversion {
    Convertible kind;
    /// As the list of formats has it.
    std::string_view format;
    /// How the name of the file ends that the program gets, and that of what it makes of it, which is a format too.
    std::string_view given;
    std::string_view made;
    /// The names that the program may have, the first that is there serves.
    std::span<const std::string_view> programs;
};

[[nodiscard]] std::span<const Conversion> conversions() noexcept;
[[nodiscard]] const Conversion& conversion_of(Convertible kind) noexcept;

/// What a program that converts may take: LibreOffice makes a profile first, and reserves more memory than it uses.
inline constexpr ProgramLimits limits_of_conversion{.milliseconds = 120'000,
                                                    .memory_bytes = std::uint64_t{4} << 30U,
                                                    .output_bytes = std::uint64_t{1} << 20U,
                                                    .file_bytes = std::uint64_t{128} << 20U,
                                                    .folder_bytes = std::uint64_t{512} << 20U};

struct Converted {
    /// Nothing, and the problem says why.
    std::optional<std::string> bytes{};
    Problem problem{};
};

/// What the program makes of these bytes, in a folder of its own that is removed whatever happens. Nothing in it has a name
/// from the document, what the document links to is not fetched, and its macros do not run.  Fails: the problem says why.
[[nodiscard]] Converted converted_file(const Conversion& conversion, std::string_view bytes,
                                       const ProgramLimits& limits = limits_of_conversion);

} // namespace tieout::detail

#endif
