/** How much there is in the portal that is measured. */
export interface PopulationSize {
  models: number;
  /** Of one model; every other one has a few. */
  versions: number;
  ledgerEvents: number;
}

/** A model of the population. */
export interface PopulatedModel {
  ref: string;
  subjectId: string;
  owner: string;
}

/** What was put into a portal. */
export interface Population {
  models: PopulatedModel[];
  /** The model with very many versions. */
  large: PopulatedModel;
}

/** Every other model has so many versions. */
export const VERSIONS_OF_OTHERS = 5;

/** How many versions all models have together. */
export function countVersions(
  { models }: Population,
  { versions }: PopulationSize,
): number {
  return versions + (models.length - 1) * VERSIONS_OF_OTHERS;
}

/** An identity of the form the stores use, 26 characters that sort by number. */
export function numberedId(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(26 - prefix.length, '0')}`;
}

/** The path of a model below `/ml/models`, such as `default/fraud-score`. */
export function pathOf(model: PopulatedModel): string {
  return model.ref.slice(model.ref.indexOf(':') + 1);
}
