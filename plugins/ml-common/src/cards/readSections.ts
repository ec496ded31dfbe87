import { CardSectionId, cardSectionOf } from './cardSections';
import { CardSection } from './types';

/** A heading with what stands below it, up to the next heading of any level. */
interface Block {
  level: number;
  heading: string;
  /** The heading as a line, for where it belongs to a larger section. */
  line: string;
  lines: string[];
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LABEL =
  /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)([^*_]{1,80}?)(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])[ \t]*(.*)$/;

/**
 * The subjects that a card speaks of. Headings inside of a subject belong to it
 * unless they have one of their own; what stands below the title is the purpose.
 */
export function readSections(body: string): CardSection[] {
  const sections = new Map<CardSectionId, CardSection>();
  const add = (id: CardSectionId, heading: string, lines: string[]) => {
    const text = lines.join('\n').trim();
    const known = sections.get(id);
    if (!known) {
      sections.set(id, { id, heading, text });
    } else if (text !== '') {
      known.text = known.text === '' ? text : `${known.text}\n\n${text}`;
    }
  };
  const open: { level: number; id?: CardSectionId }[] = [];
  for (const block of splitBlocks(body)) {
    while (open.length > 0 && open[open.length - 1].level >= block.level) {
      open.pop();
    }
    const own = cardSectionOf(block.heading);
    const outer = open[open.length - 1]?.id;
    const isTitle = block.level <= 1 && own === undefined;
    const id = own ?? (isTitle ? 'purpose' : outer);
    const { text, labelled } = takeLabels(block.lines);
    if (id !== undefined) {
      const inner = own === undefined && !isTitle ? [block.line, ''] : [];
      const hasText = text.some(line => line.trim() !== '');
      if (hasText || own !== undefined) {
        add(id, block.heading, [...inner, text.join('\n').trim()]);
      }
    }
    labelled.forEach(label => add(label.id, label.heading, label.lines));
    // The title is about the whole card, and what stands below others is not about it.
    open.push({ level: block.level, ...(!isTitle && id && { id }) });
  }
  return [...sections.values()];
}

function splitBlocks(body: string): Block[] {
  const blocks: Block[] = [{ level: 0, heading: '', line: '', lines: [] }];
  let fence: string | undefined;
  for (const line of body.split(/\r?\n/)) {
    const [, mark] = FENCE.exec(line) ?? [];
    if (mark && fence === undefined) {
      fence = mark;
    } else if (
      mark &&
      fence !== undefined &&
      mark.startsWith(fence) &&
      line.trim() === mark
    ) {
      fence = undefined;
    }
    const [, marks, heading] =
      (fence === undefined && HEADING.exec(line)) || [];
    if (marks !== undefined) {
      blocks.push({
        level: marks.length,
        heading: plainHeading(heading),
        line,
        lines: [],
      });
    } else {
      blocks[blocks.length - 1].lines.push(line);
    }
  }
  return blocks;
}

/** A heading without emphasis, and without the marks that may close it. */
function plainHeading(heading: string): string {
  let end = heading.trimEnd().length;
  while (heading[end - 1] === '#') {
    end -= 1;
  }
  return heading.slice(0, end).replace(/[*_`]/g, '').trim();
}

interface Labelled {
  id: CardSectionId;
  heading: string;
  lines: string[];
}

/** Lines such as `- **Intended users:** analysts`, which say what other cards have a heading for. */
function takeLabels(lines: readonly string[]): {
  text: string[];
  labelled: Labelled[];
} {
  const text: string[] = [];
  const labelled: Labelled[] = [];
  let current: Labelled | undefined;
  for (const line of lines) {
    const [, label, rest] = LABEL.exec(line) ?? [];
    const id = label === undefined ? undefined : cardSectionOf(label);
    if (label !== undefined) {
      current = id && { id, heading: label, lines: [rest] };
      labelled.push(...(current ? [current] : []));
    } else if (line.trim() === '') {
      current = undefined;
    } else if (current) {
      current.lines.push(line);
    }
    if (!current) {
      text.push(line);
    }
  }
  return { text, labelled };
}
