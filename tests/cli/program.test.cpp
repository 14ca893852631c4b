// SPDX-License-Identifier: MIT
// Runs the built program as a person would.
#ifdef TIEOUT_PROGRAM

#include "program.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace tieout::test;
using Json = nlohmann::ordered_json;

constexpr std::string_view good = R"({"filing":1,"unit":"万元","expenditure":{"executed":"3.00",
    "basic":{"executed":"1.00"},"project":{"executed":"2.00"}}})";
constexpr std::string_view broken = R"({"filing":1,"unit":"万元","expenditure":{"executed":"3.00",
    "basic":{"executed":"1.00"},"project":{"executed":"1.00"}}})";
constexpr std::string_view warned =
    R"({"filing":1,"figures":{"a":{"value":"20"},"b":{"value":"10"}},"relations":[
    {"id":"r","kind":"at_most","lesser":"a","greater":"b","severity":"warning"}]})";

/// A filing as one line of newline-delimited filings.
std::string one_line(std::string_view filing) {
    std::string line(filing);
    line.erase(std::remove(line.begin(), line.end(), '\n'), line.end());
    return line;
}

} // namespace

TEST_CASE("the exit status is 0 for what ties out, 1 for errors, 2 for what cannot be understood") {
    const Workshop shop;
    const std::string fine = shop.file("good.json", good);
    const std::string bad = shop.file("broken.json", broken);
    const std::string warning = shop.file("warned.json", warned);
    const std::string unclear =
        shop.file("unclear.json", R"({"filing":1,"expenditur":{},"figures":{"a":{"value":1}},
        "relations":[{"id":"r","kind":"equal","figures":["a"]}]})");
    CHECK(run(shop, "check " + fine).status == 0);
    CHECK(run(shop, "check " + bad).status == 1);
    CHECK(run(shop, "check " + fine + " " + bad).status == 1);
    CHECK(run(shop, "check " + warning).status == 0);
    CHECK(run(shop, "check --strict " + warning).status == 1);
    // What was not understood goes first.
    CHECK(run(shop, "check " + bad + " " + unclear).status == 2);
    CHECK(run(shop, "read " + bad).status == 0);
    CHECK(run(shop, "read " + unclear).status == 2);
    CHECK(run(shop, "rates " + bad).status == 0);
}

TEST_CASE("a document in which nothing can be decided is not passed over") {
    const Workshop shop;
    const std::string empty = shop.file("empty.json", R"({"filing":1})");
    const Outcome outcome = run(shop, "check " + empty);
    CHECK(outcome.status == 2);
    CHECK(outcome.errors == empty + ": nothing in this document could be decided\n");
}

TEST_CASE("a command line that makes no sense is status 2 and says so") {
    const Workshop shop;
    for (const char* arguments :
         {"", "check", "check --format xml x", "check --rounding up x", "nothing", "rules T00",
          "check --lang fr x", "check --encoding latin1 x", "rules --encoding auto", "check --unknown x"}) {
        CAPTURE(arguments);
        const Outcome outcome = run(shop, arguments);
        CHECK(outcome.status == 2);
        CHECK(outcome.output.empty());
        CHECK(outcome.errors.starts_with("tieout: "));
    }
}

TEST_CASE("help and version are results, in the language of the locale") {
    const Workshop shop;
    CHECK(run(shop, "--version").output == "tieout 0.1.0\n");
    for (const char* arguments : {"--help", "check --help", "-h"}) {
        const Outcome english = run(shop, arguments);
        CHECK(english.status == 0);
        CHECK(english.output.find("usage") != std::string::npos);
        CHECK(english.errors.empty());
        CHECK(run(shop, arguments, "LANG=zh_CN.UTF-8").output.find("用法") != std::string::npos);
    }
}

