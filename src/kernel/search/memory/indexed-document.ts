/** A search document as the index in memory keeps it beside its words. Pure. */
import type { Day } from '../../day.ts';
import type { SearchDocument } from '../document.ts';
import { facetsOfDocument } from '../searchable.ts';
import type { IndexedDocument } from './segment-builder.ts';

const dayMilliseconds = 86_400_000;

/** Days since 1970: sorts days and takes four bytes. */
export function dayNumberOf(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMilliseconds);
}

export function indexedDocumentOf(document: SearchDocument): IndexedDocument {
  return {
    kind: document.kind,
    objectId: document.objectId,
    isPublic: document.isPublic,
    unitId: document.unitId ?? null,
    dayNumber: document.day === undefined ? null : dayNumberOf(document.day),
    facets: facetsOfDocument(document),
  };
}
