/** The engine: runs the recognisers over a document, lets office words speak, and puts the findings in order. Pure. */
import type { CheckedDocument, CheckedPart, PartKind } from './checked-document.ts';
import type { Finding, FindingClass, PlacedFinding } from './finding.ts';
import { gatherRepeats } from './gather-repeats.ts';
import type { CheckContext, Recogniser } from './recogniser.ts';
import { settleFindings } from './settle-findings.ts';
import { withoutSilenced } from './silenced-findings.ts';

/** Parts no visitor reads as text. There only what must not leave the house at all is looked for, not how it is written. */
const besideTheText: ReadonlySet<PartKind> = new Set<PartKind>([
  'property',
  'fileName',
  'pictureName',
  'comment',
  'insertedText',
  'deletedText',
  'hiddenText',
  'hiddenCell',
  'earlierRevision',
]);
const mattersEverywhere: ReadonlySet<FindingClass> = new Set<FindingClass>([
  'wording',
  'secretMark',
  'internalRouting',
  'personalData',
  'remains',
  'unreadable',
]);

export interface CheckOptions {
  /** Only these classes; all when not given. */
  readonly classes?: ReadonlySet<FindingClass>;
}

function partOf(document: CheckedDocument, start: number): CheckedPart | undefined {
  let low = 0;
  let high = document.parts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((document.parts[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return document.parts[low];
}

/** A span that leaves the text would break what is done with it later; it is cut to the text. */
function withinText(finding: Finding, text: string): Finding {
  const { start, end } = finding;
  if (start >= 0 && start <= end && end <= text.length) return finding;
  const from = Math.min(Math.max(start, 0), text.length);
  const to = Math.min(Math.max(end, from), text.length);
  return { ...finding, start: from, end: to };
}

function isWanted(recogniser: Recogniser, { classes }: CheckOptions): boolean {
  return classes === undefined || Object.values(recogniser.kinds).some((kind) => classes.has(kind.class));
}

/** Like `checkDocument`, in steps between which the caller may show the share done, breathe or stop. */
export function* checkDocumentInSteps(
  document: CheckedDocument,
  context: CheckContext,
  recognisers: readonly Recogniser[],
  options: CheckOptions = {},
): Generator<number, readonly PlacedFinding[], void> {
  const wanted = recognisers.filter((one) => isWanted(one, options));
  const found: Finding[] = [];
  for (const [index, recogniser] of wanted.entries()) {
    yield index / wanted.length;
    for (const reported of recogniser.find(document, context)) {
      const finding = withinText(reported, document.text);
      if (options.classes !== undefined && !options.classes.has(finding.class)) continue;
      if (!mattersEverywhere.has(finding.class)) {
        const kind = partOf(document, finding.start)?.kind;
        if (kind !== undefined && besideTheText.has(kind)) continue;
      }
      found.push(finding);
    }
  }
  const { text } = document;
  const settled = gatherRepeats(text, settleFindings(withoutSilenced(text, found, context), text.length));
  return settled.map((finding) => {
    const part = partOf(document, finding.start);
    if (finding.place !== undefined || part === undefined) return { ...finding, place: finding.place ?? {} };
    return { ...finding, place: part.place, part: part.kind };
  });
}

/** The findings that stand, by place, each with its place in the file. Linear in the length of the text. */
export function checkDocument(
  document: CheckedDocument,
  context: CheckContext,
  recognisers: readonly Recogniser[],
  options: CheckOptions = {},
): readonly PlacedFinding[] {
  const steps = checkDocumentInSteps(document, context, recognisers, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
