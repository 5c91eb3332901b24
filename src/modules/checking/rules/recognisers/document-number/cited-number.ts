/** Numbers cited behind a title: 《望澜县教育局关于…的通知》（望教发〔2024〕3号）. The title names who issued it. Pure. */
import type { Finding } from '../../finding.ts';
import type { PublishedLine } from '../../published-lines.ts';
import { findingOf, type KnownUnit } from '../../recogniser.ts';
import { type CodeOwners, namesOfUnits } from './code-owners.ts';
import { documentNumberKinds } from './kinds.ts';

const citation = /《([^《》\n]{4,120})》[（(](\p{Script=Han}{2,12})〔([12]\d{3})〕\d{1,5}号/gu;

/** Units named before 关于 at the head of a title; of names that lie in each other the longest counts. */
function issuersOfTitle(title: string, units: readonly KnownUnit[]): readonly KnownUnit[] {
  const heading =
    /^(.{2,60}?)(?:关于|印发|转发|公告|通告|令)/u.exec(title)?.[1]?.replace(/[\s　]/gu, '') ?? '';
  const issuers: KnownUnit[] = [];
  let rest = heading;
  while (rest !== '') {
    const met = units
      .flatMap((unit) => [unit.name, ...unit.shortNames].map((name) => ({ unit, name })))
      .filter(({ name }) => rest.startsWith(name))
      .sort((left, right) => right.name.length - left.name.length)[0];
    // A body the register does not know has a part in it: nobody can tell whose code it must be.
    if (met === undefined) return [];
    issuers.push(met.unit);
    rest = rest.slice(met.name.length).replace(/^[、和及]/u, '');
  }
  return issuers;
}

/** Cited numbers whose code is not one of the issuer's. */
export function findMisattributed(line: PublishedLine, owners: CodeOwners): readonly Finding[] {
  if (!line.text.includes('》')) return [];
  return [...line.text.matchAll(citation)].flatMap((match) => {
    const [whole, title = '', code = '', year = ''] = match;
    const issuers = issuersOfTitle(title, owners.units);
    const fault = owners.judge(code, Number(year), issuers);
    if (fault === undefined) return [];
    const at = match.index + whole.indexOf(`${code}〔`, title.length);
    return findingOf(documentNumberKinds, fault.code, {
      text: code,
      start: line.start + at,
      end: line.start + at + code.length,
      reason: `${fault.reason}，标题里的发文机关是${namesOfUnits(issuers)}`,
      suggestion: fault.right,
    });
  });
}
