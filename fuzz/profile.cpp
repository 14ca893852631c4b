// SPDX-License-Identifier: MIT
// Profiles: read, shown, and a small tree scored by them.
#include "written.hpp"

#include <tieout/read/profile.hpp>
#include <tieout/score/score.hpp>
#include <tieout/write/score.hpp>

namespace {

using namespace tieout;
using namespace tieout::fuzz;

/// A tree with a budget row and a little of everything below it.
const Filing& filing() {
    static const Document document = read_filing(R"({"filing":1,"unit":"万元","year":2022,
        "body":{"name":"示例局"},
        "expenditure":{"initial":"100.00","adjusted":"110.00","executed":"105.30"},
        "staff":{"authorised":46,"actual":44},
        "evaluation":{"score":"93.50","grade":"优","budget":{"weight":10,"score":"9.57"},
         "indicators":[
          {"name":"产出指标","weight":50,"indicators":[
            {"name":"数量指标","weight":20,"target":"≥100","comparison":"at_least","actual":"98","score":"19.6"},
            {"name":"质量指标","weight":30,"target":"90%","comparison":"at_least","actual":"95.5%","score":30}]},
          {"name":"效益指标","weight":30,"indicators":[
            {"name":"社会效益","weight":30,"target":"明显","actual":"明显","score":25}]},
          {"name":"满意度指标","weight":10,"indicators":[
            {"name":"服务对象满意度","weight":10,"target":"95%","comparison":"at_least","actual":"93%","score":"9.0"}]},
          {"name":"预算执行率","weight":8,"actual":"95.73%","score":"7.5"},
          {"name":"a","weight":10,"actual":"80%","score":8},
          {"name":"b","weight":10,"actual":2,"score":9}]}})",
                                                 "filing");
    return *document.filing;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ProfileDocument document = read_profile(view_of(data, size), "-");
    demand_problems(document.problems);
    if (!document.profile) return 0;
    const Profile& profile = *document.profile;
    const Score result = score(filing(), profile);
    const Report report = check(filing(), profile);
    const Names names(report);
    const Profile* const one = &profile;
    for (const Language language : {Language::zh, Language::en}) {
        demand_harmless(score_text({"-"}, result, report, names, {.language = language}));
        demand_json(score_json({"-"}, result, report, names, document.problems, language));
        demand_harmless(profile_text(profile, {.language = language}));
        demand_json(profiles_json({&one, 1}, language));
        demand_harmless(report_text({"-"}, report, names, {.language = language}));
    }
    return 0;
}
