// SPDX-License-Identifier: MIT
#include "cli/profiles.hpp"

#include "cli/input.hpp"
#include "cli/output.hpp"

#include <tieout/read/json.hpp>
#include <tieout/read/profile.hpp>
#include <tieout/write/problem.hpp>
#include <tieout/write/score.hpp>

#include <algorithm>
#include <vector>

namespace tieout::cli {

namespace {

/// What is neither a name nor a file: which names there are.
std::string no_such_profile(const std::string& name, const std::string& error, Language language) {
    std::string text = "tieout: ";
    text += Words{"没有这种评分办法，也不是可以读取的文件：",
                  "there is no such profile, nor a file that can be read: "}
                .in(language);
    text += name + " (" + error + ")\n";
    text += Words{"现有的评分办法：", "the profiles are: "}.in(language);
    const char* separator = "";
    for (const BuiltInProfile& built_in : built_in_profiles()) {
        text += separator + std::string(built_in.name);
        separator = ", ";
    }
    return text + "\n";
}

} // namespace

std::optional<Profile> load_profile(const std::string& name_or_file, Language language) {
    if (const Profile* built_in = find_profile(name_or_file)) return *built_in;
    Input input(name_or_file);
    input.fill(ReadLimits::document_bytes + 1);
    if (!input.error().empty()) {
        complain(no_such_profile(name_or_file, input.error(), language));
        return std::nullopt;
    }
    ProfileDocument document = read_profile(input.held(), name_or_file);
    for (const Problem& problem : document.problems) complain(problem_text(problem, language) + '\n');
    // Scores by a method that was understood in part would be scores by another method.
    if (!document.problems.empty()) return std::nullopt;
    return std::move(document.profile);
}

int print_profiles(const Options& options) {
    const TextOptions text{.language = options.language, .colour = colour_wanted(), .width = page_width()};
    const bool json = options.format == Options::Format::json;
    if (options.format == Options::Format::markdown) {
        write_result(profiles_markdown(all_profiles()));
    } else if (options.code.empty()) {
        write_result(json ? profiles_json(all_profiles(), options.language)
                          : profiles_text(all_profiles(), text));
    } else if (const auto built_ins = built_in_profiles(); json) {
        const auto found = std::find_if(built_ins.begin(), built_ins.end(), [&](const BuiltInProfile& each) {
            return each.name == options.code;
        });
        if (found == built_ins.end()) {
            complain(no_such_profile(options.code, "--format json", options.language));
            return status_misunderstood;
        }
        // As its file has it: a beginning for one's own.
        write_result(found->json);
    } else {
        const auto profile = load_profile(options.code, options.language);
        if (!profile) return status_misunderstood;
        write_result(profile_text(*profile, text));
    }
    flush_results();
    return status_good;
}

} // namespace tieout::cli
