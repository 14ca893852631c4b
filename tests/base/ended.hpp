// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_BASE_ENDED_HPP
#define TIEOUT_TESTS_BASE_ENDED_HPP

// What a program writes to standard error when something ends it. It runs in a process of its own.

#include <csignal>
#include <cstdio>
#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tieout::test {

/// The message with which `run` aborts; what else becomes of it, in brackets.
template <class Run>
std::string message_at_the_end_of(const Run& run) {
    int ends[2];
    if (pipe(ends) != 0) return "(no pipe)";
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child < 0) return "(no process)";
    if (child == 0) {
        // The test framework would report the signal, and a core would be kept.
        std::signal(SIGABRT, SIG_DFL);
        const rlimit none{0, 0};
        setrlimit(RLIMIT_CORE, &none);
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        run();
        _exit(0);
    }
    close(ends[1]);
    std::string message;
    char buffer[512];
    for (ssize_t read_bytes = 0; (read_bytes = read(ends[0], buffer, sizeof buffer)) > 0;)
        message.append(buffer, static_cast<std::size_t>(read_bytes));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status)) return "(went on)";
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGABRT) return "(another signal)";
    return message;
}

} // namespace tieout::test

#endif
