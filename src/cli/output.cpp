// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include "write/display.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <system_error>

namespace tieout::cli {

namespace {

[[noreturn]] void throw_failure(int code) {
    const std::string message = std::generic_category().message(code);
    if (code == EPIPE) throw ReaderGone(message);
    throw WriteFailure(message);
}

bool is_terminal() { return isatty(STDOUT_FILENO) != 0; }

} // namespace

void write_result(std::string_view text) {
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw_failure(errno);
}

void flush_results() {
    errno = 0;
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) throw_failure(errno);
}

void complain(std::string_view lines) {
    if (lines.empty()) return;
    flush_results();
    complain_only(lines);
}

void complain_only(std::string_view lines) noexcept try {
    const std::string shown = detail::harmless(lines);
    std::fwrite(shown.data(), 1, shown.size(), stderr);
} catch (const std::bad_alloc&) {
    // There is no room for what is to be said; that there is none can be said.
    std::fputs("tieout: out of memory\n", stderr);
}

std::string failure_text(const std::exception& failure, Language language) {
    if (dynamic_cast<const std::bad_alloc*>(&failure) != nullptr ||
        dynamic_cast<const std::length_error*>(&failure) != nullptr)
        return std::string(Words{"内存不足", "out of memory"}.in(language));
    return failure.what();
}

bool colour_wanted() {
    const char* const refused = std::getenv("NO_COLOR");
    const char* const terminal = std::getenv("TERM");
    return is_terminal() && (refused == nullptr || *refused == '\0') &&
           (terminal == nullptr || std::string_view(terminal) != "dumb");
}

int page_width() {
    constexpr int usual = 100;
    winsize size{};
    if (!is_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
    return std::clamp(static_cast<int>(size.ws_col), 60, 120);
}

} // namespace tieout::cli
