// SPDX-License-Identifier: MIT
#include "cli/forms.hpp"

#include "cli/input.hpp"
#include "cli/output.hpp"

#include <tieout/read/form.hpp>
#include <tieout/read/json.hpp>
#include <tieout/write/form.hpp>
#include <tieout/write/problem.hpp>

#include <algorithm>
#include <utility>

namespace tieout::cli {

namespace {

/// What is neither a name nor a file: which names there are.
std::string no_such_form(const std::string& name, const std::string& error, Language language) {
    std::string text = "tieout: ";
    text += Words{"没有这种报表格式，也不是可以读取的文件：",
                  "there is no such form, nor a file that can be read: "}
                .in(language);
    text += name + " (" + error + ")\n";
    text += Words{"现有的报表格式：", "the forms are: "}.in(language);
    const char* separator = "";
    for (const BuiltInForm& built_in : built_in_forms()) {
        text += separator + std::string(built_in.name);
        separator = ", ";
    }
    return text + "\n";
}

std::optional<Form> load_form(const std::string& file, Language language) {
    Input input(file);
    input.fill(ReadLimits::document_bytes + 1);
    if (!input.error().empty()) {
        complain(no_such_form(file, input.error(), language));
        return std::nullopt;
    }
    FormDocument document = read_form(input.held(), file);
    for (const Problem& problem : document.problems) complain(problem_text(problem, language) + '\n');
    // A table read by a form that was understood in part would be read as another one.
    if (!document.problems.empty()) return std::nullopt;
    return std::move(document.form);
}

} // namespace

std::optional<std::deque<Form>> load_forms(const std::vector<std::string>& files, Language language) {
    std::deque<Form> forms;
    for (const std::string& file : files) {
        std::optional<Form> form = load_form(file, language);
        if (!form) return std::nullopt;
        forms.push_back(*std::move(form));
    }
    return forms;
}

int print_forms(const Options& options) {
    const TextOptions text{.language = options.language, .colour = colour_wanted(), .width = page_width()};
    if (options.format == Options::Format::markdown) {
        write_result(forms_markdown(all_forms()));
    } else if (options.code.empty()) {
        write_result(forms_text(all_forms(), text));
    } else if (options.format == Options::Format::json) {
        const auto built_ins = built_in_forms();
        const auto found = std::find_if(built_ins.begin(), built_ins.end(),
                                        [&](const BuiltInForm& each) { return each.name == options.code; });
        if (found == built_ins.end()) {
            complain(no_such_form(options.code, "--format json", options.language));
            return status_misunderstood;
        }
        // As its file has it: a beginning for one's own.
        write_result(found->json);
    } else if (const Form* const form = find_form(options.code)) {
        write_result(form_text(*form, text));
    } else {
        const std::optional<Form> own = load_form(options.code, options.language);
        if (!own) return status_misunderstood;
        write_result(form_text(*own, text));
    }
    flush_results();
    return status_good;
}

} // namespace tieout::cli
