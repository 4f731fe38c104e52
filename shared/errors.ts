import type { Text } from './text.ts';

/** What a failure says besides its text: what to do next, and the error it came from. */
export interface ErrorDetails {
  readonly hint?: Text;
  readonly cause?: unknown;
}

/** A failure that the user is told about; `exitCode` is part of the command's contract. */
export abstract class BridgeError extends Error {
  abstract readonly exitCode: number;
  readonly text: Text;
  readonly hint: Text | null;

  constructor(text: Text, details: ErrorDetails = {}) {
    super(text.en, { cause: details.cause });
    this.name = new.target.name;
    this.text = text;
    this.hint = details.hint ?? null;
  }
}

/** Command line, configuration or query file is wrong. */
export class ConfigError extends BridgeError {
  readonly exitCode = 2;
}

/** Login refused, a right or a consent is missing, a secret has expired. */
export class AccessError extends BridgeError {
  readonly exitCode = 3;
}

/** The account is known, but the database is not open to it. */
export class DatabaseRefused extends AccessError {}

/** The source is unreachable, or stopped before its last record. */
export class SourceError extends BridgeError {
  readonly exitCode = 4;
}

/** A source failure that reading the section again may cure (deadlock, dropped connection, stall). */
export class TransientError extends SourceError {}

/** Everything was read, but it is not trustworthy. */
export class DataError extends BridgeError {
  readonly exitCode = 5;
}

/** The files could not be written, verified or published. */
export class OutputError extends BridgeError {
  readonly exitCode = 6;
}

/** DataImporter failed, or its log reports errors. */
export class ImportError extends BridgeError {
  readonly exitCode = 7;
}

/** The user stopped the run; its text says what may have changed, as a rule nothing. */
export class Interrupted extends BridgeError {
  readonly exitCode = 130;
}
