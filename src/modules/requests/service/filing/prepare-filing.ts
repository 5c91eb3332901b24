/** Makes of a filled form what is filed: the applicant sealed before any command sees it, and what may be a slip of the hand. */
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { isCreditCode, readIdentityNumber } from '#modules/checking/index.ts';
import type { FilingInput } from '../../contract/portal-forms.ts';
import type { PreparedRequest } from '../register-request.ts';
import { digestContent, sealApplicant } from '../seal-applicant.ts';

/** Online, today; received once both sides confirmed (条例第三十一条第三项). */
export function prepareFiling(app: App, filing: FilingInput, filingKey: string): PreparedRequest {
  const { unitId, subject, description, wantedMedium, wantedChannel, ...applicant } = filing;
  return {
    unitId,
    filingKey,
    applicant: sealApplicant(app.config, { ...applicant, postcode: '' }),
    content: { subject, description, wantedMedium, wantedChannel },
    contentDigest: digestContent(app.config, `${subject}${description}`),
    arrival: {
      way: 'online',
      arrivedOn: beijingDayOf(app.clock.now()),
      signedOn: null,
      confirmedOn: null,
      misdirected: false,
      evidence: '',
    },
  };
}

/** What may be a slip: said before filing, and never in its way, as a document may be one we do not know. */
export function listFilingHints(filing: FilingInput): string[] {
  const hints: string[] = [];
  const number = filing.identityNumber.replace(/\s/gu, '').toUpperCase();
  const isPerson = filing.kind === 'naturalPerson';
  if (filing.identityKind === 'idCard' && readIdentityNumber(number)?.verdict !== 'valid') {
    hints.push('身份证号码可能写错了（位数、出生日期或者最后一位校验码不符）。确认无误的，可以继续提交。');
  }
  if (filing.identityKind === 'creditCode' && !isCreditCode(number)) {
    hints.push('统一社会信用代码可能写错了（位数或者校验码不符）。确认无误的，可以继续提交。');
  }
  if (isPerson === (filing.identityKind === 'creditCode')) {
    hints.push(
      isPerson
        ? '您选的是自然人，证件填的却是统一社会信用代码。'
        : '以单位名义申请的，证件通常是统一社会信用代码。',
    );
  }
  if (
    filing.phone !== '' &&
    !/^(?:\+?86)?1\d{10}$|^0\d{2,3}\d{7,8}$|^\d{7,8}$/u.test(filing.phone.replace(/[\s()（）-]/gu, ''))
  ) {
    hints.push('联系电话的位数可能不对。电话打不通，就没有办法与您确认收到。');
  }
  return hints;
}
