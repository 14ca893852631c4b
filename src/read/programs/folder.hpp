// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_PROGRAMS_FOLDER_HPP
#define TIEOUT_SRC_READ_PROGRAMS_FOLDER_HPP

// A folder of a program's own, where it finds what it is to work on and leaves what it made of it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tieout::detail {

/// A folder that nobody else may look into, in the place of temporary files; it is removed with all that it then holds.
class TemporaryFolder {
  public:
    /// Fails: path() is empty, and error() the number of the system's error.
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] int error() const noexcept { return error_; }
    /// Writes a file; its name may lead through folders, which are made.  Fails: whether it was written.
    [[nodiscard]] bool write(std::string_view name, std::string_view bytes);
    /// What a file holds.  Fails: nothing, if there is no such file or it is no ordinary one; of one that is longer than
    /// `most` only the length, in `size`.
    [[nodiscard]] std::optional<std::string> read(std::string_view name, std::uint64_t most,
                                                  std::uint64_t& size) const;

  private:
    std::string path_{};
    int error_ = 0;
};

/// Bytes of all files in a folder and those within it. Links are not followed.
[[nodiscard]] std::uint64_t bytes_in_folder(const std::string& path);

} // namespace tieout::detail

#endif
