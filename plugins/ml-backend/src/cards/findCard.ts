import { NotFoundError } from '@backstage/errors';
import {
  cardFromModel,
  formatModelCard,
  ModelCard,
  ModelEntity,
  parseModelCard,
} from '@understudy/plugin-ml-common';
import { resolveVersion } from '../registry/resolveVersion';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { CardStore } from './CardStore';

/** A model that the caller may see. */
export interface CardModel {
  ref: string;
  entity: ModelEntity;
}

/** A card of a model, and where it lies. */
export interface FoundCard {
  /** Absent where nothing was ever recorded for the model. */
  subjectId?: string;
  /** The version that it was added to; absent of the card in the entity. */
  version?: { id: string; label: string };
  text: string;
  card: ModelCard;
}

/**
 * The card of a version, or of a model: the one in its entity, else that of its
 * newest version that has one. Throws NotFoundError when there is none.
 */
export async function findCard(
  model: CardModel,
  version: string | undefined,
  stores: { cards: CardStore; subjects: SubjectStore; versions: VersionStore },
): Promise<FoundCard> {
  const { cards, subjects, versions } = stores;
  const subjectId = (await subjects.findByRef(model.ref))?.id;
  const written =
    version === undefined ? cardFromModel(model.entity) : undefined;
  if (written) {
    const { card } = model.entity.spec;
    const text = typeof card === 'string' ? card : formatModelCard(written);
    return { subjectId, text, card: written };
  }
  const versionId =
    version === undefined
      ? undefined
      : await resolveVersion(versions, {
          subjectId,
          model: model.ref,
          text: version,
        });
  const added =
    subjectId === undefined
      ? undefined
      : await cards.findText(subjectId, versionId);
  if (!added) {
    throw new NotFoundError(
      version === undefined
        ? `'${model.ref}' has no card: write spec.card, or add a card to a version`
        : `${model.ref}@${version} has no card`,
    );
  }
  const { text, label } = added;
  return {
    subjectId,
    version: { id: added.versionId, label },
    text,
    card: parseModelCard(text),
  };
}
