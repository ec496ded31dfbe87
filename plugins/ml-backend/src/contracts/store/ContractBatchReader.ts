import { Contract } from '@understudy/contracts';
import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import {
  ContractHeadRow,
  ContractRow,
  headColumns,
  toStoredContract,
  withDocument,
} from './contractRows';
import { ReadDocuments } from './ReadDocuments';
import { ContractLine, StoredContract } from './StoredContract';

/** Versions of one line that a check looks at, the latest first. */
const HISTORY_LIMIT = 200;

/** Reads contracts of many subjects at once, for work that goes over all of them. */
export class ContractBatchReader {
  readonly #documents = new ReadDocuments();
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * What versions of subjects keep to, by their ids: null where a version was
   * looked at and keeps to none, nothing where nobody has looked yet.
   */
  async findOfVersions(
    versionIds: readonly string[],
  ): Promise<Map<string, StoredContract | null>> {
    const found = new Map<string, StoredContract | null>();
    for (const batch of inBatches([...new Set(versionIds)])) {
      const links: {
        version_id: string;
        contract_version_id: string | null;
      }[] = await this.#knex('contract_subject_version')
        .whereIn('version_id', batch)
        .select('version_id', 'contract_version_id');
      const rows = await this.#knex<ContractRow>('contract_version').whereIn(
        'id',
        links.flatMap(link => link.contract_version_id ?? []),
      );
      const contracts = new Map(
        rows.map(row => [row.id, toStoredContract(row)]),
      );
      for (const link of links) {
        found.set(
          link.version_id,
          contracts.get(link.contract_version_id ?? '') ?? null,
        );
      }
    }
    return found;
  }

  /** The latest versions of some lines, each newest first. */
  async readHistories(
    lines: readonly ContractLine[],
  ): Promise<(line: ContractLine) => StoredContract[]> {
    const histories = new Map<string, StoredContract[]>();
    for (const batch of inBatches(lines)) {
      const ranked = this.#knex('contract_version')
        .whereIn('subject_id', [
          ...new Set(batch.map(({ subjectId }) => subjectId)),
        ])
        .whereIn('provider_id', [
          ...new Set(batch.map(({ providerId }) => providerId)),
        ])
        .select('contract_version.*')
        .select(
          this.#knex.raw(
            'row_number() over (partition by subject_id, provider_id order by published_at desc, id desc) as place',
          ),
        )
        .as('ranked');
      const rows: ContractRow[] = await this.#knex
        .from(ranked)
        .where('place', '<=', HISTORY_LIMIT)
        .orderBy(['subject_id', 'provider_id', 'place']);
      // A batch may hold a line that an earlier one held too.
      const ofBatch = new Map<string, StoredContract[]>();
      for (const stored of rows.map(toStoredContract)) {
        const key = keyOf(stored);
        const known = ofBatch.get(key);
        if (known) {
          known.push(stored);
        } else {
          ofBatch.set(key, [stored]);
        }
      }
      ofBatch.forEach((history, key) => histories.set(key, history));
    }
    return line => histories.get(keyOf(line)) ?? [];
  }

  /** What others expect of some providers, of each at most so many contracts. */
  async readExpectations(
    providerIds: readonly string[],
    limit: number,
  ): Promise<Map<string, StoredContract[]>> {
    const expectations = new Map<string, StoredContract[]>();
    for (const batch of inBatches([...new Set(providerIds)])) {
      const ranked = this.#knex('contract_version')
        .whereIn('provider_id', batch)
        .whereIn('status', ['active', 'deprecated'])
        .select(...headColumns)
        .select(
          this.#knex.raw(
            'row_number() over (partition by provider_id order by subject_id, published_at, id) as place',
          ),
        )
        .as('ranked');
      const rows: ContractHeadRow[] = await this.#knex
        .from(ranked)
        .where('place', '<=', limit)
        .orderBy(['provider_id', 'place']);
      const contracts = await this.#readDocuments(rows);
      for (const row of rows) {
        const contract = contracts.get(row.digest);
        if (!contract) {
          continue;
        }
        const stored = withDocument(row, contract);
        const known = expectations.get(stored.providerId);
        if (known) {
          known.push(stored);
        } else {
          expectations.set(stored.providerId, [stored]);
        }
      }
    }
    return expectations;
  }

  /** By digest. Reads only what was not read lately. */
  async #readDocuments(
    rows: readonly Pick<ContractRow, 'id' | 'digest'>[],
  ): Promise<Map<string, Contract>> {
    const found = new Map<string, Contract>();
    const missing = new Map<string, string>();
    for (const { id, digest } of rows) {
      const contract = this.#documents.get(digest);
      if (contract) {
        found.set(digest, contract);
      } else {
        missing.set(digest, id);
      }
    }
    for (const batch of inBatches([...missing.values()])) {
      const read = await this.#knex<ContractRow>('contract_version')
        .whereIn('id', batch)
        .select('digest', 'document');
      for (const { digest, document } of read) {
        found.set(digest, this.#documents.parse(digest, document));
      }
    }
    return found;
  }

  /** Whom subjects expect something of. */
  async findProviders(subjectIds: readonly string[]): Promise<ContractLine[]> {
    const lines: ContractLine[] = [];
    for (const batch of inBatches([...new Set(subjectIds)])) {
      const rows: { subject_id: string; provider_id: string }[] =
        await this.#knex('contract_version')
          .whereIn('subject_id', batch)
          .whereNot({ provider_id: '' })
          .distinct('subject_id', 'provider_id');
      lines.push(
        ...rows.map(row => ({
          subjectId: row.subject_id,
          providerId: row.provider_id,
        })),
      );
    }
    return lines;
  }
}

function keyOf({ subjectId, providerId }: ContractLine): string {
  return `${subjectId} ${providerId}`;
}
