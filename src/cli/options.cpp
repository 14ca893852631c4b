// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include <tieout/version.hpp>

#include <CLI/CLI.hpp>

#include <cstdlib>

namespace tieout::cli {

namespace {

constexpr Words help{
    R"(tieout：核对绩效与决算报告中的数字能否对上

用法
  tieout check [选项] 文件…    核对：哪些数对得上，哪些对不上，差多少，为什么
  tieout read  文件…           把读到的内容打印成 JSON，改正后可以再交给 check
  tieout read --why 文件…      每个数据、每条关系是怎样读出来的：用语、表头、行、列、表框
  tieout rates [选项] 文件…    列出能计算的全部比率，与文件列报的并列
  tieout score --profile 办法 文件…
                               按评分办法重算指标得分，与文件列报的并列
  tieout rules [规则编号]      规则目录；或一条规则的要求、依据和例子
  tieout profiles [名称]       评分办法目录；或一种办法的分值、评分方式和依据
  tieout forms [名称]          报表格式目录；或一种格式的标题、栏目、口径和依据
  tieout phrases               能读懂的报告用语

文件是已公开的报告（PDF、Word、Excel、网页、文本）、JSON 格式的填报数据，或每行一份的多份数据；“-”表示标准输入，
文件夹表示其中的各份文件，“@名单”表示名单中逐行列出的文件

选项
  --format text|json           输出格式，默认 text；check 另有 markdown、csv、sarif、junit，
                               rules、profiles、forms、phrases 另有 markdown
  --lang zh|en                 输出语言，默认随系统语言
  --rounding 方式              文件未说明时如何理解舍入：nearest（默认）、half_up、truncated、exact
  --scale own|common           各数按各自印出的位数（默认），或统一按最细的位数
  --no-hidden                  不读取工作簿中隐藏的行、列和工作表（默认读取并提示）
  --encoding 编码              文本或网页报告的编码：auto（默认，自动识别）、utf-8、gb18030、
                               big5、shift-jis
  --profile 名称|文件          同时按这种评分办法核对得分、分值和等级（check、score）
  --form 文件                  按这种报表格式读表，可多次给出；先于内置的格式（check、read、rates、score）
  --rules 文件                 另按这些规则核对，可多次给出；文件中的例子先行试验（check、score）
  --without 编号,…             不核对这些规则（check、score），可多次给出，如 --without T93,T81
  --severity 编号=级别,…       改变规则的级别：off（同 --without）、info（仅供参考）、warning、error
                               （check、score），如 --severity T81=warning,S06=info
  --together                   把同一单位各年度、各种文件互相对照（check）
  --only 范围                  只列出有错误的文件（broken）、有不符、待核实或未能读懂的文件
                               （findings），或只列出各项总数（summary）；未列出的份数另行报告；
                               列出的文件不再列相符的各项（check）
  --lines                      每行一份数据，只有一行或没有内容时也如此；结果也每份一行（JSON）
  --source 名称                结果中以此名称代替每行数据的文件名和行号，分批处理时结果相同
  --jobs 个数                  每行一份的数据同时核对几批，默认与处理器核数相同；结果的次序不变
  --strict                     有警告也以状态 1 退出
  --help, --version

退出状态
  0  没有错误    1  有错误级的不符    2  有内容未能读懂，或没有一项可以判定
  130  被中断，已核对部分的总数另行报告    141  输出的接收方已关闭
)",
    R"(tieout: checks whether the figures of a performance report or of final accounts tie out

usage
  tieout check [OPTIONS] FILE…   what ties out and what does not, by how much, and why
  tieout read  FILE…             what was read, as JSON: correct it and give it to check again
  tieout read --why FILE…        how each figure and each relation was read: phrase, head, row, column, frame
  tieout rates [OPTIONS] FILE…   every ratio that can be computed, beside the stated one
  tieout score --profile NAME|FILE FILE…
                                 scores recomputed by a profile, beside the stated ones
  tieout rules [CODE]            the catalogue of rules; or one with its demand, clause and examples
  tieout profiles [NAME]         the profiles; or one with its weights, methods and sources
  tieout forms [NAME]            the forms of tables; or one with its titles, captions and aspects
  tieout phrases                 the phrases of published reports that are understood

FILE is a published report (PDF, Word file, workbook, web page, plain text), a filing in JSON, or newline-delimited
filings; "-" is standard input, a folder stands for the documents in it, @LIST for the files that its lines name

options
  --format text|json             form of the output, text unless given; check knows markdown, csv, sarif
                                 and junit too, and rules, profiles, forms and phrases know markdown
  --lang zh|en                   language of the output, by default that of the locale
  --rounding MODE                how figures were rounded where the document does not say:
                                 nearest (the default), half_up, truncated or exact
  --scale own|common             each figure has the digits it is printed with (the default),
                                 or all in a relation have those of the finest
  --no-hidden                    leave out rows, columns and sheets that a workbook hides; they are read,
                                 and told, unless this is given
  --encoding NAME                encoding of a report in plain text or HTML, recognised unless given:
                                 auto, utf-8, gb18030, big5 or shift-jis
  --profile NAME|FILE            check scores, weights and grade by this profile too (check, score)
  --form FILE                    read tables by this form too, before the built-in ones; any number of times
  --rules FILE                   check by the rules in this file too; their examples are tried first
                                 (check, score); any number of times
  --without CODE,…               leave out the checks of these rules (check, score); any number of times
  --severity CODE=LEVEL,…        what breaking these rules is: off (as --without), info (told, and never a
                                 failure), warning or error (check, score)
  --together                     hold documents of one body against each other, year by year (check)
  --only broken|findings|summary print only documents with errors, only those with anything broken, to
                                 be looked at or not understood, or only the counts; what is left out
                                 is counted, and of a document that is printed so is what holds (check)
  --lines                        one filing a line, also if there is one line or none; so are the results
                                 in JSON
  --source NAME                  what such filings are called in the results, in the place of file and
                                 line, so that the results are the same however the input is divided
  --jobs N                       how many batches of newline-delimited filings are worked on at once,
                                 by default one on each core; the output stays in the order of the input
  --strict                       exit with 1 for warnings too
  --help, --version

exit status
  0  no errors    1  an error-level check is broken    2  something could not be understood,
                                                          or nothing could be decided
  130  interrupted; what was done by then is counted    141  the reader of the output went away
)"};

/// More threads than this are a slip of the hand.
constexpr int jobs_max = 1024;

std::optional<Language> language_named(std::string_view name) {
    if (name == "zh") return Language::zh;
    if (name == "en") return Language::en;
    return std::nullopt;
}

} // namespace

