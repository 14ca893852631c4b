// SPDX-License-Identifier: MIT
#ifndef TIEOUT_DOCUMENTS_HPP
#define TIEOUT_DOCUMENTS_HPP

// All that reads and writes documents (CMake: tieout::documents), beside the core: filings, profiles and forms in JSON,
// reports as they are published, streams of filings, and every other page that tieout writes.
//
//     const Document document = read_file("kaiyuan-2022.json");
//     if (document.filing) use(check(*document.filing));

#include <tieout/load/rules.hpp>
#include <tieout/read/file.hpp>
#include <tieout/read/form.hpp>
#include <tieout/read/json.hpp>
#include <tieout/read/profile.hpp>
#include <tieout/read/rule_data.hpp>
#include <tieout/read/text.hpp>
#include <tieout/stream/shapes.hpp>
#include <tieout/tieout.hpp>
#include <tieout/write/catalogue.hpp>
#include <tieout/write/filing.hpp>
#include <tieout/write/form.hpp>
#include <tieout/write/score.hpp>
#include <tieout/write/together.hpp>

#endif
