"""Words by which an article says of a figure that nobody counted it, by kind, for all modules that
ask: what is supposed, guessed, claimed, foreseen, rated or set, what is acted, and what became of
it.
"""

from __future__ import annotations

SUPPOSED = (
    "如果", "假设", "假如", "假定", "假若", "倘若", "倘使", "倘", "若是", "若非", "要是", "要不是",
    "设想", "试想", "如若",
)  # fmt: skip
CONCEDED = ("即使", "即便", "哪怕", "就算", "纵使", "纵然", "一旦", "除非")

GUESSED = (
    "或许", "也许", "兴许", "说不定", "没准", "恐怕", "恐将", "恐达", "恐有", "估在", "毛估",
    "粗估", "估测", "目测", "想必", "料将", "料为", "据估", "据信", "估摸", "大抵", "多半",
    "看样子", "保不齐", "推测", "推算", "预判", "猜测", "估计", "估算", "按理说", "疑有", "疑达",
)  # fmt: skip

#: What somebody says who has no part in counting, or has his own reasons.
CLAIMED = (
    "网传", "盛传", "风传", "传言", "指控", "控告", "被控", "诉请", "请求", "主张", "索赔", "自称",
    "号称", "声称", "宣称", "谎报", "谎称", "虚报", "瞒报", "伪造", "编造", "捏造", "虚增",
    "虚构收入", "虚构业务", "虚构交易", "虚列", "冒领", "冒用", "冒充", "凑出", "注水", "名义上",
    "账面上", "理论上", "表面上", "纸面上", "口头上", "承诺", "许诺", "扬言", "拟定", "原定",
    "原计划", "原拟", "原打算", "本应", "本该", "谋求", "开价", "报价", "喊价", "鼎盛时期",
    "巅峰时期", "不算", "不计",
)  # fmt: skip

#: What is worked out before it happens.
FORESEEN = (
    "预测", "预判", "展望", "推断", "研判", "推演", "可行性研究", "可研报告", "可研", "测算",
    "匡算", "估价", "估损", "鉴定估", "概算", "预估", "按图纸", "按照图纸", "按设计", "按照设计",
    "按规划", "设计方案", "效果图", "蓝图",
)  # fmt: skip

#: What a thing is made, allowed or said to hold or do.
RATED = (
    "核载", "核定", "额定", "限载", "标称", "官标", "标注", "标重", "理论", "铭牌", "设计",
)  # fmt: skip

#: What is set, promised or agreed, and not yet so.
SET = (
    "目标", "任务", "红线", "底线", "计划", "规划", "预算", "概算", "预期", "愿景", "承诺", "预定",
)  # fmt: skip

PLEDGED = (
    "立下军令状", "军令状", "立誓", "发誓", "誓言", "许下", "夸下海口", "打包票", "拍胸脯", "放话",
    "放出豪言", "喊出", "扬言", "责任状", "保证书", "承诺书", "请战书", "决心书", "表态",
)  # fmt: skip

#: How somebody makes figures known.
MADE_KNOWN = ("公布", "发布", "通报", "披露", "介绍", "透露", "宣布")

EXERCISES = ("演练", "演习", "推演", "沙盘", "兵棋", "想定", "实训", "彩排")

#: What becomes of something that is then no longer in force, or does not come to be.
UNDONE = (
    "取消", "叫停", "撤回", "撤销", "中止", "搁置", "否决", "推翻", "废止", "作废", "失效", "停用",
    "终止", "停止执行", "停止收取", "停收", "不再执行", "不再收取",
)  # fmt: skip
