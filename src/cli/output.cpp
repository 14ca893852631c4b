// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
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
    std::fwrite(lines.data(), 1, lines.size(), stderr);
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
