// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"

#include "cli/crew.hpp"
#include "cli/forms.hpp"
#include "cli/input.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/phrases.hpp"
#include "cli/profiles.hpp"
#include "cli/progress.hpp"
#include "cli/tally.hpp"
#include "cli/why.hpp"
#include "read/json/sha256.hpp"
#include "write/display.hpp"

#include <tieout/read/json.hpp>
#include <tieout/read/text.hpp>
#include <tieout/rules/report.hpp>
#include <tieout/rules/rule.hpp>
#include <tieout/rules/together.hpp>
#include <tieout/score/score.hpp>
#include <tieout/stream/shapes.hpp>
#include <tieout/write/catalogue.hpp>
#include <tieout/write/filing.hpp>
#include <tieout/write/json.hpp>
#include <tieout/write/problem.hpp>
#include <tieout/write/score.hpp>
#include <tieout/write/text.hpp>
#include <tieout/write/together.hpp>

#include <algorithm>
#include <deque>
#include <exception>
#include <future>
#include <memory>
#include <mutex>
#include <new>
#include <thread>

namespace tieout::cli {

namespace {

/// What some documents give: results and complaints, not yet written.
struct Results {
    std::vector<std::string> documents{};
    std::string complaints{};
    Tally tally{};
};

std::size_t line_ends_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; ++at) ++count;
    return count;
}

/// Treats documents one by one. Knows nothing of where the results go, so that several can be at work.
class Worker {
  public:
    Worker(const Options& options, const Profile* profile, const TextOptions& text, JsonLayout layout)
        : options_(options), profile_(profile), text_(text), layout_(layout) {}

    /// What goes wrong is told with the place; the number is that of the line, if the document is one.
    void document(Document&& document, const std::string& place, Results& to, std::size_t line = 0) const {
        const bool renamed = line != 0 && !options_.source.empty();
        const DocumentInfo info{renamed ? options_.source : place, document.input_sha256};
        for (const Problem& problem : document.problems)
            to.complaints += problem_text(problem, options_.language) + '\n';
        bool misunderstood = !document.problems.empty();
        // The result then says nothing of where in the input the line stood, so that it is the same however the
        // input is divided.
        for (Problem& problem : document.problems) {
            if (!renamed) break;
            problem.source = options_.source;
            if (problem.line >= line) problem.line -= line - 1;
        }
        try {
            if (document.filing)
                filing(info, place, document, misunderstood, to);
            else if (options_.format == Options::Format::json) {
                if (options_.only == Options::Only::everything || options_.only == Options::Only::findings)
                    to.documents.push_back(unread_json(info, document.problems, options_.language, layout_));
                else
                    ++to.tally.left_out;
            }
        } catch (const std::exception& failure) {
            to.complaints += detail::clean(place) + ": " + failure_text(failure, options_.language) + '\n';
            misunderstood = true;
        }
        ++to.tally.documents;
        if (misunderstood) ++to.tally.misunderstood;
    }

    /// Newline-delimited filings; the first line has that number. What is known of their shapes tells most of them that
    /// are not to be printed at a glance.
    void lines(std::string_view text, std::string_view source, std::size_t first_line, Shapes& shapes,
               Results& to) const {
        FilingReader reader;
        for (std::size_t number = first_line; !text.empty(); ++number) {
            const std::size_t end = text.find('\n');
            const std::string_view line = text.substr(0, end);
            text.remove_prefix(end == text.npos ? text.size() : end + 1);
            if (line.find_first_not_of(" \t\r") == line.npos) continue;
            if (at_a_glance() &&
                (counted(shapes.outcomes(line), to) || known(shapes, line, source, number, to)))
                continue;
            document(reader.read(line, source, number), place_of(source, number), to, number);
        }
    }

  private:
    /// Whether most documents are only counted.
    [[nodiscard]] bool at_a_glance() const {
        return options_.command == Options::Command::check && profile_ == nullptr &&
               options_.only != Options::Only::everything;
    }

