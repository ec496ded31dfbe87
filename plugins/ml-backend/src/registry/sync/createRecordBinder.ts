import {
  BindingContext,
  compileBindingRules,
  indexDeclaredBindings,
  RegistryBinding,
  resolveBinding,
} from '@understudy/plugin-ml-common';
import {
  linearTimePatterns,
  SourceRecord,
  VersionSource,
} from '@understudy/plugin-ml-node';
import { DirectoryModel } from '../../models/readModelDirectory';

/** Decides to which Model each record of a source belongs. */
export type RecordBinder = (record: SourceRecord) => RegistryBinding;

/**
 * A binder for one read of a source: what Models declare goes first, then the
 * rules of the source, and what is left is imported under its own name.
 */
export function createRecordBinder(
  source: VersionSource,
  models: ReadonlyMap<string, DirectoryModel>,
): RecordBinder {
  const context: BindingContext = {
    declared: indexDeclaredBindings(
      [...models.values()].flatMap(model =>
        model.registries
          .filter(registry => registry.server === source.id)
          .map(registry => ({ ...registry, entityRef: model.ref })),
      ),
    ),
    rules: compileBindingRules(source.bindingRules, {
      engine: linearTimePatterns,
      at: `bindings of registry '${source.id}'`,
    }),
    defaults: {
      namespace: source.namespace,
      environment: source.environment,
    },
  };
  return record =>
    resolveBinding(
      { server: source.id, workspace: record.workspace, name: record.name },
      context,
    );
}
