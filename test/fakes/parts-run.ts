import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartRead } from '../../bridges/parts/part-thread.ts';
import { readParts } from '../../bridges/parts/read-parts.ts';
import { loadProfile } from '../../output/profile/profile.ts';
import { BridgeError } from '../../shared/errors.ts';
import { FindingCounts } from '../../shared/findings.ts';
import { preparedBridge } from '../bench/generated-bridge.ts';
import { wholePopulation } from './plain-rules.ts';

/**
 * Reads a generated fleet of SCCM by threads and, for comparison, without any, in a process of its own: `parts-run.js
 * DEVICES [HARM]`. `twice` lists the last device
 * twice in place of the one before, `short` cuts a spool, `stop` interrupts after the first
 * part. Prints a digest of what was read by each way, and what was thrown, as one JSON object.
 */
const [devices = '', harm = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'bridge-parts-'));
const stop = new AbortController();
const run = { folder, stateFolder: folder, progress: () => {}, signal: stop.signal };
const extraction = await preparedBridge('sccm', Number(devices), '').extract(run);
const base = join(folder, 'system.ndjson');
if (harm === 'twice') writeFileSync(base, lastTwice(readFileSync(base, 'utf8')));
if (harm === 'short') truncateSync(join(folder, 'bios.ndjson'), readFileSync(base).indexOf('\n') + 1);

const { signal } = stop;
const request = { source: 'sccm', population: wholePopulation, profile: loadProfile('octopus-fr') };
const counts = new FindingCounts();
const threaded = createHash('sha256');
const here = createHash('sha256');
let failure: unknown = null;
let read = 0;
try {
  for await (const part of readParts({ ...request, extraction, signal }, 1)) {
    add(threaded, part);
    counts.addAll(part.findings);
    read += part.blocks.reduce((sum, block) => sum + block.devices.length, 0);
    if (harm === 'stop') stop.abort(new Error('stopped'));
  }
  extraction.notices(counts.findings());
  for await (const part of readParts({ ...request, extraction, signal }, Number.POSITIVE_INFINITY))
    add(here, part);
} catch (error) {
  failure = error;
}
rmSync(folder, { recursive: true });
const told = failure instanceof BridgeError ? failure.text.en : (failure && String(failure)) || null;
const digests = { threaded: threaded.digest('hex'), here: here.digest('hex') };
process.stdout.write(JSON.stringify({ parts: extraction.parts.length, read, ...digests, told }));

function add(hash: ReturnType<typeof createHash>, { blocks, ...met }: PartRead): void {
  hash.update(JSON.stringify(met));
  for (const { devices, documents, explained } of blocks)
    hash.update(JSON.stringify(devices)).update(documents).update(explained);
}

/** A spool whose last row but one has given way to the last one. */
function lastTwice(text: string): string {
  const lines = text.trimEnd().split('\n');
  const rows: unknown[] = JSON.parse(lines.at(-1) ?? '');
  rows.splice(-2, 1, rows.at(-1));
  return `${[...lines.slice(0, -1), JSON.stringify(rows)].join('\n')}\n`;
}