    /// Counts a document of which nothing is to be written; false if it is to be read in full.
    bool counted(const std::optional<Summary>& outcomes, Results& to) const {
        if (!outcomes || nothing_decided(*outcomes)) return false;
        Tally tally = tally_of(*outcomes);
        if (wanted(tally, false)) return false;
        tally.documents = 1;
        tally.left_out = 1;
        to.tally.add(tally);
        return true;
    }

    /// The same for one whose report is made of another filing of its shape.
    bool known(Shapes& shapes, std::string_view line, std::string_view source, std::size_t number,
               Results& to) const {
        const Report* const report = shapes.report();
        if (report == nullptr) return false;
        const std::string place = place_of(source, number);
        bool misunderstood = false;
        checked({options_.source.empty() ? place : options_.source, detail::sha256(line)}, place, *report, {},
                misunderstood, to);
        ++to.tally.documents;
        if (misunderstood) ++to.tally.misunderstood;
        return true;
    }
    static std::string place_of(std::string_view source, std::size_t line) {
        return std::string(source) + ':' + std::to_string(line);
    }

    [[nodiscard]] static bool nothing_decided(const Summary& outcomes) {
        return outcomes.exact + outcomes.rounding + outcomes.broken + outcomes.doubted == 0;
    }
    /// What the checks of one document count for.
    [[nodiscard]] Tally tally_of(const Summary& outcomes) const {
        const bool broken = options_.strict ? outcomes.broken != 0 : outcomes.broken > outcomes.warnings;
        return {.broken = broken ? 1U : 0U,
                .findings = outcomes.broken != 0 ? 1U : 0U,
                .doubted = outcomes.doubted != 0 ? 1U : 0U,
                .checks = outcomes};
    }

    /// Whether a document is to be printed.
    [[nodiscard]] bool wanted(const Tally& tally, bool misunderstood) const {
        switch (options_.only) {
        case Options::Only::everything:
            return true;
        case Options::Only::broken:
            return tally.broken != 0;
        case Options::Only::findings:
            return tally.findings + tally.doubted != 0 || misunderstood;
        case Options::Only::summary:
            break;
        }
        return false;
    }

    void checked(const DocumentInfo& info, const std::string& place, const Report& report,
                 const std::vector<Problem>& problems, bool& misunderstood, Results& to) const {
        const Summary summary = report.outcomes();
        Tally tally = tally_of(summary);
        if (nothing_decided(summary)) {
            misunderstood = true;
            to.complaints += detail::clean(place) + ": ";
            to.complaints +=
                Words{"没有一项关系可以判定\n", "nothing in this document could be decided\n"}.in(
                    options_.language);
        }
        // Text is made only of what is printed: it takes longer than the checks.
        if (wanted(tally, misunderstood)) {
            const Names names(report);
            to.documents.push_back(
                options_.format == Options::Format::json
                    ? report_json(info, report, names, problems, options_.language, layout_, text_.all)
                    : report_text(info, report, names, text_));
        } else {
            tally.left_out = 1;
        }
        to.tally.add(tally);
    }

    void filing(const DocumentInfo& info, const std::string& place, const Document& document,
                bool& misunderstood, Results& to) const {
        const bool json = options_.format == Options::Format::json;
        switch (options_.command) {
        case Options::Command::check:
            checked(info, place,
                    profile_ != nullptr ? tieout::check(*document.filing, *profile_, options_.check)
                                        : tieout::check(*document.filing, options_.check),
                    document.problems, misunderstood, to);
            break;
        case Options::Command::rates:
            to.documents.push_back(json ? rates_json(info, *document.filing, options_.check,
                                                     document.problems, options_.language, layout_)
                                        : rates_text(info, *document.filing, options_.check, text_));
            break;
        case Options::Command::read:
            to.documents.push_back(layout_ == JsonLayout::indented
                                       ? filing_json(*document.filing)
                                       : filing_json_line(*document.filing) + '\n');
            break;
        case Options::Command::score: {
            const Score score = tieout::score(*document.filing, *profile_, options_.check);
            const Report report = tieout::check(*document.filing, *profile_, options_.check);
            const Names names(report);
            to.documents.push_back(
                json ? score_json(info, score, report, names, document.problems, options_.language, layout_)
                     : score_text(info, score, report, names, text_));
            const bool broken =
                std::any_of(report.checks.begin(), report.checks.end(), [&](const Check& check) {
                    const Relation& relation = report.relation_of(check);
                    return check.outcome == Outcome::broken && is_of_scores(relation) &&
                           (options_.strict || relation.severity == Severity::error);
                });
            if (broken) ++to.tally.broken;
            break;
        }
        case Options::Command::rules:
        case Options::Command::profiles:
        case Options::Command::forms:
        case Options::Command::phrases:
            break;
        }
    }

