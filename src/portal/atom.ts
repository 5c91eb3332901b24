/** Atom feeds (RFC 4287) of what pages list; written as text, since feeds are XML and not pages. */
import type { Instant } from '#kernel/clock.ts';
import { escapeXml } from '#kernel/xml-text.ts';

export interface AtomEntry {
  /** Never changes for the thing it tells of: `urn:uuid:…`. */
  readonly id: string;
  readonly title: string;
  /** Absolute. */
  readonly address: string;
  readonly updated: Instant;
  readonly summary: string;
  readonly categories: readonly string[];
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly author: string;
  /** Absolute, of the page the feed belongs to. */
  readonly address: string;
  /** Absolute, of the feed itself. */
  readonly selfAddress: string;
  readonly updated: Instant;
  readonly entries: readonly AtomEntry[];
}

export const atomMediaType = 'application/atom+xml; charset=utf-8';

function element(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}

function link(relation: string, address: string, mediaType: string): string {
  return `<link rel="${relation}" type="${mediaType}" href="${escapeXml(address)}"/>`;
}

function entryText(entry: AtomEntry): string {
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    link('alternate', entry.address, 'text/html'),
    element('updated', entry.updated.toISOString()),
    ...entry.categories.map((category) => `<category term="${escapeXml(category)}"/>`),
    element('summary', entry.summary),
    '</entry>',
  ].join('\n');
}

export function writeAtomFeed(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    element('id', feed.id),
    element('title', feed.title),
    ...(feed.subtitle === undefined ? [] : [element('subtitle', feed.subtitle)]),
    `<author>${element('name', feed.author)}</author>`,
    element('updated', feed.updated.toISOString()),
    link('self', feed.selfAddress, 'application/atom+xml'),
    link('alternate', feed.address, 'text/html'),
    ...feed.entries.map(entryText),
    '</feed>',
    '',
  ].join('\n');
}
