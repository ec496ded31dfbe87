import { Waiver } from '@understudy/contracts';
import { KnownConsumer } from '../consumers/KnownConsumer';
import { FieldPlace, isUsing } from '../deprecations/fieldUse';
import { WaiverInForce } from './WaiversInForce';

/** A field that goes before the day that was announced: all who use it have to agree. */
export const EARLY_REMOVAL = 'FIELD_REMOVED_BEFORE_DATE';

/**
 * The waivers for what consumers are told. Those without a consumer are left
 * out: to the engine they would fit every consumer, and no owner of one agreed.
 * Who agrees that a field goes early agrees that it goes.
 */
export function consumerWaivers(waivers: readonly WaiverInForce[]): Waiver[] {
  return waivers
    .filter(({ consumer }) => consumer !== undefined)
    .flatMap(waiver => {
      const consent = toEngine(waiver);
      return waiver.ruleId === EARLY_REMOVAL
        ? [consent, { ...consent, ruleId: 'FIELD_REMOVED' }]
        : [consent];
    });
}

/**
 * The waivers for what is found between versions: those without a consumer,
 * and one for each early removal that all who use the field agreed to. It ends
 * with the first of theirs. As long as not all consumers are known, nobody can
 * say that all agreed.
 */
export function versionWaivers(
  waivers: readonly WaiverInForce[],
  known: { consumers: readonly KnownConsumer[]; complete: boolean },
): Waiver[] {
  const own = waivers
    .filter(
      ({ consumer, ruleId }) =>
        consumer === undefined && ruleId !== EARLY_REMOVAL,
    )
    .map(toEngine);
  return known.complete ? [...own, ...agreedRemovals(waivers, known)] : own;
}

/** Consumers that agreed to the early removal of a field, with the end of it. */
export function agreedTo(
  waivers: readonly WaiverInForce[],
  field: FieldPlace,
): Map<string, WaiverInForce> {
  const agreed = new Map<string, WaiverInForce>();
  for (const waiver of waivers) {
    const { consumer, ruleId, port, path } = waiver;
    if (
      consumer !== undefined &&
      ruleId === EARLY_REMOVAL &&
      port === field.port &&
      path === field.path &&
      (agreed.get(consumer)?.until ?? '') < waiver.until
    ) {
      agreed.set(consumer, waiver);
    }
  }
  return agreed;
}

function agreedRemovals(
  waivers: readonly WaiverInForce[],
  { consumers }: { consumers: readonly KnownConsumer[] },
): Waiver[] {
  const places = new Map(
    waivers
      .filter(
        ({ ruleId, consumer }) =>
          ruleId === EARLY_REMOVAL && consumer !== undefined,
      )
      .map(({ port, path }) => [`${port}\n${path}`, { port, path }]),
  );
  return [...places.values()].flatMap(field => {
    const agreed = agreedTo(waivers, field);
    const users = consumers.filter(consumer => usesField(consumer, field));
    if (!users.every(({ consumer }) => agreed.has(consumer))) {
      return [];
    }
    const consents =
      users.length > 0
        ? users.flatMap(({ consumer }) => agreed.get(consumer) ?? [])
        : [...agreed.values()];
    const [first] = consents.sort((a, b) => (a.until < b.until ? -1 : 1));
    return [
      {
        id: first.id,
        ruleId: EARLY_REMOVAL,
        ...field,
        until: first.until,
        // Not everybody may read who they are.
        reason: 'The owners of all consumers that use it agreed',
      },
    ];
  });
}

/** Whether somebody has to agree before a field goes early. */
export function usesField(consumer: KnownConsumer, field: FieldPlace): boolean {
  return isUsing(consumer, { version: '', field }, undefined);
}

/**
 * A waiver as the engine takes it. Pointers count fields, and another order
 * moves them: they count only for what is not about a field.
 */
export function toEngine(waiver: WaiverInForce): Waiver {
  const { id, ruleId, port, path, pointer, until, reason } = waiver;
  return {
    id,
    ruleId,
    port,
    ...(path === '' ? { pointer } : { path }),
    ...(waiver.consumer !== undefined && { consumer: waiver.consumer }),
    until,
    reason,
    approvedBy: waiver.approvedBy,
  };
}
