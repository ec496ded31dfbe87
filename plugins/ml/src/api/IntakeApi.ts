import { createApiRef } from '@backstage/core-plugin-api';
import {
  IntakeDecisionRequest,
  IntakeDecisionResult,
  IntakePage,
  RegistryRecordRef,
} from '@understudy/plugin-ml-common';
import { IntakeImport, IntakeQuery, IntakeServer } from './intakeTypes';

/**
 * What the pages ask of the intake in the `ml` backend: the records of
 * registries, and what is decided about them. Every call rejects with the
 * error of the backend.
 *
 * @public
 */
export interface IntakeApi {
  listRecords(query: IntakeQuery): Promise<IntakePage>;
  listServers(): Promise<IntakeServer[]>;

  /** One result for each line, in the order asked; lines fail one by one. */
  decide(items: IntakeDecisionRequest[]): Promise<IntakeDecisionResult[]>;

  /** All records that fit, as CSV. */
  exportCsv(query: IntakeQuery): Promise<Blob>;
  /** Decides what the lines of a CSV file ask for; nothing in a dry run. */
  importCsv(csv: string, options: { dryRun: boolean }): Promise<IntakeImport>;

  /** Model documents for the records, as YAML to put into a repository. */
  draftYaml(records: RegistryRecordRef[]): Promise<string>;
}

/**
 * Replace the implementation to read from elsewhere, for instance in tests.
 *
 * @public
 */
export const intakeApiRef = createApiRef<IntakeApi>({
  id: 'plugin.ml.intake',
});
