import {
  contractRules,
  FindingSeverity,
  ruleTitle,
} from '@understudy/contracts';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sha256 } from '../sha256';
import { FilePlace, PlacedFinding, PlacedNote, Section } from './Section';

const LEVELS: Readonly<Record<FindingSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** Codes of notes, which are no rules of the engine. */
const NOTES: Readonly<Record<string, string>> = {
  NO_SCHEMA: 'The document has no schema',
  AGAINST_THE_STANDARD: 'The document breaks the standard that it names',
  TRUNCATED: 'There is more than is listed',
};

/**
 * SARIF 2.1.0, as code scanning of GitHub takes it: paths relative to the
 * folder that the command runs in, which has to be the root of the repository.
 */
export function formatSarif(
  sections: readonly Section[],
  notes: readonly PlacedNote[],
  { cwd, version }: { cwd: string; version: string },
): string {
  const placed = sections.flatMap(({ findings }) => findings);
  const ids = [
    ...new Set([
      ...placed.map(({ finding }) => finding.ruleId),
      ...notes.map(({ code }) => code),
    ]),
  ].sort();
  const run = {
    tool: {
      driver: {
        name: 'understudy-contracts',
        semanticVersion: version,
        rules: ids.map(toRule),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: [
      ...placed.map(item => toResult(item, ids, cwd)),
      ...notes.map(note => noteResult(note, ids, cwd)),
    ],
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRule(id: string) {
  const rule = contractRules.find(known => known.id === id);
  // Messages of rules have the names of a finding left open.
  const description = (rule?.message ?? NOTES[id] ?? id).replace(
    /\{\w+\}/g,
    '…',
  );
  return {
    id,
    name: id,
    shortDescription: { text: NOTES[id] ?? ruleTitle(id) },
    fullDescription: { text: description },
    help: { text: rule?.remediation ?? description },
    properties: { tags: ['contract', ...(rule ? [rule.area] : [])] },
  };
}

function toResult(
  { finding, place, other }: PlacedFinding,
  ids: readonly string[],
  cwd: string,
) {
  const { ruleId, severity, message, remediation, waiver } = finding;
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    // Readers that do not know suppressions must not fail for what is waived.
    level: waiver ? 'note' : LEVELS[severity],
    message: { text: [message, remediation].filter(Boolean).join('\n') },
    locations: [{ physicalLocation: toLocation(place, cwd) }],
    ...(other && {
      relatedLocations: [
        {
          id: 0,
          message: { text: 'What it is about' },
          physicalLocation: toLocation(other, cwd),
        },
      ],
    }),
    partialFingerprints: fingerprints(finding),
    ...(waiver && {
      suppressions: [
        {
          kind: 'external',
          justification: `Waiver ${waiver.id} until ${waiver.until}`,
        },
      ],
    }),
  };
}

/** Nothing fails for it, unless that is asked for. */
function noteResult(
  { code, pointer, message, place }: PlacedNote,
  ids: readonly string[],
  cwd: string,
) {
  const hash = sha256(JSON.stringify([code, pointer, message]));
  return {
    ruleId: code,
    ruleIndex: ids.indexOf(code),
    level: 'note',
    message: { text: message },
    locations: [{ physicalLocation: toLocation(place, cwd) }],
    partialFingerprints: {
      'contractNote/v1': hash,
      primaryLocationLineHash: `${hash.slice(0, 16)}:1`,
    },
  };
}

/**
 * The same for the same finding wherever its lines move to. GitHub knows one
 * name only, and would take two findings at one line for one.
 */
function fingerprints(finding: PlacedFinding['finding']) {
  const { ruleId, port, path, consumer = '', direction } = finding;
  const hash = sha256(
    JSON.stringify([ruleId, port, path, consumer, direction]),
  );
  return {
    'contractFinding/v1': hash,
    primaryLocationLineHash: `${hash.slice(0, 16)}:1`,
  };
}

function toLocation({ path, line, column }: FilePlace, cwd: string) {
  return {
    artifactLocation: toArtifact(path, cwd),
    region: { startLine: line, startColumn: column },
  };
}

function toArtifact(path: string, cwd: string) {
  const file = resolve(cwd, path);
  const inside = relative(cwd, file).replace(/\\/g, '/');
  return inside.startsWith('../') || resolve(cwd, inside) !== file
    ? { uri: pathToFileURL(file).href }
    : {
        uri: inside.split('/').map(encodeURIComponent).join('/'),
        uriBaseId: '%SRCROOT%',
      };
}
