import { Promotion } from '@understudy/plugin-ml-common';

/** Why the reader may not decide; one entry where one reason is for both. */
export function refusalsOf(
  promotion: Pick<Promotion, 'notAllowed'>,
): { what: 'approve' | 'reject' | 'both'; why: string }[] {
  const reasonFor = (action: 'approve' | 'reject') =>
    promotion.notAllowed.find(refusal => refusal.action === action)?.reason;
  const approve = reasonFor('approve');
  const reject = reasonFor('reject');
  if (approve !== undefined && approve === reject) {
    return [{ what: 'both', why: approve }];
  }
  return [
    ...(approve === undefined
      ? []
      : [{ what: 'approve' as const, why: approve }]),
    ...(reject === undefined ? [] : [{ what: 'reject' as const, why: reject }]),
  ];
}
