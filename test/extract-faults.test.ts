import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TransientError } from '../shared/errors.ts';
import type { Cell } from '../shared/sql/source.ts';
import { catalogue, columnsOf, run, sourceOf } from './fakes/scripted-fleet.ts';
import { ScriptedSource } from './fakes/scripted-source.ts';

describe('what a site lacks', () => {
  it('leaves a section empty when its view is missing, and says so', async () => {
    const { 'dbo.v_bios': _, ...views } = catalogue;
    const { extracted, records, notices } = await run(sourceOf({ devices: [[1, 'A']] }, views));
    expect(records[0]?.sections.bios).toBeNull();
    expect(extracted.rows).toEqual({ devices: 1, bios: null, disks: 0 });
    expect(notices.map((notice) => notice.code)).toEqual(['view-missing']);
  });

  it('leaves out an optional line when its column is missing, and says so', async () => {
    const views = { ...catalogue, 'dbo.v_disks': ['resourceid'] };
    const { notices } = await run(sourceOf({ devices: [[1, 'A']] }, views));
    expect(notices.map((notice) => notice.code)).toEqual(['column-missing']);
  });

  it('stops on another missing column, naming file, line and near names', async () => {
    const views = { ...catalogue, 'dbo.v_bios': ['resourceid', 'serialnumber0'] };
    await expect(run(sourceOf({ devices: [] }, views))).rejects.toMatchObject({
      exitCode: 2,
      message: 'queries/test/bios.sql, line 2: dbo.v_bios has no column Serial. Perhaps serialnumber0?',
    });
  });

  it('stops on a missing view of the base section', async () => {
    await expect(run(sourceOf({ devices: [] }, {}))).rejects.toMatchObject({ exitCode: 3 });
  });
});

describe('a section that breaks', () => {
  const failing = (times: number) => {
    let left = times;
    return new ScriptedSource(catalogue, ({ origin }) => {
      if (!origin.includes('disks')) return { columns: ['resourceId', 'name'], rows: () => [[1, 'A']] };
      const rows = function* (): Generator<Cell[]> {
        yield [1, 10];
        if (left-- > 0) throw new TransientError({ fr: 'interbloquée', en: 'deadlocked' });
        yield [1, 20];
      };
      return { columns: ['resourceId', 'size'], rows };
    });
  };

  it('is read again from its start, and nothing of the broken reading stays', async () => {
    const { notices, records } = await run(failing(1));
    expect(records[0]?.sections.disks.map((disk) => disk.size)).toEqual([10, 20]);
    expect(notices.map((notice) => notice.code)).toContain('read-again');
  });

  it('stops the run after the third reading', async () => {
    const source = failing(3);
    await expect(run(source)).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('deadlocked'),
    });
    expect(source.reads.filter((origin) => origin.includes('disks'))).toHaveLength(3);
  });

  it('reports devices that came or went meanwhile', async () => {
    let readings = 0;
    const source = new ScriptedSource(catalogue, ({ origin }) => {
      const isBase = origin.includes('devices');
      if (isBase) readings += 1;
      const rows = isBase
        ? readings === 1
          ? [[1, 'A']]
          : [
              [1, 'A'],
              [2, 'B'],
            ]
        : [];
      const section = origin.replace(/.*\/(.*)\.sql/, '$1');
      return { columns: columnsOf[section] ?? [], rows: () => rows };
    });
    const { extracted, notices } = await run(source);
    expect(extracted.baseRowsAtEnd).toBe(2);
    expect(notices.map((notice) => notice.code)).toEqual(['base-moved']);
  });

  it('ends at once when the run is interrupted', async () => {
    const stopping = new AbortController();
    stopping.abort(new Error('stop'));
    await expect(run(sourceOf({ devices: [[1, 'A']] }), stopping.signal)).rejects.toThrow('stop');
  });

  it('writes nothing outside its folder', async () => {
    const { folder } = await run(sourceOf({ devices: [[1, 'A']] }));
    expect(readdirSync(folder).sort()).toEqual(['bios.ndjson', 'devices.ndjson', 'disks.ndjson']);
  });
});
