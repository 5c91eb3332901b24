/** What drafting and office software leave behind in a text, with the rule behind each. */
import type { FindingKind } from '../../finding.ts';

const source = '《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十二条、第二十五条：审核、复核';
const shared = { class: 'remains', severity: 'confirm', source } as const;

export const remainsKinds = {
  'remains.placeholder': { ...shared, title: '未填写的占位符', remedy: '填写实际内容，或删去。' },
  'remains.blank': { ...shared, title: '未填写的空白', remedy: '填写实际内容，或删去。' },
  'remains.emptyMark': { ...shared, title: '空的书名号、引号或括号', remedy: '填写其中的内容，或删去。' },
  'remains.templateField': { ...shared, title: '模板字段', remedy: '换成实际内容。' },
  'remains.instruction': { ...shared, title: '填写说明、示例文字', remedy: '换成实际内容，或删去。' },
  'remains.fieldError': {
    ...shared,
    title: '域错误、公式错误',
    remedy: '在原文件中更新域或公式，改为正确的内容。',
  },
  'remains.markup': { ...shared, title: '网页代码', remedy: '删去网页代码。' },
  'remains.editorMark': { ...shared, title: '编辑记号', remedy: '核实后删去记号。' },
  'remains.draftMark': { ...shared, title: '稿次标记', remedy: '发布定稿，删去稿次标记。' },
  'remains.doubledWord': { ...shared, title: '词语重复', remedy: '删去重复的词语。' },
  'remains.doubledParagraph': { ...shared, title: '段落、句子重复', remedy: '删去重复的内容。' },
} as const satisfies Record<string, FindingKind>;

/** A fault with its span in the line. */
export interface RemainsFault {
  readonly code: keyof typeof remainsKinds;
  readonly severity?: 'confirm' | 'hint';
  readonly reason: string;
  readonly suggestion?: string | null;
  readonly start: number;
  readonly end: number;
}
