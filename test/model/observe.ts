import type { Output } from '../../widget/contract/calls.ts';
import { createService } from '../../widget/service/createService.ts';
import type { Database } from '../../widget/service/storage/database.ts';
import { crm, readerOf, TestClock, testHome, valueIn } from '../unit/service/home.ts';
import type { Stage } from './stage.ts';

/** What the writer is shown at this moment: the outbox, and the text in the stored draft. Nothing changes by looking. */
export async function observe({ disk, world }: Stage): Promise<{ outbox: Output<'outbox'>; draft: string }> {
  const clock = new TestClock();
  clock.time = world.now();
  const read: Database['read'] = (work) => disk.transact('read', work);
  const database: Database = { read, write: read, writeDurably: read };
  const service = createService(
    testHome({ clock, database }),
    readerOf(async () => crm),
  );
  const outbox = valueIn(await service.outbox({}));
  const { typed } = valueIn(await service.draft({ feature: 'feedback' }));
  return { outbox, draft: typed.text ?? '' };
}