TEST_CASE("the locale chooses the language: LC_ALL before LC_MESSAGES before LANG, and --lang before all") {
    const Workshop shop;
    const std::string fine = shop.file("good.json", good);
    const auto chinese = [&](const std::string& environment, const std::string& option) {
        return run(shop, "check " + option + fine, environment).output.find("列报数") != std::string::npos;
    };
    CHECK(chinese("LANG=zh_CN.UTF-8", ""));
    CHECK_FALSE(chinese("LANG=en_US.UTF-8", ""));
    CHECK_FALSE(chinese("LANG=zh_CN.UTF-8 LC_MESSAGES=C", ""));
    CHECK(chinese("LANG=C LC_MESSAGES=zh_TW", ""));
    CHECK_FALSE(chinese("LC_MESSAGES=zh_TW LC_ALL=C", ""));
    CHECK(chinese("LC_ALL= LC_MESSAGES=zh_TW", ""));
    CHECK(chinese("LC_ALL=C", "--lang zh "));
    CHECK_FALSE(chinese("LC_ALL=zh_CN", "--lang en "));
    CHECK_FALSE(chinese("TZ=UTC", ""));
}

TEST_CASE("the text is the golden text, without colour where there is no terminal") {
    const Workshop shop;
    std::filesystem::copy_file(project_path("tests/cases/write/small.json"), shop.at("small.json"));
    const int status =
        status_of("cd " + shop.at("") + " && " TIEOUT_PROGRAM " check --lang zh small.json >out 2>err");
    CHECK(status == 1);
    CHECK(file_text(shop.at("out")) == file_text(project_path("tests/cases/write/small.zh.txt")));
    CHECK(file_text(shop.at("err")).empty());
}

TEST_CASE("what is read can be fed back through standard input") {
    const Workshop shop;
    const std::string small = project_path("tests/cases/write/small.json").string();
    const std::string direct = run(shop, "check --format json " + small).output;
    CHECK(status_of(TIEOUT_PROGRAM " read " + small +
                    " | " TIEOUT_PROGRAM " check --format json --lang en - >" + shop.at("again")) == 1);
    const Json first = Json::parse(direct)["documents"][0];
    const Json again = Json::parse(file_text(shop.at("again")))["documents"][0];
    CHECK(first["checks"] == again["checks"]);
    CHECK(again["source"] == "-");
}

TEST_CASE("one bad document does not stop the others, and is told with its place") {
    const Workshop shop;
    const std::string fine = shop.file("good.json", good);
    const std::string page = shop.file("page.html", "<html><body>");
    const std::string text = shop.file("report.txt", "2020年部门整体支出绩效自评报告");
    const std::string empty = shop.file("empty", "");
    const std::string cut = shop.file("cut.json", R"({"filing":1,"year":)");
    const std::string missing = shop.at("missing.json");
    const Outcome outcome = run(shop, "check --format json " + missing + " " + page + " " + text + " " +
                                          empty + " " + cut + " " + missing + " " + fine);
    CHECK(outcome.status == 2);
    for (const std::string& name : {missing + ": ", page + ": ", text + ": ", empty + ":1:1: ", cut + ":1:"})
        CHECK(outcome.errors.find(name) != std::string::npos);
    // A report that states nothing is read, and nothing in it can be decided.
    CHECK(outcome.errors.find("nothing in this document could be decided") != std::string::npos);
    const Json documents = Json::parse(outcome.output)["documents"];
    REQUIRE(documents.size() == 7);
    for (const std::size_t i : {0U, 3U, 4U, 5U}) CHECK(documents[i]["problems"].size() >= 1);
    for (const std::size_t i : {1U, 2U}) CHECK(documents[i]["checks"].empty());
    CHECK(documents[6]["summary"]["broken"] == 0);
    CHECK(documents[6]["problems"].empty());
}

namespace {
constexpr std::string_view report_of_our_own =
    "某局2020年部门整体支出绩效自评报告\n"
    "全年支出80万元，其中：基本支出60万元，占75%；项目支出20万元，占35%。\n";
} // namespace

