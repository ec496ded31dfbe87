import {
  ModelEntity,
  RegistryBindingSource,
} from '@understudy/plugin-ml-common';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { importedModel } from '../__testUtils__/intakeEntities';
import { VisibleRecord } from '../records/VisibleRecords';
import { IntakeDecisionWithModel } from './decisionRows';
import { allowedActions, DecisionFacts, judgeDecision } from './judgeDecision';
import { RequestedDecision } from './readDecision';

const mine = 'group:default/payments-fraud';
const theirs = 'group:default/search-ranking';
const target = 'model:default/fraud-score';

function record(
  parts: {
    boundBy?: RegistryBindingSource;
    entity?: ModelEntity;
    decision?: Partial<IntakeDecisionWithModel>;
    kind?: 'model' | 'prompt';
  } = {},
): VisibleRecord {
  const { boundBy = 'default', kind = 'model' } = parts;
  return {
    row: {
      id: '01J00000000000000000000001',
      server: 'eu',
      workspace: '',
      name: 'churn',
      first_name: null,
      kind,
      subject_id: '01J00000000000000000000002',
      environment: null,
      variant: null,
      url: null,
      label_prefix: '',
      change_mark: null,
      first_seen_at: '2026-03-01T00:00:00.000Z',
      gone_since: null,
      last_error: null,
      bound_by: boundBy,
      description: null,
      hint_tags: '[]',
      sort_name: 'churn',
      search_text: 'churn',
      model: 'model:default/churn',
      listed: parts.entity !== undefined,
    },
    entity: parts.entity,
    decision: parts.decision && {
      id: '01J00000000000000000000003',
      server: 'eu',
      workspace: '',
      name: 'churn',
      action: 'claim',
      owner: null,
      subject_id: null,
      model: null,
      reason: null,
      decided_by: 'user:default/somebody',
      decided_at: '2026-03-01T00:00:00.000Z',
      ...parts.decision,
    },
  };
}

const platform = { mayClaim: false, mayDecide: true, ownerships: new Set('') };
const member = {
  mayClaim: true,
  mayDecide: false,
  ownerships: new Set([mine]),
};
const service = { ...member, ownerships: new Set<string>() };

function facts(parts: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    caller: member,
    groups: new Set([mine, theirs]),
    models: new Map([[target, modelEntity('fraud-score')]]),
    registrable: new Set([target]),
    ...parts,
  };
}

const claim = (owner: string): RequestedDecision => ({
  action: 'claim',
  owner,
});
const bind: RequestedDecision = { action: 'bind', model: target };
const ignore: RequestedDecision = { action: 'ignore', reason: 'A test' };
const reset: RequestedDecision = { action: 'reset' };

const bare = record();
const ownedByMe = record({ entity: importedModel('churn', { owner: mine }) });
const ownedByThem = record({
  entity: importedModel('churn', { owner: theirs }),
});
const claimedByMe = record({ decision: { action: 'claim', owner: mine } });
const claimedByThem = record({ decision: { action: 'claim', owner: theirs } });
const boundToMine = record({
  boundBy: 'decision',
  decision: { action: 'bind', model: target },
});
const boundToTheirs = record({
  boundBy: 'decision',
  decision: { action: 'bind', model: 'model:default/ranking' },
});
const ignored = record({ decision: { action: 'ignore', reason: 'A test' } });

