import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instancePort } from '../shared/sql/check/instance-port.ts';
import { type CheckedSite, startCheckSite } from './fakes/check-site.ts';
import { sqlErrors } from './fakes/tds/sql-messages.ts';

const { loginFailed, databaseRefused } = sqlErrors;
const faults = (fault: NonNullable<NonNullable<CheckedSite['server']>['faults']>[number]) => ({
  server: { faults: [fault] },
});

describe('a check that cannot reach its server', () => {
  const cases: readonly (readonly [string, CheckedSite, string, RegExp])[] = [
    ['a wrong host name', { settings: { server: 'nowhere.invalid' } }, 'name-unknown', /DNS/],
    ['a closed port', { settings: { port: 1 } }, 'port-closed', /TCP\/IP is enabled/],
    [
      'a server that hangs at prelogin',
      { settings: { idleSeconds: 1 }, ...faults({ kind: 'hang', at: 'prelogin' }) },
      'server-silent',
      /overloaded/,
    ],
    [
      'a server that does not encrypt',
      { server: { encryption: 'not-supported' } },
      'encryption-refused',
      /certificate/,
    ],
    [
      'a server that takes back its encryption',
      { server: { encryption: 'on', faults: [{ kind: 'refuse-encryption' }] } },
      'encryption-refused',
      /certificate/,
    ],
    [
      'an unknown authority',
      { server: { certificate: 'unknown' } },
      'certificate-untrusted',
      /Unknown authority.*PEM/,
    ],
    ['an expired certificate', { server: { certificate: 'expired' } }, 'certificate-expired', /renewed/],
    [
      'a certificate of another name',
      { settings: { certificateName: 'sql99.example.org' } },
      'certificate-wrong-name',
      /certificateName/,
    ],
    [
      'an unknown authority before TDS 8.0, which trusts nothing blindly',
      {
        server: { certificate: 'unknown', encryption: 'strict' },
        settings: { encryption: 'strict', trustServerCertificate: true },
      },
      'certificate-untrusted',
      /PEM/,
    ],
  ];

  it.each(cases)(
    'for %s ends with 4, says what to do, and never sends the password',
    async (_, site, code, hint) => {
      const { server, report } = await startCheckSite(site);
      const found = await report();
      expect(found).toMatchObject({ code: 4, ok: false, faults: [code] });
      expect(found.findings.at(-1)?.hint?.en).toMatch(hint);
      expect(server.records.logins).toEqual([]);
      expect(server.records.calls).toEqual([]);
    },
  );

  it('names the names that a certificate does have', async () => {
    const { report } = await startCheckSite({ settings: { certificateName: 'sql99.example.org' } });
    const { findings } = await report();
    expect(findings.at(-1)?.text.en).toMatch(/Not for sql99\.example\.org, but for localhost, sccm\.test/);
  });

  it('for a server that hangs at the login ends with 4', async () => {
    const { report } = await startCheckSite({
      settings: { idleSeconds: 1 },
      ...faults({ kind: 'hang', at: 'login' }),
    });
    expect(await report()).toMatchObject({ code: 4, faults: ['connection-failed'] });
  });

  it('for a server that insists on TDS 8.0 ends with 4 and names the setting', async () => {
    const { report } = await startCheckSite({ server: { encryption: 'strict' } });
    const { code, faults, findings } = await report();
    expect({ code, faults }).toEqual({ code: 4, faults: ['certificate-unread', 'connection-failed'] });
    expect(findings.find((finding) => finding.code === 'certificate-unread')?.hint?.en).toContain(
      'encryption: strict',
    );
  });

  it.each([
    ['speaks another language', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['answers a packet without length', Buffer.from([4, 1, 0, 0, 0, 0, 1, 0])],
    ['answers an empty PRELOGIN', Buffer.from([4, 1, 0, 8, 0, 0, 1, 0])],
    ['closes at once', null],
  ])('for a program that %s ends with 4', async (_, bytes) => {
    const other = createServer((socket: Socket) => {
      socket.on('error', () => {});
      if (bytes === null) socket.end();
      else socket.once('data', () => socket.end(bytes));
    });
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { report } = await startCheckSite({ settings: { port, idleSeconds: 2 } });
    const { code, ok, faults } = await report();
    expect({ code, ok }).toEqual({ code: 4, ok: false });
    expect(faults.at(-1)).toMatch(/^(connection-failed|encryption-refused|server-silent)$/);
  });
});

describe('a check that reaches its server', () => {
  it.each([
    [
      'the login refused',
      faults({ kind: 'login-error', error: loginFailed('svc_bridge') }),
      ['login-refused'],
      false,
    ],
    [
      'the database refused',
      faults({ kind: 'login-error', error: databaseRefused('CM_GH1') }),
      ['database-refused'],
      true,
    ],
  ] as const)('ends with 3 when it finds %s', async (_, site, codes, loggedIn) => {
    const { server, report } = await startCheckSite(site);
    const { code, faults, findings } = await report();
    expect({ code, faults }).toEqual({ code: 3, faults: codes });
    expect(findings.some((finding) => finding.code === 'login')).toBe(loggedIn);
    expect(server.records.logins).toHaveLength(1);
  });

  it.each([
    [
      'an unknown authority that the site trusts',
      { server: { certificate: 'unknown' }, settings: { trustServerCertificate: true } },
      'certificate-unproved',
    ],
    [
      'clear text that the site allows',
      { server: { encryption: 'not-supported' }, settings: { encryption: 'none' } },
      'encryption-none',
    ],
  ] as const)('warns of %s, and works', async (_, site, code) => {
    const { report } = await startCheckSite(site);
    expect(await report()).toMatchObject({ code: 0, ok: true, faults: [code] });
  });

  it.each([
    ['strict encryption', { server: { encryption: 'strict' }, settings: { encryption: 'strict' } }],
    [
      'a certificate of another name that the site knows',
      { settings: { server: '127.0.0.1', certificateName: 'sccm.test' } },
    ],
  ] as const)('finds nothing wrong with %s', async (_, site) => {
    const { report } = await startCheckSite(site);
    expect(await report()).toMatchObject({ code: 0, faults: [] });
  });
});

describe('the port of an instance', () => {
  const browser = async (answer: string | null) => {
    const socket = createSocket('udp4');
    const asked: string[] = [];
    socket.on('message', (question, from) => {
      asked.push(question.toString('latin1'));
      const head = Buffer.from([5, 0, 0]);
      if (answer !== null) socket.send(Buffer.concat([head, Buffer.from(answer)]), from.port, from.address);
    });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    onTestFinished(() => void socket.close());
    return { port: socket.address().port, asked };
  };
  const patient = () => AbortSignal.timeout(10_000);

  it.each([
    ['told', 'ServerName;SQL01;InstanceName;CM;IsClustered;No;Version;16.0.1000.6;tcp;49172;;', 49172],
    [
      'not told',
      'ServerName;SQL01;InstanceName;CM;IsClustered;No;Version;16.0.1000.6;np;\\\\SQL01\\pipe;;',
      null,
    ],
  ])('is what SQL Server Browser says when it is %s', async (_, answer, port) => {
    const { port: at, asked } = await browser(answer);
    expect(await instancePort('127.0.0.1', 'CM', patient(), at)).toBe(port);
    expect(asked).toEqual(['\u0004CM\u0000']);
  });

  it('is not waited for longer than the limit', async () => {
    const { port } = await browser(null);
    await expect(instancePort('127.0.0.1', 'CM', AbortSignal.timeout(50), port)).rejects.toThrow();
  });

  it('is asked for when the site names an instance', async () => {
    const { report } = await startCheckSite({ instance: 'CM', settings: { idleSeconds: 1 } });
    const { code, faults, findings } = await report();
    expect({ code, faults }).toEqual({ code: 4, faults: ['instance-unknown'] });
    expect(findings.at(-1)?.hint?.en).toContain('1434');
  });
});
