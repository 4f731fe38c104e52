import { type Content, column, likely } from './content.ts';
import { emptyValueHandling, siteSplitStrategy } from './tags.ts';

/** Sites; documented in English only. */
export const site: Content = {
  name: 'Site',
  columns: [
    column('Name', null, { required: true, maxLength: 200, kind: 'site' }),
    // The article prints it with a space and says that it is required; the true header is not confirmed.
    column(likely('Short Name'), null, { required: true, maxLength: 30 }),
    column('ParentSite', null, { maxLength: 200, kind: 'site' }),
    column('Address', null, { maxLength: 500 }),
    column('TimeZone', null),
    column('ServiceCenter', null),
    column('Note', null),
    column('ActiveDirectoryGroups', null, { maxLength: 2000 }),
  ],
  refersTo: [],
  others: 'unknown',
  tags: [siteSplitStrategy, emptyValueHandling],
  pairs: [],
  identity: null,
};
