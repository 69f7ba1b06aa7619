import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { CUSTOM_ROUTE_ARGS_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { bodyNotTaken } from './request.errors.js';
import { BODY_INSTEAD } from './without-body.decorator.js';

const TAKES_BODY: readonly number[] = [
  ...[RouteParamtypes.REQUEST, RouteParamtypes.BODY, RouteParamtypes.RAW_BODY],
  ...[RouteParamtypes.FILE, RouteParamtypes.FILES],
];

/** Refuses what is in the body of a request whose route would not look at it. No body and `{}` are fine. */
@Injectable()
export class BodylessRoutesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (isNothing(body) || takesBody(context)) return true;
    throw bodyNotTaken(this.reflector.get<string | undefined>(BODY_INSTEAD, context.getHandler()));
  }
}

function isNothing(body: unknown): boolean {
  if (body === undefined || body === null || body === '') return true;
  return typeof body === 'object' && Object.keys(body).length === 0;
}

/** Parameters are kept under `<type>:<place>`, those of decorators of our own under a name. */
function takesBody(context: ExecutionContext): boolean {
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    Readonly<Record<string, unknown>> | undefined;
  return Object.keys(parameters ?? {})
    .filter((key) => !key.includes(CUSTOM_ROUTE_ARGS_METADATA))
    .some((key) => TAKES_BODY.includes(Number(key.split(':')[0])));
}
