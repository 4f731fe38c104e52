import type { Socket } from 'node:net';
import type { Finding } from '../../finding.ts';
import { messages as sqlMessages } from '../messages.ts';
import { judgeCertificate } from './certificate.ts';
import { greet } from './handshake.ts';
import { networkMessages as messages } from './network-messages.ts';
import { findPort, openPort, resolveName } from './reach.ts';
import { limitOf, Obstacle, reasonOf, stepSeconds, type Way } from './way.ts';

/** What an extraction ends with that cannot reach its server. */
const exitCode = 4;

/**
 * Goes to a server step by step: its name, its port, whether it encrypts, and whether it proves who it is. Ends at the
 * first error. Nothing of a login is sent.
 */
export async function* approach(way: Way): AsyncGenerator<Finding> {
  const { server } = way.settings;
  try {
    const tried = await resolveName(way);
    const addresses = tried.toSorted();
    yield {
      code: 'name',
      level: 'ok',
      subject: messages.name,
      text: messages.nameKnown(server, addresses),
      facts: { server, addresses },
    };
    const port = await findPort(way, tried);
    const socket = await openPort(way, tried, port);
    try {
      yield {
        code: 'port',
        level: 'ok',
        subject: messages.port,
        text: messages.portOpen(port),
        facts: { port },
      };
      yield way.settings.encryption === 'none' ? inClear : await prove(way, socket, port);
    } finally {
      socket.destroy();
    }
  } catch (error) {
    way.signal.throwIfAborted();
    if (!(error instanceof Obstacle)) throw error;
    yield { ...error.stated, level: 'error', exitCode };
  }
}

const inClear: Finding = {
  code: 'encryption-none',
  level: 'warning',
  subject: messages.encryption,
  text: messages.encryptionNone,
  hint: messages.encryptionNoneHint,
};

/** Looks at the certificate. Throws `Obstacle` when the server will not encrypt, or says nothing. */
async function prove(way: Way, socket: Socket, port: number): Promise<Finding> {
  const { settings, authority, now } = way;
  const name = settings.certificateName ?? settings.server;
  const strict = settings.encryption === 'strict';
  const late = limitOf(way);
  const shown = await greet(socket, { strict, name, authority }, late).catch((cause: unknown) => {
    if (late.aborted) throw serverSilent(way, port, cause);
    return reasonOf(cause, way);
  });
  if (shown === null) throw encryptionRefused(settings.server);
  if ('certificate' in shown) {
    // TDS 8.0 never takes a certificate on trust.
    const trustAnything = settings.trustServerCertificate && !strict;
    return judgeCertificate(shown, { name, trustAnything }, now);
  }
  const text = messages.certificateUnread(shown);
  const hint = messages.certificateUnreadHint;
  return { code: 'certificate-unread', level: 'warning', subject: messages.certificate, text, hint };
}

function serverSilent(way: Way, port: number, cause: unknown): Obstacle {
  const text = messages.serverSilent(port, stepSeconds(way));
  const hint = messages.serverSilentHint;
  return new Obstacle({ code: 'server-silent', subject: messages.port, text, hint, facts: { port } }, cause);
}

function encryptionRefused(server: string): Obstacle {
  const text = sqlMessages.encryptionRefused(server);
  const hint = sqlMessages.encryptionRefusedHint;
  return new Obstacle({ code: 'encryption-refused', subject: messages.encryption, text, hint });
}
