import type { Notice } from '../text.ts';
import type { IdentityFacts } from './facts.ts';
import { messages } from './messages.ts';

/** What a run tells of renamed and retired devices; what it does not know for sure is in the manifest. */
export function identityNotices(facts: IdentityFacts): Notice[] {
  const held = facts.renames.filter((rename) => rename.held);
  const followed = facts.renames.filter((rename) => !rename.held);
  const ended = (how: string) =>
    facts.retiredEnded.filter((each) => each.how === how).map(({ name }) => name);
  const [expired, replaced] = [ended('expired'), ended('replaced')];
  const retired = facts.retiredNow.map(({ name }) => name);
  const leftOut = facts.leftOut.map(({ name, since }) => `${name} (${since})`);
  const told: readonly (readonly [boolean, Notice])[] = [
    [followed.length > 0, { code: 'renamed', text: messages.renamed(followed) }],
    [held.length > 0, { code: 'rename-held', text: messages.held(held) }],
    [retired.length > 0, { code: 'retired', text: messages.retired(retired) }],
    [leftOut.length > 0, { code: 'retired-listed', text: messages.leftOut(facts.leftOutCount, leftOut) }],
    [replaced.length > 0, { code: 'retired-replaced', text: messages.replaced(replaced) }],
    [expired.length > 0, { code: 'retired-expired', text: messages.expired(expired) }],
  ];
  return told.filter(([applies]) => applies).map(([, notice]) => notice);
}
