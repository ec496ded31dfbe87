const END_OF_DAY = 'T23:59:59.999Z';

/** The end of a waiver: a day where it counts to its end, else a time, in UTC. */
export function untilText(until: string): string {
  return until.endsWith(END_OF_DAY) || !until.includes('T')
    ? until.slice(0, 10)
    : `${until.slice(0, 10)} ${until.slice(11, 16)} UTC`;
}
