// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_READ_PROGRAMS_STAND_IN_HPP
#define TIEOUT_TESTS_READ_PROGRAMS_STAND_IN_HPP

// A script that stands where LibreOffice would, so that tests need none and none that is there takes part.

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace tieout::test {

/// For its lifetime PATH is a folder that holds the script alone, and temporary files are made in a folder of the test.
class StandIn {
  public:
    /// `does` is what the script does once it knows its $input, the folder $out, the file $made it is to write there, and its
    /// $profile. Beside it lies `ready`, with these bytes.
    explicit StandIn(std::string_view does, std::string_view ready = {}, const std::string& name = "soffice")
        : folder_(std::filesystem::temp_directory_path() / ("tieout-stand-in-" + std::to_string(getpid()))),
          path_("PATH", (folder_ / "bin").string()), temporary_("TMPDIR", (folder_ / "temporary").string()) {
        std::filesystem::create_directories(folder_ / "bin");
        std::filesystem::create_directories(folder_ / "temporary");
        std::ofstream(folder_ / "bin/ready", std::ios::binary) << ready;
        std::ofstream(folder_ / "bin" / name) << R"(#!/bin/sh
PATH=/usr/local/bin:/usr/bin:/bin
ready=${0%/*}/ready
seen=${0%/*}/seen
while [ $# -gt 1 ]; do
    case $1 in
    -env:UserInstallation=file://*) profile=${1#*file://} ;;
    --convert-to) to=$2; shift ;;
    --outdir) out=$2; shift ;;
    esac
    shift
done
input=$1
made=$out/input.$to
mkdir "$out"
)" << does << '\n';
        std::filesystem::permissions(folder_ / "bin" / name, std::filesystem::perms::owner_all);
    }
    ~StandIn() { std::filesystem::remove_all(folder_); }
    StandIn(const StandIn&) = delete;
    StandIn& operator=(const StandIn&) = delete;

    /// What the script wrote to $seen.
    [[nodiscard]] std::string seen() const {
        std::ifstream in(folder_ / "bin/seen", std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    /// Whether every temporary folder was removed.
    [[nodiscard]] bool left_nothing() const { return std::filesystem::is_empty(folder_ / "temporary"); }

  private:
    static std::string value_of(const char* name) {
        const char* const value = std::getenv(name);
        return value == nullptr ? std::string() : std::string(value);
    }
    /// A variable of the environment, which is as before at the end.
    class Variable {
      public:
        Variable(const char* name, const std::string& value)
            : name_(name), was_set_(std::getenv(name) != nullptr), before_(value_of(name)) {
            setenv(name, value.c_str(), 1);
        }
        ~Variable() {
            if (was_set_)
                setenv(name_, before_.c_str(), 1);
            else
                unsetenv(name_);
        }
        Variable(const Variable&) = delete;
        Variable& operator=(const Variable&) = delete;

      private:
        const char* name_;
        bool was_set_;
        std::string before_;
    };

    std::filesystem::path folder_;
    Variable path_;
    Variable temporary_;
};

} // namespace tieout::test

#endif
