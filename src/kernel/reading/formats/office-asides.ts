/**
 * What Word and Excel packages hold beside their bodies in the same way: properties, macros, embedded files, addresses
 * of links, words of charts and drawings, names of pictures.
 */
import type { SourcePlace } from '../source.ts';
import type { Archive } from './archive.ts';
import type { FormatRun } from './format-run.ts';
import { optionalXmlPart, outsideTargets } from './package-parts.ts';
import { childElements, descendantsNamed, textInside, type XmlElement } from './xml-tree.ts';

const coreLabels: Readonly<Record<string, string>> = {
  title: '标题',
  subject: '主题',
  creator: '作者',
  keywords: '关键词',
  description: '备注',
  lastModifiedBy: '最后修改者',
  category: '类别',
  contentStatus: '状态',
};
const appLabels: Readonly<Record<string, string>> = {
  Company: '单位',
  Manager: '主管',
  Template: '模板',
  HyperlinkBase: '链接基础',
};
/** Names programs give to pictures and shapes by themselves. */
const givenName =
  /^(?:图片|图像|图形|图表|对象|文本框|形状|直线|直接连接符|箭头|矩形|椭圆|组合|自选图形|艺术字|Picture|Image|Object|Text ?Box|Shape|Group|Line|Rectangle|AutoShape|Oval|Chart|Drawing|WordArt|Freeform|Straight Connector|docshape\w*|_x0000_\w*)\s*\d*$/iu;
const standardTemplate = /^(?:Normal|Wps Normal)(?:\.\w+)?$/iu;
/** Addresses that tell of people, machines or inner networks; pages of the public web do not. */
const tellingAddress =
  /^(?:mailto|tel|file|ftp|smb):|^\\\\|^[a-z]:[\\/]|^https?:\/\/(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|localhost)/iu;

function labelledAsides(
  part: XmlElement | undefined,
  labels: Readonly<Record<string, string>>,
  run: FormatRun,
): void {
  for (const child of part === undefined ? [] : childElements(part)) {
    const label = labels[child.name];
    const text = textInside(child);
    if (label !== undefined && !standardTemplate.test(text.trim())) run.aside('property', text, {}, label);
  }
}

async function gatherProperties(archive: Archive, run: FormatRun): Promise<void> {
  labelledAsides(await optionalXmlPart(archive, 'docProps/core.xml', run), coreLabels, run);
  labelledAsides(await optionalXmlPart(archive, 'docProps/app.xml', run), appLabels, run);
  const custom = await optionalXmlPart(archive, 'docProps/custom.xml', run);
  for (const property of custom === undefined ? [] : childElements(custom, 'property')) {
    run.aside('property', textInside(property), {}, property.attributes.get('name') ?? '自定义属性');
  }
}

/** Words drawn by charts and diagrams, which stand in members of their own. */
async function gatherDrawnWords(archive: Archive, run: FormatRun): Promise<void> {
  const members = archive
    .names()
    .filter((name) => /^(?:word|xl)\/(?:charts\/chart|diagrams\/data)[^/]*\.xml$/u.test(name));
  for (const member of members) {
    const part = await optionalXmlPart(archive, member, run);
    if (part === undefined) continue;
    const words = [...descendantsNamed(part, 't'), ...descendantsNamed(part, 'pt')].map(textInside);
    for (const text of new Set(words)) run.aside('drawing', text);
  }
}

function noteHeldFiles(archive: Archive, run: FormatRun): void {
  const names = archive.names();
  if (names.some((name) => /vbaproject\.bin$|\/activex\/|macrosheets\//u.test(name)))
    run.note('macro', '文件中有宏或控件。');
  const held = names.filter(
    (name) => /\/embeddings\/./u.test(name) || /\/externallinks\/[^/]+\.xml$/u.test(name),
  );
  if (held.length > 0) {
    const shown = held.slice(0, 5).map((name) => name.slice(name.lastIndexOf('/') + 1));
    run.note('embeddedFile', `文件中嵌入或链接了其他文件（${shown.join('、')}），其内容没有读取。`);
  }
}

/** Data that programs bind to a document; only what is Chinese text is looked at. */
async function gatherBoundData(archive: Archive, run: FormatRun): Promise<void> {
  for (const member of archive.names().filter((name) => /^customxml\/item\d+\.xml$/u.test(name))) {
    const part = await optionalXmlPart(archive, member, run);
    const text = part === undefined ? '' : textInside(part);
    if (/\p{Script=Han}/u.test(text)) run.aside('property', text, {}, '自定义数据');
  }
}

/** Gathers what both kinds of packages hold beside their bodies. */
export async function gatherPackageAsides(archive: Archive, run: FormatRun): Promise<void> {
  if (!run.gathersAsides) return;
  noteHeldFiles(archive, run);
  await gatherProperties(archive, run);
  await gatherDrawnWords(archive, run);
  await gatherBoundData(archive, run);
}

/** Addresses of links that tell more than a page of the web. */
export function gatherTellingAddresses(relations: XmlElement | undefined, run: FormatRun): void {
  for (const target of new Set(outsideTargets(relations)))
    if (tellingAddress.test(target)) run.aside('property', target, {}, '链接地址');
}

/** Names and descriptions a drawing carries that a person has given, and whether parts of its picture are cropped. */
export function gatherPictureNames(drawing: XmlElement, place: SourcePlace, run: FormatRun): void {
  if (!run.gathersAsides) return;
  for (const element of [...descendantsNamed(drawing, 'docPr'), ...descendantsNamed(drawing, 'cNvPr')]) {
    for (const attribute of ['name', 'title', 'descr']) {
      const text = element.attributes.get(attribute) ?? '';
      if (!givenName.test(text.trim())) run.aside('pictureName', text, place);
    }
  }
  for (const element of descendantsNamed(drawing, 'srcRect')) {
    const isCropped = [...element.attributes.values()].some((share) => Number.parseFloat(share) > 0);
    if (isCropped) run.note('croppedPicture', '文件中有裁剪过的图片，裁掉的部分仍在文件里。', place);
  }
}