TEST_CASE("a published report is checked as it is, its words quoted with the figures marked") {
    const Workshop shop;
    const std::string text = shop.file("report.txt", report_of_our_own);
    const Outcome outcome = run(shop, "check --lang en " + text);
    CHECK(outcome.status == 1);
    CHECK(outcome.errors.empty());
    CHECK(outcome.output.find("20 / 80 = 25.00%, stated 35%") != std::string::npos);
    CHECK(outcome.output.find("项目支出20万元，占35%。") != std::string::npos);
    CHECK(outcome.output.find("line 2, column 37") != std::string::npos);
    // The same through standard input, and after reading.
    const auto checks = [&](const std::string& command) {
        CHECK(status_of(command + " >" + shop.at("out")) == 1);
        return Json::parse(file_text(shop.at("out")))["documents"][0]["checks"];
    };
    const Json direct = checks(TIEOUT_PROGRAM " check --format json " + text);
    CHECK(direct == checks(TIEOUT_PROGRAM " check --format json - <" + text));
    CHECK(direct == checks(TIEOUT_PROGRAM " read " + text + " | " TIEOUT_PROGRAM " check --format json -"));
}

TEST_CASE("a file that is no text is named for what it is, with the way to make a text of it") {
    const Workshop shop;
    const std::string fine = shop.file("good.json", good);
    struct Case {
        std::string_view bytes;
        std::string_view told;
    };
    for (const Case& one : {Case{"\x89PNG\r\n\x1A\n", "an image"}, Case{" \n", "seen nothing"}}) {
        const std::string file = shop.file("file", one.bytes);
        const Outcome outcome = run(shop, "check " + file + " " + fine);
        CAPTURE(one.told);
        CHECK(outcome.status == 2);
        CHECK(outcome.errors.starts_with(file +
                                         ":1:1: expected a filing in JSON or a published report, seen "));
        CHECK(outcome.errors.find(one.told) != std::string::npos);
        CHECK(outcome.output.find(fine) != std::string::npos);
        CHECK(run(shop, "read " + file).status == 2);
        CHECK(run(shop, "rates - < " + file).status == 2);
    }
    const std::string file = shop.file("file", "\x89PNG\r\n\x1A\n");
    CHECK(run(shop, "check --lang zh " + file).errors.find("请先用文字识别软件转成文本") !=
          std::string::npos);
}

TEST_CASE("a report is never passed over: what cannot be decided or read of it is status 2") {
    const Workshop shop;
    // “本报告没有数字。” and nothing more, in both encodings.
    const std::string utf8 = shop.file("utf8.txt", "本报告没有数字。\n");
    const std::string gb18030 =
        shop.file("gb.txt", "\xB1\xBE\xB1\xA8\xB8\xE6\xC3\xBB\xD3\xD0\xCA\xFD\xD7\xD6\xA1\xA3\n");
    for (const std::string& arguments :
         {"check " + utf8, "check --encoding utf-8 " + utf8, "check " + gb18030,
          "check --encoding gb18030 " + gb18030, "check --encoding auto - < " + utf8}) {
        CAPTURE(arguments);
        const Outcome outcome = run(shop, arguments);
        CHECK(outcome.status == 2);
        CHECK_FALSE(outcome.errors.empty());
    }
}

TEST_CASE("newline-delimited filings give one document a line, in their order, a bad one among them") {
    const Workshop shop;
    const std::string line = one_line(good);
    std::string many;
    for (int i = 0; i < 20000; ++i) {
        if (i == 7)
            many += "{\"filing\":1,\n\n"; // and a blank line
        else
            many += line + (i % 2 == 0 ? "\r\n" : "\n");
    }
    const std::string file = shop.file("many.ndjson", many);
    const Outcome outcome = run(shop, "check --format json " + file);
    CHECK(outcome.status == 2);
    std::size_t count = 0;
    std::size_t expected = 1;
    std::size_t unread = 0;
    for (std::size_t at = 0; at < outcome.output.size(); ++count) {
        const std::size_t end = outcome.output.find('\n', at);
        const Json document = Json::parse(outcome.output.substr(at, end - at));
        if (expected == 9) ++expected; // the blank line
        CHECK(document["source"] == file + ":" + std::to_string(expected++));
        if (!document.contains("checks")) ++unread;
        at = end + 1;
    }
    CHECK(count == 20000);
    CHECK(unread == 1);
    CHECK(outcome.errors.starts_with(file + ":8:"));
}

