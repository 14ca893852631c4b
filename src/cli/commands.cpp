// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"

#include "cli/crew.hpp"
#include "cli/documents.hpp"
#include "cli/files.hpp"
#include "cli/forms.hpp"
#include "cli/input.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/phrases.hpp"
#include "cli/profiles.hpp"
#include "cli/progress.hpp"
#include "cli/rule_sets.hpp"
#include "cli/why.hpp"
#include "cli/worker.hpp"
#include "write/display.hpp"

#include <tieout/read/json.hpp>
#include <tieout/read/text.hpp>
#include <tieout/rules/rule.hpp>
#include <tieout/rules/together.hpp>
#include <tieout/score/score.hpp>
#include <tieout/stream/shapes.hpp>
#include <tieout/write/catalogue.hpp>
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

std::size_t line_ends_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; ++at) ++count;
    return count;
}

/// What is known of shapes, lent to one thread at a time.
class ShapesInUse {
  public:
    ShapesInUse(const Options& options, const RuleSet& rules)
        : rules_(rules), options_(options.check),
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
        if (free_.empty()) return std::make_unique<Shapes>(rules_, options_, broken_);
        std::unique_ptr<Shapes> shapes = std::move(free_.back());
        free_.pop_back();
        return shapes;
    }
    void give(std::unique_ptr<Shapes> shapes) {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(shapes));
    }

    const RuleSet& rules_;
    const CheckOptions& options_;
    const Shapes::Broken broken_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Shapes>> free_;
};

/// Goes through the files in their order and writes what comes out.
class Run {
  public:
    Run(const Options& options, const NamedFiles& named, RuleSet rules, const Profile* profile,
        std::span<const Form* const> forms)
        : options_(options), named_(named), rules_(std::move(rules)), profile_(profile),
          forms_(forms), text_{.language = options.language,
                               .colour = colour_wanted(),
                               .width = page_width(),
                               .all = options.only == Options::Only::everything},
          progress_(named.files, options.language) {}

    int all() {
        tally_.misunderstood += named_.problems.size();
        for (const Problem& problem : named_.problems)
            complain(problem_text(problem, options_.language) + '\n');
        if (named_.files.size() > 1 && jobs() > 1)
            several();
        else
            for (const std::string& name : named_.files) one(name);
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
        else if (!by_line_ && holds())
            write_result(whole_run());
        flush_results();
        if (interrupted() ||
            ((tally_.left_out != 0 || named_.expanded) && options_.only != Options::Only::summary))
            complain(counts_text(tally_, options_.language, interrupted()));
        if (named_.left_out != 0)
            complain(std::to_string(named_.left_out) +
                     std::string(Words{" 个其他类型的文件未读\n", " files of other kinds were not read\n"}.in(
                         options_.language)));
        return interrupted() ? status_interrupted : tally_.code();
    }

  private:
    [[nodiscard]] bool json() const { return options_.format == Options::Format::json; }
    [[nodiscard]] bool checks() const { return options_.command == Options::Command::check; }
    /// Whether the results of all documents are one file, which is written at the end.
    [[nodiscard]] bool holds() const { return checks() ? options_.writer->run != nullptr : json(); }
    [[nodiscard]] std::string whole_run() const {
        if (!checks()) return reports_json(held_);
        return options_.writer->run(
            held_, {.language = options_.language, .strict = options_.strict, .rules = rules_});
    }
    [[nodiscard]] Worker worker() const {
        // Several filings that are to be read again stand on one line each.
        const bool one_line =
            by_line_ || (options_.command == Options::Command::read && named_.files.size() > 1);
        return {options_, rules_, profile_, text_, one_line ? JsonLayout::one_line : JsonLayout::indented};
    }

    /// Whether all documents are looked at together, side by side or against each other.
    [[nodiscard]] bool gathers() const {
        return options_.together || (options_.command == Options::Command::rates && named_.files.size() > 1);
    }

    void gather(Document&& document) {
        for (const Problem& problem : document.problems) {
            complain(problem_text(problem, options_.language) + '\n');
            problems_.push_back(problem);
        }
        ++tally_.documents;
        if (document.has_failure()) ++tally_.misunderstood;
        if (document.filing) gathered_.push_back(std::move(document));
    }

