/** The person whom `placeholder` names, also by the id of before a merge. */
export function personSql(placeholder: string): string {
  return `coalesce((SELECT merged_into FROM contacts WHERE id = ${placeholder}::uuid), ${placeholder}::uuid)`;
}
