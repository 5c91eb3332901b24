/** Renders pages for tests and lets them be asked as documents: by selector and by what a person reads. */
import { parseHTML } from 'linkedom';
import type { ReactElement } from 'react';
import { documentText } from '#kernel/http/reply.ts';

/** The part of the document interface that tests of pages use. */
export interface PageElement {
  readonly localName: string;
  readonly textContent: string;
  readonly parentElement: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  readonly childNodes: Iterable<PageNode>;
  readonly closest: (selector: string) => PageElement | null;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
}

export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string;
}

export interface RenderedPage extends Pick<PageElement, 'querySelector' | 'querySelectorAll'> {
  readonly title: string;
}

/** A page from its text, as a server sent it. */
export function readPage(text: string): RenderedPage {
  return parseHTML(text).document;
}

export function renderPage(element: ReactElement): RenderedPage {
  return readPage(documentText(element));
}

/** A component inside an otherwise empty page. */
export function renderPart(element: ReactElement): RenderedPage {
  return renderPage(
    <html lang="zh-CN">
      <body>{element}</body>
    </html>,
  );
}

/** Texts of all elements that match, with blanks drawn together. */
export function textsOf(page: Pick<PageElement, 'querySelectorAll'>, selector: string): string[] {
  return [...page.querySelectorAll(selector)].map((element) => plainText(element));
}

export function plainText(element: Pick<PageElement, 'textContent'>): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** The one element that matches; anything but one is a fault of the test or the page. */
export function onlyElement(page: Pick<PageElement, 'querySelectorAll'>, selector: string): PageElement {
  const [found, ...others] = page.querySelectorAll(selector);
  if (found === undefined || others.length > 0) {
    throw new Error(`${others.length + (found === undefined ? 0 : 1)} elements match ${selector}`);
  }
  return found;
}

/** Address → words of every link, for the ways out of a page. */
export function linksOf(page: Pick<PageElement, 'querySelectorAll'>): Map<string, string> {
  return new Map(
    [...page.querySelectorAll('a[href]')].map((link) => [link.getAttribute('href') ?? '', plainText(link)]),
  );
}
