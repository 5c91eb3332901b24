/** The engine: runs the recognisers over a document, lets office words speak, and puts the findings in order. Pure. */
import type { CheckedDocument, PlaceInFile } from './checked-document.ts';
import type { Finding, PlacedFinding } from './finding.ts';
import type { CheckContext, Recogniser } from './recogniser.ts';

function placeOf(document: CheckedDocument, start: number): PlaceInFile {
  let low = 0;
  let high = document.parts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((document.parts[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return document.parts[low]?.place ?? {};
}

/** Findings of all recognisers, by place, each with its place in the file. */
export function checkDocument(
  document: CheckedDocument,
  context: CheckContext,
  recognisers: readonly Recogniser[],
): readonly PlacedFinding[] {
  const found: Finding[] = recognisers.flatMap((one) => [...one.find(document, context)]);
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  return found.map((finding) => ({ ...finding, place: placeOf(document, finding.start) }));
}
