/**
 * Marks a government site has to bear (国办发〔2017〕47号 政府网站发展指引): its identification code, filing numbers and the
 * entry by which anybody reports a fault to the national platform. From configuration. Pure.
 */
import type { Config } from '#kernel/config.ts';

export interface SiteMarks {
  /** 政府网站标识码, ten digits. */
  readonly code: string | null;
  /** ICP备案号. */
  readonly filing: string | null;
  /** 公网安备号. */
  readonly policeFiling: string | null;
  /** Where and how the office that runs the site is reached. */
  readonly contact: string | null;
  /** Where the site stands, without a slash at its end. */
  readonly origin: string | null;
}

export const noSiteMarks: SiteMarks = {
  code: null,
  filing: null,
  policeFiling: null,
  contact: null,
  origin: null,
};

type MarkConfig = Partial<
  Pick<
    Config,
    | 'GONGKAI_SITE_CODE'
    | 'GONGKAI_SITE_FILING'
    | 'GONGKAI_SITE_POLICE_FILING'
    | 'GONGKAI_SITE_CONTACT'
    | 'GONGKAI_PUBLIC_URL'
  >
>;

export function readSiteMarks(config: MarkConfig): SiteMarks {
  return {
    code: config.GONGKAI_SITE_CODE ?? null,
    filing: config.GONGKAI_SITE_FILING ?? null,
    policeFiling: config.GONGKAI_SITE_POLICE_FILING ?? null,
    contact: config.GONGKAI_SITE_CONTACT ?? null,
    origin: config.GONGKAI_PUBLIC_URL?.replace(/\/+$/u, '') ?? null,
  };
}

/** 我为政府网站找错: the national platform's form for this site and page. Null for a site without code. */
export function faultReportAddress(marks: SiteMarks, here: string): string | null {
  if (marks.code === null) return null;
  const page = marks.origin === null ? {} : { url: `${marks.origin}${here}` };
  const query = new URLSearchParams({ site_code: marks.code, ...page });
  return `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?${query}`;
}

/** Where the ministry shows what stands behind a filing number. */
export const filingAddress = 'https://beian.miit.gov.cn/';

/** Where the police show it; the number is in the mark. */
export function policeFilingAddress(mark: string): string {
  const number = /\d{8,}/u.exec(mark)?.[0] ?? '';
  return `https://beian.mps.gov.cn/#/query/webSearch?code=${number}`;
}
