// SPDX-License-Identifier: MIT
#ifndef TIEOUT_TESTS_RELATIONS_NOTATION_HPP
#define TIEOUT_TESTS_RELATIONS_NOTATION_HPP

// Relations as lines of text, so that a test of them is a table that can be read.
//
//     sum 10 = 4 + 6                 total = parts; "sum?" is a list that is not said to be complete
//     equal 5 5.0                    at_most 3 + 3 <= 5
//     linear 10 - 0.6*16 >= 0        with ==, <=, >=, <, >
//     ratio 50% = 1 / 2              share 25% = a:1 / a + 3
//     growth 20% : 100 => 120        product 4800元 = 48元/盒 x 100盒
//     average 2 = 1 + 3
//     present 5 _                    absent _          unit 404.96
//     closed A || B                  readings of one statement; "open" leaves others
//     ~ A                            the words are approximate
//
// A figure is what a document prints (467.35万元, 无, ——, 约30), "_" for an empty cell; a name before a colon makes it
// usable again: `a:5` and then `a`; `2*5` has a coefficient; {truncated} names how it was printed, {d=2} how many digits it
// is known to, {-} reverses its sign, {unitless} that its unit is not printed; @t says which table prints it, [10@t|12@u] that it is stated twice.

#include <tieout/numbers/printed.hpp>
#include <tieout/relations/check.hpp>
#include <tieout/relations/explain.hpp>

#include <deque>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::notation {

struct Parts {
    std::string_view before;
    std::string_view after;
};

inline std::optional<Parts> split(std::string_view text, std::string_view at) {
    const auto found = text.find(at);
    if (found == std::string_view::npos) return std::nullopt;
    return Parts{text.substr(0, found), text.substr(found + at.size())};
}

inline std::vector<std::string_view> separated(std::string_view text, std::string_view by) {
    std::vector<std::string_view> parts;
    for (auto rest = split(text, by); rest; rest = split(text, by)) {
        parts.push_back(rest->before);
        text = rest->after;
    }
    parts.push_back(text);
    return parts;
}

inline std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

inline std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    for (const auto word : separated(text, " "))
        if (!word.empty()) found.push_back(word);
    return found;
}

[[noreturn]] inline void fail(std::string_view what, std::string_view where) {
    throw std::invalid_argument(std::string(what) + ": " + std::string(where));
}

inline int integer(std::string_view text) {
    const Decimal number = parse_decimal(text).value();
    return static_cast<int>(static_cast<std::int64_t>(number.lo));
}

/// One statement: what is printed, with what is said of it behind.
inline Figure figure(std::string_view text) {
    Figure result;
    if (const auto context = split(text, "@")) {
        result.context = context->after;
        text = context->before;
    }
    if (const auto said = split(text, "{")) {
        text = said->before;
        for (const auto word : separated(said->after.substr(0, said->after.size() - 1), ",")) {
            if (word == "-")
                result.sense = -1;
            else if (word == "unitless")
                result.unit_missing = true;
            else if (word.starts_with("d="))
                result.decimals = static_cast<std::int8_t>(integer(word.substr(2)));
            else if (const auto printing = printing_named(word))
                result.printing = *printing;
            else
                fail("unknown remark", word);
        }
    }
    const Printed printed = read_printed(text == "_" ? std::string_view() : text);
    result.state = printed.state;
    result.value = printed.value;
    result.bare_zero = printed.bare_zero;
    result.unit = printed.unit.value_or(unit::plain);
    result.place = text;
    return result;
}

/// Figures and the relations between them. It must not be moved: the relations point into it.
class Document {
  public:
    Document() = default;
    explicit Document(std::string_view line) { state(line); }
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    Relations relations;

    /// States what one line says.
    void state(std::string_view line) {
        line = trimmed(line);
        for (const bool closed : {true, false}) {
            const std::string_view word = closed ? "closed " : "open ";
            if (!line.starts_with(word)) continue;
            relations.readings_begin(closed);
            for (const auto reading : separated(line.substr(word.size()), "||")) state(reading);
            relations.readings_end();
            return;
        }
        const bool approximate = line.starts_with("~");
        if (approximate) line = trimmed(line.substr(1));
        relations.origin({.approximate = approximate});
        const auto parts = split(line, " ");
        if (!parts) fail("no relation", line);
        relation(parts->before, parts->after);
        relations.origin({});
    }

    /// One figure that lasts as long as this, in all its statements.
    Stated& keep(Stated stated) { return figures_.emplace_back(std::move(stated)); }

