/** What a page holds that its readers do not see: comments, descriptions, hidden values, names of pictures, struck text. */
import type { FormatRun } from '../format-run.ts';
import { wholeText } from './page-blocks.ts';
import {
  attributeOf,
  isPageComment,
  isPageElement,
  lineOfElement,
  type PageElement,
  type PageParent,
} from './page-tree.ts';

const tellingAddress = /^(?:mailto|tel|file|ftp):/iu;
const metaLabels: Readonly<Record<string, string>> = {
  author: '作者',
  description: '说明',
  keywords: '关键词',
};
const takenWhole: ReadonlySet<string> = new Set(['title', 'del', 'script', 'noscript']);
const chineseText = /\p{Script=Han}/u;

function gatherElement(element: PageElement, run: FormatRun): void {
  const place = { line: lineOfElement(element) };
  switch (element.tagName) {
    case 'title':
      run.aside('property', wholeText(element), place, '网页标题');
      break;
    case 'meta': {
      const name = (attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '').toLowerCase();
      const content = attributeOf(element, 'content') ?? '';
      if (chineseText.test(content)) run.aside('property', content, place, metaLabels[name] ?? name);
      break;
    }
    case 'img':
      for (const name of ['alt', 'title']) run.aside('pictureName', attributeOf(element, name) ?? '', place);
      run.note('pictures', '网页中有图片，图片里的文字没有读取。', place);
      break;
    case 'input': {
      const isHidden = attributeOf(element, 'type')?.toLowerCase() === 'hidden';
      run.aside(isHidden ? 'hiddenText' : 'drawing', attributeOf(element, 'value') ?? '', place);
      break;
    }
    case 'a': {
      const address = attributeOf(element, 'href') ?? '';
      if (tellingAddress.test(address)) run.aside('property', address, place, '链接地址');
      break;
    }
    case 'del':
      run.aside('deletedText', wholeText(element), place);
      break;
    case 'script':
    case 'noscript': {
      const text = wholeText(element);
      if (chineseText.test(text)) run.aside('hiddenText', text, place, '脚本');
      break;
    }
    case 'iframe':
    case 'object':
    case 'embed':
      run.note('embeddedFile', '网页中嵌入了其他页面或文件，其内容没有读取。', place);
      break;
  }
}

/** Gathers from a whole parsed page. */
export function gatherPageAsides(page: PageParent, run: FormatRun): void {
  const open: PageParent[] = [page];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const node of parent.childNodes) {
      if (isPageComment(node)) {
        // Conditional comments and editors' marks are code.
        if (chineseText.test(node.data) || /\d{7}/u.test(node.data))
          run.aside('comment', node.data, { line: lineOfElement(node) }, '网页注释');
      } else if (isPageElement(node)) {
        gatherElement(node, run);
        // What was taken whole is not looked into again, however deep it nests.
        if (!takenWhole.has(node.tagName)) open.push(node);
        if (node.tagName === 'template' && 'content' in node)
          run.aside('hiddenText', wholeText(node.content));
      }
    }
  }
}
