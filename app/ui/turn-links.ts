/** The query of another page of the same list: the filters stay, the place changes. */
export function turnQuery(params: URLSearchParams, filters: readonly string[], place: Record<string, string>): string {
  const query = new URLSearchParams();
  for (const name of filters) {
    const value = params.get(name);
    if (value !== null && value !== "") query.set(name, value);
  }
  for (const [name, value] of Object.entries(place)) if (value !== "") query.set(name, value);
  return `?${query.toString()}`;
}
