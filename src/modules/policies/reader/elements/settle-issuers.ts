/** Who issues a document: box, signature, title or red head. Pure. */
import { boxValue } from '../box.ts';
import { isBodyName, issuersOfTitle, splitIssuers } from '../issuers.ts';
import { type ElementSources, type Settling, signsForwarded } from './settling.ts';

const isOneOf = (names: readonly string[], others: readonly string[]) =>
  names.length === others.length && names.every((name) => others.includes(name));

export function settleIssuers(sources: ElementSources, settling: Settling): readonly string[] {
  const { box, redHead, title, letter } = sources;
  const boxed = boxValue(box, 'issuers');
  const fromBox = boxed === undefined ? [] : splitIssuers(boxed.value);
  const signed = letter.signature?.value.issuers ?? [];
  const titled = title === undefined ? [] : issuersOfTitle(title.title);
  const isOwnSignature = !signsForwarded(sources);
  if (fromBox.length > 0) {
    settling.at('issuers', boxed?.place);
    if (
      signed.length > 0 &&
      !isOneOf(signed, fromBox) &&
      !signed.some((name) => fromBox.some((one) => one.includes(name) || name.includes(one)))
    ) {
      settling.doubt('issuers', `信息栏的发文机关是“${fromBox.join('、')}”，落款是“${signed.join('、')}”。`);
    }
    // Boxes often name only the first of several bodies.
    return signed.length > fromBox.length && fromBox.every((name) => signed.includes(name))
      ? signed
      : fromBox;
  }
  if (signed.length > 0 && isOwnSignature && (titled.length === 0 || signed.length >= titled.length)) {
    settling.at('issuers', letter.signature?.place);
    return signed;
  }
  if (titled.length > 0) {
    settling.at('issuers', title?.place);
    return titled;
  }
  if (redHead !== undefined) {
    settling.at('issuers', redHead.place);
    return [redHead.name];
  }
  const publisher = boxValue(box, 'publisher');
  const named =
    publisher === undefined ? [] : splitIssuers(publisher.value).filter((name) => isBodyName(name));
  if (named.length > 0) {
    settling.at('issuers', publisher?.place);
    settling.doubt('issuers', '文件上没有印发文机关，采用信息栏的发布机构。');
    return named;
  }
  settling.doubt('issuers', '没有读到发文机关。');
  return [];
}
