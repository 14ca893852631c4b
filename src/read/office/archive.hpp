// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_OFFICE_ARCHIVE_HPP
#define TIEOUT_SRC_READ_OFFICE_ARCHIVE_HPP

// The files within a ZIP file, which is what .docx, .xlsx, .odt and .ods are. Nothing of it ever reaches a disk, and no name
// in it is a path. What it says of its sizes is not believed: sizes are counted while it is unpacked.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tieout/base/problem.hpp>

namespace tieout::detail {

/// What an archive may hold. Beyond it is Problem::Kind::limit.
struct ArchiveLimits {
    static constexpr std::size_t entries = 20'000;
    /// Bytes of one file and of all files that are unpacked.
    static constexpr std::size_t file_bytes = std::size_t{128} << 20;
    static constexpr std::size_t all_bytes = std::size_t{256} << 20;
};

class Archive {
  public:
    /// `bytes` must live as long as the archive.
    explicit Archive(std::string_view bytes);
    ~Archive();
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;

    /// Why it cannot be used; nothing if it can. Without the name of the file.
    [[nodiscard]] const std::optional<Problem>& fault() const noexcept { return fault_; }
    [[nodiscard]] bool holds(const std::string& name) const;
    /// What a file holds.  Fails: nothing; fault() says why, and nothing more can be read.
    [[nodiscard]] std::optional<std::string> read(const std::string& name);

  private:
    struct Opened;
    void open(std::string_view bytes);
    void fail(Problem::Kind kind, std::string expected, std::string seen);

    std::unique_ptr<Opened> opened_;
    std::optional<Problem> fault_{};
    std::size_t unpacked_ = 0;
};

} // namespace tieout::detail

#endif
