import { DataField, personalDataFlags } from '@understudy/plugin-ml-common';

/** What the fields of a whole say about personal data. */
export interface PersonalDataSummary {
  /** The kinds of personal data in it, most telling first. */
  flags: (typeof personalDataFlags)[number][];
  /** How many fields nobody has looked at. */
  notLookedAt: number;
}

export function personalDataOf(fields: DataField[]): PersonalDataSummary {
  const found = new Set(fields.flatMap(field => field.personalData ?? []));
  return {
    flags: personalDataFlags.filter(flag => found.has(flag)),
    notLookedAt: fields.filter(field => field.personalData === undefined)
      .length,
  };
}
