import { Document, isMap, isNode, isPair, Node, Scalar, visit } from 'yaml';
import { DraftedEntity } from './draftEntity';

const NO_OWNER = ' owner: nobody is known; name the team';
/** Control characters, and others that make a text look like another one. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/u;
const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu');

/** Writes one YAML document per entity, for a pull request. */
export function writeDrafts(
  drafts: readonly { entity: DraftedEntity; owner?: string }[],
): string {
  return drafts
    .map(({ entity, owner }) => {
      const document = new Document(entity);
      if (owner === undefined) {
        noteBeforeOwner(document);
      }
      return `---\n${print(document)}`;
    })
    .join('');
}

/** Whoever reviews a draft sees every character that is in it. */
function print(document: Document): string {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && UNSEEN.test(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  // Long texts stay in one line: they are easier to compare and to move.
  return document
    .toString({ lineWidth: 0 })
    .replace(
      EVERY_UNSEEN,
      character =>
        `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
    );
}

/** Above the owner, or where it would be: behind what every kind has. */
function noteBeforeOwner(document: Document): void {
  const spec = document.get('spec', true);
  if (!isMap<Node>(spec)) {
    return;
  }
  const keys = spec.items.map(item => `${item.key}`);
  const named = keys.indexOf('owner');
  const place = named < 0 ? keys.indexOf('lifecycle') + 1 : named;
  const pair = spec.items[place];
  if (isPair(pair) && isNode(pair.key)) {
    pair.key.commentBefore = NO_OWNER;
  } else {
    spec.comment = NO_OWNER;
  }
}
