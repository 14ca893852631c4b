// SPDX-License-Identifier: MIT
#include "read/vocabulary/phrases.hpp"

#include "read/vocabulary/english.hpp"

#include "read/vocabulary/openers.hpp"

#include <tieout/read/text.hpp>

#include <vector>

namespace tieout::detail {

namespace {

// Pieces of phrases.
#define TIEOUT_RISE                                                                                                                                   \
    "增长|增加|上升|提高|提升|上涨|增幅|涨幅|升幅|增收|增支|增多|净增加?|多支出|多安排|多出|多用|多收|多还|" \
    "多支|多|增|升"
#define TIEOUT_FALL                                                                                          \
    "减少|下降|降低|降幅|减幅|跌幅|下滑|回落|缩减|压减|压缩|减支|减收|净减少?|少安排|少用|少收|少|减|降"
#define TIEOUT_DIRECTION                                                                                     \
    "(?:(?P<either>增加（减少）|增长（下降）|增加/减少|增长/下降)|(?:" TIEOUT_RISE ")|(?P<fall>" TIEOUT_FALL \
    "))"
/// One of these characters stands in each of them.
#define TIEOUT_TURN "增升提涨多减降跌滑落缩少"
/// From a base that is named, a saving is a change as well.
#define TIEOUT_DIRECTION_FROM                                                                                \
    "(?:(?P<either>增加（减少）|增长（下降）|增加/减少|增长/下降)|(?:" TIEOUT_RISE ")|(?P<fall>" TIEOUT_FALL \
    "|节约|节支|少支出|少支))"
#define TIEOUT_IS "(?:约|为|是|达到|达|至|仅|：|了|率|幅度|比例|各|分别|依次|亦|也)*"
/// By how much: 降至68.9% says where to.
#define TIEOUT_BY "(?:约|为|是|达到|达|仅|：|了|率|幅度|比例|各|分别|依次|亦|也)*"
#define TIEOUT_AMOUNT_IS "(?:了|约|为|是|金额|额|：|各|分别|依次|资金|经费)*"
/// 比上年, 较2021年决算数, 与上年相比, 同比
#define TIEOUT_BASE                                                                                                                   \
    "(?:(?P<than>同比|环比|同期)|(?:比|较|与|同|相比|对比)(?P<base>[^，。；：、#]{1,40}?)(?:相比|比较|同期)" \
    "?)，?"                                                                                                                          \
    "(?:各|共|均|分别|依次|有所|再|仍|，)*"
/// 与2021年相比，收、支总计各
#define TIEOUT_COMPARED                                                                                                       \
    "(?:比|较|与|同)(?P<base>[^，。；：、#]{1,40}?)(?:相比|比较|比)，?(?P<subject>[^，。；：#]{0,80}?)(?:" \
    "各|"                                                                                                                    \
    "共|均|分别|依次)?"
/// The words of a clause.
#define TIEOUT_WORDS "[^，。；：、（）“”#]"
#define TIEOUT_BUDGET                                                                                        \
    "(?:年初|全年|调整后?的?|年度|当年|本年|支出|部门|财政|人代会批准的?|的)*"    \
    "(?:预算(?:数|收入|支出|安排|总额|指标|任务)?|任务数?|目标任务|计划)"

constexpr std::array phrase_table{
    // ── percentages ──
    Phrase{"G07",
           Task::completion,
           of_percent,
           {"完占为是达相", "预任计"},
           "(?:完成|占|为|是|达到|达|相当于)(?:了)?(?:本年|全部)?(?P<budget>" TIEOUT_BUDGET
           ")(?:的)?" TIEOUT_IS "#",
           "公务接待费年初预算为8万元，支出决算为6万元，完成年初预算的75%。",
           "ratio 75% = 6 / 8",
           {NotExample{"全县财政收入3000万元，完成年度任务的97.4%。", ""}}},
    Phrase{"G07",
           Task::completion,
           of_percent,
           {"完执"},
           "(?:^|[，；：。（）])(?:已)?(?:完成|执行)(?:了|约|为)*#",
           "公务接待费预算为8万元，支出决算为6万元，完成75%。",
           "ratio 75% = 6 / 8"},
    Phrase{"G04",
           Task::share,
           of_percent,
           {"比", "占重例"},
           "(?:占比|所占比例|所占比重|比重|比例)" TIEOUT_IS "#",
           "收入合计80万元，其中：财政拨款收入60万元，占比75%；其他收入20万元，占比25%。",
           "share 75% = 60 / 80",
           {NotExample{"总支出100万元，其中基本支出60万元，占60%，占比较上年提高5个百分点。",
                       "share 60% = 100 / 60"}}},
    Phrase{"G04",
           Task::share,
           of_percent,
           {"占"},
           "(?:各|分别|依次)*占(?P<whole>[^，。；：、#]*?)(?:的)?(?:比例|比重|比率|百分比)?" TIEOUT_IS "#",
           "全年支出80万元，其中基本支出60万元，占75%；项目支出20万元，占全年支出的25%。",
           "share 75% = 60 / 80",
           {NotExample{"我县投入80万元，占全市同类投入的12%。", ""},
            NotExample{"采购支出80万元，其中货物60万元、服务20万元，均为面向中小企业采购，占100%。",
                       "share 100% = 20 / 80"}}},
    Phrase{"G04",
           Task::share,
           of_percent,
           {"（"},
           "^（#）",
           "工资60万元（75%），办公费20万元（25%），共计80万元。",
           "share 75% = 60 / 80 ?",
           {NotExample{"一年期存款60万元（1.5%），三年期存款20万元（2.6%），共计80万元。",
                       "share 1.5% = 60 / 80"}}},
    Phrase{"G04",
           Task::share,
           of_percent,
           {"的"},
           "^的(?:比例|比重)?" TIEOUT_IS "#",
           "中小企业合同60万元，占采购总额80万元的75%。",
           "share 75% = 60 / 80"},
    Phrase{"G13",
           Task::saving_rate,
           of_percent,
           {"率", "节结"},
           "(?P<name>节约|节支|节省|结余)率" TIEOUT_IS "#",
           "采购预算80万元，实际采购金额60万元，节约资金20万元，节约率25%。",
           "ratio 25% = 20 / 80",
           {NotExample{"采购预算80万元，实际采购60万元，三年累计节约资金50万元。", "50 = 80 - 60"}}},
    Phrase{"G19",
           Task::multiple,
           of_times,
           {"的"},
           "^的(?:约|近)?#",
           "总支出100万元，为上年总支出80万元的1.25倍。",
           "ratio 1.25 = 100 / 80"},
    Phrase{"G19",
           Task::multiple,
           of_times,
           {"是为达相等"},
           "(?:是|为|达到|达|相当于|等于)(?:了)?(?P<whole>[^，。；：、#]{0,60}?)(?:的)?(?:约|近)?#",
           "上年总支出80万元，本年总支出100万元，是上年的1.25倍。",
           "ratio 1.25 = 100 / 80",
           {NotExample{"我市人均支出2万元，是全国平均水平的1.5倍。", ""},
            NotExample{"收入100万元，支出80万元，其中设备购置费60万元，收入为支出的1.25倍。",
                       "ratio 1.25 = 60 / 80"}}},
    Phrase{"G05",
           Task::growth,
           of_percent | of_times,
           {"比较与同环", TIEOUT_TURN},
           TIEOUT_BASE TIEOUT_DIRECTION TIEOUT_BY "#",
           "总支出100万元，上年总支出80万元，比上年增长25%。",
           "growth 25% from 80 to 100",
           {NotExample{"项目支出100万元。其中信息化项目比上年增长60%。", ""},
            NotExample{"2020年支出92万元，按可比口径增长8.7%。", ""}}},
    Phrase{"G05",
           Task::growth,
           of_percent | of_times,
           {"比较与同", TIEOUT_TURN},
           TIEOUT_COMPARED TIEOUT_DIRECTION TIEOUT_BY "#",
           "总支出100万元，上年总支出80万元。与上年相比，总支出增长25%。",
           "growth 25% from 80 to 100"},
    Phrase{"G05",
           Task::growth,
           of_percent | of_times,
           {TIEOUT_TURN},
           "(?:^|[，；（：、。]|即|可比|同比|年|支出|收入|经费|费)(?:同比|按?(?:可比|自然|同|同比)口径(?:"
           "计算|算)?|可比|即|各|分别|"
           "依次|仍)*" TIEOUT_DIRECTION TIEOUT_BY "#",
           "总支出100万元，比上年增加20万元，增长25%。",
           "ratio 25% = 20 / (100 - 20)",
           {NotExample{"公务用车购置费16万元，同比增加16万元，增长100%，主要是办公费增长5%。", "growth 5%"}}},
    Phrase{"G15",
           Task::rate,
           of_percent,
           {"率进"},
           "(?P<name>" TIEOUT_WORDS "{1,20}(?:率|进度))" TIEOUT_IS "#",
           "收到来信80件，办结60件，办结率75%。",
           "ratio 75% = 60 / 80"},
    Phrase{"G10",
           Task::points,
           of_points | of_percent,
           {"#百", "#分"},
           TIEOUT_BASE "?" TIEOUT_DIRECTION TIEOUT_IS "#个?百分点?",
           "回访满意率98.5%，比上年的97%提高1.5个百分点。",
           "98.5% - 97% - 1.5个百分点 = 0"},
    Phrase{"G10",
           Task::points,
           of_points,
           {},
           "(?:" TIEOUT_DIRECTION "|高|低|超)?" TIEOUT_IS "#",
           "满意度95%，比目标值90%高5个百分点。",
           "95% - 90% - 5个百分点 = 0",
           {NotExample{"总收入120万元，增长20个百分点。", ""}}},
    // ── scores ──
    Phrase{"G14",
           Task::full_score,
           of_score,
           {"满分权按（"},
           "(?:(?:满分|分值|权重|按)(?:为|是|：)?#|（#）)",
           "自评满分100分，得分90分，其中：产出（60分）得55分；效益（40分）得35分。",
           "sum 100 = 60 + 40 ?",
           {NotExample{"项目甲得分90分，项目乙得分80分，平均得分85分。", "sum 85 = 90 + 80 ?"}}},
    Phrase{"G14",
           Task::deducted,
           of_score,
           {"扣"},
           "扣(?:减|除|掉)?(?:了)?#",
           "按100分制评价，因进度慢扣2分，因档案不全扣1分，最终得97分。",
           "sum 97 = 100 - 2 - 1 ?"},
    Phrase{"G14",
           Task::score,
           of_score,
           {"得评总分"},
           "(?:得|得分|评分|总分|分数)(?:为|是|：)?#",
           "自评总分90分。产出得55分，效益得35分。",
           "sum 90 = 55 + 35 ?"},
    // ── amounts and counts ──
    Phrase{"G06",
           Task::from,
           of_quantity,
           {"由"},
           "由(?P<base>" TIEOUT_WORDS "{0,20}?)(?:的)?#",
           "公务用车由10辆减少为8辆，减少20%。",
           "ratio 20% = (10 - 8) / 10",
           {NotExample{"总投资100万元，由建安工程费70万元、设备费30万元组成。", "70 - 30"}}},
    Phrase{"G06",
           Task::to,
           of_quantity,
           {"到至为成", "增减降压提升调达"},
           "(?:增加|减少|下降|降低|压缩|压减|提高|上升|升|降|增|减|调整|达)(?:到|至|为|成)(?:了|约)?#",
           "2020年度会议费为96万元。2021年度压缩到72万元，同比下降25%。",
           "ratio 25% = (96 - 72) / 96"},
    Phrase{"G04",
           Task::inside,
           of_quantity,
           {"占完为是达相", "#的比"},
           "(?:占|完成|为|是|达到|达|相当于)(?:了)?(?P<whole>[^，。；：、#]{1,90}?)#(?:的|的比例|的比重|"
           "的比例为|的比重为|比例|比例为|的近|的约)$",
           "全县财政收入600万元，占年初预算800万元的75%。",
           "ratio 75% = 600 / 800"},
    Phrase{"G05",
           Task::change,
           of_quantity,
           {"比较与同环", TIEOUT_TURN "节"},
           TIEOUT_BASE TIEOUT_DIRECTION_FROM TIEOUT_AMOUNT_IS "#",
           "总支出100万元，上年总支出80万元，比上年增加20万元。",
           "100 - 80 - 20 = 0",
           {NotExample{"项目支出100万元。信息化项目比上年增加30万元。", ""}}},
    Phrase{"G05",
           Task::change,
           of_quantity,
           {"比较与同", TIEOUT_TURN "节"},
           TIEOUT_COMPARED TIEOUT_DIRECTION_FROM TIEOUT_AMOUNT_IS "#",
           "总收入100万元，总支出90万元。与上年相比，总收入增加20万元，增长25%。",
           "ratio 25% = 20 / (100 - 20)"},
    Phrase{"G05",
           Task::change,
           of_quantity,
           {TIEOUT_TURN},
           "(?:^|[，；。：）（])(?:本年度?|今年|当年|同比|即|仍|净|两年相比|决算)*" TIEOUT_DIRECTION
               TIEOUT_AMOUNT_IS "#",
           "2020年总支出100万元。2019年总支出为80万元，本年度增加了20万元，增加25%。",
           "ratio 25% = 20 / 80",
           {NotExample{"公用经费10万元，主要是增加工资支出3万元。", "10 - 3"}}},
    Phrase{"G05",
           Task::change,
           of_quantity,
           {TIEOUT_TURN, "决支费经收用接拨预总"},
           "(?:^|[，；。：）（、])" TIEOUT_WORDS
           "{0,40}?(?:决算|支出|经费|费|收入|用车|接待|拨款|预算|总额)" TIEOUT_DIRECTION TIEOUT_AMOUNT_IS "#",
           "三公经费支出20万元，比上年减少5万元，其中：公务接待费减少2万元，公务用车运行维护费减少3万元。",
           "2 + 3 + -5 = 0 ?"},
    Phrase{"G05",
           Task::change,
           of_quantity,
           {"比", "相较"},
           "^(?:相比|比较)，?#",
           "用车部分100万元，同2018年度80万元相比20万元，上升25%。",
           "ratio 25% = 20 / 80"},
    Phrase{"G08",
           Task::change,
           of_quantity,
           {"预", "大高超多小低少"},
           "(?:决算数?|支出|执行数)?(?:(?:大于|高于|超过|多于)|(?P<fall>小于|低于|少于))(?P<base>(?:年初|"
           "全年|调整)?预算数?)#",
           "项目支出年初预算为80万元，支出决算为100万元。决算数大于年初预算数20万元。",
           "100 - 80 - 20 = 0"},
    Phrase{"G06",
           Task::base,
           of_quantity | of_percent,
           {"比较与同", "#" TIEOUT_TURN "节持高低"},
           "(?:比|较|与|同)(?P<base>[^，。；：、#]{0,40}?)(?:的|为)?#(?:相比)?，?(?:各|共|均|有所|仅)*(?"
           ":" TIEOUT_RISE "|" TIEOUT_FALL "|节约|节支|持平|高|低|基本持平)",
           "全区新登记企业100户，比去年同期80户增加25%。",
           "growth 25% from 80 to 100",
           {NotExample{"收入比支出多20万元。", ""}}},
    Phrase{"G06",
           Task::base,
           of_quantity,
           {"比较与同", "#相"},
           "(?:比|较|与|同)(?P<base>[^，。；：、#]{0,40}?)(?:的|为)?#相比(?:较)?，?$",
           "用车部分100万元，同2018年度80万元相比20万元，上升25%。",
           "100 - 80 - 20 = 0"},
    Phrase{
        "G13",
        Task::saving,
        of_amount,
        {"节少"},
        "(?:节约|节省|节支|节余|少支出|少支)(?:了|资金|经费|财政资金|采购资金|成本)*(?:约|为|是|：|达)*#",
        "采购预算80万元，实际采购金额60万元，节约资金20万元。",
        "sum 20 = 80 - 60",
        {NotExample{"会议费预算100万元，支出60万元，通过压减会议规模节约资金5万元。", "sum 5 = 100 - 60"}}},
    Phrase{"G12",
           Task::same,
           of_quantity,
           {"折即约"},
           "(?:^|[，（])(?:折合|即|合计?折算为|约合)(?:人民币)?(?:为|约)?#",
           "合同支出17979千元（折合1797.9万元）。",
           "17979 - 1797.9 = 0",
           {NotExample{"新增绿地10公顷，折合150亩。", ""}}},
    Phrase{"G17",
           Task::average,
           of_amount | of_count,
           {"均"},
           "(?P<name>(?:人均|户均|次均|辆均|车均|批均|期均|场均|生均|亩均|件均|床均|校均|村均|日均|月均|年均|"
           "平均每(?:辆|人|户|次|个|批次|台|期|场|批|年|月|天)))" TIEOUT_WORDS "{0,16}?" TIEOUT_IS "#",
           "公务用车运行维护费50万元，在用车辆20辆，平均每辆2.5万元。",
           "ratio 2.5 = 50 / 20",
           {NotExample{"国内公务接待40批次，400人次，人均100元。", ""}}},
    Phrase{"G17",
           Task::price,
           of_quantity | of_price,
           {"价每"},
           "(?:单价|均价|每(?:份|台|套|辆|册|盒|个|件|本|张|人|户|只|双|平方米|次|场|期|会|批|车|亩|生|校|村|"
           "床|公里|吨)|最高价|"
           "最低价)" TIEOUT_IS "#",
           "宣传手册每份36元，印制1000份，计36000元。",
           "36000 = 36 x 1000",
           {NotExample{"采购图书500册，均价20元/册，最高价50元/册，总价1万元。", "1 = 50元/册 x 500"},
            NotExample{"采购口罩1000盒，单价48元/盒，优惠后总价4.5万元。", "4.5 = 48元/盒 x 1000"}}},
    Phrase{"G09",
           Task::balance,
           of_amount,
           {"录", "#赤盈剩"},
           "录得#(?P<name>赤字|盈余|剩余)",
           "整体支出100万元，收入80万元，因而录得20万元赤字。",
           "100 - 80 - 20 = 0 ?"},
    Phrase{"G09",
           Task::balance,
           of_amount,
           {"结盈赤剩亏净收入"},
           "(?:收支相抵|收支结余|岁入岁出相抵|相抵后?|收支差额|因而录得|录得|收支)?，?(?:后)?，?(?:当年|年终|"
           "本年|年末|尚有|实际)?"
           "(?P<name>收不抵支|入不敷出|结余|结转|盈余|赤字|剩余|亏损|净利|结转结余|公共财政盈余|"
           "收支盈余)" TIEOUT_AMOUNT_IS "#",
           "全年收入100万元，支出80万元，当年结余20万元。",
           "100 - 80 - 20 = 0 ?",
           {NotExample{"年初预算1000万元，追加预算200万元，支出决算1100万元，结转100万元。", "1100 - 1000"}}},
    Phrase{"G18",
           Task::total,
           of_quantity,
           {"计共"},
           "(?:(?:以上|两项|二项|三项|四项|五项|两年|三年|四年|五年|前述|各项)[^，。；：、#]{0,18}?(?:共计|"
           "合计|总计|共|累计|小计)(?:核定|支出|投入)?|"
           "(?:^|[，；。：）])(?:以上)?(?:用车两项小计|共计|合计|总计|总共|共|小计))(?:支出|收入|资金|金额)"
           "?" TIEOUT_IS "#",
           "办公费5万元、印刷费3万元、差旅费2万元，合计10万元。",
           "sum 10 = 5 + 3 + 2",
           {NotExample{"单价2万元，采购12台，合计24万元。", "sum 24 = 2 + 12"},
            NotExample{"小项目3个，大项目2个，合计资金420万元。", ""}}},
};

#undef TIEOUT_RISE
#undef TIEOUT_FALL
#undef TIEOUT_DIRECTION
#undef TIEOUT_TURN
#undef TIEOUT_DIRECTION_FROM
#undef TIEOUT_IS
#undef TIEOUT_BY
#undef TIEOUT_AMOUNT_IS
#undef TIEOUT_BASE
#undef TIEOUT_COMPARED
#undef TIEOUT_WORDS
#undef TIEOUT_BUDGET

constexpr std::array remark_table{
    Remark{"G08",
           Comparison::more_than,
           true,
           {"预", "大高超多"},
           "(?:大于|高于|超过|多于)(?P<budget>(?:年初|全年|调整)?预算数?)(?:[^0-9]|$)",
           "公务接待费年初预算为6万元，支出决算为8万元，决算数大于预算数。",
           "8 - 6 > 0",
           {NotExample{"公务接待费年初预算6万元，支出决算为8万元，其中国内接待7万元，决算数大于预算数。",
                       "7 - 6 > 0"}}},
    Remark{"G08",
           Comparison::less_than,
           true,
           {"预", "小低少"},
           "(?:小于|低于|少于)(?P<budget>(?:年初|全年|调整)?预算数?)(?:[^0-9]|$)",
           "公务接待费年初预算为8万元，支出决算为6万元，决算数小于预算数。",
           "6 - 8 < 0",
           {NotExample{
               "会议费年初预算5万元，调整预算7万元，支出决算6万元，决算数大于年初预算数、小于调整预算数。",
               "6 - 5 < 0"}}},
    Remark{"G08",
           Comparison::equals,
           true,
           {"预", "等相持一"},
           "(?:等于(?P<budget>(?:年初|全年|调整)?预算数?)|(?:与|和)?(?:年初|全年|调整)?预算数?(?:相等|持平|"
           "一致)|决算数?持平(?:年初|全年|调整)?预算数?)",
           "公务接待费年初预算为8万元，支出决算为8万元，决算数等于预算数。",
           "8 - 8 = 0",
           {NotExample{"公务接待费支出8万元，上年决算数9万元，与年初预算持平。", "8 - 9 = 0"}}},
    Remark{"G08",
           Comparison::equals,
           true,
           {"预", "基大"},
           "(?:与|和)(?P<budget>(?:年初|全年|调整)?预算数?)(?:基本|大致)(?:持平|一致|相等)",
           "公务接待费年初预算为8万元，支出决算为8万元，决算数与预算数基本持平。",
           "8 - 8 = 0",
           {},
           true},
    Remark{"G12",
           Comparison::equals,
           false,
           {"年", "持变增"},
           "(?:与|较|比|同)?(?:上年|去年|上年度|上年决算数?|[0-9]{4}年)(?:相比|比较)?，?(?:持平|无增减变化|"
           "无变化|没有变化|无增减)",
           "公务接待费上年决算数8万元，本年支出决算8万元，与上年持平。",
           "8 - 8 = 0",
           {NotExample{"公务接待费2万元，上年2.5万元，批次20批，与上年持平。", "2 - 2.5 = 0"},
            NotExample{"运行维护费12.5万元，上年12.48万元，与上年基本持平。", "12.5 - 12.48 = 0"}}},
};

} // namespace

static_assert(remark_table.size() == remarks_max);
std::span<const Remark> remarks() noexcept { return remark_table; }

std::span<const Phrase> phrases() noexcept { return phrase_table; }

} // namespace tieout::detail

namespace tieout {

std::span<const PhraseEntry> report_phrases() {
    static const std::vector<PhraseEntry> all = [] {
        std::vector<PhraseEntry> entries;
        const auto add = [&](std::string_view code, const auto& entry) {
            PhraseEntry one{code, entry.example, entry.understood, {}};
            for (std::size_t i = 0; i < entry.not_examples.size(); ++i)
                one.counter_examples[i] = {entry.not_examples[i].sentence,
                                           entry.not_examples[i].not_understood};
            entries.push_back(one);
        };
        for (const detail::Opener& opener : detail::openers()) add("G03", opener);
        for (const detail::Phrase& phrase : detail::phrases()) add(phrase.code, phrase);
        for (const detail::Remark& remark : detail::remarks()) add(remark.code, remark);
        for (const detail::EnglishPhrase& phrase : detail::english_phrases()) add(phrase.code, phrase);
        return entries;
    }();
    return all;
}

} // namespace tieout
