import { waitFor } from '../waitFor.mjs';

const QUERY =
  'limit=500&filter=kind=dataset&filter=kind=featureview&filter=kind=model&filter=kind=component';

/** How many entities with names the sample organisation has. */
const EXPECTED = { Dataset: 40, FeatureView: 20, Model: 13, Component: 5 };

/**
 * Waits until every name that is in the graph and that an entity of the catalog
 * claims is shown as that entity: the catalog is read now and then, events
 * come at any time.
 *
 * @param {import('../PortalApi.mjs').PortalApi} api
 */
export async function waitForNames(api) {
  const claims = (await waitForCatalog(api)).flatMap(claimsOf);
  /** @type {string[]} */
  let missing = [];
  try {
    await waitFor(
      'entities to be tied to their names',
      async () => {
        missing = await missingOf(api, claims);
        return missing.length === 0 ? true : undefined;
      },
      { seconds: 90 },
    );
  } catch (error) {
    throw new Error(`These names are not tied: ${missing.slice(0, 10)}`, {
      cause: error,
    });
  }
}

/**
 * @param {import('../PortalApi.mjs').PortalApi} api
 * @param {{ id: string, ref: string }[]} claims
 */
async function missingOf(api, claims) {
  const missing = [];
  for (const { id, ref } of claims) {
    const detail = await api.get(`/lineage/nodes/${encodeURIComponent(id)}`);
    if (detail && detail.node.entityRef !== ref) {
      missing.push(`${id} (${ref})`);
    }
  }
  return missing;
}

/**
 * Waits until the catalog has every entity of the sample organisation that can
 * have a name in events, and gives them. A backend that is killed before may
 * take minutes to come back to what it had not read yet.
 *
 * @param {import('../PortalApi.mjs').PortalApi} api
 * @returns {Promise<any[]>}
 */
export async function waitForCatalog(api) {
  return waitFor(
    'the catalog',
    async () => {
      const page = await api.get(`/catalog/entities/by-query?${QUERY}`);
      return isComplete(page.items) ? page.items : undefined;
    },
    { seconds: 120 },
  );
}

/**
 * @param {any} entity
 * @returns {{ id: string, ref: string }[]} names that it claims, as node ids
 */
function claimsOf({ kind, metadata, spec }) {
  const ref =
    `${kind}:${metadata.namespace ?? 'default'}/${metadata.name}`.toLowerCase();
  const { annotations = {} } = metadata;
  return [
    ...(spec.physical ?? [])
      .filter((/** @type {any} */ { name }) => name)
      .map(
        (/** @type {any} */ { namespace, name }) =>
          `dataset:${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`,
      ),
    ...split(annotations['understudy.dev/openlineage-datasets']).map(
      name => `dataset:${name}`,
    ),
    ...split(annotations['understudy.dev/openlineage-jobs']).map(
      name => `job:${name}`,
    ),
  ].map(id => ({ id: `ol:${id}`, ref }));
}

/** @param {any[]} entities */
function isComplete(entities) {
  return Object.entries(EXPECTED).every(
    ([expected, count]) =>
      entities.filter(
        ({ kind, metadata, spec }) =>
          kind === expected &&
          (kind !== 'Component' ||
            metadata.annotations['understudy.dev/openlineage-jobs']) &&
          // Imported models have no system.
          (kind !== 'Model' || spec.system),
      ).length >= count,
  );
}

/** @param {string | undefined} annotation */
function split(annotation = '') {
  return annotation.split(/[\s,]+/).filter(Boolean);
}
