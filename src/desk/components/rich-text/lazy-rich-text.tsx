/** The editor, loaded when a screen first shows it: it is the heaviest part of the desk. */
import { lazy, Suspense } from 'react';
import { Loading } from '../loading/loading.tsx';
import type { RichTextEditorProps } from './rich-text-editor.tsx';

const Loaded = lazy(async () => ({ default: (await import('./rich-text-editor.tsx')).RichTextEditor }));

export function RichTextField(props: RichTextEditorProps) {
  return (
    <Suspense fallback={<Loading />}>
      <Loaded {...props} />
    </Suspense>
  );
}
