/** Invented personal data in prose and tables, in all written forms, and what only looks like it. */
import * as people from '../people.ts';
import * as sentences from '../people-sentences.ts';
import {
  type PlantedCase,
  type PlantedCell,
  type PlantedSet,
  plantCase,
  plantTable,
  type Random,
} from '../planted-set.ts';

const classes = ['personalData'] as const;
const perForm = 12;

/** Puts a datum (and a name) into a sentence; `@` the datum, `&` the name. */
function casesOfSentence(sentence: string, datum: string, name: string): PlantedCase {
  const draft = plantCase();
  for (const piece of sentence.split(/([@&])/u)) {
    if (piece === '@') draft.fault('personalData', datum);
    else draft.clean(piece === '&' ? name : piece);
  }
  return draft.finish();
}

function prose(
  random: Random,
  name: string,
  carriers: readonly string[],
  forms: readonly ((number: string) => string)[],
  invent: (random: Random) => string,
): PlantedSet {
  const cases = forms.flatMap((form) =>
    Array.from({ length: perForm }, () =>
      casesOfSentence(random.pick(carriers), form(invent(random)), people.inventName(random)),
    ),
  );
  return { name: `${name}（散文）`, classes, cases };
}

const asIs = Array.from({ length: 20 }, () => (text: string) => text);
const mailForms = [
  '163.com',
  'qq.com',
  '126.com',
  'sina.com',
  'gmail.com',
  '139.com',
  'foxmail.com',
  'outlook.com',
  'sohu.com',
  'vip.163.com',
].flatMap((host) => [(local: string) => `${local}@${host}`, (local: string) => `${local}＠${host}`]);
const inventLocal = (random: Random) =>
  random.pick(['zhang', 'wanglei', 'li.ming', 'chen_x', 'zhouhong']) + String(random.integer(10, 9999));
const inventChat = (random: Random) =>
  random.fraction() < 0.5
    ? String(random.integer(10_000_000, 999_999_999))
    : inventLocal(random).replace('.', '_');
const fault = (text: string): PlantedCell => ({ fault: 'personalData', text });

interface Column {
  readonly headings: readonly string[];
  readonly cell: (random: Random) => PlantedCell;
}

const columns: readonly Column[] = [
  {
    headings: [
      '身份证号',
      '身份证号码',
      '公民身份号码',
      '证件号码',
      '身份证件号',
      '居民身份证',
      '户主身份证号',
      '社会保障号码',
    ],
    cell: (random) => fault(random.pick(people.identityForms)(people.inventIdentity(random))),
  },
  {
    headings: ['身份证号', '证件号码', '身份证'],
    cell: (random) => fault(people.spoilIdentity(random, people.inventIdentity(random))),
  },
  { headings: ['身份证号'], cell: (random) => fault(people.inventOldIdentity(random)) },
  {
    headings: ['联系电话', '手机号', '手机号码', '移动电话', '联系方式', '电话', '本人电话'],
    cell: (random) => fault(random.pick(people.mobileForms)(people.inventMobile(random))),
  },
  {
    headings: ['银行账号', '银行卡号', '一卡通账号', '开户账号', '卡号', '账号', '惠农卡号'],
    cell: (random) => fault(random.pick(people.cardForms)(people.inventCard(random))),
  },
  {
    headings: ['家庭住址', '住址', '户籍地址', '居住地址', '家庭地址'],
    cell: (random) => fault(people.inventHome(random)),
  },
  {
    headings: ['残疾等级', '残疾类别', '残疾类型', '残疾情况'],
    cell: (random) => fault(random.pick(['一级', '二级', '肢体三级', '视力', '精神', '智力二级', '多重'])),
  },
  {
    headings: ['致贫原因', '困难原因', '主要致贫原因', '救助原因', '纳入低保原因'],
    cell: (random) => fault(random.pick(['因病', '因残', '因学', '丧偶', '缺劳力', '孩子患重病', '车祸'])),
  },
  {
    headings: ['病种', '患病情况', '健康状况', '疾病名称', '诊断'],
    cell: (random) => fault(random.pick(['尿毒症', '肺癌', '精神分裂症', '脑梗', '长期慢性病', '白血病'])),
  },
  { headings: ['护照号', '护照号码'], cell: (random) => fault(people.inventPassport(random)) },
  { headings: ['车牌号', '车牌号码'], cell: (random) => fault(people.inventPlate(random)) },
];

