import type { CloudApiConfig } from '#config';

/** The settings of the Cloud API, all of them there. */
export interface CloudApiSettings {
  readonly token: string;
  readonly phoneNumberId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly graphUrl: string;
  readonly version: string;
}

/** `loadConfig` has refused to start already when one is missing: an empty one fits nothing. */
export function cloudApiSettings(config: CloudApiConfig): CloudApiSettings {
  const { token = '', phoneNumberId = '', appSecret = '', verifyToken = '', graphUrl, version } = config;
  return { token, phoneNumberId, appSecret, verifyToken, graphUrl, version };
}
