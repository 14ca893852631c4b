// SPDX-License-Identifier: MIT
#ifndef TIEOUT_SRC_READ_DOCUMENT_FRAMES_HPP
#define TIEOUT_SRC_READ_DOCUMENT_FRAMES_HPP

// Gives each table of a page its frame: what the lines before it, its caption and its first rows say of all its figures.
// Those lines are no paragraphs, and those rows no rows. The one place for all formats.

#include "read/document/document.hpp"

namespace tieout::detail {

/// A table that goes on with the one right before it takes over what that one's frame says.
void frame_tables(Page& page);

/// Makes one table of those that go on with each other, where only the end of a page parted them.
void join_continued_tables(Page& page);

} // namespace tieout::detail

#endif
