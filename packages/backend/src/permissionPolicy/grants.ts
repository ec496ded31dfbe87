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

/** Who works with data and models; not the company as a whole. */
const TEAMS = [
  'checkout',
  'data-platform',
  'feature-platform',
  'forecasting',
  'ml-oncall',
  'ml-platform',
  'model-risk',
  'payments-fraud',
  'search-ranking',
].map(name => `group:default/${name}`);

/**
 * The permissions that change something, and those to read what is not for everybody, by name. Those
 * of our own areas (`ml.*`, `lineage.*`) that change something are denied unless they stand here, so
 * that a permission added later starts out closed.
 */
export const grants: Record<string, Grant> = {
  'ml.promotion.create': { owner: true, groups: [ML_PLATFORM] },
  'ml.promotion.rollback': { owner: true, groups: [ML_ONCALL] },
  // The promotion service itself checks who is eligible, against the owner group at that moment.
  'ml.promotion.approve': { anyUser: true },
  // The promotion service lets the requester and the owners cancel.
  'ml.promotion.cancel': { anyUser: true },
  'ml.version.register': { owner: true },
  // The card service itself keeps owners from approving their own.
  'ml.card.review': { groups: [MODEL_RISK] },
  'ml.contract.publish': { owner: true },
  // The service itself keeps people from granting what they asked for.
  'ml.contract.waive': { owner: true },
  // A new model belongs to a group of whoever registers it.
  'ml.model.register': { anyUser: true },
  'ml.registry-token.create': { anyUser: true },
  'ml.registry.sync': { groups: [ML_PLATFORM] },
  // The intake itself lets people claim for their own groups only.
  'ml.intake.claim': { anyUser: true },
  'ml.intake.decide': { groups: [ML_PLATFORM] },
  'ml.ledger.export': { groups: [MODEL_RISK, ML_PLATFORM] },
  'ml.policy.write': { groups: [MODEL_RISK, ML_PLATFORM] },

  // 'lineage.event.write' is for programs with a token of their own, so no user has it.
  // Tables, topics and jobs that nobody has described yet; others see that something is in between.
  'lineage.node.read': { groups: TEAMS },
  // Events as they were sent, with whatever their sender put into them.
  'lineage.dead-letter.read': { groups: [ML_PLATFORM] },
  'lineage.dead-letter.replay': { groups: [ML_PLATFORM] },
  'lineage.impact.notify': { anyUser: true },

  'catalog.entity.delete': { owner: true, groups: [ML_PLATFORM] },
  'catalog.location.delete': { groups: [ML_PLATFORM] },
};
