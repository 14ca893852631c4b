// SPDX-License-Identifier: MIT
#include <tieout/read/profile.hpp>

#include "data_reader.hpp"

#include <tieout/numbers/printed.hpp>
#include <tieout/numbers/unit.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace tieout {
namespace {

using detail::Complaints;
using detail::JsonKind;
using detail::JsonTree;
using At = JsonTree::At;

/// On which side of a limit a value is good, under the key that says so.
struct ConditionKey {
    std::string_view key;
    Comparison comparison;
};
constexpr std::array<ConditionKey, 5> conditions{{{"at_most", Comparison::at_most},
                                                  {"at_least", Comparison::at_least},
                                                  {"equals", Comparison::equals},
                                                  {"less_than", Comparison::less_than},
                                                  {"more_than", Comparison::more_than}}};
/// In the place of a limit: the target of the row.
constexpr std::string_view own_target = "target";

struct TargetWord {
    std::string_view word;
    Target target;
};
constexpr std::array<TargetWord, 5> target_words{{{"at_least", Target::at_least},
                                                  {"at_most", Target::at_most},
                                                  {"equals", Target::equals},
                                                  {"qualitative", Target::qualitative},
                                                  {"not_stated", Target::not_stated}}};

/// Reads one profile.
class Binder : detail::DataReader {
  public:
    Binder(const JsonTree& tree, Complaints& complaints) : DataReader(tree, complaints) {}

    Profile profile() {
        Profile profile;
        read_sources();
        object(
            JsonTree::root,
            {{"profile", true, [&](At at) { version(at); }},
             {"name", true, [&](At at) { text(at, profile.name); }},
             {"version", true, [&](At at) { text(at, profile.version); }},
             {"title", true,
              [&](At at) {
                  object(at, {{"zh", true, [&](At in) { text(in, profile.title_zh); }},
                              {"en", true, [&](At in) { text(in, profile.title_en); }}});
              }},
             {"sources", true, [](At) {}},
             {"source", true, [&](At at) { source(at, profile.source); }},
             {"clause", false, [&](At at) { text(at, profile.source.clause); }},
             {"unverified", false, [&](At at) { truth(at, profile.source.unverified); }},
             {"scores", false, [&](At at) { scores(at, profile); }},
             {"total", false,
              [&](At at) {
                  cited(at, profile.total_source,
                        {{"points", true, [&](At in) { number(in, profile.total.emplace()); }}});
              }},
             {"budget_row", false, [&](At at) { budget_row(at, profile.budget.emplace()); }},
             {"headings", false,
              [&](At at) { list(at, [&](At in) { heading(in, profile.headings.emplace_back()); }); }},
             {"rows", false, [&](At at) { list(at, [&](At in) { row(in, profile.rows.emplace_back()); }); }},
             {"caps", false, [&](At at) { list(at, [&](At in) { cap(in, profile.caps.emplace_back()); }); }},
             {"grades", false, [&](At at) { grades(at, profile); }}});
        return profile;
    }

  private:
    // ── values ──

    /// A number, or digits with their unit: 95% is 0.95.
    bool number(At at, Decimal& to) {
        const detail::JsonValue& value = tree_[at];
        if (value.kind == JsonKind::number) {
            const auto parsed = parse_json_number(value.text);
            if (parsed) to = *parsed;
            if (!parsed) complain(Problem::Kind::not_a_number, at, "number", tree_.excerpt(at));
            return parsed.has_value();
        }
        if (!is(at, JsonKind::string, "number")) return false;
        const Printed printed = read_printed(value.text);
        if (printed.state != State::value) {
            complain(Problem::Kind::not_a_number, at, "number", detail::excerpt(value.text));
            return false;
        }
        try {
            to = printed.unit ? shifted(printed.value, printed.unit->power) : printed.value;
        } catch (const Overflow&) {
            complain(Problem::Kind::limit, at, std::to_string(decimal_digits_max) + " digits",
                     detail::excerpt(value.text));
            return false;
        }
        return true;
    }
    /// A number that values are held against.
    void value(At at, Decimal& to, Method& method) {
        if (!number(at, to) || tree_[at].kind != JsonKind::string) return;
        const Printed printed = read_printed(tree_[at].text);
        if (printed.unit && printed.unit->dimension == Dimension::percent)
            method.dimension = Dimension::percent;
    }
    void positive(At at, Decimal& to) {
        if (number(at, to) && sign(to) <= 0) wrong_type(at, "positive number");
    }
    void ratio(At at, std::string& to) {
        if (!text(at, to) || is_ratio(to)) return;
        complain(Problem::Kind::unknown_word, at, "code of a ratio", detail::excerpt(to));
    }

    // ── parts of a profile ──

