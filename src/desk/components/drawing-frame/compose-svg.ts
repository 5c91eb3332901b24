/** Makes one SVG file of the drawings in a part of the page, with the colours they have on the screen written into it. */

const keptStyles = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'text-decoration-line',
  'opacity',
] as const;
const svgSpace = 'http://www.w3.org/2000/svg';

function copyStyles(from: Element, to: Element): void {
  const styles = getComputedStyle(from);
  for (const name of keptStyles) to.setAttribute(name.replace('-line', ''), styles.getPropertyValue(name));
  to.removeAttribute('class');
  for (const [at, child] of Array.from(from.children).entries()) {
    const copy = to.children[at];
    if (copy !== undefined) copyStyles(child, copy);
  }
}

function captionElement(caption: Element, frame: DOMRect): SVGTextElement {
  const place = caption.getBoundingClientRect();
  const text = document.createElementNS(svgSpace, 'text');
  text.setAttribute('x', String(place.left - frame.left));
  text.setAttribute('y', String(place.bottom - frame.top - 6));
  text.setAttribute('font-size', '14');
  text.setAttribute('font-family', getComputedStyle(caption).fontFamily);
  text.setAttribute('fill', getComputedStyle(caption).color);
  text.textContent = Array.from(caption.childNodes, (node) => node.textContent ?? '').join('　');
  return text;
}

/** The drawings (`svg`) and captions (`figcaption`) of a part of the page, each at its place, as one document. */
export function composeSvg(part: Element): string {
  const frame = part.getBoundingClientRect();
  const whole = document.createElementNS(svgSpace, 'svg');
  whole.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`);
  whole.setAttribute('width', String(frame.width));
  whole.setAttribute('height', String(frame.height));
  for (const drawing of part.querySelectorAll('svg')) {
    const place = drawing.getBoundingClientRect();
    const copy = drawing.cloneNode(true);
    if (!(copy instanceof SVGSVGElement)) continue;
    copyStyles(drawing, copy);
    copy.setAttribute('x', String(place.left - frame.left));
    copy.setAttribute('y', String(place.top - frame.top));
    copy.setAttribute('width', String(place.width));
    copy.setAttribute('height', String(place.height));
    whole.append(copy);
  }
  for (const caption of part.querySelectorAll('figcaption')) whole.append(captionElement(caption, frame));
  return new XMLSerializer().serializeToString(whole);
}
