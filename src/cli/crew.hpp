// SPDX-License-Identifier: MIT
#ifndef TIEOUT_CLI_CREW_HPP
#define TIEOUT_CLI_CREW_HPP

// Threads that do tasks in the order in which these are given. There are no more of them than tasks at a time.

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
    explicit Crew(std::size_t size) noexcept : size_(size <= 1 ? 0 : size) {}
    /// Waits for the tasks at hand. Those that nobody began are dropped: who leaves early wants no more of them.
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    /// The task must not throw.
    void give(std::function<void()> task);

  private:
    void work();
    void grow();

    std::size_t size_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::queue<std::function<void()>> tasks_;
    /// Threads that have no task.
    std::size_t idle_ = 0;
    bool over_ = false;
    /// Last, so that the threads end before what they use.
    std::vector<std::jthread> threads_;
};

} // namespace tieout::cli

#endif
