const MAX_TERM_LENGTH = 63;

/** Schemes of OpenLineage namespaces that people call otherwise. */
const platforms: Record<string, string> = {
  abfs: 'azure-storage',
  abfss: 'azure-storage',
  awsathena: 'athena',
  azurecosmos: 'cosmos',
  azurekusto: 'kusto',
  gs: 'gcs',
  postgresql: 'postgres',
  s3a: 's3',
  s3n: 's3',
  sqlserver: 'synapse',
  unitycatalog: 'unity-catalog',
  wasb: 'azure-storage',
  wasbs: 'azure-storage',
};
const streams = new Set(['kafka', 'pubsub', 'kinesis', 'pulsar', 'eventhubs']);

/** Types of OpenLineage that a Dataset has another word for. */
const types: Record<string, string> = {
  job_output: 'file',
  topic: 'stream',
  view: 'table',
};

/** The system behind a namespace, as far as the namespace says. */
export function platformOf(namespace: string): string {
  const glue = /^arn:[^:]*:glue:/.test(namespace);
  const word = glue
    ? 'glue'
    : (/^([^:/]+)(:\/\/|$)/.exec(namespace)?.[1] ?? '');
  const term = toTerm(word);
  return Object.hasOwn(platforms, term) ? platforms[term] : term || 'unknown';
}

/** `spec.type` of a Dataset. */
export function datasetTypeOf(
  type: string | undefined,
  platform: string,
): string {
  if (type === undefined) {
    return streams.has(platform) ? 'stream' : 'table';
  }
  return Object.hasOwn(types, type) ? types[type] : toTerm(type) || 'table';
}

/** A word of lower-case letters, digits and single dashes; empty when nothing is left. */
export function toTerm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_TERM_LENGTH)
    .replace(/^-|-$/g, '');
}
