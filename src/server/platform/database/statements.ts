/** Pieces of SQL inside which a semicolon ends nothing: comments, strings, quoted names, dollar-quoted bodies. */
const piece = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]*)\$[\s\S]*?\$\1\$|;|[^;'"$/-]+|./g;

/** Splits a file of SQL into its statements, without the semicolons. */
export function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let current = '';
  for (const [text] of sql.matchAll(piece)) {
    if (text.startsWith('--') || text.startsWith('/*')) current += ' ';
    else if (text === ';') {
      statements.push(current.trim());
      current = '';
    } else current += text;
  }
  statements.push(current.trim());
  return statements.filter((statement) => statement !== '');
}
