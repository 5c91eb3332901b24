/** What stands in the form of an item, and how it becomes the content that is sent. Pure. */
import type { ItemContentInput, ItemDetail } from '../contract/items.ts';
import type { FieldValue } from '../rules/content.ts';
import type { Openness, WithholdingGround } from '../rules/openness.ts';

export interface AttachmentValue {
  readonly fileId: string;
  readonly title: string;
}

export interface ItemValues {
  /** The version the form was begun on, 0 for something new: a kept draft must not go over a newer save. */
  readonly version: number;
  readonly columnId: string | null;
  readonly title: string;
  readonly summary: string;
  /** Parted by blanks or 、 as people type them. */
  readonly keywords: string;
  readonly body: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly attachments: readonly AttachmentValue[];
  readonly sourceName: string;
  readonly sourceAddress: string;
  /** `YYYY-MM-DD` or empty. */
  readonly formedOn: string;
  readonly openness: Openness;
  readonly ground: WithholdingGround | null;
  readonly reason: string;
}

export const emptyItem: ItemValues = {
  version: 0,
  columnId: null,
  title: '',
  summary: '',
  keywords: '',
  body: '',
  fields: {},
  attachments: [],
  sourceName: '',
  sourceAddress: '',
  formedOn: '',
  openness: 'proactive',
  ground: null,
  reason: '',
};

/** The form for an item as it is kept. */
export function valuesOfItem({
  content,
  columnId,
  version,
}: Pick<ItemDetail, 'content' | 'columnId' | 'version'>): ItemValues {
  const { source, disclosure } = content;
  return {
    version,
    columnId,
    title: content.title,
    summary: content.summary,
    keywords: content.keywords.join('、'),
    body: content.body,
    fields: content.fields,
    attachments: content.attachments.map(({ fileId, title }) => ({ fileId, title })),
    sourceName: source?.name ?? '',
    sourceAddress: source?.address ?? '',
    formedOn: content.formedOn ?? '',
    openness: disclosure.openness,
    ground: disclosure.ground,
    reason: disclosure.reason ?? '',
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The content as the contract wants it. */
export function contentOfValues(values: ItemValues): { readonly [Key in keyof ItemContentInput]: unknown } {
  const isProactive = values.openness === 'proactive';
  return {
    title: values.title,
    summary: values.summary,
    keywords: values.keywords.split(/[\s、,，;；]+/u).filter((word) => word !== ''),
    body: values.body,
    fields: values.fields,
    attachments: values.attachments,
    source:
      values.sourceName.trim() === ''
        ? null
        : { name: values.sourceName, address: orNull(values.sourceAddress) },
    formedOn: orNull(values.formedOn),
    disclosure: {
      openness: values.openness,
      ground: isProactive ? null : values.ground,
      reason: isProactive ? null : orNull(values.reason),
    },
  };
}
