import { AppError } from '#kernel';

export function unknownSetting(name: string, known: readonly string[]): AppError {
  return new AppError('engagement.config-unknown', 'There is no such setting: look at `known`.', {
    kind: 'invalid',
    details: { name: name.slice(0, 80), known },
  });
}

export function wrongSettings(problems: readonly { readonly variable: string; readonly takes: string }[]): AppError {
  return new AppError('engagement.config-invalid', 'Some settings cannot take these values: look at `problems`.', {
    kind: 'invalid',
    details: { problems },
  });
}

export function configChangedMeanwhile(version: number): AppError {
  return new AppError(
    'engagement.config-changed',
    'The settings have been changed meanwhile: read them again, then decide.',
    { kind: 'conflict', details: { version } },
  );
}

export function configVersionNotFound(): AppError {
  return new AppError(
    'engagement.config-version-not-found',
    'There is no such version: look at GET /api/engagements/config/versions.',
    { kind: 'not-found' },
  );
}
