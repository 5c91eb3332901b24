/**
 * What a page says to machines in the vocabulary of schema.org: what it is, who answers for it, when it was published and
 * whether it is in force. Pure.
 */
import type { Day } from '#kernel/day.ts';
import { searchAddress } from './addresses.ts';
import type { SiteFrame } from './frame.ts';

export type StructuredData = Readonly<Record<string, unknown>>;

const vocabulary = 'https://schema.org';

function organisation(name: string): StructuredData {
  return { '@type': 'GovernmentOrganization', name };
}

/** An address of this site as machines need it; relative while the site has no known origin. */
function absolute(frame: SiteFrame, address: string): string {
  return `${frame.marks.origin ?? ''}${address}`;
}

/** The first page: the site and how it is searched. */
export function siteData(frame: SiteFrame): StructuredData {
  return {
    '@context': vocabulary,
    '@type': 'WebSite',
    name: `${frame.siteName}政务公开`,
    url: absolute(frame, '/'),
    inLanguage: 'zh-CN',
    publisher: organisation(`${frame.siteName}人民政府`),
    potentialAction: {
      '@type': 'SearchAction',
      target: `${absolute(frame, searchAddress())}?text={words}`,
      'query-input': 'required name=words',
    },
  };
}

export interface ArticleFacts {
  readonly title: string;
  readonly summary: string;
  readonly unitName: string;
  readonly publishedOn: Day;
  readonly updatedOn: Day;
  readonly keywords: readonly string[];
}

/** A piece of public information. */
export function articleData(frame: SiteFrame, article: ArticleFacts): StructuredData {
  return {
    '@context': vocabulary,
    '@type': 'Article',
    headline: article.title,
    ...(article.summary !== '' && { description: article.summary }),
    ...(article.keywords.length > 0 && { keywords: article.keywords }),
    datePublished: article.publishedOn,
    dateModified: article.updatedOn,
    inLanguage: 'zh-CN',
    author: organisation(article.unitName),
    publisher: organisation(`${frame.siteName}人民政府`),
    mainEntityOfPage: absolute(frame, frame.here),
  };
}

export interface LegislationFacts {
  readonly title: string;
  readonly number: string | null;
  readonly issuers: readonly string[];
  readonly writtenOn: Day;
  readonly effectiveOn: Day | null;
  readonly force: 'InForce' | 'NotInForce' | 'PartiallyInForce';
}

/** An official document; whether it is in force is said as the page says it. */
export function legislationData(frame: SiteFrame, document: LegislationFacts): StructuredData {
  return {
    '@context': vocabulary,
    '@type': 'Legislation',
    name: document.title,
    ...(document.number !== null && { legislationIdentifier: document.number }),
    legislationDate: document.writtenOn,
    ...(document.effectiveOn !== null && { legislationDateVersion: document.effectiveOn }),
    legislationLegalForce: `${vocabulary}/${document.force}`,
    legislationPassedBy: document.issuers.map(organisation),
    legislationJurisdiction: frame.siteName,
    inLanguage: 'zh-CN',
    url: absolute(frame, frame.here),
  };
}
