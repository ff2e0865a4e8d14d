"""Chinese measure words and units: what a number in running text may count, in general use and in
any statistics.
"""

from __future__ import annotations

_PERSONS = "人 名 位 口 人次 人份 人头 学时 课时 人公里"
_TIMES = (
    "例 次 件次 辆次 台次 架次 班次 车次 航次 批次 场次 户次 项次 剂次 针次 票次 家次 "
    "轮次 例次 份次 处次 列次 艘次 册次 间次 条次 篇次 节次 课次 宗次 起 回 趟 遍 顿 轮 届 步 期 批"
)
_THINGS = (
    "个 家 所 张 种 类 支 台 套 台套 标台 辆 条 份 册 部 篇 场 户 项 件 座 处 间 栋 幢 棵 株 头 只 "
    "匹 尾 羽 艘 架 列 节"
    " 颗 粒 枚 块 片 根 把 盏 门 幅 首 本 卷 集"
    " 枝 茬 档 款 宗 桩 笔 单 股 票 对 双 副 组 队 班 层 倍 折 分 道 口井 眼 袋 箱 瓶 盒 桶 包 剂 "
    "金 银 铜 针 杯 碗 捆 床 床位 车道 标箱 标准箱 自然箱 泊位 车位 号源"
    " 间夜 学分 课 节课 字 页 帧 声 社 站 线 站点 孔 格 桌 席 席位 盘 盆 朵 束 串 排 行 丛 段 截 "
    "堂 插座 头份 头只 手 克拉 球 顶 具 扇 罐 筐 尊 局 级"
)
_PARTS = "% 个百分点 百分点 个千分点 千分点 个点 个基点 基点 个BP BP"
_MONEY = "元 美元 欧元 港元 日元 英镑 卢布 澳元 加元 韩元 元人民币 人民币 角 块钱 块 元钱 分钱 毛钱"
_AREA = "平方米 平方公里 平方千米 公顷 亩 亩次 平方厘米 平方毫米 平米 平方 顷 km² m² km2 m2 ㎡ ㎢"
_LENGTH = "公里 千米 米 分米 厘米 毫米 微米 纳米 海里 里 尺 寸 丈 公分 车公里 延米 km m cm mm μm nm"
_WEIGHT = (
    "吨 公斤 千克 克 毫克 微克 斤 吨公里 吨海里 载重吨 净载重吨 总吨 吨标准煤 担 石 "
    "公担 kg g mg μg ng t"
)
_VOLUME = "升 毫升 立方米 立方厘米 立方 立方米每秒 方 L mL ml dL m³ m3"
_ENERGY = (
    "千瓦时 千瓦 瓦 兆瓦 兆瓦时 吉瓦 吉瓦时 太瓦时 瓦时 度电 度 伏 千伏 千伏安 安 欧姆 "
    "卡 千卡 大卡 焦耳 千焦 兆焦 吉焦 马力 kW kWh MW MWh GW GWh kV W V"
)
_DATA = "字节 比特 兆 GB MB KB TB PB Gbps Mbps bit 赫兹 兆赫 Hz MHz GHz EFLOPS PFLOPS"
_SCIENCE = (
    "℃ °C 摄氏度 NTU °F ° mmHg 毫米汞柱 mmol/L μmol/L g/L mg/dL mg/L kg/m² kPa hPa Pa 帕 千帕 兆帕 "
    "百帕 分贝 dB IU 单位 国际单位 拷贝 流明 勒克斯 牛"
    " 公里每小时 米每秒 光年 天文单位"
)
_TIME = (
    "年 个月 月 周 个星期 星期 天 日 个工作日 工作日 个交易日 个自然日 小时 个小时 分钟 秒 "
    "秒钟 毫秒 季度 个季度 年度 个年度 刻钟 个昼夜 昼夜 夜"
    " 学年 学期 个学期 个学时 个课时 岁 周岁 个月龄 月龄 周龄 日龄 代 载 辈子 世纪 个世纪"
)
#: The base of a ratio: 15.6∶1.
_RATIOS = "∶1"
_RATES = "/10万 /万 /千 /百"

