/** Text with the words of a question marked in it, and the part of a long text around the first of them. */
import { Fragment, type ReactElement } from 'react';

/** Words of a question, as search takes them. */
function wordsOf(question: string): string[] {
  return question
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

interface TextPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** Cuts a text where words of the question begin and end; upper and lower case are the same. */
export function splitByHits(text: string, question: string): TextPart[] {
  const words = wordsOf(question).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text, isHit: false }];
  const longestFirst = words.sort((left, right) => right.length - left.length).join('|');
  return text
    .split(new RegExp(`(${longestFirst})`, 'giu'))
    .map((part, index) => ({ text: part, isHit: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** About `length` characters around the first word of the question, with an ellipsis where something is left out. */
export function excerptAround(text: string, question: string, length = 90): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const places = wordsOf(question)
    .map((word) => flat.toLowerCase().indexOf(word.toLowerCase()))
    .filter((place) => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const start = first < length / 2 ? 0 : Math.max(0, first - Math.floor(length / 3));
  const end = Math.min(flat.length, start + length);
  return `${start > 0 ? '……' : ''}${flat.slice(start, end)}${end < flat.length ? '……' : ''}`;
}

export function Highlighted(props: { readonly text: string; readonly question: string }): ReactElement {
  let place = 0;
  return (
    <>
      {splitByHits(props.text, props.question).map((part) => {
        place += part.text.length;
        return part.isHit ? (
          <mark key={place}>{part.text}</mark>
        ) : (
          <Fragment key={place}>{part.text}</Fragment>
        );
      })}
    </>
  );
}
