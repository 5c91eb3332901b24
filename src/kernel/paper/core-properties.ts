/** `docProps/core.xml` of a Word document with a fixed time, so that the same data gives the same bytes. Pure. */

import { escapeXml } from '../xml-text.ts';

/** The part for a document by that issuer, made that day. */
export function coreProperties(document: {
  readonly title: string;
  readonly issuer: string;
  readonly day: string;
}): string {
  const written = `${document.day}T00:00:00Z`;
  const issuer = escapeXml(document.issuer);
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${written}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(document.title)}</dc:title><dc:creator>${issuer}</dc:creator>` +
    `<cp:lastModifiedBy>${issuer}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `${stamp('created')}${stamp('modified')}</cp:coreProperties>`
  );
}
