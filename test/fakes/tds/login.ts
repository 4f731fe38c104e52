/** What a client said when it logged in. The password is that of LOGIN7; an NTLM login shows none. */
export interface Login {
  readonly user: string;
  readonly password: string;
  /** Domain of an NTLM login. */
  readonly domain: string;
  readonly database: string;
  readonly appName: string;
  /** Name of the client's machine. */
  readonly host: string;
  /** Server name as the client knows it. */
  readonly server: string;
  readonly library: string;
  readonly readOnlyIntent: boolean;
  /** Windows login; the user and the domain come from its NTLM message. */
  readonly integrated: boolean;
  /** LOGIN7 came through TLS. */
  readonly encrypted: boolean;
  /** Packet size that the client asks for, in bytes. */
  readonly packetSize: number;
  /** For example 0x74000004 for TDS 7.4. */
  readonly tdsVersion: number;
}

/** Places in the fixed part of LOGIN7, MS-TDS 2.2.6.4. */
const place = {
  tdsVersion: 4,
  packetSize: 8,
  optionFlags2: 25,
  typeFlags: 26,
  host: 36,
  user: 40,
  password: 44,
  appName: 48,
  server: 52,
  library: 60,
  database: 68,
} as const;

const integratedFlag = 0x80;
const readOnlyFlag = 0x20;

/** Reads the body of LOGIN7. */
export function readLogin(body: Buffer, encrypted: boolean): Login {
  const field = (at: number): Buffer => {
    const start = body.readUInt16LE(at);
    return body.subarray(start, start + body.readUInt16LE(at + 2) * 2);
  };
  const text = (at: number) => field(at).toString('utf16le');
  return {
    user: text(place.user),
    password: clearPassword(field(place.password)),
    domain: '',
    database: text(place.database),
    appName: text(place.appName),
    host: text(place.host),
    server: text(place.server),
    library: text(place.library),
    readOnlyIntent: (body.readUInt8(place.typeFlags) & readOnlyFlag) !== 0,
    integrated: (body.readUInt8(place.optionFlags2) & integratedFlag) !== 0,
    encrypted,
    packetSize: body.readUInt32LE(place.packetSize),
    tdsVersion: body.readUInt32LE(place.tdsVersion),
  };
}

/** LOGIN7 hides the password by swapping the halves of each byte and an XOR with 0xA5. */
function clearPassword(hidden: Buffer): string {
  const clear = hidden.map((byte) => {
    const plain = byte ^ 0xa5;
    return ((plain << 4) | (plain >> 4)) & 0xff;
  });
  return Buffer.from(clear).toString('utf16le');
}
