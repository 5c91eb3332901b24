/** A picture in the editor: a stored file with words for those who do not see it; shows what is still missing. */
import { mergeAttributes, Node } from '@tiptap/core';
import { isPicturePlaceholder } from '#kernel/rich-text/paste/pictures.ts';

interface PictureOptions {
  /** Where the browser gets the picture. */
  readonly pictureAddress: (fileId: string) => string;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const attribute = (selector: string, read: (element: Element) => string | null | undefined) => ({
  default: '',
  parseHTML: (element: HTMLElement) => {
    const part = selector === '' ? element : element.querySelector(selector);
    return part === null ? '' : (read(part) ?? '');
  },
  renderHTML: () => ({}),
});

export const PictureNode = Node.create<PictureOptions>({
  name: 'picture',
  group: 'block flow',
  atom: true,
  draggable: true,
  addOptions: () => ({ pictureAddress: () => '' }),
  addAttributes: () => ({
    fileId: attribute('img', (element) => element.getAttribute('data-file')),
    alt: attribute('img', (element) => element.getAttribute('alt')),
    caption: attribute('figcaption', (element) => element.textContent),
  }),
  parseHTML: () => [{ tag: 'figure' }],
  renderHTML({ node }) {
    const caption = textOf(node.attrs.caption);
    const image = mergeAttributes({
      'data-file': textOf(node.attrs.fileId),
      alt: textOf(node.attrs.alt),
    });
    return caption === '' ? ['figure', ['img', image]] : ['figure', ['img', image], ['figcaption', caption]];
  },
  addNodeView() {
    const { pictureAddress } = this.options;
    return ({ node }) => {
      const figure = document.createElement('figure');
      figure.className = 'rich-picture';
      const fileId = textOf(node.attrs.fileId);
      const alt = textOf(node.attrs.alt);
      const caption = textOf(node.attrs.caption);
      if (isPicturePlaceholder(fileId)) figure.append(line('rich-picture-note', '图片正在上传……'));
      else {
        const image = document.createElement('img');
        image.src = pictureAddress(fileId);
        image.alt = alt;
        figure.append(image);
        if (caption !== '') figure.append(line('rich-picture-caption', caption));
        figure.append(
          alt === ''
            ? line('rich-picture-missing', '▲ 缺文字说明：选中图片，点“图片说明”填写')
            : line('rich-picture-note', `说明：${alt}`),
        );
      }
      return { dom: figure };
    };
  },
});

function line(className: string, words: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = words;
  return element;
}