TEST_CASE("the output is the same however many jobs there are") {
    const Workshop shop;
    std::string many;
    for (int i = 0; many.size() < 1'200'000; ++i)
        many += i % 1000 == 7 ? "{\"filing\":1,\n" : one_line(i % 10 == 3 ? broken : good) + '\n';
    const std::string file = shop.file("many.ndjson", many);
    for (const std::string arguments : {"check --format json ", "check ", "rates --format json ", "read "}) {
        CAPTURE(arguments);
        const Outcome one = run(shop, arguments + "--jobs 1 - < " + file);
        CHECK(one.status == 2);
        CHECK(one.errors.starts_with("-:8:"));
        for (const std::string jobs : {"--jobs 4 ", ""}) {
            const Outcome several = run(shop, arguments + jobs + "- < " + file);
            CHECK(several.status == one.status);
            CHECK((several.output == one.output));
            CHECK((several.errors == one.errors));
        }
    }
    CHECK(run(shop, "check --jobs 0 " + file).status == 2);
    CHECK(run(shop, "check --jobs all " + file).status == 2);
}

TEST_CASE("only what does not tie out is printed if so wished, and the rest is counted") {
    const Workshop shop;
    // Fine, broken, warned of, unreadable, nothing decided.
    const std::string file =
        shop.file("five.ndjson", one_line(good) + '\n' + one_line(broken) + '\n' + one_line(warned) +
                                     "\n{\"filing\":\n{\"filing\":1}\n");
    const auto sources = [](const std::string& lines) {
        std::string all;
        for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1) {
            const Json document = Json::parse(lines.substr(at, lines.find('\n', at) - at));
            all += document["source"].get<std::string>() + ' ';
        }
        return all;
    };
    const auto with = [&](const std::string& options) {
        return run(shop, "check --jobs 2 " + options + " - < " + file);
    };
    const Outcome everything = with("--format json");
    const Outcome broken_only = with("--format json --only broken");
    const Outcome findings = with("--format json --only findings");
    const Outcome summary = with("--format json --only summary");
    CHECK(sources(everything.output) == "-:1 -:2 -:3 -:4 -:5 ");
    CHECK(sources(broken_only.output) == "-:2 ");
    CHECK(sources(with("--format json --only broken --strict").output) == "-:2 -:3 ");
    CHECK(sources(findings.output) == "-:2 -:3 -:4 -:5 ");
    const Json counts = Json::parse(summary.output)["summary"];
    CHECK(counts["documents"] == 5);
    CHECK(counts["broken"] == 1);
    CHECK(counts["findings"] == 2);
    CHECK(counts["misunderstood"] == 2);
    CHECK(counts["checks"]["broken"].get<int>() >= 2);
    // What was not understood is told in all of them, and what is left out is counted.
    for (const Outcome* one : {&broken_only, &findings, &summary}) {
        CHECK(one->status == 2);
        CHECK(one->errors.starts_with(everything.errors));
    }
    CHECK(everything.errors.find("documents 5") == std::string::npos);
    CHECK(summary.errors == everything.errors);
    CHECK(broken_only.errors == everything.errors + "documents 5, 4 of them left out: 1 with errors, "
                                                    "2 with findings, 2 not understood\n");
    CHECK(findings.errors == everything.errors + "documents 5, 1 of them left out: 1 with errors, "
                                                 "2 with findings, 2 not understood\n");
    CHECK(with("--only summary")
              .output.starts_with("documents 5: 1 with errors, 2 with findings, 2 not understood; checks "));
    CHECK(with("--only summary --lang zh").output.starts_with("共读入 5 份"));
    CHECK(with("--only broken").output.starts_with("-:2\n"));

    // Several documents, and one that is left out.
    const std::string fine = shop.file("good.json", good);
    const std::string bad = shop.file("broken.json", broken);
    const Outcome files = run(shop, "check --format json --only broken " + fine + " " + bad);
    CHECK(files.status == 1);
    CHECK(Json::parse(files.output)["documents"].size() == 1);
    CHECK(run(shop, "check --only summary " + fine).status == 0);
    const Outcome nothing = run(shop, "check --only findings " + fine);
    CHECK(nothing.status == 0);
    CHECK(nothing.output.empty());
    CHECK(nothing.errors.starts_with("documents 1, 1 of them left out: 0 with errors"));
    CHECK(run(shop, "check --only all " + fine).status == 2);
    CHECK(run(shop, "check --only broken --together " + fine + " " + bad).status == 2);
}

