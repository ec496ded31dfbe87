import { Side, SIDES } from '../graph/model/adjacency';

/** Neighbours on one side of a node are shown, although they are further away than was asked for. */
export interface AddedPart {
  act: 'add';
  id: string;
  side: Side;
}

/** All that lies on one side of a node is drawn as one. */
export interface FoldedPart {
  act: 'fold';
  id: string;
  side: Side;
}

/** Neighbours of one kind on one side of a node are drawn one by one, however many they are. */
export interface OpenedPart {
  act: 'open';
  id: string;
  side: Side;
  /** In the words of the filter. */
  kind: string;
}

/** A part of the picture that the reader shows otherwise than it would be. */
export type Part = AddedPart | FoldedPart | OpenedPart;

/** Each part that is added may be a question to the backend. */
export const MAX_PARTS = 30;

/** Characters of all parts in an address, so that the whole of it stays below some 2,000. */
export const MAX_PARTS_LENGTH = 1_400;

/** A part as one text. Neither ids nor words for kinds hold a space. */
export function writePart(part: Part): string {
  const { act, id, side } = part;
  return [act, side, ...(act === 'open' ? [part.kind] : []), id].join(' ');
}

/** The part that a text says; none of what makes no sense. */
export function readPart(text: string): Part | undefined {
  const [act, sideWord, ...rest] = text.split(' ');
  const side = SIDES.find(known => known === sideWord);
  if (!side || rest.includes('')) {
    return undefined;
  }
  if ((act === 'add' || act === 'fold') && rest.length === 1) {
    return { act, side, id: rest[0] };
  }
  if (act === 'open' && rest.length === 2) {
    return { act, side, kind: rest[0], id: rest[1] };
  }
  return undefined;
}

/**
 * The latest of some parts, in order and each once: up to 30, and as many as an
 * address holds beside the rest of the view. The last is always among them.
 */
export function latestParts(parts: readonly Part[]): Part[] {
  const kept = new Map<string, Part>();
  let length = 0;
  for (const part of [...parts].reverse()) {
    const text = writePart(part);
    if (!kept.has(text)) {
      length += String(new URLSearchParams({ part: text })).length + 1;
      const isFull = kept.size === MAX_PARTS || length > MAX_PARTS_LENGTH;
      if (isFull && kept.size > 0) {
        break;
      }
      kept.set(text, part);
    }
  }
  return [...kept.values()].reverse();
}
