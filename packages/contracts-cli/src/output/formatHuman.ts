import {
  CompatibilityVerdict,
  FindingSeverity,
  ruleTitle,
} from '@understudy/contracts';
import { FilePlace, PlacedFinding, PlacedNote, Section } from './Section';

type Colour = 'red' | 'yellow' | 'green' | 'dim' | 'bold';

const CODES: Readonly<Record<Colour, [start: number, end: number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  dim: [2, 22],
  bold: [1, 22],
};

const VERDICTS: Readonly<
  Record<CompatibilityVerdict, { text: string; colour: Colour }>
> = {
  compatible: { text: 'compatible', colour: 'green' },
  compatible_with_warnings: {
    text: 'compatible, with warnings',
    colour: 'yellow',
  },
  unverifiable: { text: 'could not be verified', colour: 'yellow' },
  incompatible: { text: 'incompatible', colour: 'red' },
};

const SIGNS: Readonly<
  Record<FindingSeverity, { sign: string; colour: Colour }>
> = {
  error: { sign: '✗', colour: 'red' },
  warning: { sign: '!', colour: 'yellow' },
  info: { sign: '·', colour: 'dim' },
};

/** The worst first. */
const SEVERITIES = ['error', 'warning', 'info'] as const;

/** What the writer of text for people may leave out or add. */
export interface HumanOptions {
  colour: boolean;
  /** Harmless changes are listed too, not only counted. */
  all: boolean;
}

/** Text for people: what is wrong, where, and what to do about it. */
export function formatHuman(
  sections: readonly Section[],
  notes: readonly PlacedNote[],
  options: HumanOptions,
): string {
  const paint = (colour: Colour, text: string) => {
    const [start, end] = CODES[colour];
    return options.colour ? `\u001b[${start}m${text}\u001b[${end}m` : text;
  };
  const blocks = sections.map(section => {
    const { text, colour } = VERDICTS[section.verdict];
    const shown = SEVERITIES.filter(
      severity => options.all || severity !== 'info',
    ).flatMap(severity =>
      section.findings.filter(({ finding }) => finding.severity === severity),
    );
    const hidden = section.findings.length - shown.length;
    return [
      `${paint('bold', clean(section.title))}: ${paint(colour, text)}`,
      ...shown.flatMap(placed => describe(placed, paint)),
      ...(hidden > 0
        ? [paint('dim', `  ${hidden} harmless; --all lists them`)]
        : []),
      ...section.advice.map(sentence => `  ${clean(sentence)}`),
      '',
    ].join('\n');
  });
  return [...blocks, ...describeNotes(notes, paint)].join('\n');
}

const NOTES = [
  [
    'against-standard',
    'against the standard that the document names',
    'read all the same, and refused with --strict',
  ],
  ['nothing-to-judge', 'not judged', 'there is nothing to judge'],
] as const;

/** What is wrong with documents that are read all the same. */
function describeNotes(
  notes: readonly PlacedNote[],
  paint: (colour: Colour, text: string) => string,
): string[] {
  return NOTES.flatMap(([kind, title, what]) => {
    const alike = notes.filter(note => note.kind === kind);
    return alike.length === 0
      ? []
      : [
          [
            `${paint('bold', title)}: ${what}`,
            ...alike.map(
              ({ place, pointer, message }) =>
                `  ${paint('yellow', '!')} ${clean(message)}\n${paint(
                  'dim',
                  `    ${clean(`${pointer || '/'} - ${placeText(place)}`)}`,
                )}`,
            ),
            '',
          ].join('\n'),
        ];
  });
}

function describe(
  { finding, place, other }: PlacedFinding,
  paint: (colour: Colour, text: string) => string,
): string[] {
  const { sign, colour } = SIGNS[finding.severity];
  const waived = finding.waiver
    ? ` (waived by ${finding.waiver.id} until ${finding.waiver.until})`
    : '';
  const port = finding.port === '' ? '' : ` in ${finding.port}`;
  const against = finding.against ? `, against ${finding.against}` : '';
  const what = finding.consumer ? 'needed by' : 'before';
  const where = other
    ? `${placeText(place)}, ${what}: ${placeText(other)}`
    : placeText(place);
  return [
    `  ${paint(colour, sign)} ${clean(finding.message)}${clean(waived)}`,
    paint(
      'dim',
      `    ${clean(`${ruleTitle(finding.ruleId)} (${finding.ruleId})${port}${against} - ${where}`)}`,
    ),
    ...(finding.severity === 'info' || finding.remediation === ''
      ? []
      : [`    → ${clean(finding.remediation)}`]),
  ];
}

function placeText({ path, line, column }: FilePlace): string {
  return `${path}:${line}:${column}`;
}

/** Names come from documents, which could otherwise write commands to the terminal. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '�');
}
