/** What the editor can write: exactly what a body may hold, with Chinese names for nothing but the keyboard. No styles. */
import { Extension, type Extensions, Mark } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { acceptHref } from '#kernel/rich-text/links.ts';
import { PictureNode } from './picture-node.ts';

const Alignment = Extension.create({
  name: 'alignment',
  addGlobalAttributes() {
    return [
      {
        types: ['paragraph', 'heading'],
        attributes: {
          align: {
            default: null,
            parseHTML: (element) => element.getAttribute('data-align'),
            renderHTML: ({ align }) => (align === null || align === undefined ? {} : { 'data-align': align }),
          },
        },
      },
    ];
  },
});

const scriptMark = (name: string, tag: 'sup' | 'sub', other: string, key: string) =>
  Mark.create({
    name,
    excludes: other,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(name) };
    },
  });

/** The library writes column widths as styles, which the desk's policy forbids; a caption belongs to the table. */
const CaptionedTable = Table.extend({
  addAttributes() {
    return {
      caption: {
        default: '',
        parseHTML: (element) => element.querySelector('caption')?.textContent ?? '',
        renderHTML: () => ({}),
      },
    };
  },
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML({ node }) {
    const caption: unknown = node.attrs.caption;
    const words = typeof caption === 'string' ? caption : '';
    return words === ''
      ? ['table', ['tbody', 0]]
      : ['table', ['caption', { contenteditable: 'false' }, words], ['tbody', 0]];
  },
  addNodeView: () => null,
});

const spans = (name: string) => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Number(element.getAttribute(name) ?? '1') || 1,
});
const cellAttributes = () => ({ colspan: spans('colspan'), rowspan: spans('rowspan') });

/** Blocks that may stand inside items, cells and quotes are of the group `flow`. */
export function editorExtensions(pictureAddress: (fileId: string) => string): Extensions {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      horizontalRule: false,
      paragraph: false,
      bulletList: false,
      orderedList: false,
      listItem: false,
      blockquote: false,
      heading: { levels: [2, 3, 4] },
      dropcursor: false,
      link: {
        openOnClick: false,
        autolink: false,
        linkOnPaste: false,
        HTMLAttributes: { target: null, rel: null, class: null },
        isAllowedUri: (href) => acceptHref(href) !== undefined,
      },
    }),
    ...flowExtensions(),
    Alignment,
    scriptMark('superscript', 'sup', 'subscript', 'Mod-.'),
    scriptMark('subscript', 'sub', 'superscript', 'Mod-,'),
    CaptionedTable.configure({ resizable: false }),
    TableRow,
    TableCell.extend({ content: 'flow+', addAttributes: cellAttributes }),
    TableHeader.extend({ content: 'flow+', addAttributes: cellAttributes }),
    PictureNode.configure({ pictureAddress }),
  ];
}

function flowExtensions(): Extensions {
  return [
    Paragraph.extend({ group: 'block flow' }),
    BulletList.extend({ group: 'block list flow' }),
    OrderedList.extend({ group: 'block list flow' }),
    ListItem.extend({ content: 'paragraph flow*' }),
    Blockquote.extend({ content: 'flow+' }),
  ];
}
