import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, presentProblem, requestProblems } from './problem.ts';

interface SchemaError {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
}

/** What is wrong and how to mend it, for a value that broke its schema (JSON Schema keyword → sentence). */
function schemaSentence({ keyword, params }: SchemaError): string {
  switch (keyword) {
    case 'required':
      return '此项必须填写';
    case 'additionalProperties':
      return '不接受这个字段，请删除';
    case 'maxLength':
      return `最多 ${params['limit']} 个字`;
    case 'minLength':
      return Number(params['limit']) === 1 ? '此项不能为空' : `至少 ${params['limit']} 个字`;
    case 'maximum':
    case 'exclusiveMaximum':
      return `不能大于 ${params['limit']}`;
    case 'minimum':
    case 'exclusiveMinimum':
      return `不能小于 ${params['limit']}`;
    case 'maxItems':
      return `最多 ${params['limit']} 项`;
    case 'minItems':
      return `至少 ${params['limit']} 项`;
    case 'enum':
    case 'const':
    case 'anyOf':
      return '请从给出的选项中选择';
    case 'type':
      return `应为${({ string: '文字', integer: '整数', number: '数字', boolean: '是或否', array: '列表', object: '一组内容' } as Record<string, string>)[String(params['type'])] ?? '其他类型'}`;
    default:
      return '格式不正确，请检查后重新填写';
  }
}

const pointerOf = ({ keyword, instancePath, params }: SchemaError): string =>
  keyword === 'required'
    ? `${instancePath}/${params['missingProperty']}`
    : keyword === 'additionalProperties'
      ? `${instancePath}/${params['additionalProperty']}`
      : instancePath;

/** What Ajv found, as sentences at their places. */
export const schemaFaults = (errors: readonly unknown[]): { pointer: string; detail: string }[] =>
  (errors as SchemaError[]).map((error) => ({ pointer: pointerOf(error), detail: schemaSentence(error) }));

/** PostgreSQL error classes that are nobody's bug: bad data in, a lock too long, the database away. */
function fromDatabase(code: string): Problem | undefined {
  if (/^22/.test(code)) return requestProblems.malformed();
  if (/^23503/.test(code)) return requestProblems.notFound();
  if (/^(08|57P0|53)/.test(code) || ['55P03', '57014', '25P03'].includes(code)) return requestProblems.unavailable();
  return undefined;
}

const unreachable = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'];

/** Any error as a Problem. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code = '', statusCode, validation, message } = error as FastifyError & { message?: string };
  if (validation) return requestProblems.invalid(schemaFaults(validation));
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return requestProblems.unsupportedMedia();
  if (statusCode === 413) return requestProblems.tooLarge();
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return requestProblems.malformed();
  if (unreachable.includes(code) || /timeout exceeded when trying to connect|Connection terminated/.test(message ?? ''))
    return requestProblems.unavailable();
  return fromDatabase(code) ?? requestProblems.internal();
}

/** What a log may know of an error: its kind, and where it happened. What a database or a parser says quotes the data. */
function faultOf(error: unknown): Record<string, unknown> {
  const { name, message, code, constraint, stack, severity } = error as Error & Record<string, unknown>;
  const quotes = severity !== undefined || error instanceof SyntaxError;
  const at = stack?.match(/^ +at .*$/gm)?.map((line) => line.trim());
  return { name, code, constraint, at, ...(!quotes && { message }) };
}

/** The problem that answers an error. A fault of ours is written down, and answers with nothing but the request's id. */
export function recorded(request: FastifyRequest, error: unknown): Problem {
  const problem = problemOf(error);
  if (problem.status >= 500)
    request.log.error({ event: 'request.failed', requestId: request.id, fault: faultOf(error) }, problem.type);
  return problem;
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = recorded(request, error);
  const retryAfter = problem.extra['retryAfterSeconds'] ?? (problem.status === 503 ? 5 : undefined);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', request.language)
    .send(JSON.stringify(presentProblem(problem, request.id, request.language)));
}
