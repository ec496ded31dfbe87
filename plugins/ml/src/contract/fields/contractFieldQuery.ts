import { currentCursor, firstPage } from '../../pieces/cursorTrail';
import { FieldUsage } from './fieldUsage';
import { PortField } from './listPortFields';

/** What fields can be narrowed down to, besides words, port and classification. */
export const contractFieldMarks = [
  'required',
  'nullable',
  'personal',
  'critical',
  'deprecated',
  'unused',
] as const;

/** One of {@link contractFieldMarks}. */
export type ContractFieldMark = (typeof contractFieldMarks)[number];

/** What the address asks for. */
export interface ContractFieldQuery {
  /** Words that a field must all hold. */
  text: string;
  port?: string;
  classification?: string;
  mark?: ContractFieldMark;
  /** The position of the first field of the page. */
  from: number;
}

const FILTERS = ['text', 'port', 'classification', 'mark'];

export function readContractFieldQuery(
  params: URLSearchParams,
): ContractFieldQuery {
  const from = Number(currentCursor(params) ?? 0);
  return {
    text: params.get('text') ?? '',
    port: params.get('port') ?? undefined,
    classification: params.get('classification') ?? undefined,
    mark: contractFieldMarks.find(mark => mark === params.get('mark')),
    from: Number.isInteger(from) && from > 0 ? from : 0,
  };
}

/** The address without what narrows the list. */
export function clearContractFieldFilters(
  params: URLSearchParams,
): URLSearchParams {
  const result = firstPage(params);
  FILTERS.forEach(name => result.delete(name));
  return result;
}

/** Whether anything but the port narrows the list. */
export function isNarrowed(query: ContractFieldQuery): boolean {
  return !!(query.text || query.classification || query.mark);
}

/**
 * The fields to show: those that are not folded away, or, where something is
 * looked for, all that fit at any depth.
 */
export function selectContractFields(
  fields: readonly PortField[],
  query: ContractFieldQuery,
  options: { open: ReadonlySet<string>; usage?: FieldUsage },
): PortField[] {
  const inPort = fields.filter(
    ({ port }) => !query.port || port === query.port,
  );
  if (!isNarrowed(query)) {
    return inPort.filter(({ parents }) =>
      parents.every(parent => options.open.has(parent)),
    );
  }
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  return inPort.filter(
    each =>
      words.every(word => searchText(each).includes(word)) &&
      (!query.classification ||
        each.field.classification === query.classification) &&
      hasMark(each, query.mark, options.usage),
  );
}

function searchText({ path, field }: PortField): string {
  const { description = '', tags = [], aliases = [], unit = '' } = field;
  return [path, description, unit, ...tags, ...aliases]
    .join('\n')
    .toLowerCase();
}

function hasMark(
  { port, path, field }: PortField,
  mark: ContractFieldMark | undefined,
  usage?: FieldUsage,
): boolean {
  switch (mark) {
    case 'required':
      return field.required;
    case 'nullable':
      return field.nullable;
    case 'personal':
      return (field.personalData?.length ?? 0) > 0;
    case 'critical':
      return field.critical === true;
    case 'deprecated':
      return field.deprecated !== undefined;
    case 'unused':
      return usage !== undefined && usage.usersOf(port, path).length === 0;
    default:
      return true;
  }
}
