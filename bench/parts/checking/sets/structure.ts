/** Numbering, attachments, remains of drafting and punctuation, planted in whole papers. */
import { cleanSentences, counties, matters } from '../official-sentences.ts';
import { type CaseDraft, type PlantedCase, type PlantedSet, plantCase, type Random } from '../planted-set.ts';

const casesOfSet = 120;
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

function times(count: number, make: (index: number) => PlantedCase): readonly PlantedCase[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const markers: readonly ((number: number) => string)[] = [
  (number) => `${numerals[number - 1]}、`,
  (number) => `（${numerals[number - 1]}）`,
  (number) => `${number}.`,
  (number) => `（${number}）`,
  (number) => `第${numerals[number - 1]}条　`,
];

/** A paper of numbered items; `wrong` is the place where the number is left out or told twice. */
function numberedPaper(random: Random, wrong: 'none' | 'gap' | 'twice'): PlantedCase {
  const mark = random.pick(markers);
  const count = random.integer(5, 8);
  const place = random.integer(3, count - 1);
  const draft = plantCase().clean(`关于做好${random.pick(matters)}工作的通知\n`);
  for (let number = 1; number <= count; number += 1) {
    const isGap = wrong === 'gap' && number === place;
    if (isGap) continue;
    const isAfterGap = wrong === 'gap' && number === place + 1;
    const isTwice = wrong === 'twice' && number === place;
    const text = mark(isTwice ? number - 1 : number);
    if (isAfterGap || isTwice) draft.fault('numbering', text);
    else draft.clean(text);
    draft.clean(`${cleanSentences(random)}\n`);
  }
  return draft.finish();
}

/** Two levels that count anew, or go on counting, under each heading. */
function nestedPaper(random: Random): PlantedCase {
  const goesOn = random.fraction() < 0.5;
  const draft = plantCase();
  let number = 0;
  for (let heading = 1; heading <= 3; heading += 1) {
    draft.clean(`${numerals[heading - 1]}、${random.pick(matters)}\n`);
    if (!goesOn) number = 0;
    for (let item = 0; item < 3; item += 1) {
      number += 1;
      draft.clean(`${number}.${cleanSentences(random)}\n`);
    }
  }
  return draft.finish();
}

function numberingSet(random: Random): PlantedSet {
  return {
    name: '序号层次',
    classes: ['numbering'],
    cases: [
      ...times(casesOfSet, (index) => numberedPaper(random, index % 2 === 0 ? 'gap' : 'twice')),
      ...times(casesOfSet / 2, () => numberedPaper(random, 'none')),
      ...times(casesOfSet / 2, () => nestedPaper(random)),
    ],
  };
}

const attachmentNames = ['任务分解表', '联系人名单', '情况统计表', '公开目录', '申报指南', '评分细则'];

/** A paper with its attachments; `wrong` leaves one out, adds one or renames one. */
function paperWithAttachments(random: Random, wrong: 'none' | 'missing' | 'added' | 'renamed'): PlantedCase {
  const names = attachmentNames
    .slice(0, random.integer(2, 5))
    .map((name) => `${random.pick(matters)}${name}`);
  const place = random.integer(0, names.length - 1);
  const draft = plantCase().clean(`${cleanSentences(random, 2)}具体要求见附件1。\n附件：`);
  names.forEach((name, index) => {
    const item = `${index + 1}.${wrong === 'renamed' && index === place ? name.replace(/.$/u, '稿') : name}`;
    if ((wrong === 'missing' || wrong === 'renamed') && index === place) draft.fault('attachment', item);
    else draft.clean(item);
    draft.clean('\n');
  });
  draft.clean(`${random.pick(counties)}人民政府办公室\n2026年3月20日\n`);
  names.forEach((name, index) => {
    if (wrong === 'missing' && index === place) return;
    draft.clean(`附件${index + 1}\n${name}\n${cleanSentences(random)}\n`);
  });
  if (wrong === 'added') draft.fault('attachment', `附件${names.length + 1}`).clean('\n补充说明\n');
  return draft.finish();
}

function attachmentSet(random: Random): PlantedSet {
  const kinds = ['missing', 'added', 'renamed', 'none', 'none'] as const;
  return {
    name: '附件',
    classes: ['attachment'],
    cases: times(casesOfSet, (index) => paperWithAttachments(random, kinds[index % kinds.length] ?? 'none')),
  };
}

type Planter = (draft: CaseDraft, random: Random) => CaseDraft;

const remains: readonly Planter[] = [
  (draft) => draft.clean('由').fault('remains', '××').clean('部门负责落实。'),
  (draft) => draft.clean('计划于').fault('remains', '20XX').clean('年完成。'),
  (draft) => draft.clean('请联系').fault('remains', '{{联系人}}').clean('办理。'),
  (draft) => draft.clean('主要成效：').fault('remains', '（此处补充数据）'),
  (draft) => draft.clean('详见').fault('remains', '错误!未找到引用源。'),
  (draft) => draft.clean('合计').fault('remains', '#REF!').clean('万元。'),
  (draft) => draft.clean('做好公开').fault('remains', '的的').clean('监督。'),
  (draft) => draft.clean('要').fault('remains', '进一步进一步').clean('加强管理。'),
  (draft) => draft.clean('根据').fault('remains', '《》').clean('的规定执行。'),
  (draft) => draft.clean('全年办理120件').fault('remains', '？？？').clean('。'),
  (draft) => draft.clean('全年办理120件').fault('remains', '【注：需核实】').clean('。'),
  (draft) => draft.clean('完成').fault('remains', '____').clean('项任务。'),
  (draft) => draft.clean('现通知如下').fault('remains', '&nbsp;').clean('。'),
  (draft, random) => {
    const sentence = cleanSentences(random);
    return draft.clean(sentence).fault('remains', sentence);
  },
];
const soundRemains: readonly string[] = [
  '县人民政府政府信息公开指南已经更新。',
  '以营利为目的的活动应当登记。',
  '当事人张某某、李××未到场。',
  '联系电话138××××1234（已作脱敏处理）。',
  '请填写《申请表》后提交，选择“是（ ）”或者“否（ ）”。',
  '公用信用信息平台一项一项核对数据。',
  '设备尺寸为120×60×75厘米，型号XX-100。',
];

function remainsSet(random: Random): PlantedSet {
  const faulty = times(casesOfSet, () => {
    const draft = plantCase().clean(`${cleanSentences(random)}\n`);
    return random
      .pick(remains)(draft, random)
      .clean(`\n${cleanSentences(random)}`)
      .finish();
  });
  const sound = times(casesOfSet, () =>
    plantCase()
      .clean(`${cleanSentences(random)}${random.pick(soundRemains)}${cleanSentences(random)}`)
      .finish(),
  );
  return { name: '文稿遗留', classes: ['remains'], cases: [...faulty, ...sound] };
}

const punctuationFaults: readonly Planter[] = [
  (draft) => draft.clean('各单位要高度重视').fault('punctuation', ',').clean('认真组织实施。'),
  (draft) => draft.clean('按时报送材料').fault('punctuation', ';').clean('逾期不予受理。'),
  (draft) => draft.clean('抓好落实').fault('punctuation', '，，').clean('不得推诿。'),
  (draft) => draft.clean('确保取得实效').fault('punctuation', '。。'),
  (draft) => draft.clean('推进').fault('punctuation', '“互联网加政务服务').clean('，方便群众办事。'),
  (draft) => draft.clean('依照').fault('punctuation', '《中华人民共和国预算法').clean('，编制部门预算。'),
  (draft) => draft.clean('各镇').fault('punctuation', '（含街道').clean('，要按月自查。'),
  (draft) => draft.clean('各镇').fault('punctuation', '（街道)').clean('要按月自查。'),
  (draft) => draft.clean('财政、民政').fault('punctuation', '、和').clean('司法部门共同负责。'),
  (draft) => draft.clean('包括目录、指南').fault('punctuation', '...').clean('。'),
];
const soundPunctuation: readonly string[] = [
  '步骤为：1)提交；2)审核；3)公示。',
  '网址为https://www.example.gov.cn/a.html?id=1,2。',
  '比例为1:3，时间为10:30，版本为V2.1，金额为1,234.5元。',
  '他说：“规定写得很清楚：‘应当公开。’”',
  '《关于修改〈实施办法〉的决定》（国办发〔2019〕54号）',
  '坚持和睦相处、和谐发展、及时公开。',
  '采用“AI+政务”模式，见Annex A (draft), version 2。',
];

function punctuationSet(random: Random): PlantedSet {
  const faulty = times(casesOfSet, () => {
    const draft = plantCase().clean(cleanSentences(random));
    return random.pick(punctuationFaults)(draft, random).clean(cleanSentences(random)).finish();
  });
  const sound = times(casesOfSet, () =>
    plantCase()
      .clean(`${cleanSentences(random)}${random.pick(soundPunctuation)}\n${cleanSentences(random)}`)
      .finish(),
  );
  return { name: '标点符号', classes: ['punctuation'], cases: [...faulty, ...sound] };
}

/** Sets of numbering, attachments, remains and punctuation. */
export function plantSets(random: Random): readonly PlantedSet[] {
  return [numberingSet(random), attachmentSet(random), remainsSet(random), punctuationSet(random)];
}
