// SPDX-License-Identifier: MIT
#include "cli/input.hpp"

#include "cli/interrupt.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace tieout::cli {

namespace {

constexpr std::size_t piece = std::size_t{1} << 18;

std::string message_of(int code) { return std::generic_category().message(code); }

} // namespace

Input::Input(const std::string& name)
    : file_(name == "-" ? STDIN_FILENO : open(name.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (file_ < 0) {
        error_ = message_of(errno);
        at_end_ = true;
    }
}

Input::~Input() {
    if (file_ > STDIN_FILENO) close(file_);
}

void Input::read_some(std::size_t size) {
    if (!wait_for_input(file_)) {
        at_end_ = true;
        return;
    }
    if (room_.size() < end_ + size) room_.resize(end_ + size);
    const ssize_t count = read(file_, room_.data() + end_, size);
    if (count > 0) {
        end_ += static_cast<std::size_t>(count);
        return;
    }
    if (count < 0 && errno == EINTR) return;
    at_end_ = true;
    if (count < 0) error_ = message_of(errno);
}

void Input::fill(std::size_t size) {
    while (!at_end_ && held().size() < size) read_some(piece);
}

bool Input::ready() const noexcept { return at_end_ || input_is_ready(file_); }

/// The room is handed over, and what is left goes to the room that comes back for it.
void Input::take(std::size_t size, std::string& lines) {
    const std::string_view rest = held().substr(size);
    if (lines.size() < rest.size()) lines.resize(rest.size());
    std::copy(rest.begin(), rest.end(), lines.begin());
    room_.resize(begin_ + size);
    room_.erase(0, begin_);
    room_.swap(lines);
    begin_ = 0;
    end_ = rest.size();
}

void Input::take_lines(std::size_t size, std::size_t line_size, std::string& lines) {
    // Where the next bytes are not there yet, those who wait for the result get what is.
    while (!at_end_ && held().size() < size && (held().find('\n') == std::string_view::npos || ready()))
        read_some(size - held().size());
    std::size_t end = held().substr(0, size).rfind('\n');
    if (end == std::string_view::npos) {
        // One line that goes on and on.
        end = held().find('\n');
        while (!at_end_ && end == std::string_view::npos && held().size() <= line_size) {
            const std::size_t before = held().size();
            read_some(piece);
            end = held().find('\n', before);
        }
    }
    if (end != std::string_view::npos) return take(end + 1, lines);
    if (at_end_) return take(held().size(), lines);
    std::string line(held().substr(0, line_size + 1));
    while (!at_end_ && end == std::string_view::npos) {
        begin_ = end_ = 0;
        read_some(piece);
        end = held().find('\n');
    }
    begin_ = end == std::string_view::npos ? end_ : end + 1;
    if (end != std::string_view::npos) line += '\n';
    lines = std::move(line);
}

} // namespace tieout::cli
