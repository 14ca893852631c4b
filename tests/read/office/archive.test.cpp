// SPDX-License-Identifier: MIT
#include "read/office/archive.hpp"

#include "packages.hpp"
#include "read/formats/formats.hpp"
#include "read/office/xml.hpp"

#include <tieout/write/problem.hpp>

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::test;

namespace {

std::string fault_of(const Parts& parts) {
    const std::string bytes = zip_of(parts);
    const detail::Archive archive(bytes);
    return archive.fault() ? problem_message(*archive.fault(), Language::en) : "";
}

/// What reading one part as XML complains of.
std::string complaint_of(std::string_view xml) {
    const std::string bytes = zip_of({{"a.xml", std::string(xml)}});
    detail::Archive archive(bytes);
    std::vector<Problem> problems;
    const bool read = detail::read_xml(archive, "a.xml", problems) != nullptr;
    CHECK(read == problems.empty());
    return problems.empty() ? "" : problem_message(problems.front(), Language::en);
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

} // namespace

TEST_CASE("an archive gives its files by name") {
    const std::string bytes = zip_of({{"a/b.xml", "content"}, {"empty", ""}});
    detail::Archive archive(bytes);
    CHECK(archive.holds("a/b.xml"));
    CHECK_FALSE(archive.holds("a"));
    CHECK(archive.read("a/b.xml") == "content");
    CHECK(archive.read("empty") == "");
    CHECK_FALSE(archive.fault());
    CHECK_FALSE(archive.read("c"));
    CHECK(archive.fault());
}

TEST_CASE("names that lead away, names that are there twice and too many files are refused") {
    CHECK(fault_of({{"a", ""}, {"b..c/..d", ""}}).empty());
    for (const char* name : {"../a", "a/../b", "/a", "\\a", "C:/a", "a\\..\\b", ".."}) {
        CAPTURE(name);
        CHECK_FALSE(fault_of({{name, ""}}).empty());
    }
    CHECK_FALSE(fault_of({{"a", "1"}, {"a", "2"}}).empty());
    Parts many;
    for (std::size_t i = 0; i <= detail::ArchiveLimits::entries; ++i)
        many.emplace_back(std::to_string(i), "");
    CHECK(fault_of(many) == "beyond a limit: at most 20000 files, seen 20001");
    many.pop_back();
    CHECK(fault_of(many).empty());
}

TEST_CASE("what is cut off or changed is damaged") {
    const std::string whole = zip_of({{"a.xml", "content"}});
    for (std::size_t length = 1; length < whole.size(); ++length) {
        const std::string bytes = whole.substr(0, length);
        CHECK(detail::Archive(bytes).fault());
    }
    std::string changed = whole;
    changed[changed.find("content")] = 'x';
    detail::Archive archive(changed);
    CHECK_FALSE(archive.read("a.xml"));
    CHECK(archive.fault()->kind == Problem::Kind::damaged);
}

TEST_CASE("XML may have no document type, and no more depth than documents need") {
    CHECK(complaint_of("<a><b/></a>").empty());
    CHECK(complaint_of("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>").find("document type") !=
          std::string::npos);
    CHECK(complaint_of("<a>").find("well-formed") != std::string::npos);
    CHECK(complaint_of("").find("well-formed") != std::string::npos);
    const std::size_t depth = detail::XmlLimits::depth;
    CHECK(complaint_of(repeated("<a>", depth) + repeated("</a>", depth)).empty());
    CHECK(complaint_of(repeated("<a>", depth + 1) + repeated("</a>", depth + 1)).find("256 levels") !=
          std::string::npos);
    CHECK(complaint_of("<a>" + repeated("<b/>", 1000) + "</a>").empty());
}

TEST_CASE("relationships never lead out of the archive") {
    const std::string bytes =
        zip_of({{"xl/_rels/workbook.xml.rels", relationships({{"worksheet", "../../../etc/passwd"},
                                                              {"styles", "/xl/styles.xml"},
                                                              {"x", "./a/../b.xml"}})}});
    detail::Archive archive(bytes);
    std::vector<Problem> problems;
    const detail::Relationships targets(archive, "xl/workbook.xml", problems);
    CHECK(targets.by_type("worksheet") == "etc/passwd");
    CHECK(targets.by_type("styles") == "xl/styles.xml");
    CHECK(targets.by_id("rId3") == "xl/b.xml");
    CHECK(targets.by_id("rId9").empty());
}

TEST_CASE("what is packed within a part of an office file does not say what the file is") {
    const std::string word = word_of(paragraph("甲"));
    CHECK(detail::format_of_bytes(word)->name == ".docx");
    const std::string book = zip_of({{"xl/workbook.xml", "<workbook/>"}, {"xl/embeddings/a.docx", word}});
    CHECK(detail::format_of_bytes(book)->name == ".xlsx");
    CHECK(detail::format_of_bytes(zip_of({{"a.docx", word}}))->name == "archive");
}
