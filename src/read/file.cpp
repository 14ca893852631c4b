// SPDX-License-Identifier: MIT
#include <tieout/read/file.hpp>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace tieout {
namespace {

constexpr std::size_t file_piece = std::size_t{1} << 18;

/// What is neither a filing nor a report.
Problem no_document(std::string_view source, std::string_view bytes) {
    const std::string_view format = foreign_format(bytes);
    return {.kind = Problem::Kind::wrong_type,
            .source = std::string(source),
            .line = 1,
            .column = 1,
            .expected = "filing or report",
            .seen = std::string(format.empty() ? "nothing" : format)};
}

/// The bytes of a file, to one beyond what is read of a document; or why there are none.
bool bytes_of(const std::string& path, std::string& bytes, std::string& why) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    const auto failed = [&] {
        why = std::generic_category().message(errno);
        return false;
    };
    if (file == nullptr) return failed();
    while (bytes.size() <= ReadLimits::document_bytes) {
        const std::size_t held = bytes.size();
        bytes.resize(held + file_piece);
        const std::size_t count = std::fread(bytes.data() + held, 1, file_piece, file.get());
        bytes.resize(held + count);
        if (count < file_piece) return std::ferror(file.get()) == 0 || failed();
    }
    return true;
}

} // namespace

Document read_document(std::string_view bytes, std::string_view source, const ReadOptions& options) {
    switch (recognise(bytes)) {
    case InputKind::filing:
    case InputKind::filings:
        return read_filing(bytes, source);
    case InputKind::report:
        return read_report(bytes, source, options.encoding, options.forms, options.hidden);
    case InputKind::unknown:
        break;
    }
    Document document;
    document.source = source;
    document.problems.push_back(no_document(source, bytes));
    return document;
}

Document read_file(const std::string& path, const ReadOptions& options) {
    std::string bytes;
    std::string why;
    if (bytes_of(path, bytes, why)) return read_document(bytes, path, options);
    Document document;
    document.source = path;
    document.problems.push_back({.kind = Problem::Kind::unreadable_file, .source = path, .seen = why});
    return document;
}

} // namespace tieout
