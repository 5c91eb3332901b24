/** The faults of attachments, with the rule behind each. */
import type { FindingKind } from '../../finding.ts';

const note = 'GB/T 9704—2012《党政机关公文格式》7.3.4 附件说明';
const body = 'GB/T 9704—2012《党政机关公文格式》7.3.7 附件';
const strong = { class: 'attachment', severity: 'confirm' } as const;
const style = { class: 'attachment', severity: 'hint' } as const;

export const attachmentKinds = {
  'attachment.missing': { ...strong, title: '缺少附件', remedy: '补上附件，或改正附件说明。', source: body },
  'attachment.unseen': { ...style, title: '未见附件', remedy: '确认附件随文一并发布。', source: body },
  'attachment.unannounced': {
    ...strong,
    title: '附件说明未列',
    remedy: '在附件说明中列出这一附件，或改正附件序号。',
    source: note,
  },
  'attachment.title': {
    ...strong,
    title: '附件名称不一致',
    remedy: '附件说明中的名称与附件标题应当一致。',
    source: body,
  },
  'attachment.number': { ...strong, title: '附件序号不连续', remedy: '顺改附件序号。', source: note },
  'attachment.form': {
    ...style,
    title: '附件说明的写法',
    remedy: '只有一个附件的不编序号，附件名称后不加标点。',
    source: note,
  },
} as const satisfies Record<string, FindingKind>;
