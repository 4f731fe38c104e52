/** Whether a text fits a pattern as a whole; `*` stands for any characters, upper and lower case are the same. */
export type Fits = (text: string) => boolean;

/** The test of one pattern; `below` also lets a path continue behind it, for example into a deeper unit. */
export function glob(pattern: string, below = ''): Fits {
  const form = pattern
    .trim()
    .split(/\*+/u)
    .map((part) => part.replace(/[\\^$.|?+()[\]{}/]/gu, '\\$&'))
    .join('.*');
  const whole = new RegExp(`^${form}${below}$`, 'isu');
  return (text) => whole.test(text);
}
