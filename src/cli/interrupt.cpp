// SPDX-License-Identifier: MIT
#include "cli/interrupt.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace tieout::cli {

namespace {

// Set by whichever thread the signal meets.
std::atomic<bool> came = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a handler may not wait");

// The handler writes into this pipe, so that one that comes just before the wait ends it too.
std::array<int, 2> wake{-1, -1};

extern "C" void note_interrupt(int) {
    const int kept = errno;
    came = true;
    const char byte = 0;
    [[maybe_unused]] const auto written = write(wake[1], &byte, 1);
    errno = kept;
}

} // namespace

void watch_for_interrupts() {
    struct sigaction before {};
    if (sigaction(SIGINT, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) return;
    if (pipe(wake.data()) != 0) return;
    for (const int end : wake) fcntl(end, F_SETFD, FD_CLOEXEC);
    struct sigaction action {};
    action.sa_handler = note_interrupt;
    sigemptyset(&action.sa_mask);
    // Writing goes on where it was; the second interrupt finds the usual handling.
    action.sa_flags =
        static_cast<int>(static_cast<unsigned>(SA_RESTART) | static_cast<unsigned>(SA_RESETHAND));
    sigaction(SIGINT, &action, nullptr);
}

bool interrupted() noexcept { return came; }

bool wait_for_input(int file) noexcept {
    std::array<pollfd, 2> files{pollfd{file, POLLIN, 0}, pollfd{wake[0], POLLIN, 0}};
    // Whatever else happens to the file is for reading to find out.
    while (!interrupted() && poll(files.data(), files.size(), -1) < 0 && errno == EINTR) {
    }
    return !interrupted();
}

bool input_is_ready(int file) noexcept {
    pollfd one{file, POLLIN, 0};
    return poll(&one, 1, 0) != 0;
}

} // namespace tieout::cli