  private:
    void relation(std::string_view kind, std::string_view text) {
        if (kind == "sum" || kind == "sum?") {
            const Parts sides = both(text, " = ");
            const Term total = term(sides.before);
            relations.sum(total, terms(sides.after), kind == "sum?");
        } else if (kind == "equal") {
            relations.equal(list(text));
        } else if (kind == "at_most") {
            const Parts sides = both(text, " <= ");
            const auto lesser = terms(sides.before);
            relations.at_most(lesser, terms(sides.after));
        } else if (kind == "linear") {
            using enum Comparison;
            for (const auto& [sign_text, comparison] : {std::pair{" == ", equals},
                                                        {" <= ", at_most},
                                                        {" >= ", at_least},
                                                        {" < ", less_than},
                                                        {" > ", more_than}}) {
                const auto sides = split(text, sign_text);
                if (!sides) continue;
                const Figure constant = figure(trimmed(sides->after));
                return relations.linear(terms(sides->before), comparison, constant.value, constant.unit);
            }
            fail("no comparison", text);
        } else if (kind == "ratio" || kind == "share") {
            const Parts sides = both(text, " = ");
            const Parts quotient = both(sides.after, " / ");
            const Term result = term(sides.before);
            const auto numerator = terms(quotient.before);
            const auto denominator = terms(quotient.after);
            kind == "ratio" ? relations.ratio(result, numerator, denominator)
                            : relations.share(result, numerator, denominator);
        } else if (kind == "growth") {
            const Parts sides = both(text, " : ");
            const Parts years = both(sides.after, " => ");
            const Term rate = term(sides.before);
            const auto from = terms(years.before);
            relations.growth(rate, from, terms(years.after));
        } else if (kind == "product") {
            const Parts sides = both(text, " = ");
            const Term result = term(sides.before);
            std::vector<Term> factors;
            for (const auto factor : separated(sides.after, " x ")) factors.push_back(term(factor));
            relations.product(result, factors);
        } else if (kind == "average") {
            const Parts sides = both(text, " = ");
            const Term result = term(sides.before);
            relations.average(result, terms(sides.after));
        } else if (kind == "present") {
            relations.present(list(text));
        } else if (kind == "absent") {
            relations.absent(term(text));
        } else if (kind == "unit") {
            relations.unit_printed(term(text));
        } else {
            fail("unknown kind", kind);
        }
    }

    static Parts both(std::string_view text, std::string_view at) {
        const auto sides = split(text, at);
        if (!sides) fail("two sides expected", text);
        return *sides;
    }

    Term term(std::string_view text, bool negative = false) {
        text = trimmed(text);
        Decimal coefficient{1};
        if (const auto product = split(text, "*")) {
            coefficient = parse_decimal(product->before).value();
            text = product->after;
        }
        return Term(stated(text), negative ? -coefficient : coefficient);
    }

    std::vector<Term> list(std::string_view text) {
        std::vector<Term> result;
        for (const auto word : words(text)) result.push_back(term(word));
        return result;
    }

    std::vector<Term> terms(std::string_view text) {
        std::vector<Term> result;
        bool negative = false;
        for (const auto word : words(text)) {
            if (word == "+" || word == "-")
                negative = word == "-";
            else
                result.push_back(term(word, negative));
        }
        return result;
    }

    const Stated& stated(std::string_view text) {
        if (const auto known = named_.find(text); known != named_.end()) return *known->second;
        std::string_view name;
        if (const auto parts = split(text, ":")) {
            name = parts->before;
            text = parts->after;
        }
        Stated& result = figures_.emplace_back();
        if (text.starts_with("[")) {
            for (const auto statement : separated(text.substr(1, text.size() - 2), "|"))
                result.also(figure(statement));
        } else {
            result.also(figure(text));
        }
        if (!name.empty()) named_.emplace(name, &result);
        return result;
    }

    std::deque<Stated> figures_;
    std::map<std::string, const Stated*, std::less<>> named_;
};

/// "rounding coarse edge", "undecided missing"
inline std::string outcome_of(const Check& check) {
    std::string text(described(check.outcome).code);
    for (const Note note : all_notes)
        if (check.notes.has(note)) text += " " + std::string(described(note).code);
    if (check.reason != Reason::none) text += " " + std::string(described(check.reason).code);
    return text;
}

inline std::string outcomes_of(const std::vector<Check>& checks) {
    std::string text;
    for (const Check& check : checks) text += (text.empty() ? "" : "; ") + outcome_of(check);
    return text;
}

/// "@half_up @common sum …": reads the options at the start of a line and leaves the rest. A document that says how it
/// rounds is not searched for truncation; "@document" leaves that open.
inline CheckOptions take_options(std::string_view& line) {
    CheckOptions options{.rounding = Printing::nearest};
    for (line = trimmed(line); line.starts_with("@"); line = trimmed(line)) {
        const auto parts = split(line, " ");
        const std::string_view word = parts->before.substr(1);
        line = parts->after;
        if (word == "common")
            options.scale = ScaleReading::common;
        else if (word == "document")
            options.rounding.reset();
        else if (const auto printing = printing_named(word))
            options.rounding = *printing;
        else
            fail("unknown option", word);
    }
    return options;
}

/// What comes out of the relations of one line, or of several with ";" between them.
inline std::string result_of(std::string_view line) {
    const CheckOptions options = take_options(line);
    Document document;
    for (const auto relation : separated(line, ";")) document.state(relation);
    return outcomes_of(check_relations(document.relations, options));
}

} // namespace tieout::notation

#endif
