// SPDX-License-Identifier: MIT
#include "cli/progress.hpp"

#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace tieout::cli {

namespace {

bool terminal_wanted() {
    const char* const terminal = std::getenv("TERM");
    return isatty(STDERR_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

/// Of files whose size says how much there is to read; a pipe tells nothing.
std::optional<std::uint64_t> size_of(const std::vector<std::string>& files) {
    std::uint64_t all = 0;
    for (const std::string& name : files) {
        struct stat known {};
        const int failed = name == "-" ? fstat(STDIN_FILENO, &known) : stat(name.c_str(), &known);
        if (failed != 0 || !S_ISREG(known.st_mode)) return std::nullopt;
        all += static_cast<std::uint64_t>(known.st_size);
    }
    return all;
}

/// Unit: tenths of a megabyte, cut off.
std::string megabytes(std::uint64_t bytes) {
    const std::uint64_t tenths = bytes / 100'000;
    return fmt::format("{}.{} MB", tenths / 10, tenths % 10);
}

std::string duration(std::uint64_t seconds) {
    if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

void write(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

} // namespace

std::string progress_text(const Tally& tally, std::uint64_t bytes, std::optional<std::uint64_t> all_bytes,
                          std::chrono::milliseconds elapsed, Language language) {
    const bool chinese = language == Language::zh;
    const auto spent =
        static_cast<std::uint64_t>(std::max<std::chrono::milliseconds::rep>(1, elapsed.count()));
    std::string text =
        fmt::format(fmt::runtime(chinese ? "{} 份  {}  每秒 {} 份  {} 份有不符"
                                         : "{} documents  {}  {}/s  {} with findings"),
                    tally.documents, megabytes(bytes), tally.documents * 1000 / spent, tally.findings);
    if (tally.doubted != 0)
        text += fmt::format(fmt::runtime(chinese ? "  {} 份待核实" : "  {} to be looked at"), tally.doubted);
    if (tally.misunderstood != 0)
        text += fmt::format(fmt::runtime(chinese ? "  {} 份未能读懂" : "  {} not understood"),
                            tally.misunderstood);
    if (all_bytes && bytes != 0) {
        // In kibibytes, so that the product has room for terabytes and days.
        const std::uint64_t left = (*all_bytes - std::min(bytes, *all_bytes)) / 1024;
        const std::uint64_t seconds = left * spent / (bytes / 1024 + 1) / 1000;
        text += fmt::format(fmt::runtime(chinese ? "  约剩 {}" : "  {} left"), duration(seconds));
    }
    return text;
}

Progress::Progress(const std::vector<std::string>& files, Language language)
    : language_(language), wanted_(terminal_wanted()) {
    if (wanted_) all_bytes_ = size_of(files);
}

void Progress::add(const Tally& tally, std::uint64_t bytes) {
    if (!wanted_) return;
    bytes_ += bytes;
    const Clock::time_point now = Clock::now();
    if (last_ && now - *last_ < std::chrono::milliseconds(300)) return;
    last_ = now;
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - begin_);
    // Without wrapping, since only one line can be cleared.
    write("\r\x1B[?7l" + progress_text(tally, bytes_, all_bytes_, elapsed, language_) + "\x1B[K\x1B[?7h");
    shown_ = true;
}

void Progress::clear() {
    if (!shown_) return;
    write("\r\x1B[K");
    shown_ = false;
}

} // namespace tieout::cli
