import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  ContractWaiver,
  ContractWaiverPage,
  ContractWaiverRequest,
} from '@understudy/plugin-ml-common';
import { HistoryAccess } from '../../models/HistoryAccess';
import { ModelAccess } from '../../models/ModelAccess';
import { decodeCursor, encodeCursor } from '../../paging/cursor';
import { actorOf, requirePerson } from '../../promotion/Actor';
import { subjectEntityOf } from '../../subjects/subjectEntityOf';
import { SubjectStore } from '../../subjects/SubjectStore';
import { requireMayPublish } from '../access/requireMayPublish';
import { FindingsToWaive } from './FindingsToWaive';
import { StoredWaiver } from './StoredWaiver';
import { waiverEnd } from './waiverEnd';
import { WaiverDecision, WaiverList } from './waiverRequests';
import { WaivedSubject, WaiverService } from './WaiverService';
import { WaiverStore } from './WaiverStore';
import { WaiverViewer } from './WaiverViewer';

type WithCredentials = { credentials: BackstageCredentials };

/** Rows that are looked at for one page, where few of them may be read. */
const MAX_ROUNDS = 10;

/**
 * Lets callers do with waivers what they may. One is readable where the
 * provider and the consumer that is hit are. Whoever may publish the contract
 * asks; people who own what is hit decide, in person, and never about what they
 * asked for themselves.
 */
export class AuthorizedWaiverService {
  readonly #access: ModelAccess;
  readonly #auth: AuthService;
  readonly #findings: FindingsToWaive;
  readonly #history: HistoryAccess;
  readonly #now: () => Date;
  readonly #service: WaiverService;
  readonly #subjects: SubjectStore;
  readonly #userInfo: UserInfoService;
  readonly #viewer: WaiverViewer;
  readonly #waivers: WaiverStore;

  constructor(options: {
    access: ModelAccess;
    auth: AuthService;
    findings: FindingsToWaive;
    history: HistoryAccess;
    service: WaiverService;
    subjects: SubjectStore;
    userInfo: UserInfoService;
    viewer: WaiverViewer;
    waivers: WaiverStore;
    now?: () => Date;
  }) {
    this.#access = options.access;
    this.#auth = options.auth;
    this.#findings = options.findings;
    this.#history = options.history;
    this.#now = options.now ?? (() => new Date());
    this.#service = options.service;
    this.#subjects = options.subjects;
    this.#userInfo = options.userInfo;
    this.#viewer = options.viewer;
    this.#waivers = options.waivers;
  }

  async list(
    ref: string,
    { states, limit, cursor }: WaiverList,
    options: WithCredentials,
  ): Promise<ContractWaiverPage> {
    await this.#history.require(ref, options);
    const subject = await this.#subjects.findByRef(ref);
    if (!subject) {
      return { items: [] };
    }
    const list = { waivers: subject.id, states: [...states].sort() };
    const now = this.#now().toISOString();
    const items: ContractWaiver[] = [];
    let after =
      cursor === undefined ? undefined : decodeCursor(cursor, list)[1];
    let more = true;
    // Those that may not be read are made up for by others, up to a bound.
    for (let round = 0; more && items.length < limit; round++) {
      if (round === MAX_ROUNDS) {
        break;
      }
      const wanted = limit - items.length;
      const rows = await this.#waivers.list({
        subjectId: subject.id,
        states,
        now,
        limit: wanted + 1,
        after,
      });
      more = rows.length > wanted;
      const page = rows.slice(0, wanted);
      items.push(...(await this.#viewer.describe(subject, page, options)));
      after = page.at(-1)?.id ?? after;
    }
    return {
      items,
      ...(more &&
        after !== undefined && { nextCursor: encodeCursor(['', after], list) }),
    };
  }

  /** Answers those asks that the caller may read. */
  async ask(
    ref: string,
    request: ContractWaiverRequest,
    options: WithCredentials,
  ): Promise<ContractWaiver[]> {
    const entity = await this.#access.getModel(ref, options);
    await requireMayPublish(entity, {
      access: this.#access,
      auth: this.#auth,
      userInfo: this.#userInfo,
      ...options,
    });
    const until = waiverEnd(request.until, this.#now().toISOString());
    await this.#requireReadable(
      request.findings.flatMap(({ consumer }) => consumer ?? []),
      options,
    );
    const subject = await this.#subjects.ensure(subjectEntityOf(entity));
    const asked = await this.#service.ask(
      subject,
      await this.#findings.read(subject, request.findings),
      {
        until,
        reason: request.reason,
        actor: actorOf(options.credentials, this.#auth),
      },
    );
    return await this.#viewer.describe(subject, asked, options);
  }

  async decide(
    ref: string,
    id: string,
    decision: WaiverDecision,
    options: WithCredentials,
  ): Promise<ContractWaiver> {
    const person = requirePerson(
      options.credentials,
      this.#auth,
      'decide about a waiver',
    );
    const { subject, waiver, shown } = await this.#find(ref, id, options);
    if (waiver.askedBy === person) {
      throw new NotAllowedError(
        `'${person}' asked for the waiver '${id}', so somebody else decides about it`,
      );
    }
    await this.#viewer.requireDecider(subject, shown, options);
    return await this.#show(
      subject,
      await this.#service.decide(subject, waiver, {
        ...decision,
        consumer: shown.consumer,
        actor: actorOf(options.credentials, this.#auth),
      }),
      options,
    );
  }

  async revoke(
    ref: string,
    id: string,
    reason: string,
    options: WithCredentials,
  ): Promise<ContractWaiver> {
    requirePerson(options.credentials, this.#auth, 'take a waiver back');
    const { subject, waiver, shown } = await this.#find(ref, id, options);
    await this.#viewer.requireEitherOwner(subject, shown, options);
    return await this.#show(
      subject,
      await this.#service.revoke(subject, waiver, {
        reason,
        consumer: shown.consumer,
        actor: actorOf(options.credentials, this.#auth),
      }),
      options,
    );
  }

  async #requireReadable(
    refs: readonly string[],
    options: WithCredentials,
  ): Promise<void> {
    const readable = await this.#access.filterReadable(refs, options);
    const missing = refs.find(ref => !readable.has(ref));
    if (missing !== undefined) {
      throw new NotFoundError(`No consumer '${missing}' in the catalog`);
    }
  }

  /** Throws NotFoundError alike for what is not there and what may not be read. */
  async #find(
    ref: string,
    id: string,
    options: WithCredentials,
  ): Promise<{
    subject: WaivedSubject;
    waiver: StoredWaiver;
    shown: ContractWaiver;
  }> {
    await this.#access.getModel(ref, options);
    const subject = await this.#subjects.findByRef(ref);
    const waiver = subject && (await this.#waivers.find(subject.id, id));
    const [shown] = waiver
      ? await this.#viewer.describe(subject, [waiver], options)
      : [];
    if (!subject || !waiver || !shown) {
      throw new NotFoundError(`'${ref}' has no waiver '${id}'`);
    }
    return { subject, waiver, shown };
  }

  async #show(
    subject: WaivedSubject,
    waiver: StoredWaiver,
    options: WithCredentials,
  ): Promise<ContractWaiver> {
    const [shown] = await this.#viewer.describe(subject, [waiver], options);
    if (!shown) {
      throw new NotFoundError(
        `The waiver '${waiver.id}' of '${subject.ref}' was decided, and may no longer be read by you`,
      );
    }
    return shown;
  }
}
