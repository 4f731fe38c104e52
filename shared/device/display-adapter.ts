import { known } from './choice.ts';
import { sorted } from './order.ts';
import { ofFewTexts } from './remembered.ts';

/** Graphics drivers of remote control and remote sessions: no hardware behind them. */
const mirrorDriver =
  /mirror|mirage|remote (?:control|display)|\brdp|reflector|vnc|dameware|logmein|radmin|teamviewer|citrix/iu;

const isHardware = ofFewTexts((name): boolean => !mirrorDriver.test(name));

/** The graphics adapters that are hardware, each once, in alphabetical order. */
export const displayAdapters = (names: readonly (string | null)[]): string[] =>
  sorted([...new Set(known(names))]).filter(isHardware);
