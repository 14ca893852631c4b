// SPDX-License-Identifier: MIT
#include "read/vocabulary/numerals.hpp"
#include "read/document/alphabet.hpp"
#include "read/vocabulary/number_words.hpp"

#include "../../property.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <tieout/fmt.hpp>

using namespace tieout;
using namespace tieout::detail;

namespace {

std::string alphabet_of(std::string_view text) {
    return passage_of(text, {0, static_cast<std::uint32_t>(text.size())}).text;
}

/// The figures of a sentence: 2350 千元, 约 5 %, ? 3，518 人.
std::string figures_of(std::string_view sentence) {
    const std::string text = alphabet_of(sentence);
    std::string shown;
    for (const Numeral& numeral : numerals(text)) {
        if (!shown.empty()) shown += "; ";
        const Figure& figure = numeral.figure;
        if (figure.state == State::approximate) shown += "约 ";
        shown += figure.state == State::unreadable ? "? " + figure.text : to_string(figure.value);
        if (figure.unit.length > 0) (shown += ' ') += figure.unit.word();
    }
    return shown;
}

struct Row {
    std::string_view sentence;
    std::string_view figures;
};

} // namespace

TEST_CASE("figures of sentences are found with their units") {
    for (const Row& row : {
             Row{"基本支出1,709.11万元，占81.2%。", "1709.11 万元; 81.2 %"},
             Row{"比上年增加-53.71万元，增长-6.23%", "-53.71 万元; -6.23 %"},
             Row{"接待12批次、86人次", "12 批次; 86 人次"},
             Row{"口罩48元/盒，共1590盒", "48 元/盒; 1590 盒"},
             Row{"得分98，扣2分", "98 分; 2 分"},
             // No figures: years, dates, ordinals, names, numbers of documents and lists.
             Row{"2022年3月5日，第12次会议，12345热线，5G，3号楼，〔2020〕10号", ""},
             Row{"1.主要职能 2.5.1 机构设置", ""},
         })
        CHECK_MESSAGE(figures_of(row.sentence) == row.figures, row.sentence);
}

TEST_CASE("a number in several multipliers is one") {
    CHECK(figures_of("歲入3兆250億元，歲出2兆8,000億元") == "30250 亿元; 28000 亿元");
    CHECK(figures_of("投资3亿5000万元") == "35000 万元");
    CHECK(figures_of("投资1亿2000万5千元") == "120005 千元");
    CHECK(figures_of("人口1万2千人") == "12 千人");
    CHECK(figures_of("支出1万2345.60元") == "12345.60 元");
    CHECK(figures_of("投资2.5亿元") == "2.5 亿元");
    // The second is not smaller than the multiplier leaves room for.
    CHECK(figures_of("投资3万5000万元") == "5000 万元");
    CHECK(figures_of("投资3亿50000万元") == "50000 万元");
    CHECK(figures_of("投资3万20000元") == "20000 元");
    // The first has decimals: two numbers that stand side by side.
    CHECK(figures_of("投资3.5亿5000万元") == "3.5; 5000 万元");
}

TEST_CASE("each currency that is named is a unit of its own") {
    CHECK(figures_of("开支4,200亿港元，盈餘90億港元") == "4200 亿港元; 90 亿港元");
    CHECK(figures_of("結餘為澳門幣3,100,000千元") == "3100000 千澳门元");
    CHECK(figures_of("预算新台幣700億元") == "700 亿新台币");
    CHECK(figures_of("贷款500万美元，折合人民币3,500万元") == "500 万美元; 3500 万元");
    CHECK(figures_of("开支HK$1,200，另有US$30.5和RMB 20.5") == "1200 港元; 30.5 美元; 20.5 元");
    CHECK(figures_of("about £12,500,000 of £305 million, HK$3.5 billion") ==
          "12500000 英镑; 305 百万英镑; 3.5 十亿港元");
    CHECK(figures_of("48港元/盒") == "48 港元/盒");
    CHECK(figures_of("增长3.2 per cent，提高0.5 percentage points") == "3.2 %; 0.5 个百分点");
    // The letters of a name are no sign.
    CHECK(figures_of("型号TUSD30.5") == "");
}

