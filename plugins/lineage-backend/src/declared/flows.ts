/** Which way data, or what else is passed on, go along a relation. */
export type Flow = 'from-target' | 'to-target';

/**
 * Relations of the catalog that say what depends on what, as the entity that
 * states them sees it. Of each pair one is enough: the catalog has both.
 */
export const flows: Readonly<Record<string, Flow>> = {
  dependsOn: 'from-target',
  consumesApi: 'from-target',
  providesApi: 'to-target',
  trainedOn: 'from-target',
  evaluatedOn: 'from-target',
  consumesFeature: 'from-target',
  derivedFrom: 'from-target',
  basedOn: 'from-target',
  produces: 'to-target',
  servedBy: 'to-target',
};
