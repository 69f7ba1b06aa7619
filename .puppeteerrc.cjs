// No browser is downloaded by `npm ci`: the connector uses the one that CHROMIUM_PATH names or that the system has.
module.exports = { skipDownload: true };
