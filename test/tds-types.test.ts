import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from './fakes/tds/cell.ts';
import type { Encryption } from './fakes/tds/prelogin.ts';
import type { TdsServer } from './fakes/tds/server.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';
import { connect, serve } from './tds-client.ts';

/** A value as the server is given it, and as the driver reads it. */
interface Cell {
  readonly sent: Value;
  readonly read: unknown;
}
type Cells = fc.Arbitrary<Cell>;

const same = (values: fc.Arbitrary<Value>): Cells => values.map((value) => ({ sent: value, read: value }));
const bigints = (bits: number) => fc.bigInt({ min: -(2n ** BigInt(bits)), max: 2n ** BigInt(bits) - 1n });
const bytes = (constraints: { minLength?: number; maxLength: number }): Cells =>
  fc.uint8Array(constraints).map((sent) => ({ sent, read: Buffer.from(sent).toString('hex') }));
const latin = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...'éÈçôïàüÿ€œŒ’«»–ž',
];
const codePageText = (maxLength: number) =>
  fc.array(fc.constantFrom(...latin), { maxLength }).map((characters) => characters.join(''));
const unicodeText = (maxLength: number) => fc.string({ unit: 'binary', maxLength });

/** Whole numbers of a smallest unit, as decimal text; the driver reads a number. */
function decimals(digits: number, scale: number): Cells {
  const most = 10n ** BigInt(digits) - 1n;
  return fc.bigInt({ min: -most, max: most }).map((units) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
    const point = digits.length - scale;
    const sent = `${units < 0n ? '-' : ''}${digits.slice(0, point)}${scale ? `.${digits.slice(point)}` : ''}`;
    return { sent, read: Number(sent) };
  });
}

/** Times in steps, sent as a `Date` or as ISO text. */
function moments(first: string, last: string, stepMilliseconds: number): Cells {
  const [min, max] = [Date.parse(first), Date.parse(last)];
  const step = fc.integer({ min: 0, max: Math.floor((max - min) / stepMilliseconds) });
  return fc.tuple(step, fc.boolean()).map(([steps, asText]) => {
    const date = new Date(Math.round(min + steps * stepMilliseconds));
    return { sent: asText ? date.toISOString().slice(0, -1) : date, read: date.toISOString() };
  });
}

