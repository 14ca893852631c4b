// SPDX-License-Identifier: MIT
#include "cli/crew.hpp"

#include <exception>
#include <utility>

namespace tieout::cli {

Crew::Crew(std::size_t size) {
    if (size <= 1) return;
    threads_.reserve(size);
    try {
        for (std::size_t i = 0; i < size; ++i) threads_.emplace_back([this] { work(); });
    } catch (const std::exception&) {
        // The system gives no more: those that there are do the work, if there is none the caller.
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
    if (threads_.empty()) {
        task();
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        tasks_.push(std::move(task));
    }
    changed_.notify_one();
}

void Crew::work() {
    while (true) {
        std::function<void()> task;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return over_ || !tasks_.empty(); });
            if (over_) return;
            task = std::move(tasks_.front());
            tasks_.pop();
        }
        task();
    }
}

} // namespace tieout::cli