    const Options& options_;
    const Profile* profile_;
    TextOptions text_;
    JsonLayout layout_;
};

/// What is known of shapes, lent to one thread at a time.
class ShapesInUse {
  public:
    explicit ShapesInUse(const Options& options)
        : options_(options.check),
          broken_(options.only == Options::Only::summary ? Shapes::Broken::counted
                                                         : Shapes::Broken::left_out) {}

    class Lent {
      public:
        explicit Lent(ShapesInUse& from) : from_(from), shapes_(from.take()) {}
        ~Lent() { from_.give(std::move(shapes_)); }
        Lent(const Lent&) = delete;
        Lent& operator=(const Lent&) = delete;
        Shapes& operator*() const { return *shapes_; }

      private:
        ShapesInUse& from_;
        std::unique_ptr<Shapes> shapes_;
    };

  private:
    std::unique_ptr<Shapes> take() {
        const std::lock_guard lock(mutex_);
        if (free_.empty()) return std::make_unique<Shapes>(options_, broken_);
        std::unique_ptr<Shapes> shapes = std::move(free_.back());
        free_.pop_back();
        return shapes;
    }
    void give(std::unique_ptr<Shapes> shapes) {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(shapes));
    }

    const CheckOptions& options_;
    const Shapes::Broken broken_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Shapes>> free_;
};

/// Goes through the files in their order and writes what comes out.
class Run {
  public:
    Run(const Options& options, const Profile* profile, std::span<const Form* const> forms)
        : options_(options), profile_(profile),
          forms_(forms), text_{.language = options.language,
                               .colour = colour_wanted(),
                               .width = page_width(),
                               .all = options.only == Options::Only::everything},
          progress_(options.files, options.language) {}

    int all() {
        for (const std::string& name : options_.files) {
            if (interrupted()) break;
            try {
                one(name);
            } catch (const std::bad_alloc& failure) {
                // There may be room for the next.
                complain(detail::clean(name) + ": " + failure_text(failure, options_.language) + '\n');
                ++tally_.documents;
                ++tally_.misunderstood;
            }
        }
        progress_.clear();
        if (gathers()) {
            // Part of the documents held against each other would look like a result.
            if (interrupted()) {
                complain(counts_text(tally_, options_.language, true));
                return status_interrupted;
            }
            write_gathered();
            flush_results();
            return tally_.code();
        }
        if (options_.only == Options::Only::summary)
            write_result(json() ? summary_json(tally_) : summary_text(tally_, options_.language));
        else if (json() && !by_line_)
            write_result(reports_json(held_));
        flush_results();
        if (interrupted() || (tally_.left_out != 0 && options_.only != Options::Only::summary))
            complain(counts_text(tally_, options_.language, interrupted()));
        return interrupted() ? status_interrupted : tally_.code();
    }

  private:
    [[nodiscard]] bool json() const { return options_.format == Options::Format::json; }
    [[nodiscard]] Worker worker() const {
        // Several filings that are to be read again stand on one line each.
        const bool one_line =
            by_line_ || (options_.command == Options::Command::read && options_.files.size() > 1);
        return {options_, profile_, text_, one_line ? JsonLayout::one_line : JsonLayout::indented};
    }

    /// Whether all documents are looked at together, side by side or against each other.
    [[nodiscard]] bool gathers() const {
        return options_.together ||
               (options_.command == Options::Command::rates && options_.files.size() > 1);
    }

