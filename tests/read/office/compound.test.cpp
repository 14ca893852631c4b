// SPDX-License-Identifier: MIT
#include "compound_files.hpp"

#include "read/formats/formats.hpp"
#include "read/office/compound.hpp"

#include <tieout/read/json.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::test;

namespace {

std::string format_name_of(const std::string& bytes) {
    const detail::Format* const format = detail::format_of_bytes(bytes);
    return format == nullptr ? std::string() : std::string(format->name);
}

std::vector<std::string> many(std::size_t count) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) names.push_back("s" + std::to_string(i));
    return names;
}

} // namespace

TEST_CASE("an old Office file is what its streams say") {
    CHECK(format_name_of(compound_of({"WordDocument", "1Table"})) == ".doc");
    CHECK(format_name_of(compound_of({"Workbook"})) == ".xls");
    CHECK(format_name_of(compound_of({"CompObj", "Book"})) == ".xls");
    CHECK(format_name_of(compound_of({"EncryptionInfo", "EncryptedPackage"})) == "encrypted");
    CHECK(format_name_of(compound_of({"PowerPoint Document"})) == "old Office file");
    CHECK(format_name_of(compound_of({})) == "old Office file");
    // Names are whole, and those of streams.
    CHECK(format_name_of(compound_of({"WordDocument2", "Workboo"})) == "old Office file");
}

TEST_CASE("what is embedded in an old Office file does not say what the file is") {
    CHECK(format_name_of(compound_of({"PowerPoint Document"}, {"Workbook", "WordDocument"})) ==
          "old Office file");
    CHECK(format_name_of(compound_of({"WordDocument"}, {"EncryptedPackage", "Workbook"})) == ".doc");
}

TEST_CASE("the list of streams is found wherever it is, and however long it is") {
    for (const std::uint32_t before : {0U, 1U, 127U, 128U, 13'800U, 14'100U, 30'400U}) {
        CAPTURE(before);
        std::vector<std::string> names = many(40);
        names.emplace_back("Workbook");
        const std::string bytes = compound_of(names, {}, before);
        CHECK(detail::compound_holds(bytes, "Workbook"));
        CHECK(detail::compound_holds(bytes, "s39"));
        CHECK_FALSE(detail::compound_holds(bytes, "s40"));
    }
}

TEST_CASE("a compound file that is cut or lies is searched to an end") {
    const std::string whole = compound_of({"CompObj", "WordDocument"}, {"Workbook"});
    for (std::size_t length = 0; length < whole.size(); length += 7)
        CHECK_FALSE(detail::compound_holds(whole.substr(0, length), "Workbook"));
    // Every number of its header and of its first entries, changed to what leads in circles or away.
    for (std::size_t at = 8; at + 4 <= whole.size(); at += 4)
        for (const std::uint32_t value : {0U, 1U, 2U, 0x7FFFFFFFU, 0xFFFFFFFEU}) {
            std::string changed = whole;
            put_number(changed, at, value);
            static_cast<void>(detail::compound_holds(changed, "no such stream"));
        }
}
