/** Names of people in running text: surnames, and the places where a name stands before a fact. Pure. */

/** The common single surnames (公安部《二〇二〇年全国姓名报告》 names the hundred most common; the others are in use everywhere). */
const singleSurnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿焦柴左柯甘霍纪祝裴娄涂管卜骆游喻梅路阮童穆包曲柏桑滕饶辛尤骆裘冉邬翁戚蒲宁冼苗凌盛祁柳屈詹项祖单桂俞简卓费缪湛蓝瞿查車邝岑连臧佘傅华萧毕郁晏尚阎习艾古匡寇阙巩晁敖訾阚沙鞠巢蒯荆竺闵席季麻栾戎景束韶郜薄宿邰鄂赖蔺屠池阴胥闻莘贡姬宰郦雍濮寿扈燕郏浦仇滑游靳苟迟郎褚敬鹿';
const compoundSurnames =
  '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|长孙|宇文|夏侯|轩辕|端木|南宫|独孤|闻人|呼延';

/** A surname and one or two more characters. */
export const personName = `(?:(?:${compoundSurnames})\\p{Script=Han}{1,2}|[${singleSurnames}]\\p{Script=Han}{1,2})`;

/** Words that begin like a name and are none. */
const noNames =
  /^(?:常见|文明|麻风|麻疹|席位|景区|景观|季度|华侨|华东|古城|古树|艾滋|阴性|寿命|鹿茸|战|束缚|薄弱|薄膜|宿舍|傅里|池塘|濮阳|扈|闻名|赖以|高血|白血|帕金|肖像|游乐|常年|高原|童工|查证|何况|成人|任何|于是|高危|高度|方面|万一|王国|金额|时间|安全|石油|严重|文化|文件|江苏|江西|黄河|高校|高中|高龄|马上|白天|田间|常见|常住|常委|向其|向患|管理|路人|连续|简称|单位|单独|项目|费用|包括|包含|曲线|武装|武汉|武警|钱款|毛孔|史料|龙头|方案|方式|康复|申请|申报|温度|向社|查出|查处|宁波|宁夏|游客|盛大|祖父|祖母|施工|齐全|左右|左侧|万元|易感|路线|安置|安排|苏州|金融|付款|程序|程度|严禁|严格|夏季|段落|孔径|牛羊|鲁迅|甘肃|路段|梅毒|苗木|蓝天|柳州|辛苦|童年|连带|何人|何种|何时|陈述|许可|许多|余下|周围|周边|周岁|周期|施行|章程|章节|宋代|唐代|明代|任务|任命|任职|安徽|江北|江东|黄色|白色|金色|卢沟|严肃|严控|郑重|郑州|贺州|江河|林业|林木|林区|马路|牛奶|龙岩|金华|温州|台州|毛利|毛重|阳性|石材|党员|干部)/u;

/** True for words that only look like a name. */
export function isOrdinaryWord(word: string): boolean {
  return noNames.test(word);
}

const maskedName = /[某×*＊XxＸ○]/u;

const roles =
  '患者|病人|本人|村民|居民|市民|群众|公民|贫困户|脱贫户|低保户|特困户|特困人员|困难群众|困难户|监测户|五保户|户主|学生|同学|儿童|男童|女童|婴儿|幼儿|孤儿|老人|申请人|当事人|被告人|嫌疑人|受助人|受害人|被害人|职工|员工|残疾人|残疾学生|考生|女子|男子|其父|其母|其子|其女|其妻|其夫|父亲|母亲|儿子|女儿|丈夫|妻子|采集|提取|教师|信徒|教徒|对象|租户|业主|家长|户';
const behind =
  '(?=$|[，,、（(：:\\s]|因|系|患|身患|罹患|确诊|感染|被|是|为|属|家|的|信|今年|年仅|现年|及其|[0-9]{1,3}岁)';

const afterRole = new RegExp(`(?:${roles})[：:]?(${personName})${behind}`, 'gu');
const atClauseStart = new RegExp(
  `(?:^|[，,、；;：:（(。\\s“])(?:[0-9]+[.．、])?(${personName})${behind}`,
  'gu',
);

/** A person a text speaks of, with the place of the name in it. */
export interface PersonMention {
  readonly name: string;
  readonly index: number;
}

/** The last person named in a clause of bounded length, by a role before the name or by its place; undefined without one. */
export function findPerson(clause: string): PersonMention | undefined {
  let last: PersonMention | undefined;
  for (const pattern of [atClauseStart, afterRole]) {
    for (const match of clause.matchAll(pattern)) {
      const name = match[1] ?? '';
      const index = match.index + match[0].length - name.length;
      if (isOrdinaryWord(name) || maskedName.test(clause.slice(index, index + 4))) continue;
      if (last === undefined || index >= last.index) last = { name, index };
    }
  }
  return last;
}

const nameAtEnd = new RegExp(`(?:^|[，,、；;：:。\\s])(${personName})[，,（(:：\\s]?$`, 'u');

/** True when a name, set off from what is before it, stands right before the position. */
export function hasNameBefore(text: string, position: number): boolean {
  const name = nameAtEnd.exec(text.slice(Math.max(0, position - 8), position))?.[1];
  return name !== undefined && !isOrdinaryWord(name);
}

/** True for a cell that holds a name in full: two to four characters, or several joined by a dot, nothing masked. */
export function isFullName(text: string): boolean {
  const name = text.replace(/[\s\u3000]/gu, '');
  if (maskedName.test(name)) return false;
  return /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}(?:[·•．.]\p{Script=Han}{1,10}){1,3}$/u.test(name);
}