    void gather(Document&& document) {
        for (const Problem& problem : document.problems) {
            complain(problem_text(problem, options_.language) + '\n');
            problems_.push_back(problem);
        }
        ++tally_.documents;
        if (!document.problems.empty()) ++tally_.misunderstood;
        if (document.filing) gathered_.push_back(std::move(document));
    }

    void write_gathered() {
        if (options_.together) {
            std::vector<FiledDocument> documents;
            for (const Document& document : gathered_)
                documents.push_back({document.source, &*document.filing});
            const Together together = check_together(documents, options_.check);
            write_result(json() ? together_json(together, problems_, options_.language)
                                : together_text(together, text_));
            if (together.broken(options_.strict)) ++tally_.broken;
            if (together.checks.size() == together.count(Outcome::undecided) - together.count_doubted()) {
                ++tally_.misunderstood;
                complain(
                    Words{"没有一项可以对照\n", "nothing in these documents could be held against another\n"}
                        .in(options_.language));
            }
            return;
        }
        std::vector<RatedDocument> documents;
        for (const Document& document : gathered_)
            documents.push_back({{document.source, document.input_sha256}, &*document.filing});
        if (documents.empty()) return;
        write_result(json() ? rates_side_by_side_json(documents, options_.check, options_.language)
                            : rates_side_by_side_text(documents, options_.check, text_));
    }

    void one(const std::string& name) {
        Input input(name);
        if (!options_.lines) input.fill(recognised_bytes);
        const bool lines =
            input.error().empty() && (options_.lines || recognise(input.held()) == InputKind::filings);
        if (gathers() && lines) {
            for (std::string batch;;) {
                input.take_lines(batch_bytes, ReadLimits::document_bytes, batch);
                if (batch.empty() || interrupted()) return;
                read_filings(batch, name, [&](Document&& document) { gather(std::move(document)); });
            }
        }
        if (lines) {
            // The form of the output is that of the first input.
            if (&name == &options_.files.front()) by_line_ = true;
            stream(input, name);
            return;
        }
        input.fill(ReadLimits::document_bytes + 1);
        if (interrupted()) return;
        Document document;
        document.source = name;
        if (!input.error().empty()) {
            document.problems.push_back(
                {.kind = Problem::Kind::unreadable_file, .source = name, .seen = input.error()});
        } else {
            switch (recognise(input.held())) {
            case InputKind::filing:
            case InputKind::filings:
                document = read_filing(input.held(), name);
                break;
            case InputKind::report:
                document = read_report(input.held(), name, options_.encoding, forms_);
                break;
            case InputKind::unknown:
                document.problems.push_back(unknown_input(name, input.held()));
                break;
            }
        }
        if (gathers()) {
            gather(std::move(document));
            return;
        }
        Results results;
        worker().document(std::move(document), name, results);
        take(std::move(results));
        progress_.add(tally_, input.held().size());
    }

    /// What is neither a filing nor the text of a report.
    static Problem unknown_input(const std::string& name, std::string_view bytes) {
        const std::string_view format = foreign_format(bytes);
        return {.kind = Problem::Kind::wrong_type,
                .source = name,
                .line = 1,
                .column = 1,
                .expected = "filing or report",
                .seen = std::string(format.empty() ? "nothing" : format)};
    }

