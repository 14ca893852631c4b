// SPDX-License-Identifier: MIT
// error: what is found is in the filing
#include <tieout/model/find.hpp>

using namespace tieout;

Filing make();

bool is_stated() {
    const Filing filing = make();
    return !find_figure(filing, "/expenditure/executed")->empty();
}
#ifdef MUST_NOT_COMPILE
bool of_temporary() { return !find_figure(make(), "/expenditure/executed")->empty(); }
#endif
