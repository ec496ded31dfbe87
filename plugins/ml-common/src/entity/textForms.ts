import { VERSION_LABEL_PATTERN } from './parseVersionRef';

/**
 * A form that texts in our schemas may be required to have.
 *
 * @public
 */
export interface TextForm {
  /** Regular expression, as in a JSON Schema. */
  pattern: string;
  /** What has the form, with its article: "an entity reference". */
  name: string;
}

const entity =
  '([A-Za-z][A-Za-z0-9]*:)?([A-Za-z0-9]+(-+[A-Za-z0-9]+)*/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?';
const version = '@[A-Za-z0-9][A-Za-z0-9._:+-]*';

/**
 * The forms by name. Messages and documentation speak of a pattern by the name
 * it has here; see {@link nameOfPattern}.
 *
 * @public
 */
export const textForms = {
  entityRef: {
    pattern: `^${entity}$`,
    name: 'an entity reference, [<kind>:][<namespace>/]<name>',
  },
  versionRef: {
    pattern: `^${entity}(${version})?$`,
    name: 'a reference, [<kind>:][<namespace>/]<name>[@<version>]',
  },
  versionLabel: {
    pattern: VERSION_LABEL_PATTERN,
    name: 'a version label of letters, digits and ._:+-',
  },
  term: {
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    name: 'a word of lower-case letters, digits and single dashes',
  },
  webUrl: {
    pattern: '^https?://[^\\s]+$',
    name: 'a web address that starts with https:// or http://',
  },
  timestamp: {
    pattern:
      '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})$',
    name: 'an ISO 8601 time with a zone',
  },
  duration: {
    pattern:
      '^P(?=.)(\\d+W|(\\d+Y)?(\\d+M)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?)$',
    name: 'an ISO 8601 duration',
  },
  digest: {
    pattern: '^sha256:[0-9a-f]{64}$',
    name: 'sha256: and 64 hexadecimal digits',
  },
  tag: {
    pattern: '^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$',
    name: 'a tag of lower-case letters, digits, :+# and single dashes',
  },
  jurisdiction: {
    pattern: '^[A-Z]{2}(-[A-Z0-9]{1,3})?$',
    name: 'two capital letters and a part of the country if need be',
  },
} as const satisfies Record<string, TextForm>;

/**
 * The name of a pattern of our schemas, or undefined when it has none.
 *
 * @public
 */
export function nameOfPattern(pattern: string): string | undefined {
  return Object.values(textForms).find(form => form.pattern === pattern)?.name;
}
