// SPDX-License-Identifier: MIT
// Starts the program: on a text of one line and on a tiny filing, beside a program that does nothing, and on a table of
// 100,000 rows, beside reading it by hand into numbers and adding them up. What is measured is the processor time of the
// process, its start, its end and what the system does for it included.

#include "measured.hpp"
#include "projects.hpp"

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

extern char** environ;

namespace tieout::bench {
namespace {

/// A file that is there as long as this is.
class TemporaryFile {
  public:
    TemporaryFile(std::string_view ending, std::string_view text)
        : name_("/tmp/tieout-bench-XXXXXX" + std::string(ending)) {
        const int file = mkstemps(name_.data(), static_cast<int>(ending.size()));
        if (file >= 0) close(file);
        std::ofstream(name_, std::ios::binary) << text;
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { unlink(name_.c_str()); }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

  private:
    std::string name_;
};

struct Ran {
    bool started = false;
    double seconds = 0;   ///< of processor time
    double megabytes = 0; ///< at most
};

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Ran run(std::vector<std::string> arguments) {
    std::vector<char*> words;
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (const int file : {STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&files, file, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    Ran ran;
    if (posix_spawn(&process, words.front(), &files, nullptr, words.data(), environ) == 0) {
        int status = 0;
        rusage used{};
        ran.started =
            wait4(process, &status, 0, &used) == process && WIFEXITED(status) && WEXITSTATUS(status) < 2;
        ran.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
        ran.megabytes = static_cast<double>(used.ru_maxrss) / 1000;
    }
    posix_spawn_file_actions_destroy(&files);
    return ran;
}

void run_program(benchmark::State& state, const std::vector<std::string>& arguments, std::size_t items) {
    Ran ran;
    for (auto _ : state) {
        ran = run(arguments);
        if (!ran.started) return state.SkipWithError("not run");
        state.SetIterationTime(ran.seconds);
    }
    measured(state, items);
    state.counters["MB"] = ran.megabytes;
}

void start_text(benchmark::State& state) {
    const TemporaryFile text(
        ".txt", "2022年部门支出合计3960.32万元，其中：基本支出1277.71万元，项目支出2682.61万元。\n");
    run_program(state, {TIEOUT_PROGRAM, "check", text.name()}, 1);
}
void start_filing(benchmark::State& state) {
    const TemporaryFile filing(".json",
                               R"({"filing":1,"figures":{"a":{"value":"1.0"},"b":{"value":"1.0"}},)"
                               R"("relations":[{"id":"r","kind":"sum","total":"a","parts":["b"]}]})");
    run_program(state, {TIEOUT_PROGRAM, "check", filing.name()}, 1);
}
void start_nothing(benchmark::State& state) { run_program(state, {"/bin/true"}, 1); }

void program_table(benchmark::State& state) {
    const TemporaryFile table(".csv", projects(long_table));
    run_program(state, {TIEOUT_PROGRAM, "check", "--only", "findings", table.name()}, long_table);
}

/// The least that anybody must do: every amount a number of hundredths, each column added up, each rate held against its
/// quotient.
void table_by_hand(benchmark::State& state) {
    const std::string text = projects(long_table);
    for (auto _ : state) {
        std::array<std::int64_t, 4> sums{};
        std::array<std::int64_t, 4> row{};
        std::int64_t wrong = 0;
        std::size_t column = 0;
        std::int64_t number = 0;
        for (const char c : text) {
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
            } else if (c == ',' || c == '\n') {
                if (column > 0) row[column - 1] = number;
                number = 0;
                ++column;
                if (c == ',') continue;
                for (std::size_t i = 0; i < row.size(); ++i) sums[i] += row[i];
                if (row[1] != 0) {
                    const std::int64_t gap = row[2] * 10'000 - row[3] * row[1];
                    wrong += (gap < 0 ? -gap : gap) * 2 > row[1] ? 1 : 0;
                }
                column = 0;
            }
        }
        benchmark::DoNotOptimize(sums);
        benchmark::DoNotOptimize(wrong);
    }
    measured(state, long_table);
}

BENCHMARK(start_text)->Name("start_text/tieout")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(start_nothing)->Name("start_text/nothing")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(start_filing)->Name("start_filing/tieout")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(start_nothing)->Name("start_filing/nothing")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(program_table)->Name("table_file/tieout")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(table_by_hand)->Name("table_file/by_hand")->Unit(benchmark::kMillisecond);

} // namespace
} // namespace tieout::bench
