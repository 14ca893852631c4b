// SPDX-License-Identifier: MIT
#include "read/programs/program.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "read/programs/folder.hpp"

extern char** environ; // NOLINT(readability-redundant-declaration): not every <unistd.h> has it

namespace tieout::detail {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { static_cast<void>(std::fclose(file)); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// A file without a name that holds `bytes` and is read from its beginning.
File file_of(std::string_view bytes) {
    File file(std::tmpfile());
    if (file == nullptr) return nullptr;
    if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) return nullptr;
    if (std::fflush(file.get()) != 0 || ::lseek(::fileno(file.get()), 0, SEEK_SET) != 0) return nullptr;
    return file;
}

void limit(int process, __rlimit_resource what, std::uint64_t most) noexcept {
    const rlimit both{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
    static_cast<void>(::prlimit(process, what, &both, nullptr));
}

/// What a new process begins with: its three files, and nothing else of ours; it leads a group of its own, so that
/// whatever it starts ends with it.
class Beginning {
  public:
    Beginning(int input, int output, const std::string& folder) noexcept {
        made_ = ::posix_spawn_file_actions_init(&files_) == 0 && ::posix_spawnattr_init(&attributes_) == 0;
        ready_ = made_ && ::posix_spawn_file_actions_adddup2(&files_, input, STDIN_FILENO) == 0 &&
                 ::posix_spawn_file_actions_adddup2(&files_, output, STDOUT_FILENO) == 0 &&
                 ::posix_spawn_file_actions_addopen(&files_, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
                 ::posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1) == 0 &&
                 (folder.empty() || ::posix_spawn_file_actions_addchdir_np(&files_, folder.c_str()) == 0) &&
                 ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP) == 0;
    }
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;
    ~Beginning() {
        if (!made_) return;
        ::posix_spawn_file_actions_destroy(&files_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    [[nodiscard]] bool ready() const noexcept { return ready_; }
    [[nodiscard]] const posix_spawn_file_actions_t* files() const noexcept { return &files_; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const noexcept { return &attributes_; }

  private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
    bool made_ = false;
    bool ready_ = false;
};

/// Pointers to texts, as a new process wants them. It gets a copy of them; that they may be written to is history.
std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (const std::string& text : texts)
        pointers.push_back(const_cast<char*>(text.c_str())); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    pointers.push_back(nullptr);
    return pointers;
}

/// Our environment; where there is a folder, that is home and the place of temporary files, and names are UTF-8.
std::vector<std::string> environment_for(const std::string& folder) {
    std::vector<std::string> all;
    for (char* const* each = environ; each != nullptr && *each != nullptr; ++each) all.emplace_back(*each);
    if (folder.empty()) return all;
    static constexpr std::array ours{std::string_view("HOME="), std::string_view("TMPDIR="),
                                     std::string_view("LC_ALL=")};
    std::erase_if(all, [](const std::string& variable) {
        return std::any_of(ours.begin(), ours.end(),
                           [&](std::string_view name) { return variable.starts_with(name); });
    });
    for (const std::string_view name : ours)
        all.push_back(std::string(name) + (name == "LC_ALL=" ? "C.UTF-8" : folder));
    return all;
}

} // namespace

Program::Program(const std::vector<std::string>& command, std::string_view input, const ProgramLimits& limits,
                 const std::string& folder)
    : limits_(limits), folder_(folder) {
    const File given = file_of(input);
    std::array<int, 2> ends{-1, -1};
    if (given == nullptr || ::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    printed_ = ends[0];
    {
        const Beginning beginning(::fileno(given.get()), ends[1], folder);
        const std::vector<char*> arguments = pointers_to(command);
        const std::vector<std::string> variables = environment_for(folder);
        const std::vector<char*> environment = pointers_to(variables);
        pid_t process = -1;
        if (beginning.ready()) {
            const int error = ::posix_spawnp(&process, arguments[0], beginning.files(),
                                             beginning.attributes(), arguments.data(), environment.data());
            if (error == 0)
                process_ = process;
            else if (error == ENOENT || error == EACCES || error == ENOEXEC)
                outcome_.end = ProgramOutcome::End::absent;
        }
    }
    ::close(ends[1]);
    if (process_ < 0) return;
    // The header of glibc 2.36 for it is none for C++.
    ended_ = static_cast<int>(::syscall(SYS_pidfd_open, process_, 0));
    timer_ = ::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
    itimerspec time{};
    time.it_value.tv_sec = limits_.milliseconds / 1000;
    time.it_value.tv_nsec = static_cast<long>(limits_.milliseconds % 1000) * 1'000'000 + 1;
    if (ended_ < 0 || timer_ < 0 || ::timerfd_settime(timer_, 0, &time, nullptr) != 0) {
        end_it();
        return;
    }
    limit(process_, RLIMIT_CPU, limits_.milliseconds / 1000 + 1);
    limit(process_, RLIMIT_AS, limits_.memory_bytes);
    limit(process_, RLIMIT_FSIZE, limits_.file_bytes);
    limit(process_, RLIMIT_CORE, 0);
}

Program::~Program() {
    end_it();
    for (const int file : {printed_, ended_, timer_})
        if (file >= 0) ::close(file);
}

void Program::end_it() noexcept {
    if (process_ < 0) return;
    ::kill(-process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
}

bool Program::wait_for(int what) {
    using End = ProgramOutcome::End;
    // Nobody tells how much a folder holds; it is looked at now and then.
    constexpr int now_and_then = 100;
    for (;;) {
        std::array<pollfd, 2> files{{{what, POLLIN, 0}, {timer_, POLLIN, 0}}};
        const int ready = ::poll(files.data(), files.size(), folder_.empty() ? -1 : now_and_then);
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) {
            if (bytes_in_folder(folder_) <= limits_.folder_bytes) continue;
            outcome_.end = End::too_much;
            return false;
        }
        if (ready > 0 && files[1].revents == 0) return true;
        outcome_.end = End::too_long;
        return false;
    }
}

void Program::wait_for_end() {
    using End = ProgramOutcome::End;
    // It has nothing more to say, and ends; if it does not, it has no more time than before.
    if (!wait_for(ended_)) return;
    // What it leaves behind in its group, which lasts until its end was heard of.
    ::kill(-process_, SIGKILL);
    int status = 0;
    pid_t ended = 0;
    while ((ended = ::waitpid(process_, &status, 0)) < 0 && errno == EINTR) {
    }
    process_ = -1;
    // Who ignores the ends of his children is not told how they ended.
    if (ended < 0 || (WIFEXITED(status) && WEXITSTATUS(status) == 0)) {
        outcome_.end = End::finished;
    } else if (WIFEXITED(status)) {
        outcome_.end = End::failed;
        outcome_.status = WEXITSTATUS(status);
    } else {
        outcome_.end = End::crashed;
        outcome_.status = WTERMSIG(status);
    }
}

ProgramOutcome Program::finish() {
    using End = ProgramOutcome::End;
    if (process_ < 0) return std::move(outcome_);
    constexpr std::size_t at_once = std::size_t{1} << 16U;
    std::string& output = outcome_.output;
    for (;;) {
        if (!wait_for(printed_)) break;
        const std::size_t before = output.size();
        output.resize(before + at_once);
        const ssize_t got = ::read(printed_, output.data() + before, at_once);
        output.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) {
            wait_for_end();
            break;
        }
        if (output.size() > limits_.output_bytes) {
            outcome_.end = End::too_much;
            break;
        }
    }
    end_it();
    return std::move(outcome_);
}

} // namespace tieout::detail