Language language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
    }
    return Language::en;
}

std::variant<Options, Reply> parse_options(int count, const char* const* arguments) {
    Options options;
    options.language = language_of_environment();

    std::string format;
    std::string language;
    std::string rounding;
    std::string scale;
    std::string encoding;
    std::string only;

    CLI::App app("", "tieout");
    app.require_subcommand(1);
    // Help and version are answered for every command alike.
    app.set_help_flag();
    bool wants_help = false;
    bool wants_version = false;
    const auto common = [&](CLI::App& to) {
        to.set_help_flag();
        to.add_flag("-h,--help", wants_help);
        to.add_flag("--version", wants_version);
    };
    common(app);

    const auto command = [&](const char* name, bool takes_files, std::vector<std::string> formats,
                             bool checks) {
        CLI::App& sub = *app.add_subcommand(name);
        common(sub);
        sub.add_option("--lang", language)->check(CLI::IsMember({"zh", "en"}));
        if (!formats.empty()) sub.add_option("--format", format)->check(CLI::IsMember(formats));
        if (checks) {
            std::vector<std::string> names;
            for (const PrintingEntry& entry : printings) names.emplace_back(entry.name);
            sub.add_option("--rounding", rounding)->check(CLI::IsMember(names));
            names.clear();
            for (const ScaleReadingEntry& entry : scale_readings) names.emplace_back(entry.name);
            sub.add_option("--scale", scale)->check(CLI::IsMember(names));
        }
        if (takes_files) {
            std::vector<std::string> names;
            for (const EncodingEntry& entry : encodings) names.emplace_back(entry.name);
            sub.add_option("--encoding", encoding)->check(CLI::IsMember(names));
            sub.add_flag_callback("--no-hidden", [&options] { options.hidden = Hidden::left_out; });
            sub.add_flag("--lines", options.lines);
            sub.add_option("--source", options.source);
            sub.add_option("--jobs", options.jobs)->check(CLI::Range(1, jobs_max));
            sub.add_option("FILE", options.files);
        } else {
            sub.add_option("CODE", options.code);
        }
        return &sub;
    };
    std::vector<std::string> report_names;
    for (const ReportFormat& each : report_formats()) report_names.emplace_back(each.name);
    CLI::App* const check = command("check", true, report_names, true);
    check->add_flag("--strict", options.strict);
    CLI::App* const read = command("read", true, {}, false);
    read->add_flag("--why", options.why);
    CLI::App* const rates = command("rates", true, {"text", "json"}, true);
    CLI::App* const rules = command("rules", false, {"text", "markdown"}, false);
    CLI::App* const score = command("score", true, {"text", "json"}, true);
    CLI::App* const profiles = command("profiles", false, {"text", "json", "markdown"}, false);
    CLI::App* const forms = command("forms", false, {"text", "json", "markdown"}, false);
    CLI::App* const phrases = app.add_subcommand("phrases");
    common(*phrases);
    phrases->add_option("--lang", language)->check(CLI::IsMember({"zh", "en"}));
    phrases->add_option("--format", format)->check(CLI::IsMember({"text", "markdown"}));
    CLI::Option* const together = check->add_flag("--together", options.together);
    check->add_option("--only", only)
        ->check(CLI::IsMember({"broken", "findings", "summary"}))
        ->excludes(together);
    score->add_flag("--strict", options.strict);
    check->add_option("--profile", options.profile);
    score->add_option("--profile", options.profile);
    for (CLI::App* const reading : {check, read, rates, score}) reading->add_option("--form", options.forms);
    for (CLI::App* const checking : {check, score}) {
        checking->add_option("--rules", options.rules)->allow_extra_args(false);
        checking->add_option("--without", options.without)->allow_extra_args(false);
        checking->add_option("--severity", options.severities)->allow_extra_args(false);
    }

    const auto usage_error = [&](std::string_view message) {
        std::string text = "tieout: " + std::string(message) + '\n';
        text += Words{"用 tieout --help 查看用法。\n", "See tieout --help.\n"}.in(options.language);
        return Reply{text, status_misunderstood};
    };
    try {
        app.parse(count, arguments);
    } catch (const CLI::RequiredError&) {
        if (!wants_help && !wants_version)
            return usage_error(
                Words{"请给出命令：check、read、rates、score、rules、profiles、forms 或 phrases",
                      "expected a command: check, read, rates, score, rules, profiles, forms or phrases"}
                    .in(options.language));
    } catch (const CLI::ParseError& error) {
        if (!wants_help && !wants_version) return usage_error(error.what());
    }
    if (const auto named = language_named(language)) options.language = *named;
    if (wants_help) return Reply{std::string(help.in(options.language)), status_good};
    if (wants_version) return Reply{"tieout " + std::string(version) + '\n', status_good};

    if (check->parsed()) options.command = Options::Command::check;
    if (read->parsed()) options.command = Options::Command::read;
    if (rates->parsed()) options.command = Options::Command::rates;
    if (rules->parsed()) options.command = Options::Command::rules;
    if (score->parsed()) options.command = Options::Command::score;
    if (profiles->parsed()) options.command = Options::Command::profiles;
    if (forms->parsed()) options.command = Options::Command::forms;
    if (phrases->parsed()) options.command = Options::Command::phrases;
    if (!rules->parsed() && !profiles->parsed() && !forms->parsed() && !phrases->parsed() &&
        options.files.empty())
        return usage_error(Words{"没有给出文件", "no file is given"}.in(options.language));
    if (score->parsed() && options.profile.empty())
        return usage_error(
            Words{"请用 --profile 给出评分办法", "expected --profile with a name or a file"}.in(
                options.language));
    const bool text_or_json = format.empty() || format == "text" || format == "json";
    if (check->parsed() && !text_or_json && (options.together || only == "summary"))
        return usage_error(Words{"--together 和 --only summary 的结果只有 text 和 json 两种格式",
                                 "with --together and --only summary the format is text or json"}
                               .in(options.language));
    if (check->parsed() && !format.empty()) options.writer = report_format_named(format);
    if (format == "json") options.format = Options::Format::json;
    if (format == "markdown") options.format = Options::Format::markdown;
    if (only == "broken") options.only = Options::Only::broken;
    if (only == "findings") options.only = Options::Only::findings;
    if (only == "summary") options.only = Options::Only::summary;
    if (!rounding.empty()) options.check.rounding = printing_named(rounding);
    if (const auto named = scale_reading_named(scale)) options.check.scale = *named;
    if (const auto named = encoding_named(encoding)) options.encoding = *named;
    return options;
}

} // namespace tieout::cli