TEST_CASE("a word makes a number approximate only where it is a word of its own") {
    for (const Row& row : {
             Row{"约5万元", "约 5 万元"},
             Row{"支出约为5万元", "约 5 万元"},
             Row{"近32万余件", "约 32 万件"},
             Row{"300余万元", "约 300 万元"},
             Row{"5万元左右", "约 5 万元"},
             Row{"约人民币5万元", "约 5 万元"},
             Row{"节约5万元", "5 万元"},
             Row{"签约5万元、预约30人、合约20件", "5 万元; 30 人; 20 件"},
             Row{"节约为5万元", "5 万元"},
             Row{"距离最近5公里", "5 公里"},
             Row{"结余5万元，余额3万元", "5 万元; 3 万元"},
             Row{"5万元以下简称", "5 万元"},
             Row{"5万元以下", "约 5 万元"},
         })
        CHECK_MESSAGE(figures_of(row.sentence) == row.figures, row.sentence);
}

TEST_CASE("a wide comma between digits is read where it is certain and told where it is not") {
    CHECK(figures_of("本年收入3，518.85万元，支出4，000.00万元") == "3518.85 万元; 4000.00 万元");
    CHECK(figures_of("支出 2, 019.61 万元，占 76.48 %") == "2019.61 万元; 76.48 %");
    CHECK(figures_of("本年收入3，518万元") == "3518 万元");
    // One number, or two: neither is read.
    CHECK(figures_of("分别为3，518人") == "? 3，518 人");
    CHECK(figures_of("分别为3，518.85万元") == "? 3，518.85 万元");
    CHECK(figures_of("得分98，300户受益") == "? 98，300 户");
    // No groups of three: a list.
    CHECK(figures_of("得分98，30户受益") == "98 分; 30 户");
    CHECK(figures_of("得分98，3000户受益") == "98 分; 3000 户");
}

TEST_CASE("the number of a footnote between a figure and its unit is none of it") {
    CHECK(figures_of("支出100[1]万元") == "100 万元");
    CHECK(figures_of("支出100①万元，占60²%") == "100 万元; 60 %");
    CHECK(figures_of("文件[1]万元") == "");
}

TEST_CASE("numbers in words are figures where a unit follows and nothing else can be meant") {
    for (const Row& row : {
             Row{"收入四百零二‧五億元，開支一百八十‧四億元", "402.5 亿元; 180.4 亿元"},
             Row{"收入四百零二点五亿元", "402.5 亿元"},
             Row{"拨付两万三千元", "2.3 万元"},
             Row{"拨付两万零五百元", "2.05 万元"},
             Row{"拨付三百五十元", "350 元"},
             Row{"总额三万亿元", "3 万亿元"},
             Row{"总额一亿二千万元", "1.2 亿元"},
             Row{"新增十二个、二十五家、一百零五名", "12 个; 25 家; 105 名"},
             Row{"三十余家，近十二家，四十个左右", "约 30 家; 约 12 家; 约 40 个"},
             Row{"占百分之六十一点三，提高二点五个百分点", "61.3 %; 2.5 个百分点"},
             Row{"占百分之五", "5 %"},
             Row{"三十万元港币", "30 万元"},
         })
        CHECK_MESSAGE(figures_of(row.sentence) == row.figures, row.sentence);
    for (const std::string_view sentence : {"“三公”经费",   "一般公共预算", "一是强化管理，二是加强监督",
                                            "第一百二十个", "第十二项",     "二级单位",
                                            "三个方面",     "两个维护",     "十四五规划",
                                            "十四五个",     "几十个项目",   "数十家",
                                            "上百名",       "百户",         "千家万户",
                                            "二〇二二年",   "二〇二二个",   "二十四小时",
                                            "十二个月",     "三十年",       "二十大",
                                            "十分重要",     "三十分",       "三五个",
                                            "一百三个",     "十二部门联合", "五元",
                                            "万元",         "三点三十分",   "百分之百",
                                            "一、二十项目"})
        CHECK_MESSAGE(figures_of(sentence).empty(), sentence);
}

