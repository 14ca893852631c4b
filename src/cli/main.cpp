// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <variant>

int main(int count, char** arguments) {
    using namespace tieout::cli;
    // A reader that goes away is noticed when writing fails, so that everything is put away before the end.
    std::signal(SIGPIPE, SIG_IGN);
    watch_for_interrupts();
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
        return run(std::get<Options>(parsed));
    } catch (const ReaderGone&) {
        return status_reader_gone;
    } catch (const WriteFailure& failure) {
        const bool chinese = language_of_environment() == tieout::Language::zh;
        const std::string text = std::string("tieout: ") +
                                 (chinese ? "结果无法写出：" : "cannot write the result: ") + failure.what() +
                                 '\n';
        std::fwrite(text.data(), 1, text.size(), stderr);
    } catch (const std::exception& failure) {
        const std::string text = std::string("tieout: ") + failure.what() + '\n';
        std::fwrite(text.data(), 1, text.size(), stderr);
    }
    return status_misunderstood;
}
