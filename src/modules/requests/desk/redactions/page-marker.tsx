/** Pages with boxes over them: drawn with the mouse, or added and moved with the keyboard. */
import { Button } from 'antd';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { apiAddress } from '#desk/data/call-api.ts';
import type { PageBox } from '../../rules/redaction/page-boxes.ts';

export interface PageMarkerProps {
  readonly redactionId: string;
  readonly pages: number;
  readonly boxes: readonly PageBox[];
  readonly why: string;
  readonly disabled: boolean;
  readonly onChange: (boxes: readonly PageBox[]) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const within = (share: number) => Math.min(1, Math.max(0, share));
/** Smaller than this is a slip of the mouse. */
const smallest = 0.004;
const keyStep = 0.01;

function boxBetween(page: number, from: Point, to: Point, why: string): PageBox {
  const x = Math.min(from.x, to.x);
  const y = Math.min(from.y, to.y);
  return { page, x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y), why };
}

/** The box after an arrow key: moved, or with Shift made larger or smaller. */
function afterKey(box: PageBox, key: string, resizes: boolean): PageBox | undefined {
  const directions: Readonly<Record<string, Point>> = {
    ArrowLeft: { x: -keyStep, y: 0 },
    ArrowRight: { x: keyStep, y: 0 },
    ArrowUp: { x: 0, y: -keyStep },
    ArrowDown: { x: 0, y: keyStep },
  };
  const by = directions[key];
  if (by === undefined) return undefined;
  if (resizes) {
    return {
      ...box,
      width: Math.min(1 - box.x, Math.max(keyStep, box.width + by.x)),
      height: Math.min(1 - box.y, Math.max(keyStep, box.height + by.y)),
    };
  }
  return {
    ...box,
    x: Math.min(1 - box.width, within(box.x + by.x)),
    y: Math.min(1 - box.height, within(box.y + by.y)),
  };
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
const placeOf = ({ x, y, width, height }: PageBox) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

function Page(props: PageMarkerProps & { readonly page: number }) {
  const { page, boxes, why, disabled, onChange } = props;
  const [drawn, setDrawn] = useState<PageBox>();
  const from = useRef<Point>(undefined);
  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const frame = event.currentTarget.getBoundingClientRect();
    return {
      x: within((event.clientX - frame.left) / frame.width),
      y: within((event.clientY - frame.top) / frame.height),
    };
  };
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (disabled || event.target instanceof HTMLButtonElement) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = pointOf(event);
  };
  const draw = (event: PointerEvent<HTMLElement>) => {
    if (from.current !== undefined) setDrawn(boxBetween(page, from.current, pointOf(event), why));
  };
  const finish = () => {
    from.current = undefined;
    setDrawn(undefined);
    if (drawn !== undefined && drawn.width > smallest && drawn.height > smallest) onChange([...boxes, drawn]);
  };
  const onKey = (event: KeyboardEvent, box: PageBox) => {
    const others = boxes.filter((one) => one !== box);
    if (event.key === 'Delete' || event.key === 'Backspace') return onChange(others);
    const moved = afterKey(box, event.key, event.shiftKey);
    if (moved === undefined) return;
    event.preventDefault();
    onChange(boxes.map((one) => (one === box ? moved : one)));
  };
  const own = boxes.map((box, index) => ({ box, index })).filter(({ box }) => box.page === page);
  return (
    <figure className="redaction-page">
      <div onPointerDown={begin} onPointerMove={draw} onPointerUp={finish} onPointerCancel={finish}>
        <img
          src={apiAddress(`/request-redactions/${props.redactionId}/pages/${page}`)}
          alt={`第${page}页`}
          draggable={false}
        />
        {own.map(({ box, index }) => (
          <button
            key={index}
            type="button"
            className="redaction-box"
            style={placeOf(box)}
            disabled={disabled}
            aria-label={`第${page}页的遮盖（${box.why}），方向键移动，Shift 加方向键改大小，Delete 删除`}
            onKeyDown={(event) => onKey(event, box)}
          />
        ))}
        {drawn === undefined ? null : <span className="redaction-box drawn" style={placeOf(drawn)} />}
      </div>
      <figcaption>
        第{page}页
        {disabled ? null : (
          <Button
            size="small"
            type="link"
            onClick={() => onChange([...boxes, { page, x: 0.3, y: 0.3, width: 0.3, height: 0.05, why }])}
          >
            用键盘加一处
          </Button>
        )}
      </figcaption>
    </figure>
  );
}

export function PageMarker(props: PageMarkerProps) {
  const numbers = Array.from({ length: props.pages }, (_, index) => index + 1);
  return (
    <div>
      <p className="quiet">按住鼠标拖出方框；选中方框后可用方向键移动，Delete 删除。</p>
      {numbers.map((page) => (
        <Page key={page} {...props} page={page} />
      ))}
    </div>
  );
}
