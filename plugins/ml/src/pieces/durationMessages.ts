/** Lengths of time in words. */
export const durationMessages = {
  'duration.none': 'no time',
  'duration.years_one': '{{count}} year',
  'duration.years_other': '{{count}} years',
  'duration.months_one': '{{count}} month',
  'duration.months_other': '{{count}} months',
  'duration.weeks_one': '{{count}} week',
  'duration.weeks_other': '{{count}} weeks',
  'duration.days_one': '{{count}} day',
  'duration.days_other': '{{count}} days',
  'duration.hours_one': '{{count}} hour',
  'duration.hours_other': '{{count}} hours',
  'duration.minutes_one': '{{count}} minute',
  'duration.minutes_other': '{{count}} minutes',
  'duration.seconds_one': '{{count}} second',
  'duration.seconds_other': '{{count}} seconds',
} as const;