_KINDS = (
    _PERSONS,
    _TIMES,
    _THINGS,
    _PARTS,
    _MONEY,
    _AREA,
    _LENGTH,
    _WEIGHT,
    _VOLUME,
    _ENERGY,
    _DATA,
    _SCIENCE,
    _TIME,
    _RATES,
    _RATIOS,
)

#: Every word. One that begins with 万 or 亿 would hide a scale, one that begins with 两 or 点 a
#: numeral: none does.
MEASURE_WORDS = tuple([word for words in _KINDS for word in words.split()])

#: The words that measure: an amount in one of them is another amount in each other one. The rest
#: count things, which several words may count alike.
MEASURES = frozenset(
    word
    for words in (_PARTS, _MONEY, _AREA, _LENGTH, _WEIGHT, _VOLUME, _ENERGY, _TIME)
    for word in words.split()
)

#: Measure words of one character that are only the beginning of another word where one of these
#: follows: 3次产业, 8日报.
NO_UNIT_BEFORE = {
    "人": "民口均力才工物类体员身文群",
    "家": "庭长属具园政",
    "名": "单称录额誉",
    "次": "产数要级生元序",
    "天": "然气津空使文下",
    "日": "报均常前本语",
    "年": "轻级龄均初",
    "元": "旦素件宵代",
    "分": "之别类为布属析管支校公区院店部组级享离",
    "场": "所景馆地面域",
    "项": "目",
    "种": "植子养业",
    "部": "门委分署长件级",
    "期": "间刊望限盼货",
    "组": "织合建成",
    "批": "准评发复",
    "层": "面次级",
    "本": "科地次市省报身土质院校县区年月期人行轮案",
    "台": "湾风账阶州",
    "条": "件例款",
    "张": "家力",
    "支": "持付部出撑援",
    "套": "餐路",
    "所": "有在以谓需属",
    "位": "于居列置次数",
    "口": "岸碑腔径",
    "头": "部像脑",
    "只": "有要能是",
    "对": "于外口象接应比照策标",
    "间": "接隔距",
    "处": "理置于罚室长方",
    "门": "诊户店槛窗",
    "类": "型别似",
    "亩": "产均",
    "股": "份权东市票",
    "户": "籍口均外",
    "方": "面案式法便向针位",
    "节": "能约日目水",
    "道": "路德理",
    "行": "业动政为程",
    "段": "落",
    "线": "上下路索条",
    "站": "式",
    "回": "应归顾复落",
    "首": "次批个都届家",
    "双": "向重方语",
    "单": "位元独病",
    "集": "中体团聚采",
    "枝": "叶条头江",
    "茬": "口",
    "款": "项式",
    "根": "据本",
    "把": "握关手",
    "课": "程题",
    "手": "术段机",
    "字": "符样",
    "步": "骤伐行",
    "班": "子级",
    "石": "油化墨",
    "安": "全宁排",
    "克": "服隆",
    "米": "饭",
    "里": "程面",
    "倍": "增感",
    "代": "表理谢际",
    "片": "区面",
    "块": "状",
    "幅": "度员",
    "列": "入车为",
    "队": "伍员",
    "件": "均套",
    "票": "房据",
    "社": "区会保",
    "站点": "",
    "针": "对灸",
    "剂": "量型",
    "升": "级至高到",
    "周": "岁边期转围年",
    "球": "员场门赛迷队鞋类体",
    "顶": "尖端层部岗多",
    "具": "有体备",
    "局": "部面势长限域",
    "级": "别以及",
    "金": "属额融币牌会库秋奖价色黄子银条矿贵山沙钱华杯鸡像砖卡领针",
    "银": "行币幕河川联发牌杏耳屑奖杯色器饰花针监保",
    "铜": "矿牌陵像川仁管材业奖锣器线板箔",
    "担": "任当保负",
    "月": "龄均度",
}
