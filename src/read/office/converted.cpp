// SPDX-License-Identifier: MIT
#include "read/office/converted.hpp"

#include <string>
#include <utility>

namespace tieout::detail {

Page page_of_converted(const Conversion& conversion, std::string_view bytes, const OpenOptions& opening,
                       std::vector<Problem>& problems) {
    Converted result = converted_file(conversion, bytes);
    if (!result.bytes) {
        problems.push_back(std::move(result.problem));
        return {};
    }
    const Format* const format = format_of_bytes(*result.bytes);
    if (format == nullptr || format->name.substr(1) != conversion.made) {
        problems.push_back({.kind = Problem::Kind::unreadable_file, .expected = "LibreOffice made nothing"});
        return {};
    }
    problems.push_back({.kind = Problem::Kind::remark, .expected = "turned by LibreOffice"});
    return format->open(*result.bytes, opening, problems);
}

} // namespace tieout::detail
