import type { Value } from '../fakes/tds/cell.ts';
import type { Column } from '../fakes/tds/reply.ts';
import { startTdsServer } from '../fakes/tds/server.ts';

/** Column types of a row like those of v_R_System: numbers, names, marks, times, and some nulls. */
const types = [
  ...['int', 'nvarchar(256)', 'nvarchar(256)', 'int', 'int', 'int', 'nvarchar(255)', 'nvarchar(255)'],
  ...['uniqueidentifier', 'nvarchar(255)', 'nvarchar(512)', 'nvarchar(64)', 'nvarchar(255)', 'nvarchar(255)'],
  ...[
    'datetime',
    'datetime',
    'bit',
    'bit',
    'bigint',
    'int',
    'nvarchar(255)',
    'nvarchar(255)',
    'nvarchar(255)',
  ],
  ...['decimal(10,2)', 'datetime'],
];
const columns: readonly Column[] = types.map((type, at) => ({
  name: at === 0 ? 'resourceId' : `column${at}`,
  type,
}));

function sampleValue(type: string, at: number): Value {
  if (type === 'uniqueidentifier') return '6F9619FF-8B86-D011-B42D-00C04FC964FF';
  if (type === 'datetime') return '2026-11-20T03:14:00';
  if (type === 'bit') return at % 2 === 0;
  if (type === 'bigint') return 17_179_869_184n;
  if (type.startsWith('decimal')) return '12.50';
  if (type === 'int') return at * 1000;
  return at % 5 === 0 ? null : `Poste de travail n° ${at}`;
}

/** Rows in key order, made from one another so that making them costs next to nothing. */
function* rows(count: number): Generator<readonly Value[]> {
  const row = types.map(sampleValue);
  for (let id = 1; id <= count; id += 1) {
    row[0] = id;
    yield row;
  }
}

/** Answers any query with as many rows as its text asks for by `n = …`; tells its port to the parent process. */
const server = await startTdsServer({
  answer: ({ sql }) => ({ sets: [{ columns, rows: rows(Number(/\bn = (\d+)/.exec(sql)?.[1] ?? 1)) }] }),
});
process.send?.(server.port);
process.once('disconnect', () => process.exit());
