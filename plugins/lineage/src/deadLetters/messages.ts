/** Events that were accepted and could not be put into the graph. */
export const deadLettersMessages = {
  title: 'Events that could not be read',
  intro:
    'They were received and are not in the graph. Once the reason is gone, have them tried again: order does not matter.',
  back: 'Back to lineage',
  table: 'Events that could not be read, the first received first',
  loading: 'Reading events that could not be read',
  failed: 'The events that could not be read could not be listed',
  stale: 'What you see is older.',
  forbidden: 'You may not see events that could not be read',
  forbiddenWhy:
    'They are for those with the permission {{permission}}. Ask who runs this portal for it.',
  empty: 'Every event could be read',
  emptyWhy: 'What is received and cannot be put into the graph is listed here.',
  noMore: 'There are no more',
  noMoreWhy: 'Those of this page were read or deleted meanwhile.',
  columns: {
    received: 'Received',
    event: 'Event',
    attempts: 'Tries',
    reason: 'Why',
  },
  kinds: { run: 'run event', job: 'job event', dataset: 'dataset event' },
  run: 'run {{id}}',
  at: 'of {{time}}',
  show: 'Show {{kind}} {{id}}',
  hide: 'Hide {{kind}} {{id}}',
  event: 'Event {{id}} as it is kept',
  tooLarge: 'It has {{bytes}} bytes, too many to be shown here.',
  retry: 'Try again: event {{id}}',
  retryOne: 'Try again',
  retryPage: 'Try all on this page again',
  retryAll: 'Try all again',
  retryFailed: 'They could not be tried again',
  retried_zero: 'None was left to be tried again.',
  retried_one:
    '{{count}} event is being tried again. If it fails again, it is listed again.',
  retried_other:
    '{{count}} events are being tried again. Those that fail again are listed again.',
  readAgain: 'Read the list again',
  first: 'First page',
  next: 'Next page',
} as const;
