import { ByteWriter } from './byte-writer.ts';

const signature = Buffer.from('NTLMSSP\0', 'latin1');
const headLength = 56;
const targetInfoEnd = Buffer.alloc(4);
/** Unicode, target name, NTLM, extended security, target is a domain, target info, 128 and 56 bits. */
const challengeFlags = 0xa2898205;

/** The server's CHALLENGE_MESSAGE. Its nonce is fixed: nobody checks the answer. */
export function ntlmChallenge(domain: string): Buffer {
  const name = Buffer.from(domain, 'utf16le');
  const info = Buffer.concat([attribute(2, name), targetInfoEnd]);
  return new ByteWriter()
    .bytes(signature)
    .u32(2)
    .u16(name.length)
    .u16(name.length)
    .u32(headLength)
    .u32(challengeFlags)
    .bytes(Buffer.from('0123456789abcdef', 'hex'))
    .bytes(Buffer.alloc(8))
    .u16(info.length)
    .u16(info.length)
    .u32(headLength + name.length)
    .bytes(Buffer.from([10, 0, 0x7c, 0x4f, 0, 0, 0, 15]))
    .bytes(name)
    .bytes(info)
    .take();
}

function attribute(id: number, value: Buffer): Buffer {
  return new ByteWriter().u16(id).u16(value.length).bytes(value).take();
}

/** Who an AUTHENTICATE_MESSAGE says it is; the proof of the password is not checked. */
export function ntlmIdentity(body: Buffer): { domain: string; user: string } {
  if (!body.subarray(0, 8).equals(signature) || body.readUInt32LE(8) !== 3)
    throw new TypeError('not an NTLM authenticate message');
  const text = (at: number) => {
    const start = body.readUInt32LE(at + 4);
    return body.toString('utf16le', start, start + body.readUInt16LE(at));
  };
  return { domain: text(28), user: text(36) };
}
