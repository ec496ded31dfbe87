import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  ContractWaiver,
  ContractWaiverChoice,
  mlContractWaivePermission,
} from '@understudy/plugin-ml-common';
import { ModelAccess, ownerOf } from '../../models/ModelAccess';
import { SubjectStore } from '../../subjects/SubjectStore';
import { StoredWaiver, waiverState } from './StoredWaiver';
import { WaivedSubject } from './WaiverService';

type WithCredentials = { credentials: BackstageCredentials };

/** Who somebody is, and what that lets them do about some waivers. */
interface Standing {
  /** Absent for services, and for agents that speak for somebody. */
  person?: string;
  /** Owners of what is hit, and of the provider, by ref. */
  owners: ReadonlyMap<string, string | undefined>;
  /** Refs for which the caller may decide: owned, and permitted. */
  decides: ReadonlySet<string>;
}

/** Puts together what is shown of waivers, and who may do what about them. */
export class WaiverViewer {
  readonly #access: ModelAccess;
  readonly #auth: AuthService;
  readonly #now: () => Date;
  readonly #subjects: SubjectStore;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    access: ModelAccess;
    auth: AuthService;
    subjects: SubjectStore;
    userInfo: UserInfoService;
    now?: () => Date;
  }) {
    this.#access = options.access;
    this.#auth = options.auth;
    this.#now = options.now ?? (() => new Date());
    this.#subjects = options.subjects;
    this.#userInfo = options.userInfo;
  }

  /** Those about consumers that the caller may read, in their order. */
  async describe(
    { ref }: WaivedSubject,
    waivers: readonly StoredWaiver[],
    options: WithCredentials,
  ): Promise<ContractWaiver[]> {
    const subjects = await this.#subjects.findByIds(
      waivers.flatMap(({ consumerId }) => consumerId ?? []),
    );
    const consumers = [...subjects.values()].map(subject => subject.ref);
    const readable = await this.#access.filterReadable(consumers, options);
    const standing = await this.#standing(
      [ref, ...consumers.filter(consumer => readable.has(consumer))],
      options,
    );
    const now = this.#now().toISOString();
    return waivers.flatMap(({ subjectId: _, consumerId, ...waiver }) => {
      const consumer =
        consumerId === undefined ? undefined : subjects.get(consumerId)?.ref;
      if (
        consumerId !== undefined &&
        (consumer === undefined || !readable.has(consumer))
      ) {
        return [];
      }
      const decider = standing.owners.get(consumer ?? ref);
      const shown = {
        ...waiver,
        subject: ref,
        ...(consumer !== undefined && { consumer }),
        state: waiverState({ ...waiver, subjectId: '' }, now),
        ...(decider !== undefined && { decider }),
      };
      return [{ ...shown, may: choicesOf(shown, standing) }];
    });
  }

  /** Throws NotAllowedError unless the caller owns what is hit, and may decide for it. */
  async requireDecider(
    { ref }: WaivedSubject,
    { consumer, decider }: ContractWaiver,
    options: WithCredentials,
  ): Promise<void> {
    const hit = consumer ?? ref;
    const { person, decides } = await this.#standing([hit], options);
    if (!decides.has(hit)) {
      throw new NotAllowedError(
        `'${person}' may not decide about a waiver for '${hit}': that is for its owner, ${decider ?? 'which it does not have'}, with the permission '${mlContractWaivePermission.name}'`,
      );
    }
  }

  /** Throws NotAllowedError unless the caller may decide for the consumer or the provider. */
  async requireEitherOwner(
    { ref }: WaivedSubject,
    { consumer }: ContractWaiver,
    options: WithCredentials,
  ): Promise<void> {
    const either = [...new Set([ref, consumer ?? ref])];
    const { person, decides } = await this.#standing(either, options);
    if (decides.size === 0) {
      throw new NotAllowedError(
        `'${person}' may not take back a waiver for ${either.map(each => `'${each}'`).join(' and ')}: that is for their owners, with the permission '${mlContractWaivePermission.name}'`,
      );
    }
  }

  async #standing(
    refs: readonly string[],
    { credentials }: WithCredentials,
  ): Promise<Standing> {
    const entities = await this.#access.getModelsForBackgroundWork(refs);
    const owners = new Map(
      [...entities].map(([ref, entity]) => [ref, ownerOf(entity)]),
    );
    if (
      !this.#auth.isPrincipal(credentials, 'user') ||
      credentials.principal.actor
    ) {
      return { owners, decides: new Set() };
    }
    const { ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    const owned = [...owners].flatMap(([ref, owner]) =>
      owner !== undefined && ownershipEntityRefs.includes(owner) ? [ref] : [],
    );
    return {
      person: credentials.principal.userEntityRef,
      owners,
      decides: await this.#access.filterAllowed(
        mlContractWaivePermission,
        owned,
        { credentials },
      ),
    };
  }
}

function choicesOf(
  waiver: Omit<ContractWaiver, 'may'>,
  { person, decides }: Standing,
): ContractWaiverChoice[] {
  const { subject, consumer = subject, state, askedBy } = waiver;
  const isOpen = state === 'waiting' || state === 'in-force';
  return [
    ...(state === 'waiting' && decides.has(consumer) && askedBy !== person
      ? (['grant', 'refuse'] as const)
      : []),
    ...(isOpen && (decides.has(subject) || decides.has(consumer))
      ? (['revoke'] as const)
      : []),
  ];
}
