import {
  CompoundEntityRef,
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * A reference to an entity, to one of its versions, or to a field of one of
 * its versions.
 *
 * @public
 */
export interface VersionRef extends CompoundEntityRef {
  /** A version label such as `7` or `eu:12`, or an alias such as `champion`. */
  version?: string;
  /** The field of a feature view's version, verbatim. */
  field?: string;
}

/**
 * The longest text {@link parseVersionRef} reads.
 *
 * @public
 */
export const VERSION_REF_MAX_LENGTH = 600;

/**
 * What a version label or alias may look like. A label has to survive in a
 * reference, so `@`, `#` and `/` are not in it.
 *
 * @public
 */
export const VERSION_LABEL_PATTERN = '^[A-Za-z0-9][A-Za-z0-9._:+-]{0,99}$';

const labelPattern = new RegExp(VERSION_LABEL_PATTERN);
const FIELD_MAX_LENGTH = 300;
// eslint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u001f\u007f]/;

/**
 * Reads `<entityRef>`, `<entityRef>@<label>`, `<entityRef>@<alias>` and
 * `featureview:<namespace>/<name>@<label>#<field>`. Use it wherever a version
 * is written as text: nothing else takes these apart.
 *
 * The kind and namespace may be left out when the context gives defaults; the
 * namespace falls back to `default`. Letter case is kept, as `parseEntityRef`
 * does; {@link stringifyVersionRef} gives the canonical form.
 *
 * @throws InputError that names the text and the part that is wrong.
 * @public
 */
export function parseVersionRef(
  text: string,
  context: { defaultKind?: string; defaultNamespace?: string } = {},
): VersionRef {
  if (text.length > VERSION_REF_MAX_LENGTH) {
    throw new InputError(
      `Version reference of ${text.length} characters is longer than ${VERSION_REF_MAX_LENGTH}`,
    );
  }
  const { entityPart, version, field } = split(text);
  const entity = parseEntityPart(text, entityPart, context);
  if (field !== undefined && entity.kind.toLowerCase() !== 'featureview') {
    throw new InputError(
      `Version reference '${text}' names a field, '#${field}', which only a FeatureView has, not a ${entity.kind}`,
    );
  }
  return {
    ...entity,
    ...(version === undefined ? {} : { version }),
    ...(field === undefined ? {} : { field }),
  };
}

/**
 * Writes a reference in its one canonical form: kind, namespace and name in
 * lower case, version and field verbatim.
 *
 * @public
 */
export function stringifyVersionRef(ref: VersionRef): string {
  const version = ref.version === undefined ? '' : `@${ref.version}`;
  const field = ref.field === undefined ? '' : `#${ref.field}`;
  return `${stringifyEntityRef({
    kind: ref.kind,
    namespace: ref.namespace,
    name: ref.name,
  })}${version}${field}`;
}

function split(text: string): {
  entityPart: string;
  version?: string;
  field?: string;
} {
  // A field is user text and may hold an '@', so the '#' is looked for first.
  const hash = text.indexOf('#');
  const head = hash === -1 ? text : text.slice(0, hash);
  const field = hash === -1 ? undefined : text.slice(hash + 1);
  const at = head.indexOf('@');
  const version = at === -1 ? undefined : head.slice(at + 1);
  if (version !== undefined && !labelPattern.test(version)) {
    throw new InputError(
      `Version reference '${text}' has the version '${version}'; a version is 1 to 100 letters, digits and ._:+- and starts with a letter or digit`,
    );
  }
  if (field !== undefined && version === undefined) {
    throw new InputError(
      `Version reference '${text}' names a field but no version; write <ref>@<version>#<field>`,
    );
  }
  if (
    field !== undefined &&
    (field === '' ||
      field.length > FIELD_MAX_LENGTH ||
      controlCharacters.test(field))
  ) {
    throw new InputError(
      `Version reference '${text}' has the field '${field}'; a field is 1 to ${FIELD_MAX_LENGTH} characters without control characters`,
    );
  }
  return { entityPart: at === -1 ? head : head.slice(0, at), version, field };
}

function parseEntityPart(
  text: string,
  entityPart: string,
  context: { defaultKind?: string; defaultNamespace?: string },
): CompoundEntityRef {
  let entity: CompoundEntityRef;
  try {
    entity = parseEntityRef(entityPart, context);
  } catch (error) {
    throw new InputError(
      `Version reference '${text}' does not name an entity; write [<kind>:][<namespace>/]<name>[@<version>]`,
      error,
    );
  }
  const { kind, namespace, name } = entity;
  if (!KubernetesValidatorFunctions.isValidKind(kind)) {
    throw new InputError(
      `Version reference '${text}' has the kind '${kind}'; a kind is 1 to 63 letters and digits and starts with a letter`,
    );
  }
  if (!KubernetesValidatorFunctions.isValidNamespace(namespace.toLowerCase())) {
    throw new InputError(
      `Version reference '${text}' has the namespace '${namespace}'; a namespace is 1 to 63 letters, digits and single dashes between them`,
    );
  }
  if (!KubernetesValidatorFunctions.isValidObjectName(name)) {
    throw new InputError(
      `Version reference '${text}' has the name '${name}'; a name is 1 to 63 letters, digits and _.- and starts and ends with a letter or digit`,
    );
  }
  return entity;
}
