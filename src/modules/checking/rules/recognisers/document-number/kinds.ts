/** The faults of document numbers, with the rule behind each. */
import type { FindingKind } from '../../finding.ts';

const source = 'GB/T 9704—2012《党政机关公文格式》7.2.5 发文字号';
const shared = { class: 'documentNumber', severity: 'confirm', source } as const;

export const documentNumberKinds = {
  'documentNumber.brackets': {
    ...shared,
    title: '发文字号年份的括号',
    remedy: '年份用六角括号“〔〕”括入，如“国办发〔2019〕54号”。',
  },
  'documentNumber.year': {
    ...shared,
    title: '发文字号的年份',
    remedy: '年份用阿拉伯数字标全四位，不加“年”字，并与成文年份一致。',
  },
  'documentNumber.ordinalWord': {
    ...shared,
    title: '发文字号的“第”字',
    remedy: '发文顺序号不加“第”字。',
  },
  'documentNumber.leadingZero': {
    ...shared,
    title: '发文顺序号的虚位',
    remedy: '发文顺序号不编虚位，1 不编为 01。',
  },
  'documentNumber.digits': {
    ...shared,
    title: '发文字号的数字',
    remedy: '年份、发文顺序号用半角阿拉伯数字。',
  },
  'documentNumber.missingSign': {
    ...shared,
    title: '发文字号缺“号”字',
    remedy: '在发文顺序号后加“号”字。',
  },
  'documentNumber.missingSerial': {
    ...shared,
    title: '发文顺序号未填写',
    remedy: '填写发文顺序号后再发布。',
  },
  'documentNumber.code': {
    ...shared,
    title: '发文机关代字',
    remedy: '核对发文机关代字。',
    source: 'GB/T 9704—2012 7.2.5；本县发文机关代字登记',
  },
  'documentNumber.unit': {
    ...shared,
    title: '发文机关代字与发文机关不一致',
    remedy: '核对发文字号与发文机关署名；代字确已改由该单位使用的，在“发文机关代字”里登记。',
    source: 'GB/T 9704—2012 7.2.5；本县发文机关代字登记',
  },
  'documentNumber.codeDay': {
    ...shared,
    title: '发文机关代字当年不在用',
    remedy: '核对发文字号的代字和年份。',
    source: 'GB/T 9704—2012 7.2.5；本县发文机关代字登记',
  },
  // The register may lack a code; that alone must not ask anybody for a reason.
  'documentNumber.unregistered': {
    ...shared,
    severity: 'hint',
    title: '没有登记的发文机关代字',
    remedy: '核对发文机关代字；确是该单位代字的，在“发文机关代字”里登记。',
    source: 'GB/T 9704—2012 7.2.5；本县发文机关代字登记',
  },
} as const satisfies Record<string, FindingKind>;
