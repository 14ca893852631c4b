// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_WRITE_FORMATS_HPP
#define TIEOUT_SRC_WRITE_FORMATS_HPP

// What the table of formats is made of. A new format is one entry in formats.cpp and one file that writes it.

#include <tieout/write/format.hpp>

namespace tieout::detail {

[[nodiscard]] std::string sarif_document(const CheckedDocument& document, const FormatOptions& options);
[[nodiscard]] std::string sarif_run(std::span<const std::string> pieces, const FormatOptions& options);

[[nodiscard]] std::string junit_document(const CheckedDocument& document, const FormatOptions& options);
[[nodiscard]] std::string junit_run(std::span<const std::string> pieces, const FormatOptions& options);

[[nodiscard]] std::string markdown_document(const CheckedDocument& document, const FormatOptions& options);

[[nodiscard]] std::string csv_document(const CheckedDocument& document, const FormatOptions& options);
[[nodiscard]] std::string csv_run(std::span<const std::string> pieces, const FormatOptions& options);

} // namespace tieout::detail

#endif
