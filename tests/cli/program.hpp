// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_CLI_PROGRAM_HPP
#define TIEOUT_TESTS_CLI_PROGRAM_HPP

// Runs the built program as a person would, in a directory of its own.

#include "../write/golden.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace tieout::test {

/// A directory of its own, removed at the end.
class Workshop {
  public:
    Workshop() : path_(std::filesystem::temp_directory_path() / ("tieout-test-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Workshop() { std::filesystem::remove_all(path_); }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    std::string file(const std::string& name, std::string_view text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return (path_ / name).string();
    }
    std::string at(const std::string& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

struct Outcome {
    int status;
    std::string output;
    std::string errors;
};

inline int status_of(const std::string& command) {
    const int status = std::system(("bash -c '" + command + "'").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Runs the program with these arguments in the English locale.
inline Outcome run(const Workshop& workshop, const std::string& arguments,
                   const std::string& environment = "LC_ALL=C") {
    const std::string out = workshop.at("stdout");
    const std::string err = workshop.at("stderr");
    const int status = status_of("env -u LANG -u LC_ALL -u LC_MESSAGES " + environment + " " +
                                 TIEOUT_PROGRAM + " " + arguments + " >" + out + " 2>" + err);
    return {status, file_text(out), file_text(err)};
}

} // namespace tieout::test

#endif
