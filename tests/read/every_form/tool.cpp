// SPDX-License-Identifier: MIT
// Fills in every built-in form and prints it in every layout: what is found, what is accused, and which misprints are seen.
//
//     tieout_every_form SEED COUNT                     tables by form and by layout, COUNT of each form in each layout
//     … --form TEXT --layout TEXT                      only of forms and layouts whose name has TEXT in it
//     … --show broken|doubted|undecided|missed         prints these too
//     … --misread                                      what is said of them when they are misread, by the way that happens;
//                                                      --show with its name prints those that are accused
#include "trial.hpp"

#include <tieout/read/form.hpp>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

using namespace tieout;
using namespace tieout::test::every_form;

namespace {

void line(const std::string& name, const Tally& tally) {
    const auto share = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    };
    std::printf("%7zu %7zu %7zu | %7zu %6zu%% | %7zu %6zu%% %6zu%%  %s\n", tally.tables, tally.broken,
                tally.doubted, tally.relations, share(tally.decided, tally.relations), tally.misprints,
                share(tally.named, tally.misprints), share(tally.in_doubt, tally.misprints), name.c_str());
}

std::string_view option(int argc, char** argv, std::string_view name) {
    for (int i = 3; i + 1 < argc; ++i)
        if (argv[i] == name) return argv[i + 1];
    return {};
}

/// What is said of consistent documents that are misread, by the way and by the layout.
int misread_all(int argc, char** argv, std::uint64_t first, std::uint64_t count) {
    const std::string_view show = option(argc, argv, "--show");
    std::printf("  read accused  warned doubted\n");
    std::size_t accused = 0;
    for (const Misreading& misreading : misreadings()) {
        const Tell tell = [&](const std::string& what, const std::string& text) {
            if (what == show) std::printf("── %s\n%s\n", what.c_str(), text.c_str());
        };
        const auto row = [&](const MisreadTally& tally, std::string_view where) {
            std::printf("%6zu %7zu %7zu %7zu  %s, %s\n", tally.documents, tally.accused, tally.warned,
                        tally.doubted, std::string(misreading.name).c_str(), std::string(where).c_str());
            accused += tally.accused;
        };
        for (const LayoutKind& layout : layouts()) {
            if (layout.name.find(option(argc, argv, "--layout")) == std::string_view::npos) continue;
            MisreadTally tally;
            for (const Form* const form : all_forms()) {
                if (form->name.find(option(argc, argv, "--form")) == std::string::npos) continue;
                for (std::uint64_t seed = first; seed < first + count; ++seed)
                    try_misread(*form, layout, misreading, seed, tally, tell);
            }
            row(tally, layout.name);
        }
        if (!option(argc, argv, "--form").empty()) continue;
        MisreadTally tally;
        for (std::uint64_t seed = first; seed < first + 20 * count; ++seed)
            try_misread(misreading, seed, tally, tell);
        row(tally, "all forms");
    }
    return accused == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: tieout_every_form SEED COUNT [--form TEXT] [--layout TEXT] [--show WHAT]\n",
                   stderr);
        return 2;
    }
    const std::uint64_t first = std::strtoull(argv[1], nullptr, 10);
    const std::uint64_t count = std::strtoull(argv[2], nullptr, 10);
    if (std::string_view(argv[argc - 1]) == "--misread") return misread_all(argc, argv, first, count);
    const std::string_view show = option(argc, argv, "--show");
    std::map<std::string, Tally> by_form;
    std::map<std::string, Tally> by_layout;
    Tally all;
    for (const Form* const form : all_forms()) {
        if (form->name.find(option(argc, argv, "--form")) == std::string::npos) continue;
        for (const LayoutKind& layout : layouts()) {
            if (layout.name.find(option(argc, argv, "--layout")) == std::string_view::npos) continue;
            for (std::uint64_t seed = first; seed < first + count; ++seed) {
                const Tally tally =
                    tried(*form, layout, seed, [&](const std::string& what, const std::string& text) {
                        if (what == show)
                            std::printf("── %s %s %s %llu\n%s\n", what.c_str(), form->name.c_str(),
                                        std::string(layout.name).c_str(),
                                        static_cast<unsigned long long>(seed), text.c_str());
                    });
                by_form[form->name] += tally;
                by_layout[std::string(layout.name)] += tally;
                all += tally;
            }
        }
    }
    std::printf(" tables  broken doubted | follows decided | misprnt  named  doubt\n");
    for (const auto& [name, tally] : by_form) line(name, tally);
    std::puts("");
    for (const auto& [name, tally] : by_layout) line(name, tally);
    std::puts("");
    line("all", all);
    return all.broken == 0 ? 0 : 1;
}
