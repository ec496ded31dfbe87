/** What was observed and is not in the catalog. */
export const unmappedMessages = {
  'unmapped.title': 'Observed, not in the catalog',
  'unmapped.intro':
    'Datasets and jobs that pipelines report and no entity claims. Draft catalog entries for those that a team should own.',
  'unmapped.back': 'Back to lineage',
  'unmapped.filters': 'What is listed',
  'unmapped.kind': 'Kind',
  'unmapped.kinds.all': 'Datasets and jobs',
  'unmapped.kinds.dataset': 'Datasets',
  'unmapped.kinds.job': 'Jobs',
  'unmapped.environment': 'Environment',
  'unmapped.text': 'Name or namespace',
  'unmapped.clear': 'Clear filters',
  'unmapped.table': 'Datasets and jobs that are not in the catalog',
  'unmapped.loading': 'Reading what is not in the catalog',
  'unmapped.failed': 'What is not in the catalog could not be read',
  'unmapped.stale': 'What you see is older.',
  'unmapped.forbidden': 'You may not see what is not in the catalog',
  'unmapped.forbiddenWhy':
    'Datasets and jobs that no entity claims are for those with the permission {{permission}}. Ask who runs this portal for it.',
  'unmapped.empty': 'Everything that was observed is in the catalog',
  'unmapped.emptyWhy':
    'Or nothing was observed yet: what pipelines report and no entity claims is listed here.',
  'unmapped.none': 'Nothing fits',
  'unmapped.noneWhy': 'No dataset or job outside the catalog fits all filters.',
  'unmapped.wholeEnvironment': 'Environments are found by their whole name.',
  'unmapped.columns.name': 'Name',
  'unmapped.columns.kind': 'Kind',
  'unmapped.columns.environment': 'Environment',
  'unmapped.columns.connections': 'Connections',
  'unmapped.columns.owners': 'Owner as sent',
  'unmapped.columns.lastSeen': 'Last seen',
  'unmapped.folded_one': '{{count}} name',
  'unmapped.folded_other': '{{count}} names in one',
  'unmapped.around': '{{into}} in, {{out}} out',
  'unmapped.moreOwners': '{{names}} and {{amount}} more',
  'unmapped.range': '{{from}} to {{to}} of {{total}}',
  'unmapped.rangeAtLeast': '{{from}} to {{to}} of at least {{total}}',
  'unmapped.rows': 'Rows',
  'unmapped.previous': 'Previous page',
  'unmapped.next': 'Next page',
  'unmapped.select': 'Select {{name}}',
  'unmapped.selectPage': 'Select all on this page',
  'unmapped.selected_zero': 'Select what to draft entries for.',
  'unmapped.selected_one': '{{count}} selected',
  'unmapped.selected_other': '{{count}} selected',
  'unmapped.full':
    '{{amount}} selected, which is as many as can be drafted at once',
  'unmapped.unselect': 'Select none',
  'unmapped.draft': 'Draft YAML',
} as const;

/** Drafts of catalog entries. */
export const draftMessages = {
  'draft.title_one': 'Draft of {{count}} catalog entry',
  'draft.title_other': 'Drafts of {{count}} catalog entries',
  'draft.how':
    'Review it, name the owners, and put it beside the code of the team. Nothing is registered from here.',
  'draft.loading': 'Writing the draft',
  'draft.failed': 'The draft could not be written',
  'draft.yaml': 'Catalog YAML',
  'draft.copy': 'Copy',
  'draft.copied': 'It is on the clipboard.',
  'draft.copyFailed':
    'The browser gives no access to the clipboard; copy it by hand.',
  'draft.download': 'Download',
  'draft.fileName': 'catalog-info.yaml',
  'draft.items': 'What it makes',
  'draft.owner': 'owned by',
  'draft.nobody': 'nobody is known to own it',
  'draft.similar_one':
    'There is an entity with much the same name, which may be it (opens in a new tab):',
  'draft.similar_other':
    'There are entities with much the same name, which may be it (opens in a new tab):',
} as const;
