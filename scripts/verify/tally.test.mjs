import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTally, parseTally, sum } from './tally.mjs';

test('counts of several runners add up', () => {
  assert.deepEqual(
    sum([
      { passed: 3, failed: 0 },
      { passed: 1, failed: 2, skipped: 4 },
    ]),
    { passed: 4, failed: 2, skipped: 4 },
  );
});

test('the last line names skipped tests only when there are some', () => {
  assert.equal(formatTally({ passed: 3, failed: 0 }), '3 passed, 0 failed');
  assert.equal(
    formatTally({ passed: 3, failed: 1, skipped: 2 }),
    '3 passed, 1 failed, 2 skipped',
  );
});

test('a line of counts is read back, anything else is not', () => {
  assert.deepEqual(parseTally('3 passed, 1 failed, 2 skipped\n'), {
    passed: 3,
    failed: 1,
    skipped: 2,
  });
  assert.equal(parseTally('all 3 passed, 1 failed'), undefined);
  assert.equal(parseTally(''), undefined);
});
