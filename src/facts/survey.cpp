// SPDX-License-Identifier: MIT
#include "survey.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace tieout::detail {
namespace {

struct NamedKey {
    NamedMember member;
    StandardAxis axis;
    std::string_view key;
};
constexpr std::array<NamedKey, named_members> named_keys{{
    {NamedMember::total_income, StandardAxis::flow, "total_income"},
    {NamedMember::income, StandardAxis::flow, "income"},
    {NamedMember::surplus_used, StandardAxis::flow, "surplus_used"},
    {NamedMember::opening, StandardAxis::flow, "opening"},
    {NamedMember::total_expenditure, StandardAxis::flow, "total_expenditure"},
    {NamedMember::expenditure, StandardAxis::flow, "expenditure"},
    {NamedMember::distribution, StandardAxis::flow, "distribution"},
    {NamedMember::closing, StandardAxis::flow, "closing"},
    {NamedMember::basic, StandardAxis::type, "basic"},
    {NamedMember::personnel, StandardAxis::type, "personnel"},
    {NamedMember::operating, StandardAxis::type, "operating"},
    {NamedMember::project, StandardAxis::type, "project"},
    {NamedMember::construction, StandardAxis::type, "construction"},
    {NamedMember::three_public, StandardAxis::item, "three_public"},
    {NamedMember::vehicles, StandardAxis::item, "vehicles"},
    {NamedMember::reception, StandardAxis::item, "reception"},
    {NamedMember::procurement, StandardAxis::item, "procurement"},
}};

/// A law that makes a whole of its parts: along which dimension, of which whole, where the facts are otherwise of this.
struct LawOfParts {
    std::string_view dimension;
    std::string_view whole; ///< empty: any
    StandardAxis also = StandardAxis::flow;
    std::string_view is{}; ///< empty: anything
    std::string_view code;
};
/// The first that fits is the law; where none does it is T97.
constexpr LawOfParts laws_of_parts[] = {
    {"flow", "total_income", {}, {}, "T02"},
    {"flow", "total_expenditure", {}, {}, "T04"},
    {"fund", {}, StandardAxis::flow, "income", "T01"},
    {"fund", {}, StandardAxis::flow, "total_income", "T01"},
    {"fund", {}, StandardAxis::flow, "expenditure", "T56"},
    {"fund", {}, StandardAxis::flow, "total_expenditure", "T56"},
    {"type", "*", {}, {}, "T07"},
    {"type", "basic", {}, {}, "T06"},
    {"type", "project", {}, {}, "T84"},
    {"function", "*", StandardAxis::flow, "expenditure", "T03"},
    {"function", "*", {}, {}, "T97"},
    {"function", {}, {}, {}, "T39"},
    {"economic", "*", StandardAxis::type, "personnel", "T37"},
    {"economic", "*", StandardAxis::type, "operating", "T38"},
    {"economic", "*", {}, {}, "T09"},
    {"economic", {}, {}, {}, "T39"},
    {"item", "three_public", {}, {}, "T42"},
    {"item", "vehicles", {}, {}, "T43"},
    {"item", "reception", {}, {}, "T85"},
    {"item", "procurement", {}, {}, "T59"},
};

} // namespace

