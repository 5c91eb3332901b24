/** A search document as the index in memory keeps it beside its words. Pure. */
import { epochNumberOfDay } from '../../day.ts';
import type { SearchDocument } from '../document.ts';
import { facetsOfDocument } from '../searchable.ts';
import type { IndexedDocument } from './segment-builder.ts';

export function indexedDocumentOf(document: SearchDocument): IndexedDocument {
  return {
    kind: document.kind,
    objectId: document.objectId,
    isPublic: document.isPublic,
    unitId: document.unitId ?? null,
    dayNumber: document.day === undefined ? null : epochNumberOfDay(document.day),
    facets: facetsOfDocument(document),
  };
}
