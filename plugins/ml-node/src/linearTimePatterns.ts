import type { BindingPatternEngine } from '@understudy/plugin-ml-common';
import { RE2JS } from 're2js';

/**
 * Compiles patterns written by users with an engine whose time grows with the
 * length of the text only, whatever the pattern. Give it to
 * `compileBindingRules`.
 *
 * @public
 */
export const linearTimePatterns: BindingPatternEngine = pattern => {
  const compiled = RE2JS.compile(pattern);
  const groups = Object.keys(compiled.namedGroups());
  return {
    groups,
    match(text) {
      const matcher = compiled.matcher(text);
      if (!matcher.matches()) {
        return undefined;
      }
      const taken = groups
        .map(group => [group, matcher.group(group)])
        .filter(([, value]) => value !== null);
      return Object.fromEntries(taken);
    },
  };
};
