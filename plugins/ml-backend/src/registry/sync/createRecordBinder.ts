import {
  BindingContext,
  compileBindingRules,
  createEntityNamer,
  indexDeclaredBindings,
  RegistryBinding,
  registryRecordKey,
  resolveBinding,
  toEntityName,
} from '@understudy/plugin-ml-common';
import {
  linearTimePatterns,
  SourceRecord,
  VersionSource,
} from '@understudy/plugin-ml-node';
import { DirectoryModel } from '../../models/readModelDirectory';
import { DecidedBindings } from './readDecidedBindings';

/**
 * Says to which Model a record of a source belongs; undefined when people
 * decided to leave it alone.
 */
export type RecordBinder = (
  record: SourceRecord,
) => RegistryBinding | undefined;

/**
 * A binder for one read of a source: what Models declare goes first, then what
 * people decided, then the rules of the source, and what is left is imported
 * under its own name. Give it every record of the read: names that clash are
 * kept apart in the order in which they are first seen, as importers do.
 */
export function createRecordBinder(
  source: VersionSource,
  options: {
    models: ReadonlyMap<string, DirectoryModel>;
    decided: DecidedBindings;
    /** Names of the records that the server had before, oldest first. */
    knownNames: readonly string[];
  },
): RecordBinder {
  const models = [...options.models.values()];
  const { bound, ignored } = options.decided;
  const imported = models.flatMap(({ imported: { record, name } = {} }) =>
    record && name && record.server === source.id ? [{ record, name }] : [],
  );
  // What an importer has called a record holds.
  const importedNames = new Map(
    imported.map(({ record, name }) => [registryRecordKey(record), name]),
  );
  // What it is going to call the others follows from the names: of those that
  // clash one has the plain form, the one it was given to or else the oldest.
  const nameOf = createEntityNamer();
  imported
    .filter(({ record, name }) => name === toEntityName(record.name))
    .forEach(({ record }) => nameOf(record.name));
  options.knownNames.forEach(name => nameOf(name));
  const context: BindingContext = {
    declared: indexDeclaredBindings(
      models.flatMap(model =>
        model.registries
          .filter(registry => registry.server === source.id)
          .map(registry => ({ ...registry, entityRef: model.ref })),
      ),
    ),
    decided: bound,
    rules: compileBindingRules(source.bindingRules, {
      engine: linearTimePatterns,
      at: `bindings of registry '${source.id}'`,
    }),
    defaults: {
      namespace: source.namespace,
      environment: source.environment,
      entityName: record =>
        importedNames.get(registryRecordKey(record)) ?? nameOf(record.name),
    },
  };
  return ({ workspace, name }) => {
    const record = { server: source.id, workspace, name };
    // Also where the binding does not need it: its name is taken now.
    nameOf(name);
    const binding = resolveBinding(record, context);
    return binding.by !== 'declared' && ignored.has(registryRecordKey(record))
      ? undefined
      : binding;
  };
}
