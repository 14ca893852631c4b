// SPDX-License-Identifier: MIT
#include "read/office/archive.hpp"

#include "read/json/complaints.hpp"

#include <array>
#include <utility>

#include <zip.h>

namespace tieout::detail {

struct Archive::Opened {
    explicit Opened(zip_t* archive) noexcept : zip(archive) {}
    ~Opened() { zip_discard(zip); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    zip_t* zip;
};

namespace {

struct CloseFile {
    void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

/// A name that would lead out of a folder, were it ever taken for a path.
bool leads_away(std::string_view name) noexcept {
    if (name.starts_with('/') || name.starts_with('\\') || name.find(':') != name.npos) return true;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find_first_of("/\\", at), name.size());
        if (name.substr(at, end - at) == "..") return true;
        at = end + 1;
    }
    return false;
}

std::string mib(std::size_t bytes) { return std::to_string(bytes >> 20U) + " MiB"; }

} // namespace

Archive::Archive(std::string_view bytes) { open(bytes); }
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

void Archive::fail(Problem::Kind kind, std::string expected, std::string seen) {
    if (!fault_) fault_ = Problem{.kind = kind, .expected = std::move(expected), .seen = std::move(seen)};
}

void Archive::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    // Whatever is odd is refused: entries of one name, lists that say something else than the entries themselves.
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* const zip =
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (zip == nullptr) {
        if (source != nullptr) zip_source_free(source);
        zip_error_fini(&error);
        return fail(Problem::Kind::damaged, "ZIP", {});
    }
    zip_error_fini(&error);
    opened_ = std::make_unique<Opened>(zip);
    const zip_int64_t entries = zip_get_num_entries(zip, 0);
    if (entries > static_cast<zip_int64_t>(ArchiveLimits::entries))
        return fail(Problem::Kind::limit, std::to_string(ArchiveLimits::entries) + " files",
                    std::to_string(entries));
    for (zip_int64_t i = 0; i < entries; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(zip, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW, &stat) != 0 ||
            (stat.valid & ZIP_STAT_NAME) == 0)
            return fail(Problem::Kind::damaged, "ZIP", {});
        if (leads_away(stat.name)) return fail(Problem::Kind::damaged, "name of a part", excerpt(stat.name));
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
            return fail(Problem::Kind::encrypted, {}, {});
    }
}

bool Archive::holds(const std::string& name) const {
    return opened_ != nullptr && zip_name_locate(opened_->zip, name.c_str(), ZIP_FL_ENC_RAW) >= 0;
}

std::optional<std::string> Archive::read(const std::string& name) {
    if (fault_) return std::nullopt;
    const zip_int64_t index = zip_name_locate(opened_->zip, name.c_str(), ZIP_FL_ENC_RAW);
    if (index < 0) {
        fail(Problem::Kind::damaged, name, {});
        return std::nullopt;
    }
    const std::size_t most = std::min(ArchiveLimits::file_bytes, ArchiveLimits::all_bytes - unpacked_);
    zip_stat_t stat;
    zip_stat_init(&stat);
    const bool sized = zip_stat_index(opened_->zip, static_cast<zip_uint64_t>(index), 0, &stat) == 0 &&
                       (stat.valid & ZIP_STAT_SIZE) != 0;
    if (sized && stat.size > most) {
        fail(Problem::Kind::limit, mib(most), mib(stat.size));
        return std::nullopt;
    }
    const std::unique_ptr<zip_file_t, CloseFile> file(
        zip_fopen_index(opened_->zip, static_cast<zip_uint64_t>(index), 0));
    std::string content;
    if (sized) content.reserve(stat.size);
    std::array<char, std::size_t{1} << 16U> buffer{};
    for (;;) {
        const zip_int64_t read = file == nullptr ? -1 : zip_fread(file.get(), buffer.data(), buffer.size());
        if (read < 0) {
            fail(Problem::Kind::damaged, "ZIP", name);
            return std::nullopt;
        }
        if (read == 0) break;
        if (content.size() + static_cast<std::size_t>(read) > most) {
            fail(Problem::Kind::limit, mib(most), {});
            return std::nullopt;
        }
        content.append(buffer.data(), static_cast<std::size_t>(read));
    }
    unpacked_ += content.size();
    return content;
}

} // namespace tieout::detail
