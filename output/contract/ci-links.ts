import { type Content, column } from './content.ts';
import { emptyValueHandling, manageRelations, userIdentification } from './tags.ts';

/** Relations between two CI; documented, both languages the same. */
export const ciRelation: Content = {
  name: 'CIRelation',
  columns: [
    column('CI1', 'CI1', { required: true, maxLength: 125, kind: 'ciName' }),
    column('CI2', 'CI2', { required: true, maxLength: 125, kind: 'ciName' }),
    column('Relation', 'Relation', { required: true }),
    column('Note', 'Note', { maxLength: 2000 }),
  ],
  refersTo: ['CI'],
  others: 'unknown',
  tags: [manageRelations, emptyValueHandling],
  pairs: [],
  identity: null,
};

/** Users of a CI; documented in English only. */
export const ciUser: Content = {
  name: 'CIUser',
  columns: [
    column('CI', null, { required: true, maxLength: 125, kind: 'ciName' }),
    column('User', null, { required: true }),
  ],
  refersTo: ['CI', 'User'],
  others: 'unknown',
  tags: [userIdentification],
  pairs: [],
  identity: null,
};
