/** What the catalog and runs say differently. */
export const findingsMessages = {
  count_one: '{{count}} connection on which the catalog and runs disagree',
  count_other: '{{count}} connections on which the catalog and runs disagree',
  countAtLeast:
    'More than {{amount}} connections on which the catalog and runs disagree',
  open: 'See which',
  title: 'What the catalog and runs say differently about {{title}}',
  table: 'Connections on which the catalog and runs disagree',
  loading: 'Comparing the catalog with runs',
  failed: 'Whether the catalog and runs agree could not be read',
  failedWhy:
    'Whether the catalog and runs agree could not be read: {{message}}',
  none: 'The catalog and runs agree on every direct connection that is known.',
  noneSeen:
    'The catalog and runs agree on every direct connection that is visible to you.',
  everywhere: 'Compared are direct connections, in all environments.',
  truncated: 'There are more connections than were compared.',
  incomplete: 'Some connections are not visible to you and left out.',
  columns: {
    other: 'Other end',
    type: 'What disagrees',
    relations: 'Relation',
    lastSeen: 'Last observed',
    reporting: 'What it may mean',
  },
  side: {
    upstream: '{{title}} is made from it',
    downstream: '{{title}} goes into it',
  },
  type: {
    'declared-not-observed': 'declared, not observed',
    'observed-not-declared': 'observed, not declared',
  },
  via_one: 'through {{count}} thing outside the catalog',
  via_other: 'through {{count}} things outside the catalog',
  never: 'never',
  noRelation: 'none',
  meaning: {
    over: 'Runs did show it, and do no longer: what is declared may be out of date.',
    both: 'Tools report on both, and no run connects them: what is declared may be out of date.',
    rootOnly: 'No tool reports on {{other}}, so no run can show it.',
    otherOnly: 'No tool reports on {{root}}, so no run can show it.',
    neither: 'No tool reports on either, so no run can show it.',
    undeclared:
      'Runs show it. Declare it where {{owner}} is described, if it is meant to be.',
  },
} as const;
