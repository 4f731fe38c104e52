import type { Socket } from 'node:net';
import { ByteWriter } from './byte-writer.ts';
import type { Channel } from './channel.ts';
import { type Login, readLogin } from './login.ts';
import { agreedPacketSize, loginAccepted, loginRefused } from './login-reply.ts';
import { ntlmChallenge, ntlmIdentity } from './ntlm.ts';
import { type Message, packetType } from './packet.ts';
import { agreedEncryption, askedEncryption, encryptionOption, preloginAnswer } from './prelogin.ts';
import type { Settings } from './settings.ts';
import { type SecureLayer, tlsInsideTds } from './tls.ts';
import { writeSspi } from './tokens.ts';

const oldestVersion = 0x73000000;
const version8 = 0x08000000;

/** Brings one client from its first packet to a login: PRELOGIN, TLS, LOGIN7, and the steps of NTLM. */
export class LoginExchange {
  readonly #socket: Socket;
  readonly #channel: Channel;
  readonly #settings: Settings;
  readonly #strict: boolean;
  #layer: SecureLayer | null = null;
  #loginAlone = false;
  #login: Login | null = null;

  constructor(socket: Socket, channel: Channel, settings: Settings) {
    this.#socket = socket;
    this.#channel = channel;
    this.#settings = settings;
    this.#strict = settings.encryption === 'strict';
  }

  /** Takes one message; gives the login once it is complete and accepted. */
  receive(message: Message): Login | null {
    switch (message.type) {
      case packetType.prelogin:
        this.#prelogin(message.body);
        return null;
      case packetType.login:
        return this.#login7(message.body);
      case packetType.sspi:
        return this.#ntlm(message.body);
      default:
        throw new TypeError(`a message of type ${message.type} before the login`);
    }
  }

  #prelogin(body: Buffer): void {
    const { faults, encryption, certificate } = this.#settings;
    if (faults.hangs('prelogin')) return;
    const asked = askedEncryption(body);
    const agreed = agreedEncryption(faults.refusesEncryption() ? 'not-supported' : encryption, asked);
    this.#channel.send(packetType.response, preloginAnswer(agreed), true);
    if (this.#strict || asked === encryptionOption.notSupported || agreed === encryptionOption.notSupported)
      return;
    this.#loginAlone = agreed === encryptionOption.off;
    this.#layer = tlsInsideTds(this.#socket, certificate);
    this.#channel.use(this.#layer.stream);
  }

  #login7(body: Buffer): Login | null {
    const login = readLogin(body, this.#strict || this.#layer !== null);
    if (login.tdsVersion < oldestVersion && login.tdsVersion !== version8)
      throw new TypeError(`TDS version 0x${login.tdsVersion.toString(16)} is too old`);
    if (this.#layer && this.#loginAlone) {
      this.#layer.leave();
      this.#channel.use(this.#socket);
    }
    if (!login.integrated) return this.#decide(login);
    this.#login = login;
    const out = new ByteWriter();
    writeSspi(out, ntlmChallenge('TEST'));
    this.#channel.send(packetType.response, out.take(), true);
    return null;
  }

  #ntlm(body: Buffer): Login | null {
    if (!this.#login) throw new TypeError('an NTLM message without a login');
    return this.#decide({ ...this.#login, ...ntlmIdentity(body) });
  }

  #decide(login: Login): Login | null {
    const { faults, records } = this.#settings;
    records.logins.push(login);
    if (faults.hangs('login')) return null;
    const error = faults.loginError();
    this.#channel.send(packetType.response, error ? loginRefused(error) : loginAccepted(login), true);
    if (error) {
      this.#channel.end();
      return null;
    }
    this.#channel.packetSize = agreedPacketSize(login);
    return login;
  }
}
