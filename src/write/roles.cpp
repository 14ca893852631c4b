// SPDX-License-Identifier: MIT
#include "write/roles.hpp"

#include "write/shown.hpp"

#include <array>

namespace tieout::detail {

namespace {

/// What is before every figure of a finding, by its role.
struct RoleWords {
    Role role;
    Words words;
};
constexpr std::array<RoleWords, 13> role_words{{
    {Role::total, {"合计", "total"}},
    {Role::part, {"分项", "part"}},
    {Role::member, {"列报", "stated"}},
    {Role::lesser, {"应不大于", "at most"}},
    {Role::greater, {"上限", "bound"}},
    {Role::term, {"数", "term"}},
    {Role::quotient, {"比率", "rate"}},
    {Role::numerator, {"分子", "numerator"}},
    {Role::denominator, {"分母", "denominator"}},
    {Role::product, {"乘积", "product"}},
    {Role::factor, {"因数", "factor"}},
    {Role::average, {"平均数", "average"}},
    {Role::demanded, {"数据", "figure"}},
}};
constexpr Words word_less{"减项", "less"};
constexpr Words word_now{"本期", "later"};
constexpr Words word_base{"基期", "base"};
constexpr Words word_share{"占比", "share"};
constexpr Words word_portion{"部分", "part"};
constexpr Words word_whole{"总体", "whole"};

} // namespace

std::string_view role_text(const Relation& relation, const Operand& operand, Language language) {
    const auto words_in = [&](const Words& words) { return words.in(language); };
    const bool taken_off = sign(written_coefficient(operand)) < 0;
    if (relation.kind == Kind::growth && operand.role == Role::numerator)
        return words_in(taken_off ? word_base : word_now);
    if (relation.kind == Kind::growth && operand.role == Role::denominator) return words_in(word_base);
    if (relation.kind == Kind::share && operand.role == Role::quotient) return words_in(word_share);
    if (relation.kind == Kind::share && operand.role == Role::numerator) return words_in(word_portion);
    if (relation.kind == Kind::share && operand.role == Role::denominator) return words_in(word_whole);
    if (operand.role == Role::part && taken_off) return words_in(word_less);
    for (const RoleWords& entry : role_words)
        if (entry.role == operand.role) return words_in(entry.words);
    return {};
}

} // namespace tieout::detail
