/** Told while a run goes on, so that a person at a terminal sees that it lives. */
export interface ProgressEvent {
  readonly step: 'read' | 'normalize' | 'write';
  /** Section or file that is being worked on; empty when there is only one. */
  readonly subject: string;
  /** Rows or assets so far. */
  readonly count: number;
}
export type Progress = (event: ProgressEvent) => void;
