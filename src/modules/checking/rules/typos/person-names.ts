/** Where a text most likely names a person: a surname with one or two characters, in the company names keep. Pure. */

const surnames = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包司柏柯阮桂闵解柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫苟褚廉简娄盖符奚穆党燕郎邸冀谈姬屠郜晏栾郁蒙计喻揭窦迟宇敖糜鄢冷卓仇艾蓝巩稽井练仲乐虞卞封竺冼衣楚佟栗匡宗巫鞠僧桑荆谌扬沙伏岑习胥蔺厉佘仉闵晁荀芮羿郗宓邰郦濮扈郏逄璩暨阙寇'.split(
    '',
  ),
);
const roles =
  '同志|先生|女士|主任|副主任|县长|副县长|市长|区长|镇长|乡长|村长|局长|副局长|科长|处长|部长|厅长|省长|书记|副书记|院长|校长|所长|站长|队长|组长|会长|主席|委员|代表|教授|医生|老师|律师|法官|检察官|警官';
const endsName = new RegExp(`^(?:${roles}|等人|等同志|等一批|、|，男|，女|（|\\(|/)`, 'u');
const beginsName = new RegExp(`(?:${roles}|[、：:；）)\\t\\n 　]|^)$`, 'u');
const standsApart = /^(?:[、，；）)\t\n 　]|[一二三四五六七八九十两]{1,2}[名位人户]|$)/u;

/** 张某、李某某、王氏: a name that is not told in full. */
const untold = new Set('某氏');

/** Whether the character at a place belongs to what reads as a person's name. */
export function isInPersonName(text: string, place: number): boolean {
  for (let start = Math.max(0, place - 2); start <= place; start++) {
    if (!surnames.has(text.charAt(start))) continue;
    if (place <= start + 1 && untold.has(text.charAt(start + 1))) return true;
    const before = text.slice(Math.max(0, start - 3), start);
    for (const size of [2, 3]) {
      if (place >= start + size) continue;
      const after = text.slice(start + size, start + size + 4);
      if (endsName.test(after) && !after.startsWith('、') && !after.startsWith('（')) return true;
      if (beginsName.test(before) && (endsName.test(after) || standsApart.test(after))) return true;
    }
  }
  return false;
}
