"""Traditional Chinese characters, which readers type though no text of a site has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Simplified and traditional form of characters that differ.
_PAIRS: Final = (
    "万萬 与與 专專 业業 东東 两兩 丧喪 个個 临臨 为為 举舉 义義 乡鄉 书書 买買 争爭 于於 "
    "云雲 产產 亲親 亿億 仅僅 从從 价價 众眾 优優 会會 传傳 伤傷 体體 余餘 偿償 储儲 儿兒 "
    "兑兌 党黨 关關 兴興 养養 册冊 写寫 军軍 农農 决決 况況 准準 减減 划劃 则則 创創 别別 "
    "制製 办辦 务務 动動 励勵 劳勞 势勢 区區 医醫 华華 协協 单單 卧臥 卫衛 却卻 历歷 压壓 "
    "县縣 参參 双雙 发發 变變 台臺 号號 后後 启啟 员員 团團 园園 围圍 国國 图圖 场場 块塊 "
    "处處 备備 复復 复複 够夠 头頭 妇婦 婴嬰 孙孫 学學 宁寧 宝寶 实實 审審 对對 导導 寿壽 "
    "将將 层層 岁歲 岗崗 岭嶺 币幣 广廣 庆慶 床牀 库庫 应應 开開 异異 张張 强強 归歸 当當 "
    "录錄 径徑 怀懷 态態 总總 悬懸 愿願 户戶 执執 扩擴 护護 报報 担擔 择擇 损損 换換 据據 "
    "摊攤 数數 断斷 无無 旧舊 时時 显顯 晋晉 术術 机機 杂雜 权權 条條 来來 极極 构構 标標 "
    "样樣 档檔 检檢 残殘 毕畢 气氣 汇匯 汉漢 浏瀏 涨漲 温溫 湾灣 满滿 灵靈 灾災 点點 热熱 "
    "爱愛 牵牽 独獨 环環 现現 疗療 症癥 痪瘓 瘫癱 监監 盖蓋 着著 矿礦 码碼 础礎 确確 离離 "
    "种種 积積 称稱 稳穩 穷窮 笔筆 筑築 筛篩 筹籌 签簽 简簡 类類 紧緊 纠糾 红紅 约約 级級 "
    "纪紀 纳納 线線 练練 组組 细細 织織 终終 经經 结結 给給 统統 绩績 续續 维維 综綜 绿綠 "
    "编編 缩縮 缮繕 缴繳 网網 罗羅 职職 联聯 肃肅 肠腸 肾腎 肿腫 胜勝 脏臟 脏髒 脑腦 艺藝 "
    "节節 苏蘇 范範 荐薦 药藥 获獲 营營 蓝藍 补補 见見 规規 视視 览覽 觉覺 计計 订訂 认認 "
    "讨討 让讓 训訓 议議 记記 讲講 许許 论論 设設 访訪 证證 评評 识識 诈詐 诊診 词詞 试試 "
    "询詢 详詳 语語 误誤 说說 请請 读讀 课課 谁誰 调調 负負 财財 责責 质質 贫貧 购購 贴貼 "
    "贵貴 费費 资資 赋賦 践踐 车車 转轉 轻輕 载載 较較 辅輔 辆輛 输輸 辖轄 边邊 辽遼 达達 "
    "过過 运運 还還 这這 进進 远遠 连連 迟遲 适適 选選 递遞 遗遺 邮郵 采採 释釋 里裏 里裡 "
    "鉴鑑 鉴鑒 针針 钟鐘 钱錢 铁鐵 银銀 销銷 错錯 锡錫 镇鎮 长長 门門 闭閉 问問 间間 闻聞 "
    "阁閣 队隊 阳陽 阶階 际際 陕陝 险險 随隨 难難 页頁 项項 顺順 须須 预預 领領 频頻 题題 "
    "额額 风風 饮飲 馆館 马馬 验驗 骗騙 齐齊 龄齡 龙龍 龟龜 "
)
#: Each traditional character with its simplified one.
SIMPLIFIED: Final[Mapping[str, str]] = {pair[1]: pair[0] for pair in _PAIRS.split()}


def variants(text: str) -> str:
    """The traditional characters for those of ``text``, each before its simplified one."""
    used = set(text)
    return "".join(one + simple for one, simple in SIMPLIFIED.items() if simple in used)
