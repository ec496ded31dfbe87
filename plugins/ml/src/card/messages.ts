/** Texts of model cards. */
export const cardMessages = {
  title: 'Model card',
  other: 'Card',
  what: 'what the card lacks',
  complete: '{{percent}} % of what risk tier {{tier}} asks for',
  completeUnknown:
    '{{percent}} % of what the highest risk tier asks for, as the tier of this model is not known',
  missing: 'What is missing',
  problems: 'What could not be read',
  review: {
    draft: 'Nobody has reviewed this card',
    in_review: 'Waiting for a review, asked for by {{who}}',
    approved: 'Approved by {{who}}',
    outdated: 'The text has changed since {{who}} looked at it',
  },
  nobody: 'nobody known',
  choose: {
    draft: 'Take back',
    in_review: 'Ask for a review',
    approved: 'Approve',
  },
  ask: {
    draft: 'Take the review back',
    in_review: 'Ask for a review of this card',
    approved: 'Approve this card',
  },
  effect: {
    draft: 'The card counts as not reviewed again.',
    in_review:
      'Who may approve the cards of models sees that this text waits for them.',
    approved:
      'You say that this text tells its readers what they need. It no longer counts as approved once the text changes.',
  },
  note: 'Note for its readers',
  failed: 'The review of the card was not changed',
  download: 'Save for Hugging Face',
  downloadFailed: 'The card could not be saved',
} as const;
