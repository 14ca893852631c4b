// SPDX-License-Identifier: MIT
// A file is read by what it holds, whatever it is called.
#include <tieout/read/file.hpp>

#include <tieout/write/problem.hpp>

#include "../write/golden.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace tieout;

TEST_CASE("a filing, a text and a workbook are read from their files") {
    for (const char* name : {"examples/filings/kaiyuan-2022.json", "examples/reports/demo-2023.txt",
                             "tests/read/containers/faulty.xlsx"}) {
        const std::string path = test::project_path(name).string();
        CAPTURE(path);
        const Document document = read_file(path);
        CHECK(document.source == path);
        CHECK(document.filing.has_value());
        CHECK_FALSE(document.has_failure());
        CHECK(document.input_sha256 == read_document(test::file_text(path), path).input_sha256);
    }
}

TEST_CASE("a file that cannot be read is a problem with its name, and so is one that holds no document") {
    const Document missing = read_file("no/such/file.json");
    CHECK_FALSE(missing.filing);
    REQUIRE(missing.problems.size() == 1);
    CHECK(missing.problems[0].kind == Problem::Kind::unreadable_file);
    CHECK(problem_text(missing.problems[0], Language::en) ==
          "no/such/file.json: the file cannot be read: No such file or directory");

    const Document folder = read_file(std::filesystem::temp_directory_path().string());
    REQUIRE(folder.problems.size() == 1);
    CHECK(folder.problems[0].kind == Problem::Kind::unreadable_file);

    const Document empty = read_document("", "empty.pdf");
    REQUIRE(empty.problems.size() == 1);
    CHECK(problem_text(empty.problems[0], Language::en) ==
          "empty.pdf:1:1: expected a filing in JSON or a published report, seen nothing");
    CHECK(read_document("\x89PNG\r\n\x1a\n", "scan.txt").problems.size() == 1);
}

TEST_CASE("what follows the first of several filings is a problem") {
    const Document document = read_document("{\"filing\":1}\n{\"filing\":1}\n", "lines");
    CHECK(document.has_failure());
}

TEST_CASE("the encoding of a text is that of the options") {
    const std::string latin = "\xC4\xEA";
    CHECK(read_document("2023\xC4\xEA\xD6\xA7\xB3\xF6"
                        "10.00\xCD\xF2\xD4\xAA\xA1\xA3",
                        "gb.txt", {.encoding = Encoding::gb18030})
              .filing.has_value());
    CHECK(read_document(latin, "bad.txt", {.encoding = Encoding::utf8}).has_failure());
}
