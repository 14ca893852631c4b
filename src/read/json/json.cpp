// SPDX-License-Identifier: MIT
#include <tieout/read/json.hpp>

#include "bind.hpp"
#include "complaints.hpp"
#include "json_tree.hpp"
#include "sha256.hpp"

#include <istream>
#include <utility>

namespace tieout {

namespace {

std::string_view without_mark(std::string_view text) noexcept {
    if (text.starts_with(detail::byte_order_mark)) text.remove_prefix(detail::byte_order_mark.size());
    return text;
}

bool is_blank(std::string_view text) noexcept {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Takes a stream apart into lines. Of a line that is longer than a document may be it keeps the beginning only, but
/// digests all.
class LineReader {
  public:
    LineReader(std::string_view source, const std::function<void(Document&&)>& each)
        : source_(source), each_(each) {}

    /// The next bytes of the stream.
    void take(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            const std::string_view piece = bytes.substr(0, end);
            if (end == std::string_view::npos) return hold(piece);
            if (held_.empty() && !too_long_)
                line(piece);
            else
                finish(piece);
            bytes.remove_prefix(end + 1);
        }
    }
    void end() {
        if (!held_.empty() || too_long_) finish({});
    }

  private:
    void hold(std::string_view piece) {
        if (too_long_) {
            digest_.add(piece);
        } else if (held_.size() + piece.size() >
                   ReadLimits::document_bytes + detail::byte_order_mark.size()) {
            digest_.add(held_);
            digest_.add(piece);
            held_ = std::string();
            too_long_ = true;
        } else {
            held_ += piece;
        }
    }
    void finish(std::string_view piece) {
        hold(piece);
        if (too_long_) {
            Document document;
            document.source = source_;
            document.input_sha256 = digest_.hexadecimal();
            document.problems.push_back({Problem::Kind::limit,
                                         std::string(source_),
                                         line_,
                                         1,
                                         {},
                                         std::to_string(ReadLimits::document_bytes >> 20U) + " MiB",
                                         {}});
            ++line_;
            too_long_ = false;
            each_(std::move(document));
            return;
        }
        line(held_);
        held_.clear();
    }
    void line(std::string_view text) {
        const std::size_t number = line_++;
        if (!is_blank(number == 1 ? without_mark(text) : text)) each_(reader_.read(text, source_, number));
    }

    std::string_view source_;
    const std::function<void(Document&&)>& each_;
    FilingReader reader_;
    std::string held_;
    std::size_t line_ = 1;
    bool too_long_ = false;
    detail::Sha256 digest_;
};

} // namespace

FilingReader::FilingReader() : parser_(std::make_unique<detail::JsonParser>()) {}
FilingReader::~FilingReader() = default;
FilingReader::FilingReader(FilingReader&&) noexcept = default;
FilingReader& FilingReader::operator=(FilingReader&&) noexcept = default;

Document FilingReader::read(std::string_view json, std::string_view source, std::size_t first_line) {
    Document document;
    document.source = source;
    document.input_sha256 = detail::sha256(json);
    const std::string_view text = without_mark(json);
    detail::Complaints complaints;
    if (const detail::JsonTree* tree = parser_->parse(text, complaints))
        detail::bind_filing(*tree, complaints, document.filing.emplace());
    document.problems = std::move(complaints).located(text, source, first_line);
    return document;
}

Document read_filing(std::string_view json, std::string_view source, std::size_t first_line) {
    return FilingReader().read(json, source, first_line);
}

void read_filings(std::string_view text, std::string_view source,
                  const std::function<void(Document&&)>& each) {
    LineReader lines(source, each);
    lines.take(text);
    lines.end();
}

void read_filings(std::istream& stream, std::string_view source,
                  const std::function<void(Document&&)>& each) {
    LineReader lines(source, each);
    std::vector<char> buffer(std::size_t{1} << 16U);
    do {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        lines.take({buffer.data(), static_cast<std::size_t>(stream.gcount())});
    } while (stream);
    lines.end();
}

} // namespace tieout