TEST_CASE("a result that cannot be written is a failure that is told") {
    const Workshop shop;
    const std::string fine = shop.file("good.json", good);
    if (std::filesystem::exists("/dev/full")) {
        CHECK(status_of(TIEOUT_PROGRAM " check --lang en " + fine + " >/dev/full 2>" + shop.at("err")) == 2);
        CHECK(file_text(shop.at("err")).starts_with("tieout: cannot write the result: "));
    }
}

TEST_CASE("a full disk is told also in the middle of many filings, whoever is at work on them") {
    const Workshop shop;
    std::string many;
    while (many.size() < 2'000'000) many += one_line(broken) + '\n';
    const std::string file = shop.file("many.ndjson", many);
    for (const char* const jobs : {"1", "4"}) {
        const std::string check = std::string(TIEOUT_PROGRAM " check --lang en --jobs ") + jobs + " " + file;
        if (std::filesystem::exists("/dev/full")) {
            CHECK(status_of(check + " >/dev/full 2>" + shop.at("err")) == 2);
            CHECK(file_text(shop.at("err")).starts_with("tieout: cannot write the result: "));
        }
        // Who has seen enough is no failure, and nothing is said of it.
        CHECK(status_of(check + " 2>" + shop.at("err") + " | head -1 >" + shop.at("out") +
                        "; exit ${PIPESTATUS[0]}") == 141);
        CHECK(file_text(shop.at("out")) == file + ":1\n");
        CHECK(file_text(shop.at("err")).empty());
    }
}

TEST_CASE("a pipe that nobody reads any more ends the work without a word") {
    const Workshop shop;
    const std::string fine = shop.file("good.json", good);
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    close(ends[0]);
    const int status = status_of("LC_ALL=C " TIEOUT_PROGRAM " check " + fine + " >&" +
                                 std::to_string(ends[1]) + " 2>" + shop.at("err"));
    close(ends[1]);
    CHECK(status == 141);
    CHECK(file_text(shop.at("err")).empty());
}

TEST_CASE("as a filter it takes lines and gives lines, also of one line or none") {
    const Workshop shop;
    const std::string line = shop.file("line.json", one_line(broken) + '\n');
    const std::string none = shop.file("none.json", "");
    const std::string unread = shop.file("unread.json", "\nno filing\n");
    const std::string filter = "check --lines --source filings --format json - < ";
    const Outcome one = run(shop, filter + line);
    CHECK(one.status == 1);
    CHECK(std::count(one.output.begin(), one.output.end(), '\n') == 1);
    CHECK(Json::parse(one.output)["source"] == "filings");
    const Outcome nothing = run(shop, filter + none);
    CHECK(nothing.status == 0);
    CHECK(nothing.output.empty());
    CHECK(nothing.errors.empty());
    // The complaint has the number of the line, the result has not.
    const Outcome bad = run(shop, filter + unread);
    CHECK(bad.status == 2);
    CHECK(bad.errors.starts_with("-:2:"));
    CHECK(Json::parse(bad.output)["problems"][0]["place"].get<std::string>().starts_with("filings:1:"));
}

