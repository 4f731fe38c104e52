import { ByteWriter } from './byte-writer.ts';

/**
 * What the server thinks of encryption: `off` does it when asked (and then for the login alone unless the client
 * wants more), `on` does it with every client that can, `required` with every client, `not-supported` with none;
 * `strict` is TDS 8.0, where TLS comes before the first packet.
 */
export type Encryption = 'off' | 'on' | 'required' | 'not-supported' | 'strict';

/** Values of the ENCRYPTION option, MS-TDS 2.2.6.5. */
export const encryptionOption = { off: 0, on: 1, notSupported: 2, required: 3 } as const;

const option = { version: 0, encryption: 1, instance: 2, thread: 3, mars: 4, end: 0xff } as const;
const optionLength = 5;

/** Version that the server says it is: 16.0.4135, SQL Server 2022. */
export const serverVersion = Buffer.from([16, 0, 0x10, 0x27]);

/** The encryption that a client asks for in its PRELOGIN. */
export function askedEncryption(body: Buffer): number {
  for (let at = 0; body.readUInt8(at) !== option.end; at += optionLength) {
    if (body.readUInt8(at) === option.encryption) return body.readUInt8(body.readUInt16BE(at + 1));
  }
  return encryptionOption.notSupported;
}

/** The server's answer to what the client asked for. */
export function agreedEncryption(server: Encryption, asked: number): number {
  switch (server) {
    case 'strict':
    case 'not-supported':
      return encryptionOption.notSupported;
    case 'off':
      return asked;
    case 'on':
      return asked === encryptionOption.notSupported ? asked : encryptionOption.on;
    case 'required':
      return asked === encryptionOption.on ? encryptionOption.on : encryptionOption.required;
  }
}

/** Body of the server's PRELOGIN: version, encryption, instance, thread, MARS off. */
export function preloginAnswer(encryption: number): Buffer {
  const options: readonly (readonly [number, Buffer])[] = [
    [option.version, Buffer.concat([serverVersion, Buffer.alloc(2)])],
    [option.encryption, Buffer.from([encryption])],
    [option.instance, Buffer.from([0])],
    [option.thread, Buffer.alloc(0)],
    [option.mars, Buffer.from([0])],
  ];
  const head = new ByteWriter();
  let at = options.length * optionLength + 1;
  for (const [token, data] of options) {
    head.u8(token).u16BigEndian(at).u16BigEndian(data.length);
    at += data.length;
  }
  return Buffer.concat([head.u8(option.end).take(), ...options.map(([, data]) => data)]);
}
