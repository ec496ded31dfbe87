import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  CardImport,
  CardReviewChoice,
  mlCardReviewPermission,
  ModelCardReport,
} from '@understudy/plugin-ml-common';
import { ModelAccess, ownerOf } from '../models/ModelAccess';
import { actorOf, requirePerson } from '../promotion/Actor';
import { requireMayRegister } from '../registry/requireMayRegister';
import { requireModelEntity } from '../registry/requireModelEntity';
import { CardReviewRequest, CardService } from './CardService';
import { CardModel } from './findCard';

type WithCredentials = { credentials: BackstageCredentials };

/**
 * Lets callers do with cards what they may. They are readable exactly when the
 * model is. Owners ask for a review and take it back; who has the permission and
 * is no owner ends it, in person.
 */
export class AuthorizedCardService {
  readonly #access: ModelAccess;
  readonly #auth: AuthService;
  readonly #cards: CardService;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    access: ModelAccess;
    auth: AuthService;
    cards: CardService;
    userInfo: UserInfoService;
  }) {
    this.#access = options.access;
    this.#auth = options.auth;
    this.#cards = options.cards;
    this.#userInfo = options.userInfo;
  }

  async get(
    ref: string,
    options: WithCredentials & { version?: string },
  ): Promise<ModelCardReport> {
    const model = await this.#model(ref, options);
    return {
      ...(await this.#cards.get(model, options.version)),
      may: await this.#choices(model, options),
    };
  }

  /** Markdown with a header of YAML. */
  async export(
    ref: string,
    options: WithCredentials & { version?: string },
  ): Promise<string> {
    return await this.#cards.export(
      await this.#model(ref, options),
      options.version,
    );
  }

  async import(
    ref: string,
    version: string,
    text: string,
    options: WithCredentials,
  ): Promise<CardImport> {
    const model = await this.#model(ref, options);
    await requireMayRegister(model.entity, {
      access: this.#access,
      auth: this.#auth,
      userInfo: this.#userInfo,
      ...options,
    });
    const { card, evaluations } = await this.#cards.import(
      model,
      version,
      text,
      { actor: actorOf(options.credentials, this.#auth) },
    );
    return {
      card: { ...card, may: await this.#choices(model, options) },
      evaluations,
    };
  }

  async review(
    ref: string,
    request: CardReviewRequest,
    options: WithCredentials,
  ): Promise<ModelCardReport> {
    const { credentials } = options;
    const person = requirePerson(credentials, this.#auth, 'review a card');
    const model = await this.#model(ref, options);
    const may = await this.#choices(model, options);
    if (!may.includes(request.state)) {
      throw new NotAllowedError(
        request.state === 'approved'
          ? `'${person}' may not approve the card of '${ref}': it takes the permission '${mlCardReviewPermission.name}' and somebody who does not own the model`
          : `'${person}' may not have the card of '${ref}' reviewed: that is for its owner, ${ownerOf(model.entity) ?? 'which it does not have'}, and for reviewers`,
      );
    }
    return {
      ...(await this.#cards.review(model, request, {
        actor: actorOf(credentials, this.#auth),
      })),
      may,
    };
  }

  async #model(ref: string, options: WithCredentials): Promise<CardModel> {
    return {
      ref,
      entity: requireModelEntity(await this.#access.getModel(ref, options)),
    };
  }

  async #choices(
    { ref, entity }: CardModel,
    { credentials }: WithCredentials,
  ): Promise<CardReviewChoice[]> {
    if (
      !this.#auth.isPrincipal(credentials, 'user') ||
      credentials.principal.actor
    ) {
      return [];
    }
    const owner = ownerOf(entity);
    const [isReviewer, { ownershipEntityRefs }] = await Promise.all([
      this.#access.isAllowed(mlCardReviewPermission, ref, { credentials }),
      this.#userInfo.getUserInfo(credentials),
    ]);
    const isOwner = owner !== undefined && ownershipEntityRefs.includes(owner);
    return [
      ...(isOwner || isReviewer ? (['draft', 'in_review'] as const) : []),
      ...(isReviewer && !isOwner ? (['approved'] as const) : []),
    ];
  }
}
