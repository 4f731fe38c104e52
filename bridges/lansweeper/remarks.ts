import type { Explained } from '../../shared/asset.ts';
import type { Remark, Remarks } from '../../shared/sql/definition.ts';
import type { Text } from '../../shared/text.ts';
import { type Counts, messages } from './messages.ts';

/** Kinds of trouble in reading that say nothing about what the asset is. */
const harmless = /printer|imprimante|agent/iu;

/** Ending of the rule of a field whose custom field holds something that cannot be read. */
export const unreadable = '-fieldUnreadable';

/** What to know of the fleet after a run: names that nobody described, assets that could not be read well. */
export const remarks: Remarks = {
  of: (explained) => [...namesOf(explained), ...errorsOf(explained), ...fieldsOf(explained)],
  tell: (code, counts) => {
    const teller = Object.entries(tellers).find(([name]) => name === code)?.[1];
    if (!teller) throw new Error(`no text for the remark ${code}`);
    return teller(counts);
  },
};

/** A notice has no hint of its own. */
function withHint(tell: (counts: Counts) => Text, hint: Text): (counts: Counts) => Text {
  return (counts) => ({ fr: `${tell(counts).fr} ${hint.fr}`, en: `${tell(counts).en} ${hint.en}` });
}

const tellers = {
  'custom-field-unreadable': messages.customFieldUnreadable,
  'scan-errors': messages.scanErrors,
  'state-unknown': withHint(messages.stateUnknown, messages.stateUnknownHint),
  'type-unknown': withHint(messages.typeUnknown, messages.typeUnknownHint),
} as const;

const remark = (code: keyof typeof tellers, subject: string | null): Remark => ({
  code,
  subject: subject ?? '?',
});

function namesOf({ asset, rules }: Explained): Remark[] {
  const { nature, life } = asset;
  return [
    ...(rules['nature.class'] === 'unknownType' ? [remark('type-unknown', nature.sourceType)] : []),
    ...(rules['life.status'] === 'unknownState' ? [remark('state-unknown', life.sourceState)] : []),
  ];
}

const errorsOf = ({ asset }: Explained): Remark[] =>
  asset.life.scanErrors.filter((error) => !harmless.test(error)).map((error) => remark('scan-errors', error));

const fieldsOf = ({ rules }: Explained): Remark[] =>
  Object.entries(rules)
    .filter(([, rule]) => rule.endsWith(unreadable))
    .map(([field]) => remark('custom-field-unreadable', field));
