import { CompatibilityProfile } from '../contract/CompatibilityPolicy';
import { ScalarType } from '../fields/scalars';
import {
  avroPromotion,
  jsonPromotion,
  mlflowPromotion,
  noPromotion,
  Promotion,
  sqlPromotion,
  standardPromotion,
} from './promotions';

/** What distinguishes one way of reading from another. */
export interface ReadingRules {
  promotion: (writer: ScalarType, reader: ScalarType) => Promotion;
  /** Of what is read but may be rounded. */
  rounding: 'error' | 'warning';
  /** Of what can neither be shown to be readable nor not to be. */
  unproven: 'error' | 'warning';
  /** Names that differ in case only are the same. */
  foldsCase: boolean;
  /** A null is read as the default. */
  nullBecomesDefault: boolean;
  /** Fields that the reader does not list are dropped, whatever its content model says. */
  dropsUnknownFields: boolean;
  /** A reader may lack a field only if it has a default. */
  missingNeedsDefault: boolean;
  /** Models fill in no column that is left out; only parameters have defaults. */
  fillsParamsOnly: boolean;
  /** Named types are read only under their name or an alias. */
  namesTypes: boolean;
  /** An enum is read as the scalar that its symbols are written in. */
  readsEnumAsBase: boolean;
  /** A closed object does not read an open one, which may hold more. */
  closedRefusesOpen: boolean;
  /** An open writer may already hold values of another type under the name of a new property. */
  doubtsOpenContent: boolean;
  /** Objects are read as maps whose values read each field. */
  readsObjectAsMap: boolean;
  /**
   * The profile stands for a public system: renames and moves are judged by
   * what that system reads, not by what we think of them.
   */
  exact: boolean;
}

const standard: ReadingRules = {
  promotion: standardPromotion,
  rounding: 'warning',
  unproven: 'warning',
  foldsCase: true,
  nullBecomesDefault: false,
  dropsUnknownFields: false,
  missingNeedsDefault: false,
  fillsParamsOnly: false,
  namesTypes: false,
  readsEnumAsBase: true,
  closedRefusesOpen: false,
  doubtsOpenContent: false,
  readsObjectAsMap: false,
  exact: false,
};

const jsonSchema: ReadingRules = {
  ...standard,
  promotion: jsonPromotion,
  foldsCase: false,
  closedRefusesOpen: true,
  readsObjectAsMap: true,
  exact: true,
};

export const profiles: Record<CompatibilityProfile, ReadingRules> = {
  default: standard,
  strict: {
    ...standard,
    rounding: 'error',
    unproven: 'error',
    foldsCase: false,
    closedRefusesOpen: true,
  },
  avro: {
    ...standard,
    promotion: avroPromotion,
    foldsCase: false,
    dropsUnknownFields: true,
    missingNeedsDefault: true,
    namesTypes: true,
    readsEnumAsBase: false,
    exact: true,
  },
  mlflow: {
    ...standard,
    promotion: mlflowPromotion,
    foldsCase: false,
    dropsUnknownFields: true,
    fillsParamsOnly: true,
  },
  oip: { ...standard, promotion: noPromotion, foldsCase: false },
  'jsonschema-strict': { ...jsonSchema, doubtsOpenContent: true },
  'jsonschema-lenient': jsonSchema,
  sql: {
    ...standard,
    promotion: sqlPromotion,
    nullBecomesDefault: true,
  },
};
