import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeFits, yarnFits } from './versions.mjs';

test('only the Node releases of the platform fit', () => {
  assert.deepEqual(
    ['v20.20.2', 'v22.1.0', 'v23.0.0', 'v24.21.0', 'v25.0.0'].filter(nodeFits),
    ['v22.1.0', 'v24.21.0'],
  );
});

test('only Yarn 4 fits', () => {
  assert.deepEqual(['1.22.22', '4.13.0\n', '5.0.0', ''].filter(yarnFits), [
    '4.13.0\n',
  ]);
});
