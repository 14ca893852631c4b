// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <fcntl.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <csignal>
#include <exception>
#include <string>
#include <variant>

namespace {

/// A standard file that was closed gives its number to the next that is opened, which would then be read or written in
/// its place. So something stands there that can be neither.
void hold_closed_standard_files() {
    for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (fcntl(file, F_GETFD) < 0) open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/// What one document needed the next will need: the room goes back to the system only if it is much. Otherwise it is
/// given back and asked for again with every other finding of a stream.
void keep_room_of_documents() {
#ifdef __GLIBC__
    constexpr int much = 8 << 20;
    mallopt(M_TRIM_THRESHOLD, much);
    mallopt(M_MMAP_THRESHOLD, much);
#endif
}

} // namespace

int main(int count, char** arguments) {
    using namespace tieout::cli;
    hold_closed_standard_files();
    keep_room_of_documents();
    // A reader that goes away is noticed when writing fails, so that everything is put away before the end.
    std::signal(SIGPIPE, SIG_IGN);
    watch_for_interrupts();
    tieout::Language language = language_of_environment();
    try {
        const auto parsed = parse_options(count, arguments);
        if (const auto* reply = std::get_if<Reply>(&parsed)) {
            if (reply->status != status_good) {
                complain(reply->text);
                return reply->status;
            }
            write_result(reply->text);
            flush_results();
            return status_good;
        }
        const auto& options = std::get<Options>(parsed);
        language = options.language;
        return run(options);
    } catch (const ReaderGone&) {
        return status_reader_gone;
    } catch (const WriteFailure& failure) {
        const tieout::Words cannot{"结果无法写出：", "cannot write the result: "};
        complain_only("tieout: " + std::string(cannot.in(language)) + failure.what() + '\n');
    } catch (const std::exception& failure) {
        complain_only("tieout: " + failure_text(failure, language) + '\n');
    }
    return status_misunderstood;
}
