import { AppError } from '#kernel';

export function nothingToChange(fields: string): AppError {
  return new AppError('autonomy.nothing-to-change', `Say what to change: ${fields}.`, { kind: 'invalid' });
}

export function timeInvalid(field: string, takes: string): AppError {
  return new AppError('autonomy.time-invalid', `${field} must be ${takes}.`, { kind: 'invalid', details: { field } });
}
