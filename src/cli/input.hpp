// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_INPUT_HPP
#define TIEOUT_CLI_INPUT_HPP

// One file of the command line, or standard input, read piece by piece: however long a stream of filings is, no more
// than a few of its lines are held.

#include <cstddef>
#include <string>
#include <string_view>

namespace tieout::cli {

class Input {
  public:
    /// "-" is standard input. What went wrong, if something did, is in error().
    explicit Input(const std::string& name);
    ~Input();
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    /// Reads on until `size` bytes are held or the input ends. An interrupt ends it too: what is held then may stop in
    /// the middle of a line.
    void fill(std::size_t size);
    /// What is held and not yet taken.
    [[nodiscard]] std::string_view held() const noexcept { return {room_.data() + begin_, end_ - begin_}; }
    /// Whether reading would not have to wait.
    [[nodiscard]] bool ready() const noexcept;

    /// Takes whole lines, up to `size` bytes of them if they are that short, or what there is at the moment, and leaves
    /// the rest. Of a line that is longer than `line_size` only so much is taken, and the rest of it is passed over.
    /// Empty where nothing is left. The string keeps its room.
    void take_lines(std::size_t size, std::size_t line_size, std::string& lines);

    /// What the system said when opening or reading failed; empty if all went well.
    [[nodiscard]] const std::string& error() const noexcept { return error_; }

  private:
    /// Reads once, no more than `size` bytes.
    void read_some(std::size_t size);
    void take(std::size_t size, std::string& lines);

    int file_;
    /// Its size is the room that there is, so that no byte is set before it is read.
    std::string room_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool at_end_ = false;
    std::string error_;
};

} // namespace tieout::cli

#endif
