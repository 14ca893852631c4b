// SPDX-License-Identifier: MIT
#include "read/pdf/content.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "read/pdf/tokens.hpp"

namespace tieout::detail {

namespace {

/// A filled rectangle up to this width is a line, and so is a stroke; a broader one is a coloured area.
constexpr Fixed thin = thousandths(2'200);
constexpr Fixed broadest_stroke = thousandths(5'000);
/// How far from an axis both ends of a line may lie.
constexpr Fixed crooked = thousandths(700);
constexpr Fixed shortest_stroke = thousandths(1'000);
constexpr std::size_t most_states = 256;
constexpr std::size_t most_points = 100'000;
constexpr std::size_t most_pictures = 10'000;

struct Paint {
    Colours colours = Colours::gray;
    bool white = false;
};

struct State {
    Matrix matrix{};
    Paint stroke{};
    Paint fill{};
    Fixed width = fixed_one;
};

/// One connected part of a path, in the coordinates of the page.
struct Subpath {
    std::size_t first = 0; ///< its first point
    bool curved = false;
};

bool is_white(Colours colours, std::span<const Fixed> numbers) noexcept {
    const auto all = [&](std::size_t count, Fixed least, Fixed most) {
        return numbers.size() == count &&
               std::all_of(numbers.begin(), numbers.end(), [&](Fixed n) { return n >= least && n <= most; });
    };
    // As white as paper for all who look at it.
    constexpr Fixed nearly = fixed_one / 100;
    switch (colours) {
    case Colours::gray:
        return all(1, fixed_one - nearly, fixed_most);
    case Colours::rgb:
        return all(3, fixed_one - nearly, fixed_most);
    case Colours::cmyk:
        return all(4, -fixed_most, nearly);
    case Colours::unknown:
        break;
    }
    return false;
}

/// All that is read of one page shares its limits.
struct Budget {
    std::size_t bytes = 0;
    std::size_t deep = 0;
};

class Interpreter {
  public:
    Interpreter(ContentNames& names, const State& state, Drawn& drawn, Budget& budget)
        : names_(names), state_(state), drawn_(drawn), budget_(budget) {}

    void run(std::string_view content) {
        if (budget_.bytes + content.size() > most_content_bytes) {
            drawn_.too_much = true;
            return;
        }
        budget_.bytes += content.size();
        Tokens tokens(content);
        for (ContentToken token = tokens.next(); token.kind != ContentToken::Kind::end && !drawn_.too_much;
             token = tokens.next()) {
            switch (token.kind) {
            case ContentToken::Kind::number:
                // No operator of ours has more; of a longer row the last ones count.
                if (count_ == numbers_.size())
                    std::rotate(numbers_.begin(), numbers_.begin() + 1, numbers_.end());
                numbers_[std::min(count_, numbers_.size() - 1)] = token.number;
                count_ = std::min(count_ + 1, numbers_.size());
                break;
            case ContentToken::Kind::name:
                name_ = token.spelled;
                break;
            case ContentToken::Kind::word:
                if (token.spelled == "ID") {
                    add_picture();
                    tokens.skip_picture();
                } else {
                    operate(token.spelled);
                }
                count_ = 0;
                name_ = {};
                break;
            default:
                break;
            }
        }
    }

  private:
    [[nodiscard]] std::span<const Fixed> last(std::size_t count) const noexcept {
        return std::span(numbers_).subspan(count_ - count, count);
    }
    [[nodiscard]] Point point(std::size_t from_end) const noexcept {
        return {numbers_[count_ - from_end], numbers_[count_ - from_end + 1]};
    }

    // NOLINTNEXTLINE(readability-function-cognitive-complexity): one line for each operator
    void operate(std::string_view op) {
        const auto has = [&](std::size_t count) { return count_ >= count; };
        if (op.size() == 1) {
            switch (op[0]) {
            case 'm':
                if (has(2)) move_to(point(2));
                break;
            case 'l':
                if (has(2)) line_to(point(2));
                break;
            case 'c':
                if (has(6)) curve_to(point(2));
                break;
            case 'v':
            case 'y':
                if (has(4)) curve_to(point(2));
                break;
            case 'h':
                close();
                break;
            case 'S':
                paint(true, false);
                break;
            case 's':
                close();
                paint(true, false);
                break;
            case 'f':
            case 'F':
                paint(false, true);
                break;
            case 'B':
                paint(true, true);
                break;
            case 'b':
                close();
                paint(true, true);
                break;
            case 'n':
                path_.clear();
                parts_.clear();
                break;
            case 'q':
                if (states_.size() < most_states)
                    states_.push_back(state_);
                else
                    ++unkept_;
                break;
            case 'Q':
                if (unkept_ > 0) {
                    --unkept_;
                } else if (!states_.empty()) {
                    state_ = states_.back();
                    states_.pop_back();
                }
                break;
            case 'w':
                if (has(1)) state_.width = last(1)[0];
                break;
            case 'g':
                set(state_.fill, Colours::gray, 1);
                break;
            case 'G':
                set(state_.stroke, Colours::gray, 1);
                break;
            case 'k':
                set(state_.fill, Colours::cmyk, 4);
                break;
            case 'K':
                set(state_.stroke, Colours::cmyk, 4);
                break;
            case '\'':
            case '"':
                ++drawn_.texts;
                break;
            default:
                break;
            }
            return;
        }
        if (op == "re" && has(4))
            rectangle(point(4), point(2));
        else if (op == "cm" && has(6))
            state_.matrix = matrix_of(last(6)).then(state_.matrix);
        else if (op == "rg")
            set(state_.fill, Colours::rgb, 3);
        else if (op == "RG")
            set(state_.stroke, Colours::rgb, 3);
        else if (op == "f*")
            paint(false, true);
        else if (op == "B*")
            paint(true, true);
        else if (op == "b*")
            close(), paint(true, true);
        else if (op == "Tj" || op == "TJ")
            ++drawn_.texts;
        else if (op == "Do")
            draw(name_);
        else if (op == "cs" || op == "CS")
            // Every colour space begins with its black, or with what is unknown.
            (op == "cs" ? state_.fill : state_.stroke) = {colours_named(name_), false};
        else if (op == "sc" || op == "scn")
            set(state_.fill, state_.fill.colours, count_);
        else if (op == "SC" || op == "SCN")
            set(state_.stroke, state_.stroke.colours, count_);
    }

    static Matrix matrix_of(std::span<const Fixed> n) noexcept {
        return {n[0], n[1], n[2], n[3], n[4], n[5]};
    }

    [[nodiscard]] Colours colours_named(std::string_view name) {
        if (name == "DeviceGray") return Colours::gray;
        if (name == "DeviceRGB") return Colours::rgb;
        if (name == "DeviceCMYK") return Colours::cmyk;
        if (name == "Pattern") return Colours::unknown;
        return names_.colours(name);
    }

    void set(Paint& paint, Colours colours, std::size_t count) noexcept {
        if (count > count_) return;
        paint = {colours, is_white(colours, last(count))};
    }

    void add(Point at) {
        if (path_.size() >= most_points) {
            drawn_.too_much = true;
            return;
        }
        path_.push_back(state_.matrix.of(at));
    }
    void move_to(Point at) {
        parts_.push_back({path_.size(), false});
        add(at);
    }
    void line_to(Point at) {
        if (parts_.empty()) parts_.push_back({path_.size(), false});
        add(at);
    }
    void curve_to(Point at) {
        line_to(at);
        parts_.back().curved = true;
    }
    void close() {
        if (parts_.empty() || parts_.back().first >= path_.size()) return;
        const Point first = path_[parts_.back().first];
        path_.push_back(first);
    }
    void rectangle(Point at, Point size) {
        move_to(at);
        line_to({within(at.x + size.x), at.y});
        line_to({within(at.x + size.x), within(at.y + size.y)});
        line_to({at.x, within(at.y + size.y)});
        close();
    }

    void paint(bool stroke, bool fill) {
        const bool strokes = stroke && !state_.stroke.white &&
                             product(state_.width, state_.matrix.stretch()) <= broadest_stroke;
        const bool fills = fill && !state_.fill.white;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const std::size_t end = i + 1 < parts_.size() ? parts_[i + 1].first : path_.size();
            const std::span<const Point> part =
                std::span(path_).subspan(parts_[i].first, end - parts_[i].first);
            if (parts_[i].curved) {
                drawn_.curved += fills ? 1 : 0;
                continue;
            }
            if (strokes)
                for (std::size_t k = 1; k < part.size(); ++k) add_stroke(part[k - 1], part[k]);
            if (fills) add_area(part);
        }
        path_.clear();
        parts_.clear();
    }

    void add_rule(bool horizontal, Fixed at, Fixed from, Fixed to) {
        if (drawn_.rules.size() >= most_rules) {
            drawn_.too_much = true;
            return;
        }
        drawn_.rules.push_back({horizontal, at, std::min(from, to), std::max(from, to)});
    }

    void add_stroke(Point a, Point b) {
        const Fixed across = a.x < b.x ? b.x - a.x : a.x - b.x;
        const Fixed down = a.y < b.y ? b.y - a.y : a.y - b.y;
        if (down < crooked && across > shortest_stroke)
            add_rule(true, (a.y + b.y) / 2, a.x, b.x);
        else if (across < crooked && down > shortest_stroke)
            add_rule(false, (a.x + b.x) / 2, a.y, b.y);
    }

    void add_area(std::span<const Point> part) {
        if (part.size() < 3) return;
        Box box{part[0].x, part[0].y, part[0].x, part[0].y};
        for (const Point p : part) {
            box = {std::min(box.left, p.x), std::min(box.top, p.y), std::max(box.right, p.x),
                   std::max(box.bottom, p.y)};
        }
        // A small square is a piece of both: lines of dots, and the corners that Word draws by themselves.
        if (box.height() < thin && box.width() >= box.height())
            add_rule(true, (box.top + box.bottom) / 2, box.left, box.right);
        if (box.width() < thin && box.height() >= box.width())
            add_rule(false, (box.left + box.right) / 2, box.top, box.bottom);
    }

    [[nodiscard]] Box unit_square() const noexcept {
        const Point a = state_.matrix.of({0, 0}), b = state_.matrix.of({fixed_one, fixed_one});
        const Point c = state_.matrix.of({fixed_one, 0}), d = state_.matrix.of({0, fixed_one});
        return {std::min({a.x, b.x, c.x, d.x}), std::min({a.y, b.y, c.y, d.y}),
                std::max({a.x, b.x, c.x, d.x}), std::max({a.y, b.y, c.y, d.y})};
    }

    void add_picture() {
        if (drawn_.pictures.size() < most_pictures) drawn_.pictures.push_back(unit_square());
    }

    void draw(std::string_view name) {
        const ContentNames::External external = names_.external(name);
        if (external.kind == ContentNames::External::Kind::picture) add_picture();
        if (external.kind != ContentNames::External::Kind::form) return;
        // One that draws itself would go on for ever.
        if (budget_.deep >= most_forms_deep) return;
        State inside = state_;
        inside.matrix = external.matrix.then(state_.matrix);
        ++budget_.deep;
        Interpreter(external.names == nullptr ? names_ : *external.names, inside, drawn_, budget_)
            .run(external.content);
        --budget_.deep;
        // Drawing costs something even where nothing is drawn.
        budget_.bytes += 64;
    }

    ContentNames& names_;
    State state_;
    Drawn& drawn_;
    Budget& budget_;
    std::vector<State> states_{};
    std::size_t unkept_ = 0;
    std::vector<Point> path_{};
    std::vector<Subpath> parts_{};
    std::array<Fixed, 8> numbers_{};
    std::size_t count_ = 0;
    std::string_view name_{};
};

} // namespace

void read_content(std::string_view content, ContentNames& names, const Matrix& to_page, Drawn& drawn) {
    Budget budget;
    State state;
    state.matrix = to_page;
    Interpreter(names, state, drawn, budget).run(content);
}

} // namespace tieout::detail
