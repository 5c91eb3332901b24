/** Finds words in the text: count, next, previous; the marks are gone when the bar closes. */
import type { Editor } from '@tiptap/core';
import { Button, Input } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { readEditorText, spanInEditor } from './editor-text.ts';
import { marksOfPlaces, orderMarks } from './text-marks.ts';

const mostPlaces = 2000;

function placesIn(editor: Editor, words: string) {
  if (words === '') return [];
  const text = readEditorText(editor.state.doc);
  const hay = text.text.toLowerCase();
  const needle = words.toLowerCase();
  const places = [];
  for (
    let at = hay.indexOf(needle);
    at >= 0 && places.length < mostPlaces;
    at = hay.indexOf(needle, at + needle.length)
  ) {
    const span = spanInEditor(text, at, at + needle.length);
    if (span !== undefined && !span.isNode) places.push(span);
  }
  return places;
}

export function FindBar({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const [words, setWords] = useState('');
  const [shown, setShown] = useState({ count: 0, current: 0 });
  const show = useCallback(
    (sought: string, wanted: number) => {
      const places = placesIn(editor, sought);
      const current = places.length === 0 ? 0 : (wanted + places.length) % places.length;
      const place = places[current];
      editor.view.dispatch(
        orderMarks(editor.state, { found: marksOfPlaces(editor.state.doc, places, current) }),
      );
      if (place !== undefined) editor.commands.setTextSelection(place.from);
      if (place !== undefined) editor.commands.scrollIntoView();
      setShown({ count: places.length, current });
    },
    [editor],
  );
  useEffect(
    () => () => {
      if (!editor.isDestroyed)
        editor.view.dispatch(orderMarks(editor.state, { found: marksOfPlaces(editor.state.doc, [], 0) }));
    },
    [editor],
  );
  return (
    <search className="rich-find">
      <Input
        size="small"
        autoFocus
        aria-label="在正文中查找"
        placeholder="查找文字"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          show(event.target.value, 0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            show(words, shown.current + (event.shiftKey ? -1 : 1));
          }
          if (event.key === 'Escape') onClose();
        }}
      />
      <span role="status" className="quiet">
        {words === '' ? '' : shown.count === 0 ? '没有找到' : `第${shown.current + 1}处，共${shown.count}处`}
      </span>
      <Button size="small" disabled={shown.count === 0} onClick={() => show(words, shown.current - 1)}>
        上一处
      </Button>
      <Button size="small" disabled={shown.count === 0} onClick={() => show(words, shown.current + 1)}>
        下一处
      </Button>
      <Button size="small" onClick={onClose}>
        关闭查找
      </Button>
    </search>
  );
}
