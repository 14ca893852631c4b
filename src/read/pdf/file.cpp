// SPDX-License-Identifier: MIT
#include "read/pdf/file.hpp"

#include <algorithm>
#include <deque>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

// The headers of libqpdf 11 are C++17, and so is this file: clang 14 does not take them for C++20.
#define POINTERHOLDER_TRANSITION                                                                             \
    4 // NOLINT(cppcoreguidelines-macro-usage): how libqpdf asks for std::shared_ptr
#include <qpdf/Constants.h>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "read/pdf/words.hpp"

namespace tieout::detail {

namespace {

/// Keeps what comes out of a stream, up to a limit: a stream may grow a thousandfold when it is unpacked.
class Unpacked final : public Pipeline {
  public:
    Unpacked(std::string& into, std::size_t most) : Pipeline("content", nullptr), into_(into), most_(most) {}
    void write(const unsigned char* data, std::size_t length) override {
        if (full_) return;
        full_ = length > most_ - into_.size();
        // What throws here ends the unpacking, not the reading of the file.
        if (full_) throw std::length_error("content");
        into_.append(reinterpret_cast<const char*>(data),
                     length); // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
    }
    void finish() override {}
    [[nodiscard]] bool full() const noexcept { return full_; }

  private:
    std::string& into_;
    std::size_t most_;
    bool full_ = false;
};

/// What is left of the limits of a file.
struct Left {
    std::size_t content = most_pdf_content;
};

std::optional<Fixed> number_of(QPDFObjectHandle object) {
    if (!object.isNumber()) return std::nullopt;
    const std::string spelled = object.unparseResolved();
    std::string_view text = spelled;
    return take_fixed(text);
}

/// A rectangle with its lower left first; nothing if it is none, or empty.
std::optional<Box> rectangle_of(QPDFObjectHandle object) {
    if (!object.isArray() || object.getArrayNItems() != 4) return std::nullopt;
    Fixed at[4];
    for (int i = 0; i < 4; ++i) {
        const std::optional<Fixed> number = number_of(object.getArrayItem(i));
        if (!number) return std::nullopt;
        at[i] = *number;
    }
    const Box box{std::min(at[0], at[2]), std::min(at[1], at[3]), std::max(at[0], at[2]),
                  std::max(at[1], at[3])};
    if (box.width() <= 0 || box.height() <= 0) return std::nullopt;
    return box;
}

Matrix matrix_of(QPDFObjectHandle object) {
    if (!object.isArray() || object.getArrayNItems() != 6) return {};
    Fixed at[6];
    for (int i = 0; i < 6; ++i) {
        const std::optional<Fixed> number = number_of(object.getArrayItem(i));
        if (!number) return {};
        at[i] = *number;
    }
    return {at[0], at[1], at[2], at[3], at[4], at[5]};
}

/// The resources of a page or form, looked up as they are asked for.
class Names final : public ContentNames {
  public:
    Names(QPDFObjectHandle resources, Left& left, bool& damaged)
        : resources_(std::move(resources)), left_(left), damaged_(damaged) {}

    External external(std::string_view name) override {
        const auto known = externals_.find(name);
        if (known != externals_.end()) return known->second;
        External found;
        try {
            found = look_up(entry("/XObject", name));
        } catch (const std::exception&) {
            damaged_ = true;
        }
        externals_.emplace(name, found);
        return found;
    }

    Colours colours(std::string_view name) override {
        try {
            return colours_of(entry("/ColorSpace", name), 0);
        } catch (const std::exception&) {
            return Colours::unknown;
        }
    }

  private:
    QPDFObjectHandle entry(const char* kind, std::string_view name) {
        if (!resources_.isDictionary()) return QPDFObjectHandle::newNull();
        QPDFObjectHandle all = resources_.getKey(kind);
        return all.isDictionary() ? all.getKey("/" + std::string(name)) : QPDFObjectHandle::newNull();
    }

    External look_up(QPDFObjectHandle stream) {
        External found;
        if (!stream.isStream()) return found;
        QPDFObjectHandle dictionary = stream.getDict();
        QPDFObjectHandle kind = dictionary.getKey("/Subtype");
        if (kind.isNameAndEquals("/Image")) found.kind = External::Kind::picture;
        if (!kind.isNameAndEquals("/Form")) return found;
        found.kind = External::Kind::form;
        found.matrix = matrix_of(dictionary.getKey("/Matrix"));
        std::string& content = contents_.emplace_back();
        Unpacked unpacked(content, std::min(most_content_bytes, left_.content));
        if (!stream.pipeStreamData(&unpacked, 0, qpdf_dl_generalized, true)) damaged_ = true;
        left_.content -= std::min(content.size(), left_.content);
        found.content = content;
        if (QPDFObjectHandle own = dictionary.getKey("/Resources"); own.isDictionary()) {
            // A form that draws itself finds the same names again, and no more of them.
            if (own.isIndirect() && own.getObjGen() == resources_.getObjGen()) return found;
            found.names = names_.emplace_back(std::make_unique<Names>(own, left_, damaged_)).get();
        }
        return found;
    }