/// The finaliser of splitmix64: keys are sums of these, so that one aspect is taken off by a subtraction.
std::uint64_t Survey::mixed(std::size_t axis, std::uint32_t member) noexcept {
    std::uint64_t x = ((std::uint64_t{axis} + 1) << 32U) + member;
    x *= 0x9E37'79B9'7F4A'7C15U;
    x = (x ^ (x >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D0'49BB'1331'11EBU;
    return x ^ (x >> 31U);
}

Survey::Survey(const Facts& facts) : access{facts} {
    containments_.reserve(axes());
    for (std::size_t axis = 0; axis < axes(); ++axis) containments_.push_back(containment_of(access, axis));
    for (const NamedKey& each : named_keys)
        named_[static_cast<std::size_t>(each.member)] =
            access.find(static_cast<std::size_t>(each.axis), each.key);
    changing_phases_ = {access.find(static_cast<std::size_t>(StandardAxis::phase), "supplementary"),
                        access.find(static_cast<std::size_t>(StandardAxis::phase), "opening"),
                        access.find(static_cast<std::size_t>(StandardAxis::phase), "closing")};
    read_quantities();
    keys_.resize(size());
    unknown_.resize(size());
    for (FactId fact = 0; fact < size(); ++fact) {
        // Behind the dimensions: the kind of quantity, and the table where it stands alone.
        std::uint64_t key = mixed(axes(), quantities_[fact]);
        const std::uint32_t table = access.table(fact);
        if (access.table_at(table).alone) key += mixed(axes() + 1, table);
        const auto members = access.members(fact);
        for (std::size_t axis = 0; axis < axes(); ++axis) {
            key += mixed(axis, members[axis]);
            if (members[axis] == unknown_member) ++unknown_[fact];
        }
        keys_[fact] = key;
    }
}

/// Amounts are one kind of quantity, whatever their unit; of what is counted each word is one.
void Survey::read_quantities() {
    std::map<std::pair<std::uint8_t, std::string>, std::uint32_t> kinds;
    const auto kind_of = [&](const Unit& unit) {
        const bool counted = unit.dimension == Dimension::count || unit.dimension == Dimension::price;
        return kinds
            .try_emplace({static_cast<std::uint8_t>(unit.dimension),
                          counted ? std::string(unit.word()) : std::string()},
                         static_cast<std::uint32_t>(kinds.size()))
            .first->second;
    };
    const std::uint32_t plain = kind_of(unit::plain);
    const std::uint32_t money = kind_of(unit::yuan);
    quantities_.reserve(size());
    std::vector<std::map<std::uint32_t, std::size_t>> seen(access.tables());
    for (FactId fact = 0; fact < size(); ++fact) {
        const Unit& unit = access.facts.figure(fact).unit;
        quantities_.push_back(unit.dimension == Dimension::money ? money : kind_of(unit));
        if (!blank(fact)) ++seen[access.table(fact)][quantities_.back()];
    }
    // A cell in which nothing stands has the unit of what stands in its table.
    for (FactId fact = 0; fact < size(); ++fact) {
        if (!blank(fact) || quantities_[fact] != plain) continue;
        const auto& beside = seen[access.table(fact)];
        const auto most = std::max_element(beside.begin(), beside.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most != beside.end()) quantities_[fact] = most->first;
    }
}

bool Survey::alike(FactId a, FactId b, std::size_t but) const noexcept {
    const auto of_a = access.members(a);
    const auto of_b = access.members(b);
    for (std::size_t axis = 0; axis < axes(); ++axis)
        if (axis != but && of_a[axis] != of_b[axis]) return false;
    return quantities_[a] == quantities_[b];
}

bool Survey::known(FactId fact, std::size_t but) const noexcept {
    return unknown_[fact] == (member(fact, but) == unknown_member ? 1 : 0);
}

bool Survey::blank(FactId fact) const noexcept {
    const State state = access.facts.figure(fact).state;
    return state == State::blank || state == State::not_applicable;
}

bool Survey::sure(FactId fact) const noexcept {
    const std::uint32_t table = access.table(fact);
    return (table == 0 || access.table_at(table).certified) &&
           access.facts.figure(fact).evidence == Evidence::whole;
}

bool Survey::may_be_negative(FactId fact) const noexcept {
    if (is(fact, StandardAxis::flow, NamedMember::opening) ||
        is(fact, StandardAxis::flow, NamedMember::closing))
        return true;
    const std::uint32_t phase = member(fact, StandardAxis::phase);
    return phase > all_members &&
           std::find(changing_phases_.begin(), changing_phases_.end(), phase) != changing_phases_.end();
}

const Law& law_of_parts(const Survey& survey, FactId whole, std::size_t axis) noexcept {
    const std::string_view dimension = survey.access.dimension(axis).key();
    const auto key_at = [&](std::size_t other) {
        return std::string_view(survey.access.keys(other)[survey.member(whole, other)]);
    };
    for (const LawOfParts& each : laws_of_parts) {
        if (each.dimension != dimension) continue;
        if (!each.whole.empty() && each.whole != key_at(axis)) continue;
        if (!each.is.empty() && each.is != key_at(static_cast<std::size_t>(each.also))) continue;
        return *find_law(each.code);
    }
    return *find_law("T97");
}

const Law& law_of_which(const Survey& survey, FactId part, std::size_t axis) noexcept {
    const bool construction = axis == static_cast<std::size_t>(StandardAxis::type) &&
                              survey.is(part, StandardAxis::type, NamedMember::construction);
    return *find_law(construction ? "T08" : "T94");
}

} // namespace tieout::detail
