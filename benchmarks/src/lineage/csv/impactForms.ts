import { LineageImpact } from '@understudy/plugin-lineage-common';

/** The form in which an impact is sent, and how to read it. */
export interface ImpactForm {
  name: string;
  accept: string;
  /** What an answer lists, as `<degree> <id>`. */
  itemsOf(text: string): string[];
}

/** A file that is sent while it is made. */
export const csvForm: ImpactForm = {
  name: 'as a CSV file, streamed',
  accept: 'text/csv',
  itemsOf: text => {
    const [header, ...rows] = text.trimEnd().split('\n');
    if (!header.startsWith('degree,id,')) {
      throw new Error(`The file does not begin with the degree: ${header}`);
    }
    // No id of the benchmark has a comma or a quote in it.
    return rows.map(row => row.split(',', 2).join(' '));
  },
};

/** A list that is made as a whole. */
export const jsonForm: ImpactForm = {
  name: 'peer: as a JSON list, made in memory',
  accept: 'application/json',
  itemsOf: text => {
    const { items }: LineageImpact = JSON.parse(text);
    return items.map(({ degree, id }) => `${degree} ${id}`);
  },
};
