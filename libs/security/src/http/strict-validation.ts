import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

import type { AppError } from '#kernel';

import type { FieldError } from './problem.js';
import { invalidRequest } from './request.errors.js';

const MAX_ERRORS = 50;
/** Unknown keys come from the client: what is repeated of them is bounded. */
const MAX_TEXT = 200;

/** Takes what the DTO declares and nothing else, converts nothing by itself, and repeats no value. */
export function strictValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    validationError: { target: false, value: false },
    exceptionFactory: (errors): AppError => invalidRequest(fieldErrors(errors).slice(0, MAX_ERRORS)),
  });
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
