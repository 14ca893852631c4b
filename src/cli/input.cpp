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

void Input::fill(std::size_t size) {
    while (!at_end_ && text_.size() - taken_ < size) {
        if (!wait_for_input(file_)) {
            at_end_ = true;
            return;
        }
        const std::size_t before = text_.size();
        text_.resize(before + piece);
        const ssize_t count = read(file_, text_.data() + before, piece);
        const int failure = errno;
        text_.resize(before + (count > 0 ? static_cast<std::size_t>(count) : 0));
        if (count < 0 && failure == EINTR) continue;
        if (count <= 0) at_end_ = true;
        if (count < 0) error_ = message_of(failure);
    }
}

std::string Input::take_lines(std::size_t size, std::size_t line_size) {
    text_.erase(0, taken_);
    taken_ = 0;
    fill(size);
    std::size_t end = text_.find('\n', std::min(size, text_.size()));
    if (at_end_ && end == text_.npos) {
        taken_ = text_.size();
        return text_;
    }
    if (end == text_.npos) {
        const std::size_t last = text_.rfind('\n');
        if (last != text_.npos) {
            end = last;
        } else {
            // One line that goes on and on.
            while (!at_end_ && end == text_.npos && text_.size() <= line_size) {
                const std::size_t before = text_.size();
                fill(before + piece);
                end = text_.find('\n', before);
            }
            if (end == text_.npos) {
                std::string line = text_.substr(0, std::min(text_.size(), line_size + 1));
                while (!at_end_ && end == text_.npos) {
                    text_.clear();
                    fill(piece);
                    end = text_.find('\n');
                }
                taken_ = end == text_.npos ? text_.size() : end + 1;
                if (end != text_.npos) line += '\n';
                return line;
            }
        }
    }
    taken_ = end + 1;
    return text_.substr(0, taken_);
}

} // namespace tieout::cli
