/**
 * Faults that any page can have, found without a browser: in its type (标点、空格), and in the structure that readers
 * of screens and keyboards rely on. Every page test asks for both.
 */
import { type PageElement, plainText, type RenderedPage } from './rendered.tsx';

const han = '\\p{Script=Han}';

/** A pattern that must not occur in running text, and what it is. */
const typeFaults: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${han} +[A-Za-z0-9]|[A-Za-z0-9%] +${han}`, 'u'), '中文与西文、数字之间有空格'],
  [new RegExp(`${han}[,;:?!]|[,;:?!]${han}`, 'u'), '中文旁边用了半角标点'],
  [new RegExp(`${han}\\(|\\)${han}|\\(${han}|${han}\\)`, 'u'), '中文旁边用了半角括号'],
  [new RegExp(`["'][^"']*${han}`, 'u'), '中文用了直引号'],
  [new RegExp(`${han}\\.{3}|\\.{3}${han}|。{2,}|，，|、、`, 'u'), '省略号或重复标点有误'],
  [/[。，、；：][。，、；]/u, '标点连用'],
];

/** A clock time after a day is set apart by a blank (2026年11月20日 17:05). */
const allowed = /日 \d\d:\d\d/gu;

/** Text as it runs on the line: blocks part it, inline elements do not. */
const inline = new Set(['a', 'b', 'small', 'span', 'time', 'mark', 'strong', 'em', 'tspan']);

function runsOf(element: PageElement): string[] {
  const runs: string[] = [''];
  const walk = (node: PageElement) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) runs[runs.length - 1] += child.textContent;
      else if (isElement(child)) {
        if (['script', 'style'].includes(child.localName)) continue;
        if (!inline.has(child.localName)) runs.push('');
        walk(child);
        if (!inline.has(child.localName)) runs.push('');
      }
    }
  };
  walk(element);
  return runs.map((run) => run.replace(/\s+/g, ' ').trim()).filter((run) => run !== '');
}

function isElement(node: unknown): node is PageElement {
  return typeof node === 'object' && node !== null && Reflect.get(node, 'nodeType') === 1;
}

/** Faults of type in what a person reads; quoted from the page. */
export function findTypeFaults(page: RenderedPage): string[] {
  const body = page.querySelector('body');
  if (body === null) return ['没有正文'];
  return runsOf(body).flatMap((run) => {
    const text = run.replace(allowed, '日');
    return typeFaults.flatMap(([pattern, what]) => {
      const found = pattern.exec(text);
      return found === null ? [] : [`${what}：${text.slice(Math.max(0, found.index - 8), found.index + 12)}`];
    });
  });
}

/** Levels of headings in order; a page begins with one h1 and leaves out no level. */
function findHeadingFaults(page: RenderedPage): string[] {
  const headings = [...page.querySelectorAll('h1, h2, h3, h4, h5')];
  const levels = headings.map((heading) => Number(heading.localName.slice(1)));
  const faults = levels.filter((level) => level === 1).length === 1 ? [] : ['不是恰好一个h1'];
  levels.forEach((level, index) => {
    const before = levels[index - 1] ?? 0;
    const heading = headings[index];
    if (level > before + 1 && heading !== undefined) faults.push(`标题跳级：${plainText(heading)}`);
  });
  return faults;
}

/** Faults of structure: headings, double ids, broken anchors, nameless links, what the policy forbids. */
export function findStructureFaults(page: RenderedPage): string[] {
  const faults = findHeadingFaults(page);
  const ids = [...page.querySelectorAll('[id]')].map((element) => element.getAttribute('id') ?? '');
  for (const id of new Set(ids)) {
    if (ids.filter((other) => other === id).length > 1) faults.push(`重复的id：${id}`);
  }
  for (const link of page.querySelectorAll('a[href^="#"]')) {
    const target = link.getAttribute('href')?.slice(1) ?? '';
    if (!ids.includes(target)) faults.push(`锚点不存在：${target}`);
  }
  for (const control of page.querySelectorAll('a, button')) {
    if (plainText(control) === '' && control.getAttribute('aria-label') === null)
      faults.push('没有名字的链接或按钮');
  }
  for (const element of page.querySelectorAll(
    '[style], style, script:not([src], [type="application/ld+json"]), [onclick]',
  )) {
    faults.push(`内容安全策略不允许：${element.localName}`);
  }
  return faults;
}
