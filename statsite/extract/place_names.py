"""What newspapers call provinces and cities of China beside their names: in one character (穗),
as people call them (泉城), several at once (两广), and parts of a province (苏北).
"""

from __future__ import annotations

from collections.abc import Mapping

#: Each province behind its character.
_CHARACTERS = (
    "京北京 津天津 沪上海 渝重庆 冀河北 晋山西 辽辽宁 吉吉林 黑黑龙江 苏江苏 浙浙江 皖安徽 闽福建 "
    "赣江西 鲁山东 豫河南 鄂湖北 湘湖南 粤广东 桂广西 琼海南 川四川 蜀四川 黔贵州 贵贵州 滇云南 "
    "陕陕西 甘甘肃 陇甘肃 青青海 宁宁夏 新新疆 藏西藏 蒙内蒙古"
)
PROVINCE_OF_CHARACTER: Mapping[str, str] = {one[0]: one[1:] for one in _CHARACTERS.split()}
CITY_OF_CHARACTER: Mapping[str, str] = {
    "穗": "广州",
    "深": "深圳",
    "杭": "杭州",
    "蓉": "成都",
    "甬": "宁波",
}

#: Each province or city and what people call it.
_NICKNAMES = (
    "湖南 三湘大地 三湘四水 三湘; 山东 齐鲁大地 齐鲁; 河北 燕赵大地 燕赵; 山西 三晋大地 "
    "三晋; 河南 中原大地; 湖北 荆楚大地 荆楚; 福建 八闽大地 八闽; 四川 巴蜀大地; 安徽 "
    "江淮大地; 江西 赣鄱大地 赣鄱; 广东 南粤大地 南粤; 广西 八桂大地 八桂; 陕西 三秦大地 "
    "三秦; 甘肃 陇原大地 陇原; 云南 彩云之南; 贵州 黔中大地; 上海 申城 沪上; 重庆 山城 "
    "渝州; 北京 京城 京华; 天津 津门 津城; 济南 泉城; 成都 蓉城; 哈尔滨 冰城; 广州 羊城; "
    "深圳 鹏城; 昆明 春城; 武汉 江城; 福州 榕城; 厦门 鹭岛; 宁波 甬城; 杭州 杭城; 长沙 "
    "星城; 南京 金陵; 苏州 姑苏; 南昌 洪城; 南宁 邕城; 贵阳 筑城; 青岛 岛城; 合肥 庐州; "
    "郑州 商都; 大连 滨城; 潍坊 鸢都; 海口 椰城; 景德镇 瓷都"
)
STANDARD_OF_NICKNAME: Mapping[str, str] = {
    name: standard
    for standard, *names in (line.split() for line in _NICKNAMES.split(";"))
    for name in names
}

#: Several provinces or cities and what they are called together.
_GROUPS = (
    "两广 广东 广西; 巴蜀 四川 重庆; 江浙沪 江苏 浙江 上海; 苏浙沪 江苏 浙江 上海; "
    "沪苏浙 上海 江苏 浙江; 沪苏浙皖 上海 江苏 浙江 安徽; 苏浙皖沪 江苏 浙江 安徽 上海; "
    "苏浙皖 江苏 浙江 安徽; 江浙 江苏 浙江; 苏浙 江苏 浙江; 沪浙 上海 浙江; 沪苏 上海 "
    "江苏; 成渝 成都 重庆 四川; 川渝 四川 重庆; 云贵 云南 贵州; 云贵川 云南 贵州 四川; "
    "两湖 湖南 湖北; 京津 北京 天津; 京津冀 北京 天津 河北; 京沪 北京 上海; 长三角 上海 "
    "江苏 浙江 安徽; 长江三角洲 上海 江苏 浙江 安徽; 三省一市 上海 江苏 浙江 安徽; "
    "珠三角 广东; 珠江三角洲 广东; 粤港澳大湾区 广东; 粤港澳 广东 香港 澳门; 陕甘宁 陕西 "
    "甘肃 宁夏; 东三省 辽宁 吉林 黑龙江; 东北三省 辽宁 吉林 黑龙江; 晋陕蒙 山西 陕西 "
    "内蒙古; 闽粤 福建 广东; 湘鄂赣 湖南 湖北 江西; 北上广深 北京 上海 广东; 北上广 北京 "
    "上海 广东; 苏锡常 江苏; 长株潭 湖南; 川藏 四川 西藏; 浙皖 浙江 安徽; 鲁豫 山东 "
    "河南; 晋冀鲁豫 山西 河北 山东 河南"
)
MEMBERS_OF_GROUP: Mapping[str, tuple[str, ...]] = {
    names[0]: tuple(names[1:]) for names in (line.split() for line in _GROUPS.split(";"))
}

_PARTS = (
    "江苏 苏南 苏北 苏中; 浙江 浙东 浙西 浙南 浙北 浙中; 安徽 皖北 皖南 皖西 皖中; 广东 "
    "粤北 粤东 粤西; 山东 胶东 鲁西 鲁南 鲁北 鲁中 鲁西南 鲁西北; 河南 豫南 豫北 豫东 "
    "豫西; 河北 冀中 冀南 冀北 冀东; 山西 晋北 晋南 晋东南; 湖南 湘南 湘北 湘中 湘东; "
    "湖北 鄂西 鄂东 鄂北; 福建 闽南 闽东 闽北 闽西; 江西 赣南 赣北 赣东北; 四川 川东 "
    "川西 川南 川北 川东北; 贵州 黔北 黔西北 黔中; 云南 滇西 滇中 滇南 滇东北; 陕西 陕北 "
    "陕南 关中; 甘肃 陇东; 广西 桂北 桂南 桂西; 辽宁 辽西 辽东; 新疆 南疆 北疆; 内蒙古 "
    "蒙东"
)
PROVINCE_OF_PART: Mapping[str, str] = {
    name: province
    for province, *names in (line.split() for line in _PARTS.split(";"))
    for name in names
}

#: What is called by the place where it is held, and of others who come to it: 伦敦奥运会.
GAMES = (
    "(?:[夏冬]季?|青)?残?(?:[奥亚]运|奥会)|[一-鿿]{0,3}(?:[世全大]运会|世博会|世锦赛|世界杯|锦标赛"
    "|公开赛|大师赛)"
)