const harmlessColumns: readonly Column[] = [
  { headings: ['金额', '金额（元）', '补助金额'], cell: (random) => String(random.integer(100, 99_999)) },
  {
    headings: ['编号', '申请编号', '受理编号'],
    cell: (random) => `138${random.integer(10_000_000, 99_999_999)}`,
  },
  { headings: ['项目代码'], cell: (random) => `3302122026${random.integer(10_000_000, 99_999_999)}` },
  { headings: ['村（社区）', '所在村'], cell: people.inventVillage },
  { headings: ['身份证号'], cell: (random) => `330212********${random.integer(1000, 9999)}` },
  { headings: ['联系电话'], cell: (random) => `138****${random.integer(1000, 9999)}` },
  { headings: ['健康状况'], cell: (random) => random.pick(['健康', '良好', '无']) },
];

function tables(random: Random): PlantedSet {
  const cases = Array.from({ length: 150 }, () => {
    const chosen = [random.pick(columns), random.pick(columns), random.pick(harmlessColumns)];
    const headings = chosen.map((column) => random.pick(column.headings));
    const names = ['姓名', '户主姓名', '申请人', '补助对象姓名'];
    const rows: (readonly PlantedCell[])[] = [['序号', random.pick(names), ...headings]];
    for (let row = 1; row <= 6; row += 1) {
      rows.push([String(row), people.inventName(random), ...chosen.map((column) => column.cell(random))]);
    }
    const title = random.pick(['望澜县2026年补贴发放名单', '桥头镇临时救助公示', '符合条件人员名单']);
    return plantTable(title, rows, random.fraction() < 0.5 ? { isPublishedList: true } : undefined);
  });
  return { name: '个人信息（表格，按列判断）', classes, cases };
}

function facts(random: Random): PlantedSet {
  const cases = sentences.factSentences.flatMap(({ sentence, facts: all }) =>
    all.flatMap((fact) =>
      Array.from({ length: 4 }, () => casesOfSentence(sentence, fact, people.inventName(random))),
    ),
  );
  const minors = sentences.minorSentences.flatMap((sentence) =>
    Array.from({ length: perForm }, () =>
      casesOfSentence(sentence.replace('&', '@'), people.inventName(random), ''),
    ),
  );
  return { name: '敏感个人信息、未成年人（散文）', classes, cases: [...cases, ...minors] };
}

function nobody(random: Random): PlantedSet {
  const cases = sentences.decoys.flatMap((sentence) =>
    Array.from({ length: perForm }, () =>
      plantCase()
        .clean(sentence.replace(/%/gu, () => String(random.integer(0, 9))))
        .finish(),
    ),
  );
  const serials = Array.from({ length: 100 }, () =>
    plantTable(null, [
      ['序号', '企业名称', '统一社会信用代码', '受理编号', '投资额'],
      ...Array.from({ length: 5 }, (_, row) => [
        String(row + 1),
        '望澜县某某公司',
        `91330212MA2${random.integer(1_000_000, 9_999_999)}`,
        `3302122026${random.integer(10_000_000, 99_999_999)}`,
        `138${random.integer(10_000_000, 99_999_999)}`,
      ]),
    ]),
  );
  return { name: '不是个人信息的号码和句子', classes, cases: [...cases, ...serials] };
}

export function plantSets(random: Random): readonly PlantedSet[] {
  const { identityForms, mobileForms, cardForms } = people;
  return [
    prose(random, '身份证号码', sentences.identitySentences, identityForms, (one) =>
      people.inventIdentity(one),
    ),
    prose(
      random,
      '校验位错误的身份证号码',
      sentences.identitySentences.filter((one) => /[证号码ID]+[：是为]?@/u.test(one)),
      asIs,
      (one) => people.spoilIdentity(one, people.inventIdentity(one)),
    ),
    prose(
      random,
      '15位身份证号码',
      sentences.identitySentences.filter((one) => one.includes('证')),
      asIs,
      people.inventOldIdentity,
    ),
    prose(random, '手机号码', sentences.mobileSentences, mobileForms, people.inventMobile),
    prose(random, '银行卡号', sentences.cardSentences, cardForms, people.inventCard),
    prose(random, '护照号码', sentences.paperSentences, people.passportForms, people.inventPassport),
    prose(random, '机动车号牌', sentences.plateSentences, people.plateForms, people.inventPlate),
    prose(random, '住址到门户', sentences.homeSentences, asIs, people.inventHome),
    prose(random, '个人邮箱', sentences.contactSentences, mailForms, inventLocal),
    prose(
      random,
      '微信、QQ号',
      people.chatLabels.map((label) => `&，${label}@`),
      asIs,
      inventChat,
    ),
    facts(random),
    tables(random),
    nobody(random),
  ];
}
