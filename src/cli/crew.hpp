// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_CREW_HPP
#define TIEOUT_CLI_CREW_HPP

// Threads that do tasks in the order in which these are given.

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

namespace tieout::cli {

class Crew {
  public:
    /// One thread that does everything is the caller's own: then a task is done when it is given.
    explicit Crew(std::size_t size);
    /// Waits for the tasks at hand. Those that nobody began are dropped: who leaves early wants no more of them.
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    /// The task must not throw.
    void give(std::function<void()> task);

  private:
    void work();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::queue<std::function<void()>> tasks_;
    bool over_ = false;
    /// Last, so that the threads end before what they use.
    std::vector<std::jthread> threads_;
};

} // namespace tieout::cli

#endif
