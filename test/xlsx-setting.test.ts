import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readZip } from '../output/xlsx/zip-reader.ts';
import { runBridge } from './fakes/command.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Publishes the sample under a configuration that holds this block. */
async function publish(block: string) {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-setting-'));
  folders.push(folder);
  writeFileSync(join(folder, 'bridge.yaml'), block);
  const out = join(folder, 'assets.xlsx');
  const args = ['sccm', '--sample', '--config', join(folder, 'bridge.yaml'), '--out', out];
  const ended = await runBridge([...args, '--state', join(folder, 'state')]);
  return { ...ended, out };
}

async function typesOfCells(path: string): Promise<Set<string>> {
  let sheet = '';
  for await (const piece of (await readZip(path)).text('xl/worksheets/sheet1.xml')) sheet += piece;
  return new Set([...sheet.matchAll(/<c [^>]* t="(\w+)"/g)].map((found) => String(found[1])));
}

describe('xlsx.strings in bridge.yaml', () => {
  it.concurrent.each([
    ['xlsx: { strings: shared }', 's'],
    ['xlsx: { strings: inline }', 'inlineStr'],
  ])('%s writes cells of type %s', async (block, type) => {
    const { code, out } = await publish(block);
    expect(code).toBe(0);
    expect(await typesOfCells(out)).toEqual(new Set([type]));
  });

  it.concurrent('names what is allowed when it is something else', async () => {
    const { code, stderr } = await publish('xlsx: { strings: both }');
    expect(code).toBe(2);
    expect(stderr).toMatch(/1:\d+ xlsx\.strings: .*auto, shared, inline/);
  });
});
