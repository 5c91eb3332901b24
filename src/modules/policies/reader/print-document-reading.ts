/** Prints the reading of a document: the JSON shape other programs build on, and lines for a person's terminal. */
import type { DocumentReading } from './document-reading.ts';

/** The reading with its keys in the documented order; nothing is left out and nothing computed. */
export function documentReadingAsData(document: DocumentReading): Record<string, unknown> {
  return {
    title: document.title,
    documentNumber: document.documentNumber,
    documentNumberParts: document.documentNumberParts,
    indexNumber: document.indexNumber,
    unifiedNumber: document.unifiedNumber,
    issuers: document.issuers,
    kind: document.kind,
    issuedKind: document.issuedKind,
    theme: document.theme,
    addressees: document.addressees,
    writtenOn: document.writtenOn,
    publishedOn: document.publishedOn,
    effective: document.effective,
    lapse: document.lapse,
    validity: document.validity,
    openness: document.openness,
    basis: document.basis,
    repeals: document.repeals,
    attachments: document.attachments,
    signature: document.signature,
    contact: document.contact,
    copiedTo: document.copiedTo,
    printed: document.printed,
    places: document.places,
    flags: document.flags,
    notes: document.notes,
    clauses: document.clauses,
  };
}

const validityWords = { inForce: '有效', amended: '已修改', lapsed: '失效', repealed: '废止' } as const;
const opennessWords = { proactive: '主动公开', onRequest: '依申请公开', withheld: '不予公开' } as const;

/** One line an element that was found, the outline of the text, and what a person must check. */
export function documentReadingAsText(document: DocumentReading): string {
  const { effective, lapse, signature } = document;
  const named = (one: { title: string | null; documentNumber: string | null }) =>
    `${one.title === null ? '' : `《${one.title}》`}${one.documentNumber === null ? '' : `（${one.documentNumber}）`}`;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['标题', document.title],
    ['发文字号', document.documentNumber],
    ['索引号', document.indexNumber],
    ['统一编号', document.unifiedNumber],
    ['发文机关', document.issuers.join('、')],
    ['文种', [document.kind, document.issuedKind].filter((kind) => kind !== null).join('，所印发的是')],
    ['主题分类', document.theme.join('\\')],
    ['主送机关', document.addressees.join('，')],
    ['成文日期', document.writtenOn],
    ['发布日期', document.publishedOn],
    ['施行日期', effective.day ?? effective.text],
    ['有效期至', lapse.kind === 'unlimited' ? '长期' : (lapse.day ?? lapse.text)],
    ['有效性', document.validity === null ? null : validityWords[document.validity]],
    ['公开属性', document.openness === null ? null : opennessWords[document.openness]],
    ['依据', document.basis.map(named).join('、')],
    ['废止', document.repeals.map((one) => `${named(one)}${one.part ?? ''}`).join('、')],
    [
      '附件',
      document.attachments.map(({ no, title }) => (no === null ? title : `${no}.${title}`)).join('；'),
    ],
    [
      '落款',
      [signature.issuers.join('、'), signature.day].filter((part) => part !== '' && part !== null).join(' '),
    ],
  ];
  const elements = pairs
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}：${value}`);
  const outline = document.clauses
    .filter(({ level }) => ['annex', 'book', 'chapter', 'section', 'heading1'].includes(level))
    .map(
      ({ label, heading, text }) =>
        `  ${[label, heading ?? text.slice(0, 30)].filter((part) => part !== null).join(' ')}`,
    );
  const articles = document.clauses.filter(({ level }) => level === 'article').length;
  return [
    ...elements,
    '',
    `正文共${document.clauses.length}段${articles === 0 ? '' : `，其中${articles}条`}。`,
    ...outline,
    ...document.flags.map(({ reason }) => `存疑：${reason}`),
    ...document.notes.map((note) => `注意：${note}`),
  ].join('\n');
}
