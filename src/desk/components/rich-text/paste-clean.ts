/** Pasting into the editor: whatever is on the clipboard is cleaned first; pictures in it are uploaded and take their places. */
import { type Editor, Extension } from '@tiptap/core';
import { type Node as EditorNode, Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { describeDropped } from '#kernel/rich-text/dropped.ts';
import {
  type CleanedPaste,
  cleanPastedMarkup,
  cleanPastedText,
} from '#kernel/rich-text/paste/clean-paste.ts';
import { type PastedPicture, picturePlaceholder } from '#kernel/rich-text/paste/pictures.ts';
import { nodesOfBody } from './editor-document.ts';

export interface PasteOptions {
  /** Keeps a picture and returns its file; null where pictures cannot be taken here. */
  readonly upload: ((file: File) => Promise<string>) | null;
  /** Says what was left out, or what failed. */
  readonly onNote: (sentences: readonly string[]) => void;
}

/** A paste of one paragraph continues the line it is put into; more keep their own blocks. */
function sliceOfPaste(editor: Editor, { body }: CleanedPaste): Slice {
  const nodes = nodesOfBody(body).map((json) => editor.schema.nodeFromJSON(json));
  const content = Fragment.fromArray(nodes);
  const isText = (node: EditorNode | undefined) => node?.type.name === 'paragraph';
  const start = isText(nodes[0]) ? 1 : 0;
  const end = isText(nodes.at(-1)) ? 1 : 0;
  return new Slice(content, start, end);
}

function insertPaste(editor: Editor, pasted: CleanedPaste): void {
  const { view } = editor;
  view.dispatch(
    view.state.tr.replaceSelection(sliceOfPaste(editor, pasted)).scrollIntoView().setMeta('paste', true),
  );
}

function fileOfPicture({ mediaType, base64 }: PastedPicture, index: number): File {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return new File([bytes], `粘贴的图片${index + 1}.${mediaType.slice(6)}`, { type: mediaType });
}

/** Puts the uploaded file where its placeholder stands, or takes the placeholder away. */
function settlePicture(editor: Editor, placeholder: string, fileId: string | null): void {
  if (editor.isDestroyed) return;
  const { state } = editor;
  const places: { position: number; size: number }[] = [];
  state.doc.descendants((node, position) => {
    if (node.type.name === 'picture' && node.attrs.fileId === placeholder)
      places.push({ position, size: node.nodeSize });
  });
  const change = state.tr;
  for (const { position, size } of places.reverse()) {
    if (fileId === null) change.delete(position, position + size);
    else change.setNodeAttribute(position, 'fileId', fileId);
  }
  editor.view.dispatch(change.setMeta('addToHistory', false));
}

async function uploadPictures(
  editor: Editor,
  files: readonly { readonly placeholder: string; readonly file: File }[],
  { upload, onNote }: PasteOptions,
): Promise<void> {
  for (const { placeholder, file } of files) {
    try {
      settlePicture(editor, placeholder, upload === null ? null : await upload(file));
    } catch {
      settlePicture(editor, placeholder, null);
      onNote([`“${file.name}”没有上传成功，请用“插入图片”再试。`]);
    }
  }
}

/** Places given so far: pictures of one paste are told apart from those of another that is still uploading. */
let places = 0;

function cleanClipboard(data: DataTransfer): CleanedPaste | null {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (html !== '') {
    const pasted = cleanPastedMarkup(html, { firstPicture: places + 1 });
    places += pasted.pictures.length;
    return pasted;
  }
  return text.includes('\n') || text.includes('\t') ? cleanPastedText(text) : null;
}

function pasteInto(editor: Editor, data: DataTransfer, options: PasteOptions): boolean {
  // What was copied here keeps its place in the document's structure; the schema lets in nothing else.
  if (data.getData('text/html').includes('data-pm-slice')) return false;
  const images = [...data.files].filter((file) => file.type.startsWith('image/'));
  if (images.length > 0 && data.getData('text/html') === '') {
    insertPictureFiles(editor, images, options);
    return true;
  }
  const pasted = cleanClipboard(data);
  if (pasted === null) return false;
  insertPaste(editor, pasted);
  const files = pasted.pictures.map((picture, index) => ({
    placeholder: picture.placeholder,
    file: fileOfPicture(picture, index),
  }));
  void uploadPictures(editor, files, options);
  const notes = describeDropped(pasted.dropped);
  if (notes.length > 0) options.onNote(notes);
  return true;
}

/** Pictures as files (a screenshot, a drop): each stands in the text at once and is uploaded meanwhile. */
export function insertPictureFiles(editor: Editor, images: readonly File[], options: PasteOptions): void {
  if (options.upload === null) {
    options.onNote(['这里不能插入图片。']);
    return;
  }
  const files = images.map((file) => {
    places += 1;
    return { placeholder: picturePlaceholder(places), file };
  });
  editor
    .chain()
    .focus()
    .insertContent(
      files.map(({ placeholder }) => ({
        type: 'picture',
        attrs: { fileId: placeholder, alt: '', caption: '' },
      })),
    )
    .run();
  void uploadPictures(editor, files, options);
}

export const PasteCleaning = Extension.create<{ options: () => PasteOptions }>({
  name: 'pasteCleaning',
  addOptions: () => ({ options: () => ({ upload: null, onNote: () => undefined }) }),
  addProseMirrorPlugins() {
    const { editor } = this;
    const { options } = this.options;
    return [
      new Plugin({
        key: new PluginKey('pasteCleaning'),
        props: {
          // Before the library reads the clipboard: it would parse foreign markup with its styles, which the policy reports.
          handleDOMEvents: {
            paste(_, event) {
              if (event.clipboardData === null || !pasteInto(editor, event.clipboardData, options()))
                return false;
              event.preventDefault();
              return true;
            },
            drop(view, event) {
              if (view.dragging !== null || event.dataTransfer === null) return false;
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (place !== null) editor.commands.setTextSelection(place.pos);
              if (!pasteInto(editor, event.dataTransfer, options())) return false;
              event.preventDefault();
              return true;
            },
          },
        },
      }),
    ];
  },
});
