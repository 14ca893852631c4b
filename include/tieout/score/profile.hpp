// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SCORE_PROFILE_HPP
#define TIEOUT_SCORE_PROFILE_HPP

// A profile is the method that a self-evaluation is held to: which indicators, with which weights, bands and grades,
// and where each of these numbers is written. It is data: one file for each ministry rule or form.
//
//     const Profile& profile = *find_profile("hunan-2015");    // <tieout/read/profile.hpp>
//     grade_of(profile, 97)->label                             // "优"

#include <tieout/base/export.hpp>
#include <tieout/base/language.hpp>
#include <tieout/model/filing.hpp>
#include <tieout/score/method.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout {

/// Where a number of a profile is written.
struct Citation {
    /// The document, in words.
    std::string document{};
    std::string clause{};
    /// Nobody of us has had the text in hand.
    bool unverified = false;
};
/// Document and clause, with a remark where it is unverified.
TIEOUT_API [[nodiscard]] std::string text_of(const Citation& citation, Language language);

/// What another indicator allows at most.
struct CapRule {
    /// Code of the ratio that decides.
    std::string ratio{};
    Method method{};
    Citation source{};
};

/// One row of the form, or what holds for rows of one kind. A row of a filing belongs to the first entry that fits it
/// in everything that the entry names.
struct ProfileRow {
    /// What the indicator is called: the official name first. Empty: rows of any name.
    std::vector<std::string> names{};
    /// Under which headings it stands. Empty: under any.
    std::vector<std::string> under{};
    /// How its target binds. Nothing: in any way.
    std::optional<Target> target{};
    std::optional<Decimal> weight{};
    /// Code of the ratio that gives its value; empty where only the row itself does.
    std::string ratio{};
    std::optional<Method> method{};
    /// Who has nothing of the kind (——) has full points.
    bool full_without = false;
    std::vector<CapRule> caps{};
    Citation source{};
};

/// The budget-execution row.
struct ProfileBudgetRow {
    /// Whether its points are part of the total.
    bool counted = true;
    ProfileRow row{};
};

/// The weight that a heading of the first tier has in principle.
struct ProfileHeading {
    std::vector<std::string> names{};
    Decimal weight{};
    Citation source{};
};

/// One grade: from so many points on, to where the next higher one begins.
struct Grade {
    std::string label{};
    std::vector<std::string> aliases{};
    Decimal from{};
};

struct Profile {
    std::string name{};
    /// Of the file, not of the rule.
    std::string version{};
    std::string title_zh{};
    std::string title_en{};
    Citation source{};
    /// How many points there are in all.
    std::optional<Decimal> total{};
    Citation total_source{};
    /// Digits after the point of a score, and how it is given them.
    int decimals = 2;
    Rounding rounding = Rounding::half_up;
    std::optional<ProfileBudgetRow> budget{};
    std::vector<ProfileHeading> headings{};
    std::vector<ProfileRow> rows{};
    /// What caps the total.
    std::vector<CapRule> caps{};
    /// From the highest down.
    std::vector<Grade> grades{};
    Citation grades_source{};

    [[nodiscard]] std::string_view title(Language language) const noexcept {
        return language == Language::zh ? title_zh : title_en;
    }
};

/// Whether the table of ratios has one of this code.
TIEOUT_API [[nodiscard]] bool is_ratio(std::string_view code) noexcept;
/// The grade that so many points earn; nothing below the lowest, or where the profile has no grades.
TIEOUT_API [[nodiscard]] const Grade* grade_of(const Profile& profile, const Decimal& points) noexcept;
/// The grade of that label or alias.
TIEOUT_API [[nodiscard]] const Grade* find_grade(const Profile& profile, std::string_view label) noexcept;

} // namespace tieout

#endif
