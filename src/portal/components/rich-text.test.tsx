import { describe, expect, test } from 'vitest';
import { readOutline } from '#kernel/rich-text/outline.ts';
import { readRichText } from '#kernel/rich-text/sanitise.ts';
import { findTypeFaults } from '../testing/page-faults.ts';
import { linksOf, onlyElement, renderPart, textsOf } from '../testing/rendered.tsx';
import { RichText, RichTextContents } from './rich-text.tsx';

const fileId = '0190a8c0-1111-7222-8333-944445555666';
const markup = [
  '<h2>一、目标</h2><p data-align="right">2026年</p><h3>（一）范围</h3><h2>二、保障</h2>',
  '<table><caption>收支</caption><tr><th>科目<th>数</tr><tr><th>教育<td>1,200.50</tr></table>',
  `<figure><img data-file="${fileId}" alt="柱状图"><figcaption>图1</figcaption></figure>`,
  '<ul><li>甲<ul><li>乙</li></ul></li></ul><p>见<a href="https://a.example/"><strong>附</strong></a>，H<sub>2</sub>O</p>',
].join('');
const shown = (
  <>
    <RichTextContents body={markup} />
    <RichText body={markup} pictureAddress={(file) => `/files/${file}`} />
  </>
);

describe('RichText', () => {
  test('leads from the contents to every heading', () => {
    const page = renderPart(shown);
    const anchors = readOutline(readRichText(markup).body).map(({ anchor }) => anchor);
    expect(textsOf(page, 'nav a')).toEqual(['一、目标', '（一）范围', '二、保障']);
    for (const anchor of anchors) {
      expect(linksOf(page).has(`#${anchor}`)).toBe(true);
      expect(page.querySelector(`#${anchor}`)).not.toBeNull();
    }
    expect(renderPart(<RichTextContents body="<h2>甲</h2><p>乙</p>" />).querySelector('nav')).toBeNull();
  });

  test('puts tables into frames the keyboard reaches, with heads for rows and columns', () => {
    const page = renderPart(shown);
    const frame = onlyElement(page, 'section.table-frame');
    expect([frame.getAttribute('aria-label'), frame.getAttribute('tabindex')]).toEqual(['收支', '0']);
    expect(textsOf(page, 'thead th[scope=col]')).toEqual(['科目', '数']);
    expect(textsOf(page, 'tbody th[scope=row]')).toEqual(['教育']);
    expect(textsOf(page, 'td.figure')).toEqual(['1,200.50']);
  });

  test('shows pictures with their words, and words alone where the file is not served', () => {
    const image = onlyElement(renderPart(shown), 'figure img');
    expect([image.getAttribute('src'), image.getAttribute('alt')]).toEqual([`/files/${fileId}`, '柱状图']);
    const withheld = renderPart(<RichText body={markup} pictureAddress={() => undefined} />);
    expect(withheld.querySelector('img')).toBeNull();
    expect(textsOf(withheld, '.picture-words')).toEqual(['图片：柱状图']);
  });

  test('prints no markup it was not meant to understand', () => {
    const page = renderPart(
      <RichText
        body={'<p onclick="x">甲<script>alert(1)</script></p><p>a &lt;b&gt;</p>'}
        pictureAddress={() => undefined}
      />,
    );
    expect(page.querySelector('script, [onclick]')).toBeNull();
    expect(textsOf(page, 'p')).toEqual(['甲', 'a <b>']);
  });

  test('sets type as the house does', () => {
    expect(findTypeFaults(renderPart(shown))).toEqual([]);
  });
});
