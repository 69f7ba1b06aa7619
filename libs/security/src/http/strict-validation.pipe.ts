import { ValidationPipe, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

import type { AppError } from '#kernel';

import type { FieldError } from './problem.js';
import { invalidRequest } from './request.errors.js';

const MAX_ERRORS = 50;
/** Unknown keys come from the client: what is repeated of them is bounded. */
const MAX_TEXT = 200;

const VALIDATION = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: false,
  validationError: { target: false, value: false },
} as const;
const TRANSFORMATION = { enableImplicitConversion: false } as const;

/**
 * Takes what the DTO declares and nothing else, converts nothing by itself, and repeats no value. A whole query is checked
 * without a promise, so its DTO cannot have asynchronous rules; everything else goes through Nest's own pipe.
 */
export class StrictValidationPipe implements PipeTransform<unknown, unknown> {
  private readonly pipe = new ValidationPipe({
    ...VALIDATION,
    transform: true,
    transformOptions: TRANSFORMATION,
    exceptionFactory: refusal,
  });

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const { type, data, metatype } = metadata;
    if (type !== 'query' || data !== undefined || !metatype || metatype === Object) {
      return this.pipe.transform(value, metadata);
    }
    const query = plainToInstance(metatype as Type<object>, value, TRANSFORMATION);
    const errors = validateSync(query, VALIDATION);
    if (errors.length > 0) throw refusal(errors);
    return query;
  }
}

function refusal(errors: readonly ValidationError[]): AppError {
  return invalidRequest(fieldErrors(errors).slice(0, MAX_ERRORS));
}

function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = pathOf(parent, property);
    const own = Object.values(constraints).map((message) => ({ field: cut(field), message: cut(message) }));
    return [...own, ...fieldErrors(children, field)];
  });
}

function pathOf(parent: string, property: string): string {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
