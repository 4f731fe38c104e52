import { describe, expect, it } from 'vitest';
import { ofFewTexts, remembered } from '../shared/device/remembered.ts';

describe('a pick that is remembered', () => {
  it('is made once for each record, and for each site', () => {
    const asked: string[] = [];
    const pick = remembered((record: { readonly name: string }, site: { readonly code: string }) => {
      asked.push(`${site.code}:${record.name}`);
      return { value: record.name };
    });
    const [one, two] = [{ name: 'PC-1' }, { name: 'PC-2' }];
    const [here, there] = [{ code: 'P01' }, { code: 'P02' }];
    const answers = [pick(one, here), pick(one, here), pick(two, here), pick(two, there), pick(one, here)];
    expect(answers.map(({ value }) => value)).toEqual(['PC-1', 'PC-1', 'PC-2', 'PC-2', 'PC-1']);
    expect(asked).toEqual(['P01:PC-1', 'P01:PC-2', 'P02:PC-2', 'P01:PC-1']);
    expect(answers[1]).toBe(answers[0]);
  });

  it('is made anew for a record that only looks the same', () => {
    let count = 0;
    const pick = remembered((_record: object) => {
      count += 1;
      return null;
    });
    expect([pick({}), pick({})]).toEqual([null, null]);
    expect(count).toBe(2);
  });
});

describe('the judgement of few texts', () => {
  it('is made once for each text, whatever it says', () => {
    const asked: string[] = [];
    const judge = ofFewTexts((text) => {
      asked.push(text);
      return text === '' ? undefined : text.length > 3;
    });
    expect(['', 'abc', 'abcd', '', 'abc'].map(judge)).toEqual([undefined, false, true, undefined, false]);
    expect(asked).toEqual(['', 'abc', 'abcd']);
  });

  it('stays right, and keeps no more than so many, when a fleet has more texts', () => {
    let judged = 0;
    const judge = ofFewTexts((text) => {
      judged += 1;
      return Number(text);
    });
    const walk = (count: number) => {
      const numbers = Array.from({ length: count }, (_, n) => n);
      expect(numbers.map((n) => judge(String(n)))).toEqual(numbers);
    };
    walk(1_000);
    walk(1_000);
    expect(judged).toBe(1_000);
    walk(20_000);
    judged = 0;
    walk(20_000);
    expect(judged).toBeGreaterThan(15_000);
  });
});
