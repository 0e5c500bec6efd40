import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Home } from '../home.ts';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';
import { fileOf } from './pictureFile.ts';

/** The ways to a picture that have a button: of the page in front, or from a file. */
export function TakePicture({ home, onPicture }: { home: Home; onPicture: (picture: Blob) => void }): VNode {
  const t = moreTexts.report;
  const { capture, openInTab } = home;
  const chooser = useRef<HTMLInputElement>(null);
  const [refused, refuse] = useState(false);
  return (
    <fieldset class="field">
      <legend>
        {laterTexts.fields.screenshot} <span class="meta">{t.optional}</span>
      </legend>
      <div class="actions">
        {capture && (
          <button
            type="button"
            class="button small"
            onClick={() =>
              capture().then(
                (address) => onPicture(fileOf(address)),
                () => refuse(true),
              )
            }
          >
            {t.capture}
          </button>
        )}
        {/* A browser's question for a file closes a popup. */}
        <button
          type="button"
          class="button small"
          onClick={() => (openInTab ? openInTab('issue') : chooser.current?.click())}
        >
          {openInTab ? t.chooseInTab : t.choose}
        </button>
        <input
          hidden
          ref={chooser}
          type="file"
          accept="image/*"
          aria-label={t.choose}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onPicture(file);
            // The same file again is a change again.
            currentTarget.value = '';
          }}
        />
      </div>
      <p class="meta">{t.pasteOrDrop}</p>
      <p class="error" role="alert">
        {refused && t.refused}
      </p>
    </fieldset>
  );
}
