import type { SampleServerId } from '../generate/types';
import type { DatasetName } from './SampleJob';

const inNamespace =
  (namespace: string) =>
  (name: string): DatasetName => ({ namespace, name });

/** Tables of the warehouse. */
export const warehouse = inNamespace('postgres://warehouse.example.com:5432');
/** The warehouse that developers use. */
export const warehouseDev = inNamespace(
  'postgres://warehouse-dev.example.com:5432',
);
/** Files of the lake. */
export const lake = inNamespace('s3://lake');
/** Files that people label and tools export. */
export const exportsOf = inNamespace('s3://annotation-exports');
/** Topics. */
export const topic = inNamespace('kafka://events.example.com:9092');
/** The part of a dataset for the day of a time, as lakes name it. */
export const dayOf = (dataset: DatasetName, at: Date): DatasetName => ({
  ...dataset,
  name: `${dataset.name}/dt=${at.toISOString().slice(0, 10)}`,
});
/** What feature views answer from while a shopper waits. */
export const online = inNamespace('redis://features.example.com:6379');
/** The search engine, in Europe and in America. */
export const index = inNamespace('opensearch://search.example.com:9200');
export const indexUs = inNamespace('opensearch://search-us.example.com:9200');
/** Databases of the shop, of payments and of the warehouses. */
export const shopTable = inNamespace('postgres://shop-db.example.com:5432');
export const paymentsTable = inNamespace(
  'mysql://payments-db.example.com:3306',
);
export const stockTable = inNamespace('mssql://wms.example.com:1433');
/** Reports on models. */
export const artifact = inNamespace('s3://ml-artifacts');

/** A registered model, as training jobs report it. Names of registry servers are our ids of them. */
export const model = (server: SampleServerId, name: string): DatasetName => ({
  namespace: `mlflow://${server}`,
  name,
});

/** The offline table of a feature view. */
export const offline = (view: string): DatasetName =>
  warehouse(`features.${view}`);
