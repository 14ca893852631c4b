// SPDX-License-Identifier: MIT
// What another program turns into something that we open, with a script in its place: what it makes, and every way of making
// nothing.
#include "stand_in.hpp"

#include "../office/compound_files.hpp"
#include "../office/packages.hpp"

#include "read/formats/formats.hpp"
#include "read/programs/conversion.hpp"

#include <tieout/read/text.hpp>
#include <tieout/write/problem.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <string_view>

using namespace tieout;
using namespace tieout::test;

namespace {

using detail::Convertible;

const std::string old_workbook = compound_of({"Workbook"});

std::string workbook() {
    return workbook_of({{"公开05表", sheet_of({{"支出决算表"},
                                               {"单位：万元"},
                                               {"科目名称", "合计", "基本支出", "项目支出"},
                                               {"教育支出", "5.00", "3.00", "2.00"},
                                               {"合计", "5.00", "3.00", "2.00"}})}});
}

/// What is told where the script does that.
std::string told_of(std::string_view does,
                    const detail::ProgramLimits& limits = detail::limits_of_conversion) {
    const StandIn program(does, "ready");
    const detail::Converted result =
        detail::converted_file(detail::conversion_of(Convertible::xls), old_workbook, limits);
    CHECK(program.left_nothing());
    if (result.bytes) return "made " + *result.bytes;
    return problem_text(result.problem, Language::en);
}

} // namespace

TEST_CASE("what can be converted is in the list of formats, and so is what is made of it") {
    for (const detail::Conversion& conversion : detail::conversions()) {
        CAPTURE(conversion.format);
        bool is_format = false;
        bool makes_format = false;
        for (const detail::Format& format : detail::formats()) {
            is_format = is_format || (format.name == conversion.format && format.open != nullptr);
            makes_format =
                makes_format || (format.name.substr(1) == conversion.made && format.open != nullptr);
        }
        CHECK(is_format);
        CHECK(makes_format);
        CHECK(&detail::conversion_of(conversion.kind) == &conversion);
    }
}

TEST_CASE("an old workbook is read as the program turns it into a new one") {
    const StandIn program(R"(cp "$input" "$seen"; cp "$ready" "$made")", workbook());
    const Document document = read_report(old_workbook, "a.xls");
    CHECK(program.left_nothing());
    CHECK(program.seen() == old_workbook);
    REQUIRE(document.problems.size() == 1);
    CHECK_FALSE(document.problems[0].is_failure());
    CHECK(problem_text(document.problems[0], Language::en) ==
          "a.xls: read as LibreOffice turned it into a new format");
    REQUIRE(document.filing);
    REQUIRE(document.filing->tables.size() == 1);
    CHECK(document.filing->sheets == std::vector<std::string>{"公开05表"});
    // Places are those of what was made of it.
    CHECK(document.filing->tables[0].certified);
}

TEST_CASE("old Word files, RTF and OpenDocument are given under names of ours, and with the ending of what "
          "they are") {
    const std::string text =
        word_of(paragraph("全年支出总计80.00万元，其中：基本支出50.00万元，项目支出30.00万元。"));
    const std::string open_document = "application/vnd.oasis.opendocument.";
    struct Case {
        std::string bytes;
        std::string_view name;
        std::string made;
    };
    for (const Case& one :
         {Case{compound_of({"WordDocument"}), "input.doc", text}, Case{"{\\rtf1 }", "input.rtf", text},
          Case{zip_of({{"mimetype", open_document + "text"}}), "input.odt", text},
          Case{zip_of({{"mimetype", open_document + "spreadsheet"}}), "input.ods", workbook()}}) {
        CAPTURE(one.name);
        const StandIn program(R"(basename "$input" >"$seen"; cp "$ready" "$made")", one.made);
        const Document document = read_report(one.bytes, "../../etc/$(name)");
        CHECK(program.seen() == std::string(one.name) + '\n');
        CHECK(document.problems.size() == 1);
        REQUIRE(document.filing);
        CHECK(program.left_nothing());
    }
}

