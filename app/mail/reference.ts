/** A request's short name, which people can read out: the last eight digits of its id, in two groups. */
export function reference(request: string): string {
  const digits = request.replaceAll("-", "").slice(-8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
