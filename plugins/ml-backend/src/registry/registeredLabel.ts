import { textForm } from '../router/textForm';

/** Labels that a path of the API would hide. */
const reservedLabels: readonly string[] = ['compare'];

/** The label of a version that somebody registers by the portal's own API. */
export const registeredLabel = textForm('versionLabel', 100).refine(
  label => !reservedLabels.includes(label),
  `is none of: ${reservedLabels.join(', ')}`,
);
