// SPDX-License-Identifier: MIT
#include "cli/crew.hpp"

#include <exception>
#include <utility>

namespace tieout::cli {

/// One thread more, unless there are all that may be. Fewer do the work as well, and if there is none the caller.
void Crew::grow() {
    if (threads_.size() == size_) return;
    try {
        threads_.reserve(size_);
        threads_.emplace_back([this] { work(); });
        ++idle_;
    } catch (const std::exception&) {
        // The system gives no more.
        size_ = threads_.size();
    }
}

Crew::~Crew() {
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    changed_.notify_all();
}

void Crew::give(std::function<void()> task) {
    {
        const std::lock_guard lock(mutex_);
        if (idle_ <= tasks_.size()) grow();
        if (!threads_.empty()) {
            tasks_.push(std::move(task));
            task = nullptr;
        }
    }
    if (task)
        task();
    else
        changed_.notify_one();
}

void Crew::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return over_ || !tasks_.empty(); });
        if (over_) return;
        std::function<void()> task = std::move(tasks_.front());
        tasks_.pop();
        --idle_;
        lock.unlock();
        task();
        task = nullptr;
        lock.lock();
        ++idle_;
    }
}

} // namespace tieout::cli