TEST_CASE("several processes under GNU parallel give what one gives") {
    const Workshop shop;
    if (status_of("parallel --version 2>/dev/null | grep -q ^GNU") != 0) {
        MESSAGE("skipped: there is no GNU parallel; on Debian it comes with: apt-get install parallel");
        return;
    }
    std::string many;
    for (int i = 0; many.size() < 400'000; ++i)
        many += i % 100 == 7 ? "{\"filing\":1,\n" : one_line(i % 10 == 3 ? broken : good) + '\n';
    const std::string file = shop.file("many.ndjson", many);
    const std::string filter = TIEOUT_PROGRAM " check --lines --source filings --only findings --lang en "
                                              "--format json --jobs 1 - ";
    CHECK(status_of(filter + "< " + file + " >" + shop.at("one") + " 2>" + shop.at("err")) == 2);
    status_of("PARALLEL_HOME=" + shop.at("") + " parallel --will-cite --pipe --keep-order --block 30k -j 2 " +
              filter + "< " + file + " >" + shop.at("several") + " 2>" + shop.at("err"));
    const std::string one = file_text(shop.at("one"));
    CHECK(std::count(one.begin(), one.end(), '\n') > 100);
    CHECK((file_text(shop.at("several")) == one));
}

TEST_CASE("what engines take for a failure, a shell lets pass where it only says what was found") {
    const Workshop shop;
    const std::string lines =
        shop.file("lines.ndjson", one_line(good) + '\n' + one_line(broken) + "\nnothing\n");
    const std::string filter = TIEOUT_PROGRAM " check --lines --jobs 1 --source filings --format json -";
    const std::string out = " <" + lines + " >" + shop.at("out") + " 2>" + shop.at("err");
    CHECK(status_of(filter + out) == 2);
    CHECK(status_of("sh -c '" + filter + " || [ $? -le 2 ]'" + out) == 0);
    const std::string results = file_text(shop.at("out"));
    CHECK(std::count(results.begin(), results.end(), '\n') == 3);
    // What did not end by itself is a failure still.
    CHECK(status_of("sh -c '(kill -9 $$) || [ $? -le 2 ]'" + out) != 0);
}

TEST_CASE("a terminal is shown how far the work is, and nothing of it stays there") {
    const Workshop shop;
    std::string many;
    while (many.size() < 1'200'000) many += one_line(good) + '\n';
    const std::string file = shop.file("many.ndjson", many);
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(terminal >= 0);
    REQUIRE(grantpt(terminal) == 0);
    REQUIRE(unlockpt(terminal) == 0);
    const std::string name = ptsname(terminal);
    // Held open until everything is read, so that the terminal keeps what was written.
    const int held = open(name.c_str(), O_RDWR | O_NOCTTY);
    REQUIRE(held >= 0);
    const auto shown = [&](const std::string& environment) {
        CHECK(status_of(environment + " " TIEOUT_PROGRAM " check --lang en --only summary " + file + " >" +
                        shop.at("out") + " 2>" + name + "; echo -n \"#\" >" + name) == 0);
        std::string text;
        while (!text.ends_with('#')) {
            std::string piece(4096, '\0');
            const ssize_t count = read(terminal, piece.data(), piece.size());
            REQUIRE(count > 0);
            text.append(piece, 0, static_cast<std::size_t>(count));
        }
        return text;
    };
    const std::string text = shown("TERM=xterm");
    CHECK(text.find(" documents  0.5 MB  ") != std::string::npos);
    CHECK(text.find(" left\x1B[K") != std::string::npos);
    CHECK(text.ends_with("\r\x1B[K#"));
    CHECK(shown("TERM=dumb") == "#");
    close(held);
    close(terminal);
    // What is no terminal gets nothing.
    CHECK(run(shop, "check --only summary " + file, "TERM=xterm").errors.empty());
}

TEST_CASE("an interrupt ends after what is at hand, with whole lines and the counts so far") {
    const Workshop shop;
    std::string many = one_line(broken) + '\n';
    while (many.size() < 2'000'000) many += one_line(good) + '\n';
    many += R"({"filing":1,)"; // the beginning of a line that never ends
    int input[2];
    int output[2];
    REQUIRE(pipe(input) == 0);
    REQUIRE(pipe(output) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // A job in the background would ignore it.
        signal(SIGINT, SIG_DFL);
        dup2(input[0], STDIN_FILENO);
        dup2(output[1], STDOUT_FILENO);
        const int errors = open(shop.at("err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(errors, STDERR_FILENO);
        for (const int end : {input[0], input[1], output[0], output[1]}) close(end);
        execl(TIEOUT_PROGRAM, TIEOUT_PROGRAM, "check", "--lang", "en", "--format", "json", "--only", "broken",
              "--jobs", "2", "-", static_cast<char*>(nullptr));
        _exit(127);
    }
    close(input[0]);
    close(output[1]);
    for (std::size_t at = 0; at < many.size();) {
        const ssize_t count = write(input[1], many.data() + at, many.size() - at);
        REQUIRE(count > 0);
        at += static_cast<std::size_t>(count);
    }
    // The first result shows that it is at work; the input stays open, so that nothing else ends it.
    std::string out(1, '\0');
    REQUIRE(read(output[0], out.data(), 1) == 1);
    REQUIRE(kill(child, SIGINT) == 0);
    std::string rest(4096, '\0');
    for (ssize_t count = 0; (count = read(output[0], rest.data(), rest.size())) > 0;)
        out.append(rest, 0, static_cast<std::size_t>(count));
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    close(input[1]);
    close(output[0]);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 130);
    CHECK(std::count(out.begin(), out.end(), '\n') == 1);
    CHECK(Json::parse(out)["source"] == "-:1");
    const std::string errors = file_text(shop.at("err"));
    CHECK(errors.starts_with("interrupted; documents "));
    CHECK(errors.ends_with(" of them left out: 1 with errors, 1 with findings, 0 not understood\n"));
}

TEST_CASE("the way of rounding and the scale can be chosen") {
    const Workshop shop;
    const std::string coarse = shop.file("coarse.json", R"({"filing":1,"figures":{"t":{"value":"2682.5"},
        "a":{"value":"196.4"},"b":{"value":"2486.17"}},"relations":[{"id":"r","kind":"sum","total":"t","parts":["a","b"]}]})");
    const auto outcome_with = [&](const std::string& options) {
        const Json all = Json::parse(run(shop, "check --format json " + options + " " + coarse).output);
        return all["documents"][0]["checks"][0]["outcome"].get<std::string>();
    };
    CHECK(outcome_with("") == "rounding");
    CHECK(outcome_with("--scale own --rounding nearest") == "rounding");
    CHECK(outcome_with("--scale common") == "broken");
    CHECK(outcome_with("--rounding exact") == "broken");
}

