/**
 * Which characters look alike: draws each with Noto Sans CJK SC in an installed Chromium and compares the pictures, whole
 * and by parts (a character that lost or changed its left part, or is the right or lower part of another).
 */
import { chromium } from 'playwright-core';
import { findChromium } from '../chromium.mjs';

const side = 28;
/** Pictures are compared at this size. */
const grid = 14;
const mostAlike = 14;

function drawInPage({ signs, side }) {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.textBaseline = 'middle';
  pen.textAlign = 'center';
  const pictures = new Uint8Array(signs.length * side * side);
  for (const [index, sign] of signs.entries()) {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, side, side);
    pen.fillStyle = '#000';
    pen.font = `${side - 1}px "Noto Sans CJK SC"`;
    pen.fillText(sign, side / 2, side / 2);
    const { data } = pen.getImageData(0, 0, side, side);
    for (let dot = 0; dot < side * side; dot++) pictures[index * side * side + dot] = 255 - data[dot * 4];
  }
  let text = '';
  for (let at = 0; at < pictures.length; at += 8192)
    text += String.fromCharCode(...pictures.subarray(at, at + 8192));
  return btoa(text);
}

async function drawSigns(signs) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    return Buffer.from(await page.evaluate(drawInPage, { signs, side }), 'base64');
  } finally {
    await browser.close();
  }
}

/** The part of a picture that has ink, as `[top, bottom, left, right]`; null when there is too little. */
function inkBox(dots, [top, bottom, left, right]) {
  const box = [side, -1, side, -1];
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) {
      if (dots[row * side + column] < 80) continue;
      box[0] = Math.min(box[0], row);
      box[1] = Math.max(box[1], row + 1);
      box[2] = Math.min(box[2], column);
      box[3] = Math.max(box[3], column + 1);
    }
  return box[1] - box[0] < 4 || box[3] - box[2] < 4 ? null : box;
}

/** Stretches a box of the picture to the grid, softens it, and frees it of mean and length: the product of two such is their likeness. */
function vectorOf(dots, box, into) {
  if (box === null) return;
  const [top, bottom, left, right] = box;
  const soft = (row, column) => {
    let sum = 0;
    for (const [down, weight] of [
      [-1, 1],
      [0, 2],
      [1, 1],
    ])
      for (const [over, more] of [
        [-1, 1],
        [0, 2],
        [1, 1],
      ]) {
        const y = Math.min(bottom - 1, Math.max(top, row + down));
        const x = Math.min(right - 1, Math.max(left, column + over));
        sum += weight * more * dots[y * side + x];
      }
    return sum;
  };
  for (let row = 0; row < grid; row++)
    for (let column = 0; column < grid; column++) {
      const y = Math.min(bottom - 1, Math.floor(top + ((row + 0.5) * (bottom - top)) / grid));
      const x = Math.min(right - 1, Math.floor(left + ((column + 0.5) * (right - left)) / grid));
      into[row * grid + column] = soft(y, x);
    }
  const mean = into.reduce((sum, dot) => sum + dot, 0) / into.length;
  let square = 0;
  for (let dot = 0; dot < into.length; dot++) {
    into[dot] -= mean;
    square += into[dot] * into[dot];
  }
  const length = Math.sqrt(square) || 1;
  for (let dot = 0; dot < into.length; dot++) into[dot] /= length;
}

const whole = [0, side, 0, side];
const rightPart = [0, side, 11, side];
const lowerPart = [11, side, 0, side];

function viewsOf(pictures, count, part, isTight) {
  const size = grid * grid;
  const views = new Float32Array(count * size);
  for (let index = 0; index < count; index++) {
    const dots = pictures.subarray(index * side * side, (index + 1) * side * side);
    vectorOf(dots, isTight ? inkBox(dots, part) : part, views.subarray(index * size, (index + 1) * size));
  }
  return views;
}

function product(left, one, right, other) {
  const size = grid * grid;
  let sum = 0;
  for (let dot = 0, a = one * size, b = other * size; dot < size; dot++, a++, b++) sum += left[a] * right[b];
  return sum;
}

/**
 * For each sign the common signs (the first `common` of the list) most like it, most alike first, with their likeness. A
 * shared part counts for less than the whole.
 */
export async function likenessOf(signs, common) {
  const pictures = await drawSigns(signs);
  const full = viewsOf(pictures, signs.length, whole, false);
  const tight = viewsOf(pictures, signs.length, whole, true);
  const right = viewsOf(pictures, signs.length, rightPart, true);
  const lower = viewsOf(pictures, signs.length, lowerPart, true);
  return signs.map((_, one) => {
    const list = [];
    for (let other = 0; other < common; other++) {
      if (other === one) continue;
      const likeness = Math.max(
        product(full, one, full, other),
        product(right, one, right, other) - 0.14,
        product(tight, one, right, other) - 0.06,
        product(right, one, tight, other) - 0.06,
        product(tight, one, lower, other) - 0.16,
        product(lower, one, tight, other) - 0.16,
      );
      if (likeness >= 0.62) list.push([other, likeness]);
    }
    return list.sort((a, b) => b[1] - a[1]).slice(0, mostAlike);
  });
}
