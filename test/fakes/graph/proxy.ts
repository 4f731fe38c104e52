import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';

/** A proxy that lets encrypted connections through, or refuses them. */
export class ConnectProxy {
  /** Where it was asked to connect to, `host:port`, and with which credentials. */
  readonly asked: { readonly target: string; readonly credentials: string | undefined }[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  /** `refusal` is the status it answers instead of connecting. */
  constructor(refusal?: number) {
    this.#server = createServer((_, response) => response.writeHead(405).end());
    this.#server.on('connect', (request, socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      this.asked.push({
        target: request.url ?? '',
        credentials: request.headers['proxy-authorization'],
      });
      if (refusal !== undefined) {
        socket.end(`HTTP/1.1 ${refusal} Refused\r\n\r\n`);
        return;
      }
      const port = Number(request.url?.split(':')[1]);
      const onward = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      this.#sockets.add(onward);
      onward.on('error', () => socket.destroy());
    });
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new TypeError('the proxy does not listen');
    return address.port;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
