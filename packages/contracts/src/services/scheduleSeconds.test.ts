import { scheduleSeconds } from './scheduleSeconds';

describe('scheduleSeconds', () => {
  it.each([
    ['*/15 * * * *', 900],
    ['0 * * * *', 3600],
    ['0,10 * * * *', 3000],
    ['0 */6 * * *', 21600],
    ['0 8-17 * * *', 15 * 3600],
    ['30 3 * * *', 86400],
    ['0 3 * * 1', 604800],
    ['0 3 * * 1-5', 3 * 86400],
    ['0 3 1 * *', 31 * 86400],
    ['@hourly', 3600],
    ['FREQ=DAILY;INTERVAL=2', 172800],
    ['RRULE:FREQ=HOURLY', 3600],
  ])('%s runs every %d seconds at worst', (schedule, seconds) => {
    expect(scheduleSeconds(schedule)).toBe(seconds);
  });

  it.each([
    '',
    'soon',
    '* * *',
    '0 3 1 * 1',
    '0 3 * 6 *',
    'FREQ=DAILY;BYHOUR=1,13',
    '*/0 * * * *',
  ])('does not guess at %p', schedule => {
    expect(scheduleSeconds(schedule)).toBeUndefined();
  });
});
