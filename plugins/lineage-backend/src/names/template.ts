const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9_]*)\}/g;

/** The groups that a template uses. */
export function readTemplate(template: string): string[] {
  return Array.from(template.matchAll(PLACEHOLDER), ([, group]) => group);
}

/** Puts what was found in the place of `{group}`; what was not found is empty. */
export function fillTemplate(
  template: string,
  found: Record<string, string>,
): string {
  return template.replace(PLACEHOLDER, (_all, group) => found[group] ?? '');
}
