import { createRules } from './createRules';

/** Version numbers and dates. */
export const versionRules = createRules('version', [
  [
    'VERSION_NOT_BUMPED',
    'xx',
    'none',
    'The contract changes and keeps the version {old}',
    'Give the contract a new version.',
  ],
  [
    'BUMP_TOO_SMALL',
    'xx',
    'none',
    'The version {new} follows {old}, and what changes asks for a {field} version',
    'Give the contract the version that the change asks for.',
  ],
  [
    'VERSION_REUSED_DIGEST',
    'xx',
    'none',
    'The version {new} was already given to another content',
    'Give the contract a version that was never used.',
  ],
  [
    'PIN_UNSATISFIED',
    '!!',
    'none',
    'The version {new} is outside of {old}, which the consumer is pinned to',
    'Keep serving the version that the consumer takes until it moves.',
  ],
  [
    'DEPRECATION_TOO_SHORT',
    'xx',
    'none',
    'The field {field} is to be removed on {new}, sooner than the promised {old}',
    'Name a later day.',
  ],
]);

/** Conventions, and what could not be judged. */
export const formRules = createRules('form', [
  [
    'NAMING_CONVENTION',
    '!!',
    'none',
    'The name {new} does not match {old}',
    'Choose a name that follows the convention.',
  ],
  [
    'METADATA_MISSING',
    '!!',
    'none',
    'The contract does not say the {old} of {field}',
    'Add it.',
  ],
  [
    'VERSIONING_CONVENTION',
    '!!',
    'none',
    'The version {new} is not one that may be used here',
    'Choose a version that the policy allows.',
  ],
  [
    'PACKAGING_CONVENTION',
    '!!',
    'none',
    'The {field} {new} is not one of {old}',
    'Use one of those that the organisation supports.',
  ],
  [
    'CONTRACT_MISSING',
    '!!',
    'none',
    'There is no contract of {field}',
    'Write down what is needed, so that it can be checked.',
  ],
  [
    'CONTRACT_STALE',
    '!!',
    'none',
    'What runs is not as the contract says in {old}: {new}',
    'Publish a contract of what runs, or make it run as the contract says.',
    'An error in production.',
  ],
  [
    'UNVERIFIABLE_ANY',
    '!-',
    'minor',
    'The writer may write anything to {field}, and the reader takes {new} only',
    'Say in the contract of the writer what values may be.',
    'The name that reading gives to TYPE_FROM_ANY and TYPE_TO_ANY where neither side is the older; an error in the profile `strict`.',
  ],
  [
    'UNVERIFIABLE_SHAPE',
    '!!',
    'minor',
    'The form of {field} changes from {old} to {new}, which cannot be checked',
    'Declare it on both sides.',
    'Only in the direction in which the writer says less than the reader; an error in the profile `strict`.',
  ],
  [
    'OPAQUE_CHANGED',
    '!!',
    'minor',
    'The type of {field} changes from {old} to {new}, which cannot be compared',
    'Compare the two by hand, or describe the type in terms that can be compared.',
    'An error in the profile `strict`.',
  ],
  [
    'TRUNCATED',
    '!!',
    'minor',
    'Not all of {field} was compared or is shown: {new}',
    'Mend what is shown and check again.',
    'An error in the profile `strict`; fine where only harmless changes are left out.',
  ],
]);
