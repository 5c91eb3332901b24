/** Builders for tests of bodies: a judge of the subset that shares no code with the writer, and known ways of attack. */
import { parseFragment } from 'parse5';
import { isMarkupElement, isMarkupText, type MarkupElement, type MarkupNode } from './markup-look.ts';

export const givenFileId = '0190a8c0-1111-7222-8333-944445555666';

const flow = ['p', 'ul', 'ol', 'figure'];
const inlineTags = ['a', 'strong', 'em', 'sup', 'sub', 'br', '#text'];
/** What may stand in what, and the pattern each attribute must match. */
const subset: Readonly<
  Record<string, { inside: readonly string[]; attributes: Readonly<Record<string, RegExp>> }>
> = {
  '#body': { inside: [...flow, 'h2', 'h3', 'h4', 'table', 'blockquote'], attributes: {} },
  p: { inside: inlineTags, attributes: { 'data-align': /^(?:center|right)$/u } },
  h2: { inside: inlineTags, attributes: { 'data-align': /^(?:center|right)$/u } },
  h3: { inside: inlineTags, attributes: { 'data-align': /^(?:center|right)$/u } },
  h4: { inside: inlineTags, attributes: { 'data-align': /^(?:center|right)$/u } },
  ul: { inside: ['li'], attributes: {} },
  ol: { inside: ['li'], attributes: { start: /^[1-9]\d{0,3}$/u } },
  li: { inside: flow, attributes: {} },
  blockquote: { inside: flow, attributes: {} },
  figure: { inside: ['img', 'figcaption'], attributes: {} },
  figcaption: { inside: ['#text'], attributes: {} },
  img: { inside: [], attributes: { 'data-file': /^[0-9a-f-]{36}$/u, alt: /^[^\n]*$/u } },
  table: { inside: ['caption', 'thead', 'tbody'], attributes: {} },
  caption: { inside: ['#text'], attributes: {} },
  thead: { inside: ['tr'], attributes: {} },
  tbody: { inside: ['tr'], attributes: {} },
  tr: { inside: ['th', 'td'], attributes: {} },
  td: { inside: flow, attributes: { colspan: /^[1-9]\d*$/u, rowspan: /^[1-9]\d*$/u } },
  th: {
    inside: flow,
    attributes: { colspan: /^[1-9]\d*$/u, rowspan: /^[1-9]\d*$/u, scope: /^(?:col|row)(?:group)?$/u },
  },
  a: {
    inside: ['strong', 'em', 'sup', 'sub', 'br', '#text'],
    attributes: { href: /^(?:https?:\/\/[^/@]|mailto:|tel:|\/(?!\/)|\/$|#.)[^\s"'<>\\]*$/u },
  },
  strong: { inside: ['em', 'sup', 'sub', 'br', '#text'], attributes: {} },
  em: { inside: ['sup', 'sub', 'br', '#text'], attributes: {} },
  sup: { inside: ['br', '#text'], attributes: {} },
  sub: { inside: ['br', '#text'], attributes: {} },
  br: { inside: [], attributes: {} },
};

function faultsOfNode(node: MarkupNode, parent: string): string[] {
  if (isMarkupText(node)) return subset[parent]?.inside.includes('#text') ? [] : [`text in ${parent}`];
  if (!isMarkupElement(node)) return [`${node.nodeName} in ${parent}`];
  return faultsOfElement(node, parent);
}

function faultsOfElement(element: MarkupElement, parent: string): string[] {
  const rule = subset[element.tagName];
  if (rule === undefined || !subset[parent]?.inside.includes(element.tagName))
    return [`<${element.tagName}> in <${parent}>`];
  const attributes = element.attrs.flatMap(({ name, value }) =>
    rule.attributes[name]?.test(value) ? [] : [`${element.tagName}[${name}=${value}]`],
  );
  return [...attributes, ...element.childNodes.flatMap((child) => faultsOfNode(child, element.tagName))];
}

/** Where markup leaves the subset, read as a browser reads it; empty when it keeps to it. */
export function findOutsideSubset(html: string): readonly string[] {
  return parseFragment(html).childNodes.flatMap((node) => faultsOfNode(node, '#body'));
}

/** Markup that runs something, leads astray or hides in sloppy sanitisers. None may leave a trace beyond its text. */
export const attacks: readonly string[] = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  `<img data-file="${givenFileId}" onerror="alert(1)" alt="x">`,
  `<img data-file='${givenFileId}" onload="alert(1)' alt="x">`,
  `<img data-file="${givenFileId}" alt='" onload="alert(1)'>`,
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text y=1em>x</text></a></svg>',
  '<svg><p><style><!--</style><img src=x onerror=alert(1)>--></style>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><mi xlink:href="data:x,<script>alert(1)</script>">x</mi></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<textarea></textarea><script>alert(1)</script>',
  '<title><img src=x onerror=alert(1)></title>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="data:text/html,<script>alert(1)</script>">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="JaVaScRiPt&colon;alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<a href="//evil.example/">x</a>',
  '<a href="/\\evil.example/">x</a>',
  '<a href="/\t/evil.example/">x</a>',
  '<a href="https://gov.cn@evil.example/">x</a>',
  '<a href="https:evil.example">x</a>',
  '<a href="file:///C:/secret.doc">x</a>',
  '<a href="blob:https://gov.cn/x">x</a>',
  '<a href="https://x.example/&quot;onmouseover=alert(1)">x</a>',
  '<a href="https://x.example/" target="_blank" onclick="alert(1)" style="position:fixed">x</a>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<p style="behavior:url(#x)">x</p>',
  '<style>@import "javascript:alert(1)";</style><link rel=stylesheet href="javascript:alert(1)">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)"><base href="https://evil.example/">',
  '<table background="javascript:alert(1)"><tr><td onclick="alert(1)">x</td></tr></table>',
  '<table><td><form><td></form><img src=x onerror=alert(1)></table>',
  '<select><style></select><img src=x onerror=alert(1)></style>',
  '<p id="location" name="cookie" class="admin">x</p>',
  '<b><p><b><p></b></p></b><img src=x onerror=alert(1)>',
  '<!--><img src=x onerror=alert(1)>--><![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><p>x</p><xml><o:p onload=alert(1)>y</o:p></xml>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>alert(1)</script>',
  '<video><source onerror="alert(1)"></video><audio src=x onerror=alert(1)></audio>',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<marquee onstart=alert(1)>x</marquee><isindex type=image src=1 onerror=alert(1)>',
  '<custom-element onfocus=alert(1) autofocus tabindex=1>x</custom-element>',
];