TEST_CASE("the rules are listed, shown one by one and printed as a page") {
    const Workshop shop;
    const Outcome list = run(shop, "rules");
    CHECK(list.status == 0);
    CHECK(list.output.find("T07  error") != std::string::npos);
    CHECK(run(shop, "rules T07 --lang zh").output.find("要求") != std::string::npos);
    CHECK(run(shop, "rules --format markdown").output == file_text(project_path("docs/rules.md")));
}

TEST_CASE("scores are recomputed by a profile that is built in, or by a file of one's own") {
    const Workshop shop;
    const std::string filing = shop.file("filing.json", R"({"filing":1,"evaluation":{"indicators":[
        {"name":"a","weight":10,"actual":"80%","score":8},{"name":"b","weight":10,"actual":2,"score":9}]}})");
    const std::string profile = shop.file("mine.json", R"({"profile":1,"name":"mine","version":"1",
        "title":{"zh":"a","en":"mine"},"sources":{"s":"S"},"source":"s","rows":[
        {"names":["a"],"method":{"proportional":{"at_least":"100%"}},"source":"s","clause":"c"},
        {"names":["b"],"method":{"count_deduct":{"points":"1"}},"source":"s","clause":"c"}]})");
    const Outcome scored = run(shop, "score --profile " + profile + " " + filing);
    CHECK(scored.status == 1);
    CHECK(scored.output.find("10 − 1 × 2 = 8") != scored.output.npos);
    const Json json =
        Json::parse(run(shop, "score --format json --profile " + profile + " " + filing).output);
    CHECK(json["documents"][0]["total"] == "16");
    // The checks of the profile join those of the rules.
    const Json checked =
        Json::parse(run(shop, "check --format json --profile " + profile + " " + filing).output);
    bool found = false;
    for (const Json& check : checked["documents"][0]["checks"])
        found =
            found || (check["id"] == "S01@/evaluation/indicators/1/score" && check["outcome"] == "broken");
    CHECK(found);
    CHECK(run(shop, "score --profile hunan-2015 " + project_path("examples/scores/hunan-2018.json").string())
              .status == 0);
}

