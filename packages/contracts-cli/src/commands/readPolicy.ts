import {
  ContractConventions,
  Finding,
  fitsWaiver,
  validateConventions,
  Waiver,
  waiverEndProblem,
} from '@understudy/contracts';
import { CliError } from '../CliError';
import { isRecord } from '../documents/isRecord';
import { readText } from '../documents/readText';
import { SourceDocument } from '../documents/SourceDocument';

const NEEDED = ['id', 'ruleId', 'until', 'reason', 'approvedBy'] as const;
const OPTIONAL: readonly string[] = ['port', 'path', 'pointer', 'consumer'];
const ALLOWED: readonly string[] = [...NEEDED, ...OPTIONAL];

/** Reads a list of waivers, or `waivers` of an object. Consent without an end, or by nobody, is none. */
export async function readWaivers(
  cwd: string,
  path: string,
  today: string,
): Promise<Waiver[]> {
  const { value } = SourceDocument.parse(path, await readText(cwd, path));
  const list = isRecord(value) ? value.waivers : value;
  if (!Array.isArray(list)) {
    throw new CliError(`${path}: waivers are a list.`);
  }
  return list.map((item, index) => {
    if (!isWaiver(item)) {
      throw new CliError(
        `${path}: waiver ${index} has to have ${NEEDED.join(
          ', ',
        )}, and may have ${OPTIONAL.join(', ')}, all as text${wrongKeys(item)}.`,
      );
    }
    const problem = waiverEndProblem(item.until, today);
    if (problem !== undefined) {
      throw new CliError(`${path}: waiver ${item.id}: ${problem}.`);
    }
    return item;
  });
}

function isWaiver(value: unknown): value is Waiver {
  return (
    isRecord(value) &&
    NEEDED.every(key => typeof value[key] === 'string') &&
    NEEDED.every(key => key === 'until' || value[key] !== '') &&
    Object.entries(value).every(
      ([key, item]) => ALLOWED.includes(key) && typeof item === 'string',
    )
  );
}

function wrongKeys(value: unknown): string {
  const keys = isRecord(value)
    ? Object.keys(value).filter(key => !ALLOWED.includes(key))
    : [];
  return keys.length > 0 ? `, and not ${keys.join(', ')}` : '';
}

/** Sentences on the waivers that are about nothing that was found. */
export function idleWaivers(
  path: string,
  waivers: readonly Waiver[],
  findings: readonly Finding[],
): string[] {
  return waivers
    .filter(waiver => !findings.some(finding => fitsWaiver(finding, waiver)))
    .map(
      ({ id, ruleId }) =>
        `${path}: the waiver ${id} of ${ruleId} fits no finding; is it mistyped, or no longer needed?\n`,
    );
}

/** Reads the conventions of an organisation. */
export async function readConventions(
  cwd: string,
  path: string,
): Promise<ContractConventions> {
  const source = SourceDocument.parse(path, await readText(cwd, path));
  const { conventions, problems } = validateConventions(source.value);
  if (!conventions) {
    throw new CliError(
      problems
        .map(({ pointer, message }) => {
          const { line, column } = source.locate(pointer);
          const place = pointer === '' ? ' conventions:' : ` ${pointer}:`;
          return `${path}:${line}:${column}${place} ${message}`;
        })
        .join('\n'),
    );
  }
  return conventions;
}
