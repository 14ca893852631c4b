// SPDX-License-Identifier: MIT
#ifndef TIEOUT_FACTS_FILING_HPP
#define TIEOUT_FACTS_FILING_HPP

// A filing seen as facts: what each member of the model is of, in one table, and what its splits and named figures are of.
//
//     const Facts facts = facts_of(filing);
//     aspects_of_member("/expenditure/basic/personnel")->type  ->  "personnel"

#include <tieout/base/export.hpp>
#include <tieout/facts/facts.hpp>
#include <tieout/model/filing.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace tieout {

/// What an item of the model is of (模型各项的口径); what is not named is all of its dimension.
struct MemberAspects {
    /// Pointer of the item in a filing.
    std::string_view pointer;
    std::string_view flow;
    std::string_view type = "*";
    std::string_view item = "*";
    std::string_view fund = "*";
};
inline constexpr std::array member_aspects{
    MemberAspects{"/income", "income"},
    MemberAspects{"/surplus_used", "surplus_used"},
    MemberAspects{"/total_income", "total_income"},
    MemberAspects{"/expenditure", "expenditure"},
    MemberAspects{"/expenditure/basic", "expenditure", "basic"},
    MemberAspects{"/expenditure/basic/personnel", "expenditure", "personnel"},
    MemberAspects{"/expenditure/basic/operating", "expenditure", "operating"},
    MemberAspects{"/expenditure/project", "expenditure", "project"},
    MemberAspects{"/expenditure/project/operation", "expenditure", "operation"},
    MemberAspects{"/expenditure/project/special", "expenditure", "special"},
    MemberAspects{"/expenditure/project/construction", "expenditure", "construction"},
    MemberAspects{"/expenditure/project/key", "expenditure", "key"},
    MemberAspects{"/expenditure/remitted", "expenditure", "remitted"},
    MemberAspects{"/expenditure/business", "expenditure", "trading"},
    MemberAspects{"/expenditure/subsidised", "expenditure", "subsidised"},
    MemberAspects{"/distribution", "distribution"},
    MemberAspects{"/total_expenditure", "total_expenditure"},
    MemberAspects{"/three_public", "expenditure", "*", "three_public", "fiscal"},
    MemberAspects{"/three_public/abroad", "expenditure", "*", "abroad", "fiscal"},
    MemberAspects{"/three_public/vehicles", "expenditure", "*", "vehicles", "fiscal"},
    MemberAspects{"/three_public/vehicles/purchase", "expenditure", "*", "purchase", "fiscal"},
    MemberAspects{"/three_public/vehicles/operation", "expenditure", "*", "operation", "fiscal"},
    MemberAspects{"/three_public/reception", "expenditure", "*", "reception", "fiscal"},
    MemberAspects{"/three_public/reception/domestic", "expenditure", "*", "domestic", "fiscal"},
    MemberAspects{"/three_public/reception/abroad", "expenditure", "*", "reception_abroad", "fiscal"},
    MemberAspects{"/procurement", "expenditure", "*", "procurement"},
    MemberAspects{"/procurement/goods", "expenditure", "*", "goods"},
    MemberAspects{"/procurement/works", "expenditure", "*", "works"},
    MemberAspects{"/procurement/services", "expenditure", "*", "services"},
    MemberAspects{"/procurement/sme_reserved", "expenditure", "*", "sme"},
    MemberAspects{"/procurement/small_reserved", "expenditure", "*", "small"},
    MemberAspects{"/operating_cost", "expenditure", "operating", "operating_cost", "general"},
    MemberAspects{"/evaluation/budget", "expenditure", "*", "evaluated"},
};

/// What an item of the model is of; nothing for one that the table does not name.
TIEOUT_API [[nodiscard]] std::optional<Aspects> aspects_of_member(std::string_view pointer);

/// The pointer of the figure of the model that has these aspects (/expenditure/basic/executed); empty if there is none.
/// Period and body are not asked: the model has those of the filing.
TIEOUT_API [[nodiscard]] std::string member_of_aspects(const Aspects& of);

/// Every figure of a filing as a fact: members by the table above, lines of splits along what they are split by, named
/// figures by their own aspects, all others under their pointer. What the filing says of its lists (complete, 其中) is said
/// of the facts. They are copies: the filing need not outlive them.
TIEOUT_API [[nodiscard]] Facts facts_of(const Filing& filing);

} // namespace tieout

#endif