    static Colours colours_of(QPDFObjectHandle space, int deep) {
        constexpr int deepest = 8;
        if (deep > deepest) return Colours::unknown;
        if (space.isName()) {
            if (space.isNameAndEquals("/DeviceGray")) return Colours::gray;
            if (space.isNameAndEquals("/DeviceRGB")) return Colours::rgb;
            if (space.isNameAndEquals("/DeviceCMYK")) return Colours::cmyk;
        }
        if (!space.isArray() || space.getArrayNItems() < 1) return Colours::unknown;
        QPDFObjectHandle family = space.getArrayItem(0);
        if (space.getArrayNItems() == 1) return colours_of(family, deep + 1);
        if (family.isNameAndEquals("/CalGray")) return Colours::gray;
        if (family.isNameAndEquals("/CalRGB")) return Colours::rgb;
        QPDFObjectHandle profile = space.getArrayItem(1);
        if (!family.isNameAndEquals("/ICCBased") || !profile.isStream()) return Colours::unknown;
        const std::optional<Fixed> count = number_of(profile.getDict().getKey("/N"));
        if (count == fixed_one) return Colours::gray;
        if (count == 3 * fixed_one) return Colours::rgb;
        return count == 4 * fixed_one ? Colours::cmyk : Colours::unknown;
    }

    QPDFObjectHandle resources_;
    Left& left_;
    bool& damaged_;
    std::map<std::string, External, std::less<>> externals_{};
    std::deque<std::string> contents_{};
    std::vector<std::unique_ptr<Names>> names_{};
};

/// Takes the coordinates of a page to what is shown of it, with the upper left at (0, 0).
Matrix shown(const Box& crop, int turned, Fixed& width, Fixed& height) {
    constexpr Fixed one = fixed_one;
    width = turned % 180 == 0 ? crop.width() : crop.height();
    height = turned % 180 == 0 ? crop.height() : crop.width();
    // The box has its lower left in `left` and `top`, since y grows upwards there.
    switch (turned) {
    case 90:
        return {0, one, one, 0, -crop.top, -crop.left};
    case 180:
        return {-one, 0, 0, one, crop.right, -crop.top};
    case 270:
        return {0, -one, -one, 0, crop.bottom, crop.right};
    default:
        return {one, 0, 0, -one, -crop.left, crop.bottom};
    }
}

void read_page(QPDFObjectHandle object, DrawnPage& page, Left& left) {
    QPDFPageObjectHelper helper(object);
    const std::optional<Box> media = rectangle_of(helper.getAttribute("/MediaBox", false));
    const std::optional<Box> cut = rectangle_of(helper.getAttribute("/CropBox", false));
    // What pdftotext takes where there is none.
    Box box = media.value_or(Box{0, 0, 612 * fixed_one, 792 * fixed_one});
    if (cut) {
        const Box both{std::max(box.left, cut->left), std::max(box.top, cut->top),
                       std::min(box.right, cut->right), std::min(box.bottom, cut->bottom)};
        if (both.width() > 0 && both.height() > 0) box = both;
    }
    const std::optional<Fixed> rotation = number_of(helper.getAttribute("/Rotate", false));
    const auto degrees = static_cast<int>(rotation.value_or(0) / fixed_one % 360);
    const Matrix matrix = shown(box, (degrees + 360) % 360, page.width, page.height);

    std::string content;
    Unpacked unpacked(content, std::min(most_content_bytes, left.content));
    try {
        helper.pipeContents(&unpacked);
    } catch (const std::exception&) {
        page.damaged = !unpacked.full();
    }
    left.content -= std::min(content.size(), left.content);
    page.drawn.too_much = unpacked.full();
    Names names(helper.getAttribute("/Resources", false), left, page.damaged);
    read_content(content, names, matrix, page.drawn);
}

} // namespace

DrawnFile drawn_of(std::string_view bytes) {
    DrawnFile file;
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("document", bytes.data(), bytes.size());
        Left left;
        for (const QPDFObjectHandle& object : pdf.getAllPages()) {
            if (file.pages.size() >= most_pdf_pages) break;
            DrawnPage& page = file.pages.emplace_back();
            try {
                read_page(object, page, left);
            } catch (const std::exception&) {
                page.damaged = true;
            }
        }
    } catch (const QPDFExc& fault) {
        file.state =
            fault.getErrorCode() == qpdf_e_password ? DrawnFile::State::encrypted : DrawnFile::State::damaged;
    } catch (const std::exception&) {
        file.state = DrawnFile::State::damaged;
    }
    return file;
}

} // namespace tieout::detail
