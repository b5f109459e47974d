/** The tags of an Accept-Language header, the most wanted first (RFC 9110, section 12.5.4). */
export function acceptedTags(header: string | null): string[] {
  const wanted = (header ?? "").split(",").map((one) => {
    const [tag = "", ...parameters] = one.trim().split(";");
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
  });
  const isTag = /^[A-Za-z]{2,3}([-_][A-Za-z\d]{2,8})*$/;
  return wanted
    .filter(({ tag, weight }) => isTag.test(tag) && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
