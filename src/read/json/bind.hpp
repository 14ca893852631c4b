// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_JSON_BIND_HPP
#define TIEOUT_SRC_READ_JSON_BIND_HPP

// Makes a filing of the values of a JSON text, and complains of everything there that has no place in one.

#include "complaints.hpp"
#include "json_tree.hpp"

#include <tieout/model/filing.hpp>

namespace tieout::detail {

/// The filing is large, and is read where it is to stay.
void bind_filing(const JsonTree& tree, Complaints& complaints, Filing& filing);

} // namespace tieout::detail

#endif
