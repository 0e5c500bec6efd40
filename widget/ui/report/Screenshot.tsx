import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { pictureSize } from '../../contract/picture.ts';
import type { Form } from '../forms/form.ts';
import type { Home } from '../home.ts';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';
import { afterDrawing } from '../shared/focus.ts';
import { fileSize } from '../shared/format.ts';
import { texts } from '../texts.ts';
import { useLater } from '../useLater.ts';
import { fileOf, pictureIn } from './pictureFile.ts';
import { TakePicture } from './TakePicture.tsx';
import { Thumbnail } from './Thumbnail.tsx';

/**
 * A picture for the report: taken of the page, chosen, pasted or dropped. Every picture passes the editor, and nothing of it is
 * stored before the person is done there: what they black out was never anywhere else.
 */
export function Screenshot({ home, form }: { home: Home; form: Form }): VNode {
  const t = moreTexts.report;
  const { picture, attach } = form;
  const [editing, edit] = useState<Blob | null>(null);
  const { part: editor, failed, retry } = useLater(home.editor, editing !== null);
  const element = useRef<HTMLDivElement>(null);
  const focusFirst = () => afterDrawing(() => element.current?.querySelector('button')?.focus());
  const leave = () => {
    edit(null);
    focusFirst();
  };

  useEffect(() => {
    const form = element.current?.closest('form');
    const take = (event: Event, data: DataTransfer | null) => {
      const file = pictureIn(data);
      if (!file) return;
      event.preventDefault();
      edit(file);
    };
    // A spreadsheet gives its cells as a picture too: then the words are meant.
    const onPaste = (event: ClipboardEvent) => {
      if (!event.clipboardData?.types.includes('text/plain')) take(event, event.clipboardData);
    };
    const onDrop = (event: DragEvent) => take(event, event.dataTransfer);
    // Who does not say so before gets no drop.
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    form?.addEventListener('paste', onPaste);
    form?.addEventListener('drop', onDrop);
    form?.addEventListener('dragover', onDragOver);
    return () => {
      form?.removeEventListener('paste', onPaste);
      form?.removeEventListener('drop', onDrop);
      form?.removeEventListener('dragover', onDragOver);
    };
  }, []);

  if (editing)
    return (
      <div class="editing" ref={element}>
        {editor ? (
          <editor.PictureEditor
            // The steps of one picture mean nothing on another.
            key={editing}
            picture={editing}
            onDone={async (address) => {
              if (!(await attach(address))) return;
              // Another may have come meanwhile.
              edit((now) => (now === editing ? null : now));
              focusFirst();
            }}
            onCancel={leave}
          />
        ) : (
          <div class="actions">
            <p class="grow" role="status">
              {failed ? texts.frame.notLoaded : laterTexts.loading}
            </p>
            {failed && (
              <button type="button" class="button small" onClick={retry}>
                {texts.tryAgain}
              </button>
            )}
            <button type="button" class="button small" onClick={leave}>
              {t.cancel}
            </button>
          </div>
        )}
      </div>
    );
  return (
    <div ref={element}>
      {picture ? (
        <Thumbnail picture={picture}>
          {(measures) => (
            <div class="field">
              <p>
                <b>{laterTexts.fields.screenshot}</b> <span class="meta">{fileSize(pictureSize(picture))}</span>
              </p>
              <p class="meta">{measures}</p>
              <div class="actions">
                <button type="button" class="button small" onClick={() => edit(fileOf(picture))}>
                  {t.edit}
                </button>
                <button
                  type="button"
                  class="button small"
                  onClick={async () => {
                    await attach(undefined);
                    leave();
                  }}
                >
                  {t.remove}
                </button>
              </div>
            </div>
          )}
        </Thumbnail>
      ) : (
        <TakePicture home={home} onPicture={edit} />
      )}
    </div>
  );
}
