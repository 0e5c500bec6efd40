import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { moreTexts } from '../moreTexts.ts';
import { fileOf } from './pictureFile.ts';

/** Pixels on its longer side. */
const SIZE = 224;

/** A picture in small, with its measures. It is drawn, because a page's policy may forbid an image. */
export function Thumbnail({ picture, children }: { picture: string; children: (measures: string) => VNode }): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [measures, setMeasures] = useState('');
  useEffect(() => {
    let current = true;
    const draw = async () => {
      const bitmap = await createImageBitmap(fileOf(picture));
      if (!current || !canvas.current) return;
      const { width, height } = bitmap;
      const scale = Math.min(1, SIZE / Math.max(width, height));
      canvas.current.width = Math.max(1, width * scale);
      canvas.current.height = Math.max(1, height * scale);
      const { width: across, height: down } = canvas.current;
      canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0, across, down);
      // Isolated, so that width comes first from the right, too.
      setMeasures(`\u2066${width} × ${height}\u2069`);
    };
    draw().catch(() => setMeasures(''));
    return () => {
      current = false;
    };
  }, [picture]);
  return (
    <div class="screenshot">
      <canvas ref={canvas} role="img" aria-label={moreTexts.report.preview} />
      {children(measures)}
    </div>
  );
}
