import type { Socket } from 'node:net';
import { readBulk } from './bulk-rows.ts';
import { ByteWriter } from './byte-writer.ts';
import { CallAnswer } from './call-answer.ts';
import { Channel, type Receiver } from './channel.ts';
import { pause } from './fault-effects.ts';
import type { CallFault } from './faults.ts';
import { isSetting } from './housekeeping.ts';
import type { Login } from './login.ts';
import { LoginExchange } from './login-exchange.ts';
import { type Message, packetStatus, packetType } from './packet.ts';
import type { Call, Reply } from './reply.ts';
import { readBatch, readRpc, readTransaction } from './requests.ts';
import { Response } from './response.ts';
import type { Settings } from './settings.ts';
import { sqlErrors } from './sql-messages.ts';
import { tlsBeforeTds } from './tls.ts';
import { doneStatus, doneToken, writeDone } from './tokens.ts';

/** One connected client, from its first byte to its last. */
export class Session implements Receiver {
  readonly #socket: Socket;
  readonly #settings: Settings;
  readonly #channel: Channel;
  readonly #exchange: LoginExchange;
  #login: Login | null = null;
  /** Aborted to stop the call that is being answered. */
  #running: AbortController | null = null;
  #attention = false;
  /** The INSERT BULK whose rows come next. */
  #bulk = '';
  #inTransaction = false;

  constructor(socket: Socket, settings: Settings) {
    this.#socket = socket;
    this.#settings = settings;
    socket.setNoDelay(true);
    const stream = settings.encryption === 'strict' ? tlsBeforeTds(socket, settings.certificate) : socket;
    this.#channel = new Channel(socket, stream, this);
    this.#exchange = new LoginExchange(socket, this.#channel, settings);
    socket.on('close', () => {
      this.#running?.abort();
      if (this.#inTransaction) settings.gone();
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  receive(message: Message): void {
    if (message.type === packetType.attention) this.#stop();
    else if (this.#login) this.#request(message, this.#login);
    else this.#login = this.#exchange.receive(message);
  }

  /** Ends the connection over something that the server cannot do or the client must not. */
  breakOff(cause: unknown): void {
    this.#settings.records.failures.push(cause instanceof Error ? cause : new Error(String(cause)));
    this.#socket.destroy();
  }

  #stop(): void {
    this.#settings.records.attentions++;
    if (this.#running) {
      this.#attention = true;
      this.#running.abort();
    } else this.#done(doneStatus.attention);
  }

  #request(message: Message, login: Login): void {
    if (this.#running) throw new TypeError('a request while another one is being answered');
    if (message.status & packetStatus.ignore) this.#done(doneStatus.error);
    else this.#answer(this.#read(message, login)).catch((cause) => this.breakOff(cause));
  }

  #read({ type, body }: Message, login: Login): Call {
    switch (type) {
      case packetType.sqlBatch: {
        const call = readBatch(body, login);
        this.#bulk = call.sql;
        return call;
      }
      case packetType.rpc:
        return readRpc(body, login);
      case packetType.transaction:
        return readTransaction(body, login);
      case packetType.bulkLoad:
        return { kind: 'bulk', sql: `rows of ${this.#bulk}`, parameters: {}, login, rows: readBulk(body) };
      default:
        throw new TypeError(`a message of type ${type}`);
    }
  }

  async #answer(call: Call): Promise<void> {
    const { records, faults, nullBitmap } = this.#settings;
    records.calls.push(call);
    this.#running = new AbortController();
    const { signal } = this.#running;
    const response = new Response(this.#channel);
    const fault = faults.forCall(call.sql);
    const reply = await this.#reply(call, fault, signal);
    if (call.kind === 'transaction' && !reply.error) this.#inTransaction = call.sql.startsWith('BEGIN');
    const answer = new CallAnswer({ channel: this.#channel, response, records, nullBitmap, signal }, fault);
    await answer.write(call, reply);
    response.end();
    records.mostBytesWaiting = Math.max(records.mostBytesWaiting, this.#channel.mostBytesWaiting);
    this.#running = null;
    if (this.#attention) this.#done(doneStatus.attention);
    this.#attention = false;
  }

  async #reply(call: Call, fault: CallFault | null, signal: AbortSignal): Promise<Reply> {
    if (fault?.kind === 'error' && fault.afterRows === undefined) return { error: fault.error };
    if (fault?.kind === 'delay') await pause(fault.milliseconds, signal);
    if (signal.aborted || isSetting(call.sql)) return {};
    try {
      return await this.#settings.answer(call);
    } catch (cause) {
      const failure = cause instanceof Error ? cause : new Error(String(cause));
      this.#settings.records.failures.push(failure);
      return { error: sqlErrors.badAnswer(failure.message) };
    }
  }

  /** A message of its own that holds one DONE; the acknowledgement of an attention must be one. */
  #done(status: number): void {
    const out = new ByteWriter();
    writeDone(out, doneToken.batch, status);
    this.#channel.send(packetType.response, out.take(), true);
  }
}
