// SPDX-License-Identifier: MIT
// Runs the benchmarks and puts the contenders of each operation side by side, as ratios of one run: what a machine
// does beside it slows all of them, so that ratios mean more than times.

#include "measured.hpp"

#include <tieout/version.hpp>

#include <boost/version.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::bench {
namespace {

/// What the library is held to.
struct Aim {
    std::string_view operation;
    std::string_view against; ///< a contender, or empty for a time
    double at_most;           ///< times that contender, or nanoseconds
};
constexpr Aim aims[] = {
    {"add", "double", 6},        {"parse", "double", 1},         {"ratio_check", "double", 8},
    {"filing", "", 20'000},      {"score", "", 10'000},          {"table_row", "", 5'000},
    {"table_row", "tenth", 1.5}, {"table_file", "", 5'000},      {"reports", "", 100},
    {"read_text", "", 200},      {"start_text", "", 10'000'000}, {"start_filing", "", 10'000'000}};

constexpr std::string_view ours = "tieout";
constexpr std::string_view others[] = {"double", "int64", "cpp_int", "cpp_dec_float_50", "cpp_rational",
                                       "memcpy", "tenth", "by_hand", "nothing"};

/// Keeps the time of one item of every repetition.
class Table : public benchmark::ConsoleReporter {
  public:
    Table() : ConsoleReporter(OO_Tabular) {}

    void ReportRuns(const std::vector<Run>& runs) override {
        std::vector<Run> shown;
        for (const Run& run : runs) {
            if (run.error_occurred) {
                shown.push_back(run);
            } else if (run.run_type == Run::RT_Iteration) {
                const auto found = run.counters.find(per_item);
                if (found != run.counters.end())
                    nanoseconds_[run.run_name.function_name].push_back(found->second.value * 1e9);
                if (run.repetitions == 1) shown.push_back(run);
            } else if (run.aggregate_name == "median") {
                shown.push_back(run);
            }
        }
        if (!shown.empty()) ConsoleReporter::ReportRuns(shown);
    }

    /// What one item took, or nothing where it was not run.
    double median(std::string_view operation, std::string_view contender) const {
        const auto found = nanoseconds_.find(fmt::format("{}/{}", operation, contender));
        if (found == nanoseconds_.end()) return 0;
        std::vector<double> sorted = found->second;
        std::sort(sorted.begin(), sorted.end());
        const std::size_t middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    std::size_t repetitions() const {
        std::size_t most = 0;
        for (const auto& [name, times] : nanoseconds_) most = std::max(most, times.size());
        return most;
    }

    void print() const {
        fmt::print("\ntieout {}, {}, Boost {}.{}, fmt {}.{}; medians of {}\n", version, TIEOUT_COMPILER,
                   BOOST_VERSION / 100'000, BOOST_VERSION / 100 % 1000, FMT_VERSION / 10'000,
                   FMT_VERSION / 100 % 100, repetitions());
        fmt::print("{:<12} {:>12}", "", "tieout");
        for (const std::string_view other : others)
            fmt::print(" {:>{}}", other, std::max<std::size_t>(other.size(), 9));
        fmt::print("   aim\n");
        for (const std::string_view operation :
             {"add", "parse", "format", "ratio_check", "filing", "score", "reports", "read_text", "table_row",
              "table_file", "start_text", "start_filing"}) {
            const double time = median(operation, ours);
            if (time == 0) continue;
            fmt::print("{:<12} {:>12}", operation,
                       time < 1000 ? fmt::format("{:.2f} ns", time) : fmt::format("{:.2f} us", time / 1000));
            for (const std::string_view other : others) {
                const double theirs = median(operation, other);
                fmt::print(" {:>{}}", theirs == 0 ? std::string("-") : fmt::format("{:.3g}", time / theirs),
                           std::max<std::size_t>(other.size(), 9));
            }
            print_aim(operation, time);
            fmt::print("\n");
        }
        fmt::print(
            "Columns of other types: the time of tieout over theirs. 2 is twice as slow, 0.5 twice as fast.\n"
            "reports is a byte of published reports, read and checked, read_text one of a text of nothing "
            "but "
            "figures, read, beside copies of them;\ntable_row a row of a table of 100,000, beside one of a "
            "table a tenth as long; table_file the same by the program, beside its bytes added up by "
            "hand;\nstart_text and start_filing the program on one line, beside one that does nothing.\n");
    }

  private:
    void print_aim(std::string_view operation, double time) const {
        for (const Aim& aim : aims) {
            if (aim.operation != operation) continue;
            if (aim.against.empty()) {
                fmt::print("   <= {:g} us: {}", aim.at_most / 1000, time <= aim.at_most ? "met" : "MISSED");
            } else if (const double theirs = median(operation, aim.against); theirs != 0) {
                fmt::print("   <= {:g} x {}: {}", aim.at_most, aim.against,
                           time <= aim.at_most * theirs ? "met" : "MISSED");
            }
        }
    }

    std::map<std::string, std::vector<double>> nanoseconds_;
};

} // namespace
} // namespace tieout::bench

int main(int argc, char** argv) {
    // What is given on the command line comes later and so counts for more.
    std::string repetitions = "--benchmark_repetitions=9";
    std::string interleaved = "--benchmark_enable_random_interleaving=true";
    std::string time = "--benchmark_min_time=0.1";
    std::vector<char*> arguments{argv[0], repetitions.data(), interleaved.data(), time.data()};
    arguments.insert(arguments.end(), argv + 1, argv + argc);
    int count = static_cast<int>(arguments.size());
    arguments.push_back(nullptr);
    benchmark::Initialize(&count, arguments.data());
    if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 1;
    tieout::bench::Table table;
    benchmark::RunSpecifiedBenchmarks(&table);
    table.print();
    benchmark::Shutdown();
}