TEST_CASE(
    "the program works in a folder of its own, with a profile that runs no macros and fetches nothing") {
    CHECK(told_of(R"(
[ "$PWD" = "${input%/*}" ] && [ "$HOME" = "$PWD" ] && [ "$TMPDIR" = "$PWD" ] || exit
[ "${profile%/*}" = "$PWD" ] && [ "${out%/*}" = "$PWD" ] || exit
[ $(stat -c %a .) = 700 ] || exit
grep -q 'DisableMacrosExecution.*true' "$profile/user/registrymodifications.xcu" || exit
cp "$ready" "$made")") == "made ready");
}

TEST_CASE("the program may have either of its names") {
    const StandIn program(R"(cp "$ready" "$made")", "ready", "libreoffice");
    const detail::Converted result =
        detail::converted_file(detail::conversion_of(Convertible::rtf), "{\\rtf1 }");
    CHECK(result.bytes == "ready");
}

TEST_CASE("where the program is not there it is said what to install, or what to do without it") {
    const StandIn program("");
    setenv("PATH", "/nowhere", 1);
    struct Case {
        std::string bytes;
        std::string_view told;
    };
    for (const Case& one :
         {Case{compound_of({"WordDocument"}),
               "a: the file cannot be read: an old Word or WPS file (.doc, .wps) is read with LibreOffice; "
               "install "
               "it, as with apt-get install libreoffice-writer-nogui, or save it as .docx"},
          Case{old_workbook,
               "a: the file cannot be read: an old Excel or WPS workbook (.xls, .et) is read with "
               "LibreOffice; "
               "install it, as with apt-get install libreoffice-calc-nogui, or save it as .xlsx"},
          Case{"{\\rtf1 }",
               "a: the file cannot be read: an RTF file is read with LibreOffice; install it, as with "
               "apt-get install libreoffice-writer-nogui, or save it as .docx"}}) {
        const Document document = read_report(one.bytes, "a");
        CHECK_FALSE(document.filing);
        REQUIRE(document.problems.size() == 1);
        CHECK(problem_text(document.problems[0], Language::en) == one.told);
    }
    CHECK(program.left_nothing());
}

TEST_CASE("a program that fails, crashes, loops or makes nothing is told, and its folder removed") {
    constexpr std::string_view nothing = "the file cannot be read: LibreOffice made nothing of it: it is "
                                         "damaged, locked with a password, or of a "
                                         "kind for which a part of LibreOffice is not installed";
    CHECK(told_of("exit 1") == nothing);
    CHECK(told_of("exit 0") == nothing);
    CHECK(told_of(R"(: >"$made")") == nothing);
    // What is no file of its own is not followed.
    CHECK(told_of(R"(ln -s /etc/passwd "$made")") == nothing);
    CHECK(told_of(R"(mkdir "$made")") == nothing);
    CHECK(told_of(R"(mkfifo "$made")") == nothing);
    CHECK(told_of("kill -SEGV $$") == "the file cannot be read: LibreOffice crashed on it");
    constexpr std::string_view endless =
        "the file cannot be read: LibreOffice came to no end within its limits";
    detail::ProgramLimits limits = detail::limits_of_conversion;
    limits.milliseconds = 300;
    CHECK(told_of("while :; do echo x >again; done", limits) == endless);
    CHECK(told_of("sleep 600", limits) == endless);
    CHECK(told_of("sleep 600 >&- & exit 0", limits) == nothing);
    // A status that says no more than that it complained.
    CHECK(told_of(R"(cp "$ready" "$made"; exit 1)") == "made ready");
}

TEST_CASE("a program writes no more than it may, in one file, in all or to us") {
    detail::ProgramLimits limits = detail::limits_of_conversion;
    limits.file_bytes = 100'000;
    limits.folder_bytes = 1'000'000;
    limits.output_bytes = 1'000;
    CHECK(told_of(R"(head -c 100000 /dev/zero >"$made"; exit 0)", limits).substr(0, 4) == "made");
    // Its limits are set while it starts.
    CHECK(told_of(R"(
while [ $(ulimit -f) = unlimited ]; do sleep 0.01; done
exec head -c 100001 /dev/zero >"$made")",
                  limits) == "the file cannot be read: LibreOffice crashed on it");
    constexpr std::string_view endless =
        "the file cannot be read: LibreOffice came to no end within its limits";
    CHECK(told_of("i=0; while :; do i=$((i + 1)); head -c 90000 /dev/zero >f$i; done", limits) == endless);
    CHECK(told_of("exec cat /dev/zero", limits) == endless);
    // What it made, and we would not take as a file of its own either.
    limits.file_bytes = limits.folder_bytes = std::uint64_t{1} << 30U;
    CHECK(told_of(R"(exec truncate -s 65M "$made")", limits) ==
          "beyond a limit: at most 64 MiB, seen 65 MiB");
}

TEST_CASE("what the program makes is opened only if it is what was asked for") {
    const StandIn program(R"(cp "$ready" "$made")", word_of(paragraph("全年支出80万元")));
    const Document document = read_report(old_workbook, "a.xls");
    CHECK_FALSE(document.filing);
    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].is_failure());
}
