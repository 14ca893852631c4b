// SPDX-License-Identifier: MIT
#include "read/programs/conversion.hpp"

#include <array>
#include <system_error>
#include <utility>
#include <vector>

#include <tieout/read/json.hpp>

#include "read/programs/folder.hpp"

namespace tieout::detail {

namespace {

using End = ProgramOutcome::End;
using Kind = Problem::Kind;

constexpr std::array<std::string_view, 2> libreoffice{"soffice", "libreoffice"};

// clang-format off
constexpr std::array table{
    Conversion{Convertible::doc, ".doc", "doc", "docx", libreoffice},
    Conversion{Convertible::xls, ".xls", "xls", "xlsx", libreoffice},
    Conversion{Convertible::odt, ".odt", "odt", "docx", libreoffice},
    Conversion{Convertible::ods, ".ods", "ods", "xlsx", libreoffice},
    Conversion{Convertible::rtf, "RTF",  "rtf", "docx", libreoffice},
};
// clang-format on

/// The settings of the profile that LibreOffice starts with: no macros, nothing fetched that the document only names, and
/// results of formulas as they were stored.
constexpr std::string_view settings =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>1</value></prop></item>
</oor:items>
)";

/// A path as part of the address of a file.
std::string address_of(std::string_view path) {
    constexpr std::string_view plain = "/-._~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string address;
    for (const char c : path) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || plain.find(c) != plain.npos) {
            address += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        ((address += '%') += digits[byte >> 4U]) += digits[byte & 15U];
    }
    return address;
}

Converted failed(std::string_view expected, std::string seen = {}, Kind kind = Kind::unreadable_file) {
    Converted result;
    result.problem.kind = kind;
    result.problem.expected = expected;
    result.problem.seen = std::move(seen);
    return result;
}

ProgramOutcome run(const Conversion& conversion, const std::string& input, const std::string& folder,
                   const ProgramLimits& limits) {
    ProgramOutcome outcome;
    for (const std::string_view name : conversion.programs) {
        Program program({std::string(name), "-env:UserInstallation=file://" + address_of(folder) + "/profile",
                         "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
                         "--convert-to", std::string(conversion.made), "--outdir", folder + "/made",
                         folder + '/' + input},
                        {}, limits, folder);
        outcome = program.finish();
        if (outcome.end != End::absent) break;
    }
    return outcome;
}

} // namespace

std::span<const Conversion> conversions() noexcept { return table; }

const Conversion& conversion_of(Convertible kind) noexcept {
    for (const Conversion& conversion : table)
        if (conversion.kind == kind) return conversion;
    return table.front();
}

Converted converted_file(const Conversion& conversion, std::string_view bytes, const ProgramLimits& limits) {
    TemporaryFolder folder;
    const std::string input = "input." + std::string(conversion.given);
    if (folder.path().empty())
        return failed("no temporary folder", std::generic_category().message(folder.error()));
    if (!folder.write(input, bytes) || !folder.write("profile/user/registrymodifications.xcu", settings))
        return failed("no temporary folder");
    switch (run(conversion, input, folder.path(), limits).end) {
    case End::absent:
        return failed(conversion.format);
    case End::too_long:
    case End::too_much:
        return failed("LibreOffice without an end");
    case End::crashed:
        return failed("LibreOffice crashed");
    case End::not_started:
        return failed("no room for a program");
    case End::finished:
    case End::failed:
        break;
    }
    // Whatever its status says, it is what it made that counts.
    std::uint64_t size = 0;
    Converted result;
    result.bytes =
        folder.read("made/input." + std::string(conversion.made), ReadLimits::document_bytes, size);
    if (!result.bytes && size > ReadLimits::document_bytes)
        return failed(std::to_string(ReadLimits::document_bytes >> 20U) + " MiB",
                      std::to_string(size >> 20U) + " MiB", Kind::limit);
    if (!result.bytes || result.bytes->empty()) return failed("LibreOffice made nothing");
    return result;
}

} // namespace tieout::detail
