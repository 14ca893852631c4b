// SPDX-License-Identifier: MIT
#include <tieout/score/profile.hpp>

#include <tieout/rules/ratio_table.hpp>

#include <algorithm>

namespace tieout {

std::string text_of(const Citation& citation, Language language) {
    std::string text = citation.document;
    if (!citation.clause.empty()) {
        if (!text.empty()) text += language == Language::zh ? "，" : ", ";
        text += citation.clause;
    }
    if (citation.unverified) text += Words{"（未核对原文）", " (not checked against the text)"}.in(language);
    return text;
}

bool is_ratio(std::string_view code) noexcept {
    const RatioEntry* entry = find_ratio(code);
    return entry != nullptr && entry->code == code;
}

const Grade* grade_of(const Profile& profile, const Decimal& points) noexcept {
    for (const Grade& grade : profile.grades)
        if (points >= grade.from) return &grade;
    return nullptr;
}

const Grade* find_grade(const Profile& profile, std::string_view label) noexcept {
    for (const Grade& grade : profile.grades)
        if (grade.label == label ||
            std::find(grade.aliases.begin(), grade.aliases.end(), label) != grade.aliases.end())
            return &grade;
    return nullptr;
}

} // namespace tieout
