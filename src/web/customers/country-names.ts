/** A country's or language's name in the reader's language; the code itself where it is not known. */
export function nameOf(locale: string, type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

const codes =
  'AD AE AR AT AU BA BE BG BO BR BY CA CH CL CN CO CR CU CY CZ DE DK DO DZ EC EE EG ES FI FR GB GE GR GT HN HR HU IE IL IN IS IT JP KZ LT LU LV MA MD ME MK MT MX NI NL NO NZ PA PE PL PR PT PY RO RS RU SE SI SK SV TN TR UA US UY VE ZA';

/** Countries for a choice, sorted by their names in the reader's language. */
export function countryChoices(locale: string): readonly { readonly value: string; readonly label: string }[] {
  const collator = new Intl.Collator(locale);
  return codes
    .split(' ')
    .map((value) => ({ value, label: nameOf(locale, 'region', value) }))
    .toSorted((a, b) => collator.compare(a.label, b.label));
}
