// SPDX-License-Identifier: MIT
// Writes the adversary's documents, or checks them.
//
//     tieout_adversary SEED COUNT        checks COUNT documents from SEED on, prints each accusation and the totals
//     tieout_adversary SEED COUNT DIR    writes them to DIR as SEED.txt or SEED.html
//     tieout_adversary SEED              prints that document
#include "judge.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace tieout::test::adversary;

int main(int argc, char** argv) {
    if (argc < 2 || argc > 4) {
        std::fputs("usage: tieout_adversary SEED [COUNT [DIR]]\n", stderr);
        return 2;
    }
    const std::uint64_t first = std::strtoull(argv[1], nullptr, 10);
    if (argc == 2) {
        Document document = document_of(first);
        std::fputs(printed(document.told, document.print).text.c_str(), stdout);
        return 0;
    }
    const std::uint64_t count = std::strtoull(argv[2], nullptr, 10);
    Totals totals;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        if (argc == 4) {
            Document document = document_of(seed);
            const std::filesystem::path path =
                std::filesystem::path(argv[3]) /
                (std::to_string(seed) + (document.print.html ? ".html" : ".txt"));
            std::ofstream(path, std::ios::binary) << printed(document.told, document.print).text;
            continue;
        }
        for (const Accusation& a : try_document(seed, totals))
            std::printf("%llu: %s %s [%s]  %s\n", static_cast<unsigned long long>(seed),
                        a.doubted   ? "doubted"
                        : a.warning ? "WARNED"
                                    : "ACCUSED",
                        a.check.c_str(), a.structures.c_str(), a.arithmetic.c_str());
    }
    if (argc == 3) std::fputs(written(totals).c_str(), stdout);
    return totals.accused == 0 ? 0 : 1;
}
