/** The dialogs the toolbar opens, over the editor's selection as it stands. */
import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { FindBar } from './find-bar.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { insertPictureFiles, type PasteOptions } from './paste-clean.ts';
import type { ToolbarDialog } from './toolbar.tsx';
import { WordsDialog } from './words-dialog.tsx';

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const longestAlt = 300;
const longestCaption = 120;

export function EditorDialogs(props: {
  readonly editor: Editor;
  readonly open: ToolbarDialog | undefined;
  readonly paste: PasteOptions;
  readonly onClose: () => void;
}) {
  const { editor, open, paste, onClose } = props;
  switch (open) {
    case undefined:
      return null;
    case 'find':
      return <FindBar editor={editor} onClose={onClose} />;
    case 'picture':
      return <PictureChoice editor={editor} paste={paste} onClose={onClose} />;
    case 'link': {
      const address = textOf(editor.getAttributes('link').href);
      const linked = () => editor.chain().focus().extendMarkRange('link');
      return (
        <LinkDialog
          address={address}
          onClose={onClose}
          onSet={(href) => {
            if (editor.state.selection.empty && address === '')
              editor
                .chain()
                .focus()
                .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
                .run();
            else linked().setLink({ href }).run();
            onClose();
          }}
          onRemove={
            address === ''
              ? undefined
              : () => {
                  linked().unsetLink().run();
                  onClose();
                }
          }
        />
      );
    }
    case 'pictureWords': {
      const picture = editor.getAttributes('picture');
      return (
        <WordsDialog
          title="图片说明"
          verb="填好了"
          asked={[
            {
              name: 'alt',
              label: '文字说明',
              hint: '图里有什么、说明什么，读给看不见图的人听。',
              value: textOf(picture.alt),
              isRequired: true,
              most: longestAlt,
            },
            {
              name: 'caption',
              label: '图下标题',
              hint: '例：图1 2026年收入构成',
              value: textOf(picture.caption),
              isRequired: false,
              most: longestCaption,
            },
          ]}
          onClose={onClose}
          onDone={({ alt = '', caption = '' }) => {
            editor.chain().focus().updateAttributes('picture', { alt, caption }).run();
            onClose();
          }}
        />
      );
    }
    case 'caption':
      return (
        <WordsDialog
          title="表格标题"
          verb="填好了"
          asked={[
            {
              name: 'caption',
              label: '标题',
              hint: '例：2026年一季度救助资金发放表',
              value: textOf(editor.getAttributes('table').caption),
              isRequired: false,
              most: longestCaption,
            },
          ]}
          onClose={onClose}
          onDone={({ caption = '' }) => {
            editor.chain().focus().updateAttributes('table', { caption }).run();
            onClose();
          }}
        />
      );
  }
}

/** Opens the choice of files at once; the words are asked when the picture stands in the text. */
function PictureChoice(props: {
  readonly editor: Editor;
  readonly paste: PasteOptions;
  readonly onClose: () => void;
}) {
  const { editor, paste, onClose } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    field?.addEventListener('cancel', onClose);
    field?.click();
    return () => field?.removeEventListener('cancel', onClose);
  }, [onClose]);
  return (
    <input
      ref={input}
      type="file"
      multiple
      className="visually-hidden"
      tabIndex={-1}
      aria-label="选择图片"
      accept="image/png,image/jpeg,image/gif,image/webp"
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        if (files.length > 0) insertPictureFiles(editor, files, paste);
        onClose();
      }}
    />
  );
}
