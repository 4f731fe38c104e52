import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../shared/errors.ts';
import { readPage } from '../shared/graph/collection.ts';
import { readGraphError } from '../shared/graph/graph-error.ts';
import { leastPermission, permissionsIn } from '../shared/graph/permissions.ts';
import { reportHeaders } from '../shared/graph/report-columns.ts';
import { placesOf } from '../shared/graph/report-header.ts';
import { readRetryAfter } from '../shared/graph/retry-after.ts';
import { rolesOf } from '../shared/graph/tokens.ts';

const now = Date.parse('2026-11-22T03:00:00Z');

describe('Retry-After', () => {
  it('of seconds is those seconds', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seconds) => {
        expect(readRetryAfter(` ${seconds} `, now)).toBe(seconds * 1_000);
      }),
    );
  });

  it('of an HTTP date is the time until then, never less than none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (seconds) => {
        const date = new Date(now + seconds * 1_000).toUTCString();
        expect(readRetryAfter(date, now)).toBe(Math.max(0, seconds * 1_000));
      }),
    );
  });

  it('of anything else is none, and no other text is ever taken for a time', () => {
    for (const text of [
      '',
      '-1',
      '1e9',
      'Infinity',
      'NaN',
      '2026-11-22',
      'Sun, 99 Nov 2026 03:00:00 GMT',
      'soon',
    ])
      expect(readRetryAfter(text, now), text).toBeNull();
    expect(readRetryAfter(undefined, now)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const wait = readRetryAfter(text, now);
        expect(wait === null || (Number.isFinite(wait) && wait >= 0)).toBe(true);
      }),
    );
  });
});

describe('the header of a report', () => {
  const names = Object.keys(reportHeaders.DevicesWithInventory ?? {}).filter(
    (name) => !['ComplianceState', 'DeviceType'].includes(name), // aliases of others
  );
  const spelling = (name: string, how: number): string => {
    const label = reportHeaders.DevicesWithInventory?.[name] ?? name;
    const text = how % 2 === 0 ? label : name;
    return how % 3 === 0 ? text.toUpperCase() : how % 3 === 1 ? ` ${text} ` : text.replaceAll('-', ' ');
  };

  it('is matched whatever its order, capitals and spelling, with strangers among it', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: 1 }),
        fc.nat(5),
        fc.boolean(),
        (select, how, isReversed) => {
          const header = ['Stranger', ...select.map((name) => spelling(name, how))];
          if (isReversed) header.reverse();
          const places = placesOf({ name: 'DevicesWithInventory', select }, header);
          expect(places.map((place) => header[place])).toEqual(select.map((name) => spelling(name, how)));
        },
      ),
    );
  });

  it('that lacks one is an error that names it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 2 }), (select) => {
        const [lost = '', ...rest] = select;
        expect(() => placesOf({ name: 'DevicesWithInventory', select }, rest)).toThrow(lost);
      }),
    );
  });
});

describe('a link to the next page', () => {
  const line = { root: 'https://graph.example.org:8443' };
  const path = '/v1.0/deviceManagement/managedDevices';
  const page = (link: unknown) => readPage({ value: [], '@odata.nextLink': link }, path, line, new Set());

  it('is followed as it is, whatever is in its query', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const link = `${line.root}${path}?$skiptoken=${query}`;
        expect(page(link).next).toBe(link);
      }),
    );
  });

  it('never leads to another origin', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https', 'ftp'] }), (link) => {
        expect(() => page(link)).toThrow(SourceError);
      }),
    );
    for (const link of [
      'http://graph.example.org:8443/v1.0/x',
      'https://graph.example.org/v1.0/x',
      'https://graph.example.org:8443@evil.example/v1.0/x',
      '//evil.example/v1.0/x',
      '/v1.0/x',
      'file:///etc/passwd',
      '',
      7,
    ])
      expect(() => page(link), String(link)).toThrow(SourceError);
  });

  it('is none when there is none', () => {
    expect(page(undefined).next).toBeNull();
    expect(page(null).next).toBeNull();
  });
});

describe('what Graph says', () => {
  it('is found in every form of it, and nothing else is taken for it', () => {
    const ids = { 'request-id': 'r-1', date: '2026-11-22T03:10:44' };
    const told = { message: 'Too many requests.', requestId: 'r-1' };
    const plain = { code: 'TooManyRequests', message: 'Too many requests.' };
    expect(readGraphError(JSON.stringify({ error: { ...plain, innerError: ids } }), {})).toMatchObject(told);
    expect(readGraphError(JSON.stringify({ error: { ...plain, innererror: ids } }), {})).toMatchObject(told);
    const nested = { ...plain, message: '{"_version":3,"Message":"Too many  requests.","RetryAfter":null}' };
    expect(readGraphError(JSON.stringify({ error: nested }), { 'request-id': 'r-1' })).toMatchObject(told);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => readGraphError(text, {})).not.toThrow();
      }),
    );
    expect(readGraphError('<html></html>', {})).toBeNull();
  });

  it('names the permissions to read, each once', () => {
    const message =
      'one of: DeviceManagementApps.Read.All, DeviceManagementApps.ReadWrite.All, User.ReadBasic.All, DeviceManagementApps.Read.All - Url: https://fef.manage.example/Read.All';
    expect(permissionsIn(message)).toEqual(['DeviceManagementApps.Read.All', 'User.ReadBasic.All']);
  });

  it('needs a permission by the path', () => {
    expect(leastPermission('/beta/deviceManagement/managedDevices/x')).toBe(
      'DeviceManagementManagedDevices.Read.All',
    );
    expect(leastPermission('/v1.0/organization')).toBe('Organization.Read.All');
    expect(leastPermission('/v1.0/me')).toBeNull();
  });
});

describe('the roles of a token', () => {
  const token = (claims: unknown) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;

  it('are read and sorted, and nothing of any text throws', () => {
    expect(rolesOf(token({ roles: ['B.Read.All', 'A.Read.All', 3] }))).toEqual(['A.Read.All', 'B.Read.All']);
    for (const text of ['', 'opaque', 'a.b.c', token(null), token({ roles: 'x' }), token([])])
      expect(rolesOf(text)).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(rolesOf(text)).toEqual([]);
      }),
    );
  });
});
