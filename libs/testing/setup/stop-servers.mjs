// Jest's global teardown.
export { stopServers as default } from './start-servers.mjs';
