// SPDX-License-Identifier: MIT
// error: call check\(\), which takes the filing in
#include <tieout/rules/report.hpp>

using namespace tieout;

const Filing make();

Report taken_in() { return check(make()); }
#ifdef MUST_NOT_COMPILE
ReportView of_temporary() { return check_in_place(make()); }
#endif
