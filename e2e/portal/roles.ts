/** The roles of the demo portal and how the sign-in page calls them. */
export const roles = {
  'payments-scientist': 'Payments scientist',
  'payments-lead': 'Payments lead',
  'search-scientist': 'Search scientist',
  'feature-engineer': 'Feature engineer',
  'platform-engineer': 'Platform engineer',
  'risk-officer': 'Risk officer',
  'on-call': 'On-call engineer',
  'release-lead': 'Release lead',
  executive: 'Executive',
} as const;

/** The name of a role. */
export type RoleName = keyof typeof roles;
