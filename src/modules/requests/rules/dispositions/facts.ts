/**
 * What a reply must be able to show: each fact by name, as text an officer enters or another part of the case file hands
 * over. Data only; which leaf needs which fact stands in `leaves.ts`.
 */

export type FactShape =
  /** A sentence or more; `atLeast` signs must remain when citations and stock phrases are taken away. */
  | { readonly kind: 'text'; readonly atLeast: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> };

interface FactSpec {
  readonly label: string;
  /** What to write, for the field on the desk. */
  readonly hint: string;
  readonly shape: FactShape;
  readonly article: string;
}

const text = (label: string, hint: string, article: string, atLeast = 2): FactSpec => ({
  label,
  hint,
  article,
  shape: { kind: 'text', atLeast },
});
const choice = (
  label: string,
  hint: string,
  article: string,
  options: Readonly<Record<string, string>>,
): FactSpec => ({ label, hint, article, shape: { kind: 'choice', options } });
const day = (label: string, hint: string, article: string): FactSpec => ({
  label,
  hint,
  article,
  shape: { kind: 'day' },
});

/** A reason says something about this case; ten signs beyond the citation are the least that can. */
const reasonLength = 10;
const regulation = (article: string) => `政府信息公开条例${article}`;

export const dispositionFacts = {
  reasons: text(
    '具体理由',
    '结合本案写明为何适用该项规定，只引条文不算说明理由',
    regulation('第三十六条第三项'),
    reasonLength,
  ),
  information: text('所涉政府信息', '信息名称、文号或者特征', regulation('第三十六条')),
  whereabouts: text(
    '获取方式和途径',
    '网址、栏目、公报期号或者查阅地点，使申请人能够据以取得',
    regulation('第三十六条第一项'),
    4,
  ),
  provision: choice(
    '提供方式',
    '条例允许直接提供，或者告知获取的方式、途径和时间',
    regulation('第三十六条第二项'),
    {
      attached: '随答复书提供该信息',
      told: '告知获取的方式、途径和时间',
    },
  ),
  providedWhen: text('获取时间', '何时、何地可以取得', regulation('第三十六条第二项')),
  withheldPart: text('不予公开的部分', '写明哪一部分不公开，不必写出内容', regulation('第三十七条')),
  withheldGround: choice('不予公开部分的依据', '逐部分选最窄的一项', regulation('第三十七条'), {
    stateSecret: '国家秘密（第十四条）',
    otherLaw: '法律、行政法规禁止公开（第十四条）',
    threeSecurities: '危及三安全一稳定（第十四条）',
    tradeSecret: '商业秘密（第十五条）',
    privacy: '个人隐私（第十五条）',
    otherRights: '第三方其他合法权益（第十五条）',
    internalAffairs: '内部事务信息（第十六条第一款）',
    process: '过程性信息（第十六条第二款）',
    enforcementFile: '行政执法案卷（第十六条第二款）',
  }),
  separable: choice(
    '能否区分处理',
    '能够区分的，应当公开可以公开的内容，改用“部分公开”',
    regulation('第三十七条'),
    { no: '不能区分', yes: '能够区分' },
  ),
  whyInseparable: text(
    '不能区分的原因',
    '为何去掉不公开的内容后不能提供其余部分',
    regulation('第三十七条'),
    6,
  ),
  secrecyLevel: choice('密级', '以定密记录为准', regulation('第十四条'), {
    topSecret: '绝密',
    secret: '机密',
    confidential: '秘密',
  }),
  secrecyBasis: text(
    '定密依据和保密期限',
    '定密机关、定密日期、保密事项范围条目、保密期限；期限届满或者已经解密的不得适用',
    '保守国家秘密法第二十条、第二十四条',
    6,
  ),
  prohibitingLaw: text(
    '禁止公开的法律、行政法规',
    '写明名称和条款；规章和规范性文件不能作为依据',
    regulation('第十四条'),
    4,
  ),
  harm: text('公开的危害', '公开会怎样危及哪一项安全或者稳定', regulation('第十四条'), reasonLength),
  thirdPartyAnswer: choice(
    '第三方意见',
    '公开会损害第三方合法权益的，须书面征求意见；逾期不答复的由本机关决定',
    regulation('第三十二条'),
    {
      agreed: '同意公开',
      objectedWithGrounds: '不同意公开且有合理理由',
      objectedWithoutGrounds: '不同意公开但无合理理由',
      silent: '逾期未提出意见',
    },
  ),
  publicInterest: text(
    '不公开对公共利益的重大影响',
    '为何不公开可能对公共利益造成重大影响',
    regulation('第三十二条'),
    reasonLength,
  ),
  internalKind: choice('内部事务的类别', '条例只列举这三类', regulation('第十六条第一款'), {
    personnel: '人事管理',
    logistics: '后勤管理',
    workflow: '内部工作流程',
  }),
  processKind: choice('过程性信息的类别', '条例只列举这四类', regulation('第十六条第二款'), {
    discussion: '讨论记录',
    draft: '过程稿',
    consultation: '磋商信函',
    petition: '请示报告',
  }),
  processOpen: choice(
    '所涉事项是否已经办结',
    '已经作出决定的，过程性信息的保护理由减弱，须另行说明',
    regulation('第十六条第二款'),
    { open: '尚未办结', closed: '已经办结' },
  ),
  noDutyToPublish: choice(
    '有无法律、法规、规章规定应当公开',
    '有规定应当公开的，从其规定，不得适用本项',
    regulation('第十六条第二款'),
    { none: '没有', some: '有' },
  ),
  queryRegime: text(
    '应适用的专门查询规定',
    '法律、行政法规名称和条款，办理查询的机构',
    regulation('第三十六条第七项'),
    4,
  ),
  searchRecord: text(
    '检索记录',
    '检索了哪些系统、案卷和机构，用了什么关键词、文号，由谁检索',
    regulation('第三十六条第四项'),
    reasonLength,
  ),
  searchedOn: day('检索日期', '最后一次检索的日期', regulation('第三十六条第四项')),
  rightBody: text(
    '负责公开的机关',
    '能够确定的，写明名称和联系方式；不能确定的写明“不能确定”',
    regulation('第三十六条第五项'),
    3,
  ),
  processing: text(
    '需要加工、分析的内容',
    '现有信息是什么，要得到申请内容还须做什么',
    regulation('第三十八条'),
    reasonLength,
  ),
  correctionNoticedOn: day('补正告知日期', '补正告知书送达申请人之日', regulation('第三十条')),
  correctionOutcome: text('补正后仍不明确之处', '补正材料为何仍不足以检索', regulation('第三十条'), 6),
  correctionDueOn: day('补正期限届满日', '补正告知书给出的期限最后一日', regulation('第三十条')),
  properChannel: text(
    '相应渠道',
    '信访、投诉、举报、咨询的受理机构；没有的写“无”',
    regulation('第三十九条第一款'),
    1,
  ),
  earlierReply: text('此前的答复', '文号、日期和答复要点', regulation('第三十六条第六项'), 4),
  publicationSource: text(
    '获取该出版物的途径',
    '公报、报刊、书籍的查阅或者购买途径',
    regulation('第三十九条第二款'),
    3,
  ),
  requestCount: text(
    '申请的数量和频次',
    '期间、件数、内容，为何明显超过合理范围',
    regulation('第三十五条'),
    6,
  ),
  reasonsAskedOn: day(
    '要求说明理由的日期',
    '须先要求申请人说明理由，才可以认定理由不合理',
    regulation('第三十五条'),
  ),
  reasonsGiven: text(
    '申请人说明的理由及审查意见',
    '申请人说了什么，为何不合理；未说明的写明',
    regulation('第三十五条'),
    3,
  ),
  feeNoticedOn: day('收费通知送达日', '申请人收到收费通知之日', '政府信息公开信息处理费管理办法'),
  feeDueOn: day('缴费期限届满日', '收到通知次日起三十日', '政府信息公开信息处理费管理办法'),
  withdrawnOn: day('撤回日期', '申请人提出撤回之日', regulation('第四十五条')),
  withdrawalRecord: text('撤回的凭据', '书面撤回、电话记录等，写明时间和经手人', regulation('第四十五条'), 4),
} as const satisfies Readonly<Record<string, FactSpec>>;

export type DispositionFactName = keyof typeof dispositionFacts;

/** What is known of a case for its reply, by name; a day is YYYY-MM-DD, a choice is the key of its option. */
export type DispositionFacts = Readonly<Partial<Record<DispositionFactName, string>>>;
