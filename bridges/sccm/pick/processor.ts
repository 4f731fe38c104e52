import type { Choice } from '../../../shared/asset.ts';
import { positive, total } from '../../../shared/device/bytes.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { ascending, sorted } from '../../../shared/device/order.ts';
import { remembered } from '../../../shared/device/remembered.ts';
import type { Sections } from '../record.ts';

type Processor = Sections['processors'][number];

/** The processor of the first socket. */
export const pickProcessor = remembered((sections: Sections): Processor | null => {
  const ordered = sorted(
    sections.processors,
    ascending((row) => socketNumber(row.deviceId)),
    ascending((row) => row.deviceId),
  );
  return ordered[0] ?? null;
});

/** The number of sockets. */
export function pickSockets(sections: Sections): Choice<number | null> {
  return firstKnown({
    computerSystem: positive(sections.computerSystem?.sockets),
    processors: positive(sections.processors.length),
  });
}

/** Nominal speed of the first socket, MHz. */
export function pickSpeed(sections: Sections): Choice<number | null> {
  const processor = pickProcessor(sections);
  return firstKnown({ maximum: positive(processor?.maxMhz), nominal: positive(processor?.normMhz) });
}

/** Cores or threads of all sockets, known only when every socket tells. */
export const sumOverSockets = (sections: Sections, count: 'cores' | 'threads'): number | null =>
  total(sections.processors.map((row) => positive(row[count])));

function socketNumber(deviceId: string | null): number | null {
  const found = /\d+$/u.exec(deviceId ?? '');
  return found ? Number(found[0]) : null;
}