    /// Batches of lines go to the crew, and their results are written in the order of the lines. No more are under
    /// way than keep everybody at work, so that memory stays flat whatever the length.
    void stream(Input& input, const std::string& name) {
        struct Batch {
            std::string lines;
            std::size_t first_line;
            std::promise<Results> results{};
        };
        const std::size_t jobs =
            options_.jobs != 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
        const std::size_t most = jobs == 1 ? 1 : 2 * jobs;
        const Worker work = worker();
        ShapesInUse shapes(options_);
        std::deque<Batch> batches;
        std::vector<std::string> spare; // room of batches that are done
        Crew crew(jobs);
        std::size_t line = 1;
        for (bool more = true; more || !batches.empty();) {
            while (more && batches.size() < most && (batches.empty() || input.ready())) {
                std::string lines;
                if (!spare.empty()) {
                    lines = std::move(spare.back());
                    spare.pop_back();
                }
                input.take_lines(batch_bytes, ReadLimits::document_bytes, lines);
                // An interrupt may have cut off the last of these lines.
                more = !lines.empty() && !interrupted();
                if (!more) break;
                const std::size_t first = line;
                line += line_ends_in(lines);
                Batch& batch = batches.emplace_back(Batch{std::move(lines), first});
                crew.give([&work, &shapes, &batch, &name] {
                    try {
                        Results results;
                        const ShapesInUse::Lent lent(shapes);
                        work.lines(batch.lines, name, batch.first_line, *lent, results);
                        batch.results.set_value(std::move(results));
                    } catch (...) {
                        batch.results.set_exception(std::current_exception());
                    }
                });
            }
            if (batches.empty()) break;
            take(batches.front().results.get_future().get());
            // Who reads on needs what is done, also while no more input comes.
            flush_results();
            progress_.add(tally_, batches.front().lines.size());
            spare.push_back(std::move(batches.front().lines));
            batches.pop_front();
        }
        if (!input.error().empty()) {
            Results failed;
            Document document;
            document.problems.push_back(
                {.kind = Problem::Kind::unreadable_file, .source = name, .seen = input.error()});
            work.document(std::move(document), name, failed);
            take(std::move(failed));
        }
    }

    void take(Results results) {
        // Both may go to the same terminal; the line comes back when there is more to tell.
        if (!results.complaints.empty() || !results.documents.empty()) progress_.clear();
        complain(results.complaints);
        tally_.add(results.tally);
        for (std::string& document : results.documents) {
            if (json() && !by_line_) {
                held_.push_back(std::move(document));
                continue;
            }
            if (json()) document += '\n';
            if (options_.format == Options::Format::text && options_.command != Options::Command::read &&
                written_)
                write_result("\n");
            write_result(document);
            written_ = true;
        }
    }

    /// Enough to tell filings from one filing.
    static constexpr std::size_t recognised_bytes = std::size_t{1} << 20;
    /// Enough that handing it over costs nothing beside the work, and little enough that many fit into memory.
    static constexpr std::size_t batch_bytes = std::size_t{1} << 19;

    const Options& options_;
    const Profile* profile_;
    std::span<const Form* const> forms_;
    TextOptions text_;
    Tally tally_;
    Progress progress_;
    /// Documents that are looked at together, and what could not be understood in them.
    std::vector<Document> gathered_;
    std::vector<Problem> problems_;
    std::vector<std::string> held_;
    bool by_line_ = false;
    bool written_ = false;
};

int print_rules(const Options& options) {
    const TextOptions text{.language = options.language, .colour = colour_wanted(), .width = page_width()};
    if (options.format == Options::Format::markdown) {
        write_result(rules_markdown());
    } else if (options.code.empty()) {
        write_result(rules_text(text));
    } else if (const Rule* rule = find_rule(options.code)) {
        write_result(rule_text(*rule, text));
    } else {
        complain("tieout: " + std::string(Words{"没有这条规则：", "there is no rule "}.in(options.language)) +
                 options.code + '\n');
        return status_misunderstood;
    }
    flush_results();
    return status_good;
}

} // namespace

int run(const Options& options) {
    if (options.command == Options::Command::rules) return print_rules(options);
    if (options.command == Options::Command::profiles) return print_profiles(options);
    if (options.command == Options::Command::forms) return print_forms(options);
    if (options.command == Options::Command::phrases) return print_phrases(options);
    if (options.command == Options::Command::read && options.why) return print_why(options);
    std::optional<Profile> profile;
    if (!options.profile.empty()) {
        profile = load_profile(options.profile, options.language);
        if (!profile) return status_misunderstood;
    }
    const auto forms = load_forms(options.forms, options.language);
    if (!forms) return status_misunderstood;
    std::vector<const Form*> own;
    for (const Form& form : *forms) own.push_back(&form);
    return Run(options, profile ? &*profile : nullptr, own).all();
}

} // namespace tieout::cli
