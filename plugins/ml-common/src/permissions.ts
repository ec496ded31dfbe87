import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of the catalog. Permissions with it are decided per
 * entity, so that a portal's policy can say "owners of the model".
 */
const CATALOG_ENTITY = 'catalog-entity';

/**
 * Checked when somebody approves the card of a model. The resource is the model's
 * entity ref. Owners of the model do not approve its card, whatever they may.
 *
 * @public
 */
export const mlCardReviewPermission = createPermission({
  name: 'ml.card.review',
  attributes: { action: 'update' },
  resourceType: CATALOG_ENTITY,
});

/**
 * Checked when somebody asks for a model version to be promoted. The resource
 * is the model's entity ref.
 *
 * @public
 */
export const mlPromotionCreatePermission = createPermission({
  name: 'ml.promotion.create',
  attributes: { action: 'create' },
  resourceType: CATALOG_ENTITY,
});

/**
 * Checked when somebody asks for a rollback. The resource is the model's
 * entity ref.
 *
 * @public
 */
export const mlPromotionRollbackPermission = createPermission({
  name: 'ml.promotion.rollback',
  attributes: { action: 'create' },
  resourceType: CATALOG_ENTITY,
});

/**
 * Checked when a version is registered through the REST API. The resource is
 * the entity ref of the model, feature view or dataset.
 *
 * @public
 */
export const mlVersionRegisterPermission = createPermission({
  name: 'ml.version.register',
  attributes: { action: 'create' },
  resourceType: CATALOG_ENTITY,
});

/**
 * Checked when a contract is published or deprecated. The resource is the
 * entity ref of what the contract is about; a user has to own it as well.
 *
 * @public
 */
export const mlContractPublishPermission = createPermission({
  name: 'ml.contract.publish',
  attributes: { action: 'create' },
  resourceType: CATALOG_ENTITY,
});

/**
 * Checked when somebody grants, refuses or takes back a waiver of a finding of
 * a contract. The resource is the entity ref of the consumer that is hit, or of
 * the provider where none is. Only people who own it decide, and never about
 * what they asked for themselves.
 *
 * @public
 */
export const mlContractWaivePermission = createPermission({
  name: 'ml.contract.waive',
  attributes: { action: 'update' },
  resourceType: CATALOG_ENTITY,
});

/**
 * Checked when somebody registers a model that the catalog does not hold yet.
 *
 * @public
 */
export const mlModelRegisterPermission = createPermission({
  name: 'ml.model.register',
  attributes: { action: 'create' },
});

/**
 * Checked when somebody makes a personal registry token. What it may be used for
 * is not asked again of the policy: it reads and changes models of the person's
 * own groups, and nothing else.
 *
 * @public
 */
export const mlRegistryTokenCreatePermission = createPermission({
  name: 'ml.registry-token.create',
  attributes: { action: 'create' },
});

/**
 * Checked when somebody approves or rejects. It only opens the door: who is
 * eligible is decided by the promotion itself.
 *
 * @public
 */
export const mlPromotionApprovePermission = createPermission({
  name: 'ml.promotion.approve',
  attributes: { action: 'update' },
});

/**
 * Checked when somebody withdraws a promotion that has not been executed.
 *
 * @public
 */
export const mlPromotionCancelPermission = createPermission({
  name: 'ml.promotion.cancel',
  attributes: { action: 'update' },
});

/**
 * Checked when somebody starts, previews or releases a registry import.
 *
 * @public
 */
export const mlRegistrySyncPermission = createPermission({
  name: 'ml.registry.sync',
  attributes: { action: 'update' },
});

/**
 * Checked when records of registries are listed that no Model of the catalog
 * has. Those of a Model are readable exactly when the Model is.
 *
 * @public
 */
export const mlIntakeReadPermission = createPermission({
  name: 'ml.intake.read',
  attributes: { action: 'read' },
});

/**
 * Checked when somebody claims a record for a group of their own, or binds it
 * to a Model that they may register versions of.
 *
 * @public
 */
export const mlIntakeClaimPermission = createPermission({
  name: 'ml.intake.claim',
  attributes: { action: 'update' },
});

/**
 * Checked when somebody decides about records for others: claims for any
 * group, binds to any Model, ignores, or changes what another team decided.
 *
 * @public
 */
export const mlIntakeDecidePermission = createPermission({
  name: 'ml.intake.decide',
  attributes: { action: 'update' },
});

/**
 * Checked when the ledger is verified or read across models.
 *
 * @public
 */
export const mlLedgerReadPermission = createPermission({
  name: 'ml.ledger.read',
  attributes: { action: 'read' },
});

/**
 * The permissions that are decided per catalog entity. The catalog module
 * registers them with the catalog, which then evaluates conditions on them.
 *
 * @public
 */
export const mlModelPermissions = [
  mlCardReviewPermission,
  mlPromotionCreatePermission,
  mlPromotionRollbackPermission,
  mlVersionRegisterPermission,
  mlContractPublishPermission,
  mlContractWaivePermission,
];

/**
 * Every permission of the machine learning plugins.
 *
 * @public
 */
export const mlPermissions = [
  ...mlModelPermissions,
  mlModelRegisterPermission,
  mlRegistryTokenCreatePermission,
  mlPromotionApprovePermission,
  mlPromotionCancelPermission,
  mlRegistrySyncPermission,
  mlIntakeReadPermission,
  mlIntakeClaimPermission,
  mlIntakeDecidePermission,
  mlLedgerReadPermission,
];