    void write_gathered() {
        if (options_.together) {
            std::vector<FiledDocument> documents;
            for (const Document& document : gathered_)
                documents.push_back({document.source, &*document.filing});
            const Together together = check_together(documents, rules_, options_.check);
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

    [[nodiscard]] std::size_t jobs() const {
        return options_.jobs != 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
    }
    [[nodiscard]] DocumentReading reading() const { return {options_, forms_}; }

    /// What came of one file.
    struct Done {
        bool lines = false; ///< filings of one line each, which are not read here
        std::optional<Document> document{};
        Results results{};
        std::size_t bytes = 0;
    };

    /// Reads a document, and does with it what does not need the others.
    Done done_with(Input& input, const std::string& name) const {
        Done done;
        try {
            done.lines = reading().recognises_lines(input);
            if (done.lines) return done;
            Document document = reading().read(input, name);
            done.bytes = input.held().size();
            if (gathers()) {
                done.document = std::move(document);
            } else {
                worker().document(std::move(document), name, done.results);
                if (&name == &named_.files.back()) leave(std::move(document));
            }
        } catch (const std::bad_alloc& failure) {
            // There may be room for the next.
            done.results.complaints =
                detail::clean(name) + ": " + failure_text(failure, options_.language) + '\n';
            done.results.tally.documents = done.results.tally.misunderstood = 1;
        }
        return done;
    }

    /// What the last document took goes back to the system with the program, and not piece by piece before.
    static void leave(Document&& document) {
        static const Document* const left = new Document(std::move(document));
        static_cast<void>(left);
    }

    void one(const std::string& name) {
        if (interrupted()) return;
        Input input(name);
        Done done = done_with(input, name);
        if (interrupted()) return;
        if (done.lines)
            lines(input, name);
        else
            take(std::move(done));
    }

    void take(Done done) {
        if (done.document)
            gather(std::move(*done.document));
        else
            take(std::move(done.results));
        progress_.add(tally_, done.bytes);
    }

    void lines(Input& input, const std::string& name) {
        if (gathers()) {
            for (std::string batch;;) {
                input.take_lines(batch_bytes, ReadLimits::document_bytes, batch);
                if (batch.empty() || interrupted()) return;
                read_filings(batch, name, [&](Document&& document) { gather(std::move(document)); });
            }
        }
        // The form of the output is that of the first input.
        if (&name == &named_.files.front() && (json() || !holds())) by_line_ = true;
        stream(input, name);
    }

    /// Documents go to the crew, and their results are written in the order of their names. No more are under way than keep
    /// everybody at work.
    void several() {
        struct Pending {
            const std::string& name;
            bool here; ///< it is not for the crew
            std::promise<Done> done{};
        };
        // What the first one is decides how all are written.
        auto next = named_.files.begin();
        one(*next++);
        const std::size_t most = 2 * jobs();
        std::deque<Pending> pending;
        Crew crew(jobs());
        while (!interrupted() && (next != named_.files.end() || !pending.empty())) {
            for (; next != named_.files.end() && pending.size() < most; ++next) {
                Pending& file = pending.emplace_back(Pending{*next, *next == "-"});
                if (file.here) continue;
                crew.give([this, &file] {
                    try {
                        Input input(file.name);
                        file.done.set_value(done_with(input, file.name));
                    } catch (...) {
                        file.done.set_exception(std::current_exception());
                    }
                });
            }
            Pending& file = pending.front();
            Done done;
            if (!file.here) done = file.done.get_future().get();
            if (file.here || done.lines)
                one(file.name);
            else
                take(std::move(done));
            flush_results();
            pending.pop_front();
        }
    }

    /// Batches of lines go to the crew, and their results are written in the order of the lines. No more are under
    /// way than keep everybody at work, so that memory stays flat whatever the length.
    void stream(Input& input, const std::string& name) {
        struct Batch {
            std::string lines;
            std::size_t first_line;
            std::promise<Results> results{};
        };
        const std::size_t most = jobs() == 1 ? 1 : 2 * jobs();
        const Worker work = worker();
        ShapesInUse shapes(options_, rules_);
        std::deque<Batch> batches;
        std::vector<std::string> spare; // room of batches that are done
        Crew crew(jobs());
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
            if (holds() && !by_line_) {
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

    /// Enough that handing it over costs nothing beside the work, and little enough that many fit into memory.
    static constexpr std::size_t batch_bytes = std::size_t{1} << 19;

    const Options& options_;
    const NamedFiles& named_;
    const RuleSet rules_;
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
    std::optional<RuleSet> rules = chosen_rules(options);
    if (!rules) return status_misunderstood;
    const NamedFiles named = files_named(options.files);
    if (options.command == Options::Command::read && options.why) return print_why(options, named.files);
    std::optional<Profile> profile;
    if (!options.profile.empty()) {
        profile = load_profile(options.profile, options.language);
        if (!profile) return status_misunderstood;
    }
    const auto forms = load_forms(options.forms, options.language);
    if (!forms) return status_misunderstood;
    std::vector<const Form*> own;
    for (const Form& form : *forms) own.push_back(&form);
    return Run(options, named, *std::move(rules), profile ? &*profile : nullptr, own).all();
}

} // namespace tieout::cli
