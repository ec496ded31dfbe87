import { readFileSync } from 'node:fs';

/**
 * The schema of SARIF 2.1.0 that the package of its matchers carries. It is of
 * draft 04, of which it has nothing but the names of these two keywords that
 * later drafts do not know.
 */
export function readSarifSchema(): Record<string, unknown> {
  const file =
    require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const {
    id: _id,
    $schema: _draft,
    ...schema
  } = JSON.parse(readFileSync(file, 'utf8'));
  return schema;
}
