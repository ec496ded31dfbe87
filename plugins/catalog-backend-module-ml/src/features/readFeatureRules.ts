import { Config } from '@backstage/config';

/** Whether the catalog lets views emit features. */
export interface FeatureRules {
  allowed: boolean;
  /** What to tell the operator, when views are allowed and features are not. */
  advice?: string;
}

/**
 * Reads from `catalog.rules` whether entities of kind Feature may be emitted.
 * The catalog would fail the whole view for a Feature that may not, so views
 * then emit none. Only a rule for all locations counts: a view may come from a
 * provider, which no location rule covers.
 */
export function readFeatureRules(config: Config): FeatureRules {
  const rules = config.getOptionalConfigArray('catalog.rules') ?? [];
  const locationRules = (
    config.getOptionalConfigArray('catalog.locations') ?? []
  ).flatMap(location => location.getOptionalConfigArray('rules') ?? []);
  if (rules.some(rule => !rule.has('locations') && allows(rule, 'Feature'))) {
    return { allowed: true };
  }
  return [...rules, ...locationRules].some(rule => allows(rule, 'FeatureView'))
    ? {
        allowed: false,
        advice:
          'catalog.rules allow FeatureView but not Feature for all locations, so no features are shown as entities. Add this line to catalog.rules: "- allow: [Feature]"',
      }
    : { allowed: false };
}

function allows(rule: Config, kind: string): boolean {
  const allowed = rule.get('allow');
  return (
    Array.isArray(allowed) &&
    allowed.some(entry => {
      const name =
        typeof entry === 'object' && entry !== null && !Array.isArray(entry)
          ? !entry['spec.type'] && entry.kind
          : entry;
      return (
        typeof name === 'string' && name.toLowerCase() === kind.toLowerCase()
      );
    })
  );
}
