// SPDX-License-Identifier: MIT
#include "read/pdf/pdf.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <tieout/base/utf8.hpp>
#include <tieout/read/json.hpp>

#include "read/pdf/file.hpp"
#include "read/pdf/paper.hpp"
#include "read/programs/program.hpp"

namespace tieout::detail {

namespace {

using Kind = Problem::Kind;
using End = ProgramOutcome::End;

/// A problem of the whole file, or of one page of it.
Problem problem_of(Kind kind, std::string_view needed = {}, std::size_t page = 0) {
    Problem problem{.kind = kind};
    problem.expected = needed;
    if (page > 0) problem.part = FilePart(FilePart::Kind::page, static_cast<std::uint32_t>(page));
    return problem;
}

/// Characters of a page that a picture may hide: the number of the page, a stamp.
constexpr std::size_t few_characters = 30;
/// Filled shapes that are no letters: bullets, arrows, parts of a logo.
constexpr std::size_t few_shapes = 100;

struct Characters {
    std::size_t all = 0;
    /// Of private use: what the font means by them is its own affair.
    std::size_t unknown = 0;
};

Characters count(const std::vector<PaperWord>& words) noexcept {
    Characters count;
    for (const PaperWord& word : words)
        for (std::size_t at = 0; at < word.text.size();) {
            const CodePoint c = decode_utf8(word.text, at);
            at += std::max<std::size_t>(c.length, 1);
            ++count.all;
            count.unknown += (c.value >= 0xE000 && c.value <= 0xF8FF) || c.value >= 0xF0000 ? 1U : 0U;
        }
    return count;
}

/// Whether pictures cover more than half of a page.
bool is_covered(const DrawnPage& page) noexcept {
    // In whole points, whose products fit.
    const auto points = [](Fixed length) { return length / fixed_one; };
    std::int64_t covered = 0;
    for (const Box& box : page.drawn.pictures) {
        const Box seen{std::max<Fixed>(box.left, 0), std::max<Fixed>(box.top, 0),
                       std::min(box.right, page.width), std::min(box.bottom, page.height)};
        if (seen.width() > 0 && seen.height() > 0) covered += points(seen.width()) * points(seen.height());
    }
    return 2 * covered > points(page.width) * points(page.height);
}

/// Whether the words of a page are not what it shows: it is a picture, or nobody can tell its characters.
enum class Shown : std::uint8_t { words, picture, unknown };

Shown shown_by(const DrawnPage& page, const std::vector<PaperWord>& words) {
    const Characters characters = count(words);
    if (2 * characters.unknown > characters.all) return Shown::unknown;
    if (characters.all > few_characters) return Shown::words;
    if (is_covered(page) || (words.empty() && !page.drawn.pictures.empty())) return Shown::picture;
    const bool hidden = words.empty() && (page.drawn.texts > 0 || page.drawn.curved > few_shapes);
    return hidden ? Shown::unknown : Shown::words;
}

Paper paper_of(WordPage&& words, DrawnPage& drawn) {
    Paper paper;
    paper.width = drawn.width > 0 ? drawn.width : words.width;
    paper.height = drawn.height > 0 ? drawn.height : words.height;
    // What lies outside of the page is not printed.
    const Box all{0, 0, paper.width, paper.height};
    std::erase_if(words.words, [&](const PaperWord& word) { return !all.holds(word.box.centre()); });
    take_footnote_marks(words.words);
    paper.tables = ruled_tables(grids_of(drawn.drawn.rules, drawn.drawn.too_much), words.words);
    paper.lines = lines_of_words(std::move(words.words));
    return paper;
}

/// What is wrong where pdftotext gives no words.
Problem problem_of(const ProgramOutcome& outcome) {
    switch (outcome.end) {
    case End::absent:
        return problem_of(Kind::unreadable_file, "no pdftotext");
    case End::failed:
        // What else than the file could make it fail?
        return problem_of(Kind::damaged);
    case End::too_long:
    case End::too_much:
        return problem_of(Kind::unreadable_file, "pdftotext without an end");
    default:
        return problem_of(Kind::unreadable_file, "pdftotext crashed");
    }
}

/// Says which pages cannot be read, and why: all of them in one, if it is all.
void complain(const std::vector<DrawnPage>& pages, const std::vector<Shown>& shown,
              std::vector<Problem>& problems) {
    const auto pictures = static_cast<std::size_t>(std::count(shown.begin(), shown.end(), Shown::picture));
    const bool all = pictures > 1 && pictures == pages.size();
    if (all) problems.push_back(problem_of(Kind::scanned));
    for (std::size_t i = 0; i < pages.size() && problems.size() < ReadLimits::problems; ++i) {
        if (pages[i].damaged) problems.push_back(problem_of(Kind::damaged, {}, i + 1));
        if (pages[i].drawn.too_much) {
            problems.push_back(problem_of(Kind::limit, {}, i + 1));
            problems.back().expected = std::to_string(most_rules) + " ruling lines";
        }
        if (shown[i] == Shown::picture && !all) problems.push_back(problem_of(Kind::scanned, {}, i + 1));
        if (shown[i] == Shown::unknown)
            problems.push_back(problem_of(Kind::scanned, "text without characters", i + 1));
    }
}

} // namespace

Page page_of_pdf(std::string_view bytes, std::vector<Problem>& problems) {
    // In the coordinates of what is shown of each page; both work at once.
    Program program({"pdftotext", "-q", "-bbox", "-cropbox", "-enc", "UTF-8", "-", "-"}, bytes);
    DrawnFile drawn = drawn_of(bytes);
    if (drawn.state == DrawnFile::State::encrypted) {
        problems.push_back(problem_of(Kind::encrypted));
        return {};
    }
    const ProgramOutcome outcome = program.finish();
    std::optional<std::vector<WordPage>> words;
    if (outcome.end == End::finished) words = words_of(outcome.output);
    if (!words) {
        problems.push_back(problem_of(outcome));
        return {};
    }
    if (drawn.state == DrawnFile::State::damaged) problems.push_back(problem_of(Kind::damaged));
    drawn.pages.resize(words->size());
    std::vector<Paper> papers;
    std::vector<Shown> shown;
    for (std::size_t i = 0; i < words->size(); ++i) {
        shown.push_back(shown_by(drawn.pages[i], (*words)[i].words));
        papers.push_back(paper_of(std::move((*words)[i]), drawn.pages[i]));
    }
    complain(drawn.pages, shown, problems);
    remove_margins(papers);
    return page_of_papers(papers);
}

} // namespace tieout::detail
