/** Boxes over page images, in shares of the page, and their pixels. Pure. */

export interface PageBox {
  /** From 1. */
  readonly page: number;
  /** Shares of width and height, from the upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly why: string;
}

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether a box lies on a page, has an area and gives its ground. */
export function findBoxFaults(boxes: readonly PageBox[], pages: number): readonly string[] {
  return boxes.flatMap(({ page, x, y, width, height, why }, index) => {
    const name = `第${index + 1}处`;
    if (!Number.isInteger(page) || page < 1 || page > pages) return [`${name}不在任何一页上`];
    if (x < 0 || y < 0 || width <= 0 || height <= 0 || x + width > 1.0001 || y + height > 1.0001) {
      return [`${name}超出页面`];
    }
    return why.trim() === '' ? [`${name}没有写明依据`] : [];
  });
}

/** Half-open pixels of a box, widened to whole pixels: never narrower than what was drawn. */
export function pixelsOfBox(box: PageBox, width: number, height: number): PixelBox {
  return {
    left: Math.max(0, Math.floor(box.x * width)),
    top: Math.max(0, Math.floor(box.y * height)),
    right: Math.min(width, Math.ceil((box.x + box.width) * width)),
    bottom: Math.min(height, Math.ceil((box.y + box.height) * height)),
  };
}
