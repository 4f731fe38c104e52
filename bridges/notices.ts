import type { Notice } from '../shared/text.ts';
import { messages } from './messages.ts';
import type { Terminal } from './terminal.ts';

/** Tells what there is to know of a run, one warning each, on stderr. */
export function tellNotices(notices: readonly Notice[], terminal: Terminal): void {
  for (const { text } of notices)
    terminal.tell({ fr: messages.warning(text.fr).fr, en: messages.warning(text.en).en });
}
