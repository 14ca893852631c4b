// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_INTERRUPT_HPP
#define TIEOUT_CLI_INTERRUPT_HPP

// An interrupt from the keyboard ends the work after what is at hand, so that what was written stays whole. A second
// one ends the program at once.

namespace tieout::cli {

/// To be called once, before there are threads. An interrupt that is ignored, as of a job in the background, stays so.
void watch_for_interrupts();

/// Whether there was one.
[[nodiscard]] bool interrupted() noexcept;

/// Waits until the file can be read, or has ended; false if an interrupt came first.
[[nodiscard]] bool wait_for_input(int file) noexcept;

/// Whether that would be at once.
[[nodiscard]] bool input_is_ready(int file) noexcept;

} // namespace tieout::cli

#endif
