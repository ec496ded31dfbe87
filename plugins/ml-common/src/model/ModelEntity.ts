import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { ML_API_VERSION } from '../entity/kinds';
import {
  componentRoles,
  consumptionModes,
  modelOrigins,
  servingModes,
  StewardPhase,
} from './modelVocabulary';

// The parts of a spec are type aliases, not interfaces: only those can be
// assigned to the JsonObject that the platform's Entity asks for.

/**
 * What a model is used for. A model's risk tier is the highest of its uses.
 *
 * @public
 */
export type ModelUse = {
  id: string;
  purpose: string;
  /** One of the configured tiers, `ml.riskTiers`. */
  riskTier?: string;
  rationale?: string;
  /** Entity ref of the group that answers for this use. */
  owner?: string;
  /** Entity ref of what uses the model. */
  consumer?: string;
  personAffecting?: boolean;
  /** ISO 3166 codes such as `DE` or `US-CA`, or `EU`. */
  jurisdictions?: string[];
};

/**
 * A record of an outside registry that is bound to the model.
 *
 * @public
 */
export type ModelRegistryRecord = {
  /** Id of the server, as in `ml.registries.<id>`. */
  server: string;
  workspace?: string;
  /** The name in the registry, verbatim. */
  name: string;
  environment?: string;
  /** A trained line inside the model, such as `store=0417`. */
  variant?: string;
};

/**
 * An experiment in a tracking server. At least one of id and name is given.
 *
 * @public
 */
export type ModelExperiment = {
  server: string;
  id?: string;
  name?: string;
  url?: string;
};

/**
 * A feature view the model reads.
 *
 * @public
 */
export type ModelConsumption = {
  /** Entity ref of the FeatureView. */
  view: string;
  version?: string;
  /** Names of the fields that are read. All of them when left out. */
  fields?: string[];
  mode: (typeof consumptionModes)[number];
};

/**
 * One way in which the model's answers reach their users.
 *
 * @public
 */
export type ModelServing = {
  mode: (typeof servingModes)[number];
  /** Entity ref of the Component that runs or contains the model. */
  component?: string;
  /** Entity ref of the API it answers on. */
  api?: string;
  /** Entity refs of the Datasets the answers are written to. */
  writes?: string[];
};

/**
 * A version written beside the model's YAML, for a model without a registry.
 *
 * @public
 */
export type ModelInlineVersion = {
  label: string;
  description?: string;
  /** ISO 8601 with a zone. */
  createdAt?: string;
  /** Entity ref or name of whoever made it. */
  createdBy?: string;
  /** `sha256:` and 64 hexadecimal digits. */
  digest?: string;
  /** Where the artifact is, as a URI. */
  source?: string;
  variant?: string;
  metrics?: {
    name: string;
    value: number;
    dataset?: string;
    split?: string;
  }[];
  params?: { name: string; value: string }[];
  components?: {
    role: (typeof componentRoles)[number];
    ref: string;
    version?: string;
    digest?: string;
  }[];
};

/**
 * The catalog entity of kind Model.
 *
 * @public
 */
export interface ModelEntity extends Entity {
  apiVersion: typeof ML_API_VERSION;
  kind: 'Model';
  spec: {
    type: string;
    lifecycle: string;
    owner?: string;
    system?: string;
    /** Entity ref of the steward of each phase. */
    stewards?: Partial<Record<StewardPhase, string>>;
    escalation?: {
      /** Entity ref of the group on call. */
      group?: string;
      contact?: string;
      url?: string;
    };
    origin?: (typeof modelOrigins)[number];
    provider?: { name: string; url?: string };
    licence?: string;
    uses?: ModelUse[];
    registries?: ModelRegistryRecord[];
    /** `portal` or the id of a registry server. See `modelHome`. */
    home?: string;
    experiments?: ModelExperiment[];
    /** Version refs of Datasets. */
    trainedOn?: string[];
    /** Version refs of Datasets. */
    evaluatedOn?: string[];
    consumes?: ModelConsumption[];
    /** Version refs of Models. */
    basedOn?: string[];
    /** Entity refs of Datasets. */
    produces?: string[];
    serving?: ModelServing[];
    contract?: JsonObject;
    card?: JsonObject | string;
    versions?: ModelInlineVersion[];
  };
}

/**
 * Whether an entity is a Model. Entities that come out of the catalog have
 * been validated, so their shape can be relied on after this.
 *
 * @public
 */
export function isModelEntity(entity: Entity): entity is ModelEntity {
  return (
    entity.kind === 'Model' &&
    entity.apiVersion === ML_API_VERSION &&
    entity.spec !== undefined
  );
}
