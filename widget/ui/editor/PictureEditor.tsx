import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { drawEdited, openPicture, wholeOf } from './drawing.ts';
import type { Problem } from './editorTexts.ts';
import { editorTexts as t } from './editorTexts.ts';
import type { Edit, Mode } from './edits.ts';
import { visible } from './edits.ts';
import { encode } from './encode.ts';
import { Stage } from './Stage.tsx';

/**
 * Blacks out and crops a picture. It stays in memory here; `onDone` is given the data: address of a new one, of at most 1 MB,
 * in which nothing is left of what was taken away.
 */
export function PictureEditor(props: {
  picture: Blob;
  onDone: (address: string) => Promise<void>;
  onCancel: () => void;
}): VNode {
  const [picture, setPicture] = useState<HTMLCanvasElement | null>(null);
  const [edits, setEdits] = useState<readonly Edit[]>([]);
  const [mode, setMode] = useState<Mode>('black');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    openPicture(props.picture).then(setPicture, () => setProblem('unreadable'));
    first.current?.focus();
  }, [props.picture]);

  async function finish(): Promise<void> {
    if (!picture || busy) return;
    setBusy(true);
    const canvas = document.createElement('canvas');
    drawEdited(canvas, picture, edits);
    const made = await encode(canvas, limits.screenshotBytes).catch((): Problem => 'unreadable');
    if (typeof made === 'string') setProblem(made);
    else await props.onDone(made.address);
    setBusy(false);
  }

  const change = (next: readonly Edit[]) => {
    setProblem(null);
    setEdits(next);
  };
  const { width = 0, height = 0 } = picture ? visible(wholeOf(picture), edits) : {};
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would come with a look of its own
    <div
      class="editor"
      role="group"
      aria-label={t.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        props.onCancel();
      }}
    >
      <h3>{t.title}</h3>
      <p>{t.text}</p>
      <div class="actions">
        {(['black', 'crop'] as const).map((each) => (
          <button
            key={each}
            ref={each === 'black' ? first : null}
            type="button"
            class="chip"
            aria-pressed={mode === each}
            onClick={() => setMode(each)}
          >
            {t.modes[each]}
          </button>
        ))}
        <button
          type="button"
          class="button small end"
          aria-disabled={edits.length === 0}
          onClick={() => change(edits.slice(0, -1))}
        >
          {t.undo}
        </button>
      </div>
      {picture && <Stage picture={picture} edits={edits} onFrame={(box) => change([...edits, { mode, box }])} />}
      <p class="meta" role="status">
        {picture
          ? `${t.state(width, height, edits.filter((edit) => edit.mode === 'black').length)}. ${t.how}`
          : !problem && t.loading}
      </p>
      <p class="error" role="alert">
        {problem && t.problems[problem]}
      </p>
      <div class="actions">
        {picture && (
          <button type="button" class="button main" aria-disabled={busy} onClick={finish}>
            {t.use}
          </button>
        )}
        <button type="button" class="button" onClick={props.onCancel}>
          {t.cancel}
        </button>
      </div>
    </div>
  );
}
