/** The elements of an official document by name. Pure; browser-safe. */

/** Elements of a document that a flag or a place can name. */
export const documentElements = [
  'indexNumber',
  'title',
  'documentNumber',
  'unifiedNumber',
  'issuers',
  'kind',
  'theme',
  'openness',
  'addressees',
  'writtenOn',
  'publishedOn',
  'effective',
  'lapse',
  'repeals',
  'validity',
  'basis',
  'attachments',
  'signature',
  'contact',
  'copiedTo',
  'printed',
  'body',
] as const;
export type DocumentElement = (typeof documentElements)[number];
