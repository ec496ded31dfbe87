const WAREHOUSE = encodeURIComponent('postgres://db.example.com:5432');

/**
 * Node id of a table that `python/emit.py` speaks of.
 *
 * @param {string} jobs the namespace of its jobs
 * @param {string} name
 */
export function tableId(jobs, name) {
  return `ol:dataset:${WAREHOUSE}/shop.${jobs.replaceAll('-', '_')}.${name}`;
}

/**
 * @param {string} namespace
 * @param {string} name
 */
export function jobId(namespace, name) {
  return `ol:job:${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
}

/**
 * The edges of a graph as texts, to compare them.
 *
 * @param {{ edges: { source: string, target: string, origin: string }[] }} graph
 */
export function edgeTexts({ edges }) {
  return edges
    .map(({ source, target, origin }) => `${source} -> ${target} ${origin}`)
    .sort();
}
