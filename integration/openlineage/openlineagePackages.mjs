/** What the checks need of PyPI; pinned, so that a release there cannot turn them red. */
export const openlineagePackages = ['openlineage-python==1.54.0'];
export const OPENLINEAGE_ENVIRONMENT = 'venv-openlineage';

/**
 * dbt with a database that needs no server. The newest dbt fetches its parser
 * from elsewhere while it is installed, which a machine without a network to
 * the outside cannot.
 */
export const dbtPackages = [
  'openlineage-dbt==1.54.0',
  'dbt-core==1.10.23',
  'dbt-duckdb==1.10.1',
];
export const DBT_ENVIRONMENT = 'venv-openlineage-dbt';
