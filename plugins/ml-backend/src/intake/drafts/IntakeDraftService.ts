import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  RegistryRecordRef,
  registryRecordKey,
} from '@understudy/plugin-ml-common';
import { IntakeCaller, IntakeCallers } from '../IntakeCallers';
import { VisibleRecord, VisibleRecords } from '../records/VisibleRecords';
import { SuggestionReader } from '../suggestions/SuggestionReader';
import { draftOwner } from './draftOwner';
import { ModelToDraft, writeDrafts } from './writeDrafts';

/** Drafts the YAML of Models for records that no team has described. */
export class IntakeDraftService {
  readonly #callers: IntakeCallers;
  readonly #suggestions: SuggestionReader;
  readonly #visible: VisibleRecords;

  constructor(options: {
    callers: IntakeCallers;
    suggestions: SuggestionReader;
    visible: VisibleRecords;
  }) {
    this.#callers = options.callers;
    this.#suggestions = options.suggestions;
    this.#visible = options.visible;
  }

  /** Throws NotFoundError when one of the records is not there to be seen. */
  async draft(
    refs: readonly RegistryRecordRef[],
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<string> {
    const caller = await this.#callers.identify(credentials);
    const found = await this.#visible.find(refs, caller);
    const records = new Map(
      refs.map(ref => {
        const key = registryRecordKey(ref);
        const record = found.get(key);
        if (!record) {
          throw new NotFoundError(
            `No record '${ref.name}' of registry '${ref.server}' is known, or you may not see it`,
          );
        }
        return [key, record];
      }),
    );
    return writeDrafts(await this.#prepare([...records.values()], caller));
  }

  async #prepare(
    records: readonly VisibleRecord[],
    { scope }: IntakeCaller,
  ): Promise<ModelToDraft[]> {
    const groups = new Map<string, [VisibleRecord, ...VisibleRecord[]]>();
    for (const record of records) {
      const ref = modelOf(record);
      const group = groups.get(ref);
      if (group) {
        group.push(record);
      } else {
        groups.set(ref, [record]);
      }
    }
    const models = await this.#visible.readModels(groups.keys(), scope);
    const suggestions = await this.#suggestions.read(records, scope);
    return [...groups].map(([ref, group]) => {
      const entity = models.get(ref);
      const [first, ...others] = group;
      return {
        ref,
        entity,
        records: [first.row, ...others.map(({ row }) => row)],
        owner: draftOwner(group, {
          entity,
          suggestions: group.flatMap(
            ({ row }) => suggestions.get(row.id) ?? [],
          ),
        }),
      };
    });
  }
}

/** The Model that a record belongs to once what was decided takes effect. */
function modelOf({ row, decision }: VisibleRecord): string {
  return row.bound_by !== 'declared' && decision?.action === 'bind'
    ? (decision.model ?? row.model)
    : row.model;
}
