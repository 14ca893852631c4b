// SPDX-License-Identifier: MIT
#include "document.hpp"

#include "region.hpp"
#include "structures.hpp"

#include <algorithm>

namespace tieout::test::adversary {

namespace {

Style style_of(Random& random) {
    Style style;
    style.unit = random.one_in(10) ? yuan : random.one_in(12) ? yi : wan;
    style.decimals = style.unit == yi    ? static_cast<int>(random.between(2, 4))
                     : random.one_in(6)  ? 1
                     : random.one_in(12) ? 0
                                         : 2;
    style.percent_decimals = random.one_in(4) ? 1 : random.one_in(8) ? 0 : 2;
    style.trimmed = random.one_in(8);
    style.truncated = random.one_in(16);
    style.mixed = !style.truncated && random.one_in(10);
    style.signed_words = random.one_in(20);
    return style;
}

/// What a document is of: the accounts of a body, in Chinese or in English, its budget, or a place.
enum class Genre : std::uint8_t { accounts, english, budget, place };

std::vector<const Structure*> structures_of(Genre genre) {
    std::vector<const Structure*> all;
    const auto take = [&](std::span<const Structure> list) {
        for (const Structure& structure : list) all.push_back(&structure);
    };
    switch (genre) {
    case Genre::place:
        take(regional_structures());
        break;
    case Genre::budget:
        take(budget_structures());
        break;
    case Genre::english:
        take(english_structures());
        break;
    case Genre::accounts:
        for (const auto list :
             {total_structures(), fund_structures(), section_structures(), expense_structures(),
              other_structures(), scope_structures(), wording_structures(), clause_structures(),
              series_structures(), official_tables(), other_tables(), grid_structures()})
            take(list);
        break;
    }
    if (genre == Genre::accounts || genre == Genre::place) take(count_structures());
    return all;
}

void title(Writer& writer, Genre genre) {
    writer.structure = "title";
    switch (genre) {
    case Genre::place:
        writer.heading("{$place$year年{财政决算报告|预算执行情况|财政收支情况}|关于$place$year年{财政决算|"
                       "预算执行情况}的报告}");
        break;
    case Genre::english:
        writer.heading("Annual report and accounts $year");
        break;
    case Genre::budget:
        writer.heading("$body$year年{部门预算公开|部门预算|部门预算情况说明}");
        break;
    case Genre::accounts:
        writer.heading(
            "$body$year年{度|}{部门决算|部门决算公开|决算情况说明|部门整体支出绩效自评报告|部门决算报告}");
        break;
    }
}

/// Who signed it and when: after the year, or within it if it is a budget.
void signature(Writer& writer, Genre genre, int year) {
    if (genre == Genre::place || genre == Genre::english || !writer.maybe(3)) return;
    writer.structure = "signature";
    writer.say("$body");
    const int signed_in = genre == Genre::budget ? year : year + 1;
    writer.say(std::to_string(signed_in) + "年" +
               std::to_string(genre == Genre::budget ? 2 : writer.random.between(2, 9)) + "月" +
               std::to_string(writer.random.between(1, 28)) + "日");
}

} // namespace

Document document_of(std::uint64_t seed, std::string_view only) {
    Random random(seed);
    const Genre genre = random.one_in(4)    ? Genre::place
                        : random.one_in(6)  ? Genre::budget
                        : random.one_in(25) ? Genre::english
                                            : Genre::accounts;
    const bool place = genre == Genre::place;
    const Account account = account_of(random);
    const Region region = region_of(random);
    Document document;
    document.seed = seed;
    document.print = print_of(seed);
    Writer writer(random.next(), account);
    writer.style = style_of(random);
    if (genre == Genre::english) {
        document.print.traditional = document.print.narrow_marks = document.print.wide_digits = false;
        document.print.wide_thousands = document.print.spaced_numbers = false;
        document.print.thousands = true;
    }
    writer.zero = static_cast<int>(random.between(0, 2));
    const int year = place ? region.year : account.year;
    writer.region = &region;
    writer.common = {{"year", std::to_string(year)},
                     {"last", std::to_string(year - 1)},
                     {"body", account.body},
                     {"place", place ? region.place : account.place}};
    title(writer, genre);
    // Some documents are a sentence or two, some are long.
    std::vector<const Structure*> all = structures_of(genre);
    std::erase_if(all, [&](const Structure* one) { return one->name.find(only) == std::string_view::npos; });
    const std::int64_t count = random.one_in(3)   ? 1
                               : random.one_in(2) ? random.between(2, 4)
                                                  : random.between(4, 12);
    const bool headings = random.one_in(2);
    const std::int64_t numbering = genre == Genre::english ? 3 : random.between(0, 3);
    writer.level = numbering;
    std::size_t number = 0;
    for (std::int64_t i = 0; i < count && !all.empty(); ++i) {
        const auto at = random.between(0, static_cast<std::int64_t>(all.size()) - 1);
        const Structure& structure = *all[static_cast<std::size_t>(at)];
        all.erase(all.begin() + at);
        if (structure.needs_heading && !headings) continue;
        writer.structure = structure.name;
        writer.told.structures.push_back(structure.name);
        if (headings) {
            ++number;
            const std::string before = numbering == 0   ? numeral(number) + "、"
                                       : numbering == 1 ? "（" + numeral(number) + "）"
                                       : numbering == 2 ? std::to_string(number) + "."
                                                        : "";
            writer.heading(before + std::string(structure.headings));
        }
        structure.write(writer);
    }
    signature(writer, genre, year);
    document.told = std::move(writer.told);
    return document;
}

std::size_t alter(Document& document, std::uint64_t seed) {
    Random random(seed);
    std::vector<Number>& numbers = document.told.numbers;
    if (numbers.empty()) return nothing_altered;
    for (int tries = 0; tries < 30; ++tries) {
        const auto index =
            static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(numbers.size()) - 1));
        Number& number = numbers[index];
        if (!number.bound || !number.used || number.text.size() < 3) continue;
        const std::size_t first = number.text.find_first_of("123456789");
        if (first == std::string::npos) continue;
        // The first digit at least twice or at most half as much: no rounding explains that.
        std::string text = number.text;
        text[first] = text[first] < '5' ? '9' : '1';
        if (std::ranges::any_of(numbers, [&](const Number& other) { return other.text == text; })) continue;
        number.text = text;
        number.altered = true;
        return index;
    }
    return nothing_altered;
}

} // namespace tieout::test::adversary
