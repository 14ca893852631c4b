// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PROGRAMS_PROGRAM_HPP
#define TIEOUT_SRC_READ_PROGRAMS_PROGRAM_HPP

// Runs another program on what a document holds: no shell, no name that the document chose, and limits on all that it may
// take. Whatever becomes of it is an outcome, never a fault of ours.
//
//     Program program({"pdftotext", "-bbox", "-", "-"}, bytes);
//     …                                                            // both work at once
//     const ProgramOutcome outcome = program.finish();

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::detail {

/// What a program may take.
struct ProgramLimits {
    /// Unit: ms. From its start, by the clock and of the processor's time.
    std::uint32_t milliseconds = 60'000;
    std::uint64_t memory_bytes = std::uint64_t{2} << 30U;
    std::uint64_t output_bytes = std::uint64_t{256} << 20U;
    /// Of each file that it writes; what it prints is no file.
    std::uint64_t file_bytes = 0;
    /// Of all files in its folder together, if it has one.
    std::uint64_t folder_bytes = 0;
};

struct ProgramOutcome {
    enum class End : std::uint8_t {
        finished,    ///< with status 0
        absent,      ///< there is no such program, or it could not be started
        failed,      ///< with another status
        crashed,     ///< ended by a signal, among them those of its limits of memory and processor time
        too_long,    ///< ended by us: its time was over
        too_much,    ///< ended by us: it printed more than it may, or its folder held more
        not_started, ///< the system had no room for a file, a pipe or a process
    };
    End end = End::not_started;
    /// The status it failed with, or the signal that ended it.
    int status = 0;
    /// What it printed on standard output, as far as it came.
    std::string output{};
};

/// A program while it runs. It reads `input` as its standard input, which is a file and may be read twice; what it says on
/// standard error is not kept.
class Program {
  public:
    /// Starts the first of `command`, looked for along PATH, with the others as its arguments. With a folder it works in
    /// that folder, which is its home and where it keeps its temporary files too.
    Program(const std::vector<std::string>& command, std::string_view input, const ProgramLimits& limits = {},
            const std::string& folder = {});
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    /// Ends it if it still runs.
    ~Program();

    /// Waits for its end and gives what it printed; whatever it started ends with it. To be called once.
    [[nodiscard]] ProgramOutcome finish();

  private:
    void end_it() noexcept;
    /// Whether one of our files, `what`, has something to say before the time is over and the folder full; if not, the
    /// outcome says so.
    [[nodiscard]] bool wait_for(int what);
    /// Waits for the end of a program that has said all.
    void wait_for_end();

    ProgramLimits limits_;
    std::string folder_;
    ProgramOutcome outcome_{};
    int process_ = -1;
    /// Files of ours: what it prints; its end; the end of its time.
    int printed_ = -1;
    int ended_ = -1;
    int timer_ = -1;
};

} // namespace tieout::detail

#endif
