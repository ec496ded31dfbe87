/** Events that were accepted and could not be put into the graph. */
export const deadLettersMessages = {
  'deadLetters.title': 'Events that could not be read',
  'deadLetters.intro':
    'They were received and are not in the graph. Once the reason is gone, have them tried again: order does not matter.',
  'deadLetters.back': 'Back to lineage',
  'deadLetters.table':
    'Events that could not be read, the first received first',
  'deadLetters.loading': 'Reading events that could not be read',
  'deadLetters.failed': 'The events that could not be read could not be listed',
  'deadLetters.stale': 'What you see is older.',
  'deadLetters.forbidden': 'You may not see events that could not be read',
  'deadLetters.forbiddenWhy':
    'They are for those with the permission {{permission}}. Ask who runs this portal for it.',
  'deadLetters.empty': 'Every event could be read',
  'deadLetters.emptyWhy':
    'What is received and cannot be put into the graph is listed here.',
  'deadLetters.noMore': 'There are no more',
  'deadLetters.noMoreWhy': 'Those of this page were read or deleted meanwhile.',
  'deadLetters.columns.received': 'Received',
  'deadLetters.columns.event': 'Event',
  'deadLetters.columns.attempts': 'Tries',
  'deadLetters.columns.reason': 'Why',
  'deadLetters.kinds.run': 'run event',
  'deadLetters.kinds.job': 'job event',
  'deadLetters.kinds.dataset': 'dataset event',
  'deadLetters.run': 'run {{id}}',
  'deadLetters.at': 'of {{time}}',
  'deadLetters.show': 'Show {{kind}} {{id}}',
  'deadLetters.hide': 'Hide {{kind}} {{id}}',
  'deadLetters.event': 'Event {{id}} as it is kept',
  'deadLetters.tooLarge': 'It has {{bytes}} bytes, too many to be shown here.',
  'deadLetters.retry': 'Try again: event {{id}}',
  'deadLetters.retryOne': 'Try again',
  'deadLetters.retryPage': 'Try all on this page again',
  'deadLetters.retryAll': 'Try all again',
  'deadLetters.retryFailed': 'They could not be tried again',
  'deadLetters.retried_zero': 'None was left to be tried again.',
  'deadLetters.retried_one':
    '{{count}} event is being tried again. If it fails again, it is listed again.',
  'deadLetters.retried_other':
    '{{count}} events are being tried again. Those that fail again are listed again.',
  'deadLetters.readAgain': 'Read the list again',
  'deadLetters.first': 'First page',
  'deadLetters.next': 'Next page',
} as const;
