// SPDX-License-Identifier: MIT
#include "read/pdf/pdf.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <tieout/base/utf8.hpp>

#include "read/pdf/file.hpp"
#include "read/pdf/paper.hpp"
#include "read/programs/program.hpp"

namespace tieout::detail {

namespace {

using What = PdfFault::What;

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

/// What is wrong with a page, if its words are not what it shows.
std::optional<What> fault_of(const DrawnPage& page, const std::vector<PaperWord>& words) {
    const Characters characters = count(words);
    if (2 * characters.unknown > characters.all) return What::unreadable;
    if (characters.all > few_characters) return std::nullopt;
    if (is_covered(page) || (words.empty() && !page.drawn.pictures.empty())) return What::scanned;
    if (words.empty() && (page.drawn.texts > 0 || page.drawn.curved > few_shapes)) return What::unreadable;
    return std::nullopt;
}

Paper paper_of(WordPage&& words, DrawnPage& drawn) {
    Paper paper;
    paper.width = drawn.width > 0 ? drawn.width : words.width;
    paper.height = drawn.height > 0 ? drawn.height : words.height;
    // What lies outside of the page is not printed.
    const Box all{0, 0, paper.width, paper.height};
    std::erase_if(words.words, [&](const PaperWord& word) { return !all.holds(word.box.centre()); });
    paper.tables = ruled_tables(grids_of(drawn.drawn.rules, drawn.drawn.too_much), words.words);
    paper.lines = lines_of_words(std::move(words.words));
    return paper;
}

} // namespace

Page page_of_pdf(std::string_view bytes, std::vector<PdfFault>& faults) {
    // In the coordinates of what is shown of each page; both work at once.
    Program program({"pdftotext", "-q", "-bbox", "-cropbox", "-enc", "UTF-8", "-", "-"}, bytes);
    DrawnFile drawn = drawn_of(bytes);
    if (drawn.state == DrawnFile::State::encrypted) {
        faults.push_back({What::encrypted});
        return {};
    }
    const ProgramOutcome outcome = program.finish();
    if (outcome.end == ProgramOutcome::End::absent) {
        faults.push_back({What::program_absent});
        return {};
    }
    std::optional<std::vector<WordPage>> words;
    if (outcome.end == ProgramOutcome::End::finished) words = words_of(outcome.output);
    if (!words) {
        // It fails where a file is damaged; what else it does is its own fault.
        const bool damaged = outcome.end == ProgramOutcome::End::failed;
        faults.push_back({damaged ? What::damaged : What::program_failed});
        return {};
    }
    if (drawn.state == DrawnFile::State::damaged) faults.push_back({What::damaged});
    drawn.pages.resize(words->size());
    std::vector<Paper> papers;
    papers.reserve(words->size());
    for (std::size_t i = 0; i < words->size(); ++i) {
        DrawnPage& page = drawn.pages[i];
        const std::optional<What> fault = fault_of(page, (*words)[i].words);
        papers.push_back(paper_of(std::move((*words)[i]), page));
        if (page.damaged) faults.push_back({What::damaged, i + 1});
        if (page.drawn.too_much) faults.push_back({What::too_much, i + 1});
        if (fault) faults.push_back({*fault, i + 1});
    }
    remove_margins(papers);
    std::vector<std::uint32_t> begins;
    return page_of_papers(papers, begins);
}

} // namespace tieout::detail
