// SPDX-License-Identifier: MIT
#include "read/programs/folder.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tieout::detail {

namespace {

namespace fs = std::filesystem;

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { static_cast<void>(std::fclose(file)); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

} // namespace

TemporaryFolder::TemporaryFolder() {
    std::error_code failure;
    const fs::path all = fs::temp_directory_path(failure);
    if (failure) {
        error_ = failure.value();
        return;
    }
    std::string name = (fs::absolute(all, failure) / "tieout-XXXXXX").string();
    if (!failure && ::mkdtemp(name.data()) != nullptr)
        path_ = std::move(name);
    else
        error_ = failure ? failure.value() : errno;
}

TemporaryFolder::~TemporaryFolder() {
    if (path_.empty()) return;
    // A process that was just ended may have been about to write one file more.
    constexpr int times = 20;
    for (int i = 0; i < times; ++i) {
        std::error_code failure;
        fs::remove_all(path_, failure);
        if (!failure) return;
        ::usleep(10'000);
    }
}

bool TemporaryFolder::write(std::string_view name, std::string_view bytes) {
    const fs::path path = fs::path(path_) / name;
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    if (failure) return false;
    std::FILE* const file = std::fopen(path.c_str(), "wbxe");
    if (file == nullptr) return false;
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    return std::fclose(file) == 0 && whole;
}

std::optional<std::string> TemporaryFolder::read(std::string_view name, std::uint64_t most,
                                                 std::uint64_t& size) const {
    const fs::path path = fs::path(path_) / name;
    // What is no ordinary file is neither followed nor waited for.
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (opened < 0) return std::nullopt;
    const File file(::fdopen(opened, "rb"));
    struct stat about {};
    if (file == nullptr || ::fstat(opened, &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
    size = static_cast<std::uint64_t>(about.st_size);
    if (size > most) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
    return bytes;
}

std::uint64_t bytes_in_folder(const std::string& path) {
    std::uint64_t sum = 0;
    std::error_code failure;
    // Files come and go while it is looked at.
    for (fs::recursive_directory_iterator each(path, fs::directory_options::skip_permission_denied, failure),
         end;
         !failure && each != end; each.increment(failure)) {
        std::error_code gone;
        if (each->symlink_status(gone).type() != fs::file_type::regular || gone) continue;
        const std::uint64_t size = each->file_size(gone);
        if (!gone) sum += size;
    }
    return sum;
}

} // namespace tieout::detail
