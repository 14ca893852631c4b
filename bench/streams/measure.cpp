// SPDX-License-Identifier: MIT
// tieout_measure: runs a program and says what it took. A process starts with the peak memory of the one that started
// it, so this one is small.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("usage: tieout_measure RESULT PROGRAM ARGUMENT…\n"
                   "\n"
                   "Writes to RESULT: exit status, seconds, seconds of the processors, and the peak memory\n"
                   "in KB of the largest of its processes.\n",
                   stderr);
        return 2;
    }
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        execvp(words[2], words + 2);
        std::perror(words[2]);
        _exit(127);
    }
    int status = 0;
    struct rusage used {};
    if (child < 0 || wait4(child, &status, 0, &used) != child) {
        std::perror("tieout_measure");
        return 2;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    std::FILE* const result = std::fopen(words[1], "w");
    if (result == nullptr) {
        std::perror(words[1]);
        return 2;
    }
    std::fprintf(result, "%d %f %f %ld\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
                 took.count(), seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss);
    return std::fclose(result) == 0 ? 0 : 2;
}
