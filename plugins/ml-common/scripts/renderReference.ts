import { JsonObject } from '@backstage/types';
import { mlAnnotations } from '../src/annotations';
import { ML_API_VERSION } from '../src/entity/kinds';
import { entityLimits } from '../src/entity/limits';
import { datasetSchema } from '../src/dataset/datasetSchema';
import { featureSchema } from '../src/feature/featureSchema';
import { featureViewSchema } from '../src/featureView/featureViewSchema';
import { modelSchema } from '../src/model/modelSchema';
import { mlRelationPairs } from '../src/relations';
import { renderKind } from './renderKind';

const kinds: [string, JsonObject][] = [
  ['Model', modelSchema],
  ['FeatureView', featureViewSchema],
  ['Feature', featureSchema],
  ['Dataset', datasetSchema],
];

const number = (value: number) => value.toLocaleString('en');

const introduction = `# Entities

<!-- Made from the schemas by \`yarn workspace @understudy/plugin-ml-common docs:generate\`. Do not edit. -->

Every kind below has \`apiVersion: ${ML_API_VERSION}\`. \`kind\` is written exactly as here. \`metadata\` is the platform's own.
Links to dashboards, runbooks and the like go to \`metadata.links\`, with \`type: dashboard\`, \`type: runbook\` and so on.

## References

- An entity is written \`[<kind>:][<namespace>/]<name>\`. Left out, the kind is the one the property expects, and the namespace is that of the entity itself.
- A version is written \`<entity>@<label>\` or \`<entity>@<alias>\`, such as \`model:default/fraud-score@7\` or \`model:default/fraud-score@champion\`. A label is 1 to 100 letters, digits and \`._:+-\`, and starts with a letter or digit.
- A field of a feature view is written \`featureview:<namespace>/<name>@<version>#<field>\`, the field verbatim.

## Limits

- Any list: ${number(entityLimits.listItems)} items. \`spec.versions\`: ${number(
  entityLimits.inlineVersions,
)}.
- Below \`spec\`: ${number(entityLimits.values)} values and ${
  entityLimits.depth
} levels of objects and lists.
- Two keys of a spec must not differ in letter case only.
- What is larger belongs in a contract, or is registered through REST.`;

/** The whole page \`docs/reference/entities.md\`, before formatting. */
export function renderReference(): string {
  return [
    introduction,
    ...kinds.map(([kind, schema]) => renderKind(kind, schema)),
    renderRelations(),
    renderAnnotations(),
    '',
  ].join('\n\n');
}

function renderRelations(): string {
  return [
    '## Relations',
    'Every relation is shown on both entities, under the name that reads well from there.',
    [
      '| From | Relation | To | Reverse | Meaning |',
      '| --- | --- | --- | --- | --- |',
      ...mlRelationPairs.map(
        pair =>
          `| ${pair.from.join(', ')} | \`${pair.forward.type}\` | ${pair.to.join(
            ', ',
          )} | \`${pair.reverse.type}\` | ${pair.description} |`,
      ),
    ].join('\n'),
  ].join('\n\n');
}

function renderAnnotations(): string {
  return [
    '## Annotations',
    ...mlAnnotations.map(({ name, description, example }) =>
      [`### \`${name}\``, description, `- Example: \`${example}\``].join(
        '\n\n',
      ),
    ),
  ].join('\n\n');
}
