// SPDX-License-Identifier: MIT
#include "read/vocabulary/openers.hpp"

#include "read/vocabulary/words.hpp"

#include <array>

namespace tieout::detail {

namespace {

constexpr std::array opener_table{
    Opener{"主要包括",
           Opening::partly,
           "基本支出60万元，主要包括人员经费50万元，公用经费10万元。",
           "sum 60 = 50 + 10 ?",
           {NotExample{"项目支出60万元，主要包括设备购置30万元、房屋维修8万元。", "sum 60 = 30 + 8"}}},
    Opener{"主要用于",
           Opening::partly,
           "项目支出60万元，主要用于设备购置50万元、房屋维修10万元。",
           "open sum 60 = 50 + 10 ?",
           {NotExample{"项目支出60万元，主要用于设备购置30万元、房屋维修8万元等。", "sum 60 = 30 + 8"}}},
    Opener{"主要是", Opening::partly, "项目支出60万元，主要是设备购置50万元，房屋维修10万元。",
           "open sum 60 = 50 + 10 ?"},
    Opener{"主要为", Opening::partly, "项目支出60万元，主要为设备购置50万元，房屋维修10万元。",
           "open sum 60 = 50 + 10 ?"},
    Opener{"其中主要", Opening::partly, "项目支出60万元，其中主要设备购置50万元，房屋维修10万元。",
           "open sum 60 = 50 + 10 ?"},
    Opener{"其中包括", Opening::among, "项目支出60万元，其中包括设备购置50万元，房屋维修10万元。",
           "open sum 60 = 50 + 10 ?"},
    Opener{
        "其中",
        Opening::among,
        "总支出100万元，其中：基本支出60万元，项目支出40万元。",
        "sum 100 = 60 + 40",
        {NotExample{"企业100户，其中：外资企业5户，科技型企业60户，小微企业90户。", "sum 100 = 5 + 60 + 90"},
         NotExample{"项目支出300万元，其中：政府采购支出250万元，面向中小企业采购200万元。",
                    "sum 300 = 250 + 200"}}},
    Opener{"这里面", Opening::among, "采购支出80万元，这里面设备采购60万元。", "60 <= 80 ?"},
    Opener{"包括",
           Opening::includes,
           "事项51项，包括告知承诺事项10项，优化服务事项41项。",
           "open sum 51 = 10 + 41 ?",
           {NotExample{"基本支出60万元，包括工资40万元、办公费10万元等。", "sum 60 = 40 + 10"},
            NotExample{"学校60所，包括省级示范学校3所、市级示范学校5所。", "sum 60 = 3 + 5"}}},
    Opener{
        "包含",
        Opening::includes,
        "基本支出60万元（包含人员经费50万元，公用经费10万元）。",
        "sum 60 = 50 + 10",
        {NotExample{"项目支出100万元，包含设备购置50万元、维修30万元及其他零星支出。", "sum 100 = 50 + 30"}}},
    Opener{"划分为", Opening::divides, "事项51项，划分为告知承诺事项10项和优化服务事项41项。",
           "sum 51 = 10 + 41"},
    Opener{"分为",
           Opening::divides,
           "事项51项，分为告知承诺事项10项和优化服务事项41项。",
           "sum 51 = 10 + 41",
           {NotExample{"评价项目20个，评价结果分为4个等级，其中优5个，良10个，中5个。", "sum 20 = 4"}}},
    Opener{"具体为", Opening::divides, "设备120台，具体为电脑100台；打印机20台。", "sum 120 = 100 + 20 ?"},
    Opener{"分别为",
           Opening::pairs,
           "下设单位5个，分别为行政单位2个、事业单位3个。",
           "sum 5 = 2 + 3 ?",
           {NotExample{"女性人口540人；青年、中年和老年人口分别为300人、500人和200人。",
                       "open sum 540 = 300 + 500 + 200 ?"}}},
    Opener{"分别是", Opening::pairs, "下设单位5个，分别是行政单位2个、事业单位3个。", "sum 5 = 2 + 3 ?"},
    Opener{"分别用于", Opening::pairs, "专项经费8万元，分别用于设备5万元、培训3万元。",
           "open sum 8 = 5 + 3 ?"},
    Opener{"由",
           Opening::divides,
           "总投资100万元，由建安工程费70万元、设备费30万元组成。",
           "sum 100 = 70 + 30",
           {NotExample{"车辆由10辆减少为8辆，减少20%。", "sum 10 = 8"}}},
    Opener{"用于",
           Opening::partly,
           "项目支出60万元，用于设备购置50万元、房屋维修10万元。",
           "open sum 60 = 50 + 10 ?",
           {NotExample{"项目资金10万元，其中：中央资金4万元，省级资金6万元，用于设备购置7万元。", "7 <= 6"}}},
    Opener{"含",
           Opening::partly,
           "进驻单位54家（含企业单位17家）。",
           "17 <= 54 ?",
           {NotExample{"采购口罩1000盒，含运费0.2万元，合计5万元。", "0.2 <= 1000"}}},
};

} // namespace

std::span<const Opener> openers() noexcept { return opener_table; }

bool leaves_open(std::string_view after) noexcept {
    static constexpr std::string_view begins[] = {"等",   "及其他", "和其他", "以及其他", "及其它",
                                                  "等等", "……",     "以及",   "及零星"};
    return !begins_with_any(after, begins).empty() && !after.starts_with("等额") &&
           !after.starts_with("等于");
}

bool is_rest(std::string_view name) noexcept {
    for (const std::string_view word : {"其他", "其它", "其余"})
        if (begins_with(name, word)) return true;
    return false;
}

} // namespace tieout::detail
