import { RE2JS } from 're2js';

/** Compiles a pattern that users supply, in a syntax that cannot run away. Throws on a bad one. */
export function createNamePattern(pattern: string): (name: string) => boolean {
  try {
    const compiled = RE2JS.compile(pattern);
    return name => compiled.matches(name);
  } catch (error) {
    throw new Error(
      `The naming pattern ${pattern} is not valid: ${(error as Error).message}`,
    );
  }
}