describe('judgeDecision', () => {
  it.each<[string, RequestedDecision, VisibleRecord]>([
    ['claim for an own group', claim(mine), bare],
    ['claim what the group has', claim(mine), ownedByMe],
    ['claim again what was claimed for it', claim(mine), claimedByMe],
    ['claim what was bound to its Model', claim(mine), boundToMine],
    ['bind to a Model of its own', bind, bare],
    ['bind what the group has', bind, ownedByMe],
    ['take back its claim', reset, claimedByMe],
    ['take back its binding', reset, boundToMine],
    ['reset nothing', reset, bare],
  ])('lets a member %s', (_, requested, of) => {
    expect(judgeDecision(requested, of, facts())).toBeUndefined();
  });

  it.each<[string, RequestedDecision, VisibleRecord, RegExp]>([
    [
      'claim for others',
      claim(theirs),
      bare,
      /do not belong to 'group:default\/search/,
    ],
    [
      'claim what others own',
      claim(mine),
      ownedByThem,
      /'group:default\/search-ranking' owns/,
    ],
    [
      'claim what others claimed',
      claim(mine),
      claimedByThem,
      /was claimed for 'group:default\/search/,
    ],
    [
      'claim what others bound',
      claim(mine),
      boundToTheirs,
      /was bound to 'model:default\/ranking'/,
    ],
    ['claim what is ignored', claim(mine), ignored, /was decided to ignore/],
    ['bind what others own', bind, ownedByThem, /owns/],
    ['bind what others claimed', bind, claimedByThem, /was claimed/],
    ['ignore', ignore, bare, /'ml\.intake\.decide' is needed/],
    ['ignore what is its own', ignore, ownedByMe, /is ignored/],
    ['reset what others claimed', reset, claimedByThem, /was claimed/],
    ['reset what others bound', reset, boundToTheirs, /was bound/],
    ['reset what is ignored', reset, ignored, /was decided to ignore/],
  ])('does not let a member %s', (_, requested, of, message) => {
    const refusal = judgeDecision(requested, of, facts());
    expect(refusal?.name).toBe('NotAllowedError');
    expect(refusal?.message).toMatch(message);
    expect(
      judgeDecision(requested, of, facts({ caller: platform })),
    ).toBeUndefined();
  });

  it('wants the permission to register versions of the Model', () => {
    const refusal = judgeDecision(
      bind,
      bare,
      facts({ registrable: new Set() }),
    );
    expect(refusal?.message).toMatch(
      /'ml\.version\.register' on 'model:default/,
    );
  });

  it('lets a service bind, and claim only with ml.intake.decide', () => {
    expect(
      judgeDecision(bind, bare, facts({ caller: service })),
    ).toBeUndefined();
    const refusal = judgeDecision(
      claim(mine),
      bare,
      facts({ caller: service }),
    );
    expect(refusal?.name).toBe('NotAllowedError');
  });

  it('lets nobody without a permission', () => {
    const caller = { ...member, mayClaim: false };
    expect(judgeDecision(reset, bare, facts({ caller }))?.message).toMatch(
      /'ml\.intake\.claim'/,
    );
  });

  it.each<
    [
      string,
      RequestedDecision,
      VisibleRecord,
      Partial<DecisionFacts>,
      string,
      RegExp,
    ]
  >([
    [
      'a group that is not there',
      claim('group:default/dissolved'),
      bare,
      {},
      'InputError',
      /'group:default\/dissolved' is no group/,
    ],
    [
      'a Model that is not there',
      bind,
      bare,
      { models: new Map() },
      'NotFoundError',
      /No Model 'model:default\/fraud-score'/,
    ],
    [
      'a prompt for a Model',
      bind,
      record({ kind: 'prompt' }),
      {},
      'InputError',
      /'churn' is a prompt, .* of type 'classifier'/,
    ],
    [
      'a record for a prompt',
      bind,
      bare,
      {
        models: new Map([
          [target, modelEntity('p', { spec: { type: 'prompt' } })],
        ]),
      },
      'InputError',
      /of type 'prompt'/,
    ],
    [
      'what a Model declares',
      claim(mine),
      record({ boundBy: 'declared', entity: modelEntity('churn') }),
      {},
      'ConflictError',
      /'model:default\/churn' names 'churn' in its spec\.registries.*change its YAML/,
    ],
    [
      'to ignore what a Model declares',
      ignore,
      record({ boundBy: 'declared' }),
      {},
      'ConflictError',
      /change its YAML/,
    ],
    [
      'to claim what belongs to a Model of a team',
      claim(mine),
      record({ boundBy: 'rule', entity: modelEntity('churn') }),
      {},
      'ConflictError',
      /YAML of its own; name the owner there/,
    ],
  ])('refuses %s to everybody', (_, requested, of, parts, name, message) => {
    const refusal = judgeDecision(
      requested,
      of,
      facts({ caller: platform, ...parts }),
    );
    expect(refusal?.name).toBe(name);
    expect(refusal?.message).toMatch(message);
  });

  it('lets a decision be taken back that a Model has overtaken', () => {
    const overtaken = record({
      boundBy: 'declared',
      decision: { action: 'ignore', reason: 'A test' },
    });
    expect(
      judgeDecision(reset, overtaken, facts({ caller: platform })),
    ).toBeUndefined();
  });
});

describe('allowedActions', () => {
  it.each([
    [bare, ['claim', 'bind', 'ignore']],
    [claimedByThem, ['claim', 'bind', 'ignore', 'reset']],
    [ignored, ['claim', 'bind', 'reset']],
    [record({ boundBy: 'declared' }), []],
    [record({ entity: modelEntity('churn') }), ['bind', 'ignore']],
  ])('offers the platform what makes sense %#', (of, expected) => {
    expect(allowedActions(of, facts({ caller: platform }))).toEqual(expected);
  });

  it.each([
    [bare, ['claim', 'bind']],
    [ownedByMe, ['claim', 'bind']],
    [ownedByThem, []],
    [claimedByMe, ['claim', 'bind', 'reset']],
    [claimedByThem, []],
    [boundToMine, ['claim', 'bind', 'reset']],
    [boundToTheirs, []],
    [ignored, []],
  ])('offers a member what is theirs to decide %#', (of, expected) => {
    expect(allowedActions(of, facts())).toEqual(expected);
  });

  it('offers a service no claim, and nobody anything without permission', () => {
    expect(allowedActions(bare, facts({ caller: service }))).toEqual(['bind']);
    const caller = { ...member, mayClaim: false };
    expect(allowedActions(claimedByMe, facts({ caller }))).toEqual([]);
  });
});
