import { Finding } from '@understudy/contracts';
import { ContractCheck } from '@understudy/plugin-ml-common';
import { JudgedContract } from './ContractChecker';
import { isHit, verdictRank, worstVerdict } from './verdictRank';

/** Findings of all consumers together. */
const MAX_FINDINGS = 20_000;
/** What each consumer may show however many there are. */
const MIN_SHOWN = 20;

type JudgedConsumer = ContractCheck['consumers'][number];

/** What a caller is told who may read some of the consumers. Pure. */
export function answerCheck(
  subject: string,
  judged: JudgedContract,
  readable: ReadonlySet<string>,
): ContractCheck {
  const visible = judged.consumers.filter(({ consumer }) =>
    readable.has(consumer),
  );
  const complete =
    judged.complete && visible.length === judged.consumers.length;
  const shown = Math.max(
    MIN_SHOWN,
    Math.floor(MAX_FINDINGS / Math.max(1, visible.length)),
  );
  const consumers = [...visible]
    .sort(
      (a, b) =>
        verdictRank(a.verdict) - verdictRank(b.verdict) ||
        (a.consumer < b.consumer ? -1 : 1),
    )
    .map(consumer => limitFindings(consumer, shown));
  return {
    subject,
    verdict: worstVerdict([
      ...(judged.report ? [judged.report.verdict] : []),
      ...consumers.map(({ verdict }) => verdict),
      // What nobody could look at is not known to be fine.
      ...(complete ? [] : ['unverifiable' as const]),
    ]),
    ...(judged.report && { report: judged.report }),
    lint: judged.lint,
    consumers,
    complete,
    tell: ownersToTell(consumers),
  };
}

/** Owners of those that are hit, with what of theirs it is. */
export function ownersToTell(
  consumers: readonly Pick<JudgedConsumer, 'consumer' | 'owner' | 'verdict'>[],
): { owner: string; consumers: string[] }[] {
  const hit = new Map<string, string[]>();
  for (const { consumer, owner, verdict } of consumers) {
    if (owner !== undefined && isHit(verdict)) {
      hit.set(owner, [...(hit.get(owner) ?? []), consumer]);
    }
  }
  return [...hit]
    .map(([owner, theirs]) => ({ owner, consumers: theirs.sort() }))
    .sort((a, b) => (a.owner < b.owner ? -1 : 1));
}

function limitFindings(
  consumer: JudgedConsumer,
  shown: number,
): JudgedConsumer {
  const { findings } = consumer;
  if (findings.length <= shown) {
    return consumer;
  }
  const cut: Finding = {
    ruleId: 'TRUNCATED',
    severity: 'warning',
    direction: 'both',
    port: '',
    pointer: '',
    pointsInto: 'new',
    path: '',
    message: `${findings.length - shown} more findings are not shown.`,
    remediation: 'Mend what is shown and check again.',
    consumer: consumer.consumer,
    basis: consumer.basis === 'contract' ? 'declared' : 'implied',
  };
  return { ...consumer, findings: [...findings.slice(0, shown), cut] };
}
