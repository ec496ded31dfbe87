/**
 * The English texts of {@link cardTranslationRef} by key: what an app can word
 * otherwise or translate.
 *
 * @public
 */
export const cardMessages = {
  'card.title': 'Model card',
  'card.other': 'Card',
  'card.what': 'what the card lacks',
  'card.complete': '{{percent}} % of what risk tier {{tier}} asks for',
  'card.completeUnknown':
    '{{percent}} % of what the highest risk tier asks for, as the tier of this model is not known',
  'card.missing': 'What is missing',
  'card.problems': 'What could not be read',
  'card.review.draft': 'Nobody has reviewed this card',
  'card.review.in_review': 'Waiting for a review, asked for by {{who}}',
  'card.review.approved': 'Approved by {{who}}',
  'card.review.outdated': 'The text has changed since {{who}} looked at it',
  'card.nobody': 'nobody known',
  'card.choose.draft': 'Take back',
  'card.choose.in_review': 'Ask for a review',
  'card.choose.approved': 'Approve',
  'card.ask.draft': 'Take the review back',
  'card.ask.in_review': 'Ask for a review of this card',
  'card.ask.approved': 'Approve this card',
  'card.effect.draft': 'The card counts as not reviewed again.',
  'card.effect.in_review':
    'Who may approve the cards of models sees that this text waits for them.',
  'card.effect.approved':
    'You say that this text tells its readers what they need. It no longer counts as approved once the text changes.',
  'card.note': 'Note for its readers',
  'card.failed': 'The review of the card was not changed',
  'card.download': 'Save for Hugging Face',
  'card.downloadFailed': 'The card could not be saved',
} as const;
