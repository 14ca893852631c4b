// SPDX-License-Identifier: MIT
// Writes the adversary's documents, or checks them.
//
//     tieout_adversary SEED              prints that document
//     tieout_adversary SEED COUNT        checks COUNT documents from SEED on, prints each accusation and the totals; BESIDE is one
//                                        of another figure than the one that was altered
//     tieout_adversary SEED COUNT DIR    writes them to DIR as SEED.txt or SEED.html, and SEED.lines says which
//                                        structure each line tells
//     … --only TEXT                      only structures whose name has TEXT in it
#include "judge.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

using namespace tieout::test::adversary;

namespace {

void write(Document document, const std::filesystem::path& directory) {
    const std::string name = std::to_string(document.seed);
    const Printed page = printed(document.told, document.print);
    std::ofstream(directory / (name + (document.print.html ? ".html" : ".txt")), std::ios::binary)
        << page.text;
    std::ofstream lines(directory / (name + ".lines"));
    for (const std::string_view structure : page.structures) lines << structure << '\n';
}

void show(std::uint64_t seed, const Accusation& a) {
    std::printf("%llu: %s %s [%s]  %s\n", static_cast<unsigned long long>(seed),
                a.beside    ? "BESIDE"
                : a.doubted ? "doubted"
                : a.warning ? "WARNED"
                            : "ACCUSED",
                a.check.c_str(), a.structures.c_str(), a.arithmetic.c_str());
}

} // namespace

int main(int argc, char** argv) {
    std::vector<std::string_view> arguments(argv + 1, argv + argc);
    std::string_view only;
    if (arguments.size() > 2 && arguments[arguments.size() - 2] == "--only") {
        only = arguments.back();
        arguments.resize(arguments.size() - 2);
    }
    if (arguments.empty() || arguments.size() > 3) {
        std::fputs("usage: tieout_adversary SEED [COUNT [DIR]] [--only TEXT]\n", stderr);
        return 2;
    }
    const std::uint64_t first = std::strtoull(arguments[0].data(), nullptr, 10);
    if (arguments.size() == 1) {
        Document document = document_of(first, only);
        std::fputs(printed(document.told, document.print).text.c_str(), stdout);
        return 0;
    }
    const std::uint64_t count = std::strtoull(arguments[1].data(), nullptr, 10);
    Totals totals;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        if (arguments.size() == 3)
            write(document_of(seed, only), arguments[2]);
        else
            for (const Accusation& accusation : try_document(seed, totals, only)) show(seed, accusation);
    }
    if (arguments.size() == 2) std::fputs(written(totals).c_str(), stdout);
    return totals.accused == 0 ? 0 : 1;
}
