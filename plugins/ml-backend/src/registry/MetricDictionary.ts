import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';

/** One metric of the dictionary, from `ml.metrics`. */
export interface MetricDefinition {
  name: string;
  aliases: string[];
  unit?: string;
  direction?: 'higher' | 'lower';
}

/**
 * Gives the metrics of different teams one name, so that versions can be
 * compared and policies can speak of them. Letter case does not matter.
 */
export class MetricDictionary {
  readonly #canonical: Map<string, string>;
  readonly definitions: readonly MetricDefinition[];
  /** Changes with every change of the dictionary. */
  readonly digest: string;

  static fromConfig(config: Config): MetricDictionary {
    const entries = config.getOptionalConfigArray('ml.metrics') ?? [];
    return MetricDictionary.create(
      entries.map(entry => ({
        name: entry.getString('name'),
        aliases: entry.getOptionalStringArray('aliases') ?? [],
        unit: entry.getOptionalString('unit'),
        direction: readDirection(entry),
      })),
    );
  }

  static create(definitions: MetricDefinition[]): MetricDictionary {
    return new MetricDictionary(definitions);
  }

  private constructor(definitions: MetricDefinition[]) {
    this.definitions = definitions;
    this.#canonical = new Map();
    for (const { name, aliases } of definitions) {
      for (const spelling of new Set(
        [name, ...aliases].map(s => s.toLowerCase()),
      )) {
        const other = this.#canonical.get(spelling);
        if (other !== undefined) {
          throw new InputError(
            `ml.metrics: '${spelling}' stands for both '${other}' and '${name}'`,
          );
        }
        this.#canonical.set(spelling, name);
      }
    }
    this.digest = createHash('sha256')
      .update(JSON.stringify([...this.#canonical]))
      .digest('hex');
  }

  /** The canonical name, which is the raw one where nothing else is said. */
  canonicalName(rawName: string): string {
    return this.#canonical.get(rawName.toLowerCase()) ?? rawName;
  }
}

function readDirection(entry: Config): MetricDefinition['direction'] {
  const direction = entry.getOptionalString('direction');
  if (
    direction !== undefined &&
    direction !== 'higher' &&
    direction !== 'lower'
  ) {
    throw new InputError(
      `ml.metrics: '${entry.getString('name')}' has the direction '${direction}'; allowed are 'higher' and 'lower'`,
    );
  }
  return direction;
}