const types: Readonly<Record<string, Cells>> = {
  tinyint: same(fc.integer({ min: 0, max: 255 })),
  smallint: same(fc.integer({ min: -32768, max: 32767 })),
  int: same(fc.integer()),
  bigint: bigints(63).map((sent) => ({ sent, read: String(sent) })),
  bit: fc.boolean().chain((read) => fc.constantFrom(read, read ? 1 : 0).map((sent) => ({ sent, read }))),
  real: same(fc.float({ noNaN: true, noDefaultInfinity: true })),
  float: same(fc.double({ noNaN: true, noDefaultInfinity: true })),
  'decimal(10,2)': decimals(10, 2),
  'decimal(5,5)': decimals(5, 5),
  'numeric(18)': decimals(15, 0),
  'decimal(38,4)': decimals(15, 4),
  money: decimals(15, 4),
  smallmoney: decimals(9, 4),
  'char(8)': codePageText(8).map((sent) => ({ sent, read: sent.padEnd(8) })),
  'varchar(40)': same(codePageText(40)),
  'varchar(max)': same(codePageText(300)),
  'nchar(8)': unicodeText(4).map((sent) => ({ sent, read: sent.padEnd(8) })),
  'nvarchar(40)': same(unicodeText(20)),
  'nvarchar(max)': same(fc.oneof(unicodeText(100), fc.constant('é😀'.repeat(7000)))),
  sysname: same(unicodeText(20)),
  datetime: moments('1753-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 10),
  smalldatetime: moments('1900-01-01T00:00:00Z', '2079-06-06T23:59:00Z', 60_000),
  date: moments('0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z', 86_400_000),
  datetime2: moments('0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 1),
  'datetime2(3)': moments('0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 1),
  'datetime2(0)': moments('0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 1000),
  uniqueidentifier: fc.uuid().map((sent) => ({ sent, read: sent.toUpperCase() })),
  'binary(6)': fc
    .uint8Array({ maxLength: 6 })
    .map((sent) => ({ sent, read: Buffer.from(sent).toString('hex').padEnd(12, '0') })),
  rowversion: bytes({ minLength: 8, maxLength: 8 }),
  'varbinary(16)': bytes({ maxLength: 16 }),
  'varbinary(max)': bytes({ maxLength: 300 }).map(({ read }) => ({ sent: `0x${read}`, read })),
  text: same(codePageText(100)),
  ntext: same(unicodeText(100)),
  image: bytes({ maxLength: 100 }),
};

const columns = Object.keys(types).map((type) => ({ name: type, type }));
const nothing: Cell = { sent: null, read: null };
const row = fc.tuple(...Object.values(types).map((cells) => fc.option(cells, { nil: nothing, freq: 3 })));
const rowOf = (cells: readonly Cell[]) => cells.map(({ sent }) => sent);

/** What the driver read, as values that compare. */
const comparable = (value: unknown) =>
  value instanceof Date ? value.toISOString() : Buffer.isBuffer(value) ? value.toString('hex') : value;

describe('every type', () => {
  it.each([
    ['NBCROW', true],
    ['ROW', false],
  ])('arrives over %s as it was sent, nulls too', async (_token, nullBitmap) => {
    let rows: Value[][] = [];
    const server = await serve({ nullBitmap, answer: () => ({ sets: [{ columns, rows }] }) });
    const pool = await connect(server, { validateConnection: false, arrayRowMode: true });
    const blank = columns.map(() => nothing);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (sent) => {
        rows = [blank, ...sent].map(rowOf);
        const { recordset } = await pool.request().query<unknown[][]>('SELECT x');
        const read = recordset.map((cells) => cells.map(comparable));
        expect(read).toEqual([blank, ...sent].map((cells) => cells.map(({ read }) => read)));
      }),
      { numRuns: 60 },
    );
    expect(server.records.failures).toEqual([]);
  });

  it.each([
    ['nvarchar(3)', 'long'],
    ['tinyint', 256],
    ['int', 1.5],
    ['bit', 2],
    ['decimal(4,2)', '100.00'],
    ['datetime', '1752-12-31'],
    ['date', '20 November 2026'],
    ['uniqueidentifier', 'none'],
    ['varbinary(4)', 'xyz'],
    ['nonsense', 'x'],
  ])('%s refuses %s, and the client is told', async (type, value) => {
    const server = await serve({
      answer: () => ({ sets: [{ columns: [{ name: 'c', type }], rows: [[value]] }] }),
    });
    const pool = await connect(server, { validateConnection: false });
    await expect(pool.request().query('SELECT x')).rejects.toMatchObject({ number: 50000 });
    expect(server.records.failures).toHaveLength(1);
  });
});

const authority = fileURLToPath(new URL('fakes/tds/certificates/authority.pem', import.meta.url));
const hasTsql = spawnSync('tsql', ['-C']).status === 0;

/** What FreeTDS prints for a query. */
async function tsql(server: TdsServer, encryption: string, query: string): Promise<string> {
  const folder = temporaryFolder();
  const configuration = join(folder, 'freetds.conf');
  const lines = [
    `tds version = 7.4`,
    `encryption = ${encryption}`,
    'client charset = UTF-8',
    `host = ${server.host}`,
    `port = ${server.port}`,
    `ca file = ${authority}`,
  ];
  writeFileSync(configuration, `[test]\n${lines.join('\n')}\n`);
  const environment = { ...process.env, FREETDSCONF: configuration, LC_ALL: 'C.UTF-8' };
  const client = spawn('tsql', ['-S', 'test', '-U', 'svc', '-P', 'p;ü', '-o', 'fhq', '-t', '|'], {
    env: environment,
  });
  let printed = '';
  client.stdout.on('data', (text) => {
    printed += text;
  });
  client.stdin.end(`${query}\ngo\nexit\n`);
  await once(client, 'close');
  return printed;
}

/** One value of each type with what FreeTDS prints for it. */
const printed: readonly (readonly [string, Value, string])[] = [
  ['tinyint', 255, '255'],
  ['smallint', -32768, '-32768'],
  ['int', -2147483648, '-2147483648'],
  ['bigint', 9223372036854775807n, '9223372036854775807'],
  ['bit', true, '1'],
  ['real', 1.5, '1.5'],
  ['float', -2.25, '-2.25'],
  ['decimal(38,10)', '-1234567890123456789012345678.0123456789', '-1234567890123456789012345678.0123456789'],
  ['numeric(18)', 123456789012345678n, '123456789012345678'],
  ['money', '922337203685477.5807', '922337203685477.5807'],
  ['smallmoney', '-214748.3648', '-214748.3648'],
  ['char(5)', 'ab', 'ab   '],
  ['varchar(20)', 'œuvre €', 'œuvre €'],
  ['nvarchar(20)', '日本 é😀', '日本 é😀'],
  ['nvarchar(max)', 'é'.repeat(9000), 'é'.repeat(9000)],
  ['varchar(max)', 'y’z', 'y’z'],
  ['datetime', '2026-11-20T03:14:00.123', 'Nov 20 2026 03:14AM'],
  ['smalldatetime', '2026-11-20T15:14:00', 'Nov 20 2026 03:14PM'],
  ['date', '2026-11-20', 'Nov 20 2026 12:00AM'],
  ['datetime2(7)', '2026-11-20T03:14:00.1234567', 'Nov 20 2026 03:14AM'],
  ['uniqueidentifier', '6f9619ff-8b86-d011-b42d-00c04fc964ff', '6F9619FF-8B86-D011-B42D-00C04FC964FF'],
  ['varbinary(16)', '0102ff', '0102ff'],
  ['varbinary(max)', '00ff', '00ff'],
  ['binary(4)', new Uint8Array([1, 2]), '01020000'],
  ['text', 'long œ', 'long œ'],
  ['ntext', 'long 日', 'long 日'],
  ['image', 'deadbeef', 'deadbeef'],
];

describe('an independent client', () => {
  const ways: readonly (readonly [Encryption, string, boolean, boolean])[] = [
    ['not-supported', 'off', false, true],
    ['off', 'request', true, false],
    ['off', 'require', true, true],
    ['required', 'require', true, false],
  ];
  const reason = hasTsql ? '' : ' (left out: tsql of FreeTDS is not installed here)';
  it.skipIf(!hasTsql).each(ways)(
    `agrees, server %s, client %s, login encrypted %s, NBCROW %s${reason}`,
    async (encryption, asked, encrypted, nullBitmap) => {
      const names = printed.map(([type]) => ({ name: type, type }));
      const rows = [printed.map(([, value]) => value), printed.map(() => null)];
      const server = await serve({
        encryption,
        nullBitmap,
        answer: () => ({ sets: [{ columns: names, rows }] }),
      });
      const lines = (await tsql(server, asked, 'SELECT x')).trimEnd().split('\n');
      expect(lines).toEqual([
        printed.map(([, , text]) => text).join('|'),
        printed.map(() => 'NULL').join('|'),
      ]);
      expect(server.records.logins).toMatchObject([{ user: 'svc', password: 'p;ü', encrypted }]);
      expect(server.records.failures).toEqual([]);
    },
  );
});
