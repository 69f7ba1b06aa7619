import { AppError } from '#kernel';

/** Whether the model was not asked because today's budget is used up: nothing is wrong, and tomorrow it goes on. */
export function isOverBudget(error: unknown): boolean {
  return error instanceof AppError && error.code === 'llm.over-budget';
}
