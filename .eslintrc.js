// For what is not in a package: scripts, browser tests and integration tests.
const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = {
  ...createConfigForRole(__dirname, 'cli'),
  root: true,
};
