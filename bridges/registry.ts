import type { Bridge } from '../shared/bridge.ts';
import type { Text } from '../shared/text.ts';
import { messages as intune } from './intune/messages.ts';
import { messages as lansweeper } from './lansweeper/messages.ts';
import { messages as sccm } from './sccm/messages.ts';

/** A bridge that is loaded only when it is asked for, so that help answers at once. */
export interface BridgeEntry {
  /** Folder, command-line word and key prefix, for ever. */
  readonly name: string;
  readonly title: Text;
  load(): Promise<Bridge>;
}

/** Every bridge there is; a new one is a folder and a line here. */
export const bridges: readonly BridgeEntry[] = [
  { name: 'sccm', title: sccm.title, load: async () => (await import('./sccm/index.ts')).sccm },
  {
    name: 'lansweeper',
    title: lansweeper.title,
    load: async () => (await import('./lansweeper/index.ts')).lansweeper,
  },
  { name: 'intune', title: intune.title, load: async () => (await import('./intune/index.ts')).intune },
];
