/** What every finding must be, whatever the input was. For tests and the fuzz run. */
import { checkDocument } from '../rules/check-document.ts';
import type { CheckedDocument } from '../rules/checked-document.ts';
import { bareContext, type Recogniser } from '../rules/recogniser.ts';

/** Says what is wrong with the findings of one recogniser, or of all together; nothing when they are sound. */
export function faultsOfFindings(
  document: CheckedDocument,
  recognisers: readonly Recogniser[],
): readonly string[] {
  const faults: string[] = [];
  const told = recognisers.map((recogniser) => {
    const findings = recogniser.find(document, bareContext);
    for (const { code, class: faultClass, start, end, text } of findings) {
      const fault = (what: string) => faults.push(`${recogniser.name} ${code} ${start}–${end}: ${what}`);
      if (recogniser.kinds[code]?.class !== faultClass) fault('the code or its class is not declared');
      if (!(start >= 0 && start <= end && end <= document.text.length)) fault('the span leaves the text');
      else if (document.text.slice(start, end) !== text) fault('the text is not that of the span');
    }
    return { ...recogniser, find: () => findings };
  });
  let last = 0;
  for (const { start } of checkDocument(document, bareContext, told)) {
    if (start < last) faults.push(`the engine: ${start} stands behind ${last}`);
    last = start;
  }
  return faults;
}
