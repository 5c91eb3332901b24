/**
 * Seals who asks before a command sees it, so that neither audit nor log can hold it, and opens it again for letters.
 * The digests let the same person or content be found without being read.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Config } from '#kernel/config.ts';
import { fingerprintText, keyFor, openSealedText, sealText } from '#kernel/secret.ts';
import { type ApplicantInput, applicantSchema } from '../contract/requests.ts';
import { type ApplicantKind, contactCheckOf, maskApplicantName, maskContact } from '../rules/applicants.ts';
import { plainContent } from '../rules/repeats.ts';

/** An applicant as commands and rows carry one. */
export interface SealedApplicant {
  readonly kind: ApplicantKind;
  readonly maskedName: string;
  readonly maskedContact: string;
  readonly sealed: string;
  readonly personDigest: string;
  readonly queryDigest: string;
  readonly contactDigest: string;
}

/** Letters and figures nobody confuses on paper. */
const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function makeQueryCode(): string {
  const letters = [...randomBytes(10)].map((byte) => codeAlphabet[byte % codeAlphabet.length]);
  return letters.join('');
}

/** A fresh key for a public form, under which it is filed once. */
export function makeFilingKey(): string {
  return randomUUID();
}

/** The keyed digest of a query code as somebody typed it. */
export function digestQueryCode(config: Config, code: string): string {
  return fingerprintText(keyFor(config, 'requests.query'), code.replace(/[\s-]/g, '').toUpperCase());
}

/** The keyed digest of the digits asked for beside the query code. */
export function digestContactCheck(config: Config, digits: string): string {
  return fingerprintText(keyFor(config, 'requests.contact'), digits);
}

/** The keyed digest of what is asked for, blanks and marks aside. */
export function digestContent(config: Config, text: string): string {
  return fingerprintText(keyFor(config, 'requests.content'), plainContent(text));
}

/** Seals the applicant together with a fresh query code for the receipt. */
export function sealApplicant(config: Config, applicant: ApplicantInput): SealedApplicant {
  const queryCode = makeQueryCode();
  const contact = applicant.phone !== '' ? applicant.phone : applicant.email || applicant.address;
  const identity = `${applicant.identityKind}:${plainContent(applicant.identityNumber)}`;
  return {
    kind: applicant.kind,
    maskedName: maskApplicantName(applicant.kind, applicant.name),
    maskedContact: maskContact(contact),
    sealed: sealText(keyFor(config, 'requests.applicant'), JSON.stringify({ ...applicant, queryCode })),
    personDigest: fingerprintText(keyFor(config, 'requests.person'), identity),
    queryDigest: digestQueryCode(config, queryCode),
    contactDigest: digestContactCheck(config, contactCheckOf(contact)),
  };
}

const openedSchema = applicantSchema.loose();

/** Who asks, in the clear: for letters and for a reveal that was logged. Undefined when erased or not to be opened. */
export function openApplicant(
  config: Config,
  sealed: string | null,
): (ApplicantInput & { readonly queryCode: string }) | undefined {
  const text = sealed === null ? undefined : openSealedText(keyFor(config, 'requests.applicant'), sealed);
  if (text === undefined) return undefined;
  const { queryCode, ...applicant } = openedSchema.parse(JSON.parse(text));
  return { ...applicant, queryCode: String(queryCode) };
}

/** The applicant with another address or e-mail, under the same query code; undefined when erased. Empty ones stay as they were. */
export function sealNewContact(
  config: Config,
  sealed: string | null,
  contact: { readonly address: string; readonly email: string },
): { readonly sealed: string; readonly address: string; readonly email: string } | undefined {
  const opened = openApplicant(config, sealed);
  if (opened === undefined) return undefined;
  const address = contact.address === '' ? opened.address : contact.address;
  const email = contact.email === '' ? opened.email : contact.email;
  const text = JSON.stringify({ ...opened, address, email });
  return { sealed: sealText(keyFor(config, 'requests.applicant'), text), address, email };
}

/** The same applicant sealed anew with a query code of its own, for a case split off; undefined when erased. */
export function resealApplicant(config: Config, sealed: string | null): SealedApplicant | undefined {
  const opened = openApplicant(config, sealed);
  if (opened === undefined) return undefined;
  const { queryCode: _queryCode, ...applicant } = opened;
  return sealApplicant(config, applicant);
}
