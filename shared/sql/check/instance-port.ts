import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const browserPort = 1434;
const askAgainMilliseconds = 1_000;
/** CLNT_UCAST_INST of SQL Server Browser (MC-SQLR 2.2.3): the wanted instance by its name. */
const askForInstance = 0x04;

/**
 * The TCP port of a named instance, as SQL Server Browser of that machine tells it; null when the instance has none.
 * Rejects when nobody answers before the signal is aborted.
 */
export async function instancePort(
  address: string,
  instance: string,
  signal: AbortSignal,
  port = browserPort,
): Promise<number | null> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  socket.on('error', () => {}); // the promises below are told
  let again: NodeJS.Timeout | undefined;
  try {
    socket.connect(port, address);
    await once(socket, 'connect', { signal });
    const question = Buffer.concat([Buffer.from([askForInstance]), Buffer.from(`${instance}\0`, 'latin1')]);
    const ask = () => socket.send(question);
    again = setInterval(ask, askAgainMilliseconds);
    ask();
    const [message] = await once(socket, 'message', { signal });
    const found = /;tcp;(\d+);/i.exec(String(message));
    return found ? Number(found[1]) : null;
  } finally {
    clearInterval(again);
    socket.close();
  }
}
