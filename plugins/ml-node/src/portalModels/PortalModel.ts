/**
 * A registered model that the portal keeps itself and that no team has
 * described in YAML when it was registered.
 *
 * @public
 */
export interface PortalModel {
  /** As it was registered, verbatim. */
  name: string;
  kind: 'model' | 'prompt';
  namespace: string;
  /** The name of its Model. */
  entityName: string;
  /** Entity ref. */
  owner?: string;
  description?: string;
  /** Those that say something of the Model: `type` and `lifecycle`. */
  tags: { key: string; value: string }[];
}