    void scores(At at, Profile& profile) {
        object(at, {{"decimals", true,
                     [&](At in) {
                         Decimal digits;
                         if (!number(in, digits)) return;
                         if (digits.scale == 0 && sign(digits) >= 0 && digits <= Decimal(9))
                             profile.decimals = static_cast<int>(digits.lo);
                         else
                             wrong_type(in, "integer from 0 to 9");
                     }},
                    {"rounding", true, [&](At in) {
                         std::string name;
                         if (!text(in, name)) return;
                         if (const auto found = rounding_named(name)) {
                             profile.rounding = *found;
                             return;
                         }
                         std::string known;
                         for (const RoundingEntry& entry : roundings)
                             known += (known.empty() ? "" : ", ") + std::string(entry.name);
                         complain(Problem::Kind::unknown_word, in, known, detail::excerpt(name));
                     }}});
    }

    std::vector<Member> row_members(ProfileRow& row) {
        return {
            {"names", false, [&](At in) { texts(in, row.names); }},
            {"under", false, [&](At in) { texts(in, row.under); }},
            {"target", false, [&](At in) { target(in, row.target); }},
            {"weight", false, [&](At in) { positive(in, row.weight.emplace()); }},
            {"ratio", false, [&](At in) { ratio(in, row.ratio); }},
            {"method", false, [&](At in) { method(in, row.method.emplace()); }},
            {"full_without", false, [&](At in) { truth(in, row.full_without); }},
            {"caps", false, [&](At in) { list(in, [&](At one) { cap(one, row.caps.emplace_back()); }); }}};
    }
    void row(At at, ProfileRow& row) { cited(at, row.source, row_members(row)); }

    void budget_row(At at, ProfileBudgetRow& budget) {
        std::vector<Member> members = row_members(budget.row);
        members.push_back({"counted", true, [&](At in) { truth(in, budget.counted); }});
        cited(at, budget.row.source, std::move(members));
    }

    void heading(At at, ProfileHeading& heading) {
        cited(at, heading.source,
              {{"names", true, [&](At in) { texts(in, heading.names); }},
               {"weight", true, [&](At in) { positive(in, heading.weight); }}});
    }

    void cap(At at, CapRule& cap) {
        cited(at, cap.source,
              {{"ratio", true, [&](At in) { ratio(in, cap.ratio); }},
               {"method", true, [&](At in) {
                    method(in, cap.method);
                    if (cap.method.primitive != Primitive::cap_by)
                        complain(Problem::Kind::unknown_word, in, "cap_by",
                                 std::string(described(cap.method.primitive).name));
                }}});
    }

    void grades(At at, Profile& profile) {
        cited(at, profile.grades_source,
              {{"list", true, [&](At all) {
                    list(all, [&](At in) {
                        Grade& grade = profile.grades.emplace_back();
                        object(in, {{"label", true, [&](At one) { text(one, grade.label); }},
                                    {"aliases", false, [&](At one) { texts(one, grade.aliases); }},
                                    {"from", true, [&](At one) { number(one, grade.from); }}});
                        const std::size_t count = profile.grades.size();
                        if (count > 1 && profile.grades[count - 2].from <= grade.from)
                            wrong_type(in, "grade below the one before it");
                    });
                }}});
    }

    void target(At at, std::optional<Target>& to) {
        std::string word;
        if (!text(at, word)) return;
        std::string known;
        for (const TargetWord& entry : target_words) {
            if (entry.word == word) to = entry.target;
            known += (known.empty() ? "" : ", ") + std::string(entry.word);
        }
        if (!to) complain(Problem::Kind::unknown_word, at, known, detail::excerpt(word));
    }

    // ── methods ──

    void method(At at, Method& method) {
        if (!is(at, JsonKind::object, "object")) return;
        bool given = false;
        tree_.each(at, [&](At child) {
            if (tree_[child].key_repeated) return;
            const PrimitiveEntry* entry = find_primitive(tree_[child].key);
            if (entry == nullptr) {
                std::vector<std::string_view> names;
                for (const PrimitiveEntry& each : primitives()) names.push_back(each.name);
                if (!complaints_.full())
                    complaints_.add({Problem::Kind::unknown_key, tree_[child].key_offset,
                                     tree_.pointer(child),
                                     std::string(detail::nearest(tree_[child].key, names)),
                                     detail::excerpt(tree_[child].key)});
                return;
            }
            if (given) return wrong_type(child, "one method");
            given = true;
            method.primitive = entry->primitive;
            parameters(child, method);
        });
        if (tree_.holds_nothing(at)) wrong_type(at, "method");
    }

