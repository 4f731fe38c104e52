import { crc32, createDeflateRaw } from 'node:zlib';
import { inventoryRoles, startGraphServer } from '../fakes/graph/server.ts';
import { inventedTenant } from '../fakes/graph/tenant.ts';

const [devices, rows, milliseconds] = process.argv.slice(2).map(Number);
const deviceCount = devices ?? 0;
const columns = ['ApplicationKey', 'ApplicationName', 'ApplicationPublisher', 'ApplicationVersion'];
const header = `\uFEFF${[...columns, 'Platform', 'DeviceId'].map((name) => `"${name}"`).join(',')}\r\n`;

/** A row like those of AppInvRawData: 60,000 applications over the devices of the tenant. */
function line(number: number): string {
  const application = (number * 7_919) % 60_000;
  const device = String(Math.floor(number / 120) % deviceCount).padStart(12, '0');
  const key = application.toString(16).padStart(44, 'f');
  const name = `"Logiciel d’essai n° ${application} (x64)","Éditeur ${application % 500} inc."`;
  return `"${key}",${name},"${application % 30}.${number % 10}.0","Windows","d0000000-0000-4000-8000-${device}"\r\n`;
}

/** The archive as Intune makes it: sizes in 8 bytes, behind the data. */
async function archive(): Promise<{ readonly body: Buffer; readonly bytes: number }> {
  const packer = createDeflateRaw({ level: 3 });
  const packed: Buffer[] = [];
  packer.on('data', (chunk: Buffer) => packed.push(chunk));
  let [crc, bytes] = [0, 0];
  for (let at = -1; at < (rows ?? 0); ) {
    const end = Math.min(rows ?? 0, at + 5_000);
    let text = at < 0 ? header : '';
    for (at = Math.max(at, 0); at < end; at += 1) text += line(at);
    if (end === (rows ?? 0)) at = end;
    const chunk = Buffer.from(text);
    crc = crc32(chunk, crc);
    bytes += chunk.length;
    await new Promise<void>((resolve) => packer.write(chunk, () => resolve()));
  }
  await new Promise<void>((resolve) => {
    packer.once('end', resolve);
    packer.end();
  });
  const length = packed.reduce((sum, chunk) => sum + chunk.length, 0);
  const name = Buffer.from('AppInvRawData_bench.csv');
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04\x2d\x00\x08\x00\x08\x00', 'latin1');
  local.writeUInt16LE(name.length, 26);
  const descriptor = Buffer.alloc(24);
  descriptor.write('PK\x07\x08', 'latin1');
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeBigUInt64LE(BigInt(length), 8);
  descriptor.writeBigUInt64LE(BigInt(bytes), 16);
  const end = Buffer.alloc(46 + 22);
  end.write('PK\x01\x02', 'latin1');
  end.write('PK\x05\x06', 46, 'latin1');
  end.writeUInt16LE(1, 46 + 10);
  return { body: Buffer.concat([local, name, ...packed, descriptor, end]), bytes };
}

const { body, bytes } = await archive();
const server = await startGraphServer({
  tenant: inventedTenant({ devices: deviceCount }),
  roles: inventoryRoles,
  milliseconds: milliseconds ?? 0,
  faults: [
    {
      kind: 'answer',
      matching: /exports\/AppInv/,
      reply: { status: 200, headers: { 'content-type': 'application/zip' }, body },
    },
  ],
});
process.send?.({ root: server.root, archive: body.length, bytes });
process.on('disconnect', () => process.exit());
