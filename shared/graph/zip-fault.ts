/**
 * Why an archive cannot be used: it ends too early, its bytes are not what was packed, it is something else than one CSV
 * file, or it unpacks to more than is allowed.
 */
export class ZipFault extends Error {
  readonly kind: 'truncated' | 'damaged' | 'foreign' | 'too-big';

  constructor(kind: ZipFault['kind'], detail: string) {
    super(detail);
    this.kind = kind;
  }
}
