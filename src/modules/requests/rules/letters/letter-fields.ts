/**
 * The fields templates may print, by the Chinese name that stands between braces. Some are facts of the disposition, some
 * follow from the case and cannot be typed over, the rest are entered on the desk. Data only.
 */
import { type DispositionFactName, dispositionFacts, type FactShape } from '../dispositions/facts.ts';

export interface LetterField {
  /** Its name in templates and on the form. */
  readonly label: string;
  readonly hint: string;
  readonly shape: FactShape;
  /** Follows from the case when the letter is composed; nobody enters it. */
  readonly given: boolean;
}

const given = (label: string, hint = ''): LetterField => ({
  label,
  hint,
  given: true,
  shape: { kind: 'text', atLeast: 1 },
});
const givenDay = (label: string): LetterField => ({
  label,
  hint: '',
  given: true,
  shape: { kind: 'day' },
});
const entered = (label: string, hint: string, atLeast = 1): LetterField => ({
  label,
  hint,
  given: false,
  shape: { kind: 'text', atLeast },
});
const enteredDay = (label: string, hint: string): LetterField => ({
  label,
  hint,
  given: false,
  shape: { kind: 'day' },
});

const ownFields = {
  applicantName: given('申请人'),
  address: given('称谓', '您，对单位为“贵单位”'),
  requestNumber: given('申请编号'),
  requestSubject: given('申请事项'),
  requestContent: given('申请内容'),
  arrivalWay: given('提交方式'),
  receivedOn: givenDay('收到日期'),
  replyDue: givenDay('答复期限'),
  organ: given('本机关名称'),
  legalBasis: given('法律依据'),
  groundWords: given('不予公开的情形'),
  thirdPartyWords: given('第三方意见情况'),
  remedy: given('救济途径'),
  phone: given('联系电话'),
  officeAddress: given('联系地址'),
  queryCode: given('查询码'),
  correctionPoints: entered('补正事项', '逐项写明需要补正什么、为何需要', 6),
  correctionUntil: enteredDay('补正期限', '给申请人的合理期限最后一日'),
  thirdPartyName: entered('第三方名称', '被征求意见的公民、法人或者其他组织', 2),
  consultedInformation: entered('征求意见的信息', '信息名称和涉及对方权益的部分，不写申请人姓名', 4),
  opinionDays: given('提出意见的工作日数'),
  agencyName: entered('主送机关', '对方机关全称', 3),
  assistance: entered('协助事项', '需要核实、查找或者提供什么', 6),
  assistUntil: enteredDay('协助期限', '请对方答复的日期'),
  extensionDays: entered('延长的工作日数', '不超过二十个工作日'),
  extensionReason: entered('延长的理由', '为何不能按期答复', 6),
  extendedDue: enteredDay('延长后的答复期限', '按工作日历推算'),
  reasonsUntil: enteredDay('说明理由的期限', '请申请人说明理由的日期'),
  longerReason: entered('延迟的理由', '理由合理但不能按期答复的原因', 6),
  longerUntil: enteredDay('延迟后的答复期限', '确定并告知的合理期限'),
  feeStandard: entered('收费标准', '按件或者按量，二者不得并用', 4),
  feeCalculation: entered('计算过程', '件数或者页数、各档单价', 4),
  feeAmount: entered('应缴金额', '元', 1),
  feeDays: given('缴费的日数'),
  payWay: entered('缴纳方式', '缴入国库的账户或者缴款码', 4),
  transferBody: entered('移送机关', '负责公开该信息的机关全称', 3),
  transferReason: entered('移送理由', '为何由对方机关办理', 6),
  transferContact: entered('移送机关联系方式', '地址、电话'),
  deliveredLetter: entered('送达文书', '文书名称、文号和份数', 4),
  deliveryWay: entered('送达方式', '直接送达、委托送达、邮寄送达或者电子送达', 2),
  enclosures: entered('附件', '每行一件；没有的不填'),
} as const satisfies Readonly<Record<string, LetterField>>;

export type LetterFieldName = keyof typeof ownFields | DispositionFactName;

const factFields = Object.entries(dispositionFacts).map(([name, { label, hint, shape }]) => {
  const field: LetterField = { label, hint, shape, given: false };
  return [name, field] as const;
});
const fields: ReadonlyMap<string, LetterField> = new Map<string, LetterField>([
  ...factFields,
  ...Object.entries(ownFields),
]);
const namesByLabel: ReadonlyMap<string, string> = new Map(
  [...fields].map(([name, { label }]) => [label, name]),
);

/** The field of that name. */
export function letterFieldOf(name: LetterFieldName): LetterField {
  const field = fields.get(name);
  if (field === undefined) throw new RangeError(`no field ${name}`);
  return field;
}

function isFieldName(name: string): name is LetterFieldName {
  return fields.has(name);
}

/** The field a template means by the words between braces; undefined for any other words. */
export function findLetterField(label: string): LetterFieldName | undefined {
  const name = namesByLabel.get(label);
  return name !== undefined && isFieldName(name) ? name : undefined;
}

/** Whether a field follows from the case, so that nobody enters it. */
export function isGivenField(name: string): boolean {
  return fields.get(name)?.given ?? false;
}

/** Whether this word names a field. */
export function isLetterField(name: string): name is LetterFieldName {
  return isFieldName(name);
}

/** Every field with its label, for the list beside the editor of templates. */
export const letterFieldNames: readonly LetterFieldName[] = [...fields.keys()].filter(isFieldName);

/** What is known for a letter, by field; a day as YYYY-MM-DD, a choice as the key of its option. */
export type LetterValues = Readonly<Partial<Record<LetterFieldName, string>>>;
