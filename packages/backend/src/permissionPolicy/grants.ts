/** Who is granted a permission. What is not granted is denied. */
export interface Grant {
  /** Every signed-in user. */
  anyUser?: boolean;
  /** Members of these groups, as entity refs. */
  groups?: string[];
  /** Owners of the entity in question; has an effect on permissions about catalog entities only. */
  owner?: boolean;
}

const ML_PLATFORM = 'group:default/ml-platform';
const ML_ONCALL = 'group:default/ml-oncall';
const MODEL_RISK = 'group:default/model-risk';

/**
 * The permissions that change something, by name. Those of our own areas (`ml.*`, `lineage.*`) are
 * denied unless they stand here, so that a permission added later starts out closed.
 */
export const grants: Record<string, Grant> = {
  'ml.promotion.create': { owner: true, groups: [ML_PLATFORM] },
  'ml.promotion.rollback': { owner: true, groups: [ML_ONCALL] },
  // The promotion service itself checks who is eligible, against the owner group at that moment.
  'ml.promotion.approve': { anyUser: true },
  // The promotion service lets the requester and the owners cancel.
  'ml.promotion.cancel': { anyUser: true },
  'ml.version.register': { owner: true },
  'ml.registry.sync': { groups: [ML_PLATFORM] },
  // The intake itself lets people claim for their own groups only.
  'ml.intake.claim': { anyUser: true },
  'ml.intake.decide': { groups: [ML_PLATFORM] },
  'ml.ledger.export': { groups: [MODEL_RISK, ML_PLATFORM] },
  'ml.policy.write': { groups: [MODEL_RISK, ML_PLATFORM] },

  'catalog.entity.delete': { owner: true, groups: [ML_PLATFORM] },
  'catalog.location.delete': { groups: [ML_PLATFORM] },
};
