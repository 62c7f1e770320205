/** Words of our insides that no answer may hold. */
export const insides =
  /select |insert into|update .* set |pg_|kysely|ZodError|node_modules|\.ts:\d|at async|postgres:\/\//i;
