import { isObject } from './isObject';

/** As far as a column says whether it is shown. */
export interface ColumnDefault {
  id: string;
  /** It cannot be hidden. */
  always?: boolean;
  /** It is hidden until somebody asks for it. */
  optional?: boolean;
}

/** By id, for those that somebody shows or hides against their default. */
export type ColumnChoices = Record<string, boolean>;

/** What was kept as choices; anything else, as of another release, counts as none. */
export function readColumnChoices(stored: unknown): ColumnChoices {
  return isObject(stored)
    ? Object.fromEntries(
        Object.entries(stored).filter(
          (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
        ),
      )
    : {};
}

/** Whether a column is shown. */
export function isShown(
  { id, always, optional }: ColumnDefault,
  choices: ColumnChoices,
): boolean {
  return always || (choices[id] ?? !optional);
}

/** The choices after a column was shown or hidden; nothing is kept of defaults. */
export function toggleColumn(
  column: ColumnDefault,
  choices: ColumnChoices,
): ColumnChoices {
  const { [column.id]: _, ...others } = choices;
  const shown = !isShown(column, choices);
  return shown === !column.optional
    ? others
    : { ...others, [column.id]: shown };
}
