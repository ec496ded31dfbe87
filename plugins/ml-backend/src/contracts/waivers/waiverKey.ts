import { StoredWaiver } from './StoredWaiver';

/** What makes two waivers, or two asks, be about the same. */
export function waiverKey(
  finding: Pick<
    StoredWaiver,
    'ruleId' | 'port' | 'path' | 'pointer' | 'consumerId'
  >,
): string {
  const { ruleId, port, path, pointer, consumerId = '' } = finding;
  return [ruleId, port, path || pointer, consumerId].join('\n');
}
