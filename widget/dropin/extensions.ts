import type { Page } from '../contract/page.ts';
import { fetchExtensions } from '../crm/moduleManager/fetchExtensions.ts';
import { handOver } from '../ui/loadScript.ts';
import type { ListExtensions } from './chunk.ts';

const listExtensions: ListExtensions = async (page) => {
  const name = nameFor(page);
  const kept = name && recall(name);
  if (kept) return JSON.parse(kept);
  const answer = await fetchExtensions(page.baseUrl, page);
  if (name && answer.ok) remember(name, JSON.stringify(answer));
  return answer;
};

/** Under what a list is kept, for as long as the tab is open; null where the page does not say whose it is. */
function nameFor({ baseUrl, userId }: Page): string | null {
  return userId ? `noticeboard.extensions ${baseUrl} ${userId.value}` : null;
}

function recall(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(name: string, text: string): void {
  try {
    sessionStorage.setItem(name, text);
  } catch {
    // Then it is asked again.
  }
}

handOver(listExtensions);