    void parameters(At at, Method& method) {
        switch (method.primitive) {
        case Primitive::full_if:
            return conditioned(at, method,
                               {{"open", false, [&](At in) { truth(in, method.open); }},
                                {"reducible", false, [&](At in) { truth(in, method.reducible); }}});
        case Primitive::deduct_per:
            return conditioned(at, method,
                               {{"step", true, [&](At in) { positive(in, method.step); }},
                                {"points", true, [&](At in) { positive(in, method.points); }},
                                {"whole", false, [&](At in) { truth(in, method.whole); }},
                                {"least", false, [&](At in) { number(in, method.least); }}});
        case Primitive::proportional:
            return conditioned(at, method,
                               {{"most", false, [&](At in) { positive(in, method.most); }},
                                {"reducible", false, [&](At in) { truth(in, method.reducible); }},
                                {"threshold", false, [&](At in) { number(in, method.threshold); }}});
        case Primitive::count_deduct:
            return object(at, {{"points", true, [&](At in) { positive(in, method.points); }},
                               {"least", false, [&](At in) { number(in, method.least); }}});
        case Primitive::judged:
            return object(at, {{"from", true, [&](At in) { number(in, method.from); }},
                               {"to", true, [&](At in) {
                                    if (number(in, method.to) && method.to < method.from)
                                        wrong_type(in, "end beyond the beginning");
                                }}});
        case Primitive::checklist:
            return list(at, [&](At in) {
                ChecklistItem& item = method.items.emplace_back();
                object(in, {{"name", true, [&](At one) { text(one, item.name); }},
                            {"points", true, [&](At one) { positive(one, item.points); }}});
            });
        case Primitive::bands:
        case Primitive::cap_by:
            return list(at, [&](At in) { band(in, method); });
        }
    }

    /// A method that holds the value against a limit: the row's target where it names none.
    void conditioned(At at, Method& method, std::vector<Member> members) {
        for (const ConditionKey& entry : conditions)
            members.push_back({entry.key, false, [&](At in) {
                                   if (method.condition) wrong_type(in, "one condition");
                                   method.condition = entry.comparison;
                                   if (tree_[in].kind == JsonKind::string && tree_[in].text == own_target)
                                       return;
                                   value(in, method.limit.emplace(), method);
                               }});
        object(at, members);
    }

    void band(At at, Method& method) {
        Band band;
        bool worth = false;
        const auto end = [&](At in, std::optional<End>& to, bool closed) {
            if (to) return wrong_type(in, "one end on each side");
            value(in, to.emplace(End{Decimal{}, closed}).at, method);
        };
        const auto points = [&](At in, bool of_weight) {
            if (worth) wrong_type(in, "points or share");
            worth = true;
            band.of_weight = of_weight;
            number(in, band.points);
        };
        object(at, {{"from", false, [&](At in) { end(in, band.low, true); }},
                    {"above", false, [&](At in) { end(in, band.low, false); }},
                    {"to", false, [&](At in) { end(in, band.high, true); }},
                    {"below", false, [&](At in) { end(in, band.high, false); }},
                    {"points", false, [&](At in) { points(in, false); }},
                    {"share", false, [&](At in) { points(in, true); }}});
        if (!worth) complain(Problem::Kind::missing_key, at, "points", {});
        if (band.low && band.high &&
            (band.low->at > band.high->at ||
             (band.low->at == band.high->at && !(band.low->closed && band.high->closed))))
            wrong_type(at, "band that holds a value");
        for (const Band& other : method.bands)
            if (overlap(band, other)) {
                wrong_type(at, "band beside the others");
                break;
            }
        method.bands.push_back(band);
    }

    static bool overlap(const Band& a, const Band& b) {
        const auto reaches = [](const std::optional<End>& low, const std::optional<End>& high) {
            if (!low || !high) return true;
            return low->at < high->at || (low->at == high->at && low->closed && high->closed);
        };
        return reaches(a.low, b.high) && reaches(b.low, a.high);
    }
};

} // namespace

ProfileDocument read_profile(std::string_view json, std::string_view source) {
    ProfileDocument document;
    document.source = source;
    document.problems =
        detail::read_data(json, source, [&](const JsonTree& tree, std::string_view, Complaints& complaints) {
            document.profile = Binder(tree, complaints).profile();
        });
    return document;
}

const Profile* find_profile(std::string_view name) {
    // Read when it is first asked for; what is built in has no problems, a test sees to that.
    static const std::map<std::string, Profile, std::less<>> read = [] {
        std::map<std::string, Profile, std::less<>> profiles;
        for (const BuiltInProfile& built_in : built_in_profiles())
            if (auto document = read_profile(built_in.json, built_in.name); document.profile)
                profiles.emplace(built_in.name, *std::move(document.profile));
        return profiles;
    }();
    const auto found = read.find(name);
    return found == read.end() ? nullptr : &found->second;
}

std::vector<const Profile*> all_profiles() {
    std::vector<const Profile*> profiles;
    for (const BuiltInProfile& built_in : built_in_profiles())
        profiles.push_back(find_profile(built_in.name));
    return profiles;
}

} // namespace tieout
