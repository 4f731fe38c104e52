import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { instancePort } from './instance-port.ts';
import { networkMessages as messages } from './network-messages.ts';
import { limitOf, Obstacle, reasonOf, type Way } from './way.ts';

const defaultPort = 1433;

/** The addresses of the server, in the order to try them. Throws `Obstacle`. */
export async function resolveName(way: Way): Promise<string[]> {
  const { server } = way.settings;
  const late = limitOf(way);
  try {
    const stopped = once(late, 'abort').then(() => Promise.reject(late.reason));
    const found = await Promise.race([lookup(server, { all: true }), stopped]);
    return [...new Set(found.map(({ address }) => address))];
  } catch (cause) {
    const text = messages.nameUnknown(server, reasonOf(cause, way));
    const hint = messages.nameUnknownHint;
    throw new Obstacle(
      { code: 'name-unknown', subject: messages.name, text, hint, facts: { server } },
      cause,
    );
  }
}

/** The port to connect to: the configured one, or what the instance is said to have. Throws `Obstacle`. */
export async function findPort(way: Way, [address = '']: readonly string[]): Promise<number> {
  const { instance, port } = way.settings;
  if (instance === undefined) return port ?? defaultPort;
  const found = await instancePort(address, instance, limitOf(way)).catch((cause: unknown) =>
    reasonOf(cause, way),
  );
  if (typeof found === 'number') return found;
  const text = messages.instanceUnknown(instance, found ?? messages.instanceWithoutPort);
  const hint = messages.instanceUnknownHint;
  throw new Obstacle({ code: 'instance-unknown', subject: messages.port, text, hint, facts: { instance } });
}

/** A connection to the first address that takes one; its errors go to whoever waits for it. Throws `Obstacle`. */
export async function openPort(way: Way, addresses: readonly string[], port: number): Promise<Socket> {
  const late = limitOf(way);
  let failed: unknown;
  for (const host of addresses) {
    const socket = connect({ host, port });
    socket.on('error', () => {});
    try {
      await once(socket, 'connect', { signal: late });
      return socket;
    } catch (cause) {
      socket.destroy();
      failed = cause;
    }
  }
  const reason = reasonOf(failed, way);
  const subject = messages.port;
  const facts = { port };
  if (reason.en === 'ECONNREFUSED') {
    const text = messages.portClosed(port, reason);
    throw new Obstacle({ code: 'port-closed', subject, text, hint: messages.portClosedHint, facts }, failed);
  }
  const text = messages.portSilent(port, reason);
  throw new Obstacle({ code: 'port-silent', subject, text, hint: messages.portSilentHint, facts }, failed);
}
