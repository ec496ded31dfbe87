import { createRules } from './createRules';

const agree = 'Agree with the consumers that are outside of the new terms.';

/** Who may use the data, for what and for how long. */
export const termsRules = createRules('terms', [
  [
    'PURPOSE_NARROWED',
    'xx',
    'minor',
    'The data may no longer be used for {old}',
    agree,
    'For a consumer only where it is outside of the new terms.',
  ],
  [
    'REGION_NARROWED',
    'xx',
    'minor',
    'The data may no longer be used in {old}',
    agree,
    'For a consumer only where it is outside of the new terms.',
  ],
  [
    'SHARING_NARROWED',
    'xx',
    'minor',
    'The data may be shared {new} and no longer {old}',
    agree,
    'For a consumer only where it is outside of the new terms.',
  ],
  [
    'RETENTION_SHORTENED',
    '!?',
    'minor',
    'The data may be kept for {new} and no longer for {old}',
    'Keep the time, or make sure that no one needs the data for longer.',
    'Forward an error where a consumer needs longer, otherwise a warning.',
  ],
  [
    'RETENTION_LENGTHENED',
    '+!',
    'minor',
    'The data may be kept for {new} and no longer for {old} only',
    'Have it checked that there is a reason to keep the data for longer.',
  ],
  [
    'LICENCE_CHANGED',
    '!!',
    'minor',
    'The licence changes from {old} to {new}',
    'Have the new licence checked for each use.',
  ],
  [
    'TERMS_CHANGED',
    '++',
    'patch',
    'The {field} of the data changes from {old} to {new}',
    'Nothing has to be done.',
    'What no other rule speaks of, such as terms that become wider.',
  ],
]);
