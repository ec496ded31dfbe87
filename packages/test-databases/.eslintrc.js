module.exports = require('../../scripts/eslint/packageConfig')(__dirname);