TEST_CASE("a profile that is not sound, or is not there, scores nothing") {
    const Workshop shop;
    const std::string filing = shop.file("filing.json", R"({"filing":1})");
    const std::string bad = shop.file("bad.json", R"({"profile":1,"name":"bad"})");
    const Outcome malformed = run(shop, "score --profile " + bad + " " + filing);
    CHECK(malformed.status == 2);
    CHECK(malformed.output.empty());
    CHECK(malformed.errors.find("bad.json:1:1: a required key is missing: version") != malformed.errors.npos);
    const Outcome absent = run(shop, "score --profile nowhere " + filing);
    CHECK(absent.status == 2);
    CHECK(absent.errors.find("cn-2020-10") != absent.errors.npos);
    CHECK(run(shop, "score " + filing).status == 2);
}

TEST_CASE("docs/phrases.md is printed from the phrases of this version") {
    const Workshop shop;
    CHECK_MESSAGE(run(shop, "phrases --format markdown").output == file_text(project_path("docs/phrases.md")),
                  "run ./dev docs");
    CHECK(run(shop, "phrases --lang en").output.find("share 75% = 60 / 80") != std::string::npos);
}

TEST_CASE("the profiles are listed, shown one by one, given as files and printed as a page") {
    const Workshop shop;
    CHECK(run(shop, "profiles").output.find("yueyang-2019") != std::string::npos);
    CHECK(run(shop, "profiles hunan-2015").output.find("weight  8") != std::string::npos);
    CHECK(run(shop, "profiles --format json hunan-2015").output ==
          file_text(project_path("profiles/hunan-2015.json")));
    CHECK(run(shop, "profiles nowhere").status == 2);
    CHECK(run(shop, "profiles --format markdown").output == file_text(project_path("docs/profiles.md")));
}

TEST_CASE("documents are held against each other, and ratios stand side by side") {
    const Workshop shop;
    const std::string years = project_path("examples/years/2021.json").string() + " " +
                              project_path("examples/years/2022.json").string();
    const Outcome together = run(shop, "check --together " + years);
    CHECK(together.status == 1);
    CHECK(together.output.find("16.23 ≠ 16.32") != together.output.npos);
    const Json json = Json::parse(run(shop, "check --together --format json " + years).output);
    CHECK(json["summary"]["broken"] == 1);
    // Newline-delimited filings are documents too.
    const std::string lines = shop.file(
        "lines.json", R"({"filing":1,"body":{"name":"a"},"year":2021,"expenditure":{"executed":"1.00"}})"
                      "\n"
                      R"({"filing":1,"body":{"name":"a"},"year":2022,"expenditure":{"prior":"1.00"}})"
                      "\n");
    CHECK(run(shop, "check --together " + lines).status == 0);
    CHECK(run(shop, "check --together " + shop.file("one.json", good)).status == 2);
    const Outcome rates = run(shop, "rates " + years);
    CHECK(rates.status == 0);
    CHECK(rates.output.find("2021     2022") != rates.output.npos);
    CHECK(Json::parse(run(shop, "rates --format json " + years).output)["documents"].size() == 2);
}

#endif
