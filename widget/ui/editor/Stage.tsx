import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { drawEdited, wholeOf } from './drawing.ts';
import { editorTexts as t } from './editorTexts.ts';
import type { Box, Edit, Point } from './edits.ts';
import { boxBetween, middleOf, stepped, visible } from './edits.ts';

/** A smaller press is one on a corner, in pixels of the screen. */
const SLACK = 4;

const arrows: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture as it stands, over which a frame is drawn: by dragging, by pressing two corners, or by keys. */
export function Stage(props: {
  picture: HTMLCanvasElement;
  edits: readonly Edit[];
  /** What is in the frame is to be edited. */
  onFrame: (box: Box) => void;
}): VNode {
  const { picture, edits } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [frame, setFrame] = useState<Box | null>(null);
  /** The corner that was pressed first, and where on the screen; whether this press is on the other one. */
  const press = useRef<{ corner: Point; x: number; y: number; isSecond: boolean } | null>(null);
  const seen = visible(wholeOf(picture), edits);

  useEffect(() => {
    if (canvas.current) drawEdited(canvas.current, picture, edits);
  }, [picture, edits]);

  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = canvas.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: seen.x + ((clientX - left) / width) * seen.width,
      y: seen.y + ((clientY - top) / height) * seen.height,
    };
  };
  const clear = () => {
    press.current = null;
    setFrame(null);
  };
  const take = (box: Box | null) => {
    clear();
    if (box && box.width > 1 && box.height > 1) props.onFrame(box);
  };
  const share = (part: number, whole: number) => Math.round((part / whole) * 100);
  const place = frame && {
    left: share(frame.x - seen.x, seen.width),
    top: share(frame.y - seen.y, seen.height),
    width: share(frame.width, seen.width),
    height: share(frame.height, seen.height),
  };

  return (
    <>
      <div
        class="stage"
        role="application"
        dir="ltr"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is drawn on by keys too, for which there is no element
        tabIndex={0}
        aria-label={t.stage}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const { clientX: x, clientY: y } = event;
          press.current = { corner: press.current?.corner ?? pointAt(event), x, y, isSecond: press.current !== null };
        }}
        onPointerMove={(event) => {
          if (press.current) setFrame(boxBetween(press.current.corner, pointAt(event), seen));
        }}
        onPointerUp={(event) => {
          if (!press.current) return;
          const { corner, x, y, isSecond } = press.current;
          const moved = Math.hypot(event.clientX - x, event.clientY - y) > SLACK;
          // The first of two corners waits for the other.
          if (moved || isSecond) take(boxBetween(corner, pointAt(event), seen));
        }}
        onPointerCancel={clear}
        onKeyDown={(event) => {
          const arrow = arrows[event.key];
          if (event.key === 'Escape' ? !frame : !arrow && event.key !== 'Enter') return;
          event.preventDefault();
          if (event.key === 'Escape') clear();
          else if (!frame) setFrame(middleOf(seen));
          else if (arrow) setFrame(stepped(frame, seen, ...arrow, event.shiftKey));
          else take(frame);
        }}
      >
        <canvas ref={canvas} />
        {place && (
          <div
            class="frame"
            style={{
              left: `${place.left}%`,
              top: `${place.top}%`,
              width: `${place.width}%`,
              height: `${place.height}%`,
            }}
          />
        )}
      </div>
      <p class="heard" role="status">
        {place && t.frame(place.left, place.top, place.width, place.height)}
      </p>
    </>
  );
}
