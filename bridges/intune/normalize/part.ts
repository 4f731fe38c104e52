/** One group of an asset's fields, with the rule behind each chosen field by its path in the asset. */
export interface Part<T> {
  readonly value: T;
  readonly rules: Readonly<Record<string, string>>;
}
