import type { Bridge } from '../shared/bridge.ts';
import { sccm } from './sccm/index.ts';

/** Every bridge there is; a new one is a folder and a line here. */
export const bridges: readonly Bridge[] = [sccm];
