// SPDX-License-Identifier: MIT
// error: could not convert|no viable conversion
#include <tieout/rules/report.hpp>

using namespace tieout;

Filing make();

ReportView seen(const Filing& filing) { return check_in_place(filing); }
#ifdef MUST_NOT_COMPILE
Report returned() {
    const Filing filing = make();
    return check_in_place(filing);
}
#endif
