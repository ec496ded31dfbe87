/** What the catalog and runs say differently. */
export const findingsMessages = {
  'findings.count_one':
    '{{count}} connection on which the catalog and runs disagree',
  'findings.count_other':
    '{{count}} connections on which the catalog and runs disagree',
  'findings.countAtLeast':
    'More than {{amount}} connections on which the catalog and runs disagree',
  'findings.open': 'See which',
  'findings.title': 'What the catalog and runs say differently about {{title}}',
  'findings.table': 'Connections on which the catalog and runs disagree',
  'findings.loading': 'Comparing the catalog with runs',
  'findings.failed': 'Whether the catalog and runs agree could not be read',
  'findings.failedWhy':
    'Whether the catalog and runs agree could not be read: {{message}}',
  'findings.none':
    'The catalog and runs agree on every direct connection that is known.',
  'findings.noneSeen':
    'The catalog and runs agree on every direct connection that is visible to you.',
  'findings.everywhere':
    'Compared are direct connections, in all environments.',
  'findings.truncated': 'There are more connections than were compared.',
  'findings.incomplete':
    'Some connections are not visible to you and left out.',
  'findings.columns.other': 'Other end',
  'findings.columns.type': 'What disagrees',
  'findings.columns.relations': 'Relation',
  'findings.columns.lastSeen': 'Last observed',
  'findings.columns.reporting': 'What it may mean',
  'findings.side.upstream': '{{title}} is made from it',
  'findings.side.downstream': '{{title}} goes into it',
  'findings.type.declared-not-observed': 'declared, not observed',
  'findings.type.observed-not-declared': 'observed, not declared',
  'findings.via_one': 'through {{count}} thing outside the catalog',
  'findings.via_other': 'through {{count}} things outside the catalog',
  'findings.never': 'never',
  'findings.noRelation': 'none',
  'findings.meaning.over':
    'Runs did show it, and do no longer: what is declared may be out of date.',
  'findings.meaning.both':
    'Tools report on both, and no run connects them: what is declared may be out of date.',
  'findings.meaning.rootOnly':
    'No tool reports on {{other}}, so no run can show it.',
  'findings.meaning.otherOnly':
    'No tool reports on {{root}}, so no run can show it.',
  'findings.meaning.neither':
    'No tool reports on either, so no run can show it.',
  'findings.meaning.undeclared':
    'Runs show it. Declare it where {{owner}} is described, if it is meant to be.',
} as const;
