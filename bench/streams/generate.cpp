// SPDX-License-Identifier: MIT
// tieout_generate: a stream of invented filings, with faults of which it says where they are.
#include "accounts.hpp"
#include "faults.hpp"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace tieout::bench {
namespace {

struct Options {
    std::uint64_t documents = 1'000;
    std::uint64_t seed = 1;
    std::uint64_t faults = 10;
    const char* truth = nullptr;
    bool quoted = false;
};

constexpr std::string_view usage =
    "usage: tieout_generate [--documents N] [--seed S] [--faults PER_MILLE] [--truth FILE] [--quoted]\n"
    "\n"
    "Prints newline-delimited filings that are the same for the same seed on every machine; the name\n"
    "of the body ends in the number of the document. So many of a thousand have one fault each, and\n"
    "FILE gets a line for each: document, kind of fault, JSON pointer of the figure, and the rule or\n"
    "relation that is broken by it, with tabs between them. --quoted writes numbers as strings.\n";

bool read_number(const char* text, std::uint64_t& number) {
    const char* const end = text + std::strlen(text);
    const auto read = std::from_chars(text, end, number);
    return read.ec == std::errc{} && read.ptr == end;
}

bool read_options(int count, char** words, Options& options) {
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--quoted") {
            options.quoted = true;
            continue;
        }
        if (++i == count) return false;
        std::uint64_t* const number = word == "--documents" ? &options.documents
                                      : word == "--seed"    ? &options.seed
                                      : word == "--faults"  ? &options.faults
                                                            : nullptr;
        if (number != nullptr ? !read_number(words[i], *number) : word != "--truth") return false;
        if (number == nullptr) options.truth = words[i];
    }
    return options.faults <= 1'000;
}

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

bool put(std::string& text, std::FILE* to) {
    const bool written = std::fwrite(text.data(), 1, text.size(), to) == text.size();
    text.clear();
    return written;
}

int generate(const Options& options) {
    std::unique_ptr<std::FILE, Close> truth;
    if (options.truth != nullptr) {
        truth.reset(std::fopen(options.truth, "wb"));
        if (truth == nullptr) {
            std::fprintf(stderr, "tieout_generate: cannot write %s\n", options.truth);
            return 2;
        }
    }
    constexpr std::size_t enough = 1U << 20U;
    std::string filings;
    std::string faults;
    bool written = true;
    for (std::uint64_t document = 1; document <= options.documents && written; ++document) {
        Random random(options.seed, document);
        // Drawn from numbers of its own, so that more faults leave the other documents as they are.
        Random chance(~options.seed, document);
        Accounts accounts = invent(random, document);
        if (chance.below(1'000) < static_cast<std::int64_t>(options.faults)) {
            const Fault fault = spoil(chance, accounts);
            faults.append(std::to_string(document)).append("\t").append(fault.kind);
            faults.append("\t").append(fault.pointer).append("\t").append(fault.rule).append("\n");
        }
        write(accounts, options.quoted, filings);
        if (filings.size() >= enough || document == options.documents) written = put(filings, stdout);
    }
    if (truth != nullptr) written = put(faults, truth.get()) && written;
    written = std::fflush(stdout) == 0 && written;
    if (!written) std::fputs("tieout_generate: cannot write\n", stderr);
    return written ? 0 : 2;
}

} // namespace
} // namespace tieout::bench

int main(int count, char** words) {
    tieout::bench::Options options;
    if (!tieout::bench::read_options(count, words, options)) {
        std::fwrite(tieout::bench::usage.data(), 1, tieout::bench::usage.size(), stderr);
        return 2;
    }
    return tieout::bench::generate(options);
}