TEST_CASE("a run of characters of numbers is looked at once") {
    std::string many;
    for (int i = 0; i < 20'000; ++i) many += "一";
    CHECK(numerals(many).empty());
    std::string tens;
    for (int i = 0; i < 20'000; ++i) tens += "十";
    CHECK(numerals(tens + "个").empty());
}

TEST_CASE("cells are figures with all their digits") {
    const auto shown = [](std::string_view cell) {
        const Figure figure = cell_figure(alphabet_of(cell));
        return std::string(name_of(figure.state)) + ' ' + to_string(figure.value) + ' ' + figure.text;
    };
    CHECK(shown("2,106.66") == "value 2106.66 2106.66");
    CHECK(shown("２，１０６．６６") == "value 2106.66 2106.66");
    CHECK(shown("3，518.85") == "value 3518.85 3518.85");
    CHECK(shown("2, 019.61") == "value 2019.61 2019.61");
    CHECK(shown("1 234 567.8") == "value 1234567.8 1234567.8");
    CHECK(shown("-1,234.50") == "value -1234.50 -1234.50");
    CHECK(shown("△1,234.50") == "value -1234.50 -1234.50");
    CHECK(shown("－5") == "value -5 -5");
    CHECK(shown("60.00[1]") == "value 60.00 60.00");
    CHECK(shown("¥60.00") == "value 60.00 60.00");
    CHECK(shown("约60") == "approximate 60 60");
    CHECK(shown("一般公共服务支出") == "unreadable 0 一般公共服务支出");
}

TEST_CASE("a number in brackets is negative, and known to be in brackets") {
    const auto value = [](std::string_view cell) {
        const std::string text = alphabet_of(cell);
        const Figure figure = cell_figure(text);
        return figure.state == State::value
                   ? to_string(figure.value) + (is_bracketed(text) ? " in brackets" : "")
                   : std::string(name_of(figure.state));
    };
    CHECK(value("(30)") == "-30 in brackets");
    CHECK(value("（16,000）") == "-16000 in brackets");
    CHECK(value("(20.47%)") == "-20.47 in brackets");
    CHECK(value("(20.47)%") == "-20.47 in brackets");
    CHECK(cell_figure("（20.47）%").unit == unit::percent);
    CHECK(cell_figure("（16,000）").text == "(16000)");
    CHECK(value("-30") == "-30");
    CHECK(value("30") == "30");
    // What names something, or has a sign already.
    for (const std::string_view cell :
         {"（60分）", "（一）", "(注1)", "（-30）", "()", "（万元）", "（30", "30）", "(1)工资"})
        CHECK_MESSAGE(value(cell) == "unreadable", cell);
}

TEST_CASE("a number that is grouped by any comma is the number itself") {
    tieout::test::for_all(500, [] {
        const std::string digits = std::to_string(*tieout::test::between(1000, 2'000'000'000));
        const std::string decimals = "." + std::to_string(*tieout::test::between(10, 99));
        const std::string comma = *rc::gen::element<std::string>(",", "，", ", ", "， ");
        std::string text;
        for (std::size_t i = 0; i < digits.size(); ++i) {
            if (i > 0 && (digits.size() - i) % 3 == 0) text += comma;
            text += digits[i];
        }
        text += decimals;
        const auto found = numerals(alphabet_of("收入" + text + "万元"));
        RC_ASSERT(found.size() == 1U);
        RC_ASSERT(to_string(found.front().figure.value) == digits + decimals);
        RC_ASSERT(to_string(cell_figure(alphabet_of(text)).value) == digits + decimals);
    });
}

TEST_CASE("a plain number in a cell is read as among others that take longer") {
    tieout::test::for_all(2000, [] {
        std::string cell = *rc::gen::element<std::string>("", "-", "0", "00");
        cell += std::to_string(*tieout::test::between(0, 99'999));
        const int decimals = *tieout::test::between(0, 3);
        if (decimals > 0)
            cell += '.' + std::string(static_cast<std::size_t>(decimals), *rc::gen::element('0', '7'));
        cell += *rc::gen::element<std::string>("", "%");
        const Figure plain = cell_figure(cell);
        const Figure other = cell_figure(' ' + cell);
        RC_ASSERT(identical(plain.value, other.value));
        RC_ASSERT(plain.state == other.state);
        RC_ASSERT(plain.unit == other.unit);
        RC_ASSERT(plain.bare_zero == other.bare_zero);
        RC_ASSERT(plain.text == other.text);
    });
    CHECK(cell_figure("-0.00").text == "0.00");
    CHECK(cell_figure("0%").bare_zero);
    CHECK(cell_figure("12.").state == State::unreadable);
}
